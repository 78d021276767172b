//! The name of a saved file: what, when, and of which frames.

/// So many frames are named one by one.
const NAMED: usize = 5;

/// Letters and digits in lower case, hyphens between them: safe in every file system.
fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<String>>().join("-")
}

/// The name of a file, without its ending. `of`: what its records belong to, by their numbers.
pub fn file_name(what: &str, when: &str, of: &[&str]) -> String {
    let mut numbers: Vec<&str> = Vec::new();
    for number in of.iter().filter(|number| !number.is_empty()) {
        if !numbers.contains(number) {
            numbers.push(number);
        }
    }
    let mut frames = slug(&numbers.iter().take(NAMED).copied().collect::<Vec<&str>>().join("-"));
    if numbers.len() > NAMED {
        frames.push_str(&format!("+{}", numbers.len() - NAMED));
    }
    let mut name = format!("{}_{when}", slug(what));
    if !frames.is_empty() {
        name.push('_');
        name.push_str(&frames);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_name_says_what_when_and_which_frames() {
        let when = "2026-11-28T1432";
        assert_eq!(
            file_name("Export review requests", when, &["83", "84", "83"]),
            "export-review-requests_2026-11-28T1432_83-84"
        );
        assert_eq!(file_name("반출 심사", when, &[]), "반출-심사_2026-11-28T1432");
        assert_eq!(file_name("Buckets", when, &[""]), "buckets_2026-11-28T1432");
        assert_eq!(
            file_name("A", when, &["1", "2", "3", "4", "5", "6", "7"]),
            "a_2026-11-28T1432_1-2-3-4-5+2"
        );
        assert_eq!(file_name("../A:B", when, &["../x"]), "a-b_2026-11-28T1432_x");
    }
}

//! Broken limits of fields as text.

use databoxframe::rule::{ANY_COUNT, CharacterClass, Problem};
use databoxframe_characters::is_visible;

use super::{Locale, field_label};

/// A broken limit as one sentence.
pub fn explain_problem(problem: &Problem, locale: Locale) -> String {
    let texts = locale.texts();
    let t = &texts.problem;
    let text = match problem {
        Problem::OutOfRange(range) if *range == ANY_COUNT => return (t.at_least)(range.min),
        Problem::OutOfRange(range) if range.step == 1 => return (t.range)(range.min, range.max),
        Problem::OutOfRange(range) => return (t.step)(range.min, range.max, range.step),
        Problem::WrongLength(length) if length.min == 0 => return (t.max_length)(length.max),
        Problem::WrongLength(length) => return (t.length)(length.min, length.max),
        Problem::WrongCount(items) => return (t.count)(items.min, items.max),
        Problem::ForbiddenCharacter(c) if *c != ' ' => {
            let shown = if is_visible(*c) { c.to_string() } else { format!("U+{:04X}", u32::from(*c)) };
            return (t.forbidden)(&shown);
        }
        Problem::ForbiddenCharacter(_) => t.space,
        Problem::NeedsOneOf(lists) => {
            let [first, second] = lists.map(|list| field_label(list, texts));
            return (t.needs_one_of)(first, second);
        }
        Problem::Required => t.required,
        Problem::Invisible => t.invisible,
        Problem::NotANumber => t.not_a_number,
        Problem::MissingClass(CharacterClass::Upper) => t.upper,
        Problem::MissingClass(CharacterClass::Lower) => t.lower,
        Problem::MissingClass(CharacterClass::Digit) => t.digit,
        Problem::MissingClass(CharacterClass::Special) => t.special,
        Problem::NotADate => t.not_a_date,
        Problem::StartAfterEnd => t.start_after_end,
    };
    text.to_owned()
}

/// A broken limit, with the number of characters that are too many.
pub fn explain_value(problem: &Problem, value: &str, locale: Locale) -> String {
    let text = explain_problem(problem, locale);
    let over = match problem {
        Problem::WrongLength(length) => value.chars().count().saturating_sub(length.max),
        _ => 0,
    };
    if over > 0 { (locale.texts().problem.over_length)(&text, over) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_of_two_is_needed_both_are_named() {
        let needed = Problem::NeedsOneOf(["tensorFlowCpuServerList", "tensorFlowGpuServerList"]);
        assert_eq!(
            explain_problem(&needed, Locale::English),
            "TensorFlow CPU servers or TensorFlow GPU servers: at least one is required."
        );
        assert_eq!(
            explain_problem(&needed, Locale::Korean),
            "TensorFlow CPU 서버 또는 TensorFlow GPU 서버 중 하나 이상이 필요합니다."
        );
    }
}

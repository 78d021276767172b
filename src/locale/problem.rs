//! What is wrong with a field, in words.

use databoxframe::rule::{ANY_COUNT, CharacterClass, Problem};
use databoxframe::visible::is_visible;

use super::Locale;

/// A broken limit as one sentence.
pub fn explain_problem(problem: &Problem, locale: Locale) -> String {
    let pick = |english: &str, korean: &str| match locale {
        Locale::English => english.to_owned(),
        Locale::Korean => korean.to_owned(),
    };
    match problem {
        Problem::Required => pick("Required", "필수 항목입니다."),
        // The API's names: a form asks for it before.
        Problem::NeedsOneOf([first, second]) => (locale.texts().fields.needs_one_of)(first, second),
        Problem::Invisible => pick(
            "Nothing of this can be seen: write something.",
            "눈에 보이는 글자가 없습니다. 내용을 입력하세요.",
        ),
        Problem::NotANumber => pick("Digits only", "숫자만 입력하세요."),
        Problem::OutOfRange(range) if *range == ANY_COUNT => {
            pick("A whole number, at least 1.", "1 이상의 정수를 입력하세요.")
        }
        Problem::OutOfRange(range) if range.step == 1 => pick(
            &format!("A whole number from {} to {}.", range.min, range.max),
            &format!("{}에서 {} 사이의 정수를 입력하세요.", range.min, range.max),
        ),
        Problem::OutOfRange(range) => pick(
            &format!("{} to {} in steps of {}.", range.min, range.max, range.step),
            &format!("{}에서 {}까지 {} 단위로 입력하세요.", range.min, range.max, range.step),
        ),
        Problem::WrongLength(length) if length.min == 0 => pick(
            &format!("At most {} characters.", length.max),
            &format!("{}자 이하로 입력하세요.", length.max),
        ),
        Problem::WrongLength(length) => pick(
            &format!("{} to {} characters.", length.min, length.max),
            &format!("{}~{}자로 입력하세요.", length.min, length.max),
        ),
        Problem::WrongCount(items) => pick(
            &format!("{} to {} entries.", items.min, items.max),
            &format!("{}~{}개를 입력하세요.", items.min, items.max),
        ),
        Problem::ForbiddenCharacter(' ') => pick("No spaces.", "공백은 쓸 수 없습니다."),
        Problem::ForbiddenCharacter(c) if !is_visible(*c) => {
            let number = format!("U+{:04X}", u32::from(*c));
            pick(&format!("Not the character {number}"), &format!("{number} 문자는 쓸 수 없습니다."))
        }
        Problem::ForbiddenCharacter(c) => {
            pick(&format!("Not the character {c}"), &format!("{c} 문자는 쓸 수 없습니다."))
        }
        Problem::MissingClass(class) => {
            let (english, korean) = class_name(*class);
            pick(&format!("Needs {english}."), &format!("{korean} 필요합니다."))
        }
        Problem::NotADate => pick("There is no such date.", "없는 날짜입니다."),
        Problem::StartAfterEnd => pick("The start is after the end.", "시작이 끝보다 늦습니다."),
    }
}

/// The same of a value: of a text that is too long also by how many characters.
pub fn explain_value(problem: &Problem, value: &str, locale: Locale) -> String {
    let text = explain_problem(problem, locale);
    let over = match problem {
        Problem::WrongLength(length) => value.chars().count().saturating_sub(length.max),
        _ => 0,
    };
    match (over, locale) {
        (0, _) => text,
        (over, Locale::English) => format!("{} ({over} too many).", text.trim_end_matches('.')),
        (over, Locale::Korean) => format!("{} ({over}자 초과)", text),
    }
}

const fn class_name(class: CharacterClass) -> (&'static str, &'static str) {
    match class {
        CharacterClass::Upper => ("an upper-case letter", "영문 대문자가"),
        CharacterClass::Lower => ("a lower-case letter", "영문 소문자가"),
        CharacterClass::Digit => ("a digit", "숫자가"),
        CharacterClass::Special => ("a special character", "특수문자가"),
    }
}

//! Texts about what is typed into forms.

use crate::form::NameError;

/// One language's.
pub struct EntryTexts {
    /// What is wrong with the name of a file; the second names a row by its place.
    pub name_problem: fn(NameError, &dyn Fn(usize) -> String) -> String,
    /// That new volumes and those that exist are over the limit: new, existing, limit in GB.
    pub over_quota: fn(u64, u64, u64) -> String,
    /// That the limit is exceeded, as the name of a fact.
    pub quota: &'static str,
    /// Entries that can't be counted yet.
    pub incomplete: fn(usize) -> String,
    /// That a volume gets smaller: from, to.
    pub shrinks: fn(u64, u64) -> String,
    /// That a volume has this size.
    pub same_size: fn(u64) -> String,
}

/// What a character that nobody sees is, and its number.
fn named(c: char, [line_break, blank, other]: [&str; 3]) -> String {
    let kind = match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => line_break,
        c if c.is_whitespace() => blank,
        _ => other,
    };
    format!("{kind}(U+{:04X})", u32::from(c))
}

/// English.
pub const ENGLISH: EntryTexts = EntryTexts {
    name_problem: |problem, row| {
        let named = |c| named(c, ["a line break ", "a blank ", "an invisible character "]);
        match problem {
            NameError::Begins(c) => format!("It begins with {}.", named(c)),
            NameError::Ends(c) => format!("It ends with {}.", named(c)),
            NameError::Holds(c) => format!("It holds {}.", named(c)),
            NameError::SameAs(other) => format!("The same name as {}.", row(other)),
            NameError::SameLetters(other) => {
                format!("The same letters as {}, written with other code points (NFC and NFD).", row(other))
            }
        }
    },
    over_quota: |new, existing, limit| {
        let sum = new.saturating_add(existing);
        let what = if existing == 0 {
            format!("{new} GB")
        } else {
            format!("{new} GB and the {existing} GB that exist are {sum} GB")
        };
        format!(
            "{what}: more than the 10 TB ({limit} GB) of NAS in all that the documents name. The service may refuse it."
        )
    },
    quota: "NAS limit",
    incomplete: |count| format!("{count} not complete"),
    shrinks: |from, to| {
        format!(
            "The volume shrinks from {from} GB to {to} GB. The documents do not say what becomes of data that does not fit."
        )
    },
    same_size: |size| format!("The volume has {size} GB already."),
};

/// Korean.
pub const KOREAN: EntryTexts = EntryTexts {
    name_problem: |problem, row| {
        let named = |c| named(c, ["줄 바꿈", "공백", "보이지 않는 문자"]);
        match problem {
            NameError::Begins(c) => format!("{}(으)로 시작합니다.", named(c)),
            NameError::Ends(c) => format!("{}(으)로 끝납니다.", named(c)),
            NameError::Holds(c) => format!("이름에 {}이(가) 있습니다.", named(c)),
            NameError::SameAs(other) => format!("{}과(와) 이름이 같습니다.", row(other)),
            NameError::SameLetters(other) => {
                format!("{}과(와) 글자는 같고 유니코드 표기(NFC, NFD)만 다릅니다.", row(other))
            }
        }
    },
    over_quota: |new, existing, limit| {
        let sum = new.saturating_add(existing);
        let what = if existing == 0 {
            format!("{new}GB")
        } else {
            format!("추가 {new}GB와 기존 {existing}GB를 합하면 {sum}GB")
        };
        format!(
            "{what}: 문서에 안내된 전체 NAS 한도 10TB({limit}GB)를 초과합니다. 서비스가 거부할 수 있습니다."
        )
    },
    quota: "NAS 한도",
    incomplete: |count| format!("미입력 {count}"),
    shrinks: |from, to| {
        format!(
            "볼륨이 {from}GB에서 {to}GB로 줄어듭니다. 데이터가 새 크기를 넘을 때 어떻게 되는지는 문서에 없습니다."
        )
    },
    same_size: |size| format!("볼륨 크기가 이미 {size}GB입니다."),
};

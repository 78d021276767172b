//! Differences between an answer and the API reference, as text.

use databoxframe::error::{Expected, Found};

use super::Texts;

/// The documented type of a value.
pub fn expected(expected: Expected, t: &Texts) -> String {
    let m = &t.mismatch;
    (m.expected)(match expected {
        Expected::Id => m.id,
        Expected::Text => m.text,
        Expected::Number => m.number,
        Expected::Boolean => m.boolean,
        Expected::Date => m.date,
        Expected::StatusCode => m.status_code,
        Expected::Object => m.object,
        Expected::List => m.list,
        Expected::ObjectOrList => m.object_or_list,
        Expected::Receipt => m.receipt,
        Expected::Requested => m.requested,
    })
}

/// The received value.
pub fn found(found: Found, t: &Texts) -> String {
    let m = &t.mismatch;
    (m.found)(match found {
        Found::Nothing => m.nothing,
        Found::Null => m.null,
        Found::Boolean => m.boolean,
        Found::Number => m.number,
        Found::EmptyText => m.empty_text,
        Found::Text => m.text,
        Found::LongText => m.long_text,
        Found::List => m.list,
        Found::Object => m.object,
        Found::Another => m.another,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn each_mismatch_is_said_in_the_reader_s_language() {
        let said = |locale: Locale| {
            let t = locale.texts();
            let expected = Expected::ALL.iter().map(|one| expected(*one, t));
            expected.chain(Found::ALL.iter().map(|one| found(*one, t))).collect::<Vec<String>>()
        };
        for (english, korean) in said(Locale::English).iter().zip(&said(Locale::Korean)) {
            assert!(english.is_ascii() && !korean.is_ascii(), "{english}: {korean}");
            assert!(!korean.contains("received") && !korean.contains(" a "), "{korean}");
        }
    }
}

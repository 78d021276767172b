//! Texts are read as they were written.

use databoxframe::code::ExportStatus;
use databoxframe::date::DateTime;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::{Id, parse_json, prepare};
use databoxframe_characters::has_visible;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

use crate::answers::{field_name, json_value};
use crate::values::date_time;

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn json_is_read_as_it_was_written(value in json_value()) {
        prop_assert_eq!(parse_json(value.to_string().as_bytes()).unwrap(), value);
    }

    #[test]
    fn an_edited_body_is_sent_as_it_was_edited(name in field_name(), value in json_value()) {
        let frame_no = Id::from(1);
        let unsigned = prepare(&ReturnDataBoxFrame { frame_no }).unwrap();
        let mut body = unsigned.body.clone().unwrap();
        prop_assume!(!body.contains_key(&name) && !value.to_string().contains('•'));
        body.insert(name, value);
        let edited = unsigned.with_edited_body(&Value::Object(body.clone()).to_string()).unwrap();
        prop_assert_eq!(edited.body.unwrap(), body);
    }

    #[test]
    fn a_date_is_read_as_it_was_written(date in date_time()) {
        prop_assert_eq!(DateTime::parse(&date.to_string()), Some(date));
        prop_assert_eq!(DateTime::parse(&date.to_string().replace(' ', "T")), Some(date));
        let digits: String = date.to_string().chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(date.filter_text(), digits);
    }

    #[test]
    fn a_date_is_found_again_by_its_milliseconds(date in date_time(), fraction in 0_u32..1_000) {
        let milliseconds = date.utc_milliseconds() + f64::from(fraction);
        prop_assert_eq!(DateTime::from_utc_milliseconds(milliseconds), date);
    }

    #[test]
    fn whatever_is_read_as_a_date_exists(text in "[ ]?[0-9]{4}-[0-1][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)?|\\PC*") {
        if let Some(date) = DateTime::parse(&text) {
            prop_assert!(date.is_valid());
            prop_assert!(date.to_string().starts_with(&text.trim().replace('T', " ")), "{text:?} as {date}");
        }
    }

    #[test]
    fn percent_encoding_round_trip(text in any::<String>().prop_filter("a status says something", |text| has_visible(text))) {
        let unsigned = prepare(&GetExportFileApproveList {
            frame_no: Id::from(1),
            box_no: None,
            apply_start: None,
            apply_end: None,
            status: Some(ExportStatus::from_code(&text)),
            page: None,
        })
        .unwrap();
        let (_, query) = unsigned.path_and_query.split_once('?').unwrap();
        let encoded = query.split('&').find_map(|pair| pair.strip_prefix("status=")).unwrap();
        prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"%-._~".contains(&b)), "{}", encoded);
        let mut decoded = Vec::new();
        let mut bytes = encoded.bytes();
        while let Some(byte) = bytes.next() {
            decoded.push(if byte == b'%' {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()].map(char::from);
                let [high, low] = digits.map(|digit| u8::try_from(digit.to_digit(16).unwrap()).unwrap());
                high * 16 + low
            } else {
                byte
            });
        }
        prop_assert_eq!(String::from_utf8(decoded).unwrap(), text);
    }
}

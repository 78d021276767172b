use std::slice;

use databoxframe::Amount;
use databoxframe::date::Stamp;
use serde_json::json;

use super::*;
use crate::locale::Locale;

fn export(number: u64, properties: &[(Property, Value)]) -> Item {
    Item { id: ItemId::Export(Id::from(number)), properties: properties.to_vec() }
}

fn text(text: &str) -> Value {
    Value::text(Some(text))
}

fn amount(text: &str) -> Value {
    Value::amount(Some(&Amount::new(text)))
}

fn date(text: &str) -> Value {
    Value::date(Some(&Stamp::new(text)))
}

fn fields(value: serde_json::Value) -> Value {
    Value::fields(value.as_object().unwrap())
}

fn lines(changes: &[Change]) -> Vec<String> {
    changes.iter().map(|change| change.words(Locale::English.texts())).collect()
}

#[test]
fn each_difference_is_a_line() {
    let before = Snapshot {
        items: vec![
            export(1, &[(Property::File, text("a.csv")), (Property::Reviewed, Value::Absent)]),
            export(2, &[(Property::File, text("b.csv"))]),
        ],
        incomplete: false,
    };
    let after = Snapshot {
        items: vec![
            export(3, &[(Property::File, text("c.csv"))]),
            export(1, &[(Property::File, text("z.csv")), (Property::Reviewed, date("today"))]),
        ],
        incomplete: false,
    };
    assert_eq!(
        lines(&before.changes(&after)),
        [
            "File: a.csv → z.csv",
            "Reviewed: — → today",
            "No longer listed: Export 2\u{2003}b.csv",
            "New: Export 3\u{2003}c.csv"
        ]
    );
    assert!(before.changes(&before).is_empty());
}

#[test]
fn another_way_of_writing_is_no_change() {
    for (a, b) in [
        (amount("1"), amount("1.0")),
        (amount("1"), amount(" 01 ")),
        (amount("-0"), amount("0")),
        (amount(""), Value::Absent),
        (text(""), Value::Absent),
        (date("2024-01-31 10:20:45"), date("2024-01-31 10:20:45.0")),
        (date("2024-01-31 10:20:45"), date("2024-01-31T10:20:45.000")),
        (date(" "), Value::Absent),
        (amount("1e3"), amount("1000.0")),
        (amount("0.00"), amount("-0e7")),
        (fields(json!({ "a": 1, "b": null })), fields(json!({ "a": 1.0 }))),
        (
            fields(json!({ "a": { "b": [1, { "c": null }] }, "d": "x" })),
            fields(json!({ "d": "x", "a": { "b": [1.0, {}] } })),
        ),
        (fields(json!({ "a": null })), Value::Absent),
        (fields(json!({})), Value::Absent),
    ] {
        assert!(a.is_same(&b) && b.is_same(&a), "{a:?} {b:?}");
    }
}

#[test]
fn another_value_is_a_change() {
    for (a, b) in [
        (amount("1"), amount("1.5")),
        (amount("1"), amount("-1")),
        (amount("n/a"), amount("1")),
        (amount("9007199254740993"), amount("9007199254740992")),
        (text("1"), text("1.0")),
        (text("a"), text("a ")),
        (text("0"), Value::Absent),
        (date("2024-01-31 10:20:45"), date("2024-01-31 10:20:46")),
        (date("2024-01-31 10:20:45"), date("2024-01-31 10:20:45.5")),
        (date("x"), date("y")),
        (amount("1e3"), amount("1e4")),
        (amount("1e9999999999"), amount("1")),
        (fields(json!({ "a": 1 })), fields(json!({ "a": "1" }))),
        (fields(json!({ "a": 1 })), fields(json!({ "b": 1 }))),
        (fields(json!({ "a": 1 })), Value::Absent),
        (fields(json!({ "a": [1, 2] })), fields(json!({ "a": [2, 1] }))),
        (fields(json!({ "a": [1] })), fields(json!({ "a": [1, null] }))),
        (fields(json!({ "a": { "b": 1 } })), fields(json!({ "a": { "b": 2 } }))),
    ] {
        assert!(!a.is_same(&b) && !b.is_same(&a), "{a:?} {b:?}");
    }
}

#[test]
fn only_what_was_shown_is_compared_with_what_was_shown() {
    let now = Snapshot::of(export(1, &[(Property::File, text("a.csv")), (Property::Memo, text("more"))]));
    assert!(now.changes_since(&export(1, &[(Property::File, text("a.csv"))])).is_empty());
    assert_eq!(
        lines(
            &now.changes_since(&export(
                1,
                &[(Property::File, text("b.csv")), (Property::Purpose, text("x"))]
            ))
        ),
        ["File: b.csv → a.csv", "Purpose: x → —"]
    );
    assert_eq!(lines(&now.changes_since(&export(2, &[]))), ["No longer listed: Export 2"]);
}

#[test]
fn nodes_that_share_their_number_are_told_apart_by_name() {
    let node = |name: &str, spec: &str| Item {
        id: ItemId::Infrastructure {
            kind: InstanceKind::Node,
            number: Some(Id::from(7)),
            name: name.to_owned(),
        },
        properties: vec![(Property::Spec, text(spec))],
    };
    let before = Snapshot { items: vec![node("edge", "S"), node("master", "S")], incomplete: false };
    let after = Snapshot { items: vec![node("master", "L"), node("edge", "S")], incomplete: false };
    assert_eq!(lines(&before.changes(&after)), ["master\u{2003}7\u{2003}Spec: S → L"]);
    // A name that comes later makes no other instance.
    let named = Snapshot { items: vec![node("", "S")], incomplete: false };
    assert_eq!(
        lines(&named.changes(&Snapshot { items: vec![node("edge", "S")], incomplete: false })),
        [""; 0]
    );
    let workers = |specs: [&str; 2]| Snapshot {
        items: specs.iter().map(|spec| node("worker", spec)).collect(),
        incomplete: false,
    };
    assert!(workers(["M", "L"]).changes(&workers(["L", "M"])).is_empty());
    // One node for another is a change.
    let one = |name| Snapshot { items: vec![node(name, "S")], incomplete: false };
    assert_eq!(one("worker-3").changes(&one("worker-4")).len(), 2);
}

#[test]
fn a_server_and_a_volume_of_the_same_number_and_name_are_two_items() {
    let instance = |kind, spec: &str| Item {
        id: ItemId::Infrastructure { kind, number: Some(Id::from(7)), name: "shared".to_owned() },
        properties: vec![(Property::Spec, text(spec))],
    };
    let of = |items: &[Item]| Snapshot { items: items.to_vec(), incomplete: false };
    let (server, volume) = (instance(InstanceKind::Server, "S"), instance(InstanceKind::Volume, "500"));
    let changes = of(&[server.clone(), volume.clone()])
        .changes(&of(&[instance(InstanceKind::Volume, "600"), server.clone()]));
    assert_eq!(lines(&changes), ["shared\u{2003}7\u{2003}Spec: 500 → 600"]);
    let (one, other) = (of(slice::from_ref(&server)), of(slice::from_ref(&volume)));
    assert_eq!(one.changes(&other).len(), 2);
    assert_eq!(other.changes_since(&server).len(), 1, "it is gone");
    // What had no kind yet is no other instance.
    assert!(of(&[instance(InstanceKind::Unknown, "S")]).changes(&one).is_empty());
}

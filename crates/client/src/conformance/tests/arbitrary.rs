//! Answers of any kind: the run ends, keeps its bounds, and its report holds no value.

use std::collections::BTreeSet;

use databoxframe::operation::ALL;
use proptest::prelude::*;

use super::*;

/// A service that answers with whatever it was given, in turn.
struct Anything {
    answers: Vec<(u16, Value)>,
    sent: Cell<usize>,
}

impl Transport for Anything {
    async fn send(&self, _request: &UnsignedRequest) -> Response {
        let number = self.sent.get();
        self.sent.set(number + 1);
        let (status, answer) = &self.answers[number % self.answers.len()];
        let body = answer.to_string();
        let reply = Reply { status: *status, content_type: Some("application/json"), body: body.as_bytes() };
        Response { result: decode_json(&reply).map_err(Failure::Answer), dated: number.is_multiple_of(2) }
    }
}

/// The names of fields that the documents have somewhere, and some that they have not.
fn name() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 22] = [
        "totalCount",
        "content",
        "dataBoxFrameNo",
        "dataBoxNo",
        "statusCode",
        "status",
        "importApplyId",
        "exportApplyId",
        "instanceNo",
        "productCode",
        "createDate",
        "memo",
        "specList",
        "storageList",
        "error",
        "errorCode",
        "message",
        "details",
        "usePseudonymInfo",
        "disabled",
        "fileSize",
        "instanceStatusCode",
    ];
    prop_oneof![8 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => Just("regionCode".to_owned())]
}

/// Values that can be told from everything else in a report.
fn marked() -> impl Strategy<Value = String> {
    prop_oneof!["VALUE[0-9]{4}[A-Z]{0,9}", "value [a-z]{1,9} 반출", "val-[0-9]{4}", "81[0-9]{5}"]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => marked().prop_map(Value::from),
        2 => (8_100_000_u64..8_199_999).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => prop::sample::select(vec!["USE", "SET_USE", "HD_M", "SVR_LNX_CENT", "TF_GPU", ""]).prop_map(Value::from),
    ]
}

fn answer() -> impl Strategy<Value = Value> {
    let nested = scalar().prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((prop_oneof![9 => name(), 1 => marked()], inner), 0..8)
                .prop_map(|fields| fields.into_iter().collect()),
        ]
    });
    let record =
        prop::collection::vec((name(), nested.clone()), 0..9).prop_map(|fields| fields.into_iter().collect());
    let list = prop::collection::vec(record, 0..5)
        .prop_map(|content: Vec<Value>| json!({ "totalCount": content.len(), "content": content }));
    prop_oneof![1 => nested, 2 => list]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_run_ends_within_its_bounds_and_no_value_is_reported(
        answers in prop::collection::vec((prop_oneof![6 => Just(200_u16), 1 => Just(404), 1 => Just(500)], answer()), 1..12),
    ) {
        let service = Anything { answers, sent: Cell::new(0) };
        let report = block_on(run(&service, |_| {}));
        prop_assert!(service.sent.get() <= MAX_REQUESTS);
        let text = report.json("0.1.0", "2026-11-28");
        for mark in ["VALUE", "value ", "val-", "반출", "81"] {
            prop_assert!(!text.contains(mark), "{mark} in {text}");
        }
    }
}

/// The scalars of an answer, but codes.
fn values(value: &Value, name: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| values(value, name, all)),
        Value::Array(items) => items.iter().for_each(|item| values(item, name, all)),
        Value::String(text) if !["statusCode", "status", "productCode", "errorCode"].contains(&name) => {
            all.insert(text.clone());
        }
        _ => {}
    }
}

#[test]
fn the_report_of_an_account_holds_none_of_its_values() {
    let drift =
        json!({ "content": { "newField": "a new value", "memo": 12_345_678, "createDate": "01.03.2025" } });
    let account = ALL
        .iter()
        .filter(|spec| spec.is_read())
        .fold(Account::new(), |account, spec| account.drift(spec.name, &drift));
    let report = account.run();
    assert!(report.differences() > 40, "{}", report.differences());
    let mut all = BTreeSet::new();
    for body in account.bodies.borrow().iter() {
        values(&serde_json::from_slice(body).unwrap(), "", &mut all);
    }
    assert!(all.len() > 300, "{}", all.len());
    let text = report.json("0.1.0", "2026-11-28");
    // Whole words of the report: "1" is a count there, and "RUN" no value.
    let words: BTreeSet<&str> = text.split('"').collect();
    let leaked: Vec<&String> = all.iter().filter(|value| words.contains(value.as_str())).collect();
    assert!(leaked.is_empty(), "{leaked:?}");
    let long = all.iter().filter(|value| value.chars().count() > 5 && text.contains(value.as_str()));
    assert_eq!(long.collect::<Vec<_>>(), [""; 0]);
    assert!(!text.contains(ACCESS_KEY) && !text.contains(SECRET_KEY));
}

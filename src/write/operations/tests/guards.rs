//! What is guarded of each record: everything that is documented, except for what is listed here.

use databoxframe::data_box::{GetDataBoxInfraList, GetDataBoxSummaryInfo};
use databoxframe::export::GetExportApplyDetail;
use databoxframe::export_review::GetExportFileApproveDetail;
use databoxframe::frame::{GetDataBoxFrameDetail, GetDataBoxFrameInfraList};
use databoxframe::{Documented, Kind, Reply, decode, layout};
use serde_json::{Map, Value as Json, json};

use super::*;
use crate::write::guard::{Guard, NotSent};

/// Two values that a field may have.
fn values(field: &Documented) -> [Json; 2] {
    match field.kind {
        Kind::Id => [json!("1"), json!("2")],
        Kind::Text => [json!("a"), json!("b")],
        Kind::Amount => [json!(1), json!("2")],
        Kind::Flag => [json!(true), json!("N")],
        Kind::Date => [json!("2024-01-31 10:20:30"), json!("2024-01-31 10:20:31")],
        Kind::Code => [json!(field.codes[0]), json!(field.codes[1])],
        Kind::List => panic!("{}: no guarded record has one", field.name),
    }
}

/// The fields whose change lets a write through, among those documented for `O`, and one that is not.
fn not_guarded<O: Operation>(guard: impl Fn(O::Response) -> Item) -> Vec<&'static str> {
    const OTHER: Documented = Documented::optional("notDocumented", Kind::Text);
    let layout = layout::<O>();
    let fields = || layout.fields.iter().chain([&OTHER]);
    let read = |object: &Map<String, Json>| {
        let answer =
            if layout.is_list { json!({ "totalCount": 1, "content": [object] }) } else { json!(object) };
        let body = answer.to_string();
        guard(decode::<O>(&Reply { status: 200, content_type: None, body: body.as_bytes() }).unwrap())
    };
    let shown: Map<String, Json> =
        fields().map(|field| (field.name.to_owned(), values(field)[0].clone())).collect();
    let check = |now: &Map<String, Json>| Guard::from(read(&shown)).check(&Ok(Snapshot::of(read(now))));
    assert!(check(&shown).is_ok(), "unchanged");
    let lets_through = |field: &&'static Documented| {
        let mut now = shown.clone();
        now.insert(field.name.to_owned(), values(field)[1].clone());
        check(&now).is_ok()
    };
    layout.fields.iter().chain([&OTHER]).filter(lets_through).map(|field| field.name).collect()
}

#[test]
fn a_decision_is_about_the_whole_request() {
    let none: [&str; 0] = [];
    assert_eq!(not_guarded::<GetExportFileApproveDetail>(|list| full_item(&list.content[0])), none);
    assert_eq!(
        not_guarded::<GetExportFileApproveDetail>(|list| summary_item(&list.content[0])),
        ["description", "exportPurpose", "memo", "notDocumented"],
        "what the list does not have"
    );
}

#[test]
fn a_cancellation_is_about_all_that_is_documented_of_the_request() {
    let shown = |list: databoxframe::List<_>| CancelExport::shown(&list.content[0]);
    assert_eq!(not_guarded::<GetExportApplyDetail>(shown), ["notDocumented"]);
}

#[test]
fn a_return_is_about_what_its_dialog_shows() {
    let mut guarded = vec!["dataBoxName", "sslVpnCount", "exportApplyCount"];
    let fields = layout::<GetDataBoxSummaryInfo>().fields.iter().map(|field| field.name);
    let open = not_guarded::<GetDataBoxSummaryInfo>(|summary| box_return_item(&id(381), &summary, Some(2)));
    assert_eq!(fields.filter(|name| !open.contains(name)).collect::<Vec<_>>(), guarded);

    guarded = vec!["dataBoxFrameName"];
    let fields = layout::<GetDataBoxFrameDetail>().fields.iter().map(|field| field.name);
    let open =
        not_guarded::<GetDataBoxFrameDetail>(|frame| frame_return_item(&id(83), &frame, Some(1), Some(2)));
    assert_eq!(fields.filter(|name| !open.contains(name)).collect::<Vec<_>>(), guarded);
}

#[test]
fn a_return_is_about_how_much_is_deleted() {
    let frame = |boxes, infra| {
        let body = br#"{"dataBoxFrameName":"Alpha"}"#;
        let reply = Reply { status: 200, content_type: None, body };
        frame_return_item(&id(83), &decode::<GetDataBoxFrameDetail>(&reply).unwrap(), boxes, infra)
    };
    let check = |shown: Item, now: Item| Guard::from(shown).check(&Ok(Snapshot::of(now)));
    assert!(check(frame(Some(1), Some(2)), frame(Some(1), Some(2))).is_ok());
    for now in [frame(Some(2), Some(2)), frame(Some(1), Some(3))] {
        assert!(
            matches!(check(frame(Some(1), Some(2)), now), Err(NotSent::Changed(changes)) if changes.len() == 1)
        );
    }
    // What can't be read now is not known to be as shown; what was not shown is not compared.
    assert!(matches!(check(frame(Some(1), Some(2)), frame(Some(1), None)), Err(NotSent::Unread(_))));
    assert!(check(frame(Some(1), None), frame(Some(1), Some(3))).is_ok());
}

#[test]
fn a_resize_is_about_its_volume_and_its_size() {
    let guarded = |open: Vec<&'static str>, fields: &'static [Documented]| {
        fields.iter().map(|field| field.name).filter(|name| !open.contains(name)).collect::<Vec<_>>()
    };
    let open = not_guarded::<GetDataBoxFrameInfraList>(|list| frame_volume_item(&list.list.content[0]));
    let fields = layout::<GetDataBoxFrameInfraList>().fields;
    assert_eq!(guarded(open, fields), ["instanceName", "specName", "instanceNo"]);
    let open = not_guarded::<GetDataBoxInfraList>(|list| box_volume_item(&list.content[0]));
    let fields = layout::<GetDataBoxInfraList>().fields;
    assert_eq!(guarded(open, fields), ["instanceNo", "instanceName", "specName"]);
}

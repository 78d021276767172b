mod codes;
mod comparisons;
mod guards;

use std::collections::HashSet;
use std::sync::Arc;

use databoxframe::data_box::{
    ChangeDataBoxNasVolumeSize, CreateDataBox, HadoopChange, ModifyDataBox, ReturnDataBox, ServerChange,
    SetBlockExternalNetwork,
};
use databoxframe::export::{ApplyFileExport, ReturnFileExportApply};
use databoxframe::export_review::{ExportFileApprove, ExportFileReject};
use databoxframe::frame::{
    ChangeDataBoxFrameNasVolumeSize, ModifyDataBoxFrameAdminInfra, NasChange, ReturnDataBoxFrame,
};
use databoxframe::import::ApplyFileImport;
use databoxframe::operation::{ALL, Method};
use databoxframe::{Amount, Flag, Operation, prepare};

use super::*;
use crate::action::Action;
use crate::locale::Locale;
use crate::write::attempt::{Comparison, NewItems};
use crate::write::operation::{AnyWrite, Edited, Makes, Write, other_target};
use crate::write::snapshot::{Item, Snapshot, Value};
use crate::write::{Draft, Proposal};

fn id(number: u64) -> Id {
    Id::from(number)
}

fn spec<W: Write>() -> &'static str {
    W::SPEC.name
}

#[test]
fn every_write_of_the_api_is_implemented() {
    let implemented = HashSet::from([
        spec::<ModifyDataBoxFrameAdminInfra>(),
        spec::<ChangeDataBoxFrameNasVolumeSize>(),
        spec::<ReturnDataBoxFrame>(),
        spec::<CreateDataBox>(),
        spec::<ModifyDataBox>(),
        spec::<ChangeDataBoxNasVolumeSize>(),
        spec::<SetBlockExternalNetwork>(),
        spec::<ReturnDataBox>(),
        spec::<ApplyFileImport>(),
        spec::<ApplyFileExport>(),
        spec::<CancelExport>(),
        spec::<ExportFileApprove>(),
        spec::<ExportFileReject>(),
    ]);
    let writes = ALL.iter().filter(|spec| spec.method == Method::Post).map(|spec| spec.name);
    assert_eq!(implemented, writes.collect::<HashSet<_>>());
}

fn item(id: ItemId, properties: &[(Property, Value)]) -> Item {
    Item { id, properties: properties.to_vec() }
}

fn volume(number: u64, size: &str, status: &str) -> Item {
    instance(InstanceKind::Volume, number, size, status)
}

fn server(number: u64, size: &str, status: &str) -> Item {
    instance(InstanceKind::Server, number, size, status)
}

fn instance(kind: InstanceKind, number: u64, size: &str, status: &str) -> Item {
    item(
        infra_id(kind, Some(&id(number)), Some("shared")),
        &[
            (Property::Spec, Value::text(Some(size))),
            (Property::Status, Value::BoxStatus(databoxframe::code::BoxStatus::from_code(status))),
        ],
    )
}

fn export(code: &str) -> Item {
    let status = databoxframe::code::ExportStatus::from_code(code);
    item(ItemId::Export(id(1543)), &[(Property::Status, Value::ExportStatus(status))])
}

fn data_box(number: u64, memo: &str) -> Item {
    item(ItemId::DataBox(id(number)), &[(Property::Memo, Value::text(Some(memo)))])
}

fn snapshot(items: &[Item]) -> Snapshot {
    Snapshot { items: items.to_vec(), incomplete: false }
}

/// Whether the write may be the cause of what happened between two snapshots.
fn caused(write: &impl AnyWrite, before: &[Item], after: &[Item]) -> bool {
    matches!(Comparison::of(write, &snapshot(before), &snapshot(after)), Comparison::Changed(_))
}

fn ids() -> (Id, Id, Id) {
    (id(83), id(381), id(1543))
}

/// The writes to one export request.
fn export_writes() -> (ExportFileApprove, ExportFileReject, CancelExport) {
    let (frame_no, box_no, export_apply_id) = ids();
    let request = ReturnFileExportApply { box_no: box_no.clone(), export_apply_id: export_apply_id.clone() };
    let cancel = CancelExport { frame_no: frame_no.clone(), request };
    let approve = ExportFileApprove {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        export_apply_id: export_apply_id.clone(),
    };
    let reject = ExportFileReject { frame_no, box_no, export_apply_id, reject_reason: "x".into() };
    (approve, reject, cancel)
}

#[test]
fn decisions_are_seen_by_the_status_they_lead_to() {
    let (frame_no, box_no, export_apply_id) = ids();
    let approve = ExportFileApprove {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        export_apply_id: export_apply_id.clone(),
    };
    let reject = ExportFileReject { frame_no, box_no, export_apply_id, reject_reason: "x".into() };
    for (code, by_approval, by_rejection) in [
        ("REQ_CMPL", false, false),
        ("COPY_ING", true, false),
        ("COPY_CMPL", true, false),
        ("REJECT", false, true),
        ("CANCEL", false, false),
        ("NEW_CODE", true, true),
    ] {
        assert_eq!(caused(&approve, &[export("INIT")], &[export(code)]), by_approval, "{code}");
        assert_eq!(caused(&reject, &[export("INIT")], &[export(code)]), by_rejection, "{code}");
    }
}

#[test]
fn a_new_box_is_found_by_its_number_whatever_its_memo() {
    let create = CreateDataBox {
        frame_no: id(83),
        connect_servers: Vec::new(),
        hadoop: Vec::new(),
        linux_servers: Vec::new(),
        tensor_flow_cpu_servers: Vec::new(),
        tensor_flow_gpu_servers: Vec::new(),
        nas: Vec::new(),
        ssl_vpn_count: 0,
        memo: Some("mine".into()),
    };
    let before = [data_box(1, "")];
    assert!(caused(&create, &before, &[data_box(1, ""), data_box(2, "another")]));
    assert!(!caused(&create, &before, &[data_box(1, "changed")]), "it makes, it does not change");
    let two = Comparison::of(
        &create,
        &snapshot(&before),
        &snapshot(&[data_box(1, ""), data_box(2, "mine"), data_box(3, "mine")]),
    );
    assert!(matches!(two.new_items(Makes::New(1)), NewItems::Surplus(new) if new.len() == 2));
    assert!(matches!(two.new_items(Makes::New(2)), NewItems::AsExpected));
    assert!(matches!(two.new_items(Makes::Some), NewItems::Several(new) if new.len() == 2));
    // Whatever was edited, it makes one.
    assert_eq!(Edited(Arc::new(create)).makes(), Makes::New(1));
}

#[test]
fn nothing_follows_from_what_an_incomplete_list_lacks() {
    let import = ApplyFileImport {
        frame_no: id(83),
        box_no: id(381),
        memo: None,
        source_bucket: "bucket".into(),
        file_names: vec!["a.csv".into()],
        target_nas_instance_no: id(1),
    };
    let one = |number| item(ItemId::Import(id(number)), &[]);
    for (before, after) in [(true, false), (false, true), (true, true)] {
        let before = Snapshot { items: vec![one(1)], incomplete: before };
        for items in [vec![one(1)], vec![one(1), one(2)]] {
            let after = Snapshot { items, incomplete: after };
            assert!(matches!(Comparison::of(&import, &before, &after), Comparison::Incomplete));
        }
    }
    assert!(caused(&import, &[one(1)], &[one(1), one(2)]));
}

#[test]
fn a_resize_is_seen_at_its_volume_only() {
    let resize = ChangeDataBoxNasVolumeSize {
        frame_no: id(83),
        box_no: id(381),
        nas_instance_no: id(7),
        volume_size: 1000,
    };
    let before = [volume(7, "500", "USE"), volume(8, "500", "USE")];
    assert!(caused(&resize, &before, &[volume(7, "1000", "USE"), volume(8, "500", "USE")]));
    assert!(caused(&resize, &before, &[volume(7, "500", "ING"), volume(8, "500", "USE")]));
    assert!(!caused(&resize, &before, &[volume(7, "500", "USE"), volume(8, "1000", "ING")]));
    assert!(!caused(&resize, &[volume(7, "500", "ING")], &[volume(7, "500", "USE")]));
    // A server of the same number and name is another item.
    let before = [server(7, "S", "USE"), volume(7, "500", "USE")];
    assert!(!caused(&resize, &before, &[server(7, "S", "ING"), volume(7, "500", "USE")]));
    assert!(caused(&resize, &before, &[volume(7, "500", "ING"), server(7, "S", "USE")]));
    let frame =
        ChangeDataBoxFrameNasVolumeSize { frame_no: id(83), nas_instance_no: id(7), volume_size: 500 };
    let state =
        |kind, size| [item(infra_id(kind, Some(&id(7)), None), &[(Property::Spec, Value::text(Some(size)))])];
    assert!(!caused(&frame, &state(InstanceKind::Server, "S"), &state(InstanceKind::Server, "L")));
    assert!(caused(&frame, &state(InstanceKind::Volume, "S"), &state(InstanceKind::Volume, "L")));
}

#[test]
fn the_network_is_seen_by_what_was_asked_for() {
    let block = SetBlockExternalNetwork { frame_no: id(83), box_no: id(381), block: true };
    let state =
        |flag: Flag| [item(ItemId::DataBox(id(381)), &[(Property::ExternalNetwork, Value::Flag(flag))])];
    assert!(caused(&block, &state(Flag::No), &state(Flag::Yes)));
    assert!(!caused(&block, &state(Flag::Yes), &state(Flag::No)));
}

#[test]
fn a_return_is_seen_by_status_or_absence() {
    let write = ReturnDataBox { frame_no: id(83), box_no: id(381) };
    let state = |code: &str| {
        let status = databoxframe::code::BoxStatus::from_code(code);
        [item(ItemId::DataBox(id(381)), &[(Property::Status, Value::BoxStatus(status))])]
    };
    for code in ["RTN", "TERMT"] {
        assert!(caused(&write, &state("USE"), &state(code)), "{code}");
    }
    assert!(caused(&write, &state("USE"), &[]));
    assert!(!caused(&write, &state("USE"), &state("ING")));
}

fn modify(memo: Option<&str>) -> ModifyDataBox {
    ModifyDataBox {
        frame_no: id(83),
        box_no: id(381),
        connect_servers: Vec::new(),
        hadoop: Vec::new(),
        linux_servers: Vec::new(),
        tensor_flow_cpu_servers: Vec::new(),
        tensor_flow_gpu_servers: Vec::new(),
        nas: Vec::new(),
        memo: memo.map(str::to_owned),
    }
}

#[test]
fn a_change_of_a_box_is_seen_at_what_it_names() {
    let memo = modify(Some("new"));
    assert!(caused(&memo, &[data_box(381, "old")], &[data_box(381, "new")]));
    assert!(!caused(&modify(None), &[data_box(381, "old")], &[data_box(381, "new")]));
    assert!(!caused(&memo, &[], &[volume(9, "500", "INIT")]), "it makes none");

    let more = ModifyDataBox { nas: vec![NasChange::Create { count: 2, nas_size: 500 }], ..modify(None) };
    assert_eq!(Write::makes(&more), Makes::New(2));
    assert!(caused(&more, &[volume(8, "500", "USE")], &[volume(8, "500", "USE"), volume(9, "500", "INIT")]));
    assert!(!caused(&more, &[volume(8, "500", "USE")], &[volume(8, "500", "ING")]));

    let less = ModifyDataBox {
        linux_servers: vec![ServerChange::Delete { server_instance_no: id(8) }],
        hadoop: vec![HadoopChange::Delete { hadoop_instance_no: id(9) }],
        ..modify(None)
    };
    for (kind, number) in [
        (InstanceKind::Server, 8),
        (InstanceKind::Node, 9),
        (InstanceKind::Unknown, 8),
        (InstanceKind::Unknown, 9),
    ] {
        let before = [instance(kind, number, "S", "USE")];
        assert!(caused(&less, &before, &[instance(kind, number, "S", "RTN")]));
        assert!(caused(&less, &before, &[]));
    }
    // Servers, nodes and volumes are counted apart.
    for other in [server(10, "S", "USE"), volume(8, "S", "USE"), server(9, "S", "USE")] {
        assert!(!caused(&less, &[other], &[]));
    }
}

#[test]
fn a_change_of_a_frame_is_seen_by_its_memo_alone() {
    let memo = |memo: &str| [item(ItemId::Frame(id(83)), &[(Property::Memo, Value::text(Some(memo)))])];
    let write = ModifyDataBoxFrameAdminInfra {
        frame_no: id(83),
        memo: Some("new".into()),
        admin_servers: Vec::new(),
        nas: Vec::new(),
    };
    assert!(caused(&write, &memo("old"), &memo("new")));
}

#[test]
fn an_edited_body_is_about_what_was_shown() {
    let plain = prepare(&modify(Some("memo"))).unwrap();
    let edited = |from: &str, to: &str| {
        let text = plain.body_text(true);
        assert!(text.contains(from), "{text}");
        plain.with_edited_body(&text.replace(from, to)).unwrap()
    };
    // The API reference disagrees about numbers and texts.
    assert_eq!(other_target(&plain, &edited("\"83\"", "83")), None);
    assert_eq!(other_target(&plain, &edited("\"memo\": \"memo\"", "\"memo\": \"other\"")), None);
    assert_eq!(other_target(&plain, &edited("\"83\"", "\"84\"")), Some("dataBoxFrameNo"));
    assert_eq!(other_target(&plain, &edited("\"381\"", "\"382\"")), Some("dataBoxNo"));
    let resize =
        ChangeDataBoxFrameNasVolumeSize { frame_no: id(83), nas_instance_no: id(7), volume_size: 500 };
    let plain = prepare(&resize).unwrap();
    let other = plain.with_edited_body(&plain.body_text(true).replace("\"7\"", "\"8\"")).unwrap();
    assert_eq!(other_target(&plain, &other), Some("nasVolumeInstanceNo"));
}

#[test]
fn requests_of_the_same_files_are_new_by_number() {
    let export = |number| item(ItemId::Export(id(number)), &[(Property::File, Value::text(Some("/a.csv ")))]);
    let apply = ApplyFileExport {
        frame_no: id(83),
        box_no: id(381),
        export_purpose: "x".into(),
        memo: None,
        files: vec![databoxframe::export::ExportFile { file_name: "a.csv".into(), description: None }],
        source_nas_instance_no: id(1),
        ssl_vpn_no: id(2),
        target_bucket: "b".into(),
    };
    assert!(caused(&apply, &[export(1)], &[export(1), export(2)]));
    assert!(!caused(&apply, &[export(1)], &[export(1)]));
    let cancel = CancelExport {
        frame_no: id(83),
        request: ReturnFileExportApply { box_no: id(381), export_apply_id: id(1543) },
    };
    let state = |code: &str| [super::tests::export(code)];
    assert!(caused(&cancel, &state("REQ_CMPL"), &state("CANCEL")));
    assert!(caused(&cancel, &state("REQ_CMPL"), &[]));
    assert!(!caused(&cancel, &state("INIT"), &state("REQ_CMPL")));
    assert!(!caused(&cancel, &state("REQ_CMPL"), &state("COPY_CMPL")));
    assert!(!caused(&cancel, &state("REQ_CMPL"), &state("REJECT")));
}

#[test]
fn amounts_are_written_in_more_than_one_way() {
    let size = |text: &str| {
        [item(ItemId::Export(id(1)), &[(Property::FileSize, Value::amount(Some(&Amount::new(text))))])]
    };
    assert!(snapshot(&size("1")).changes(&snapshot(&size("1.0"))).is_empty());
}

#[test]
fn whatever_changes_after_an_edited_body_may_be_its_effect() {
    let before = [volume(8, "500", "USE")];
    let after = [volume(8, "500", "USE"), volume(9, "500", "INIT")];
    let memo = modify(Some("memo"));
    assert!(!caused(&memo, &before, &after));
    let edited = Edited(Arc::new(memo));
    assert!(caused(&edited, &before, &after));
    assert!(!caused(&edited, &before, &before));
    assert_eq!(edited.makes(), Makes::Some);
}

#[test]
fn an_edited_body_deletes_nothing_that_was_not_shown() {
    let body = |nas: Vec<NasChange>| prepare(&ModifyDataBox { nas, ..modify(Some("memo")) }).unwrap();
    let one = || vec![NasChange::Delete { instance_no: id(7) }];
    let (none, seven) = (body(Vec::new()), body(one()));
    let edited = |plain: &databoxframe::UnsignedRequest, list: &str| {
        let text = format!(
            r#"{{"dataBoxFrameNo":"83","dataBoxInfo":{{"dataBoxNo":"381","memo":"x","nasList":[{list}]}}}}"#
        );
        other_target(plain, &plain.with_edited_body(&text).unwrap())
    };
    for list in
        [r#"{"actionType":"DELETE","nasInstanceNo":8}"#, r#"{"actionType":"delete","nasInstanceNo":"8"}"#]
    {
        assert_eq!(edited(&none, list), Some("actionType"), "{list}");
        assert_eq!(edited(&seven, list), Some("actionType"), "{list}");
    }
    assert_eq!(edited(&seven, r#"{"actionType":"DELETE","nasInstanceNo":"7"}"#), None);
    assert_eq!(edited(&none, r#"{"actionType":"CREATE","count":1,"nasSize":500}"#), None);
    // Also what is no number is something else than nothing.
    let plain =
        prepare(&ExportFileApprove { frame_no: id(1), box_no: id(2), export_apply_id: id(3) }).unwrap();
    let added = plain.body_text(true).replace('{', r#"{"nasVolumeInstanceNo":[8],"#);
    assert_eq!(other_target(&plain, &plain.with_edited_body(&added).unwrap()), Some("nasVolumeInstanceNo"));
}

#[test]
fn what_destroys_is_confirmed_by_typing_even_if_nothing_else_was_asked_for() {
    let draft = |proposal| Draft {
        title: |t| t.name,
        lead: |t| t.name,
        facts: Vec::new(),
        input: None,
        notice: None,
        confirmation: None,
        proposal,
        done: None,
    };
    let shown = item(ItemId::DataBox(id(381)), &[]);
    let return_box = ReturnDataBox { frame_no: id(83), box_no: id(381) };
    let asked = draft(Proposal::new(return_box, shown.clone())).typed_confirmation().unwrap();
    assert!(asked.is("381") && !asked.is("") && !asked.is("83"));
    let block = SetBlockExternalNetwork { frame_no: id(83), box_no: id(381), block: true };
    let block = draft(Proposal::new(block, shown.clone()));
    assert_eq!(block.typed_confirmation(), None);
    // Data can leave without a review.
    let allow = SetBlockExternalNetwork { frame_no: id(83), box_no: id(381), block: false };
    let allow = draft(Proposal::new(allow, shown.clone()));
    assert!(allow.typed_confirmation().unwrap().is("381"));

    // What refuses, returns or opens has the danger colour.
    let number = || (id(83), id(381), id(1543));
    let ((frame_no, box_no, export_apply_id), reject_reason) = (number(), String::new());
    let reject = ExportFileReject { frame_no, box_no, export_apply_id, reject_reason };
    let (frame_no, box_no, export_apply_id) = number();
    let approve = ExportFileApprove { frame_no, box_no, export_apply_id };
    let return_box = ReturnDataBox { frame_no: id(83), box_no: id(381) };
    for (draft, action, danger) in [
        (block, Action::BlockNetwork, false),
        (allow, Action::AllowNetwork, true),
        (draft(Proposal::new(approve, shown.clone())), Action::Approve, false),
        (draft(Proposal::new(reject, shown.clone())), Action::Reject, true),
        (draft(Proposal::new(return_box, shown)), Action::ReturnBox, true),
    ] {
        let is_danger = draft.is_danger("", Locale::English.texts());
        assert_eq!((draft.action(), is_danger), (action, danger));
    }
}

//! What a comparison with the state before says, and what it leaves open.

use super::*;
use crate::gateway::Failure;
use crate::write::operation::joined;

#[test]
fn the_kinds_of_rows_are_told_apart() {
    use databoxframe::data_box::GetDataBoxInfraList;
    use databoxframe::frame::GetDataBoxFrameInfraList;
    use databoxframe::{Reply, decode};

    fn read<O: Operation>(rows: &str) -> O::Response {
        let body = format!(r#"{{"totalCount":2,"content":[{rows}]}}"#);
        decode::<O>(&Reply { status: 200, content_type: None, body: body.as_bytes() }).unwrap()
    }
    let row = |kind: &str| format!(r#"{{{kind},"instanceNo":"7","instanceName":"shared"}}"#);
    let rows = |field: &str, kinds: &[&str]| {
        let rows: Vec<String> = kinds.iter().map(|kind| row(&format!(r#""{field}":"{kind}""#))).collect();
        rows.join(",")
    };
    let list = read::<GetDataBoxFrameInfraList>(&rows("infraType", &["Server", "NAS", "X"]));
    let ids: Vec<ItemId> = list.list.content.iter().map(|infra| frame_volume_item(infra).id).collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2], "{ids:?}");
    let list = read::<GetDataBoxInfraList>(&rows("productCode", &["SVR_LNX_CENT", "NAS", "HD_E", "X"]));
    let ids: Vec<ItemId> = list.content.iter().map(|infra| box_volume_item(infra).id).collect();
    assert!((0..4).all(|one| (one + 1..4).all(|other| ids[one] != ids[other])), "{ids:?}");
}

#[test]
fn one_of_two_reads_is_not_lost_with_the_other() {
    let whole = |item: Item| Ok(Snapshot::of(item));
    let failed = || Err(Failure::Timeout);
    let both = joined(whole(data_box(381, "a")), whole(volume(7, "500", "USE"))).unwrap();
    assert!(both.items.len() == 2 && !both.incomplete);
    for half in [joined(whole(data_box(381, "a")), failed()), joined(failed(), whole(data_box(381, "a")))] {
        let half = half.unwrap();
        assert!(half.items.len() == 1 && half.incomplete);
    }
    assert!(joined(failed(), failed()).is_err());
    // What the first says is compared; what the second lacks is not called new.
    let memo =
        ModifyDataBox { nas: vec![NasChange::Create { count: 1, nas_size: 500 }], ..modify(Some("b")) };
    let before = joined(whole(data_box(381, "a")), failed()).unwrap();
    let after = joined(whole(data_box(381, "b")), whole(volume(7, "500", "USE"))).unwrap();
    let Comparison::Changed(changes) = Comparison::of(&memo, &before, &after) else { panic!() };
    assert_eq!(changes.list.len(), 1);
}

#[test]
fn whether_there_are_more_new_items_is_not_known_from_an_incomplete_list() {
    let write =
        ModifyDataBox { nas: vec![NasChange::Create { count: 1, nas_size: 500 }], ..modify(Some("b")) };
    let before = snapshot(&[data_box(381, "a")]);
    let after =
        |incomplete| Snapshot { items: vec![data_box(381, "b"), volume(7, "500", "INIT")], incomplete };
    let compared = Comparison::of(&write, &before, &after(true));
    assert!(matches!(compared, Comparison::Changed(_)), "the memo has changed");
    assert!(matches!(compared.new_items(Makes::New(1)), NewItems::Unknown));
    assert!(matches!(compared.new_items(Makes::Nothing), NewItems::AsExpected));
    let compared = Comparison::of(&write, &before, &after(false));
    assert!(matches!(compared.new_items(Makes::New(1)), NewItems::AsExpected));
    for unknown in [Comparison::Incomplete, Comparison::Failed(Failure::Timeout)] {
        assert!(matches!(unknown.new_items(Makes::New(1)), NewItems::Unknown));
    }
    assert!(matches!(Comparison::Unchanged.new_items(Makes::New(1)), NewItems::AsExpected));
}

#[test]
fn an_unknown_status_is_no_certain_effect() {
    let (approve, reject, cancel) = export_writes();
    let certain = |write: &dyn AnyWrite, code: &str| {
        let (before, after) = (snapshot(&[export("INIT")]), snapshot(&[export(code)]));
        match Comparison::of(write, &before, &after) {
            Comparison::Changed(changes) => Some(changes.certain),
            _ => None,
        }
    };
    for (write, own, documented) in [
        (&approve as &dyn AnyWrite, "COPY_ING", false),
        (&approve, "COPY_CMPL", true),
        (&reject, "REJECT", false),
        (&cancel, "CANCEL", false),
    ] {
        assert_eq!(certain(write, own), Some(documented), "{own}");
        assert_eq!(certain(write, "NEW_CODE"), Some(false), "{own}");
    }
    let gone = Comparison::of(&cancel, &snapshot(&[export("INIT")]), &snapshot(&[]));
    assert!(matches!(gone, Comparison::Changed(changes) if changes.certain));
    // An edited body may cause anything: that something changed says little.
    let memo = Edited(Arc::new(modify(Some("b"))));
    let changes =
        |before: Item, after: Item| match Comparison::of(&memo, &snapshot(&[before]), &snapshot(&[after])) {
            Comparison::Changed(changes) => changes.certain,
            other => panic!("{other:?}"),
        };
    assert!(changes(data_box(381, "a"), data_box(381, "b")));
    assert!(!changes(volume(7, "500", "USE"), volume(7, "600", "USE")));
}

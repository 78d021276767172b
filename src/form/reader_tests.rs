use databoxframe::data_box::{Hadoop, HadoopChange, ModifyDataBox};
use databoxframe::frame::{ModifyDataBoxFrameAdminInfra, NasChange};
use databoxframe::import::ApplyFileImport;
use databoxframe::rule::{ANY_COUNT, FILES, Items, NAME, NAS_SIZE_GB};
use databoxframe::{Id, Password};

use super::*;
use crate::form::key::FieldKey;
use crate::form::names::NameError;
use crate::locale::Locale;

const COUNT: Field<u64> = Field::number("count", |t| t.field.volumes, ANY_COUNT);
const SIZE: Field<u64> = Field::gb("nasSize", |t| t.field.nas_size, NAS_SIZE_GB);
const ANY: Items = Items { min: 0, max: usize::MAX };
const NAS: ListDef = ListDef {
    name: "nasList",
    label: |t| t.field.nas,
    item: |t| t.item.nas,
    add: |t| t.add.nas,
    fields: &[COUNT.def(), SIZE.def()],
    changes: &[],
    count: ANY,
};
const FRAME: Field<Id> = Field::choice("dataBoxFrameNo", |t| t.field.frame_no, ());
const BOX: Field<Id> = Field::choice("dataBoxNo", |t| t.field.box_no, ());
const BUCKET: Field<String> = Field::choice("sourceBucketName", |t| t.field.source_bucket, NAME);
const FILE_NAME: Field<String> = Field::file_name("fileName", |t| t.field.file_name);
const FILE_LIST: ListDef = ListDef {
    name: "sourceFileInfoList",
    label: |t| t.field.files,
    item: |t| t.item.file,
    add: |t| t.add.file,
    fields: &[FILE_NAME.def()],
    changes: &[],
    count: FILES,
};

/// What is wrong, with the `id` of its place.
fn places(errors: Vec<FieldError>) -> Vec<(String, Reason)> {
    errors.into_iter().map(|error| (error.place.dom_id().unwrap_or_default(), error.reason)).collect()
}

fn volumes_request(reader: &FormReader<'_>) -> Option<ModifyDataBoxFrameAdminInfra> {
    let nas = reader.each(NAS, |row| {
        let (count, nas_size) = row.read((COUNT, SIZE))?;
        Some(NasChange::Create { count, nas_size })
    });
    Some(ModifyDataBoxFrameAdminInfra { frame_no: 83.into(), memo: None, admin_servers: vec![], nas: nas? })
}

/// A request for new volumes, or what is wrong with it.
fn volumes(count: &str, size: &str) -> Result<(u64, u64), Vec<(String, Reason)>> {
    let mut values = Values::default();
    let row = values.add_row(NAS);
    values.set(&COUNT.at(&row), count.into());
    values.set(&SIZE.at(&row), size.into());
    let made = values.request(volumes_request).map_err(places)?;
    match made.nas.as_slice() {
        [NasChange::Create { count, nas_size }] => Ok((*count, *nas_size)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn numbers_are_sent_as_they_are_meant_and_otherwise_said_to_be_wrong() {
    for (count, size) in
        [("１", "５００"), (" 1 ", "500 GB"), ("1\u{200b}", "500.0"), ("01", "\u{feff}500\u{a0}")]
    {
        assert_eq!(volumes(count, size), Ok((1, 500)), "{count:?} {size:?}");
    }
    assert_eq!(volumes("1", "1,000"), Ok((1, 1000)));
    let size = |problem| Err(vec![("f-nasList-n1-nasSize".to_owned(), Reason::Limit(problem))]);
    assert_eq!(volumes("1", " \u{3000}"), size(Problem::Required));
    assert_eq!(volumes("1", "500 TB"), size(Problem::NotANumber));
    assert_eq!(volumes("1", "99999999999999999999"), size(Problem::OutOfRange(NAS_SIZE_GB)));
    // The unit belongs to a size only.
    let count = |problem| Err(vec![("f-nasList-n1-count".to_owned(), Reason::Limit(problem))]);
    assert_eq!(volumes("1 GB", "500"), count(Problem::NotANumber));
    assert_eq!(volumes("0", "500"), count(Problem::OutOfRange(ANY_COUNT)));
}

fn import_request(reader: &FormReader<'_>) -> Option<ApplyFileImport> {
    let target = reader.read((FRAME, BOX, BUCKET));
    let file_names = reader.each(FILE_LIST, |row| row.read(FILE_NAME));
    reader.check_names(FILE_LIST, FILE_NAME);
    let (frame_no, box_no, source_bucket) = target?;
    let (memo, target_nas_instance_no) = (None, Id::from(1));
    let file_names = file_names?;
    Some(ApplyFileImport { frame_no, box_no, memo, source_bucket, file_names, target_nas_instance_no })
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let mut values = Values::default();
    for name in ["a.csv", "", "a.csv ", "b", "c", "d"] {
        let row = values.add_row(FILE_LIST);
        values.set(&FILE_NAME.at(&row), name.into());
    }
    values.set(&BOX.key(), "381".into());
    let name = |row: &str| format!("f-sourceFileInfoList-{row}-fileName");
    let errors = values.request(import_request).unwrap_err();
    let text = |error: &FieldError| {
        let t = Locale::English.texts();
        format!("{}: {}", error.label(&values, t), error.text(&values, Locale::English))
    };
    assert_eq!(
        errors.iter().map(text).collect::<Vec<_>>(),
        [
            "Frame: Required",
            "Source bucket: Required",
            "Files: 1 to 5 entries.",
            "File name, File 2: Required",
            "File name, File 3: Ends with a space (U+0020).",
            "File name, File 3: Same name as File 1.",
        ]
    );
    assert_eq!(
        places(errors).split_off(2),
        [
            ("f-sourceFileInfoList".into(), Reason::Limit(Problem::WrongCount(FILES))),
            (name("n2"), Reason::Limit(Problem::Required)),
            (name("n3"), Reason::Name(NameError::Ends(' '))),
            (name("n3"), Reason::Name(NameError::SameAs(0))),
        ]
    );
}

#[test]
fn where_one_of_two_is_needed_both_are_named() {
    let values = Values::default();
    let errors = values.request(|reader| {
        reader.need_one_of([NAS, FILE_LIST]);
        volumes_request(reader)
    });
    let errors = errors.unwrap_err();
    let texts = [Locale::English, Locale::Korean].map(|locale| errors[0].text(&values, locale));
    assert_eq!(texts[0], "NAS volumes or Files: at least one is required.");
    assert_eq!(texts[1], "NAS 볼륨 또는 파일 중 하나 이상이 필요합니다.");
}

#[test]
fn a_limit_that_only_the_request_knows_finds_its_field() {
    // Looser than the API.
    const ANY_SIZE: Field<u64> = Field::gb("nasSize", |t| t.field.nas_size, ANY_COUNT);
    let mut values = Values::default();
    let gone = values.add_row(NAS);
    let row = values.add_row(NAS);
    values.set(&SIZE.at(&row), "550".into());
    values.remove_row(&gone);
    let made = values.request(|reader| {
        let nas = reader.each(NAS, |row| Some(NasChange::Create { count: 1, nas_size: row.read(ANY_SIZE)? }));
        let admin_servers = Vec::new();
        Some(ModifyDataBoxFrameAdminInfra { frame_no: "x".into(), memo: None, admin_servers, nas: nas? })
    });
    let errors = made.unwrap_err();
    let frame = FieldError {
        place: ErrorPlace::Request("dataBoxFrameNo".into()),
        reason: Reason::Limit(Problem::NotANumber),
    };
    assert_eq!(errors[0], frame, "no field holds it");
    assert!(errors[1].place.is_field(&SIZE.at(&row)), "{errors:?}");
}

/// The API writes the field of an edge node with another capital when a box is changed.
#[test]
fn a_field_is_found_by_either_spelling_of_its_name() {
    const EDGE: Field<u64> = Field::number("edgeNodeProdSpecId", |t| t.field.edge_spec, ANY_COUNT);
    const LIST: ListDef = ListDef { name: "hadoopList", ..NAS };
    let mut values = Values::default();
    let row = values.add_row(LIST);
    values.set(&EDGE.at(&row), "1".into());
    let made = values.request(|reader| {
        let hadoop = reader.each(LIST, |row| {
            row.read(EDGE)?;
            Some(HadoopChange::Create(Hadoop {
                edge_node_prod_spec_id: 0,
                master_node_prod_spec_id: 1,
                master_node_storage_size: None,
                worker_node_prod_spec_id: 1,
                worker_node_count: 1,
                worker_node_storage_size: None,
                user_password: Password::new("Abcdef1!".into()),
            }))
        });
        Some(ModifyDataBox {
            frame_no: 1.into(),
            box_no: 1.into(),
            connect_servers: Vec::new(),
            hadoop: hadoop?,
            linux_servers: Vec::new(),
            tensor_flow_cpu_servers: Vec::new(),
            tensor_flow_gpu_servers: Vec::new(),
            nas: Vec::new(),
            memo: None,
        })
    });
    let key: FieldKey = EDGE.at(&row);
    assert!(made.unwrap_err()[0].place.is_field(&key));
}

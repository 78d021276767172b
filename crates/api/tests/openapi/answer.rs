//! The schemas of answers, from the records' documented fields.

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus};
use databoxframe::data_box::{
    BoxSummary, ConnectionLink, HadoopCluster, LinuxServer, Mount, NodeSpec, TensorFlowServer,
};
use databoxframe::export::SslVpnAccount;
use databoxframe::frame::{FrameDetail, FrameInfra, FrameInfraList};
use databoxframe::product::Product;
use databoxframe::{Documented, Kind, List, Receipt, Record};
use serde_json::{Map, Value, json};

use crate::glossary::{describe, text};

/// The schemas that others refer to.
pub type Components = Map<String, Value>;

/// Something a successful answer holds.
pub trait Answer {
    fn schema(components: &mut Components) -> Value;
}

impl<R: Record> Answer for List<R> {
    fn schema(components: &mut Components) -> Value {
        let mut properties = Map::new();
        // The one list whose page shows no count.
        if name::<R>() != name::<SslVpnAccount>() {
            properties.insert("totalCount".into(), total_count());
        }
        properties.insert("content".into(), json!({ "type": "array", "items": record::<R>(components) }));
        json!({ "type": "object", "properties": properties, "required": ["content"] })
    }
}

impl Answer for FrameInfraList {
    fn schema(components: &mut Components) -> Value {
        let mut schema = List::<FrameInfra>::schema(components);
        let mut flag = kind(Kind::Flag);
        describe(&mut flag, &text("FrameDetail", "usePseudonymInfo"));
        schema["properties"]["usePseudonymInfo"] = flag;
        schema
    }
}

macro_rules! bare {
    ($($name:ty),*) => {$(
        impl Answer for $name {
            fn schema(components: &mut Components) -> Value {
                record::<Self>(components)
            }
        }
    )*};
}
bare!(FrameDetail, BoxSummary, HadoopCluster, LinuxServer, TensorFlowServer, Receipt);

fn total_count() -> Value {
    let mut schema = kind(Kind::Amount);
    describe(&mut schema, &text("List", "totalCount"));
    schema
}

fn name<R>() -> &'static str {
    std::any::type_name::<R>().rsplit("::").next().unwrap()
}

/// A reference to the record's schema, which is made the first time.
fn record<R: Record>(components: &mut Components) -> Value {
    let name = name::<R>();
    if !components.contains_key(name) {
        let schema = fields(name, R::FIELDS, components);
        components.insert(name.to_owned(), schema);
    }
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn fields(record_name: &str, documented: &[Documented], components: &mut Components) -> Value {
    let mut properties = Map::new();
    for field in documented {
        let mut schema = match field.kind {
            Kind::List => json!({ "type": "array", "items": nested(field.name, components) }),
            Kind::Code => json!({ "type": "string", "examples": codes(record_name, field.name) }),
            scalar => kind(scalar),
        };
        describe(&mut schema, &text(record_name, field.name));
        properties.insert(field.name.to_owned(), schema);
    }
    let required: Vec<&str> = documented.iter().filter(|f| f.required).map(|f| f.name).collect();
    let mut schema =
        json!({ "type": "object", "description": text("Record", record_name), "properties": properties });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

fn nested(field: &str, components: &mut Components) -> Value {
    match field {
        "specList" => record::<NodeSpec>(components),
        "connectionList" => record::<ConnectionLink>(components),
        "storageList" => record::<Mount>(components),
        other => panic!("what are the items of {other}?"),
    }
}

/// Ids and amounts are written both ways, sometimes on one page.
fn kind(kind: Kind) -> Value {
    match kind {
        Kind::Id => json!({ "type": ["string", "integer"] }),
        Kind::Amount => json!({ "type": ["number", "string"] }),
        Kind::Flag => json!({ "type": ["boolean", "string"] }),
        Kind::Date => json!({
            "type": "string",
            "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})?$",
        }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Code | Kind::List => unreachable!("they need more than their kind"),
    }
}

/// The known codes: examples, because no table is known to be complete.
pub fn codes(record: &str, field: &str) -> Vec<String> {
    fn of<T: Clone>(known: &[T], text: impl Fn(&T) -> &str) -> Vec<String> {
        known.iter().map(|code| text(code).to_owned()).collect()
    }
    match (record, field) {
        (_, "productCode") => of(Product::KNOWN, Product::as_str),
        ("Frame" | "FrameDetail" | "FrameInfra", _) => of(FrameStatus::KNOWN, FrameStatus::as_str),
        ("DataBox" | "BoxInfra" | "BoxSummary", _) => of(BoxStatus::KNOWN, BoxStatus::as_str),
        (import, _) if import.to_lowercase().contains("import") => {
            of(ImportStatus::KNOWN, ImportStatus::as_str)
        }
        _ => of(ExportStatus::KNOWN, ExportStatus::as_str),
    }
}

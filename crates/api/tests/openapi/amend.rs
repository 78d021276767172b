//! Where a request of the crate says more than the API reference does.

use databoxframe::rule::SSL_VPN_PER_CONNECT_SERVER;
use serde_json::{Value, json};

/// Lists of an operation, and the fields in them that the crate always sends.
type Always = (&'static str, &'static [&'static str], &'static [&'static str]);

const ADDED_SERVERS: &[&str] = &["linuxServerList", "tensorFlowCpuServerList", "tensorFlowGpuServerList"];

/// Marked as optional.
const OPTIONAL: [Always; 2] = [
    ("create-data-box", &["connectServerList"], &["prodSpecId"]),
    ("create-data-box", &["hadoopList"], &["edgeNodeProdSpecId", "masterNodeProdSpecId"]),
];

/// Where it was not visible, or the API reference contradicts itself.
const UNCLEAR: [Always; 7] = [
    ("create-data-box", &["hadoopList"], &["workerNodeProdSpecId", "workerNodeCount", "userPassword"]),
    ("create-data-box", ADDED_SERVERS, &["prodSpecId", "userPassword"]),
    ("create-data-box", &["nasList"], &["count", "nasSize"]),
    ("modify-data-box", &["connectServerList"], &["storageSize"]),
    ("modify-data-box", &["hadoopList"], &["workerNodeCount"]),
    ("modify-data-box", ADDED_SERVERS, &["prodSpecId", "userPassword"]),
    ("modify-data-box", &["nasList"], &["count", "nasSize"]),
];

/// The schema of a body, made no stricter than the API reference.
pub fn body(operation: &str, mut body: Value) -> Value {
    let tables = OPTIONAL
        .iter()
        .map(|row| (row, ""))
        .chain(UNCLEAR.iter().map(|row| (row, " Whether it has to be there is not documented.")));
    for ((_, lists, fields), words) in tables.filter(|((name, ..), _)| *name == operation) {
        for list in *lists {
            let items = &mut body["properties"]["dataBoxInfo"]["properties"][*list]["items"];
            for field in *fields {
                let loosened = kinds(items)
                    .into_iter()
                    .map(|kind| loosen(kind, field, words))
                    .filter(|was| *was)
                    .count();
                assert!(loosened > 0, "{operation} {list}: {field} is not required anyway");
            }
        }
    }
    match operation {
        "create-data-box" => create_data_box(&mut body["properties"]["dataBoxInfo"]),
        // Numbers in the table, strings in the example.
        "change-data-box-nas-volume-size" => {
            for name in ["dataBoxFrameNo", "dataBoxNo"] {
                let id = &mut body["properties"][name];
                assert_eq!(id["type"], "integer");
                id["type"] = json!(["integer", "string"]);
                id["pattern"] = "^[0-9]{1,19}$".into();
            }
        }
        _ => {}
    }
    body
}

/// The kinds of items of a list: one, or one for each action.
fn kinds(items: &mut Value) -> Vec<&mut Value> {
    match items.get("oneOf").is_some() {
        true => items["oneOf"].as_array_mut().unwrap().iter_mut().collect(),
        false => vec![items],
    }
}

/// Makes a field optional; whether it was required.
fn loosen(kind: &mut Value, field: &str, words: &str) -> bool {
    let required = kind["required"].as_array_mut().unwrap();
    let Some(index) = required.iter().position(|name| name == field) else { return false };
    required.remove(index);
    if required.is_empty() {
        kind.as_object_mut().unwrap().remove("required");
    }
    let description = &mut kind["properties"][field]["description"];
    *description = format!("{}{words}", description.as_str().unwrap()).into();
    true
}

/// What depends on two fields at once can't be found out field by field.
fn create_data_box(new_box: &mut Value) {
    let kinds = ["tensorFlowCpuServerList", "tensorFlowGpuServerList"];
    // One of the two, which the crate notes at the first.
    new_box["required"].as_array_mut().unwrap().retain(|name| name != kinds[0]);
    new_box["anyOf"] = kinds.map(|kind| json!({ "required": [kind] })).into();
    // A required list, which the crate does not send empty.
    assert!(new_box["properties"]["nasList"].as_object_mut().unwrap().remove("minItems").is_some());
    // Three for each Connect server.
    let accounts = new_box["properties"]["sslVpnCount"].as_object_mut().unwrap();
    assert_eq!(accounts.remove("maximum"), Some(json!(6 * SSL_VPN_PER_CONNECT_SERVER)));
    let more = format!(
        "SSL VPN accounts of the box, at most {SSL_VPN_PER_CONNECT_SERVER} for each Connect server. That there \
         may be none is inferred."
    );
    accounts.insert("description".into(), more.into());
}

//! What an answer says there is to read next: numbers of frames, boxes, requests and servers.

use databoxframe::Id;
use databoxframe::product::Product;
use serde_json::Value;

/// A number out of a record, if it is one that a request can carry.
pub fn id(record: &Value, name: &str) -> Option<Id> {
    let id = match record.get(name)? {
        Value::String(text) => Id::new(text.as_str()),
        Value::Number(number) => Id::new(number.to_string()),
        _ => return None,
    };
    id.number().map(|_| id)
}

/// Up to `most` records, in another state each as long as there are such; what is in use or
/// completed first, because it has the most in it.
pub fn samples<'a>(records: &'a [Value], status: &str, most: usize) -> Vec<&'a Value> {
    let state = |record: &'a Value| record.get(status).and_then(Value::as_str).unwrap_or_default();
    let in_use = |record: &&'a Value| matches!(state(record), "SET_USE" | "USE" | "SCSS" | "COPY_CMPL");
    let mut picked: Vec<&Value> = records.iter().find(in_use).into_iter().collect();
    for record in records {
        if picked.iter().all(|other| state(other) != state(record)) {
            picked.push(record);
        }
    }
    for record in records {
        if picked.iter().all(|other| !std::ptr::eq(*other, record)) {
            picked.push(record);
        }
    }
    picked.truncate(most);
    picked
}

/// What has a read of its own in a box's infrastructure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// A Hadoop cluster.
    Hadoop,
    /// A Linux server.
    Linux,
    /// A TensorFlow server.
    TensorFlow,
}

/// The servers of a box's infrastructure, each number once.
pub fn servers(records: &[Value]) -> Vec<(Server, Id)> {
    let mut servers: Vec<(Server, Id)> = Vec::new();
    for record in records {
        let kind =
            match Product::from_code(record.get("productCode").and_then(Value::as_str).unwrap_or_default()) {
                Product::HadoopEdge | Product::HadoopMaster | Product::HadoopWorker => Server::Hadoop,
                Product::LinuxCentos | Product::LinuxUbuntu => Server::Linux,
                Product::TensorFlowCpu | Product::TensorFlowGpu => Server::TensorFlow,
                _ => continue,
            };
        if let Some(no) = id(record, "instanceNo").filter(|no| servers.iter().all(|(_, other)| other != no)) {
            servers.push((kind, no));
        }
    }
    servers
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn picks_differ_in_state_and_begin_with_what_is_in_use() {
        let record = |no: u64, status: &str| json!({ "no": no, "statusCode": status });
        let records =
            [record(1, "TERMT"), record(2, "TERMT"), record(3, "USE"), record(4, "USE"), record(5, "ING")];
        let numbers = |most| -> Vec<u64> {
            samples(&records, "statusCode", most).iter().map(|one| one["no"].as_u64().unwrap()).collect()
        };
        assert_eq!(numbers(2), [3, 1]);
        assert_eq!(numbers(9), [3, 1, 5, 2, 4]);
        assert!(samples(&[], "statusCode", 3).is_empty());
    }

    #[test]
    fn numbers_are_what_a_request_can_carry() {
        let record = json!({ "a": "83", "b": 84, "c": "-", "d": null, "e": "", "f": [1] });
        let found =
            ["a", "b", "c", "d", "e", "f", "g"].map(|name| id(&record, name).map(|id| id.to_string()));
        assert_eq!(found, [Some("83".into()), Some("84".into()), None, None, None, None, None]);
        let node = |product: &str, no: &str| json!({ "productCode": product, "instanceNo": no });
        let rows =
            [node("HD_E", "7"), node("HD_M", "7"), node("NAS", "8"), node("TF_GPU", "9"), node("X", "1")];
        assert_eq!(servers(&rows), [(Server::Hadoop, Id::from(7)), (Server::TensorFlow, Id::from(9))]);
    }
}

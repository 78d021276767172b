//! Labels of the API's fields, by their API names: for a broken limit without a field in a form.

use super::Texts;

/// The label of a field; its API name if it has none.
pub fn field_label<'a>(name: &'a str, t: &Texts) -> &'a str {
    labelled(name, t).unwrap_or(name)
}

fn labelled(name: &str, t: &Texts) -> Option<&'static str> {
    let f = &t.field;
    Some(match name {
        "dataBoxFrameNo" => f.frame_no,
        "dataBoxNo" => f.box_no,
        "dataBoxInfo" => f.box_info,
        "memo" => f.memo,
        "actionType" => f.action,
        "prodSpecId" => f.spec,
        "storageSize" => f.storage,
        "blockStorageInstanceNo" => f.storage_no,
        "adminPassword" => f.admin_password,
        "userPassword1" => f.password_1,
        "userPassword2" => f.password_2,
        "userPassword" => f.password,
        "edgeNodeProdSpecId" | "EdgeNodeProdSpecId" => f.edge_spec,
        "masterNodeProdSpecId" => f.master_spec,
        "masterNodeStorageSize" => f.master_storage,
        "workerNodeProdSpecId" => f.worker_spec,
        "workerNodeCount" => f.workers,
        "workerNodeStorageSize" => f.worker_storage,
        "count" => f.volumes,
        "nasSize" => f.nas_size,
        "sslVpnCount" => f.ssl_vpn_count,
        "connectServerList" => f.connect_servers,
        "linuxServerList" => f.linux_servers,
        "hadoopList" => f.hadoop,
        "tensorFlowCpuServerList" => f.tensor_flow_cpu,
        "tensorFlowGpuServerList" => f.tensor_flow_gpu,
        "adminServerList" => f.admin_servers,
        "nasList" => f.nas,
        "adminServerInstanceNo" | "serverInstanceNo" => f.server_no,
        "hadoopInstanceNo" => f.cluster_no,
        "nasInstanceNo" | "nasVolumeInstanceNo" => f.nas_no,
        "instanceNo" => f.instance_no,
        "isBlock" => f.block,
        "applyStartDate" => f.from,
        "applyEndDate" => f.to,
        "sourceBucketName" => f.source_bucket,
        "targetBucketName" => f.target_bucket,
        "sourceFileInfoList" => f.files,
        "fileName" => f.file_name,
        "description" => f.description,
        "exportPurpose" => f.purpose,
        "targetNasInstanceNo" => f.target_nas,
        "sourceNasInstanceNo" => f.source_nas,
        "sslVpnNo" => f.applicant,
        "volumeSize" => f.new_size,
        "exportApplyId" | "importApplyId" => f.request_no,
        "rejectReason" => f.reason,
        "status" => t.status,
        "pageNo" => f.page_no,
        "pageSize" => f.page_size,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Map, Value};

    use super::*;
    use crate::locale::Locale;

    /// The names of all fields of requests, from the API description.
    fn names() -> BTreeSet<String> {
        let api: Value = serde_json::from_str(include_str!("../../public/openapi.json")).unwrap();
        let mut names = BTreeSet::new();
        let operations =
            api["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap());
        for (_, operation) in operations {
            walk(&operation["requestBody"], &api, &mut names);
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = resolved(parameter, &api)["name"].as_str().unwrap();
                if !name.starts_with("x-ncp") {
                    names.insert(name.to_owned());
                }
            }
        }
        assert!(names.len() > 45, "{names:?}");
        names
    }

    fn resolved<'a>(value: &'a Value, api: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(place) => api.pointer(place.trim_start_matches('#')).unwrap(),
            None => value,
        }
    }

    fn walk(value: &Value, api: &Value, names: &mut BTreeSet<String>) {
        let value = resolved(value, api);
        for name in value["properties"].as_object().into_iter().flat_map(Map::keys) {
            names.insert(name.clone());
        }
        match value {
            Value::Object(fields) => fields.values().for_each(|field| walk(field, api, names)),
            Value::Array(items) => items.iter().for_each(|item| walk(item, api, names)),
            _ => {}
        }
    }

    #[test]
    fn every_field_of_a_request_has_a_label_in_each_language() {
        for name in names() {
            for locale in Locale::ALL {
                assert!(labelled(&name, locale.texts()).is_some(), "{name} has no label");
            }
        }
    }
}

//! What fields are called in words, each once; `place.field` where one place means another thing.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

/// Fields, records and what they mean. A place is an operation or a record.
const WORDS: &[(&str, &str)] = &[
    // Requests.
    ("pageNo", "Number of the page, counted from 1."),
    ("pageSize", "Entries on a page."),
    ("dataBoxFrameNo", "Number of the frame, as get-data-box-frame-list gives it."),
    ("dataBoxNo", "Number of the box, as get-data-box-list gives it."),
    ("instanceNo", "Number of a server, cluster or volume: what changes and returns refer to."),
    ("memo", "A remark, free text."),
    ("adminServerList", "What happens to admin servers, one entry each."),
    ("adminServerInstanceNo", "Which admin server: `instanceNo` of get-data-box-frame-infra-list."),
    ("actionType", "What to do with it."),
    (
        "modify-data-box.actionType",
        "What to do with it. Marked as optional in the list of Connect servers; that the other lists have it is inferred.",
    ),
    ("prodSpecId", "Spec code: the size of a server. Only a part of the table of codes was visible."),
    (
        "userPassword",
        "Password of the account, mixed of upper-case and lower-case letters, digits and special characters.",
    ),
    ("nasList", "NAS volumes."),
    ("count", "How many volumes of this size."),
    ("nasSize", "Size of each volume in GB. All volumes together are limited to 10 TB."),
    (
        "create-data-box.nasSize",
        "Size of each volume in GB; the bounds are printed with the other NAS operations only.",
    ),
    ("nasInstanceNo", "Number of the volume."),
    ("nasVolumeInstanceNo", "Number of the volume: `instanceNo` of the list of infrastructure."),
    ("volumeSize", "New size in GB. All volumes together are limited to 10 TB."),
    ("dataBoxInfo", "The box and what is in it."),
    ("connectServerList", "Connect (Windows) servers, through which analysts reach the box."),
    (
        "create-data-box.connectServerList",
        "Connect (Windows) servers, through which analysts reach the box. That there has to be one is inferred.",
    ),
    ("hadoopList", "Hadoop clusters."),
    ("linuxServerList", "Linux servers. The fields of an item are inferred: no page shows them."),
    (
        "tensorFlowCpuServerList",
        "TensorFlow servers with processors. The fields of an item are inferred: no page shows them.",
    ),
    (
        "tensorFlowGpuServerList",
        "TensorFlow servers with graphics processors. The fields of an item are inferred: no page shows them.",
    ),
    ("sslVpnCount", "SSL VPN accounts of the box."),
    ("storageSize", "Block storage in GB."),
    (
        "modify-data-box.storageSize",
        "Block storage in GB. For a Connect server marked as optional, but noted as required to create and to update it.",
    ),
    ("adminPassword", "Password of the administrator, by the same rules as all server passwords."),
    (
        "create-data-box.adminPassword",
        "Password of the administrator, by the same rules as all server passwords. Marked as conditional; the \
         condition was not visible.",
    ),
    (
        "create-data-box.userPassword1",
        "Password of the account ncp1, by the same rules. Marked as conditional like the one above.",
    ),
    (
        "create-data-box.userPassword2",
        "Password of the account ncp2, by the same rules. Marked as conditional like the one above.",
    ),
    ("userPassword1", "Password of the account ncp1, by the same rules."),
    ("userPassword2", "Password of the account ncp2, by the same rules."),
    ("edgeNodeProdSpecId", "Spec code of the edge node."),
    (
        "EdgeNodeProdSpecId",
        "Spec code of the edge node. With a capital E here, unlike in create-data-box; which of them the service insists on is not documented.",
    ),
    ("masterNodeProdSpecId", "Spec code of the master nodes."),
    ("masterNodeStorageSize", "Block storage of a master node in GB."),
    ("workerNodeProdSpecId", "Spec code of the worker nodes."),
    ("workerNodeCount", "How many worker nodes."),
    ("workerNodeStorageSize", "Block storage of a worker node in GB."),
    ("hadoopInstanceNo", "Number of the cluster. That it names the cluster to delete is inferred."),
    (
        "serverInstanceNo",
        "Number of the server. How to name one to delete is not documented; this is the likeliest.",
    ),
    ("blockStorageInstanceNo", "Number of the server's block storage."),
    ("isBlock", "Whether the external network is blocked (true) or allowed (false)."),
    ("sourceBucketName", "The bucket the files come from."),
    ("apply-file-import.sourceFileInfoList", "The files, at most 500 MB each."),
    ("sourceFileInfoList", "The files, at most 10 MB each. The edition of 2023 allowed one."),
    ("fileName", "Name of the file."),
    ("targetNasInstanceNo", "The volume that receives the files, from get-target-nas-list."),
    ("applyStartDate", "Requests from this moment on, `yyyyMMddHHmmss`. Its time zone is not documented."),
    ("applyEndDate", "Requests up to this moment, `yyyyMMddHHmmss`. Its time zone is not documented."),
    ("status", "Status of the request. Only some codes were visible, so others occur."),
    ("importApplyId", "Number of the import request."),
    ("exportApplyId", "Number of the export request."),
    ("exportPurpose", "Why the files are exported."),
    (
        "description",
        "What the file is. The editions disagree on whether it has to be there; the strictest wants 1 to 1,000 characters.",
    ),
    ("ExportReview.description", "What the file is, in the applicant's words; only in the detail."),
    ("ExportReview.exportPurpose", "Why the file is exported; only in the detail."),
    ("ExportReview.memo", "The request's remark; only in the detail."),
    ("sourceNasInstanceNo", "The volume the files are on, from get-source-nas-list."),
    ("sslVpnNo", "Number of an SSL VPN account; the applicant is one of get-ssl-vpn-account-list."),
    ("targetBucketName", "The bucket that receives the file once it is approved."),
    (
        "rejectReason",
        "Why it is rejected, shown to the applicant. The limit is that of the older English edition.",
    ),
    // Answers.
    ("List.totalCount", "How many there are in all pages."),
    ("returnMessage", "A fixed sentence in the language of x-ncp-lang: what was done or queued."),
    ("dataBoxFrameName", "Name of the frame."),
    ("dataBoxCount", "Boxes in the frame; a string in the example."),
    ("createDate", "When it was created, `YYYY-MM-DD HH:mm:ss`. Its time zone is not documented."),
    ("statusCode", "Where it is in its life."),
    ("statusName", "The status in words, in the language of x-ncp-lang."),
    ("exportBucketName", "The bucket that holds files while they are reviewed."),
    ("usePseudonymInfo", "Whether the strengthened permission to manage infrastructure is used, `Y` or `N`."),
    ("infraType", "`Server` or `NAS`."),
    ("instanceName", "Name of the server, node or volume."),
    ("privateIp", "Private IP address of a server."),
    ("publicIp", "Public IP address of a server."),
    ("osName", "Operating system of a server."),
    ("specName", "Spec of a server in words; capacity of a volume in GB."),
    ("userName", "Login account of a server; mount path of a volume."),
    ("connectInfo", "User name of an admin server."),
    ("useData", "Data on it, in GB."),
    ("instanceStatusCode", "State of the machine itself. Only `RUN` was seen, on the edition of 2023."),
    ("dataBoxName", "Name of the box."),
    ("disabled", "Whether it can be used. Which value means what is not documented."),
    ("productCode", "What kind of infrastructure it is."),
    ("productType", "The kind in words."),
    ("BoxInfra.instanceNo", "Its number; the nodes of one Hadoop cluster share one."),
    ("contractInstanceNo", "Another number of the server, in the table of 2025 only."),
    ("blockStorageSize", "Size of its block storage in GB."),
    ("connectInfo1", "First account of a Connect server; mount path of a volume."),
    ("connectInfo2", "Second account of a Connect server."),
    ("connectSslVpnUrl", "Where analysts connect. One table of 2023 spells it conectSslVpnUrl."),
    ("webBlockStatus", "True: the external network is blocked; false: it is connected."),
    ("mountCount", "Views of shared data."),
    ("nasCount", "NAS volumes."),
    ("nasTotalSize", "GB of all volumes together."),
    ("nasTotalUseSize", "GB in use of them."),
    ("exportApplyCount", "Export requests under review."),
    ("specList", "The kinds of nodes."),
    ("connectionList", "Applications to connect to."),
    ("storageList", "Mounted volumes."),
    ("NodeSpec.name", "The kind of node."),
    ("NodeSpec.spec", "Spec of such a node in words."),
    ("nodeCount", "How many such nodes."),
    ("applicationName", "Name of the application."),
    ("connectionUrl", "URL of the application."),
    ("Mount.name", "Name of the volume."),
    ("storagePath", "Where it is mounted."),
    ("nasName", "Name of the volume."),
    ("targetNasName", "Name of the volume that receives the file."),
    ("sourceNasName", "Name of the volume the file comes from."),
    ("sourceFileName", "Name of the file."),
    ("sourceBucketFileName", "Name of the file in the bucket."),
    ("sourceNasFileName", "Name of the file on the volume."),
    ("nasInstanceName", "Name of the volume."),
    ("applyDate", "When it was requested, `YYYY-MM-DD HH:mm:ss`."),
    ("ImportRequest.applyDate", "When it was requested, `YYYY-MM-DD HH:mm:ss`; only in the list."),
    ("completeDate", "When it was done, `YYYY-MM-DD HH:mm:ss`; only in the list."),
    ("resultDate", "When it was reviewed, `YYYY-MM-DD HH:mm:ss`; there once it was."),
    ("approveDate", "When it was reviewed, `YYYY-MM-DD HH:mm:ss`; there once it was."),
    ("vpnId", "Login name of an SSL VPN account."),
    ("sslVpnId", "Login name of the applicant's SSL VPN account."),
    ("email", "Masked by the service."),
    ("countryCode", "Calling code of the country."),
    ("phoneNumber", "Masked by the service."),
    ("fileSize", "Size of the file in MB."),
    ("bucketName", "Name of the bucket."),
    // Records.
    ("Record.Frame", "A frame in the list."),
    ("Record.FrameDetail", "A frame."),
    (
        "Record.FrameInfra",
        "An admin server or a shared volume. The last four fields are on the edition of 2023 only.",
    ),
    ("Record.Receipt", "The answer to a write."),
    ("Record.DataBox", "A box in the list."),
    ("Record.BoxInfra", "A server, node or volume of a box."),
    ("Record.BoxSummary", "A box and what is in it, in numbers."),
    ("Record.HadoopCluster", "A Hadoop cluster."),
    ("Record.NodeSpec", "One kind of node of a cluster."),
    ("Record.ConnectionLink", "An application to connect to."),
    ("Record.Mount", "A mounted volume."),
    ("Record.LinuxServer", "A Linux server."),
    ("Record.TensorFlowServer", "A TensorFlow server."),
    ("Record.NasVolume", "A volume that files are brought to or taken from."),
    ("Record.ImportApplied", "What became of one file of a new import request."),
    ("Record.ImportRequest", "An import request."),
    ("Record.SslVpnAccount", "An SSL VPN account."),
    ("Record.ExportApplied", "What became of one file of a new export request."),
    ("Record.ExportRequest", "An export request as its applicant sees it."),
    ("Record.ExportReview", "An export request as its reviewer sees it."),
    ("Record.Bucket", "A bucket of Object Storage."),
];

/// Values of requests in the examples of the API guide.
const EXAMPLES: &[(&str, &str)] = &[
    ("dataBoxFrameNo", "83"),
    ("dataBoxNo", "381"),
    ("importApplyId", "878"),
    ("volumeSize", "600"),
    ("isBlock", "true"),
    ("applyStartDate", "20250325000000"),
    ("applyEndDate", "20250329000000"),
    ("sourceBucketName", "testddfdas"),
    ("fileName", "sample.xlsx"),
];

thread_local! {
    static USED: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// The words for a field of a place.
pub fn text(place: &str, field: &str) -> String {
    let special = format!("{place}.{field}");
    let found = WORDS.iter().find(|(name, _)| *name == special);
    let (name, text) = found
        .or_else(|| WORDS.iter().find(|(name, _)| *name == field))
        .unwrap_or_else(|| panic!("no words for {special}"));
    USED.with_borrow_mut(|used| used.insert(name));
    (*text).to_owned()
}

/// A value from the API guide for a field of a request.
pub fn example(field: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(name, _)| *name == field).map(|(_, value)| *value)
}

/// Words for fields that no longer are.
pub fn unused() -> Vec<&'static str> {
    USED.with_borrow(|used| WORDS.iter().map(|(name, _)| *name).filter(|name| !used.contains(name)).collect())
}

/// Adds the words, and what the API reference leaves open about a number.
pub fn describe(schema: &mut Value, text: &str) {
    let open = if schema["format"] == "int32" { " Its bounds are not documented." } else { "" };
    schema["description"] = format!("{text}{open}").into();
}

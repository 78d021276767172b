//! What the operations do, in our words.

/// The groups of the API guide: the part of the path, the name, what it is about.
pub const GROUPS: [(&str, &str, &str); 6] = [
    ("data-box-frame", "Data Box Frame", "The fenced environment, with its admin servers and shared NAS."),
    ("data-box", "Data Box", "An analyst's space in a frame."),
    ("import", "Import", "Files from a bucket into a box."),
    ("export", "Export", "Files from a box to a bucket, by way of a review."),
    ("export-approve", "Export review", "What may leave the fence."),
    ("bucket", "Object Storage bucket", "The buckets of imports and exports."),
];

pub const INFO: &str = "An unofficial description of the 32 operations of NAVER Cloud's Data Box Frame, \
written from its public API guide as far as that could be read. It was never held against the real service. \
Where it says \"not documented\" or \"inferred\", the guide is silent or its editions disagree.

**Requests.** A GET takes query parameters and no body, a POST a JSON body and no query. The body's content \
type is not documented; `application/json` is assumed. What happens to fields that are not described here is \
not documented, so none are allowed. Lengths count characters.

**Answers.** The same field is a number in one example and a string in another, so numbers and ids may be \
either here. Other fields may come on top. Dates are wall-clock time; the zone is not documented.

**Signature.** Every request carries the time in milliseconds, the access key, and the HMAC-SHA256 of \
`METHOD path?query\\ntimestamp\\naccess key` under the secret key, in Base64. Path and query are signed exactly \
as they are sent; host, headers and body are not.

**End of life.** Since 2025-10-23 neither new subscriptions nor changes of a box's environment are offered; \
what the operations then answer is not documented.";

const QUEUED: &str = "The work is only queued; the lists show how it goes on.";

/// Name, summary, description; in the order of the API guide.
const OPERATIONS: [(&str, &str, &str); 32] = [
    (
        "get-data-box-frame-list",
        "List frames",
        "The account's frames, page by page. That they stand in `content` is shown by the older edition's example only.",
    ),
    ("get-data-box-frame-detail", "Show a frame", "One frame, without a wrapper around it."),
    (
        "get-data-box-frame-infra-list",
        "List a frame's infrastructure",
        "The frame's own admin servers and shared volumes, page by page.",
    ),
    (
        "modify-data-box-frame-admin-infra",
        "Change a frame's infrastructure",
        "Creates, changes and returns admin servers, creates and returns shared volumes, changes the memo. \
      A table calls the password required for every action, its note for new servers only. @",
    ),
    (
        "change-data-box-frame-nas-volume-size",
        "Resize a frame's volume",
        "Gives a shared volume another size. @",
    ),
    ("return-data-box-frame", "Return a frame", "Ends the frame with all its boxes and data, for good. @"),
    ("get-data-box-list", "List boxes", "A frame's boxes, page by page."),
    (
        "get-data-box-infra-list",
        "List a box's infrastructure",
        "All servers, nodes and volumes of a box at once.",
    ),
    (
        "get-data-box-summary-info",
        "Summarise a box",
        "A box in numbers, with the state of its external network.",
    ),
    (
        "get-hadoop-cluster-info",
        "Show a Hadoop cluster",
        "Nodes, applications and mounts of a box's cluster. Edge, master and worker nodes carry the same number. \
      No example was visible.",
    ),
    ("get-linux-info", "Show a Linux server", "The mounts of one of a box's Linux servers."),
    (
        "get-tensor-flow-info",
        "Show a TensorFlow server",
        "Applications and mounts of one of a box's TensorFlow servers. No example was visible.",
    ),
    (
        "create-data-box",
        "Create a box",
        "Creates a box with Connect servers and volumes. TensorFlow servers of one of the two kinds \
      have to be there: so the table reads, unverified. The frame's number is a string here. @",
    ),
    (
        "modify-data-box",
        "Change a box",
        "Creates, changes and returns parts of a box, or changes its memo. The numbers of frame and box are strings \
      here. @",
    ),
    (
        "change-data-box-nas-volume-size",
        "Resize a box's volume",
        "Gives a volume of a box another size. Its example writes the numbers of frame and box as strings. @",
    ),
    (
        "set-block-external-network",
        "Block or allow the external network",
        "Cuts a box off from the external network, or connects it. @",
    ),
    ("return-data-box", "Return a box", "Ends the box with all its servers and data, for good. @"),
    ("get-target-nas-list", "List volumes for imports", "The volumes of a box that can receive files."),
    (
        "apply-file-import",
        "Import files",
        "Brings up to five files from a bucket to a volume of a box. That the answer's items stand in `content` is \
      inferred from its siblings.",
    ),
    ("get-import-apply-list", "List import requests", "A frame's import requests, page by page."),
    ("get-import-apply-detail", "Show an import request", "One request, in a list of one, without dates."),
    (
        "get-source-nas-list",
        "List volumes for exports",
        "The volumes of a box that files can be taken from. The edition of 2023 had the box optional.",
    ),
    (
        "get-ssl-vpn-account-list",
        "List SSL VPN accounts",
        "The accounts of a box, of which an export's applicant is one. There is no total here.",
    ),
    (
        "apply-file-export",
        "Export files",
        "Asks to take up to five files from a volume of a box to a bucket; a reviewer decides. The memo's limit is \
      that of 2025; it once was 1,000 characters.",
    ),
    (
        "get-export-apply-list",
        "List export requests",
        "A box's export requests, page by page. The edition of 2023 had the box optional.",
    ),
    (
        "get-export-apply-detail",
        "Show an export request",
        "One request, in a list of one. Why it was rejected is not in it.",
    ),
    (
        "return-file-export-apply",
        "Cancel an export request",
        "Takes a request back. In which statuses that is possible is not documented. It alone among the writes \
      does not name the frame.",
    ),
    (
        "get-export-file-approve-list",
        "List requests for review",
        "A frame's export requests as a reviewer sees them, page by page.",
    ),
    (
        "get-export-file-approve-detail",
        "Show a request for review",
        "One request, in a list of one, with its purpose. The edition of 2023 had the box optional.",
    ),
    (
        "export-file-approve",
        "Approve an export request",
        "Lets the file go to its bucket, out of the fence. In which statuses that is possible is not documented.",
    ),
    (
        "export-file-reject",
        "Reject an export request",
        "Refuses the export. In which statuses that is possible is not documented.",
    ),
    (
        "get-bucket-list",
        "List buckets",
        "The account's buckets. It needs a subscription of Object Storage, and a sub account may need its permission.",
    ),
];

/// Summary and description of an operation.
pub fn operation(name: &str) -> (&'static str, String) {
    let (_, summary, description) =
        OPERATIONS.iter().find(|(known, ..)| *known == name).unwrap_or_else(|| panic!("no words for {name}"));
    (summary, description.replace('@', QUEUED))
}

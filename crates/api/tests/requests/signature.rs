//! Signature and headers.

use databoxframe::code::ExportStatus;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::{Language, SignedRequest};

use crate::queries::reviews;
use crate::{NOW, id, signed};

#[test]
fn the_path_is_signed_exactly_as_it_is_sent() {
    let read = signed(&reviews(Some(ExportStatus::Other("한글 a+b".into()))));
    let write = signed(&ReturnDataBoxFrame { frame_no: id(83) });
    for request in [read, write] {
        let method = request.method.as_str();
        let path = &request.path_and_query;
        assert_eq!(request.string_to_sign, format!("{method} {path}\n{NOW}\nTestAccessKey"));
        assert!(path.is_ascii(), "{path}");
    }
}

#[test]
fn signed_requests_carry_the_signature_of_the_vectors() {
    let header = |request: &SignedRequest, name: &str| {
        let values: Vec<_> =
            request.headers.iter().filter(|(n, _)| *n == name).map(|(_, v)| v.clone()).collect();
        assert!(values.len() < 2, "{name} twice");
        values.first().cloned()
    };
    let read = signed(&GetDataBoxFrameList::default());
    assert_eq!(
        header(&read, "x-ncp-apigw-signature-v2").unwrap(),
        "yn8lHzw9GjmU7XA91yYlrPRvBacNf+4k3T3f5WoL3mA="
    );
    assert_eq!(header(&read, "x-ncp-apigw-timestamp").unwrap(), "1700000000000");
    assert_eq!(header(&read, "x-ncp-iam-access-key").unwrap(), "TestAccessKey");
    assert_eq!(header(&read, "x-ncp-lang").unwrap(), "ko-KR");
    assert_eq!(header(&read, "accept").unwrap(), "application/json");
    assert_eq!(header(&read, "content-type"), None);
    assert_eq!(read.headers.len(), 5, "nothing else is sent, no secret above all");
    assert!(read.body.is_none());

    let write = signed(&ExportFileApprove { frame_no: id(83), box_no: id(381), export_apply_id: id(1543) });
    assert_eq!(
        header(&write, "x-ncp-apigw-signature-v2").unwrap(),
        "y9l+uBrxR6hv4qrzc5vHbrgfoL4tbV1dP0QXm4x9klE="
    );
    assert_eq!(header(&write, "content-type").unwrap(), "application/json");
    assert_eq!(write.headers.len(), 6);

    assert_eq!(
        [Language::Korean, Language::English, Language::Chinese].map(Language::code),
        ["ko-KR", "en-US", "zh-CN"]
    );
}

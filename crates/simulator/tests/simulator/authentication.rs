//! Signature, access key, timestamp, and what the gateway refuses before the service sees it.

use databoxframe_simulator::signature::{sign, string_to_sign, verify};

use crate::support::{Client, NOW, path, signed};

#[test]
fn signs_the_known_vectors() {
    let vectors = [
        // Published by two public clients.
        (
            "GET",
            "/vserver/v2/getServerInstanceList?responseFormatType=json",
            "1234567890123",
            "TestAccessKey",
            "TestSecretKey",
            "FPsYYX8fuMAgi+cue3eACOW0dNtIwu1LYWfg/megA2M=",
        ),
        (
            "POST",
            "/vserver/v2/createServerInstances?regionCode=KR",
            "1700000000000",
            "AK_TEST",
            "SK_TEST",
            "xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw=",
        ),
        // Computed with another implementation, on this service's paths.
        (
            "GET",
            "/api/v1/data-box-frame/get-data-box-frame-list",
            "1700000000000",
            "TestAccessKey",
            "TestSecretKey",
            "yn8lHzw9GjmU7XA91yYlrPRvBacNf+4k3T3f5WoL3mA=",
        ),
        (
            "GET",
            "/api/v1/data-box/get-data-box-list?dataBoxFrameNo=83&pageNo=1&pageSize=10",
            "1700000000000",
            "TestAccessKey",
            "TestSecretKey",
            "YB2JbIyLiMMMQsCk6P3NT6VCgAPy/VYIbUOyubZ1Jv4=",
        ),
        (
            "POST",
            "/api/v1/export-approve/export-file-approve",
            "1700000000000",
            "TestAccessKey",
            "TestSecretKey",
            "y9l+uBrxR6hv4qrzc5vHbrgfoL4tbV1dP0QXm4x9klE=",
        ),
    ];
    for (method, target, timestamp, access_key, secret_key, signature) in vectors {
        let text = string_to_sign(method, target, timestamp, access_key);
        assert_eq!(sign(secret_key, &text), signature);
        assert!(verify(secret_key, &text, signature));
        assert!(!verify("another", &text, signature));
        assert!(!verify(secret_key, &text, "bm90IGl0"));
        assert!(!verify(secret_key, &text, "not base64!"));
    }
}

#[test]
fn refuses_whoever_is_not_known_and_says_why() {
    let target = path("get-bucket-list");
    let header = |name: &str, value: Option<&str>| {
        let mut request = signed("GET", &target, b"", NOW);
        request.headers.retain(|(n, _)| n != name);
        request.headers.extend(value.map(|value| (name.into(), value.into())));
        request
    };
    let cases = [
        (header("x-ncp-apigw-timestamp", None), "x-ncp-apigw-timestamp is missing"),
        (header("x-ncp-iam-access-key", None), "x-ncp-iam-access-key is missing"),
        (header("x-ncp-apigw-signature-v2", None), "x-ncp-apigw-signature-v2 is missing"),
        (header("x-ncp-apigw-timestamp", Some("yesterday")), "not a number"),
        (header("x-ncp-iam-access-key", Some("SOMEBODY")), "access key"),
        (header("x-ncp-apigw-signature-v2", Some("AAAA")), "signature"),
    ];
    for (request, why) in cases {
        let answer = Client::new().send(&request).refused(401, "200");
        assert_eq!(answer.body["error"]["message"], "Authentication Failed");
        assert!(answer.details().contains(why), "{}", answer.details());
        assert!(!answer.date.is_empty());
    }
}

#[test]
fn the_signature_covers_method_path_and_query_as_they_were_sent() {
    let mut client = Client::new();
    let signed_for = format!("{}?dataBoxFrameNo=83&pageSize=1", path("get-data-box-list"));
    for (method, other) in [
        ("GET", format!("{}?pageSize=1&dataBoxFrameNo=83", path("get-data-box-list"))),
        ("GET", format!("{}?dataBoxFrameNo=8%33&pageSize=1", path("get-data-box-list"))),
        ("GET", format!("{signed_for}&")),
    ] {
        let mut request = signed("GET", &signed_for, b"", NOW);
        request.method = method.into();
        request.target = other;
        client.send(&request).refused(401, "200");
    }
    client.send(&signed("GET", &signed_for, b"", NOW)).ok();
}

#[test]
fn a_timestamp_may_be_five_minutes_off_and_no_more() {
    let target = path("get-bucket-list");
    for (offset, status) in [(-300_000, 200), (300_000, 200), (-300_001, 401), (300_001, 401)] {
        let answer = Client::new().send(&signed("GET", &target, b"", NOW.plus_ms(offset)));
        assert_eq!(answer.status, status, "{offset}");
        assert_eq!(answer.details().contains("5 minutes"), status == 401);
    }
}

#[test]
fn unknown_paths_and_wrong_methods_are_not_found_and_options_is_not_authenticated() {
    let mut client = Client::new();
    client.send(&signed("GET", "/api/v1/nothing", b"", NOW)).refused(404, "300");
    client.send(&signed("POST", &path("get-bucket-list"), b"{}", NOW)).refused(404, "300");
    client.send(&signed("DELETE", &path("return-data-box"), b"", NOW)).refused(404, "300");
    client.send(&signed("OPTIONS", &path("get-bucket-list"), b"", NOW)).refused(401, "200");
}

#[test]
fn bodies_that_are_too_large_or_not_utf_8_stop_at_the_gateway() {
    let mut client = Client::new();
    let target = path("export-file-approve");
    client.send(&signed("POST", &target, &vec![b' '; 1024 * 1024 + 1], NOW)).refused(413, "430");
    client.send(&signed("POST", &target, b"{\"\xff\":1}", NOW)).refused(400, "100");
}

//! The whole description.

use databoxframe::Language;
use databoxframe::error::{Source, lookup};
use databoxframe::operation::{ALL, Method};
use serde_json::{Map, Value, json};

use crate::answer::{Components, codes};
use crate::probe::Described;
use crate::{amend, examples, glossary, words};

const GUIDE: &str = "https://api.ncloud-docs.com/docs/en/";

/// A status, the name of its answer, what it means, and the codes that the two tables give it.
type Status = (u16, &'static str, &'static str, &'static [(&'static str, Source)]);

const ERRORS: [Status; 8] = [
    (
        400,
        "BadRequest",
        "A parameter is wrong, or a rule forbids the request now: 10001, or a code of the family \
     130*** whose members are listed nowhere (service). Not https or not UTF-8: 100 (gateway).",
        &[("10001", Source::Service), ("130001", Source::Service), ("100", Source::Gateway)],
    ),
    (
        401,
        "Unauthorized",
        "Key, signature or timestamp is wrong: 200; no permission: 210 (gateway). The service \
     has no code for it. Clients report text or HTML in place of JSON.",
        &[("200", Source::Gateway), ("210", Source::Gateway)],
    ),
    (403, "Forbidden", "No permission for this information: 10002 (service).", &[("10002", Source::Service)]),
    (
        404,
        "NotFound",
        "There is no such thing: 10009 (service); no such path or method: 300 (gateway).",
        &[("10009", Source::Service), ("300", Source::Gateway)],
    ),
    (
        413,
        "TooLarge",
        "The body is too large: 430 (gateway). The limit is not documented.",
        &[("430", Source::Gateway)],
    ),
    (
        429,
        "TooMany",
        "A quota is used up: 400; too many requests: 410, 420 (gateway). The rates are not documented.",
        &[("400", Source::Gateway), ("410", Source::Gateway), ("420", Source::Gateway)],
    ),
    (
        500,
        "Fault",
        "The service failed: 130000, or one behind it: 139999 (service). The gateway failed: 900.",
        &[("130000", Source::Service), ("139999", Source::Service), ("900", Source::Gateway)],
    ),
    (503, "Unreachable", "The gateway can't reach the service: 500 (gateway).", &[("500", Source::Gateway)]),
];

/// The one that leaves open whether a write took effect.
const TIMEOUT: Status = (
    504,
    "Timeout",
    "The service did not answer the gateway in time: 510 (gateway). A write may have taken effect.",
    &[("510", Source::Gateway)],
);

pub fn document() -> Value {
    let mut schemas = Components::new();
    let operations = examples::all(&mut schemas);
    assert!(
        operations.iter().map(|operation| operation.spec).eq(ALL),
        "the examples are in the order of ALL"
    );
    schemas.insert(
        "ServiceError".into(),
        envelope("An error of the service.", &["errorCode", "message", "details"]),
    );
    schemas.insert(
        "GatewayError".into(),
        envelope(
            "An error of the API Gateway. Whether `details` is there is not documented.",
            &["errorCode", "message"],
        ),
    );
    let paths: Map<String, Value> = operations.into_iter().map(path).collect();
    assert_eq!(glossary::unused(), [""; 0], "words without a field");
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "NAVER Cloud Data Box Frame",
            "summary": "Fenced environments for analysing data that must not leave unseen.",
            "description": words::INFO,
            "version": env!("CARGO_PKG_VERSION"),
        },
        "externalDocs": { "description": "NAVER Cloud's API guide", "url": format!("{GUIDE}data-box-frame-overview") },
        "servers": [{ "url": "https://databoxframe.apigw.ntruss.com", "description": "Korea, public cloud" }],
        "security": [{ "timestamp": [], "accessKey": [], "signature": [] }],
        "tags": words::GROUPS.map(|(_, name, about)| json!({ "name": name, "description": about })),
        "paths": paths,
        "components": {
            "securitySchemes": {
                "timestamp": header("x-ncp-apigw-timestamp",
                    "Milliseconds since 1970-01-01 UTC, at most five minutes from the gateway's clock."),
                "accessKey": header("x-ncp-iam-access-key", "Access key of the account or of a sub account."),
                "signature": header("x-ncp-apigw-signature-v2", "The signature, see above."),
            },
            "parameters": { "Language": language() },
            "responses": errors().map(|(_, name, meaning, known)| (name.to_owned(), error(meaning, known)))
                .collect::<Map<_, _>>(),
            "schemas": schemas,
        },
    })
}

fn errors() -> impl Iterator<Item = (u16, &'static str, &'static str, &'static [(&'static str, Source)])> {
    let all = ERRORS.into_iter().chain([TIMEOUT]);
    all.inspect(|(status, _, _, known)| {
        for (code, source) in *known {
            assert_eq!(lookup(*status, code).0, *source, "{status} {code}");
        }
    })
}

fn path(operation: Described) -> (String, Value) {
    let Described { spec, request, response } = operation;
    let (summary, description) = words::operation(spec.name);
    let group = spec.path.split('/').nth(3).unwrap();
    let (_, tag, _) = words::GROUPS.iter().find(|(part, ..)| *part == group).unwrap();
    let mut parameters = vec![json!({ "$ref": "#/components/parameters/Language" })];
    let body = match spec.method {
        Method::Get => {
            parameters.extend(query(spec.name, request));
            None
        }
        Method::Post => Some(
            json!({ "required": true, "content": { "application/json": { "schema": amend::body(spec.name, request) } } }),
        ),
    };
    let success = if spec.is_read() { "What was asked for." } else { "The request was taken." };
    let mut responses = Map::new();
    responses.insert("200".into(), json!({ "description": success, "content": json_content(&response) }));
    for (status, name, ..) in errors() {
        responses.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{name}") }));
    }
    let mut described = json!({
        "operationId": spec.name,
        "tags": [tag],
        "summary": summary,
        "description": description,
        "externalDocs": { "url": format!("{GUIDE}{}", spec.name) },
        "parameters": parameters,
    });
    if let Some(body) = body {
        described["requestBody"] = body;
    }
    described["responses"] = responses.into();
    (spec.path.to_owned(), json!({ (spec.method.as_str().to_lowercase()): described }))
}

fn query(operation: &str, mut request: Value) -> Vec<Value> {
    let required = request["required"].take();
    let Value::Object(properties) = request["properties"].take() else { return Vec::new() };
    let parameter = |(name, mut schema): (String, Value)| {
        let description = schema.as_object_mut().unwrap().remove("description");
        match name.as_str() {
            "pageNo" => schema["default"] = 1.into(),
            "pageSize" => schema["default"] = 10.into(),
            "status" => {
                schema["examples"] = codes(operation, "status").into();
                // The crate has no status without a code; the API reference does not forbid one.
                schema.as_object_mut().unwrap().remove("minLength");
            }
            _ => {}
        }
        let needed = required.as_array().is_some_and(|required| required.contains(&json!(name)));
        json!({ "name": name, "in": "query", "required": needed, "description": description, "schema": schema })
    };
    properties.into_iter().map(parameter).collect()
}

fn header(name: &str, description: &str) -> Value {
    json!({ "type": "apiKey", "in": "header", "name": name, "description": description })
}

fn language() -> Value {
    let codes = [Language::Korean, Language::English, Language::Chinese].map(Language::code);
    json!({
        "name": "x-ncp-lang",
        "in": "header",
        "required": false,
        "description": "Language of texts in answers.",
        "schema": {
            "type": "string",
            "enum": codes,
            "default": Language::default().code(),
        },
    })
}

fn json_content(schema: &Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn error(description: &str, known: &[(&str, Source)]) -> Value {
    let sources = [(Source::Service, "ServiceError"), (Source::Gateway, "GatewayError")];
    let schemas: Vec<Value> = sources
        .iter()
        .filter(|(source, _)| known.iter().any(|(_, of)| of == source))
        .map(|(_, name)| json!({ "$ref": format!("#/components/schemas/{name}") }))
        .collect();
    let schema = if schemas.len() == 1 { schemas[0].clone() } else { json!({ "anyOf": schemas }) };
    json!({ "description": description, "content": json_content(&schema) })
}

fn envelope(description: &str, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "description": description,
        "properties": {
            "error": {
                "type": "object",
                "properties": {
                    "errorCode": {
                        "type": ["string", "integer"],
                        "description": "Called a number in one table and quoted in its example.",
                    },
                    "message": { "type": "string", "description": "What went wrong, in words." },
                    "details": { "type": "string", "description": "More about it." },
                },
                "required": required,
            },
        },
        "required": ["error"],
    })
}

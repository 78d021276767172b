//! From an operation to the bytes of a signed request.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::credentials::Credentials;
use crate::fields::Fields;
use crate::operation::{Method, Operation, Spec};
use crate::rule::Violation;
use crate::shape::Shape;
use crate::signature::{sign, string_to_sign};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes all but the unreserved characters of RFC 3986: no server or relay on the way then
/// reads `+`, `&`, `/` or Korean text in two ways.
pub fn percent_encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// Language of the texts in answers (`x-ncp-lang`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `ko-KR`.
    Korean,
    /// `en-US`, the service's default.
    #[default]
    English,
    /// `zh-CN`.
    Chinese,
}

impl Language {
    /// The header's value.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Korean => "ko-KR",
            Self::English => "en-US",
            Self::Chinese => "zh-CN",
        }
    }
}

/// A request that keeps every documented limit and is not signed yet.
#[derive(Clone)]
pub struct UnsignedRequest {
    /// The operation's constant facts.
    pub spec: &'static Spec,
    /// Path with query, as the gateway must receive it.
    pub path_and_query: String,
    /// The JSON body of a POST.
    pub body: Option<Map<String, Value>>,
    /// What an edited body has to keep.
    pub(crate) shape: Shape,
}

impl fmt::Debug for UnsignedRequest {
    /// The body may hold passwords: redacted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body.clone().map(|body| redact(Value::Object(body)));
        write!(f, "{} {} {body:?}", self.spec.method.as_str(), self.path_and_query)
    }
}

/// Encodes an operation.
///
/// # Errors
/// All documented limits that its parameters break; such a request is never signed.
pub fn prepare<O: Operation>(operation: &O) -> Result<UnsignedRequest, Vec<Violation>> {
    let mut fields = Fields::default();
    operation.fields(&mut fields);
    let (object, shape, violations) = fields.into_parts();
    if violations.is_empty() { Ok(UnsignedRequest::new(O::SPEC, object, shape)) } else { Err(violations) }
}

/// All documented limits that the parameters of an operation break.
pub fn validate<O: Operation>(operation: &O) -> Vec<Violation> {
    let mut fields = Fields::default();
    operation.fields(&mut fields);
    fields.into_parts().2
}

impl UnsignedRequest {
    /// A read that was sent before, by its path with query; `None` for a write.
    pub fn of_read(spec: &'static Spec, path_and_query: String) -> Option<Self> {
        (spec.method == Method::Get).then(|| Self {
            spec,
            path_and_query,
            body: None,
            shape: Shape::default(),
        })
    }

    fn new(spec: &'static Spec, object: Map<String, Value>, shape: Shape) -> Self {
        match spec.method {
            Method::Get => {
                let mut path_and_query = spec.path.to_owned();
                for (index, (name, value)) in object.iter().enumerate() {
                    path_and_query.push(if index == 0 { '?' } else { '&' });
                    path_and_query.push_str(name);
                    path_and_query.push('=');
                    match value {
                        Value::String(text) => path_and_query.extend(percent_encode(text)),
                        other => path_and_query.extend(percent_encode(&other.to_string())),
                    }
                }
                Self { spec, path_and_query, body: None, shape }
            }
            Method::Post => Self { spec, path_and_query: spec.path.to_owned(), body: Some(object), shape },
        }
    }

    /// Signs for this moment. `timestamp_ms`: since 1970, UTC, by the gateway's clock as
    /// well as it is known.
    pub fn sign(&self, credentials: &Credentials, timestamp_ms: u64, language: Language) -> SignedRequest {
        let method = self.spec.method;
        let text = string_to_sign(method, &self.path_and_query, timestamp_ms, credentials.access_key());
        let mut headers = vec![
            ("x-ncp-apigw-timestamp", timestamp_ms.to_string()),
            ("x-ncp-iam-access-key", credentials.access_key().to_owned()),
            ("x-ncp-apigw-signature-v2", sign(credentials.secret_key(), &text)),
            ("x-ncp-lang", language.code().to_owned()),
            ("accept", "application/json".to_owned()),
        ];
        let body = self.body.as_ref().map(|body| {
            headers.push(("content-type", "application/json".to_owned()));
            Zeroizing::new(serde_json::to_string(body).unwrap_or_default())
        });
        SignedRequest {
            method,
            path_and_query: self.path_and_query.clone(),
            headers,
            body,
            string_to_sign: text,
        }
    }
}

/// A request ready to be sent, once, within five minutes.
#[derive(Clone)]
pub struct SignedRequest {
    /// GET or POST.
    pub method: Method,
    /// Path with query, as signed. The host is not signed.
    pub path_and_query: String,
    /// Headers, names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The JSON body, zeroed when dropped: it may hold passwords.
    pub body: Option<Zeroizing<String>>,
    /// What the signature covers; holds no secret.
    pub string_to_sign: String,
}

/// A copy with every password replaced by dots, for showing.
pub fn redact(mut value: Value) -> Value {
    hide_passwords(&mut value);
    value
}

/// What is shown instead of a password.
pub(crate) const DOTS: &str = "••••••••";

/// Whether a field's value is a password, by the field's name.
pub(crate) fn is_password(name: &str) -> bool {
    name.to_ascii_lowercase().contains("password")
}

fn hide_passwords(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                if is_password(name) {
                    *value = DOTS.into();
                } else {
                    hide_passwords(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide_passwords),
        _ => {}
    }
}

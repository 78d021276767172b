//! Everything that can come back instead of the expected answer.

use std::fmt;

pub use crate::mismatch::{Expected, Found, Mismatch};

/// How much of a refused answer is kept for showing, in bytes.
pub const MAX_RAW_BYTES: usize = 16 * 1024;

/// An answer that is not the expected one: code and message, the sender as far as known, and the
/// raw text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// HTTP status.
    pub status: u16,
    /// Who answered and what.
    pub kind: ErrorKind,
    /// The beginning of the body with invalid UTF-8 replaced, at most [`MAX_RAW_BYTES`].
    pub raw: Box<str>,
}

/// Who answered, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Data Box Frame itself.
    Service(Envelope),
    /// The API Gateway before it.
    Gateway(Envelope),
    /// A relay of this project's on the way to it: its codes begin with `RELAY_`.
    Relay(Envelope),
    /// An error in a shape, or with a code, of neither table: a relative of the service,
    /// a newer code, a proxy that speaks JSON.
    Unrecognised(Envelope),
    /// Not from the API at all.
    NotFromApi(NotFromApi),
    /// A success whose content does not match the API reference.
    Unexpected(Mismatch),
}

/// The fields of an error envelope; those that were absent are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// `errorCode`, verbatim.
    pub code: Box<str>,
    /// `message`.
    pub message: Box<str>,
    /// `details`.
    pub details: Box<str>,
}

/// Content that a relay, a proxy or a broken connection can deliver in place of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFromApi {
    /// No body.
    Empty,
    /// A web page: a proxy's error, a login page, the console itself.
    Html,
    /// Text or XML that is no error envelope.
    Text,
    /// JSON that ends too early.
    Truncated,
    /// Not JSON although it says so, or JSON that can't be read (nested too deep, not Unicode).
    InvalidJson,
    /// A content type that no answer of the API has.
    ContentType,
    /// More than [`crate::MAX_BODY_BYTES`].
    TooLarge,
}

/// Meaning of an error, one for each advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Service 400 10001: a parameter is wrong; the message says which.
    Parameter,
    /// Service 400 130***: it refused, for a reason that the message gives.
    Refused,
    /// 401, gateway 200: bad key, signature or timestamp.
    Authentication,
    /// Service 403 10002, gateway 210: the key may not do this.
    Permission,
    /// Service 404 10009: no such frame, box or request.
    NoSuchThing,
    /// Gateway 300: no such path at this gateway.
    NoSuchPath,
    /// Gateway 100: protocol or encoding.
    BadRequest,
    /// Gateway 400: the quota is used up.
    Quota,
    /// Gateway 410, 420 and any other 429: too many requests at once.
    Rate,
    /// Gateway 430: the body is too large.
    BodyTooLarge,
    /// Gateway 500: it could not reach the service.
    EndpointUnreachable,
    /// Gateway 510: the service did not answer the gateway in time.
    EndpointTimeout,
    /// Gateway 900.
    GatewayFault,
    /// Service 500 130000.
    ServiceFault,
    /// Service 500 139999: a service behind it failed.
    LinkedServiceFault,
    /// A single sign-on stands before the relay and wants to be answered first.
    SignIn,
    /// The relay refuses the request, or failed.
    Relay,
    /// The relay got no answer from the gateway.
    RelayUpstream,
    /// The relay has passed on a copy of this request already: browsers repeat a request whose
    /// connection ends without an answer.
    Repeated,
    /// An unknown code.
    Unknown,
}

/// Which table knows a code, and what it means. Service: every endpoint's page; gateway:
/// page api-call-lgc-errorhandling; relay: deploy/README.md.
pub fn lookup(status: u16, code: &str) -> (Source, Meaning) {
    use Meaning as M;
    match code {
        // Many a proxy's code is the status again; no row of either table looks like that.
        _ if code.parse() == Ok(status) => (Source::Unknown, by_status(status, M::Unknown)),
        "10001" => (Source::Service, M::Parameter),
        "10002" => (Source::Service, M::Permission),
        "10009" => (Source::Service, M::NoSuchThing),
        "130000" => (Source::Service, M::ServiceFault),
        "139999" => (Source::Service, M::LinkedServiceFault),
        "100" => (Source::Gateway, M::BadRequest),
        "200" => (Source::Gateway, M::Authentication),
        "210" => (Source::Gateway, M::Permission),
        "300" => (Source::Gateway, M::NoSuchPath),
        "400" => (Source::Gateway, M::Quota),
        "410" | "420" => (Source::Gateway, M::Rate),
        "430" => (Source::Gateway, M::BodyTooLarge),
        "500" => (Source::Gateway, M::EndpointUnreachable),
        "510" => (Source::Gateway, M::EndpointTimeout),
        "900" => (Source::Gateway, M::GatewayFault),
        "RELAY_SIGN_IN" => (Source::Relay, M::SignIn),
        "RELAY_SIZE" => (Source::Relay, M::BodyTooLarge),
        "RELAY_RATE" => (Source::Relay, M::Rate),
        "RELAY_REPEATED" => (Source::Relay, M::Repeated),
        "RELAY_UPSTREAM" | "RELAY_TIMEOUT" => (Source::Relay, M::RelayUpstream),
        _ if code.starts_with("RELAY_") => (Source::Relay, M::Relay),
        // The service's family of codes: single members are listed nowhere.
        _ if code.len() == 6 && code.starts_with("130") => (Source::Service, by_status(status, M::Refused)),
        _ => (Source::Unknown, by_status(status, M::Unknown)),
    }
}

/// Who wrote an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Data Box Frame.
    Service,
    /// The API Gateway.
    Gateway,
    /// A relay of this project's.
    Relay,
    /// Unknown from the code alone.
    Unknown,
}

fn by_status(status: u16, otherwise: Meaning) -> Meaning {
    match status {
        401 => Meaning::Authentication,
        403 => Meaning::Permission,
        413 => Meaning::BodyTooLarge,
        429 => Meaning::Rate,
        500 => Meaning::ServiceFault,
        503 => Meaning::EndpointUnreachable,
        504 => Meaning::EndpointTimeout,
        _ => otherwise,
    }
}

impl Error {
    /// Meaning of the code.
    pub fn meaning(&self) -> Meaning {
        match &self.kind {
            ErrorKind::Service(envelope)
            | ErrorKind::Gateway(envelope)
            | ErrorKind::Relay(envelope)
            | ErrorKind::Unrecognised(envelope) => lookup(self.status, &envelope.code).1,
            ErrorKind::NotFromApi(NotFromApi::Html) if self.is_login_page() => Meaning::SignIn,
            ErrorKind::NotFromApi(_) if self.status == 401 => Meaning::Authentication,
            ErrorKind::NotFromApi(_) | ErrorKind::Unexpected(_) => Meaning::Unknown,
        }
    }

    /// The envelope, if there is one.
    pub fn envelope(&self) -> Option<&Envelope> {
        match &self.kind {
            ErrorKind::Service(envelope)
            | ErrorKind::Gateway(envelope)
            | ErrorKind::Relay(envelope)
            | ErrorKind::Unrecognised(envelope) => Some(envelope),
            ErrorKind::NotFromApi(_) | ErrorKind::Unexpected(_) => None,
        }
    }

    /// A page in the place of an answer that is no error, or says that somebody is not signed in:
    /// neither the service nor the gateway has pages. Not so the console's own: there is no relay
    /// where it was looked for.
    fn is_login_page(&self) -> bool {
        (self.status < 400 || self.status == 401) && !self.raw.contains("data-wasm=")
    }

    /// Whether a write that got this answer may have taken effect all the same. Only what is
    /// refused before the service acts has no effect: what the tables of the API reference say of 400, 401,
    /// 403, 404, 413 and 429, and what a relay of this project's refuses itself.
    pub fn leaves_outcome_unknown(&self) -> bool {
        match &self.kind {
            // It may have failed after it sent the request on, or an earlier copy of it.
            ErrorKind::Relay(_) => self.status >= 500 || self.meaning() == Meaning::Repeated,
            _ => !matches!(self.status, 400 | 401 | 403 | 404 | 413 | 429),
        }
    }

    /// Whether a read may succeed if it is simply sent again.
    pub fn is_retryable(&self) -> bool {
        self.status == 429 || self.status >= 500
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}: ", self.status)?;
        match &self.kind {
            ErrorKind::Service(e) => write!(f, "Data Box Frame error {}: {}", e.code, e.message),
            ErrorKind::Gateway(e) => write!(f, "API Gateway error {}: {}", e.code, e.message),
            ErrorKind::Relay(e) => write!(f, "relay error {}: {}", e.code, e.message),
            ErrorKind::Unrecognised(e) => write!(f, "error {}: {}", e.code, e.message),
            ErrorKind::NotFromApi(what) => write!(f, "not an answer of the API ({what:?})"),
            ErrorKind::Unexpected(m) => {
                write!(f, "unexpected answer: {} should be {}, found {}", m.path, m.expected, m.found)
            }
        }
    }
}

impl std::error::Error for Error {}

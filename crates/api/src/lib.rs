//! The NAVER Cloud **Data Box Frame** API as types, without I/O.
//!
//! A request goes out as data and an answer comes in as data; whoever owns a
//! network connection (a browser page, a command-line tool, a test) moves the bytes:
//!
//! ```
//! use databoxframe::{Credentials, Language, Reply, SecretKey, decode, frame, prepare};
//!
//! let operation = frame::GetDataBoxFrameList::default();
//! let unsigned = prepare(&operation).expect("its limits are kept");
//! let credentials = Credentials::new("ACCESS-KEY", SecretKey::new("SECRET-KEY".into()));
//! let request = unsigned.sign(&credentials, 1_700_000_000_000, Language::English);
//! assert_eq!(request.path_and_query, "/api/v1/data-box-frame/get-data-box-frame-list");
//!
//! // ... send it, and hand over what came back:
//! let reply = Reply { status: 200, content_type: Some("application/json"), body: br#"{"totalCount":0,"content":[]}"# };
//! let frames = decode::<frame::GetDataBoxFrameList>(&reply).expect("an empty list");
//! assert!(frames.content.is_empty());
//! ```
//!
//! Where to look: one module per group of the API ([`frame`], [`data_box`], [`import`],
//! [`export`], [`export_review`], [`bucket`]); [`operation`] for what they have in common;
//! [`rule`] for documented limits; [`error`] for everything that can come back instead.
//!
//! API facts name the page of NAVER's API guide they come from, as
//! "page: get-data-box-frame-list" (`https://api.ncloud-docs.com/docs/en/<page>`).
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod body;
pub mod bucket;
pub mod code;
mod credentials;
mod curl;
pub mod data_box;
pub mod date;
mod edit;
pub mod error;
pub mod export;
pub mod export_review;
mod fields;
pub mod frame;
pub mod import;
mod json;
mod layout;
mod list;
mod mismatch;
pub mod operation;
pub mod product;
mod record;
mod reply;
mod request;
pub mod rule;
mod shape;
pub mod signature;
mod value;

pub use credentials::{
    Credentials, KeyError, Password, SecretKey, check_access_key, check_secret_key, trim_key,
};
pub use edit::{EditKind, EditProblem, JsonKind};
pub use error::Error;
pub use fields::Fields;
pub use json::parse_json;
pub use layout::{Layout, layout};
pub use list::{List, Page};
pub use operation::{Operation, Spec};
pub use record::{Documented, Kind, Receipt, Record};
pub use reply::{MAX_BODY_BYTES, Reply, decode, decode_json};
pub use request::{Language, SignedRequest, UnsignedRequest, percent_encode, prepare, redact, validate};
pub use value::{Amount, Flag, Id};

//! The example answers of the API guide, and the ways in which real ones may differ from them.
//!
//! The guide masks numbers with asterisks and texts with "-"; masked numbers that it shows
//! unquoted are numbers here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

mod data_boxes;
mod differences;
mod frames;
mod refused;
mod requests;

use databoxframe::error::{ErrorKind, Mismatch};
use databoxframe::{Amount, Error, Id, Operation, Reply, decode};

fn reply(body: &str) -> Reply<'_> {
    Reply { status: 200, content_type: Some("application/json;charset=UTF-8"), body: body.as_bytes() }
}

fn read<O: Operation>(body: impl ToString) -> O::Response {
    let body = body.to_string();
    decode::<O>(&reply(&body)).unwrap_or_else(|error| panic!("{error}: {body}"))
}

/// Why a success was not taken for one.
fn mismatch<O: Operation>(body: impl ToString) -> Mismatch {
    let body = body.to_string();
    match decode::<O>(&reply(&body)) {
        Ok(_) => panic!("accepted {body}"),
        Err(Error { kind: ErrorKind::Unexpected(mismatch), .. }) => mismatch,
        Err(error) => panic!("{error}: {body}"),
    }
}

fn text(text: &str) -> Option<Box<str>> {
    Some(text.into())
}

fn id(text: &str) -> Option<Id> {
    Some(Id::new(text))
}

fn amount(text: &str) -> Option<Amount> {
    Some(Amount::new(text))
}

/// A date field, read and written again.
fn date(stamp: &Option<databoxframe::date::Stamp>) -> String {
    stamp.as_ref().unwrap().date().unwrap().to_string()
}

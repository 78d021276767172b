//! What a relay does to requests, as far as a page can tell: from how two reads with the same
//! keys end, one without a query and one with a query that is easily changed.

use databoxframe::error::{ErrorKind, Meaning};

use super::{Failure, MAX_CORRECTED_MS, ResponseMeta, Trial};
use crate::connection::{ConnectionWarning, Hops};

/// Observations of a relay.
#[derive(Debug)]
pub struct CheckResults<'a> {
    /// Where requests go.
    pub hops: &'a Hops,
    /// The read without a query.
    pub plain: Trial<()>,
    /// The one with a query, if it was sent.
    pub query: Option<Trial<()>>,
    /// By how many milliseconds this computer's clock is behind, if that is known.
    pub behind: Option<f64>,
}

/// Verdict on a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// It needs a fix.
    NeedsFix,
    /// Only a person can tell.
    Judge,
    /// Something else has to be fixed first.
    Unchecked,
}

/// What there is to say about a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnostic {
    /// Something has to be fixed first.
    Unchecked,
    /// The gateway answers.
    Answers,
    /// Nothing answers, or the browser keeps it back.
    Silent,
    /// It is the page's own origin.
    SameOrigin,
    /// This page may read answers and their `Date`.
    Exposed,
    /// This page may read answers, their `Date` not.
    NotExposed,
    /// The signature was accepted.
    Accepted,
    /// It was not.
    Refused,
    /// A query arrives as it was signed.
    Unchanged,
    /// It does not.
    Changed,
    /// An answer has no `Date`.
    Undated,
    /// All of the way that this page knows is encrypted.
    Encrypted,
    /// It is not, but does not leave this computer.
    Loopback,
    /// The relay is where the page is.
    Own,
    /// There is no relay.
    Direct,
    /// Why the first read has no answer to use.
    Failure,
    /// Why the second has none.
    QueryFailure,
    /// By how much this computer's clock is behind.
    Clock,
    /// The warning about a part of the way without encryption.
    Unencrypted,
    /// The warning about a relay that may be anybody's.
    Stranger,
}

/// The verdict on a property, with what there is to say about it.
pub type Finding = (Verdict, Diagnostic);

const UNCHECKED: Finding = (Verdict::Unchecked, Diagnostic::Unchecked);

/// The findings about seven properties: answers at all; may be read by this
/// page; accepts the keys; leaves path and query alone; passes `Date`; is encrypted; is whose.
pub fn findings(seen: &CheckResults<'_>) -> [Finding; 7] {
    use Diagnostic as D;
    use Verdict::{Good, Judge, NeedsFix};

    let elsewhere = !seen.hops.is_same_origin();
    let ResponseMeta { answered, dated, .. } = seen.plain.meta;
    let accepted = ((Good, D::Answers), (Good, D::Accepted));
    let (answers, keys) = match &seen.plain.result {
        Ok(()) => accepted,
        Err(Failure::Network(_)) => ((NeedsFix, D::Silent), UNCHECKED),
        Err(failure) => match meaning(failure) {
            Meaning::Authentication => (accepted.0, (NeedsFix, D::Refused)),
            Meaning::Permission => (accepted.0, (NeedsFix, D::Failure)),
            _ => ((NeedsFix, D::Failure), UNCHECKED),
        },
    };
    let cors = match (elsewhere, answered, dated) {
        (false, ..) => (Good, D::SameOrigin),
        (_, false, _) => UNCHECKED,
        (_, _, true) => (Good, D::Exposed),
        _ => (NeedsFix, D::NotExposed),
    };
    let path = match seen.query.as_ref().map(|query| &query.result) {
        None => UNCHECKED,
        Some(Ok(())) => (Good, D::Unchanged),
        Some(Err(failure)) => match failure {
            // Whatever the service thinks of such a query: the gateway has let it pass.
            Failure::Answer(error) if matches!(error.kind, ErrorKind::Service(_)) => (Good, D::Unchanged),
            _ if meaning(failure) == Meaning::Authentication => (NeedsFix, D::Changed),
            _ => (NeedsFix, D::QueryFailure),
        },
    };
    let too_far = seen.behind.is_some_and(|behind| behind.abs() > MAX_CORRECTED_MS);
    let date = match (dated, elsewhere) {
        // What is no answer of the gateway has a time of its own.
        _ if !answered || answers.0 != Good => UNCHECKED,
        (true, _) => (if too_far { NeedsFix } else { Good }, D::Clock),
        (_, true) => UNCHECKED,
        _ => (NeedsFix, D::Undated),
    };
    let mut encryption = (Good, if seen.hops.is_encrypted() { D::Encrypted } else { D::Loopback });
    let mut whose = (Good, if seen.hops.has_relay() { D::Own } else { D::Direct });
    for warning in seen.hops.warnings() {
        match warning {
            ConnectionWarning::Unencrypted(_) => encryption = (NeedsFix, D::Unencrypted),
            _ => whose = (Judge, D::Stranger),
        }
    }
    [answers, cors, keys, path, date, encryption, whose]
}

fn meaning(failure: &Failure) -> Meaning {
    match failure {
        Failure::Answer(error) => error.meaning(),
        // Only a refused signature is one of these; corrected already, unless it is too much.
        Failure::Clock(..) => Meaning::Authentication,
        _ => Meaning::Unknown,
    }
}

#[cfg(test)]
mod tests;

//! What a relay does to requests, as far as a page can tell: from how two reads with the same
//! keys end, one without a query and one with a query that is easily changed.

use databoxframe::error::{ErrorKind, Meaning};

use super::{Failure, MAX_CORRECTED_MS, ResponseMeta, Trial};
use crate::connection::{Caution, Hops};

/// What was seen of a relay.
#[derive(Debug)]
pub struct Observed<'a> {
    /// Where requests go.
    pub hops: &'a Hops,
    /// The read without a query.
    pub plain: Trial<()>,
    /// The one with a query, if it was sent.
    pub query: Option<Trial<()>>,
    /// By how many milliseconds this computer's clock is behind, if that is known.
    pub behind: Option<f64>,
}

/// How a property stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Somebody has to mend it.
    Mend,
    /// Only a person can tell.
    Judge,
    /// Something else has to be mended first.
    Unchecked,
}

/// A sentence about a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// Something has to be mended first.
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
    /// What is to be said about a part of the way without encryption.
    Unencrypted,
    /// What is to be said about a relay that may be anybody's.
    Stranger,
}

/// A property: how it stands, and what is said about it.
pub type Finding = (Verdict, Sentence);

const UNCHECKED: Finding = (Verdict::Unchecked, Sentence::Unchecked);

/// What follows from what was seen, about seven properties: answers at all; may be read by this
/// page; accepts the keys; leaves path and query alone; passes `Date`; is encrypted; is whose.
pub fn findings(seen: &Observed<'_>) -> [Finding; 7] {
    use Sentence as S;
    use Verdict::{Good, Judge, Mend};

    let elsewhere = !seen.hops.is_same_origin();
    let ResponseMeta { answered, dated, .. } = seen.plain.meta;
    let accepted = ((Good, S::Answers), (Good, S::Accepted));
    let (answers, keys) = match &seen.plain.result {
        Ok(()) => accepted,
        Err(Failure::Network(_)) => ((Mend, S::Silent), UNCHECKED),
        Err(failure) => match meaning(failure) {
            Meaning::Authentication => (accepted.0, (Mend, S::Refused)),
            Meaning::Permission => (accepted.0, (Mend, S::Failure)),
            _ => ((Mend, S::Failure), UNCHECKED),
        },
    };
    let cors = match (elsewhere, answered, dated) {
        (false, ..) => (Good, S::SameOrigin),
        (_, false, _) => UNCHECKED,
        (_, _, true) => (Good, S::Exposed),
        _ => (Mend, S::NotExposed),
    };
    let path = match seen.query.as_ref().map(|query| &query.result) {
        None => UNCHECKED,
        Some(Ok(())) => (Good, S::Unchanged),
        Some(Err(failure)) => match failure {
            // Whatever the service thinks of such a query: the gateway has let it pass.
            Failure::Answer(error) if matches!(error.kind, ErrorKind::Service(_)) => (Good, S::Unchanged),
            _ if meaning(failure) == Meaning::Authentication => (Mend, S::Changed),
            _ => (Mend, S::QueryFailure),
        },
    };
    let too_far = seen.behind.is_some_and(|behind| behind.abs() > MAX_CORRECTED_MS);
    let date = match (dated, elsewhere) {
        // What is no answer of the gateway has a time of its own.
        _ if !answered || answers.0 != Good => UNCHECKED,
        (true, _) => (if too_far { Mend } else { Good }, S::Clock),
        (_, true) => UNCHECKED,
        _ => (Mend, S::Undated),
    };
    let mut encryption = (Good, if seen.hops.is_encrypted() { S::Encrypted } else { S::Loopback });
    let mut whose = (Good, if seen.hops.has_relay() { S::Own } else { S::Direct });
    for caution in seen.hops.cautions() {
        match caution {
            Caution::Unencrypted(_) => encryption = (Mend, S::Unencrypted),
            _ => whose = (Judge, S::Stranger),
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

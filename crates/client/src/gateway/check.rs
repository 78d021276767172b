//! The connection check: properties of a relay, from the results of two reads with the same keys,
//! one without a query and one with a query that is easily changed.

use databoxframe::error::{ErrorKind, Meaning};

use super::{Failure, MAX_CORRECTED_MS, ResponseMeta, Trial};
use crate::connection::{ConnectionWarning, Hops};

/// Results of the reads.
#[derive(Debug)]
pub struct CheckResults<'a> {
    /// Origins on the way of a request.
    pub hops: &'a Hops,
    /// The read without a query.
    pub plain: Trial<()>,
    /// The read with a query, if it was sent.
    pub query: Option<Trial<()>>,
    /// Milliseconds by which this computer's clock is behind, if known.
    pub behind: Option<f64>,
}

/// Verdict on a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In order.
    Good,
    /// It needs a fix.
    NeedsFix,
    /// Only a person can judge.
    Judge,
    /// Not checked, because of an earlier problem.
    Unchecked,
}

/// A finding about a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnostic {
    /// Not checked, because of an earlier problem.
    Unchecked,
    /// The gateway answers.
    Answers,
    /// No answer, or the browser withholds it.
    Silent,
    /// The relay is on the page's own origin.
    SameOrigin,
    /// This page may read answers and their `Date`.
    Exposed,
    /// This page may read answers, but not their `Date`.
    NotExposed,
    /// The signature was accepted.
    Accepted,
    /// The signature was refused.
    Refused,
    /// The query arrives as signed.
    Unchanged,
    /// The query is changed.
    Changed,
    /// An answer has no `Date`.
    Undated,
    /// The whole known way is encrypted.
    Encrypted,
    /// Unencrypted, but within this computer.
    Loopback,
    /// The relay is on the page's origin.
    Own,
    /// There is no relay.
    Direct,
    /// Failure of the first read.
    Failure,
    /// Failure of the second read.
    QueryFailure,
    /// Milliseconds by which this computer's clock is behind.
    Clock,
    /// A warning about an unencrypted part of the way.
    Unencrypted,
    /// A warning about a relay of an unknown operator.
    Stranger,
}

/// The verdict on a property, with its findings.
pub type CheckFinding = (Verdict, Diagnostic);

const UNCHECKED: CheckFinding = (Verdict::Unchecked, Diagnostic::Unchecked);

/// The findings about seven properties: reachable; CORS; keys accepted; path and query unchanged;
/// `Date` passed; encryption; operator.
pub fn findings(seen: &CheckResults<'_>) -> [CheckFinding; 7] {
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
        // Only the gateway's answers have the gateway's time.
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

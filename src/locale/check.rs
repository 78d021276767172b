//! Findings of the connection check as text.

use super::{Texts, caution, clock, explain};
use crate::connection::ConnectionWarning;
use crate::gateway::{CheckResults, Diagnostic, Failure, Verdict};
use crate::untrusted::line;

/// The seven properties, in the order of [`crate::gateway::findings`].
pub fn properties(t: &Texts) -> [&'static str; 7] {
    let t = &t.check;
    [t.reachable, t.cors, t.keys, t.path, t.date, t.encryption, t.operator]
}

/// A verdict as text.
pub fn verdict(verdict: Verdict, t: &Texts) -> &'static str {
    let t = &t.check.verdict;
    match verdict {
        Verdict::Good => t.good,
        Verdict::NeedsFix => t.fix,
        Verdict::Judge => t.judge,
        Verdict::Unchecked => t.unchecked,
    }
}

/// A finding as text, for a [`crate::untrusted::sentence`].
pub fn said(seen: &CheckResults<'_>, sentence: Diagnostic, t: &Texts) -> String {
    let said = &t.check.said;
    let text = match sentence {
        Diagnostic::Failure => return failed(&seen.plain.result, t),
        Diagnostic::QueryFailure => {
            return seen.query.as_ref().map(|query| failed(&query.result, t)).unwrap_or_default();
        }
        Diagnostic::Clock => return clock(seen.behind, t),
        Diagnostic::Unencrypted | Diagnostic::Stranger => {
            let encryption = sentence == Diagnostic::Unencrypted;
            let about =
                |found: &ConnectionWarning| matches!(found, ConnectionWarning::Unencrypted(_)) == encryption;
            let found = seen.hops.warnings();
            return found
                .iter()
                .find(|found| about(found))
                .map(|found| caution(found, t))
                .unwrap_or_default();
        }
        Diagnostic::Unchecked => said.unchecked,
        Diagnostic::Answers => said.answers,
        Diagnostic::Silent => said.silent,
        Diagnostic::SameOrigin => said.same_origin,
        Diagnostic::Exposed => said.exposed,
        Diagnostic::NotExposed => said.not_exposed,
        Diagnostic::Accepted => said.accepted,
        Diagnostic::Refused => said.refused,
        Diagnostic::Unchanged => said.unchanged,
        Diagnostic::Changed => said.changed,
        Diagnostic::Undated => said.undated,
        Diagnostic::Encrypted => said.encrypted,
        Diagnostic::Loopback => said.loopback,
        Diagnostic::Own => said.own,
        Diagnostic::Direct => said.direct,
    };
    text.to_owned()
}

fn failed(result: &Result<(), Failure>, t: &Texts) -> String {
    let Err(failure) = result else { return String::new() };
    let explained = explain(failure, t);
    format!("{}. {} {}", explained.title, line(&explained.facts).words(t), explained.advice)
}

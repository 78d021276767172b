//! What the connection check found, in words.

use super::{Texts, caution, clock, explain};
use crate::connection::Caution;
use crate::gateway::{Failure, Observed, Sentence, Verdict};
use crate::untrusted::line;

/// The seven properties, in the order of [`crate::gateway::findings`].
pub fn properties(t: &Texts) -> [&'static str; 7] {
    let t = &t.check;
    [t.reachable, t.cors, t.keys, t.path, t.date, t.encryption, t.operator]
}

/// How a property stands.
pub fn verdict(verdict: Verdict, t: &Texts) -> &'static str {
    let t = &t.check.verdict;
    match verdict {
        Verdict::Good => t.good,
        Verdict::Mend => t.fix,
        Verdict::Judge => t.judge,
        Verdict::Unchecked => t.unchecked,
    }
}

/// What is said about a property of what was seen; for a [`crate::untrusted::sentence`].
pub fn said(seen: &Observed<'_>, sentence: Sentence, t: &Texts) -> String {
    let said = &t.check.said;
    let text = match sentence {
        Sentence::Failure => return failed(&seen.plain.result, t),
        Sentence::QueryFailure => {
            return seen.query.as_ref().map(|query| failed(&query.result, t)).unwrap_or_default();
        }
        Sentence::Clock => return clock(seen.behind, t),
        Sentence::Unencrypted | Sentence::Stranger => {
            let encryption = sentence == Sentence::Unencrypted;
            let about = |found: &Caution| matches!(found, Caution::Unencrypted(_)) == encryption;
            let found = seen.hops.cautions();
            return found
                .iter()
                .find(|found| about(found))
                .map(|found| caution(found, t))
                .unwrap_or_default();
        }
        Sentence::Unchecked => said.unchecked,
        Sentence::Answers => said.answers,
        Sentence::Silent => said.silent,
        Sentence::SameOrigin => said.same_origin,
        Sentence::Exposed => said.exposed,
        Sentence::NotExposed => said.not_exposed,
        Sentence::Accepted => said.accepted,
        Sentence::Refused => said.refused,
        Sentence::Unchanged => said.unchanged,
        Sentence::Changed => said.changed,
        Sentence::Undated => said.undated,
        Sentence::Encrypted => said.encrypted,
        Sentence::Loopback => said.loopback,
        Sentence::Own => said.own,
        Sentence::Direct => said.direct,
    };
    text.to_owned()
}

fn failed(result: &Result<(), Failure>, t: &Texts) -> String {
    let Err(failure) = result else { return String::new() };
    let explained = explain(failure, t);
    format!("{}. {} {}", explained.title, line(&explained.facts).words(t), explained.advice)
}

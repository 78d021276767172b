//! Changes as this tab stores them: without keys, passwords and signatures.

use serde_json::{Map, Value, json};

use super::{LoggedChange, Outcome};
use crate::action::Action;
use crate::router::Route;

/// The text of a user's changes.
pub fn text(user: &str, changes: &[LoggedChange]) -> String {
    let one = |change: &LoggedChange| {
        json!({
            "at": change.at,
            "action": change.action.name(),
            "subject": change.subject,
            "page": change.page.path(),
            "reason": change.reason,
            "outcome": name(change.outcome),
            "message": change.message,
        })
    };
    let changes: Vec<Value> = changes.iter().map(one).collect();
    json!({ "user": user, "changes": changes }).to_string()
}

/// The user and the changes of a text; `None` if it is another text.
pub fn parse(text: &str) -> Option<(String, Vec<LoggedChange>)> {
    let stored: Value = serde_json::from_str(text).ok()?;
    let user = stored.get("user")?.as_str()?.to_owned();
    let changes = stored.get("changes")?.as_array()?.iter().zip(1..);
    Some((user, changes.filter_map(|(one, number)| change(one.as_object()?, number)).collect()))
}

fn change(stored: &Map<String, Value>, number: u32) -> Option<LoggedChange> {
    let text = |name: &str| stored.get(name).and_then(Value::as_str).unwrap_or_default();
    Some(LoggedChange {
        number,
        at: stored.get("at")?.as_f64()?,
        action: Action::of_name(text("action"))?,
        subject: text("subject").to_owned(),
        page: Some(Route::parse(text("page"))).filter(|page| *page != Route::NotFound)?,
        reason: text("reason").to_owned(),
        outcome: outcome(text("outcome")),
        message: text("message").to_owned(),
    })
}

const fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InProgress => "in-progress",
        Outcome::Done => "done",
        Outcome::Failed => "failed",
        Outcome::Unknown => "unknown",
    }
}

/// What was under way when the page was left has an unknown outcome.
fn outcome(name: &str) -> Outcome {
    match name {
        "done" => Outcome::Done,
        "failed" => Outcome::Failed,
        _ => Outcome::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reject(outcome: Outcome) -> LoggedChange {
        LoggedChange {
            number: 1,
            at: 1_706_696_430_123.5,
            action: Action::Reject,
            subject: "결과 \"1\".csv".into(),
            page: Route::parse("/reviews/83/381/1543"),
            reason: "첫 줄\nsecond".into(),
            outcome,
            message: "Rejected.".into(),
        }
    }

    #[test]
    fn changes_are_read_as_they_were_written() {
        for outcome in [Outcome::Done, Outcome::Failed, Outcome::Unknown] {
            let changes = vec![reject(outcome)];
            assert_eq!(parse(&text("kim", &changes)), Some(("kim".to_owned(), changes)));
        }
    }

    #[test]
    fn what_was_under_way_is_unknown_after_a_reload() {
        let (_, changes) = parse(&text("kim", &[reject(Outcome::InProgress)])).unwrap();
        assert_eq!(changes, [reject(Outcome::Unknown)]);
    }

    #[test]
    fn other_texts_are_no_changes() {
        for other in ["", "[]", "{}", r#"{"user":1,"changes":[]}"#, r#"{"user":"x","changes":{}}"#] {
            assert_eq!(parse(other), None, "{other}");
        }
        let foreign =
            text("kim", &[reject(Outcome::Done)]).replace("/reviews/83/381/1543", "//elsewhere.example");
        assert_eq!(parse(&foreign).unwrap().1, [], "a page that does not exist");
    }
}

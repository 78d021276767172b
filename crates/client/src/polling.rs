//! Polling policy: which states change by themselves, how often to read them again, and what ended.
//! Knows neither the browser nor the API's answers.

use crate::resource::ResourceKey;
use crate::status::{Status, StatusSnapshot};

/// How long a newly seen change is polled at the fast interval.
const FAST_PERIOD_MS: f64 = 30_000.0;
/// The interval while a change is new.
const FAST_POLL_MS: f64 = 3_000.0;
/// The interval after that, and in a hidden tab whose user wants notifications.
const SLOW_POLL_MS: f64 = 60_000.0;
/// Two queries of one resource may disagree for as long as both take: an end that is taken back
/// and comes again within this time is reported once.
const DISAGREEMENT_MS: f64 = 5_000.0;

/// The transient states that one query showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PollState {
    keys: Vec<ResourceKey>,
    /// When the newest of these states was first seen.
    newest: Option<f64>,
    /// Whether that result was whole: what is transient in the next one, and was not in this, has
    /// started in between.
    whole: bool,
}

/// A resource that stopped changing.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// Which resource.
    pub key: ResourceKey,
    /// Name, see [`StatusSnapshot::name`].
    pub name: String,
    /// What became of it.
    pub end: End,
}

/// What became of a resource that was changing.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// It has this status now; none if the answer has none.
    Status(Option<Status>),
    /// It is not listed any more.
    Gone,
}

/// The circumstances of a decision to poll.
#[derive(Clone, Copy, Debug)]
pub struct PollContext {
    /// Milliseconds since 1970.
    pub now: f64,
    /// Failed attempts in a row.
    pub failures: u32,
    /// Whether the tab is hidden.
    pub hidden: bool,
    /// Whether the user wants notifications from a hidden tab.
    pub notify: bool,
}

impl PollState {
    /// Milliseconds from the last attempt to the next; none if nothing is changing.
    pub fn poll_interval(&self, context: PollContext) -> Option<f64> {
        let newest = self.newest?;
        if context.hidden {
            return context.notify.then_some(SLOW_POLL_MS);
        }
        if context.now - newest >= FAST_PERIOD_MS {
            return Some(SLOW_POLL_MS);
        }
        // Exponential backoff, up to the slow interval.
        let backoff = f64::from(1_u32 << context.failures.min(5));
        Some((FAST_POLL_MS * backoff).min(SLOW_POLL_MS))
    }

    fn add(&mut self, key: &ResourceKey, since: f64) {
        self.newest = Some(self.newest.map_or(since, |newest| newest.max(since)));
        self.keys.push(key.clone());
    }
}

#[derive(Clone, Debug)]
struct Transition {
    key: ResourceKey,
    status: Option<Status>,
    name: String,
    since: f64,
    /// Whether its start was seen: what was so from the beginning started at an unknown time.
    start_seen: bool,
    /// When it was seen to have ended.
    ended: Option<f64>,
    /// End was reported.
    notified: bool,
}

/// All transient states that this console has seen. They are few at a time, so a list will do.
#[derive(Clone, Debug, Default)]
pub struct Transitions(Vec<Transition>);

impl Transitions {
    fn current(&self, key: &ResourceKey) -> Option<&Transition> {
        self.0.iter().find(|seen| seen.key == *key && seen.ended.is_none())
    }

    /// When the transient state of a resource was first seen, if it was not there from the start.
    pub fn since(&self, key: &ResourceKey) -> Option<f64> {
        self.current(key).filter(|seen| seen.start_seen).map(|seen| seen.since)
    }

    /// Takes in the result of a query. `before`: the query's state after its last result;
    /// `complete`: whether a resource that is not listed any more is gone.
    pub fn observe(
        &mut self,
        snapshots: &[StatusSnapshot],
        before: &PollState,
        complete: bool,
        now: f64,
    ) -> (PollState, Vec<Ended>) {
        self.0.retain(|seen| seen.ended.is_none_or(|ended| now - ended < DISAGREEMENT_MS));
        let mut state = PollState { whole: complete, ..PollState::default() };
        for snapshot in snapshots.iter().filter(|snapshot| snapshot.transient) {
            let since = self.enter(snapshot, before.whole, now);
            state.add(&snapshot.key, since);
        }
        let mut ended = Vec::new();
        // Records that share a key have changed only when all have.
        for snapshot in snapshots.iter().filter(|snapshot| !snapshot.transient) {
            if !state.keys.contains(&snapshot.key) {
                ended.extend(self.leave(&snapshot.key, End::Status(snapshot.status.clone()), now));
            }
        }
        for key in &before.keys {
            if snapshots.iter().any(|snapshot| snapshot.key == *key) {
                continue;
            }
            if complete {
                ended.extend(self.leave(key, End::Gone, now));
            } else if let Some(seen) = self.current(key) {
                state.add(key, seen.since);
            }
        }
        (state, ended)
    }

    fn enter(&mut self, snapshot: &StatusSnapshot, start_seen: bool, now: f64) -> f64 {
        if let Some(seen) = self.0.iter_mut().find(|seen| seen.key == snapshot.key) {
            seen.ended = None;
            if seen.status != snapshot.status {
                (seen.status, seen.since, seen.notified) = (snapshot.status.clone(), now, false);
                seen.start_seen = true;
            }
            return seen.since;
        }
        self.0.push(Transition {
            key: snapshot.key.clone(),
            status: snapshot.status.clone(),
            name: snapshot.name.clone(),
            since: now,
            start_seen,
            ended: None,
            notified: false,
        });
        now
    }

    fn leave(&mut self, key: &ResourceKey, end: End, now: f64) -> Option<Ended> {
        let seen = self.0.iter_mut().find(|seen| seen.key == *key && seen.ended.is_none())?;
        seen.ended = Some(now);
        let notified = std::mem::replace(&mut seen.notified, true);
        (!notified).then(|| Ended { key: seen.key.clone(), name: seen.name.clone(), end })
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::Id;
    use databoxframe::code::BoxStatus;

    use super::*;

    fn key(name: &str) -> ResourceKey {
        ResourceKey::Frame(Id::new(name))
    }

    fn status(code: &str) -> Option<Status> {
        Some(Status::Box(BoxStatus::from_code(code)))
    }

    fn snapshot(name: &str, code: &str) -> StatusSnapshot {
        StatusSnapshot {
            key: key(name),
            name: format!("the {name}"),
            status: status(code),
            transient: code != "USE",
        }
    }

    fn at(now: f64) -> PollContext {
        PollContext { now, failures: 0, hidden: false, notify: false }
    }

    /// With the status of this code; gone without one.
    fn ended(name: &str, code: Option<&str>) -> Ended {
        let end = code.map_or(End::Gone, |code| End::Status(status(code)));
        Ended { key: key(name), name: format!("the {name}"), end }
    }

    #[test]
    fn a_new_change_is_looked_at_often_then_seldom_then_not_at_all() {
        let mut transitions = Transitions::default();
        let nothing = PollState::default();
        assert_eq!(nothing.poll_interval(at(0.0)), None);

        let (first, _) = transitions.observe(
            &[snapshot("box", "INIT"), snapshot("other", "USE")],
            &nothing,
            true,
            1_000.0,
        );
        assert_eq!(first.poll_interval(at(1_000.0)), Some(3_000.0));
        assert_eq!(first.poll_interval(at(30_999.0)), Some(3_000.0));
        assert_eq!(first.poll_interval(at(31_000.0)), Some(60_000.0));

        // The same state seen again is not new; another one is.
        let (again, _) = transitions.observe(&[snapshot("box", "INIT")], &first, true, 40_000.0);
        assert_eq!(again.poll_interval(at(40_000.0)), Some(60_000.0));
        let (next, _) = transitions.observe(&[snapshot("box", "ING")], &again, true, 50_000.0);
        assert_eq!(next.poll_interval(at(50_000.0)), Some(3_000.0));
        // So is another thing, and the old one does not slow it down.
        let (two, _) =
            transitions.observe(&[snapshot("box", "ING"), snapshot("new", "INIT")], &next, true, 90_000.0);
        assert_eq!(two.poll_interval(at(90_000.0)), Some(3_000.0));
        let (last, _) =
            transitions.observe(&[snapshot("box", "USE"), snapshot("new", "USE")], &two, true, 95_000.0);
        assert_eq!(last.poll_interval(at(95_000.0)), None);
    }

    #[test]
    fn a_hidden_tab_rests_unless_somebody_wants_to_be_notified() {
        let (changing, _) =
            Transitions::default().observe(&[snapshot("box", "ING")], &PollState::default(), true, 0.0);
        let hidden = PollContext { hidden: true, ..at(0.0) };
        assert_eq!(changing.poll_interval(hidden), None);
        assert_eq!(changing.poll_interval(PollContext { notify: true, ..hidden }), Some(60_000.0));
        assert_eq!(PollState::default().poll_interval(PollContext { notify: true, ..hidden }), None);
    }

    #[test]
    fn what_fails_is_asked_ever_more_seldom_but_not_given_up() {
        let (changing, _) =
            Transitions::default().observe(&[snapshot("box", "ING")], &PollState::default(), true, 0.0);
        let intervals: Vec<_> = [0, 1, 2, 4, 5, 1_000]
            .map(|failures| changing.poll_interval(PollContext { failures, ..at(0.0) }).unwrap())
            .to_vec();
        assert_eq!(intervals, [3_000.0, 6_000.0, 12_000.0, 48_000.0, 60_000.0, 60_000.0]);
        let late = PollContext { failures: 1, ..at(60_000.0) };
        assert_eq!(changing.poll_interval(late), Some(60_000.0), "the slow interval stays as it is");
    }

    #[test]
    fn an_end_is_reported_once_whoever_sees_it_first() {
        let mut transitions = Transitions::default();
        let (list, _) = transitions.observe(&[snapshot("box", "ING")], &PollState::default(), true, 0.0);
        let (summary, _) = transitions.observe(&[snapshot("box", "ING")], &PollState::default(), true, 10.0);
        let (list, notified) = transitions.observe(&[snapshot("box", "USE")], &list, true, 3_000.0);
        assert_eq!(notified, [ended("box", Some("USE"))]);
        // An answer from before the end, and the end once more.
        let (summary, notified) = transitions.observe(&[snapshot("box", "ING")], &summary, true, 3_010.0);
        assert!(notified.is_empty());
        assert_eq!(summary.poll_interval(at(31_000.0)), Some(60_000.0), "it did not begin again");
        assert!(transitions.observe(&[snapshot("box", "USE")], &summary, true, 6_000.0).1.is_empty());
        assert!(transitions.observe(&[snapshot("box", "USE")], &list, true, 6_010.0).1.is_empty());
    }

    #[test]
    fn a_later_change_of_the_same_kind_is_a_change_of_its_own() {
        let mut transitions = Transitions::default();
        let (before, _) = transitions.observe(&[snapshot("box", "ING")], &PollState::default(), true, 0.0);
        let (before, _) = transitions.observe(&[snapshot("box", "USE")], &before, true, 3_000.0);
        // Also if it was looked at all the while.
        let (before, _) = transitions.observe(&[snapshot("box", "USE")], &before, true, 6_000.0);
        let (before, _) = transitions.observe(&[snapshot("box", "USE")], &before, true, 9_000.0);
        let (before, _) = transitions.observe(&[snapshot("box", "ING")], &before, true, 10_000.0);
        assert_eq!(transitions.since(&key("box")), Some(10_000.0));
        assert_eq!(transitions.observe(&[snapshot("box", "USE")], &before, true, 13_000.0).1.len(), 1);
    }

    #[test]
    fn what_is_not_listed_any_more_has_ended() {
        let mut transitions = Transitions::default();
        let (before, notified) = transitions.observe(
            &[snapshot("box", "RTN"), snapshot("other", "ING")],
            &PollState::default(),
            true,
            0.0,
        );
        assert!(notified.is_empty(), "a first look ends nothing");
        let (after, notified) = transitions.observe(&[snapshot("other", "ING")], &before, true, 3_000.0);
        assert_eq!(notified, [ended("box", None)]);
        assert!(transitions.observe(&[snapshot("other", "ING")], &after, true, 6_000.0).1.is_empty());
    }

    #[test]
    fn what_a_list_lacks_that_is_not_whole_has_not_ended() {
        let mut transitions = Transitions::default();
        let (before, _) = transitions.observe(&[snapshot("box", "RTN")], &PollState::default(), true, 0.0);
        let (after, notified) = transitions.observe(&[], &before, false, 3_000.0);
        assert!(notified.is_empty());
        assert_eq!(after.poll_interval(at(3_000.0)), Some(3_000.0), "it is still waited for");
        assert_eq!(transitions.observe(&[], &after, true, 6_000.0).1, [ended("box", None)]);
    }

    #[test]
    fn records_that_share_a_key_end_together() {
        let mut transitions = Transitions::default();
        let (before, notified) = transitions.observe(
            &[snapshot("node", "USE"), snapshot("node", "INIT")],
            &PollState::default(),
            true,
            0.0,
        );
        assert!(notified.is_empty());
        let (_, notified) =
            transitions.observe(&[snapshot("node", "USE"), snapshot("node", "USE")], &before, true, 3_000.0);
        assert_eq!(notified, [ended("node", Some("USE"))]);
    }

    #[test]
    fn what_was_final_from_the_start_is_no_news() {
        let mut transitions = Transitions::default();
        let (before, notified) =
            transitions.observe(&[snapshot("box", "USE")], &PollState::default(), true, 0.0);
        assert!(notified.is_empty());
        assert!(transitions.observe(&[], &before, true, 3_000.0).1.is_empty());
    }

    #[test]
    fn since_when_is_known_only_of_what_was_seen_to_begin() {
        let mut transitions = Transitions::default();
        let since = |transitions: &Transitions| transitions.since(&key("box"));
        let (before, _) = transitions.observe(&[snapshot("box", "ING")], &PollState::default(), true, 0.0);
        assert_eq!(since(&transitions), None, "it may have been so for days");
        let (before, _) = transitions.observe(&[snapshot("box", "RTN")], &before, true, 3_000.0);
        assert_eq!(since(&transitions), Some(3_000.0), "another state began");
        let (before, _) = transitions.observe(&[snapshot("box", "USE")], &before, true, 6_000.0);
        assert_eq!(since(&transitions), None);
        let (before, _) = transitions.observe(&[], &before, false, 20_000.0);
        let (before, _) = transitions.observe(&[snapshot("box", "ING")], &before, true, 23_000.0);
        assert_eq!(since(&transitions), None, "the list may have lacked it");
        transitions.observe(&[snapshot("box", "ING"), snapshot("new", "INIT")], &before, true, 26_000.0);
        assert_eq!((since(&transitions), transitions.since(&key("new"))), (None, Some(26_000.0)));
    }
}

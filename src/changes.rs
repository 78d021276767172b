//! What is changing in the service: since when, how often to look, and what became of it.
//! Knows neither the browser nor what an API answers.

use crate::resource::ResourceKey;

/// How long a new change is looked at often.
const FRESH_MS: f64 = 30_000.0;
/// How often then.
const OFTEN_MS: f64 = 3_000.0;
/// How often after that, and in a hidden tab if somebody wants to be told.
const SELDOM_MS: f64 = 60_000.0;
/// Two reads of one thing may disagree for as long as both take: an end that is taken back
/// and comes again within this time is told once.
const SAME_MS: f64 = 5_000.0;

/// How a thing stands, as one read shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which thing: the same in all reads that show it.
    pub key: ResourceKey,
    /// What it is called.
    pub name: String,
    /// Its status code.
    pub state: String,
    /// Its status in words.
    pub word: String,
    /// Whether the state passes by itself.
    pub transient: bool,
}

/// What one read showed as changing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changing {
    keys: Vec<ResourceKey>,
    /// When the newest of these states was first seen.
    newest: Option<f64>,
}

/// A thing that stopped changing.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// What it is called.
    pub name: String,
    /// Its new status in words; none if it is not listed any more.
    pub word: Option<String>,
}

/// What surrounds a decision to look again.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Milliseconds since 1970.
    pub now: f64,
    /// Attempts in a row that failed.
    pub failures: u32,
    /// Nobody sees the page.
    pub hidden: bool,
    /// Somebody wants to be told all the same.
    pub notify: bool,
}

impl Changing {
    /// How long after the last attempt the next one is due; none if there is nothing to wait for.
    pub fn pace(&self, at: Circumstances) -> Option<f64> {
        let newest = self.newest?;
        if at.hidden {
            return at.notify.then_some(SELDOM_MS);
        }
        if at.now - newest >= FRESH_MS {
            return Some(SELDOM_MS);
        }
        // What fails is not asked as often: each time half as often, down to the slow pace.
        let slower = f64::from(1_u32 << at.failures.min(5));
        Some((OFTEN_MS * slower).min(SELDOM_MS))
    }
}

#[derive(Clone, Debug)]
struct Seen {
    key: ResourceKey,
    state: String,
    name: String,
    since: f64,
    /// When it was seen to have ended.
    ended: Option<f64>,
    /// Its end was told.
    told: bool,
}

/// All states that pass by themselves, as far as this console has seen them.
/// They are few at a time, so a list will do.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    seen: Vec<Seen>,
}

impl Changes {
    /// Since when a thing is in its passing state, as far as was seen.
    pub fn since(&self, key: &ResourceKey) -> Option<f64> {
        self.seen.iter().find(|seen| seen.key == *key && seen.ended.is_none()).map(|seen| seen.since)
    }

    /// Takes in what a read shows. `before`: what the same read showed the last time; `whole`:
    /// whether what it does not show any more is gone.
    pub fn observe(
        &mut self,
        marks: &[Mark],
        before: &Changing,
        whole: bool,
        now: f64,
    ) -> (Changing, Vec<Ended>) {
        self.seen.retain(|seen| seen.ended.is_none_or(|ended| now - ended < SAME_MS));
        let mut changing = Changing::default();
        for mark in marks.iter().filter(|mark| mark.transient) {
            let since = self.enter(mark, now);
            changing.newest = Some(changing.newest.map_or(since, |newest| newest.max(since)));
            changing.keys.push(mark.key.clone());
        }
        let mut ended = Vec::new();
        // Records that share a key have changed only when all have.
        for mark in marks.iter().filter(|mark| !mark.transient) {
            if !changing.keys.contains(&mark.key) {
                ended.extend(self.leave(&mark.key, Some(&mark.word), now));
            }
        }
        for key in &before.keys {
            if marks.iter().any(|mark| mark.key == *key) {
                continue;
            }
            if whole {
                ended.extend(self.leave(key, None, now));
            } else if let Some(seen) = self.seen.iter().find(|seen| seen.key == *key && seen.ended.is_none())
            {
                changing.newest = Some(changing.newest.map_or(seen.since, |newest| newest.max(seen.since)));
                changing.keys.push(key.clone());
            }
        }
        (changing, ended)
    }

    fn enter(&mut self, mark: &Mark, now: f64) -> f64 {
        if let Some(seen) = self.seen.iter_mut().find(|seen| seen.key == mark.key) {
            seen.ended = None;
            if seen.state != mark.state {
                (seen.state, seen.since, seen.told) = (mark.state.clone(), now, false);
            }
            return seen.since;
        }
        let (key, state, name) = (mark.key.clone(), mark.state.clone(), mark.name.clone());
        self.seen.push(Seen { key, state, name, since: now, ended: None, told: false });
        now
    }

    fn leave(&mut self, key: &ResourceKey, word: Option<&str>, now: f64) -> Option<Ended> {
        let seen = self.seen.iter_mut().find(|seen| seen.key == *key && seen.ended.is_none())?;
        seen.ended = Some(now);
        let told = std::mem::replace(&mut seen.told, true);
        (!told).then(|| Ended { name: seen.name.clone(), word: word.map(str::to_owned) })
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::Id;

    use super::*;

    fn key(name: &str) -> ResourceKey {
        ResourceKey::Frame(Id::new(name))
    }

    fn mark(name: &str, state: &str) -> Mark {
        Mark {
            key: key(name),
            name: format!("the {name}"),
            state: state.into(),
            word: format!("in {state}"),
            transient: state != "USE",
        }
    }

    fn at(now: f64) -> Circumstances {
        Circumstances { now, failures: 0, hidden: false, notify: false }
    }

    fn ended(name: &str, word: Option<&str>) -> Ended {
        Ended { name: format!("the {name}"), word: word.map(str::to_owned) }
    }

    #[test]
    fn a_new_change_is_looked_at_often_then_seldom_then_not_at_all() {
        let mut changes = Changes::default();
        let nothing = Changing::default();
        assert_eq!(nothing.pace(at(0.0)), None);

        let (first, _) =
            changes.observe(&[mark("box", "INIT"), mark("other", "USE")], &nothing, true, 1_000.0);
        assert_eq!(first.pace(at(1_000.0)), Some(3_000.0));
        assert_eq!(first.pace(at(30_999.0)), Some(3_000.0));
        assert_eq!(first.pace(at(31_000.0)), Some(60_000.0));

        // The same state seen again is not new; another one is.
        let (again, _) = changes.observe(&[mark("box", "INIT")], &first, true, 40_000.0);
        assert_eq!(again.pace(at(40_000.0)), Some(60_000.0));
        let (next, _) = changes.observe(&[mark("box", "ING")], &again, true, 50_000.0);
        assert_eq!(next.pace(at(50_000.0)), Some(3_000.0));
        // So is another thing, and the old one does not slow it down.
        let (two, _) = changes.observe(&[mark("box", "ING"), mark("new", "INIT")], &next, true, 90_000.0);
        assert_eq!(two.pace(at(90_000.0)), Some(3_000.0));
        let (last, _) = changes.observe(&[mark("box", "USE"), mark("new", "USE")], &two, true, 95_000.0);
        assert_eq!(last.pace(at(95_000.0)), None);
    }

    #[test]
    fn a_hidden_tab_rests_unless_somebody_wants_to_be_told() {
        let (changing, _) =
            Changes::default().observe(&[mark("box", "ING")], &Changing::default(), true, 0.0);
        let hidden = Circumstances { hidden: true, ..at(0.0) };
        assert_eq!(changing.pace(hidden), None);
        assert_eq!(changing.pace(Circumstances { notify: true, ..hidden }), Some(60_000.0));
        assert_eq!(Changing::default().pace(Circumstances { notify: true, ..hidden }), None);
    }

    #[test]
    fn what_fails_is_asked_ever_more_seldom_but_not_given_up() {
        let (changing, _) =
            Changes::default().observe(&[mark("box", "ING")], &Changing::default(), true, 0.0);
        let paces: Vec<_> = [0, 1, 2, 4, 5, 1_000]
            .map(|failures| changing.pace(Circumstances { failures, ..at(0.0) }).unwrap())
            .to_vec();
        assert_eq!(paces, [3_000.0, 6_000.0, 12_000.0, 48_000.0, 60_000.0, 60_000.0]);
        let late = Circumstances { failures: 1, ..at(60_000.0) };
        assert_eq!(changing.pace(late), Some(60_000.0), "the slow pace stays as it is");
    }

    #[test]
    fn an_end_is_told_once_whoever_sees_it_first() {
        let mut changes = Changes::default();
        let (list, _) = changes.observe(&[mark("box", "ING")], &Changing::default(), true, 0.0);
        let (summary, _) = changes.observe(&[mark("box", "ING")], &Changing::default(), true, 10.0);
        assert_eq!(changes.since(&key("box")), Some(0.0));
        let (list, told) = changes.observe(&[mark("box", "USE")], &list, true, 3_000.0);
        assert_eq!(told, [ended("box", Some("in USE"))]);
        assert_eq!(changes.since(&key("box")), None);
        // An answer from before the end, and the end once more.
        let (summary, told) = changes.observe(&[mark("box", "ING")], &summary, true, 3_010.0);
        assert!(told.is_empty());
        assert_eq!(summary.pace(at(31_000.0)), Some(60_000.0), "it did not begin anew");
        assert!(changes.observe(&[mark("box", "USE")], &summary, true, 6_000.0).1.is_empty());
        assert!(changes.observe(&[mark("box", "USE")], &list, true, 6_010.0).1.is_empty());
    }

    #[test]
    fn a_later_change_of_the_same_kind_is_a_change_of_its_own() {
        let mut changes = Changes::default();
        let (before, _) = changes.observe(&[mark("box", "ING")], &Changing::default(), true, 0.0);
        let (before, _) = changes.observe(&[mark("box", "USE")], &before, true, 3_000.0);
        // Also if it was looked at all the while.
        let (before, _) = changes.observe(&[mark("box", "USE")], &before, true, 6_000.0);
        let (before, _) = changes.observe(&[mark("box", "USE")], &before, true, 9_000.0);
        let (before, _) = changes.observe(&[mark("box", "ING")], &before, true, 10_000.0);
        assert_eq!(changes.since(&key("box")), Some(10_000.0));
        assert_eq!(changes.observe(&[mark("box", "USE")], &before, true, 13_000.0).1.len(), 1);
    }

    #[test]
    fn what_is_not_listed_any_more_has_ended() {
        let mut changes = Changes::default();
        let (before, told) =
            changes.observe(&[mark("box", "RTN"), mark("other", "ING")], &Changing::default(), true, 0.0);
        assert!(told.is_empty(), "a first look ends nothing");
        let (after, told) = changes.observe(&[mark("other", "ING")], &before, true, 3_000.0);
        assert_eq!(told, [ended("box", None)]);
        assert!(changes.observe(&[mark("other", "ING")], &after, true, 6_000.0).1.is_empty());
    }

    #[test]
    fn what_a_list_lacks_that_is_not_whole_has_not_ended() {
        let mut changes = Changes::default();
        let (before, _) = changes.observe(&[mark("box", "RTN")], &Changing::default(), true, 0.0);
        let (after, told) = changes.observe(&[], &before, false, 3_000.0);
        assert!(told.is_empty());
        assert_eq!(after.pace(at(3_000.0)), Some(3_000.0), "it is still waited for");
        assert_eq!(changes.observe(&[], &after, true, 6_000.0).1, [ended("box", None)]);
    }

    #[test]
    fn records_that_share_a_key_end_together() {
        let mut changes = Changes::default();
        let (before, told) =
            changes.observe(&[mark("node", "USE"), mark("node", "INIT")], &Changing::default(), true, 0.0);
        assert!(told.is_empty());
        assert_eq!(changes.since(&key("node")), Some(0.0));
        let (_, told) = changes.observe(&[mark("node", "USE"), mark("node", "USE")], &before, true, 3_000.0);
        assert_eq!(told, [ended("node", Some("in USE"))]);
    }

    #[test]
    fn what_was_final_from_the_start_is_no_news() {
        let mut changes = Changes::default();
        let (before, told) = changes.observe(&[mark("box", "USE")], &Changing::default(), true, 0.0);
        assert!(told.is_empty());
        assert!(changes.observe(&[], &before, true, 3_000.0).1.is_empty());
    }
}

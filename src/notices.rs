//! Notices about finished writes and changes.

use leptos::prelude::*;

use crate::action::Action;
use crate::resource::ResourceKey;
use crate::texts::Texts;

/// Number of notices that are kept. Older good news is dropped; bad news never is.
const MAX_NOTICES: usize = 5;
/// Most resources that one notice about ended changes names.
const MAX_NAMED: usize = 5;

/// A write that took effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What it does.
    pub action: Action,
    /// What it was done to, in words.
    pub subject: String,
    /// Message of the service.
    pub message: String,
    /// The request that was decided, whose notice follows what becomes of it.
    pub request: Option<ResourceKey>,
}

/// A change that ended by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedChange {
    /// What changed.
    pub resource: ResourceKey,
    /// How it ended, in a line.
    pub text: String,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text; several lines for several resources.
    Text(String),
    /// Finished writes of one kind, oldest first.
    Done(Vec<Done>),
    /// Changes that ended by themselves, oldest first.
    Ended(Vec<EndedChange>),
}

impl Content {
    /// Takes out what a newer notice says of these resources. Returns whether nothing is left of it.
    fn take_out(&mut self, newer: &[EndedChange]) -> bool {
        let is_newer = |resource: &ResourceKey| newer.iter().any(|one| one.resource == *resource);
        match self {
            Self::Text(_) => false,
            Self::Done(done) => {
                done.retain(|one| !one.request.as_ref().is_some_and(is_newer));
                done.is_empty()
            }
            Self::Ended(ended) => {
                ended.retain(|one| !is_newer(&one.resource));
                ended.is_empty()
            }
        }
    }
}

/// How long a notice stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Good news, kept elsewhere too: it goes by itself.
    Passing,
    /// Good news that is kept nowhere else: it goes by itself too.
    Lasting,
    /// A failure or an unknown outcome: it stays until closed.
    Bad,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Identity, also among notices with the same text.
    pub number: u32,
    /// How long it stays.
    pub kind: Kind,
    /// What it says.
    pub content: Content,
}

impl Notice {
    /// What happened, in one line or in a line for each resource.
    pub fn title(&self, t: &Texts) -> String {
        match &self.content {
            Content::Text(text) => text.clone(),
            Content::Done(done) => {
                let subjects: Vec<String> = done.iter().map(|one| one.subject.clone()).collect();
                done.first().map(|first| first.action.done_to(&subjects, t)).unwrap_or_default()
            }
            Content::Ended(ended) => {
                let lines = ended.iter().take(MAX_NAMED).map(|one| one.text.clone());
                let others = ended.len().saturating_sub(MAX_NAMED);
                let more = (others > 0).then(|| (t.watch.more)(others));
                lines.chain(more).collect::<Vec<String>>().join("\n")
            }
        }
    }

    /// Messages of the service, each once.
    pub fn messages(&self) -> Vec<String> {
        let Content::Done(done) = &self.content else { return Vec::new() };
        let mut messages: Vec<String> = Vec::new();
        for one in done.iter().filter(|one| !one.message.is_empty()) {
            if !messages.contains(&one.message) {
                messages.push(one.message.clone());
            }
        }
        messages
    }

    /// Takes a finished write, if it is of the same kind.
    fn join(&mut self, new: &Done) -> bool {
        let Content::Done(done) = &mut self.content else { return false };
        let same = done.first().is_some_and(|first| first.action == new.action);
        if same {
            done.push(new.clone());
        }
        same
    }
}

/// Notices. Screen readers read them out.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    last: StoredValue<u32>,
}

impl Notices {
    /// No notices.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// All notices, oldest first; tracked.
    pub fn get(self) -> Vec<Notice> {
        self.list.get()
    }

    /// One of the notices; tracked.
    pub fn find(self, number: u32) -> Option<Notice> {
        self.list.with(|list| list.iter().find(|notice| notice.number == number).cloned())
    }

    /// Reports a success, unless the text is empty.
    pub fn set(self, text: Option<String>) {
        if let Some(text) = text {
            self.add(Content::Text(text), Kind::Lasting);
        }
    }

    /// Reports a success that is kept elsewhere too.
    pub fn pass(self, text: String) {
        self.add(Content::Text(text), Kind::Passing);
    }

    /// Reports a failure or an unknown outcome.
    pub fn warn(self, text: String) {
        self.add(Content::Text(text), Kind::Bad);
    }

    /// Reports a finished write, together with others of its kind that are still shown.
    pub fn done(self, done: Done) {
        let joined = self.list.try_update(|list| list.iter_mut().any(|notice| notice.join(&done)));
        if joined == Some(false) {
            self.add(Content::Done(vec![done]), Kind::Passing);
        }
    }

    /// Reports changes that ended by themselves. A notice that says something older of one of them says
    /// this instead.
    pub fn ended(self, ended: Vec<EndedChange>, kind: Kind) {
        if ended.is_empty() {
            return;
        }
        let said = self.list.try_update(|list| {
            let emptied: Vec<bool> = list.iter_mut().map(|notice| notice.content.take_out(&ended)).collect();
            let is_joined = |(notice, is_empty): (&Notice, &bool)| {
                !is_empty && notice.kind == kind && matches!(notice.content, Content::Ended(_))
            };
            let joined = list.iter().zip(&emptied).position(is_joined);
            let place = joined.or_else(|| emptied.iter().position(|is_empty| *is_empty));
            let place = place.and_then(|place| list.get_mut(place));
            let number = place.map(|notice| {
                match &mut notice.content {
                    Content::Ended(before) => before.extend(ended.iter().cloned()),
                    other => *other = Content::Ended(ended.clone()),
                }
                notice.kind = kind;
                notice.number
            });
            let mut emptied = emptied.into_iter();
            list.retain(|notice| !emptied.next().unwrap_or_default() || Some(notice.number) == number);
            number.is_some()
        });
        if said == Some(false) {
            self.add(Content::Ended(ended), kind);
        }
    }

    fn add(self, content: Content, kind: Kind) {
        // After the page is gone nobody can read it.
        let Some(last) = self.last.try_get_value() else { return };
        let number = last.wrapping_add(1);
        self.last.set_value(number);
        self.list.update(|list| {
            list.push(Notice { number, kind, content });
            if list.len() > MAX_NOTICES {
                drop_one(list);
            }
        });
    }

    /// Removes all notices: another user may not see them.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }

    /// Removes a notice. Returns the number of the next one, or of the last.
    pub fn close(self, number: u32) -> Option<u32> {
        self.list
            .try_update(|list| {
                let place = list.iter().position(|notice| notice.number == number)?;
                list.remove(place);
                list.get(place).or_else(|| list.last()).map(|notice| notice.number)
            })
            .flatten()
    }
}

/// Makes room: of what is kept elsewhere the oldest, else of the other good news.
fn drop_one(list: &mut Vec<Notice>) {
    let good = list.iter().enumerate().filter(|(_, notice)| notice.kind != Kind::Bad);
    // Of equal ones the first: the oldest.
    if let Some((place, _)) = good.min_by_key(|(_, notice)| notice.kind) {
        list.remove(place);
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Locale;

    fn texts(notices: Notices) -> Vec<String> {
        notices.get().iter().map(|notice| notice.title(Locale::English.texts())).collect()
    }

    fn done(action: Action, subject: &str, message: &str) -> Done {
        Done { action, subject: subject.into(), message: message.into(), request: None }
    }

    #[test]
    fn a_new_one_leaves_the_others_and_each_is_closed_by_itself() {
        Owner::new().with(|| {
            let notices = Notices::new();
            for text in ["a", "b", "b"] {
                notices.set(Some(text.into()));
            }
            notices.set(None);
            assert_eq!(texts(notices), ["a", "b", "b"]);
            let numbers: Vec<u32> = notices.get().iter().map(|notice| notice.number).collect();
            assert_eq!(notices.close(numbers[1]), Some(numbers[2]), "the next one");
            assert_eq!(texts(notices), ["a", "b"]);
            assert_eq!(notices.close(numbers[2]), Some(numbers[0]), "the last one");
            assert_eq!((notices.close(numbers[0]), notices.close(numbers[0])), (None, None));
        });
    }

    #[test]
    fn the_oldest_makes_room() {
        Owner::new().with(|| {
            let notices = Notices::new();
            for number in 0..7 {
                notices.set(Some(number.to_string()));
            }
            assert_eq!(texts(notices), ["2", "3", "4", "5", "6"]);
        });
    }

    #[test]
    fn bad_news_never_makes_room_and_good_news_does_as_it_matters() {
        Owner::new().with(|| {
            let notices = Notices::new();
            notices.warn("unknown".into());
            notices.set(Some("lasting".into()));
            notices.pass("passing".into());
            for number in 0..3 {
                notices.set(Some(number.to_string()));
            }
            assert_eq!(texts(notices), ["unknown", "lasting", "0", "1", "2"]);
            notices.set(Some("3".into()));
            assert_eq!(texts(notices), ["unknown", "0", "1", "2", "3"]);
            for number in 0..6 {
                notices.warn(format!("bad {number}"));
            }
            assert_eq!(texts(notices), ["unknown", "bad 0", "bad 1", "bad 2", "bad 3", "bad 4", "bad 5"]);
            // Beside so much bad news, good news is not kept.
            notices.set(Some("good".into()));
            assert_eq!(notices.get().len(), 7);
        });
    }

    #[test]
    fn finished_writes_of_one_kind_are_one_notice() {
        Owner::new().with(|| {
            let notices = Notices::new();
            notices.done(done(Action::Approve, "a.csv", "Approved."));
            notices.warn("Outcome unknown".into());
            notices.done(done(Action::Reject, "x.csv", "Rejected."));
            notices.done(done(Action::Approve, "b.csv", "Approved."));
            notices.done(done(Action::Approve, "c.csv", "Also."));
            assert_eq!(
                texts(notices),
                ["3 requests approved: a.csv, b.csv, c.csv", "Outcome unknown", "x.csv: rejected"]
            );
            let all = notices.get();
            assert_eq!(all[0].messages(), ["Approved.", "Also."]);
            assert_eq!([all[0].kind, all[1].kind], [Kind::Passing, Kind::Bad]);
            notices.close(all[0].number);
            notices.done(done(Action::Approve, "d.csv", ""));
            assert_eq!(texts(notices)[2], "d.csv: approved", "a closed one is not joined");
        });
    }

    #[test]
    fn a_request_has_one_notice_that_says_what_became_of_it_last() {
        use crate::resource::RequestKey;
        use databoxframe::Id;

        let key = |number: u64| {
            let request = RequestKey { frame_no: Id::from(83), box_no: None, request_id: Id::from(number) };
            ResourceKey::Export(request)
        };
        let approved = |number: u64| Done {
            request: Some(key(number)),
            ..done(Action::Approve, &format!("{number}.csv"), "Approved.")
        };
        let copied = |number: u64| EndedChange { resource: key(number), text: format!("{number}: copied") };
        Owner::new().with(|| {
            let notices = Notices::new();
            notices.done(approved(1));
            let number = notices.get()[0].number;
            notices.ended(vec![copied(1)], Kind::Passing);
            assert_eq!(texts(notices), ["1: copied"]);
            assert_eq!(notices.get()[0].number, number, "it is the same notice");
            assert_eq!(notices.get()[0].messages(), Vec::<String>::new());
            notices.clear();

            (1..=3).for_each(|number| notices.done(approved(number)));
            notices.ended(vec![copied(2)], Kind::Passing);
            assert_eq!(texts(notices), ["2 requests approved: 1.csv, 3.csv", "2: copied"]);
            notices.ended(vec![copied(1), copied(3)], Kind::Passing);
            assert_eq!(texts(notices), ["2: copied\n1: copied\n3: copied"], "one for those that ended well");
            notices.ended(vec![EndedChange { resource: key(3), text: "3: failed".into() }], Kind::Bad);
            assert_eq!(texts(notices), ["2: copied\n1: copied", "3: failed"]);
            assert_eq!([0, 1].map(|at| notices.get()[at].kind), [Kind::Passing, Kind::Bad]);
            notices.ended((4..=7).map(copied).collect(), Kind::Passing);
            assert!(texts(notices)[0].ends_with("4: copied\n5: copied\n6: copied\nand 1 more"));
        });
    }
}

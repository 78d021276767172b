//! The results of a search, under their headings.

use super::entry::{Entry, Group, Standing};
use super::matching::{Needle, rank};

/// Most entries below a heading.
const MAX_IN_GROUP: usize = 8;
/// What was visited comes before what matches about as well.
const RECENT: i32 = 10;

/// Indexes of entries below a heading.
pub type Section = (Group, Vec<usize>);

/// The entries to show: without a search the recent ones, pages and commands; else what matches,
/// the heading of the best match first.
pub fn results(needle: &Needle, entries: &[&Entry]) -> Vec<Section> {
    if needle.is_empty() {
        let mut sections = Vec::new();
        let shown = entries.iter().enumerate().filter(|(_, entry)| entry.group <= Group::Frames);
        shown.for_each(|(index, entry)| put(&mut sections, entry.group, index));
        sections.sort_by_key(|(group, _)| *group);
        return sections;
    }
    let ranked = rank(needle, entries.iter().map(|entry| &entry.haystack)).into_iter();
    let mut matches: Vec<(usize, i32)> = ranked
        .filter_map(|(index, score)| {
            let entry = entries.get(index).filter(|entry| entry.standing == Standing::Matched)?;
            Some((index, score + if entry.group == Group::Recent { RECENT } else { 0 }))
        })
        .collect();
    matches.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    let of = |standing: Standing| {
        let all = entries.iter().enumerate();
        all.filter(move |(_, entry)| entry.standing == standing).map(|(index, _)| index)
    };
    let order =
        of(Standing::First).chain(matches.into_iter().map(|(index, _)| index)).chain(of(Standing::Last));
    let mut sections = Vec::new();
    for index in order {
        if let Some(entry) = entries.get(index) {
            put(&mut sections, entry.group, index);
        }
    }
    sections
}

/// Adds an entry below its heading, if there is room.
fn put(sections: &mut Vec<Section>, group: Group, index: usize) {
    match sections.iter_mut().find(|(other, _)| *other == group) {
        Some((_, indexes)) if indexes.len() < MAX_IN_GROUP => indexes.push(index),
        Some(_) => {}
        None => sections.push((group, vec![index])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::palette::entry::Act;

    fn entry(group: Group, title: &str) -> Entry {
        Entry::new(group, title, Vec::new(), Act::Refresh)
    }

    fn shown(typed: &str, entries: &[Entry]) -> Vec<(Group, Vec<String>)> {
        let title = |index: usize| entries[index].title.clone();
        let entries: Vec<&Entry> = entries.iter().collect();
        results(&Needle::new(typed), &entries)
            .into_iter()
            .map(|(group, indexes)| (group, indexes.into_iter().map(title).collect()))
            .collect()
    }

    #[test]
    fn without_a_search_recent_destinations_come_first_and_no_requests() {
        let entries = [
            entry(Group::Pages, "Frames"),
            entry(Group::Requests, "a.csv"),
            entry(Group::Recent, "Alpha"),
            entry(Group::Commands, "Lock now"),
            entry(Group::Lists, "Imports"),
        ];
        let groups: Vec<Group> = shown("", &entries).into_iter().map(|(group, _)| group).collect();
        assert_eq!(groups, [Group::Recent, Group::Pages, Group::Commands]);
        assert_eq!(shown("  ", &entries), shown("", &entries));
    }

    #[test]
    fn the_heading_of_the_best_match_comes_first() {
        let entries = [
            entry(Group::Pages, "Buckets"),
            entry(Group::Frames, "bucket"),
            entry(Group::Commands, "Lock now"),
        ];
        assert_eq!(
            shown("bucket", &entries),
            [(Group::Frames, vec!["bucket".into()]), (Group::Pages, vec!["Buckets".into()])]
        );
    }

    #[test]
    fn a_recent_destination_comes_before_others_like_it() {
        let entries = [entry(Group::Frames, "cohort-a"), entry(Group::Recent, "cohort-b")];
        assert_eq!(shown("cohort", &entries)[0], (Group::Recent, vec!["cohort-b".into()]));
    }

    #[test]
    fn what_was_typed_exactly_is_first_and_what_may_be_meant_last() {
        let entries = [
            entry(Group::Lists, "Imports").standing(Standing::Last),
            entry(Group::Frames, "83"),
            entry(Group::DataBoxes, "Data box 381").standing(Standing::First),
        ];
        let groups: Vec<Group> = shown("83", &entries).into_iter().map(|(group, _)| group).collect();
        assert_eq!(groups, [Group::DataBoxes, Group::Frames, Group::Lists]);
    }

    #[test]
    fn no_heading_has_too_many_entries() {
        let entries: Vec<Entry> =
            (0..100).map(|index| entry(Group::Requests, &format!("a{index}"))).collect();
        assert_eq!(shown("a", &entries)[0].1.len(), MAX_IN_GROUP);
    }
}

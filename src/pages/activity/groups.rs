//! Repeated reads as one.

use std::collections::HashMap;
use std::sync::Arc;

use super::filter::{Ended, Filter};
use crate::gateway::RequestRecord;

/// Longest pause between two requests of a group, in milliseconds.
const MAX_PAUSE_MS: f64 = 5.0 * 60_000.0;

/// The same read, repeated with the same outcome while nothing was changed; or one request.
#[derive(Clone, Debug)]
pub struct Group {
    /// Oldest first; at least one.
    records: Vec<Arc<RequestRecord>>,
    /// Outcome and status of those that ended.
    ended: Option<(Ended, Option<u16>)>,
    /// Number of writes before it.
    writes: usize,
}

impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        self.records.len() == other.records.len()
            && self.records.iter().zip(&other.records).all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

impl Group {
    fn new(record: Arc<RequestRecord>, writes: usize) -> Self {
        Self { ended: ended(&record), records: vec![record], writes }
    }

    /// Its requests, oldest first.
    pub fn records(&self) -> &[Arc<RequestRecord>] {
        &self.records
    }

    /// The number of its oldest request.
    pub fn number(&self) -> usize {
        self.records.first().map_or(0, |record| record.number)
    }

    /// Its newest request.
    pub fn newest(&self) -> Option<&Arc<RequestRecord>> {
        self.records.last()
    }

    /// Whether a request repeats those of the group.
    fn is_repeated_by(&self, record: &RequestRecord, writes: usize) -> bool {
        let last = self.newest().map_or(0.0, |newest| newest.sent_at);
        let is_alike = match (self.ended, ended(record)) {
            (Some(known), Some(ended)) => known == ended,
            _ => true,
        };
        self.writes == writes && is_alike && record.sent_at - last <= MAX_PAUSE_MS
    }

    fn add(&mut self, record: Arc<RequestRecord>) {
        self.ended = self.ended.or_else(|| ended(&record));
        self.records.push(record);
    }
}

/// Outcome and status of a request that ended.
fn ended(record: &RequestRecord) -> Option<(Ended, Option<u16>)> {
    Some((Ended::of(record), record.status)).filter(|(ended, _)| *ended != Ended::InProgress)
}

/// The requests that pass a filter, the newest first. `each`: every request by itself.
pub fn groups(records: &[Arc<RequestRecord>], filter: &Filter, each: bool) -> Vec<Group> {
    let (mut groups, mut writes) = (Vec::<Group>::new(), 0);
    let mut last: HashMap<&str, usize> = HashMap::new();
    for record in records {
        writes += usize::from(record.is_write());
        if !filter.passes(record) {
            continue;
        }
        if !each && !record.is_write() {
            let known = last.get(record.path_and_query.as_str()).and_then(|place| groups.get_mut(*place));
            if let Some(group) = known.filter(|group| group.is_repeated_by(record, writes)) {
                group.add(record.clone());
                continue;
            }
            last.insert(&record.path_and_query, groups.len());
        }
        groups.push(Group::new(record.clone(), writes));
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.newest().map(|record| record.number)));
    groups
}

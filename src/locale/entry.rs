//! Errors of values beyond the documented limits, as text.

use super::Texts;

/// New and existing volumes exceed the documented limit. All sizes in GB.
pub fn over_quota(new: u64, existing: u64, limit: u64, t: &Texts) -> String {
    match existing {
        0 => (t.entry.over_quota)(new, limit),
        existing => (t.entry.over_quota_existing)(new, existing, new.saturating_add(existing), limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn the_sum_is_shown_only_if_there_is_something_to_add() {
        let said = |existing| over_quota(10_500, existing, 10_000, Locale::English.texts());
        assert!(said(0).starts_with("10,500 GB exceeds"), "{}", said(0));
        assert!(said(500).starts_with("10,500 GB and the existing 500 GB are 11,000 GB"), "{}", said(500));
    }
}

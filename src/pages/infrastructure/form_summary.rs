//! Summary of an infrastructure form, list by list, while typing.

use databoxframe::Id;
use databoxframe::rule::{NAS_SIZE_GB, NAS_TOTAL_GB};
use leptos::prelude::*;

use super::form_lists::{MEMO, NAS, NAS_COUNT, NAS_SIZE};
use crate::components::{Availability, warning};
use crate::form::{Existing, Form, ListDef, RowOperation, Values};
use crate::locale::{self, Text, Texts, texts};
use crate::untrusted::{line, lines};
use crate::write::Fact;

/// New volumes of a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewVolumes {
    /// Number of volumes.
    pub count: u64,
    /// Total size in GB.
    pub gb: u64,
    /// Number of rows with a missing or invalid number or size.
    pub incomplete: usize,
}

/// Counts the new volumes, as the request reads them.
pub fn new_volumes(values: &Values) -> NewVolumes {
    let mut sum = NewVolumes::default();
    for row in values.added(NAS) {
        match (NAS_COUNT.typed(values, Some(&row)), NAS_SIZE.typed(values, Some(&row))) {
            (Ok(count), Ok(gb)) if count > 0 && gb > 0 => {
                sum.count = sum.count.saturating_add(count);
                sum.gb = sum.gb.saturating_add(count.saturating_mul(gb));
            }
            _ => sum.incomplete += 1,
        }
    }
    sum
}

/// New and existing volumes, if together they exceed the documented limit.
pub fn over_quota(values: &Values, existing: &[Existing]) -> Option<(u64, u64)> {
    let new = new_volumes(values).gb;
    let sent = values.sent(NAS);
    let is_returned = |number: &Id| {
        sent.iter().any(|(_, action)| matches!(action, RowOperation::Delete(one) if one == number))
    };
    let stays = |volume: &&Existing| volume.availability.is_ready() && !is_returned(&volume.number);
    let existing = existing.iter().filter(stays).filter_map(|volume| volume.gb).fold(0, u64::saturating_add);
    (new > 0 && new.saturating_add(existing) > NAS_TOTAL_GB).then_some((new, existing))
}

/// The exceeded limit as text; tracked.
fn quota_warning(form: Form, existing: Signal<Vec<Existing>>) -> Option<String> {
    let (new, existing) = form.values(|values| existing.with(|existing| over_quota(values, existing)))?;
    Some(locale::over_quota(new, existing, NAS_TOTAL_GB, texts()))
}

/// Entry of the summary outside of the lists.
pub type More = fn(&Values, &Texts) -> Entry;

/// The summary as facts for the confirmation, with the exceeded limit. The names of what is returned
/// are a fact of their own.
pub fn summary_facts(
    form: Form,
    lists: &[ListDef],
    existing: Signal<Vec<Existing>>,
    more: Option<More>,
) -> Vec<Fact> {
    let t = texts();
    let mut facts = form.values_now(|values| {
        let entries = entries(lists, values, t).into_iter().chain(more.map(|more| more(values, t)));
        let mut facts: Vec<Fact> = entries.map(|entry| Fact::line(entry.label, entry.text)).collect();
        let memo = MEMO.read(values, None).ok().flatten();
        facts.extend(memo.map(|memo| Fact::lines(|t| t.memo, memo)));
        facts
    });
    let over = untrack(|| quota_warning(form, existing));
    facts.extend(over.map(|text| Fact::line(|t| t.entry.quota, text)));
    facts
}

/// An entry of the summary.
#[derive(Clone)]
pub struct Entry {
    /// Label.
    pub label: Text,
    /// Effect of the request.
    pub text: String,
    /// Names of the returned resources.
    pub names: Vec<String>,
}

/// The summary. `volumes`: existing volumes, as far as known; `more`: entries outside of the lists.
#[component]
pub fn FormSummary(
    form: Form,
    lists: &'static [ListDef],
    volumes: Signal<Vec<Existing>>,
    #[prop(optional)] more: Option<More>,
) -> impl IntoView {
    let t = texts();
    let shown = move || {
        form.values(|values| {
            let mut entries = entries(lists, values, t);
            entries.extend(more.map(|more| more(values, t)));
            let memo = MEMO.read(values, None).ok().flatten();
            if entries.is_empty() && memo.is_none() {
                return view! { <p class="hint">{t.forms.nothing_changed}</p> }.into_any();
            }
            let memo = memo.map(|memo| view! { <div><dt>{t.memo}</dt><dd>{lines(&memo)}</dd></div> });
            view! { <dl class="details">{entries.iter().map(entry_view).collect_view()}{memo}</dl> }
                .into_any()
        })
    };
    // A memo: announced once, not with each key.
    let over = Memo::new(move |_| quota_warning(form, volumes));
    view! {
        <aside class="form-summary" aria-label=t.forms.summary>
            <h2>{t.forms.summary}</h2>
            {shown}
            <div role="status">{move || over.get().map(warning)}</div>
        </aside>
    }
}

fn entry_view(Entry { label, text, names }: &Entry) -> impl IntoView + use<> {
    let names = (!names.is_empty()).then(|| {
        let names = names.iter().map(|name| view! { <li>{line(name)}</li> }).collect_view();
        view! { <ul>{names}</ul> }
    });
    view! { <div><dt>{label(texts())}</dt><dd>{text.clone()}{names}</dd></div> }
}

fn entries(lists: &[ListDef], values: &Values, t: &Texts) -> Vec<Entry> {
    let entry = |list: &ListDef| {
        let text = counted(*list, values, t)?;
        Some(Entry { label: list.label, text, names: values.returned_of(*list) })
    };
    lists.iter().filter_map(entry).collect()
}

fn counted(list: ListDef, values: &Values, t: &Texts) -> Option<String> {
    let sent = values.sent(list);
    let count =
        |matches: fn(&RowOperation) -> bool| sent.iter().filter(|(_, action)| matches(action)).count();
    let new = count(|action| *action == RowOperation::Create);
    let changed = count(|action| matches!(action, RowOperation::Update(_)));
    let returned = count(|action| matches!(action, RowOperation::Delete(_)));
    let mut parts = Vec::new();
    if list == NAS {
        let volumes = new_volumes(values);
        if volumes.count > 0 {
            parts.push((t.forms.summary_nas)(volumes.count, volumes.gb));
        }
        if volumes.incomplete > 0 {
            parts.push((t.entry.incomplete)(volumes.incomplete));
        }
    } else if new > 0 {
        parts.push((t.forms.summary_new)(new));
    }
    if changed > 0 {
        parts.push((t.forms.summary_changed)(changed));
    }
    if returned > 0 {
        parts.push((t.forms.summary_returned)(returned));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Whether there is anything to send.
pub fn changed(form: Form, lists: &'static [ListDef]) -> Signal<Availability> {
    let t = texts();
    Signal::derive(move || {
        let changed = form.values(|values| {
            lists.iter().any(|list| !values.sent(*list).is_empty())
                || !matches!(MEMO.read(values, None), Ok(None))
        });
        Availability::disabled_by((!changed).then_some(t.forms.nothing_changed))
    })
}

/// Limits of NAS volumes.
pub fn nas_hint() -> String {
    (texts().forms.nas_hint)(NAS_SIZE_GB.min, NAS_SIZE_GB.max, NAS_SIZE_GB.step)
}

/// The announcement that the service no longer accepts these changes.
#[component]
pub fn ClosedNotice() -> impl IntoView {
    view! { <p class="notice">{texts().forms.closed}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{RowChange, RowKey};
    use crate::locale::Locale;
    use crate::pages::infrastructure::form_lists::LINUX;

    const LISTS: &[ListDef] = &[LINUX, NAS];

    fn with_volumes(rows: &[(&str, &str)]) -> Values {
        let mut values = Values::default();
        for (count, size) in rows {
            let row = values.add_row(NAS);
            values.set(&NAS_COUNT.at(&row), (*count).into());
            values.set(&NAS_SIZE.at(&row), (*size).into());
        }
        values
    }

    fn volume(number: u64, gb: Option<u64>, blocked: bool) -> Existing {
        Existing {
            number: Id::from(number),
            name: format!("nas{number}"),
            facts: Vec::new(),
            gb,
            now: Vec::new(),
            availability: Availability::busy_if(blocked),
        }
    }

    #[test]
    fn volumes_are_counted_as_they_are_sent() {
        let counted = |rows: &[(&str, &str)]| new_volumes(&with_volumes(rows));
        let sum = |count, gb, incomplete| NewVolumes { count, gb, incomplete };
        assert_eq!(counted(&[("２", "1,000 GB"), ("1", "500.0")]), sum(3, 2_500, 0));
        for incomplete in
            [("", ""), ("2", ""), ("", "500"), ("two", "500"), ("2", "500 TB"), ("0", "500"), ("1", "0")]
        {
            assert_eq!(counted(&[incomplete]), sum(0, 0, 1), "{incomplete:?}");
            assert_eq!(counted(&[incomplete, ("1", "500")]), sum(1, 500, 1), "{incomplete:?}");
        }
        assert_eq!(counted(&[("18446744073709551615", "10000")]).gb, u64::MAX);
    }

    #[test]
    fn the_summary_says_what_is_there_and_never_nothing_new() {
        let said = |rows: &[(&str, &str)], locale: Locale| {
            let entries = entries(LISTS, &with_volumes(rows), locale.texts());
            let t = locale.texts();
            entries.iter().map(|entry| format!("{}: {}", (entry.label)(t), entry.text)).collect::<Vec<_>>()
        };
        let english = |rows: &[(&str, &str)]| said(rows, Locale::English);
        assert!(english(&[]).is_empty());
        assert_eq!(
            english(&[("2", "600")]),
            ["NAS volumes: 2 new, 1,200 GB in total (documented limit for all NAS volumes: 10 TB)"]
        );
        assert_eq!(english(&[("", "")]), ["NAS volumes: 1 incomplete"]);
        assert_eq!(
            english(&[("1", "500"), ("x", "500")]),
            [
                "NAS volumes: 1 new, 500 GB in total (documented limit for all NAS volumes: 10 TB) · 1 incomplete"
            ]
        );
        assert_eq!(said(&[("1", ""), ("", "1")], Locale::Korean), ["NAS 볼륨: 미입력 2"]);
    }

    #[test]
    fn what_is_returned_is_listed_by_name_for_each_list() {
        let mut values = Values::default();
        for (list, number, name) in [(NAS, 1, "a, b"), (NAS, 2, "c"), (LINUX, 3, "d")] {
            let row = RowKey::existing(list, Id::from(number));
            values.set_change(&row, Some(RowChange::Return(name.into())), &[]);
        }
        let t = Locale::English.texts();
        let names: Vec<_> = entries(LISTS, &values, t)
            .into_iter()
            .map(|Entry { label, text, names }| (label(t), text, names.len(), names.concat()))
            .collect();
        assert_eq!(
            names,
            [
                ("Linux servers", "1 returned".to_owned(), 1, "d".to_owned()),
                ("NAS volumes", "2 returned".to_owned(), 2, "a, bc".to_owned()),
            ]
        );
    }

    #[test]
    fn ten_terabytes_are_the_limit_of_all_volumes_together() {
        let over = |rows: &[(&str, &str)], existing: &[Existing]| over_quota(&with_volumes(rows), existing);
        assert_eq!(over(&[("1", "10000")], &[]), None);
        assert_eq!(over(&[("600", "600")], &[]), Some((360_000, 0)));
        assert_eq!(over(&[("1", "10000"), ("1", "500")], &[]), Some((10_500, 0)));
        assert_eq!(over(&[("1", "500")], &[volume(1, Some(9_500), false)]), None);
        let existing = [volume(1, Some(9_600), false), volume(2, None, false), volume(3, Some(4_000), true)];
        assert_eq!(over(&[("1", "500")], &existing), Some((500, 9_600)));
        // Nothing new: nothing that this request would exceed.
        assert_eq!(over(&[], &[volume(1, Some(20_000), false)]), None);
        assert_eq!(over(&[("", "500")], &[volume(1, Some(20_000), false)]), None);
        // What the same request returns makes room.
        let mut values = with_volumes(&[("1", "500")]);
        let row = RowKey::existing(NAS, Id::from(1));
        values.set_change(&row, Some(RowChange::Return("nas1".into())), &[]);
        assert_eq!(over_quota(&values, &existing), None);
    }
}

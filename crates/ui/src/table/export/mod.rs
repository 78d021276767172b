//! Export of what a table shows: all its pages, or the ticked rows.

mod csv;
mod save;

use std::collections::HashSet;
use std::time::Duration;

use leptos::prelude::*;

use self::csv::Grid;
use super::row::Row;
use super::{Columns, Shown};
use crate::download;
use crate::texts::{Texts, texts};
use crate::{Availability, Icon, Menu, MenuItem};

/// How long it stays on screen what was exported.
const SHOWN_FOR: Duration = Duration::from_secs(10);

/// The button, and what it did.
pub fn export(shown: &Shown, columns: Columns) -> (AnyView, AnyView) {
    let export = Export {
        shown: StoredValue::new(shown.clone()),
        columns,
        said: RwSignal::new(String::new()),
        t: texts(),
    };
    (export.button(), export.result())
}

/// The export of one table.
#[derive(Clone, Copy)]
struct Export {
    shown: StoredValue<Shown>,
    columns: Columns,
    /// What became of the last one.
    said: RwSignal<String>,
    t: &'static Texts,
}

impl Export {
    fn button(self) -> AnyView {
        let t = self.t;
        let items = vec![
            MenuItem { label: t.lists.csv, press: Callback::new(move |()| self.save_csv()) },
            MenuItem { label: t.lists.json, press: Callback::new(move |()| self.save_json()) },
            MenuItem { label: t.lists.copy_table, press: Callback::new(move |()| self.copy()) },
        ];
        let availability = Signal::derive(move || {
            let is_empty = |shown: &Shown| shown.count() == 0 && ticked(shown).is_empty();
            Availability::disabled_by(self.shown.with_value(is_empty).then_some(t.lists.nothing_to_export))
        });
        view! { <Menu label=t.lists.export icon=Icon::Download items=items availability=availability /> }
            .into_any()
    }

    fn result(self) -> AnyView {
        let text = move || {
            let text = self.said.get();
            (!text.is_empty()).then(|| view! { <p class="hint">{text}</p> })
        };
        view! { <div class="live" role="status">{text}</div> }.into_any()
    }

    /// Says what became of the export, for a while.
    fn say(self, text: String) {
        self.said.set(text);
        set_timeout(move || drop(self.said.try_set(String::new())), SHOWN_FOR);
    }

    /// Says how many rows were exported. Rows that are still to come are in none of them, and without
    /// a word nobody would know.
    fn say_count(self, text: String) {
        let is_partial = self.shown.with_value(|shown| shown.status.get_untracked().loading);
        self.say(if is_partial { format!("{text} {}", self.t.lists.export_partial) } else { text });
    }

    fn rows(self) -> Vec<Row> {
        self.shown.with_value(|shown| untrack(|| exported(shown)))
    }

    fn grid(self, rows: &[Row]) -> Grid {
        self.shown.with_value(|shown| untrack(|| self.columns.with(|columns| grid(shown, columns, rows))))
    }

    fn save_csv(self) {
        let rows = self.rows();
        self.save(&rows, "text/csv;charset=utf-8", "csv", &csv::csv(&self.grid(&rows)));
    }

    fn save_json(self) {
        let rows = self.rows();
        self.save(&rows, "application/json", "json", &json(&rows));
    }

    fn save(self, rows: &[Row], media_type: &str, extension: &str, text: &str) {
        let of: Vec<&str> = rows.iter().map(Row::of).collect();
        let what = self.shown.with_value(|shown| shown.name);
        let name = format!("{}.{extension}", download::file_name(what, &download::now(), &of));
        match download::save(&name, media_type, text) {
            Ok(()) => self.say_count((self.t.lists.exported)(rows.len())),
            Err(_) => self.say(self.t.lists.not_exported.to_owned()),
        }
    }

    fn copy(self) {
        let rows = self.rows();
        let grid = self.grid(&rows);
        let (html, text) = (csv::html(&grid), csv::lines(&grid));
        leptos::task::spawn_local(async move {
            let is_copied = save::copy(&html, &text).await;
            match is_copied {
                // The page may be gone meanwhile.
                _ if self.said.is_disposed() => {}
                true => self.say_count((self.t.lists.copied)(rows.len())),
                false => self.say(self.t.lists.not_copied.to_owned()),
            }
        });
    }
}

/// The places of the ticked rows, in the order of the list; tracked.
fn ticked(shown: &Shown) -> Vec<u32> {
    let heads = shown.state.heads.iter().enumerate();
    let Some((column, count)) = heads.filter_map(|(column, head)| Some((column, head.ticked?))).next() else {
        return Vec::new();
    };
    let Some(index) = shown.index.get().filter(|_| count.get() > 0) else { return Vec::new() };
    untrack(|| {
        index.with(|index| {
            let picks = index.picks(column).iter();
            picks.filter(|(_, pick)| (pick.ticked)()).map(|(place, _)| *place).collect()
        })
    })
}

/// The ticked rows, those that the filters hide last; without any, all that pass the filters.
fn exported(shown: &Shown) -> Vec<Row> {
    let Some(index) = shown.index.get() else { return Vec::new() };
    let wanted = shown.wanted.get();
    // Not what is on screen: that may still be of the letter typed before.
    let order = index.with(|index| {
        index.prepare(&wanted, &mut || true);
        index.arrange(&wanted)
    });
    let ticked = ticked(shown);
    let order = if ticked.is_empty() {
        order
    } else {
        let wanted: HashSet<u32> = ticked.iter().copied().collect();
        let seen: Vec<u32> = order.into_iter().filter(|place| wanted.contains(place)).collect();
        let known: HashSet<u32> = seen.iter().copied().collect();
        seen.into_iter().chain(ticked.into_iter().filter(|place| !known.contains(place))).collect()
    };
    index.with(|index| order.iter().filter_map(|place| index.rows().get(*place as usize).cloned()).collect())
}

/// Headings and texts of the shown columns, except those with buttons.
fn grid(shown: &Shown, columns: &[usize], rows: &[Row]) -> Grid {
    let has_buttons = |column: usize| shown.state.heads.get(column).is_some_and(|head| head.actions);
    let kept: Vec<usize> = columns.iter().copied().filter(|column| !has_buttons(*column)).collect();
    let headings = kept.iter().filter_map(|column| shown.state.heads.get(*column));
    let texts = |row: &Row| kept.iter().map(|column| row.cell(*column).raw().to_owned()).collect();
    std::iter::once(headings.map(|head| head.title.to_owned()).collect())
        .chain(rows.iter().map(texts))
        .collect()
}

/// The records as answered, one a line.
fn json(rows: &[Row]) -> String {
    let records: Vec<&str> = rows.iter().map(Row::json).collect();
    format!("[\n{}\n]\n", records.join(",\n"))
}

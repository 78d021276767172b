//! The table: filter, sort and page over rows of cells; skeleton, empty and error states.
//!
//! Not generic over what it shows: pages turn their records into rows, so the code is in
//! the download once.

use std::sync::Arc;

use leptos::prelude::*;

use super::arrange::{Column, Index, Row};
use super::fold::fold;
use super::url_state::UrlState;
use super::{
    Availability, Button, ButtonVariant, Cell, Choice, FailureAlert, Incomplete, Pick, Select, format,
};
use crate::locale::{Text, Texts, texts};
use crate::queries::Load;

/// Most rows on one page: more would make typing in a filter feel slow.
const PAGE_ROWS: usize = 100;
/// Where there are several tables, so that the next one is not far below.
const SHORT_PAGE_ROWS: usize = 20;
/// Rows of the skeleton that stands where data will be.
const SKELETON_ROWS: usize = 5;

/// Rows, or none while nothing was read.
pub type Rows = Option<Arc<Vec<Row>>>;

/// What a table's state in the address bar is called.
#[derive(Clone, Copy)]
struct Place {
    url: UrlState,
    prefix: &'static str,
    columns: &'static [Column],
    filters: &'static [&'static str],
}

impl Place {
    fn key(self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}.{name}", self.prefix) }
    }

    fn get(self, name: &str) -> String {
        self.url.get(&self.key(name))
    }

    /// Another choice begins at its first page.
    fn choose(self, name: &str, value: String) {
        self.url.set(vec![(self.key("page"), String::new()), (self.key(name), value)]);
    }

    fn column(self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    fn chosen(self) -> Vec<(usize, String)> {
        let one = |id: &&'static str| {
            let value = self.get(id);
            (!value.is_empty()).then_some((self.column(id)?, value))
        };
        self.filters.iter().filter_map(one).collect()
    }

    /// The column sorted by, and whether downwards.
    fn sort(self) -> Option<(usize, bool)> {
        let text = self.get("sort");
        let (id, descending) = text.strip_prefix('-').map_or((text.as_str(), false), |id| (id, true));
        Some((self.column(id)?, descending))
    }

    /// Upwards, downwards, not at all.
    fn toggle_sort(self, column: usize) {
        let Some(id) = self.columns.get(column).map(|column| column.id) else { return };
        let next = match untrack(|| self.sort()) {
            Some((current, false)) if current == column => format!("-{id}"),
            Some((current, true)) if current == column => String::new(),
            _ => id.to_owned(),
        };
        self.choose("sort", next);
    }

    fn filtered(self) -> bool {
        !self.get("q").is_empty() || !self.chosen().is_empty()
    }

    fn clear(self) {
        let names = ["q", "page"].iter().chain(self.filters);
        self.url.set(names.map(|name| (self.key(name), String::new())).collect());
    }

    /// Most rows on one page.
    const fn page_rows(self) -> usize {
        if self.prefix.is_empty() { PAGE_ROWS } else { SHORT_PAGE_ROWS }
    }

    /// The page shown, from 1, of a list of `count` rows.
    fn page(self, count: usize) -> usize {
        let last = count.div_ceil(self.page_rows()).max(1);
        self.get("page").parse::<usize>().unwrap_or(1).clamp(1, last)
    }
}

/// A table. `name`: its caption and accessible name; `id`: its prefix in the address bar;
/// `filters`: the columns whose values can be chosen above it.
#[component]
pub fn DataTable(
    name: Text,
    id: &'static str,
    columns: &'static [Column],
    #[prop(optional)] filters: &'static [&'static str],
    #[prop(into)] rows: Signal<Rows>,
    #[prop(into)] load: Signal<Load>,
    refresh: Callback<()>,
    #[prop(optional, into)] actions: Vec<AnyView>,
) -> impl IntoView {
    let t = texts();
    let name = name(t);
    let place = Place { url: UrlState::new(), prefix: id, columns, filters };
    let filtered: Vec<usize> = filters.iter().filter_map(|id| place.column(id)).collect();
    let index: Memo<Option<Arc<Index>>> =
        Memo::new(move |_| Some(Arc::new(Index::new(rows.get()?, &filtered))));
    let arranged = rows_memo(move || {
        let arranged = index.get()?.arrange(&place.get("q"), &place.chosen(), place.sort());
        Some(Arc::new(arranged))
    });
    let count = move || arranged.with(|rows| rows.as_ref().map_or(0, |rows| rows.len()));
    let shown: Vec<Signal<bool>> = (0..columns.len()).map(|index| is_shown(columns, index, rows)).collect();
    let busy = move || (load.with(|load| load.loading)).to_string();
    let failure = Signal::derive(move || load.with(|load| load.failure.clone()));
    let stale = Signal::derive(move || load.with(Load::stale_since));
    let headings: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .zip(shown.clone())
        .map(|((index, column), shown)| {
            view! { <Show when=move || shown.get()>{heading(place, index, (column.title)(t))}</Show> }
                .into_any()
        })
        .collect();
    let body = move || {
        let Some(rows) = arranged.get() else {
            let waits = load.with(|load| load.loading || load.failure.is_none());
            return if waits { skeleton(columns.len()) } else { ().into_any() };
        };
        if rows.is_empty() {
            let text = if place.filtered() { t.empty_filtered } else { t.empty };
            return view! { <tr><td class="empty" colspan=columns.len().to_string()>{text}</td></tr> }
                .into_any();
        }
        let shown: Vec<bool> = shown.iter().map(|shown| shown.get()).collect();
        let first = (place.page(rows.len()) - 1) * place.page_rows();
        let rows: Vec<AnyView> =
            rows.iter().skip(first).take(place.page_rows()).map(|row| row_view(row, &shown)).collect();
        rows.into_any()
    };
    view! {
        <section class="table-section">
            {toolbar(place, name, index, load, refresh, actions)}
            <FailureAlert failure=failure retry=refresh stale=stale />
            <Incomplete load=load />
            {hidden_ticks(rows, arranged)}
            <div class="table-scroll" tabindex="0" role="group" aria-label=name>
                <table aria-label=name aria-busy=busy>
                    <thead>
                        <tr>{headings}</tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <Show when=move || { count() > place.page_rows() }>{pager(place, name, Signal::derive(count))}</Show>
        </section>
    }
}

/// Rows that tell of changes only.
pub fn rows_memo(rows: impl Fn() -> Rows + Send + Sync + 'static) -> Signal<Rows> {
    Memo::new(move |_| rows()).into()
}

fn is_shown(columns: &'static [Column], index: usize, rows: Signal<Rows>) -> Signal<bool> {
    if columns.get(index).is_some_and(|column| !column.optional) {
        return Signal::stored(true);
    }
    Memo::new(move |_| {
        rows.with(|rows| {
            rows.iter()
                .flat_map(|rows| rows.iter())
                .any(|row| row.cells.get(index).is_some_and(Cell::is_something))
        })
    })
    .into()
}

fn toolbar(
    place: Place,
    name: &'static str,
    index: Memo<Option<Arc<Index>>>,
    load: Signal<Load>,
    refresh: Callback<()>,
    actions: Vec<AnyView>,
) -> AnyView {
    let t = texts();
    let filters: Vec<AnyView> = place.filters.iter().map(|id| filter(place, id, index)).collect();
    let search = Signal::derive(move || place.get("q"));
    let clear = Callback::new(move |()| place.clear());
    let loading = Signal::derive(move || Availability::busy_if(load.with(|load| load.loading)));
    let read_at =
        move || load.with(|load| load.read_at).map(|at| (t.last_read)(&format::time(at))).unwrap_or_default();
    view! {
        <div class="toolbar">
            // The page's heading says it already where there is only one table.
            <h2 class=if place.prefix.is_empty() { "visually-hidden" } else { "" }>{name}</h2>
            <label class="search">
                <span class="visually-hidden">{t.search}</span>
                <input
                    type="search"
                    placeholder=t.search
                    prop:value=search
                    on:input=move |event| place.choose("q", event_target_value(&event))
                />
            </label>
            {filters}
            <Show when=move || place.filtered()><Button label=t.clear_filters variant=ButtonVariant::Plain on_press=clear /></Show>
            <span class="toolbar-end">
                <span class="read-at">{read_at}</span>
                <Button label=t.refresh availability=loading on_press=refresh />
                {actions}
            </span>
        </div>
    }
    .into_any()
}

/// Says how many ticked rows do not pass the filters, and offers to deselect them. "Clear filters"
/// shows them.
fn hidden_ticks(rows: Signal<Rows>, arranged: Signal<Rows>) -> AnyView {
    let t = texts();
    let ticked = |rows: Rows| {
        let cells = |row: &Row| match row.cells.first() {
            Some(Cell::Pick(pick)) if (pick.ticked)() => Some(pick.clone()),
            _ => None,
        };
        rows.iter().flat_map(|rows| rows.iter()).filter_map(cells).collect::<Vec<Pick>>()
    };
    let hidden = move || {
        let mut hidden = ticked(rows.get());
        if !hidden.is_empty() {
            let shown = ticked(arranged.get());
            hidden.retain(|pick| !shown.contains(pick));
        }
        hidden
    };
    let count: Memo<usize> = Memo::new(move |_| hidden().len());
    let deselect = Callback::new(move |()| untrack(hidden).iter().for_each(|pick| (pick.toggle)()));
    let line = move || match count.get() {
        0 => ().into_any(),
        count => view! {
            <p class="hidden-ticks">
                {(t.lists.hidden)(count)}
                " "
                <Button label=t.lists.deselect_hidden variant=ButtonVariant::Plain on_press=deselect />
            </p>
        }
        .into_any(),
    };
    view! { <div class="live" role="status">{line}</div> }.into_any()
}

fn filter(place: Place, id: &'static str, index: Memo<Option<Arc<Index>>>) -> AnyView {
    let t = texts();
    let column = place.column(id).unwrap_or_default();
    let label = place.columns.get(column).map_or("", |column| (column.title)(t));
    let linked = Signal::derive(move || place.get(id));
    let known: Memo<Vec<(String, String)>> =
        Memo::new(move |_| index.get().map(|index| index.distinct(column)).unwrap_or_default());
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice { value: String::new(), text: t.any.to_owned() }];
        choices.extend(known.get().into_iter().map(|(value, text)| Choice { value, text }));
        // A linked value stays choosable even if no row has it now.
        let linked = linked.get();
        if choices.iter().all(|choice| fold(&choice.value) != fold(&linked)) {
            choices.push(Choice::plain(linked));
        }
        choices
    });
    // A link may write the value in another way than the rows.
    let value = Signal::derive(move || {
        let linked = linked.get();
        let found = known.with(|known| {
            known.iter().find(|(value, _)| fold(value) == fold(&linked)).map(|(value, _)| value.clone())
        });
        found.unwrap_or(linked)
    });
    let choose = Callback::new(move |value: String| place.choose(id, value));
    view! { <Select label=label value=value choices=choices on_change=choose inline=true /> }.into_any()
}

fn heading(place: Place, index: usize, title: &'static str) -> AnyView {
    let sorted = move || match place.sort() {
        Some((column, false)) if column == index => "ascending",
        Some((column, true)) if column == index => "descending",
        _ => "none",
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" on:click=move |_| place.toggle_sort(index)>{title}</button>
        </th>
    }
    .into_any()
}

fn row_view(row: &Row, shown: &[bool]) -> AnyView {
    let cells: Vec<AnyView> = row
        .cells
        .iter()
        .zip(shown)
        .enumerate()
        .filter(|(_, (_, shown))| **shown)
        .map(|(index, (cell, _))| {
            if index == 0 {
                view! { <th scope="row">{cell.view()}</th> }.into_any()
            } else {
                view! { <td>{cell.view()}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}

fn skeleton(columns: usize) -> AnyView {
    let cell = || view! { <td><span class="skeleton"></span></td> }.into_any();
    let row = |_| {
        let cells: Vec<AnyView> = (0..columns).map(|_| cell()).collect();
        view! { <tr aria-hidden="true">{cells}</tr> }.into_any()
    };
    (0..SKELETON_ROWS).map(row).collect::<Vec<AnyView>>().into_any()
}

fn pager(place: Place, name: &'static str, count: Signal<usize>) -> AnyView {
    let t: &'static Texts = texts();
    let page = move || place.page(count.get());
    let turn = move |by: isize| {
        Callback::new(move |()| {
            let page = untrack(page).saturating_add_signed(by);
            place.url.set(vec![(place.key("page"), page.to_string())]);
        })
    };
    let first =
        Signal::derive(move || Availability::disabled_by((page() == 1).then_some(t.lists.first_page)));
    let last = Signal::derive(move || {
        let is_last = page() * place.page_rows() >= count.get();
        Availability::disabled_by(is_last.then_some(t.lists.last_page))
    });
    let range = move || {
        let first = (page() - 1) * place.page_rows() + 1;
        (t.rows_of)(first, (first + place.page_rows() - 1).min(count.get()), count.get())
    };
    view! {
        <nav class="pager" aria-label=name>
            <Button label=t.previous availability=first on_press=turn(-1) />
            <span role="status">{range}</span>
            <Button label=t.next availability=last on_press=turn(1) />
        </nav>
    }
    .into_any()
}

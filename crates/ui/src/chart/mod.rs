//! Charts: figures with a caption, a picture, and the table behind it.

mod bars;
mod levels;
mod scale;

use leptos::prelude::*;

use crate::button::{Button, ButtonVariant};
use crate::texts::texts;
use crate::untrusted::line;

pub use bars::{Bar, BarUnit, Bars, Cursor, Series, bars};
pub use levels::{Level, levels};

/// Makes a part of a chart, again when its data changes.
pub type Part = Box<dyn Fn() -> AnyView + Send + Sync>;

/// A chart.
pub struct Chart {
    /// What it shows.
    pub title: Signal<String>,
    /// What it comes to, and what is missing in it.
    pub note: AnyView,
    /// Whether its data is being read.
    pub busy: Signal<bool>,
    /// The picture.
    pub picture: Part,
    /// The same as a table.
    pub table: Part,
}

/// Shows a chart, and on request its table instead.
pub fn chart(Chart { title, note, busy, picture, table }: Chart) -> AnyView {
    let t = texts();
    let as_table = RwSignal::new(false);
    let label =
        Signal::derive(move || if as_table.get() { t.chart.picture } else { t.chart.table }.to_owned());
    let toggle = Callback::new(move |()| as_table.update(|as_table| *as_table = !*as_table));
    let shown = move || if as_table.get() { table() } else { picture() };
    let name = move || line(&title.get()).words(t);
    view! {
        <figure class="panel chart" aria-label=name aria-busy=move || busy.get().to_string()>
            <figcaption>
                <h3>{move || line(&title.get()).view()}</h3>
                <Button label=label variant=ButtonVariant::Plain on_press=toggle />
            </figcaption>
            {note}
            {shown}
        </figure>
    }
    .into_any()
}

/// A table of texts. The first cell of a row names it.
fn table(name: String, heads: Vec<String>, rows: Vec<Vec<String>>) -> AnyView {
    let heads: Vec<AnyView> =
        heads.into_iter().map(|head| view! { <th scope="col">{line(&head)}</th> }.into_any()).collect();
    let row = |cells: Vec<String>| {
        let cells: Vec<AnyView> = cells
            .iter()
            .enumerate()
            .map(|(index, cell)| match index {
                0 => view! { <th scope="row">{line(cell)}</th> }.into_any(),
                _ => view! { <td>{line(cell)}</td> }.into_any(),
            })
            .collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    let group = name.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=group>
            <table aria-label=name>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What the colours of a picture mean.
fn legend(entries: Vec<(&'static str, &'static str)>) -> AnyView {
    let entry = |(class, name): (&'static str, &'static str)| {
        view! { <li><span class=format!("swatch {class}")></span>{name}</li> }.into_any()
    };
    let entries: Vec<AnyView> = entries.into_iter().map(entry).collect();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

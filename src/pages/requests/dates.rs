//! The dates between which requests are listed.

use databoxframe_ui::url::UrlState;
use leptos::prelude::*;

use crate::components::DateField;
use crate::locale::texts;
use crate::queries::Window;
use crate::untrusted::line;

/// The first and the last day; they stand in the URL.
#[derive(Clone, Copy)]
pub struct Dates {
    url: UrlState,
    from: Memo<String>,
    to: Memo<String>,
    /// The time between them.
    pub window: Memo<Window>,
}

impl Dates {
    /// Those of a URL.
    pub fn of(url: UrlState) -> Self {
        let param = |name: &'static str| Memo::new(move |_| url.get(name));
        let (from, to) = (param("from"), param("to"));
        Self { url, from, to, window: Memo::new(move |_| Window::of(&from.get(), &to.get())) }
    }

    fn set(self, name: &'static str) -> Callback<String> {
        Callback::new(move |text: String| {
            self.url.set(vec![(name.to_owned(), text), ("page".to_owned(), String::new())]);
        })
    }

    /// The fields.
    pub fn view(self) -> AnyView {
        let t = texts();
        // A link may name a time, for which the field has no place.
        let day = move |text: Memo<String>| {
            Signal::derive(move || text.with(|text| text.chars().take(10).collect::<String>()))
        };
        let time = move || {
            let text = self.from.get();
            let (day, time) = text.split_once('T')?;
            let time = (t.overview.from_time)(&line(&format!("{day} {time}")).words(t));
            Some(view! { <span class="hint">{time}</span> })
        };
        view! {
            <div class="dates" role="group" aria-label=t.lists.dates>
                <DateField label=t.infra.from value=day(self.from) on_change=self.set("from") />
                <DateField label=t.infra.to value=self.to on_change=self.set("to") />
                {time}
                <span class="hint">{t.lists.dates_note}</span>
            </div>
        }
        .into_any()
    }
}

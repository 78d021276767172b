//! Views above the list: what waits, or everything; and whether a request stands beside it.

use databoxframe::code::ExportStatus;
use leptos::prelude::*;

use super::wide::is_wide;
use crate::components::{Button, ButtonVariant, InitialView, all_rows};
use crate::console::Console;
use crate::locale::Texts;
use crate::pages::overview::waiting_reviews;

/// The requests that wait for review.
pub fn waiting(t: &'static Texts) -> InitialView {
    let status = ExportStatus::RequestComplete.as_str();
    InitialView { parameters: vec![("status".to_owned(), status.to_owned())], empty: t.desk.nothing_waits }
}

/// The links to both, and the button of the layout.
pub fn views(t: &'static Texts) -> AnyView {
    let Console { queries, router, preferences, .. } = Console::expect();
    let status = Memo::new(move |_| router.location().with(|here| here.get("status").to_owned()));
    let number = Memo::new(move |_| waiting_reviews(queries).map(|waiting| waiting.number()));
    let link = move |name: &'static str, wanted: &'static str, count: bool| {
        let target = move || {
            let here = router.location().get();
            let (shown, all) = all_rows();
            let all = if wanted.is_empty() { all } else { String::new() };
            let status = ("status".to_owned(), wanted.to_owned());
            here.with(vec![status, (shown, all), ("page".to_owned(), String::new())]).href()
        };
        let current = move || (status.get() == wanted).then_some("true");
        let count = move || number.get().filter(|_| count).map(|number| format!(" ({number})"));
        view! { <li><a href=target aria-current=current>{name}{count}</a></li> }.into_any()
    };
    let wide = is_wide();
    let is_split = preferences.side_by_side;
    let label = Signal::derive(move || {
        (if is_split.get() { t.desk.list_alone } else { t.desk.side_by_side }).to_owned()
    });
    let switch = Callback::new(move |()| preferences.set_side_by_side(!is_split.get_untracked()));
    view! {
        <div class="views">
            <ul aria-label=t.desk.views>
                {link(t.export_waiting, ExportStatus::RequestComplete.as_str(), true)}
                {link(t.desk.all, "", false)}
            </ul>
            <Show when=move || wide.get()>
                <Button label=label variant=ButtonVariant::Plain on_press=switch />
            </Show>
        </div>
    }
    .into_any()
}

//! `/frames/{frameNo}/boxes/{boxNo}` and its tabs.

use databoxframe::code::BoxStatus;
use databoxframe::data_box::BoxSummary;
use databoxframe::{Flag, Id};
use leptos::prelude::*;

use super::columns::{account_columns, infra_columns};
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Detail, DisabledReason, Neighbours, PageHeader, TableId, Tabs,
    neighbours,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::exports::export_list::cancellable_columns;
use crate::pages::infrastructure::actions::{Subject, can_change, external_network, return_box};
use crate::pages::infrastructure::counting::{Count, Counted, ask_with_counts};
use crate::pages::requests::columns::{Scope, import_columns};
use crate::pages::requests::new_request::{NewRequest, request_buttons};
use crate::pages::requests::origin::Origin;
use crate::pages::table::table;
use crate::pages::trail::trail_to_box;
use crate::pages::{Absent, details_of, title};
use crate::queries::{self, Window};
use crate::query_cache::Query;
use crate::resource;
use crate::router::{BoxTab, Route, use_router};
use crate::status_cells;
use crate::write::{Draft, WriteDialog};

fn details((frame_no, box_no): &(Id, Id), summary: &BoxSummary, t: &'static Texts) -> Vec<Detail> {
    let status = status_cells::box_status(summary.status.as_ref(), None, t);
    let nas = status_cells::nas_use(summary.nas_used_gb.as_ref(), summary.nas_total_gb.as_ref(), t);
    let mut details = vec![
        Detail::new(t.status, status_cells::changing(status, &resource::box_key(frame_no, box_no), t)),
        Detail::new(t.network, status_cells::network(summary.external_network_blocked.as_ref(), t)),
        Detail::new(t.nas_use, nas),
        Detail::new(t.nas_count, status_cells::count(summary.nas_count.as_ref())),
        Detail::new(t.mounts, status_cells::count(summary.mount_count.as_ref())),
        Detail::new(t.ssl_vpn_count, status_cells::count(summary.ssl_vpn_count.as_ref())),
        Detail::new(t.ssl_vpn_url, Cell::external(summary.ssl_vpn_url.as_deref())),
        Detail::new(t.export_count, status_cells::count(summary.export_apply_count.as_ref())),
        Detail::new(t.created, status_cells::date(summary.created.as_ref())),
        Detail::new(t.memo, Cell::lines(summary.memo.as_deref())),
    ];
    if !summary.extra.is_empty() {
        details.push(Detail::new(t.other_fields, status_cells::extra(&summary.extra)));
    }
    details
}

/// What a tab is called.
const fn tab_name(tab: BoxTab, t: &'static Texts) -> &'static str {
    match tab {
        BoxTab::Infrastructure => t.infra_table,
        BoxTab::Imports => t.nav_imports,
        BoxTab::Exports => t.nav_exports,
        BoxTab::Accounts => t.infra.accounts,
    }
}

/// The open tab, none for the summary. Of another page it stays as it was, until this one is gone.
fn open_tab(frame_no: Id, box_no: Id) -> Memo<Option<BoxTab>> {
    let router = use_router();
    let is_here = move |frame: &Id, number: &Id| *frame == frame_no && *number == box_no;
    Memo::new(move |before: Option<&Option<BoxTab>>| match router.route() {
        Route::DataBoxTab(frame, number, tab) if is_here(&frame, &number) => Some(tab),
        Route::DataBox(frame, number) if is_here(&frame, &number) => None,
        _ => before.copied().flatten(),
    })
}

/// The boxes of the frame before and after this one.
fn other_boxes(frame_no: Id, box_no: Id, tab: Memo<Option<BoxTab>>) -> AnyView {
    let t = texts();
    let boxes = queries::boxes(frame_no.clone());
    let known = Memo::new(move |_| {
        let boxes = boxes.data();
        let records = boxes.iter().flat_map(|list| &list.records);
        neighbours(&box_no, records.map(|one| (&one.box_no, one.name.as_deref())))
    });
    let route = move |number: Id| match tab.get() {
        Some(tab) => Route::DataBoxTab(frame_no.clone(), number, tab),
        None => Route::DataBox(frame_no.clone(), number),
    };
    let labels = (t.infra.previous_box, t.infra.next_box);
    view! { <Neighbours neighbours=known labels=labels route=Callback::new(route) /> }.into_any()
}

/// One box: its summary, infrastructure, requests and accounts, in tabs.
#[component]
pub fn DataBoxPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
) -> impl IntoView {
    let t = texts();
    let summary = queries::box_summary(frame_no.clone(), box_no.clone());
    let name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let tab = open_tab(frame_no.clone(), box_no.clone());
    let route = |tab| Route::DataBoxTab(frame_no.clone(), box_no.clone(), tab);
    let tabs = std::iter::once((Route::DataBox(frame_no.clone(), box_no.clone()), t.forms.summary))
        .chain(BoxTab::ALL.into_iter().map(|tab| (route(tab), tab_name(tab, t))))
        .collect::<Vec<_>>();
    let availability = Signal::derive(move || {
        can_change(
            Subject::DataBox,
            summary.data().and_then(|summary| summary.status.as_ref().map(BoxStatus::phase)),
            t,
        )
    });
    let part = Signal::derive(move || tab.get().map(|tab| tab_name(tab, t)));
    let ids = StoredValue::new((frame_no.clone(), box_no.clone()));
    let absent = Absent::of(summary);
    let content = move || match tab.get() {
        // Of a box that does not exist one alert says so.
        Some(tab) if absent.get() != Some(Absent::Missing) => tab_content(tab, ids.get_value(), draft),
        _ => details_of(summary, move |summary, t| ids.with_value(|ids| details(ids, summary, t))),
    };
    let actions = move || {
        let primary =
            if tab.get() == Some(BoxTab::Exports) { NewRequest::Export } else { NewRequest::Import };
        let actions = || {
            let (frame_no, box_no) = ids.get_value();
            let mut all = request_buttons(primary, &frame_no, &box_no, availability);
            all.extend(actions(ids, summary, availability, draft));
            all
        };
        absent.get().is_none().then(actions)
    };
    let tabs = move || {
        (absent.get() != Some(Absent::Missing)).then(|| view! { <Tabs tabs=tabs.clone() /> }.into_any())
    };
    view! {
        <PageHeader
            title=name
            part=part
            actions=vec![actions.into_any()]
            trail=trail_to_box(&frame_no)
            beside=other_boxes(frame_no, box_no, tab)
        />
        <DisabledReason availability=availability />
        {tabs}
        {content}
        <WriteDialog draft=draft />
    }
}

/// The table of a tab. Its list is read while it is open.
fn tab_content(tab: BoxTab, ids: (Id, Id), draft: RwSignal<Option<Draft>>) -> AnyView {
    let t = texts();
    let (frame_no, box_no) = ids.clone();
    let origin = Origin::of_box(frame_no.clone(), box_no.clone());
    match tab {
        BoxTab::Infrastructure => table(
            t.infra_table,
            TableId::only("box-infrastructure"),
            infra_columns(draft, t),
            ids,
            queries::box_infra(frame_no, box_no),
        ),
        BoxTab::Imports => {
            let imports = queries::imports(frame_no, Some(box_no), Window::default());
            let id = TableId::only("box-imports");
            table(t.infra.imports, id, import_columns(Scope::DataBox, t), origin, imports)
        }
        BoxTab::Exports => {
            let exports = queries::exports(frame_no, box_no, Window::default());
            let columns = cancellable_columns(Scope::DataBox, draft, t);
            table(t.infra.exports, TableId::only("box-exports"), columns, origin, exports)
        }
        BoxTab::Accounts => {
            let accounts = queries::ssl_vpn_accounts(frame_no, box_no);
            table(t.infra.accounts, TableId::only("accounts"), account_columns(t), ids, accounts)
        }
    }
}

/// The buttons for the box itself.
fn actions(
    ids: StoredValue<(Id, Id)>,
    summary: Query<BoxSummary>,
    availability: Signal<Availability>,
    draft: RwSignal<Option<Draft>>,
) -> Vec<AnyView> {
    let t = texts();
    // An unknown state counts as open, because blocking is the safer action to offer.
    let is_blocked =
        move || summary.data().is_some_and(|summary| summary.external_network_blocked == Some(Flag::Yes));
    let network_label =
        Signal::derive(move || if is_blocked() { t.actions.allow } else { t.actions.block }.to_owned());
    // Only for a box that was read.
    let can_change_known =
        Signal::derive(move || Availability::busy_if(summary.data().is_none()).and(|| availability.get()));
    let ask_network = Callback::new(move |()| {
        let Some(shown) = summary.data_now() else { return };
        draft.set(Some(external_network(ids.get_value(), &shown, !untrack(is_blocked))));
    });
    let infra = Count::of(
        move || {
            let (frame_no, box_no) = ids.get_value();
            queries::box_infra(frame_no, box_no)
        },
        Counted::of,
    );
    let (ask_return, waits) = ask_with_counts([infra], move |[infra]| {
        let Some(summary) = summary.data_now() else { return };
        draft.set(Some(return_box(ids.get_value(), &summary, infra, t)));
    });
    let can_return =
        Signal::derive(move || Availability::busy_if(waits.get()).and(|| can_change_known.get()));
    let router = Console::expect().router;
    let modify = Callback::new(move |()| {
        let (frame_no, box_no) = ids.get_value();
        router.go(Route::ModifyDataBox(frame_no, box_no));
    });
    vec![
        view! { <Button label=t.infra.modify_box availability=availability reason_beside=true on_press=modify /> }.into_any(),
        view! { <Button label=network_label availability=can_change_known reason_beside=true on_press=ask_network /> }.into_any(),
        view! { <Button label=t.actions.return_box variant=ButtonVariant::Danger availability=can_return reason_beside=true on_press=ask_return /> }
            .into_any(),
    ]
}

//! `/frames/{frameNo}/boxes/{boxNo}`

use databoxframe::code::BoxStatus;
use databoxframe::data_box::BoxSummary;
use databoxframe::{Flag, Id};
use leptos::prelude::*;

use super::columns::infra_columns;
use crate::codes;
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Crumb, Detail, DisabledReason, PageHeader,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::exports::export_list::cancellable_columns;
use crate::pages::infrastructure::actions::{can_change, counted, external_network, return_box};
use crate::pages::requests::columns::{Scope, import_columns};
use crate::pages::requests::origin::Origin;
use crate::pages::table::table;
use crate::pages::{details_of, title};
use crate::queries::{self, Window};
use crate::resource;
use crate::router::Route;
use crate::write::{Draft, WriteDialog};

fn details((frame_no, box_no): &(Id, Id), summary: &BoxSummary, t: &'static Texts) -> Vec<Detail> {
    let status = codes::box_status(summary.status.as_ref(), None, t);
    let nas = codes::nas_use(summary.nas_used_gb.as_ref(), summary.nas_total_gb.as_ref(), t);
    let mut details = vec![
        Detail::new(t.status, codes::changing(status, &resource::box_key(frame_no, box_no), t)),
        Detail::new(t.network, codes::network(summary.external_network_blocked.as_ref(), t)),
        Detail::new(t.nas_use, nas),
        Detail::new(t.nas_count, codes::count(summary.nas_count.as_ref())),
        Detail::new(t.mounts, codes::count(summary.mount_count.as_ref())),
        Detail::new(t.ssl_vpn_count, codes::count(summary.ssl_vpn_count.as_ref())),
        Detail::new(t.ssl_vpn_url, Cell::external(summary.ssl_vpn_url.as_deref())),
        Detail::new(t.export_count, codes::count(summary.export_apply_count.as_ref())),
        Detail::new(t.created, codes::date(summary.created.as_ref())),
        Detail::new(t.memo, Cell::lines(summary.memo.as_deref())),
    ];
    if !summary.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&summary.extra)));
    }
    details
}

/// One box: summary, infrastructure, imports and exports.
#[component]
pub fn DataBoxPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
) -> impl IntoView {
    let t = texts();
    let summary = queries::box_summary(frame_no.clone(), box_no.clone());
    let infra = queries::box_infra(frame_no.clone(), box_no.clone());
    let imports = queries::imports(frame_no.clone(), Some(box_no.clone()), Window::default());
    let exports = queries::exports(frame_no.clone(), box_no.clone(), Window::default());
    let name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let ids = StoredValue::new((frame_no.clone(), box_no));
    let phase = move || summary.data().and_then(|summary| summary.status.as_ref().map(BoxStatus::phase));
    let availability = Signal::derive(move || can_change(phase(), t));
    // An unknown state counts as open, because blocking is the safer action to offer.
    let is_blocked =
        move || summary.data().is_some_and(|summary| summary.external_network_blocked == Some(Flag::Yes));
    let network_label =
        Signal::derive(move || if is_blocked() { t.actions.allow } else { t.actions.block }.to_owned());
    // Only for a box that was read.
    let can_change_known =
        Signal::derive(move || Availability::busy_if(summary.data().is_none()).and(|| availability.get()));
    let ask_network = Callback::new(move |()| {
        let block = !untrack(is_blocked);
        let summary = summary.data_now();
        let shown = summary.as_ref().and_then(|summary| summary.external_network_blocked.as_ref());
        draft.set(Some(external_network(ids.get_value(), name.get_untracked(), shown, block)));
    });
    let ask_return = Callback::new(move |()| {
        let infra = infra.data_now().map(|infra| counted(&infra, t));
        let summary = summary.data_now();
        draft.set(Some(return_box(ids.get_value(), summary.as_deref(), infra)));
    });
    let router = Console::expect().router;
    let modify = Callback::new(move |()| {
        let (frame_no, box_no) = ids.get_value();
        router.go(&Route::ModifyDataBox(frame_no, box_no).path());
    });
    let actions = vec![
        view! { <Button label=t.infra.modify_box availability=availability on_press=modify /> }.into_any(),
        view! { <Button label=network_label availability=can_change_known on_press=ask_network /> }.into_any(),
        view! { <Button label=t.actions.return_box variant=ButtonVariant::Danger availability=can_change_known on_press=ask_return /> }
            .into_any(),
    ];
    let origin = ids.with_value(|(frame_no, box_no)| Origin::of_box(frame_no.clone(), box_no.clone()));
    let frame_name =
        title(queries::frame(frame_no.clone()), |frame| frame.name.as_deref(), frame_no.to_string());
    let trail =
        vec![Crumb::new("/frames".into(), t.frames), Crumb::new(format!("/frames/{frame_no}"), frame_name)];
    view! {
        <PageHeader title=name actions=actions trail=trail />
        <DisabledReason availability=availability />
        {details_of(summary, move |summary, t| ids.with_value(|ids| details(ids, summary, t)))}
        {table(t.infra_table, "infra", infra_columns(draft, t), ids.get_value(), infra)}
        {table(t.infra.imports, "imports", import_columns(Scope::DataBox, t), origin.clone(), imports)}
        {table(t.infra.exports, "exports", cancellable_columns(Scope::DataBox, draft, t), origin, exports)}
        <WriteDialog draft=draft />
    }
}

//! `/frames/{frameNo}/modify`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::frame::{FrameInfra, FrameInfraKind, ModifyDataBoxFrameAdminInfra};
use leptos::prelude::*;

use crate::components::{Crumb, FailureAlert, Incomplete, PageHeader, warning};
use crate::form::{
    Form, FormField, FormReader, FormSection, FormSections, FormView, ListDef, ListSection, Question,
    SpecOptions, Values,
};
use crate::locale::texts;
use crate::pages::infrastructure::existing::{of_frame, used_frame_specs};
use crate::pages::infrastructure::form_lists::{ADMIN, FRAME_SPECS, MEMO, NAS, admin_change, nas_change};
use crate::pages::infrastructure::form_summary::{
    ClosedNotice, FormSummary, changed, nas_hint, summary_facts,
};
use crate::pages::{load, title};
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;
use crate::router::{FrameTab, Route};
use crate::write::{Fact, TypedConfirmation};

const LISTS: &[ListDef] = &[ADMIN, NAS];

fn request(frame_no: Id, values: &FormReader<'_>) -> Option<ModifyDataBoxFrameAdminInfra> {
    let admin_servers = values.each(ADMIN, admin_change);
    let nas = values.each(NAS, nas_change);
    let memo = values.read(MEMO);
    Some(ModifyDataBoxFrameAdminInfra { frame_no, memo: memo?, admin_servers: admin_servers?, nas: nas? })
}

/// The form for changing a frame's own infrastructure.
#[component]
pub fn ModifyFramePage(
    /// Number of the frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let infra = queries::frame_infra(frame_no.clone());
    let data = Signal::derive(move || infra.data());
    let (servers, volumes) = (of_frame(data, FrameInfraKind::Server), of_frame(data, FrameInfraKind::Nas));
    let used = Signal::derive(move || {
        Arc::new(infra.data().map(|infra| used_frame_specs(&infra)).unwrap_or_default())
    });
    let form = {
        let frame_no = frame_no.clone();
        Form::open(Values::default, move |values| request(frame_no.clone(), values))
    };
    let back = Route::FrameTab(frame_no.clone(), FrameTab::Infrastructure);
    let question = Question {
        title: |t| t.forms.modify_title,
        lead: |t| t.forms.modify_confirm,
        facts: Arc::new(move || {
            let frame = Fact::line(|t| t.frame, frame_name.get_untracked());
            std::iter::once(frame).chain(summary_facts(form, LISTS, volumes, None)).collect()
        }),
        confirm: Some(Arc::new(move || TypedConfirmation {
            name: frame_name.get_untracked(),
            number: frame_no.clone(),
        })),
    };
    let trail = vec![Crumb::new(Route::Frames, t.frames), Crumb::new(back.page(), frame_name)];
    view! {
        <PageHeader title=t.forms.modify_frame trail=trail />
        <ClosedNotice />
        <ReadState infra=infra />
        <FormView form=form question=question back=back availability=changed(form, LISTS)>
            <FormSections>
                <ListSection form=form list=ADMIN hint=t.forms.spec_hint existing=servers />
                <ListSection form=form list=NAS hint=nas_hint() existing=volumes />
                <FormSection form=form title=|t| t.memo>
                    <FormField form=form field=MEMO />
                </FormSection>
                <SpecOptions lists=FRAME_SPECS used=used />
            </FormSections>
            <FormSummary form=form lists=LISTS volumes=volumes />
        </FormView>
    }
}

/// Whether the whole infrastructure was read and is of known kinds.
#[component]
fn ReadState(infra: Query<Paged<FrameInfra>>) -> impl IntoView {
    let t = texts();
    let failure = Signal::derive(move || load(infra).get().failure);
    let unknown = move || {
        let infra = infra.data();
        let items = infra.iter().flat_map(|infra| &infra.records);
        let count = items.filter(|item| item.kind() == FrameInfraKind::Unknown).count();
        (count > 0).then(|| warning((t.lists.unknown_kind)(count)))
    };
    view! {
        <FailureAlert failure=failure retry=infra.refresh />
        <Incomplete load=load(infra) />
        {unknown}
    }
}

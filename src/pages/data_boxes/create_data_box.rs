//! `/frames/{frameNo}/boxes/new`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::{BoxInfra, CreateDataBox};
use databoxframe::rule::{ANY_COUNT, NAS_SIZE_GB, Range};
use leptos::prelude::*;

use crate::components::{Crumb, PageHeader};
use crate::form::{
    Field, Form, FormField, FormReader, FormSection, FormSections, FormView, KnownSpec, ListDef, ListSection,
    Question, SpecOptions, Values,
};
use crate::locale::{Texts, current, explain_problem, texts};
use crate::pages::infrastructure::existing::used_specs;
use crate::pages::infrastructure::form_lists::{
    BOX_SPECS, FIRST_CONNECT, FIRST_NAS, HADOOP, LINUX, MEMO, NAS_COUNT, NAS_SIZE, TF_CPU, TF_GPU,
    first_connect_server, hadoop, nas, server,
};
use crate::pages::infrastructure::form_summary::{ClosedNotice, Entry, FormSummary, nas_hint, summary_facts};
use crate::pages::title;
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;
use crate::router::{FrameTab, Route};
use crate::write::Fact;

const LISTS: &[ListDef] = &[FIRST_CONNECT, LINUX, HADOOP, TF_CPU, TF_GPU, FIRST_NAS];
/// Number of SSL VPN accounts, limited by the Connect servers.
const SSL_VPN_COUNT: Field<u64> =
    Field::number("sslVpnCount", |t| t.field.ssl_vpn_count, Range { min: 0, ..ANY_COUNT });

fn request(frame_no: Id, values: &FormReader<'_>) -> Option<CreateDataBox> {
    // Reads all fields before the first invalid one returns.
    let connect_servers = values.each(FIRST_CONNECT, first_connect_server);
    let linux_servers = values.each(LINUX, server);
    let hadoop = values.each(HADOOP, hadoop);
    let tensor_flow_cpu_servers = values.each(TF_CPU, server);
    let tensor_flow_gpu_servers = values.each(TF_GPU, server);
    values.need_one_of([TF_CPU, TF_GPU]);
    let nas = values.each(FIRST_NAS, nas);
    let accounts = CreateDataBox::ssl_vpn_range(values.count(FIRST_CONNECT));
    let (ssl_vpn_count, memo) = values.read((SSL_VPN_COUNT.within(accounts), MEMO))?;
    Some(CreateDataBox {
        frame_no,
        connect_servers: connect_servers?,
        hadoop: hadoop?,
        linux_servers: linux_servers?,
        tensor_flow_cpu_servers: tensor_flow_cpu_servers?,
        tensor_flow_gpu_servers: tensor_flow_gpu_servers?,
        nas: nas?,
        ssl_vpn_count,
        memo,
    })
}

/// The possible numbers of accounts, or why they are unknown.
fn accounts(values: &Values, _: &Texts) -> Entry {
    let text = match SSL_VPN_COUNT.read(values, None) {
        Ok(count) => count.to_string(),
        Err(problems) => problems.iter().map(|problem| explain_problem(problem, current())).collect(),
    };
    Entry { label: SSL_VPN_COUNT.label(), text, names: Vec::new() }
}

/// A box needs a Connect server and a volume: their rows are there from the start.
fn begin() -> Values {
    let mut values = Values::default();
    values.add_row(FIRST_CONNECT);
    let volumes = values.add_row(FIRST_NAS);
    values.set(&NAS_COUNT.at(&volumes), "1".to_owned());
    values.set(&NAS_SIZE.at(&volumes), NAS_SIZE_GB.min.to_string());
    values.set(&SSL_VPN_COUNT.key(), "1".to_owned());
    values
}

/// Spec codes that the boxes of a frame use, as their lists arrive.
pub fn specs_in_frame(frame_no: Id) -> Signal<Arc<Vec<KnownSpec>>> {
    let boxes = queries::boxes(frame_no.clone());
    let infras = RwSignal::new(Vec::<(Id, Query<Paged<BoxInfra>>)>::new());
    // An owner that owned itself would never end.
    let owner = Owner::current().map(|owner| owner.downgrade());
    Effect::new(move |_| {
        let owner = owner.as_ref().and_then(|owner| owner.upgrade());
        let (Some(boxes), Some(owner)) = (boxes.data(), owner) else { return };
        for item in &boxes.records {
            if infras.with_untracked(|known| known.iter().any(|(box_no, _)| *box_no == item.box_no)) {
                continue;
            }
            let (frame_no, box_no) = (frame_no.clone(), item.box_no.clone());
            // Owned by the page, not by this run of the effect.
            let infra = owner.with(|| queries::box_infra(frame_no, box_no.clone()));
            infras.update(|known| known.push((box_no, infra)));
        }
    });
    let used = Memo::new(move |_| {
        let read = |(_, infra): &(Id, Query<Paged<BoxInfra>>)| infra.data();
        let infras: Vec<_> = infras.with(|known| known.iter().filter_map(read).collect());
        Arc::new(infras.iter().flat_map(|infra| used_specs(infra)).collect::<Vec<_>>())
    });
    used.into()
}

/// The form for a new box.
#[component]
pub fn CreateDataBoxPage(
    /// Number of the frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let used = specs_in_frame(frame_no.clone());
    let back = Route::FrameTab(frame_no.clone(), FrameTab::Boxes);
    let form = Form::open(begin, move |values| request(frame_no.clone(), values));
    // The volumes of other boxes are not known here.
    let volumes = Signal::stored(Vec::new());
    let question = Question {
        title: |t| t.forms.create_title,
        lead: |t| t.forms.create_confirm,
        facts: Arc::new(move || {
            let frame = Fact::line(|t| t.frame, frame_name.get_untracked());
            std::iter::once(frame).chain(summary_facts(form, LISTS, volumes, Some(accounts))).collect()
        }),
        confirm: None,
    };
    let trail = vec![Crumb::new(Route::Frames, t.frames), Crumb::new(back.page(), frame_name)];
    view! {
        <PageHeader title=t.forms.create_box trail=trail />
        <ClosedNotice />
        <FormView form=form question=question back=back>
            <FormSections>
                <ListSection form=form list=FIRST_CONNECT hint=t.forms.spec_hint />
                <ListSection form=form list=LINUX />
                <ListSection form=form list=HADOOP />
                <ListSection form=form list=TF_CPU hint=t.forms.tensor_flow_hint />
                <ListSection form=form list=TF_GPU />
                <ListSection form=form list=FIRST_NAS hint=nas_hint() />
                <Accounts form=form />
                <FormSection form=form title=|t| t.memo>
                    <FormField form=form field=MEMO />
                </FormSection>
                <SpecOptions lists=BOX_SPECS used=used />
            </FormSections>
            <FormSummary form=form lists=LISTS volumes=volumes more=accounts />
        </FormView>
    }
}

/// The field for the number of accounts, with its limit.
#[component]
fn Accounts(form: Form) -> impl IntoView {
    let t = texts();
    let hint = move || {
        let servers = form.values(|values| values.sent(FIRST_CONNECT).len());
        (t.forms.vpn_hint)(CreateDataBox::ssl_vpn_range(servers).max)
    };
    view! {
        <FormSection form=form title=SSL_VPN_COUNT.label()>
            <p class="hint">{hint}</p>
            <FormField form=form field=SSL_VPN_COUNT />
        </FormSection>
    }
}

//! `/frames/{frameNo}/boxes/{boxNo}/modify`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::{BoxInfra, ModifyDataBox};
use databoxframe::product::Product;
use leptos::prelude::*;

use super::create_data_box::specs_in_frame;
use crate::components::{FailureAlert, Incomplete, PageHeader};
use crate::form::{
    Form, FormField, FormReader, FormSection, FormSections, FormView, KnownSpec, ListDef, ListSection,
    Question, SpecOptions, Values,
};
use crate::locale::texts;
use crate::pages::infrastructure::existing::{of_box, used_specs};
use crate::pages::infrastructure::form_lists::{
    BOX_SPECS, CONNECT, HADOOP, LINUX, MEMO, NAS, TF_CPU, TF_GPU, connect_change, hadoop_change, nas_change,
    server_change,
};
use crate::pages::infrastructure::form_summary::{
    ClosedNotice, FormSummary, changed, nas_hint, summary_facts,
};
use crate::pages::trail::trail_in_box;
use crate::pages::{load, title};
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;
use crate::router::{BoxTab, Route};
use crate::write::{Fact, TypedConfirmation};

const LISTS: &[ListDef] = &[CONNECT, LINUX, HADOOP, TF_CPU, TF_GPU, NAS];

fn request(frame_no: Id, box_no: Id, values: &FormReader<'_>) -> Option<ModifyDataBox> {
    // Reads all fields before the first invalid one returns.
    let connect_servers = values.each(CONNECT, connect_change);
    let linux_servers = values.each(LINUX, server_change);
    let hadoop = values.each(HADOOP, hadoop_change);
    let tensor_flow_cpu_servers = values.each(TF_CPU, server_change);
    let tensor_flow_gpu_servers = values.each(TF_GPU, server_change);
    let nas = values.each(NAS, nas_change);
    let memo = values.read(MEMO);
    Some(ModifyDataBox {
        frame_no,
        box_no,
        connect_servers: connect_servers?,
        hadoop: hadoop?,
        linux_servers: linux_servers?,
        tensor_flow_cpu_servers: tensor_flow_cpu_servers?,
        tensor_flow_gpu_servers: tensor_flow_gpu_servers?,
        nas: nas?,
        memo: memo?,
    })
}

/// Spec codes that the boxes of the frame use, including this box.
fn used(frame_no: Id, infra: Query<Paged<BoxInfra>>) -> Signal<Arc<Vec<KnownSpec>>> {
    let others = specs_in_frame(frame_no);
    Signal::derive(move || {
        let mut used = others.get();
        if let Some(infra) = infra.data() {
            Arc::make_mut(&mut used).extend(used_specs(&infra));
        }
        used
    })
}

/// The form for changing a box.
#[component]
pub fn ModifyDataBoxPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let box_summary = queries::box_summary(frame_no.clone(), box_no.clone());
    let name = title(box_summary, |summary| summary.name.as_deref(), box_no.to_string());
    let infra = queries::box_infra(frame_no.clone(), box_no.clone());
    let data = Signal::derive(move || infra.data());
    let volumes = of_box(data, &[Product::Nas]);
    let form = {
        let (frame_no, box_no) = (frame_no.clone(), box_no.clone());
        Form::open(Values::default, move |values| request(frame_no.clone(), box_no.clone(), values))
    };
    // What is sent changes what this tab shows.
    let back = Route::DataBoxTab(frame_no.clone(), box_no.clone(), BoxTab::Infrastructure);
    let trail = trail_in_box(&frame_no, &box_no);
    let question = Question {
        title: |t| t.forms.modify_title,
        lead: |t| t.forms.modify_confirm,
        facts: Arc::new(move || {
            let frame = Fact::line(|t| t.frame, frame_name.get_untracked());
            let data_box = Fact::line(|t| t.data_box, name.get_untracked());
            // The subject first.
            [data_box, frame].into_iter().chain(summary_facts(form, LISTS, volumes, None)).collect()
        }),
        confirm: Some(Arc::new(move || TypedConfirmation {
            name: name.get_untracked(),
            number: box_no.clone(),
        })),
    };
    let failure = Signal::derive(move || load(infra).get().failure);
    view! {
        <PageHeader title=t.forms.modify_box trail=trail />
        <ClosedNotice />
        <FailureAlert failure=failure retry=infra.refresh />
        <Incomplete load=load(infra) />
        <FormView form=form question=question back=back availability=changed(form, LISTS)>
            <Sections form=form data=data volumes=volumes used=used(frame_no, infra) />
            <FormSummary form=form lists=LISTS volumes=volumes />
        </FormView>
    }
}

#[component]
fn Sections(
    form: Form,
    data: Signal<Option<Arc<Paged<BoxInfra>>>>,
    volumes: Signal<Vec<crate::form::Existing>>,
    used: Signal<Arc<Vec<KnownSpec>>>,
) -> impl IntoView {
    const LINUX_PRODUCTS: &[Product] = &[Product::LinuxCentos, Product::LinuxUbuntu];
    const HADOOP_PRODUCTS: &[Product] = &[Product::HadoopEdge, Product::HadoopMaster, Product::HadoopWorker];
    let t = texts();
    let of = move |products| of_box(data, products);
    view! {
        <FormSections>
            <ListSection form=form list=CONNECT hint=t.forms.spec_hint existing=of(&[Product::Connect]) />
            <ListSection form=form list=LINUX existing=of(LINUX_PRODUCTS) />
            <ListSection form=form list=HADOOP existing=of(HADOOP_PRODUCTS) />
            <ListSection form=form list=TF_CPU existing=of(&[Product::TensorFlowCpu]) />
            <ListSection form=form list=TF_GPU existing=of(&[Product::TensorFlowGpu]) />
            <ListSection form=form list=NAS hint=nas_hint() existing=volumes />
            <FormSection form=form title=|t| t.memo>
                <FormField form=form field=MEMO />
            </FormSection>
            <SpecOptions lists=BOX_SPECS used=used />
        </FormSections>
    }
}

//! `/frames/{frameNo}/boxes/{boxNo}/modify`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::ModifyDataBox;
use databoxframe::product::Product;
use leptos::prelude::*;

use super::create_data_box::specs_in_frame;
use crate::components::{Crumb, FailureAlert, Incomplete, PageHeader};
use crate::form::{
    Build, Confirm, Field, Form, FormView, Kind, ListDef, Question, Reading, Values, field, section,
    spec_list,
};
use crate::locale::texts;
use crate::pages::infrastructure::box_form::{
    HADOOP, LINUX, MORE_CONNECT, NAS, SPECS, TF_CPU, TF_GPU, closed_notice, connect_change, existing,
    hadoop_change, list_section, nas_change, nas_hint, server_change, used_specs,
};
use crate::pages::infrastructure::form_summary::{quota_fact, summary, unchanged};
use crate::pages::{load, title};
use crate::reads;
use crate::write::{Fact, TypedConfirmation};

const LISTS: &[ListDef] = &[MORE_CONNECT, LINUX, HADOOP, TF_CPU, TF_GPU, NAS];
const LINUX_PRODUCTS: &[Product] = &[Product::LinuxCentos, Product::LinuxUbuntu];
const HADOOP_PRODUCTS: &[Product] = &[Product::HadoopEdge, Product::HadoopMaster, Product::HadoopWorker];

fn request(frame_no: Id, box_no: Id, values: &Reading<'_>) -> ModifyDataBox {
    ModifyDataBox {
        frame_no,
        box_no,
        connect_servers: values.each(MORE_CONNECT.name, connect_change),
        hadoop: values.each(HADOOP.name, hadoop_change),
        linux_servers: values.each(LINUX.name, server_change),
        tensor_flow_cpu_servers: values.each(TF_CPU.name, server_change),
        tensor_flow_gpu_servers: values.each(TF_GPU.name, server_change),
        nas: values.each(NAS.name, nas_change),
        memo: values.top().optional_text("memo"),
    }
}

/// The form for changing a box.
#[component]
pub fn ModifyDataBoxPage(
    /// In which frame.
    frame_no: Id,
    /// Which box.
    box_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let box_summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let name = title(box_summary, |summary| summary.name.as_deref(), box_no.to_string());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let build: Build = {
        let (frame_no, box_no) = (frame_no.clone(), box_no.clone());
        Arc::new(move |values| values.request(|values| request(frame_no.clone(), box_no.clone(), values)))
    };
    let form = Form::open(Values::default, build);
    let others = specs_in_frame(frame_no.clone());
    let used = Signal::derive(move || {
        let mut used = others.get();
        if let Some(infra) = infra.data() {
            Arc::make_mut(&mut used).extend(used_specs(&infra));
        }
        used
    });
    let specs: Vec<AnyView> = SPECS.into_iter().map(|list| spec_list(list, used)).collect();
    let data = Signal::derive(move || infra.data());
    let of = move |products| Some(existing(data, products));
    let volumes = existing(data, &[Product::Nas]);
    let memo = field(form, "", Field::optional("memo", Kind::Lines), None);
    let sections = vec![
        list_section(form, MORE_CONNECT, Some(t.forms.spec_hint.to_owned()), of(&[Product::Connect])),
        list_section(form, LINUX, None, of(LINUX_PRODUCTS)),
        list_section(form, HADOOP, None, of(HADOOP_PRODUCTS)),
        list_section(form, TF_CPU, None, of(&[Product::TensorFlowCpu])),
        list_section(form, TF_GPU, None, of(&[Product::TensorFlowGpu])),
        list_section(form, NAS, nas_hint(), Some(volumes)),
        section(t.memo, "", None, form, memo),
        specs.into_any(),
    ];
    let back = format!("/frames/{frame_no}/boxes/{box_no}");
    let facts = Arc::new(move || {
        let mut facts = vec![
            Fact::line(|t| t.frame, frame_name.get_untracked()),
            Fact::line(|t| t.data_box, name.get_untracked()),
        ];
        facts.extend(quota_fact(form, volumes));
        facts
    });
    let number = box_no.clone();
    let confirm: Confirm =
        Arc::new(move || TypedConfirmation { name: name.get_untracked(), number: number.clone() });
    let question = Question {
        title: |t| t.forms.modify_title,
        lead: |t| t.forms.modify_confirm,
        action: |t| t.infra.modify_box,
    };
    let trail = vec![
        Crumb::new("/frames".into(), t.frames),
        Crumb::new(format!("/frames/{frame_no}"), frame_name),
        Crumb::new(back.clone(), name),
    ];
    let failure = Signal::derive(move || load(infra).get().failure);
    view! {
        <PageHeader title=t.forms.modify_box trail=trail />
        {closed_notice()}
        <FailureAlert failure=failure retry=infra.refresh />
        <Incomplete load=load(infra) />
        <FormView
            form=form
            question=question
            facts=facts
            confirm=confirm
            sections=sections
            aside=Some(summary(form, LISTS, volumes, |_, _| Vec::new()))
            back=back
            availability=unchanged(form, LISTS)
        />
    }
}

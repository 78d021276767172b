//! `/frames/{frameNo}/boxes/new`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::CreateDataBox;
use databoxframe::rule::{ANY_COUNT, NAS_SIZE_GB, Problem};
use leptos::prelude::*;

use crate::components::{Crumb, PageHeader};
use crate::form::{
    Build, Field, Form, FormView, Kind, KnownSpec, ListDef, Question, Reading, Values, field, in_row,
    section, spec_list,
};
use crate::locale::{Texts, current, explain_problem, texts};
use crate::pages::infrastructure::box_form::{
    CONNECT, HADOOP, LINUX, NAS, SPECS, TF_CPU, TF_GPU, closed_notice, connect_server, hadoop, list_section,
    nas, nas_hint, server, used_specs,
};
use crate::pages::infrastructure::form_summary::{Entry, quota_fact, summary};
use crate::pages::title;
use crate::queries;
use crate::write::Fact;

const LISTS: &[ListDef] = &[CONNECT, LINUX, HADOOP, TF_CPU, TF_GPU, NAS];

fn request(frame_no: Id, values: &Reading<'_>) -> CreateDataBox {
    CreateDataBox {
        frame_no,
        connect_servers: values.each(CONNECT.name, connect_server),
        hadoop: values.each(HADOOP.name, hadoop),
        linux_servers: values.each(LINUX.name, server),
        tensor_flow_cpu_servers: values.each(TF_CPU.name, server),
        tensor_flow_gpu_servers: values.each(TF_GPU.name, server),
        nas: values.each(NAS.name, nas),
        ssl_vpn_count: values.top().number("sslVpnCount"),
        memo: values.top().optional_text("memo"),
    }
}

/// How many accounts there will be, or why that is not known.
fn accounts(values: &Values, t: &Texts) -> Vec<Entry> {
    let limits = Problem::OutOfRange(ANY_COUNT);
    let text = match values.top().whole("sslVpnCount") {
        Ok(count) => count.to_string(),
        Err(problem) => explain_problem(&problem.of_field(limits), current()),
    };
    vec![(t.field.ssl_vpn_count, text, Vec::new())]
}

/// A box needs a Connect server and a volume; they are there to be filled in.
fn begin() -> Values {
    let mut values = Values::default();
    values.add_row(CONNECT.name);
    let volumes = values.add_row(NAS.name);
    for (key, text) in [
        (in_row(&volumes, "count"), "1".to_owned()),
        (in_row(&volumes, "nasSize"), NAS_SIZE_GB.min.to_string()),
        ("sslVpnCount".to_owned(), "1".to_owned()),
    ] {
        values.set(&key, text);
    }
    values
}

/// The spec codes that the boxes of a frame use, as their lists come in.
pub fn specs_in_frame(frame_no: Id) -> Signal<Arc<Vec<KnownSpec>>> {
    let boxes = queries::boxes(frame_no.clone());
    let used = RwSignal::new(Arc::new(Vec::new()));
    let owner = Owner::current();
    let begun = StoredValue::new(Vec::<Id>::new());
    Effect::new(move |_| {
        let (Some(boxes), Some(owner)) = (boxes.data(), &owner) else { return };
        for item in &boxes.records {
            if begun.with_value(|begun| begun.contains(&item.box_no)) {
                continue;
            }
            begun.update_value(|begun| begun.push(item.box_no.clone()));
            let (frame_no, box_no) = (frame_no.clone(), item.box_no.clone());
            // They belong to the page, not to this run of the effect.
            owner.with(move || {
                let infra = queries::box_infra(frame_no, box_no);
                Effect::new(move |_| {
                    if let Some(infra) = infra.data() {
                        used.update(|used| Arc::make_mut(used).extend(used_specs(&infra)));
                    }
                });
            });
        }
    });
    used.into()
}

/// The form for a new box.
#[component]
pub fn CreateDataBoxPage(
    /// In which frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let build: Build = {
        let frame_no = frame_no.clone();
        Arc::new(move |values| values.request(|values| request(frame_no.clone(), values)))
    };
    let form = Form::open(begin, build);
    let used = specs_in_frame(frame_no.clone());
    let specs: Vec<AnyView> = SPECS.into_iter().map(|list| spec_list(list, used)).collect();
    let back = format!("/frames/{frame_no}");
    let vpn_hint = move || {
        let servers = form.values(|values| values.sent(CONNECT.name).len());
        (t.forms.vpn_hint)(u64::try_from(servers).unwrap_or_default().saturating_mul(3))
    };
    let vpn = view! {
        <p class="hint">{vpn_hint}</p>
        {field(form, "", Field::new("sslVpnCount", Kind::Number), None)}
    }
    .into_any();
    let memo = field(form, "", Field::optional("memo", Kind::Lines), None);
    let vpn_title = t.field.ssl_vpn_count;
    let sections = vec![
        list_section(form, CONNECT, Some(t.forms.spec_hint.to_owned()), None),
        list_section(form, LINUX, None, None),
        list_section(form, HADOOP, None, None),
        list_section(form, TF_CPU, Some(t.forms.tensor_flow_hint.to_owned()), None),
        list_section(form, TF_GPU, None, None),
        list_section(form, NAS, nas_hint(), None),
        section(vpn_title, "", None, form, vpn),
        section(t.memo, "", None, form, memo),
        specs.into_any(),
    ];
    // What other boxes hold is not known here.
    let volumes = Signal::stored(Vec::new());
    let facts = Arc::new(move || {
        let frame = Fact::line(|t| t.frame, frame_name.get_untracked());
        std::iter::once(frame).chain(quota_fact(form, volumes)).collect()
    });
    let question = Question {
        title: |t| t.forms.create_title,
        lead: |t| t.forms.create_confirm,
        action: |t| t.infra.create_box,
    };
    let trail = vec![Crumb::new("/frames".into(), t.frames), Crumb::new(back.clone(), frame_name)];
    view! {
        <PageHeader title=t.forms.create_box trail=trail />
        {closed_notice()}
        <FormView
            form=form
            question=question
            facts=facts
            sections=sections
            aside=Some(summary(form, LISTS, volumes, accounts))
            back=back
        />
    }
}

//! `/frames/{frameNo}/modify`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::code::FrameStatus;
use databoxframe::frame::{AdminServerChange, FrameInfra, FrameInfraKind, ModifyDataBoxFrameAdminInfra};
use databoxframe::product::Product;
use leptos::prelude::*;

use crate::components::{Crumb, FailureAlert, Incomplete, PageHeader, warning};
use crate::form::{
    Action, Build, Confirm, Existing, Field, Form, FormView, Kind, ListDef, Question, Reading, Row, SpecList,
    Values, field, parse_gb, section, spec_list,
};
use crate::locale::texts;
use crate::pages::infrastructure::actions::can_change;
use crate::pages::infrastructure::box_form::{NAS, closed_notice, list_section, nas_change, nas_hint};
use crate::pages::infrastructure::form_summary::{quota_fact, summary, unchanged};
use crate::pages::{load, title};
use crate::reads;
use crate::untrusted::name_or;
use crate::write::{Fact, TypedConfirmation};

const SPECS: SpecList = SpecList { name: "admin", products: &[Product::AdminCentos, Product::AdminUbuntu] };
const SERVERS: ListDef = ListDef {
    name: "adminServerList",
    fields: &[Field::new("prodSpecId", Kind::Spec("admin")), Field::new("userPassword", Kind::Password)],
    changes: &[
        Field::new("prodSpecId", Kind::Spec("admin")),
        Field::optional("userPassword", Kind::Password),
    ],
    most: usize::MAX,
};
const LISTS: &[ListDef] = &[SERVERS, NAS];

fn server_change(row: Row<'_>) -> AdminServerChange {
    match row.action() {
        Action::Create => AdminServerChange::Create {
            prod_spec_id: row.number("prodSpecId"),
            user_password: row.password("userPassword"),
        },
        Action::Update => AdminServerChange::Update {
            instance_no: row.existing(),
            prod_spec_id: row.number("prodSpecId"),
            user_password: row.optional_password("userPassword"),
        },
        Action::Delete => AdminServerChange::Delete { instance_no: row.existing() },
    }
}

fn request(frame_no: Id, values: &Reading<'_>) -> ModifyDataBoxFrameAdminInfra {
    ModifyDataBoxFrameAdminInfra {
        frame_no,
        memo: values.top().optional_text("memo"),
        admin_servers: values.each(SERVERS.name, server_change),
        nas: values.each(NAS.name, nas_change),
    }
}

/// An admin server or a volume of the frame, for the form.
fn existing(item: &FrameInfra) -> Option<Existing> {
    let t = texts();
    let number = item.instance_no.clone()?;
    let phase = item.status.as_ref().map(FrameStatus::phase);
    let spec = item.spec_name.as_deref().unwrap_or_default();
    let gb = parse_gb(spec).ok().filter(|_| item.is_nas());
    let spec = if item.is_nas() { (t.gb)(spec) } else { spec.to_owned() };
    let facts = [item.os_name.as_deref().unwrap_or_default(), spec.as_str(), number.as_str()];
    let code = item.prod_spec_id.as_ref().map(Id::to_string).unwrap_or_default();
    Some(Existing {
        name: name_or(item.name.as_deref(), number.as_str()).to_owned(),
        facts: facts.into_iter().filter(|fact| !fact.is_empty()).map(str::to_owned).collect(),
        gb,
        now: vec![("prodSpecId", code)],
        availability: can_change(phase, t),
        number,
    })
}

/// The form for changing a frame's own infrastructure.
#[component]
pub fn ModifyFramePage(
    /// Which frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let infra = reads::frame_infra(frame_no.clone());
    let build: Build = {
        let frame_no = frame_no.clone();
        Arc::new(move |values| values.request(|values| request(frame_no.clone(), values)))
    };
    let form = Form::open(Values::default, build);
    let of = move |kind: FrameInfraKind| {
        Signal::derive(move || {
            let infra = infra.data();
            let items = infra.iter().flat_map(|infra| &infra.records);
            items.filter(|item| item.kind() == kind).filter_map(existing).collect()
        })
    };
    let unknown = move || {
        let infra = infra.data();
        let items = infra.iter().flat_map(|infra| &infra.records);
        let count = items.filter(|item| item.kind() == FrameInfraKind::Unknown).count();
        if count == 0 { ().into_any() } else { warning((t.lists.unknown_kind)(count)) }
    };
    let volumes = of(FrameInfraKind::Nas);
    let used = Signal::derive(move || {
        let infra = infra.data();
        let servers = infra.iter().flat_map(|infra| &infra.records);
        let servers = servers.filter(|item| item.kind() == FrameInfraKind::Server);
        let known = |item: &FrameInfra| {
            // The answer has no product code: its own code is offered for both systems.
            let name = item.spec_name.as_deref().unwrap_or_default().to_owned();
            Some((Product::AdminCentos, item.prod_spec_id.as_ref()?.to_string(), name))
        };
        Arc::new(servers.filter_map(known).collect())
    });
    let memo = field(form, "", Field::optional("memo", Kind::Lines), None);
    let sections = vec![
        list_section(form, SERVERS, Some(t.forms.spec_hint.to_owned()), Some(of(FrameInfraKind::Server))),
        list_section(form, NAS, nas_hint(), Some(volumes)),
        section(t.memo, "", None, form, memo),
        spec_list(SPECS, used),
    ];
    let back = format!("/frames/{frame_no}");
    let facts = Arc::new(move || {
        let frame = Fact::line(|t| t.frame, frame_name.get_untracked());
        std::iter::once(frame).chain(quota_fact(form, volumes)).collect()
    });
    let number = frame_no.clone();
    let confirm: Confirm =
        Arc::new(move || TypedConfirmation { name: frame_name.get_untracked(), number: number.clone() });
    let question = Question {
        title: |t| t.forms.modify_title,
        lead: |t| t.forms.modify_confirm,
        action: |t| t.infra.modify_infra,
    };
    let trail = vec![Crumb::new("/frames".into(), t.frames), Crumb::new(back.clone(), frame_name)];
    let failure = Signal::derive(move || load(infra).get().failure);
    view! {
        <PageHeader title=t.forms.modify_frame trail=trail />
        {closed_notice()}
        <FailureAlert failure=failure retry=infra.refresh />
        <Incomplete load=load(infra) />
        {unknown}
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

//! `/exports/new`

use std::sync::Arc;

use databoxframe::export::{ApplyFileExport, ExportFile, SslVpnAccount};
use databoxframe::rule::{EXPORT_FILE_MB, FILES};
use leptos::prelude::*;

use crate::components::{Crumb, PageHeader};
use crate::form::{Build, Field, Form, FormView, Kind, ListDef, Offer, Question, Reading, field, section};
use crate::locale::texts;
use crate::pages::infrastructure::box_form::list_section;
use crate::pages::requests::request_form::{
    BOX, FRAME, begin, box_choice, bucket_choice, check_file_names, file_names, files, frame_choice,
    nas_choices, of_the_box,
};
use crate::paging::Paged;
use crate::queries;
use crate::write::Fact;

const FILE_LIST: ListDef =
    files(&[Field::new("fileName", Kind::Name), Field::optional("description", Kind::Lines)]);
const NAS: &str = "sourceNasInstanceNo";
const APPLICANT: &str = "sslVpnNo";
const BUCKET: &str = "targetBucketName";

fn request(values: &Reading<'_>) -> ApplyFileExport {
    check_file_names(values);
    let top = values.top();
    ApplyFileExport {
        frame_no: top.id(FRAME),
        box_no: top.id(BOX),
        export_purpose: top.text("exportPurpose"),
        memo: top.optional_text("memo"),
        files: values.each(FILE_LIST.name, |row| ExportFile {
            file_name: row.text("fileName"),
            description: row.optional_text("description"),
        }),
        source_nas_instance_no: top.id(NAS),
        ssl_vpn_no: top.id(APPLICANT),
        target_bucket: top.text(BUCKET),
    }
}

fn accounts(list: &Paged<SslVpnAccount>) -> Vec<Offer> {
    let offer = |account: &SslVpnAccount| {
        let value = account.ssl_vpn_no.to_string();
        let texts = [account.vpn_id.as_deref(), account.email.as_deref()].into_iter().flatten();
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).map(str::to_owned).collect();
        if texts.is_empty() { Offer::plain(value) } else { Offer { value, texts } }
    };
    list.records.iter().map(offer).collect()
}

/// The form for an export.
#[component]
pub fn RequestExportPage() -> impl IntoView {
    let t = texts();
    let build: Build = Arc::new(|values| values.request(request));
    let form = Form::open(begin, build);
    let place = view! {
        {frame_choice(form)}
        {box_choice(form)}
        {of_the_box(form, NAS, queries::source_nas, nas_choices)}
        {of_the_box(form, APPLICANT, queries::ssl_vpn_accounts, accounts)}
    }
    .into_any();
    let purpose = view! {
        {field(form, "", Field::new("exportPurpose", Kind::Lines), None)}
        {bucket_choice(form, BUCKET)}
        {field(form, "", Field::optional("memo", Kind::Lines), None)}
    }
    .into_any();
    let sections = vec![
        section(t.data_box, "", None, form, place),
        list_section(form, FILE_LIST, Some((t.forms.export_files_hint)(FILES.max, EXPORT_FILE_MB)), None),
        section(t.purpose, "", None, form, purpose),
    ];
    let facts = Arc::new(move || {
        vec![
            Fact::list(|t| t.frame, form.chosen(FRAME)),
            Fact::list(|t| t.data_box, form.chosen(BOX)),
            Fact::list(|t| t.forms.source_nas, form.chosen(NAS)),
            Fact::list(|t| t.applicant, form.chosen(APPLICANT)),
            Fact::list(|t| t.file, file_names(form)),
            Fact::lines(|t| t.purpose, form.values_now(|values| values.get("exportPurpose").to_owned())),
            Fact::list(|t| t.infra.bucket, form.chosen(BUCKET)),
        ]
    });
    let question = Question {
        title: |t| t.forms.export_title,
        lead: |t| t.forms.export_confirm,
        action: |t| t.forms.request_export,
    };
    view! {
        <PageHeader title=t.forms.request_export trail=vec![Crumb::new("/exports".into(), t.nav_exports)] />
        <p>{t.forms.export_lead}</p>
        <FormView form=form question=question facts=facts sections=sections aside=None back="/exports".to_owned() />
    }
}

//! `/imports/new`

use std::sync::Arc;

use databoxframe::import::ApplyFileImport;
use databoxframe::rule::{FILES, IMPORT_FILE_MB};
use leptos::prelude::*;

use crate::components::{Crumb, PageHeader};
use crate::form::{Build, Field, Form, FormView, Kind, ListDef, Question, Reading, field, section};
use crate::locale::texts;
use crate::pages::infrastructure::box_form::list_section;
use crate::pages::requests::request_form::{
    BOX, FRAME, begin, box_choice, bucket_choice, check_file_names, file_names, files, frame_choice,
    nas_choices, of_the_box,
};
use crate::queries;
use crate::write::Fact;

const FILE_LIST: ListDef = files(&[Field::new("fileName", Kind::Name)]);
const NAS: &str = "targetNasInstanceNo";
const BUCKET: &str = "sourceBucketName";

fn request(values: &Reading<'_>) -> ApplyFileImport {
    check_file_names(values);
    let top = values.top();
    ApplyFileImport {
        frame_no: top.id(FRAME),
        box_no: top.id(BOX),
        memo: top.optional_text("memo"),
        source_bucket: top.text(BUCKET),
        file_names: values.each(FILE_LIST.name, |row| row.text("fileName")),
        target_nas_instance_no: top.id(NAS),
    }
}

/// The form for an import.
#[component]
pub fn RequestImportPage() -> impl IntoView {
    let t = texts();
    let build: Build = Arc::new(|values| values.request(request));
    let form = Form::open(begin, build);
    let place = view! {
        {frame_choice(form)}
        {box_choice(form)}
        {of_the_box(form, NAS, queries::target_nas, nas_choices)}
    }
    .into_any();
    let source = bucket_choice(form, BUCKET);
    let memo = field(form, "", Field::optional("memo", Kind::Lines), None);
    let sections = vec![
        section(t.data_box, "", None, form, place),
        section(t.infra.bucket, "", None, form, source),
        list_section(form, FILE_LIST, Some((t.forms.import_files_hint)(FILES.max, IMPORT_FILE_MB)), None),
        section(t.memo, "", None, form, memo),
    ];
    let facts = Arc::new(move || {
        vec![
            Fact::list(|t| t.frame, form.chosen(FRAME)),
            Fact::list(|t| t.data_box, form.chosen(BOX)),
            Fact::list(|t| t.forms.target_nas, form.chosen(NAS)),
            Fact::list(|t| t.infra.bucket, form.chosen(BUCKET)),
            Fact::list(|t| t.file, file_names(form)),
        ]
    });
    let question = Question {
        title: |t| t.forms.import_title,
        lead: |t| t.forms.import_confirm,
        action: |t| t.forms.request_import,
    };
    view! {
        <PageHeader title=t.forms.request_import trail=vec![Crumb::new("/imports".into(), t.nav_imports)] />
        <p>{t.forms.import_lead}</p>
        <FormView form=form question=question facts=facts sections=sections aside=None back="/imports".to_owned() />
    }
}

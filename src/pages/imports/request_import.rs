//! `/imports/new`

use databoxframe::Id;
use databoxframe::import::ApplyFileImport;
use databoxframe::rule::{FILES, IMPORT_FILE_MB, IMPORT_MEMO, NAME};
use leptos::prelude::*;

use super::import::SECTION;
use crate::form::{Field, Form, FormField, FormReader, FormSection, ListSection};
use crate::locale::texts;
use crate::pages::requests::request_form::{
    BOX, BoxChoice, BucketChoice, FILE_LIST, FILE_NAME, FRAME, FrameChoice, NasChoice, RequestFormPage,
    RequestTexts, begin,
};
use crate::queries;
use crate::write::Fact;

const NAS: Field<Id> = Field::choice("targetNasInstanceNo", |t| t.field.target_nas, ());
const BUCKET: Field<String> = Field::choice("sourceBucketName", |t| t.field.source_bucket, NAME);
const MEMO: Field<Option<String>> = Field::lines("memo", |t| t.field.memo, IMPORT_MEMO).optional();
const TEXTS: RequestTexts = RequestTexts {
    action: |t| t.forms.request_import,
    lead: |t| t.forms.import_lead,
    question: |t| t.forms.import_title,
    confirm: |t| t.forms.import_confirm,
    section: SECTION,
};

fn request(values: &FormReader<'_>) -> Option<ApplyFileImport> {
    // Reads all fields before the first invalid one returns.
    let chosen = values.read((FRAME, BOX, NAS, BUCKET));
    let file_names = values.each(FILE_LIST, |row| row.read(FILE_NAME));
    values.check_names(FILE_LIST, FILE_NAME);
    let memo = values.read(MEMO);
    let (frame_no, box_no, target_nas_instance_no, source_bucket) = chosen?;
    Some(ApplyFileImport {
        frame_no,
        box_no,
        memo: memo?,
        source_bucket,
        file_names: file_names?,
        target_nas_instance_no,
    })
}

fn facts(form: Form) -> Vec<Fact> {
    vec![
        // The subject first.
        form.typed_in_rows(FILE_LIST, FILE_LIST.label, FILE_NAME),
        form.chosen(FRAME),
        form.chosen(BOX),
        form.chosen(NAS),
        form.chosen(BUCKET),
        form.typed(MEMO),
    ]
}

/// The form for an import.
#[component]
pub fn RequestImportPage() -> impl IntoView {
    let t = texts();
    let form = Form::open(begin, request);
    let hint = (t.forms.import_files_hint)(FILES.max, IMPORT_FILE_MB);
    view! {
        <RequestFormPage form=form request=TEXTS facts=facts>
            <FormSection form=form title=|t| t.data_box>
                <FrameChoice form=form />
                <BoxChoice form=form />
                <NasChoice form=form field=NAS read=queries::target_nas />
            </FormSection>
            <FormSection form=form title=|t| t.infra.bucket>
                <BucketChoice form=form field=BUCKET />
            </FormSection>
            <ListSection form=form list=FILE_LIST hint=hint />
            <FormSection form=form title=|t| t.memo>
                <FormField form=form field=MEMO />
            </FormSection>
        </RequestFormPage>
    }
}

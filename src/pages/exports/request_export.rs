//! `/exports/new`

use databoxframe::Id;
use databoxframe::export::{ApplyFileExport, ExportFile, SslVpnAccount};
use databoxframe::rule::{EXPORT_FILE_MB, EXPORT_MEMO, EXPORT_PURPOSE, FILE_DESCRIPTION, FILES, NAME};
use leptos::prelude::*;

use super::export::SECTION;
use crate::form::{Field, Form, FormField, FormReader, FormSection, ListDef, ListSection, Offer};
use crate::locale::texts;
use crate::pages::requests::request_form::{
    self, BOX, BoxChoice, BucketChoice, ChoiceOfBox, FILE_NAME, FRAME, FrameChoice, NasChoice,
    RequestFormPage, RequestTexts, begin,
};
use crate::paging::Paged;
use crate::queries;
use crate::write::Fact;

const NAS: Field<Id> = Field::choice("sourceNasInstanceNo", |t| t.field.source_nas, ());
const APPLICANT: Field<Id> = Field::choice("sslVpnNo", |t| t.field.applicant, ());
const DESCRIPTION: Field<Option<String>> =
    Field::lines("description", |t| t.field.description, FILE_DESCRIPTION).optional();
const FILE_LIST: ListDef =
    ListDef { fields: &[FILE_NAME.def(), DESCRIPTION.def()], ..request_form::FILE_LIST };
const PURPOSE: Field<String> = Field::lines("exportPurpose", |t| t.field.purpose, EXPORT_PURPOSE);
const BUCKET: Field<String> = Field::choice("targetBucketName", |t| t.field.target_bucket, NAME);
const MEMO: Field<Option<String>> = Field::lines("memo", |t| t.field.memo, EXPORT_MEMO).optional();
const TEXTS: RequestTexts = RequestTexts {
    action: |t| t.forms.request_export,
    lead: |t| t.forms.export_lead,
    question: |t| t.forms.export_title,
    confirm: |t| t.forms.export_confirm,
    section: SECTION,
};

fn request(values: &FormReader<'_>) -> Option<ApplyFileExport> {
    // Reads all fields before the first invalid one returns.
    let of_box = values.read((FRAME, BOX, NAS, APPLICANT));
    let files = values.each(FILE_LIST, |row| {
        let (file_name, description) = row.read((FILE_NAME, DESCRIPTION))?;
        Some(ExportFile { file_name, description })
    });
    values.check_names(FILE_LIST, FILE_NAME);
    let (export_purpose, target_bucket, memo) = values.read((PURPOSE, BUCKET, MEMO))?;
    let (frame_no, box_no, source_nas_instance_no, ssl_vpn_no) = of_box?;
    Some(ApplyFileExport {
        frame_no,
        box_no,
        export_purpose,
        memo,
        files: files?,
        source_nas_instance_no,
        ssl_vpn_no,
        target_bucket,
    })
}

fn facts(form: Form) -> Vec<Fact> {
    vec![
        // The subject first.
        form.typed_in_rows(FILE_LIST, FILE_LIST.label, FILE_NAME),
        form.typed_in_rows(FILE_LIST, DESCRIPTION.label(), DESCRIPTION),
        form.chosen(FRAME),
        form.chosen(BOX),
        form.chosen(NAS),
        form.chosen(APPLICANT),
        form.typed(PURPOSE),
        form.chosen(BUCKET),
        form.typed(MEMO),
    ]
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
    let form = Form::open(begin, request);
    let hint = (t.forms.export_files_hint)(FILES.max, EXPORT_FILE_MB);
    view! {
        <RequestFormPage form=form request=TEXTS facts=facts>
            <FormSection form=form title=|t| t.data_box>
                <FrameChoice form=form />
                <BoxChoice form=form />
                <NasChoice form=form field=NAS read=queries::source_nas />
                <ChoiceOfBox form=form field=APPLICANT read=queries::ssl_vpn_accounts offers=accounts />
            </FormSection>
            <ListSection form=form list=FILE_LIST hint=hint />
            <FormSection form=form title=|t| t.purpose>
                <FormField form=form field=PURPOSE />
                <BucketChoice form=form field=BUCKET />
                <FormField form=form field=MEMO />
            </FormSection>
        </RequestFormPage>
    }
}

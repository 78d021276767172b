//! Page, fields and dependent choices that the forms for imports and exports share.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::bucket::Bucket;
use databoxframe::data_box::DataBox;
use databoxframe::frame::Frame;
use databoxframe::import::NasVolume;
use databoxframe::rule::FILES;
use leptos::prelude::*;

use crate::components::{Crumb, FailureAlert, Incomplete, PageHeader};
use crate::console::Console;
use crate::form::{
    ChoiceField, Choices, Field, FieldDef, Form, FormKey, FormSections, FormView, ListDef, Offer, Question,
    Values,
};
use crate::locale::{Text, texts};
use crate::pages::trail::Section;
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;
use crate::write::Fact;

/// The chosen frame.
pub const FRAME: Field<Id> = Field::choice("dataBoxFrameNo", |t| t.field.frame_no, ());
/// The chosen box.
pub const BOX: Field<Id> = Field::choice("dataBoxNo", |t| t.field.box_no, ());
/// The name of a file.
pub const FILE_NAME: Field<String> = Field::file_name("fileName", |t| t.field.file_name);
/// The files of a request.
pub const FILE_LIST: ListDef = ListDef {
    name: "sourceFileInfoList",
    label: |t| t.field.files,
    item: |t| t.item.file,
    add: |t| t.add.file,
    fields: &[FILE_NAME.def()],
    changes: &[],
    count: FILES,
};

/// Texts and path of a request form.
#[derive(Clone, Copy)]
pub struct RequestTexts {
    /// Label of the action.
    pub action: Text,
    /// Lead of the page.
    pub lead: Text,
    /// Title of the confirmation.
    pub question: Text,
    /// Effect of the request.
    pub confirm: Text,
    /// Where the requests are listed.
    pub section: Section,
}

/// Initial values: one file, and the frame and box in the URL.
pub fn begin() -> Values {
    let mut values = Values::default();
    values.add_row(FILE_LIST);
    let link = Console::expect().router.location().with_untracked(FormKey::of);
    for (field, number) in [(FRAME, link.frame_no), (BOX, link.box_no)] {
        if let Some(number) = number {
            values.set(&field.key(), number.to_string());
        }
    }
    values
}

/// The page of a request form.
#[component]
pub fn RequestFormPage(
    form: Form,
    request: RequestTexts,
    facts: fn(Form) -> Vec<Fact>,
    children: Children,
) -> impl IntoView {
    let t = texts();
    let question = Question {
        title: request.question,
        lead: request.confirm,
        facts: Arc::new(move || facts(form)),
        confirm: None,
    };
    let link = Console::expect().router.location().with_untracked(FormKey::of);
    // Back to the box that a person came from.
    let section = request.section;
    let list = || vec![Crumb::new(section.list.clone(), (section.name)(t))];
    let (trail, tab) = match link.frame_no.zip(link.box_no) {
        Some((frame_no, box_no)) => {
            (section.trail(&frame_no, &box_no), section.tab_of_origin(&frame_no, &box_no))
        }
        None => (list(), None),
    };
    let back = tab.unwrap_or_else(|| section.list.clone());
    view! {
        <PageHeader title=(request.action)(t) trail=trail />
        <p>{(request.lead)(t)}</p>
        <FormView form=form question=question back=back>
            <FormSections>{children()}</FormSections>
        </FormView>
    }
}

/// A select whose options are read from the API.
#[component]
fn ReadChoice<T: Send + Sync + 'static>(
    form: Form,
    #[prop(into)] field: FieldDef,
    query: Query<T>,
    offers: fn(&T) -> Vec<Offer>,
) -> impl IntoView {
    let failure = Signal::derive(move || query.load().failure);
    let choices =
        Signal::derive(move || query.data().map_or(Choices::Loading, |data| Choices::Of(offers(&data))));
    view! {
        <ChoiceField form=form field=field choices=choices />
        <FailureAlert failure=failure retry=query.refresh />
        <Incomplete load=Signal::derive(move || query.load()) />
    }
}

/// The select of the frame.
#[component]
pub fn FrameChoice(form: Form) -> impl IntoView {
    let offers = |frames: &Paged<Frame>| {
        frames.records.iter().map(|frame| Offer::numbered(&frame.frame_no, frame.name.as_deref())).collect()
    };
    view! { <ReadChoice form=form field=FRAME query=queries::frames() offers=offers /> }
}

/// The select of the box of the chosen frame.
#[component]
pub fn BoxChoice(form: Form) -> impl IntoView {
    let frame = form.text(FRAME);
    let offers = |boxes: &Paged<DataBox>| {
        boxes.records.iter().map(|one| Offer::numbered(&one.box_no, one.name.as_deref())).collect()
    };
    move || {
        let frame_no = Id::new(frame.get());
        if frame_no.as_str().is_empty() {
            return requires(form, BOX, FRAME);
        }
        view! { <ReadChoice form=form field=BOX query=queries::boxes(frame_no) offers=offers /> }.into_any()
    }
}

/// A select that requires another field first.
fn requires(form: Form, field: impl Into<FieldDef>, other: Field<Id>) -> AnyView {
    let choices = Signal::stored(Choices::Requires(other.def()));
    view! { <ChoiceField form=form field=field choices=choices /> }.into_any()
}

/// A select of something in the chosen box.
#[component]
pub fn ChoiceOfBox<T: Send + Sync + 'static>(
    form: Form,
    field: Field<Id>,
    read: fn(Id, Id) -> Query<T>,
    offers: fn(&T) -> Vec<Offer>,
) -> impl IntoView {
    let frame = form.text(FRAME);
    move || {
        let frame_no = Id::new(frame.get());
        if frame_no.as_str().is_empty() {
            return requires(form, field, BOX);
        }
        view! { <ChoiceOfBoxIn form=form field=field frame_no=frame_no read=read offers=offers /> }.into_any()
    }
}

/// A select of something in the chosen box of this frame.
#[component]
fn ChoiceOfBoxIn<T: Send + Sync + 'static>(
    form: Form,
    field: Field<Id>,
    frame_no: Id,
    read: fn(Id, Id) -> Query<T>,
    offers: fn(&T) -> Vec<Offer>,
) -> impl IntoView {
    let data_box = form.text(BOX);
    let boxes = queries::boxes(frame_no.clone());
    // After a change of the frame the box still belongs to the old one, until it is cleared.
    let belongs = Memo::new(move |_| {
        let is_chosen = |one: &DataBox| data_box.with(|chosen| one.box_no.as_str() == chosen);
        boxes.data().is_some_and(|boxes| boxes.records.iter().any(is_chosen))
    });
    move || {
        if belongs.get() {
            let query = read(frame_no.clone(), Id::new(data_box.get()));
            return view! { <ReadChoice form=form field=field query=query offers=offers /> }.into_any();
        }
        let choices = Signal::derive(move || {
            let is_chosen = data_box.with(|chosen| !chosen.is_empty());
            if is_chosen { Choices::Loading } else { Choices::Requires(BOX.def()) }
        });
        view! { <ChoiceField form=form field=field choices=choices /> }.into_any()
    }
}

/// The select of a NAS volume of the chosen box.
#[component]
pub fn NasChoice(form: Form, field: Field<Id>, read: fn(Id, Id) -> Query<Paged<NasVolume>>) -> impl IntoView {
    let offers = |volumes: &Paged<NasVolume>| {
        let offer = |volume: &NasVolume| Offer::numbered(&volume.nas_instance_no, volume.name.as_deref());
        volumes.records.iter().map(offer).collect()
    };
    view! { <ChoiceOfBox form=form field=field read=read offers=offers /> }
}

/// The select of the bucket.
#[component]
pub fn BucketChoice(form: Form, field: Field<String>) -> impl IntoView {
    let offers = |buckets: &Paged<Bucket>| {
        let names = buckets.records.iter().filter_map(|bucket| bucket.name.as_deref());
        names.map(|name| Offer::plain(name.to_owned())).collect()
    };
    view! { <ReadChoice form=form field=field query=queries::buckets() offers=offers /> }
}

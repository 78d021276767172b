//! What the forms for imports and exports share: each choice narrows the next.

use databoxframe::Id;
use databoxframe::bucket::Bucket;
use databoxframe::data_box::DataBox;
use databoxframe::frame::Frame;
use databoxframe::import::NasVolume;
use databoxframe::rule::FILES;
use leptos::prelude::*;

use crate::components::{FailureAlert, Incomplete};
use crate::console::Console;
use crate::form::{Choices, Field, Form, FormKey, ListDef, Offer, Reading, Values, choice};
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;

/// The API's name of the chosen frame.
pub const FRAME: &str = "dataBoxFrameNo";
/// The API's name of the chosen box.
pub const BOX: &str = "dataBoxNo";

/// The files of a request.
pub const fn files(fields: &'static [Field]) -> ListDef {
    ListDef { name: FILE_LIST, fields, changes: &[], most: FILES.max }
}

/// The API's name of the list of files.
const FILE_LIST: &str = "sourceFileInfoList";

/// Notes what is wrong with the names of the files.
pub fn check_file_names(values: &Reading<'_>) {
    values.check_names(FILE_LIST, "fileName");
}

/// The names of the files, for the confirmation.
pub fn file_names(form: Form) -> Vec<String> {
    form.values_now(|values| values.each(FILE_LIST, |row| row.text("fileName")))
}

/// A form with one file, and with the frame and the box that the address names.
pub fn begin() -> Values {
    let mut values = Values::default();
    values.add_row(FILE_LIST);
    let link = Console::here().router.address().with_untracked(FormKey::of);
    for (key, number) in [(FRAME, link.frame_no), (BOX, link.box_no)] {
        if let Some(number) = number {
            values.set(key, number.to_string());
        }
    }
    values
}

/// A field whose choices are read.
fn read_choice<T: Send + Sync + 'static>(
    form: Form,
    name: &'static str,
    query: Query<T>,
    make: fn(&T) -> Vec<Offer>,
) -> AnyView {
    let failure = Signal::derive(move || query.load().failure);
    let choices = move || query.data().map_or(Choices::Unread, |data| Choices::Of(make(&data)));
    view! {
        {choice(form, name, choices)}
        <FailureAlert failure=failure retry=query.refresh />
        <Incomplete load=Signal::derive(move || query.load()) />
    }
    .into_any()
}

/// Which frame.
pub fn frame_choice(form: Form) -> AnyView {
    let make = |frames: &Paged<Frame>| {
        frames.records.iter().map(|frame| Offer::numbered(&frame.frame_no, frame.name.as_deref())).collect()
    };
    read_choice(form, FRAME, queries::frames(), make)
}

/// Which box of the chosen frame.
pub fn box_choice(form: Form) -> AnyView {
    let frame = form.text(FRAME);
    (move || {
        let frame_no = Id::new(frame.get());
        if frame_no.as_str().is_empty() {
            return choice(form, BOX, || Choices::After(FRAME));
        }
        let make = |boxes: &Paged<DataBox>| {
            boxes.records.iter().map(|one| Offer::numbered(&one.box_no, one.name.as_deref())).collect()
        };
        read_choice(form, BOX, queries::boxes(frame_no), make)
    })
    .into_any()
}

/// Something of the chosen box.
pub fn of_the_box<T: Send + Sync + 'static>(
    form: Form,
    name: &'static str,
    read: fn(Id, Id) -> Query<T>,
    make: fn(&T) -> Vec<Offer>,
) -> AnyView {
    let (frame, data_box) = (form.text(FRAME), form.text(BOX));
    (move || {
        let frame_no = Id::new(frame.get());
        if frame_no.as_str().is_empty() {
            return choice(form, name, || Choices::After(BOX));
        }
        let boxes = queries::boxes(frame_no.clone());
        // After a change of the frame the box is another frame's, until it is cleared.
        let belongs = Memo::new(move |_| {
            data_box.with(|chosen| {
                boxes
                    .data()
                    .is_some_and(|boxes| boxes.records.iter().any(|one| one.box_no.as_str() == chosen))
            })
        });
        (move || {
            if belongs.get() {
                read_choice(form, name, read(frame_no.clone(), Id::new(data_box.get())), make)
            } else {
                choice(form, name, move || {
                    let chosen = data_box.with(|chosen| !chosen.is_empty());
                    if chosen { Choices::Unread } else { Choices::After(BOX) }
                })
            }
        })
        .into_any()
    })
    .into_any()
}

/// NAS volumes as choices.
pub fn nas_choices(volumes: &Paged<NasVolume>) -> Vec<Offer> {
    volumes
        .records
        .iter()
        .map(|volume| Offer::numbered(&volume.nas_instance_no, volume.name.as_deref()))
        .collect()
}

/// Which bucket.
pub fn bucket_choice(form: Form, name: &'static str) -> AnyView {
    let make = |buckets: &Paged<Bucket>| {
        let names = buckets.records.iter().filter_map(|bucket| bucket.name.as_deref());
        names.map(|name| Offer::plain(name.to_owned())).collect()
    };
    read_choice(form, name, queries::buckets(), make)
}

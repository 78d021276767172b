//! The ways to a new request for a box: the form opens with its frame and box filled in.

use std::sync::Arc;

use databoxframe::Id;
use leptos::prelude::*;

use crate::components::{Action, Availability, Button, ButtonVariant, Press};
use crate::locale::{Text, Texts, texts};
use crate::router::{Location, Route, use_router};

/// A request for files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRequest {
    /// Into a box.
    Import,
    /// Out of a box.
    Export,
}

impl NewRequest {
    const fn label(self) -> Text {
        match self {
            Self::Import => |t| t.forms.request_import,
            Self::Export => |t| t.forms.request_export,
        }
    }

    /// Its form for a box.
    fn form(self, frame_no: &Id, box_no: &Id) -> Location {
        let form = match self {
            Self::Import => Route::RequestImport,
            Self::Export => Route::RequestExport,
        };
        form.with([("frame", frame_no.as_str()), ("box", box_no.as_str())])
    }

    fn press(self, frame_no: &Id, box_no: &Id) -> Press {
        let (router, form) = (use_router(), self.form(frame_no, box_no));
        Arc::new(move || router.go(form.clone()))
    }
}

/// The buttons that request something for a box. `primary`: the one that stands out.
pub fn request_buttons(
    primary: NewRequest,
    frame_no: &Id,
    box_no: &Id,
    availability: Signal<Availability>,
) -> Vec<AnyView> {
    let button = |request: NewRequest| {
        let press = request.press(frame_no, box_no);
        let on_press = Callback::new(move |()| press());
        let label = request.label()(texts());
        let variant = if request == primary { ButtonVariant::Primary } else { ButtonVariant::default() };
        view! { <Button label=label variant=variant availability=availability reason_beside=true on_press=on_press /> }
            .into_any()
    };
    [NewRequest::Import, NewRequest::Export].map(button).into()
}

/// The same as actions of a row.
pub fn request_actions(
    frame_no: &Id,
    box_no: &Id,
    availability: &Availability,
    t: &'static Texts,
) -> Vec<Action> {
    let action = |request: NewRequest| Action {
        label: request.label()(t),
        availability: availability.clone(),
        press: request.press(frame_no, box_no),
    };
    [NewRequest::Import, NewRequest::Export].map(action).into()
}

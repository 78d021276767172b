//! What changes something: the pages with forms, and the dialogs that confirm. In a release it is
//! a WebAssembly file of its own, a quarter of the program that nobody needs to look around.

use leptos::prelude::*;

use crate::components::{Button, Dialog, Look};
use crate::dom::view;
use crate::locale::texts;
use crate::pages::{
    CreateDataBoxPage, ModifyDataBoxPage, ModifyFramePage, RequestExportPage, RequestImportPage,
};
use crate::reactive::{Callback, RwSignal, dynamic, nothing};
use crate::router::Route;
use crate::write::{Bulk, Draft, bulk_dialog, confirmation};

/// One of its parts.
#[derive(Clone)]
pub enum Part {
    /// The page of a route with a form.
    Page(Route),
    /// The dialog that confirms a write; what closes it.
    Confirmation(Draft, Callback<()>),
    /// The dialog that confirms several; what closes it, told whether anything was sent.
    Bulk(Bulk, Callback<bool>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    #[cfg_attr(not(writing_apart), allow(dead_code, reason = "without a file nothing fails"))]
    Failed,
}

/// The file with these parts.
#[derive(Clone, Copy, Debug)]
pub struct Writing(RwSignal<State>);

impl Writing {
    /// Not read yet; without a file of their own the parts are there.
    pub fn new() -> Self {
        Self(RwSignal::new(if cfg!(writing_apart) { State::Coming } else { State::Here }))
    }

    /// Reads the file. As soon as somebody is connected: then it is of this page's version, even
    /// if the console is upgraded before anything is written.
    pub fn load(self) {
        #[cfg(writing_apart)]
        if self.0.get_untracked() != State::Here {
            self.0.set(State::Coming);
            wasm_bindgen_futures::spawn_local(async move {
                self.0.set(if apart::load().await.is_ok() { State::Here } else { State::Failed });
            });
        }
    }

    /// A part, when the file is there.
    pub fn show(self, part: Part) -> AnyView {
        dynamic(move || match self.0.get() {
            State::Coming => view! { <p role="status">{texts().loading}</p> }.into_any(),
            State::Here => here(part.clone()),
            State::Failed => self.missing(&part),
        })
    }

    fn missing(self, part: &Part) -> AnyView {
        let t = texts();
        let again = Callback::new(move |()| self.load());
        let close = match part {
            Part::Page(_) => {
                return view! {
                    <div class="alert alert-danger" role="alert">
                        <p class="alert-title">{t.forms.part_missing}</p>
                        <p>{t.forms.part_missing_advice}</p>
                        <Button label=t.try_again on_press=again />
                    </div>
                }
                .into_any();
            }
            Part::Confirmation(_, close) => *close,
            Part::Bulk(_, close) => {
                let close = *close;
                Callback::new(move |()| close.run(false))
            }
        };
        let content = view! {
            <p>{t.forms.part_missing_advice}</p>
            <div class="dialog-actions">
                <Button label=t.cancel on_press=close />
                <Button label=t.try_again look=Look::Primary on_press=again />
            </div>
        }
        .into_any();
        view! { <Dialog title=t.forms.part_missing role="alertdialog" on_cancel=close content=content /> }
            .into_any()
    }
}

impl Default for Writing {
    fn default() -> Self {
        Self::new()
    }
}

fn made(part: Part) -> AnyView {
    match part {
        Part::Confirmation(draft, close) => confirmation(draft, close),
        Part::Bulk(bulk, close) => bulk_dialog(bulk, close),
        Part::Page(Route::ModifyFrame(frame_no)) => {
            view! { <ModifyFramePage frame_no=frame_no /> }.into_any()
        }
        Part::Page(Route::CreateDataBox(frame_no)) => {
            view! { <CreateDataBoxPage frame_no=frame_no /> }.into_any()
        }
        Part::Page(Route::ModifyDataBox(frame_no, box_no)) => {
            view! { <ModifyDataBoxPage frame_no=frame_no box_no=box_no /> }.into_any()
        }
        Part::Page(Route::RequestImport) => view! { <RequestImportPage /> }.into_any(),
        Part::Page(Route::RequestExport) => view! { <RequestExportPage /> }.into_any(),
        // `app::page` sends no other.
        Part::Page(_) => nothing(),
    }
}

#[cfg(writing_apart)]
use apart::here;
#[cfg(not(writing_apart))]
use made as here;

/// The border between the two files: what only `made` needs is put into the second.
#[cfg(writing_apart)]
#[allow(unsafe_code, reason = "the macro declares the functions that the tool puts between the files")]
mod apart {
    use std::future::Future as _;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use leptos::prelude::AnyView;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Part, nothing};

    #[wasm_split(writing, wasm_split_path = leptos::wasm_split, preload(load_file), fallible)]
    fn made(part: Part) -> Result<AnyView, SplitLoaderError> {
        Ok(super::made(part))
    }

    pub async fn load() -> Result<(), SplitLoaderError> {
        load_file().await
    }

    /// Once it is loaded, the call waits for nothing: the part is made here and now, where its
    /// signals belong.
    pub fn here(part: Part) -> AnyView {
        match pin!(made(part)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(view)) => view,
            _ => nothing(),
        }
    }
}

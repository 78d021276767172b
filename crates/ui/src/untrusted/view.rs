//! Untrusted text in the document.

use leptos::prelude::*;

use super::label::{label, meaning, real};
use super::shown::{Piece, is_simple};
use super::{DisplayText, words};

impl IntoRender for DisplayText {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        match self.0.as_slice() {
            [Piece::Text(text)] if text.chars().all(is_simple) => text.clone().into_any(),
            [Piece::Text(text)] => view! { <bdi>{text.clone()}</bdi> }.into_any(),
            pieces => {
                let pieces: Vec<AnyView> = pieces.iter().map(piece_view).collect();
                // Right-to-left text must not reorder its surroundings.
                view! { <bdi>{pieces}</bdi> }.into_any()
            }
        }
    }
}

impl DisplayText {
    /// The text, if it needs no markup.
    pub fn plain(&self) -> Option<String> {
        match self.0.as_slice() {
            [Piece::Text(text)] if text.chars().all(is_simple) => Some(text.clone()),
            _ => None,
        }
    }

    /// The view. Its marks are copied as their original characters.
    pub fn view(self) -> AnyView {
        self.into_render()
    }
}

fn piece_view(piece: &Piece) -> AnyView {
    let t = words();
    let shown = label(piece, t);
    match piece {
        Piece::Text(_) => shown.into_any(),
        _ => view! { <span class="mark" data-real=real(piece) title=meaning(piece, t)>{shown}</span> }
            .into_any(),
    }
}

//! Scrolling of the list beside a request.

use leptos::prelude::window;
use web_sys::Element;

/// Scrolls the list, and only it, until a row is in view.
pub fn scroll_to(list: &Element, link: &Element) {
    let Ok(Some(row)) = link.closest("tr") else { return };
    let (row, seen) = (row.get_bounding_client_rect(), list.get_bounding_client_rect());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    // The head of the list stays above its rows.
    let head = list.query_selector("header").ok().flatten();
    let top = head.map_or(seen.top(), |head| head.get_bounding_client_rect().bottom());
    let bottom = seen.bottom().min(height);
    let by = if row.top() < top {
        row.top() - top
    } else if row.bottom() > bottom {
        (row.bottom() - bottom).min(row.top() - top)
    } else {
        return;
    };
    list.set_scroll_top(list.scroll_top() + by.round() as i32);
}

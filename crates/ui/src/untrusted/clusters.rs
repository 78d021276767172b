//! Grapheme clusters: characters that a browser never breaks into lines, from the browser's own
//! segmenter.

/// Longest cluster that is shown, in characters; no language needs more.
const MAX_CLUSTER: usize = 12;

/// The parts of a text: the shown part of each cluster, and the part that is cut off.
pub fn cut(text: &str) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let mut shown = String::new();
    if text.chars().all(stands_alone) || text.chars().nth(MAX_CLUSTER).is_none() {
        return vec![(text.to_owned(), String::new())];
    }
    for cluster in clusters(text) {
        let (beginning, rest) = match cluster.char_indices().nth(MAX_CLUSTER) {
            Some((end, _)) => cluster.split_at(end),
            None => (cluster.as_str(), ""),
        };
        shown.push_str(beginning);
        if !rest.is_empty() {
            parts.push((std::mem::take(&mut shown), rest.to_owned()));
        }
    }
    if !shown.is_empty() {
        parts.push((shown, String::new()));
    }
    parts
}

/// Characters that never join others. Most texts have only these, and the segmenter takes time.
fn stands_alone(character: char) -> bool {
    matches!(u32::from(character),
        0..=0x2ff | 0x2000..=0x20cf | 0x2100..=0x2bff | 0x3000..=0x3029 | 0x3030..=0x3098 | 0x309b..=0x9fff
        | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff01..=0xff9d)
}

#[cfg(target_arch = "wasm32")]
fn clusters(text: &str) -> Vec<String> {
    // A browser without a segmenter breaks elsewhere; its cells cut off overlong text.
    segments(text).unwrap_or_else(|_| vec![text.to_owned()])
}

#[cfg(target_arch = "wasm32")]
fn segments(text: &str) -> Result<Vec<String>, wasm_bindgen::JsValue> {
    use js_sys::{Array, Function, Reflect};
    use wasm_bindgen::JsCast as _;
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let segmenter: Function = Reflect::get(&intl, &"Segmenter".into())?.dyn_into()?;
    let segmenter = Reflect::construct(&segmenter, &Array::new())?;
    let segment: Function = Reflect::get(&segmenter, &"segment".into())?.dyn_into()?;
    let segments = segment.call1(&segmenter, &text.into())?;
    let mut clusters = Vec::new();
    for one in js_sys::try_iter(&segments)?.into_iter().flatten() {
        clusters.push(Reflect::get(&one?, &"segment".into())?.as_string().unwrap_or_default());
    }
    Ok(clusters)
}

/// For native tests, which have no browser.
#[cfg(not(target_arch = "wasm32"))]
fn clusters(text: &str) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation as _;
    text.graphemes(true).map(str::to_owned).collect()
}

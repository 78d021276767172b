//! Named filters of a table, as they are kept.

use crate::url::Parameter;

/// Between the parts of a view, and between views. Removed from their texts.
const BETWEEN_PARTS: char = '\u{1f}';
const BETWEEN_VIEWS: char = '\u{1e}';
/// Begins the default view.
const DEFAULT: &str = "default";

/// Most views of a table. Saving another one drops the oldest.
const MAX_VIEWS: usize = 30;

/// Search, filters and sort order of a table, with a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The name that the person gave.
    pub name: String,
    /// Whether the table opens with it.
    pub is_default: bool,
    /// Names and values in the URL, without the table's prefix.
    pub parameters: Vec<Parameter>,
}

/// Reads views as they are kept. What can't be read is left out.
pub fn parse(text: &str) -> Vec<View> {
    text.split(BETWEEN_VIEWS).filter_map(view).take(MAX_VIEWS).collect()
}

fn view(text: &str) -> Option<View> {
    let mut parts = text.split(BETWEEN_PARTS).map(str::to_owned);
    let is_default = parts.next()? == DEFAULT;
    let name = parts.next().filter(|name| !name.is_empty())?;
    let mut parameters = Vec::new();
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        parameters.push((key, value));
    }
    Some(View { name, is_default, parameters })
}

/// Views as a text to keep; `None` if there are none.
pub fn write(views: &[View]) -> Option<String> {
    let clean = |text: &str| text.replace([BETWEEN_PARTS, BETWEEN_VIEWS], "");
    let one = |view: &View| {
        let mut parts = vec![if view.is_default { DEFAULT } else { "" }.to_owned(), clean(&view.name)];
        for (key, value) in &view.parameters {
            parts.extend([clean(key), clean(value)]);
        }
        parts.join(&BETWEEN_PARTS.to_string())
    };
    let texts: Vec<String> = views.iter().map(one).collect();
    (!texts.is_empty()).then(|| texts.join(&BETWEEN_VIEWS.to_string()))
}

/// Adds a view, in place of the one of that name.
pub fn save(views: &mut Vec<View>, name: &str, parameters: Vec<Parameter>) {
    if let Some(view) = views.iter_mut().find(|view| view.name == name) {
        view.parameters = parameters;
        return;
    }
    views.push(View { name: name.to_owned(), is_default: false, parameters });
    if views.len() > MAX_VIEWS {
        views.remove(0);
    }
}

/// Opens the table with a view, or not any more. Only one is the default.
pub fn toggle_default(views: &mut [View], name: &str) {
    for view in views {
        view.is_default = view.name == name && !view.is_default;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(pairs: &[(&str, &str)]) -> Vec<Parameter> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn views_are_read_as_they_were_written() {
        let mut views = Vec::new();
        save(&mut views, "심사 대기", parameters(&[("status", "REQ_CMPL"), ("q", "a=b&c|d,\"e\"")]));
        save(&mut views, "All", Vec::new());
        toggle_default(&mut views, "All");
        assert_eq!(parse(&write(&views).unwrap()), views);
        assert_eq!(write(&[]), None);
    }

    #[test]
    fn what_is_kept_may_be_anything() {
        for text in ["", "default", "\u{1e}\u{1e}", "\u{1f}", "\u{1f}\u{1f}a"] {
            assert_eq!(parse(text), [], "{text:?}");
        }
        assert_eq!(parse("x\u{1f}a\u{1f}q")[0], View { name: "a".into(), ..View::default() });
        let mut views = Vec::new();
        save(&mut views, "a\u{1e}b", parameters(&[("q", "c\u{1f}d")]));
        assert_eq!(parse(&write(&views).unwrap())[0].parameters, parameters(&[("q", "cd")]));
    }

    #[test]
    fn a_name_is_one_view_and_one_is_the_default() {
        let mut views = Vec::new();
        for (name, value) in [("a", "1"), ("b", "2"), ("a", "3")] {
            save(&mut views, name, parameters(&[("q", value)]));
        }
        assert_eq!(views.iter().map(|view| view.name.as_str()).collect::<Vec<&str>>(), ["a", "b"]);
        assert_eq!(views[0].parameters, parameters(&[("q", "3")]));
        toggle_default(&mut views, "a");
        toggle_default(&mut views, "b");
        assert_eq!(views.iter().map(|view| view.is_default).collect::<Vec<bool>>(), [false, true]);
        toggle_default(&mut views, "b");
        assert!(views.iter().all(|view| !view.is_default));
    }

    #[test]
    fn the_oldest_makes_room() {
        let mut views = Vec::new();
        for number in 0..=MAX_VIEWS {
            save(&mut views, &number.to_string(), Vec::new());
        }
        assert_eq!((views.len(), views[0].name.as_str()), (MAX_VIEWS, "1"));
    }
}

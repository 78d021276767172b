//! Announces what stopped changing, in words: a notice, and a notification while the tab is hidden.

use std::borrow::Cow;

use databoxframe_client::polling::{End, Ended};
use databoxframe_client::resource::ResourceKey;

use crate::locale::Texts;
use crate::notices::Notices;
use crate::notifications;
use crate::preferences::Preferences;
use crate::status_cells::status_label;
use crate::untrusted::line;

/// Most resources that one notice names.
const MAX_NAMED: usize = 5;

/// Announces what ended.
pub fn announce(ended: &[Ended], notices: Notices, preferences: Preferences) {
    use leptos::prelude::GetUntracked as _;

    let t = preferences.locale.get_untracked().texts();
    let text = sentence(ended, t);
    if notifications::hidden() && notifications::on(preferences) {
        notifications::show(t.product, &text);
    }
    notices.set(Some(text));
}

/// What ended in words, a line for each.
fn sentence(ended: &[Ended], t: &Texts) -> String {
    let line = |Ended { key, name, end }: &Ended| {
        let name = format!("{} {name}", kind(key, t));
        let name = line(name.trim()).words(t);
        match end {
            End::Status(status) => {
                let label = status.as_ref().map_or(Cow::Borrowed(""), |status| status_label(status, t));
                (t.watch.became)(&name, &line(&label).words(t))
            }
            End::Gone => (t.watch.gone)(&name),
        }
    };
    let mut lines: Vec<String> = ended.iter().take(MAX_NAMED).map(line).collect();
    if ended.len() > MAX_NAMED {
        lines.push((t.watch.more)(ended.len() - MAX_NAMED));
    }
    lines.join("\n")
}

/// What a resource is; a server or volume says so itself.
fn kind(key: &ResourceKey, t: &Texts) -> &'static str {
    match key {
        ResourceKey::Frame(_) => t.frame,
        ResourceKey::DataBox { .. } => t.data_box,
        ResourceKey::FrameInfra { .. } | ResourceKey::BoxInfra { .. } => "",
        ResourceKey::Import(_) => t.watch.import,
        ResourceKey::Export(_) => t.watch.export,
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::Id;
    use databoxframe::code::{ExportStatus, FrameStatus};
    use databoxframe_client::resource::RequestKey;
    use databoxframe_client::status::Status;

    use super::*;
    use crate::locale::Locale;

    fn frame(name: &str, end: End) -> Ended {
        Ended { key: ResourceKey::Frame(Id::from(83)), name: name.into(), end }
    }

    #[test]
    fn each_end_says_what_became_of_which_resource() {
        let request = RequestKey { frame_no: Id::from(83), box_no: None, request_id: Id::from(7) };
        let copied = End::Status(Some(Status::Export(ExportStatus::CopyComplete)));
        let ended = [
            frame("Alpha", End::Status(Some(Status::Frame(FrameStatus::Use)))),
            frame("Beta", End::Gone),
            Ended { key: ResourceKey::Export(request), name: "a.csv".into(), end: copied },
        ];
        let t = Locale::English.texts();
        let expected = [
            format!("Frame Alpha: {}", t.phase_in_use),
            (t.watch.gone)("Frame Beta"),
            format!("Export a.csv: {}", t.export_copied),
        ];
        assert_eq!(sentence(&ended, t), expected.join("\n"));
        assert!(sentence(&ended, Locale::Korean.texts()).contains("프레임 Alpha"));
    }

    #[test]
    fn a_notice_names_a_few_and_counts_the_others() {
        let ended: Vec<Ended> = (0..7).map(|_| frame("Alpha", End::Gone)).collect();
        let said = sentence(&ended, Locale::English.texts());
        assert_eq!(said.lines().count(), 6);
        assert!(said.ends_with("and 2 more"), "{said}");
    }
}

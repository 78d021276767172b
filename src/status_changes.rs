//! Announces what stopped changing, in words: a notice, and a notification while the tab is hidden.

use std::borrow::Cow;

use databoxframe_client::polling::{End, Ended};
use databoxframe_client::resource::ResourceKey;

use crate::locale::Texts;
use crate::notices::{EndedChange, Kind, Notices};
use crate::notifications;
use crate::preferences::Preferences;
use crate::status_cells::{is_failure, status_label};
use crate::untrusted::line;

/// Announces what ended. What failed stays until it is closed.
pub fn announce(ended: &[Ended], notices: Notices, preferences: Preferences) {
    use leptos::prelude::GetUntracked as _;

    let t = preferences.locale.get_untracked().texts();
    let (failed, others): (Vec<&Ended>, Vec<&Ended>) = ended.iter().partition(|one| has_failed(one, t));
    let change = |one: &&Ended| EndedChange { resource: one.key.clone(), text: sentence(one, t) };
    let [failed, others] = [failed, others].map(|list| list.iter().map(change).collect::<Vec<_>>());
    if notifications::hidden() && notifications::on(preferences) {
        let lines = failed.iter().chain(&others).map(|one| one.text.as_str());
        notifications::show(t.product, &lines.collect::<Vec<&str>>().join("\n"));
    }
    notices.ended(others, Kind::Passing);
    notices.ended(failed, Kind::Bad);
}

fn has_failed(ended: &Ended, t: &Texts) -> bool {
    matches!(&ended.end, End::Status(Some(status)) if is_failure(status, t))
}

/// What ended, in words.
fn sentence(Ended { key, name, end }: &Ended, t: &Texts) -> String {
    let name = format!("{} {name}", kind(key, t));
    let name = line(name.trim()).words(t);
    match end {
        End::Status(status) => {
            let label = status.as_ref().map_or(Cow::Borrowed(""), |status| status_label(status, t));
            (t.watch.became)(&name, &line(&label).words(t))
        }
        End::Gone => (t.watch.gone)(&name),
    }
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
    use databoxframe::code::{ExportStatus, FrameStatus, ImportStatus};
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
        assert_eq!(ended.each_ref().map(|one| sentence(one, t)), expected);
        assert!(sentence(&ended[0], Locale::Korean.texts()).contains("프레임 Alpha"));
    }

    #[test]
    fn a_failure_is_told_from_a_success() {
        let import = |status| End::Status(Some(Status::Import(status)));
        let ended = |end| Ended { key: ResourceKey::Frame(Id::from(83)), name: String::new(), end };
        let has_failed = |end| has_failed(&ended(end), Locale::English.texts());
        assert!(has_failed(import(ImportStatus::FileError)));
        assert!(!has_failed(import(ImportStatus::Success)) && !has_failed(End::Gone));
    }
}

//! What became of an applicant's earlier requests, and of those for the same file. Of the lists that
//! were read: nothing is read for it.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::date::{DateTime, Stamp};
use databoxframe::export_review::ExportReview;
use leptos::prelude::*;

use crate::components::Cell;
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::paging::Paged;
use crate::queries::{Window, cached_reviews};
use crate::router::Route;
use crate::status_cells;
use crate::untrusted::{line, name_or};

/// Most requests that are listed one by one.
const MOST_LISTED: usize = 5;

/// A list of requests that was read.
pub type Reviews = Arc<Paged<ExportReview>>;

/// The requests of a frame, as far as they were read: all, or else those of the dates in the URL.
/// Tracked.
pub fn read_reviews(frame_no: &Id) -> Option<Reviews> {
    let Console { queries, router, .. } = Console::expect();
    let of = |window| cached_reviews(queries, frame_no.clone(), window);
    of(Window::default()).or_else(|| {
        let window = router.location().with(|here| Window::of(here.get("from"), here.get("to")));
        of(window)
    })
}

/// The earlier requests that tell something about one, the newest first.
#[derive(Debug, Default, PartialEq)]
struct Earlier<'a> {
    /// Those of the same applicant.
    by_applicant: Vec<&'a ExportReview>,
    /// Those for a file of the same name in the same box.
    same_file: Vec<&'a ExportReview>,
}

impl<'a> Earlier<'a> {
    fn of(all: &'a [ExportReview], this: &ExportReview) -> Self {
        let date = |review: &ExportReview| review.applied.as_ref().and_then(Stamp::date);
        let own = date(this);
        let is_earlier = |other: &&ExportReview| {
            let is_same = other.export_apply_id == this.export_apply_id && other.box_no == this.box_no;
            !is_same && at_most(date(other), own)
        };
        let mut found: Vec<&ExportReview> = all.iter().filter(is_earlier).collect();
        let text = |review: &'a ExportReview| review.applied.as_ref().map(Stamp::as_str);
        found.sort_by(|a, b| date(b).cmp(&date(a)).then_with(|| text(b).cmp(&text(a))));
        let same = |text: &Option<Box<str>>, other: &Option<Box<str>>| {
            text.as_deref().is_some_and(|text| !text.is_empty() && Some(text) == other.as_deref())
        };
        let only =
            |keep: &dyn Fn(&ExportReview) -> bool| found.iter().copied().filter(|one| keep(one)).collect();
        Self {
            by_applicant: only(&|one| same(&this.ssl_vpn_id, &one.ssl_vpn_id)),
            same_file: only(&|one| one.box_no == this.box_no && same(&this.source_file, &one.source_file)),
        }
    }
}

/// Whether a date is not after another one. Without both nobody knows.
fn at_most(one: Option<DateTime>, other: Option<DateTime>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one <= other)
}

/// How many requests have each status, the most frequent first.
fn by_status<'a>(requests: &[&'a ExportReview]) -> Vec<(usize, &'a ExportReview)> {
    let mut counts: Vec<(usize, &ExportReview)> = Vec::new();
    for review in requests {
        match counts.iter_mut().find(|(_, other)| other.status == review.status) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, review)),
        }
    }
    counts.sort_by(|(a, _), (b, _)| b.cmp(a));
    counts
}

/// Both lists beside a request.
pub fn earlier(reviews: Option<&Reviews>, this: &ExportReview, frame_no: &Id) -> AnyView {
    let t = texts();
    let Some(reviews) = reviews else {
        return view! { <p class="hint">{t.desk.lists_unread}</p> }.into_any();
    };
    let Earlier { by_applicant, same_file } = Earlier::of(&reviews.records, this);
    let applicant = line(this.ssl_vpn_id.as_deref().unwrap_or_default()).words(t);
    let title =
        if applicant.is_empty() { t.desk.earlier.to_owned() } else { (t.desk.earlier_of)(&applicant) };
    view! {
        {section(title, &by_applicant, frame_no, t)}
        {section(t.desk.same_file.to_owned(), &same_file, frame_no, t)}
    }
    .into_any()
}

fn section(title: String, requests: &[&ExportReview], frame_no: &Id, t: &'static Texts) -> AnyView {
    let content = if requests.is_empty() {
        view! { <p class="hint">{t.desk.none_earlier}</p> }.into_any()
    } else {
        let count = |(count, review): (usize, &ExportReview)| {
            let status = status_cells::export_status(&review.status, t);
            view! { <li>{count}" × "{status.view()}</li> }.into_any()
        };
        let counts: Vec<AnyView> = by_status(requests).into_iter().map(count).collect();
        let listed: Vec<AnyView> =
            requests.iter().take(MOST_LISTED).map(|review| entry(review, frame_no, t)).collect();
        let more = requests.len().saturating_sub(MOST_LISTED);
        let more = (more > 0).then(|| view! { <p class="hint">{(t.watch.more)(more)}</p> });
        view! {
            <ul class="counts">{counts}</ul>
            <ul class="earlier">{listed}</ul>
            {more}
        }
        .into_any()
    };
    view! { <section class="panel"><h2>{title}</h2>{content}</section> }.into_any()
}

fn entry(review: &ExportReview, frame_no: &Id, t: &'static Texts) -> AnyView {
    let route = Route::Review(frame_no.clone(), review.box_no.clone(), review.export_apply_id.clone());
    let text = name_or(review.source_file.as_deref(), review.export_apply_id.as_str()).to_owned();
    let file = Cell::Link { href: route.path(), text };
    let data_box = Cell::text(Some(name_or(review.box_name.as_deref(), review.box_no.as_str())));
    view! {
        <li>
            <span>{file.view()}</span>
            <span>{status_cells::export_status(&review.status, t).view()}</span>
            <span>{data_box.view()}</span>
            <span>{status_cells::date(review.applied.as_ref()).view()}</span>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use databoxframe::export_review::GetExportFileApproveList;
    use databoxframe::{Reply, decode};
    use serde_json::json;

    use super::*;

    fn review(number: u64, file: &str, applicant: &str, applied: &str, status: &str) -> ExportReview {
        let json = json!({
            "exportApplyId": number.to_string(),
            "dataBoxNo": if file == "elsewhere.csv" { "382" } else { "381" },
            "sslVpnId": applicant,
            "sourceFileName": file.replace("elsewhere", "a"),
            "applyDate": applied,
            "status": status,
        });
        let body = json!({ "totalCount": 1, "content": [json] }).to_string();
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        decode::<GetExportFileApproveList>(&reply).unwrap().content.remove(0)
    }

    fn numbers(found: &[&ExportReview]) -> Vec<String> {
        found.iter().map(|one| one.export_apply_id.to_string()).collect()
    }

    #[test]
    fn earlier_requests_are_those_of_the_applicant_and_of_the_file() {
        let all = [
            review(1, "a.csv", "kim", "2024-03-01 00:00:00", "COPY_CMPL"),
            review(2, "b.csv", "kim", "2024-03-03 00:00:00", "REJECT"),
            review(3, "a.csv", "lee", "2024-03-02 00:00:00", "COPY_CMPL"),
            review(4, "elsewhere.csv", "lee", "2024-03-02 00:00:00", "COPY_CMPL"),
            review(5, "a.csv", "kim", "2024-03-05 00:00:00", "REQ_CMPL"),
            review(6, "a.csv", "kim", "2024-03-06 00:00:00", "REQ_CMPL"),
        ];
        let found = Earlier::of(&all, &all[4]);
        assert_eq!(numbers(&found.by_applicant), ["2", "1"], "the newest first, none that came later");
        assert_eq!(numbers(&found.same_file), ["3", "1"], "of the same box");
    }

    #[test]
    fn dates_are_compared_however_they_are_written() {
        let all = [
            review(1, "a.csv", "kim", "2024-03-01T09:00:00", "COPY_CMPL"),
            review(2, "a.csv", "kim", "2024-03-01 18:00:00", "REJECT"),
            review(3, "a.csv", "kim", "soon", "REJECT"),
            review(4, "a.csv", "kim", "2024-03-01 08:00:00", "COPY_CMPL"),
            review(5, "a.csv", "kim", "2024-03-01 12:00:00", "REQ_CMPL"),
        ];
        let found = Earlier::of(&all, &all[4]);
        assert_eq!(numbers(&found.by_applicant), ["1", "4", "3"], "without a date nobody knows");
    }

    #[test]
    fn without_an_applicant_or_a_file_nothing_is_the_same() {
        let all = [review(1, "", "", "2024-03-01", "COPY_CMPL"), review(2, "", "", "2024-03-02", "REQ_CMPL")];
        assert_eq!(Earlier::of(&all, &all[1]), Earlier::default());
    }

    #[test]
    fn outcomes_are_counted() {
        let all = ["COPY_CMPL", "REJECT", "COPY_CMPL"].map(|status| review(1, "a.csv", "kim", "", status));
        let counts = by_status(&all.iter().collect::<Vec<_>>());
        let counts: Vec<(usize, &str)> =
            counts.into_iter().map(|(count, one)| (count, one.status.as_str())).collect();
        assert_eq!(counts, [(2, "COPY_CMPL"), (1, "REJECT")]);
    }
}

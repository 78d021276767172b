//! Requests for files, and what a form for one offers.

use std::sync::Arc;

use databoxframe::date::DateTime;
use databoxframe::error::{ErrorKind, Expected, Found, Mismatch};
use databoxframe::export::{
    ExportRequest, GetExportApplyDetail, GetExportApplyList, GetSourceNasList, GetSslVpnAccountList,
    SslVpnAccount,
};
use databoxframe::export_review::{ExportReview, GetExportFileApproveDetail, GetExportFileApproveList};
use databoxframe::import::{
    GetImportApplyDetail, GetImportApplyList, GetTargetNasList, ImportRequest, NasVolume,
};
use databoxframe::{Error, Id, List};

use super::{Answer, Records};
use crate::gateway::Failure;
use crate::paging::{Paged, Paging};
use crate::query_cache::{Query, QueryCache};
use crate::status;

/// A time window of whole days, for lists of requests. The time zone is not documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// From the beginning of this day on.
    pub start: Option<DateTime>,
    /// Up to the end of this day.
    pub end: Option<DateTime>,
}

impl Window {
    /// Of two days, `YYYY-MM-DD`; what is no day limits nothing.
    pub fn of(from: &str, to: &str) -> Self {
        let end = DateTime::parse(to).map(|day| DateTime { hour: 23, minute: 59, second: 59, ..day });
        Self { start: DateTime::parse(from), end }
    }
}

/// The requested record of an answer: a decision must be about the request in the URL, not about
/// whatever came.
///
/// # Errors
/// If it is not there.
pub fn find_requested<R>(came: &List<R>, matches: impl Fn(&R) -> bool) -> Result<&R, Failure> {
    came.content.iter().find(|request| matches(request)).ok_or_else(not_found)
}

/// The requested record is not in the answer.
pub fn not_found() -> Failure {
    Failure::Answer(Error {
        status: 200,
        kind: ErrorKind::Unexpected(Mismatch {
            path: "content".into(),
            expected: Expected::Requested,
            found: Found::Another,
        }),
        raw: Box::default(),
    })
}

/// The import requests of a frame, or of one of its boxes.
pub fn imports(frame_no: Id, box_no: Option<Id>, window: Window) -> Query<Paged<ImportRequest>> {
    import_records(frame_no, box_no, window).observe()
}

/// The import requests of a frame, or of one of its boxes, if they were read before; tracked.
pub fn cached_imports(
    cache: QueryCache,
    frame_no: Id,
    box_no: Option<Id>,
) -> Option<Arc<Paged<ImportRequest>>> {
    cache.cached(&import_records(frame_no, box_no, Window::default()))
}

fn import_records(frame_no: Id, box_no: Option<Id>, window: Window) -> Records<GetImportApplyList> {
    let list = GetImportApplyList {
        frame_no,
        box_no,
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page: None,
    };
    Records::pages(list, Paging::REQUESTS, |list, page| list.page = page)
        .polled(|asked, request| status::of_import(&asked.frame_no, asked.box_no.as_ref(), request))
}

/// One import request; see [`find_requested`].
pub fn import(frame_no: Id, box_no: Id, import_apply_id: Id) -> Query<List<ImportRequest>> {
    Answer::of(GetImportApplyDetail { frame_no, box_no, import_apply_id })
        .polled(|asked, came| {
            let snapshot = |one| status::of_import(&asked.frame_no, Some(&asked.box_no), one);
            came.content.iter().map(snapshot).collect()
        })
        .observe()
}

/// The NAS volumes of a box that can receive files.
pub fn target_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    Records::single(GetTargetNasList { frame_no, box_no }).observe()
}

/// The export requests of a box.
pub fn exports(frame_no: Id, box_no: Id, window: Window) -> Query<Paged<ExportRequest>> {
    export_records(frame_no, box_no, window).observe()
}

/// The export requests of a box, if they were read before; tracked.
pub fn cached_exports(cache: QueryCache, frame_no: Id, box_no: Id) -> Option<Arc<Paged<ExportRequest>>> {
    cache.cached(&export_records(frame_no, box_no, Window::default()))
}

fn export_records(frame_no: Id, box_no: Id, window: Window) -> Records<GetExportApplyList> {
    let list = GetExportApplyList {
        frame_no,
        box_no,
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page: None,
    };
    Records::pages(list, Paging::REQUESTS, |list, page| list.page = page)
        .polled(|asked, request| status::of_export(&asked.frame_no, &asked.box_no, request))
}

/// One export request; see [`find_requested`].
pub fn export(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportRequest>> {
    Answer::of(GetExportApplyDetail { frame_no, box_no, export_apply_id })
        .polled(|asked, came| {
            let snapshot = |one| status::of_export(&asked.frame_no, &asked.box_no, one);
            came.content.iter().map(snapshot).collect()
        })
        .observe()
}

/// The NAS volumes of a box that files can be exported from.
pub fn source_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    Records::single(GetSourceNasList { frame_no, box_no }).observe()
}

/// The SSL VPN accounts of a box.
pub fn ssl_vpn_accounts(frame_no: Id, box_no: Id) -> Query<Paged<SslVpnAccount>> {
    Records::single(GetSslVpnAccountList { frame_no, box_no }).observe()
}

/// The export requests of a frame, for review.
pub fn reviews(frame_no: Id, window: Window) -> Query<Paged<ExportReview>> {
    review_records(frame_no, window).observe()
}

/// The export requests of a frame, for review, if they were read before; tracked.
pub fn cached_reviews(cache: QueryCache, frame_no: Id, window: Window) -> Option<Arc<Paged<ExportReview>>> {
    cache.cached(&review_records(frame_no, window))
}

fn review_records(frame_no: Id, window: Window) -> Records<GetExportFileApproveList> {
    let list = GetExportFileApproveList {
        frame_no,
        box_no: None,
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page: None,
    };
    Records::pages(list, Paging::REQUESTS, |list, page| list.page = page)
        .polled(|asked, review| status::of_review(&asked.frame_no, review))
}

/// One export request, for review; see [`find_requested`].
pub fn review(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportReview>> {
    review_answer(frame_no, box_no, export_apply_id).observe()
}

/// Whether that request was read before; tracked.
pub fn is_review_cached(cache: QueryCache, frame_no: Id, box_no: Id, export_apply_id: Id) -> bool {
    cache.cached(&review_answer(frame_no, box_no, export_apply_id)).is_some()
}

/// Reads that request before it is asked for; see [`QueryCache::prefetch`].
pub fn prefetch_review(cache: QueryCache, frame_no: Id, box_no: Id, export_apply_id: Id) {
    cache.prefetch(review_answer(frame_no, box_no, export_apply_id));
}

fn review_answer(frame_no: Id, box_no: Id, export_apply_id: Id) -> Answer<GetExportFileApproveDetail> {
    Answer::of(GetExportFileApproveDetail { frame_no, box_no, export_apply_id }).polled(|asked, came| {
        came.content.iter().map(|review| status::of_review(&asked.frame_no, review)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_whole_days() {
        let window = Window::of("2025-03-01", "2025-03-31");
        assert_eq!(window.start.unwrap().filter_text(), "20250301000000");
        assert_eq!(window.end.unwrap().filter_text(), "20250331235959");
        assert_eq!(Window::of("", "2025-02-30"), Window::default());
    }
}

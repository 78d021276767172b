//! Requests for files, and what a form for one offers.

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

use super::{answer, each, list, observe};
use crate::gateway::{Abort, Client, Failure};
use crate::paging::{Paged, Paging};
use crate::query_cache::{Fetched, Fetcher, Query};
use crate::status::{self, StatusSnapshot};

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
pub fn imports(frame_no: Id, asked: Option<Id>, window: Window) -> Query<Paged<ImportRequest>> {
    observe(Imports { frame_no, asked, window })
}

#[derive(Clone, PartialEq, Eq)]
struct Imports {
    frame_no: Id,
    asked: Option<Id>,
    window: Window,
}

impl Fetcher for Imports {
    type Data = Paged<ImportRequest>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::REQUESTS, |page| GetImportApplyList {
            frame_no: self.frame_no.clone(),
            box_no: self.asked.clone(),
            apply_start: self.window.start,
            apply_end: self.window.end,
            status: None,
            page,
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |request| status::of_import(&self.frame_no, self.asked.as_ref(), request))
    }
}

/// One import request; see [`find_requested`].
pub fn import(frame_no: Id, box_no: Id, import_apply_id: Id) -> Query<List<ImportRequest>> {
    observe(ImportById { frame_no, box_no, import_apply_id })
}

#[derive(Clone, PartialEq, Eq)]
struct ImportById {
    frame_no: Id,
    box_no: Id,
    import_apply_id: Id,
}

impl Fetcher for ImportById {
    type Data = List<ImportRequest>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetImportApplyDetail {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                import_apply_id: self.import_apply_id.clone(),
            },
        )
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.content, |request| status::of_import(&self.frame_no, Some(&self.box_no), request))
    }
}

/// The NAS volumes of a box that can receive files.
pub fn target_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    observe(TargetNas { frame_no, box_no })
}

#[derive(Clone, PartialEq, Eq)]
struct TargetNas {
    frame_no: Id,
    box_no: Id,
}

impl Fetcher for TargetNas {
    type Data = Paged<NasVolume>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::Single, |_| GetTargetNasList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
        })
        .await
    }
}

/// The export requests of a box.
pub fn exports(frame_no: Id, box_no: Id, window: Window) -> Query<Paged<ExportRequest>> {
    observe(Exports { frame_no, box_no, window })
}

#[derive(Clone, PartialEq, Eq)]
struct Exports {
    frame_no: Id,
    box_no: Id,
    window: Window,
}

impl Fetcher for Exports {
    type Data = Paged<ExportRequest>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::REQUESTS, |page| GetExportApplyList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
            apply_start: self.window.start,
            apply_end: self.window.end,
            status: None,
            page,
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |request| status::of_export(&self.frame_no, &self.box_no, request))
    }
}

/// One export request; see [`find_requested`].
pub fn export(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportRequest>> {
    observe(ExportById { frame_no, box_no, export_apply_id })
}

#[derive(Clone, PartialEq, Eq)]
struct ExportById {
    frame_no: Id,
    box_no: Id,
    export_apply_id: Id,
}

impl Fetcher for ExportById {
    type Data = List<ExportRequest>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetExportApplyDetail {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                export_apply_id: self.export_apply_id.clone(),
            },
        )
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.content, |request| status::of_export(&self.frame_no, &self.box_no, request))
    }
}

/// The NAS volumes of a box that files can be exported from.
pub fn source_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    observe(SourceNas { frame_no, box_no })
}

#[derive(Clone, PartialEq, Eq)]
struct SourceNas {
    frame_no: Id,
    box_no: Id,
}

impl Fetcher for SourceNas {
    type Data = Paged<NasVolume>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::Single, |_| GetSourceNasList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
        })
        .await
    }
}

/// The SSL VPN accounts of a box.
pub fn ssl_vpn_accounts(frame_no: Id, box_no: Id) -> Query<Paged<SslVpnAccount>> {
    observe(SslVpnAccounts { frame_no, box_no })
}

#[derive(Clone, PartialEq, Eq)]
struct SslVpnAccounts {
    frame_no: Id,
    box_no: Id,
}

impl Fetcher for SslVpnAccounts {
    type Data = Paged<SslVpnAccount>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::Single, |_| GetSslVpnAccountList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
        })
        .await
    }
}

/// The export requests of a frame, for review.
pub fn reviews(frame_no: Id, window: Window) -> Query<Paged<ExportReview>> {
    observe(Reviews { frame_no, window })
}

#[derive(Clone, PartialEq, Eq)]
struct Reviews {
    frame_no: Id,
    window: Window,
}

impl Fetcher for Reviews {
    type Data = Paged<ExportReview>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::REQUESTS, |page| GetExportFileApproveList {
            frame_no: self.frame_no.clone(),
            box_no: None,
            apply_start: self.window.start,
            apply_end: self.window.end,
            status: None,
            page,
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |review| status::of_review(&self.frame_no, review))
    }
}

/// One export request, for review; see [`find_requested`].
pub fn review(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportReview>> {
    observe(ReviewById { frame_no, box_no, export_apply_id })
}

#[derive(Clone, PartialEq, Eq)]
struct ReviewById {
    frame_no: Id,
    box_no: Id,
    export_apply_id: Id,
}

impl Fetcher for ReviewById {
    type Data = List<ExportReview>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetExportFileApproveDetail {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                export_apply_id: self.export_apply_id.clone(),
            },
        )
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.content, |review| status::of_review(&self.frame_no, review))
    }
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

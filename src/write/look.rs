//! How the thing stands that a write is about: read before it is sent, and again if its outcome
//! is unknown, so that both can be compared.

use databoxframe::data_box::{
    BoxInfra, ChangeDataBoxNasVolumeSize, CreateDataBox, GetDataBoxInfraList, GetDataBoxList,
    GetDataBoxSummaryInfo, ModifyDataBox, ReturnDataBox, SetBlockExternalNetwork,
};
use databoxframe::export::{
    ApplyFileExport, GetExportApplyDetail, GetExportApplyList, ReturnFileExportApply,
};
use databoxframe::export_review::{
    ExportFileApprove, ExportFileReject, ExportReview, GetExportFileApproveDetail,
};
use databoxframe::frame::{
    ChangeDataBoxFrameNasVolumeSize, FrameInfra, GetDataBoxFrameDetail, GetDataBoxFrameInfraList,
    ModifyDataBoxFrameAdminInfra, ReturnDataBoxFrame,
};
use databoxframe::import::{ApplyFileImport, GetImportApplyList};
use databoxframe::{Amount, Error, Id, Operation, Page, Reply, Unsigned, decode, prepare};
use serde_json::{Map, Value};

use crate::codes;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::Texts;

/// What is seen of it: names and values.
pub type Seen = Vec<(String, String)>;

/// Takes what is to be seen out of an answer.
type Show = Box<dyn Fn(&Reply<'_>, &'static Texts) -> Result<Seen, Error> + Send + Sync>;

/// A read of the thing a write is about.
pub struct Look {
    read: Unsigned,
    show: Show,
}

impl Look {
    fn new<O: Operation + 'static>(
        operation: &O,
        show: impl Fn(O::Response, &'static Texts) -> Seen + Send + Sync + 'static,
    ) -> Option<Self> {
        let read = prepare(operation).ok()?;
        Some(Self { read, show: Box::new(move |reply, t| Ok(show(decode::<O>(reply)?, t))) })
    }

    /// The read for a write as it will be sent. `frame_no`: the frame of the only write that
    /// does not name one.
    pub fn of(write: &Unsigned, frame_no: Option<&Id>) -> Option<Self> {
        let body = write.body.as_ref()?;
        let frame = || id(body, "dataBoxFrameNo").or_else(|| frame_no.cloned());
        let data_box = || id(body, "dataBoxNo");
        let spec = write.spec;
        if spec == ExportFileApprove::SPEC || spec == ExportFileReject::SPEC {
            let export_apply_id = id(body, "exportApplyId")?;
            let (frame_no, box_no) = (frame()?, data_box()?);
            let wanted = export_apply_id.clone();
            Self::new(&GetExportFileApproveDetail { frame_no, box_no, export_apply_id }, move |list, t| {
                let review = list.content.iter().find(|review| review.export_apply_id == wanted);
                review.map(|review| seen_of(review, t)).unwrap_or_default()
            })
        } else if spec == ReturnFileExportApply::SPEC {
            let export_apply_id = id(body, "exportApplyId")?;
            let (frame_no, box_no) = (frame()?, data_box()?);
            Self::new(&GetExportApplyDetail { frame_no, box_no, export_apply_id }, |list, t| {
                let status = |one: &databoxframe::export::ExportRequest| {
                    (t.status.to_owned(), codes::export_status(&one.status, t).as_str().to_owned())
                };
                list.content.iter().map(status).collect()
            })
        } else if spec == ReturnDataBoxFrame::SPEC {
            Self::new(&GetDataBoxFrameDetail { frame_no: frame()? }, |one, t| {
                let status = codes::frame_status(one.status.as_ref(), None, t);
                vec![(t.status.to_owned(), status.as_str().to_owned())]
            })
        } else if spec == ModifyDataBoxFrameAdminInfra::SPEC || spec == ChangeDataBoxFrameNasVolumeSize::SPEC
        {
            let page = Some(Page { number: 1, size: 100 });
            Self::new(&GetDataBoxFrameInfraList { frame_no: frame()?, page }, |answer, t| {
                let one = |one: &FrameInfra| {
                    let status = codes::frame_status(one.status.as_ref(), None, t);
                    infra(&one.name, &one.instance_no, &one.spec_name, status.as_str())
                };
                answer.list.content.iter().map(one).collect()
            })
        } else if spec == ReturnDataBox::SPEC || spec == SetBlockExternalNetwork::SPEC {
            let (frame_no, box_no) = (frame()?, data_box()?);
            Self::new(&GetDataBoxSummaryInfo { frame_no, box_no }, |one, t| {
                let status = codes::box_status(one.status.as_ref(), None, t);
                let network = codes::network(one.external_network_blocked.as_ref(), t);
                vec![
                    (t.status.to_owned(), status.as_str().to_owned()),
                    (t.network.to_owned(), network.as_str().to_owned()),
                ]
            })
        } else if spec == ModifyDataBox::SPEC || spec == ChangeDataBoxNasVolumeSize::SPEC {
            let (frame_no, box_no) = (frame()?, data_box()?);
            Self::new(&GetDataBoxInfraList { frame_no, box_no }, |list, t| {
                let one = |one: &BoxInfra| {
                    let status = codes::box_status(one.status.as_ref(), None, t);
                    infra(&one.name, &one.instance_no, &one.spec_name, status.as_str())
                };
                list.content.iter().map(one).collect()
            })
        } else if spec == CreateDataBox::SPEC {
            let memo = body.get("memo").and_then(Value::as_str).unwrap_or_default().to_owned();
            let page = Some(Page { number: 1, size: 100 });
            Self::new(&GetDataBoxList { frame_no: frame()?, page }, move |list, t| {
                // Those of this memo; their states go on by themselves.
                let alike = list.content.iter().filter(|one| one.memo.as_deref().unwrap_or_default() == memo);
                alike
                    .map(|one| made(t.data_box, &one.box_no, [&one.name, &one.memo], one.created.as_ref()))
                    .collect()
            })
        } else if spec == ApplyFileImport::SPEC {
            let files = files(body);
            let page = Some(Page { number: 1, size: 1000 });
            let (frame_no, box_no) = (frame()?, data_box());
            let operation = GetImportApplyList {
                frame_no,
                box_no,
                apply_start: None,
                apply_end: None,
                status: None,
                page,
            };
            Self::new(&operation, move |list, t| {
                let ours = list.content.iter().filter(|one| is_one(&files, &one.source_file));
                ours.map(|one| {
                    made(
                        t.watch.import,
                        &one.import_apply_id,
                        [&one.source_file, &None],
                        one.applied.as_ref(),
                    )
                })
                .collect()
            })
        } else if spec == ApplyFileExport::SPEC {
            let files = files(body);
            let page = Some(Page { number: 1, size: 1000 });
            let (frame_no, box_no) = (frame()?, data_box()?);
            let operation = GetExportApplyList {
                frame_no,
                box_no,
                apply_start: None,
                apply_end: None,
                status: None,
                page,
            };
            Self::new(&operation, move |list, t| {
                let ours = list.content.iter().filter(|one| is_one(&files, &one.source_file));
                ours.map(|one| {
                    made(
                        t.watch.export,
                        &one.export_apply_id,
                        [&one.source_file, &None],
                        one.applied.as_ref(),
                    )
                })
                .collect()
            })
        } else {
            None
        }
    }

    /// Looks.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn see(&self, client: Client, t: &'static Texts) -> Result<Seen, Failure> {
        let mut seen = Seen::new();
        let mut take = |reply: &Reply<'_>| {
            seen = (self.show)(reply, t)?;
            Ok(())
        };
        client.ask(&self.read, &Abort::new(), &mut take).await?;
        Ok(seen)
    }
}

/// A number that names something in a body.
fn id(body: &Map<String, Value>, name: &str) -> Option<Id> {
    match body.get(name)? {
        Value::String(text) => Some(Id::from(text.as_str())),
        Value::Number(number) => Some(Id::new(number.to_string())),
        _ => None,
    }
}

/// The files that a body names.
fn files(body: &Map<String, Value>) -> Vec<String> {
    let list = body.get("sourceFileInfoList").and_then(Value::as_array);
    let name = |file: &Value| Some(file.get("fileName")?.as_str()?.to_owned());
    list.map(|list| list.iter().filter_map(name).collect()).unwrap_or_default()
}

fn is_one(files: &[String], file: &Option<Box<str>>) -> bool {
    file.as_deref().is_some_and(|file| files.iter().any(|one| one == file))
}

/// A server or a volume.
fn infra(
    name: &Option<Box<str>>,
    number: &Option<Id>,
    spec: &Option<Box<str>>,
    status: &str,
) -> (String, String) {
    let name = name.as_deref().unwrap_or_default();
    let number = number.as_ref().map_or("", Id::as_str);
    (format!("{name} {number}"), joined([spec.as_deref().unwrap_or_default(), status, ""]))
}

/// Something that was made.
fn made(
    kind: &str,
    number: &Id,
    [first, second]: [&Option<Box<str>>; 2],
    date: Option<&databoxframe::date::Stamp>,
) -> (String, String) {
    let date = date.map_or("", |date| date.as_str());
    let parts = [first.as_deref().unwrap_or_default(), second.as_deref().unwrap_or_default(), date];
    (format!("{kind} {number}"), joined(parts))
}

fn joined(parts: [&str; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a reviewer is shown of a request, and decides on.
pub fn seen_of(review: &ExportReview, t: &Texts) -> Seen {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let mut seen = brief_of(review, t);
    seen.extend([
        (t.description.to_owned(), text(&review.description)),
        (t.purpose.to_owned(), text(&review.export_purpose)),
        (t.memo.to_owned(), text(&review.memo)),
        (t.other_fields.to_owned(), codes::extra(&review.extra).as_str().to_owned()),
    ]);
    seen
}

/// The part of it that lists show too.
pub fn brief_of(review: &ExportReview, t: &Texts) -> Seen {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let date = |date: &Option<databoxframe::date::Stamp>| {
        date.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default()
    };
    let size = review.file_size_mb.as_ref().map_or("", Amount::as_str);
    vec![
        (t.file.to_owned(), text(&review.source_file)),
        (t.status.to_owned(), codes::export_status(&review.status, t).as_str().to_owned()),
        (t.size.to_owned(), size.to_owned()),
        (t.applicant.to_owned(), text(&review.ssl_vpn_id)),
        (t.data_box.to_owned(), review.box_no.to_string()),
        (t.requested.to_owned(), date(&review.applied)),
        (t.reviewed.to_owned(), date(&review.reviewed)),
    ]
}

/// What differs, a line for each; nothing if nothing does.
pub fn changes(before: &[(String, String)], now: &[(String, String)], t: &Texts) -> Vec<String> {
    let value = |seen: &[(String, String)], wanted: &str| {
        let found = seen.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
    };
    let names =
        before.iter().chain(now.iter().filter(|(name, _)| !before.iter().any(|(old, _)| old == name)));
    let line = |(name, _): &(String, String)| {
        let (old, new) = (value(before, name), value(now, name));
        let shown = |value: Option<String>| value.unwrap_or_else(|| t.no_text.to_owned());
        (old != new).then(|| format!("{name}: {} → {}", shown(old), shown(new)))
    };
    names.filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn seen(list: &[(&str, &str)]) -> Seen {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn each_difference_is_a_line() {
        let before = seen(&[("Status", "Waiting"), ("File", "a.csv"), ("Reviewed", ""), ("Old", "1")]);
        let now = seen(&[("Status", "Copied"), ("File", "a.csv"), ("Reviewed", "today"), ("Box 5", "Lab")]);
        assert_eq!(
            changes(&before, &now, Locale::English.texts()),
            ["Status: Waiting → Copied", "Reviewed: — → today", "Old: 1 → —", "Box 5: — → Lab"]
        );
        assert!(changes(&now, &now, Locale::English.texts()).is_empty());
    }

    #[test]
    fn each_write_has_its_look() {
        let number = || Id::from(7);
        let write =
            prepare(&ExportFileApprove { frame_no: number(), box_no: number(), export_apply_id: number() });
        let look = Look::of(&write.unwrap(), None).unwrap();
        assert!(look.read.path_and_query.contains("get-export-file-approve-detail?dataBoxFrameNo=7"));
        let write = prepare(&ReturnFileExportApply { box_no: number(), export_apply_id: number() }).unwrap();
        assert!(Look::of(&write, None).is_none());
        assert!(Look::of(&write, Some(&number())).is_some());
        let files = vec!["a.csv".to_owned()];
        let write = prepare(&ApplyFileImport {
            frame_no: number(),
            box_no: number(),
            memo: None,
            source_bucket: "bucket".into(),
            file_names: files,
            target_nas_instance_no: number(),
        })
        .unwrap();
        let look = Look::of(&write, None).unwrap();
        let body = br#"{"content":[{"importApplyId":1,"sourceFileName":"a.csv"},
            {"importApplyId":2,"sourceFileName":"b.csv"}]}"#;
        let reply = Reply { status: 200, content_type: None, body };
        let seen = (look.show)(&reply, Locale::English.texts()).unwrap();
        assert_eq!(seen, [("Import 1".to_owned(), "a.csv".to_owned())]);
    }
}

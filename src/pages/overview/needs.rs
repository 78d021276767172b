//! What needs a person: requests that wait or failed, and what is changing. Each number leads to its rows.

use std::sync::Arc;

use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::frame::Frame;
use databoxframe_client::status::{self, Status};
use leptos::prelude::*;

use super::counts::{ByCode, Group, changing, failed};
use super::reads::{FrameReads, RequestRead};
use crate::components::{Cell, Tone, badge, format};
use crate::locale::Texts;
use crate::pages::time;
use crate::paging::Paged;
use crate::query_cache::Query;
use crate::resource::{self, ResourceKey};
use crate::router::Route;
use crate::status_cells;
use crate::untrusted::{line, name_or};

/// The frames with their reads.
type Frames = Arc<[FrameReads]>;

/// Which requests a number is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Imports.
    Import,
    /// Exports, as their reviewers see them.
    Export,
}

impl Kind {
    /// Their list of a frame.
    pub fn read(self, frame: &FrameReads) -> RequestRead {
        match self {
            Self::Import => frame.imports,
            Self::Export => frame.exports,
        }
    }

    fn list(self) -> Route {
        match self {
            Self::Import => Route::Imports,
            Self::Export => Route::Reviews,
        }
    }

    /// What a code of its requests is called.
    fn label(self, code: &str, t: &'static Texts) -> String {
        let status = match self {
            Self::Import => Status::Import(ImportStatus::from_code(code)),
            Self::Export => Status::Export(ExportStatus::from_code(code)),
        };
        let (kind, label) = (self.name(t), status_cells::status_label(&status, t));
        format!("{kind}: {}", line(&label).words(t))
    }

    fn name(self, t: &'static Texts) -> &'static str {
        match self {
            Self::Import => t.watch.import,
            Self::Export => t.watch.export,
        }
    }
}

/// The three parts.
pub fn needs(list: Query<Paged<Frame>>, frames: &Frames, now: Memo<i64>, t: &'static Texts) -> AnyView {
    let all = frames.clone();
    let requests_busy = move || all.iter().any(|one| busy(one.exports) || busy(one.imports));
    let exports_busy = {
        let all = frames.clone();
        move || all.iter().any(|one| busy(one.exports))
    };
    let boxes_busy = {
        let all = frames.clone();
        move || all.iter().any(|one| one.boxes.load().loading || one.infra.load().loading)
    };
    view! {
        <section class="needs" aria-label=t.overview.needs>
            {card("waiting", t.export_waiting, exports_busy, waiting(frames.clone(), now, t))}
            {card("failed", t.overview.failed, requests_busy, failures(frames.clone(), now, t))}
            {card("changing", t.overview.changing, boxes_busy, under_way(list, frames.clone(), now, t))}
        </section>
    }
    .into_any()
}

fn busy(read: RequestRead) -> bool {
    read.load.with(|load| load.loading)
}

/// One part with its heading.
fn card(
    id: &'static str,
    title: &'static str,
    busy: impl Fn() -> bool + Send + Sync + 'static,
    content: AnyView,
) -> AnyView {
    view! {
        <section class="panel need" aria-labelledby=id aria-busy=move || busy().to_string()>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// The age of the oldest of a group, if that is known.
fn age(group: Group, now: Memo<i64>, t: &'static Texts) -> AnyView {
    let Some(oldest) = group.oldest else { return ().into_any() };
    let text = move || {
        let (value, unit) = time::length(now.get() - oldest);
        let words = if group.count == 1 { t.overview.age } else { t.overview.oldest };
        words(&format::amount(value, unit))
    };
    view! { " " <span class="since">{text}</span> }.into_any()
}

/// Which frame's part is missing because it could not be read.
fn missing(what: Vec<String>, t: &'static Texts) -> AnyView {
    let names: Vec<AnyView> = what.iter().map(|name| view! { {line(name)} " " }.into_any()).collect();
    view! { <li>{names}{badge(Tone::Bad, t.overview.not_loaded.to_owned(), String::new())}</li> }.into_any()
}

fn items(items: Vec<AnyView>, none: Option<&'static str>) -> AnyView {
    match (items.is_empty(), none) {
        (true, Some(none)) => view! { <p class="hint">{none}</p> }.into_any(),
        (true, None) => view! { <span class="skeleton"></span> }.into_any(),
        (false, _) => view! { <ul class="need-list">{items}</ul> }.into_any(),
    }
}

/// The requests that wait for review: in all, and by frame.
fn waiting(frames: Frames, now: Memo<i64>, t: &'static Texts) -> AnyView {
    let list =
        Route::Reviews.with([("status", ExportStatus::RequestComplete.as_str()), ("sort", "requested")]);
    let groups = Memo::new(move |_| {
        let group = |frame: &FrameReads| {
            let group = frame.exports.requests.with(|requests| requests.as_deref().map(Group::waiting));
            (frame.name.clone(), group, frame.exports.is_missing())
        };
        frames.iter().map(group).collect::<Vec<_>>()
    });
    (move || {
        let groups = groups.get();
        let sum = groups.iter().filter_map(|(_, group, _)| *group).fold(Group::default(), Group::and);
        let whole = groups.iter().all(|(_, group, _)| group.is_some());
        let number = (sum.count > 0).then(|| {
            let text = (t.overview.requests)(sum.count);
            view! { <p class="need-number"><a href=list.href()>{text}</a>{age(sum, now, t)}</p> }.into_any()
        });
        let lines = groups.into_iter().filter_map(|(name, group, is_missing)| {
            let Some(group) = group else { return is_missing.then(|| missing(vec![name], t)) };
            let of_frame = list.clone().with(vec![("frame".to_owned(), name.clone())]);
            (group.count > 0).then(|| {
                let link = view! { <a href=of_frame.href()>{group.count} " · " {line(&name)}</a> };
                view! { <li>{link}{age(group, now, t)}</li> }.into_any()
            })
        });
        view! { {number} {items(lines.collect(), whole.then_some(t.overview.none_waiting))} }.into_any()
    })
    .into_any()
}

/// A line for each code of a kind of request. `from`: the date that the links filter by beside the code.
fn by_code(kind: Kind, groups: ByCode, from: &str, now: Memo<i64>, t: &'static Texts) -> Vec<AnyView> {
    let line = |(code, group): (Box<str>, Group)| {
        let list = kind.list().with([("status", &*code), ("from", from)]);
        let text = format!("{} · {}", group.count, kind.label(&code, t));
        view! { <li><a href=list.href()>{crate::untrusted::sentence(&text)}</a>{age(group, now, t)}</li> }
            .into_any()
    };
    groups.into_iter().map(line).collect()
}

/// Which lists of requests are missing, and whether all are there.
fn unread(frames: &Frames, t: &'static Texts) -> (Vec<AnyView>, bool) {
    let mut lines = Vec::new();
    let mut whole = true;
    for (frame, kind) in frames.iter().flat_map(|one| [(one, Kind::Import), (one, Kind::Export)]) {
        let read = kind.read(frame);
        whole &= read.requests.with(Option::is_some);
        if read.is_missing() {
            lines.push(missing(vec![frame.name.clone(), kind.name(t).to_owned()], t));
        }
    }
    (lines, whole)
}

/// Groups of the requests of one kind of all frames.
fn grouped(frames: &Frames, kind: Kind, add: impl Fn(&[super::counts::Request], &mut ByCode)) -> ByCode {
    let mut groups = ByCode::new();
    for frame in frames.iter() {
        kind.read(frame).requests.with(|requests| add(requests.as_deref().unwrap_or_default(), &mut groups));
    }
    groups
}

/// The requests of the last 24 hours that failed.
fn failures(frames: Frames, now: Memo<i64>, t: &'static Texts) -> AnyView {
    (move || {
        let since = time::day_ago(now.get());
        let from = time::url_text(since);
        let mut lines = Vec::new();
        for kind in [Kind::Import, Kind::Export] {
            let groups = grouped(&frames, kind, |requests, groups| failed(requests, since, groups));
            lines.extend(by_code(kind, groups, &from, now, t));
        }
        let (unread, whole) = unread(&frames, t);
        lines.extend(unread);
        items(lines, whole.then_some(t.overview.none_failed))
    })
    .into_any()
}

/// A frame, box, server or volume that is changing.
#[derive(Clone, PartialEq)]
struct Change {
    page: Route,
    /// Its name, and where it is.
    names: Vec<String>,
    status: Cell,
    key: ResourceKey,
}

/// The frames, boxes, servers and volumes that are changing; tracked.
fn changes(list: Query<Paged<Frame>>, frames: &Frames, t: &'static Texts) -> Vec<Change> {
    let mut changes = Vec::new();
    for frame in list.data().iter().flat_map(|list| &list.records) {
        let snapshot = status::of_frame(frame);
        if snapshot.transient {
            changes.push(Change {
                page: Route::Frame(frame.frame_no.clone()),
                names: vec![name_or(frame.name.as_deref(), frame.frame_no.as_str()).to_owned()],
                status: status_cells::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t),
                key: snapshot.key,
            });
        }
    }
    for frame in frames.iter() {
        for item in frame.infra.data().iter().flat_map(|infra| &infra.records) {
            let snapshot = status::of_frame_infra(&frame.frame_no, item);
            if snapshot.transient {
                changes.push(Change {
                    page: Route::Frame(frame.frame_no.clone()),
                    names: vec![snapshot.name, frame.name.clone()],
                    status: status_cells::frame_status(item.status.as_ref(), item.status_name.as_deref(), t),
                    key: snapshot.key,
                });
            }
        }
        for item in frame.boxes.data().iter().flat_map(|boxes| &boxes.records) {
            let snapshot = status::of_box(&frame.frame_no, item);
            if snapshot.transient {
                changes.push(Change {
                    page: Route::DataBox(frame.frame_no.clone(), item.box_no.clone()),
                    names: vec![snapshot.name, frame.name.clone()],
                    status: status_cells::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
                    key: resource::box_key(&frame.frame_no, &item.box_no),
                });
            }
        }
    }
    changes
}

fn change_line(change: Change, t: &'static Texts) -> AnyView {
    let mut names = change.names.into_iter();
    let name = names.next().unwrap_or_default();
    let places: Vec<AnyView> =
        names.map(|place| view! { " " <span class="hint">{line(&place)}</span> }.into_any()).collect();
    let status = status_cells::changing(change.status, &change.key, t).view();
    view! { <li><a href=change.page.href()>{line(&name)}</a>{places} " " {status}</li> }.into_any()
}

/// What is changing, and since when.
fn under_way(list: Query<Paged<Frame>>, frames: Frames, now: Memo<i64>, t: &'static Texts) -> AnyView {
    let of = frames.clone();
    let changes = Memo::new(move |_| changes(list, &of, t));
    (move || {
        let mut lines: Vec<AnyView> =
            changes.get().into_iter().map(|change| change_line(change, t)).collect();
        for kind in [Kind::Import, Kind::Export] {
            lines.extend(by_code(kind, grouped(&frames, kind, changing), "", now, t));
        }
        let (unread, mut whole) = unread(&frames, t);
        lines.extend(unread);
        for frame in frames.iter() {
            let boxes = (frame.boxes.data().is_some(), frame.boxes.load().failure.is_some(), t.boxes_table);
            let infra = (frame.infra.data().is_some(), frame.infra.load().failure.is_some(), t.infra_table);
            for (read, failed, what) in [boxes, infra] {
                whole &= read;
                if !read && failed {
                    lines.push(missing(vec![frame.name.clone(), what.to_owned()], t));
                }
            }
        }
        items(lines, whole.then_some(t.overview.none_changing))
    })
    .into_any()
}

//! Status codes of the API as badges and labels. An unknown code is shown verbatim.

use std::borrow::Cow;

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus, Inferred, Phase};
use databoxframe::date::{DateTime, Stamp};
use databoxframe::{Amount, Flag};
use databoxframe_client::status::Status;
use leptos::prelude::expect_context;
use serde_json::{Map, Value};

use crate::components::{Cell, Tone, format};
use crate::locale::Texts;
use crate::query_cache::QueryCache;
use crate::resource::ResourceKey;

fn phase<'a>(phase: Phase, code: &'a str, t: &Texts) -> (Tone, &'a str) {
    match phase {
        Phase::Requested => (Tone::Busy, t.phase_requested),
        Phase::Creating => (Tone::Busy, t.phase_creating),
        Phase::InUse => (Tone::Good, t.phase_in_use),
        Phase::Changing => (Tone::Busy, t.phase_changing),
        Phase::Returning => (Tone::Busy, t.phase_returning),
        Phase::Returned => (Tone::Quiet, t.phase_returned),
        Phase::Unknown => (Tone::Quiet, code),
    }
}

fn phase_badge(of: Phase, code: &str, t: &Texts) -> Cell {
    let (tone, text) = phase(of, code, t);
    Cell::badge(tone, text, code)
}

/// The label of a status, as its badge has it.
pub fn status_label<'a>(status: &'a Status, t: &'a Texts) -> Cow<'a, str> {
    match status {
        Status::Frame(status) => phase(status.phase(), status.as_str(), t).1.into(),
        Status::Box(status) => phase(status.phase(), status.as_str(), t).1.into(),
        Status::Import(status) => import(status, t).1,
        Status::Export(status) => export(status, t).1,
    }
}

/// Whether a status says that something failed.
pub fn is_failure(status: &Status, t: &Texts) -> bool {
    let tone = match status {
        Status::Frame(_) | Status::Box(_) => return false,
        Status::Import(status) => import(status, t).0,
        Status::Export(status) => export(status, t).0,
    };
    tone == Tone::Bad
}

/// A status badge with the service's own description on hover.
fn with_name(mut cell: Cell, name: Option<&str>) -> Cell {
    if let Cell::Badge { note, .. } = &mut cell {
        *note = name.unwrap_or_default().to_owned();
    }
    cell
}

/// A status badge with the time since when this console has seen the resource of this key change.
pub fn changing(mut cell: Cell, key: &ResourceKey, t: &Texts) -> Cell {
    if let Cell::Badge { since, .. } = &mut cell
        && let Some(at) = expect_context::<QueryCache>().since(key)
    {
        *since = (t.watch.since)(&format::time_of_day(at));
    }
    cell
}

/// Status of a frame.
pub fn frame_status(status: Option<&FrameStatus>, name: Option<&str>, t: &Texts) -> Cell {
    status.map_or(Cell::None, |status| with_name(phase_badge(status.phase(), status.as_str(), t), name))
}

/// Status of a box.
pub fn box_status(status: Option<&BoxStatus>, name: Option<&str>, t: &Texts) -> Cell {
    status.map_or(Cell::None, |status| with_name(phase_badge(status.phase(), status.as_str(), t), name))
}

/// A code that no table names: the word for what it probably says.
fn inferred(meaning: Inferred, t: &Texts) -> (Tone, &str) {
    match meaning {
        Inferred::Approved => (Tone::Good, t.export_approved),
        Inferred::Copying => (Tone::Busy, t.export_copying),
        Inferred::Copied => (Tone::Good, t.export_copied),
        Inferred::Rejected => (Tone::Bad, t.export_rejected),
        Inferred::Cancelled => (Tone::Quiet, t.export_cancelled),
        Inferred::FileError => (Tone::Bad, t.infra.import_file),
        Inferred::SecurityError => (Tone::Bad, t.infra.import_security),
        Inferred::SystemError => (Tone::Bad, t.infra.import_system),
    }
}

/// Whether a code is the word for this and says nothing else: beside the word it would say it twice.
fn is_its_word(code: &str, meaning: Inferred) -> bool {
    let words: &[&str] = match meaning {
        Inferred::Approved => &["APPROVE", "APPROVED"],
        Inferred::Copying => &["COPYING", "COPY_ING"],
        Inferred::Copied => &["COPIED"],
        Inferred::Rejected => &["REJECT", "REJECTED"],
        Inferred::Cancelled => &["CANCEL", "CANCELED", "CANCELLED"],
        Inferred::FileError => &["ERR_FILE", "FILE_ERR", "FILE_ERROR"],
        Inferred::SecurityError => &["ERR_SEC", "SEC_ERR"],
        Inferred::SystemError => &["ERR_SYS", "SYS_ERR", "SYSTEM_ERROR"],
    };
    words.contains(&code)
}

/// Tone and label of a code that no table names: a word for what it probably says, and the code if it
/// says more.
fn undocumented<'a>(code: &'a str, t: &'a Texts) -> (Tone, Cow<'a, str>) {
    match Inferred::of(code) {
        Some(meaning) => {
            let (tone, word) = inferred(meaning, t);
            let label =
                if is_its_word(code, meaning) { word.into() } else { format!("{word} · {code}").into() };
            (tone, label)
        }
        None => (Tone::Quiet, code.into()),
    }
}

/// The badge of a request's status; whether its word is an inference is said on hover.
fn request_badge(
    (tone, label): (Tone, Cow<'_, str>),
    code: &str,
    meaning: Option<Inferred>,
    t: &Texts,
) -> Cell {
    let badge = Cell::badge(tone, &label, code);
    if meaning.is_some() { with_name(badge, Some(t.inferred_note)) } else { badge }
}

fn export<'a>(status: &'a ExportStatus, t: &'a Texts) -> (Tone, Cow<'a, str>) {
    let (tone, label) = match status {
        ExportStatus::Init => (Tone::Busy, t.export_init),
        ExportStatus::RequestComplete => (Tone::Attention, t.export_waiting),
        ExportStatus::CopyComplete => (Tone::Good, t.export_copied),
        ExportStatus::Other(code) => return undocumented(code, t),
    };
    (tone, label.into())
}

/// Status of an export request.
pub fn export_status(status: &ExportStatus, t: &Texts) -> Cell {
    request_badge(export(status, t), status.as_str(), status.inferred(), t)
}

fn import<'a>(status: &'a ImportStatus, t: &'a Texts) -> (Tone, Cow<'a, str>) {
    let (tone, label) = match status {
        ImportStatus::Init => (Tone::Busy, t.infra.import_init),
        ImportStatus::Ing => (Tone::Busy, t.infra.import_ing),
        ImportStatus::Success => (Tone::Good, t.infra.import_done),
        ImportStatus::FileError => (Tone::Bad, t.infra.import_file),
        ImportStatus::SystemError => (Tone::Bad, t.infra.import_system),
        ImportStatus::SecurityError => (Tone::Bad, t.infra.import_security),
        ImportStatus::Other(code) => return undocumented(code, t),
    };
    (tone, label.into())
}

/// Status of an import request.
pub fn import_status(status: Option<&ImportStatus>, t: &Texts) -> Cell {
    let Some(status) = status else { return Cell::None };
    request_badge(import(status, t), status.as_str(), status.inferred(), t)
}

/// Whether the external network of a box is blocked. An open network is marked.
pub fn network(blocked: Option<&Flag>, t: &Texts) -> Cell {
    let (tone, text, code) = match blocked {
        Some(Flag::Yes) => (Tone::Good, t.network_blocked, "true"),
        Some(Flag::No) => (Tone::Attention, t.network_allowed, "false"),
        Some(Flag::Other(text)) => return Cell::text(Some(text)),
        None => return Cell::None,
    };
    Cell::badge(tone, text, code)
}

/// Used capacity of a box's volumes. Without a total, the known part.
pub fn nas_use(used: Option<&Amount>, total: Option<&Amount>, t: &Texts) -> Cell {
    let (Some(used_gb), Some(total_gb)) = (used, total) else {
        return amount(used.or(total), t.gb);
    };
    let text = (t.gb_of)(&format::grouped(used_gb.as_str()), &format::grouped(total_gb.as_str()));
    match (used_gb.whole(), total_gb.whole()) {
        (Some(used), Some(total)) if total > 0 => Cell::Meter { text, used, total },
        _ => Cell::Text(text),
    }
}

/// Whether a box or bucket can be used, by the flag `disabled`. Which of its values means what is not
/// documented: the words are those of the flag's name, and that is said on hover.
pub fn availability(disabled: Option<&Flag>, t: &Texts) -> Cell {
    let badge = match disabled {
        Some(Flag::No) => Cell::badge(Tone::Good, t.available, "false"),
        Some(Flag::Yes) => Cell::badge(Tone::Attention, t.disabled_flag, "true"),
        Some(Flag::Other(text)) => return Cell::text(Some(text)),
        None => return Cell::None,
    };
    with_name(badge, Some(t.available_note))
}

/// State of a machine. Only one code of it is on any page, without an explanation.
pub fn machine(code: Option<&str>, t: &Texts) -> Cell {
    match code {
        Some("RUN") => with_name(Cell::badge(Tone::Good, t.machine_running, "RUN"), Some(t.inferred_note)),
        other => Cell::text(other),
    }
}

/// A yes or no.
pub fn flag(flag: Option<&Flag>, yes: &str, no: &str) -> Cell {
    match flag {
        Some(Flag::Yes) => Cell::Text(yes.to_owned()),
        Some(Flag::No) => Cell::Text(no.to_owned()),
        Some(Flag::Other(text)) => Cell::text(Some(text)),
        None => Cell::None,
    }
}

/// A quantity with its unit.
pub fn amount(amount: Option<&Amount>, unit: fn(&str) -> String) -> Cell {
    match amount {
        Some(amount) if !amount.as_str().is_empty() => {
            // The browser's parser instead of a second one in the download.
            let value = Some(js_sys::parse_float(amount.as_str())).filter(|value| value.is_finite());
            Cell::Amount {
                text: unit(&format::grouped(amount.as_str())),
                written: amount.as_str().to_owned(),
                value,
            }
        }
        _ => Cell::None,
    }
}

/// A date. Its time zone is not documented, so the wall-clock time is kept as it is.
pub fn date(stamp: Option<&Stamp>) -> Cell {
    match stamp {
        Some(stamp) if !stamp.as_str().is_empty() => {
            Cell::Date { text: stamp.as_str().to_owned(), utc: stamp.date().map(DateTime::utc_milliseconds) }
        }
        _ => Cell::None,
    }
}

/// A count without a unit.
pub fn count(count: Option<&Amount>) -> Cell {
    amount(count, str::to_owned)
}

/// Fields that the API reference does not list, so that changes of the API are seen.
pub fn extra(extra: &Map<String, Value>) -> Cell {
    if extra.is_empty() { Cell::None } else { Cell::Text(serde_json::to_string(extra).unwrap_or_default()) }
}

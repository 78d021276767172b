//! The import and export requests of the last three months.

use super::UNDER_WAY_MS;
use super::texts::{self, Domain};
use crate::random::Random;
use crate::time::Timestamp;
use crate::world::{Export, ExportStatus, Import, ImportStatus, Step, World};

const DAYS: u64 = 90;
const IMPORTS: u64 = 230;
const EXPORTS: u64 = 260;
/// Of the newest exports, four in seven wait for review: 40.
const RECENT_EXPORTS: u64 = 70;

const MINUTE_MS: i64 = 60_000;

/// A box that requests come from, and what its people work on. Boxes of which much comes are repeated.
type Source = (u64, u64, &'static str, &'static Domain);

const SOURCES: [Source; 8] = [
    (83, 381, "BOX#1", &texts::CLINICAL),
    (1046, 194, "BOX#1", &texts::FINANCE),
    (1187, 402, "BOX#1", &texts::STATISTICS),
    (83, 382, "BOX#2", &texts::CLINICAL),
    (1046, 198, "BOX#2", &texts::FINANCE),
    (83, 386, "BOX#3", &texts::CLINICAL),
    (83, 381, "BOX#1", &texts::CLINICAL),
    (1187, 402, "BOX#1", &texts::STATISTICS),
];

/// Boxes that have since been returned, or are being returned.
const PAST_SOURCES: [Source; 2] =
    [(83, 397, "BOX#5", &texts::CLINICAL), (1046, 203, "BOX#3", &texts::FINANCE)];

/// Sources of requests: the usual boxes of the existing frames, and those of further frames.
struct Sources {
    now: Vec<Source>,
    past: Vec<Source>,
}

impl Sources {
    fn of(world: &World) -> Self {
        let there = |sources: &[Source]| -> Vec<Source> {
            let frames = |no: u64| world.frames.iter().any(|frame| frame.no == no);
            sources.iter().filter(|source| frames(source.0)).copied().collect()
        };
        let more = super::more::boxes(world).into_iter();
        let more = more.map(|(frame, number)| (frame, number, "BOX#1", &texts::STATISTICS));
        Self { now: there(&SOURCES).into_iter().chain(more).collect(), past: there(&PAST_SOURCES) }
    }

    /// Source of the n-th request: in the older half, some are from deleted boxes.
    fn of_request(&self, random: &mut Random, n: u64, of: u64) -> Option<Source> {
        let past = n < of / 2 && random.percent(8) && !self.past.is_empty();
        let sources = if past { &self.past } else { &self.now };
        let count = u64::try_from(sources.len()).ok()?;
        sources.get(usize::try_from(n.checked_rem(count)?).ok()?).copied()
    }
}

/// Time of the n-th request: evenly over the days with some noise, in order. Of very many requests
/// the oldest are older.
fn applied(world: &mut World, n: u64, of: u64, now: Timestamp) -> Timestamp {
    let apart = (DAYS * 24 * 60 / of.max(1)).max(2);
    let minutes = apart * (of - n) - world.random.between(1, apart - 1);
    now.plus_ms(-i64::try_from(minutes).unwrap_or(0) * MINUTE_MS)
}

/// Some minutes after `start`, but not in the future.
fn later(world: &mut World, start: Timestamp, (low, high): (u64, u64), now: Timestamp) -> Timestamp {
    let minutes = i64::try_from(world.random.between(low, high)).unwrap_or(0);
    start.plus_ms(minutes * MINUTE_MS).min(now)
}

/// A file name: content, version and kind of file.
fn file_name(world: &mut World, stems: &[&str], endings: &[&str], applied: Timestamp) -> String {
    let stem = world.random.pick(stems);
    let ending = world.random.pick(endings);
    let version = match world.random.between(0, 9) {
        0 => format!("_{}", applied.to_answer().chars().take(10).filter(|c| *c != '-').collect::<String>()),
        1 => format!("_v{}", world.random.between(2, 5)),
        2 => " (최종)".into(),
        3 => " - revised".into(),
        4 => "+부록".into(),
        _ => String::new(),
    };
    format!("{stem}{version}.{ending}")
}

pub(super) fn fill_imports(world: &mut World, now: Timestamp) {
    let (sources, count) = (Sources::of(world), world.settings.requests.unwrap_or(IMPORTS));
    for n in 0..count {
        let source = sources.of_request(&mut world.random, n, count);
        let Some((frame_no, box_no, box_name, domain)) = source else { continue };
        let applied = applied(world, n, count, now);
        let status = match (count - n, world.random.between(1, 100)) {
            (1, _) => ImportStatus::Requested,
            // Of the last day: something to look at.
            (2, _) => ImportStatus::FileError,
            (3, _) => ImportStatus::Transferring,
            (_, 1..=4) => ImportStatus::FileError,
            (_, 5..=7) => ImportStatus::SystemError,
            (_, 8..=10) => ImportStatus::SecurityError,
            _ => ImportStatus::Completed,
        };
        let endings: &[&str] = if status == ImportStatus::SecurityError {
            &["exe", "bat"]
        } else {
            &["csv", "parquet", "zip", "tar.gz", "xlsx", "json"]
        };
        let import = Import {
            id: world.next_import_id(),
            frame_no,
            box_no,
            box_name: box_name.into(),
            nas_name: format!("nasw{box_no}n1"),
            bucket: domain.import_bucket.into(),
            file_name: file_name(world, domain.sources, endings, applied),
            memo: world.random.pick(domain.memos).into(),
            status,
            applied,
            completed: status.is_final().then(|| later(world, applied, (1, 9), now)),
        };
        if !status.is_final() {
            world.after(UNDER_WAY_MS, Step::Import(import.id));
        }
        world.imports.push(import);
    }
}

pub(super) fn fill_exports(world: &mut World, now: Timestamp) {
    let (sources, count) = (Sources::of(world), world.settings.requests.unwrap_or(EXPORTS));
    for n in 0..count {
        let source = sources.of_request(&mut world.random, n, count);
        let Some((frame_no, box_no, box_name, domain)) = source else { continue };
        let applied = applied(world, n, count, now);
        let status = export_status(world, n, count);
        let reviewed = match status {
            ExportStatus::Copying => Some(now.plus_ms(-MINUTE_MS)),
            ExportStatus::Copied | ExportStatus::Rejected => Some(later(world, applied, (20, 1_800), now)),
            _ => None,
        };
        let (purpose, description) =
            (world.random.pick(domain.purposes), world.random.pick(domain.descriptions));
        let export = Export {
            id: world.next_export_id(),
            frame_no,
            box_no,
            box_name: box_name.into(),
            vpn_id: format!("dbf{box_no}-analyst{:02}", world.random.between(1, 3)),
            nas_name: format!("nasw{box_no}n1"),
            bucket: domain.export_bucket.into(),
            file_name: file_name(
                world,
                domain.results,
                &["csv", "xlsx", "pdf", "png", "html", "docx"],
                applied,
            ),
            description: description.into(),
            purpose: purpose.into(),
            memo: world.random.pick(domain.memos).into(),
            size: world.random.between(1, 10),
            status,
            applied,
            reviewed,
        };
        if matches!(status, ExportStatus::Requested | ExportStatus::Copying) {
            world.after(UNDER_WAY_MS, Step::Export(export.id));
        }
        world.exports.push(export);
    }
}

fn export_status(world: &mut World, n: u64, count: u64) -> ExportStatus {
    let recent = n + RECENT_EXPORTS >= count;
    if recent && n % 7 < 4 {
        return ExportStatus::WaitingForReview;
    }
    if n + 2 == count {
        // Of the last day: something to look at.
        return ExportStatus::FileError;
    }
    if n + 7 >= count {
        // The very newest are on their way: to the review bucket, or from it.
        return if n.is_multiple_of(2) { ExportStatus::Requested } else { ExportStatus::Copying };
    }
    match world.random.between(1, 100) {
        1..=12 => ExportStatus::Rejected,
        13..=19 => ExportStatus::Cancelled,
        20..=22 => ExportStatus::FileError,
        _ => ExportStatus::Copied,
    }
}

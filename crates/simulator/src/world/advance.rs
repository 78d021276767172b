//! Asynchronous work in progress, and its results as time passes.

use super::World;
use super::status::{ExportStatus, ImportStatus, Status};
use crate::time::Timestamp;

/// Duration of each kind of work, in milliseconds at speed 1.
pub(crate) mod duration {
    pub(crate) const BOX_REQUESTED: i64 = 2_000;
    pub(crate) const BOX_CREATING: i64 = 4_000;
    pub(crate) const CHANGE: i64 = 3_000;
    pub(crate) const RETURN: i64 = 4_000;
    pub(crate) const IMPORT_REQUESTED: i64 = 1_500;
    pub(crate) const IMPORT_TRANSFER: i64 = 3_000;
    pub(crate) const EXPORT_TRANSFER: i64 = 3_000;
    pub(crate) const EXPORT_COPY: i64 = 3_000;
}

/// The next step of something, by its number. Each looks at the status it finds and does nothing
/// if that is not the one it was meant for: a returned frame overtakes the work in its boxes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    StartBox(u64),
    FinishBox(u64),
    SettleBox(u64),
    EndBox(u64),
    SettleFrame(u64),
    EndFrame(u64),
    Import(u64),
    Export(u64),
}

#[derive(Clone, Copy, Debug)]
struct Job {
    due: i64,
    step: Step,
}

/// The clock of asynchronous work, with a speed of its own. It can be moved forward.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    /// Speed, in thousandths of real time.
    speed: u64,
    /// Reading, in microseconds: real milliseconds times thousandths stay whole numbers.
    reading: i64,
    seen: Timestamp,
    jobs: Vec<Job>,
}

impl Schedule {
    pub(crate) fn new(speed: u64, now: Timestamp) -> Self {
        Self { speed, reading: 0, seen: now, jobs: Vec::new() }
    }

    /// Takes the earliest job that is due by `until`; of several, the one asked for first.
    fn take_due(&mut self, until: i64) -> Option<Job> {
        let (index, job) = self.jobs.iter().enumerate().min_by_key(|(_, job)| job.due)?;
        (job.due <= until).then(|| self.jobs.remove(index))
    }
}

impl World {
    /// Schedules a step after this much work, in milliseconds.
    pub(crate) fn after(&mut self, ms: i64, step: Step) {
        let due = self.schedule.reading.saturating_add(ms.saturating_mul(1_000));
        self.schedule.jobs.push(Job { due, step });
    }

    /// Lets the work go on until `now`.
    pub(crate) fn catch_up(&mut self, now: Timestamp) {
        let elapsed = now.since(self.schedule.seen).max(0);
        let speed = i64::try_from(self.schedule.speed).unwrap_or(i64::MAX);
        self.run(elapsed.saturating_mul(speed), now);
        self.schedule.seen = now;
    }

    /// Advances the work by milliseconds, at the time `now`. Returns the number of remaining steps.
    pub fn advance(&mut self, ms: u64, now: Timestamp) -> usize {
        self.catch_up(now);
        self.run(i64::try_from(ms).unwrap_or(i64::MAX).saturating_mul(1_000), now);
        self.schedule.jobs.len()
    }

    fn run(&mut self, microseconds: i64, now: Timestamp) {
        let from = self.schedule.reading;
        let until = from.saturating_add(microseconds);
        while let Some(job) = self.schedule.take_due(until) {
            // What follows a step is due from when the step was, not from when it was noticed.
            self.schedule.reading = job.due.max(from);
            let late = until.saturating_sub(self.schedule.reading);
            let speed = i64::try_from(self.schedule.speed).unwrap_or(i64::MAX);
            // Put forward by hand (or standing still), work has no real time but this one.
            let at = match late.checked_div(speed) {
                Some(late) if now > self.schedule.seen => now.plus_ms(-late).max(self.schedule.seen),
                _ => now,
            };
            self.perform(job.step, at);
        }
        self.schedule.reading = until;
    }

    fn perform(&mut self, step: Step, at: Timestamp) {
        match step {
            Step::StartBox(no) => {
                if self.move_box(no, Status::Ready, Status::Initial) {
                    self.after(duration::BOX_CREATING, Step::FinishBox(no));
                }
            }
            Step::FinishBox(no) => {
                self.move_box(no, Status::Initial, Status::InUse);
            }
            Step::SettleBox(no) => {
                let found = self.boxes.iter_mut().find(|b| b.no == no && b.status == Status::Changing);
                if let Some(data_box) = found {
                    data_box.settle();
                }
            }
            Step::EndBox(no) => {
                if self.move_box(no, Status::Returning, Status::Terminated) {
                    self.withdraw_exports(no);
                }
            }
            Step::SettleFrame(no) => {
                let found = self.frames.iter_mut().find(|f| f.no == no && f.status == Status::Changing);
                if let Some(frame) = found {
                    frame.settle();
                }
            }
            Step::EndFrame(no) => {
                let found = self.frames.iter_mut().find(|f| f.no == no && f.status == Status::Returning);
                if let Some(frame) = found {
                    frame.set_all(Status::Terminated);
                }
            }
            Step::Import(id) => self.advance_import(id, at),
            Step::Export(id) => self.advance_export(id),
        }
    }

    /// Moves a box from one status to the next. Returns whether the box existed.
    fn move_box(&mut self, no: u64, from: Status, to: Status) -> bool {
        let found = self.boxes.iter_mut().find(|b| b.no == no && b.status == from);
        if let Some(data_box) = found {
            data_box.set_all(to);
            return true;
        }
        false
    }

    /// With a box goes what was still waiting in it.
    fn withdraw_exports(&mut self, box_no: u64) {
        let waiting = [ExportStatus::Requested, ExportStatus::WaitingForReview];
        for export in self.exports.iter_mut().filter(|e| e.box_no == box_no && waiting.contains(&e.status)) {
            export.status = ExportStatus::Cancelled;
        }
    }

    fn advance_import(&mut self, id: u64, at: Timestamp) {
        let Some(import) = self.imports.iter_mut().find(|import| import.id == id) else { return };
        match import.status {
            ImportStatus::Requested => {
                import.status = ImportStatus::Transferring;
                self.after(duration::IMPORT_TRANSFER, Step::Import(id));
            }
            ImportStatus::Transferring => {
                import.status = import.outcome();
                import.completed = Some(at);
            }
            _ => {}
        }
    }

    fn advance_export(&mut self, id: u64) {
        let Some(export) = self.exports.iter_mut().find(|export| export.id == id) else { return };
        match export.status {
            ExportStatus::Requested => export.status = export.outcome(),
            ExportStatus::Copying => export.status = ExportStatus::Copied,
            _ => {}
        }
    }
}

//! Frames beyond the usual three, for measurements: each with one box.

use super::infrastructure::{FRAMES, FramePlan, build_box, build_frame, plain_box};
use crate::time::Timestamp;
use crate::world::World;

/// Numbers of the first of them, and of its box.
const FIRST: (u64, u64) = (2_001, 5_001);

const FRAME: FramePlan = FramePlan {
    no: 0,
    name: "",
    memo: "",
    bucket: "dbf-review-statistics",
    uses_pseudonyms: true,
    days: 95,
    servers: &[1001],
    nas: &[(500, 88)],
};

/// The boxes of these frames, as (frame, box).
pub(super) fn boxes(world: &World) -> Vec<(u64, u64)> {
    let usual = u64::try_from(FRAMES.len()).unwrap_or(0);
    let more = world.settings.frames.unwrap_or(usual).saturating_sub(usual);
    (0..more).map(|n| (FIRST.0 + n, FIRST.1 + n)).collect()
}

pub(super) fn fill_frames(world: &mut World, now: Timestamp) {
    for (n, (frame_no, box_no)) in (1..).zip(boxes(world)) {
        let mut frame = build_frame(world, &FramePlan { no: frame_no, ..FRAME }, now);
        frame.name = format!("study-frame-{n:03}");
        world.frames.push(frame);
        let data_box = build_box(world, &plain_box(box_no, frame_no), now);
        world.boxes.push(data_box);
    }
}

//! Object Storage buckets.

use serde_json::{Value, json};

use super::{Context, list};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::world::World;

pub(super) fn list(world: &mut World, _: &Arguments, _: Context) -> Result<Value, Refusal> {
    let row =
        |bucket: &crate::world::Bucket| json!({ "disabled": bucket.disabled, "bucketName": bucket.name });
    Ok(list::all(world.buckets.iter().map(row).collect()))
}

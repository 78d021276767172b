//! Object Storage buckets that imports come from and exports go to.

use crate::list::List;
use crate::operation::operation;
use crate::record::record;
use crate::value::Flag;

record! {
    /// A bucket (page: get-bucket-list).
    pub struct Bucket {
        /// Usability. The meaning of the values is not documented; `false` in the example.
        disabled: Option<Flag> = "disabled",
        /// Name.
        name: Option<Box<str>> = "bucketName",
    }
}

/// Lists the buckets. Needs an Object Storage subscription; a sub account may need its
/// permission as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetBucketList;
operation!(GetBucketList: Get "bucket" / "get-bucket-list", None -> List<Bucket>, |this, fields| {});

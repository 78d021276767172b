//! What an answer can have that the API reference has not, or the other way round.

use databoxframe::error::{Expected, Found};

/// A difference between an answer and the API reference. Holds no value of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A field that is not documented.
    Undocumented(Found),
    /// A documented field that was in no answer.
    NeverSeen,
    /// A required field that is missing, `null` or empty.
    Missing,
    /// A value of another type.
    Type {
        /// The documented type.
        expected: Expected,
        /// The type of the value.
        found: Found,
    },
    /// A date in another format, its digits written as 9 and its letters as A.
    DateFormat(String),
    /// A code outside its table, or the mask if it may be a value.
    Code(String),
    /// Paging works otherwise.
    Paging(PagingFault),
    /// An answer without a `Date` header that the page can read.
    NoDate,
    /// An error that the tables do not have for this HTTP status.
    ErrorCode {
        /// The HTTP status.
        status: u16,
        /// `errorCode`, or the mask.
        code: String,
    },
    /// An answer that is no JSON, with this HTTP status.
    NotJson(u16),
    /// A frame that does not exist was answered as if it did.
    NoError,
}

impl Finding {
    /// Whether it contradicts the API reference. A field that was not seen may only be missing in
    /// this account.
    pub fn is_difference(&self) -> bool {
        *self != Self::NeverSeen
    }

    /// Its name in the JSON report.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Undocumented(_) => "undocumented",
            Self::NeverSeen => "neverSeen",
            Self::Missing => "missing",
            Self::Type { .. } => "type",
            Self::DateFormat(_) => "dateFormat",
            Self::Code(_) => "unknownCode",
            Self::Paging(_) => "paging",
            Self::NoDate => "noDateHeader",
            Self::ErrorCode { .. } => "unknownError",
            Self::NotJson(_) => "notJson",
            Self::NoError => "errorExpected",
        }
    }
}

/// How paging can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingFault {
    /// More records than `pageSize`.
    PageTooLong,
    /// Fewer records than `pageSize`, although `totalCount` says that there are more.
    PageTooShort,
    /// `totalCount` is less than the records of the answer.
    TotalTooSmall,
    /// `totalCount` differs between two pages.
    TotalDiffers,
    /// Page 2 begins with a record of page 1.
    PageRepeated,
    /// Page 2 holds other records than the order of page 1 says.
    OtherOrder,
}

impl PagingFault {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::PageTooLong,
        Self::PageTooShort,
        Self::TotalTooSmall,
        Self::TotalDiffers,
        Self::PageRepeated,
        Self::OtherOrder,
    ];

    /// Its name in the JSON report.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::PageTooLong => "pageTooLong",
            Self::PageTooShort => "pageTooShort",
            Self::TotalTooSmall => "totalTooSmall",
            Self::TotalDiffers => "totalDiffers",
            Self::PageRepeated => "pageRepeated",
            Self::OtherOrder => "otherOrder",
        }
    }
}

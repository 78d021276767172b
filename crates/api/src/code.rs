//! Status codes. An unknown code is kept and shown verbatim, never an error.

use std::fmt;

use serde_json::Value;

use crate::mismatch::Mismatch;
use crate::record::{At, Field, Kind};

/// Declares an enum of codes with `Other` for those no table names.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$code_meta:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$code_meta])* $variant,)*
            /// A code that no table names, verbatim.
            Other(Box<str>),
        }

        impl $name {
            /// The codes of the tables, in their order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The code as the API writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)*
                    Self::Other(code) => code,
                }
            }

            /// Reads a code; never fails.
            pub fn from_code(code: &str) -> Self {
                match code {
                    $($code => Self::$variant,)*
                    other => Self::Other(other.into()),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        // Required: no decision is taken on a resource of unknown status.
        impl Field for $name {
            const KIND: Kind = Kind::Code;
            const REQUIRED: bool = true;
            const CODES: &'static [&'static str] = &[$($code),*];

            fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
                match value {
                    Some(Value::String(code)) if !code.is_empty() => Ok(Self::from_code(&code)),
                    other => Err(at.mismatch($crate::mismatch::Expected::StatusCode, other.as_ref())),
                }
            }

            fn absent() -> Self {
                Self::from_code("")
            }
        }

        impl Field for Option<$name> {
            const KIND: Kind = Kind::Code;
            const REQUIRED: bool = false;
            const CODES: &'static [&'static str] = $name::CODES;

            fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
                match value {
                    None | Some(Value::Null) => Ok(None),
                    Some(Value::String(code)) if code.is_empty() => Ok(None),
                    other => $name::read(other, at).map(Some),
                }
            }

            fn absent() -> Self {
                None
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// Status of a frame and of its own infrastructure (page: get-data-box-frame-list).
    pub enum FrameStatus {
        /// Requested.
        Ready = "SET_READY",
        /// Being created.
        Init = "SET_INIT",
        /// In use.
        Use = "SET_USE",
        /// Being changed.
        Ing = "SET_ING",
        /// Being returned.
        Rtn = "SET_RTN",
        /// Returned.
        Termt = "SET_TERMT",
    }
}

codes! {
    /// Status of a box and of its infrastructure (page: get-data-box-list).
    pub enum BoxStatus {
        /// Requested.
        Ready = "READY",
        /// Being created.
        Init = "INIT",
        /// In use.
        Use = "USE",
        /// Being changed.
        Ing = "ING",
        /// Being returned.
        Rtn = "RTN",
        /// Returned.
        Termt = "TERMT",
    }
}

codes! {
    /// Status of an import request. Only `SCSS` is seen on this service's pages; the others
    /// are the sibling service Cloud Data Box's.
    pub enum ImportStatus {
        /// Requested, before the transfer.
        Init = "INIT",
        /// Being transferred.
        Ing = "ING",
        /// Completed.
        Success = "SCSS",
        /// File error.
        FileError = "ERR_FILE",
        /// System error.
        SystemError = "ERR_SYS",
        /// Refused by the security check.
        SecurityError = "ERR_SEC",
    }
}

codes! {
    /// Status of an export request, as far as this service's pages show its codes. The
    /// codes of approved-and-copying, rejected and cancelled are not visible anywhere.
    pub enum ExportStatus {
        /// Just requested; the file is being brought to the review bucket.
        Init = "INIT",
        /// Ready for review (by its name and use as a filter; an inference).
        RequestComplete = "REQ_CMPL",
        /// Approved and copied to the target bucket.
        CopyComplete = "COPY_CMPL",
    }
}

/// What a code that no table names probably says, by its words. An inference: the codes of
/// rejections, cancellations and copies under way are on no page, and neighbour services write them
/// in several ways. The only reading of such codes: badges, charts and the comparison after a write
/// all use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Inferred {
    /// Approved.
    Approved,
    /// Being copied to the target bucket.
    Copying,
    /// Copied to the target bucket.
    Copied,
    /// Rejected.
    Rejected,
    /// Cancelled.
    Cancelled,
    /// Failed because of the file.
    FileError,
    /// Refused by the security check.
    SecurityError,
    /// Failed in the system, or for a reason the code does not say.
    SystemError,
}

impl Inferred {
    /// What the words of a code say, if they say one thing.
    pub fn of(code: &str) -> Option<Self> {
        let code = code.to_ascii_uppercase();
        let has = |word: &str| code.contains(word);
        let is_error = ["ERR", "FAIL"].into_iter().any(has);
        if ["NOT", "DISAPPR", "UNAPPR", "REQ", "WAIT", "PEND"].into_iter().any(has) {
            return None;
        }
        // A failed rejection is none.
        let found = [
            (is_error && has("FILE"), Self::FileError),
            (is_error && has("SEC"), Self::SecurityError),
            (is_error && !has("FILE") && !has("SEC"), Self::SystemError),
            (!is_error && has("REJ"), Self::Rejected),
            (!is_error && has("CANC"), Self::Cancelled),
            (!is_error && (has("COPYING") || has("COPY_ING") || has("EXPORTING")), Self::Copying),
            (!is_error && (has("COPIED") || has("COPY_CMPL") || has("EXPORTED")), Self::Copied),
            (!is_error && (has("APPR") || has("APRV")), Self::Approved),
        ];
        let mut said = found.into_iter().filter_map(|(is, what)| is.then_some(what));
        said.next().filter(|_| said.next().is_none())
    }
}

/// What an export request came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// Approved, whether copied already or not.
    Approved,
    /// Rejected.
    Rejected,
    /// Cancelled.
    Cancelled,
}

impl ExportStatus {
    /// What a code that no table names probably says.
    pub fn inferred(&self) -> Option<Inferred> {
        match self {
            Self::Other(code) => Inferred::of(code),
            _ => None,
        }
    }

    /// What the request came to, certain or inferred; `None` if it is open, or the code does not say.
    pub fn resolution(&self) -> Option<Resolution> {
        match self {
            Self::Init | Self::RequestComplete => None,
            Self::CopyComplete => Some(Resolution::Approved),
            Self::Other(code) => match Inferred::of(code)? {
                Inferred::Approved | Inferred::Copying | Inferred::Copied => Some(Resolution::Approved),
                Inferred::Rejected => Some(Resolution::Rejected),
                Inferred::Cancelled => Some(Resolution::Cancelled),
                // Before or after any decision.
                Inferred::FileError | Inferred::SecurityError | Inferred::SystemError => None,
            },
        }
    }
}

impl ImportStatus {
    /// What a code that no table names probably says.
    pub fn inferred(&self) -> Option<Inferred> {
        match self {
            Self::Other(code) => Inferred::of(code),
            _ => None,
        }
    }
}

/// Phase in the life of a frame, a box or a piece of infrastructure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Requested.
    Requested,
    /// Being created.
    Creating,
    /// In use.
    InUse,
    /// Being changed.
    Changing,
    /// Being returned.
    Returning,
    /// Returned.
    Returned,
    /// A code that no table names.
    Unknown,
}

impl FrameStatus {
    /// Phase.
    pub fn phase(&self) -> Phase {
        match self {
            Self::Ready => Phase::Requested,
            Self::Init => Phase::Creating,
            Self::Use => Phase::InUse,
            Self::Ing => Phase::Changing,
            Self::Rtn => Phase::Returning,
            Self::Termt => Phase::Returned,
            Self::Other(_) => Phase::Unknown,
        }
    }
}

impl BoxStatus {
    /// Phase.
    pub fn phase(&self) -> Phase {
        match self {
            Self::Ready => Phase::Requested,
            Self::Init => Phase::Creating,
            Self::Use => Phase::InUse,
            Self::Ing => Phase::Changing,
            Self::Rtn => Phase::Returning,
            Self::Termt => Phase::Returned,
            Self::Other(_) => Phase::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_no_table_are_understood_by_their_words() {
        for (code, expected) in [
            ("REJECT", Some(Inferred::Rejected)),
            ("REJECTED", Some(Inferred::Rejected)),
            ("cancel", Some(Inferred::Cancelled)),
            ("CANCELED", Some(Inferred::Cancelled)),
            ("COPY_ING", Some(Inferred::Copying)),
            ("EXPORTING", Some(Inferred::Copying)),
            ("EXPORTED", Some(Inferred::Copied)),
            ("APPROVED", Some(Inferred::Approved)),
            ("APRV_CMPL", Some(Inferred::Approved)),
            ("ERR_FILE", Some(Inferred::FileError)),
            ("ERROR_SECURITY", Some(Inferred::SecurityError)),
            ("ERR_SYS", Some(Inferred::SystemError)),
            ("COPY_FAIL", Some(Inferred::SystemError)),
            ("REJECT_ERR", Some(Inferred::SystemError)),
            ("REJECT_CANCEL", None),
            ("DISAPPROVED", None),
            ("NOT_APPROVED", None),
            ("APPROVE_REQ", None),
            ("APPROVAL_PENDING", None),
            ("HOLD", None),
            ("", None),
        ] {
            assert_eq!(Inferred::of(code), expected, "{code}");
        }
        assert_eq!(Inferred::of("Copy_Ing"), Inferred::of("COPY_ING"));
        assert_eq!(ExportStatus::RequestComplete.inferred(), None, "documented codes need no inference");
        assert_eq!(ImportStatus::from_code("ERR_DISK").inferred(), Some(Inferred::SystemError));
    }

    #[test]
    fn unknown_codes_are_kept_verbatim() {
        let code = ExportStatus::from_code("<NEW>");
        assert_eq!(code, ExportStatus::Other("<NEW>".into()));
        assert_eq!(code.to_string(), "<NEW>");
        for known in BoxStatus::KNOWN {
            assert_eq!(&BoxStatus::from_code(known.as_str()), known);
            assert_ne!(known.phase(), Phase::Unknown);
        }
    }
}

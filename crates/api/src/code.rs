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

        // Required: a decision is never taken on a thing whose state is not known to be there.
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

/// Where a frame, a box or a piece of infrastructure is in its life.
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
    /// Its phase.
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
    /// Its phase.
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

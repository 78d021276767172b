//! Status codes. Those of exports marked "inferred" are ours: the service's table was never seen.

use crate::text::{self, Language};

/// The life of a box and of its infrastructure; frames have the same with `SET_` in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Ready,
    Initial,
    InUse,
    Changing,
    Returning,
    Terminated,
}

impl Status {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Ready => "READY",
            Self::Initial => "INIT",
            Self::InUse => "USE",
            Self::Changing => "ING",
            Self::Returning => "RTN",
            Self::Terminated => "TERMT",
        }
    }

    pub(crate) fn frame_code(self) -> String {
        format!("SET_{}", self.code())
    }

    pub(crate) fn name(self, language: Language) -> &'static str {
        let name = match self {
            Self::Ready => text::READY,
            Self::Initial => text::INITIAL,
            Self::InUse => text::USING,
            Self::Changing => text::CHANGING,
            Self::Returning => text::RETURNING,
            Self::Terminated => text::TERMINATED,
        };
        name.in_language(language)
    }

    /// On its way out, or gone.
    pub(crate) fn is_leaving(self) -> bool {
        matches!(self, Self::Returning | Self::Terminated)
    }
}

/// The life of an import. The codes are Cloud Data Box's; of this service only `SCSS` was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ImportStatus {
    #[default]
    Requested,
    Transferring,
    Completed,
    FileError,
    SystemError,
    SecurityError,
}

impl ImportStatus {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Requested => "INIT",
            Self::Transferring => "ING",
            Self::Completed => "SCSS",
            Self::FileError => "ERR_FILE",
            Self::SystemError => "ERR_SYS",
            Self::SecurityError => "ERR_SEC",
        }
    }

    pub(crate) fn is_final(self) -> bool {
        !matches!(self, Self::Requested | Self::Transferring)
    }
}

/// The life of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ExportStatus {
    #[default]
    Requested,
    WaitingForReview,
    Copying,
    Copied,
    Rejected,
    Cancelled,
    FileError,
}

impl ExportStatus {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Requested => "INIT",
            Self::WaitingForReview => "REQ_CMPL",
            Self::Copied => "COPY_CMPL",
            // Inferred, from the pattern of the others and of the neighbour services.
            Self::Copying => "COPY_ING",
            Self::Rejected => "REJECT",
            Self::Cancelled => "CANCEL",
            Self::FileError => "ERR_FILE",
        }
    }
}

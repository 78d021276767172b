//! The pages and their paths, both ways.

use databoxframe::{Id, percent_encode};
use percent_encoding::PercentEncode;

use super::location::Location;

/// A page of the console with what its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/connect`
    Connect,
    /// `/overview`, and `/`
    Overview,
    /// `/frames`
    Frames,
    /// `/frames/{frameNo}`
    Frame(Id),
    /// `/frames/{frameNo}/{boxes,infrastructure}`
    FrameTab(Id, FrameTab),
    /// `/frames/{frameNo}/modify`
    ModifyFrame(Id),
    /// `/frames/{frameNo}/boxes/new`
    CreateDataBox(Id),
    /// `/frames/{frameNo}/boxes/{boxNo}`
    DataBox(Id, Id),
    /// `/frames/{frameNo}/boxes/{boxNo}/{infrastructure,imports,exports,accounts}`
    DataBoxTab(Id, Id, BoxTab),
    /// `/frames/{frameNo}/boxes/{boxNo}/modify`
    ModifyDataBox(Id, Id),
    /// `/frames/{frameNo}/boxes/{boxNo}/{hadoop,linux,tensorflow}/{instanceNo}`
    Infra(Id, Id, InfraKind, Id),
    /// `/imports`
    Imports,
    /// `/imports/new`
    RequestImport,
    /// `/imports/{frameNo}/{boxNo}/{importApplyId}`
    Import(Id, Id, Id),
    /// `/exports`
    Exports,
    /// `/exports/new`
    RequestExport,
    /// `/exports/{frameNo}/{boxNo}/{exportApplyId}`
    Export(Id, Id, Id),
    /// `/reviews`
    Reviews,
    /// `/reviews/{frameNo}/{boxNo}/{exportApplyId}`
    Review(Id, Id, Id),
    /// `/buckets`
    Buckets,
    /// `/activity`
    Activity,
    /// `/settings`
    Settings,
    /// Any other path.
    NotFound,
}

/// A tab of a frame's page besides the summary, which has the URL of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameTab {
    /// The boxes in it.
    Boxes,
    /// Its own servers and volumes.
    Infrastructure,
}

/// A tab of a box's page besides the summary, which has the URL of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxTab {
    /// Servers, clusters and volumes.
    Infrastructure,
    /// Import requests.
    Imports,
    /// Export requests.
    Exports,
    /// SSL VPN accounts.
    Accounts,
}

impl FrameTab {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::Boxes, Self::Infrastructure];

    const fn path(self) -> &'static str {
        match self {
            Self::Boxes => "boxes",
            Self::Infrastructure => "infrastructure",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.path() == text)
    }
}

impl BoxTab {
    /// In the order of the page.
    pub const ALL: [Self; 4] = [Self::Infrastructure, Self::Imports, Self::Exports, Self::Accounts];

    const fn path(self) -> &'static str {
        match self {
            Self::Infrastructure => "infrastructure",
            Self::Imports => "imports",
            Self::Exports => "exports",
            Self::Accounts => "accounts",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.path() == text)
    }
}

/// What of a box's infrastructure has details of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InfraKind {
    /// A Hadoop cluster.
    Hadoop,
    /// A Linux server.
    Linux,
    /// A TensorFlow server, CPU or GPU.
    TensorFlow,
}

impl InfraKind {
    const fn path(self) -> &'static str {
        match self {
            Self::Hadoop => "hadoop",
            Self::Linux => "linux",
            Self::TensorFlow => "tensorflow",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Hadoop, Self::Linux, Self::TensorFlow].into_iter().find(|kind| kind.path() == text)
    }
}

impl Route {
    /// The page of a path. Numbers are digits, so that nothing else gets into a request.
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of(&parts).unwrap_or(Self::NotFound)
    }

    fn of(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| Some(Id::new(text)).filter(|id| id.number().is_some());
        Some(match parts {
            [] | ["overview"] => Self::Overview,
            ["frames"] => Self::Frames,
            ["connect"] => Self::Connect,
            ["frames", frame] => Self::Frame(id(frame)?),
            ["frames", frame, "modify"] => Self::ModifyFrame(id(frame)?),
            ["frames", frame, tab] => Self::FrameTab(id(frame)?, FrameTab::parse(tab)?),
            ["frames", frame, "boxes", "new"] => Self::CreateDataBox(id(frame)?),
            ["frames", frame, "boxes", number] => Self::DataBox(id(frame)?, id(number)?),
            ["frames", frame, "boxes", number, "modify"] => Self::ModifyDataBox(id(frame)?, id(number)?),
            ["frames", frame, "boxes", number, tab] => {
                Self::DataBoxTab(id(frame)?, id(number)?, BoxTab::parse(tab)?)
            }
            ["frames", frame, "boxes", number, kind, instance] => {
                Self::Infra(id(frame)?, id(number)?, InfraKind::parse(kind)?, id(instance)?)
            }
            ["imports"] => Self::Imports,
            ["imports", "new"] => Self::RequestImport,
            ["imports", frame, number, request] => Self::Import(id(frame)?, id(number)?, id(request)?),
            ["exports"] => Self::Exports,
            ["exports", "new"] => Self::RequestExport,
            ["exports", frame, number, request] => Self::Export(id(frame)?, id(number)?, id(request)?),
            ["reviews"] => Self::Reviews,
            ["reviews", frame, number, request] => Self::Review(id(frame)?, id(number)?, id(request)?),
            ["buckets"] => Self::Buckets,
            ["activity"] => Self::Activity,
            ["settings"] => Self::Settings,
            _ => return None,
        })
    }

    /// The path of a page. Numbers are encoded: what a service names so can be any text.
    pub fn path(&self) -> String {
        let id = |id| -> PercentEncode<'_> { percent_encode(Id::as_str(id)) };
        match self {
            Self::Connect => "/connect".into(),
            Self::Overview | Self::NotFound => "/overview".into(),
            Self::Frames => "/frames".into(),
            Self::Frame(frame) => format!("/frames/{}", id(frame)),
            Self::FrameTab(frame, tab) => format!("/frames/{}/{}", id(frame), tab.path()),
            Self::ModifyFrame(frame) => format!("/frames/{}/modify", id(frame)),
            Self::CreateDataBox(frame) => format!("/frames/{}/boxes/new", id(frame)),
            Self::DataBox(frame, number) => format!("/frames/{}/boxes/{}", id(frame), id(number)),
            Self::DataBoxTab(frame, number, tab) => {
                format!("/frames/{}/boxes/{}/{}", id(frame), id(number), tab.path())
            }
            Self::ModifyDataBox(frame, number) => {
                format!("/frames/{}/boxes/{}/modify", id(frame), id(number))
            }
            Self::Infra(frame, number, kind, instance) => {
                format!("/frames/{}/boxes/{}/{}/{}", id(frame), id(number), kind.path(), id(instance))
            }
            Self::Imports => "/imports".into(),
            Self::RequestImport => "/imports/new".into(),
            Self::Import(frame, number, request) => {
                format!("/imports/{}/{}/{}", id(frame), id(number), id(request))
            }
            Self::Exports => "/exports".into(),
            Self::RequestExport => "/exports/new".into(),
            Self::Export(frame, number, request) => {
                format!("/exports/{}/{}/{}", id(frame), id(number), id(request))
            }
            Self::Reviews => "/reviews".into(),
            Self::Review(frame, number, request) => {
                format!("/reviews/{}/{}/{}", id(frame), id(number), id(request))
            }
            Self::Buckets => "/buckets".into(),
            Self::Activity => "/activity".into(),
            Self::Settings => "/settings".into(),
        }
    }

    /// The page with a query; empty values are left out.
    #[must_use]
    pub fn with<const N: usize>(&self, query: [(&str, &str); N]) -> Location {
        let query = query.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Location::from(self).with(query.into())
    }

    /// The `href` of a link to the page.
    pub fn href(&self) -> String {
        Location::from(self).href()
    }

    /// The page without its tab.
    pub fn without_tab(&self) -> Self {
        match self {
            Self::FrameTab(frame, _) => Self::Frame(frame.clone()),
            Self::DataBoxTab(frame, number, _) => Self::DataBox(frame.clone(), number.clone()),
            Self::Connect
            | Self::Overview
            | Self::Frames
            | Self::Frame(_)
            | Self::ModifyFrame(_)
            | Self::CreateDataBox(_)
            | Self::DataBox(..)
            | Self::ModifyDataBox(..)
            | Self::Infra(..)
            | Self::Imports
            | Self::RequestImport
            | Self::Import(..)
            | Self::Exports
            | Self::RequestExport
            | Self::Export(..)
            | Self::Reviews
            | Self::Review(..)
            | Self::Buckets
            | Self::Activity
            | Self::Settings
            | Self::NotFound => self.clone(),
        }
    }

    /// The page that it is a part of: what belongs to one page shares all but its content.
    pub fn page(&self) -> Self {
        match self {
            // On wide screens both are one page.
            Self::Reviews | Self::Review(..) => Self::Reviews,
            Self::Connect
            | Self::Overview
            | Self::Frames
            | Self::Frame(_)
            | Self::FrameTab(..)
            | Self::ModifyFrame(_)
            | Self::CreateDataBox(_)
            | Self::DataBox(..)
            | Self::DataBoxTab(..)
            | Self::ModifyDataBox(..)
            | Self::Infra(..)
            | Self::Imports
            | Self::RequestImport
            | Self::Import(..)
            | Self::Exports
            | Self::RequestExport
            | Self::Export(..)
            | Self::Buckets
            | Self::Activity
            | Self::Settings
            | Self::NotFound => self.without_tab(),
        }
    }

    /// The entry of the navigation it belongs to.
    pub fn section(&self) -> Self {
        match self {
            Self::Frames
            | Self::Frame(_)
            | Self::FrameTab(..)
            | Self::ModifyFrame(_)
            | Self::CreateDataBox(_)
            | Self::DataBox(..)
            | Self::DataBoxTab(..)
            | Self::ModifyDataBox(..)
            | Self::Infra(..) => Self::Frames,
            Self::Imports | Self::RequestImport | Self::Import(..) => Self::Imports,
            Self::Exports | Self::RequestExport | Self::Export(..) => Self::Exports,
            Self::Reviews | Self::Review(..) => Self::Reviews,
            Self::Connect => Self::Connect,
            Self::Overview => Self::Overview,
            Self::Buckets => Self::Buckets,
            Self::Activity => Self::Activity,
            Self::Settings => Self::Settings,
            Self::NotFound => Self::NotFound,
        }
    }
}

#[cfg(test)]
mod tests;

//! The pages and their paths, both ways.

use databoxframe::Id;

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

    /// The path of a page.
    pub fn path(&self) -> String {
        match self {
            Self::Connect => "/connect".into(),
            Self::Overview | Self::NotFound => "/overview".into(),
            Self::Frames => "/frames".into(),
            Self::Frame(frame) => format!("/frames/{frame}"),
            Self::FrameTab(frame, tab) => format!("/frames/{frame}/{}", tab.path()),
            Self::ModifyFrame(frame) => format!("/frames/{frame}/modify"),
            Self::CreateDataBox(frame) => format!("/frames/{frame}/boxes/new"),
            Self::DataBox(frame, number) => format!("/frames/{frame}/boxes/{number}"),
            Self::DataBoxTab(frame, number, tab) => format!("/frames/{frame}/boxes/{number}/{}", tab.path()),
            Self::ModifyDataBox(frame, number) => format!("/frames/{frame}/boxes/{number}/modify"),
            Self::Infra(frame, number, kind, instance) => {
                format!("/frames/{frame}/boxes/{number}/{}/{instance}", kind.path())
            }
            Self::Imports => "/imports".into(),
            Self::RequestImport => "/imports/new".into(),
            Self::Import(frame, number, request) => format!("/imports/{frame}/{number}/{request}"),
            Self::Exports => "/exports".into(),
            Self::RequestExport => "/exports/new".into(),
            Self::Export(frame, number, request) => format!("/exports/{frame}/{number}/{request}"),
            Self::Reviews => "/reviews".into(),
            Self::Review(frame, number, request) => format!("/reviews/{frame}/{number}/{request}"),
            Self::Buckets => "/buckets".into(),
            Self::Activity => "/activity".into(),
            Self::Settings => "/settings".into(),
        }
    }

    /// The page without its tab.
    pub fn without_tab(&self) -> Self {
        match self {
            Self::FrameTab(frame, _) => Self::Frame(frame.clone()),
            Self::DataBoxTab(frame, number, _) => Self::DataBox(frame.clone(), number.clone()),
            other => other.clone(),
        }
    }

    /// The page that it is a part of: what belongs to one page shares all but its content.
    pub fn page(&self) -> Self {
        match self {
            // On wide screens both are one page.
            Self::Review(..) => Self::Reviews,
            other => other.without_tab(),
        }
    }

    /// The entry of the navigation it belongs to.
    pub fn section(&self) -> Self {
        match self {
            Self::Frame(_)
            | Self::FrameTab(..)
            | Self::ModifyFrame(_)
            | Self::CreateDataBox(_)
            | Self::DataBox(..)
            | Self::DataBoxTab(..)
            | Self::ModifyDataBox(..)
            | Self::Infra(..) => Self::Frames,
            Self::RequestImport | Self::Import(..) => Self::Imports,
            Self::RequestExport | Self::Export(..) => Self::Exports,
            Self::Review(..) => Self::Reviews,
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_the_contract() {
        let (frame, number, request) = (Id::from(83), Id::from(381), Id::from(1543));
        for (path, route) in [
            ("/connect", Route::Connect),
            ("/overview", Route::Overview),
            ("/frames", Route::Frames),
            ("/frames/83", Route::Frame(frame.clone())),
            ("/frames/83/boxes", Route::FrameTab(frame.clone(), FrameTab::Boxes)),
            ("/frames/83/infrastructure", Route::FrameTab(frame.clone(), FrameTab::Infrastructure)),
            ("/frames/83/modify", Route::ModifyFrame(frame.clone())),
            ("/frames/83/boxes/new", Route::CreateDataBox(frame.clone())),
            ("/frames/83/boxes/381/modify", Route::ModifyDataBox(frame.clone(), number.clone())),
            (
                "/frames/83/boxes/381/linux/1543",
                Route::Infra(frame.clone(), number.clone(), InfraKind::Linux, request.clone()),
            ),
            ("/imports", Route::Imports),
            ("/imports/new", Route::RequestImport),
            ("/imports/83/381/1543", Route::Import(frame.clone(), number.clone(), request.clone())),
            ("/exports", Route::Exports),
            ("/exports/new", Route::RequestExport),
            ("/exports/83/381/1543", Route::Export(frame.clone(), number.clone(), request.clone())),
            ("/frames/83/boxes/381", Route::DataBox(frame.clone(), number.clone())),
            (
                "/frames/83/boxes/381/infrastructure",
                Route::DataBoxTab(frame.clone(), number.clone(), BoxTab::Infrastructure),
            ),
            (
                "/frames/83/boxes/381/imports",
                Route::DataBoxTab(frame.clone(), number.clone(), BoxTab::Imports),
            ),
            (
                "/frames/83/boxes/381/exports",
                Route::DataBoxTab(frame.clone(), number.clone(), BoxTab::Exports),
            ),
            (
                "/frames/83/boxes/381/accounts",
                Route::DataBoxTab(frame.clone(), number.clone(), BoxTab::Accounts),
            ),
            ("/reviews", Route::Reviews),
            ("/reviews/83/381/1543", Route::Review(frame, number, request)),
            ("/buckets", Route::Buckets),
            ("/activity", Route::Activity),
            ("/settings", Route::Settings),
        ] {
            assert_eq!(Route::parse(path), route, "{path}");
            assert_eq!(route.path(), path);
        }
        assert_eq!(Route::parse("/"), Route::Overview);
        assert_eq!(Route::parse("/frames/"), Route::Frames);
    }

    #[test]
    fn tabs_belong_to_their_page() {
        for (path, page) in [
            ("/frames/83/boxes", "/frames/83"),
            ("/frames/83/boxes/381/imports", "/frames/83/boxes/381"),
            ("/imports", "/imports"),
        ] {
            let route = Route::parse(path);
            assert_eq!(route.page(), Route::parse(page), "{path}");
            assert_eq!(route.section(), Route::parse(page).section(), "{path}");
        }
    }

    #[test]
    fn other_paths_are_not_found() {
        for path in [
            "/nothing",
            "/frames/abc",
            "/frames/83/servers",
            "/frames/abc/boxes",
            "/frames/8%33",
            "/reviews/1/2/-3",
            "/frames/83/boxes/1/2",
            "/frames/83/boxes/1/summary",
            "/frames/83/boxes/1/windows/2",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}

//! The pages and their paths, both ways.

use databoxframe::Id;

/// A page of the console with what its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/connect`
    Connect,
    /// `/frames`, and `/`
    Frames,
    /// `/frames/{frameNo}`
    Frame(Id),
    /// `/frames/{frameNo}/boxes/{boxNo}`
    DataBox(Id, Id),
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

impl Route {
    /// The page of a path. Numbers are digits, so that nothing else gets into a request.
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let id = |text: &str| Some(Id::new(text)).filter(|id| id.number().is_some());
        let route = match parts.as_slice() {
            [] | ["frames"] => Some(Self::Frames),
            ["connect"] => Some(Self::Connect),
            ["frames", frame] => id(frame).map(Self::Frame),
            ["frames", frame, "boxes", number] => id(frame).zip(id(number)).map(|(f, b)| Self::DataBox(f, b)),
            ["reviews"] => Some(Self::Reviews),
            ["reviews", frame, number, request] => {
                id(frame).zip(id(number)).zip(id(request)).map(|((f, b), r)| Self::Review(f, b, r))
            }
            ["buckets"] => Some(Self::Buckets),
            ["activity"] => Some(Self::Activity),
            ["settings"] => Some(Self::Settings),
            _ => None,
        };
        route.unwrap_or(Self::NotFound)
    }

    /// The path of a page.
    pub fn path(&self) -> String {
        match self {
            Self::Connect => "/connect".into(),
            Self::Frames | Self::NotFound => "/frames".into(),
            Self::Frame(frame) => format!("/frames/{frame}"),
            Self::DataBox(frame, number) => format!("/frames/{frame}/boxes/{number}"),
            Self::Reviews => "/reviews".into(),
            Self::Review(frame, number, request) => format!("/reviews/{frame}/{number}/{request}"),
            Self::Buckets => "/buckets".into(),
            Self::Activity => "/activity".into(),
            Self::Settings => "/settings".into(),
        }
    }

    /// The entry of the navigation it belongs to.
    pub fn section(&self) -> Self {
        match self {
            Self::Frame(_) | Self::DataBox(..) => Self::Frames,
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
            ("/frames", Route::Frames),
            ("/frames/83", Route::Frame(frame.clone())),
            ("/frames/83/boxes/381", Route::DataBox(frame.clone(), number.clone())),
            ("/reviews", Route::Reviews),
            ("/reviews/83/381/1543", Route::Review(frame, number, request)),
            ("/buckets", Route::Buckets),
            ("/activity", Route::Activity),
            ("/settings", Route::Settings),
        ] {
            assert_eq!(Route::parse(path), route, "{path}");
            assert_eq!(route.path(), path);
        }
        assert_eq!(Route::parse("/"), Route::Frames);
        assert_eq!(Route::parse("/frames/"), Route::Frames);
    }

    #[test]
    fn other_paths_are_not_found() {
        for path in [
            "/nothing",
            "/frames/abc",
            "/frames/83/boxes",
            "/frames/8%33",
            "/reviews/1/2/-3",
            "/frames/83/boxes/1/2",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}

//! The pages of the navigation.

use databoxframe_ui::Icon;

use crate::router::Route;
use crate::texts::Text;

/// The pages, in their order, with their names.
pub const NAVIGATION: [(Route, Text); 8] = [
    (Route::Overview, |t| t.nav_overview),
    (Route::Frames, |t| t.nav_frames),
    (Route::Imports, |t| t.nav_imports),
    (Route::Exports, |t| t.nav_exports),
    (Route::Reviews, |t| t.nav_reviews),
    (Route::Buckets, |t| t.nav_buckets),
    (Route::Activity, |t| t.nav_activity),
    (Route::Settings, |t| t.nav_settings),
];

/// The icon of a page.
pub const fn icon(route: &Route) -> Icon {
    match route {
        Route::Connect | Route::Overview | Route::NotFound => Icon::Overview,
        Route::Frames
        | Route::Frame(_)
        | Route::FrameTab(..)
        | Route::ModifyFrame(_)
        | Route::CreateDataBox(_)
        | Route::DataBoxTab(..)
        | Route::ModifyDataBox(..)
        | Route::Infra(..) => Icon::Frame,
        Route::DataBox(..) => Icon::DataBox,
        Route::Imports | Route::RequestImport | Route::Import(..) => Icon::Import,
        Route::Exports | Route::RequestExport | Route::Export(..) => Icon::Export,
        Route::Reviews | Route::Review(..) => Icon::Review,
        Route::Buckets => Icon::Bucket,
        Route::Activity => Icon::Activity,
        Route::Settings => Icon::Settings,
    }
}

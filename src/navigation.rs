//! The pages of the navigation.

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

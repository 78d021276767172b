//! Signs a thousand requests: what `cargo xtask bench` measures in the browser.

use std::hint::black_box;

use databoxframe::data_box::GetDataBoxList;
use databoxframe::{Credentials, SecretKey};
use databoxframe::{Id, Language, Page, prepare};

fn main() {
    let credentials =
        Credentials::new("DEMO-ACCESS-KEY", SecretKey::new("DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR".into()));
    let operation = GetDataBoxList { frame_no: Id::from(83), page: Some(Page { number: 1, size: 100 }) };
    for time in 0..1_000 {
        if let Ok(request) = prepare(black_box(&operation)) {
            black_box(request.sign(&credentials, black_box(time), Language::English));
        }
    }
}

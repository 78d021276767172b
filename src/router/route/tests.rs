use super::*;
use crate::sources::all_sources;

/// A path of each page: the list that all tests of each page go through.
fn paths() -> impl Iterator<Item = &'static str> {
    include_str!("../../../tests/routes.txt").lines()
}

/// Whether a path is of the form that a comment documents, such as `/frames/{frameNo}/{a,b}`.
fn fits(form: &str, path: &str) -> bool {
    let fits_part = |(form, part): (&str, &str)| match form.strip_prefix('{') {
        Some(form) if form.contains(',') => form.trim_end_matches('}').split(',').any(|one| one == part),
        Some(_) => part.bytes().all(|byte| byte.is_ascii_digit()),
        None => form == part,
    };
    let (forms, parts) = (form.split('/'), path.split('/'));
    forms.clone().count() == parts.clone().count() && forms.zip(parts).all(fits_part)
}

#[test]
fn each_path_leads_to_the_page_that_has_it() {
    for path in paths() {
        let route = Route::parse(path);
        assert_ne!(route, Route::NotFound, "{path}");
        assert_eq!(route.path(), path);
        assert_eq!(Route::parse(&format!("{path}/")), route, "{path}");
    }
    assert_eq!(Route::parse("/"), Route::Overview);
    let (frame, number, other) = (Id::from(83), Id::from(381), Id::from(1543));
    for (path, route) in [
        ("/frames/83/boxes/381", Route::DataBox(frame.clone(), number.clone())),
        (
            "/frames/83/boxes/381/linux/1543",
            Route::Infra(frame.clone(), number.clone(), InfraKind::Linux, other.clone()),
        ),
        ("/imports/83/381/1543", Route::Import(frame.clone(), number.clone(), other.clone())),
        ("/exports/83/381/1543", Route::Export(frame.clone(), number.clone(), other.clone())),
        ("/reviews/83/381/1543", Route::Review(frame, number, other)),
    ] {
        assert_eq!(Route::parse(path), route, "{path}");
    }
}

#[test]
fn each_documented_path_is_in_the_list_and_no_other() {
    let source = include_str!("../route.rs");
    let variants = source.split("pub enum Route {").nth(1).unwrap().split("\n}").next().unwrap();
    let forms: Vec<&str> = variants.lines().filter_map(|line| line.split('`').nth(1)).collect();
    assert!(forms.len() > 20, "{forms:?}");
    for form in &forms {
        assert!(paths().any(|path| fits(form, path)), "no example of {form}");
    }
    for path in paths() {
        assert!(forms.iter().any(|form| fits(form, path)), "{path} is not documented");
    }
    let parts = FrameTab::ALL.map(FrameTab::path).into_iter().chain(BoxTab::ALL.map(BoxTab::path));
    for part in parts.chain(["hadoop", "linux", "tensorflow"]) {
        assert!(paths().any(|path| path.contains(&format!("/{part}"))), "no example of {part}");
    }
}

#[test]
fn a_number_that_is_none_leads_nowhere_else() {
    for text in ["83/modify", "83?status=a", "83#a", "..", "8%33", "%38", "8 3"] {
        let id = || Id::new(text);
        for route in [Route::Frame(id()), Route::DataBox(83.into(), id()), Route::Review(id(), id(), id())] {
            let link =
                Location::parse(&Location::from(&route).with(vec![("q".into(), "a".into())]).to_string());
            assert!(matches!(link.route(), Route::NotFound | Route::Frames), "{link}");
            assert_eq!(link.get("q"), "a", "{link}");
        }
    }
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

/// Quoted texts that are a path of the console, or a query.
fn formatted_urls(source: &str) -> Vec<&str> {
    let pages: Vec<&str> = paths().filter_map(|path| path.split('/').nth(1)).collect();
    let is_path = |text: &str| {
        let page = text.strip_prefix('/').map(|rest| rest.split(['/', '?']).next().unwrap());
        page.is_some_and(|page| pages.contains(&page) || page.starts_with('{'))
    };
    let is_query = |text: &str| {
        text.split(['?', '&']).skip(1).any(|pair| {
            let name = pair.split_once('=').map_or("", |(name, _)| name);
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    let quoted = source.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    quoted.filter(|text| is_path(text) || is_query(text)).collect()
}

#[test]
fn every_link_is_made_of_a_route() {
    for (path, source) in all_sources().iter().filter(|(path, _)| !path.starts_with("router")) {
        assert!(formatted_urls(source).is_empty(), "{}: {:?}", path.display(), formatted_urls(source));
    }
    for url in
        ["/frames", "/frames/{frame_no}", "/{section}/{id}", "/reviews?sort=file", "{}?frame={}", "&q={}"]
    {
        assert_eq!(formatted_urls(&format!("let url = format!(\"{url}\");")), [url]);
    }
    assert!(formatted_urls(r#"("/", "/relay", "a & b = c", "?", "/api/v1/frames")"#).is_empty());
}

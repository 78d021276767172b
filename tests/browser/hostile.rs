//! Answers that mean harm: shown as text or refused, never executed, and the page goes on.

use crate::support::answers::{APPROVE, REVIEW, frame, list, nothing, receipt, refusal, review};
use crate::support::page::script;
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use databoxframe::bucket::Bucket;
use databoxframe::data_box::{
    BoxInfra, BoxSummary, ConnectionLink, DataBox, HadoopCluster, LinuxServer, Mount, NodeSpec,
    TensorFlowServer,
};
use databoxframe::export::{ExportRequest, SslVpnAccount};
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameDetail, FrameInfra};
use databoxframe::import::{ImportRequest, NasVolume};
use databoxframe::{Kind, Record};
use databoxframe_console::untrusted::same_name;
use leptos::prelude::document;
use serde_json::{Map, Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every page that reads something.
const ROUTES: [&str; 25] = [
    "/overview",
    "/frames",
    "/frames/83",
    "/frames/83/boxes",
    "/frames/83/infrastructure",
    "/frames/83/modify",
    "/frames/83/boxes/new",
    "/frames/83/boxes/381",
    "/frames/83/boxes/381/infrastructure",
    "/frames/83/boxes/381/imports",
    "/frames/83/boxes/381/exports",
    "/frames/83/boxes/381/accounts",
    "/frames/83/boxes/381/modify",
    "/frames/83/boxes/381/hadoop/9",
    "/frames/83/boxes/381/linux/9",
    "/frames/83/boxes/381/tensorflow/9",
    "/imports",
    "/imports/new",
    "/imports/83/381/1543",
    "/exports",
    "/exports/new",
    "/exports/83/381/1543",
    "/reviews",
    "/reviews/83/381/1543",
    "/buckets",
];

/// A record whose fields all hold `evil`, but for the numbers that lead to it.
fn record<R: Record>(evil: &Value) -> Value {
    let mut object = Map::new();
    for field in R::FIELDS {
        let value = match (field.kind, field.name) {
            (Kind::Id, "dataBoxFrameNo") => json!("83"),
            (Kind::Id, "dataBoxNo") => json!("381"),
            (Kind::Id, "importApplyId" | "exportApplyId") => json!("1543"),
            (Kind::Id, _) => json!("<b>9</b>"),
            (Kind::List, "specList") => json!([record::<NodeSpec>(evil)]),
            (Kind::List, "connectionList") => json!([record::<ConnectionLink>(evil)]),
            (Kind::List, "storageList") => json!([record::<Mount>(evil)]),
            _ => evil.clone(),
        };
        object.insert(field.name.to_owned(), value);
    }
    object.insert("<i>newer</i>".to_owned(), json!({ "<i>field</i>": evil }));
    Value::Object(object)
}

fn one<R: Record>(evil: &Value) -> Value {
    json!({ "totalCount": 1, "content": [record::<R>(evil)] })
}

/// Every read, and how to fill its answer.
type Answering = (&'static str, fn(&Value) -> Value);

const READS: [Answering; 19] = [
    ("get-data-box-frame-list", one::<Frame>),
    ("get-data-box-frame-detail", record::<FrameDetail>),
    ("get-data-box-frame-infra-list", one::<FrameInfra>),
    ("get-data-box-list", one::<DataBox>),
    ("get-data-box-infra-list", one::<BoxInfra>),
    ("get-data-box-summary-info", record::<BoxSummary>),
    ("get-hadoop-cluster-info", record::<HadoopCluster>),
    ("get-linux-info", record::<LinuxServer>),
    ("get-tensor-flow-info", record::<TensorFlowServer>),
    ("get-target-nas-list", one::<NasVolume>),
    ("get-import-apply-list", one::<ImportRequest>),
    ("get-import-apply-detail", one::<ImportRequest>),
    ("get-source-nas-list", one::<NasVolume>),
    ("get-ssl-vpn-account-list", one::<SslVpnAccount>),
    ("get-export-apply-list", one::<ExportRequest>),
    ("get-export-apply-detail", one::<ExportRequest>),
    ("get-export-file-approve-list", one::<ExportReview>),
    ("get-export-file-approve-detail", one::<ExportReview>),
    ("get-bucket-list", one::<Bucket>),
];

/// The console, with every read answered so from now on.
async fn answered(answer: impl Fn(Answering) -> Answer) -> Page {
    script("delete window.hacked");
    let page = Page::open_connected("/settings", &[]).await;
    for read in READS {
        page.gateway.always(read.0, answer(read));
    }
    page
}

/// Opens a page, and checks that it lives and runs nothing. What it shows.
async fn survives(page: &Page, route: &str) -> String {
    page.follow(route);
    holds(&format!("{route} is read"), || {
        page.path_is(route) && page.find("[aria-busy=true], .skeleton").is_none()
    })
    .await;
    idle().await;
    page.unfold();
    let text = page.text();
    assert!(!script("return window.hacked !== undefined").is_truthy(), "{route} ran something");
    // Pictures and places in them are the console's own.
    let made = "script, img, svg:not(figure svg, .icon, .brand-mark), iframe, b, i, [onerror], [onload], [onclick], [style]:not(figure *)";
    assert!(page.find(made).is_none(), "{route} has {}", page.the(made).outer_html());
    for link in page.all("a[href]") {
        let href = link.get_attribute("href").unwrap();
        let safe = href.starts_with('/') && !href.starts_with("//") || href.starts_with('#');
        assert!(safe || href.starts_with("https://evil.example"), "{route} links to {href}");
    }
    text
}

/// Opens every page with answers whose fields all hold this text; returns the texts of the pages.
async fn all_survive(evil: Value) -> String {
    every_route(answered(|(_, fill)| Answer::ok(&fill(&evil))).await).await
}

async fn every_route(page: Page) -> String {
    let mut shown = String::new();
    for route in ROUTES {
        shown.push_str(&survives(&page, route).await);
    }
    // It is no dead page.
    page.link("Settings").click();
    holds("it goes on", || page.texts("h1") == ["Settings"]).await;
    shown
}

#[wasm_bindgen_test]
async fn markup_is_text() {
    let evil = r#"</td><img src=x onerror="window.hacked=1"><svg onload=window.hacked=1><script>window.hacked=1</script>'"><a href="javascript:window.hacked=1" onclick="window.hacked=1">x</a>"#;
    let shown = all_survive(json!(evil)).await;
    assert!(shown.matches(evil).count() > ROUTES.len(), "it is shown as it is");
}

#[wasm_bindgen_test]
async fn addresses_that_run_something_are_text() {
    let evil = "javascript:window.hacked=1//https://evil.example/";
    assert!(all_survive(json!(evil)).await.contains(evil));
    assert!(all_survive(json!("https://evil.example\u{202e}/moc")).await.contains("⟨U+202E⟩"));
}

#[wasm_bindgen_test]
async fn what_cannot_be_seen_is_named() {
    let shown = all_survive(json!("a\u{202e}fdp\u{2066}.exe\u{200b}\0z")).await;
    assert!(shown.contains("a⟨U+202E⟩fdp⟨U+2066⟩.exe⟨U+200B⟩⟨U+0000⟩z"));
    for hidden in ['\u{202e}', '\u{2066}', '\u{200b}', '\0'] {
        let around = shown.lines().find(|line| line.contains(hidden));
        assert_eq!(around, None, "{hidden:?} is in the page");
    }
}

#[wasm_bindgen_test]
async fn a_hundred_thousand_characters_are_cut() {
    let shown = all_survive(json!("가나".repeat(50_000))).await;
    assert!(shown.contains("⟨… cut: 100,000 characters "));
    assert!(shown.len() < 10_000_000, "{} bytes", shown.len());
}

/// Names that would look like others, be seen in part only, or break the layout, and what is
/// shown of them.
const DECEITFUL: [(&str, &str); 9] = [
    ("a\nSize 1 MB\tapproved", "a⟨U+000A⟩Size 1 MB⟨U+0009⟩approved"),
    ("  two  blanks ", "␣␣two␣␣blanks␣"),
    ("no\u{a0}break\u{3000}wide", "no⟨U+00A0⟩break⟨U+3000⟩wide"),
    ("p\u{430}yroll", "pа⟨Cyrillic⟩yroll"),
    ("\u{441}\u{43e}\u{440}\u{443}", "сору⟨Cyrillic ×4⟩"),
    ("re\u{2010}port\u{fb01}", "re‐⟨U+2010⟩portﬁ⟨U+FB01⟩"),
    ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}⟨NFD⟩"),
    ("tag\u{e0041}\u{3164}\u{2800}\u{e000}", "tag⟨U+E0041⟩⟨U+3164⟩⟨U+2800⟩⟨U+E000⟩"),
    ("\u{1d5c9}\u{1d5ba}y", "𝗉𝖺⟨mathematical ×2⟩y"),
];

#[wasm_bindgen_test]
async fn names_that_deceive_are_marked_wherever_they_are_shown() {
    for (evil, seen) in DECEITFUL {
        let shown = all_survive(json!(evil)).await;
        assert!(
            shown.matches(seen).count() > ROUTES.len(),
            "{seen} is shown {} times",
            shown.matches(seen).count()
        );
        // Not even once as it is, except where lines are lines.
        let marked_elsewhere = evil.contains('\n') || seen.ends_with("⟨NFD⟩");
        let bare =
            shown.lines().find(|line| !marked_elsewhere && line.contains(evil) && !line.contains(seen));
        assert_eq!(bare, None, "{evil:?}");
    }
}

/// The browser composes what native tests compose by a table.
#[wasm_bindgen_test]
fn names_are_compared_as_they_are_typed() {
    for (typed, name) in [
        ("고객 명단", "\u{1100}\u{1169}\u{1100}\u{1162}\u{11a8}\u{a0} 명단\n"),
        ("\u{1112}\u{1161}\u{11ab}", "한"),
        ("cafe\u{301}", "café"),
        ("ab", "a\u{202e}b"),
    ] {
        assert!(same_name(typed, name), "{typed:?} is {name:?}");
    }
    for (typed, name) in
        [("", ""), (" ", " "), ("\u{200b}", "\u{200b}"), ("cafe", "café"), ("p\u{430}y", "pay")]
    {
        assert!(!same_name(typed, name), "{typed:?} is not {name:?}");
    }
}

#[wasm_bindgen_test]
async fn a_thing_without_a_visible_name_is_confirmed_by_its_number() {
    for name in ["", " ", "\u{200b}"] {
        let answers = [
            ("get-data-box-frame-detail", Answer::ok(&frame(83, name))),
            ("get-data-box-list", nothing()),
            ("get-data-box-frame-infra-list", nothing()),
        ];
        let page = Page::open_connected("/frames/83", &answers).await;
        holds("it can be returned", || {
            page.find_button("Return frame").is_some() && !page.is_blocked("Return frame")
        })
        .await;
        idle().await;
        page.press("Return frame");
        page.dialog().await;
        let label = "Type the number 83 to confirm";
        for wrong in ["", name] {
            page.fill(label, wrong);
            page.enter();
            idle().await;
            assert!(page.is_submit_blocked(), "{wrong:?} confirms {name:?}");
        }
        assert!(page.gateway.sent_to("return-data-box-frame").is_empty());
        page.fill(label, "83");
        holds("it can be sent", || !page.is_submit_blocked()).await;
    }
}

/// A break of lines is one only in memos, purposes and descriptions.
#[wasm_bindgen_test]
async fn only_texts_of_several_lines_have_lines() {
    let page = answered(|(_, fill)| Answer::ok(&fill(&json!("first\nsecond")))).await;
    survives(&page, "/reviews/83/381/1543").await;
    for (name, shown) in [
        ("File", "first⟨U+000A⟩second"),
        ("Applicant (SSL VPN ID)", "first⟨U+000A⟩second"),
        ("Purpose", "first\nsecond"),
        ("Description", "first\nsecond"),
    ] {
        let details = page.all("dl.details > div").into_iter();
        let texts: Vec<String> = details.map(|one| one.text_content().unwrap()).collect();
        assert!(texts.contains(&format!("{name}{shown}")), "{name} is not {shown:?} in {texts:?}");
    }
    assert_eq!(page.texts("h1"), ["first⟨U+000A⟩second"]);
    holds("the window is named", || document().title().contains("first⟨U+000A⟩second")).await;
}

/// Titles and accessible names are shown and read out as well.
#[wasm_bindgen_test]
async fn attributes_and_titles_are_marked_too() {
    let evil = "a\u{202e}b\u{200b}  c\n";
    let page = answered(|(_, fill)| Answer::ok(&fill(&json!(evil)))).await;
    for route in ROUTES {
        survives(&page, route).await;
        for element in page.all("[title], [aria-label], [placeholder], [alt], [label]") {
            for name in ["title", "aria-label", "placeholder", "alt", "label"] {
                let value = element.get_attribute(name).unwrap_or_default();
                let hidden = value.contains(['\u{202e}', '\u{200b}', '\n']) || value.contains("  ");
                assert!(!hidden, "{route}: {name} is {value:?} of {}", element.outer_html());
            }
        }
        let title = document().title();
        assert!(!title.contains(['\u{202e}', '\u{200b}']) && !title.contains("  "), "{title:?}");
    }
}

/// Marks are copied as the original text.
#[wasm_bindgen_test]
async fn what_is_copied_is_the_real_text() {
    let names = ["\u{202e}a  b\u{200b} ", "p\u{430}y", "e\u{301}", "one\r\ntwo", "a⟨U+202E⟩␣"];
    let overlong = format!("x{}y", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}".repeat(30));
    for name in names.into_iter().chain([overlong.as_str()]) {
        let page = answered(|(_, fill)| Answer::ok(&fill(&json!(name)))).await;
        survives(&page, "/reviews/83/381/1543").await;
        for place in ["h1", ".details > div:nth-child(2) > dd", ".details .lines"] {
            assert_eq!(copied(place), name, "{place}");
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_is_copied_by_the_browser() {
    let page = answered(|(_, fill)| Answer::ok(&fill(&json!("a\u{202e}b")))).await;
    survives(&page, "/frames").await;
    let prevented = |selector: &str| {
        let script = format!(
            "getSelection().selectAllChildren(document.querySelector('#page-under-test tbody th'));
             const init = {{ clipboardData: new DataTransfer(), bubbles: true, cancelable: true }};
             const element = document.querySelector('#page-under-test {selector}');
             return !element.dispatchEvent(new ClipboardEvent('copy', init))"
        );
        crate::support::page::script(&script).is_truthy()
    };
    assert!(prevented("tbody th"));
    assert!(!prevented("input[type=search]"));
}

/// Clipboard after everything in an element was selected and copied.
fn copied(selector: &str) -> String {
    let script = format!(
        "const data = new DataTransfer();
         const element = document.querySelector('#page-under-test {selector}');
         getSelection().selectAllChildren(element);
         const event = new ClipboardEvent('copy', {{ clipboardData: data, bubbles: true, cancelable: true }});
         // Without marks the browser copies by itself.
         return element.dispatchEvent(event) ? getSelection().toString() : data.getData('text/plain')"
    );
    crate::support::page::script(&script).as_string().unwrap()
}

#[wasm_bindgen_test]
async fn numbers_beyond_all_bounds_are_shown() {
    assert!(all_survive(json!(1e308)).await.contains("e+308"));
    all_survive(json!(u64::MAX)).await;
    let huge = "123456789012345678901234567890e+999";
    assert!(all_survive(serde_json::from_str(huge).unwrap()).await.contains(huge));
    all_survive(json!(-0.1)).await;
}

#[wasm_bindgen_test]
async fn values_of_another_kind_are_refused() {
    let mut deep = json!("x");
    for _ in 0..100 {
        deep = json!([deep]);
    }
    for evil in [deep, json!({ "a": 1 })] {
        assert!(all_survive(evil).await.contains("does not match the API reference"));
    }
}

#[wasm_bindgen_test]
async fn bodies_that_cannot_be_read_are_refused() {
    let deep = "[".repeat(1_000_000);
    let closed = format!("{{\"content\":{deep}{}}}", "]".repeat(1_000_000));
    let long = format!(r#"{{"totalCount":1,"content":[{{"bucketName":"{}"}}]}}"#, "x".repeat(20_000_000));
    for (body, said) in [
        (r#"{"totalCount":1,"content":[{"bucketName":"\ud800"}]}"#, "unreadable JSON"),
        (deep.as_str(), "unreadable JSON"),
        (closed.as_str(), "unreadable JSON"),
        (long.as_str(), "size is exceeded"),
        ("{\"totalCount\":1,\"content\":[{\"bucketName\":\"\0\"}]}", "unreadable JSON"),
    ] {
        let page = answered(|_| Answer::text(200, "application/json", "{}")).await;
        page.gateway.always("get-bucket-list", Answer::text(200, "application/json", body));
        let shown = survives(&page, "/buckets").await;
        assert!(shown.contains(said), "{said} is missing in {shown}");
    }
}

#[wasm_bindgen_test]
async fn a_million_records_claimed_end_with_an_empty_page() {
    let body = json!({ "totalCount": 1e18, "content": [] });
    let shown = survives(&answered(|_| Answer::ok(&body)).await, "/buckets").await;
    assert!(shown.contains("No items."));
}

#[wasm_bindgen_test]
async fn errors_and_receipts_are_text_too() {
    let evil = "<img src=x onerror=\"window.hacked=1\">\u{202e}";
    let shown = every_route(answered(|_| refusal(403, evil)).await).await;
    assert!(shown.contains("<img src=x onerror=\"window.hacked=1\">⟨U+202E⟩"), "{shown}");

    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, waiting("a\u{202e}fdp.exe"))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    let dialog = page.dialog().await.inner_text();
    assert!(dialog.contains("a⟨U+202E⟩fdp.exe"), "{dialog}");
    assert_eq!(page.texts("h1"), ["a⟨U+202E⟩fdp.exe"]);
    page.submit();
    page.gateway.request_to(APPROVE, 0).await.answer(&receipt(evil));
    holds("it is announced", || page.announced("onerror=\"window.hacked=1\">⟨U+202E⟩")).await;
    idle().await;
    assert!(page.find("img").is_none() && !script("return window.hacked !== undefined").is_truthy());
}

fn waiting(file: &str) -> Answer {
    list(&[review(1543, file, "2024-01-31 10:20:30")])
}

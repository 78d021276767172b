//! The Connect page: keys in, and where they go.

use crate::support::answers::{FRAMES, frame, frames};
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, config, focused, location, storage};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use databoxframe_console::connection::{Config, ConnectionConfig, DemoKeys};
use leptos::prelude::window;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

fn open(url: &str) -> Page {
    Page::open_app(url, Ok(config()))
}

fn connection(name: &str, relay: &str) -> ConnectionConfig {
    ConnectionConfig { name: name.into(), gateway: GATEWAY.into(), relay: relay.into(), demo_keys: None }
}

/// The gateway's answer to a wrong key.
fn unauthorised() -> Answer {
    let body = r#"{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid key"}}"#;
    Answer::text(401, "application/json", body)
}

fn secret_field(page: &Page) -> HtmlInputElement {
    page.field("Secret key")
}

#[wasm_bindgen_test]
async fn both_keys_are_needed() {
    let page = open("/connect");
    for (access, secret) in [("", ""), (ACCESS_KEY, ""), ("  ", SECRET_KEY)] {
        page.enter_keys(access, secret);
        let (needs_access, needs_secret) = (access.trim().is_empty(), secret.is_empty());
        let said = |label: &str| page.field::<HtmlElement>(label).has_attribute("aria-invalid");
        holds(&format!("{access:?} {secret:?} is refused at its field"), || {
            said("Access key") == needs_access && said("Secret key") == needs_secret
        })
        .await;
        let first = if needs_access { "Access key" } else { "Secret key" };
        assert!(page.says("Required") && focused(&page.field::<HtmlElement>(first)), "{first}");
    }
    idle().await;
    assert!(page.gateway.sent().is_empty() && page.alerts().is_empty());
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.gateway.request(0).await;
    holds("typing takes it away", || !page.says("Required")).await;
}

#[wasm_bindgen_test]
async fn the_access_key_is_typed_first() {
    let page = open("/connect");
    holds("its field has the focus", || focused(&page.field::<HtmlElement>("Access key"))).await;
    // Whoever chose a language stays there.
    let language: HtmlElement = page.field("Language");
    language.focus().unwrap();
    page.choose("Language", "ko");
    holds("it is Korean", || page.texts("h1") == ["연결"]).await;
    idle().await;
    assert!(!focused(&page.field::<HtmlElement>("액세스 키")));
}

#[wasm_bindgen_test]
async fn right_keys_lead_to_the_overview() {
    let page = open("/connect");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    let sent = page.gateway.request(0).await;
    assert_eq!(sent.header("x-ncp-iam-access-key"), ACCESS_KEY);
    // A relay that loses queries is seen at once.
    assert!(sent.path().ends_with("?pageNo=1&pageSize=1"), "{}", sent.path());
    holds("it says so", || page.find_button("Connecting…").is_some()).await;
    page.press("Connecting…");
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "sent twice");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    sent.answer(&frames(&[frame(83, "Alpha")]));
    holds("the overview is open", || page.texts("h1") == ["Overview"]).await;
    assert_eq!(location(), "/overview");
    page.shows(ACCESS_KEY).await;
}

#[wasm_bindgen_test]
async fn the_secret_is_nowhere_but_in_memory() {
    let page = open("/connect");
    assert_eq!(secret_field(&page).type_(), "password");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    let sent = page.gateway.request(0).await;
    let is_nowhere = |when: &str| {
        let document = leptos::prelude::document();
        for input in page.all("input") {
            let input: HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(input);
            assert_ne!(input.value(), SECRET_KEY, "{when}");
        }
        let html = document.document_element().unwrap().outer_html();
        assert!(!html.contains(SECRET_KEY), "{when}");
        assert!(!window().location().href().unwrap().contains("test"), "{when}");
        for index in 0..storage().length().unwrap() {
            let key = storage().key(index).unwrap().unwrap();
            assert!(!storage().get_item(&key).unwrap().unwrap().contains(SECRET_KEY), "{when}");
        }
    };
    is_nowhere("while connecting");
    sent.answer(&unauthorised());
    page.alert().await;
    is_nowhere("after a refusal");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("the overview is open", || page.texts("h1") == ["Overview"]).await;
    is_nowhere("when connected");
}

#[wasm_bindgen_test]
async fn wrong_keys_are_refused_and_can_be_corrected() {
    let page = open("/connect?next=%2Fbuckets");
    page.gateway.always(FRAMES, unauthorised());
    page.enter_keys("WRONG", "wrong");
    let alert = page.alert().await;
    for shown in ["HTTP 401", "Authentication Failed", "clock"] {
        assert!(alert.contains(shown), "{alert}");
    }
    assert_eq!(location(), "/connect?next=%2Fbuckets");
    assert_eq!(page.field::<HtmlInputElement>("Access key").value(), "WRONG");
    page.gateway.always(FRAMES, frames(&[]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it goes on", || page.path_is("/buckets")).await;
    assert_eq!(page.gateway.sent_to(FRAMES)[1].header("x-ncp-iam-access-key"), ACCESS_KEY);
}

#[wasm_bindgen_test]
async fn a_relay_that_answers_itself_does_not_connect() {
    let page = open("/connect");
    page.gateway.always(FRAMES, Answer::html(200));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    assert!(page.alert().await.contains("a web page"));
    assert!(page.path_is("/connect"));
}

#[wasm_bindgen_test]
async fn a_deep_link_survives_connecting() {
    let page = open("/reviews?status=REQ_CMPL&q=%ED%95%9C");
    holds("it asks for keys", || page.path_is("/connect")).await;
    assert_eq!(page.texts("h1"), ["Connect"]);
    assert!(page.find("nav").is_none(), "links that lead nowhere");
    assert!(page.gateway.sent().is_empty());
    page.gateway.always(FRAMES, frames(&[]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it goes on", || page.path_is("/reviews")).await;
    assert_eq!(location(), "/reviews?status=REQ_CMPL&q=%ED%95%9C");
}

#[wasm_bindgen_test]
async fn nobody_is_led_to_another_host() {
    for next in [
        "//evil.example/frames",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/connect",
    ] {
        let origin = window().location().origin().unwrap();
        let page = Page::open_connected(next, &[]).await;
        idle().await;
        assert_eq!(window().location().origin().unwrap(), origin, "{next}");
        assert!(!page.texts("h1").contains(&"Connect".to_owned()), "{next}");
    }
}

/// A `config.json` with one connection.
fn with(relay: &str, gateway: &str, access_key: &str) -> String {
    let keys = json!({ "accessKey": access_key, "secretKey": "B" });
    let connection = json!({ "name": "A", "gateway": gateway, "relay": relay, "demoKeys": keys });
    json!({ "connections": [connection] }).to_string()
}

#[wasm_bindgen_test]
async fn a_config_that_cannot_be_used_says_where() {
    for (text, place) in [
        (
            r#"{"connections":[{"name":"A","relay":"/relay"}]}"#,
            "connections[0].gateway\n\nThis field is missing",
        ),
        (
            r#"{"connections":[],"allowCustomConnections":"no"}"#,
            "allowCustomConnections\n\nThis field is missing",
        ),
        (
            r#"{"connections":[],"allowCustomConnections":false}"#,
            "connections: []\n\nNo connection is offered",
        ),
        (r#"{"connections":["#, "Line 1, column 16\n\nThe file is not a valid JSON object."),
        (
            &with("https://1.2.3.256/relay", GATEWAY, "A"),
            "connections[A].relay\n\nThis is not a valid host name.",
        ),
        (
            &with("https://u:pw-of-it@r.example", GATEWAY, "A"),
            "connections[A].relay\n\nLeave out the user name",
        ),
        (
            &with("https://r.example/?u={url}", GATEWAY, "A"),
            "connections[A].relay\n\nAfter a ? only {url_encoded}",
        ),
        (
            &with("/relay", "https://1.2.3.256", "A"),
            "connections[A].gateway\n\nThis is not a valid host name.",
        ),
        (&with("/relay", "https://u:pw-of-it@g", "A"), "connections[A].gateway\n\nLeave out the user name"),
        (&with("/relay", GATEWAY, "A‐1"), "demoKeys.accessKey\n\nCharacter 2 is \"‐\" (U+2010)."),
    ] {
        let page = Page::open_app("/frames", Config::parse(text));
        let alert = page.alert().await;
        assert!(alert.contains("config.json can't be used") && alert.contains(place), "{place}: {alert}");
        assert!(page.find("form").is_none() && !page.says("pw-of-it"));
    }
}

#[wasm_bindgen_test]
async fn one_click_starts_the_simulator_if_there_is_one() {
    let page = open("/connect");
    page.has_button("Connect").await;
    assert!(page.find_button("Use the simulator").is_none());

    let keys = DemoKeys { access_key: "DEMO".into(), secret_key: "demo".into() };
    let mut simulator = connection("Simulator", "/simulator");
    simulator.demo_keys = Some(keys);
    let config = Config { connections: vec![connection("Real", "/relay"), simulator], ..config() };
    let page = Page::open_app("/connect?next=%2Fbuckets", Ok(config));
    page.gateway.always(FRAMES, frames(&[]));
    let start = page.has_button("Use the simulator").await;
    start.click();
    start.click();
    let sent = page.gateway.request(0).await;
    assert!(sent.url().contains("/simulator/api/v1/"), "{}", sent.url());
    assert_eq!(sent.header("x-ncp-iam-access-key"), "DEMO");
    holds("it goes on", || page.path_is("/buckets")).await;
    page.shows("Simulator · DEMO").await;
    assert_eq!(page.gateway.sent_to(FRAMES).len(), 1, "started twice");
}

#[wasm_bindgen_test]
async fn one_of_several_connections_is_chosen() {
    let page = open("/connect");
    page.has_button("Connect").await;
    assert!(page.find_field::<HtmlInputElement>("Connection").is_none(), "there is no choice");

    let connections = vec![connection("Korea", "/relay"), connection("Finance", "/finance")];
    let page = Page::open_app("/connect", Ok(Config { connections, ..config() }));
    page.has_button("Connect").await;
    assert_eq!(page.texts("main select option"), ["Korea", "Finance"]);
    page.choose("Connection", "1");
    page.gateway.always(FRAMES, frames(&[]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    assert!(page.gateway.request(0).await.url().contains("/finance/api/v1/"));
    page.shows("Finance · ").await;
}

#[wasm_bindgen_test]
async fn a_relay_and_a_gateway_may_be_typed() {
    let page = open("/connect");
    page.has_button("Connect").await;
    page.fill("Relay", "https://relay.example/?url={url_encoded}");
    page.fill("Gateway", "https://other.example/");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    let url = page.gateway.request(0).await.url();
    assert!(url.starts_with("https://relay.example/?url=https%3A%2F%2Fother.example%2Fapi%2Fv1%2F"), "{url}");
}

#[wasm_bindgen_test]
async fn a_company_can_forbid_other_connections_and_say_something() {
    let notice = "Ask <b>the</b> help desk.";
    let config = Config { allow_custom_connections: false, notice: Some(notice.into()), ..config() };
    let page = Page::open_app("/connect", Ok(config));
    page.shows(notice).await;
    assert!(page.find("b").is_none());
    for label in ["Relay", "Gateway"] {
        assert!(page.find_field::<HtmlInputElement>(label).is_none(), "{label}");
    }
}

#[wasm_bindgen_test]
async fn forgotten_keys_sign_nothing_more() {
    let page = Page::open_connected("/frames", &[]).await;
    page.shows("Alpha").await;
    page.link("Settings").click();
    page.has_button("Forget keys").await.click();
    holds("it asks for keys", || page.path_is("/connect")).await;
    idle().await;
    assert!(!page.says(ACCESS_KEY) && page.find("nav").is_none());

    // Other keys may see other things: nothing of the former is shown meanwhile.
    let sent = page.gateway.sent().len();
    page.gateway.wait(FRAMES);
    page.fill("Access key", "OTHER");
    page.fill("Secret key", "other");
    page.press("Connect");
    page.gateway.request(sent).await.answer(&frames(&[]));
    page.has_button("Forget keys").await;
    page.link("Frames").click();
    let read = page.gateway.request(sent + 1).await;
    assert_eq!(read.header("x-ncp-iam-access-key"), "OTHER");
    assert!(!page.says("Alpha"), "seen with the former keys");
}

#[wasm_bindgen_test]
async fn the_keys_come_before_what_works_without() {
    let page = open("/connect");
    let controls = page.texts("main button, main label");
    let place = |name: &str| controls.iter().position(|text| text.trim() == name);
    assert!(place("Connect").is_some() && place("Connect") < place("Try the demo"), "{controls:?}");
    assert_eq!(place("Access key"), Some(0), "{controls:?}");
    let config = Config { demo: false, ..config() };
    let page = Page::open_app("/connect", Ok(config));
    assert!(!page.says("Without keys"), "nothing is offered without keys");
}

#[wasm_bindgen_test]
async fn language_and_theme_can_be_chosen_without_keys() {
    let page = open("/connect");
    page.choose("Theme", "dark");
    holds("the theme is applied", || {
        let root = leptos::prelude::document().document_element().unwrap();
        root.get_attribute("data-theme").as_deref() == Some("dark")
    })
    .await;
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["연결"]).await;
}

/// Chooses Korean, and waits for the page in it.
async fn in_korean(page: &Page) {
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["연결"]).await;
}

#[wasm_bindgen_test]
async fn a_change_of_language_does_not_end_an_attempt() {
    let page = open("/connect?next=%2Fbuckets");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    let sent = page.gateway.request(0).await;
    in_korean(&page).await;
    page.press("연결 중…");
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "sent twice");
    page.gateway.always(FRAMES, frames(&[]));
    sent.answer(&frames(&[]));
    holds("it goes on", || page.path_is("/buckets")).await;
    page.shows(ACCESS_KEY).await;
}

#[wasm_bindgen_test]
async fn a_refusal_after_a_change_of_language_is_said_in_the_new_one() {
    let page = open("/connect");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    let sent = page.gateway.request(0).await;
    in_korean(&page).await;
    sent.answer(&unauthorised());
    let alert = page.alert().await;
    assert!(alert.contains("HTTP 401") && alert.contains("시계"), "{alert}");
    page.has_button("연결").await;
    page.choose("언어", "en");
    holds("it is said in English", || page.alerts().concat().contains("clock is right")).await;
}

//! The Connect page: keys in, and where they go.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic is how a test fails"
)]

mod support;

use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Credentials, SecretKey, prepare};
use databoxframe_console::connection::{Config, ConnectionConfig, DemoKeys};
use leptos::prelude::window;
use serde_json::json;
use support::answers::{FRAMES, frame, frames};
use support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, address, config, focused, storage};
use support::time::{holds, idle};
use support::{Answer, Page};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlInputElement;

wasm_bindgen_test_configure!(run_in_browser);

fn open(address: &str) -> Page {
    Page::open_app(address, Ok(config()))
}

fn connection(name: &str, relay: &str) -> ConnectionConfig {
    ConnectionConfig { name: name.into(), gateway: GATEWAY.into(), relay: relay.into(), demo_keys: None }
}

/// What the gateway answers to a wrong key.
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
        assert!(page.alert().await.contains("Enter both keys."), "{access:?} {secret:?}");
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.gateway.request(0).await;
    holds("the alert is gone", || page.alerts().is_empty()).await;
}

#[wasm_bindgen_test]
async fn right_keys_lead_to_the_frames() {
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
    page.shows("Alpha").await;
    assert_eq!(address(), "/frames");
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
    page.shows("Alpha").await;
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
    assert_eq!(address(), "/connect?next=%2Fbuckets");
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
    assert_eq!(address(), "/reviews?status=REQ_CMPL&q=%ED%95%9C");
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
        (r#"{"connections":[{"name":"A","relay":"/relay"}]}"#, "connections[0].gateway"),
        (r#"{"connections":[],"allowCustomConnections":"no"}"#, "allowCustomConnections"),
        (r#"{"connections":[],"allowCustomConnections":false}"#, "connections: []"),
        (r#"{"connections":["#, "line 1 column 16"),
        (
            &with("https://1.2.3.256/relay", GATEWAY, "A"),
            "connections[A].relay\n\nThere can't be such a host.",
        ),
        (
            &with("https://u:pw-of-it@r.example", GATEWAY, "A"),
            "connections[A].relay\n\nLeave out the user name",
        ),
        (
            &with("https://r.example/?u={url}", GATEWAY, "A"),
            "connections[A].relay\n\nBehind a ? only {url_encoded}",
        ),
        (&with("/relay", "https://1.2.3.256", "A"), "connections[A].gateway\n\nThere can't be such a host."),
        (&with("/relay", "https://u:pw-of-it@g", "A"), "connections[A].gateway\n\nLeave out the user name"),
        (&with("/relay", GATEWAY, "A‐1"), "demoKeys.accessKey\n\nCharacter 2 is \"‐\" (U+2010)."),
    ] {
        let page = Page::open_app("/frames", Config::parse(text));
        let alert = page.alert().await;
        assert!(alert.contains("config.json cannot be used") && alert.contains(place), "{place}: {alert}");
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
    assert_eq!(page.texts("select option"), ["Korea", "Finance"]);
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

/// Where the control of this label says what is wrong with it; empty if nothing is.
fn problem(page: &Page, label: &str) -> String {
    let input: HtmlInputElement = page.field(label);
    let said = page.the(&format!("#{}-problem", input.id())).text_content().unwrap();
    let described = input.get_attribute("aria-describedby").unwrap();
    assert!(described.split(' ').any(|id| id == format!("{}-problem", input.id())), "{label}");
    let is_invalid = input.get_attribute("aria-invalid").as_deref() == Some("true");
    assert_eq!(is_invalid, !said.is_empty(), "{label}: {said}");
    said
}

/// What is around a key that was copied from somewhere.
const AROUND: [&str; 6] = [" ", "\t", "\u{a0}", "\u{200b}", "\u{feff}", " \u{2060}\t"];

#[wasm_bindgen_test]
async fn blanks_around_keys_are_dropped() {
    let page = open("/connect");
    page.gateway.always(FRAMES, unauthorised());
    for around in AROUND {
        for button in ["Connect", "Check connection"] {
            page.has_button(button).await;
            page.fill("Access key", &format!("{around}{ACCESS_KEY}{around}"));
            page.fill("Secret key", &format!("{around}{SECRET_KEY}{around}"));
            assert_eq!(problem(&page, "Access key") + &problem(&page, "Secret key"), "", "{around:?}");
            let number = page.gateway.sent().len();
            page.press(button);
            let sent = page.gateway.request(number).await;
            assert_eq!(sent.header("x-ncp-iam-access-key"), ACCESS_KEY, "{around:?}");
            let credentials = Credentials::new(ACCESS_KEY, SecretKey::new(SECRET_KEY.into()));
            let time = sent.header("x-ncp-apigw-timestamp").parse().unwrap();
            let first = Some(databoxframe::Page { number: 1, size: 1 });
            let read = GetDataBoxFrameList { page: first.filter(|_| button == "Connect") };
            let signed = prepare(&read).unwrap().sign(&credentials, time, databoxframe::Language::English);
            let right = signed.headers.iter().find(|(name, _)| *name == "x-ncp-apigw-signature-v2").unwrap();
            assert_eq!(sent.header("x-ncp-apigw-signature-v2"), right.1, "{button} {around:?}");
            holds("it is refused", || page.find_button("Connecting…").is_none()).await;
            holds("it is checked", || !page.is_blocked("Check connection")).await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_key_that_no_header_can_carry_is_refused_at_its_field() {
    let page = open("/connect");
    page.has_button("Connect").await;
    for (key, said) in [
        ("ABCD‐EFGH", "Character 5 is \"‐\" (U+2010)."),
        (" AB\u{200b}CD ", "Character 3 is invisible (U+200B)."),
        ("ＡBCD", "Character 1 is \"Ａ\" (U+FF21)."),
        ("ABㅊCD", "Character 3 is \"ㅊ\" (U+314A)."),
        ("AB CD", "Character 3 is a blank (U+0020)."),
        ("AB\u{a0}CD", "Character 3 is a blank (U+00A0)."),
        ("ABé", "Character 3 is \"é\" (U+00E9)."),
    ] {
        page.fill("Access key", key);
        page.fill("Secret key", SECRET_KEY);
        // While it is typed, and whatever is pressed then.
        holds("it is said", || problem(&page, "Access key").contains(said)).await;
        for button in ["Connect", "Check connection"] {
            page.press(button);
            holds("the field has the focus", || focused(&page.field("Access key"))).await;
            assert!(problem(&page, "Access key").contains(said), "{key:?}");
            assert!(page.find_button(button).is_some() && !page.is_blocked(button), "{button}");
        }
        assert_eq!(page.field::<HtmlInputElement>("Secret key").value(), SECRET_KEY, "kept");
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
    page.fill("Access key", ACCESS_KEY);
    holds("nothing is wrong", || problem(&page, "Access key").is_empty()).await;
    page.press("Connect");
    page.gateway.request(0).await;
}

#[wasm_bindgen_test]
async fn a_secret_with_a_foreign_character_is_refused_without_showing_any_of_it() {
    let page = open("/connect");
    page.has_button("Connect").await;
    for foreign in [' ', '\u{200b}', '\u{feff}', '‐', '한'] {
        for button in ["Connect", "Check connection"] {
            page.fill("Access key", ACCESS_KEY);
            page.fill("Secret key", &format!(" Qz9x{foreign}Wk7 "));
            page.press(button);
            holds("it is said", || problem(&page, "Secret key").contains("Character 5 can't be part")).await;
            let text = page.text();
            for secret in ["Qz9x", "Wk7", &format!("U+{:04X}", u32::from(foreign)), "‐", "한"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
}

#[wasm_bindgen_test]
async fn a_relay_that_leads_nowhere_is_refused_before_anything_is_sent() {
    let page = open("/connect");
    page.has_button("Connect").await;
    for (relay, said) in [
        ("relay", "begins with /"),
        ("//evil.example", "begins with /"),
        ("/\\evil.example", "no backslash"),
        ("javascript:alert(1)", "begins with /"),
        ("/a/{nope}", "at most one of {path}"),
        ("https://", "such a host"),
        ("https:///x", "such a host"),
        // Only the browser's own parser knows.
        ("https://1.2.3.256/relay", "such a host"),
        ("https://[::z]/relay", "such a host"),
        ("https://a%zz.example/relay", "such a host"),
        ("https://relay.example:99999", "no such port"),
        ("https://user:pw-of-it@relay.example", "Leave out the user name"),
        ("https://proxy.example/?url={url}", "{url_encoded}"),
        ("https://proxy.example/?path={path}", "{url_encoded}"),
        ("/relay?to=", "{url_encoded}"),
        ("https://proxy.example/{url}?key=1", "Nothing may follow"),
    ] {
        page.fill("Relay", relay);
        holds(&format!("{said} of {relay}"), || problem(&page, "Relay").contains(said)).await;
        page.enter_keys(ACCESS_KEY, SECRET_KEY);
        holds("the field has the focus", || focused(&page.field("Relay"))).await;
        page.press("Check connection");
        assert!(!page.says("pw-of-it") && page.alerts().is_empty(), "{relay}: {}", page.text());
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
    page.fill("Relay", "https://proxy.example/?url={url_encoded}");
    holds("nothing is wrong", || problem(&page, "Relay").is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_gateway_that_is_none_is_refused_before_anything_is_sent() {
    let page = open("/connect");
    page.has_button("Connect").await;
    for (gateway, said) in [
        ("https://gateway.example/path", "without a path"),
        ("gateway.example", "without a path"),
        ("https://gateway.example?x", "without a path"),
        ("", "without a path"),
        ("https://", "without a path"),
        ("https:///x", "such a host"),
        ("https://1.2.3.256", "such a host"),
        ("https://gateway.example:99999", "no such port"),
        ("https://user:pw-of-it@gateway.example", "Leave out the user name"),
    ] {
        page.fill("Gateway", gateway);
        page.enter_keys(ACCESS_KEY, SECRET_KEY);
        holds(&format!("{said} of {gateway}"), || problem(&page, "Gateway").contains(said)).await;
        assert!(focused(&page.field("Gateway")) && !page.says("pw-of-it"), "{gateway}");
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
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

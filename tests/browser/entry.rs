//! Invalid input on the Connect page and invalid records: errors at their fields.

use crate::support::answers::FRAMES;
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, config, focused};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Credentials, SecretKey, prepare};
use databoxframe_console::connection::vault::{self, Content, SaveRequest};
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const PASSPHRASE: &str = "correct horse battery";

fn open(url: &str) -> Page {
    Page::open_app(url, Ok(config()))
}

/// The gateway's answer to a wrong key.
fn unauthorised() -> Answer {
    let body = r#"{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid key"}}"#;
    Answer::text(401, "application/json", body)
}

/// The page again, with the passphrase typed.
async fn unlocked(page: Page) -> Page {
    let page = page.reload_app("/connect?next=%2Fsettings", config());
    page.has_button("Unlock").await;
    page.fill("Passphrase", PASSPHRASE);
    page.press("Unlock");
    page
}

/// The error of the control with this label; empty if there is none.
fn problem(page: &Page, label: &str) -> String {
    let input: HtmlInputElement = page.field(label);
    let said = page.the(&format!("#{}-problem", input.id())).text_content().unwrap();
    let described = input.get_attribute("aria-describedby").unwrap();
    assert!(described.split(' ').any(|id| id == format!("{}-problem", input.id())), "{label}");
    let is_invalid = input.get_attribute("aria-invalid").as_deref() == Some("true");
    assert_eq!(is_invalid, !said.is_empty(), "{label}: {said}");
    said
}

/// Characters around copied keys.
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
        ("AB CD", "Character 3 is a space (U+0020)."),
        ("AB\u{a0}CD", "Character 3 is a space (U+00A0)."),
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
    for foreign in [' ', '\u{200b}', '\u{feff}', '‐', '韓'] {
        for button in ["Connect", "Check connection"] {
            page.fill("Access key", ACCESS_KEY);
            page.fill("Secret key", &format!(" Qz9x{foreign}Wk7 "));
            page.press(button);
            holds("it is said", || problem(&page, "Secret key").contains("Character 5 can't be part")).await;
            let text = page.text();
            for secret in ["Qz9x", "Wk7", &format!("U+{:04X}", u32::from(foreign)), "‐", "韓"] {
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
        ("https://", "valid host name"),
        ("https:///x", "valid host name"),
        // Only the browser's own parser knows.
        ("https://1.2.3.256/relay", "valid host name"),
        ("https://[::z]/relay", "valid host name"),
        ("https://a%zz.example/relay", "valid host name"),
        ("https://relay.example:99999", "not a valid port"),
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
        ("https:///x", "valid host name"),
        ("https://1.2.3.256", "valid host name"),
        ("https://gateway.example:99999", "not a valid port"),
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
async fn remembered_keys_are_checked_like_typed_ones() {
    for (access, secret, relay, said) in [
        ("AB‐CD", SECRET_KEY, "/relay", "Character 3 is \"‐\" (U+2010)"),
        (ACCESS_KEY, "Qz9x Wk7", "/relay", "Character 5 can't be part of a secret key"),
        (ACCESS_KEY, SECRET_KEY, "https://r.example/?u={url}", "After a ? only {url_encoded}"),
    ] {
        let page = open("/connect");
        // As an earlier version wrote it.
        let content = Content {
            access_key: access.into(),
            secret_key: secret.to_owned().into(),
            gateway: GATEWAY.into(),
            relay: relay.into(),
            connection: "Test".into(),
        };
        let request = SaveRequest { name: "Old".into(), passphrase: PASSPHRASE.to_owned().into(), content };
        assert!(vault::add(request.seal().await.unwrap()));
        let page = unlocked(page).await;
        page.shows(said).await;
        assert!(page.gateway.sent().is_empty() && !page.says("Qz9x"), "{said}");
        holds("it can be tried again", || page.find_button("Unlock").is_some()).await;
    }
    // What was around them does no harm.
    let page = open("/connect");
    let content = Content {
        access_key: format!("\u{feff}{ACCESS_KEY} "),
        secret_key: format!("\t{SECRET_KEY}\u{a0}").into(),
        gateway: GATEWAY.into(),
        relay: "/relay".into(),
        connection: "Test".into(),
    };
    let request = SaveRequest { name: "Old".into(), passphrase: PASSPHRASE.to_owned().into(), content };
    assert!(vault::add(request.seal().await.unwrap()));
    let page = unlocked(page).await;
    assert_eq!(page.gateway.request(0).await.header("x-ncp-iam-access-key"), ACCESS_KEY);
}

#[wasm_bindgen_test]
async fn other_addresses_are_warned_of() {
    let page = open("/connect");
    page.unfold();
    assert!(!page.says("another origin") && !page.says("not encrypted"));
    page.fill("Relay", "https://relay.example/dbf");
    page.shows("https://relay.example is on another origin").await;
    // As browsers write it: no letter imitates another, and it is said of one origin once.
    for (relay, origin) in [
        ("https://RELAY.Example:443/dbf", "https://relay.example"),
        ("https://р\u{435}lay.example", "https://xn--lay-qdd8c.example"),
        ("https://relay.example:8443", "https://relay.example:8443"),
    ] {
        page.fill("Relay", relay);
        page.shows(&format!("The relay {origin} is on another origin")).await;
    }
    let here = window().location().origin().unwrap();
    page.fill("Relay", &format!("{here}/relay"));
    holds("that is this page's", || !page.says("another origin")).await;
    page.fill("Relay", "/relay");
    page.fill("Gateway", "http://GATEWAY.example:80");
    page.shows("Requests to gateway.example are not encrypted").await;
    holds("only that", || !page.says("another origin")).await;
    page.fill("Gateway", &format!(" {GATEWAY}/ "));
    page.gateway.always(FRAMES, Answer::html(502));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.gateway.request(0).await;
}

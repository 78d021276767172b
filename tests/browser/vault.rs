//! The vault: records on this device, and how they are opened.

use crate::support::Page;
use crate::support::answers::{FRAMES, frame, frames, refusal};
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, config, script, storage};
use crate::support::time::{holds, idle};
use databoxframe_console::connection::vault::{
    self, Content, Opened, SaveRequest, StoredConnection, VaultError,
};
use databoxframe_console::connection::{Config, ConnectionConfig};
use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const KEY: &str = "dbf.vault";
const PASSPHRASE: &str = "한 correct horse";
/// The same letters as another system composes them.
const DECOMPOSED: &str = "\u{1112}\u{1161}\u{11ab} correct horse";

async fn record(name: &str) -> StoredConnection {
    let content = Content {
        access_key: ACCESS_KEY.into(),
        secret_key: SECRET_KEY.to_owned().into(),
        gateway: GATEWAY.into(),
        relay: "/relay".into(),
        connection: "Test".into(),
    };
    SaveRequest { name: name.into(), passphrase: PASSPHRASE.to_owned().into(), content }.seal().await.unwrap()
}

async fn open(record: &StoredConnection, passphrase: &str) -> Result<Opened, VaultError> {
    record.open(passphrase.to_owned().into()).await
}

/// An empty browser.
fn fresh() -> Page {
    Page::open_app("/connect", Ok(config()))
}

fn stored() -> Value {
    serde_json::from_str(&storage().get_item(KEY).unwrap().unwrap()).unwrap()
}

fn store(value: &str) {
    storage().set_item(KEY, value).unwrap();
}

/// The error of opening the only record with this content, which stays unchanged.
async fn refused(value: &Value) -> VaultError {
    let text = json!([value]).to_string();
    store(&text);
    let error = match open(&vault::list()[0], PASSPHRASE).await {
        Ok(_) => panic!("{value} was opened"),
        Err(error) => error,
    };
    assert_eq!(storage().get_item(KEY).unwrap().unwrap(), text, "it was changed");
    error
}

/// Ticks the box and fills in the rest.
async fn remember(page: &Page, name: &str, passphrase: &str, again: &str) {
    let tick: HtmlInputElement = page.field("Remember on this device");
    if !tick.checked() {
        tick.click();
    }
    holds("it asks for a passphrase", || page.find_field::<HtmlInputElement>("Passphrase").is_some()).await;
    page.fill("Name on this device", name);
    page.fill("Passphrase", passphrase);
    page.fill("Repeat the passphrase", again);
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
}

/// A page that has just remembered its keys as "Work".
async fn remembered() -> Page {
    let page = fresh();
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    remember(&page, "Work", PASSPHRASE, PASSPHRASE).await;
    page.shows("Alpha").await;
    page
}

async fn reloaded(page: Page, config: Config) -> Page {
    let page = page.reload_app("/connect?next=%2Fsettings", config);
    page.gateway.always(FRAMES, frames(&[]));
    page.has_button("Unlock").await;
    page
}

/// Forgets a record, and says that this is meant.
async fn forget(page: &Page, name: &str) {
    page.press(&format!("Forget {name}"));
    page.dialog().await;
    page.press("Forget");
    page.no_dialog().await;
}

fn unlock(page: &Page, passphrase: &str) {
    page.fill("Passphrase", passphrase);
    page.press("Unlock");
}

#[wasm_bindgen_test]
async fn only_the_passphrase_opens_what_was_sealed() {
    fresh();
    let record = record("Work").await;
    for passphrase in [PASSPHRASE, DECOMPOSED] {
        let opened = open(&record, passphrase).await.unwrap();
        assert_eq!(opened.access_key, ACCESS_KEY);
        assert_eq!((opened.gateway.as_str(), opened.relay.as_str()), (GATEWAY, "/relay"));
        assert_eq!(opened.connection, "Test");
    }
    for passphrase in ["", "한 correct hors", "한 correct horse ", "한 Correct horse"] {
        assert_eq!(open(&record, passphrase).await.err(), Some(VaultError::Passphrase), "{passphrase:?}");
    }
}

#[wasm_bindgen_test]
async fn each_write_has_a_new_salt_and_a_new_nonce() {
    fresh();
    vault::add(record("A").await);
    vault::add(record("A").await);
    let parts = |index: usize| -> Vec<String> {
        stored()[index]["sealed"].as_str().unwrap().split('.').map(str::to_owned).collect()
    };
    let (one, other) = (parts(0), parts(1));
    for (index, what) in ["salt", "nonce", "data", "checksum"].iter().enumerate() {
        assert_ne!(one[index], other[index], "the same {what} twice");
    }
    let length = |text: &str| window().atob(text).unwrap().chars().count();
    assert_eq!((length(&one[0]), length(&one[1])), (16, 12));
}

#[wasm_bindgen_test]
async fn a_damaged_record_says_so_and_stays() {
    fresh();
    vault::add(record("Work").await);
    let whole = stored()[0].clone();
    let sealed = whole["sealed"].as_str().unwrap();
    let starts: Vec<usize> =
        std::iter::once(0).chain(sealed.match_indices('.').map(|(at, _)| at + 1)).collect();
    for start in starts {
        // One character in each part becomes another.
        let other = if &sealed[start..=start] == "A" { "B" } else { "A" };
        let mut damaged = whole.clone();
        damaged["sealed"] = format!("{}{other}{}", &sealed[..start], &sealed[start + 1..]).into();
        assert_eq!(refused(&damaged).await, VaultError::Damaged, "at {start}");
    }
    for (field, value) in [
        ("sealed", json!("")),
        ("sealed", json!("...")),
        ("sealed", json!("한.한.한.한")),
        ("sealed", json!(sealed[..sealed.len() / 2])),
        ("sealed", json!(7)),
        ("version", json!("1")),
        ("version", json!(0)),
        ("version", Value::Null),
        ("name", json!("Home")),
        ("name", Value::Null),
    ] {
        let mut damaged = whole.clone();
        damaged[field] = value.clone();
        assert_eq!(refused(&damaged).await, VaultError::Damaged, "{field}: {value}");
    }
    for other in [json!(null), json!("text"), json!([]), json!({})] {
        assert_eq!(refused(&other).await, VaultError::Damaged, "{other}");
    }
    assert_eq!(refused(&json!({ "version": 2, "name": "Work" })).await, VaultError::Newer);
    store(&json!([whole]).to_string());
    assert!(open(&vault::list()[0], PASSPHRASE).await.is_ok());
}

#[wasm_bindgen_test]
async fn what_this_version_does_not_understand_is_kept() {
    fresh();
    let newer = json!({ "version": 2, "name": "Newer", "argon": { "memory": 1 } });
    store(&json!([newer, 7]).to_string());
    vault::add(record("Work").await);
    let work = vault::list().into_iter().find(|record| record.name() == Some("Work")).unwrap();
    assert_eq!(stored().as_array().unwrap()[..2], [newer.clone(), json!(7)]);
    assert!(vault::forget(&work));
    assert_eq!(stored(), json!([newer, 7]));

    // Not even JSON: one record that can't be opened.
    store("{nonsense");
    vault::add(work.clone());
    assert_eq!(stored()[0], "{nonsense");
    assert_eq!(vault::list().len(), 2);
    assert!(vault::forget(&vault::list()[0]));
    assert_eq!(vault::list(), std::slice::from_ref(&work));
    assert!(vault::forget(&work));
    assert_eq!(storage().get_item(KEY).unwrap(), None, "a trace");
}

#[wasm_bindgen_test]
async fn what_is_remembered_connects_after_a_reload() {
    let page = remembered().await;
    page.shows("Remembered on this device as Work.").await;
    let text = storage().get_item(KEY).unwrap().unwrap();
    for secret in [SECRET_KEY, PASSPHRASE, ACCESS_KEY, GATEWAY] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let page = reloaded(page, config()).await;
    unlock(&page, PASSPHRASE);
    assert_eq!(page.field::<HtmlInputElement>("Passphrase").value(), "", "is gone at once");
    holds("it goes on", || page.path_is("/settings")).await;
    let sent = page.gateway.sent();
    assert_eq!(sent[0].header("x-ncp-iam-access-key"), ACCESS_KEY);
    // The same signature as the secret key itself makes.
    let credentials =
        databoxframe::Credentials::new(ACCESS_KEY, databoxframe::SecretKey::new(SECRET_KEY.into()));
    let unsigned = databoxframe::prepare(&databoxframe::frame::GetDataBoxFrameList {
        page: Some(databoxframe::Page { number: 1, size: 1 }),
    })
    .unwrap();
    let time = sent[0].header("x-ncp-apigw-timestamp").parse().unwrap();
    let signed = unsigned.sign(&credentials, time, databoxframe::Language::English);
    let signature = signed.headers.iter().find(|(name, _)| *name == "x-ncp-apigw-signature-v2").unwrap();
    assert_eq!(sent[0].header("x-ncp-apigw-signature-v2"), signature.1);
}

#[wasm_bindgen_test]
async fn a_wrong_passphrase_is_shown_and_can_be_corrected() {
    let page = reloaded(remembered().await, config()).await;
    let before = stored();
    page.press("Unlock");
    assert!(page.alert().await.contains("Enter the passphrase."));
    unlock(&page, "another passphrase");
    page.shows("The passphrase is wrong.").await;
    assert_eq!(stored(), before);
    assert!(page.gateway.sent().is_empty());
    holds("it can be tried again", || page.find_button("Unlock").is_some()).await;
    unlock(&page, PASSPHRASE);
    holds("it goes on", || page.path_is("/settings")).await;
}

#[wasm_bindgen_test]
async fn damaged_and_newer_records_are_shown_on_the_page() {
    let page = fresh();
    store(
        &json!([{ "version": 1, "name": "Old", "sealed": "x" }, { "version": 9, "name": "New" }]).to_string(),
    );
    let page = reloaded(page, config()).await;
    let before = stored();
    unlock(&page, PASSPHRASE);
    page.shows("damaged").await;
    page.choose("Remembered connection", "1");
    unlock(&page, PASSPHRASE);
    page.shows("A newer version of this console").await;
    assert_eq!(stored(), before);
    forget(&page, "New").await;
    page.shows("Removed from this browser: New").await;
    holds("only the other is left", || page.find_button("Forget Old").is_some()).await;
    assert_eq!(stored(), json!([before[0]]));
    forget(&page, "Old").await;
    holds("nothing to unlock", || page.find_button("Unlock").is_none()).await;
    assert_eq!(storage().get_item(KEY).unwrap(), None);
}

#[wasm_bindgen_test]
async fn nothing_is_remembered_without_a_good_passphrase_and_right_keys() {
    let page = fresh();
    page.gateway.always(FRAMES, refusal(401, "Authentication Failed"));
    for (name, passphrase, again, said) in [
        ("Work", "short", "short", "at least 12 characters"),
        ("Work", PASSPHRASE, "another", "differ"),
        (" ", PASSPHRASE, PASSPHRASE, "Enter a name that is not in use"),
    ] {
        remember(&page, name, passphrase, again).await;
        page.shows(said).await;
        idle().await;
        assert!(page.gateway.sent().is_empty(), "{said}");
    }
    remember(&page, "Work", PASSPHRASE, PASSPHRASE).await;
    page.shows("HTTP 401").await;
    assert_eq!(storage().get_item(KEY).unwrap(), None);
    for field in ["Secret key", "Passphrase", "Repeat the passphrase"] {
        assert_eq!(page.field::<HtmlInputElement>(field).value(), "", "{field}");
    }
}

#[wasm_bindgen_test]
async fn a_name_is_not_taken_from_another_record() {
    let page = reloaded(remembered().await, config()).await;
    let before = stored();
    page.field::<HtmlInputElement>("Remember on this device").click();
    holds("it asks for a name", || page.find_field::<HtmlInputElement>("Name on this device").is_some())
        .await;
    // Nor one that looks like it, nor one that nobody sees.
    for name in ["Work", " Work\u{a0}", "W\u{200b}ork", "\u{200b}", "\u{3164}", " "] {
        page.fill("Name on this device", name);
        holds("nothing is said yet", || !page.says("Enter a name that is not in use")).await;
        page.enter_keys(ACCESS_KEY, SECRET_KEY);
        page.shows("Enter a name that is not in use").await;
    }
    assert!(page.gateway.sent().is_empty());
    assert_eq!(stored(), before);
}

#[wasm_bindgen_test]
async fn a_browser_that_stores_nothing_says_so() {
    let page = Page::open_app_without_storage("/connect", Ok(config()));
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    remember(&page, "Work", PASSPHRASE, PASSPHRASE).await;
    page.shows("not remembered").await;
    page.shows("Alpha").await;
}

#[wasm_bindgen_test]
async fn settings_forget_what_is_remembered() {
    let page = reloaded(remembered().await, config()).await;
    unlock(&page, PASSPHRASE);
    holds("it is unlocked", || page.path_is("/settings")).await;
    page.has_button("Forget Work").await;
    forget(&page, "Work").await;
    page.shows("Removed from this browser: Work").await;
    holds("it is gone", || page.find_button("Forget Work").is_none()).await;
    assert_eq!(storage().get_item(KEY).unwrap(), None);
    assert!(page.path_is("/settings"), "still connected");
}

#[wasm_bindgen_test]
async fn forgetting_is_asked_about_first() {
    let page = reloaded(remembered().await, config()).await;
    let before = stored();
    page.press("Forget Work");
    assert!(page.dialog().await.inner_text().contains("Work is removed from this browser."));
    page.press("Cancel");
    page.no_dialog().await;
    assert_eq!(stored(), before);
    unlock(&page, PASSPHRASE);
    holds("it is still there", || page.path_is("/settings")).await;
}

#[wasm_bindgen_test]
async fn a_browser_that_removes_nothing_says_so() {
    let page = reloaded(remembered().await, config()).await;
    let before = stored();
    script(
        "const own = Storage.prototype.removeItem; Storage.prototype.removeItem = () => { throw new Error('no'); }; Storage.prototype.restore = () => { Storage.prototype.removeItem = own; }",
    );
    forget(&page, "Work").await;
    let said = page.alert().await;
    script("localStorage.restore(); delete Storage.prototype.restore");
    assert!(said.contains("Not removed") && said.contains("Work"), "{said}");
    assert_eq!(stored(), before);
    assert!(page.find_button("Forget Work").is_some() && !page.says("Removed from this browser"));
}

#[wasm_bindgen_test]
async fn the_configuration_of_today_counts() {
    let offered = |name: &str, relay: &str| ConnectionConfig {
        name: name.into(),
        gateway: GATEWAY.into(),
        relay: relay.into(),
        demo_keys: None,
    };
    // The company has moved its relay.
    let moved = Config { connections: vec![offered("Test", "/relay/new")], ..config() };
    let page = reloaded(remembered().await, moved).await;
    unlock(&page, PASSPHRASE);
    holds("it goes on", || page.path_is("/settings")).await;
    assert!(page.gateway.sent()[0].url().contains("/relay/new/"));
    // It does not offer this connection any more, and others may not be typed.
    let gone =
        Config { connections: vec![offered("Other", "/relay")], allow_custom_connections: false, ..config() };
    let page = reloaded(page, gone).await;
    unlock(&page, PASSPHRASE);
    page.shows("no longer offered").await;
    assert!(page.gateway.sent().is_empty());
}

/// A form, with what a password manager sees of it: kind, `autocomplete` and `name` of each line.
fn form(page: &Page, selector: &str) -> Vec<[String; 3]> {
    let form = page.the(selector);
    let inside = |input: &web_sys::HtmlElement| form.contains(Some(input));
    let inputs = page.all("input:not([type=checkbox])").into_iter().filter(inside);
    let attribute = |input: &web_sys::HtmlElement, name: &str| input.get_attribute(name).unwrap_or_default();
    inputs.map(|input| ["type", "autocomplete", "name"].map(|name| attribute(&input, name))).collect()
}

#[wasm_bindgen_test]
async fn password_managers_find_one_password_of_one_name_in_each_form() {
    let page = reloaded(remembered().await, config()).await;
    page.field::<HtmlInputElement>("Remember on this device").click();
    holds("it asks for a name", || page.find("#remember").is_some()).await;
    assert_eq!(
        form(&page, "#connect"),
        [
            ["text", "username", "access-key"],
            ["password", "current-password", "secret-key"],
            ["text", "off", "relay"],
            ["text", "off", "gateway"],
        ]
    );
    assert_eq!(
        form(&page, "#remember"),
        [
            ["text", "username", "record-name"],
            ["password", "new-password", "passphrase"],
            ["password", "new-password", "passphrase-again"],
        ]
    );
    let unlock = "form[aria-label='Remembered on this device']";
    assert_eq!(
        form(&page, unlock),
        [["text", "username", "unlock-name"], ["password", "current-password", "unlock-passphrase"]]
    );
    let name: HtmlInputElement = page.the(&format!("{unlock} [name=unlock-name]")).unchecked_into();
    assert_eq!((name.value().as_str(), name.hidden(), name.read_only()), ("Work", true, true));
    // All of them send what was typed, none the page.
    page.fill("Name on this device", "Other");
    page.fill("Repeat the passphrase", PASSPHRASE);
    let passphrase: HtmlInputElement = page.the("#passphrase").unchecked_into();
    passphrase.set_value(PASSPHRASE);
    page.fill("Access key", ACCESS_KEY);
    page.fill("Secret key", SECRET_KEY);
    let remember: web_sys::HtmlElement = page.the("#remember [type=submit]");
    remember.click();
    holds("it goes on", || page.path_is("/settings")).await;
    assert_eq!(stored()[1]["name"], "Other");
}

#[wasm_bindgen_test]
async fn a_name_that_imitates_another_is_marked_where_it_is_said() {
    let page = fresh();
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    remember(&page, "p\u{430}y", PASSPHRASE, PASSPHRASE).await;
    page.shows("Remembered on this device as pа⟨Cyrillic⟩y.").await;
}

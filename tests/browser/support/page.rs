//! A page of the console, and the browser around it.

mod person;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use databoxframe::{Credentials, SecretKey};
use databoxframe_console::app::App;
use databoxframe_console::connection::{Config, ConfigError, Connection, ConnectionConfig, Relay};
use databoxframe_console::console::Console;
use databoxframe_console::router::Route;
use js_sys::{Function, Object, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventInit, HtmlElement, Storage};

use super::answers;
use super::gateway::{Answer, Gateway};
use super::time;

/// Keys that no gateway knows.
pub const ACCESS_KEY: &str = "TEST-ACCESS-KEY";
pub const SECRET_KEY: &str = "test/secret+key=";
/// A gateway that no name server knows.
pub const GATEWAY: &str = "https://gateway.example";

const HOST: &str = "page-under-test";

thread_local! {
    /// Whether the next page has room for two panes.
    static IS_WIDE: Cell<bool> = const { Cell::new(false) };
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
    /// How the browser defines its storage.
    static STORAGE: Object = Object::get_own_property_descriptor(&window(), &"localStorage".into()).unchecked_into();
}

/// The element that holds the page.
pub fn host() -> Option<HtmlElement> {
    document().get_element_by_id(HOST)?.dyn_into().ok()
}

/// The `config.json` of these tests.
pub fn config() -> Config {
    Config {
        connections: vec![ConnectionConfig {
            name: "Test".into(),
            gateway: GATEWAY.into(),
            relay: "/relay".into(),
            demo_keys: None,
        }],
        allow_custom_connections: true,
        demo: true,
        language: Some("en".into()),
        idle_lock_minutes: 15,
        notice: None,
    }
}

/// A connection with the keys of these tests.
pub fn connection(relay: &str) -> Arc<Connection> {
    Arc::new(Connection {
        name: "Test".into(),
        gateway: GATEWAY.into(),
        relay: Relay::parse(relay).unwrap(),
        credentials: Credentials::new(ACCESS_KEY, SecretKey::new(SECRET_KEY.into())),
    })
}

/// Path and query in the location bar.
pub fn location() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap(), location.search().unwrap())
}

/// The browser's storage.
pub fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// What this tab stores for the console.
pub fn tab_storage() -> Storage {
    window().session_storage().unwrap().unwrap()
}

/// All entries of a storage.
fn entries(storage: &Storage) -> Vec<(String, String)> {
    let name = |index| storage.key(index).unwrap().unwrap();
    (0..storage.length().unwrap())
        .map(|index| (name(index), storage.get_item(&name(index)).unwrap().unwrap()))
        .collect()
}

/// Makes each use of the storage throw, as a browser does that forbids it.
fn forbid_storage() {
    let refuse = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(|| Err("forbidden".into()));
    let property = Object::new();
    Reflect::set(&property, &"get".into(), &refuse.into_js_value()).unwrap();
    Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
    define_storage(&property);
}

fn define_storage(property: &Object) {
    Object::define_property(&window(), &"localStorage".into(), property);
}

/// Removes what earlier tests made ask before the page is closed: a write that is never answered
/// goes on doing so.
fn forget_closing_listeners() {
    Function::new_no_args(
        "if (!window.closingListeners) {
             const add = window.addEventListener;
             window.closingListeners = [];
             window.addEventListener = (type, listener, ...rest) => {
                 if (type === 'beforeunload') window.closingListeners.push(listener);
                 add.call(window, type, listener, ...rest);
             };
         }
         for (const listener of window.closingListeners.splice(0)) window.removeEventListener('beforeunload', listener);",
    )
    .call0(&JsValue::NULL)
    .unwrap();
}

/// Answers the page's question for the width of the window, or lets the browser answer.
fn fake_width(is_wide: bool) {
    let fake = Function::new_with_args(
        "isWide",
        "window.ownMatchMedia ??= window.matchMedia;
         const fake = () => Object.assign(new EventTarget(), { matches: true });
         window.matchMedia = isWide ? fake : window.ownMatchMedia;",
    );
    fake.call1(&JsValue::NULL, &is_wide.into()).unwrap();
}

/// Presses a key where the focus is. `code`: its place on the keyboard; `more`: other properties of
/// the event, as JSON.
pub fn press_key(key: &str, code: &str, more: &str) {
    let press = Function::new_with_args(
        "key, code, more",
        "const init = { key, code, bubbles: true, cancelable: true, ...JSON.parse(more) };
         document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init));",
    );
    press.call3(&JsValue::NULL, &key.into(), &code.into(), &more.into()).unwrap();
}

/// The console or a part of it, in the document.
pub struct Page {
    /// Where its requests go.
    pub gateway: Gateway,
    host: HtmlElement,
}

impl Page {
    /// [`Page::open_connected`] in a window with room for two panes.
    pub async fn open_wide(url: &str, answers: &[(&str, Answer)]) -> Self {
        IS_WIDE.set(true);
        Self::open_connected(url, answers).await
    }

    fn empty(url: &str) -> Self {
        fake_width(IS_WIDE.take());
        // Whatever the test before left, see the module.
        drop(MOUNTED.take());
        if let Some(old) = host() {
            old.remove();
        }
        time::restore();
        forget_closing_listeners();
        STORAGE.with(define_storage);
        storage().clear().unwrap();
        tab_storage().clear().unwrap();
        for name in ["lang", "data-theme"] {
            document().document_element().unwrap().remove_attribute(name).unwrap();
        }
        window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(url)).unwrap();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        host.set_id(HOST);
        document().body().unwrap().append_child(&host).unwrap();
        Self { gateway: Gateway::install(), host }
    }

    /// Opens the whole console.
    pub fn open_app(url: &str, config: Result<Config, ConfigError>) -> Self {
        Self::empty(url).mount_app(config)
    }

    /// Reloads the whole console, in a browser with its stored data.
    pub fn reload_app(self, url: &str, config: Config) -> Self {
        let (kept, kept_in_tab) = (entries(&storage()), entries(&tab_storage()));
        let page = Self::empty(url);
        for (storage, kept) in [(storage(), kept), (tab_storage(), kept_in_tab)] {
            for (name, value) in kept {
                storage.set_item(&name, &value).unwrap();
            }
        }
        page.mount_app(Ok(config))
    }

    /// Opens a connected page of one part; with what `make` gives back beside it.
    pub fn open<V: IntoView + 'static, T: 'static>(
        url: &str,
        make: impl FnOnce(Console) -> (V, T) + 'static,
    ) -> (Self, T) {
        let page = Self::empty(url);
        let made = Rc::new(Cell::new(None));
        let given = made.clone();
        let handle = mount_to(page.host.clone(), move || {
            let console = Console::provide(config());
            console.session.open(connection("/relay"));
            let (view, kept) = make(console);
            given.set(Some(kept));
            view
        });
        MOUNTED.set(Some(Box::new(handle)));
        let made = made.take().unwrap();
        (page, made)
    }

    /// Opens the whole console in a browser that forbids it to store anything.
    pub fn open_app_without_storage(url: &str, config: Result<Config, ConfigError>) -> Self {
        let page = Self::empty(url);
        forbid_storage();
        page.mount_app(config)
    }

    fn mount_app(self, config: Result<Config, ConfigError>) -> Self {
        let handle = mount_to(self.host.clone(), move || view! { <App config=config /> });
        MOUNTED.set(Some(Box::new(handle)));
        self
    }

    /// Opens the whole console at a URL, connected with the keys of these tests. The
    /// gateway has standing answers to these operations, and one frame if they name no others.
    pub async fn open_connected(url: &str, answers: &[(&str, Answer)]) -> Self {
        let page = Self::open_app(&Route::Connect.with([("next", url)]).to_string(), Ok(config()));
        page.gateway.always(answers::FRAMES, answers::frames(&[answers::frame(83, "Alpha")]));
        for (operation, answer) in answers {
            page.gateway.always(operation, answer.clone());
        }
        page.enter_keys(ACCESS_KEY, SECRET_KEY);
        time::holds("it is connected", || !page.path_is("/connect")).await;
        page
    }

    /// Settings, connected as with [`Page::open_connected`].
    pub async fn settings() -> Self {
        let page = Self::open_connected("/settings", &[]).await;
        page.has_button("Forget keys").await;
        page
    }

    /// Whether the keys are dropped: the Connect page, without navigation.
    pub fn is_without_keys(&self) -> bool {
        self.path_is("/connect") && self.find("nav").is_none()
    }

    /// Types keys into the Connect page, and sends them.
    pub fn enter_keys(&self, access: &str, secret: &str) {
        self.fill("Access key", access);
        self.fill("Secret key", secret);
        self.press("Connect");
    }

    /// Whether the location bar has this path.
    pub fn path_is(&self, path: &str) -> bool {
        window().location().pathname().unwrap() == path
    }
}

/// Sends an event as the browser does after an action of a person's.
pub fn send(target: &HtmlElement, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(kind, &init).unwrap()).unwrap();
}

/// Whether this element has the focus.
pub fn focused(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| active == **element)
}

/// Goes back in the history, as the browser's button does.
pub fn back() {
    window().history().unwrap().back().unwrap();
}

/// Runs a script.
pub fn script(source: &str) -> JsValue {
    Function::new_no_args(source).call0(&JsValue::UNDEFINED).unwrap()
}

/// Calls a method that `web_sys` has only behind more features.
fn call(element: &HtmlElement, method: &str) {
    let method: Function = Reflect::get(element, &method.into()).unwrap().unchecked_into();
    method.call0(element).unwrap();
}

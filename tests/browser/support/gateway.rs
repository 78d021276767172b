//! A fake gateway in place of `window.fetch`: records requests, and answers as the test says.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Error, Function, JsString, Promise, Reflect};
use leptos::prelude::{document, window};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, Response, ResponseInit};

use super::time::until;

/// An HTTP answer.
#[derive(Clone)]
pub struct Answer {
    status: u16,
    content_type: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Answer {
    /// Success with this JSON.
    pub fn ok(body: &Value) -> Self {
        Self::json(200, body)
    }

    /// JSON under any status.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::text(status, "application/json", &body.to_string())
    }

    /// A web page, as a proxy sends it.
    pub fn html(status: u16) -> Self {
        Self::text(status, "text/html", "<html><body>Bad gateway</body></html>")
    }

    /// Any text of any type.
    pub fn text(status: u16, content_type: &'static str, body: &str) -> Self {
        Self { status, content_type, headers: Vec::new(), body: body.into() }
    }

    /// With a header.
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn response(&self) -> Response {
        let init = ResponseInit::new();
        init.set_status(self.status);
        let response = Response::new_with_opt_str_and_init(Some(&self.body), &init).unwrap();
        response.headers().set("content-type", self.content_type).unwrap();
        for (name, value) in &self.headers {
            response.headers().set(name, value).unwrap();
        }
        response
    }
}

/// A request that was sent.
#[derive(Clone)]
pub struct Sent {
    request: Request,
    resolve: Function,
    reject: Function,
    /// The tag of what had the focus when it was sent.
    focus: Option<String>,
}

impl Sent {
    /// GET or POST.
    pub fn method(&self) -> String {
        self.request.method()
    }

    /// The whole URL.
    pub fn url(&self) -> String {
        self.request.url()
    }

    /// Path and query as the relay `/relay` passes them on.
    pub fn path(&self) -> String {
        let url = self.url();
        let origin = format!("{}/relay", window().location().origin().unwrap());
        url.strip_prefix(&origin).unwrap_or_else(|| panic!("not to the relay: {url}")).to_owned()
    }

    /// The last part of the path.
    pub fn operation(&self) -> String {
        let url = self.url();
        let path = url.split('?').next().unwrap();
        path.rsplit('/').next().unwrap().to_owned()
    }

    /// All headers, names in lower case.
    pub fn headers(&self) -> BTreeMap<String, String> {
        let text = |value: JsValue| value.as_string().unwrap();
        js_sys::try_iter(&self.request.headers())
            .unwrap()
            .unwrap()
            .map(|entry| Array::from(&entry.unwrap()))
            .map(|entry| (text(entry.get(0)), text(entry.get(1))))
            .collect()
    }

    /// One header.
    pub fn header(&self, name: &str) -> String {
        self.headers().remove(name).unwrap_or_else(|| panic!("no header {name}"))
    }

    /// The body, empty if there is none.
    pub async fn body(&self) -> String {
        // Of a copy: a body can be read once.
        let text = JsFuture::from(self.request.clone().unwrap().text().unwrap()).await.unwrap();
        text.unchecked_into::<JsString>().into()
    }

    /// Whether the page cancelled it.
    pub fn aborted(&self) -> bool {
        self.request.signal().aborted()
    }

    /// The page learns only by an answer that it was cancelled, as when the browser is slow to say so.
    pub fn ends_late(&self) {
        self.request.signal().set_onabort(None);
    }

    /// The tag of the element that had the focus when it was sent.
    pub fn focus(&self) -> Option<&str> {
        self.focus.as_deref()
    }

    /// Answers it.
    pub fn answer(&self, answer: &Answer) {
        self.resolve.call1(&JsValue::UNDEFINED, &answer.response()).unwrap();
    }

    /// Ends it as a browser does that gets no answer.
    pub fn fail(&self) {
        self.reject.call1(&JsValue::UNDEFINED, &Error::new("Failed to fetch")).unwrap();
    }
}

/// The gateway. A request waits until the test answers it, if there is no standing answer.
#[derive(Clone, Default)]
pub struct Gateway {
    sent: Rc<RefCell<Vec<Sent>>>,
    standing: Rc<RefCell<BTreeMap<String, Answer>>>,
}

impl Gateway {
    /// Puts one in place of `window.fetch`.
    pub fn install() -> Self {
        let gateway = Self::default();
        let here = gateway.clone();
        let fetch = Closure::<dyn FnMut(Request) -> Promise>::new(move |request| here.fetch(&request));
        assert!(Reflect::set(&window(), &"fetch".into(), &fetch.into_js_value()).unwrap());
        gateway
    }

    fn fetch(&self, request: &Request) -> Promise {
        Promise::new(&mut |resolve, reject| {
            let focus = document().active_element().map(|element| element.tag_name());
            let sent = Sent { request: Clone::clone(request), resolve, reject, focus };
            let (signal, reject) = (sent.request.signal(), sent.reject.clone());
            let reason = signal.clone();
            let abort = Closure::once_into_js(move || reject.call1(&JsValue::UNDEFINED, &reason.reason()));
            signal.set_onabort(Some(abort.unchecked_ref()));
            if let Some(answer) = self.standing.borrow().get(&sent.operation()) {
                sent.answer(answer);
            }
            self.sent.borrow_mut().push(sent);
        })
    }

    /// From now on answers an operation so.
    pub fn always(&self, operation: &str, answer: Answer) {
        self.standing.borrow_mut().insert(operation.to_owned(), answer);
    }

    /// From now on lets an operation wait for [`Sent::answer`].
    pub fn wait(&self, operation: &str) {
        self.standing.borrow_mut().remove(operation);
    }

    /// The requests so far.
    pub fn sent(&self) -> Vec<Sent> {
        self.sent.borrow().clone()
    }

    /// The requests of an operation so far.
    pub fn sent_to(&self, operation: &str) -> Vec<Sent> {
        self.sent().into_iter().filter(|sent| sent.operation() == operation).collect()
    }

    /// The request of this number among those of an operation, from 0, as soon as it is sent.
    pub async fn request_to(&self, operation: &str, number: usize) -> Sent {
        let sent = || self.sent_to(operation).into_iter().nth(number);
        until(&format!("request {number} to {operation} is sent"), sent).await
    }

    /// The request of this number, from 0, as soon as it is sent.
    pub async fn request(&self, number: usize) -> Sent {
        until(&format!("request {number} is sent"), || self.sent.borrow().get(number).cloned()).await
    }
}

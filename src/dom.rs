//! Elements as the [`view!`](view) of this console makes them: one type for all.
//!
//! Views, components and signals stay Leptos's. Only its typed elements are replaced, because
//! each place that makes one costs some 300 bytes of download; see the crate `databoxframe-view`.

use std::borrow::Cow;

use leptos::prelude::{AddAnyAttr, AnyView, IntoAny as _, Owner, Render, RenderEffect, RenderHtml};
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::reactive_graph::ReactiveFunction as _;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

pub use databoxframe_view::view;

use crate::reactive::Follow;

/// An element that is being described.
pub struct El {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<AnyView>,
}

/// Handles an event.
type Handler = Box<dyn FnMut(Event)>;
/// Takes an element.
type Load = Box<dyn FnOnce(&Element)>;

/// What an attribute is.
pub enum Value {
    /// It is not there.
    Absent,
    /// A text.
    Fixed(Cow<'static, str>),
    /// A text that follows something.
    Follow(Follow<String>),
    /// There or not, following something.
    Maybe(Follow<Option<String>>),
    /// A property of the element, not an attribute.
    Property(Follow<String>),
    /// A handler of the event of this name.
    On(SendWrapper<Handler>),
    /// Takes the element as soon as it is there.
    Ref(SendWrapper<Load>),
}

/// What can be an attribute.
pub trait IntoValue {
    /// As one.
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Fixed(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Fixed(self.into())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Fixed("".into()) } else { Value::Absent }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, T::into_value)
    }
}

impl IntoValue for Follow<String> {
    fn into_value(self) -> Value {
        Value::Follow(self)
    }
}

impl IntoValue for Follow<Option<String>> {
    fn into_value(self) -> Value {
        Value::Maybe(self)
    }
}

/// What can be in an element.
pub trait IntoChild {
    /// As a view.
    fn into_child(self) -> AnyView;
}

impl IntoChild for AnyView {
    fn into_child(self) -> AnyView {
        self
    }
}

impl IntoChild for El {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl IntoChild for &'static str {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl IntoChild for String {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl IntoChild for Vec<AnyView> {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl<T: IntoChild> IntoChild for Option<T> {
    fn into_child(self) -> AnyView {
        self.map_or_else(crate::reactive::nothing, T::into_child)
    }
}

/// A view of its own.
pub fn child_view(child: impl IntoChild) -> AnyView {
    child.into_child()
}

/// Views side by side.
pub fn fragment(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

impl El {
    /// An element of this name.
    pub fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), children: Vec::new() }
    }

    #[inline(never)]
    fn push(mut self, name: &'static str, value: Value) -> Self {
        self.attributes.push((name, value));
        self
    }

    /// With an attribute.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        self.push(name, value.into_value())
    }

    /// With a property that follows a text, such as what is typed.
    pub fn prop(self, name: &'static str, value: impl Into<Follow<String>>) -> Self {
        self.push(name, Value::Property(value.into()))
    }

    /// With a handler, which runs with the owner that is there now.
    pub fn on<E: JsCast>(self, name: &'static str, mut handler: impl FnMut(E) + 'static) -> Self {
        self.handler(name, Box::new(move |event: Event| handler(event.unchecked_into())))
    }

    #[inline(never)]
    fn handler(self, name: &'static str, mut handler: Handler) -> Self {
        let owner = Owner::current().unwrap_or_default();
        let handler: Handler = Box::new(move |event| owner.with(|| handler(event)));
        self.push(name, Value::On(SendWrapper::new(handler)))
    }

    /// With a reference that holds the element.
    pub fn node_ref<E: ElementType>(self, reference: impl NodeRefContainer<E>) -> Self {
        let load: Load = Box::new(move |element| reference.load(element));
        self.push("", Value::Ref(SendWrapper::new(load)))
    }

    /// With something in it, after what is there.
    pub fn child(self, child: impl IntoChild) -> Self {
        self.push_child(child.into_child())
    }

    #[inline(never)]
    fn push_child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }
}

impl From<String> for Follow<String> {
    fn from(text: String) -> Self {
        Self::new(move || text.clone())
    }
}

/// What an element needs as long as it is there.
enum Kept {
    /// Keeps an attribute up to date.
    #[expect(dead_code, reason = "held, so that it goes on")]
    Effect(RenderEffect<()>),
    /// Hears an event.
    Listener(&'static str, Closure<dyn FnMut(Event)>),
}

/// An element in the document.
pub struct State {
    tag: &'static str,
    element: Element,
    fixed: Vec<(&'static str, Cow<'static, str>)>,
    kept: Vec<Kept>,
    children: Vec<AnyViewState>,
}

fn create(tag: &str) -> Element {
    match leptos::prelude::document().create_element(tag) {
        Ok(element) => element,
        // All names are written in this console.
        Err(_) => unreachable!("no element has this name"),
    }
}

/// Sets an attribute, or takes it away.
fn set(element: &Element, name: &str, value: Option<&str>) {
    // Fails only for a name that is none.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

impl State {
    /// Gives the element its attributes; what it has of the same text is left alone, because
    /// setting it again could undo what a person did since (`open`, for one).
    fn dress(&mut self, attributes: Vec<(&'static str, Value)>) {
        let before = std::mem::take(&mut self.fixed);
        let names: Vec<&str> = attributes.iter().map(|(name, _)| *name).collect();
        for (name, _) in before.iter().filter(|(name, _)| !names.contains(name)) {
            set(&self.element, name, None);
        }
        for (name, value) in attributes {
            let element = self.element.clone();
            match value {
                Value::Absent => set(&element, name, None),
                Value::Fixed(text) => {
                    if !before.iter().any(|(other, old)| *other == name && *old == text) {
                        set(&element, name, Some(&text));
                    }
                    self.fixed.push((name, text));
                }
                Value::Follow(mut follow) => self.follow(Box::new(move || {
                    set(&element, name, Some(&follow.invoke()));
                })),
                Value::Maybe(mut follow) => self.follow(Box::new(move || {
                    set(&element, name, follow.invoke().as_deref());
                })),
                Value::Property(mut follow) => self.follow(Box::new(move || {
                    let value = JsValue::from_str(&follow.invoke());
                    // Fails only for a property that can't be written.
                    let _ = js_sys::Reflect::set(&element, &JsValue::from_str(name), &value);
                })),
                Value::On(handler) => {
                    let closure = Closure::wrap(handler.take());
                    let callback = closure.as_ref().unchecked_ref();
                    // Fails only without a name.
                    let _ = element.add_event_listener_with_callback(name, callback);
                    self.kept.push(Kept::Listener(name, closure));
                }
                Value::Ref(load) => (load.take())(&element),
            }
        }
    }

    fn follow(&mut self, mut run: Box<dyn FnMut()>) {
        self.kept.push(Kept::Effect(RenderEffect::new(move |_| run())));
    }

    /// Ends what belongs to the attributes it had.
    fn undress(&mut self) {
        for kept in self.kept.drain(..) {
            if let Kept::Listener(name, closure) = kept {
                let callback = closure.as_ref().unchecked_ref();
                let _ = self.element.remove_event_listener_with_callback(name, callback);
            }
        }
    }
}

/// A dialog tells that it closed after it is gone from the document: nobody may hear it then.
impl Drop for State {
    fn drop(&mut self) {
        self.undress();
    }
}

impl Render for El {
    type State = State;

    fn build(self) -> State {
        let element = create(self.tag);
        let mut state =
            State { tag: self.tag, element, fixed: Vec::new(), kept: Vec::new(), children: Vec::new() };
        state.dress(self.attributes);
        for child in self.children {
            let mut child = child.build();
            child.mount(&state.element, None);
            state.children.push(child);
        }
        state
    }

    fn rebuild(self, state: &mut State) {
        if state.tag != self.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        state.undress();
        state.dress(self.attributes);
        let mut children = self.children.into_iter();
        let mut kept = 0;
        for (old, new) in state.children.iter_mut().zip(children.by_ref()) {
            new.rebuild(old);
            kept += 1;
        }
        for mut gone in state.children.drain(kept..) {
            gone.unmount();
        }
        for child in children {
            let mut child = child.build();
            child.mount(&state.element, None);
            state.children.push(child);
        }
    }
}

impl Mountable for State {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // Fails only if the marker is elsewhere by now; then there is no place for it.
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<A: leptos::tachys::html::attribute::Attribute> = Self;

    fn add_any_attr<A: leptos::tachys::html::attribute::Attribute>(self, _: A) -> Self {
        self
    }
}

/// This console is drawn in the browser only.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

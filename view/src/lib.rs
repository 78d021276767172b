//! `view!` with Leptos's syntax, compiled to calls of `crate::dom` in the crate that uses it.
//!
//! Leptos's own macro gives each element a type of its own and moves it by value into its
//! parent: good for speed, but every element is some 300 bytes of code. Here an element is a few
//! calls of functions that are in the download once.
//!
//! Understood are elements, components without children, `name=value`, `prop:name=value`,
//! `on:event=handler`, `node_ref=reference`, `{value}` and texts in quotes.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::spanned::Spanned as _;
use syn::{Error, Stmt};

/// Makes an `AnyView`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    match rstml::parse2(tokens.into()).and_then(|nodes| root(&nodes)) {
        Ok(tokens) => tokens,
        Err(error) => error.to_compile_error(),
    }
    .into()
}

fn root(nodes: &[Node]) -> Result<Tokens, Error> {
    let views = nodes.iter().filter_map(|node| child(node).transpose()).collect::<Result<Vec<_>, _>>()?;
    Ok(match views.as_slice() {
        [one] => quote!(crate::dom::child_view(#one)),
        many => quote!(crate::dom::fragment(::std::vec![#(crate::dom::child_view(#many)),*])),
    })
}

/// What is put into a parent; nothing for a comment.
fn child(node: &Node) -> Result<Option<Tokens>, Error> {
    Ok(Some(match node {
        Node::Element(element) if is_component(element.name()) => component(element)?,
        Node::Element(element) => html(element)?,
        Node::Block(block) => unbraced(block),
        Node::Text(text) => {
            let text = &text.value;
            quote!(#text)
        }
        Node::Comment(_) => return Ok(None),
        other => {
            return Err(Error::new(other.span(), "this view! knows elements, texts in quotes and {values}"));
        }
    }))
}

/// What is between braces, without them if it is one expression: they are only syntax here.
fn unbraced(block: &NodeBlock) -> Tokens {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([Stmt::Expr(value, None)]) => quote!(#value),
        _ => quote!(#block),
    }
}

/// Components are written with a capital, as types are.
fn is_component(name: &NodeName) -> bool {
    name.to_string().starts_with(|first: char| first.is_ascii_uppercase())
}

fn html(element: &NodeElement<Infallible>) -> Result<Tokens, Error> {
    let name = element.name();
    let tag = name.to_string();
    let span = name.span();
    let mut tokens = quote_spanned!(span=> crate::dom::El::new(#tag));
    for attribute in element.attributes() {
        tokens.extend(html_attribute(attribute)?);
    }
    for node in &element.children {
        if let Some(child) = child(node)? {
            tokens.extend(quote!(.child(#child)));
        }
    }
    Ok(tokens)
}

fn html_attribute(attribute: &NodeAttribute) -> Result<Tokens, Error> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(Error::new(attribute.span(), "no blocks among attributes"));
    };
    let name = attribute.key.to_string();
    let span = attribute.key.span();
    let value = attribute.value().map_or_else(|| quote!(true), |value| quote!(#value));
    if let Some(event) = name.strip_prefix("on:") {
        let kind = event_type(event);
        return Ok(quote_spanned!(span=> .on::<::web_sys::#kind>(#event, #value)));
    }
    if let Some(property) = name.strip_prefix("prop:") {
        return Ok(quote_spanned!(span=> .prop(#property, #value)));
    }
    if name == "node_ref" {
        return Ok(quote_spanned!(span=> .node_ref(#value)));
    }
    Ok(quote_spanned!(span=> .attr(#name, #value)))
}

/// What the browser hands to the handlers of an event.
fn event_type(name: &str) -> syn::Ident {
    let kind = match name {
        "click" => "MouseEvent",
        "submit" => "SubmitEvent",
        "keydown" | "keyup" => "KeyboardEvent",
        _ => "Event",
    };
    syn::Ident::new(kind, proc_macro2::Span::call_site())
}

fn component(element: &NodeElement<Infallible>) -> Result<Tokens, Error> {
    let name = element.name();
    if let Some(child) = element.children.first() {
        return Err(Error::new(child.span(), "a component of this console takes views as properties"));
    }
    let mut properties = Tokens::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "no blocks among properties"));
        };
        let key = &attribute.key;
        let value = attribute.value().map_or_else(|| quote!(true), |value| quote!(#value));
        properties.extend(quote!(.#key(#value)));
    }
    Ok(quote! {
        ::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name) #properties .build()
        )
    })
}

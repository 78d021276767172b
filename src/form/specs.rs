//! Suggested spec codes of a form.

use std::sync::Arc;

use databoxframe::product::{Product, SPECS};
use leptos::prelude::*;

use super::field::SpecList;
use crate::locale::{Texts, texts};
use crate::untrusted::line;

/// A code with its description.
pub type KnownSpec = (Product, String, String);

/// The `id` of a list of suggestions.
pub(super) fn dom_id(list: SpecList) -> String {
    format!("specs-{}", list.name)
}

/// Suggestions: documented codes, then codes that the account uses.
#[component]
pub fn SpecOptions(lists: &'static [SpecList], used: Signal<Arc<Vec<KnownSpec>>>) -> impl IntoView {
    let t = texts();
    let lists = lists.iter().map(|list| {
        let options = move || {
            let option = |(code, name): (String, String)| {
                view! { <option value=code>{line(&name).words(t)}</option> }
            };
            used.with(|used| known(*list, used, t)).into_iter().map(option).collect_view()
        };
        view! { <datalist id=dom_id(*list)>{options}</datalist> }
    });
    lists.collect_view()
}

/// The codes of a list with their descriptions.
fn known(list: SpecList, used: &[KnownSpec], t: &Texts) -> Vec<(String, String)> {
    let mut known: Vec<(String, String)> = SPECS
        .iter()
        .filter(|spec| list.products.contains(&spec.product))
        .map(|spec| (spec.id.to_string(), (t.forms.spec)(spec.name, spec.vcpu, spec.memory_gb)))
        .collect();
    for (product, code, name) in used {
        if list.products.contains(product) && known.iter().all(|(other, _)| other != code) {
            known.push((code.clone(), name.clone()));
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn documented_codes_come_first_and_each_stands_once() {
        const LIST: SpecList = SpecList { name: "admin", products: &[Product::AdminCentos] };
        let used = [
            (Product::AdminCentos, "1001".to_owned(), "own name".to_owned()),
            (Product::AdminCentos, "77".to_owned(), "other".to_owned()),
            (Product::AdminCentos, "77".to_owned(), "again".to_owned()),
            (Product::Nas, "78".to_owned(), "a volume".to_owned()),
        ];
        let known = |locale: Locale| known(LIST, &used, locale.texts());
        let english = known(Locale::English);
        assert_eq!(english.first(), Some(&("1001".into(), "S2 L1: 2 vCPU, 8 GB".into())));
        assert_eq!(english.last(), Some(&("77".into(), "other".into())));
        assert_eq!(english.iter().filter(|(code, _)| code == "77").count(), 1);
        assert_eq!(known(Locale::Korean)[0].1, "S2 L1: vCPU 2개, 메모리 8GB");
    }
}

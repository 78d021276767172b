//! Existing infrastructure in the forms that change it.

use std::sync::Arc;

use databoxframe::code::{BoxStatus, FrameStatus};
use databoxframe::data_box::BoxInfra;
use databoxframe::frame::{FrameInfra, FrameInfraKind};
use databoxframe::product::Product;
use databoxframe::{Amount, Id};
use leptos::prelude::*;

use super::actions::{Subject, can_change};
use super::form_lists::{EDGE_SPEC, MASTER_SPEC, SPEC, STORAGE, STORAGE_NO, WORKER_SPEC};
use crate::components::format::grouped;
use crate::form::{Existing, Filled, KnownSpec};
use crate::locale::texts;
use crate::number::parse_gb;
use crate::paging::Paged;
use crate::untrusted::name_or;

/// Spec codes that the infrastructure of a box uses.
pub fn used_specs(infra: &Paged<BoxInfra>) -> Vec<KnownSpec> {
    let known = |item: &BoxInfra| {
        let name = item.spec_name.as_deref().unwrap_or_default().to_owned();
        Some((item.product.clone()?, item.prod_spec_id.as_ref()?.to_string(), name))
    };
    infra.records.iter().filter_map(known).collect()
}

/// Spec codes that a frame's own servers use.
pub fn used_frame_specs(infra: &Paged<FrameInfra>) -> Vec<KnownSpec> {
    let known = |item: &FrameInfra| {
        // The answer has no product code: its spec code is suggested for both operating systems.
        let name = item.spec_name.as_deref().unwrap_or_default().to_owned();
        Some((Product::AdminCentos, item.prod_spec_id.as_ref()?.to_string(), name))
    };
    let servers = infra.records.iter().filter(|item| item.kind() == FrameInfraKind::Server);
    servers.filter_map(known).collect()
}

/// Existing resources of these products in a box. The nodes of a cluster are one resource.
pub fn of_box(
    infra: Signal<Option<Arc<Paged<BoxInfra>>>>,
    products: &'static [Product],
) -> Signal<Vec<Existing>> {
    Signal::derive(move || {
        let mut found: Vec<Existing> = Vec::new();
        let Some(infra) = infra.get() else { return found };
        for item in &infra.records {
            let (Some(product), Some(number)) = (&item.product, &item.instance_no) else { continue };
            if products.contains(product) {
                match found.iter_mut().find(|known| known.number == *number) {
                    Some(cluster) => cluster.now.extend(fields_now(product, item)),
                    None => found.push(one_of_box(product, number, item)),
                }
            }
        }
        found
    })
}

fn one_of_box(product: &Product, number: &Id, item: &BoxInfra) -> Existing {
    let t = texts();
    let spec = match (item.spec_name.as_deref(), product) {
        (Some(size), Product::Nas) => (t.gb)(&grouped(size)),
        (spec, _) => spec.unwrap_or_default().to_owned(),
    };
    let kind = item.product_type.as_deref().unwrap_or(product.as_str());
    let size = item.spec_name.as_deref().filter(|_| *product == Product::Nas);
    Existing {
        number: number.clone(),
        gb: size.and_then(|size| parse_gb(size).ok()),
        name: name_or(item.name.as_deref(), number.as_str()).to_owned(),
        facts: known([kind, &spec, number.as_str()]),
        now: fields_now(product, item),
        availability: can_change(Subject::Item, item.status.as_ref().map(BoxStatus::phase), t),
    }
}

/// The form's values for a resource that is to be changed.
fn fields_now(product: &Product, item: &BoxInfra) -> Vec<Filled> {
    let code = item.prod_spec_id.as_ref().map(Id::to_string).unwrap_or_default();
    match product {
        Product::HadoopEdge => vec![EDGE_SPEC.filled(code)],
        Product::HadoopMaster => vec![MASTER_SPEC.filled(code)],
        Product::HadoopWorker => vec![WORKER_SPEC.filled(code)],
        _ => {
            let size = item.block_storage_gb.as_ref().and_then(Amount::whole).filter(|size| *size > 0);
            let storage = item.block_storage_no.as_ref();
            let storage = storage.filter(|number| number.number().is_some_and(|number| number > 0));
            vec![
                SPEC.filled(code),
                STORAGE.filled(size.map(|size| size.to_string()).unwrap_or_default()),
                STORAGE_NO.filled(storage.map(Id::to_string).unwrap_or_default()),
            ]
        }
    }
}

/// Existing resources of this kind in a frame.
pub fn of_frame(
    infra: Signal<Option<Arc<Paged<FrameInfra>>>>,
    kind: FrameInfraKind,
) -> Signal<Vec<Existing>> {
    Signal::derive(move || {
        let infra = infra.get();
        let items = infra.iter().flat_map(|infra| &infra.records);
        items.filter(|item| item.kind() == kind).filter_map(one_of_frame).collect()
    })
}

fn one_of_frame(item: &FrameInfra) -> Option<Existing> {
    let t = texts();
    let number = item.instance_no.clone()?;
    let spec = item.spec_name.as_deref().unwrap_or_default();
    let gb = parse_gb(spec).ok().filter(|_| item.is_nas());
    let spec = if item.is_nas() { (t.gb)(&grouped(spec)) } else { spec.to_owned() };
    Some(Existing {
        name: name_or(item.name.as_deref(), number.as_str()).to_owned(),
        facts: known([item.os_name.as_deref().unwrap_or_default(), &spec, number.as_str()]),
        gb,
        now: vec![SPEC.filled(item.prod_spec_id.as_ref().map(Id::to_string).unwrap_or_default())],
        availability: can_change(Subject::Item, item.status.as_ref().map(FrameStatus::phase), t),
        number,
    })
}

/// Known properties.
fn known(facts: [&str; 3]) -> Vec<String> {
    facts.into_iter().filter(|fact| !fact.is_empty()).map(str::to_owned).collect()
}

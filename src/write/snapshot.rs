//! Snapshots of the resources that a write changes: read before and after, and compared.
//!
//! Items are identified by kind and number. Values are compared by meaning, see [`Value`].

mod value;

pub use value::Value;

use databoxframe::{Amount, Id};

use crate::locale::Texts;
use crate::untrusted::{apart, line};

/// Kind of an instance. Each kind has its own numbers: a server and a volume may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstanceKind {
    /// A server.
    Server,
    /// A node of a cluster.
    Node,
    /// A volume.
    Volume,
    /// Another kind, or unknown.
    Unknown,
}

impl InstanceKind {
    /// Whether two kinds may be the same.
    pub fn may_be(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// Identity of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemId {
    /// A frame.
    Frame(Id),
    /// A data box.
    DataBox(Id),
    /// A server, node or volume. The nodes of a cluster share their number.
    Infrastructure {
        /// Kind.
        kind: InstanceKind,
        /// Number, if the service gave one.
        number: Option<Id>,
        /// Name, as the service wrote it.
        name: String,
    },
    /// An import request.
    Import(Id),
    /// An export request.
    Export(Id),
}

impl ItemId {
    /// Whether both may be the same instance, one of which has no name or kind yet.
    fn is_same_instance(&self, other: &Self) -> bool {
        let Self::Infrastructure { kind, number: Some(number), name } = self else { return false };
        let Self::Infrastructure { kind: other_kind, number: other_number, name: other_name } = other else {
            return false;
        };
        other_number.as_ref() == Some(number)
            && kind.may_be(*other_kind)
            && (name == other_name || name.is_empty() || other_name.is_empty())
    }
}

/// A property of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// Name of a frame, box or instance.
    Name,
    /// File of a request.
    File,
    /// Status.
    Status,
    /// Size of a file, in MB.
    FileSize,
    /// Capacity of a volume, or spec of a server.
    Spec,
    /// Block storage of a server, in GB.
    Storage,
    /// Applicant of an export.
    Applicant,
    /// Number of the box of a request.
    DataBox,
    /// Name of the box of a request.
    BoxName,
    /// NAS volume of a request.
    Nas,
    /// Bucket of a request.
    Bucket,
    /// Time of the request.
    Requested,
    /// Time of the review.
    Reviewed,
    /// Time of the creation.
    Created,
    /// Description of an exported file.
    Description,
    /// Purpose of an export.
    Purpose,
    /// Memo.
    Memo,
    /// Whether the external network is blocked.
    ExternalNetwork,
    /// Number of boxes of a frame.
    Boxes,
    /// Number of servers, nodes and volumes of a frame or box.
    Infrastructure,
    /// Number of SSL VPN accounts of a box.
    Accounts,
    /// Number of export requests of a box.
    Exports,
    /// Fields that the API reference does not list, as JSON.
    OtherFields,
}

impl Property {
    /// Label.
    pub fn label(self, t: &'static Texts) -> &'static str {
        match self {
            Self::Name => t.name,
            Self::File => t.file,
            Self::Status => t.status,
            Self::FileSize => t.size,
            Self::Spec => t.spec,
            Self::Storage => t.writes.storage,
            Self::Applicant => t.applicant,
            Self::DataBox | Self::BoxName => t.data_box,
            Self::Nas => t.infra.nas,
            Self::Bucket => t.infra.bucket,
            Self::Requested => t.requested,
            Self::Reviewed => t.reviewed,
            Self::Created => t.created,
            Self::Description => t.description,
            Self::Purpose => t.purpose,
            Self::Memo => t.memo,
            Self::ExternalNetwork => t.network,
            Self::Boxes => t.boxes_table,
            Self::Infrastructure => t.actions.servers_and_volumes,
            Self::Accounts => t.ssl_vpn_count,
            Self::Exports => t.export_count,
            Self::OtherFields => t.other_fields,
        }
    }
}

/// A resource in a snapshot.
#[derive(Clone, Debug)]
pub struct Item {
    /// Identity.
    pub id: ItemId,
    /// Properties, in the order they are shown.
    pub properties: Vec<(Property, Value)>,
}

impl Item {
    /// The value of a property; [`Value::Absent`] if there is none.
    pub fn get(&self, wanted: Property) -> &Value {
        let found = self.properties.iter().find(|(property, _)| *property == wanted);
        found.map_or(&Value::Absent, |(_, value)| value)
    }

    /// Whether a property was read, also if it has no value.
    fn has(&self, wanted: Property) -> bool {
        self.properties.iter().any(|(property, _)| *property == wanted)
    }

    /// Adds how many records a list has, unless it could not be read whole.
    pub fn count(&mut self, property: Property, count: Option<usize>) {
        let amount = |count: usize| Value::Amount(Amount::new(count.to_string()));
        self.properties.extend(count.map(|count| (property, amount(count))));
    }

    /// Whether two items are equal.
    fn is_same(&self, other: &Self) -> bool {
        let mut changes = Vec::new();
        if self.id == other.id {
            differences(self, other, &mut changes);
        }
        self.id == other.id && changes.is_empty()
    }

    /// Kind, number and name.
    fn title(&self, t: &'static Texts) -> String {
        match &self.id {
            ItemId::Frame(number) => format!("{} {number}", t.frame),
            ItemId::DataBox(number) => format!("{} {number}", t.data_box),
            ItemId::Infrastructure { number, name, .. } => {
                apart([line(name).words(t), number.as_ref().map_or_else(String::new, Id::to_string)], "")
            }
            ItemId::Import(number) => format!("{} {number}", t.watch.import),
            ItemId::Export(number) => format!("{} {number}", t.watch.export),
        }
    }

    /// Kind, number, and all other known properties.
    pub fn words(&self, t: &'static Texts) -> String {
        let values = self.properties.iter().map(|(_, value)| value.words(t));
        apart(std::iter::once(self.title(t)).chain(values), "")
    }
}

/// The result of a read.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The resources.
    pub items: Vec<Item>,
    /// Whether a list may be incomplete: then a missing item proves nothing.
    pub incomplete: bool,
}

impl Snapshot {
    /// A snapshot of one resource.
    pub fn of(item: Item) -> Self {
        Self { items: vec![item], incomplete: false }
    }

    /// Adds the result of another read.
    pub fn join(&mut self, other: Self) {
        self.items.extend(other.items);
        self.incomplete |= other.incomplete;
    }

    /// The item of this identity.
    pub fn find(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// Whether it says what became of what was shown. A list that could not be read may hide an item,
    /// or be missing as a property.
    pub fn tells(&self, shown: &Item) -> bool {
        match self.find(&shown.id) {
            Some(now) => shown.properties.iter().all(|(property, _)| now.has(*property)),
            None => !self.incomplete,
        }
    }

    /// The differences to a later snapshot.
    pub fn changes(&self, after: &Self) -> Vec<Change> {
        let mut rest: Vec<&Item> = after.items.iter().collect();
        let mut changes = Vec::new();
        let mut gone = Vec::new();
        for before in &self.items {
            // Nodes may share number and name: unchanged ones are matched first.
            let same = rest.iter().position(|item| item.is_same(before));
            match same.or_else(|| rest.iter().position(|item| item.id == before.id)) {
                Some(index) => differences(before, rest.remove(index), &mut changes),
                None => gone.push(before),
            }
        }
        for before in gone {
            // An instance may get its name later than its number.
            match rest.iter().position(|item| item.id.is_same_instance(&before.id)) {
                Some(index) => differences(before, rest.remove(index), &mut changes),
                None => changes.push(Change::Removed(before.clone())),
            }
        }
        changes.extend(rest.into_iter().cloned().map(Change::Added));
        changes
    }

    /// The differences between `shown` and this snapshot, in the properties that were shown.
    pub fn changes_since(&self, shown: &Item) -> Vec<Change> {
        let Some(now) = self.find(&shown.id) else { return vec![Change::Removed(shown.clone())] };
        let properties = shown.properties.iter().map(|(property, _)| (*property, now.get(*property).clone()));
        let now = Item { id: now.id.clone(), properties: properties.collect() };
        let mut changes = Vec::new();
        differences(shown, &now, &mut changes);
        changes
    }
}

fn differences(before: &Item, after: &Item, changes: &mut Vec<Change>) {
    let new = after
        .properties
        .iter()
        .filter(|(property, _)| before.properties.iter().all(|(other, _)| other != property));
    for (property, _) in before.properties.iter().chain(new) {
        let (old, new) = (before.get(*property), after.get(*property));
        if !old.is_same(new) {
            changes.push(Change::Property {
                item: before.clone(),
                property: *property,
                before: old.clone(),
                after: new.clone(),
            });
        }
    }
}

/// A difference between two snapshots.
#[derive(Clone, Debug)]
pub enum Change {
    /// A new item.
    Added(Item),
    /// A removed item.
    Removed(Item),
    /// A new value of a property.
    Property {
        /// The item before.
        item: Item,
        /// The property.
        property: Property,
        /// The value before.
        before: Value,
        /// The value after.
        after: Value,
    },
}

impl Change {
    /// The changed item.
    pub fn item(&self) -> &Item {
        match self {
            Self::Added(item) | Self::Removed(item) | Self::Property { item, .. } => item,
        }
    }

    /// The change in one line.
    pub fn words(&self, t: &'static Texts) -> String {
        match self {
            Self::Added(item) => (t.writes.added)(&item.words(t)),
            Self::Removed(item) => (t.writes.removed)(&item.words(t)),
            Self::Property { item, property, before, after } => {
                let shown = |value: &Value| Some(value.words(t)).filter(|text| !text.is_empty());
                let shown = |value| shown(value).unwrap_or_else(|| t.no_text.to_owned());
                let said = format!("{}: {} → {}", property.label(t), shown(before), shown(after));
                match item.id {
                    // One of several instances: named in the line.
                    ItemId::Infrastructure { .. } => apart([item.title(t), said], ""),
                    _ => said,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;

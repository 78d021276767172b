//! Snapshots of the resources that a write changes: read before it is sent and after, and compared.
//!
//! Items are told apart by their numbers, values are compared by what they mean: null is like
//! absent, `1.0` is `1`, `…:45.0` is `…:45`. Another way of writing is no change.

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus};
use databoxframe::date::Stamp;
use databoxframe::{Amount, Flag, Id};

use crate::codes;
use crate::locale::Texts;
use crate::untrusted::line;

/// Which resource an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemId {
    /// A frame.
    Frame(Id),
    /// A data box.
    DataBox(Id),
    /// A server, node or volume. The nodes of a cluster share their number.
    Infrastructure {
        /// Its number, if the service gave one.
        number: Option<Id>,
        /// Its name, as the service wrote it.
        name: String,
    },
    /// An import request.
    Import(Id),
    /// An export request.
    Export(Id),
}

impl ItemId {
    /// Whether both are an instance of the same number, and one has no name yet.
    fn is_same_instance(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Infrastructure { number: Some(number), name },
                Self::Infrastructure { number: Some(other), name: other_name },
            ) => number == other && (name.is_empty() || other_name.is_empty()),
            _ => false,
        }
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
    /// Box of a request.
    DataBox,
    /// When it was requested.
    Requested,
    /// When it was reviewed.
    Reviewed,
    /// When it was created.
    Created,
    /// Description of an exported file.
    Description,
    /// Purpose of an export.
    Purpose,
    /// Memo.
    Memo,
    /// Whether the external network is blocked.
    ExternalNetwork,
    /// Fields that the API reference does not know, as JSON.
    OtherFields,
}

impl Property {
    /// What it is called.
    pub fn label(self, t: &'static Texts) -> &'static str {
        match self {
            Self::Name => t.name,
            Self::File => t.file,
            Self::Status => t.status,
            Self::FileSize => t.size,
            Self::Spec => t.spec,
            Self::Storage => t.writes.storage,
            Self::Applicant => t.applicant,
            Self::DataBox => t.data_box,
            Self::Requested => t.requested,
            Self::Reviewed => t.reviewed,
            Self::Created => t.created,
            Self::Description => t.description,
            Self::Purpose => t.purpose,
            Self::Memo => t.memo,
            Self::ExternalNetwork => t.network,
            Self::OtherFields => t.other_fields,
        }
    }
}

/// The value of a property.
#[derive(Clone, Debug)]
pub enum Value {
    /// None was given; an empty text counts as none.
    Absent,
    /// A text.
    Text(Box<str>),
    /// A quantity.
    Amount(Amount),
    /// A date.
    Date(Stamp),
    /// A yes or no.
    Flag(Flag),
    /// Status of a frame or of its infrastructure.
    FrameStatus(FrameStatus),
    /// Status of a box or of its infrastructure.
    BoxStatus(BoxStatus),
    /// Status of an import request.
    ImportStatus(ImportStatus),
    /// Status of an export request.
    ExportStatus(ExportStatus),
}

impl Value {
    /// A text, if there is one.
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Absent, |text| Self::Text(text.into()))
    }

    /// A quantity, if there is one.
    pub fn amount(amount: Option<&Amount>) -> Self {
        let given = amount.filter(|amount| !amount.as_str().trim().is_empty());
        given.cloned().map_or(Self::Absent, Self::Amount)
    }

    /// A date, if there is one.
    pub fn date(date: Option<&Stamp>) -> Self {
        let given = date.filter(|date| !date.as_str().trim().is_empty());
        given.cloned().map_or(Self::Absent, Self::Date)
    }

    /// Whether both mean the same.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Amount(a), Self::Amount(b)) => same_number(a.as_str(), b.as_str()),
            (Self::Date(a), Self::Date(b)) => same_date(a.as_str(), b.as_str()),
            (Self::Flag(a), Self::Flag(b)) => a == b,
            (Self::FrameStatus(a), Self::FrameStatus(b)) => a == b,
            (Self::BoxStatus(a), Self::BoxStatus(b)) => a == b,
            (Self::ImportStatus(a), Self::ImportStatus(b)) => a == b,
            (Self::ExportStatus(a), Self::ExportStatus(b)) => a == b,
            _ => false,
        }
    }

    /// In words for a [`crate::untrusted::sentence`], as the API wrote it where it is no code;
    /// empty if absent.
    pub fn words(&self, t: &'static Texts) -> String {
        let text = match self {
            Self::Absent => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Amount(amount) => amount.to_string(),
            Self::Date(date) => date.as_str().to_owned(),
            Self::Flag(flag) => codes::network(Some(flag), t).as_str().to_owned(),
            Self::FrameStatus(status) => codes::frame_status(Some(status), None, t).as_str().to_owned(),
            Self::BoxStatus(status) => codes::box_status(Some(status), None, t).as_str().to_owned(),
            Self::ImportStatus(status) => codes::import_status(Some(status), t).as_str().to_owned(),
            Self::ExportStatus(status) => codes::export_status(status, t).as_str().to_owned(),
        };
        line(&text).words(t)
    }
}

/// A decimal number as its sign, whole digits and fraction, without zeros that mean nothing.
fn decimal(text: &str) -> Option<(bool, &str, &str)> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    Some((negative && !(whole.is_empty() && fraction.is_empty()), whole, fraction))
}

fn same_number(a: &str, b: &str) -> bool {
    match (decimal(a), decimal(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// A date without a fraction of zeros.
fn whole_seconds(text: &str) -> &str {
    let text = text.trim();
    match text.rsplit_once('.') {
        Some((date, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0') => date,
        _ => text,
    }
}

fn same_date(a: &str, b: &str) -> bool {
    let date = |text: &str| Stamp::new(whole_seconds(text)).date();
    match (date(a), date(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// A resource as it was read.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub id: ItemId,
    /// Its properties, in the order they are shown.
    pub properties: Vec<(Property, Value)>,
}

impl Item {
    /// The value of a property; absent if it is not there.
    pub fn get(&self, wanted: Property) -> &Value {
        let found = self.properties.iter().find(|(property, _)| *property == wanted);
        found.map_or(&Value::Absent, |(_, value)| value)
    }

    /// Whether nothing of it differs.
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
            ItemId::Infrastructure { number, name } => {
                joined([line(name).words(t).as_str(), number.as_ref().map_or("", Id::as_str)], " ")
            }
            ItemId::Import(number) => format!("{} {number}", t.watch.import),
            ItemId::Export(number) => format!("{} {number}", t.watch.export),
        }
    }

    /// Kind, number, and everything else that is known.
    pub fn words(&self, t: &'static Texts) -> String {
        let values = self.properties.iter().map(|(_, value)| value.words(t));
        let parts: Vec<String> = std::iter::once(self.title(t)).chain(values).collect();
        joined(parts.iter().map(String::as_str), " · ")
    }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a str>, separator: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}

/// What a read showed.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The resources.
    pub items: Vec<Item>,
    /// Whether a list in it may lack items: then nothing follows from what is not in it.
    pub incomplete: bool,
}

impl Snapshot {
    /// Of one resource.
    pub fn of(item: Item) -> Self {
        Self { items: vec![item], incomplete: false }
    }

    /// Takes in what another read showed.
    pub fn join(&mut self, other: Self) {
        self.items.extend(other.items);
        self.incomplete |= other.incomplete;
    }

    /// The item of this identity.
    pub fn find(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// What differs in `after`.
    pub fn changes(&self, after: &Self) -> Vec<Change> {
        let mut rest: Vec<&Item> = after.items.iter().collect();
        let mut changes = Vec::new();
        let mut gone = Vec::new();
        for before in &self.items {
            // Nodes may share number and name: those that are as they were come first.
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

    /// How `shown` differs from what was read, in the properties that were shown.
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
    /// An item whose number was not there before.
    Added(Item),
    /// An item that is gone.
    Removed(Item),
    /// A property with another value.
    Property {
        /// The item, as it was before.
        item: Item,
        /// Which property.
        property: Property,
        /// The value before.
        before: Value,
        /// The value after.
        after: Value,
    },
}

impl Change {
    /// The item it is about.
    pub fn item(&self) -> &Item {
        match self {
            Self::Added(item) | Self::Removed(item) | Self::Property { item, .. } => item,
        }
    }

    /// A line that says it.
    pub fn words(&self, t: &'static Texts) -> String {
        match self {
            Self::Added(item) => (t.writes.added)(&item.words(t)),
            Self::Removed(item) => (t.writes.removed)(&item.words(t)),
            Self::Property { item, property, before, after } => {
                let shown = |value: &Value| Some(value.words(t)).filter(|text| !text.is_empty());
                let shown = |value| shown(value).unwrap_or_else(|| t.no_text.to_owned());
                let said = format!("{}: {} → {}", property.label(t), shown(before), shown(after));
                match item.id {
                    // One of several: the line says which.
                    ItemId::Infrastructure { .. } => format!("{} · {said}", item.title(t)),
                    _ => said,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;

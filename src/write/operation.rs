//! What the console knows about a write beyond the API's types: what its answer says, what it may
//! change, and what has to be as it was shown.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use databoxframe::data_box::CreateDataBox;
use databoxframe::error::Meaning;
use databoxframe::rule::Violation;
use databoxframe::{Id, Operation, Page, Spec, Unsigned, prepare};

use serde_json::{Map, Value};

use super::Target;
use super::guard::Guard;
use super::snapshot::{Change, Item, Snapshot};
use crate::gateway::{Abort, Client, Confirmed, Failure, HasReceipt, Priority, Receipt};
use crate::paging::{Listed, Paging, RecordOf, read_all};

/// How many new things a write makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// None.
    Nothing,
    /// So many.
    New(usize),
    /// It can't be told: the service decides how many, or the body was edited.
    Some,
}

/// One of the 13 writes: the operation that is sent, and what is known about it.
pub trait Write: Operation<Response: HasReceipt> + Clone + Send + Sync + 'static {
    /// What was shown to the person who decides, and must still be so when it is sent.
    type Shown: Into<Guard>;

    /// The resource it is about.
    fn target(&self) -> Target;

    /// Reads what it may change.
    fn snapshot(&self, reader: Reader) -> impl Future<Output = Result<Snapshot, Failure>>;

    /// Whether it may be the cause of a change.
    fn may_cause(&self, change: &Change) -> bool;

    /// Whether a change that it may cause is known to be what it does: then a refusal did not keep it
    /// from taking effect.
    fn is_certain(&self, _change: &Change) -> bool {
        true
    }

    /// How many new things it makes.
    fn makes(&self) -> Makes {
        Makes::Nothing
    }
}

/// Reads for a snapshot. Not aborted: what follows from them has to be known.
#[derive(Clone, Copy)]
pub struct Reader(pub(super) Client);

impl Reader {
    /// Sends a read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read<O: Operation>(self, operation: &O) -> Result<O::Response, Failure> {
        self.0.read_at(operation, Priority::Write, &Abort::new()).await
    }

    /// Reads a list, all its pages.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn list<O>(
        self,
        paging: Paging,
        operation: impl Fn(Option<Page>) -> O,
        item: fn(&RecordOf<O>) -> Item,
    ) -> Result<Snapshot, Failure>
    where
        O: Operation<Response: Listed>,
    {
        let read = read_all(self.0, &Abort::new(), paging, operation).await?;
        let incomplete = !read.completeness.is_complete();
        Ok(Snapshot { items: read.records.iter().map(item).collect(), incomplete })
    }
}

/// What was read of a resource; nothing if the service says that it does not exist.
///
/// # Errors
/// Any other failure.
pub(super) fn or_gone(read: Result<Snapshot, Failure>) -> Result<Snapshot, Failure> {
    match read {
        Err(Failure::Answer(error)) if error.meaning() == Meaning::NoSuchThing => Ok(Snapshot::default()),
        other => other,
    }
}

/// What two reads showed. One that failed leaves the other, which may then lack items.
///
/// # Errors
/// If both failed.
pub(super) fn joined(
    first: Result<Snapshot, Failure>,
    second: Result<Snapshot, Failure>,
) -> Result<Snapshot, Failure> {
    match (first, second) {
        (Ok(mut first), Ok(second)) => {
            first.join(second);
            Ok(first)
        }
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(Snapshot { incomplete: true, ..one }),
        (Err(failure), Err(_)) => Err(failure),
    }
}

type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + 'a>>;

/// A write of any type.
pub trait AnyWrite: Send + Sync {
    /// The constant facts of its operation.
    fn spec(&self) -> &'static Spec;
    /// See [`Write::target`].
    fn target(&self) -> Target;
    /// The request, or the documented limits that it breaks.
    ///
    /// # Errors
    /// The limits.
    fn prepare(&self) -> Result<Unsigned, Vec<Violation>>;
    /// Sends it once, as it was prepared and perhaps edited.
    fn send<'a>(&'a self, client: Client, unsigned: &'a Unsigned) -> Sending<'a, Receipt>;
    /// See [`Write::snapshot`].
    fn snapshot(&self, client: Client) -> Sending<'_, Snapshot>;
    /// See [`Write::may_cause`].
    fn may_cause(&self, change: &Change) -> bool;
    /// See [`Write::is_certain`].
    fn is_certain(&self, change: &Change) -> bool;
    /// See [`Write::makes`].
    fn makes(&self) -> Makes;
}

impl<W: Write> AnyWrite for W {
    fn spec(&self) -> &'static Spec {
        W::SPEC
    }

    fn target(&self) -> Target {
        Write::target(self)
    }

    fn prepare(&self) -> Result<Unsigned, Vec<Violation>> {
        prepare(self)
    }

    fn send<'a>(&'a self, client: Client, unsigned: &'a Unsigned) -> Sending<'a, Receipt> {
        let confirmed = Confirmed::<W>::new(unsigned.clone());
        // A request of another operation is not sent.
        Box::pin(async move { client.write(&confirmed.ok_or(Failure::Invalid(Vec::new()))?).await })
    }

    fn snapshot(&self, client: Client) -> Sending<'_, Snapshot> {
        Box::pin(Write::snapshot(self, Reader(client)))
    }

    fn may_cause(&self, change: &Change) -> bool {
        Write::may_cause(self, change)
    }

    fn is_certain(&self, change: &Change) -> bool {
        Write::is_certain(self, change)
    }

    fn makes(&self) -> Makes {
        Write::makes(self)
    }
}

/// A write whose body was edited: what it changes can't be told from its fields.
pub struct Edited(pub Arc<dyn AnyWrite>);

impl AnyWrite for Edited {
    fn spec(&self) -> &'static Spec {
        self.0.spec()
    }

    fn target(&self) -> Target {
        self.0.target()
    }

    fn prepare(&self) -> Result<Unsigned, Vec<Violation>> {
        self.0.prepare()
    }

    fn send<'a>(&'a self, client: Client, unsigned: &'a Unsigned) -> Sending<'a, Receipt> {
        self.0.send(client, unsigned)
    }

    fn snapshot(&self, client: Client) -> Sending<'_, Snapshot> {
        self.0.snapshot(client)
    }

    fn may_cause(&self, _: &Change) -> bool {
        true
    }

    fn is_certain(&self, change: &Change) -> bool {
        self.0.may_cause(change) && self.0.is_certain(change)
    }

    fn makes(&self) -> Makes {
        // One box, whatever is in it.
        if self.0.spec() == CreateDataBox::SPEC { self.0.makes() } else { Makes::Some }
    }
}

/// Makes a write of what the confirmation asks for.
type Make = dyn Fn(&str) -> Arc<dyn AnyWrite> + Send + Sync;

/// A write that waits for its confirmation: how it is made of what the confirmation asks for, and
/// what guards it.
#[derive(Clone)]
pub struct Proposal {
    make: Arc<Make>,
    guard: Guard,
}

/// A decision can't be made without what was shown of its request:
///
/// ```compile_fail,E0308
/// use databoxframe::{Id, export_review::ExportFileApprove};
/// use databoxframe_console::write::{Proposal, Unguarded};
///
/// let number = || Id::from(1);
/// let (frame_no, box_no, export_apply_id) = (number(), number(), number());
/// Proposal::new(ExportFileApprove { frame_no, box_no, export_apply_id }, Unguarded);
/// ```
impl Proposal {
    /// A write that is complete.
    pub fn new<W: Write>(write: W, shown: W::Shown) -> Self {
        Self::asking(shown, move |_| write.clone())
    }

    /// A write that is made of what the confirmation asks for.
    pub fn asking<W: Write>(shown: W::Shown, make: impl Fn(&str) -> W + Send + Sync + 'static) -> Self {
        Self { make: Arc::new(move |typed| Arc::new(make(typed))), guard: shown.into() }
    }

    /// The write, with what was typed.
    pub fn write(&self, typed: &str) -> Arc<dyn AnyWrite> {
        (self.make)(typed)
    }

    /// What guards it.
    pub fn guard(&self) -> &Guard {
        &self.guard
    }

    /// The request, with what was typed.
    ///
    /// # Errors
    /// The documented limits that it breaks.
    pub fn prepare(&self, typed: &str) -> Result<Unsigned, Vec<Violation>> {
        self.write(typed).prepare()
    }
}

/// The fields that say what a request is about.
const TARGETS: [&str; 4] = ["dataBoxFrameNo", "dataBoxNo", "exportApplyId", "nasVolumeInstanceNo"];

/// The first field by which an edited body is about something else than what was shown, or
/// deletes something else: what was confirmed, by name where data is lost, is what was shown.
pub fn other_target(plain: &Unsigned, edited: &Unsigned) -> Option<&'static str> {
    let (plain, edited) = (plain.body.as_ref()?, edited.body.as_ref()?);
    let nested = |body: &Map<String, Value>| Some(body.get("dataBoxInfo")?.get("dataBoxNo").map(id));
    // A value that is no number differs from one that is absent.
    let differs = |name: &&str| plain.get(*name).map(id) != edited.get(*name).map(id);
    if let Some(name) = TARGETS.into_iter().find(differs) {
        return Some(name);
    }
    if nested(plain) != nested(edited) {
        return Some("dataBoxNo");
    }
    let deletions = |body: &Map<String, Value>| {
        let mut found = Vec::new();
        body.values().for_each(|value| deleted(value, &mut found));
        found
    };
    let shown = deletions(plain);
    deletions(edited).iter().any(|one| !shown.contains(one)).then_some("actionType")
}

/// The items that are deleted, without what tells nothing apart.
fn deleted(value: &Value, found: &mut Vec<Vec<(String, Option<Id>)>>) {
    match value {
        Value::Object(fields) => {
            let action = fields.get("actionType").and_then(Value::as_str);
            if action.is_some_and(|action| action.trim().eq_ignore_ascii_case("DELETE")) {
                let others = fields.iter().filter(|(name, _)| *name != "actionType");
                found.push(others.map(|(name, value)| (name.clone(), id(value))).collect());
            }
            fields.values().for_each(|value| deleted(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| deleted(value, found)),
        _ => {}
    }
}

/// A number that names something, whether it is written as a number or as a text.
fn id(value: &Value) -> Option<Id> {
    match value {
        Value::String(text) => Some(Id::from(text.as_str())),
        Value::Number(number) => Some(Id::new(number.to_string())),
        _ => None,
    }
}

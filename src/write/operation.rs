//! The console's knowledge of a write beyond the API's types: its receipt, the changes it may
//! cause, and its guard.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};

use databoxframe::data_box::CreateDataBox;
use databoxframe::error::Meaning;
use databoxframe::operation::Harm;
use databoxframe::rule::Violation;
use databoxframe::{Id, Operation, Page, Spec, UnsignedRequest, prepare};

use serde_json::{Map, Value};

use super::Target;
use super::guard::Guard;
use super::snapshot::{Change, Item, Snapshot};
use crate::action::Action;
use crate::connection::Connection;
use crate::gateway::{Abort, Client, Confirmed, Failure, HasReceipt, Priority, Receipt};
use crate::paging::{Listed, Paging, RecordOf, read_all};

/// Number of items that a write creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// None.
    Nothing,
    /// Exactly this many.
    New(usize),
    /// Unknown: the service decides, or the body was edited.
    Some,
}

/// One of the 13 writes: the operation, and what the console knows about it.
pub trait Write: Operation<Response: HasReceipt> + Clone + Send + Sync + 'static {
    /// The properties that were shown for the decision and must be unchanged when the write is
    /// sent. [`Unguarded`](super::guard::Unguarded) without such.
    type Shown: Into<Guard>;

    /// What the write does, in words.
    fn action(&self) -> Action;

    /// Harm of a mistake, if these fields decide it.
    fn harm(&self) -> Harm {
        Self::SPEC.harm
    }

    /// The resource of the write.
    fn target(&self) -> Target;

    /// Reads the resources that the write may change.
    fn snapshot(&self, reader: &Reader) -> impl Future<Output = Result<Snapshot, Failure>>;

    /// Whether the write may cause a change.
    fn may_cause(&self, change: &Change) -> bool;

    /// Whether a change is certain to be the effect of the write. Then it took effect although it
    /// was refused.
    fn is_certain(&self, _change: &Change) -> bool {
        true
    }

    /// Number of items that the write creates.
    fn makes(&self) -> Makes {
        Makes::Nothing
    }
}

/// Reader of a snapshot. Its requests are not aborted, because the outcome of a write depends on
/// them; but all are signed with the same keys, and none after these were dropped.
pub struct Reader {
    client: Client,
    connection: Weak<Connection>,
}

impl Reader {
    /// With the keys in use.
    fn new(client: Client) -> Self {
        Self { client, connection: client.connection() }
    }

    /// The client, while the keys are the same.
    fn client(&self) -> Result<Client, Failure> {
        if self.client.is_current(&self.connection) { Ok(self.client) } else { Err(Failure::NotConnected) }
    }

    /// Sends a read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read<O: Operation>(&self, operation: &O) -> Result<O::Response, Failure> {
        self.client()?.read_at(operation, Priority::Write, &Abort::new()).await
    }

    /// Reads all pages of a list.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn list<O>(
        &self,
        paging: Paging,
        operation: impl Fn(Option<Page>) -> O,
        item: fn(&RecordOf<O>) -> Item,
    ) -> Result<Snapshot, Failure>
    where
        O: Operation<Response: Listed>,
    {
        let read = read_all(self.client()?, &Abort::new(), paging, operation).await?;
        let incomplete = !read.completeness.is_complete();
        Ok(Snapshot { items: read.records.iter().map(item).collect(), incomplete })
    }
}

/// The result of a read; empty if the service says that the resource does not exist.
///
/// # Errors
/// Any other failure.
pub(super) fn or_gone(read: Result<Snapshot, Failure>) -> Result<Snapshot, Failure> {
    match read {
        Err(Failure::Answer(error)) if error.meaning() == Meaning::NoSuchThing => Ok(Snapshot::default()),
        other => other,
    }
}

/// The results of two reads. If one failed, the snapshot may be incomplete.
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

type Reading<'a> = Pin<Box<dyn Future<Output = Result<Snapshot, Failure>> + 'a>>;

/// A write of any type.
pub trait AnyWrite: Send + Sync {
    /// The constant facts of its operation.
    fn spec(&self) -> &'static Spec;
    /// See [`Write::action`].
    fn action(&self) -> Action;
    /// See [`Write::harm`].
    fn harm(&self) -> Harm;
    /// See [`Write::target`].
    fn target(&self) -> Target;
    /// The request.
    ///
    /// # Errors
    /// The documented limits that the request breaks.
    fn prepare(&self) -> Result<UnsignedRequest, Vec<Violation>>;
    /// The request as it was confirmed, prepared and perhaps edited; none if it is another
    /// operation's.
    fn confirmed(&self, unsigned: UnsignedRequest) -> Option<Confirmed>;
    /// See [`Write::snapshot`].
    fn snapshot(&self, client: Client) -> Reading<'_>;
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

    fn action(&self) -> Action {
        Write::action(self)
    }

    fn harm(&self) -> Harm {
        Write::harm(self)
    }

    fn target(&self) -> Target {
        Write::target(self)
    }

    fn prepare(&self) -> Result<UnsignedRequest, Vec<Violation>> {
        prepare(self)
    }

    fn confirmed(&self, unsigned: UnsignedRequest) -> Option<Confirmed> {
        Confirmed::of::<W>(unsigned)
    }

    fn snapshot(&self, client: Client) -> Reading<'_> {
        Box::pin(async move { Write::snapshot(self, &Reader::new(client)).await })
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

impl dyn AnyWrite + '_ {
    /// Sends the request once, as prepared and perhaps edited.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn send(&self, client: Client, unsigned: &UnsignedRequest) -> Result<Receipt, Failure> {
        // A prepared request of another operation is not sent.
        let confirmed = self.confirmed(unsigned.clone()).ok_or(Failure::Invalid(Vec::new()))?;
        client.write(&confirmed).await
    }
}

/// A write with an edited body: its fields do not say what it changes.
pub struct Edited(pub Arc<dyn AnyWrite>);

impl AnyWrite for Edited {
    fn spec(&self) -> &'static Spec {
        self.0.spec()
    }

    fn action(&self) -> Action {
        self.0.action()
    }

    fn harm(&self) -> Harm {
        self.0.harm()
    }

    fn target(&self) -> Target {
        self.0.target()
    }

    fn prepare(&self) -> Result<UnsignedRequest, Vec<Violation>> {
        self.0.prepare()
    }

    fn confirmed(&self, unsigned: UnsignedRequest) -> Option<Confirmed> {
        self.0.confirmed(unsigned)
    }

    fn snapshot(&self, client: Client) -> Reading<'_> {
        self.0.snapshot(client)
    }

    fn may_cause(&self, _: &Change) -> bool {
        true
    }

    fn is_certain(&self, change: &Change) -> bool {
        self.0.may_cause(change) && self.0.is_certain(change)
    }

    fn makes(&self) -> Makes {
        // One box, with any content.
        if self.0.spec() == CreateDataBox::SPEC { self.0.makes() } else { Makes::Some }
    }
}

/// Creates a write from the input of the confirmation.
type Make = dyn Fn(&str) -> Arc<dyn AnyWrite> + Send + Sync;

/// A write that waits for its confirmation: its constructor, which takes the input, and its guard.
#[derive(Clone)]
pub struct Proposal {
    make: Arc<Make>,
    guard: Guard,
}

/// A decision without the request as it was shown does not compile:
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
    /// A proposal of a complete write.
    pub fn new<W: Write>(write: W, shown: W::Shown) -> Self {
        Self::asking(shown, move |_| write.clone())
    }

    /// A proposal of a write that needs the input of the confirmation.
    pub fn asking<W: Write>(shown: W::Shown, make: impl Fn(&str) -> W + Send + Sync + 'static) -> Self {
        Self { make: Arc::new(move |typed| Arc::new(make(typed))), guard: shown.into() }
    }

    /// The write, with the input.
    pub fn write(&self, typed: &str) -> Arc<dyn AnyWrite> {
        (self.make)(typed)
    }

    /// The guard.
    pub fn guard(&self) -> &Guard {
        &self.guard
    }

    /// The request, with the input.
    ///
    /// # Errors
    /// The documented limits that it breaks.
    pub fn prepare(&self, typed: &str) -> Result<UnsignedRequest, Vec<Violation>> {
        self.write(typed).prepare()
    }
}

/// The fields that identify the resource of a request.
const TARGETS: [&str; 4] = ["dataBoxFrameNo", "dataBoxNo", "exportApplyId", "nasVolumeInstanceNo"];

/// The first field by which an edited body names another resource than the one that was confirmed,
/// or deletes something else.
pub fn other_target(plain: &UnsignedRequest, edited: &UnsignedRequest) -> Option<&'static str> {
    let (plain, edited) = (plain.body.as_ref()?, edited.body.as_ref()?);
    let nested = |body: &Map<String, Value>| Some(body.get("dataBoxInfo")?.get("dataBoxNo").map(id));
    // A value that is not a number differs from an absent one.
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

/// The deleted items, without properties that do not identify them.
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

/// An id, written as a number or as a text.
fn id(value: &Value) -> Option<Id> {
    match value {
        Value::String(text) => Some(Id::from(text.as_str())),
        Value::Number(number) => Some(Id::new(number.to_string())),
        _ => None,
    }
}

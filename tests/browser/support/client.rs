//! The client by itself, without a page that uses it.

use databoxframe::export_review::ExportFileApprove;
use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Id, Operation, UnsignedRequest, prepare};
use databoxframe_console::console::Console;
use databoxframe_console::gateway::{Abort, Confirmed, Failure, HasReceipt, Receipt, RequestRecord};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::time::until;

/// An empty page, for tests of the client alone.
pub fn client() -> (Page, Console) {
    Page::open("/", |console| ((), console))
}

/// Where a result arrives.
pub type Arrival<T> = StoredValue<Option<Result<T, Failure>>>;

/// Sends a read of the frames.
pub fn ask(console: Console) -> (Arrival<usize>, Abort) {
    let (arrival, abort) = (Arrival::new(None), Abort::new());
    let handle = abort.clone();
    spawn_local(async move {
        let result = console.client.read(&GetDataBoxFrameList { page: None }, &handle).await;
        arrival.set_value(Some(result.map(|list| list.content.len())));
    });
    (arrival, abort)
}

/// Sends a write; its message arrives.
pub fn write(console: Console, unsigned: UnsignedRequest) -> Arrival<String> {
    write_as::<ExportFileApprove>(console, unsigned)
}

/// Sends a write of any operation that is answered with a message.
pub fn write_as<O: Operation<Response: HasReceipt> + 'static>(
    console: Console,
    unsigned: UnsignedRequest,
) -> Arrival<String> {
    let arrival = Arrival::new(None);
    spawn_local(async move {
        let confirmed = Confirmed::of::<O>(unsigned).unwrap();
        let message = |receipt| if let Receipt::Message(text) = receipt { text } else { String::new() };
        arrival.set_value(Some(console.client.write(&confirmed).await.map(message)));
    });
    arrival
}

/// A write.
pub fn approve() -> UnsignedRequest {
    let (frame_no, box_no, export_apply_id) = (Id::from(83), Id::from(381), Id::from(1543));
    prepare(&ExportFileApprove { frame_no, box_no, export_apply_id }).unwrap()
}

/// The result, as soon as it is there.
pub async fn arrived<T: Send + Sync + 'static>(arrival: Arrival<T>) -> Result<T, Failure> {
    until("the result is there", || arrival.try_update_value(Option::take).flatten()).await
}

/// The recorded requests.
pub fn records(console: Console) -> Vec<RequestRecord> {
    let records = console.client.activity().records().get_untracked();
    records.iter().map(|record| (**record).clone()).collect()
}

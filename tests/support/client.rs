//! The client by itself, without a page that uses it.

use databoxframe::export_review::ExportFileApprove;
use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Id, Unsigned, decode, prepare};
use databoxframe_console::console::Console;
use databoxframe_console::gateway::{Abort, Failure, Record};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::time::until;

/// An empty page, for what the client does by itself.
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
        let unsigned = prepare(&GetDataBoxFrameList { page: None }).unwrap();
        let mut count = 0;
        let result = console
            .client
            .ask(&unsigned, &handle, &mut |reply| {
                count = decode::<GetDataBoxFrameList>(reply)?.content.len();
                Ok(())
            })
            .await;
        arrival.set_value(Some(result.map(|()| count)));
    });
    (arrival, abort)
}

/// Sends a write.
pub fn write(console: Console, unsigned: Unsigned) -> Arrival<String> {
    let arrival = Arrival::new(None);
    spawn_local(async move {
        let accept = |receipt: databoxframe::Receipt| receipt.return_message.map(String::from);
        let result = console.client.write::<ExportFileApprove, _>(&unsigned, accept).await;
        arrival.set_value(Some(result));
    });
    arrival
}

/// A write.
pub fn approve() -> Unsigned {
    let (frame_no, box_no, export_apply_id) = (Id::from(83), Id::from(381), Id::from(1543));
    prepare(&ExportFileApprove { frame_no, box_no, export_apply_id }).unwrap()
}

/// The result, as soon as it is there.
pub async fn arrived<T: Send + Sync + 'static>(arrival: Arrival<T>) -> Result<T, Failure> {
    until("the result is there", || arrival.try_update_value(Option::take).flatten()).await
}

/// What was recorded so far.
pub fn records(console: Console) -> Vec<Record> {
    console.client.activity().records().get_untracked()
}

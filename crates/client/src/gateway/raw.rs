//! Reads whose answers are compared instead of used.

use std::sync::Weak;

use databoxframe::{Reply, UnsignedRequest, decode_json};
use serde_json::Value;

use super::{Abort, Client, Failure, Priority, ResponseMeta, Trial};
use crate::connection::Connection;

impl Client {
    /// Sends a read once, and gives the JSON of its answer as it came; only with this connection: not
    /// once its keys were dropped.
    pub async fn read_json(
        self,
        connection: &Weak<Connection>,
        request: &UnsignedRequest,
        abort: &Abort,
    ) -> Trial<Value> {
        let mut meta = ResponseMeta::default();
        let permit = match self.turn(Priority::Background.into(), abort).await {
            Ok(permit) => permit,
            Err(failure) => return Trial { result: Err(failure), meta },
        };
        // The keys may have been dropped meanwhile.
        let Some(connection) = self.current(connection) else {
            return Trial { result: Err(Failure::NotConnected), meta };
        };
        let signed = self.sign(&connection, request);
        drop(connection);
        let mut answer = None;
        let mut decoder = |reply: &Reply<'_>| {
            answer = Some(decode_json(reply)?);
            Ok(())
        };
        // Boxed, so that what waits for it stays small.
        let sent = Box::pin(self.send(signed, abort, &mut decoder, &mut meta)).await;
        drop(permit);
        // Filled by the decoder whenever sending succeeded.
        Trial { result: sent.and_then(|()| answer.ok_or(Failure::Aborted)), meta }
    }
}

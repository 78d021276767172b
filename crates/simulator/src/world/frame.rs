//! A Data Box Frame with its own servers and shared NAS.

use super::infrastructure::{Nas, Server};
use super::status::Status;
use crate::time::Timestamp;

/// A frame.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) no: u64,
    pub(crate) name: String,
    pub(crate) memo: String,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    pub(crate) export_bucket: String,
    /// Strengthened permissions for pseudonymised data.
    pub(crate) uses_pseudonyms: bool,
    pub(crate) servers: Vec<Server>,
    pub(crate) nas: Vec<Nas>,
}

impl Frame {
    /// A change under way has ended: what was being returned is gone, the rest is in use.
    pub(crate) fn settle(&mut self) {
        self.status = Status::InUse;
        self.servers.retain(|server| !server.status.is_leaving());
        self.nas.retain(|nas| !nas.status.is_leaving());
        self.servers.iter_mut().for_each(Server::settle);
        self.nas.iter_mut().for_each(Nas::settle);
    }

    /// Sets the status of the frame and of everything in it.
    pub(crate) fn set_all(&mut self, status: Status) {
        self.status = status;
        self.servers.iter_mut().for_each(|server| server.status = status);
        self.nas.iter_mut().for_each(|nas| nas.status = status);
    }
}

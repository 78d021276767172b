//! A Data Box with its infrastructure and SSL VPN accounts.

use super::infrastructure::{Nas, Server};
use super::status::Status;
use crate::time::Timestamp;

/// A box.
#[derive(Clone, Debug)]
pub(crate) struct DataBox {
    pub(crate) no: u64,
    pub(crate) frame_no: u64,
    pub(crate) name: String,
    pub(crate) memo: String,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    /// Closed to this user.
    pub(crate) disabled: bool,
    pub(crate) network_blocked: bool,
    pub(crate) mount_count: u64,
    pub(crate) vpn_url: String,
    pub(crate) vpn_accounts: Vec<VpnAccount>,
    pub(crate) servers: Vec<Server>,
    pub(crate) nas: Vec<Nas>,
    /// External network after the change in progress.
    pub(crate) new_network_blocked: Option<bool>,
}

/// An account for the SSL VPN; e-mail and phone are kept masked, as they are answered.
#[derive(Clone, Debug)]
pub(crate) struct VpnAccount {
    pub(crate) no: u64,
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) phone: String,
}

impl DataBox {
    /// A change under way has ended: what was being returned is gone, the rest is in use.
    pub(crate) fn settle(&mut self) {
        self.status = Status::InUse;
        self.network_blocked = self.new_network_blocked.take().unwrap_or(self.network_blocked);
        self.servers.retain(|server| !server.status.is_leaving());
        self.nas.retain(|nas| !nas.status.is_leaving());
        self.servers.iter_mut().for_each(Server::settle);
        self.nas.iter_mut().for_each(Nas::settle);
    }

    /// Sets the status of the box and of everything in it.
    pub(crate) fn set_all(&mut self, status: Status) {
        self.status = status;
        self.servers.iter_mut().for_each(|server| server.status = status);
        self.nas.iter_mut().for_each(|nas| nas.status = status);
        if status == Status::Terminated {
            self.vpn_accounts.clear();
        }
    }

    /// The NAS volumes that files can be moved to and from.
    pub(crate) fn usable_nas(&self) -> impl Iterator<Item = &Nas> {
        self.nas.iter().filter(|nas| nas.status == Status::InUse)
    }
}

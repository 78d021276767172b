//! State of the simulated account: frames, boxes, infrastructure, requests, and the work under way.

mod advance;
mod data_box;
mod export;
mod frame;
mod import;
mod infrastructure;
mod seed;
mod status;

pub(crate) use advance::{Step, duration};
pub(crate) use data_box::{DataBox, VpnAccount};
pub(crate) use export::Export;
pub(crate) use frame::Frame;
pub(crate) use import::Import;
pub(crate) use infrastructure::{BlockStorage, Nas, Product, Server, product_of, server_name, spec_name};
pub(crate) use status::{ExportStatus, ImportStatus, Status};

use crate::answer::{Refusal, Rule};
use crate::random::Random;
use crate::time::Timestamp;
use advance::Schedule;

/// Start of a world.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The same seed gives the same world.
    pub seed: u64,
    /// Speed of asynchronous work, in thousandths of real time; 0: only when moved forward.
    pub speed: u64,
    /// Number of frames; three by default.
    pub frames: Option<u64>,
    /// Number of import requests, and of export requests; a few hundred by default.
    pub requests: Option<u64>,
    /// Access key.
    pub access_key: String,
    /// Secret key.
    pub secret_key: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 7,
            speed: 1_000,
            frames: None,
            requests: None,
            access_key: "DEMO-ACCESS-KEY".into(),
            secret_key: "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR".into(),
        }
    }
}

/// A bucket of the account's Object Storage.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    pub(crate) name: String,
    pub(crate) disabled: bool,
}

/// The account with everything in it.
#[derive(Clone, Debug)]
pub struct World {
    pub(crate) settings: Settings,
    /// By how much the gateway's clock is wrong: its `Date` and its check of timestamps, nothing else.
    pub(crate) gateway_clock_offset: i64,
    pub(crate) frames: Vec<Frame>,
    pub(crate) boxes: Vec<DataBox>,
    pub(crate) imports: Vec<Import>,
    pub(crate) exports: Vec<Export>,
    pub(crate) buckets: Vec<Bucket>,
    pub(crate) random: Random,
    schedule: Schedule,
    last_instance_no: u64,
    last_box_no: u64,
    last_vpn_no: u64,
    last_import_id: u64,
    last_export_id: u64,
}

impl World {
    /// A world as it might be found at `now`, with the last three months behind it.
    #[must_use]
    pub fn new(settings: Settings, now: Timestamp) -> Self {
        let mut world = Self {
            random: Random::new(settings.seed),
            schedule: Schedule::new(settings.speed, now),
            settings,
            gateway_clock_offset: 0,
            frames: Vec::new(),
            boxes: Vec::new(),
            imports: Vec::new(),
            exports: Vec::new(),
            buckets: Vec::new(),
            last_instance_no: 24_310_000,
            last_box_no: 410,
            last_vpn_no: 770,
            last_import_id: 640,
            last_export_id: 1_280,
        };
        seed::fill(&mut world, now);
        world
    }

    /// Sets the difference of the gateway's clock, in milliseconds.
    pub fn set_gateway_clock_offset(&mut self, ms: i64) {
        self.gateway_clock_offset = ms;
    }

    pub(crate) fn frame(&self, no: u64) -> Result<&Frame, Refusal> {
        self.frames.iter().find(|frame| frame.no == no).ok_or_else(|| Refusal::missing("Data Box Frame", no))
    }

    /// A frame that is in use, to be changed.
    pub(crate) fn frame_to_change(&mut self, no: u64) -> Result<&mut Frame, Refusal> {
        let found = self.frames.iter_mut().find(|frame| frame.no == no);
        let frame = found.ok_or_else(|| Refusal::missing("Data Box Frame", no))?;
        if frame.status != Status::InUse {
            let why = format!("Data Box Frame {no} is {}", frame.status.frame_code());
            return Err(Refusal::Rule(Rule::State, why));
        }
        Ok(frame)
    }

    pub(crate) fn data_box(&self, frame_no: u64, no: u64) -> Result<&DataBox, Refusal> {
        self.frame(frame_no)?;
        let found = self.boxes.iter().find(|b| b.no == no && b.frame_no == frame_no);
        let data_box = found.ok_or_else(|| Refusal::missing("Data Box", no))?;
        if data_box.disabled {
            return Err(Refusal::Forbidden(format!("Data Box {no} is not open to this user")));
        }
        Ok(data_box)
    }

    /// A box that is in use, to be changed.
    pub(crate) fn box_to_change(&mut self, frame_no: u64, no: u64) -> Result<&mut DataBox, Refusal> {
        self.box_in_use(frame_no, no)?;
        let found = self.boxes.iter_mut().find(|b| b.no == no && b.frame_no == frame_no);
        found.ok_or_else(|| Refusal::missing("Data Box", no))
    }

    /// A box that is in use.
    pub(crate) fn box_in_use(&self, frame_no: u64, no: u64) -> Result<&DataBox, Refusal> {
        let data_box = self.data_box(frame_no, no)?;
        if data_box.status != Status::InUse {
            let why = format!("Data Box {no} is {}", data_box.status.code());
            return Err(Refusal::Rule(Rule::State, why));
        }
        Ok(data_box)
    }

    /// A bucket that files can be moved to and from.
    pub(crate) fn usable_bucket(&self, name: &str) -> Result<&Bucket, Refusal> {
        let found = self.buckets.iter().find(|bucket| bucket.name == name);
        let bucket = found.ok_or_else(|| Refusal::missing("bucket", name))?;
        if bucket.disabled {
            return Err(Refusal::Rule(Rule::Bucket, format!("bucket {name} is disabled")));
        }
        Ok(bucket)
    }

    pub(crate) fn next_box_no(&mut self) -> u64 {
        self.last_box_no += 1;
        self.last_box_no
    }

    pub(crate) fn next_import_id(&mut self) -> u64 {
        self.last_import_id += 1;
        self.last_import_id
    }

    pub(crate) fn next_export_id(&mut self) -> u64 {
        self.last_export_id += 1;
        self.last_export_id
    }

    pub(crate) fn next_instance_no(&mut self) -> u64 {
        self.last_instance_no += self.random.between(1, 40);
        self.last_instance_no
    }

    /// A new server of a frame, or of a box in it.
    pub(crate) fn new_server(
        &mut self,
        (frame_no, box_no): (u64, Option<u64>),
        product: Product,
        index: usize,
        created: Timestamp,
    ) -> Server {
        let no = self.next_instance_no();
        let (third, fourth) = (self.random.between(0, 31), self.random.between(6, 250));
        let public_ip = match box_no {
            Some(_) => String::new(),
            // From the range that is reserved for documents.
            None => format!("203.0.113.{fourth}"),
        };
        Server {
            no,
            contract_no: self.next_instance_no(),
            product,
            spec_id: product.default_spec(),
            name: server_name(product, frame_no, box_no, index),
            private_ip: format!("10.0.{third}.{fourth}"),
            public_ip,
            storage: None,
            node_count: 1,
            created,
            status: Status::Ready,
            new_spec_id: None,
            new_storage_size: None,
        }
    }

    /// A block storage of this size in GB; none for 0.
    pub(crate) fn new_storage(&mut self, size: u64) -> Option<BlockStorage> {
        (size > 0).then(|| BlockStorage { no: self.next_instance_no(), size })
    }

    /// A new NAS volume: shared by a frame (`pub1046n1`), or of a box in it (`nasw194n1`).
    pub(crate) fn new_nas(
        &mut self,
        (frame_no, box_no): (u64, Option<u64>),
        index: usize,
        size: u64,
        created: Timestamp,
    ) -> Nas {
        let (name, path) = match box_no {
            Some(no) => (format!("nasw{no}n{index}"), format!("/mnt/nasw{no}n{index}")),
            None => (format!("pub{frame_no}n{index}"), format!("/mnt/nasr/pub{frame_no}n{index}")),
        };
        let no = self.next_instance_no();
        Nas { no, name, path, size, used: 0, created, status: Status::Ready, new_size: None }
    }

    /// A new SSL VPN account of a box.
    pub(crate) fn new_vpn_account(&mut self, box_no: u64, index: u64) -> VpnAccount {
        const DOMAINS: [&str; 3] = ["hospital.example", "bank.example", "stat.example"];
        const INITIALS: [char; 8] = ['a', 'd', 'h', 'j', 'k', 'm', 's', 'y'];
        self.last_vpn_no += 1;
        let (initial, domain) = (self.random.pick(&INITIALS), self.random.pick(&DOMAINS));
        VpnAccount {
            no: self.last_vpn_no,
            id: format!("dbf{box_no}-analyst{index:02}"),
            email: format!("{initial}*******@{domain}"),
            phone: format!("010{}*******", self.random.between(20, 99)),
        }
    }
}

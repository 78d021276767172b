//! A simulator of NAVER Cloud's API Gateway and the Data Box Frame service behind it.
//!
//! The core is sans-IO: [`handle`] takes a [`World`], a [`Request`] and the time, and gives a
//! [`Response`]; the same seed and the same requests give the same bytes. [`Simulator`] adds faults
//! on demand and a log of what was received. With the feature `server` (default) there is an HTTP
//! server around it.

mod answer;
pub mod contract;
mod control;
mod fault;
mod gateway;
mod log;
mod message;
mod operations;
mod random;
#[cfg(feature = "server")]
pub mod server;
pub mod signature;
mod simulator;
mod text;
mod time;
mod world;

pub use fault::{Fault, When};
pub use gateway::handle;
pub use message::{Request, Response};
pub use simulator::{Behaviour, Reply, Simulator};
pub use time::Timestamp;
pub use world::{Settings, World};

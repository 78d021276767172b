//! The HTTP server around the simulator, on loopback only.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use crate::gateway::BODY_LIMIT;
use crate::{Behaviour, Reply, Request, Response, Settings, Simulator, Timestamp};

/// Where and how to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The gateway's port; 0 for any that is free.
    pub port: u16,
    /// The control port; 0 for any that is free.
    pub control_port: u16,
    /// Start of the world.
    pub settings: Settings,
    /// Behaviour of the gateway.
    pub behaviour: Behaviour,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 4010,
            control_port: 4011,
            settings: Settings::default(),
            behaviour: Behaviour::default(),
        }
    }
}

/// A server that has its ports and waits to be run.
#[derive(Debug)]
pub struct Server {
    gateway: TcpListener,
    control: TcpListener,
    simulator: Shared,
}

type Shared = Arc<Mutex<Simulator>>;

/// Which of the two ports a connection came in by.
#[derive(Clone, Copy)]
enum Port {
    Gateway,
    Control,
}

impl Server {
    /// Takes the ports and makes the world.
    ///
    /// # Errors
    /// If a port is not free.
    pub async fn bind(options: Options) -> io::Result<Self> {
        let gateway = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let control = TcpListener::bind((Ipv4Addr::LOCALHOST, options.control_port)).await?;
        let simulator = Simulator::new(options.settings, options.behaviour, now());
        Ok(Self { gateway, control, simulator: Arc::new(Mutex::new(simulator)) })
    }

    /// Where the gateway is.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn gateway_address(&self) -> io::Result<SocketAddr> {
        self.gateway.local_addr()
    }

    /// Where the control port is.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn control_address(&self) -> io::Result<SocketAddr> {
        self.control.local_addr()
    }

    /// Serves until the future is dropped.
    ///
    /// # Errors
    /// If connections can no longer be accepted.
    pub async fn run(self) -> io::Result<()> {
        let Self { gateway, control, simulator } = self;
        tokio::try_join!(
            accept(&gateway, Port::Gateway, &simulator),
            accept(&control, Port::Control, &simulator)
        )?;
        Ok(())
    }
}

async fn accept(listener: &TcpListener, port: Port, simulator: &Shared) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(serve(stream, port, Arc::clone(simulator)));
    }
}

async fn serve(stream: TcpStream, port: Port, simulator: Shared) {
    // Small answers should not wait for more to send; without it they are merely slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| answer(request, port, Arc::clone(&simulator)));
    // A connection that breaks is the other side's business.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

/// The answer, or the error that makes hyper close the connection without one.
async fn answer(
    request: hyper::Request<Incoming>,
    port: Port,
    simulator: Shared,
) -> Result<hyper::Response<Full<Bytes>>, Closed> {
    let request = receive(request).await?;
    let Reply { delay_ms, response } = {
        // A panic elsewhere leaves the world usable enough for a test to show what happened.
        let mut simulator = simulator.lock().unwrap_or_else(PoisonError::into_inner);
        match port {
            Port::Gateway => simulator.answer(&request, now()),
            Port::Control => Reply { delay_ms: 0, response: Some(simulator.control(&request, now())) },
        }
    };
    tokio::time::sleep(Duration::from_millis(delay_ms)).await;
    response.and_then(send).ok_or(Closed)
}

async fn receive(request: hyper::Request<Incoming>) -> Result<Request, Closed> {
    let (head, mut incoming) = request.into_parts();
    let mut body = Vec::new();
    // One byte too many is enough for the gateway to refuse it.
    while body.len() <= BODY_LIMIT {
        let Some(frame) = incoming.frame().await else { break };
        if let Ok(data) = frame.map_err(|_| Closed)?.into_data() {
            body.extend_from_slice(&data);
        }
    }
    let header = |(name, value): (&hyper::header::HeaderName, &hyper::header::HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    Ok(Request {
        method: head.method.as_str().to_owned(),
        target: head.uri.path_and_query().map_or("/", |target| target.as_str()).to_owned(),
        headers: head.headers.iter().map(header).collect(),
        body,
    })
}

fn send(response: Response) -> Option<hyper::Response<Full<Bytes>>> {
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in &response.headers {
        builder = builder.header(name, value);
    }
    builder.body(Full::new(Bytes::from(response.body))).ok()
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// There will be no answer.
#[derive(Debug)]
struct Closed;

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("closed without an answer")
    }
}

impl std::error::Error for Closed {}

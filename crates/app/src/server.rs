//! The HTTP server.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpServer};
use anyhow::{Context, Result};
use http_api::Services;

/// Threads that serve requests; none of them ever blocks.
const THREADS: usize = 2;
/// Time for requests under way when the server stops, in seconds.
const FAREWELL: u64 = 10;

/// A server that accepts connections, and how to stop it.
pub(crate) struct Running {
    pub(crate) handle: ServerHandle,
    pub(crate) ended: tokio::task::JoinHandle<std::io::Result<()>>,
    pub(crate) address: SocketAddr,
}

/// Listens on this machine only: there are no people and permissions yet.
pub(crate) fn start(services: Services, port: u16) -> Result<Running> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} on 127.0.0.1 cannot be opened"))?;
    let address = listener.local_addr()?;
    let server = HttpServer::new(move || App::new().configure(http_api::configure(services.clone())))
        .workers(THREADS)
        .client_request_timeout(Duration::from_secs(30))
        .shutdown_timeout(FAREWELL)
        .disable_signals()
        .listen(listener)?
        .run();
    Ok(Running {
        handle: server.handle(),
        ended: tokio::spawn(server),
        address,
    })
}

//! The HTTP server.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
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

/// Listens there.
pub(crate) fn start(services: Services, listen: SocketAddr) -> Result<Running> {
    let listener = TcpListener::bind(listen).with_context(|| format!("{listen} cannot be opened"))?;
    let address = listener.local_addr()?;
    let server = HttpServer::new(move || http_api::application(services.clone()))
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

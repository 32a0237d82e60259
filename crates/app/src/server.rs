//! The HTTP server.

mod connections;

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use anyhow::{Context, Result};
use http_api::Services;

use self::connections::Connections;

/// Time for the head of a request to arrive.
const HEAD: Duration = Duration::from_secs(10);
/// Time for requests under way when the server stops, in seconds.
const SHUTDOWN_GRACE_SECONDS: u64 = 10;

/// A server that accepts connections, and how to stop it.
pub(crate) struct Running {
    pub(crate) handle: ServerHandle,
    pub(crate) ended: tokio::task::JoinHandle<std::io::Result<()>>,
    pub(crate) address: SocketAddr,
}

/// Listens there, with so many threads.
pub(crate) fn start(services: Services, listen: SocketAddr, threads: usize) -> Result<Running> {
    let listener = TcpListener::bind(listen).with_context(|| format!("{listen} cannot be opened"))?;
    let address = listener.local_addr()?;
    let connections = Connections::new(services.security.trusted_proxies.clone());
    let server = HttpServer::new(move || http_api::application(services.clone()))
        .workers(threads)
        .max_connections(connections::most() / threads)
        .on_connect(move |stream, extensions| connections.admit(stream, extensions))
        .client_request_timeout(HEAD)
        .shutdown_timeout(SHUTDOWN_GRACE_SECONDS)
        .disable_signals()
        .listen(listener)?
        .run();
    Ok(Running {
        handle: server.handle(),
        ended: tokio::spawn(server),
        address,
    })
}

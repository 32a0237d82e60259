//! The HTTP server.

mod connections;

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::HttpServer;
use actix_web::dev::{ServerHandle, Service};
use actix_web::http::ConnectionType;
use anyhow::{Context, Result};
use http_api::Services;
use listenfd::ListenFd;
use rustix::io::{FdFlags, fcntl_setfd};
use tokio::time::sleep;

use self::connections::{Connections, OpenConnections};

/// Time for the head of a request to arrive.
const HEAD: Duration = Duration::from_secs(10);
/// Time for requests under way when the server stops, in seconds.
const SHUTDOWN_GRACE_SECONDS: u64 = 10;

/// The longest that clients keep a connection open without a request.
const KEEP_ALIVE: Duration = Duration::from_secs(5);
/// How often it is looked whether connections are still open.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A server that accepts connections.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    handle: ServerHandle,
    ended: tokio::task::JoinHandle<std::io::Result<()>>,
    /// Whether another program may go on with the socket.
    is_handed_over: bool,
    /// Whether each answer is the last one of its connection.
    is_leaving: Arc<AtomicBool>,
    open: OpenConnections,
}

impl Running {
    /// Takes no more connections, and ends when the requests under way are answered. Where another program goes on with
    /// the socket, connections are left to it in order: clients are told with each answer, and what they keep open without
    /// a request runs out, so that none of their requests meets a connection that is being closed.
    pub(crate) async fn stop(self) -> Result<()> {
        self.handle.pause().await;
        if self.is_handed_over {
            self.is_leaving.store(true, Ordering::Relaxed);
            let began = Instant::now();
            while self.open.count() > 0 && began.elapsed() <= KEEP_ALIVE {
                sleep(LOOK_EVERY).await;
            }
        }
        self.handle.stop(true).await;
        Ok(self.ended.await??)
    }
}

/// The listening socket that whoever started the program hands over (`LISTEN_FDS`, as systemd does). It stays open while
/// one program takes the place of another, so that connections wait meanwhile instead of being refused. To be taken
/// before other programs are started, which would inherit it.
pub(crate) fn handed_over() -> Result<Option<TcpListener>> {
    let socket = ListenFd::from_env()
        .take_tcp_listener(0)
        .context("the first socket of LISTEN_FDS does not listen for TCP")?;
    if let Some(socket) = &socket {
        fcntl_setfd(socket, FdFlags::CLOEXEC)?;
    }
    Ok(socket)
}

/// A socket that listens and accepts nothing yet.
pub(crate) struct Socket {
    listener: TcpListener,
    is_handed_over: bool,
}

/// Takes the socket that was handed over, or else listens at the address.
pub(crate) fn listen(handed_over: Option<TcpListener>, address: SocketAddr) -> Result<Socket> {
    let is_handed_over = handed_over.is_some();
    let listener = match handed_over {
        Some(listener) => listener,
        None => TcpListener::bind(address).with_context(|| format!("{address} cannot be opened"))?,
    };
    Ok(Socket {
        listener,
        is_handed_over,
    })
}

/// Accepts connections, with so many threads.
pub(crate) fn start(services: Services, socket: Socket, threads: usize) -> Result<Running> {
    let Socket {
        listener,
        is_handed_over,
    } = socket;
    let address = listener.local_addr()?;
    let connections = Connections::new(services.security.trusted_proxies.clone());
    let open = connections.open();
    let is_leaving = Arc::new(AtomicBool::new(false));
    let told = is_leaving.clone();
    let application = move || {
        let is_leaving = told.clone();
        http_api::application(services.clone()).wrap_fn(move |request, service| {
            let is_leaving = is_leaving.clone();
            let answer = service.call(request);
            async move {
                let mut answer = answer.await?;
                if is_leaving.load(Ordering::Relaxed) {
                    let head = answer.response_mut().head_mut();
                    head.set_connection_type(ConnectionType::Close);
                }
                Ok(answer)
            }
        })
    };
    let server = HttpServer::new(application)
        .keep_alive(KEEP_ALIVE)
        .workers(threads)
        .max_connections(connections::most() / threads)
        .on_connect(move |stream, extensions| connections.admit(stream, extensions))
        .client_request_timeout(HEAD)
        .shutdown_timeout(SHUTDOWN_GRACE_SECONDS)
        .disable_signals()
        .listen(listener)?
        .run();
    Ok(Running {
        address,
        handle: server.handle(),
        ended: tokio::spawn(server),
        is_handed_over,
        is_leaving,
        open,
    })
}

//! The way out of a browser: a proxy of its own, which leads where the walk may go and nowhere else.
//!
//! The browser resolves no name and connects to nobody but this proxy. Each request is judged by itself: its host must be
//! allowed, the name is looked up once, every address of it must be allowed, and the connection is made to what was looked
//! at. What is refused is remembered.

mod record;
#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use domain::collection::AddressRefusal;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper::header::{
    CONNECTION, HOST, HeaderMap, HeaderName, HeaderValue, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, UPGRADE,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, Uri};
use hyper_util::rt::{TokioIo, TokioTimer};
use ports::driven::collection::NameResolver;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use url::{Host, Url};

use self::record::Record;
use crate::walk::WalkHosts;

/// A connection that is not made by then is not made, however many addresses a name has.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// A browser that says nothing for so long on a new connection has given it up.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// Connections of one browser at a time.
const MAX_CONNECTIONS: usize = 256;

type Body = BoxBody<Bytes, hyper::Error>;

/// A proxy for one walk. Dropped, it and every connection through it end.
#[derive(Debug)]
pub(crate) struct Proxy {
    port: u16,
    state: Arc<State>,
    // Ends the task, and with it the connections.
    _accepting: JoinSet<()>,
}

struct State {
    hosts: WalkHosts,
    resolver: Arc<dyn NameResolver>,
    /// Who may ask: `None` for whoever reaches the port, which is on loopback then.
    peers: Option<Vec<IpAddr>>,
    record: Mutex<Record>,
    /// What goes on beside the requests: tunnels, and connections to hosts.
    beside: Mutex<JoinSet<()>>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State")
            .field("hosts", &self.hosts)
            .finish_non_exhaustive()
    }
}

/// Why there is no connection.
enum Closed {
    Refused(AddressRefusal),
    Unreachable,
}

impl Proxy {
    /// Opens a port on `address`.
    pub(crate) async fn open(
        address: IpAddr,
        peers: Option<Vec<IpAddr>>,
        hosts: WalkHosts,
        resolver: Arc<dyn NameResolver>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((address, 0)).await?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(State {
            hosts,
            resolver,
            peers,
            record: Mutex::default(),
            beside: Mutex::default(),
        });
        let mut accepting = JoinSet::new();
        accepting.spawn(accept(listener, Arc::clone(&state)));
        Ok(Self {
            port,
            state,
            _accepting: accepting,
        })
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Why a page was refused, if it was.
    pub(crate) fn refusal(&self, page: &Url) -> Option<AddressRefusal> {
        self.state.record(|record| record.refusal(&place_of(page)?))
    }

    /// Whether nobody answered where a page was asked for.
    pub(crate) fn is_unreachable(&self, page: &Url) -> bool {
        self.state
            .record(|record| place_of(page).is_some_and(|place| record.is_unreachable(&place)))
    }

    /// What was refused, without what browsers ask for by themselves.
    pub(crate) fn blocked_hosts(&self) -> Vec<String> {
        self.state.record(|record| record.blocked_hosts())
    }
}

impl State {
    fn record<T>(&self, look: impl FnOnce(&mut Record) -> T) -> T {
        look(&mut self.record.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn beside(&self, work: impl Future<Output = ()> + Send + 'static) {
        let mut beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        while beside.try_join_next().is_some() {}
        beside.spawn(work);
    }

    /// Connects to a host, if that may be.
    async fn connect(&self, host: &str, port: u16, is_tls: bool) -> Result<TcpStream, Closed> {
        let place = Place::new(host, port);
        let found = self.connect_to(host, port, is_tls).await;
        self.record(|record| match &found {
            Ok(_) => record.reached(&place),
            Err(Closed::Refused(refusal)) => record.refused(place, *refusal),
            Err(Closed::Unreachable) => record.unreachable(place),
        });
        found
    }

    async fn connect_to(&self, host: &str, port: u16, is_tls: bool) -> Result<TcpStream, Closed> {
        self.hosts.check_host(host, port, is_tls).map_err(Closed::Refused)?;
        let addresses = match Host::parse(host) {
            Ok(Host::Ipv4(ip)) => vec![ip.into()],
            Ok(Host::Ipv6(ip)) => vec![ip.into()],
            Ok(Host::Domain(name)) => {
                let looked_up = timeout(CONNECT_TIMEOUT, self.resolver.resolve(&name)).await;
                looked_up.ok().and_then(Result::ok).ok_or(Closed::Unreachable)?
            }
            Err(_) => return Err(Closed::Refused(AddressRefusal::Host)),
        };
        let addresses = self.hosts.admit(&addresses, port, is_tls).map_err(Closed::Refused)?;
        let connected = first_of(&addresses, CONNECT_TIMEOUT, TcpStream::connect::<SocketAddr>).await;
        connected.ok_or(Closed::Unreachable)
    }

    async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
        let answered = if request.method() == Method::CONNECT {
            self.tunnel(request).await
        } else {
            self.forward(request).await
        };
        Ok(answered.unwrap_or_else(|status| {
            let mut response = empty(status);
            response
                .headers_mut()
                .insert(CONNECTION, HeaderValue::from_static("close"));
            response
        }))
    }

    /// `CONNECT`: what goes through is encrypted, and not looked at. Web sockets without encryption come this way, too.
    async fn tunnel(&self, request: Request<Incoming>) -> Result<Response<Body>, StatusCode> {
        let target = request.uri().authority().ok_or(StatusCode::BAD_REQUEST)?;
        let host = canonical(target.host()).ok_or(StatusCode::BAD_REQUEST)?;
        let port = target.port_u16().unwrap_or(443);
        let there = self.connect(&host, port, true).await.map_err(Closed::status)?;
        let may_be_plain = self.hosts.check_host(&host, port, false).is_ok()
            && there
                .peer_addr()
                .is_ok_and(|peer| self.hosts.admit(&[peer.ip()], port, false).is_ok());
        self.beside(async move {
            if let Ok(here) = hyper::upgrade::on(request).await {
                carry(TokioIo::new(here), there, may_be_plain).await;
            }
        });
        Ok(empty(StatusCode::OK))
    }

    /// A request without encryption, for an address that was given whole.
    async fn forward(&self, mut request: Request<Incoming>) -> Result<Response<Body>, StatusCode> {
        let address = Url::parse(&request.uri().to_string()).map_err(|_| StatusCode::BAD_REQUEST)?;
        if address.scheme() != "http" {
            return Err(StatusCode::BAD_REQUEST);
        }
        let host = address.host_str().ok_or(StatusCode::BAD_REQUEST)?;
        let port = address.port_or_known_default().ok_or(StatusCode::BAD_REQUEST)?;
        let there = self.connect(host, port, false).await.map_err(Closed::status)?;
        let handshake = hyper::client::conn::http1::Builder::new()
            .preserve_header_case(true)
            .handshake(TokioIo::new(there));
        let (mut sender, connection) = handshake.await.map_err(|_| StatusCode::BAD_GATEWAY)?;
        self.beside(async move {
            // How it ends, the response tells.
            let _ = connection.await;
        });
        let path = request.uri().path_and_query().cloned();
        *request.uri_mut() = path.map_or_else(|| Uri::from_static("/"), Uri::from);
        let named = match address.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        // The host that was judged, whatever the request says besides.
        let named = HeaderValue::from_str(&named).map_err(|_| StatusCode::BAD_REQUEST)?;
        leave_out_hops(request.headers_mut());
        request.headers_mut().insert(HOST, named);
        if let Ok(mut response) = sender.send_request(request).await {
            leave_out_hops(response.headers_mut());
            Ok(response.map(BodyExt::boxed))
        } else {
            self.record(|record| record.unreachable(Place::new(host, port)));
            Err(StatusCode::BAD_GATEWAY)
        }
    }
}

impl Closed {
    fn status(self) -> StatusCode {
        match self {
            Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::Unreachable => StatusCode::BAD_GATEWAY,
        }
    }
}

/// A connection to the first of these addresses that answers. They are asked in their order, and each has its share of
/// the time that is left: one that says nothing leaves some to the others.
async fn first_of<T, F>(addresses: &[SocketAddr], time: Duration, connect: impl Fn(SocketAddr) -> F) -> Option<T>
where
    F: Future<Output = io::Result<T>>,
{
    let deadline = Instant::now() + time;
    for (place, address) in addresses.iter().enumerate() {
        let left = deadline.saturating_duration_since(Instant::now());
        let share = left / u32::try_from(addresses.len() - place).unwrap_or(u32::MAX);
        if let Ok(Ok(connected)) = timeout(share, connect(*address)).await {
            return Some(connected);
        }
    }
    None
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok((stream, peer)) = listener.accept().await else {
            // Out of descriptors, perhaps; that passes.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let is_welcome = |peers: &Vec<IpAddr>| peers.contains(&peer.ip().to_canonical());
        if !state.peers.as_ref().is_none_or(is_welcome) {
            continue;
        }
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue;
        };
        connections.spawn(serve(stream, Arc::clone(&state), place));
    }
}

async fn serve(stream: TcpStream, state: Arc<State>, _place: tokio::sync::OwnedSemaphorePermit) {
    let service = service_fn(move |request| Arc::clone(&state).answer(request));
    let connection = hyper::server::conn::http1::Builder::new()
        .preserve_header_case(true)
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    // A browser may leave at any time.
    let _ = connection.await;
}

/// Carries what two ends say until one breaks off; where nothing may be plain, if the browser begins as TLS does.
async fn carry<H, T>(mut here: H, mut there: T, may_be_plain: bool)
where
    H: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    if !may_be_plain {
        let mut beginning = [0; 3];
        let is_tls = here.read_exact(&mut beginning).await.is_ok() && matches!(beginning, [0x16, 3, 0..=4]);
        if !is_tls || there.write_all(&beginning).await.is_err() {
            return;
        }
    }
    let _ = tokio::io::copy_bidirectional(&mut here, &mut there).await;
}

fn empty(status: StatusCode) -> Response<Body> {
    let body = Empty::new().map_err(|never| match never {}).boxed();
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

/// Takes out what concerns two neighbours only (RFC 9110, 7.6.1).
fn leave_out_hops(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|names| names.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in [CONNECTION, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, UPGRADE] {
        headers.remove(name);
    }
    for name in ["keep-alive", "proxy-connection"] {
        headers.remove(name);
    }
}

/// A host as addresses write it: numbers as numbers, names in IDNA.
fn canonical(host: &str) -> Option<String> {
    Host::parse(host).ok().map(|host| host.to_string())
}

/// A host and a port.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    host: String,
    port: u16,
}

impl Place {
    fn new(host: &str, port: u16) -> Self {
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        Self { host, port }
    }
}

fn place_of(page: &Url) -> Option<Place> {
    Some(Place::new(page.host_str()?, page.port_or_known_default()?))
}

/// Where a proxy listens for a browser of this machine.
pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

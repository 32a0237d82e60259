//! How many connections there are, and how long one is written to that does not read.

use std::any::Any;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use domain::network::Network;
use http_api::Shares;
use ipnet::IpNet;
use rustix::net::{Shutdown, shutdown};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Connections of one network: many windows of a whole house. A proxy that is trusted may have any number.
const OF_ONE_NETWORK: u64 = 256;
/// Connections of all, where the system allows as many open files.
const OF_ALL: u64 = 20_000;
/// Open files that are kept for everything else: the database, originals, workbooks, the web.
const OTHER_FILES: u64 = 256;
/// A connection whose client takes nothing of what is written to it ends after this.
#[cfg(target_os = "linux")]
const UNREAD: Duration = Duration::from_mins(1);
/// How often it is told that a network has too many.
const TOLD_EVERY: Duration = Duration::from_mins(1);

/// Raises the number of files that this process may have open to what the system allows: connections are files, and shells
/// and services begin with few.
pub(super) fn raise_open_files() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    let allowed = limit.maximum.unwrap_or(u64::MAX);
    // Some systems say "without a limit" and mean one; more than this is of no use.
    let wanted = allowed.min(OF_ALL + OTHER_FILES);
    let present = limit.current.unwrap_or(u64::MAX);
    if present >= wanted {
        return present;
    }
    let raised = Rlimit {
        current: Some(wanted),
        maximum: limit.maximum,
    };
    match setrlimit(Resource::Nofile, raised) {
        Ok(()) => wanted,
        Err(error) => {
            tracing::warn!(%error, "The number of open files could not be raised; it stays at {present}.");
            present
        }
    }
}

/// The most connections at a time: always below the open files.
pub(super) fn most() -> usize {
    usize::try_from(below(raise_open_files())).expect("fits, being bounded")
}

fn below(open_files: u64) -> u64 {
    // With very few files half of them.
    open_files.saturating_sub(OTHER_FILES).max(open_files / 2).min(OF_ALL)
}

/// How many connections are open.
#[derive(Clone, Default)]
pub(super) struct OpenConnections(Arc<AtomicUsize>);

impl OpenConnections {
    pub(super) fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    fn opened(&self) -> OpenConnection {
        self.0.fetch_add(1, Ordering::Relaxed);
        OpenConnection(self.clone())
    }
}

/// One of them, until it is dropped.
struct OpenConnection(OpenConnections);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Counts the connections of all, and of each network.
pub(super) struct Connections {
    open: OpenConnections,
    trusted_proxies: Vec<IpNet>,
    networks: Shares<Network>,
    told: Mutex<Option<Instant>>,
}

impl Connections {
    /// Those of `trusted_proxies` are not counted: they come from many clients.
    pub(super) fn new(trusted_proxies: Vec<IpNet>) -> Self {
        Self {
            open: OpenConnections::default(),
            trusted_proxies,
            networks: Shares::new(u64::MAX, OF_ONE_NETWORK),
            told: Mutex::new(None),
        }
    }

    /// The connections that are open.
    pub(super) fn open(&self) -> OpenConnections {
        self.open.clone()
    }

    /// Takes a new connection in, or ends it when its network has too many.
    pub(super) fn admit(&self, stream: &dyn Any, extensions: &mut Extensions) {
        let Some(stream) = stream.downcast_ref::<TcpStream>() else {
            return;
        };
        // Held as long as the connection, like its share.
        extensions.insert(self.open.opened());
        #[cfg(target_os = "linux")]
        {
            let unread_ms = u32::try_from(UNREAD.as_millis()).expect("a minute is not so long");
            if let Err(error) = rustix::net::sockopt::set_tcp_user_timeout(stream, unread_ms) {
                tracing::debug!(%error, "A connection has no limit for writing.");
            }
        }
        let Ok(peer) = stream.peer_addr() else { return };
        let peer = peer.ip().to_canonical();
        if self.trusted_proxies.iter().any(|proxy| proxy.contains(&peer)) {
            return;
        }
        match self.networks.take(Network::of(peer), 1) {
            Some(share) => drop(extensions.insert(share)),
            None => self.refuse(stream, peer),
        }
    }

    fn refuse(&self, stream: &TcpStream, peer: IpAddr) {
        // It fails only where the client was quicker.
        let _ = shutdown(stream, Shutdown::Both);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_none_or(|told| told.elapsed() >= TOLD_EVERY) {
            *told = Some(Instant::now());
            tracing::warn!(
                address = %peer,
                "More than {OF_ONE_NETWORK} connections come from one network; others are ended. A proxy belongs into TRUSTED_PROXIES."
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_stay_below_the_open_files() {
        for (open_files, most) in [
            (64, 32),
            (256, 128),
            (1_024, 768),
            (4_096, 3_840),
            (20_256, 20_000),
            (1_048_576, 20_000),
            (u64::MAX, 20_000),
        ] {
            assert_eq!(below(open_files), most, "{open_files}");
        }
    }

    #[test]
    fn the_open_files_are_raised_as_far_as_the_system_allows() {
        let raised = raise_open_files();
        let limit = getrlimit(Resource::Nofile);
        let allowed = limit.maximum.unwrap_or(u64::MAX);
        assert!(raised >= allowed.min(OF_ALL + OTHER_FILES), "{raised} of {allowed}");
        assert_eq!(limit.current.unwrap_or(u64::MAX), raised);
    }

    #[tokio::test]
    async fn a_network_has_so_many_connections_and_a_trusted_proxy_any_number() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let proxies = Connections::new(vec!["127.0.0.0/8".parse().unwrap()]);
        let connections = Connections::new(Vec::new());
        let mut kept = Vec::new();
        for number in 0..OF_ONE_NETWORK + 2 {
            let client = TcpStream::connect(address).await.unwrap();
            let (stream, _) = listener.accept().await.unwrap();
            let (mut counted, mut uncounted) = (Extensions::new(), Extensions::new());
            proxies.admit(&stream, &mut uncounted);
            connections.admit(&stream, &mut counted);
            let ends = number >= OF_ONE_NETWORK;
            let has_ended = stream.try_read(&mut [0]).is_ok_and(|read| read == 0);
            assert_eq!(has_ended, ends, "{number}");
            kept.push((client, stream, counted));
        }
        kept.clear();
        let client = TcpStream::connect(address).await.unwrap();
        let (stream, _) = listener.accept().await.unwrap();
        connections.admit(&stream, &mut Extensions::new());
        assert!(stream.try_read(&mut [0]).is_err(), "there is room again");
        drop(client);
    }
}

//! What may be received at a time: bodies in memory, and files.

use std::time::Duration;

use actix_web::{HttpMessage, HttpRequest, web};
use async_trait::async_trait;
use domain::network::Network;
use domain::people::UserId;
use domain::upload::Sha256;
use ports::driven::{IncomingFile, OriginalsError, StoredFile};

use crate::entry::{Caller, Security, client_address};
use crate::problem::ApiError;
use crate::shares::{Share, Shares};
use crate::turns::{Turn, Turns};

/// Longest JSON body.
const MAX_BYTES: usize = 1_000_000;
/// Longest JSON body before it is known who sends it: to sign in, to register, to set a password by a link.
const MAX_BYTES_OF_STRANGERS: usize = 16_000;
/// Bodies of strangers that are received at a time, in all and from one network.
const STRANGERS: (u64, u64) = (512, 16);
/// Bytes of JSON bodies in memory, in all and of one user. Short bodies do not count.
const BODY_BYTES: (u64, u64) = (32_000_000, 8_000_000);
/// Bytes of files that are being received, in all and of one user.
const FILE_BYTES: (u64, u64) = (512_000_000, 256_000_000);
/// Lists that are in memory at a time where nobody says how many; of one user one.
const LISTS: usize = 2;
/// How long a list waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bounds what is received at a time, so that neither strangers nor one of the users take the memory or the disk. Clones
/// share it.
#[derive(Debug, Clone)]
pub struct Arrivals {
    strangers: Shares<Option<Network>>,
    bodies: Shares<UserId>,
    files: Shares<UserId>,
    lists: Turns<UserId>,
}

impl Default for Arrivals {
    fn default() -> Self {
        Self::with_lists(LISTS)
    }
}

impl Arrivals {
    /// With so many lists in memory at a time.
    pub fn with_lists(lists: usize) -> Self {
        Self {
            strangers: Shares::new(STRANGERS.0, STRANGERS.1),
            bodies: Shares::new(BODY_BYTES.0, BODY_BYTES.1),
            files: Shares::new(FILE_BYTES.0, FILE_BYTES.1),
            lists: Turns::new(lists),
        }
    }
}

/// Room for one JSON body.
pub(crate) struct BodyRoom {
    max_bytes: usize,
    held: Held,
}

enum Held {
    Stranger(#[expect(dead_code, reason = "held until the body is there")] Share<Option<Network>>),
    User(Share<UserId>),
}

impl BodyRoom {
    /// The most bytes that the body may have.
    pub(crate) fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Makes room for so many bytes in all; 503 when too much is being received.
    pub(crate) fn hold(&mut self, bytes: usize) -> Result<(), ApiError> {
        let Held::User(share) = &mut self.held else {
            // What a stranger may send is held from the beginning.
            return Ok(());
        };
        if bytes <= MAX_BYTES_OF_STRANGERS {
            return Ok(());
        }
        let more = (bytes as u64).saturating_sub(share.amount());
        share.grow(more).then_some(()).ok_or(ApiError::Busy)
    }
}

impl Arrivals {
    fn of(request: &HttpRequest) -> &Self {
        request
            .app_data::<web::Data<Self>>()
            .expect("the application bounds what arrives")
    }

    /// Room for the JSON body of a request, which is small where nobody knows who sends it; 503 when too many are being
    /// received.
    pub(crate) fn body(request: &HttpRequest) -> Result<BodyRoom, ApiError> {
        let arrivals = Self::of(request);
        let caller = request.extensions().get::<Caller>().map(Caller::id);
        let room = if let Some(caller) = caller {
            arrivals.bodies.take(caller, 0).map(|share| BodyRoom {
                max_bytes: MAX_BYTES,
                held: Held::User(share),
            })
        } else {
            let network = client_address(request, &Security::of(request).trusted_proxies).map(Network::of);
            arrivals.strangers.take(network, 1).map(|share| BodyRoom {
                max_bytes: MAX_BYTES_OF_STRANGERS,
                held: Held::Stranger(share),
            })
        };
        room.ok_or(ApiError::Busy)
    }

    /// Room for a file of the caller.
    pub(crate) fn file(request: &HttpRequest, file: Box<dyn IncomingFile>) -> Result<ArrivingFile, ApiError> {
        let share = Self::of(request).files.take(caller(request)?, 0);
        let share = share.ok_or(ApiError::Busy)?;
        Ok(ArrivingFile { file, share })
    }

    /// The caller's turn to have a list in memory; 503 when it does not come.
    pub(crate) async fn list(request: &HttpRequest) -> Result<Turn, ApiError> {
        let caller = caller(request)?;
        Self::of(request)
            .lists
            .turn(caller, PATIENCE)
            .await
            .ok_or(ApiError::Busy)
    }
}

fn caller(request: &HttpRequest) -> Result<UserId, ApiError> {
    let caller = request.extensions().get::<Caller>().map(Caller::id);
    caller.ok_or(ApiError::Unauthenticated)
}

/// A file that is being received, and counts until it is in the store or gone.
pub(crate) struct ArrivingFile {
    file: Box<dyn IncomingFile>,
    share: Share<UserId>,
}

impl ArrivingFile {
    /// Appends bytes; 503 when too much is being received.
    pub(crate) async fn append(&mut self, bytes: &[u8]) -> Result<(), ApiError> {
        if !self.share.grow(bytes.len() as u64) {
            return Err(ApiError::Busy);
        }
        let written = self.file.write(bytes).await;
        written.map_err(|error| ApiError::Upload(error.into()))
    }
}

#[async_trait]
impl IncomingFile for ArrivingFile {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.file.write(bytes).await
    }

    fn size_bytes(&self) -> u64 {
        self.file.size_bytes()
    }

    fn sha256(&self) -> Sha256 {
        self.file.sha256()
    }

    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        self.file.head(count).await
    }

    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        self.file.contents().await
    }

    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError> {
        let Self { file, share } = *self;
        let kept = file.keep().await;
        drop(share);
        kept
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use actix_web::test::TestRequest;
    use ipnet::IpNet;

    use super::*;

    const MEGABYTE: usize = 1_000_000;

    fn request(arrivals: &Arrivals, peer: &str, forwarded: &str) -> HttpRequest {
        let proxy: IpNet = "10.0.0.0/8".parse().unwrap();
        let security = Security {
            trusted_proxies: vec![proxy],
            ..Security::default()
        };
        TestRequest::default()
            .peer_addr(SocketAddr::new(peer.parse().unwrap(), 4_711))
            .insert_header(("x-forwarded-for", forwarded))
            .app_data(web::Data::new(arrivals.clone()))
            .app_data(web::Data::new(security))
            .to_http_request()
    }

    #[test]
    fn strangers_of_one_network_do_not_take_the_room_of_others() {
        let arrivals = Arrivals::default();
        let ask = |peer: &str, forwarded: &str| Arrivals::body(&request(&arrivals, peer, forwarded));
        let rooms: Vec<_> = (0..STRANGERS.1)
            .map(|number| ask(&format!("2001:db8:1:2::{number:x}"), "").unwrap())
            .collect();
        assert!(rooms.iter().all(|room| room.max_bytes() == 16_000));
        assert!(matches!(ask("2001:db8:1:2:ffff::1", ""), Err(ApiError::Busy)));
        assert!(ask("2001:db8:1:3::1", "").is_ok());
        assert!(ask("10.0.0.1", "2001:db8:1:3::1").is_ok());
        assert!(
            matches!(ask("10.0.0.1", "2001:db8:1:2::77"), Err(ApiError::Busy)),
            "behind a proxy the client's network counts"
        );
        drop(rooms);
        assert!(ask("2001:db8:1:2:ffff::1", "").is_ok());
    }

    #[test]
    fn strangers_have_so_much_room_together() {
        let arrivals = Arrivals::default();
        let ask = |number: u64| {
            let peer = format!("2001:db8:0:{:x}::1", number / STRANGERS.1);
            Arrivals::body(&request(&arrivals, &peer, ""))
        };
        let rooms: Vec<_> = (0..STRANGERS.0).map(|number| ask(number).unwrap()).collect();
        assert!(matches!(ask(STRANGERS.0), Err(ApiError::Busy)));
        drop(rooms);
    }

    #[actix_web::test]
    async fn so_many_lists_are_in_memory_as_it_is_said() {
        let arrivals = Arrivals::with_lists(3);
        let mut held = Vec::new();
        for user in 1..=3 {
            let user = UserId(uuid::Uuid::from_u128(user));
            held.push(arrivals.lists.turn(user, Duration::from_millis(10)).await.unwrap());
        }
        let fourth = UserId(uuid::Uuid::from_u128(4));
        let turn = arrivals.lists.turn(fourth, Duration::from_millis(10)).await;
        assert!(turn.is_none());
        drop(held);
    }

    #[test]
    fn one_user_does_not_take_the_memory_of_all_and_short_bodies_are_always_taken() {
        let arrivals = Arrivals::default();
        let user = |number| {
            let share = arrivals.bodies.take(UserId(uuid::Uuid::from_u128(number)), 0).unwrap();
            BodyRoom {
                max_bytes: MEGABYTE,
                held: Held::User(share),
            }
        };
        let mut rooms = Vec::new();
        for _ in 0..8 {
            let mut room = user(1);
            for bytes in [10_000, 100_000, MEGABYTE] {
                room.hold(bytes).unwrap();
            }
            rooms.push(room);
        }
        assert!(matches!(user(1).hold(20_000), Err(ApiError::Busy)));
        assert!(user(1).hold(16_000).is_ok());
        assert!(user(2).hold(MEGABYTE).is_ok());
        drop(rooms);
        assert!(user(1).hold(MEGABYTE).is_ok());
    }
}

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::timeout;
use actix_web::web::Bytes;
use domain::access::Rights;
use domain::people::UserId;
use futures_util::Stream;
use futures_util::stream::unfold;
use ports::driven::DataVersion;
use ports::driving::AccountDesk;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use super::hub::{Event, Heard, Place};
use super::{EventHub, wire};

/// How long a stream is silent at most. Then too the caller's rights are looked at: a session may have run out.
const HEART_BEAT: Duration = Duration::from_secs(15);

/// The events for `user`, who holds `token`, after the one last heard, until the token ends. `None` when there are too many
/// streams.
pub(crate) fn stream(
    hub: &EventHub,
    accounts: Arc<dyn AccountDesk>,
    data_version: Arc<dyn DataVersion>,
    (user, token): (UserId, String),
    last_heard: Option<i64>,
) -> Option<impl Stream<Item = Result<Bytes, std::convert::Infallible>> + use<>> {
    let mut place = hub.enter(user, last_heard)?;
    let mut pending = VecDeque::new();
    let mut unwritten = VecDeque::new();
    match place.missed.take() {
        None => {
            pending.push_back(wire::beginning(place.data_version));
            pending.push_back(wire::resync(place.data_version));
        }
        Some(missed) => {
            pending.push_back(wire::beginning(last_heard.unwrap_or(place.data_version)));
            unwritten.extend(missed);
        }
    }
    let watcher = Watcher {
        place,
        accounts,
        data_version,
        token,
        pending,
        unwritten,
    };
    Some(unfold(watcher, |mut watcher| async move {
        let bytes = watcher.next().await?;
        Some((Ok(bytes), watcher))
    }))
}

/// One open stream. It goes on only when its client takes what it wrote: who does not falls behind, and is told to read
/// again.
struct Watcher {
    place: Place,
    accounts: Arc<dyn AccountDesk>,
    data_version: Arc<dyn DataVersion>,
    token: String,
    /// Written, and not yet sent.
    pending: VecDeque<Bytes>,
    /// Heard, and not yet written: whether the client may know of them is asked now.
    unwritten: VecDeque<Event>,
}

impl Watcher {
    /// The next piece; `None` ends the stream.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(bytes) = self.pending.pop_front() {
                return Some(bytes);
            }
            if self.unwritten.is_empty() {
                self.listen().await?;
            }
            // Once for all that came meanwhile.
            let rights = self.rights().await?;
            let events = self.unwritten.drain(..);
            self.pending
                .extend(events.filter_map(|event| wire::written(event, &rights)));
        }
    }

    /// Waits for something to tell; `None` when the server is stopping.
    async fn listen(&mut self) -> Option<()> {
        let Ok(heard) = timeout(HEART_BEAT, self.place.events.recv()).await else {
            self.pending.push_back(wire::heart_beat());
            return Some(());
        };
        let mut heard = match heard {
            Ok(heard) => heard,
            Err(RecvError::Lagged(_)) => Heard::Missed,
            Err(RecvError::Closed) => return None,
        };
        loop {
            match heard {
                Heard::Event(event) => self.unwritten.push_back(event),
                Heard::Missed => {
                    self.unwritten.clear();
                    self.pending.clear();
                    self.pending.push_back(wire::resync(self.data_version.known().data));
                }
            }
            heard = match self.place.events.try_recv() {
                Ok(next) => next,
                Err(TryRecvError::Lagged(_)) => Heard::Missed,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return Some(()),
            };
        }
    }

    /// What the caller may know now; `None` when the session or key has ended, or nobody can tell.
    async fn rights(&self) -> Option<Rights> {
        let authenticated = self.accounts.authenticate(&self.token).await.ok()??;
        Some(authenticated.user.rights())
    }
}

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Bytes;
use domain::access::Rights;
use domain::people::UserId;
use futures_util::Stream;
use futures_util::stream::unfold;
use ports::causes::Causes;
use ports::driven::{DataVersion, Topic};
use ports::driving::AccountDesk;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::{Instant, sleep, timeout_at};

use super::hub::{Event, Heard, Place};
use super::{EventHub, wire};

/// How long a stream is silent at most. Then too the caller's rights are looked at: a session may have run out.
const HEART_BEAT: Duration = Duration::from_secs(15);
/// Pause before rights are asked for again where nobody could tell them; each further one is twice as long, up to a heart-beat.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Events that are kept while nobody can tell what the caller may know of them; beyond, the client is told to read again.
const MAX_UNWRITTEN: usize = 1_024;

/// Heart-beats that a user's other streams are asked for at most, until one whose client has left is gone.
const BEATS: u32 = 10;
/// Pause after each of them.
const BETWEEN_BEATS: Duration = Duration::from_millis(50);

/// The events for `user`, who holds `token`, after the one last heard, until the token ends. `None` when there are too many
/// streams.
pub(crate) async fn stream(
    hub: &EventHub,
    accounts: Arc<dyn AccountDesk>,
    data_version: Arc<dyn DataVersion>,
    (user, token): (UserId, String),
    last_heard: Option<i64>,
) -> Option<impl Stream<Item = Result<Bytes, std::convert::Infallible>> + use<>> {
    let mut place = place(hub, user, last_heard).await?;
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
        user,
        token,
        pending,
        unwritten,
        rights: None,
        look_at: Instant::now(),
        pause: FIRST_PAUSE,
    };
    Some(unfold(watcher, |mut watcher| async move {
        let bytes = watcher.next().await?;
        Some((Ok(bytes), watcher))
    }))
}

/// A place at the hub. Where there is none, the user's other streams have to show first that somebody hears them: a client
/// that closes its connection is missed only by what is sent to it.
async fn place(hub: &EventHub, user: UserId, last_heard: Option<i64>) -> Option<Place> {
    let mut place = hub.enter(user, last_heard);
    for _ in 0..BEATS {
        if place.is_some() {
            break;
        }
        hub.beat(user);
        sleep(BETWEEN_BEATS).await;
        place = hub.enter(user, last_heard);
    }
    place
}

/// One open stream. It goes on only when its client takes what it wrote: who does not falls behind, and is told to read
/// again.
struct Watcher {
    place: Place,
    accounts: Arc<dyn AccountDesk>,
    data_version: Arc<dyn DataVersion>,
    user: UserId,
    token: String,
    /// Written, and not yet sent.
    pending: VecDeque<Bytes>,
    /// Heard, and not yet written: what the caller may know of them is not known yet.
    unwritten: VecDeque<Event>,
    /// What the caller may know; `None` where that has to be asked before anything more is written. It is asked when the
    /// caller's access changed, and with each heart-beat: not for each event, as a thousand streams would ask at once.
    rights: Option<Rights>,
    /// When rights are asked for next, whatever is heard until then.
    look_at: Instant,
    /// How long to wait before that where they could not be told.
    pause: Duration,
}

impl Watcher {
    /// The next piece; `None` ends the stream.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if self.rights.is_none() && self.look_at <= Instant::now() {
                self.ask().await?;
            }
            if let Some(rights) = &self.rights {
                let events = self.unwritten.drain(..);
                self.pending
                    .extend(events.filter_map(|event| wire::written(event, self.user, rights)));
            }
            if let Some(bytes) = self.pending.pop_front() {
                return Some(bytes);
            }
            self.listen().await?;
        }
    }

    /// Waits for something to tell; `None` when the server is stopping.
    async fn listen(&mut self) -> Option<()> {
        let Place { events, beat, .. } = &mut self.place;
        let heard = tokio::select! {
            heard = timeout_at(self.look_at, events.recv()) => heard,
            () = beat.notified() => {
                self.pending.push_back(wire::heart_beat());
                return Some(());
            }
        };
        let Ok(heard) = heard else {
            self.rights = None;
            self.pending.push_back(wire::heart_beat());
            return Some(());
        };
        let mut heard = match heard {
            Ok(heard) => heard,
            Err(RecvError::Lagged(_)) => Heard::Missed,
            Err(RecvError::Closed) => return None,
        };
        loop {
            self.hear(heard);
            heard = match self.place.events.try_recv() {
                Ok(next) => next,
                Err(TryRecvError::Lagged(_)) => Heard::Missed,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return Some(()),
            };
        }
    }

    fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Event(event) if event.topic == Topic::Access(self.user) => self.doubt(),
            Heard::Event(event) if self.unwritten.len() < MAX_UNWRITTEN => self.unwritten.push_back(event),
            // What was missed may have been a change of the caller's access.
            Heard::Event(_) | Heard::Missed => {
                self.unwritten.clear();
                self.pending.clear();
                self.pending.push_back(wire::resync(self.data_version.known().data));
                self.doubt();
            }
        }
    }

    /// The caller's rights may be others now.
    fn doubt(&mut self) {
        self.rights = None;
        self.look_at = Instant::now();
    }

    /// Asks what the caller may know; `None` when the session or key has ended. Where nobody can tell, nothing is told of
    /// events until somebody can.
    async fn ask(&mut self) -> Option<()> {
        match self.accounts.authenticate(&self.token).await {
            Ok(found) => {
                self.rights = Some(found?.user.rights());
                self.look_at = Instant::now() + HEART_BEAT;
                self.pause = FIRST_PAUSE;
            }
            Err(error) => {
                if self.pause == FIRST_PAUSE {
                    let error = Causes(&error);
                    tracing::warn!(user_id = %self.user, %error, "A stream waits, as its caller's rights cannot be read.");
                }
                self.look_at = Instant::now() + self.pause;
                self.pause = HEART_BEAT.min(2 * self.pause);
            }
        }
        Some(())
    }
}

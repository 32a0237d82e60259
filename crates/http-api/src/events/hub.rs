use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use domain::people::UserId;
use ports::driven::{Change, Changes, DataVersion, Topic};
use tokio::sync::Notify;
use tokio::sync::broadcast::{self, Receiver, Sender};

use crate::shares::{Share, Shares};

/// Recent events that a stream can resume from.
const MEMORY: usize = 1_024;
/// Events that a slow client may fall behind before it is told to read again.
const BACKLOG: usize = 256;
/// Streams of one user: so many windows and devices.
const MAX_PER_USER: u64 = 10;

/// A committed change, as streams hear of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) data_version: i64,
    pub(super) topic: Topic,
}

/// What a stream hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// A change.
    Event(Event),
    /// Changes may have been missed.
    Missed,
}

/// Hears the announced changes once for all streams of this process, and remembers the recent ones.
pub struct EventHub {
    state: Mutex<State>,
    data_version: Arc<dyn DataVersion>,
    places: Shares<UserId>,
}

struct State {
    /// `None` when the server is stopping.
    sender: Option<Sender<Heard>>,
    recent: VecDeque<Event>,
    /// Every change after this version is in `recent`.
    complete_after: i64,
    /// What asks the streams of a user for a heart-beat.
    beats: HashMap<UserId, Weak<Notify>>,
}

/// A place among the streams: what happened since the client last heard, and what happens from now on.
pub(super) struct Place {
    /// What the client missed; `None` where nobody knows any more, and the client has to read again.
    pub(super) missed: Option<Vec<Event>>,
    /// The data version that a client is up to date with when it has read `missed`.
    pub(super) data_version: i64,
    pub(super) events: Receiver<Heard>,
    /// Asks for a heart-beat.
    pub(super) beat: Arc<Notify>,
    /// Held as long as the stream is open.
    pub(super) _share: Share<UserId>,
}

impl EventHub {
    /// Starts to hear `changes`, until [`close`](Self::close), for so many streams at once.
    pub fn start(changes: &dyn Changes, data_version: Arc<dyn DataVersion>, streams: u64) -> Arc<Self> {
        let mut subscription = changes.subscribe();
        let (sender, _) = broadcast::channel(BACKLOG);
        let hub = Arc::new(Self {
            state: Mutex::new(State {
                sender: Some(sender),
                recent: VecDeque::with_capacity(MEMORY),
                // Asked after subscribing: what comes later is heard.
                complete_after: data_version.known().data,
                beats: HashMap::new(),
            }),
            data_version,
            places: Shares::new(streams, MAX_PER_USER),
        });
        let hears = Arc::downgrade(&hub);
        tokio::spawn(async move {
            loop {
                let change = subscription.next().await;
                match hears.upgrade() {
                    Some(hub) if hub.hear(change) => {}
                    _ => return,
                }
            }
        });
        hub
    }

    /// Remembers and hands on; `false` when the server is stopping.
    fn hear(&self, change: Change) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let heard = match change {
            Change::Committed { data_version, topic } => {
                let event = Event { data_version, topic };
                if state.recent.len() == MEMORY
                    && let Some(oldest) = state.recent.pop_front()
                {
                    state.complete_after = oldest.data_version;
                }
                state.recent.push_back(event);
                Heard::Event(event)
            }
            Change::Missed => {
                state.recent.clear();
                state.complete_after = self.data_version.known().data;
                Heard::Missed
            }
        };
        // Nobody listening is no error.
        state.sender.as_ref().is_some_and(|sender| {
            let _ = sender.send(heard);
            true
        })
    }

    /// A place for a client of `user` that last heard of `last`; `None` when there are too many, of this user or in all, or
    /// the server is stopping.
    pub(super) fn enter(&self, user: UserId, last: Option<i64>) -> Option<Place> {
        let share = self.places.take(user, 1)?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // In one step with what is remembered: no change is in neither, and none in both.
        let events = state.sender.as_ref()?.subscribe();
        let newest = state
            .recent
            .back()
            .map_or(state.complete_after, |event| event.data_version);
        let missed = match last {
            None => Some(Vec::new()),
            Some(last) if last < state.complete_after || last > newest => None,
            Some(last) => Some(state.since(last)),
        };
        Some(Place {
            missed,
            data_version: newest,
            events,
            beat: state.beat_of(user),
            _share: share,
        })
    }

    /// Has every stream of `user` send something, which ends those whose client has left without a word.
    pub(super) fn beat(&self, user: UserId) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(beat) = state.beats.get(&user).and_then(Weak::upgrade) {
            beat.notify_waiters();
        }
    }

    /// How many streams are open.
    pub fn open_streams(&self) -> u64 {
        self.places.held()
    }

    /// Ends all streams: the server is stopping.
    pub fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).sender = None;
    }
}

impl State {
    fn beat_of(&mut self, user: UserId) -> Arc<Notify> {
        if let Some(beat) = self.beats.get(&user).and_then(Weak::upgrade) {
            return beat;
        }
        self.beats.retain(|_, beat| beat.strong_count() > 0);
        let beat = Arc::new(Notify::new());
        self.beats.insert(user, Arc::downgrade(&beat));
        beat
    }

    /// The events that a client who last heard one of version `last` may not have. Where that version had several, the
    /// connection may have broken between them, so they are told again.
    fn since(&self, last: i64) -> Vec<Event> {
        let of_last = self.recent.iter().filter(|event| event.data_version == last).count();
        let is_missed = |event: &&Event| event.data_version > last || (of_last > 1 && event.data_version == last);
        self.recent.iter().filter(is_missed).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::production::ProductionId;
    use domain::upload::UploadId;
    use futures_util::FutureExt;
    use ports::driven::{MockChanges, MockDataVersion, Subscription, Versions};
    use uuid::Uuid;

    use super::*;

    const STREAMS: u64 = 30;

    struct Silence;

    #[async_trait::async_trait]
    impl Subscription for Silence {
        async fn next(&mut self) -> Change {
            std::future::pending().await
        }
    }

    /// A hub at version 10 that hears nothing by itself.
    fn hub() -> Arc<EventHub> {
        let mut changes = MockChanges::new();
        changes.expect_subscribe().returning(|| Box::new(Silence));
        let mut versions = MockDataVersion::new();
        versions.expect_known().return_const(Versions {
            data: 10,
            ..Versions::default()
        });
        EventHub::start(&changes, Arc::new(versions), STREAMS)
    }

    fn somebody(number: u128) -> UserId {
        UserId(Uuid::from_u128(number))
    }

    fn job(data_version: i64) -> Event {
        Event {
            data_version,
            topic: Topic::Job,
        }
    }

    fn hear(hub: &EventHub, event: Event) {
        hub.hear(Change::Committed {
            data_version: event.data_version,
            topic: event.topic,
        });
    }

    fn missed(hub: &EventHub, last: Option<i64>) -> Option<Vec<Event>> {
        hub.enter(somebody(1), last).unwrap().missed
    }

    #[actix_web::test]
    async fn a_client_resumes_after_what_it_heard_last() {
        let hub = hub();
        for version in [11, 12, 13] {
            hear(&hub, job(version));
        }
        assert_eq!(missed(&hub, Some(11)), Some(vec![job(12), job(13)]));
        assert_eq!(missed(&hub, Some(13)), Some(Vec::new()));
        assert_eq!(missed(&hub, Some(10)).unwrap().len(), 3);
        assert_eq!(missed(&hub, None), Some(Vec::new()), "who comes anew has just read");
    }

    #[actix_web::test]
    async fn who_heard_less_than_is_remembered_reads_again() {
        let hub = hub();
        assert_eq!(missed(&hub, Some(9)), None, "before this process");
        assert_eq!(missed(&hub, Some(11)), None, "not yet, as after a backup was restored");
        for version in (11..).take(MEMORY + 1) {
            hear(&hub, job(version));
        }
        assert_eq!(missed(&hub, Some(10)), None);
        assert_eq!(missed(&hub, Some(11)).unwrap().len(), MEMORY);
        hub.hear(Change::Missed);
        assert_eq!(missed(&hub, Some(12)), None);
    }

    #[actix_web::test]
    async fn events_of_one_change_are_told_again_together() {
        let hub = hub();
        let production = ProductionId(Uuid::from_u128(1));
        let upload = Event {
            data_version: 11,
            topic: Topic::Upload(UploadId(Uuid::from_u128(2)), production),
        };
        let snapshot = Event {
            data_version: 11,
            topic: Topic::Snapshot(production),
        };
        hear(&hub, upload);
        hear(&hub, snapshot);
        hear(&hub, job(12));
        assert_eq!(missed(&hub, Some(11)), Some(vec![upload, snapshot, job(12)]));
        assert_eq!(missed(&hub, Some(12)), Some(Vec::new()));
    }

    #[actix_web::test]
    async fn one_user_does_not_take_the_streams_of_all() {
        let hub = hub();
        let places: Vec<_> = (0..MAX_PER_USER)
            .map(|_| hub.enter(somebody(1), None).unwrap())
            .collect();
        assert!(hub.enter(somebody(1), None).is_none());
        assert!(hub.enter(somebody(2), None).is_some());
        drop(places);
        assert!(hub.enter(somebody(1), None).is_some());
    }

    #[actix_web::test]
    async fn a_beat_reaches_the_streams_of_its_user_alone() {
        let hub = hub();
        let [one, same, other] = [1, 1, 2].map(|number| hub.enter(somebody(number), None).unwrap());
        let mut beats = [&one, &same, &other].map(|place| Box::pin(place.beat.notified()));
        hub.beat(somebody(1));
        hub.beat(somebody(3));
        let heard = beats.each_mut().map(|beat| beat.as_mut().now_or_never().is_some());
        assert_eq!(heard, [true, true, false]);
    }

    #[actix_web::test]
    async fn nobody_enters_a_server_that_is_stopping_or_full() {
        let hub = hub();
        let number = u128::from(STREAMS);
        let places: Vec<_> = (0..number)
            .map(|number| hub.enter(somebody(number), None).unwrap())
            .collect();
        assert!(hub.enter(somebody(number), None).is_none());
        drop(places);
        assert!(hub.enter(somebody(number), None).is_some());
        hub.close();
        assert!(hub.enter(somebody(number), None).is_none());
        assert!(!hub.hear(Change::Missed));
    }
}

//! Who is next to read: the worker first, and of the others one of each person at a time.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::people::UserId;
use ports::driven::Reader;
use tokio::sync::oneshot;

/// A bounded number of seats and those who wait for them.
#[derive(Debug)]
pub(super) struct Queue(Mutex<State>);

#[derive(Debug)]
struct State {
    free: usize,
    reading: HashSet<UserId>,
    waiting: VecDeque<(Reader, oneshot::Sender<Place>)>,
}

/// A seat that is taken, until it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    queue: Arc<Queue>,
    reader: Reader,
}

impl Queue {
    /// With so many seats.
    pub(super) fn new(seats: usize) -> Self {
        Self(Mutex::new(State {
            free: seats,
            reading: HashSet::new(),
            waiting: VecDeque::new(),
        }))
    }

    /// Waits for a seat. Dropped, it does not wait any more.
    pub(super) async fn enter(self: &Arc<Self>, reader: Reader) -> Place {
        let (sender, mut called) = oneshot::channel();
        self.state().waiting.push_back((reader, sender));
        self.call();
        // Nobody drops the sender of somebody who waits.
        (&mut called).await.expect("whoever waits is called")
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives free seats to those whose turn it is.
    fn call(self: &Arc<Self>) {
        while let Some((reader, called)) = self.state().next() {
            let place = Place {
                queue: Arc::clone(self),
                reader,
            };
            // Where nobody waits any more, the place comes back and is free again.
            let _ = called.send(place);
        }
    }
}

impl State {
    /// Takes a seat for whoever is next; `None` when there is no seat, or nobody who may have it.
    fn next(&mut self) -> Option<(Reader, oneshot::Sender<Place>)> {
        self.waiting.retain(|(_, called)| !called.is_closed());
        if self.free == 0 {
            return None;
        }
        let worker = self.waiting.iter().position(|(reader, _)| *reader == Reader::Worker);
        let may = |(reader, _): &(Reader, _)| match reader {
            Reader::Worker | Reader::Person(None) => true,
            Reader::Person(Some(person)) => !self.reading.contains(person),
        };
        let next = worker.or_else(|| self.waiting.iter().position(may))?;
        let next = self.waiting.remove(next)?;
        self.free -= 1;
        if let Reader::Person(Some(person)) = next.0 {
            self.reading.insert(person);
        }
        Some(next)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        {
            let mut state = self.queue.state();
            state.free += 1;
            if let Reader::Person(Some(person)) = self.reader {
                state.reading.remove(&person);
            }
        }
        self.queue.call();
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> Reader {
        Reader::Person(Some(UserId(Uuid::from_u128(number))))
    }

    /// What has come of a future so far.
    fn so_far<F: Future>(future: std::pin::Pin<&mut F>) -> Option<F::Output> {
        match future.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        }
    }

    #[test]
    fn one_person_has_one_seat_and_others_pass() {
        let queue = Arc::new(Queue::new(2));
        let mut first = pin!(queue.enter(person(1)));
        let mut again = pin!(queue.enter(person(1)));
        let mut other = pin!(queue.enter(person(2)));
        let place = so_far(first.as_mut()).unwrap();
        assert!(so_far(again.as_mut()).is_none(), "one seat a person");
        let others = so_far(other.as_mut()).unwrap();
        drop(others);
        assert!(so_far(again.as_mut()).is_none());
        drop(place);
        assert!(so_far(again.as_mut()).is_some());
    }

    #[test]
    fn the_worker_goes_before_those_who_came_earlier() {
        let queue = Arc::new(Queue::new(1));
        let mut first = pin!(queue.enter(person(1)));
        let place = so_far(first.as_mut()).unwrap();
        let mut dry_run = pin!(queue.enter(person(2)));
        let mut worker = pin!(queue.enter(Reader::Worker));
        assert!(so_far(dry_run.as_mut()).is_none() && so_far(worker.as_mut()).is_none());
        drop(place);
        let place = so_far(worker.as_mut()).unwrap();
        assert!(so_far(dry_run.as_mut()).is_none());
        drop(place);
        assert!(so_far(dry_run.as_mut()).is_some());
    }

    #[test]
    fn whoever_stops_waiting_leaves_no_gap() {
        let queue = Arc::new(Queue::new(1));
        let mut first = pin!(queue.enter(person(1)));
        let place = so_far(first.as_mut()).unwrap();
        {
            let mut impatient = pin!(queue.enter(person(2)));
            assert!(so_far(impatient.as_mut()).is_none());
        }
        {
            // Called, and gone before it looked.
            let mut called = Box::pin(queue.enter(person(3)));
            assert!(so_far(called.as_mut()).is_none());
            drop(place);
        }
        let mut last = pin!(queue.enter(person(4)));
        assert!(so_far(last.as_mut()).is_some());
    }
}

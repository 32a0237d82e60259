//! Who holds a run, and that its end is not lost.

use std::sync::{Arc, Mutex};

use domain::collection::RunState;
use ports::driven::StorageError;
use ports::driven::collection::{LeasedRun, Renewal, RunFinish};
use ports::driving::collection::Collecting;

use super::support::{World, leased, record, url};
use crate::Collector;

/// A run that ends at once, as its source is gone.
fn short() -> LeasedRun {
    LeasedRun {
        source: None,
        ..leased(record(url()))
    }
}

/// One run waits; its end is not taken so many times.
fn refusing_ends(times: usize) -> World {
    let mut world = World::default();
    let mut waiting = Some(short());
    world.runs.expect_lease().returning(move |_, _, _| Ok(waiting.take()));
    world
        .runs
        .expect_finish()
        .times(times)
        .withf(|_, _, end, _| end.finish == RunFinish::Ended(RunState::Skipped))
        .returning(|_, _, _, _| Err(StorageError::unavailable("deadlock detected")));
    world
}

#[tokio::test]
async fn each_run_is_held_under_a_name_of_its_own() {
    let mut world = World::default();
    let (leases, ends) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let heard = Arc::clone(&leases);
    let mut waiting = vec![short(), short()];
    world.runs.expect_lease().returning(move |lease, _, _| {
        heard.lock().unwrap().push(lease.holder);
        Ok(waiting.pop())
    });
    let heard = Arc::clone(&ends);
    world.runs.expect_finish().times(2).returning(move |_, holder, _, _| {
        heard.lock().unwrap().push(holder);
        Ok(true)
    });
    let collector = Collector::new(world.ports());
    collector.work().await.unwrap();
    let (leases, ends) = (leases.lock().unwrap(), ends.lock().unwrap());
    assert_eq!(ends[..], leases[..2]);
    assert_ne!(ends[0], ends[1]);
}

#[tokio::test(start_paused = true)]
async fn an_end_that_the_database_does_not_take_is_told_again_while_the_run_stays_held() {
    let mut world = refusing_ends(2);
    world.runs.expect_finish().once().returning(|_, _, _, _| Ok(true));
    let held = world.runs.expect_renew().times(2);
    held.returning(|_, _| Ok(Renewal::Held));
    Collector::new(world.ports()).work().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_run_that_somebody_else_took_meanwhile_is_not_told() {
    let mut world = refusing_ends(1);
    let lost = world.runs.expect_renew().once();
    lost.returning(|_, _| Ok(Renewal::Lost));
    Collector::new(world.ports()).work().await.unwrap();
}

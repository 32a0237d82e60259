//! Random steps, compared with a small model of the states of uploads.

use std::sync::atomic::{AtomicUsize, Ordering};

use domain::production::ProductionId;
use domain::upload::{UploadId, UploadStatus};
use ports::actor::Actor;
use ports::driven::{Acceptance, Publication, UploadRepository, Withdrawal};
use proptest::prelude::*;

use crate::support::{Storage, daily, new_upload, sold};

const RECORD_DATES: [&str; 3] = ["2026-11-17", "2026-11-18", "2026-11-19"];

/// What may happen. An upload is named by its place in the order of acceptance, wrapped.
#[derive(Debug, Clone, Copy)]
enum Step {
    Accept { record_date: usize, content: u8 },
    Begin(usize),
    Publish(usize),
    Fail(usize),
    Withdraw(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..RECORD_DATES.len(), 0_u8..3).prop_map(|(record_date, content)| Step::Accept { record_date, content }),
        1 => any::<usize>().prop_map(Step::Begin),
        4 => any::<usize>().prop_map(Step::Publish),
        1 => any::<usize>().prop_map(Step::Fail),
        3 => any::<usize>().prop_map(Step::Withdraw),
    ]
}

struct Entry {
    id: UploadId,
    record_date: usize,
    content: u8,
    status: UploadStatus,
    /// Its snapshot has one row more than that of the upload before it.
    stored: bool,
}

/// What ought to be, in order of acceptance.
#[derive(Default)]
struct Model(Vec<Entry>);

impl Model {
    /// Of what is stored and not withdrawn, the last accepted of each record date is live.
    fn settle(&mut self) {
        use UploadStatus::{Completed, Superseded};
        for record_date in 0..RECORD_DATES.len() {
            let stored =
                |entry: &&mut Entry| entry.record_date == record_date && matches!(entry.status, Completed | Superseded);
            for (place, entry) in self.0.iter_mut().rev().filter(stored).enumerate() {
                entry.status = if place == 0 { Completed } else { Superseded };
            }
        }
    }

    fn current(&self) -> Option<usize> {
        let live = self
            .0
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.status == UploadStatus::Completed);
        live.max_by_key(|(_, entry)| entry.record_date).map(|(place, _)| place)
    }
}

fn snapshot(place: usize) -> domain::sales::Snapshot {
    let mut snapshot = sold(10_000);
    let first = crate::support::day("2026-01-01");
    snapshot.daily_sales = (0..=place)
        .map(|row| {
            daily(
                &domain::calendar::shift(first, i64::try_from(row).unwrap()).to_string(),
                10_000,
            )
        })
        .collect();
    snapshot
}

async fn take(storage: &Storage, id: ProductionId, model: &mut Model, step: Step) {
    if let Step::Accept { record_date, content } = step {
        return accept(storage, id, model, record_date, content).await;
    }
    let count = model.0.len();
    if count == 0 {
        return;
    }
    let (Step::Begin(place) | Step::Publish(place) | Step::Fail(place) | Step::Withdraw(place)) = step else {
        return;
    };
    let place = place % count;
    let entry = &mut model.0[place];
    let pending = entry.status.is_pending();
    match step {
        Step::Begin(_) => {
            let begun = storage.uploads.begin(entry.id).await.unwrap();
            assert_eq!(begun.is_some(), pending);
            if pending {
                entry.status = UploadStatus::Processing;
            }
        }
        Step::Publish(_) => {
            let published = storage.publish(entry.id, &snapshot(place)).await;
            if pending {
                (entry.status, entry.stored) = (UploadStatus::Superseded, true);
                model.settle();
                assert_eq!(published, Publication::Stored(model.0[place].status));
            } else {
                assert_eq!(published, Publication::AlreadyEnded);
            }
        }
        Step::Fail(_) => {
            assert_eq!(storage.fail(entry.id).await, pending);
            if pending {
                entry.status = UploadStatus::Failed;
            }
        }
        Step::Withdraw(_) => {
            let withdrawal = storage.uploads.withdraw(entry.id, &Actor::SYSTEM).await.unwrap();
            if entry.status == UploadStatus::Failed {
                assert_eq!(withdrawal, Withdrawal::Failed);
            } else {
                entry.status = UploadStatus::Withdrawn;
                model.settle();
            }
        }
        Step::Accept { .. } => {}
    }
}

async fn accept(storage: &Storage, id: ProductionId, model: &mut Model, record_date: usize, content: u8) {
    use UploadStatus::{Completed, Processing, Queued};
    let new = new_upload(id, RECORD_DATES[record_date], content);
    let repeats = |entry: &&Entry| {
        let same = (entry.record_date, entry.content) == (record_date, content);
        same && matches!(entry.status, Queued | Processing | Completed)
    };
    let expected = model.0.iter().rev().find(repeats).map(|entry| entry.id);
    match storage.uploads.accept(&new).await.unwrap() {
        Acceptance::Repeated(upload) => assert_eq!(Some(upload.id), expected),
        Acceptance::Queued(upload) => {
            assert_eq!(expected, None);
            model.0.push(Entry {
                id: upload.id,
                record_date,
                content,
                status: Queued,
                stored: false,
            });
        }
    }
}

async fn compare(storage: &Storage, id: ProductionId, model: &Model) {
    let current = model.current();
    for (place, entry) in model.0.iter().enumerate() {
        let found = storage.find(entry.id).await;
        assert_eq!(found.status, entry.status, "upload {place}");
        assert_eq!(found.current, current == Some(place), "upload {place}");
    }
    assert_eq!(storage.current(id).await, current.map(|place| model.0[place].id));

    let rows = format!("SELECT count(*) AS number FROM report.daily_sale WHERE production_id = '{id}'");
    let expected = current.map_or(0, |place| place + 1);
    assert_eq!(storage.number(&rows), i64::try_from(expected).unwrap());
    let rows = format!(
        "SELECT count(*) AS number FROM daily_sale d JOIN snapshot s ON s.id = d.snapshot_id
         JOIN upload u ON u.id = s.upload_id WHERE u.production_id = '{id}'"
    );
    let stored = model.0.iter().enumerate().filter(|(_, entry)| entry.stored);
    let expected: usize = stored.map(|(place, _)| place + 1).sum();
    assert_eq!(storage.number(&rows), i64::try_from(expected).unwrap());
}

#[test]
fn whatever_happens_the_last_accepted_of_each_record_date_is_live() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let storage = Storage::new();
    let productions = AtomicUsize::new(0);
    let config = ProptestConfig {
        cases: 32,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(steps in proptest::collection::vec(step(), 1..25))| {
        runtime.block_on(async {
            // A new production each time is as good as a new database.
            let number = productions.fetch_add(1, Ordering::Relaxed);
            let id = storage.enter_play(&format!("PL{number}")).await;
            let mut model = Model::default();
            for step in steps {
                take(&storage, id, &mut model, step).await;
                compare(&storage, id, &model).await;
            }
        });
    });
}

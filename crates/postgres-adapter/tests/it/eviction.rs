//! Rows of old snapshots go, and nothing else does.

use domain::calendar::OpenRange;
use domain::foresight::{Card, Experience, Forecast, PaceCurve};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::forecast::Forecast as ForecastReport;
use domain::reports::performances;
use domain::retention::Retention;
use domain::sales::{PerformanceSale, Snapshot};
use domain::upload::{UploadId, UploadStatus};
use ports::driven::{Closing, Evicted, ForecastOrigin, ForecastRepository, Lacking, NewForecast, SnapshotEviction};
use postgres_adapter::PgSnapshotEviction;

use crate::support::{Storage, bought, daily, day, draft, everything, figures, instant, new_upload, performance, sold};

const FIRST: &str = "2026-11-20T19:30";
const SECOND: &str = "2026-11-21T15:00";
/// Half a year after everything was sold.
const TODAY: &str = "2027-06-01";

fn snapshot(seats: i64) -> Snapshot {
    let show = |starts_at: &str| PerformanceSale {
        paid_seats: seats,
        ..performance(starts_at, seats * 10_000, "0.5", "0.1")
    };
    Snapshot {
        daily_sales: vec![daily("2026-11-01", 500_000), daily("2026-11-02", 10_000)],
        performance_sales: vec![show(FIRST), show(SECOND)],
        ..Snapshot::default()
    }
}

async fn enter(storage: &Storage, code: &str) -> ProductionId {
    let play = ProductionDraft {
        seats_per_performance: Some(103),
        sale_start: Some(day("2026-11-01")),
        ..draft(code, Category::Play)
    };
    storage.enter(play).await
}

/// A live snapshot of each of the first ten days of November, of which the first and the eighth are Sundays.
async fn ten_days(storage: &Storage, id: ProductionId) -> Vec<UploadId> {
    let mut uploads = Vec::new();
    for number in 1_i64..=10 {
        let date = format!("2026-11-{number:02}");
        uploads.push(storage.upload(id, &date, &snapshot(4 * number)).await);
    }
    uploads
}

async fn evict(storage: &Storage, id: ProductionId, most: usize) -> Evicted {
    let eviction = PgSnapshotEviction::new(storage.database.pool());
    let retention = Retention::of_days(100).unwrap();
    let evicted = eviction.evict(id, retention, day(TODAY), instant(), most).await;
    evicted.unwrap()
}

fn days_with_rows(storage: &Storage) -> Vec<String> {
    storage.texts(
        "SELECT DISTINCT u.record_date::text AS text FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE EXISTS (SELECT FROM performance_sale p WHERE p.snapshot_id = s.id) ORDER BY text",
    )
}

#[tokio::test]
async fn of_old_weeks_one_snapshot_stays_and_reports_say_what_they_said() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let uploads = ten_days(&storage, id).await;
    let other = enter(&storage, "PL2").await;
    storage.upload(other, "2026-11-03", &snapshot(1)).await;
    storage.upload(other, "2026-11-04", &snapshot(2)).await;
    // Of buyers the last of the week, which is the current one, stays.
    storage.upload(id, "2026-11-05", &bought(3)).await;
    storage.upload(id, "2026-11-06", &bought(4)).await;
    // Withdrawn, and of a day that stays.
    let withdrawn = storage.upload(id, "2026-11-08", &snapshot(99)).await;
    storage.withdraw(withdrawn).await;
    // It replaces the current one, which stays behind it.
    let current = storage.upload(id, "2026-11-10", &snapshot(41)).await;

    let range = OpenRange { from: None, to: None };
    let read = async || {
        let figures = figures::<performances::Performances>(&storage.reports, &everything(), range).await;
        figures.unwrap().value
    };
    let totals = || storage.texts("SELECT (t.*)::text AS text FROM report.snapshot_total t ORDER BY t");
    let buyers = || storage.texts("SELECT (b.*)::text AS text FROM report.breakdown b ORDER BY b");
    let before = (read().await, totals(), buyers());
    let eviction = PgSnapshotEviction::new(storage.database.pool());
    let old = eviction.productions_before(day("2026-11-05")).await.unwrap();
    assert_eq!(old, [id, other]);
    assert_eq!(eviction.productions_before(day("2026-11-01")).await.unwrap(), []);

    let figures_version = storage.versions().figures;
    let mut batches = Vec::new();
    for _ in 0..4 {
        batches.push(evict(&storage, id, 4).await.snapshots);
    }
    // Seven days of sales, one of buyers, and the withdrawn one.
    assert_eq!(batches, [4, 4, 1, 0]);
    assert_eq!(storage.versions().figures, figures_version + 3);
    assert_eq!(
        storage.number("SELECT count(*) AS number FROM audit_entry WHERE action = 'snapshots.evicted'"),
        3
    );
    assert_eq!(
        days_with_rows(&storage),
        ["2026-11-01", "2026-11-03", "2026-11-04", "2026-11-08", "2026-11-10"]
    );
    for table in ["daily_sale", "performance_sale"] {
        // Of this production three days and what was replaced, of the other one two.
        let rows = storage.number(&format!("SELECT count(DISTINCT snapshot_id) AS number FROM {table}"));
        assert_eq!(rows, 6, "{table}");
    }
    assert_eq!(
        storage.number("SELECT count(DISTINCT snapshot_id) AS number FROM breakdown"),
        1
    );
    assert_eq!((read().await, totals(), buyers()), before);

    // Uploads are what they were.
    let gone = storage.find(uploads[4]).await;
    assert_eq!((gone.status, gone.current), (UploadStatus::Completed, false));
    assert!(gone.facts.is_some());
    assert_eq!(storage.current(id).await, Some(current));
    let removed = evict(&storage, other, 100).await;
    assert_eq!((removed.snapshots, removed.rows), (1, 4));
}

#[test]
fn every_table_with_rows_of_snapshots_is_known() {
    let storage = Storage::new();
    let tables = storage.texts(
        "SELECT table_name::text AS text
         FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
         WHERE table_schema = 'public' AND column_name = 'snapshot_id' AND table_type = 'BASE TABLE'
           -- What was learned and forecast stays.
           AND table_name NOT IN ('forecast', 'performance_forecast', 'production_card')
         ORDER BY text",
    );
    // Another one has to go with the others: `TABLES` in `eviction.rs`.
    let known = [
        "agency_day",
        "agency_name",
        "agency_performance",
        "breakdown",
        "daily_sale",
        "performance_sale",
    ];
    assert_eq!(tables, known);
}

#[tokio::test]
async fn whoever_takes_back_the_current_one_finds_the_last_that_has_rows() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let uploads = ten_days(&storage, id).await;
    let replacing = storage.upload(id, "2026-11-10", &snapshot(41)).await;
    evict(&storage, id, 100).await;
    storage.withdraw(replacing).await;
    assert_eq!(
        storage.current(id).await,
        Some(uploads[9]),
        "what was replaced comes back"
    );
    storage.withdraw(uploads[9]).await;
    assert_eq!(
        storage.current(id).await,
        Some(uploads[7]),
        "of the 9th there are no rows"
    );
    assert!(storage.find(uploads[7]).await.current);
    assert_eq!(
        storage.texts("SELECT record_date::text AS text FROM report.production"),
        ["2026-11-08"]
    );
}

#[tokio::test]
async fn a_file_whose_rows_went_may_be_sent_again() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    for (date, content) in [("2026-11-03", 1), ("2026-11-04", 2)] {
        let upload = storage.send(id, date, content).await;
        storage.publish(upload, &sold(10_000)).await;
    }
    let again = new_upload(id, "2026-11-03", 1);
    evict(&storage, id, 100).await;
    let upload = storage.accept(&again).await;
    storage.publish(upload, &sold(20_000)).await;
    assert_eq!(storage.status(upload).await, UploadStatus::Completed);
    // And it goes again, as it is no newer.
    assert_eq!(evict(&storage, id, 100).await.snapshots, 1);
}

#[tokio::test]
async fn forecasts_stay_as_they_were_made_and_new_ones_rest_on_what_is_left() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let uploads = ten_days(&storage, id).await;
    let origin = |number: usize| ForecastOrigin {
        upload: uploads[number - 1],
        production: id,
        record_date: day(&format!("2026-11-{number:02}")),
    };
    let fifth = origin(5);
    let known = storage.forecasts.run(&fifth).await.unwrap().unwrap();
    let experience = Experience::of(Category::Play, &[]);
    let forecast = Forecast::of(&known.run, &experience, fifth.record_date, known.break_even_krw);
    let new = NewForecast {
        origin: fifth,
        outcome: forecast.map(|forecast| forecast.stored()),
        starts_at: known.starts_at.clone(),
        computed_at: instant(),
    };
    storage.forecasts.store_forecast(&new).await.unwrap();
    let kept = || {
        storage.texts(
            "SELECT (f.*)::text || (p.*)::text AS text FROM forecast f JOIN performance_forecast p USING (snapshot_id)
             ORDER BY p.starts_at",
        )
    };
    let before = kept();
    assert_eq!(before.len(), 2);

    evict(&storage, id, 100).await;
    assert_eq!(kept(), before);
    assert_eq!(storage.forecasts.run(&fifth).await.unwrap(), None);
    let lacking = storage.forecasts.without_forecast(Lacking::Ever).await.unwrap();
    assert_eq!(lacking, [1, 8, 10].map(origin), "only those with rows");
    let read = async |as_of| {
        let figures = figures::<ForecastReport>(&storage.reports, &everything(), day(as_of)).await;
        figures.unwrap().value.remove(0).known
    };
    let records = async |as_of| read(as_of).await.unwrap().run.records().len();
    assert_eq!(records("2026-11-07").await, 1, "as of the 1st");
    assert_eq!(records("2026-11-09").await, 2);
    assert_eq!(records("2026-11-10").await, 3);
    assert_eq!(read("2026-10-31").await, None);
}

#[tokio::test]
async fn what_a_closed_production_taught_still_counts_and_is_not_asked_for_again() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    ten_days(&storage, id).await;
    // A Monday closes it, and a day of the same week comes after.
    let closing_day = "2026-11-23";
    storage.upload(id, closing_day, &snapshot(90)).await;
    storage.upload(id, "2026-11-25", &snapshot(90)).await;
    let asked = storage.forecasts.without_card(None).await.unwrap();
    assert_eq!(asked.len(), 1);
    let known = storage.forecasts.run(&asked[0]).await.unwrap().unwrap();
    let closing = Closing {
        card: Card::of(&known.run),
        curve: PaceCurve::of(&known.run, asked[0].record_date),
    };
    assert!(closing.card.is_some());
    storage.forecasts.store_closing(&asked[0], &closing).await.unwrap();
    evict(&storage, id, 100).await;
    assert!(!days_with_rows(&storage).contains(&closing_day.to_owned()));
    assert_eq!(storage.forecasts.without_card(None).await.unwrap(), []);
    let other = ForecastOrigin {
        upload: UploadId(uuid::Uuid::nil()),
        production: enter(&storage, "PL2").await,
        record_date: day("2027-01-31"),
    };
    let cards = storage.forecasts.cards(&other, Category::Play).await.unwrap();
    assert_eq!(cards, [closing.card.unwrap()]);

    // By another method, for which there is none, the first that has rows closed it.
    storage.execute("DELETE FROM production_card").unwrap();
    let again = storage.forecasts.without_card(None).await.unwrap();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].record_date, day("2026-11-25"));
}

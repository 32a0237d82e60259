//! What closed productions teach, and forecasts as they were made.

use domain::foresight::{Card, Experience, Forecast, KnownRun, NoForecast, PaceCurve, Takings};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::forecast::Forecast as ForecastReport;
use domain::sales::{PerformanceSale, Snapshot};
use domain::upload::UploadId;
use ports::driven::{Closing, ForecastOrigin, ForecastRepository, Lacking, NewForecast};

use crate::support::{Storage, at, daily, day, draft, everything, figures, instant, performance};

fn show(starts_at: &str, paid_seats: i64) -> PerformanceSale {
    PerformanceSale {
        paid_seats,
        ..performance(starts_at, paid_seats * 10_000, "0.5", "0.1")
    }
}

fn snapshot(shows: &[(&str, i64)]) -> Snapshot {
    Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-01", 500_000)],
        performance_sales: shows.iter().map(|(starts_at, seats)| show(starts_at, *seats)).collect(),
        ..Snapshot::default()
    }
}

const FIRST: &str = "2026-11-20T19:30";
const SECOND: &str = "2026-11-21T15:00";

async fn enter(storage: &Storage, code: &str) -> ProductionId {
    let play = ProductionDraft {
        seats_per_performance: Some(103),
        sale_start: Some(day("2026-11-01")),
        preview_end: Some(day("2026-11-20")),
        break_even_krw: Some(900_000),
        ..draft(code, Category::Play)
    };
    storage.enter(play).await
}

fn origin(production: ProductionId, upload: UploadId, record_date: &str) -> ForecastOrigin {
    ForecastOrigin {
        upload,
        production,
        record_date: day(record_date),
    }
}

/// Ten days of sales of a production with two performances.
async fn on_sale(storage: &Storage, id: ProductionId) -> Vec<ForecastOrigin> {
    let mut origins = Vec::new();
    for number in 1_i64..=10 {
        let date = format!("2026-11-{number:02}");
        let upload = storage
            .upload(id, &date, &snapshot(&[(FIRST, 4 * number), (SECOND, 3 * number)]))
            .await;
        origins.push(origin(id, upload, &date));
    }
    origins
}

fn forecast_of(known: &KnownRun, origin: ForecastOrigin) -> NewForecast {
    let experience = Experience::of(Category::Play, &[]);
    let forecast = Forecast::of(&known.run, &experience, origin.record_date, known.break_even_krw);
    NewForecast {
        origin,
        outcome: forecast.map(|forecast| forecast.stored()),
        starts_at: known.starts_at.clone(),
        computed_at: instant(),
    }
}

async fn run(storage: &Storage, origin: ForecastOrigin) -> KnownRun {
    storage.forecasts.run(&origin).await.unwrap().unwrap()
}

async fn lacking(storage: &Storage, lacking: Lacking) -> usize {
    storage.forecasts.without_forecast(lacking).await.unwrap().len()
}

#[tokio::test]
async fn a_run_is_what_the_live_snapshots_up_to_its_origin_say() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    storage.upload(id, "2026-11-02", &snapshot(&[(SECOND, 5)])).await;
    storage.upload(id, "2026-11-03", &snapshot(&[(FIRST, 9)])).await;
    let upload = storage
        .upload(id, "2026-11-03", &snapshot(&[(SECOND, 8), (FIRST, 10)]))
        .await;
    storage.upload(id, "2026-11-04", &snapshot(&[(FIRST, 90)])).await;

    let known = run(&storage, origin(id, upload, "2026-11-03")).await;
    assert_eq!(known.starts_at, [at(FIRST), at(SECOND)]);
    assert_eq!(known.break_even_krw, Some(900_000));
    let shows = known.run.performances();
    let seats: Vec<u32> = shows
        .iter()
        .map(domain::foresight::Performance::sellable_seats)
        .collect();
    assert_eq!(seats, [100, 100], "without complimentary ones");
    assert_eq!(shows[0].class().code(), "preview");
    assert_eq!(shows[1].class().code(), "saturday");
    let records = known.run.records();
    assert_eq!(records.len(), 2);
    assert_eq!(
        (records[0].sold_seats.as_slice(), records[0].is_restated),
        ([0, 5].as_slice(), false)
    );
    assert_eq!(
        (records[1].sold_seats.as_slice(), records[1].is_restated),
        ([10, 8].as_slice(), true)
    );
    assert_eq!(records[1].takings_krw, Takings::PerPerformance(vec![100_000, 80_000]));
    assert_eq!(known.run.first_sale_day(), Some(day("2026-11-01")));
}

#[tokio::test]
async fn a_snapshot_that_is_not_live_has_no_run() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let upload = storage.upload(id, "2026-11-02", &snapshot(&[(FIRST, 5)])).await;
    storage.upload(id, "2026-11-02", &snapshot(&[(FIRST, 6)])).await;
    let superseded = storage.forecasts.run(&origin(id, upload, "2026-11-02")).await.unwrap();
    assert_eq!(superseded, None);
}

#[tokio::test]
async fn the_revenue_of_a_concert_is_that_of_its_sale_days() {
    let storage = Storage::new();
    let concert = ProductionDraft {
        seat_inventory: Some(crate::support::seats(&[("r", 60), ("s", 43)])),
        ..draft("CO1", Category::Concert)
    };
    let id = storage.enter(concert).await;
    let upload = storage.upload(id, "2026-11-02", &snapshot(&[(FIRST, 5)])).await;
    let known = run(&storage, origin(id, upload, "2026-11-02")).await;
    assert_eq!(known.run.records()[0].takings_krw, Takings::Total(500_000));
    assert_eq!(known.run.performances()[0].sellable_seats(), 100);
}

#[tokio::test]
async fn a_forecast_is_kept_once_and_a_later_snapshot_never_changes_it() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let origins = on_sale(&storage, id).await;
    assert_eq!(lacking(&storage, Lacking::Ever).await, 10);
    let fifth = origins[4];
    let new = forecast_of(&run(&storage, fifth).await, fifth);
    storage.forecasts.store_forecast(&new).await.unwrap();
    assert_eq!(lacking(&storage, Lacking::Ever).await, 9);
    let kept =
        "SELECT (f.*)::text || (p.*)::text AS text FROM forecast f JOIN performance_forecast p USING (snapshot_id)
                ORDER BY p.starts_at";
    let before = storage.texts(kept);
    assert_eq!(before.len(), 2);

    // Made again once something else was entered.
    storage.change(id, |draft| draft.break_even_krw = Some(700_000)).await;
    let again = forecast_of(&run(&storage, fifth).await, fifth);
    assert_ne!(again.outcome, new.outcome);
    storage.forecasts.store_forecast(&again).await.unwrap();
    assert_eq!(storage.texts(kept), before);
    storage
        .execute("UPDATE forecast SET seats_p90 = seats_p90")
        .unwrap_err();
    storage
        .execute("UPDATE performance_forecast SET seats_p90 = seats_p90")
        .unwrap_err();
}

#[tokio::test]
async fn only_a_forecast_that_later_days_follow_changes_figures() {
    let storage = Storage::new();
    let id = enter(&storage, "PL1").await;
    let origins = on_sale(&storage, id).await;
    let figures_version = || storage.versions().figures;
    let before = figures_version();
    let newest = origins[9];
    let new = forecast_of(&run(&storage, newest).await, newest);
    storage.forecasts.store_forecast(&new).await.unwrap();
    assert_eq!(figures_version(), before);
    let new = forecast_of(&run(&storage, origins[3]).await, origins[3]);
    storage.forecasts.store_forecast(&new).await.unwrap();
    assert_eq!(figures_version(), before + 1);
}

#[tokio::test]
async fn why_there_is_none_is_asked_again_by_the_backfill_only() {
    let storage = Storage::new();
    let id = storage.enter(draft("PL1", Category::Play)).await;
    let origins = on_sale(&storage, id).await;
    let first = origins[0];
    let none = forecast_of(&run(&storage, first).await, first);
    assert_eq!(none.outcome, Err(NoForecast::NoCapacity));
    storage.forecasts.store_forecast(&none).await.unwrap();
    let since = instant() - chrono::Days::new(1);
    assert_eq!(lacking(&storage, Lacking::Since(since)).await, 9);
    assert_eq!(lacking(&storage, Lacking::OfProduction(id, since)).await, 9);
    assert_eq!(
        lacking(&storage, Lacking::Since(instant() + chrono::Days::new(1))).await,
        0
    );
    assert_eq!(lacking(&storage, Lacking::Ever).await, 10);

    storage
        .change(id, |draft| draft.seats_per_performance = Some(103))
        .await;
    let made = forecast_of(&run(&storage, first).await, first);
    storage.forecasts.store_forecast(&made).await.unwrap();
    assert_eq!(lacking(&storage, Lacking::Ever).await, 9);
    assert_eq!(
        storage.number("SELECT count(*) AS number FROM forecast WHERE reason IS NULL"),
        1
    );
}

/// A closed production, whose card is kept.
async fn closed(storage: &Storage, code: &str, last: &str) -> (ProductionId, Card) {
    let id = enter(storage, code).await;
    on_sale(storage, id).await;
    let sold = snapshot(&[(FIRST, 90), (SECOND, 80)]);
    let upload = storage.upload(id, last, &sold).await;
    storage.upload(id, "2026-12-31", &sold).await;
    let origins = storage.forecasts.without_card(Some(id)).await.unwrap();
    assert_eq!(origins, [origin(id, upload, last)], "the first from the last day on");
    let known = run(storage, origins[0]).await;
    let card = Card::of(&known.run).unwrap();
    let closing = Closing {
        card: Some(card.clone()),
        curve: PaceCurve::of(&known.run, origins[0].record_date),
    };
    storage.forecasts.store_closing(&origins[0], &closing).await.unwrap();
    assert_eq!(storage.forecasts.without_card(None).await.unwrap(), []);
    (id, card)
}

#[tokio::test]
async fn forecasts_learn_from_what_was_closed_before_their_origin_bit_by_bit() {
    let storage = Storage::new();
    let (_, later) = closed(&storage, "PL1", "2026-11-25").await;
    let (earlier_id, earlier) = closed(&storage, "PL2", "2026-11-21").await;
    let id = enter(&storage, "PL3").await;
    let cards = async |id, record_date| {
        let origin = origin(id, UploadId(uuid::Uuid::nil()), record_date);
        storage.forecasts.cards(&origin, Category::Play).await.unwrap()
    };
    assert_eq!(cards(id, "2026-11-21").await, []);
    assert_eq!(cards(id, "2026-11-22").await, std::slice::from_ref(&earlier));
    assert_eq!(cards(id, "2026-11-26").await, [earlier, later.clone()]);
    assert_eq!(
        cards(earlier_id, "2026-11-26").await,
        [later],
        "nobody learns from oneself"
    );
    storage
        .execute("UPDATE production_card SET to_come = to_come")
        .unwrap_err();
}

#[tokio::test]
async fn a_card_goes_with_the_snapshot_that_closed_its_production() {
    let storage = Storage::new();
    let (id, card) = closed(&storage, "PL1", "2026-11-25").await;
    let other = enter(&storage, "PL2").await;
    let asked = origin(other, UploadId(uuid::Uuid::nil()), "2027-01-31");
    assert_eq!(
        storage.forecasts.cards(&asked, Category::Concert).await.unwrap(),
        [card]
    );
    let live = storage.texts("SELECT id::text AS text FROM upload WHERE record_date = '2026-11-25'");
    storage.withdraw(UploadId(live[0].parse().unwrap())).await;
    assert_eq!(storage.forecasts.cards(&asked, Category::Play).await.unwrap(), []);
    let again = storage.forecasts.without_card(None).await.unwrap();
    assert_eq!(again.len(), 1);
    assert_eq!((again[0].production, again[0].record_date), (id, day("2026-12-31")));
}

#[tokio::test]
async fn the_report_reads_what_was_known_on_its_day() {
    let storage = Storage::new();
    let (_, card) = closed(&storage, "PL1", "2026-11-25").await;
    let id = enter(&storage, "PL2").await;
    on_sale(&storage, id).await;
    let read = async |as_of| {
        let figures = figures::<ForecastReport>(&storage.reports, &everything(), day(as_of)).await;
        figures.unwrap().value
    };
    let [_, early] = read("2026-11-05").await.try_into().unwrap();
    assert_eq!(early.production.id, id);
    let known = early.known.unwrap();
    assert_eq!((known.run.records().len(), early.cards), (5, vec![]));
    let [closed, before] = read("2026-10-31").await.try_into().unwrap();
    assert_eq!((closed.known, before.known), (None, None));
    storage.upload(id, "2026-11-26", &snapshot(&[(FIRST, 50)])).await;
    let [_, late] = read("2026-11-30").await.try_into().unwrap();
    assert_eq!(late.cards, [card]);
}

use chrono::{NaiveDate, NaiveTime};
use domain::calendar::{KstInstant, kst_instant};
use domain::foresight::{Holidays, KnownRun, NoForecast, Performance, Record, Run, Takings};
use domain::production::Category;
use domain::upload::UploadId;
use ports::driven::{MockClock, MockForecastRepository};
use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn origin(record_date: &str) -> ForecastOrigin {
    ForecastOrigin {
        upload: UploadId(Uuid::from_u128(1)),
        production: ProductionId(Uuid::from_u128(2)),
        record_date: day(record_date),
    }
}

/// One performance of 100 seats on the last of November, with so many sold on each day from the first on.
fn known(sold: &[i64]) -> KnownRun {
    let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
    let last = day("2026-11-30");
    let records = day("2026-11-01").iter_days().zip(sold).map(|(day, sold)| Record {
        day,
        sold_seats: vec![*sold],
        takings_krw: Takings::PerPerformance(vec![sold * 50_000]),
        is_restated: false,
    });
    let performance = Performance::new(last, evening, 100, false, &Holidays::of_korea(&[]));
    let starts_at: KstInstant = kst_instant(last.and_time(evening));
    KnownRun {
        run: Run::new(Category::Play, None, vec![performance], records.collect()),
        starts_at: vec![starts_at],
        break_even_krw: Some(2_000_000),
    }
}

fn forecasts(repository: MockForecastRepository) -> Forecasts {
    let mut clock = MockClock::new();
    clock.expect_now().return_const(DateTime::UNIX_EPOCH);
    Forecasts::new(Arc::new(repository), Arc::new(clock))
}

#[tokio::test]
async fn cards_come_first_and_a_forecast_is_kept_with_its_origin() {
    let mut repository = MockForecastRepository::new();
    let mut order = mockall::Sequence::new();
    repository
        .expect_without_card()
        .times(1)
        .in_sequence(&mut order)
        .returning(|_| Ok(vec![origin("2026-11-30")]));
    repository
        .expect_store_closing()
        .times(1)
        .in_sequence(&mut order)
        .withf(|_, closing| closing.card.is_some() && closing.curve.is_some())
        .returning(|_, _| Ok(()));
    repository
        .expect_without_forecast()
        .times(1)
        .in_sequence(&mut order)
        .withf(|lacking| *lacking == Lacking::Ever)
        .returning(|_| Ok(vec![origin("2026-11-20")]));
    repository
        .expect_store_forecast()
        .times(1)
        .in_sequence(&mut order)
        .withf(|new| {
            let forecast = new.outcome.as_ref().unwrap();
            forecast.origin == day("2026-11-20") && forecast.seats.sold == 40 && forecast.performances.len() == 1
        })
        .returning(|_| Ok(()));
    let sold: Vec<i64> = (1..=30).map(|day| day * 2).collect();
    repository
        .expect_run()
        .returning(move |origin| Ok(Some(known(&sold[..day_of_month(origin.record_date)]))));
    repository.expect_cards().returning(|_, _| Ok(Vec::new()));
    let made = forecasts(repository).backfill().await.unwrap();
    assert_eq!(made, Made { cards: 1, forecasts: 1 });
}

fn day_of_month(day: NaiveDate) -> usize {
    usize::try_from((day - self::day("2026-10-31")).num_days()).unwrap()
}

#[tokio::test]
async fn why_there_is_no_forecast_is_kept_as_well() {
    let mut repository = MockForecastRepository::new();
    repository.expect_without_card().returning(|_| Ok(Vec::new()));
    repository
        .expect_without_forecast()
        .returning(|_| Ok(vec![origin("2026-11-30")]));
    repository.expect_run().returning(|_| Ok(Some(known(&[5; 30]))));
    repository.expect_cards().returning(|_, _| Ok(Vec::new()));
    repository
        .expect_store_forecast()
        .times(1)
        .withf(|new| new.outcome == Err(NoForecast::RunOver))
        .returning(|_| Ok(()));
    forecasts(repository).catch_up().await.unwrap();
}

#[tokio::test]
async fn a_snapshot_that_is_withdrawn_meanwhile_is_passed_over() {
    let mut repository = MockForecastRepository::new();
    repository
        .expect_without_card()
        .returning(|_| Ok(vec![origin("2026-11-30")]));
    repository
        .expect_without_forecast()
        .returning(|_| Ok(vec![origin("2026-11-30")]));
    repository.expect_run().times(2).returning(|_| Ok(None));
    let made = forecasts(repository).catch_up_on(origin("2026-11-30").production).await;
    assert_eq!(made.unwrap(), Made::default());
}

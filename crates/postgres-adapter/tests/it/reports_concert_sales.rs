//! What concerts sold by day, week and month, and in total, over small snapshots made by hand.

use domain::calendar::Month;
use domain::planning::{DailyTargets, NotesByMonday, WeekNotes};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::concert_daily::Sold;
use domain::reports::{concert_daily, concert_weekly};
use domain::reports::{concert_monthly, concert_profit_forecast, target_sales};
use domain::sales::{DailySale, PerformanceSale, Snapshot};
use ports::actor::{Actor, Edit};
use ports::driven::PlanRepository;

use crate::support::{Storage, daily, day, draft, everything, figures, performance, seats};

fn performance_of_a_concert(starts_at: &str) -> PerformanceSale {
    PerformanceSale {
        stage: None,
        ..performance(starts_at, 0, "0", "0")
    }
}

/// A concert with a snapshot of 2 November 2026 and targets, and one without. What is older must not count.
async fn season() -> (Storage, ProductionId) {
    let storage = Storage::new();
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-10-28")),
        sale_end: Some(day("2026-11-20")),
        break_even_krw: Some(700_000),
        seat_inventory: Some(seats(&[("vip", 100)])),
        ..draft("CO1", Category::Concert)
    };
    let id = storage.enter(on_sale).await;
    let older = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-10-29", 990_000)],
        performance_sales: vec![performance_of_a_concert("2026-12-04T19:00")],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-10-30", &older).await;
    let current = Snapshot {
        daily_sales: vec![
            DailySale {
                complimentary_seats: 4,
                ..daily("2026-10-31", 50_000)
            },
            daily("2026-11-01", 0),
            daily("2026-11-02", 30_000),
        ],
        performance_sales: vec![
            performance_of_a_concert("2026-12-04T19:00"),
            performance_of_a_concert("2026-12-05T19:00"),
        ],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-02", &current).await;
    let targets = DailyTargets::from([(day("2026-11-02"), 100_000), (day("2026-11-20"), 60_000)]);
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    storage.enter(draft("CO2", Category::Concert)).await;
    storage.enter_play("PL1").await;
    (storage, id)
}

fn sold(seats: i64, complimentary_seats: i64) -> Sold {
    Sold {
        seats,
        complimentary_seats,
        revenue_krw: seats * 10_000,
    }
}

#[tokio::test]
async fn each_daily_row_of_the_current_snapshot_is_a_day() {
    let (storage, _) = season().await;
    let days = figures::<concert_daily::ConcertDaily>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value;
    let [concert, bare] = days.try_into().unwrap();
    assert_eq!(
        concert.days,
        [
            (day("2026-10-31"), sold(5, 4)),
            (day("2026-11-01"), sold(0, 0)),
            (day("2026-11-02"), sold(3, 0)),
        ]
    );
    assert_eq!((bare.production.record_date, bare.days), (None, Vec::new()));
}

#[tokio::test]
async fn weeks_and_months_are_those_with_a_daily_row_whatever_has_a_target() {
    let (storage, _) = season().await;
    let [concert, bare] = figures::<concert_weekly::ConcertWeekly>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let weeks = [(day("2026-10-26"), sold(5, 4)), (day("2026-11-02"), sold(3, 0))];
    assert_eq!(concert.weeks, weeks);
    let planned =
        ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].map(|monday| (day(monday), WeekNotes::default()));
    assert_eq!(concert.notes, NotesByMonday::from(planned));
    assert_eq!((bare.weeks, bare.notes), (Vec::new(), NotesByMonday::new()));

    let [concert, bare] = figures::<concert_monthly::ConcertMonthly>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = concert_monthly::Row {
        production: concert.production.clone(),
        months: vec![
            (Month::parse("2026-10").unwrap(), sold(5, 4)),
            (Month::parse("2026-11").unwrap(), sold(3, 0)),
        ],
    };
    assert_eq!((concert, bare.months), (expected, Vec::new()));
}

#[tokio::test]
async fn a_forecast_rests_on_all_daily_rows_also_those_of_0() {
    let (storage, _) = season().await;
    let [concert, bare] =
        figures::<concert_profit_forecast::ConcertProfitForecast>(&storage.reports, &everything(), ())
            .await
            .unwrap()
            .value
            .try_into()
            .unwrap();
    let expected = concert_profit_forecast::Figures {
        production: concert.production.clone(),
        sale_end: Some(day("2026-11-20")),
        seat_inventory: seats(&[("vip", 100)]),
        performances: 2,
        sale_days: 3,
        seats: 8,
        revenue_krw: 80_000,
        break_even_krw: Some(700_000),
    };
    assert_eq!(concert, expected);
    let nothing = concert_profit_forecast::Figures {
        production: bare.production.clone(),
        sale_end: None,
        seat_inventory: seats(&[]),
        performances: 0,
        sale_days: 0,
        seats: 0,
        revenue_krw: 0,
        break_even_krw: None,
    };
    assert_eq!(bare, nothing);
}

#[tokio::test]
async fn all_targets_stand_against_all_sales() {
    let (storage, _) = season().await;
    let [concert, bare] = figures::<target_sales::TargetSales>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let figures = |production, target_krw, due_target_krw, revenue_krw| target_sales::Figures {
        production,
        target_krw,
        due_target_krw,
        revenue_krw,
    };
    assert_eq!(
        concert,
        figures(concert.production.clone(), 160_000, Some(100_000), 80_000)
    );
    assert_eq!(bare, figures(bare.production.clone(), 0, None, 0));
}

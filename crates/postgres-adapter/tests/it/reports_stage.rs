//! Figures of the reports about plays, and of target against actual, over small snapshots made by hand.

use domain::calendar::{Grain, OpenRange};
use domain::planning::DailyTargets;
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::target_vs_actual::PeriodFigures;
use domain::reports::weekly_occupancy::WeekFigures;
use domain::reports::weekly_overview::Weeks;
use domain::reports::{performances, target_vs_actual, weekly_occupancy};
use domain::reports::{profit_forecast, revenue, weekly_overview};
use domain::sales::Snapshot;
use ports::actor::{Actor, Edit};
use ports::driven::PlanRepository;
use rust_decimal::Decimal;

use crate::support::{Storage, at, daily, day, decimal, draft, everything, figures, performance, sold};

/// A play on sale from 9 to 18 November 2026 with a snapshot of Tuesday the 17th. What it replaced, and what is older,
/// must not count. Beside it a play without a snapshot.
async fn season() -> (Storage, ProductionId) {
    let storage = Storage::new();
    let play = ProductionDraft {
        sale_start: Some(day("2026-11-09")),
        sale_end: Some(day("2026-11-18")),
        target_share: Some(decimal("0.75")),
        break_even_krw: Some(500_000),
        seats_per_performance: Some(120),
        ..draft("PL1", Category::Play)
    };
    let id = storage.enter(play).await;
    let targets = [
        ("2026-11-09", 1),
        ("2026-11-15", 20),
        ("2026-11-16", 300),
        ("2026-11-17", 4_000),
        ("2026-11-18", 50_000),
    ];
    let targets: DailyTargets = targets.iter().map(|(name, krw)| (day(name), *krw)).collect();
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();

    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![
            daily("2026-11-01", 10_000),
            daily("2026-11-08", 20_000),
            daily("2026-11-09", 40_000),
            daily("2026-11-15", -80_000),
            daily("2026-11-16", 160_000),
            daily("2026-11-17", 320_000),
        ],
        performance_sales: vec![
            performance("2026-11-08T23:59", 10_000, "0.1", "0.01"),
            performance("2026-11-09T00:00", 20_000, "0.333333333333333", "0.02"),
            performance("2026-11-15T23:59", 40_000, "0.4", "0.0000000000000000001"),
            performance("2026-11-17T23:30", 80_000, "0.5", "0"),
            performance("2026-11-18T00:00", 160_000, "0.6", "0.06"),
        ],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-17", &all_sold(7)).await;
    storage.upload(id, "2026-11-17", &snapshot).await;
    storage.upload(id, "2026-11-16", &all_sold(9)).await;
    storage.enter(draft("PL2", Category::Musical)).await;
    (storage, id)
}

/// Sales in every period that the other snapshot has, so that counting them would show.
fn all_sold(krw: i64) -> Snapshot {
    Snapshot {
        breakdowns: Vec::new(),
        daily_sales: ["2026-11-08", "2026-11-09", "2026-11-16", "2026-11-17"]
            .map(|name| daily(name, krw))
            .to_vec(),
        performance_sales: ["2026-11-09T12:00", "2026-11-18T12:00"]
            .map(|start| performance(start, krw, "0.9", "0.1"))
            .to_vec(),
        ..Snapshot::default()
    }
}

#[tokio::test]
async fn the_weekly_overview_sums_the_two_weeks_before_that_of_the_day() {
    let (storage, _) = season().await;
    let weeks = Weeks::as_of(day("2026-11-17"));
    let [play, bare] = figures::<weekly_overview::WeeklyOverview>(&storage.reports, &everything(), weeks)
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = weekly_overview::Figures {
        production: play.production.clone(),
        target_share: Some(decimal("0.75")),
        performances: 2,
        occupancy_sum: decimal("0.7533333333333330001"),
        target_krw: 21,
        due_target_krw: 21,
        has_targets: true,
        revenue_krw: -40_000,
        previous_revenue_krw: 20_000,
    };
    assert_eq!(play, expected);
    let nothing = weekly_overview::Figures {
        production: bare.production.clone(),
        target_share: None,
        performances: 0,
        occupancy_sum: Decimal::ZERO,
        target_krw: 0,
        due_target_krw: 0,
        has_targets: false,
        revenue_krw: 0,
        previous_revenue_krw: 0,
    };
    assert_eq!(bare, nothing);
}

#[tokio::test]
async fn targets_are_due_up_to_the_record_date() {
    let (storage, _) = season().await;
    // The week of the record date, a Tuesday, is the last one of Monday the 23rd.
    let weeks = Weeks::as_of(day("2026-11-23"));
    let week = figures::<weekly_overview::WeeklyOverview>(&storage.reports, &everything(), weeks)
        .await
        .unwrap();
    let [play, _] = week.value.try_into().unwrap();
    assert_eq!((play.target_krw, play.due_target_krw), (54_300, 4_300));
    let later = Weeks::as_of(day("2026-11-30"));
    let later = figures::<weekly_overview::WeeklyOverview>(&storage.reports, &everything(), later)
        .await
        .unwrap();
    assert_eq!(
        (later.value[0].target_krw, later.value[0].has_targets),
        (0, true),
        "its targets are in other weeks"
    );
}

#[tokio::test]
async fn a_sale_period_without_amounts_has_no_targets() {
    let storage = Storage::new();
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-11-09")),
        sale_end: Some(day("2026-11-18")),
        ..draft("PL1", Category::Play)
    };
    storage.enter(on_sale).await;
    let weeks = Weeks::as_of(day("2026-11-17"));
    let figures = figures::<weekly_overview::WeeklyOverview>(&storage.reports, &everything(), weeks)
        .await
        .unwrap();
    assert!(!figures.value[0].has_targets);
}

#[tokio::test]
async fn the_weekly_overview_of_a_past_day_reads_the_current_snapshot() {
    let (storage, _) = season().await;
    let weeks = Weeks::as_of(day("2026-11-10"));
    let figures = figures::<weekly_overview::WeeklyOverview>(&storage.reports, &everything(), weeks)
        .await
        .unwrap()
        .value;
    assert_eq!(
        (figures[0].revenue_krw, figures[0].previous_revenue_krw),
        (20_000, 10_000)
    );
    assert_eq!(figures[0].occupancy_sum, decimal("0.11"));
    assert_eq!(figures[0].production.record_date, Some(day("2026-11-17")));
}

#[tokio::test]
async fn revenue_stands_beside_targets_in_total_and_of_the_record_date() {
    let (storage, _) = season().await;
    let [play, bare] = figures::<revenue::Revenue>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = revenue::Figures {
        production: play.production.clone(),
        total_revenue_krw: 470_000,
        total_target_krw: 54_321,
        record_date_revenue_krw: Some(320_000),
        record_date_target_krw: Some(4_000),
    };
    assert_eq!(play, expected);
    let nothing = revenue::Figures {
        production: bare.production.clone(),
        total_revenue_krw: 0,
        total_target_krw: 0,
        record_date_revenue_krw: None,
        record_date_target_krw: None,
    };
    assert_eq!(bare, nothing);
}

#[tokio::test]
async fn a_record_date_without_sale_and_target_counts_as_zero() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-19", &sold(10_000)).await;
    let [figures] = figures::<revenue::Revenue>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    assert_eq!(
        (figures.record_date_revenue_krw, figures.record_date_target_krw),
        (Some(0), Some(0))
    );
}

#[tokio::test]
async fn paid_shares_are_added_up_by_week_in_order() {
    let (storage, _) = season().await;
    let [play, bare] = figures::<weekly_occupancy::WeeklyOccupancy>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let week = |monday, performances, sum| WeekFigures {
        week_start: day(monday),
        performances,
        paid_share_sum: decimal(sum),
    };
    let expected = [
        week("2026-11-02", 1, "0.1"),
        week("2026-11-09", 2, "0.733333333333333"),
        week("2026-11-16", 2, "1.1"),
    ];
    assert_eq!(play.weeks, expected);
    assert_eq!(bare.weeks, []);
}

#[tokio::test]
async fn performances_come_by_start_and_days_are_those_of_seoul() {
    let (storage, _) = season().await;
    let starts = async |from: Option<&str>, to: Option<&str>| {
        let scope = everything();
        let figures = figures::<performances::Performances>(
            &storage.reports,
            &scope,
            OpenRange {
                from: from.map(day),
                to: to.map(day),
            },
        )
        .await
        .unwrap()
        .value;
        assert_eq!(figures[0].seats_per_performance, Some(120));
        assert_eq!(figures[1].performances, []);
        figures[0]
            .performances
            .iter()
            .map(|(sale, _)| sale.starts_at)
            .collect::<Vec<_>>()
    };
    let all = [
        "2026-11-08T23:59",
        "2026-11-09T00:00",
        "2026-11-15T23:59",
        "2026-11-17T23:30",
        "2026-11-18T00:00",
    ]
    .map(at);
    assert_eq!(starts(None, None).await, all);
    assert_eq!(starts(Some("2026-11-09"), Some("2026-11-17")).await, all[1..4]);
    assert_eq!(starts(Some("2026-11-18"), None).await, all[4..]);
    assert_eq!(starts(None, Some("2026-11-08")).await, all[..1]);
    assert!(starts(Some("2026-11-19"), None).await.is_empty());
}

#[tokio::test]
async fn performances_are_played_up_to_the_end_of_the_record_date() {
    let (storage, _) = season().await;
    let [play, bare] = figures::<profit_forecast::ProfitForecast>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = profit_forecast::Figures {
        production: play.production.clone(),
        played_performances: 4,
        played_revenue_krw: 150_000,
        to_come_performances: 1,
        to_come_revenue_krw: 160_000,
        break_even_krw: Some(500_000),
    };
    assert_eq!(play, expected);
    let nothing = profit_forecast::Figures {
        production: bare.production.clone(),
        played_performances: 0,
        played_revenue_krw: 0,
        to_come_performances: 0,
        to_come_revenue_krw: 0,
        break_even_krw: None,
    };
    assert_eq!(bare, nothing);
}

#[tokio::test]
async fn targets_and_sales_meet_by_day_week_and_month() {
    let (storage, _) = season().await;
    let periods = async |grain| {
        let figures = figures::<target_vs_actual::TargetVsActual>(&storage.reports, &everything(), grain)
            .await
            .unwrap()
            .value;
        assert_eq!(figures[1].periods, []);
        let [play, _] = figures.try_into().unwrap();
        play.periods
    };
    let period = |first_day, revenue_krw, target_krw, due_target_krw| PeriodFigures {
        first_day: day(first_day),
        revenue_krw,
        target_krw,
        due_target_krw,
    };
    let by_day = periods(Grain::Day).await;
    // Two days of sale before the period, and its ten days, of which some have neither sale nor target above 0.
    assert_eq!(by_day.len(), 12);
    assert_eq!(
        by_day[..3],
        [
            period("2026-11-01", 10_000, 0, 0),
            period("2026-11-08", 20_000, 0, 0),
            period("2026-11-09", 40_000, 1, 1)
        ]
    );
    assert_eq!(by_day[3], period("2026-11-10", 0, 0, 0));
    assert_eq!(by_day[10], period("2026-11-17", 320_000, 4_000, 4_000));
    assert_eq!(by_day[11], period("2026-11-18", 0, 50_000, 0));
    let by_week = [
        period("2026-10-26", 10_000, 0, 0),
        period("2026-11-02", 20_000, 0, 0),
        period("2026-11-09", -40_000, 21, 21),
        period("2026-11-16", 480_000, 54_300, 4_300),
    ];
    assert_eq!(periods(Grain::Week).await, by_week);
    assert_eq!(
        periods(Grain::Month).await,
        [period("2026-11-01", 470_000, 54_321, 4_321)]
    );
}

#[tokio::test]
async fn a_production_with_targets_and_no_snapshot_has_its_periods() {
    let storage = Storage::new();
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-11-17")),
        sale_end: Some(day("2026-11-18")),
        ..draft("PL1", Category::Play)
    };
    storage.enter(on_sale).await;
    let [figures] = figures::<target_vs_actual::TargetVsActual>(&storage.reports, &everything(), Grain::Day)
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let firsts: Vec<_> = figures.periods.iter().map(|period| period.first_day).collect();
    assert_eq!(firsts, [day("2026-11-17"), day("2026-11-18")]);
    assert!(figures.periods.iter().all(|period| period.due_target_krw == 0));
    assert_eq!(figures.production.record_date, None);
}

#[tokio::test]
async fn after_a_withdrawal_figures_are_those_of_the_snapshot_before() {
    let (storage, id) = season().await;
    for expected in [4 * 7, 4 * 9, 0] {
        let current = storage.current(id).await.unwrap();
        storage.withdraw(current).await;
        let figures = figures::<revenue::Revenue>(&storage.reports, &everything(), ())
            .await
            .unwrap()
            .value;
        assert_eq!(figures[0].total_revenue_krw, expected);
    }
}

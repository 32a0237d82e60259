//! Figures of the overview, over small snapshots made by hand.

use std::collections::BTreeMap;

use domain::access::Visible;
use domain::planning::DailyTargets;
use domain::production::{Category, ProductionDraft, ProductionId, RevenueBasis};
use domain::reports::overview;
use domain::reports::overview::{Dates, DayFigures, Figures, Windows};
use domain::sales::{PerformanceSale, Snapshot};
use ports::actor::{Actor, Edit};
use ports::driven::{PlanRepository, ReportScope};
use rust_decimal::Decimal;

use crate::support::{Storage, at, daily, day, decimal, draft, everything, performance, seats};

/// The days needed are those from 13 October to 30 November 2026, the performances those of the 21st to the 27th.
fn windows() -> Windows {
    Windows::new(day("2026-11-20"))
}

async fn plan(storage: &Storage, id: ProductionId, targets: &[(&str, i64)]) {
    let targets: DailyTargets = targets.iter().map(|(text, krw)| (day(text), *krw)).collect();
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
}

/// A play with a snapshot of 19 November, which replaced an older one; a musical with a plan and none; a concert.
async fn season() -> (Storage, [ProductionId; 3]) {
    let storage = Storage::new();
    let play = ProductionDraft {
        sale_start: Some(day("2026-10-12")),
        sale_end: Some(day("2026-12-02")),
        run_start: Some(day("2026-11-18")),
        run_end: Some(day("2026-12-01")),
        break_even_krw: Some(500_000),
        seats_per_performance: Some(120),
        ..draft("PL1", Category::Play)
    };
    let play = storage.enter(play).await;
    let targets = [
        ("2026-10-12", 1),
        ("2026-10-13", 20),
        ("2026-11-30", 300),
        ("2026-12-01", 4_000),
    ];
    plan(&storage, play, &targets).await;
    let older = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-18", 990_000)],
        performance_sales: vec![performance("2026-11-22T15:00", 70_000, "0.9", "0.1")],
        ..Snapshot::default()
    };
    storage.upload(play, "2026-11-18", &older).await;
    let current = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![
            daily("2026-10-12", 10_000),
            daily("2026-10-13", 20_000),
            daily("2026-11-19", 40_000),
        ],
        performance_sales: vec![
            performance("2026-11-20T23:59", 10_000, "0.1", "0.01"),
            performance("2026-11-21T00:00", 20_000, "0.2", "0.02"),
            performance("2026-11-27T23:59", 30_000, "0.3", "0.03"),
            performance("2026-11-28T00:00", 40_000, "0.4", "0.04"),
        ],
        ..Snapshot::default()
    };
    storage.upload(play, "2026-11-19", &current).await;

    let planned = ProductionDraft {
        sale_start: Some(day("2026-11-19")),
        sale_end: Some(day("2026-11-20")),
        ..draft("MU1", Category::Musical)
    };
    let musical = storage.enter(planned).await;
    plan(&storage, musical, &[("2026-11-20", 7_000)]).await;

    let concert = ProductionDraft {
        seat_inventory: Some(seats(&[("r", 60), ("s", 40)])),
        ..draft("CO1", Category::Concert)
    };
    let concert = storage.enter(concert).await;
    let without_shares = PerformanceSale {
        stage: None,
        ..performance("2026-11-22T19:00", 50_000, "0", "0")
    };
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-19", 80_000)],
        performance_sales: vec![without_shares],
        ..Snapshot::default()
    };
    storage.upload(concert, "2026-11-19", &snapshot).await;
    (storage, [play, musical, concert])
}

async fn figures(storage: &Storage, scope: &ReportScope) -> Vec<Figures> {
    crate::support::figures::<overview::Overview>(&storage.reports, scope, windows())
        .await
        .unwrap()
        .value
}

fn day_figures(revenue_krw: i64, target_krw: i64) -> DayFigures {
    DayFigures {
        revenue_krw,
        target_krw,
    }
}

#[tokio::test]
async fn totals_are_of_the_whole_sale_and_days_of_the_window() {
    let (storage, _) = season().await;
    let [concert, musical, play] = figures(&storage, &everything()).await.try_into().unwrap();
    assert_eq!((play.booked_krw, play.seats, play.daily_target_krw), (70_000, 7, 4_321));
    assert_eq!((play.performances, play.break_even_krw), (4, Some(500_000)));
    assert_eq!(
        (play.seats_per_performance, play.seat_inventory),
        (Some(120), seats(&[]))
    );
    let expected = Dates {
        sale_start: Some(day("2026-10-12")),
        sale_end: Some(day("2026-12-02")),
        run_start: Some(day("2026-11-18")),
        run_end: Some(day("2026-12-01")),
    };
    assert_eq!(play.dates, expected);
    let known: BTreeMap<_, _> = play
        .days
        .into_iter()
        .filter(|(_, figures)| *figures != DayFigures::default())
        .collect();
    let expected = [
        (day("2026-10-13"), day_figures(20_000, 20)),
        (day("2026-11-19"), day_figures(40_000, 0)),
        (day("2026-11-30"), day_figures(0, 300)),
    ];
    assert_eq!(known, BTreeMap::from(expected));

    assert_eq!((musical.production.record_date, musical.dates.run_start), (None, None));
    assert_eq!(
        (musical.booked_krw, musical.performances, musical.daily_target_krw),
        (0, 0, 7_000)
    );
    let expected = [
        (day("2026-11-19"), day_figures(0, 0)),
        (day("2026-11-20"), day_figures(0, 7_000)),
    ];
    assert_eq!(musical.days, BTreeMap::from(expected));
    assert_eq!(
        (concert.daily_target_krw, concert.booked_krw, concert.seats),
        (0, 80_000, 8)
    );
    assert_eq!(concert.seat_inventory, seats(&[("r", 60), ("s", 40)]));
}

#[tokio::test]
async fn performances_are_those_of_the_seven_days_after_the_day_in_seoul() {
    let (storage, _) = season().await;
    let [concert, musical, play] = figures(&storage, &everything()).await.try_into().unwrap();
    let told: Vec<_> = play
        .next_performances
        .iter()
        .map(|performance| (performance.starts_at, performance.paid_share))
        .collect();
    assert_eq!(
        told,
        [
            (at("2026-11-21T00:00"), decimal("0.2")),
            (at("2026-11-27T23:59"), decimal("0.3"))
        ]
    );
    assert_eq!(musical.next_performances, []);
    let [performance] = concert.next_performances.try_into().unwrap();
    assert_eq!(
        (
            performance.paid_seats,
            performance.complimentary_seats,
            performance.paid_share
        ),
        (5, 3, Decimal::ZERO),
        "a concert's workbook has no shares"
    );
}

#[tokio::test]
async fn the_overview_is_of_every_category_and_of_those_that_the_caller_sees() {
    let (storage, [play, musical, _]) = season().await;
    let codes = |figures: Vec<Figures>| -> Vec<String> {
        let code = |figures: Figures| figures.production.code.to_string();
        figures.into_iter().map(code).collect()
    };
    assert_eq!(codes(figures(&storage, &everything()).await), ["CO1", "MU1", "PL1"]);
    let seen = ReportScope {
        visible: Visible::Only([play, musical].into()),
        ..everything()
    };
    assert_eq!(codes(figures(&storage, &seen).await), ["MU1", "PL1"]);
    let none = ReportScope {
        visible: Visible::default(),
        ..everything()
    };
    assert_eq!(figures(&storage, &none).await, []);
}

#[tokio::test]
async fn without_sale_days_totals_and_deposits_are_of_the_performances() {
    let (storage, [play, _, concert]) = season().await;
    storage.execute("SET session_replication_role = replica").unwrap();
    let of = |id: ProductionId| format!("snapshot_id = (SELECT max(id) FROM snapshot WHERE production_id = '{id}')");
    for statement in [
        format!("UPDATE snapshot SET has_sale_days = FALSE WHERE production_id = '{play}'"),
        format!(
            "UPDATE performance_sale SET deposited_krw = revenue_krw / 2 WHERE {}",
            of(play)
        ),
        format!("UPDATE performance_sale SET deposited_krw = 5 WHERE {}", of(concert)),
    ] {
        storage.execute(&statement).unwrap();
    }
    storage
        .change(play, |draft| {
            draft.target_krw = Some(9_000);
            draft.production_cost_krw = Some(8_000);
            draft.revenue_basis = RevenueBasis::Deposited;
        })
        .await;
    let [told, musical, of_play] = figures(&storage, &everything()).await.try_into().unwrap();
    assert_eq!((told.deposited_krw, told.production.has_sale_days), (Some(5), true));
    assert_eq!((musical.deposited_krw, musical.production.has_sale_days), (None, true));
    assert_eq!((of_play.booked_krw, of_play.deposited_krw), (100_000, Some(50_000)));
    assert_eq!((of_play.seats, of_play.production.has_sale_days), (10, false));
    assert_eq!(
        (
            of_play.run_target_krw,
            of_play.production_cost_krw,
            of_play.wanted_basis
        ),
        (Some(9_000), Some(8_000), RevenueBasis::Deposited)
    );
    let one = format!(
        "UPDATE performance_sale SET deposited_krw = NULL WHERE {} AND revenue_krw = 10000",
        of(play)
    );
    storage.execute(&one).unwrap();
    let [_, _, of_play] = figures(&storage, &everything()).await.try_into().unwrap();
    assert_eq!(of_play.deposited_krw, None);
}

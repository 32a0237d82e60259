//! Figures of the reports about concerts, over small snapshots made by hand.

use domain::production::{Category, ProductionDraft};
use domain::reports::concert_overview::SaleDay;
use domain::reports::{break_even, concert_overview};
use domain::sales::{PerformanceSale, Snapshot};

use crate::support::{Storage, daily, day, decimal, draft, everything, figures, performance, seats};

fn concert(starts_at: &str, paid: &[(&str, i64)], given: &[(&str, i64)]) -> PerformanceSale {
    PerformanceSale {
        cast: Vec::new(),
        paid_seats: paid.iter().map(|(_, seats)| seats).sum(),
        complimentary_seats: given.iter().map(|(_, seats)| seats).sum(),
        paid_seats_by_grade: seats(paid),
        complimentary_seats_by_grade: seats(given),
        stage: None,
        ..performance(starts_at, 0, "0", "0")
    }
}

/// A concert with a snapshot of 17 November 2026, and one without. What is older must not count.
async fn season() -> Storage {
    let storage = Storage::new();
    let co1 = ProductionDraft {
        sale_start: Some(day("2026-11-01")),
        sale_end: Some(day("2026-12-01")),
        target_share: Some(decimal("0.8")),
        seat_inventory: Some(seats(&[("vip", 100), ("r", 200)])),
        ..draft("CO1", Category::Concert)
    };
    let id = storage.enter(co1).await;
    let older = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-15", 70_000), daily("2026-11-16", 90_000)],
        performance_sales: vec![concert("2026-12-02T19:00", &[("s", 5)], &[])],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-16", &older).await;
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![
            daily("2026-11-09", 10_000),
            daily("2026-11-10", 20_000),
            daily("2026-11-15", 40_000),
            daily("2026-11-17", -80_000),
        ],
        performance_sales: vec![
            concert("2026-12-02T19:00", &[("vip", 90), ("r", 10)], &[("b", 4)]),
            concert("2026-12-03T19:00", &[("vip", 5), ("스탠딩", 0)], &[]),
        ],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-17", &snapshot).await;
    storage.enter(draft("CO2", Category::Concert)).await;
    storage
}

#[tokio::test]
async fn seats_sold_are_added_up_by_grade_over_all_performances() {
    let storage = season().await;
    let [concert, bare] = figures::<break_even::BreakEven>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = break_even::Figures {
        production: concert.production.clone(),
        target_share: Some(decimal("0.8")),
        sale_start: Some(day("2026-11-01")),
        sale_end: Some(day("2026-12-01")),
        seat_inventory: seats(&[("vip", 100), ("r", 200)]),
        performances: 2,
        sold_seats: seats(&[("vip", 95), ("r", 10), ("b", 0), ("스탠딩", 0)]),
        complimentary_seats: seats(&[("vip", 0), ("r", 0), ("b", 4), ("스탠딩", 0)]),
    };
    assert_eq!(concert, expected);
    let nothing = break_even::Figures {
        production: bare.production.clone(),
        target_share: None,
        sale_start: None,
        sale_end: None,
        seat_inventory: seats(&[]),
        performances: 0,
        sold_seats: seats(&[]),
        complimentary_seats: seats(&[]),
    };
    assert_eq!(bare, nothing);
}

#[tokio::test]
async fn the_overview_sums_yesterday_seven_days_and_all() {
    let storage = season().await;
    let overview = async |as_of| {
        figures::<concert_overview::ConcertOverview>(&storage.reports, &everything(), day(as_of))
            .await
            .unwrap()
            .value
    };
    let [concert, bare] = overview("2026-11-17").await.try_into().unwrap();
    let expected = concert_overview::Figures {
        production: concert.production.clone(),
        total_revenue_krw: -10_000,
        yesterday_revenue_krw: 0,
        seven_day_revenue_krw: 60_000,
        last_sale_day: Some(SaleDay {
            day: day("2026-11-17"),
            revenue_krw: -80_000,
        }),
        previous_sale_day: Some(SaleDay {
            day: day("2026-11-15"),
            revenue_krw: 40_000,
        }),
    };
    assert_eq!(concert, expected);
    let nothing = concert_overview::Figures {
        production: bare.production.clone(),
        total_revenue_krw: 0,
        yesterday_revenue_krw: 0,
        seven_day_revenue_krw: 0,
        last_sale_day: None,
        previous_sale_day: None,
    };
    assert_eq!(bare, nothing);

    // A past day moves the windows, not the snapshot.
    let past = overview("2026-11-11").await;
    assert_eq!(
        (past[0].yesterday_revenue_krw, past[0].seven_day_revenue_krw),
        (20_000, 30_000)
    );
    assert_eq!(
        (past[0].total_revenue_krw, &past[0].last_sale_day),
        (-10_000, &expected.last_sale_day)
    );
}

#[tokio::test]
async fn a_concert_with_one_sale_day_has_none_before_it() {
    let storage = Storage::new();
    let id = storage.enter(draft("CO1", Category::Concert)).await;
    storage.upload(id, "2026-11-17", &crate::support::sold(10_000)).await;
    let figures = figures::<concert_overview::ConcertOverview>(&storage.reports, &everything(), day("2026-11-18"))
        .await
        .unwrap()
        .value;
    assert_eq!(figures[0].last_sale_day.map(|day| day.revenue_krw), Some(10_000));
    assert_eq!(figures[0].previous_sale_day, None);
}

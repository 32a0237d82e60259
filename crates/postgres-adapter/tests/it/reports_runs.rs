//! Figures of the reports about casts, days, months and seats of plays, over small snapshots made by hand.

use domain::access::Visible;
use domain::calendar::{Month, OpenRange};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::concert_overview::SaleDay;
use domain::reports::daily_brief::PerformanceDay;
use domain::reports::monthly::Months;
use domain::reports::occupancy::PartFigures;
use domain::reports::weekly_capacity::WeekFigures;
use domain::reports::{
    cast_revenue, daily_brief, monthly, occupancy, performances, weekly_capacity, weekly_occupancy, weekly_overview,
};
use domain::reports::{outlook, summary, weekly_casts};
use domain::sales::{PerformanceSale, Snapshot};
use ports::actor::{Actor, Edit};
use ports::driven::{NoteRepository, ReportScope};
use rust_decimal::Decimal;

use crate::support::{Storage, at, daily, day, decimal, draft, everything, figures, performance};

/// Who plays, when, and what it brings; a fifth of the house is given away.
fn played(starts_at: &str, cast: &[&str], revenue_krw: i64) -> PerformanceSale {
    PerformanceSale {
        cast: cast.iter().map(|name| (*name).to_owned()).collect(),
        ..performance(starts_at, revenue_krw, "0.5", "0.2")
    }
}

/// A play with a snapshot of Tuesday, 17 November 2026, which replaced another; and a musical without one.
async fn season() -> (Storage, ProductionId) {
    let storage = Storage::new();
    let play = ProductionDraft {
        seats_per_performance: Some(120),
        ..draft("PL1", Category::Play)
    };
    let id = storage.enter(play).await;
    let snapshot = |krw: i64| Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![
            daily("2025-09-30", krw),
            daily("2025-10-01", 2 * krw),
            daily("2025-10-31", 4 * krw),
            daily("2026-11-01", 8 * krw),
            daily("2026-11-17", 16 * krw),
        ],
        performance_sales: vec![
            played("2026-11-08T23:59", &["가", "나"], krw),
            played("2026-11-09T00:00", &["가", "나"], 2 * krw),
            played("2026-11-12T19:30", &["나", "가"], 4 * krw),
            played("2026-11-15T23:59", &["가", "나"], 8 * krw),
            played("2026-11-17T14:00", &["가", "나"], 16 * krw),
            played("2026-11-17T19:30", &[], 32 * krw),
            played("2026-11-18T00:00", &["가"], 64 * krw),
            played("2026-11-29T23:59", &["가"], 128 * krw),
            played("2026-11-30T00:00", &["가"], 256 * krw),
        ],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-16", &snapshot(70_000)).await;
    storage.upload(id, "2026-11-17", &snapshot(90_000)).await;
    storage.upload(id, "2026-11-17", &snapshot(10_000)).await;
    storage.enter(draft("PL2", Category::Musical)).await;
    (storage, id)
}

/// Casts as `가나 10000 2`, in order.
fn told(casts: &[domain::reports::casts::CastFigures]) -> Vec<String> {
    let text = |cast: &domain::reports::casts::CastFigures| {
        format!("{} {} {}", cast.cast.concat(), cast.revenue_krw, cast.performances)
    };
    let mut told: Vec<_> = casts.iter().map(text).collect();
    told.sort();
    told
}

#[tokio::test]
async fn a_cast_of_the_week_is_the_same_people_in_the_same_order() {
    let (storage, _) = season().await;
    let week = weekly_casts::last_week(day("2026-11-17"));
    let figures = figures::<weekly_casts::WeeklyCasts>(&storage.reports, &everything(), week)
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.try_into().unwrap();
    assert_eq!(told(&play.casts), ["가나 100000 2", "나가 40000 1"]);
    assert_eq!(bare.casts, []);
}

#[tokio::test]
async fn the_casts_of_a_run_are_those_of_all_its_performances() {
    let (storage, _) = season().await;
    let figures = figures::<cast_revenue::CastRevenue>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.try_into().unwrap();
    let expected = [" 320000 1", "가 4480000 3", "가나 270000 4", "나가 40000 1"];
    assert_eq!(told(&play.casts), expected);
    assert_eq!(bare.casts, []);
}

#[tokio::test]
async fn the_outlook_is_of_two_weeks_from_monday_to_sunday() {
    let (storage, _) = season().await;
    let weeks = outlook::Weeks::as_of(day("2026-11-18"));
    let figures = figures::<outlook::Outlook>(&storage.reports, &everything(), weeks)
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.try_into().unwrap();
    let starts: Vec<_> = play.performances.iter().map(|show| show.starts_at).collect();
    let expected = [
        "2026-11-17T14:00",
        "2026-11-17T19:30",
        "2026-11-18T00:00",
        "2026-11-29T23:59",
    ];
    assert_eq!(starts, expected.map(at));
    assert_eq!(play.seats_per_performance, Some(120));
    assert_eq!(
        (play.next_week_performances, play.next_week_occupancy_sum),
        (1, decimal("0.7"))
    );
    assert_eq!(bare.performances, []);
    assert_eq!(
        (bare.next_week_performances, bare.next_week_occupancy_sum),
        (0, Decimal::ZERO)
    );
}

#[tokio::test]
async fn the_brief_tells_the_last_days_with_performances_up_to_the_day() {
    let (storage, _) = season().await;
    let brief = async |as_of| {
        let figures = figures::<daily_brief::DailyBrief>(&storage.reports, &everything(), day(as_of)).await;
        let [play, bare] = figures.unwrap().value.try_into().unwrap();
        assert_eq!((bare.last_sale_day, bare.latest_day), (None, None));
        play
    };
    let of_day = |name, performances, sum| {
        Some(PerformanceDay {
            day: day(name),
            performances,
            occupancy_sum: decimal(sum),
        })
    };
    let play = brief("2026-11-17").await;
    let last_sale = SaleDay {
        day: day("2026-11-17"),
        revenue_krw: 160_000,
    };
    assert_eq!(play.last_sale_day, Some(last_sale));
    assert_eq!(play.latest_day, of_day("2026-11-17", 2, "1.4"));
    assert_eq!(play.previous_day, of_day("2026-11-15", 1, "0.7"));
    let next: Vec<_> = play.next_performances.iter().map(|show| show.starts_at).collect();
    assert_eq!(next, [at("2026-11-18T00:00")]);

    let first = brief("2026-11-08").await;
    assert_eq!(first.latest_day, of_day("2026-11-08", 1, "0.7"));
    assert_eq!(first.previous_day, None);
    // Whatever the day, the snapshot is the current one.
    assert_eq!(first.last_sale_day, Some(last_sale));
    assert_eq!(first.next_performances.len(), 3);
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

#[tokio::test]
async fn months_have_their_sales_and_the_notes_of_the_company() {
    let (storage, _) = season().await;
    let notes = [("2025-09", "먼저"), ("2025-10", "처음"), ("2026-12", "나중")]
        .map(|(name, note)| (month(name), Some(note.to_owned())));
    storage
        .notes
        .set_by_month(&notes.into(), &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let months = Months::as_of(day("2026-11-30"));
    let figures = figures::<monthly::Monthly>(&storage.reports, &everything(), months)
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.productions.try_into().unwrap();
    // September 2025 lies before the month that the first one is compared with.
    let expected = [("2025-10", 60_000), ("2026-11", 240_000)].map(|(name, krw)| (month(name), krw));
    assert_eq!(play.revenue_krw, expected.into());
    assert!(bare.revenue_krw.is_empty());
    assert_eq!(figures.notes, [(month("2025-10"), "처음".to_owned())].into());
}

#[tokio::test]
async fn months_cover_inactive_productions_that_the_caller_sees_and_no_others() {
    let (storage, id) = season().await;
    storage.change(id, |draft| draft.active = false).await;
    let codes = async |scope: ReportScope| {
        let months = Months::as_of(day("2026-11-30"));
        let figures = figures::<monthly::Monthly>(&storage.reports, &scope, months)
            .await
            .unwrap()
            .value;
        let codes: Vec<_> = figures
            .productions
            .iter()
            .map(|of| of.production.code.to_string())
            .collect();
        codes
    };
    let active_or_not = ReportScope {
        include_inactive: true,
        ..everything()
    };
    assert_eq!(codes(active_or_not.clone()).await, ["PL1", "PL2"]);
    let seen = ReportScope {
        visible: Visible::Only([id].into()),
        ..active_or_not
    };
    assert_eq!(codes(seen).await, ["PL1"]);
}

#[tokio::test]
async fn shares_are_added_up_for_performances_played_and_to_come() {
    let (storage, _) = season().await;
    let figures = figures::<occupancy::Occupancy>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.try_into().unwrap();
    let part = |performances, sum| PartFigures {
        performances,
        deposit_share_sum: Some(decimal(sum)),
        paid_share_sum: decimal(sum),
    };
    assert_eq!((play.past, play.future), (part(6, "3.0"), part(3, "1.5")));
    assert_eq!((bare.past, bare.future), (part(0, "0"), part(0, "0")));
}

#[tokio::test]
async fn weeks_have_their_seats_and_revenue_in_order() {
    let (storage, _) = season().await;
    let figures = figures::<weekly_capacity::WeeklyCapacity>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value;
    let [play, bare] = figures.try_into().unwrap();
    let week = |monday, performances, revenue_krw| WeekFigures {
        week_start: day(monday),
        performances,
        paid_seats: revenue_krw / 10_000,
        revenue_krw,
    };
    let expected = [
        week("2026-11-02", 1, 10_000),
        week("2026-11-09", 3, 140_000),
        week("2026-11-16", 3, 1_120_000),
        week("2026-11-23", 1, 1_280_000),
        week("2026-11-30", 1, 2_560_000),
    ];
    assert_eq!(play.weeks, expected);
    assert_eq!(
        (play.seats_per_performance, bare.seats_per_performance),
        (Some(120), None)
    );
    assert_eq!(bare.weeks, []);
}

#[tokio::test]
async fn the_summary_has_the_figures_of_its_three_reports() {
    let (storage, _) = season().await;
    let (reports, scope) = (&storage.reports, everything());
    let windows = summary::Windows::as_of(day("2026-11-17"));
    let summary = figures::<summary::Summary>(reports, &scope, windows).await.unwrap();
    assert_eq!(summary.versions.data, storage.data_version());
    let (from, to) = (Some(day("2026-11-15")), Some(day("2026-11-24")));
    let expected = summary::Figures {
        weekly_overview: figures::<weekly_overview::WeeklyOverview>(reports, &scope, windows.weeks)
            .await
            .unwrap()
            .value,
        performances: figures::<performances::Performances>(reports, &scope, OpenRange { from, to })
            .await
            .unwrap()
            .value,
        weekly_occupancy: figures::<weekly_occupancy::WeeklyOccupancy>(reports, &scope, ())
            .await
            .unwrap()
            .value,
    };
    assert_eq!(summary.value.performances[0].performances.len(), 4);
    assert_eq!(summary.value, expected);
}

#[tokio::test]
async fn the_summary_is_of_one_data_version_whatever_is_published_meanwhile() {
    let (storage, id) = season().await;
    let windows = summary::Windows::as_of(day("2026-11-17"));
    // Each snapshot sells the same number of seats, its own, everywhere.
    let snapshot = |seats: i64| Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-09", seats * 10_000)],
        performance_sales: vec![performance(
            "2026-11-15T19:30",
            seats * 10_000,
            &format!("0.{seats}"),
            "0",
        )],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-17", &snapshot(10)).await;
    let writes = async {
        for seats in 11..40 {
            storage.upload(id, "2026-11-17", &snapshot(seats)).await;
        }
    };
    let reads = async {
        let mut seen = Vec::new();
        for _ in 0..40 {
            let summary = figures::<summary::Summary>(&storage.reports, &everything(), windows)
                .await
                .unwrap();
            let seats = summary.value.weekly_overview[0].revenue_krw / 10_000;
            assert_eq!(summary.value.performances[0].performances[0].0.paid_seats, seats);
            let share = summary.value.weekly_occupancy[0].weeks[0].paid_share_sum;
            assert_eq!(share, Decimal::new(seats, 2));
            seen.push((summary.versions.data, seats));
        }
        seen
    };
    let ((), seen) = tokio::join!(writes, reads);
    assert!(seen.is_sorted(), "{seen:?}");
}

//! What workbooks without markers say beyond those with: kept for good, and added up.

use domain::agency::AgencyCode;
use domain::calendar::{Grain, OpenRange};
use domain::production::{Category, ProductionDraft};
use domain::reports::agencies_daily::{self, AgenciesDaily};
use domain::reports::agencies_sales::{AgenciesSales, By, Sold};
use domain::reports::deposits::Deposits;
use domain::reports::performances::Performances;
use domain::reports::revenue::Revenue;
use domain::reports::snapshot_changes::{SnapshotChanges, Source};
use domain::sales::{
    AgencyDay, AgencyPerformance, AgencyPerformanceFacts, AgencySales, DepositFacts, PerformanceDetails,
    PerformanceSale, Snapshot,
};

use crate::support::{Storage, at, daily, day, draft, everything, figures, performance, seats};

const ALWAYS: OpenRange = OpenRange { from: None, to: None };

fn agency(code: &str) -> AgencyCode {
    code.parse().unwrap()
}

fn names() -> AgencySales {
    AgencySales {
        names: [
            (agency("yes24"), "예스24".to_owned()),
            (agency("kiosk"), "KIOSK".to_owned()),
        ]
        .into(),
        ..AgencySales::default()
    }
}

fn sold_on(sale_day: &str, code: &str, seats: i64) -> AgencyDay {
    AgencyDay {
        sale_day: day(sale_day),
        agency: agency(code),
        seats,
        revenue_krw: seats * 10_000,
    }
}

fn sold_of(starts_at: &str, code: &str, seats: i64, deposited_seats: Option<i64>) -> AgencyPerformance {
    AgencyPerformance {
        starts_at: at(starts_at),
        agency: agency(code),
        sold: AgencyPerformanceFacts {
            seats,
            revenue_krw: Some(seats * 10_000),
            deposited_seats,
            deposited_krw: deposited_seats.map(|seats| seats * 10_000),
            seats_by_grade: crate::support::seats(&[("r", seats)]),
        },
    }
}

fn told(starts_at: &str, number: i64, krw: i64, deposited_seats: Option<i64>) -> PerformanceSale {
    PerformanceSale {
        details: PerformanceDetails {
            number: Some(number),
            remark: (number == 1).then(|| "단체 관람".to_owned()),
            roles: Some(vec!["선장".to_owned(), "등대지기".to_owned()]),
            deposited_seats,
            deposited_krw: deposited_seats.map(|seats| seats * 10_000),
        },
        ..performance(starts_at, krw, "0.5", "0.1")
    }
}

/// A play of two performances: one before the record date, one after it.
fn play() -> Snapshot {
    Snapshot {
        daily_sales: vec![daily("2026-11-09", 100_000), daily("2026-11-16", 70_000)],
        performance_sales: vec![
            told("2026-11-10T19:30", 1, 90_000, Some(7)),
            told("2026-11-20T19:30", 2, 80_000, None),
        ],
        agencies: AgencySales {
            days: vec![
                sold_on("2026-11-09", "yes24", 6),
                sold_on("2026-11-09", "kiosk", 3),
                sold_on("2026-11-16", "yes24", -1),
            ],
            performances: vec![
                sold_of("2026-11-10T19:30", "yes24", 5, Some(4)),
                sold_of("2026-11-10T19:30", "kiosk", 4, Some(5)),
                sold_of("2026-11-20T19:30", "yes24", 8, None),
            ],
            ..names()
        },
        ..Snapshot::default()
    }
}

async fn with_play() -> Storage {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-16", &play()).await;
    storage
}

#[tokio::test]
async fn what_labels_say_is_kept_as_it_was_and_for_good() {
    let storage = with_play().await;
    let read = figures::<Performances>(&storage.reports, &everything(), ALWAYS)
        .await
        .unwrap();
    let read: Vec<_> = read.value[0]
        .performances
        .iter()
        .map(|(sale, _)| sale.clone())
        .collect();
    assert_eq!(read, play().performance_sales);
    for table in ["agency_name", "agency_day", "agency_performance"] {
        let refused = storage
            .execute(&format!("UPDATE {table} SET agency = agency"))
            .unwrap_err();
        assert_eq!(refused.to_string(), "a snapshot never changes", "{table}");
    }
    let rows = storage.texts(
        "SELECT concat_ws(' ', agency, agency_name, seats, revenue_krw, deposited_seats, pending_seats, pending_krw,
                seats_by_grade) AS text
         FROM report.agency_performance ORDER BY starts_at, agency",
    );
    let expected = [
        r#"kiosk KIOSK 4 40000 5 0 0 {"r": 4}"#,
        r#"yes24 예스24 5 50000 4 1 10000 {"r": 5}"#,
        r#"yes24 예스24 8 80000 {"r": 8}"#,
    ];
    assert_eq!(rows, expected);
}

fn sold(seats: i64, krw: i64) -> Sold {
    Sold {
        seats,
        revenue_krw: Some(krw),
        ..Sold::default()
    }
}

#[tokio::test]
async fn agencies_are_added_up_by_the_days_that_there_are() {
    let storage = with_play().await;
    let sheet = async |by: Option<By>, from: Option<&str>| {
        let days = OpenRange {
            from: from.map(day),
            to: None,
        };
        let found = figures::<AgenciesSales>(&storage.reports, &everything(), (by, days)).await;
        let mut sheet = found.unwrap().value.remove(0).sheet.unwrap();
        sheet.agencies.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        sheet
    };
    let by_sale_day = sheet(None, None).await;
    assert_eq!((by_sale_day.by, by_sale_day.total), (By::SaleDay, sold(17, 170_000)));
    let expected = [
        (agency("kiosk"), "KIOSK".to_owned(), sold(3, 30_000)),
        (agency("yes24"), "예스24".to_owned(), sold(5, 50_000)),
    ];
    assert_eq!(by_sale_day.agencies, expected);
    let later = sheet(None, Some("2026-11-10")).await;
    assert_eq!((later.agencies.len(), later.total), (1, sold(7, 70_000)));
    let none = sheet(None, Some("2026-12-01")).await;
    assert_eq!((none.agencies.len(), none.total), (0, sold(0, 0)));

    let by_performance = sheet(Some(By::PerformanceDay), None).await;
    assert_eq!(by_performance.total.seats, 17);
    // One performance does not tell what is paid for.
    assert_eq!(by_performance.total.deposits, DepositFacts::default());
    assert_eq!(by_performance.agencies[1].2.deposits, DepositFacts::default());
    let kiosk = by_performance.agencies[0].2.deposits;
    // More than is booked is paid for: nothing is pending.
    assert_eq!((kiosk.deposited_seats, kiosk.pending_seats), (Some(5), Some(0)));
}

#[tokio::test]
async fn a_concert_has_no_won_by_performance_and_what_tells_no_agency_has_no_sheet() {
    let storage = Storage::new();
    let id = storage.enter(draft("CO1", Category::Concert)).await;
    let mut concert = performance("2026-11-20T19:30", 90_000, "0", "0");
    concert.stage = None;
    let mut sold = sold_of("2026-11-20T19:30", "kiosk", 4, None);
    sold.sold.revenue_krw = None;
    let snapshot = Snapshot {
        daily_sales: vec![daily("2026-11-09", 100_000)],
        performance_sales: vec![concert],
        agencies: AgencySales {
            performances: vec![sold],
            ..names()
        },
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-16", &snapshot).await;
    storage.enter_play("PL1").await;
    for days in [
        ALWAYS,
        OpenRange {
            from: Some(day("2026-12-01")),
            to: None,
        },
    ] {
        let found = figures::<AgenciesSales>(&storage.reports, &everything(), (None, days))
            .await
            .unwrap();
        let sheet = found.value[0].sheet.as_ref().unwrap();
        assert_eq!((sheet.by, sheet.total.revenue_krw), (By::PerformanceDay, None));
        assert_eq!(found.value[1].sheet, None);
    }
    let asked = figures::<AgenciesSales>(&storage.reports, &everything(), (Some(By::SaleDay), ALWAYS)).await;
    assert_eq!(asked.unwrap().value[0].sheet, None);
}

#[tokio::test]
async fn agencies_are_added_up_by_period() {
    let storage = with_play().await;
    let found = figures::<AgenciesDaily>(&storage.reports, &everything(), Grain::Week)
        .await
        .unwrap();
    let play = &found.value[0];
    assert_eq!(play.periods, [day("2026-11-09"), day("2026-11-16")]);
    let codes: Vec<_> = play
        .agencies
        .iter()
        .map(|one| (one.code.code(), one.name.as_str()))
        .collect();
    assert_eq!(codes, [("kiosk", "KIOSK"), ("yes24", "예스24")]);
    let sold = |seats: i64| agencies_daily::Sold {
        seats,
        revenue_krw: seats * 10_000,
    };
    let expected = [(day("2026-11-09"), sold(6)), (day("2026-11-16"), sold(-1))];
    assert_eq!(play.agencies[1].sold, expected.into());
    let by_month = figures::<AgenciesDaily>(&storage.reports, &everything(), Grain::Month)
        .await
        .unwrap();
    assert_eq!(
        by_month.value[0].agencies[1].sold,
        [(day("2026-11-01"), sold(5))].into()
    );
}

#[tokio::test]
async fn payments_are_told_performance_by_performance() {
    let storage = with_play().await;
    let found = figures::<Deposits>(&storage.reports, &everything(), ()).await.unwrap();
    let told: Vec<_> = found.value[0]
        .performances
        .iter()
        .map(|show| (show.number, show.deposits.deposited_seats, show.deposits.pending_krw))
        .collect();
    assert_eq!(told, [(Some(1), Some(7), Some(20_000)), (Some(2), None, None)]);
}

#[tokio::test]
async fn without_sale_days_totals_are_those_of_performances() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut silent = play();
    silent.daily_sales.clear();
    silent.agencies.days.clear();
    silent.lacks_sale_days = true;
    silent.performance_sales[1].details.deposited_krw = Some(80_000);
    silent.performance_sales[1].details.deposited_seats = Some(8);
    for (record_date, snapshot) in [
        ("2026-11-12", &play()),
        ("2026-11-14", &silent),
        ("2026-11-16", &silent),
    ] {
        storage.upload(id, record_date, snapshot).await;
    }
    let changes = async |from: Option<&str>| {
        let days = OpenRange {
            from: from.map(day),
            to: None,
        };
        let found = figures::<SnapshotChanges>(&storage.reports, &everything(), days).await;
        let totals = found.unwrap().value.remove(0).totals.into_iter();
        totals
            .map(|told| {
                (
                    told.record_date.to_string(),
                    told.source,
                    told.revenue_krw,
                    told.deposited_krw,
                )
            })
            .collect::<Vec<_>>()
    };
    let of_days = ("2026-11-12".to_owned(), Source::SaleDays, 170_000, None);
    let of_shows = |on: &str| (on.to_owned(), Source::Performances, 170_000, Some(150_000));
    assert_eq!(
        changes(None).await,
        [of_days, of_shows("2026-11-14"), of_shows("2026-11-16")]
    );
    // The one before comes with those asked for.
    assert_eq!(
        changes(Some("2026-11-15")).await,
        [of_shows("2026-11-14"), of_shows("2026-11-16")]
    );
    assert_eq!(changes(Some("2026-11-20")).await, [of_shows("2026-11-16")]);
    let revenue = figures::<Revenue>(&storage.reports, &everything(), ()).await.unwrap();
    let production = &revenue.value[0].production;
    assert_eq!(production.sales_reason(), Some("no_sale_days"));
    let agencies = figures::<AgenciesSales>(&storage.reports, &everything(), (None, ALWAYS))
        .await
        .unwrap();
    assert_eq!(
        agencies.value[0].sheet.as_ref().map(|sheet| sheet.by),
        Some(By::PerformanceDay)
    );
}

#[tokio::test]
async fn seats_given_away_are_added_up_by_grade() {
    use domain::reports::break_even::BreakEven;

    let storage = Storage::new();
    let concert = ProductionDraft {
        seat_inventory: Some(seats(&[("r", 100)])),
        ..draft("CO1", Category::Concert)
    };
    let id = storage.enter(concert).await;
    let mut show = performance("2026-11-20T19:30", 90_000, "0", "0");
    show.stage = None;
    let snapshot = Snapshot {
        daily_sales: vec![daily("2026-11-09", 100_000)],
        performance_sales: vec![show],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-16", &snapshot).await;
    let found = figures::<BreakEven>(&storage.reports, &everything(), ()).await.unwrap();
    assert_eq!(found.value[0].complimentary_seats, seats(&[("r", 0), ("s", 3)]));
}

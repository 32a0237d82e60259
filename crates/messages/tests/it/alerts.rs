use chrono::NaiveDate;
use domain::alert::{News, UnusualPerformance};
use domain::calendar::{KstInstant, kst_instant};
use domain::production::{Category, ProductionId};
use domain::reports::ReportedProduction;
use domain::reports::showing::{Figures, Showing};
use domain::sales::SaleTotals;
use ports::driving::Messages;
use uuid::Uuid;

use crate::support::{Company, check_limits};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> KstInstant {
    kst_instant(text.parse().unwrap())
}

fn production(record_date: Option<&str>) -> ReportedProduction {
    ReportedProduction {
        id: ProductionId(Uuid::nil()),
        code: "MU2611".parse().unwrap(),
        name: "봄밤의 <왈츠>".to_owned(),
        category: Category::Musical,
        record_date: record_date.map(day),
        has_sale_days: true,
    }
}

fn all() -> Vec<(&'static str, ReportedProduction, News)> {
    let late = |record_date| {
        (
            production(record_date),
            News::WorkbookMissing { day: day("2026-11-19") },
        )
    };
    let (known, missing) = late(Some("2026-11-16"));
    let (unknown, never) = late(None);
    let figures = Figures {
        starts_at: at("2026-11-21T19:30:00"),
        cast: vec!["김하나".to_owned()],
        paid_share: "0.2".parse().unwrap(),
        complimentary_share: "0.01".parse().unwrap(),
        paid_seats: 56,
        complimentary_seats: 3,
    };
    let totals = |revenue_krw, seats| SaleTotals { revenue_krw, seats };
    let unusual = |sold_seats, difference_krw, seats| News::UnusualDay {
        day: day("2026-11-19"),
        sold_seats,
        expected_seats: 120,
        difference_krw,
        performances: vec![UnusualPerformance {
            starts_at: at("2026-11-28T14:00:00"),
            seats,
        }],
    };
    let current = || production(Some("2026-11-19"));
    vec![
        ("workbook_missing", known, missing),
        ("workbook_missing.never", unknown, never),
        (
            "low_performance",
            current(),
            News::LowPerformances(vec![Showing::new(figures, Some(280))]),
        ),
        (
            "figures_shrank",
            current(),
            News::FiguresShrank {
                before: (day("2026-11-18"), totals(120_000_000, 2_400)),
                now: (day("2026-11-19"), totals(90_000_000, 1_900)),
            },
        ),
        ("unusual_day.more", current(), unusual(1_340, 61_000_000, 700)),
        ("unusual_day.less", current(), unusual(-40, -8_000_000, -90)),
        (
            "break_even_reached",
            current(),
            News::BreakEvenReached {
                day: day("2026-11-18"),
                revenue_krw: 251_000_000,
                break_even_krw: 250_000_000,
            },
        ),
    ]
}

#[test]
fn each_kind_says_why_with_figures() {
    let messages = Company::usual().composer(None);
    for (name, production, news) in all() {
        let rendering = messages.render(&messages.alert(&production, &news, day("2026-11-20")));
        insta::assert_snapshot!(
            format!("alert.{name}"),
            format!("{}\n\n{}", rendering.subject, rendering.text)
        );
        assert!(rendering.html.contains("봄밤의 &lt;왈츠&gt;"), "{}", rendering.html);
        rendering.slack.iter().for_each(check_limits);
    }
}

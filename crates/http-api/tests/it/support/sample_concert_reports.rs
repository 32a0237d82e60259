//! Reports about concerts, and about all categories.

use domain::calendar::{DateRange, Month, monday_of};
use domain::grade::SeatsByGrade;
use domain::planning::WeekNotes;
use domain::reports::concert_daily::Sold;
use domain::reports::{
    concert_daily, concert_monthly, concert_profit_forecast, concert_weekly, marketing_effect, marketing_week,
    target_sales, upload_coverage,
};

use super::sample::{day, decimal, marketing_plan};
use super::sample_reports::{musical_without_snapshot, play, winter_concert};

fn week() -> DateRange {
    DateRange::week_of(day("2026-11-19"))
}

fn notes() -> WeekNotes {
    marketing_plan().weeks.remove(0).notes
}

fn sold(seats: i64, complimentary_seats: i64, revenue_krw: i64) -> Sold {
    Sold {
        seats,
        complimentary_seats,
        revenue_krw,
    }
}

pub(super) fn concert_daily() -> Vec<concert_daily::Row> {
    let sale_day = |text, sold| concert_daily::Day {
        day: day(text),
        week_start: monday_of(day(text)),
        month: Month::of(day(text)),
        sold,
    };
    vec![concert_daily::Row {
        production: winter_concert(),
        days: vec![
            sale_day("2026-11-18", sold(280, 0, 30_800_000)),
            sale_day("2026-11-19", sold(350, 24, 38_500_000)),
        ],
    }]
}

pub(super) fn concert_weekly() -> Vec<concert_weekly::Row> {
    vec![concert_weekly::Row {
        production: winter_concert(),
        weeks: vec![concert_weekly::Week {
            days: week(),
            sold: sold(1_020, 24, 112_200_000),
            notes: notes(),
        }],
    }]
}

pub(super) fn concert_monthly() -> Vec<concert_monthly::Row> {
    vec![concert_monthly::Row {
        production: winter_concert(),
        months: vec![
            (Month::parse("2026-10").unwrap(), sold(2_145, 0, 236_000_000)),
            (Month::parse("2026-11").unwrap(), sold(1_600, 24, 176_000_000)),
        ],
    }]
}

pub(super) fn concert_profit_forecast() -> concert_profit_forecast::Report {
    let figures = concert_profit_forecast::Figures {
        production: winter_concert(),
        sale_end: Some(day("2026-12-19")),
        seat_inventory: SeatsByGrade::from([("r".parse().unwrap(), 3_000), ("s".parse().unwrap(), 3_400)]),
        performances: 1,
        sale_days: 46,
        seats: 3_745,
        revenue_krw: 412_000_000,
        break_even_krw: Some(620_000_000),
    };
    concert_profit_forecast::report(vec![figures], day("2026-11-20"))
}

pub(super) fn target_sales() -> target_sales::Report {
    target_sales::report(vec![target_sales::Figures {
        production: winter_concert(),
        target_krw: 598_500_000,
        due_target_krw: Some(451_000_000),
        revenue_krw: 412_000_000,
    }])
}

pub(super) fn marketing_week() -> Vec<marketing_week::Row> {
    vec![marketing_week::Row {
        production: winter_concert(),
        week_number: Some(7),
        days: week(),
        notes: notes(),
    }]
}

pub(super) fn marketing_effect() -> Vec<marketing_effect::Row> {
    let this_week = marketing_effect::Week {
        week_number: 7,
        days: week(),
        notes: notes(),
        revenue_krw: Some(151_200_000),
        previous_revenue_krw: Some(120_960_000),
        change_krw: Some(30_240_000),
        change_ratio: Some(decimal(25, 2)),
        comparable: true,
        compared_days: Some(7),
    };
    let next_week = marketing_effect::Week {
        week_number: 8,
        days: DateRange::week_of(day("2026-11-26")),
        notes: WeekNotes::default(),
        revenue_krw: None,
        previous_revenue_krw: Some(151_200_000),
        change_krw: None,
        change_ratio: None,
        comparable: false,
        compared_days: None,
    };
    vec![
        marketing_effect::Row {
            production: musical_without_snapshot(),
            weeks: Vec::new(),
        },
        marketing_effect::Row {
            production: play(),
            weeks: vec![this_week, next_week],
        },
    ]
}

pub(super) fn upload_coverage() -> Vec<upload_coverage::Row> {
    vec![upload_coverage::Row {
        production: play(),
        coverage: vec![
            (day("2026-11-18"), None),
            (day("2026-11-19"), Some("20261119_PL2612_두 번째 편지.xlsx".to_owned())),
            (day("2026-11-20"), None),
        ],
    }]
}

//! Sample rows of the reports about casts, performances, months and seats of plays.

use domain::calendar::Month;
use domain::reports::casts::{CastFigures, RankedCast};
use domain::reports::concert_overview::SaleDay;
use domain::reports::monthly::MonthRow;
use domain::reports::showing::Showing;
use domain::reports::{
    cast_revenue, daily_brief, monthly_by_production, occupancy, outlook, performances, summary, weekly_capacity,
    weekly_casts,
};

use super::sample::{day, decimal, snapshot};
use super::sample_reports::{musical_without_snapshot, play, weekly_occupancy, weekly_overview};

fn cast(rank: usize, names: [&str; 2], revenue_krw: i64, performances: i64) -> RankedCast {
    RankedCast {
        figures: CastFigures {
            cast: names.map(str::to_owned).to_vec(),
            revenue_krw,
            performances,
        },
        rank,
    }
}

pub(super) fn weekly_casts(top: usize) -> Vec<weekly_casts::Row> {
    let row = |production, casts: Vec<RankedCast>| weekly_casts::Row {
        production,
        week_start: day("2026-11-09"),
        week_end: day("2026-11-15"),
        casts: casts.into_iter().take(top).collect(),
    };
    let casts = vec![
        cast(1, ["황건우", "신선우"], 29_546_000, 4),
        cast(2, ["조지유", "임서윤"], 14_964_400, 2),
        cast(3, ["황건우", "임서윤"], 11_412_500, 1),
    ];
    vec![row(musical_without_snapshot(), Vec::new()), row(play(), casts)]
}

pub(super) fn cast_revenue() -> Vec<cast_revenue::Row> {
    vec![cast_revenue::Row {
        production: play(),
        casts: vec![cast_revenue::Cast {
            ranked: cast(1, ["조지유", "임서윤"], 57_670_800, 10),
            mean_revenue_krw: Some(5_767_080),
        }],
    }]
}

fn showing() -> Showing {
    performances().remove(0).performances.remove(0).showing
}

pub(super) fn performances() -> Vec<performances::Row> {
    let sale = snapshot().performance_sales.remove(0);
    let stage = sale.stage.unwrap();
    let showing = Showing {
        starts_at: sale.starts_at,
        cast: sale.cast,
        paid_share: stage.paid_share,
        complimentary_share: stage.complimentary_share,
        occupancy: decimal(7_891, 4),
        paid_seats: sale.paid_seats,
        complimentary_seats: sale.complimentary_seats,
        remaining_seats: Some(81),
    };
    vec![performances::Row {
        production: play(),
        performances: vec![performances::Performance {
            showing,
            deposit_share: stage.deposit_share,
            paid_seats_by_grade: sale.paid_seats_by_grade,
            complimentary_seats_by_grade: sale.complimentary_seats_by_grade,
            revenue_krw: stage.revenue_krw,
            mean_ticket_price_krw: Some(54_192),
        }],
    }]
}

pub(super) fn outlook() -> Vec<outlook::Row> {
    vec![outlook::Row {
        production: play(),
        this_week_start: day("2026-11-16"),
        next_week_start: day("2026-11-23"),
        performances: vec![outlook::Performance {
            showing: showing(),
            week: outlook::Week::This,
            low: false,
        }],
        next_week_occupancy: None,
    }]
}

pub(super) fn daily_brief() -> Vec<daily_brief::Row> {
    vec![daily_brief::Row {
        production: play(),
        last_sale_day: Some(SaleDay {
            day: day("2026-11-19"),
            revenue_krw: 24_990_000,
        }),
        latest_performance_day: Some(day("2026-11-20")),
        latest_occupancy: Some(decimal(7_891, 4)),
        previous_performance_day: Some(day("2026-11-19")),
        previous_occupancy: Some(decimal(4_536, 4)),
        occupancy_change: Some(decimal(3_355, 4)),
        next_performances: vec![showing()],
    }]
}

pub(super) fn months() -> Vec<MonthRow> {
    let month = |text: &str, revenue_krw, change_krw, change_ratio, note: Option<&str>| MonthRow {
        month: Month::parse(text).unwrap(),
        revenue_krw,
        change_krw,
        change_ratio,
        note: note.map(str::to_owned),
    };
    vec![
        month("2026-10", Some(480_000_000), Some(480_000_000), None, None),
        month(
            "2026-11",
            Some(612_000_000),
            Some(132_000_000),
            Some(decimal(275, 3)),
            Some("수능 마케팅"),
        ),
    ]
}

pub(super) fn monthly_by_production() -> Vec<monthly_by_production::Row> {
    vec![monthly_by_production::Row {
        production: play(),
        months: months(),
    }]
}

pub(super) fn occupancy() -> Vec<occupancy::Row> {
    let part = |performances, deposit, paid, unpaid| occupancy::Part {
        performances,
        deposit_share: Some(decimal(deposit, 4)),
        paid_share: Some(decimal(paid, 4)),
        unpaid_share: Some(decimal(unpaid, 4)),
    };
    vec![occupancy::Row {
        production: play(),
        target_share: Some(decimal(625, 3)),
        whole: part(40, 4_629, 4_735, 105),
        past: part(19, 5_355, 5_355, 0),
        future: part(21, 3_973, 4_173, 201),
    }]
}

pub(super) fn weekly_capacity() -> weekly_capacity::Report {
    let week = weekly_capacity::Week {
        week_start: day("2026-11-09"),
        week_end: day("2026-11-15"),
        performances: 8,
        offered_seats: Some(2_240),
        paid_seats: 1_247,
        paid_ratio: Some(decimal(5_567, 4)),
        revenue_krw: 63_232_400,
        mean_ticket_price_krw: Some(50_708),
    };
    weekly_capacity::Report {
        items: vec![weekly_capacity::Row {
            production: play(),
            weeks: vec![week],
        }],
        overall: vec![week],
    }
}

pub(super) fn summary() -> summary::Report {
    summary::Report {
        weekly_overview: weekly_overview(),
        performances: performances(),
        weekly_occupancy: weekly_occupancy(),
    }
}

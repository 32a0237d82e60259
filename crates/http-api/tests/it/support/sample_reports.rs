use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use domain::calendar::{Grain, kst_instant};
use domain::grade::SeatsByGrade;
use domain::production::{Category, ProductionId};
use domain::reports::{
    ReportedProduction, break_even, concert_overview, overview, profit_forecast, revenue, showing, target_vs_actual,
    weekly_occupancy, weekly_overview,
};
use ports::driven::{ReportScope, ReportSourceError, Versioned};
use ports::driving::{MockReports, Question, Report, ReportError};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::sample::{concert, day, decimal, production};
use super::sample_concert_reports as concerts;
use super::sample_reports_plays as plays;

/// The scopes that reports were asked for, in turn.
#[derive(Clone, Default)]
pub(crate) struct AskedScopes(Arc<Mutex<Vec<ReportScope>>>);

/// A report of each kind: a production with figures, and one without a snapshot.
pub(super) fn expect(reports: &mut MockReports, scopes: &AskedScopes) {
    let asked = scopes.clone();
    reports.expect_answer().returning(move |scope, _, question| {
        asked.0.lock().unwrap().push(scope.clone());
        let known = [production().id, concert().id];
        if let Some(unknown) = scope.production_ids.iter().find(|id| !known.contains(id)) {
            return Err(ReportSourceError::UnknownProduction(*unknown).into());
        }
        Ok(Versioned {
            data_version: DATA_VERSION,
            value: report(question)?,
        })
    });
}

/// The data version that the sample reports are of.
pub(crate) const DATA_VERSION: i64 = 41;

fn report(question: Question) -> Result<Report, ReportError> {
    Ok(match question {
        Question::WeeklyOverview => Report::WeeklyOverview(weekly_overview::Report {
            items: weekly_overview(),
            overall: weekly_overview_of_all(),
        }),
        Question::Revenue => Report::Revenue(revenue()),
        Question::WeeklyOccupancy => Report::WeeklyOccupancy(weekly_occupancy()),
        Question::Performances { from, to } => {
            refuse_empty(from, to)?;
            let rows = plays::performances();
            Report::Performances { from, to, rows }
        }
        Question::ProfitForecast => Report::ProfitForecast(profit_forecast()),
        Question::WeeklyCasts { top } => {
            let rows = plays::weekly_casts(top);
            Report::WeeklyCasts { top, rows }
        }
        Question::CastRevenue => Report::CastRevenue(plays::cast_revenue()),
        Question::Outlook { low_threshold } => {
            let rows = plays::outlook();
            Report::Outlook { low_threshold, rows }
        }
        Question::DailyBrief => Report::DailyBrief(plays::daily_brief()),
        Question::Monthly => Report::Monthly(plays::months()),
        Question::MonthlyByProduction => Report::MonthlyByProduction(plays::monthly_by_production()),
        Question::Occupancy => Report::Occupancy(plays::occupancy()),
        Question::WeeklyCapacity => Report::WeeklyCapacity(plays::weekly_capacity()),
        Question::Summary => Report::Summary(plays::summary()),
        Question::ConcertDaily => Report::ConcertDaily(concerts::concert_daily()),
        Question::ConcertWeekly => Report::ConcertWeekly(concerts::concert_weekly()),
        Question::ConcertMonthly => Report::ConcertMonthly(concerts::concert_monthly()),
        Question::BreakEven => Report::BreakEven(break_even()),
        Question::ConcertOverview => Report::ConcertOverview(concert_overview()),
        Question::ConcertProfitForecast => Report::ConcertProfitForecast(concerts::concert_profit_forecast()),
        Question::TargetSales => Report::TargetSales(concerts::target_sales()),
        Question::MarketingWeek => Report::MarketingWeek(concerts::marketing_week()),
        Question::MarketingEffect => Report::MarketingEffect(concerts::marketing_effect()),
        Question::UploadCoverage { days } => {
            let rows = concerts::upload_coverage();
            Report::UploadCoverage { days, rows }
        }
        Question::TargetVsActual { grain, window } => {
            refuse_empty(window.from, window.to)?;
            let report = target_vs_actual::report(targets_and_sales(grain), grain, window);
            Report::TargetVsActual { grain, window, report }
        }
        Question::Overview { low_threshold } => {
            let report = Box::new(overview(low_threshold));
            Report::Overview { low_threshold, report }
        }
    })
}

fn refuse_empty(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), ReportError> {
    let is_empty = from.zip(to).is_some_and(|(from, to)| to < from);
    if is_empty { Err(ReportError::EmptyRange) } else { Ok(()) }
}

impl AskedScopes {
    pub(crate) fn take(&self) -> Vec<ReportScope> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

pub(super) fn play() -> ReportedProduction {
    ReportedProduction {
        id: production().id,
        code: "PL2612".parse().unwrap(),
        name: "두 번째 편지".to_owned(),
        category: Category::Play,
        record_date: Some(day("2026-11-19")),
    }
}

pub(super) fn musical_without_snapshot() -> ReportedProduction {
    ReportedProduction {
        id: ProductionId(Uuid::from_u128(0x0197_c1a0_0000_7000_8000_0000_0000_0003)),
        code: "MU2701".parse().unwrap(),
        name: "봄밤의 왈츠".to_owned(),
        category: Category::Musical,
        record_date: None,
    }
}

pub(super) fn winter_concert() -> ReportedProduction {
    ReportedProduction {
        id: concert().id,
        code: "CO2613".parse().unwrap(),
        name: "겨울 콘서트".to_owned(),
        category: Category::Concert,
        record_date: Some(day("2026-11-19")),
    }
}

pub(super) fn weekly_overview() -> Vec<weekly_overview::Row> {
    let unknown = weekly_overview::Row {
        production: musical_without_snapshot(),
        week_start: day("2026-11-09"),
        week_end: day("2026-11-15"),
        target_share: None,
        actual_share: None,
        share_gap: None,
        share_ratio: None,
        target_krw: 0,
        revenue_krw: None,
        target_gap_krw: None,
        target_ratio: None,
        previous_revenue_krw: None,
        change_krw: None,
        change_ratio: None,
        due_target_krw: None,
        due_ratio: None,
    };
    let known = weekly_overview::Row {
        production: play(),
        target_share: Some(decimal(625, 3)),
        actual_share: Some(decimal(7_188, 4)),
        share_gap: Some(decimal(938, 4)),
        share_ratio: Some(decimal(11_501, 4)),
        target_krw: 142_800_000,
        revenue_krw: Some(151_200_000),
        target_gap_krw: Some(8_400_000),
        target_ratio: Some(decimal(10_588, 4)),
        previous_revenue_krw: Some(120_960_000),
        change_krw: Some(30_240_000),
        change_ratio: Some(decimal(25, 2)),
        due_target_krw: Some(142_800_000),
        due_ratio: Some(decimal(10_588, 4)),
        ..unknown.clone()
    };
    vec![unknown, known]
}

fn weekly_overview_of_all() -> weekly_overview::Overall {
    weekly_overview::Overall {
        week_start: day("2026-11-09"),
        week_end: day("2026-11-15"),
        productions: 2,
        counted: 1,
        target_krw: Some(142_800_000),
        revenue_krw: Some(151_200_000),
        target_gap_krw: Some(8_400_000),
        target_ratio: Some(decimal(10_588, 4)),
        due_target_krw: Some(142_800_000),
        due_ratio: Some(decimal(10_588, 4)),
        previous_revenue_krw: Some(120_960_000),
        compared: 1,
        change_krw: Some(30_240_000),
        change_ratio: Some(decimal(25, 2)),
    }
}

fn revenue() -> revenue::Report {
    let unknown = revenue::Attainment {
        total_revenue_krw: 0,
        total_target_krw: 0,
        total_ratio: None,
        record_date_revenue_krw: None,
        record_date_target_krw: None,
        record_date_ratio: None,
    };
    let known = revenue::Attainment {
        total_revenue_krw: 612_450_000,
        total_target_krw: 648_000_000,
        total_ratio: Some(decimal(9_451, 4)),
        record_date_revenue_krw: Some(24_990_000),
        record_date_target_krw: Some(28_560_000),
        record_date_ratio: Some(decimal(875, 3)),
    };
    revenue::Report {
        items: vec![(musical_without_snapshot(), unknown), (play(), known)],
        categories: vec![(Category::Musical, unknown), (Category::Play, known)],
        overall: known,
    }
}

pub(super) fn weekly_occupancy() -> Vec<weekly_occupancy::Row> {
    vec![
        weekly_occupancy::Row {
            production: musical_without_snapshot(),
            weeks: Vec::new(),
        },
        weekly_occupancy::Row {
            production: play(),
            weeks: vec![weekly_occupancy::Week {
                week_start: day("2026-11-16"),
                week_end: day("2026-11-22"),
                performances: 6,
                paid_share: Some(decimal(7_188, 4)),
            }],
        },
    ]
}

fn profit_forecast() -> profit_forecast::Report {
    let figures = |production, played, played_krw, to_come, to_come_krw, break_even_krw| profit_forecast::Figures {
        production,
        played_performances: played,
        played_revenue_krw: played_krw,
        to_come_performances: to_come,
        to_come_revenue_krw: to_come_krw,
        break_even_krw,
    };
    profit_forecast::report(vec![
        figures(musical_without_snapshot(), 0, 0, 0, 0, None),
        figures(play(), 4, 61_200_000, 60, 551_250_000, Some(780_000_000)),
    ])
}

fn break_even() -> Vec<break_even::Row> {
    let vip = break_even::Seats {
        seats: 420,
        sold_seats: 252,
        remaining_seats: 168,
        expected_additional_seats: Some(168),
        expected_remaining_seats: Some(0),
        break_even_seats: Some(294),
        expected_remaining_ratio: Some(decimal(0, 0)),
        expected_sales_ratio: Some(decimal(1, 0)),
    };
    vec![break_even::Row {
        production: winter_concert(),
        performances: 1,
        elapsed_days: Some(45),
        days_to_sale_end: Some(30),
        target_share: Some(decimal(7, 1)),
        grades: vec![("vip".parse().unwrap(), vip)],
        total: vip,
    }]
}

fn concert_overview() -> concert_overview::Report {
    concert_overview::Report {
        yesterday: day("2026-11-19"),
        yesterday_revenue_krw: Some(38_500_000),
        total_revenue_krw: 412_000_000,
        seven_day_revenue_krw: Some(196_000_000),
        seven_day_mean_revenue_krw: Some(28_000_000),
        items: vec![concert_overview::Row {
            production: winter_concert(),
            last_sale_day: Some(concert_overview::SaleDay {
                day: day("2026-11-19"),
                revenue_krw: 38_500_000,
            }),
            previous_sale_day: Some(concert_overview::SaleDay {
                day: day("2026-11-18"),
                revenue_krw: 30_800_000,
            }),
            change_krw: Some(7_700_000),
            change_ratio: Some(decimal(25, 2)),
        }],
        overall: concert_overview::Overall {
            productions: 1,
            last_sale_day: Some(day("2026-11-19")),
            counted: 1,
            last_sale_day_revenue_krw: Some(38_500_000),
            compared: 1,
            previous_sale_day: Some(day("2026-11-18")),
            previous_sale_day_revenue_krw: Some(30_800_000),
            change_krw: Some(7_700_000),
            change_ratio: Some(decimal(25, 2)),
        },
    }
}

fn targets_and_sales(grain: Grain) -> Vec<target_vs_actual::Figures> {
    let period = |text, revenue_krw, target_krw, due_target_krw| target_vs_actual::PeriodFigures {
        first_day: grain.period_of(day(text)).first(),
        revenue_krw,
        target_krw,
        due_target_krw,
    };
    vec![target_vs_actual::Figures {
        production: play(),
        periods: vec![
            period("2026-11-19", 24_990_000, 28_560_000, 25_500_000),
            period("2026-12-20", 0, 31_200_000, 0),
        ],
    }]
}

/// Of the days around only yesterday and the day itself, for a short example.
fn overview(low_threshold: Decimal) -> overview::Report {
    let windows = overview::Windows::new(day("2026-11-20"));
    let mut report = overview::report(standings(), windows, low_threshold);
    let items = report.items.iter_mut().map(|row| &mut row.standing);
    let categories = report.categories.iter_mut().map(|(_, group)| &mut group.standing);
    for standing in items.chain(categories).chain([&mut report.overall.standing]) {
        standing.last_days = standing.last_days[30..32].to_vec();
    }
    report
}

fn standings() -> Vec<overview::Figures> {
    let bare = |production| overview::Figures {
        production,
        dates: overview::Dates::default(),
        break_even_krw: None,
        seats_per_performance: None,
        seat_inventory: SeatsByGrade::new(),
        performances: 0,
        seats: 0,
        revenue_krw: 0,
        target_krw: 0,
        days: BTreeMap::new(),
        next_performances: Vec::new(),
    };
    let sold = |text, revenue_krw, target_krw| {
        let figures = overview::DayFigures {
            revenue_krw,
            target_krw,
        };
        (day(text), figures)
    };
    let low = showing::Figures {
        starts_at: kst_instant(day("2026-11-25").and_hms_opt(20, 0, 0).unwrap()),
        cast: vec!["황은우".to_owned(), "임서윤".to_owned()],
        paid_share: decimal(3_071, 4),
        complimentary_share: decimal(36, 4),
        paid_seats: 86,
        complimentary_seats: 1,
    };
    let played = overview::Figures {
        dates: overview::Dates {
            sale_start: Some(day("2026-09-21")),
            sale_end: Some(day("2026-12-06")),
            run_start: Some(day("2026-11-03")),
            run_end: Some(day("2026-12-06")),
        },
        break_even_krw: Some(400_000_000),
        seats_per_performance: Some(280),
        performances: 40,
        seats: 5_303,
        revenue_krw: 269_326_200,
        target_krw: 304_800_000,
        days: BTreeMap::from([
            sold("2026-11-12", 6_100_000, 5_700_000),
            sold("2026-11-18", 4_518_800, 5_760_000),
            sold("2026-11-19", 5_594_600, 6_040_000),
            sold("2026-11-20", 0, 6_620_000),
        ]),
        next_performances: vec![low],
        ..bare(play())
    };
    vec![bare(musical_without_snapshot()), played]
}

use std::sync::{Arc, Mutex};

use domain::calendar::{Grain, Month, monday_of};
use domain::production::{Category, ProductionId};
use domain::reports::{
    ReportedProduction, break_even, concert_overview, profit_forecast, revenue, target_vs_actual, weekly_occupancy,
    weekly_overview,
};
use ports::driven::{ReportScope, ReportSourceError, Versioned};
use ports::driving::{MockReports, Question, Report, ReportError};
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
        Question::WeeklyOverview => Report::WeeklyOverview(weekly_overview()),
        Question::Revenue => Report::Revenue(revenue()),
        Question::WeeklyOccupancy => Report::WeeklyOccupancy(weekly_occupancy()),
        Question::Performances { from, to } => {
            if from.zip(to).is_some_and(|(from, to)| to < from) {
                return Err(ReportError::EmptyRange);
            }
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
        Question::TargetVsActual { grain } => {
            let rows = target_vs_actual(grain);
            Report::TargetVsActual { grain, rows }
        }
    })
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
        ..unknown.clone()
    };
    vec![unknown, known]
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

fn profit_forecast() -> Vec<profit_forecast::Row> {
    let figures = |production, played, played_krw, to_come, to_come_krw, break_even_krw| profit_forecast::Figures {
        production,
        played_performances: played,
        played_revenue_krw: played_krw,
        to_come_performances: to_come,
        to_come_revenue_krw: to_come_krw,
        break_even_krw,
    };
    vec![
        profit_forecast::Row {
            figures: figures(musical_without_snapshot(), 0, 0, 0, 0, None),
            played_mean_revenue_krw: None,
            to_come_mean_revenue_krw: None,
            projected_revenue_krw: None,
            projected_profit_krw: None,
            reason: Some(profit_forecast::Reason::NoSnapshot),
        },
        profit_forecast::Row {
            figures: figures(play(), 4, 61_200_000, 60, 551_250_000, Some(780_000_000)),
            played_mean_revenue_krw: Some(15_300_000),
            to_come_mean_revenue_krw: Some(9_187_500),
            projected_revenue_krw: Some(979_200_000),
            projected_profit_krw: Some(199_200_000),
            reason: None,
        },
    ]
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
    }
}

fn target_vs_actual(grain: Grain) -> Vec<target_vs_actual::Row> {
    let first_day = |text| match grain {
        Grain::Day => day(text),
        Grain::Week => monday_of(day(text)),
        Grain::Month => Month::of(day(text)).first_day(),
    };
    vec![target_vs_actual::Row {
        production: play(),
        periods: vec![
            target_vs_actual::Period {
                first_day: first_day("2026-11-19"),
                revenue_krw: Some(24_990_000),
                target_krw: 28_560_000,
                ratio: Some(decimal(875, 3)),
                cumulative_revenue_krw: Some(612_450_000),
                cumulative_target_krw: 648_000_000,
                cumulative_ratio: Some(decimal(9_451, 4)),
            },
            target_vs_actual::Period {
                first_day: first_day("2026-12-20"),
                revenue_krw: None,
                target_krw: 31_200_000,
                ratio: None,
                cumulative_revenue_krw: None,
                cumulative_target_krw: 679_200_000,
                cumulative_ratio: None,
            },
        ],
    }]
}

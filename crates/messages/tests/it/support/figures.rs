use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, monday_of, shift};
use domain::grade::{Grade, SeatsByGrade};
use domain::reports::casts::CastFigures;
use domain::reports::concert_overview::SaleDay;
use domain::reports::daily_brief::PerformanceDay;
use domain::reports::marketing_effect::RunningWeek;
use domain::reports::weekly_occupancy::WeekFigures;
use domain::reports::{
    Report, ReportedProduction, break_even, concert_overview, concert_profit_forecast, daily_brief, marketing_effect,
    marketing_week, outlook, profit_forecast, showing, target_sales, weekly_casts, weekly_occupancy, weekly_overview,
};
use ports::driven::{FiguresOf, Read, ReportScope, Versioned, Versions};
use rust_decimal::Decimal;

use super::{AS_OF, Company, at, day};

/// Number of a production, from which its figures follow.
fn number(production: &ReportedProduction) -> i64 {
    i64::try_from(production.id.0.as_u128()).unwrap() % 7 + 1
}

fn share(percent: i64) -> Decimal {
    Decimal::new(percent, 2)
}

fn showing(day: NaiveDate, number: i64) -> showing::Figures {
    let paid = 25 + number * 11 % 60;
    showing::Figures {
        starts_at: at(day, 19, 30),
        cast: vec!["김하늘".to_owned(), "이바다".to_owned()],
        paid_share: share(paid),
        complimentary_share: share(5),
        paid_seats: paid * 4,
        complimentary_seats: 20,
    }
}

impl Company {
    #[expect(clippy::unnecessary_wraps, reason = "it is what each source answers")]
    fn figures<R: Report, F>(&self, scope: &ReportScope, make: impl Fn(&ReportedProduction) -> F) -> Read<Vec<F>> {
        let covered: Vec<_> = R::COVERS.categories().collect();
        let about = self.productions.iter().filter(|production| {
            covered.contains(&production.category)
                && scope.visible.contains(production.id)
                && (scope.production_ids.is_empty() || scope.production_ids.contains(&production.id))
        });
        Ok(Versioned {
            versions: Versions::default(),
            value: about.map(make).collect(),
        })
    }
}

/// What is known of a production, nothing without a snapshot.
fn known<T: Default>(production: &ReportedProduction, value: T) -> T {
    if production.record_date.is_some() {
        value
    } else {
        T::default()
    }
}

fn sale_day(production: &ReportedProduction, before: i64) -> Option<SaleDay> {
    Some(SaleDay {
        day: shift(production.record_date?, -before),
        revenue_krw: number(production) * (4_321_000 - 321_500 * before),
    })
}

#[async_trait]
impl FiguresOf<daily_brief::DailyBrief> for Company {
    async fn figures(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<daily_brief::Figures>> {
        self.figures::<daily_brief::DailyBrief, _>(scope, |production| {
            let n = number(production);
            let performance_day = |before: i64, percent: i64| PerformanceDay {
                day: shift(as_of, -before),
                performances: 2,
                occupancy_sum: share(percent),
            };
            daily_brief::Figures {
                production: production.clone(),
                seats_per_performance: Some(400),
                last_sale_day: sale_day(production, 0),
                latest_day: known(production, Some(performance_day(1, 140 + n))),
                previous_day: known(production, Some(performance_day(2, 136 + 3 * n))),
                next_performances: known(
                    production,
                    (1..=n + 1)
                        .map(|later| showing(shift(as_of, later), later * n))
                        .collect(),
                ),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<concert_overview::ConcertOverview> for Company {
    async fn figures(&self, scope: &ReportScope, _: NaiveDate) -> Read<Vec<concert_overview::Figures>> {
        self.figures::<concert_overview::ConcertOverview, _>(scope, |production| {
            let n = number(production);
            concert_overview::Figures {
                production: production.clone(),
                total_revenue_krw: known(production, n * 123_456_000),
                yesterday_revenue_krw: known(production, n * 4_321_000),
                seven_day_revenue_krw: known(production, n * 28_765_000),
                last_sale_day: sale_day(production, 0),
                previous_sale_day: sale_day(production, 1),
            }
        })
    }
}

fn inventory() -> SeatsByGrade {
    SeatsByGrade::from([(Grade::Vip, 200), (Grade::R, 600), (Grade::S, 1_200)])
}

#[async_trait]
impl FiguresOf<break_even::BreakEven> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<break_even::Figures>> {
        self.figures::<break_even::BreakEven, _>(scope, |production| {
            let n = number(production);
            let sold = |(grade, seats): (Grade, i64)| (grade, seats * n / 10);
            break_even::Figures {
                production: production.clone(),
                target_share: Some(share(85)),
                sale_start: Some(day("2026-10-12")),
                sale_end: Some(day("2026-12-19")),
                seat_inventory: inventory(),
                performances: 1,
                sold_seats: known(production, inventory().into_iter().map(sold).collect()),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<target_sales::TargetSales> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<target_sales::Figures>> {
        self.figures::<target_sales::TargetSales, _>(scope, |production| target_sales::Figures {
            production: production.clone(),
            target_krw: 900_000_000,
            due_target_krw: production.record_date.map(|_| 560_000_000),
            revenue_krw: known(production, number(production) * 123_456_000),
        })
    }
}

fn sale_period() -> Option<DateRange> {
    DateRange::new(day("2026-10-12"), day("2026-12-19"))
}

#[async_trait]
impl FiguresOf<marketing_week::MarketingWeek> for Company {
    async fn figures(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<marketing_week::Figures>> {
        self.figures::<marketing_week::MarketingWeek, _>(scope, |production| marketing_week::Figures {
            production: production.clone(),
            sale_period: sale_period(),
            notes: BTreeMap::from([(monday_of(as_of), self.notes.clone())]),
        })
    }
}

#[async_trait]
impl FiguresOf<concert_profit_forecast::ConcertProfitForecast> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<concert_profit_forecast::Figures>> {
        self.figures::<concert_profit_forecast::ConcertProfitForecast, _>(scope, |production| {
            let n = number(production);
            concert_profit_forecast::Figures {
                production: production.clone(),
                sale_end: Some(day("2026-12-19")),
                seat_inventory: inventory(),
                performances: 1,
                sale_days: known(production, 6 * n),
                seats: known(production, 200 * n),
                revenue_krw: known(production, n * 23_456_000),
                break_even_krw: Some(240_000_000),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<weekly_overview::WeeklyOverview> for Company {
    async fn figures(&self, scope: &ReportScope, _: weekly_overview::Weeks) -> Read<Vec<weekly_overview::Figures>> {
        self.figures::<weekly_overview::WeeklyOverview, _>(scope, |production| {
            let n = number(production);
            let is_whole = production.knows(day("2026-11-15"));
            weekly_overview::Figures {
                production: production.clone(),
                target_share: Some(share(75)),
                performances: known(production, 8),
                occupancy_sum: known(production, share(8 * (68 + n))),
                target_krw: 70_000_000,
                due_target_krw: known(production, if is_whole { 70_000_000 } else { 36_000_000 }),
                has_targets: true,
                revenue_krw: known(production, n * 17_345_600),
                previous_revenue_krw: known(production, n * 19_234_500),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<weekly_casts::WeeklyCasts> for Company {
    async fn figures(&self, scope: &ReportScope, _: DateRange) -> Read<Vec<weekly_casts::Figures>> {
        self.figures::<weekly_casts::WeeklyCasts, _>(scope, |production| {
            let cast = |name: &str, revenue_krw| CastFigures {
                cast: vec![name.to_owned(), "이바다".to_owned()],
                revenue_krw,
                performances: 3,
            };
            weekly_casts::Figures {
                production: production.clone(),
                casts: known(production, vec![cast("김하늘", 21_000_000), cast("박새벽", 18_500_000)]),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<outlook::Outlook> for Company {
    async fn figures(&self, scope: &ReportScope, weeks: outlook::Weeks) -> Read<Vec<outlook::Figures>> {
        self.figures::<outlook::Outlook, _>(scope, |production| {
            let n = number(production);
            let days = weeks.this.days().chain(weeks.next.days()).zip(1..);
            outlook::Figures {
                production: production.clone(),
                seats_per_performance: Some(400),
                performances: known(production, days.map(|(day, place)| showing(day, place * n)).collect()),
                next_week_performances: known(production, 7),
                next_week_occupancy_sum: known(production, share(7 * (50 + n))),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<marketing_effect::MarketingEffect> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<marketing_effect::Figures>> {
        self.figures::<marketing_effect::MarketingEffect, _>(scope, |production| {
            let n = number(production);
            let mondays = || sale_period().unwrap().mondays().zip(1..);
            marketing_effect::Figures {
                production: production.clone(),
                sale_period: sale_period(),
                notes: mondays().map(|(monday, _)| (monday, self.notes.clone())).collect(),
                revenue_krw: known(
                    production,
                    mondays()
                        .map(|(monday, place)| (monday, n * (15_000_000 + place * 1_100_000)))
                        .collect(),
                ),
                running: known(
                    production,
                    RunningWeek {
                        revenue_krw: n * 9_100_000,
                        previous_revenue_krw: n * 10_400_000,
                    },
                ),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<profit_forecast::ProfitForecast> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<profit_forecast::Figures>> {
        self.figures::<profit_forecast::ProfitForecast, _>(scope, |production| {
            let n = number(production);
            profit_forecast::Figures {
                production: production.clone(),
                played_performances: known(production, 12),
                played_revenue_krw: known(production, n * 98_765_432),
                to_come_performances: known(production, 20),
                to_come_revenue_krw: known(production, n * 30_000_000),
                break_even_krw: Some(700_000_000),
            }
        })
    }
}

#[async_trait]
impl FiguresOf<weekly_occupancy::WeeklyOccupancy> for Company {
    async fn figures(&self, scope: &ReportScope, (): ()) -> Read<Vec<weekly_occupancy::Figures>> {
        self.figures::<weekly_occupancy::WeeklyOccupancy, _>(scope, |production| {
            let n = number(production);
            let until = monday_of(day(AS_OF));
            let week = |(before, place): (i64, i64)| WeekFigures {
                week_start: shift(until, -7 * before),
                performances: 8,
                paid_share_sum: share(8 * (50 + n + 4 * place)),
            };
            weekly_occupancy::Figures {
                production: production.clone(),
                weeks: known(production, (0..9).rev().zip(0..).map(week).collect()),
            }
        })
    }
}

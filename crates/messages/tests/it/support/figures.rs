use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{NaiveDate, NaiveTime};
use domain::calendar::{DateRange, monday_of, shift};
use domain::foresight::{Holidays, KnownRun, Performance, Record, Run, Takings};
use domain::grade::{Grade, SeatsByGrade};
use domain::reports::casts::CastFigures;
use domain::reports::concert_overview::SaleDay;
use domain::reports::daily_brief::PerformanceDay;
use domain::reports::marketing_effect::RunningWeek;
use domain::reports::weekly_occupancy::WeekFigures;
use domain::reports::{
    Report, ReportedProduction, break_even, concert_overview, daily_brief, forecast, marketing_effect, marketing_week,
    outlook, profit_forecast, showing, target_sales, weekly_casts, weekly_occupancy, weekly_overview,
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
        self.read.lock().unwrap().insert(R::NAME);
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
                complimentary_seats: SeatsByGrade::new(),
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

/// Three evenings of 300 seats four weeks on, on sale for three weeks, of which the last ten days are recorded.
fn run(production: &ReportedProduction, record_date: NaiveDate) -> KnownRun {
    let (n, holidays) = (number(production), Holidays::of_korea(&[]));
    let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
    let days: Vec<_> = (0..3).map(|later| shift(day("2026-12-17"), later)).collect();
    let performances = days
        .iter()
        .map(|day| Performance::new(*day, evening, 300, false, &holidays));
    let records = (0..10).rev().map(|before| {
        let sold = |performance: i64| n * 2 * (20 - before) + 5 * performance;
        let sold_seats: Vec<_> = (0..3).map(sold).collect();
        let krw: Vec<_> = sold_seats.iter().map(|seats| seats * 60_000).collect();
        Record {
            day: shift(record_date, -before),
            takings_krw: if production.category.is_stage() {
                Takings::PerPerformance(krw)
            } else {
                Takings::Total(krw.iter().sum())
            },
            sold_seats,
            is_restated: false,
        }
    });
    let sale_start = shift(record_date, -20);
    KnownRun {
        run: Run::new(
            production.category,
            Some(sale_start),
            performances.collect(),
            records.collect(),
        ),
        starts_at: days.iter().map(|day| at(*day, 19, 30)).collect(),
        break_even_krw: Some(32_000_000),
    }
}

#[async_trait]
impl FiguresOf<forecast::Forecast> for Company {
    async fn figures(&self, scope: &ReportScope, _: NaiveDate) -> Read<Vec<forecast::Figures>> {
        self.figures::<forecast::Forecast, _>(scope, |production| forecast::Figures {
            production: production.clone(),
            known: production.record_date.map(|record_date| run(production, record_date)),
            cards: Vec::new(),
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
                campaigns: Vec::new(),
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

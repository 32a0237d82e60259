//! From an outlook to an answer (Foresight 5): the only place where forecasts are rounded.

use chrono::NaiveDate;

use super::NoForecast;
use super::answer::{
    BreakEven, BreakEvenDay, Confidence, Explanation, Forecast, Interval, NoBreakEven, PerformanceForecast, RunForecast,
};
use super::data::Run;
use super::normal::Level;
use super::numbers::{day_number, day_of, four_places, real, whole};
use super::outlook::{Outlook, Upcoming};
use super::parameters::{METHOD, params_hash};
use super::prior::Experience;
use super::revenue_path::RevenuePath;

/// Days after which an origin is old.
const FRESH_DAYS: i32 = 7;
/// Record days from which a production without comparable ones speaks for itself.
const OWN_DAYS: usize = 14;
/// Past productions from which a company speaks for itself.
const COMPANY_CARDS: usize = 3;
/// With fewer record days, and no past production, the middle is withheld.
const MIN_RECORD_DAYS: usize = 3;

impl Forecast {
    /// The forecast of a run with what was known at the close of `as_of` (Foresight 3 to 5).
    pub fn of(
        run: &Run,
        experience: &Experience,
        as_of: NaiveDate,
        break_even_krw: Option<i64>,
    ) -> Result<Self, NoForecast> {
        let outlook = Outlook::new(run, experience, as_of)?;
        Ok(Self::rounded(run, experience, as_of, &outlook, break_even_krw))
    }

    /// An outlook's answer.
    pub(super) fn rounded(
        run: &Run,
        experience: &Experience,
        as_of: NaiveDate,
        outlook: &Outlook,
        break_even_krw: Option<i64>,
    ) -> Self {
        let record_days = run.known(as_of).len();
        let past_productions = experience.past_productions();
        let has_too_few_days = record_days < MIN_RECORD_DAYS && past_productions == 0;
        let confidence = if past_productions >= COMPANY_CARDS {
            Confidence::Company
        } else if record_days >= OWN_DAYS {
            Confidence::Own
        } else {
            Confidence::Prior
        };
        let rounding = Rounding {
            run,
            outlook,
            has_too_few_days,
        };
        Self {
            origin: day_of(outlook.origin),
            is_stale: day_number(as_of) - outlook.origin > FRESH_DAYS,
            method: METHOD,
            params_hash: params_hash(),
            past_productions,
            confidence,
            has_too_few_days,
            explanation: Explanation {
                pace: outlook.reasons.pace,
                last_week_pace: outlook.reasons.last_week_pace,
                class_factors: outlook.reasons.class_factors,
            },
            performances: rounding.performances(),
            run: rounding.run(break_even_krw),
        }
    }
}

struct Rounding<'a> {
    run: &'a Run,
    outlook: &'a Outlook,
    has_too_few_days: bool,
}

impl Rounding<'_> {
    /// The three quantiles of something.
    fn interval(&self, quantile: impl Fn(Level) -> f64) -> Interval<f64> {
        Interval {
            p10: quantile(Level::P10),
            p50: (!self.has_too_few_days).then(|| quantile(Level::P50)),
            p90: quantile(Level::P90),
        }
    }

    fn performances(&self) -> Vec<PerformanceForecast> {
        let mut upcoming = self.outlook.upcoming.iter().peekable();
        let mut forecasts = Vec::with_capacity(self.run.performances().len());
        for i in 0..self.run.performances().len() {
            let one = upcoming.next_if(|one| one.performance == i);
            forecasts.push(match one {
                Some(one) => self.to_come(one),
                None => self.played(i),
            });
        }
        forecasts
    }

    fn played(&self, i: usize) -> PerformanceForecast {
        let performance = &self.run.performances()[i];
        let sold = whole(self.outlook.sold[i]);
        let house = i64::from(performance.sellable_seats());
        PerformanceForecast {
            performance: i,
            days_to_go: performance.number() - self.outlook.origin,
            sold_seats: sold,
            sellable_seats: house,
            final_seats: Interval::certain(sold),
            final_revenue_krw: self.outlook.takings_by_performance_krw[i].map(|krw| Interval::certain(whole(krw))),
            sell_out_probability: f64::from(u8::from(sold >= house && house > 0)),
            own_factor: self.outlook.reasons.own_factors[i],
            comparables_weight: 0.0,
            reaches_house_limit: sold >= house,
            straight_line_seats: sold,
        }
    }

    fn to_come(&self, one: &Upcoming) -> PerformanceForecast {
        let so_far = self.outlook.takings_by_performance_krw[one.performance];
        let revenue = so_far.zip(one.price_krw).map(|(won, price)| {
            self.interval(|level| won + price * (one.quantile(level) - one.sold))
                .map(whole)
        });
        PerformanceForecast {
            performance: one.performance,
            days_to_go: one.days_to_go,
            sold_seats: whole(one.sold),
            sellable_seats: whole(one.house),
            final_seats: self.interval(|level| one.quantile(level)).map(whole),
            final_revenue_krw: revenue,
            sell_out_probability: four_places(one.sell_out_probability()),
            own_factor: self.outlook.reasons.own_factors[one.performance],
            comparables_weight: one.comparables_weight,
            reaches_house_limit: one.total >= one.seats_left(),
            straight_line_seats: whole(one.sold + self.per_day(one.sold) * f64::from(one.days_to_go)),
        }
    }

    fn run(&self, break_even_krw: Option<i64>) -> RunForecast {
        let outlook = self.outlook;
        let sold: f64 = outlook.sold.iter().sum();
        let seats = outlook.seats();
        let final_seats =
            self.interval(|level| (sold + seats.quantile(level.probability())).clamp(sold, outlook.house));
        let final_revenue_krw = outlook.revenue().map(|revenue| {
            self.interval(|level| outlook.takings_krw + revenue.quantile(level.probability()))
                .map(whole)
        });
        let left_days = f64::from(outlook.last_day - outlook.origin);
        RunForecast {
            sold_seats: whole(sold),
            sellable_seats: whole(outlook.house),
            revenue_krw: whole(outlook.takings_krw),
            final_seats: final_seats.map(whole),
            occupancy: final_seats.map(|seats| four_places(seats / outlook.house)),
            final_revenue_krw,
            break_even: break_even(break_even_krw, final_revenue_krw, RevenuePath::of(outlook)),
            straight_line_krw: whole(outlook.takings_krw + self.per_day(outlook.takings_krw) * left_days),
            straight_line_seats: whole(sold + self.per_day(sold) * left_days),
        }
    }

    /// So much a day since the sale start.
    fn per_day(&self, so_far: f64) -> f64 {
        let start = self.run.first_sale_day().map_or(self.outlook.origin, day_number);
        so_far / f64::from((self.outlook.origin - start + 1).max(1))
    }
}

fn break_even(
    break_even_krw: Option<i64>,
    final_revenue_krw: Option<Interval<i64>>,
    path: Option<RevenuePath>,
) -> Result<BreakEven, NoBreakEven> {
    let break_even_krw = break_even_krw.ok_or(NoBreakEven::NoBreakEven)?;
    let (path, revenue) = path.zip(final_revenue_krw).ok_or(NoBreakEven::NoPrice)?;
    let probabilities = path.probabilities(real(break_even_krw));
    let first = |p: f64| {
        probabilities
            .iter()
            .find(|(_, probability)| *probability >= p)
            .map(|(day, _)| *day)
    };
    Ok(BreakEven {
        break_even_krw,
        probability_by_closing: four_places(probabilities.last().map_or(0.0, |(_, probability)| *probability)),
        p50_date: first(0.5),
        p80_date: first(0.8),
        curve: probabilities
            .iter()
            .map(|(day, probability)| BreakEvenDay {
                day: *day,
                probability: four_places(*probability),
            })
            .collect(),
        profit_krw: revenue.map(|krw| krw - break_even_krw),
    })
}

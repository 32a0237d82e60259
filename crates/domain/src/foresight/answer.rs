//! A forecast as it is answered and stored (Foresight 5): rounded, with its reasons.

use chrono::NaiveDate;

/// 10, 50 and 90 of 100 outcomes are at most these. Invariant: `p10 <= p50 <= p90`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval<T> {
    /// Exceeded in 9 of 10 cases.
    pub p10: T,
    /// Exceeded in half of the cases; `None` while too few days are known (`too_few_days`).
    pub p50: Option<T>,
    /// Exceeded in 1 of 10 cases.
    pub p90: T,
}

impl<T: Copy> Interval<T> {
    /// What is certain.
    pub(super) fn certain(value: T) -> Self {
        Self {
            p10: value,
            p50: Some(value),
            p90: value,
        }
    }

    /// The same interval, of other values.
    #[must_use]
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Interval<U> {
        Interval {
            p10: f(self.p10),
            p50: self.p50.map(&mut f),
            p90: f(self.p90),
        }
    }
}

/// On what a forecast rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The prior that the product ships: of theatres in general.
    Prior,
    /// This production's own sales, of 14 record days or more.
    Own,
    /// Three past productions of the company or more.
    Company,
}

impl Confidence {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prior => "prior",
            Self::Own => "own",
            Self::Company => "company",
        }
    }
}

/// Why a run's numbers are what they are (Foresight 3, explain): each is one factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Sales so far against what the company is used to; `None` before the first sale day.
    pub pace: Option<f64>,
    /// Pace of the last seven days.
    pub last_week_pace: f64,
    /// What the run adds to the factor of each class, in the order of [`super::Class::ALL`].
    pub class_factors: [f64; 6],
}

/// One performance's forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct PerformanceForecast {
    /// Its position in [`super::Run::performances`].
    pub performance: usize,
    /// Days from the origin; 0 or less when it was played.
    pub days_to_go: i32,
    /// Seats sold at the origin.
    pub sold_seats: i64,
    /// Seats that can be sold.
    pub sellable_seats: i64,
    /// Seats sold in the end, between those sold and those that can be.
    pub final_seats: Interval<i64>,
    /// Revenue in the end, in won; `None` while prices are not known (`no_price`).
    pub final_revenue_krw: Option<Interval<i64>>,
    /// Probability that every seat is sold, 4 places.
    pub sell_out_probability: f64,
    /// How it sells against its class in this run.
    pub own_factor: f64,
    /// Weight that comparable performances have in its forecast.
    pub comparables_weight: f64,
    /// Whether the house limits the median.
    pub reaches_house_limit: bool,
    /// Its seats by the old rule: so many a day as so far, without a limit.
    pub straight_line_seats: i64,
}

/// One day of a break-even curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BreakEvenDay {
    /// The day.
    pub day: NaiveDate,
    /// Probability that break-even is reached at its close, 4 places; never falls.
    pub probability: f64,
}

/// When a run reaches its break-even (Foresight 4).
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEven {
    /// The amount, in won.
    pub break_even_krw: i64,
    /// Probability by the close of the last performance's day.
    pub probability_by_closing: f64,
    /// First day with a probability of one half; `None`: not within the run.
    pub p50_date: Option<NaiveDate>,
    /// First day with a probability of four fifths; `None`: not within the run.
    pub p80_date: Option<NaiveDate>,
    /// From the origin to the last performance.
    pub curve: Vec<BreakEvenDay>,
    /// Revenue in the end minus the amount.
    pub profit_krw: Interval<i64>,
}

/// Why there is no break-even in a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBreakEven {
    /// Nobody said what the break-even is.
    NoBreakEven,
    /// Fewer than 20 seats are sold: prices are not known.
    NoPrice,
}

impl NoBreakEven {
    /// The reason in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoBreakEven => "no_break_even",
            Self::NoPrice => "no_price",
        }
    }
}

/// The run's forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct RunForecast {
    /// Seats sold at the origin.
    pub sold_seats: i64,
    /// Seats of all performances.
    pub sellable_seats: i64,
    /// Revenue at the origin.
    pub revenue_krw: i64,
    /// Seats in the end.
    pub final_seats: Interval<i64>,
    /// Share of the seats in the end, 4 places.
    pub occupancy: Interval<f64>,
    /// Revenue in the end; `None` while prices are not known (`no_price`).
    pub final_revenue_krw: Option<Interval<i64>>,
    /// Break-even, or why not.
    pub break_even: Result<BreakEven, NoBreakEven>,
    /// Revenue by the old rule: so much a day as so far, without a limit.
    pub straight_line_krw: i64,
    /// Seats by the old rule.
    pub straight_line_seats: i64,
}

/// A forecast of one run (Foresight 5).
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Record date that it rests on; nothing later was looked at.
    pub origin: NaiveDate,
    /// Whether the origin lies more than seven days before the day asked for (`stale`).
    pub is_stale: bool,
    /// The method's name.
    pub method: &'static str,
    /// Tells the method's numbers apart.
    pub params_hash: String,
    /// Number of past productions that it was learned from.
    pub past_productions: usize,
    /// On what it rests.
    pub confidence: Confidence,
    /// Whether medians are withheld, as fewer than 3 record days and no past production are known (`too_few_days`).
    pub has_too_few_days: bool,
    /// Why it is what it is.
    pub explanation: Explanation,
    /// Every performance, played ones too, in the order of the run.
    pub performances: Vec<PerformanceForecast>,
    /// The whole run.
    pub run: RunForecast,
}

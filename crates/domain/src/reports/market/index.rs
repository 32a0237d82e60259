//! Is it us or the market? One's own sales and those of the genre, each against its weeks before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{AmountByDay, known_sum};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;
use crate::market::{ATTRIBUTION, Genre, Standing};
use crate::reports::ReportedProduction;
use crate::reports::report::{Covers, Report};

/// Windows that the last one is held against.
const BASE_WINDOWS: i64 = 4;
/// Days of a point of the series.
const SERIES_DAYS: i64 = 7;
/// Above this share of the genre a production is the market, in hundredths.
const LARGE_SHARE: i64 = 20;
/// Below this share of the base a change is none, in hundredths.
const STEADY_SHARE: i64 = 5;

/// `market/index` over windows of so many days.
#[derive(Debug)]
pub struct MarketIndex;

impl Report for MarketIndex {
    const NAME: &'static str = "market/index";
    const COVERS: Covers = Covers::All;
    const SOURCE: Option<&'static str> = Some(ATTRIBUTION);
    type Parameters = i64;
    type Window = Window;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, days: &Self::Parameters) -> Self::Window {
        Window { as_of, days: *days }
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, days: &Self::Parameters) -> Self::Answer {
        let window = Self::window(as_of, days);
        let Figures { standing, items } = figures;
        Answer {
            standing,
            items: items.into_iter().map(|item| row(item, &standing, window)).collect(),
        }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The day that is asked for.
    pub as_of: NaiveDate,
    /// Days of a window.
    pub days: i64,
}

impl Window {
    /// The last day of the windows: of the record date, the market's last day and the day before that which is asked for
    /// the earliest.
    pub fn last_day(self, record_date: Option<NaiveDate>, through: Option<NaiveDate>) -> Option<NaiveDate> {
        let known = [record_date?, shift(self.as_of, -1)];
        known.into_iter().chain(through).min()
    }

    /// All days up to the last one.
    pub fn all(self, last: NaiveDate) -> DateRange {
        let first = shift(last, 1 - (BASE_WINDOWS + 1) * self.days);
        DateRange::new(first, last).expect("windows have days")
    }

    /// The last window.
    fn now(self, last: NaiveDate) -> DateRange {
        DateRange::new(shift(last, 1 - self.days), last).expect("a window has days")
    }

    /// The windows before it.
    fn base(self, last: NaiveDate) -> DateRange {
        let all = self.all(last);
        DateRange::new(all.first(), shift(last, -self.days)).expect("a base has days")
    }
}

/// What is known of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The production.
    pub production: ReportedProduction,
    /// Its genre.
    pub genre: Genre,
    /// Its first day of sale, as entered.
    pub sale_start: Option<NaiveDate>,
    /// Its last day of sale, as entered.
    pub sale_end: Option<NaiveDate>,
    /// Its first day with sales.
    pub first_sale_day: Option<NaiveDate>,
    /// What it sold by day of purchase, in won, of the days looked at; a day without sales is not in it.
    pub sales_krw: BTreeMap<NaiveDate, i64>,
    /// What its genre sold.
    pub market_krw: AmountByDay,
    /// Whether any day of its genre is known.
    pub has_market: bool,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How the market stands.
    pub standing: Standing,
    /// The productions in scope.
    pub items: Vec<Item>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How the market stands.
    pub standing: Standing,
    /// By code.
    pub items: Vec<Row>,
}

/// What a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    /// There is none to speak of.
    Steady,
    /// The market went, and we with it.
    Market,
    /// It is ours.
    Own,
    /// Both.
    Both,
}

impl Driver {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Market => "market",
            Self::Own => "own",
            Self::Both => "both",
        }
    }

    /// That of a change: `part` is what it would have been had we gone as the market, and `base` what we sold before.
    pub fn of(change: Fraction, part: Fraction, base: Fraction) -> Self {
        let own = change - part;
        let size = |of: Fraction| if of < Fraction::ZERO { Fraction::ZERO - of } else { of };
        let hundredth = |of: Fraction, times: i64| of * Fraction::from(times);
        // Which signs they have, since products of such figures would not fit.
        let goes_with = |one: Fraction| {
            let rises = |of: Fraction| of > Fraction::ZERO;
            one != Fraction::ZERO && change != Fraction::ZERO && rises(one) == rises(change)
        };
        let outweighs = |one: Fraction, other: Fraction| size(one) >= size(other) * Fraction::from(2);
        if hundredth(size(change), 100) < hundredth(base, STEADY_SHARE) {
            Self::Steady
        } else if goes_with(part) && (!goes_with(own) || outweighs(part, own)) {
            Self::Market
        } else if goes_with(own) && (!goes_with(part) || outweighs(own, part)) {
            Self::Own
        } else {
            Self::Both
        }
    }
}

/// Why nothing can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// There is no workbook.
    NoSnapshot,
    /// The workbook tells no sale days.
    NoSaleDays,
    /// Nothing is read, or nothing of its genre.
    NoMarket,
    /// Its sale was over.
    SaleOver,
    /// Its sale began within the windows: an opening is no trend.
    TooNew,
    /// A day of the market is missing.
    MarketGap,
    /// Nothing was sold before.
    BaseZero,
    /// It is so much of the genre that it is the market.
    OwnLarge,
}

impl NotComparable {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSnapshot => "no_snapshot",
            Self::NoSaleDays => "no_sale_days",
            Self::NoMarket => "no_market",
            Self::SaleOver => "sale_over",
            Self::TooNew => "too_new",
            Self::MarketGap => "market_gap",
            Self::BaseZero => "base_zero",
            Self::OwnLarge => "own_large",
        }
    }
}

/// One production beside its genre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Its genre.
    pub genre: Genre,
    /// Last day of the windows.
    pub last_day: Option<NaiveDate>,
    /// What it sold in the last window.
    pub own_krw: Option<i64>,
    /// What it sold in a window before, in the mean of four.
    pub own_base_krw: Option<i64>,
    /// What its genre sold in the last window.
    pub market_krw: Option<i64>,
    /// What its genre sold in a window before, in the mean of four.
    pub market_base_krw: Option<i64>,
    /// Own ÷ base.
    pub own_ratio: Option<Decimal>,
    /// The same of the genre.
    pub market_ratio: Option<Decimal>,
    /// Own ratio ÷ that of the market; 1: as the market.
    pub relative_index: Option<Decimal>,
    /// Own ÷ market.
    pub share_ratio: Option<Decimal>,
    /// Own − base.
    pub change_krw: Option<i64>,
    /// What the change had been, had it gone as the market.
    pub market_part_krw: Option<i64>,
    /// The rest of it.
    pub own_part_krw: Option<i64>,
    /// What the change comes from; `None` unless it can be compared.
    pub verdict: Option<Driver>,
    /// Why it cannot be compared.
    pub reason: Option<NotComparable>,
    /// Every day of the windows.
    pub series: Vec<Point>,
}

/// One day of the series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Day of purchase.
    pub day: NaiveDate,
    /// What it sold.
    pub own_krw: Option<i64>,
    /// What its genre sold.
    pub market_krw: Option<i64>,
    /// Its last seven days ÷ a usual seven days of the base.
    pub own_index: Option<Decimal>,
    /// The same of the genre.
    pub market_index: Option<Decimal>,
}

/// Sums that are not rounded yet.
struct Sides {
    own: Option<Fraction>,
    own_base: Option<Fraction>,
    market: Option<Fraction>,
    market_base: Option<Fraction>,
}

impl Item {
    /// What was sold in a range; a day without sales sold nothing.
    fn sold(&self, range: DateRange) -> Option<i64> {
        let known = self.production.record_date.is_some() && self.production.has_sale_days;
        let days = self.sales_krw.range(range.first()..=range.last());
        known.then(|| days.map(|(_, krw)| krw).sum())
    }

    fn sides(&self, window: Window, last: NaiveDate) -> Sides {
        let mean = |sum: i64| Fraction::from(sum).over(BASE_WINDOWS);
        let (now, base) = (window.now(last), window.base(last));
        Sides {
            own: self.sold(now).map(Fraction::from),
            own_base: self.sold(base).and_then(mean),
            market: known_sum(&self.market_krw, now).map(Fraction::from),
            market_base: known_sum(&self.market_krw, base).and_then(mean),
        }
    }

    fn reason(
        &self,
        standing: &Standing,
        last: Option<NaiveDate>,
        window: Window,
        sides: &Sides,
    ) -> Option<NotComparable> {
        let Some(last) = last.filter(|_| self.production.record_date.is_some()) else {
            return Some(NotComparable::NoSnapshot);
        };
        let begins = self.sale_start.or(self.first_sale_day);
        let is_zero = |side: Option<Fraction>| side.is_none_or(|side| side == Fraction::ZERO);
        let share = sides.own.zip(sides.market).and_then(|(own, market)| own.over(market));
        let is_large = |share: Fraction| share * Fraction::from(100) > Fraction::from(LARGE_SHARE);
        let rules = [
            (!self.production.has_sale_days, NotComparable::NoSaleDays),
            (!standing.is_on() || !self.has_market, NotComparable::NoMarket),
            (self.sale_end.is_some_and(|end| end < last), NotComparable::SaleOver),
            (
                begins.is_none_or(|first| first > window.all(last).first()),
                NotComparable::TooNew,
            ),
            (
                sides.market.is_none() || sides.market_base.is_none(),
                NotComparable::MarketGap,
            ),
            (
                is_zero(sides.own_base) || is_zero(sides.market_base),
                NotComparable::BaseZero,
            ),
            (share.is_some_and(is_large), NotComparable::OwnLarge),
        ];
        rules.into_iter().find_map(|(breaks, reason)| breaks.then_some(reason))
    }

    fn series(&self, window: Window, last: NaiveDate, sides: &Sides) -> Vec<Point> {
        let all = window.all(last);
        let usual = |base: Option<Fraction>| (base? * Fraction::from(SERIES_DAYS)).over(window.days);
        let (own_usual, market_usual) = (usual(sides.own_base), usual(sides.market_base));
        let index = |sum: Option<i64>, usual: Option<Fraction>| Some(Fraction::from(sum?).over(usual?)?.round_ratio());
        let point = |day: NaiveDate| {
            let week = DateRange::new(shift(day, 1 - SERIES_DAYS), day).filter(|week| week.first() >= all.first());
            let of_day = DateRange::new(day, day).expect("a day is a range");
            Point {
                day,
                own_krw: self.sold(of_day),
                market_krw: self.market_krw.get(&day).copied(),
                own_index: index(week.and_then(|week| self.sold(week)), own_usual),
                market_index: index(week.and_then(|week| known_sum(&self.market_krw, week)), market_usual),
            }
        };
        all.days().map(point).collect()
    }
}

/// The row of one production.
pub fn row(item: Item, standing: &Standing, window: Window) -> Row {
    let last = window.last_day(item.production.record_date, standing.through);
    let unknown = Sides {
        own: None,
        own_base: None,
        market: None,
        market_base: None,
    };
    let sides = last.map_or(unknown, |last| item.sides(window, last));
    let reason = item.reason(standing, last, window, &sides);
    let series = last.map(|last| item.series(window, last, &sides));
    let over = |part: Option<Fraction>, whole: Option<Fraction>| part?.over(whole?);
    let (own_ratio, market_ratio) = (over(sides.own, sides.own_base), over(sides.market, sides.market_base));
    let change = sides.own.zip(sides.own_base).map(|(own, base)| own - base);
    let part = sides
        .own_base
        .zip(market_ratio)
        .map(|(base, ratio)| base * (ratio - Fraction::ONE));
    let whole = |of: Option<Fraction>| of.map(Fraction::round_whole);
    let rounded = |of: Option<Fraction>| of.map(Fraction::round_ratio);
    let compared = change.zip(part).zip(sides.own_base).filter(|_| reason.is_none());
    Row {
        genre: item.genre,
        last_day: last,
        own_krw: whole(sides.own),
        own_base_krw: whole(sides.own_base),
        market_krw: whole(sides.market),
        market_base_krw: whole(sides.market_base),
        own_ratio: rounded(own_ratio),
        market_ratio: rounded(market_ratio),
        relative_index: rounded(over(own_ratio, market_ratio)),
        share_ratio: rounded(over(sides.own, sides.market)),
        change_krw: whole(change),
        market_part_krw: whole(part),
        // So that the parts add up.
        own_part_krw: whole(change).zip(whole(part)).map(|(change, part)| change - part),
        verdict: compared.map(|((change, part), base)| Driver::of(change, part, base)),
        reason,
        series: series.unwrap_or_default(),
        production: item.production,
    }
}

#[cfg(test)]
mod tests;

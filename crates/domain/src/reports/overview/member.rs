use chrono::NaiveDate;

use super::{Figures, Windows};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;
use crate::reports::ReportedProduction;
use crate::reports::showing::{self, Shares};

/// What is told of a production without a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// In its row: that it sold nothing.
    InRow,
    /// In sums: nothing.
    InSums,
}

/// A production's figures, unrounded, as far as it knows them.
pub(super) struct Member<'f> {
    figures: &'f Figures,
    /// On the basis that staff mean.
    pub(super) revenue_krw: i64,
    pub(super) booked_krw: i64,
    pub(super) deposited_krw: Option<i64>,
    pub(super) profit_krw: Option<i64>,
    pub(super) seats: i64,
    pub(super) open_seats: Option<i64>,
    pub(super) target_krw: Option<i64>,
    pub(super) break_even_krw: Option<i64>,
    pub(super) yesterday_krw: Option<i64>,
    pub(super) day_before_krw: Option<i64>,
    pub(super) seven_days_krw: Option<i64>,
    pub(super) seven_days_before_krw: Option<i64>,
    pub(super) week: Span,
    pub(super) month: Span,
    /// Those of [`Windows::last_days`].
    pub(super) days: Vec<Day>,
    pub(super) performances: i64,
    /// Occupancies of the next performances, of those that know it.
    pub(super) occupancies: Vec<Fraction>,
}

/// From the first day of a week or month to yesterday or the record date, whichever comes first.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "units come last")]
pub(super) struct Span {
    pub(super) revenue_krw: Option<i64>,
    pub(super) due_target_krw: Option<i64>,
    /// Sales of the same weekdays of the week before.
    pub(super) week_before_krw: Option<i64>,
    /// Targets of the whole week or month.
    pub(super) target_krw: i64,
}

/// One day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) revenue_krw: Option<i64>,
    pub(super) target_krw: i64,
}

impl<'f> Member<'f> {
    pub(super) fn new(figures: &'f Figures, windows: Windows, telling: Telling) -> Self {
        let reader = Reader { figures, telling };
        let yesterday = windows.yesterday();
        let cap = figures.seats_per_performance.or_else(|| figures.inventory());
        let (house, is_stage) = (figures.house(), figures.production.category.is_stage());
        let occupancy = |performance| Some(shares(performance, is_stage, house)?.occupancy());
        let day = |day| Day {
            revenue_krw: reader.known(day, figures.day(day).revenue_krw),
            target_krw: figures.day(day).target_krw,
        };
        Self {
            figures,
            revenue_krw: figures.revenue_krw(),
            booked_krw: figures.booked_krw,
            deposited_krw: figures.deposited_krw,
            profit_krw: figures
                .production_cost_krw
                .map(|cost_krw| figures.revenue_krw() - cost_krw),
            seats: figures.seats,
            // Before the first workbook one performance is certain.
            open_seats: cap.map(|seats| seats * figures.performances.max(1)),
            target_krw: figures.target_krw(),
            break_even_krw: figures.break_even_krw,
            yesterday_krw: reader.sales(yesterday, yesterday),
            day_before_krw: reader.sales(shift(yesterday, -1), shift(yesterday, -1)),
            seven_days_krw: reader.sales(windows.seven_days().first(), windows.seven_days().last()),
            seven_days_before_krw: reader
                .sales(windows.seven_days_before().first(), windows.seven_days_before().last()),
            week: reader.span(windows.week(), yesterday),
            month: reader.span(windows.month(), yesterday),
            days: windows.last_days().days().map(day).collect(),
            performances: i64::try_from(figures.next_performances.len()).expect("memory holds fewer performances"),
            occupancies: figures.next_performances.iter().filter_map(occupancy).collect(),
        }
    }

    pub(super) fn production(&self) -> &ReportedProduction {
        &self.figures.production
    }

    /// Whether its sales of that day are known.
    pub(super) fn tells_of(&self, day: NaiveDate) -> bool {
        self.figures.production.tells_sales(day)
    }

    /// Whether it has a daily target above 0. Sales without are in no ratio against targets.
    pub(super) fn has_targets(&self) -> bool {
        self.figures.daily_target_krw > 0
    }
}

/// Shares of a performance: those of the workbook, and of concerts, whose workbooks have none, seats ÷ house.
pub(super) fn shares(performance: &showing::Figures, is_stage: bool, house: Option<i64>) -> Option<Shares> {
    if is_stage {
        return Some(performance.shares());
    }
    Some(Shares {
        paid: Fraction::from(performance.paid_seats).over(house?)?,
        complimentary: Fraction::from(performance.complimentary_seats).over(house?)?,
    })
}

#[derive(Clone, Copy)]
struct Reader<'f> {
    figures: &'f Figures,
    telling: Telling,
}

impl Reader<'_> {
    /// What is known of sales from `first_day` on.
    fn known(self, first_day: NaiveDate, sum: i64) -> Option<i64> {
        let production = &self.figures.production;
        match self.telling {
            Telling::InRow => production.known_sales(first_day, sum),
            Telling::InSums => production.counted(first_day, sum),
        }
    }

    fn sales(self, first: NaiveDate, last: NaiveDate) -> Option<i64> {
        self.known(first, self.sum(first, last).0)
    }

    fn span(self, period: DateRange, yesterday: NaiveDate) -> Span {
        let production = &self.figures.production;
        let first = period.first();
        let through = production.record_date.map_or(yesterday, |day| day.min(yesterday));
        let (revenue_krw, due_target_krw) = self.sum(first, through);
        let (week_before_krw, _) = self.sum(shift(first, -7), shift(through, -7));
        Span {
            revenue_krw: self.known(first, revenue_krw),
            due_target_krw: production.counted(first, due_target_krw),
            week_before_krw: production.counted(first, week_before_krw),
            target_krw: self.sum(first, period.last()).1,
        }
    }

    /// Sales and targets of the days from `first` to `last`; there may be none.
    fn sum(self, first: NaiveDate, last: NaiveDate) -> (i64, i64) {
        let Some(days) = DateRange::new(first, last) else {
            return (0, 0);
        };
        let days = self.figures.days.range(days.first()..=days.last());
        days.fold((0, 0), |(revenue_krw, target_krw), (_, day)| {
            (revenue_krw + day.revenue_krw, target_krw + day.target_krw)
        })
    }
}

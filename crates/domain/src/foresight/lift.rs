//! What a campaign is associated with, against every other week in which nothing was done (Foresight 7).

use chrono::NaiveDate;

use super::card::{Card, Fit};
use super::cell::past_cells;
use super::course::Course;
use super::data::Run;
use super::numbers::{count, day_number, days, index, median, quantile, robust_deviation, weekday};
use super::parameters::WAVE;
use crate::calendar::DateRange;

/// Longest window that is judged.
const MAX_WINDOW_DAYS: i64 = 21;
/// Days before a window that it is compared with.
const BEFORE_DAYS: usize = 14;
/// Days after it, and how many of them must be known to count.
const AFTER_DAYS: usize = 10;
const MIN_AFTER_DAYS: usize = 5;
/// Days from the sale start in which no campaign can be told from the opening.
const OPENING_DAYS: i32 = 7;
/// Placebos of the production itself from which anything is said.
const MIN_PLACEBOS: usize = 12;
/// Largest probability of a lift as large by chance at which anything is said.
const MAX_P: f64 = 0.05;
/// Deviations of a lift that is found in four of five cases.
const DETECTABLE_DEVIATIONS: f64 = 2.8;

/// Seats sold and expected of a production, day by day from its sale start on.
#[derive(Debug, Clone, PartialEq)]
pub struct DailySeats {
    start: i32,
    /// Y(d) and E(d).
    days: Vec<(f64, f64)>,
}

impl DailySeats {
    /// The days up to `as_of`, with the fit and the weekday wave of the production itself; `None` without records.
    pub fn of(run: &Run, as_of: NaiveDate) -> Option<Self> {
        let course = Course::new(run, day_number(as_of))?;
        let cells: Vec<Vec<_>> = (0..run.performances().len())
            .map(|i| past_cells(run, &course, i, &WAVE).collect())
            .collect();
        let fit = Fit::of(run, &cells);
        let log_wave = Card::log_wave(&fit, run, &cells);
        let mut all = vec![(0.0, 0.0); index(course.until - course.start) + 1];
        for (i, cells) in cells.iter().enumerate() {
            for (cell, sold) in cells {
                let Some(expected) = fit.expected(run, i, cell) else {
                    continue;
                };
                let weekday = weekday(cell.day);
                let day = &mut all[index(cell.day - course.start)];
                day.0 += sold;
                day.1 += expected * log_wave[weekday].exp() / WAVE[weekday];
            }
        }
        Some(Self {
            start: course.start,
            days: all,
        })
    }

    /// q of a window that begins at a position; `None` when too little around it is known.
    fn statistic(&self, from: usize, length: usize) -> Option<f64> {
        let before = self.log_ratio(from.checked_sub(BEFORE_DAYS)?, BEFORE_DAYS)?;
        let inside = self.log_ratio(from, length)?;
        let after_days = self.days.len().saturating_sub(from + length).min(AFTER_DAYS);
        let after = (after_days >= MIN_AFTER_DAYS)
            .then(|| self.log_ratio(from + length, after_days))
            .flatten();
        Some(inside - after.map_or(before, |after| f64::midpoint(before, after)))
    }

    fn log_ratio(&self, from: usize, length: usize) -> Option<f64> {
        let days = self.days.get(from..from + length)?;
        let (sold, expected) = days.iter().fold((0.0, 0.0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
        Some(((f64::max(sold, 0.0) + 2.0) / (expected + 2.0)).ln())
    }

    /// Every start whose window meets none of the campaigns, and the statistic there.
    fn placebos(&self, length: usize, campaigns: &[DateRange]) -> Vec<(usize, f64)> {
        let is_free = |from: usize| {
            let (first, last) = (self.start + days(from), self.start + days(from + length) - 1);
            !campaigns
                .iter()
                .any(|other| day_number(other.first()) <= last && first <= day_number(other.last()))
        };
        (0..self.days.len())
            .filter(|from| is_free(*from))
            .filter_map(|from| Some((from, self.statistic(from, length)?)))
            .collect()
    }
}

/// Why nothing can be said of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLift {
    /// It lies in the first week on sale, or meets another campaign.
    Confounded,
    /// It is longer than 21 days.
    TooLong,
    /// The campaign's days, or the 14 days before it, are not all known.
    UnknownDays,
    /// Fewer than 12 windows of the production to compare with, or all of them alike.
    TooFewPlacebos,
    /// As much happens by chance.
    NotClear,
}

/// What the days of a campaign sold beyond what they would have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lift {
    /// 0.2 is twenty percent more seats.
    pub lift_ratio: f64,
    /// The interval that placebos leave.
    pub interval_ratio: (f64, f64),
    /// Share of windows without a campaign that deviate as much, at least.
    pub p: f64,
    /// Windows of the production itself that it was compared with.
    pub placebos: usize,
    /// Smallest lift that would be found in four of five cases.
    pub minimum_detectable_ratio: f64,
    /// Why it is not to be relied on; `None` when something can be said.
    pub cannot_tell: Option<NoLift>,
}

/// The lift of a campaign (Foresight 7). `campaigns` are the other ones of the production, `others` the company's other
/// productions. `Err` when there is nothing to compute.
pub fn marketing_lift(
    own: &DailySeats,
    campaign: DateRange,
    campaigns: &[DateRange],
    others: &[DailySeats],
) -> Result<Lift, NoLift> {
    let from = day_number(campaign.first()) - own.start;
    if from < OPENING_DAYS || campaigns.iter().any(|other| campaign.intersection(*other).is_some()) {
        return Err(NoLift::Confounded);
    }
    if campaign.len_days() > MAX_WINDOW_DAYS {
        return Err(NoLift::TooLong);
    }
    let length = usize::try_from(campaign.len_days()).map_err(|_| NoLift::TooLong)?;
    let q = own.statistic(index(from), length).ok_or(NoLift::UnknownDays)?;
    let all_campaigns: Vec<DateRange> = campaigns.iter().copied().chain([campaign]).collect();
    let placebos = own.placebos(length, &all_campaigns);
    let statistics: Vec<f64> = placebos.iter().map(|(_, statistic)| *statistic).collect();
    let (centre, scale) = centre_and_scale(&statistics).ok_or(NoLift::TooFewPlacebos)?;
    let own_z = standardised(&placebos, length);
    let others_z = others
        .iter()
        .flat_map(|other| standardised(&other.placebos(length, &[]), length));
    let all_z: Vec<f64> = own_z.iter().copied().chain(others_z).collect();
    let z = (q - centre) / scale;
    let chance =
        |of: &[f64]| (1.0 + count(of.iter().filter(|other| other.abs() >= z.abs()).count())) / (1.0 + count(of.len()));
    let p = chance(&own_z).max(chance(&all_z));
    let points = |of: &[f64]| Some((quantile(of, 0.03)?, quantile(of, 0.97)?));
    let (low, high) = [points(&own_z), points(&all_z)]
        .into_iter()
        .flatten()
        .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
        .ok_or(NoLift::TooFewPlacebos)?;
    let lift = |z_of_placebo: f64| (q - centre - scale * z_of_placebo).exp_m1();
    Ok(Lift {
        lift_ratio: lift(0.0),
        interval_ratio: (lift(high), lift(low)),
        p,
        placebos: placebos.len(),
        minimum_detectable_ratio: (DETECTABLE_DEVIATIONS * scale).exp_m1(),
        cannot_tell: if placebos.len() < MIN_PLACEBOS {
            Some(NoLift::TooFewPlacebos)
        } else {
            (p > MAX_P).then_some(NoLift::NotClear)
        },
    })
}

/// Each placebo as if it were the campaign: by centre and scale of the windows that it does not meet. By those of all, its
/// own among them, it would look less unusual than a campaign that is as unusual.
fn standardised(placebos: &[(usize, f64)], length: usize) -> Vec<f64> {
    let z = |(from, statistic): &(usize, f64)| {
        let apart = placebos.iter().filter(|(other, _)| other.abs_diff(*from) >= length);
        let (centre, scale) = centre_and_scale(&apart.map(|(_, statistic)| *statistic).collect::<Vec<f64>>())?;
        Some((statistic - centre) / scale)
    };
    placebos.iter().filter_map(z).collect()
}

/// `None` when nothing varies.
fn centre_and_scale(placebos: &[f64]) -> Option<(f64, f64)> {
    let centre = median(placebos)?;
    let scale = robust_deviation(placebos, centre)?;
    (scale > 0.0).then_some((centre, scale))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{DailySeats, NoLift, marketing_lift};
    use crate::calendar::DateRange;
    use crate::foresight::numbers::{count, day_number, day_of, days};
    use crate::foresight::tests::dice::Dice;

    fn start() -> i32 {
        day_number(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap())
    }

    /// Hundred days of about 50 seats, in which some sell `factor` times as much.
    fn seats(boosted: std::ops::Range<usize>, factor: f64) -> DailySeats {
        let day = |d: usize| {
            let sold = 50.0 + 6.0 * (count(d) * 1.7).sin() + 5.0 * (count(d) * 0.31).cos();
            (if boosted.contains(&d) { sold * factor } else { sold }, 50.0)
        };
        DailySeats {
            start: start(),
            days: (0..100).map(day).collect(),
        }
    }

    fn window(from: usize, length: usize) -> DateRange {
        DateRange::new(day_of(start() + days(from)), day_of(start() + days(from + length) - 1)).unwrap()
    }

    #[test]
    fn a_planted_lift_is_found_within_its_interval() {
        let lift = marketing_lift(&seats(50..57, 1.6), window(50, 7), &[], &[seats(0..0, 1.0)]).unwrap();
        assert_eq!(lift.cannot_tell, None, "{lift:?}");
        assert!(lift.interval_ratio.0 < 0.6 && 0.6 < lift.interval_ratio.1, "{lift:?}");
        assert!(lift.interval_ratio.0 <= lift.lift_ratio && lift.lift_ratio <= lift.interval_ratio.1);
    }

    #[test]
    fn a_campaign_without_effect_is_not_told() {
        let lift = marketing_lift(&seats(0..0, 1.0), window(50, 7), &[], &[]).unwrap();
        assert_eq!(lift.cannot_tell, Some(NoLift::NotClear));
    }

    #[test]
    fn what_cannot_be_compared_is_said_to_be_so() {
        let seats = seats(0..0, 1.0);
        let of = |campaign, others: &[DateRange]| marketing_lift(&seats, campaign, others, &[]).unwrap_err();
        assert_eq!(of(window(3, 7), &[]), NoLift::Confounded);
        assert_eq!(of(window(50, 7), &[window(55, 3)]), NoLift::Confounded);
        assert_eq!(of(window(50, 22), &[]), NoLift::TooLong);
        assert_eq!(of(window(10, 7), &[]), NoLift::UnknownDays);
        assert_eq!(of(window(97, 7), &[]), NoLift::UnknownDays);
    }

    /// Ninety days of a production whose demand wanders, with one window that sells `factor` times as much.
    fn wandering(dice: &mut Dice, boosted: std::ops::Range<usize>, factor: f64) -> DailySeats {
        let mut pace = 0.0;
        let days = (0..90).map(|d| {
            pace = 0.85 * pace + dice.normal(0.07);
            let demand = 60.0 * f64::exp(pace + dice.normal(0.2));
            (
                dice.count(if boosted.contains(&d) { demand * factor } else { demand }),
                60.0,
            )
        });
        DailySeats {
            start: start(),
            days: days.collect(),
        }
    }

    #[test]
    fn chance_is_seldom_told_and_a_planted_fifth_lies_in_the_interval() {
        let mut dice = Dice::new(3);
        let others: Vec<DailySeats> = (0..2).map(|_| wandering(&mut dice, 0..0, 1.0)).collect();
        let (cases, mut told, mut held) = (200, 0, 0);
        for _ in 0..cases {
            let nothing = wandering(&mut dice, 0..0, 1.0);
            let lift = marketing_lift(&nothing, window(50, 7), &[], &others).unwrap();
            told += i32::from(lift.cannot_tell.is_none());
            let planted = wandering(&mut dice, 50..57, 1.2);
            let (low, high) = marketing_lift(&planted, window(50, 7), &[], &others)
                .unwrap()
                .interval_ratio;
            held += i32::from(low <= 0.2 && 0.2 <= high);
        }
        assert!(told * 100 <= 5 * cases, "{told} of {cases} were told");
        assert!(held * 100 >= 85 * cases, "{held} of {cases} hold the truth");
    }
}

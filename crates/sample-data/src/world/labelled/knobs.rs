//! In what ways people's workbooks differ.

use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::AGENCIES;

/// How a label says which columns it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// By a merged region.
    Merged,
    /// It stands above the first column only.
    First,
    /// It stands above each column.
    Repeated,
    /// There is one row of labels: `유료합계`, `초대R`. Such a workbook has no agencies.
    OneRow,
}

/// Which states an agency's seats are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgencyStates {
    /// In all, without a word on payment.
    Booked,
    /// Paid ones alone: there are no others.
    Deposited,
    /// Paid ones and others.
    DepositedAndPending,
    /// Paid ones and all.
    DepositedAndBooked,
}

/// Which states the total over all agencies is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaidStates {
    /// There is no such total.
    Missing,
    /// In all.
    Booked,
    /// Paid ones and others.
    DepositedAndPending,
    /// Paid ones and all.
    DepositedAndBooked,
}

impl PaidStates {
    /// Whether it says what is paid for.
    pub(super) fn tells_payment(self) -> bool {
        matches!(self, Self::DepositedAndPending | Self::DepositedAndBooked)
    }
}

/// Rows of totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Totals {
    /// There are none.
    Missing,
    /// Above the rows.
    Above,
    /// Below them.
    Below,
    /// One after every few rows, and one for all below.
    Parts,
}

/// In what ways a workbook differs from others.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent ways, and tests combine them freely"
)]
pub struct Knobs {
    /// How labels stand.
    pub labels: Labels,
    /// The states of each agency that sells; none in a workbook of totals.
    pub agencies: Vec<AgencyStates>,
    /// The states of the total.
    pub paid: PaidStates,
    /// Rows of totals.
    pub totals: Totals,
    /// Whether a play has a sheet of sale days; a concert always has one.
    pub days: bool,
    /// Whether seats are told by grade.
    pub grades: bool,
    /// Whether a play tells its shares of the house.
    pub shares: bool,
    /// Whether there is a total of paid and complimentary seats.
    pub all: bool,
    /// Whether performances have a number.
    pub numbers: bool,
    /// Numbers as `제3회`.
    pub written_numbers: bool,
    /// Whether there are weekdays.
    pub weekdays: bool,
    /// Days, times, won and shares as texts.
    pub texts: bool,
    /// The second show of a day has a blank date. Needs numbers, as the next.
    pub blank_dates: bool,
    /// Its date is that of a merged region.
    pub merged_dates: bool,
    /// A blank column within merged blocks.
    pub spacers: bool,
    /// Line breaks, wide brackets and blanks in labels.
    pub odd_labels: bool,
    /// Roles without a label of their group.
    pub bare_roles: bool,
    /// A small table directly beside the last block.
    pub table_beside: bool,
    /// A `Seat details` of a play, with the totals of the run.
    pub run_totals: bool,
    /// Nothing in the cells of agencies that sold nothing.
    pub blanks: bool,
    /// Errors in columns that nobody reads.
    pub errors_beside: bool,
    /// Rows that are blank above the heading, and columns left of it.
    pub indent: (u32, u32),
    /// Other names of the sheets.
    pub other_names: bool,
}

impl Knobs {
    /// Four agencies that everybody knows, each with what is paid for and what is not.
    pub fn with_payments() -> Self {
        Self {
            agencies: vec![AgencyStates::DepositedAndPending; 4],
            paid: PaidStates::DepositedAndPending,
            ..Self::default()
        }
    }
}

impl Default for Knobs {
    /// The plainest workbook: merged labels, two agencies, a total, grades, shares, sale days.
    fn default() -> Self {
        Self {
            labels: Labels::Merged,
            agencies: vec![AgencyStates::Booked; 2],
            paid: PaidStates::Booked,
            totals: Totals::Missing,
            days: true,
            grades: true,
            shares: true,
            all: false,
            numbers: true,
            written_numbers: false,
            weekdays: false,
            texts: false,
            blank_dates: false,
            merged_dates: false,
            spacers: false,
            odd_labels: false,
            bare_roles: false,
            table_beside: false,
            run_totals: false,
            blanks: false,
            errors_beside: false,
            indent: (0, 0),
            other_names: false,
        }
    }
}

impl Knobs {
    /// A drawn workbook that everybody reads alike.
    pub fn drawn(seed: u64) -> Self {
        let rng = &mut ChaCha8Rng::seed_from_u64(seed);
        let labels = pick(rng, &[Labels::Merged, Labels::First, Labels::Repeated, Labels::OneRow]);
        let is_plain = labels == Labels::OneRow;
        let states = [
            AgencyStates::Booked,
            AgencyStates::Deposited,
            AgencyStates::DepositedAndPending,
            AgencyStates::DepositedAndBooked,
        ];
        // Either nobody tells of payment, or everybody does.
        let tells_states = rng.random_bool(0.6);
        let count = if is_plain {
            0
        } else {
            rng.random_range(0..=AGENCIES.len())
        };
        let agencies = (0..count).map(|_| {
            if tells_states {
                pick(rng, &states[1..])
            } else {
                AgencyStates::Booked
            }
        });
        let agencies: Vec<_> = agencies.collect();
        let told = [PaidStates::DepositedAndPending, PaidStates::DepositedAndBooked];
        let paid = match (agencies.is_empty(), is_plain) {
            (_, true) => PaidStates::Booked,
            (true, false) => pick(rng, &[PaidStates::Booked, told[0], told[1]]),
            (false, false) if tells_states => pick(rng, &[PaidStates::Missing, told[0], told[1]]),
            (false, false) => pick(rng, &[PaidStates::Missing, PaidStates::Booked]),
        };
        let totals = pick(rng, &[Totals::Missing, Totals::Above, Totals::Below, Totals::Parts]);
        let mut may = |probability: f64| rng.random_bool(probability);
        let numbers = is_plain || may(0.7);
        // A row without a date of its own needs a number.
        let merged_dates = numbers && labels == Labels::Merged && may(0.4);
        Self {
            labels,
            agencies,
            paid,
            totals,
            days: may(0.7),
            grades: may(0.7),
            shares: may(0.7),
            all: !is_plain && may(0.4),
            numbers,
            written_numbers: may(0.3),
            weekdays: may(0.5),
            texts: may(0.3),
            blank_dates: numbers && !merged_dates && may(0.3),
            merged_dates,
            spacers: labels == Labels::Merged && may(0.4),
            odd_labels: may(0.4),
            bare_roles: !is_plain && may(0.3),
            table_beside: may(0.4),
            run_totals: may(0.3),
            blanks: may(0.5),
            errors_beside: may(0.3),
            indent: (u32::from(may(0.5)), u32::from(may(0.3))),
            other_names: may(0.4),
        }
    }
}

fn pick<T: Copy>(rng: &mut ChaCha8Rng, choices: &[T]) -> T {
    *choices.choose(rng).expect("there is something to choose from")
}

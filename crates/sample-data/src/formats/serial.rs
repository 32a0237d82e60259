//! Days and times as the numbers that spreadsheets keep.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::workbook::{Address, Cell, Sheet};

/// From when a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateSystem {
    /// 1 January 1900 is day 1, and a 29 February 1900 that never was is counted.
    #[default]
    Since1900,
    /// 1 January 1904 is day 0, as old Macs had it.
    Since1904,
}

impl DateSystem {
    /// The day that counts as 0. For 1900 that holds from 1 March 1900 on, which is all that sales need.
    fn epoch(self) -> NaiveDate {
        let epoch = match self {
            Self::Since1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
            Self::Since1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        };
        epoch.expect("a date of the calendar")
    }

    /// The serial number of a day.
    pub fn date(self, date: NaiveDate) -> f64 {
        let days = (date - self.epoch()).num_days();
        f64::from(i32::try_from(days).expect("chrono's days fit"))
    }

    /// The serial number of a moment.
    pub fn date_time(self, moment: NaiveDateTime) -> f64 {
        self.date(moment.date()) + time(moment.time())
    }
}

/// How a program writes the binary formats, `.xls` and `.xlsb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent ways, and tests combine them freely"
)]
pub struct BinaryStyle {
    /// From when it counts days.
    pub dates: DateSystem,
    /// Texts in a table of the workbook, whole numbers in their short form: as Excel does. Else each cell has its own text
    /// and eight bytes for each number.
    pub compact: bool,
    /// Cells of `.xlsb` behind another one do not say in which column they are, as `SheetJS` leaves it out.
    pub implied_columns: bool,
    /// Rows, and the cells of each, from the last to the first.
    pub is_backwards: bool,
    /// Cells of A1 only, whatever there is.
    pub wrong_dimension: bool,
    /// The state of the last sheet: 0 is visible, 1 hidden, 2 hidden from the menu; others mean nothing.
    pub last_sheet_state: u8,
}

impl BinaryStyle {
    /// The cells of a sheet as they are written one after the other.
    pub(super) fn cells(self, sheet: &Sheet) -> Vec<(Address, &Cell)> {
        let mut cells: Vec<_> = sheet.cells().collect();
        if self.is_backwards {
            cells.reverse();
        }
        cells
    }

    /// A number in its short form of four bytes: a whole one, or hundredths of one.
    pub(super) fn short(self, number: f64) -> Option<u32> {
        const WHOLE: u32 = 2;
        const HUNDREDTHS: u32 = 1;
        let units = |number: f64, flags: u32| {
            let fits = number.fract() == 0.0 && number.abs() < f64::from(1 << 29);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number of 30 bits, whose sign is the first of them"
            )]
            fits.then_some(((number as i32) << 2) as u32 | flags)
        };
        if !self.compact {
            return None;
        }
        let hundredths = number * 100.0;
        units(number, WHOLE).or_else(|| {
            units(hundredths, WHOLE | HUNDREDTHS).filter(|_| (hundredths / 100.0).to_bits() == number.to_bits())
        })
    }
}

/// The fraction of the day that has passed.
pub(super) fn time(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}

/// How a number shows itself; each format has a style for each of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    General,
    Thousands,
    Percent,
    Date,
    Time,
    DateTime,
}

impl Look {
    pub(super) const ALL: [Self; 6] = [
        Self::General,
        Self::Thousands,
        Self::Percent,
        Self::Date,
        Self::Time,
        Self::DateTime,
    ];

    /// The number format's code, as a person would type it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::General => "General",
            Self::Thousands => "#,##0",
            Self::Percent => "0.0%",
            Self::Date => "yyyy.mm.dd",
            Self::Time => "hh:mm",
            Self::DateTime => "yyyy.mm.dd hh:mm",
        }
    }

    /// Number of the built-in format, or one from 164 on, where those of the workbook's own begin.
    pub(super) fn format_id(self) -> u16 {
        match self {
            Self::General => 0,
            Self::Thousands => 3,
            Self::Percent => 164,
            Self::Date => 165,
            Self::Time => 166,
            Self::DateTime => 167,
        }
    }

    /// The looks whose format is the workbook's own.
    pub(super) fn custom() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|look| 164 <= look.format_id())
    }

    /// Position in [`Look::ALL`].
    pub(super) fn index(self) -> u16 {
        let position = Self::ALL
            .into_iter()
            .position(|look| look == self)
            .expect("ALL has every look");
        u16::try_from(position).expect("a handful")
    }
}

/// A cell's number and look, when it is a number to the file: dates and times are numbers with a look.
pub(super) fn number(cell: &Cell, dates: DateSystem) -> Option<(f64, Look)> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 => Some((*number, Look::Thousands)),
        Cell::Number(number) => Some((*number, Look::General)),
        Cell::Percent(number) => Some((*number, Look::Percent)),
        Cell::Date(date) => Some((dates.date(*date), Look::Date)),
        Cell::Time(at) => Some((time(*at), Look::Time)),
        Cell::DateTime(moment) => Some((dates.date_time(*moment), Look::DateTime)),
        Cell::Empty | Cell::Text(_) | Cell::Iso(_) | Cell::Bool(_) | Cell::Error(_) | Cell::Formula { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_those_of_excel() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
        assert_eq!(DateSystem::Since1900.date(day).to_string(), "46345");
        assert_eq!(DateSystem::Since1904.date(day).to_string(), "44883");
        assert_eq!(
            DateSystem::Since1900
                .date_time(day.and_hms_opt(18, 0, 0).unwrap())
                .to_string(),
            "46345.75"
        );
    }
}

//! Which rows of a sheet with headings are data.

use chrono::{Datelike, NaiveDate};
use domain::diagnostics::DiagnosticCode;
use domain::headings::Role;

use super::Headed;
use super::columns::HeadedColumns;
use super::values::whole_value;
use crate::label::visible;
use crate::rows::Found;
use crate::rows::cell::CellValue;
use crate::rows::dates::{MinuteOfDay, read_day, weekday_of};
use crate::rows::log::SheetLog;
use crate::rows::row::{Notation, Row};

/// A data row with its day and time, and no figures yet.
pub(super) struct Line {
    pub(super) day: Found<NaiveDate>,
    pub(super) time: Option<MinuteOfDay>,
    /// Which performance of the run it is.
    pub(super) number: Option<i64>,
}

/// What stands in the date cell of a row.
#[derive(Clone, Copy)]
enum DateCell {
    Blank,
    Day(NaiveDate),
    Unusable,
    Other,
}

impl Headed<'_> {
    /// The day and time of a data row. Of any other row it is told what must not be lost in silence.
    pub(super) fn line(&mut self, row: &Row<'_>, headed: &HeadedColumns, log: &mut SheetLog<'_>) -> Option<Line> {
        let date = date_cell(row, headed.date);
        let at = row.address(headed.date);
        if let DateCell::Unusable = date {
            row.note_unusable(headed.date, row.cells.get(headed.date), log);
            return None;
        }
        if self.headings.role == Role::Days {
            return match date {
                DateCell::Day(value) => Some(Line {
                    day: Found {
                        slot: headed.date,
                        value,
                    },
                    time: None,
                    number: None,
                }),
                DateCell::Blank | DateCell::Unusable | DateCell::Other => {
                    self.note_dropped(row, headed, date, log);
                    None
                }
            };
        }
        let number = headed.number.and_then(|slot| performance_number(row.cells.get(slot)));
        let has_number = number.is_some();
        let has_time = headed
            .time
            .is_none_or(|slot| row.shared(slot).value != CellValue::Blank);
        let value = match date {
            DateCell::Day(day) if has_number || has_time => day,
            DateCell::Blank if has_number => {
                let Some(day) = self.day_above(row, headed) else {
                    log.cell(DiagnosticCode::MissingDate, at, None);
                    return None;
                };
                day
            }
            DateCell::Other if has_number => {
                let text = row.cells.get(headed.date).text();
                log.cell(DiagnosticCode::NotADate, at, Some(&text));
                return None;
            }
            _ => {
                self.note_dropped(row, headed, date, log);
                return None;
            }
        };
        let time = match headed.time {
            Some(slot) => self.time(row, slot, log),
            None => self.concert_time(),
        };
        Some(Line {
            day: Found {
                slot: headed.date,
                value,
            },
            time,
            number,
        })
    }

    /// Notes what is peculiar about the day of a data row.
    pub(super) fn note_day(&mut self, row: &Row<'_>, headed: &HeadedColumns, line: &Line, log: &mut SheetLog<'_>) {
        if let CellValue::Text(text) = row.cells.get(headed.date) {
            self.note_text_date(row, headed.date, text, log);
            if read_day(text).is_some_and(|written| written.has_other_weekday) {
                log.cell(DiagnosticCode::WeekdayMismatch, row.address(headed.date), Some(text));
            }
        }
        if let Some(slot) = headed.weekday
            && let CellValue::Text(text) = row.cells.get(slot)
            && weekday_of(text).is_some_and(|weekday| weekday != line.day.value.weekday())
        {
            log.cell(DiagnosticCode::WeekdayMismatch, row.address(slot), Some(text));
        }
    }

    /// The day of the show directly above, if this one can be a later one of that day.
    fn day_above(&self, row: &Row<'_>, headed: &HeadedColumns) -> Option<NaiveDate> {
        let (above, day, earlier) = self.before?;
        let later = row.own_time(headed.time?)?;
        let is_weekday_right = headed.weekday.is_none_or(|slot| match row.cells.get(slot) {
            CellValue::Text(text) => weekday_of(text).is_none_or(|weekday| weekday == day.weekday()),
            _ => true,
        });
        let follows = above + 1 == row.number && is_weekday_right && earlier?.0 < later.0;
        follows.then_some(day)
    }

    fn time(&mut self, row: &Row<'_>, slot: usize, log: &mut SheetLog<'_>) -> Option<MinuteOfDay> {
        let time = row.time_of(slot, log);
        if time.is_some()
            && let CellValue::Text(text) = row.cells.get(slot)
        {
            self.note_text_date(row, slot, text, log);
        }
        time
    }

    fn concert_time(&self) -> Option<MinuteOfDay> {
        use chrono::Timelike;

        let time = self.headings.house.concert_time?;
        u16::try_from(time.hour() * 60 + time.minute()).ok().map(MinuteOfDay)
    }

    /// Notes a row with figures that is no data.
    fn note_dropped(&self, row: &Row<'_>, headed: &HeadedColumns, date: DateCell, log: &mut SheetLog<'_>) {
        let mut sums = headed.sums().iter();
        let has_figures = sums.any(|(slot, _)| match row.cells.get(*slot) {
            CellValue::Uncalculated => true,
            value => whole_value(value).is_some_and(|value| value != 0),
        });
        if self.is_beyond_region || !has_figures {
            return;
        }
        let at = row.address(headed.date);
        match date {
            DateCell::Blank => log.cell(DiagnosticCode::MissingDate, at, None),
            DateCell::Day(_) => {
                let time = headed.time.map_or(at, |slot| row.address(slot));
                log.cell(DiagnosticCode::MissingTime, time, None);
            }
            DateCell::Unusable | DateCell::Other => {
                let text = row.cells.get(headed.date).text();
                log.cell(DiagnosticCode::NotADate, at, Some(&text));
            }
        }
    }

    /// Notes a date or time that is written as text, once for a column.
    fn note_text_date(&mut self, row: &Row<'_>, slot: usize, text: &str, log: &mut SheetLog<'_>) {
        if row.notation != Notation::Written && !std::mem::replace(&mut self.noted_dates[slot], true) {
            log.cell(DiagnosticCode::TextDate, row.address(slot), Some(text));
        }
    }
}

fn date_cell(row: &Row<'_>, slot: usize) -> DateCell {
    let day = match (row.cells.get(slot), row.notation) {
        (CellValue::Blank, _) => return DateCell::Blank,
        (CellValue::Error(_) | CellValue::Uncalculated, _) => return DateCell::Unusable,
        (CellValue::Number(number), Notation::Cells(system)) => system.day(number),
        (CellValue::Text(text), _) => read_day(text).map(|written| written.day),
        (CellValue::Number(_) | CellValue::Bool(_), _) => None,
    };
    day.map_or(DateCell::Other, DateCell::Day)
}

/// The number of a performance that a cell holds: `12`, `12회`, `제12회`.
fn performance_number(value: CellValue<'_>) -> Option<i64> {
    let number = match value {
        CellValue::Number(number) => crate::number::whole_number(number)?,
        CellValue::Text(text) => {
            let text = visible(text);
            let text = text.strip_prefix('제').unwrap_or(&text);
            let digits = text.strip_suffix('회').unwrap_or(text).trim();
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| is_plain)?
        }
        _ => return None,
    };
    (number >= 1).then_some(number)
}

//! Sheets that people's own headings tell the columns of.
//!
//! Such a sheet ends in the same sales as one with markers, by the same findings and limits. Only which row is data, what a
//! text means, and where a total comes from are said by other rules.

mod checks;
mod columns;
mod figures;
mod groups;
mod held;
mod lines;
mod values;

use chrono::NaiveDate;
use domain::agency::AgencyCode;
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::grade::SeatsByGrade;
use domain::headings::{ColumnContents, DataRows, RecognisedSheet, Role};
use domain::sales::AgencyPerformanceFacts;
use ports::driven::House;
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use self::checks::CheckRows;
pub(crate) use self::columns::HeadedColumns;
pub(crate) use self::held::HeldRows;
pub(super) use self::values::{is_dash, whole_value};
use super::Found;
use super::dates::MinuteOfDay;
use super::log::SheetLog;
use super::row::Row;

/// What reading a sheet without markers must know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Headings<'a> {
    pub(crate) role: Role,
    pub(crate) is_stage: bool,
    pub(crate) record_date: NaiveDate,
    pub(crate) house: &'a House,
}

/// A data row of such a sheet.
#[derive(Debug)]
pub(crate) struct HeadedRow {
    pub(crate) day: Found<NaiveDate>,
    /// When a performance begins; `None` for sale days, or where it cannot be read.
    pub(crate) time: Option<MinuteOfDay>,
    /// Which performance of the run it is.
    pub(crate) number: Option<i64>,
    /// `None` where a figure cannot be read.
    pub(crate) figures: Option<RowFigures>,
}

/// A figure, and the cell to which findings about it belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) value: i64,
    pub(crate) cell: CellAddress,
}

/// The figures of a row.
#[derive(Debug)]
pub(crate) struct RowFigures {
    pub(crate) seats: Placed,
    /// `None` for performances of concerts.
    pub(crate) revenue: Option<Placed>,
    pub(crate) seats_by_grade: SeatsByGrade,
    pub(crate) complimentary: Placed,
    pub(crate) complimentary_by_grade: SeatsByGrade,
    pub(crate) deposited_seats: Option<i64>,
    pub(crate) deposited_krw: Option<i64>,
    /// Deposited, paid and complimentary, of a play's performance.
    pub(crate) shares: Option<Shares>,
    pub(crate) agencies: Vec<AgencyFigures>,
}

impl RowFigures {
    /// Notes won without a seat, and paid seats without won.
    pub(crate) fn note_revenue_and_seats(&self, log: &mut SheetLog<'_>) {
        let Some(revenue) = self.revenue else { return };
        if revenue.value != 0 && self.seats.value == 0 {
            let value = revenue.value.to_string();
            log.cell(DiagnosticCode::RevenueWithoutSeats, revenue.cell, Some(&value));
        }
        if revenue.value == 0 && self.seats.value > 0 {
            let value = self.seats.value.to_string();
            log.cell(DiagnosticCode::SeatsWithoutRevenue, self.seats.cell, Some(&value));
        }
    }
}

/// Shares of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) deposit: Option<Decimal>,
    pub(crate) paid: Decimal,
    pub(crate) complimentary: Decimal,
}

/// What one agency sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AgencyFigures {
    pub(crate) agency: AgencyCode,
    pub(crate) sold: AgencyPerformanceFacts,
}

/// What has been seen of the rows of such a sheet.
#[derive(Debug)]
pub(crate) struct Headed<'a> {
    headings: Headings<'a>,
    /// Columns whose texts have been noted.
    noted_numbers: Vec<bool>,
    noted_dates: Vec<bool>,
    /// Columns of which it has been told that nobody knows them, or that they differ.
    told: Vec<bool>,
    checks: CheckRows,
    /// The last row that is not blank.
    last_filled: u32,
    is_beyond_region: bool,
    /// Row, day and time of the data row before.
    before: Option<(u32, NaiveDate, Option<MinuteOfDay>)>,
    data_rows: Option<DataRows>,
    contents: Vec<ColumnContents>,
    /// The whole numbers of a row, in the order of its columns of seats and won; `None` where a cell holds none.
    wholes: Vec<Option<i64>>,
}

/// Values of a column that people are shown.
const SAMPLES: usize = 3;

impl<'a> Headed<'a> {
    /// Nothing of a sheet with this heading.
    pub(crate) fn new(headings: Headings<'a>, slots: usize, headed: &HeadedColumns) -> Self {
        let contents = headed.heading.columns.iter().map(|column| ColumnContents {
            sum: column.meaning.is_sum().then_some(0),
            sample: Vec::new(),
        });
        Self {
            headings,
            noted_numbers: vec![false; slots],
            noted_dates: vec![false; slots],
            told: vec![false; slots],
            checks: CheckRows::new(headed.sums().len()),
            last_filled: headed.heading.row,
            is_beyond_region: false,
            before: None,
            data_rows: None,
            contents: contents.collect(),
            wholes: Vec::with_capacity(headed.sums().len()),
        }
    }

    /// Reads a row: what of it is data, if any is.
    pub(crate) fn row(&mut self, row: &Row<'_>, headed: &HeadedColumns, log: &mut SheetLog<'_>) -> Option<HeadedRow> {
        self.look_where_the_region_ends(row, headed);
        if headed.is_check_row(row) {
            self.take_wholes(row, headed);
            self.checks.take(row, headed, &self.wholes);
            return None;
        }
        let line = self.line(row, headed, log)?;
        self.take_wholes(row, headed);
        self.checks.add(&self.wholes);
        let is_ahead = self.headings.role == Role::Days && line.day.value > self.headings.record_date;
        self.before = Some((row.number, line.day.value, line.time));
        if is_ahead {
            // A template for a day to come.
            return None;
        }
        self.note_day(row, headed, &line, log);
        let figures = self.figures(row, headed, line.day.slot, log);
        self.keep_contents(row, headed);
        let count = self.data_rows.map_or(0, |rows| rows.count);
        self.data_rows = Some(DataRows {
            first: self.data_rows.map_or(row.number, |rows| rows.first),
            last: row.number,
            count: count + 1,
        });
        Some(HeadedRow {
            day: line.day,
            time: line.time,
            number: line.number,
            figures,
        })
    }

    /// Bytes that are kept of rows of totals, estimated.
    pub(crate) fn kept_bytes(&self) -> usize {
        self.checks.kept_bytes()
    }

    /// Notes what is known only when all rows are read, and says what was recognised.
    pub(crate) fn finish(self, headed: HeadedColumns, sheet: &str, log: &mut SheetLog<'_>) -> RecognisedSheet {
        self.checks.finish(log);
        RecognisedSheet {
            sheet: sheet.to_owned(),
            role: self.headings.role,
            signature: signature(&headed, self.headings.role),
            data_rows: self.data_rows,
            check_rows: self.checks.rows,
            contents: self.contents,
            heading: headed.heading,
        }
    }

    fn look_where_the_region_ends(&mut self, row: &Row<'_>, headed: &HeadedColumns) {
        if !headed.is_filled(row) {
            return;
        }
        // Two blank rows between.
        self.is_beyond_region |= row.number > self.last_filled + 2;
        self.last_filled = row.number;
    }

    fn take_wholes(&mut self, row: &Row<'_>, headed: &HeadedColumns) {
        let sums = headed.sums().iter();
        self.wholes.clear();
        self.wholes
            .extend(sums.map(|(slot, _)| values::whole_value(row.cells.get(*slot))));
    }

    fn keep_contents(&mut self, row: &Row<'_>, headed: &HeadedColumns) {
        for ((_, place), whole) in headed.sums().iter().zip(&self.wholes) {
            if let Some(sum) = &mut self.contents[*place].sum {
                *sum = sum.saturating_add(whole.unwrap_or(0));
            }
        }
        for (slot, place) in headed.placed() {
            let contents = &mut self.contents[place];
            if contents.sample.len() < SAMPLES {
                let text = row.cells.get(slot).text();
                if !text.is_empty() {
                    contents.sample.push(text.chars().take(MAX_SAMPLE_CHARS).collect());
                }
            }
        }
    }
}

/// Longest part of a value that people are shown.
const MAX_SAMPLE_CHARS: usize = 100;

/// The first digits of the hash of all labels.
fn signature(headed: &HeadedColumns, role: Role) -> String {
    use std::fmt::Write;

    let labelled = headed.heading.columns.iter();
    let labelled = labelled.filter(|column| column.upper.is_some() || column.lower.is_some());
    let lines: Vec<String> = labelled
        .map(|column| {
            let normal =
                |label: &Option<String>| label.as_deref().map(domain::headings::normalised).unwrap_or_default();
            format!(
                "{}\u{1F}{}\u{1F}{}",
                role.code(),
                normal(&column.upper),
                normal(&column.lower)
            )
        })
        .collect();
    let digest = Sha256::digest(lines.join("\n").as_bytes());
    digest.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

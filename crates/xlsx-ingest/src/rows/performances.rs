//! Rows of a sheet of performances.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use domain::calendar::kst_instant;
use domain::diagnostics::DiagnosticCode;
use domain::limits::MAX_NAME_CHARS;
use domain::sales::{AgencyPerformance, PerformanceDetails, PerformanceSale, StageFigures};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::cell::CellValue;
use super::dates::MinuteOfDay;
use super::headed::AgencyFigures;
use super::kept::{row_bytes, text_bytes};
use super::log::SheetLog;
use super::row::Row;
use super::{Found, HeadedRow, RowRules};
use crate::layout::{Figure, SheetKind};

/// Longest remark that is kept.
const MAX_REMARK_CHARS: usize = 2_000;

/// Sales per performance, as far as they were read.
#[derive(Debug)]
pub(crate) struct PerformanceRows {
    pub(crate) sales: Vec<PerformanceSale>,
    /// What agencies sold, where the sheet tells it.
    pub(crate) agencies: Vec<AgencyPerformance>,
    is_stage: bool,
    starts: HashSet<NaiveDateTime>,
    kept_bytes: usize,
}

impl PerformanceRows {
    /// Rows of a play or musical, or of a concert.
    pub(crate) fn new(is_stage: bool) -> Self {
        Self {
            sales: Vec::new(),
            agencies: Vec::new(),
            is_stage,
            starts: HashSet::new(),
            kept_bytes: 0,
        }
    }

    /// Whether no performance before starts at the same minute.
    fn note_start(&mut self, row: &Row<'_>, date_slot: usize, start: NaiveDateTime, log: &mut SheetLog<'_>) -> bool {
        let is_new = self.starts.insert(start);
        if !is_new {
            let value = start.format("%Y-%m-%d %H:%M").to_string();
            log.cell(
                DiagnosticCode::DuplicatePerformance,
                row.address(date_slot),
                Some(&value),
            );
        }
        is_new
    }
}

impl RowRules for PerformanceRows {
    const KIND: SheetKind = SheetKind::Performances;

    fn read(&mut self, row: &Row<'_>, day: Found<NaiveDate>, log: &mut SheetLog<'_>) {
        let start = row.time(log).and_then(|time| start(day.value, time));
        let is_new = start.is_some_and(|start| self.note_start(row, day.slot, start, log));

        let paid = non_negative(row, Figure::Paid, log);
        let complimentary = non_negative(row, Figure::Complimentary, log);
        let (paid_grades, complimentary_grades) = (&row.columns.paid_grades, &row.columns.complimentary_grades);
        // The first row names all grades.
        let may_lack = !self.sales.is_empty();
        let paid_by_grade = row.seats_by_grade(paid_grades, may_lack, DiagnosticCode::NegativeSeats, log);
        let complimentary_by_grade =
            row.seats_by_grade(complimentary_grades, may_lack, DiagnosticCode::NegativeSeats, log);
        row.note_grade_sum(paid, paid_grades, paid_by_grade.as_ref(), log);
        row.note_grade_sum(
            complimentary,
            complimentary_grades,
            complimentary_by_grade.as_ref(),
            log,
        );
        let stage = if self.is_stage {
            stage_figures(row, paid, log)
        } else {
            None
        };
        let cast = cast(row, log);

        let (Some(start), Some(paid), Some(complimentary)) = (start, paid, complimentary) else {
            return;
        };
        let (Some(paid_by_grade), Some(complimentary_by_grade), Some(Cast { names: cast, .. })) =
            (paid_by_grade, complimentary_by_grade, cast)
        else {
            return;
        };
        if is_new && stage.is_some() == self.is_stage {
            self.kept_bytes += row_bytes::<PerformanceSale>(&[&paid_by_grade, &complimentary_by_grade], &cast);
            self.sales.push(PerformanceSale {
                starts_at: kst_instant(start),
                cast,
                paid_seats: paid.value,
                complimentary_seats: complimentary.value,
                paid_seats_by_grade: paid_by_grade,
                complimentary_seats_by_grade: complimentary_by_grade,
                stage,
                details: PerformanceDetails::default(),
            });
        }
    }

    fn read_headed(&mut self, row: &Row<'_>, line: HeadedRow, log: &mut SheetLog<'_>) {
        let start = line.time.and_then(|time| start(line.day.value, time));
        let is_new = start.is_some_and(|start| self.note_start(row, line.day.slot, start, log));
        let cast = cast(row, log);
        let (Some(start), Some(cast), Some(figures)) = (start, cast, line.figures) else {
            return;
        };
        if self.is_stage {
            if let Some(revenue) = figures.revenue.filter(|revenue| revenue.value < 0) {
                let value = revenue.value.to_string();
                log.cell(DiagnosticCode::NegativeSale, revenue.cell, Some(&value));
            }
            figures.note_revenue_and_seats(log);
        }
        let stage = figures
            .revenue
            .zip(figures.shares)
            .map(|(revenue, shares)| StageFigures {
                revenue_krw: revenue.value,
                deposit_share: shares.deposit,
                paid_share: shares.paid,
                complimentary_share: shares.complimentary,
            });
        if !is_new || stage.is_some() != self.is_stage {
            return;
        }
        let starts_at = kst_instant(start);
        let grades = [&figures.seats_by_grade, &figures.complimentary_by_grade];
        self.kept_bytes += row_bytes::<PerformanceSale>(&grades, &cast.names) + text_bytes(&cast.roles);
        for AgencyFigures { agency, sold } in figures.agencies {
            self.kept_bytes += row_bytes::<AgencyPerformance>(&[&sold.seats_by_grade], &[]);
            self.agencies.push(AgencyPerformance {
                starts_at,
                agency,
                sold,
            });
        }
        let remark = remark(row);
        self.kept_bytes += text_bytes(remark.as_slice());
        self.sales.push(PerformanceSale {
            starts_at,
            cast: cast.names,
            paid_seats: figures.seats.value,
            complimentary_seats: figures.complimentary.value,
            paid_seats_by_grade: figures.seats_by_grade,
            complimentary_seats_by_grade: figures.complimentary_by_grade,
            stage,
            details: PerformanceDetails {
                number: line.number,
                remark,
                roles: Some(cast.roles),
                deposited_seats: figures.deposited_seats,
                deposited_krw: figures.deposited_krw,
            },
        });
    }

    fn finish(&mut self, _: &mut SheetLog<'_>) {}

    fn kept_bytes(&self) -> usize {
        self.kept_bytes
    }
}

fn start(day: NaiveDate, time: MinuteOfDay) -> Option<NaiveDateTime> {
    let midnight = day.and_hms_opt(0, 0, 0)?;
    midnight.checked_add_signed(TimeDelta::minutes(i64::from(time.0)))
}

fn non_negative(row: &Row<'_>, figure: Figure, log: &mut SheetLog<'_>) -> Option<Found<i64>> {
    let seats = row.seats(figure, log)?;
    row.note_negative(seats, DiagnosticCode::NegativeSeats, log);
    Some(seats)
}

fn stage_figures(row: &Row<'_>, paid: Option<Found<i64>>, log: &mut SheetLog<'_>) -> Option<StageFigures> {
    let revenue = row.won(Figure::Revenue, log);
    if let Some(revenue) = revenue {
        row.note_negative(revenue, DiagnosticCode::NegativeSale, log);
    }
    row.note_revenue_and_seats(revenue, paid, log);
    let deposit_share = row.share(Figure::DepositShare, log);
    let paid_share = row.share(Figure::PaidShare, log);
    let complimentary_share = row.share(Figure::ComplimentaryShare, log);
    Some(StageFigures {
        revenue_krw: revenue?.value,
        deposit_share: Some(deposit_share?),
        paid_share: paid_share?,
        complimentary_share: complimentary_share?,
    })
}

/// Who plays, and what.
#[derive(Default)]
struct Cast {
    names: Vec<String>,
    /// As many, where a heading tells them; else none.
    roles: Vec<String>,
}

/// Who plays; `None` when a cell holds an error or a formula without value.
fn cast(row: &Row<'_>, log: &mut SheetLog<'_>) -> Option<Cast> {
    let mut cast = Some(Cast::default());
    for slot in &row.columns.casts {
        let cell = row.shared(*slot).value;
        match cell {
            CellValue::Blank => log.cell(DiagnosticCode::MissingCast, row.address(*slot), None),
            CellValue::Error(_) | CellValue::Uncalculated => {
                row.note_unusable(*slot, cell, log);
                cast = None;
            }
            value => {
                if let Some(cast) = &mut cast {
                    cast.names.push(clean(&value.text(), MAX_NAME_CHARS));
                    let headed = row.columns.headed.as_ref();
                    let role = headed.and_then(|headed| headed.role(*slot));
                    cast.roles.extend(role.map(|role| clean(role, MAX_NAME_CHARS)));
                }
            }
        }
    }
    cast
}

/// What somebody wrote beside a performance. Digits alone are no remark.
fn remark(row: &Row<'_>) -> Option<String> {
    let slot = row.columns.headed.as_ref()?.remark?;
    let CellValue::Text(text) = row.shared(slot).value else {
        return None;
    };
    let text = clean(text, MAX_REMARK_CHARS);
    let says_something = text.chars().any(|c| !c.is_numeric());
    says_something.then_some(text)
}

/// A name as it is compared.
pub(super) fn clean_name(text: &str) -> String {
    clean(text, MAX_NAME_CHARS)
}

/// A text as it is compared: composed, with single spaces, without control characters.
fn clean(text: &str, most_chars: usize) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let mut clean = String::with_capacity(text.len());
    for word in words.filter(|word| !word.is_empty()) {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(word);
    }
    if is_nfc_quick(clean.chars()) != IsNormalized::Yes {
        clean = clean.nfc().collect();
    }
    match clean.char_indices().nth(most_chars) {
        Some((end, _)) => clean[..end].trim_end().to_owned(),
        None => clean,
    }
}

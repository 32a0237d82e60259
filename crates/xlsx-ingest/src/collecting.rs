//! Finding the sheets of a layout in the files of an upload, and judging what they give together.

use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticLog, FileKind, Place};
use domain::sales::Snapshot;

use crate::csv::{CsvSheet, layout_of};
use crate::layout::{Layout, SheetKind, SheetLayout};
use crate::limits::Limits;
use crate::reading::{Reading, ReadingContext, WorkbookFile};
use crate::rows::{DailyRows, Notation, PerformanceRows, RowRules, SheetEnd, SheetLog, SheetReader};
use crate::workbook::isolation::Isolation;
use crate::workbook::{Unreadable, Workbook, stranger};

/// The row of the markers in a workbook, counted from 0.
const MARKER_ROW: u32 = 1;
/// Totals under this share of those before are peculiar, in per cent.
const SHRUNK_BELOW_PERCENT: i128 = 95;

/// What is known so far.
#[derive(Debug)]
pub(crate) struct Collected<'a> {
    context: &'a ReadingContext,
    limits: &'a Limits,
    layout: Layout,
    log: DiagnosticLog,
    snapshot: Snapshot,
    /// Whether the totals of the daily sheet say something.
    is_daily_complete: bool,
}

impl<'a> Collected<'a> {
    pub(crate) fn new(context: &'a ReadingContext, limits: &'a Limits) -> Self {
        Self {
            context,
            limits,
            layout: context.category.map_or(Layout::Stage, Layout::of),
            log: DiagnosticLog::default(),
            snapshot: Snapshot::default(),
            is_daily_complete: false,
        }
    }

    /// Reads one workbook, or the text files that make one up.
    pub(crate) fn read(&mut self, files: &[WorkbookFile<'_>], isolation: &dyn Isolation) -> Result<(), Unreadable> {
        let limit = self.limits.file_bytes;
        if files.iter().any(|file| file.bytes.len() > limit) {
            return Err(Unreadable::TooLarge(format!("> {} MiB", limit >> 20)));
        }
        if let [file] = files
            && let Some(workbook) = Workbook::open(file.bytes, self.limits, isolation)?
        {
            return self.read_workbook(workbook);
        }
        if let Some(kind) = files.iter().find_map(|file| stranger(file.bytes)) {
            return Err(Unreadable::NotAWorkbook(kind));
        }
        let sheets: Option<Vec<_>> = files.iter().map(csv_sheet).collect();
        match sheets {
            Some(sheets) if !sheets.is_empty() => self.read_csv(&sheets),
            _ => Err(Unreadable::NotAWorkbook(FileKind::Unknown)),
        }
    }

    /// Notes that the files say nothing more.
    pub(crate) fn note_unreadable(&mut self, unreadable: &Unreadable) {
        self.is_daily_complete = false;
        let place = Place { sheet: 0, cell: None };
        self.log
            .push(place, Diagnostic::of_file(unreadable.code(), unreadable.value()));
    }

    /// Puts the rows in order and holds their totals against those before.
    pub(crate) fn finish(mut self) -> Reading {
        self.snapshot.daily_sales.sort_by_key(|sale| sale.sale_day);
        self.snapshot.performance_sales.sort_by_key(|sale| sale.starts_at);
        if self.is_daily_complete {
            self.note_shrunk_totals();
        }
        let has_errors = self.log.has_errors();
        let (diagnostics, diagnostic_counts) = self.log.into_parts();
        Reading {
            layout: self.layout,
            snapshot: self.snapshot,
            diagnostics,
            diagnostic_counts,
            has_errors,
        }
    }

    fn read_workbook(&mut self, mut workbook: Workbook) -> Result<(), Unreadable> {
        if self.context.category.is_none() {
            self.layout = Layout::with_more(|sheet| usize::from(workbook.has(sheet)));
        }
        let notation = Notation::Cells(workbook.date_system());
        let (daily, performances) = (self.layout.daily(), self.layout.performances());
        if workbook.has(daily) {
            let rules = self.daily_rules();
            let end = self.read_sheet(daily, MARKER_ROW, notation, rules, |reader| {
                workbook.read(daily, reader)
            })?;
            self.keep_daily(end);
        } else {
            self.note_missing(daily);
        }
        if workbook.has(performances) {
            let rules = self.performance_rules();
            let end = self.read_sheet(performances, MARKER_ROW, notation, rules, |reader| {
                workbook.read(performances, reader)
            })?;
            self.keep_performances(end);
        } else {
            self.note_missing(performances);
        }
        Ok(())
    }

    fn read_csv(&mut self, sheets: &[CsvSheet]) -> Result<(), Unreadable> {
        if self.context.category.is_none() {
            self.layout = layout_of(sheets);
        }
        let (daily, performances) = (self.layout.daily(), self.layout.performances());
        let of_kind = |kind| {
            let mut found = sheets.iter().filter(move |sheet| sheet.kind() == Some(kind));
            found.next().and_then(|sheet| Some((sheet, sheet.marker_row?)))
        };
        if let Some((sheet, marker_row)) = of_kind(SheetKind::Daily) {
            let rules = self.daily_rules();
            let end = self.read_sheet(daily, marker_row, Notation::Written, rules, |reader| {
                sheet.read(reader);
                Ok(())
            })?;
            self.keep_daily(end);
        } else {
            self.note_missing(daily);
        }
        if let Some((sheet, marker_row)) = of_kind(SheetKind::Performances) {
            let rules = self.performance_rules();
            let end = self.read_sheet(performances, marker_row, Notation::Written, rules, |reader| {
                sheet.read(reader);
                Ok(())
            })?;
            self.keep_performances(end);
        } else {
            self.note_missing(performances);
        }
        Ok(())
    }

    fn read_sheet<R: RowRules>(
        &mut self,
        sheet: &'static SheetLayout,
        marker_row: u32,
        notation: Notation,
        rules: R,
        give: impl FnOnce(&mut SheetReader<'_, R>) -> Result<(), Unreadable>,
    ) -> Result<SheetEnd<R>, Unreadable> {
        let log = SheetLog::new(&mut self.log, sheet);
        let mut reader = SheetReader::new(sheet, marker_row, notation, rules, self.limits, log);
        give(&mut reader)?;
        let end = reader.finish();
        if end.is_disordered {
            Err(Unreadable::NotAWorkbook(FileKind::Damaged))
        } else {
            Ok(end)
        }
    }

    fn daily_rules(&self) -> DailyRows {
        let counts_complimentary = !self.layout.is_stage();
        DailyRows::new(self.context.record_date, self.context.sale_start, counts_complimentary)
    }

    fn performance_rules(&self) -> PerformanceRows {
        PerformanceRows::new(self.layout.is_stage())
    }

    fn keep_daily(&mut self, end: SheetEnd<DailyRows>) {
        self.snapshot.daily_sales = end.rules.sales;
        self.is_daily_complete = !end.has_errors;
    }

    fn keep_performances(&mut self, end: SheetEnd<PerformanceRows>) {
        self.snapshot.performance_sales = end.rules.sales;
    }

    fn note_missing(&mut self, sheet: &SheetLayout) {
        self.note_sheet(sheet, DiagnosticCode::MissingSheet, None);
    }

    fn note_shrunk_totals(&mut self) {
        let Some(before) = self.context.previous_totals else {
            return;
        };
        let now = self.snapshot.totals();
        let daily = self.layout.daily();
        for (code, before, now) in [
            (DiagnosticCode::RevenueShrank, before.revenue_krw, now.revenue_krw),
            (DiagnosticCode::SeatsShrank, before.seats, now.seats),
        ] {
            if before > 0 && i128::from(now) * 100 < i128::from(before) * SHRUNK_BELOW_PERCENT {
                let change = format!("{} → {}", with_separators(before), with_separators(now));
                self.note_sheet(daily, code, Some(&change));
            }
        }
    }

    fn note_sheet(&mut self, sheet: &SheetLayout, code: DiagnosticCode, value: Option<&str>) {
        let place = Place {
            sheet: sheet.number,
            cell: None,
        };
        self.log.push(place, Diagnostic::of_sheet(code, sheet.name, value));
    }
}

/// A file as text. A text without markers is a sheet that lacks everything if it is called one, and else no workbook.
fn csv_sheet(file: &WorkbookFile<'_>) -> Option<CsvSheet> {
    let is_called_csv = file
        .name
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("csv"));
    CsvSheet::decode(file.bytes).filter(|sheet| is_called_csv || sheet.marker_row.is_some())
}

/// `1,234,567`.
fn with_separators(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::with_separators;

    #[test]
    fn thousands_are_parted() {
        for (number, text) in [(0, "0"), (900, "900"), (1_000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(with_separators(number), text);
        }
    }
}

//! Finding the sheets of a layout in the files of an upload, and judging what they give together.

mod buyers;
mod labelled;
mod nets;

use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticLog, FileKind, Place};
use domain::headings::Role;
use domain::sales::Snapshot;
use domain::upload::UploadKind;

pub(crate) use self::labelled::Labelled;
use crate::csv::{CsvSheet, layout_of};
use crate::layout::{Layout, SheetKind, SheetLayout};
use crate::limits::{Deadline, Limits};
use crate::reading::{Reading, ReadingContext, WorkbookFile};
use crate::rows::{
    Bounds, DailyRows, FormulaCount, Notation, PerformanceRows, RowRules, SheetEnd, SheetLog, SheetReader,
};
use crate::workbook::isolation::Isolation;
use crate::workbook::{Unreadable, Workbook, comparable, stranger};

/// What is known so far.
#[derive(Debug)]
pub(crate) struct Collected<'a> {
    context: &'a ReadingContext,
    limits: &'a Limits,
    deadline: Deadline,
    layout: Layout,
    log: DiagnosticLog,
    snapshot: Snapshot,
    /// What the rows take that are read already.
    kept_bytes: usize,
    formulas: FormulaCount,
    /// Whether the totals of the daily sheet say something.
    is_daily_complete: bool,
    /// Whether those of the performances do.
    are_performances_complete: bool,
    /// What a workbook without markers says besides.
    labelled: Option<Labelled>,
    /// What is read.
    kind: UploadKind,
}

impl<'a> Collected<'a> {
    pub(crate) fn new(context: &'a ReadingContext, limits: &'a Limits) -> Self {
        Self {
            context,
            limits,
            deadline: Deadline::of(limits),
            layout: context.category.map_or(Layout::Stage, Layout::of),
            log: DiagnosticLog::default(),
            snapshot: Snapshot::default(),
            kept_bytes: 0,
            formulas: FormulaCount::default(),
            is_daily_complete: false,
            are_performances_complete: false,
            labelled: None,
            kind: context.kind.unwrap_or_default(),
        }
    }

    /// Reads one workbook, or the text files that make one up.
    pub(crate) fn read(&mut self, files: &[WorkbookFile<'_>], isolation: &dyn Isolation) -> Result<(), Unreadable> {
        let limit = self.limits.file_bytes;
        if files.iter().any(|file| file.bytes.len() > limit) {
            return Err(Unreadable::TooLarge(format!("> {} MiB", limit >> 20)));
        }
        if let [file] = files
            && let Some(workbook) = Workbook::open(file.bytes, &self.named_sheets(), self.limits, isolation)?
        {
            // What it waited for others, until there was a process for it, is not its own time.
            self.deadline = Deadline::of(self.limits);
            return self.read_workbook(workbook);
        }
        if let Some(kind) = files.iter().find_map(|file| stranger(file.bytes)) {
            return Err(Unreadable::NotAWorkbook(kind));
        }
        let sheets: Option<Vec<_>> = files.iter().map(|file| csv_sheet(file, self.limits)).collect();
        match sheets {
            Some(sheets) if !sheets.is_empty() => self.read_csv(&sheets),
            _ => Err(Unreadable::NotAWorkbook(FileKind::Unknown)),
        }
    }

    /// Notes that the files say nothing more.
    pub(crate) fn note_unreadable(&mut self, unreadable: &Unreadable) {
        self.is_daily_complete = false;
        self.are_performances_complete = false;
        self.note_file(unreadable.code(), unreadable.value());
    }

    /// Puts the rows in order and holds their totals against those before.
    pub(crate) fn finish(mut self) -> Reading {
        // No day and no start is there twice.
        self.snapshot.daily_sales.sort_unstable_by_key(|sale| sale.sale_day);
        self.snapshot
            .performance_sales
            .sort_unstable_by_key(|sale| sale.starts_at);
        let agencies = &mut self.snapshot.agencies;
        agencies.days.sort_by_key(|sale| sale.sale_day);
        agencies.performances.sort_by_key(|sale| sale.starts_at);
        if self.kind == UploadKind::Sales {
            self.note_nets();
        }
        let has_errors = self.log.has_errors();
        let (diagnostics, diagnostic_counts) = self.log.into_parts();
        Reading {
            layout: self.layout,
            kind: self.kind,
            snapshot: self.snapshot,
            diagnostics,
            diagnostic_counts,
            has_errors,
            labelled: self.labelled,
        }
    }

    fn read_workbook(&mut self, mut workbook: Workbook) -> Result<(), Unreadable> {
        let is_marked = |layout: Layout| layout.sheets().into_iter().any(|sheet| workbook.is_marked(sheet));
        let decides = self.context.category.is_none();
        let is_marked = is_marked(self.layout) || decides && is_marked(Layout::Concert);
        if !is_marked || self.kind == UploadKind::Buyers {
            return self.read_unmarked(workbook, is_marked);
        }
        if self.context.category.is_none() {
            self.layout = Layout::with_more(|sheet| usize::from(workbook.has(sheet)));
        }
        let notation = Notation::Cells(workbook.date_system());
        let (daily, performances) = (self.layout.daily(), self.layout.performances());
        if workbook.has(daily) {
            let rules = self.daily_rules();
            let end = self.read_sheet(daily, notation, rules, |reader| workbook.read(daily, reader))?;
            self.keep_daily(end);
        } else {
            self.note_missing(daily);
        }
        if workbook.has(performances) {
            let rules = self.performance_rules();
            let end = self.read_sheet(performances, notation, rules, |reader| {
                workbook.read(performances, reader)
            })?;
            self.keep_performances(end);
        } else {
            self.note_missing(performances);
        }
        self.note_uncalculated(&workbook);
        Ok(())
    }

    /// Reads a workbook by people's own labels, or one with markers as a report on buyers, which it is not.
    fn read_unmarked(&mut self, workbook: Workbook, is_marked: bool) -> Result<(), Unreadable> {
        let names: Vec<String> = workbook.names().iter().map(|name| comparable(name)).collect();
        if self.context.category.is_none() {
            self.layout = Layout::of_labelled(&names);
        }
        if self.context.kind.is_none() && !is_marked {
            self.kind = self.layout.kind_of(&names, &self.context.house.layouts);
        }
        match self.kind {
            UploadKind::Sales => self.read_labelled(workbook, &names),
            UploadKind::Buyers => self.read_buyers(workbook, &names),
        }
    }

    fn note_uncalculated(&mut self, workbook: &Workbook) {
        // In an untouched template nothing is calculated either, and nothing is lost by it.
        let has_rows = !self.snapshot.daily_sales.is_empty()
            || !self.snapshot.performance_sales.is_empty()
            || !self.snapshot.breakdowns.is_empty();
        let says_something = has_rows || self.log.has_errors();
        if says_something && workbook.calculates_on_open() && self.formulas.none_is_calculated() {
            self.note_file(DiagnosticCode::UncalculatedWorkbook, None);
        }
    }

    fn read_csv(&mut self, sheets: &[CsvSheet<'_>]) -> Result<(), Unreadable> {
        if self.kind == UploadKind::Buyers {
            self.note_missing(self.layout.sheet(Role::Report));
            return Ok(());
        }
        if self.context.category.is_none() {
            self.layout = layout_of(sheets);
        }
        let (daily, performances) = (self.layout.daily(), self.layout.performances());
        let of_kind = |kind| sheets.iter().find(|sheet| sheet.kind() == Some(kind));
        if let Some(sheet) = of_kind(SheetKind::Daily) {
            let rules = self.daily_rules();
            let end = self.read_sheet(daily, Notation::Written, rules, |reader| {
                sheet.read(reader);
                Ok(())
            })?;
            self.keep_daily(end);
        } else {
            self.note_missing(daily);
        }
        if let Some(sheet) = of_kind(SheetKind::Performances) {
            let rules = self.performance_rules();
            let end = self.read_sheet(performances, Notation::Written, rules, |reader| {
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
        notation: Notation,
        rules: R,
        give: impl FnOnce(&mut SheetReader<'_, R>) -> Result<(), Unreadable>,
    ) -> Result<SheetEnd<R>, Unreadable> {
        let bounds = Bounds {
            limits: self.limits,
            deadline: self.deadline,
            kept_bytes: self.kept_bytes,
        };
        let log = SheetLog::new(&mut self.log, sheet.number, sheet.name);
        let mut reader = SheetReader::new(sheet, notation, rules, bounds, log);
        give(&mut reader)?;
        let end = reader.finish();
        self.end_sheet(end)
    }

    fn end_sheet<R: RowRules>(&mut self, end: SheetEnd<R>) -> Result<SheetEnd<R>, Unreadable> {
        self.kept_bytes += end.rules.kept_bytes();
        self.formulas = self.formulas.and(end.formulas);
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
        self.snapshot.agencies.days = end.rules.agencies;
        self.is_daily_complete = !end.has_errors;
    }

    fn keep_performances(&mut self, end: SheetEnd<PerformanceRows>) {
        self.snapshot.performance_sales = end.rules.sales;
        self.snapshot.agencies.performances = end.rules.agencies;
        self.are_performances_complete = !end.has_errors;
    }

    fn note_missing(&mut self, sheet: &SheetLayout) {
        self.note_sheet(sheet, DiagnosticCode::MissingSheet, None);
    }

    fn note_file(&mut self, code: DiagnosticCode, value: Option<&str>) {
        let place = Place { sheet: 0, cell: None };
        self.log.note(place, code, || Diagnostic::of_file(code, value));
    }

    fn note_sheet(&mut self, sheet: &SheetLayout, code: DiagnosticCode, value: Option<&str>) {
        let place = Place {
            sheet: sheet.number,
            cell: None,
        };
        self.log
            .note(place, code, || Diagnostic::of_sheet(code, sheet.name, value));
    }
}

/// A file as text. A text without markers is a sheet that lacks everything if it is called one, and else no workbook.
fn csv_sheet<'a>(file: &WorkbookFile<'a>, limits: &Limits) -> Option<CsvSheet<'a>> {
    let is_called_csv = file
        .name
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("csv"));
    CsvSheet::decode(file.bytes, limits).filter(|sheet| is_called_csv || sheet.has_markers())
}

//! Where the heading of a sheet stands.

use super::grid::Grid;
use super::vocabulary::{self, GroupLabel, Plain};
use super::{Column, HEADING_ROWS, Heading, Meaning, Reader, Role, Source, meanings, normalised, pairs};
use crate::agency::AgencyCode;
use crate::diagnostics::CellAddress;

/// How far below its first row the labels of figures may stand.
const DEPTH: u32 = 2;
/// Rows below a heading in which a day shows where the days stand.
const DAYS_LOOKED_AT: u32 = 5;

impl Heading {
    /// The first heading of a sheet, whose first [`super::LOOKED_AT_ROWS`] rows `grid` has. `is_day` says whether a cell of
    /// these, by row and column, holds a day.
    pub fn find(grid: &Grid, reader: &Reader<'_>, is_day: impl Fn(u32, u32) -> bool) -> Option<Self> {
        let search = Search { grid, reader };
        let dated = (0..HEADING_ROWS).find_map(|row| search.dated(row));
        if dated.is_some() || reader.role != Role::Days {
            return dated;
        }
        (0..HEADING_ROWS).find_map(|row| search.dateless(row, &is_day))
    }
}

struct Search<'a> {
    grid: &'a Grid,
    reader: &'a Reader<'a>,
}

impl Search<'_> {
    /// The heading that begins in this row with a label of dates.
    fn dated(&self, first: u32) -> Option<Heading> {
        let has = |wanted: &[Plain]| {
            let mut texts = self.grid.row(first);
            texts.any(|(_, text)| vocabulary::plain(&normalised(text)).is_some_and(|plain| wanted.contains(&plain)))
        };
        let is_begin = has(&[Plain::Date]) && (self.reader.role == Role::Days || has(&[Plain::Number, Plain::Time]));
        if !is_begin {
            return None;
        }
        let row = self.figure_row(first)?;
        let date = self.date_label(row).map(|column| (row, column));
        let (first, date) = match date {
            Some((row, column)) => (row, column),
            None => (first, self.date_label(first)?),
        };
        let heading = self.read(first, row, date);
        let tells_dates = heading.columns.iter().any(|column| column.meaning == Meaning::Date);
        tells_dates.then_some(heading)
    }

    /// The heading of a sheet of days that begins in this row, where days have no label.
    fn dateless(&self, first: u32, is_day: impl Fn(u32, u32) -> bool) -> Option<Heading> {
        let mut texts = self.grid.row(first);
        if !texts.any(|(_, text)| matches!(vocabulary::group(&normalised(text)), GroupLabel::Paid(_))) {
            return None;
        }
        let row = self.figure_row(first)?;
        let above = row.checked_sub(1);
        let labels = above.and_then(|above| self.grid.row(above).next());
        let end = labels.map_or_else(|| self.grid.width(&[row]), |(column, _)| column);
        let holds_day = |column: &u32| (row + 1..=row + DAYS_LOOKED_AT).any(|row| is_day(row, *column));
        let date = (0..end).find(holds_day)?;
        let mut heading = self.read(first, row, date);
        let found = heading.columns.iter().position(|column| column.column >= date);
        let place = found.unwrap_or(heading.columns.len());
        match heading.columns.get_mut(place).filter(|column| column.column == date) {
            Some(column) => {
                column.meaning = Meaning::Date;
                column.source = Source::Vocabulary;
            }
            None => heading.insert(place, date),
        }
        Some(heading)
    }

    /// Of a row and the two below the one with the most labels of figures, if it has two.
    fn figure_row(&self, first: u32) -> Option<u32> {
        let count = |row: u32| {
            let texts = self.grid.row(row);
            texts
                .filter(|(_, text)| vocabulary::is_figure(&normalised(text), self.reader.grades))
                .count()
        };
        let counts: Vec<usize> = (first..=first + DEPTH).map(count).collect();
        let most = counts.iter().copied().max().filter(|most| *most >= 2)?;
        (first..)
            .zip(counts)
            .find(|(_, count)| *count == most)
            .map(|(row, _)| row)
    }

    fn date_label(&self, row: u32) -> Option<u32> {
        let mut texts = self.grid.row(row);
        let found = texts.find(|(_, text)| vocabulary::plain(&normalised(text)) == Some(Plain::Date));
        found.map(|(column, _)| column)
    }

    fn read(&self, first: u32, row: u32, date: u32) -> Heading {
        let above = row.checked_sub(1);
        let group_row = above.filter(|above| first < row || self.has_groups(*above, date));
        let pairs = pairs::pairs(self.grid, self.reader, row, group_row);
        let (columns, agencies) = meanings::columns(self.reader, &pairs, group_row.is_some());
        let mut agencies = agencies;
        for agency in &mut agencies {
            // Its label is that of the group, whichever column named it first.
            if let Some(group_row) = group_row {
                agency.label_cell = self.group_cell(group_row, agency.label_cell.column);
            }
        }
        Heading {
            group_row,
            row,
            columns,
            agencies,
        }
    }

    fn group_cell(&self, row: u32, column: u32) -> CellAddress {
        let region = self.grid.region(row, column);
        region.map_or(CellAddress { row, column }, |region| region.first)
    }

    /// Whether a row has a label of a group right of the dates.
    fn has_groups(&self, row: u32, date: u32) -> bool {
        let mut texts = self.grid.row(row).filter(|(column, _)| *column > date);
        texts.any(|(_, text)| {
            let text = normalised(text);
            match vocabulary::group(&text) {
                GroupLabel::Cast | GroupLabel::Paid(_) | GroupLabel::Complimentary | GroupLabel::All(_) => true,
                GroupLabel::Other { name, .. } => AgencyCode::known(&name).is_some() || vocabulary::has_state(&text),
                GroupLabel::Ignored | GroupLabel::Strange => false,
            }
        })
    }
}

impl Heading {
    /// Puts a column of days without a label where it belongs.
    fn insert(&mut self, place: usize, date: u32) {
        self.columns.insert(
            place,
            Column {
                column: date,
                upper: None,
                lower: None,
                label_cell: CellAddress {
                    row: self.row,
                    column: date,
                },
                meaning: Meaning::Date,
                source: Source::Vocabulary,
                same_as: None,
            },
        );
        for column in &mut self.columns {
            column.same_as = column.same_as.map(|left| if left >= place { left + 1 } else { left });
        }
    }
}

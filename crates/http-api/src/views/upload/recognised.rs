use domain::diagnostics::CellAddress;
use domain::headings::{Column, ColumnContents, LabelChanges, LabelPair, Meaning, Of, RecognisedSheet};
use serde::Serialize;
use utoipa::ToSchema;

/// What the heading of a sheet without markers says.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecognisedSheetView {
    #[schema(example = "회차별판매")]
    sheet: String,
    /// `days` or `performances`.
    role: &'static str,
    /// The rows of labels, from 1.
    heading_rows: Vec<u32>,
    /// `null` without a data row.
    data_rows: Option<DataRowsView>,
    /// Rows of totals, from 1.
    check_rows: Vec<u32>,
    /// Equal where all labels are: 16 hexadecimal digits.
    #[schema(example = "9f2c51d07ab3e846")]
    signature: String,
    /// Those with a label or a meaning, from left to right.
    columns: Vec<RecognisedColumnView>,
}

/// Rows with data.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DataRowsView {
    /// From 1.
    first: u32,
    last: u32,
    count: u32,
}

/// What a column holds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecognisedColumnView {
    #[schema(example = "I")]
    column: String,
    /// The label of its group and that directly above its cells, as written; `null` for none.
    label: [Option<String>; 2],
    /// `number date weekday time role remark seats won share ignored unknown`.
    means: &'static str,
    /// `paid complimentary all agency`; `null` unless it holds seats, won or a share.
    of: Option<&'static str>,
    agency: Option<String>,
    /// `booked deposited pending`.
    state: Option<&'static str>,
    /// `null` for seats in total.
    grade: Option<String>,
    role: Option<String>,
    /// `vocabulary layout none`.
    source: &'static str,
    /// Over the data rows; `null` unless it holds seats or won.
    sum: Option<i64>,
    /// The first three values that are not blank; only of dry runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    sample: Option<Vec<String>>,
}

/// What became of the labels since the record date before.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LayoutChangesView {
    /// Labels that were not there: that of the group, and that directly above the cells.
    #[schema(value_type = Vec<Vec<Option<String>>>)]
    added: Vec<LabelPair>,
    /// Labels that are gone.
    #[schema(value_type = Vec<Vec<Option<String>>>)]
    removed: Vec<LabelPair>,
}

impl From<LabelChanges> for LayoutChangesView {
    fn from(changes: LabelChanges) -> Self {
        Self {
            added: changes.added,
            removed: changes.removed,
        }
    }
}

impl RecognisedSheetView {
    /// Without the samples, which are not kept.
    pub(crate) fn kept(sheet: &RecognisedSheet) -> Self {
        let mut view = Self::from(sheet);
        for column in &mut view.columns {
            column.sample = None;
        }
        view
    }
}

impl From<&RecognisedSheet> for RecognisedSheetView {
    fn from(sheet: &RecognisedSheet) -> Self {
        let heading = &sheet.heading;
        let rows = heading.group_row.into_iter().chain([heading.row]);
        Self {
            sheet: sheet.sheet.clone(),
            role: sheet.role.code(),
            heading_rows: rows.map(|row| row + 1).collect(),
            data_rows: sheet.data_rows.map(|rows| DataRowsView {
                first: rows.first + 1,
                last: rows.last + 1,
                count: rows.count,
            }),
            check_rows: sheet.check_rows.iter().map(|row| row + 1).collect(),
            signature: sheet.signature.clone(),
            columns: heading.columns.iter().zip(&sheet.contents).map(column).collect(),
        }
    }
}

fn column((column, contents): (&Column, &ColumnContents)) -> RecognisedColumnView {
    let meaning = &column.meaning;
    let figures = meaning.figures();
    let letters = CellAddress {
        row: 0,
        column: column.column,
    };
    RecognisedColumnView {
        column: letters.to_string().trim_end_matches('1').to_owned(),
        label: [column.upper.clone(), column.lower.clone()],
        means: meaning.code(),
        of: figures.map(|(of, _)| of.code()),
        agency: figures
            .and_then(|(of, _)| of.agency())
            .map(|agency| agency.code().to_owned()),
        state: figures
            .filter(|(of, _)| **of != Of::Complimentary)
            .map(|(_, state)| state.code()),
        grade: meaning.grade().map(|grade| grade.code().to_owned()),
        role: match meaning {
            Meaning::Role(role) => Some(role.clone()),
            _ => None,
        },
        source: column.source.code(),
        sum: contents.sum,
        sample: Some(contents.sample.clone()),
    }
}

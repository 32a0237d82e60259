//! What the headings of a workbook were taken for.

use domain::headings::{Column, ColumnContents, DataRows, Heading, Meaning, Of, RecognisedSheet, Source};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::layout::{role_of, state_of};
use super::parse;
use crate::errors::{Work, broken_row};

const WHAT: &str = "recognised columns";

#[derive(Serialize, Deserialize)]
struct StoredSheet {
    sheet: String,
    role: String,
    group_row: Option<u32>,
    row: u32,
    data_rows: Option<StoredRows>,
    check_rows: Vec<u32>,
    signature: String,
    columns: Vec<StoredColumn>,
}

#[derive(Serialize, Deserialize)]
struct StoredRows {
    first: u32,
    last: u32,
    count: u32,
}

#[derive(Serialize, Deserialize)]
struct StoredColumn {
    column: u32,
    label: [Option<String>; 2],
    means: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agency: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within_group: Option<bool>,
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sum: Option<i64>,
}

/// All but the samples, which are shown once and not kept.
pub(crate) fn recognised_to_json(sheets: &[RecognisedSheet]) -> Value {
    let sheets = sheets.iter().map(|sheet| StoredSheet {
        sheet: sheet.sheet.clone(),
        role: sheet.role.code().to_owned(),
        group_row: sheet.heading.group_row,
        row: sheet.heading.row,
        data_rows: sheet.data_rows.map(|rows| StoredRows {
            first: rows.first,
            last: rows.last,
            count: rows.count,
        }),
        check_rows: sheet.check_rows.clone(),
        signature: sheet.signature.clone(),
        columns: sheet
            .heading
            .columns
            .iter()
            .zip(&sheet.contents)
            .map(|(column, contents)| to_stored(column, contents))
            .collect(),
    });
    serde_json::to_value(sheets.collect::<Vec<_>>()).expect("plain values")
}

/// Reads what was recognised. Which columns mean the same is not kept.
pub(crate) fn recognised_from_json(json: Value) -> Work<Vec<RecognisedSheet>> {
    let sheets: Vec<StoredSheet> = parse(WHAT, json)?;
    let read = |sheet: StoredSheet| {
        let row = sheet.row;
        let contents = sheet.columns.iter().map(|column| ColumnContents {
            sum: column.sum,
            sample: Vec::new(),
        });
        Ok(RecognisedSheet {
            contents: contents.collect(),
            sheet: sheet.sheet,
            role: role_of(&sheet.role)?,
            heading: Heading {
                group_row: sheet.group_row,
                row,
                columns: sheet
                    .columns
                    .into_iter()
                    .map(|column| from_stored(column, sheet.group_row, row))
                    .collect::<Work<_>>()?,
                agencies: Vec::new(),
            },
            data_rows: sheet.data_rows.map(|rows| DataRows {
                first: rows.first,
                last: rows.last,
                count: rows.count,
            }),
            check_rows: sheet.check_rows,
            signature: sheet.signature,
        })
    };
    sheets.into_iter().map(read).collect()
}

fn to_stored(column: &Column, contents: &ColumnContents) -> StoredColumn {
    let meaning = &column.meaning;
    let figures = meaning.figures();
    StoredColumn {
        column: column.column,
        label: [column.upper.clone(), column.lower.clone()],
        means: meaning.code().to_owned(),
        of: figures.map(|(of, _)| of.code().to_owned()),
        agency: figures
            .and_then(|(of, _)| of.agency())
            .map(|agency| agency.code().to_owned()),
        state: figures.map(|(_, state)| state.code().to_owned()),
        grade: meaning.grade().map(|grade| grade.code().to_owned()),
        role: match meaning {
            Meaning::Role(role) => Some(role.clone()),
            _ => None,
        },
        within_group: match meaning {
            Meaning::Unknown { within_group } => Some(*within_group),
            _ => None,
        },
        source: column.source.code().to_owned(),
        sum: contents.sum,
    }
}

fn from_stored(stored: StoredColumn, group_row: Option<u32>, row: u32) -> Work<Column> {
    let broken = || broken_row(WHAT, "a meaning that there is not");
    let of = match (stored.of.as_deref(), stored.agency) {
        (Some("paid"), _) => Some(Of::Paid),
        (Some("complimentary"), _) => Some(Of::Complimentary),
        (Some("all"), _) => Some(Of::All),
        (Some("agency"), Some(code)) => Some(Of::Agency(code.parse().map_err(|error| broken_row(WHAT, error))?)),
        _ => None,
    };
    let state = stored.state.as_deref().map(state_of).transpose()?;
    let grade = stored.grade.map(|grade| grade.parse()).transpose();
    let grade = grade.map_err(|error| broken_row(WHAT, error))?;
    let meaning = match (stored.means.as_str(), of.zip(state)) {
        ("number", _) => Meaning::Number,
        ("date", _) => Meaning::Date,
        ("weekday", _) => Meaning::Weekday,
        ("time", _) => Meaning::Time,
        ("remark", _) => Meaning::Remark,
        ("role", _) => Meaning::Role(stored.role.unwrap_or_default()),
        ("ignored", _) => Meaning::Ignored,
        ("unknown", _) => Meaning::Unknown {
            within_group: stored.within_group.unwrap_or_default(),
        },
        ("seats", Some((of, state))) => Meaning::Seats(of, state, grade),
        ("won", Some((of, state))) => Meaning::Won(of, state),
        ("share", Some((of, state))) => Meaning::Share(of, state),
        _ => return Err(broken()),
    };
    let source = [Source::Vocabulary, Source::Layout, Source::None];
    let source = source.into_iter().find(|source| source.code() == stored.source);
    let [upper, lower] = stored.label;
    let label_row = match (&lower, group_row) {
        (None, Some(group)) => group,
        _ => row,
    };
    Ok(Column {
        column: stored.column,
        label_cell: domain::diagnostics::CellAddress {
            row: label_row,
            column: stored.column,
        },
        upper,
        lower,
        meaning,
        source: source.ok_or_else(broken)?,
        same_as: None,
    })
}

#[cfg(test)]
mod tests {
    use domain::diagnostics::CellAddress;
    use domain::headings::{Role, State};

    use super::*;

    #[test]
    fn what_was_recognised_comes_back_without_samples() {
        let agency = || Of::Agency("yes24".parse().unwrap());
        let meanings = [
            Meaning::Number,
            Meaning::Date,
            Meaning::Weekday,
            Meaning::Time,
            Meaning::Remark,
            Meaning::Role("앨런".to_owned()),
            Meaning::Seats(agency(), State::Deposited, Some("terrace".parse().unwrap())),
            Meaning::Seats(Of::Paid, State::Booked, None),
            Meaning::Won(Of::All, State::Pending),
            Meaning::Share(Of::Complimentary, State::Booked),
            Meaning::Ignored,
            Meaning::Unknown { within_group: true },
        ];
        let columns = (0..).zip(meanings).map(|(column, meaning)| Column {
            column,
            upper: Some("예스24".to_owned()),
            lower: (column > 0).then(|| "R".to_owned()),
            label_cell: CellAddress {
                row: if column > 0 { 4 } else { 3 },
                column,
            },
            meaning,
            source: Source::Layout,
            same_as: None,
        });
        let columns: Vec<_> = columns.collect();
        let contents = columns.iter().map(|column| ColumnContents {
            sum: column.meaning.is_sum().then_some(7),
            sample: Vec::new(),
        });
        let mut sheet = RecognisedSheet {
            sheet: "회차별판매".to_owned(),
            role: Role::Performances,
            data_rows: Some(DataRows {
                first: 5,
                last: 9,
                count: 4,
            }),
            check_rows: vec![10],
            signature: "9f2c51d07ab3e846".to_owned(),
            contents: contents.collect(),
            heading: Heading {
                group_row: Some(3),
                row: 4,
                columns,
                agencies: Vec::new(),
            },
        };
        let expected = vec![sheet.clone()];
        sheet.contents[7].sample.push("12".to_owned());
        assert_eq!(recognised_from_json(recognised_to_json(&[sheet])).unwrap(), expected);
    }
}

//! The columns of a list, by the names in its first row.

use domain::limits::MAX_NAME_CHARS;
use domain::text::as_seen;
use domain::validation::{Breach, Field, Place, Rule};
use ports::driven::{List, ListCell, ListReader, ListRow};

use crate::list_words::{address, in_cell};

/// A column: what it fills in, and what it may be called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column(pub(crate) Field, pub(crate) &'static [&'static str]);

/// What a column of weekdays may be called: it is for people.
const WEEKDAY: &[&str] = &["weekday", "요일"];

/// Where the columns of a list are, by the names in its first row.
pub(crate) struct Columns(Vec<(Field, usize)>);

impl Columns {
    /// Finds the columns by their `known` names; those of `required` must be there. Any other name is a mistake: what is
    /// in such a column would be dropped in silence.
    pub(crate) fn of(list: &List, known: &[Column], required: &[Column]) -> Result<Self, Vec<Breach>> {
        let mut errors = Vec::new();
        let mut columns = Vec::<(Field, usize)>::new();
        let nothing = ListRow {
            number: 1,
            cells: Vec::new(),
        };
        let header = list.rows.first().unwrap_or(&nothing);
        let filled = header
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != ListCell::Blank);
        for (index, cell) in filled {
            let text = cell.text();
            let mut wrong = |rule| {
                let breach = Breach::new(place(&text), rule);
                errors.push(in_cell(breach, Some(address(header, index)), cell, ""));
            };
            if is_named(WEEKDAY, &text) {
                continue;
            }
            let Some(Column(field, _)) = known.iter().find(|Column(_, names)| is_named(names, &text)) else {
                wrong(Rule::UnknownColumn);
                continue;
            };
            if columns.iter().any(|(found, _)| found == field) {
                wrong(Rule::Duplicate);
            }
            columns.push((*field, index));
        }
        for Column(field, names) in required {
            if columns.iter().all(|(found, _)| found != field) {
                let breach = Breach::new(place(names[0]), Rule::Required);
                let name = names.get(1).unwrap_or(&names[0]);
                errors.push(in_cell(breach, None, &ListCell::Text((*name).to_owned()), ""));
            }
        }
        if errors.is_empty() {
            Ok(Self(columns))
        } else {
            Err(errors)
        }
    }

    /// The address of a row's cell in one of the columns; `None` where the list has no such column.
    pub(crate) fn address(&self, row: &ListRow, Column(field, _): Column) -> Option<String> {
        let (_, index) = self.0.iter().find(|(found, _)| *found == field)?;
        Some(address(row, *index))
    }

    /// The cell of a row in one of the columns; blank where there is none.
    pub(crate) fn cell<'a>(&self, row: &'a ListRow, Column(field, _): Column) -> &'a ListCell {
        let index = self.0.iter().find(|(found, _)| *found == field);
        index
            .and_then(|(_, index)| row.cells.get(*index))
            .unwrap_or(&ListCell::Blank)
    }
}

/// Whether a row is one of totals: its first text says so.
pub(crate) fn begins_as_total(row: &ListRow, reader: &dyn ListReader) -> bool {
    let mut texts = row.cells.iter().filter_map(|cell| match cell {
        ListCell::Text(text) => Some(text),
        _ => None,
    });
    texts.next().is_some_and(|text| reader.is_total(text))
}

/// A column, by its name. Of a name that is no name any more, only the beginning is told.
fn place(name: &str) -> Place {
    Place::column(name.chars().take(MAX_NAME_CHARS).collect::<String>())
}

fn is_named(names: &[&str], text: &str) -> bool {
    names.iter().any(|name| same(name, text))
}

/// Names of columns are written in many ways: `판매 시작일`, `SaleStart`, `sale_start`.
fn same(name: &str, text: &str) -> bool {
    let bare = |text: &str| {
        let seen = as_seen(text);
        let letters = seen.chars().filter(|c| !c.is_whitespace() && *c != '_');
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    bare(name) == bare(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Column = Column(Field::Date, &["date", "판매일"]);
    const WON: Column = Column(Field::Target, &["target", "목표 매출"]);

    fn list(names: &[&str]) -> List {
        let cell = |name: &&str| match *name {
            "" => ListCell::Blank,
            name => ListCell::Text(name.to_owned()),
        };
        let cells = names.iter().map(cell).collect();
        List {
            rows: vec![ListRow { number: 1, cells }],
            since_1904: false,
        }
    }

    fn codes(names: &[&str]) -> Vec<String> {
        let found = Columns::of(&list(names), &[DAY, WON], &[DAY, WON]);
        let errors = found.err().unwrap_or_default();
        errors
            .iter()
            .map(|breach| format!("{}: {}", breach.place, breach.rule.code()))
            .collect()
    }

    #[test]
    fn columns_are_found_in_any_order_and_spelling() {
        assert!(codes(&["목표매출", "DATE"]).is_empty());
        assert!(codes(&[" 판매일", "Target"]).is_empty());
    }

    #[test]
    fn a_column_that_is_missing_doubled_or_unknown_is_told() {
        assert_eq!(codes(&["date"]), ["column target: required"]);
        assert_eq!(codes(&["date", "판매일", "target"]), ["column 판매일: duplicate"]);
        assert_eq!(codes(&["date", "target", "memo"]), ["column memo: unknown_column"]);
        assert_eq!(codes(&[]), ["column date: required", "column target: required"]);
    }

    #[test]
    fn a_column_of_weekdays_is_for_people() {
        assert!(codes(&["요일", "date", "Weekday", "요 일", "target"]).is_empty());
    }

    #[test]
    fn what_is_wrong_with_a_column_is_told_at_its_cell_in_both_languages() {
        let found = Columns::of(&list(&["date", "", "memo"]), &[DAY, WON], &[DAY, WON]);
        let told: Vec<_> = found
            .err()
            .unwrap()
            .into_iter()
            .map(|error| (error.cell, error.message_ko.unwrap()))
            .collect();
        let memo = "‘memo’은(는) 이 목록의 열이 아닙니다. 열 이름을 고치거나 열을 지워 주세요.";
        assert_eq!(told[0], (Some("C1".to_owned()), memo.to_owned()));
        assert_eq!(told[1], (None, "‘목표 매출’ 열이 없습니다.".to_owned()));
    }

    #[test]
    fn a_name_that_is_told_is_short() {
        let told = codes(&["date", "target", &"x".repeat(30_000)]);
        assert_eq!(told[0].len(), "column : unknown_column".len() + MAX_NAME_CHARS);
    }

    #[test]
    fn what_a_row_leaves_out_is_blank() {
        let columns = Columns::of(&list(&["target", "date"]), &[DAY, WON], &[DAY]).unwrap();
        let row = ListRow {
            number: 2,
            cells: vec![ListCell::Flag(true)],
        };
        assert_eq!(columns.cell(&row, WON), &ListCell::Flag(true));
        assert_eq!(columns.cell(&row, DAY), &ListCell::Blank);
    }
}

//! The columns of a list, by the names in its first row.

use domain::limits::MAX_NAME_CHARS;
use domain::text::as_seen;
use domain::validation::FieldError;
use ports::driven::{List, ListCell, ListReader, ListRow};

use crate::list_words::{address, in_cell};

/// What a column may be called; the first name is the API's.
pub(crate) type Names = &'static [&'static str];

/// What a column of weekdays may be called: it is for people.
const WEEKDAY: Names = &["weekday", "요일"];

/// Where the columns of a list are, by the names in its first row.
pub(crate) struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    /// Finds the columns by their `known` names; those of `required` must be there. Any other name is a mistake: what is
    /// in such a column would be dropped in silence.
    pub(crate) fn of(list: &List, known: &[Names], required: &[Names]) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut columns = Vec::<(&str, usize)>::new();
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
            let mut wrong = |code, expected| {
                let error = FieldError::new(pointer(&text), code, expected);
                errors.push(in_cell(error, Some(address(header, index)), cell, ""));
            };
            if is_named(WEEKDAY, &text) {
                continue;
            }
            let Some(names) = known.iter().find(|names| is_named(names, &text)) else {
                wrong("unknown_column", "a column of a list of this kind");
                continue;
            };
            if columns.iter().any(|(name, _)| *name == names[0]) {
                wrong("duplicate", "each column once");
            }
            columns.push((names[0], index));
        }
        for names in required {
            if columns.iter().all(|(name, _)| *name != names[0]) {
                let error = FieldError::new(pointer(names[0]), "required", "this column");
                let name = names.get(1).unwrap_or(&names[0]);
                errors.push(in_cell(error, None, &ListCell::Text((*name).to_owned()), ""));
            }
        }
        if errors.is_empty() {
            Ok(Self(columns))
        } else {
            Err(errors)
        }
    }

    /// The address of a row's cell in one of the columns; `None` where the list has no such column.
    pub(crate) fn address(&self, row: &ListRow, names: &[&str]) -> Option<String> {
        let (_, index) = self.0.iter().find(|(name, _)| *name == names[0])?;
        Some(address(row, *index))
    }

    /// The cell of a row in one of the columns; blank where there is none.
    pub(crate) fn cell<'a>(&self, row: &'a ListRow, names: &[&str]) -> &'a ListCell {
        let index = self.0.iter().find(|(name, _)| *name == names[0]);
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

/// The pointer of a column, written as RFC 6901 asks for: a name may hold what pointers are made of. Of a name that is
/// no name any more, only the beginning is told.
fn pointer(name: &str) -> String {
    let name: String = name.chars().take(MAX_NAME_CHARS).collect();
    format!("/columns/{}", name.replace('~', "~0").replace('/', "~1"))
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

    const DAY: Names = &["date", "판매일"];
    const WON: Names = &["target", "목표 매출"];

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
            .map(|error| format!("{} {}", error.pointer, error.code))
            .collect()
    }

    #[test]
    fn columns_are_found_in_any_order_and_spelling() {
        assert!(codes(&["목표매출", "DATE"]).is_empty());
        assert!(codes(&[" 판매일", "Target"]).is_empty());
    }

    #[test]
    fn a_column_that_is_missing_doubled_or_unknown_is_told() {
        assert_eq!(codes(&["date"]), ["/columns/target required"]);
        assert_eq!(codes(&["date", "판매일", "target"]), ["/columns/판매일 duplicate"]);
        assert_eq!(codes(&["date", "target", "memo"]), ["/columns/memo unknown_column"]);
        assert_eq!(codes(&[]), ["/columns/date required", "/columns/target required"]);
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
    fn a_name_that_is_told_is_escaped_and_short() {
        assert_eq!(
            codes(&["date", "target", "메모/~"]),
            ["/columns/메모~1~0 unknown_column"]
        );
        let told = codes(&["date", "target", &"x".repeat(30_000)]);
        assert_eq!(told[0].len(), "/columns/ unknown_column".len() + MAX_NAME_CHARS);
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

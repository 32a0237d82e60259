//! The columns of a list, by the names in its first row.

use domain::limits::MAX_NAME_CHARS;
use domain::validation::{Breaches, FieldError};
use ports::driven::{List, ListCell, ListRow};

/// What a column may be called; the first name is the API's.
pub(crate) type Names = &'static [&'static str];

/// Where the columns of a list are, by the names in its first row.
pub(crate) struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    /// Finds the columns by their `known` names; those of `required` must be there. Any other name is a mistake: what is
    /// in such a column would be dropped in silence.
    pub(crate) fn of(list: &List, known: &[Names], required: &[Names]) -> Result<Self, Vec<FieldError>> {
        let mut breaches = Breaches::default();
        let mut columns = Vec::<(&str, usize)>::new();
        let header = list.rows.first().map_or(&[][..], |row| &row.cells);
        for (index, cell) in header.iter().enumerate().filter(|(_, cell)| **cell != ListCell::Blank) {
            let text = cell.text();
            let pointer = pointer(&text);
            let Some(names) = known.iter().find(|names| names.iter().any(|name| same(name, &text))) else {
                breaches.require(false, &pointer, "unknown_column", "a column of a list of this kind");
                continue;
            };
            let is_first = columns.iter().all(|(name, _)| *name != names[0]);
            breaches.require(is_first, &pointer, "duplicate", "each column once");
            columns.push((names[0], index));
        }
        for names in required {
            let is_there = columns.iter().any(|(name, _)| *name == names[0]);
            breaches.require(is_there, &pointer(names[0]), "required", "this column");
        }
        breaches.into_result().map(|()| Self(columns))
    }

    /// The cell of a row in one of the columns; blank where there is none.
    pub(crate) fn cell<'a>(&self, row: &'a ListRow, names: &[&str]) -> &'a ListCell {
        let index = self.0.iter().find(|(name, _)| *name == names[0]);
        index
            .and_then(|(_, index)| row.cells.get(*index))
            .unwrap_or(&ListCell::Blank)
    }
}

/// The pointer of a column, written as RFC 6901 asks for: a name may hold what pointers are made of. Of a name that is
/// no name any more, only the beginning is told.
fn pointer(name: &str) -> String {
    let name: String = name.chars().take(MAX_NAME_CHARS).collect();
    format!("/columns/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Names of columns are written in many ways: `판매 시작일`, `SaleStart`, `sale_start`.
fn same(name: &str, text: &str) -> bool {
    let bare = |text: &str| {
        let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '_');
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
        let cells = names.iter().map(|name| ListCell::Text((*name).to_owned())).collect();
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
    fn a_name_that_is_told_is_escaped_and_short() {
        assert_eq!(
            codes(&["date", "target", "요일/~"]),
            ["/columns/요일~1~0 unknown_column"]
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

//! Cells of an `.xlsx` that is there already, filled in as a person would.

use super::{package, serial};
use crate::workbook::Cell;

/// The workbook with these cells of one sheet, counted from 1, set to numbers, days, times or texts. The cells must be
/// there, be it only with a look, which they keep; so do formulas, of which the value is set.
pub fn filled<'a>(bytes: &[u8], sheet: usize, cells: impl IntoIterator<Item = (&'a str, Cell)>) -> Vec<u8> {
    let part = format!("xl/worksheets/sheet{sheet}.xml");
    package::edit(bytes, &part, |xml| {
        cells
            .into_iter()
            .fold(xml, |xml, (address, cell)| fill(&xml, address, &cell))
    })
}

fn fill(xml: &str, address: &str, cell: &Cell) -> String {
    let start = xml.find(&format!("<c r=\"{address}\""));
    let start = start.unwrap_or_else(|| panic!("there is no cell {address}"));
    let (before, rest) = xml.split_at(start);
    let (attributes, after) = rest.split_once('>').expect("an element ends");
    let (attributes, formula, after) = if let Some(attributes) = attributes.strip_suffix('/') {
        (attributes, "", after)
    } else {
        let (content, after) = after.split_once("</c>").expect("a cell ends");
        let formula = content.find("</f>").map_or("", |end| &content[..end + "</f>".len()]);
        (attributes, formula, after)
    };
    // The type is that of the value before.
    let attributes = attributes.split(" t=\"").next().unwrap_or_default();
    let (kind, value) = match cell {
        Cell::Text(text) => (" t=\"str\"", package::escape(text)),
        other => {
            let (number, _) = serial::number(other, serial::DateSystem::Since1900).expect("a number, a day or a time");
            ("", number.to_string())
        }
    };
    format!("{before}{attributes}{kind}>{formula}<v>{value}</v></c>{after}")
}

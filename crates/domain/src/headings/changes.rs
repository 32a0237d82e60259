//! What became of the labels of a workbook since the one before.

use std::collections::BTreeMap;

use super::{RecognisedSheet, Role, normalised};

/// The labels of a column, that of its group first, as written.
pub type LabelPair = [Option<String>; 2];

/// Labels that were not there before, and those that are gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelChanges {
    /// New ones, by sheet and column.
    pub added: Vec<LabelPair>,
    /// Those that are gone.
    pub removed: Vec<LabelPair>,
}

impl LabelChanges {
    /// What became of the labels of `before`; `None` when the sheets have the signatures that they had.
    pub fn between(before: &[RecognisedSheet], now: &[RecognisedSheet]) -> Option<Self> {
        let signatures = |sheets: &[RecognisedSheet]| {
            let of_sheet = |sheet: &RecognisedSheet| (sheet.role, sheet.signature.clone());
            sheets.iter().map(of_sheet).collect::<BTreeMap<_, _>>()
        };
        (signatures(before) != signatures(now)).then(|| Self {
            added: lacking(now, before),
            removed: lacking(before, now),
        })
    }
}

/// The labels of `sheets` that `others` do not have.
fn lacking(sheets: &[RecognisedSheet], others: &[RecognisedSheet]) -> Vec<LabelPair> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for (key, _) in labels(others) {
        *known.entry(key).or_default() += 1;
    }
    let mut lacking = Vec::new();
    for (key, pair) in labels(sheets) {
        match known.get_mut(&key) {
            Some(left) if *left > 0 => *left -= 1,
            _ => lacking.push(pair),
        }
    }
    lacking
}

type Key = (Role, [Option<String>; 2]);

fn labels(sheets: &[RecognisedSheet]) -> impl Iterator<Item = (Key, LabelPair)> {
    let columns = sheets
        .iter()
        .flat_map(|sheet| sheet.heading.columns.iter().map(|column| (sheet.role, column)));
    columns.filter_map(|(role, column)| {
        let pair = [column.upper.clone(), column.lower.clone()];
        let key = pair.clone().map(|label| label.as_deref().map(normalised));
        pair.iter().any(Option::is_some).then_some(((role, key), pair))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::CellAddress;
    use crate::headings::{Column, Heading, Meaning, Source};

    fn sheet(signature: &str, labels: &[(&str, &str)]) -> RecognisedSheet {
        let columns = (0..).zip(labels).map(|(column, (upper, lower))| Column {
            column,
            upper: Some((*upper).to_owned()),
            lower: Some((*lower).to_owned()),
            label_cell: CellAddress { row: 1, column },
            meaning: Meaning::Ignored,
            source: Source::Vocabulary,
            same_as: None,
        });
        RecognisedSheet {
            sheet: "Daily".to_owned(),
            role: Role::Days,
            heading: Heading {
                group_row: Some(0),
                row: 1,
                columns: columns.collect(),
                agencies: Vec::new(),
            },
            data_rows: None,
            check_rows: Vec::new(),
            signature: signature.to_owned(),
            contents: Vec::new(),
        }
    }

    #[test]
    fn labels_that_come_and_go_are_told_and_moved_ones_are_not() {
        let before = [sheet("1", &[("유료", "매수"), ("초대", "매수"), ("현장", "매수")])];
        let now = [sheet(
            "2",
            &[("초 대", "매수"), ("유료", "매수"), ("유료", "매수"), ("매점", "매수")],
        )];
        let pair = |upper: &str| [Some(upper.to_owned()), Some("매수".to_owned())];
        let expected = LabelChanges {
            added: vec![pair("유료"), pair("매점")],
            removed: vec![pair("현장")],
        };
        assert_eq!(LabelChanges::between(&before, &now), Some(expected));
        assert_eq!(LabelChanges::between(&now, &now), None);
    }
}

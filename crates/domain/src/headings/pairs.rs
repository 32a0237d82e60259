//! Which label of a group holds for which column.

use super::decisions::Means;
use super::grid::Grid;
use super::vocabulary::{self, GroupLabel, Sub};
use super::{Reader, normalised};
use crate::diagnostics::CellAddress;

/// The two labels of a column, as written and as compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub column: u32,
    pub upper: Option<Label>,
    pub lower: Option<Label>,
    pub label_cell: CellAddress,
}

/// A label as it is written and as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub written: String,
    pub text: String,
}

impl Label {
    fn of(written: &str) -> Self {
        Self {
            written: written.to_owned(),
            text: normalised(written),
        }
    }
}

/// A label that goes on to the right, and what has stood under it.
struct Carried {
    label: Label,
    under: Vec<Sub>,
}

/// The labels of all columns under the heading in row `row`, with that of the groups in row `group_row`.
pub(super) fn pairs(grid: &Grid, reader: &Reader<'_>, row: u32, group_row: Option<u32>) -> Vec<Pair> {
    let rows: Vec<u32> = group_row.into_iter().chain([row]).collect();
    let width = grid.width(&rows);
    let mut carried: Option<Carried> = None;
    let mut pairs = Vec::new();
    for column in 0..width {
        let mut lower = grid.text(row, column).map(Label::of);
        let mut label_cell = CellAddress { row, column };
        let upper = if let Some(group_row) = group_row {
            if lower.is_none() {
                label_cell.row = group_row;
            }
            if let Some(region) = grid.region(group_row, column) {
                carried = None;
                if region.last.row >= row {
                    lower = None;
                    label_cell = region.first;
                }
                if lower.is_none() && column != region.first.column {
                    // Between the columns of the block.
                    continue;
                }
                grid.raw(region.first.row, region.first.column).map(Label::of)
            } else if let Some(text) = grid.text(group_row, column) {
                let label = Label::of(text);
                let before = column.checked_sub(1).and_then(|left| grid.text(group_row, left));
                let goes_on = before.is_some_and(|before| normalised(before) == label.text);
                let under = carried.take().filter(|_| goes_on).map(|carried| carried.under);
                carried = lower.as_ref().map(|lower| {
                    let mut under = under.unwrap_or_default();
                    under.push(meaning_under(reader, &label, lower));
                    Carried {
                        label: label.clone(),
                        under,
                    }
                });
                Some(label)
            } else {
                let goes_on = carried
                    .as_ref()
                    .zip(lower.as_ref())
                    .is_some_and(|(carried, lower)| may_stand_under(reader, carried, lower));
                if !goes_on {
                    carried = None;
                }
                if let (Some(carried), Some(lower)) = (&mut carried, &lower) {
                    let sub = meaning_under(reader, &carried.label, lower);
                    carried.under.push(sub);
                }
                carried.as_ref().map(|carried| carried.label.clone())
            }
        } else {
            None
        };
        if upper.is_some() || lower.is_some() {
            pairs.push(Pair {
                column,
                upper,
                lower,
                label_cell,
            });
        }
    }
    pairs
}

/// What a label says under a group, behind whose own leading word it may stand.
pub(super) fn meaning_under(reader: &Reader<'_>, upper: &Label, lower: &Label) -> Sub {
    let own = match (group(reader, &upper.text).0, vocabulary::leading(&lower.text)) {
        (GroupLabel::Paid(_), Some((true, rest))) | (GroupLabel::Complimentary, Some((false, rest)))
            if !rest.is_empty() =>
        {
            rest
        }
        _ => &lower.text,
    };
    vocabulary::sub(own, reader.grades)
}

/// What the label of a group says, by a decision or by its words, and whether it was a decision.
pub(super) fn group(reader: &Reader<'_>, upper: &str) -> (GroupLabel, bool) {
    let decided = reader
        .decisions
        .iter()
        .find_map(|decisions| decisions.of_group(reader.role, upper));
    let state = vocabulary::state(upper).unwrap_or(super::State::Booked);
    match decided {
        Some(Means::Agency(code, own)) => {
            let label = GroupLabel::Other {
                name: code.code().to_owned(),
                state: own.unwrap_or(state),
            };
            (label, true)
        }
        Some(Means::Paid) => (GroupLabel::Paid(state), true),
        Some(Means::Complimentary) => (GroupLabel::Complimentary, true),
        Some(Means::Ignored) => (GroupLabel::Ignored, true),
        Some(Means::Grade(_) | Means::Count | Means::Won) | None => (vocabulary::group(upper), false),
    }
}

/// Whether a carried label still holds above a label.
fn may_stand_under(reader: &Reader<'_>, carried: &Carried, lower: &Label) -> bool {
    let text = &lower.text;
    if vocabulary::plain(text).is_some() {
        return false;
    }
    let group = group(reader, &carried.label.text).0;
    let names_another = vocabulary::leading(text).is_some_and(|(is_paid, _)| match group {
        GroupLabel::Paid(_) => !is_paid,
        GroupLabel::Complimentary => is_paid,
        _ => true,
    });
    let is_sub_label = !matches!(vocabulary::sub(text, reader.grades), Sub::Text(_));
    let names_total = vocabulary::is_paid_or_all(text) && !is_sub_label;
    !names_another && !names_total && !carried.under.contains(&meaning_under(reader, &carried.label, lower))
}

//! What follows from the figures as they are read in the end: sums that do not add up, and the like.

use super::draft::{Draft, ERRORS, Fate, Side};
use super::expected::{Finding, Spot};
use super::plan::Kind;
use crate::workbook::Address;

/// Requires every finding that the figures ask for.
pub(super) fn cast(draft: &mut Draft) {
    for side in [Side::Daily, Side::Performances] {
        for index in 0..draft.row_count(side) {
            if draft.side(side).is_dead {
                continue;
            }
            let row = draft.side(side).rows[index];
            match draft.fate(side, index) {
                Fate::Good => of_row(draft, side, index, row),
                Fate::Broken => {
                    let codes = [
                        "grade_sum_mismatch",
                        "revenue_without_seats",
                        "seats_without_revenue",
                        "share_out_of_range",
                        "negative_sale",
                    ];
                    let name = draft.side(side).name;
                    draft.allow(&codes, Spot::Row(name, row + 1));
                }
                Fate::Lost => {}
            }
        }
        no_rows(draft, side);
    }
    sheets_disagree(draft);
    uncalculated(draft);
}

fn of_row(draft: &mut Draft, side: Side, index: usize, row: u32) {
    let is_stage = draft.good.is_stage;
    let (seats, sum, has_grades) = match side {
        Side::Daily => {
            let row = &draft.good.daily[index];
            (
                row.seats,
                row.seats_by_grade.values().sum::<i64>(),
                !row.seats_by_grade.is_empty(),
            )
        }
        Side::Performances => {
            let row = &draft.good.performances[index];
            (row.paid_seats, row.paid_seats_by_grade.values().sum(), true)
        }
    };
    if has_grades && seats != sum {
        require_at(draft, side, Kind::Total, row, "grade_sum_mismatch");
    }
    if side == Side::Performances {
        let performance = draft.good.performances[index].clone();
        let sum: i64 = performance.complimentary_seats_by_grade.values().sum();
        if performance.complimentary_seats != sum {
            require_at(draft, side, Kind::InvitedTotal, row, "grade_sum_mismatch");
        }
        for (share, number) in [
            performance.deposit_share,
            performance.paid_share,
            performance.complimentary_share,
        ]
        .into_iter()
        .enumerate()
        {
            if number.is_some_and(|number| !(0.0..=1.2).contains(&number)) {
                require_at(draft, side, Kind::Share(share), row, "share_out_of_range");
            }
        }
    }
    let revenue = match side {
        Side::Daily => Some(draft.good.daily[index].revenue_krw),
        Side::Performances => draft.good.performances[index].revenue_krw,
    };
    let Some(revenue) = revenue else { return };
    let name = draft.side(side).name;
    let cells: Vec<Address> = [Kind::Revenue, Kind::Total]
        .map(|kind| draft.side(side).at(kind, row))
        .to_vec();
    if revenue != 0 && seats == 0 {
        draft.require(&["revenue_without_seats"], Spot::cells(name, &cells));
    }
    if revenue == 0 && 0 < seats {
        let spot = Spot::cells(name, &cells);
        if side == Side::Performances && is_stage {
            draft.require(&["seats_without_revenue"], spot);
        } else {
            draft.allow(&["seats_without_revenue"], spot);
        }
    }
}

fn require_at(draft: &mut Draft, side: Side, kind: Kind, row: u32, code: &'static str) {
    let at = draft.side(side).at(kind, row);
    let spot = draft.spot(side, at);
    draft.require(&[code], spot);
}

fn no_rows(draft: &mut Draft, side: Side) {
    let (name, is_dead) = (draft.side(side).name, draft.side(side).is_dead);
    let fates: Vec<Fate> = (0..draft.row_count(side))
        .map(|index| draft.fate(side, index))
        .collect();
    let is_told = |finding: &Finding| {
        finding
            .codes
            .iter()
            .any(|code| ERRORS.contains(code) || *code == "sale_after_record_date")
            && finding.spot.is_of(name)
    };
    // A workbook of days to come has not been filled in yet, and whatever else is said of a sheet says more.
    let is_template = side == Side::Daily && draft.has_templates;
    let is_told = is_template || draft.required.iter().chain(&draft.allowed).any(is_told);
    if fates.is_empty() && !is_dead && !is_told {
        draft.require(&["no_data_rows"], Spot::Sheet(name));
    } else if is_dead || fates.is_empty() || fates.iter().all(|fate| *fate != Fate::Good) {
        draft.allow(&["no_data_rows"], Spot::Sheet(name));
    }
}

/// More than 5 % of the larger one is clear; of the smaller one only, it can be argued about.
fn sheets_disagree(draft: &mut Draft) {
    let code = ["sheets_disagree"];
    let is_whole = [Side::Daily, Side::Performances].into_iter().all(|side| {
        let fates: Vec<Fate> = (0..draft.row_count(side))
            .map(|index| draft.fate(side, index))
            .collect();
        !draft.side(side).is_dead && fates.contains(&Fate::Good) && !fates.contains(&Fate::Broken)
    });
    if !draft.good.is_stage {
        return;
    }
    let mut sums = [[0_i64; 2]; 2];
    for index in 0..draft.row_count(Side::Daily) {
        if draft.fate(Side::Daily, index) == Fate::Good {
            let row = &draft.good.daily[index];
            sums[0][0] += row.seats;
            sums[1][0] += row.revenue_krw;
        }
    }
    for index in 0..draft.row_count(Side::Performances) {
        if draft.fate(Side::Performances, index) == Fate::Good {
            let row = &draft.good.performances[index];
            sums[0][1] += row.paid_seats;
            sums[1][1] += row.revenue_krw.unwrap_or_default();
        }
    }
    let apart = |[daily, performances]: [i64; 2], of: fn(i64, i64) -> i64| {
        100 * (daily - performances).abs() > 5 * of(daily.abs(), performances.abs())
    };
    let is_clear = sums.into_iter().any(|pair| apart(pair, i64::max));
    let is_possible = sums.into_iter().any(|pair| apart(pair, i64::min));
    if is_whole && is_clear && !draft.has_errors() {
        draft.require(&code, Spot::Anywhere);
    } else if is_possible || !is_whole || draft.has_errors() {
        draft.allow(&code, Spot::Anywhere);
    }
}

/// Formulas that have all come to nothing, in a workbook that asks to be calculated.
fn uncalculated(draft: &mut Draft) {
    let code = ["uncalculated_workbook"];
    if !draft.dress.calculates_on_open() || draft.formulas.is_empty() || draft.formulas.contains(&Some(true)) {
        return;
    }
    if draft.formulas.contains(&None) {
        draft.allow(&code, Spot::Anywhere);
    } else {
        draft.require(&code, Spot::Anywhere);
    }
}

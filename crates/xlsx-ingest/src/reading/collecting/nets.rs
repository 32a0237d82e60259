//! What is peculiar about the sums of a workbook.

use domain::diagnostics::{Diagnostic, DiagnosticCode, Place};
use domain::headings::Role;
use domain::sales::SaleTotals;

use super::Collected;

/// Totals under this share of those before are peculiar, in per cent.
const SHRUNK_BELOW_PERCENT: i128 = 95;
/// Sums of the two sheets may be apart by this share of the greater one, in per cent.
const APART_PERCENT: i128 = 5;

impl Collected<'_> {
    /// Notes sums that contradict each other or the record date before. Sums that lack rows with errors say nothing.
    pub(super) fn note_nets(&mut self) {
        let lacks_sale_days = self.snapshot.lacks_sale_days;
        if !lacks_sale_days && self.is_daily_complete {
            self.note_shrunk_totals(self.snapshot.totals(), Role::Days);
        } else if lacks_sale_days && self.are_performances_complete {
            self.note_shrunk_totals(self.performance_totals(), Role::Performances);
        }
        if self.layout.is_stage() && self.is_daily_complete && self.are_performances_complete {
            self.note_disagreement();
        }
    }

    /// What the sheet with this role is called.
    fn sheet_name(&self, role: Role) -> &str {
        let recognised = self.labelled.iter().flat_map(|labelled| &labelled.recognised);
        let found = recognised.into_iter().find(|sheet| sheet.role == role);
        found.map_or(self.layout.sheet(role).name, |sheet| &sheet.sheet)
    }

    fn performance_totals(&self) -> SaleTotals {
        let performances = self.snapshot.performance_sales.iter();
        let stage = performances.clone().filter_map(|sale| sale.stage);
        SaleTotals {
            revenue_krw: stage.map(|stage| stage.revenue_krw).sum(),
            seats: performances.map(|sale| sale.paid_seats).sum(),
        }
    }

    fn note_shrunk_totals(&mut self, now: SaleTotals, role: Role) {
        let Some(before) = self.context.previous_totals else {
            return;
        };
        for (code, before, now) in [
            (DiagnosticCode::RevenueShrank, before.revenue_krw, now.revenue_krw),
            (DiagnosticCode::SeatsShrank, before.seats, now.seats),
        ] {
            if before > 0 && i128::from(now) * 100 < i128::from(before) * SHRUNK_BELOW_PERCENT {
                let change = format!("{} → {}", with_separators(before), with_separators(now));
                let name = self.sheet_name(role).to_owned();
                let place = Place {
                    sheet: self.layout.sheet(role).number,
                    cell: None,
                };
                self.log
                    .note(place, code, || Diagnostic::of_sheet(code, &name, Some(&change)));
            }
        }
    }

    fn note_disagreement(&mut self) {
        let daily = self.snapshot.totals();
        let SaleTotals { revenue_krw, seats } = self.performance_totals();
        let mut sums = Vec::new();
        if are_apart(daily.seats, seats) {
            sums.push((with_separators(daily.seats), with_separators(seats)));
        }
        if are_apart(daily.revenue_krw, revenue_krw) {
            let won = |krw| format!("₩{}", with_separators(krw));
            sums.push((won(daily.revenue_krw), won(revenue_krw)));
        }
        if !sums.is_empty() {
            let (daily, performances): (Vec<_>, Vec<_>) = sums.into_iter().unzip();
            let value = format!(
                "{} {} ≠ {} {}",
                self.sheet_name(Role::Days),
                daily.join(" · "),
                self.sheet_name(Role::Performances),
                performances.join(" · ")
            );
            self.note_file(DiagnosticCode::SheetsDisagree, Some(&value));
        }
    }
}

fn are_apart(one: i64, other: i64) -> bool {
    let (one, other) = (i128::from(one), i128::from(other));
    (one - other).abs() * 100 > one.abs().max(other.abs()) * APART_PERCENT
}

/// `1,234,567`.
fn with_separators(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_apart_beyond_five_per_cent_of_the_greater() {
        for (one, other, apart) in [
            (100, 95, false),
            (1_000, 949, true),
            (0, 0, false),
            (0, 1, true),
            (-100, 100, true),
        ] {
            assert_eq!(are_apart(one, other), apart, "{one} {other}");
            assert_eq!(are_apart(other, one), apart, "{other} {one}");
        }
    }

    #[test]
    fn thousands_are_parted() {
        for (number, text) in [(0, "0"), (900, "900"), (1_000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(with_separators(number), text);
        }
    }
}

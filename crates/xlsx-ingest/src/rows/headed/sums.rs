//! Sums over performances of what only sheets with headings tell.

use std::collections::BTreeMap;

use domain::agency::AgencyCode;
use domain::sales::{AgencyPerformanceFacts, DepositFacts};

use super::RowFigures;

/// Sums so far. What one performance does not tell is not known of all.
#[derive(Debug, Default)]
pub(crate) struct HeadedSums {
    pub(crate) agencies: BTreeMap<AgencyCode, AgencyPerformanceFacts>,
    pub(crate) deposits: DepositFacts,
    /// Performances that have a number.
    pub(crate) numbers: i64,
    has_rows: bool,
}

impl HeadedSums {
    /// Adds a performance.
    pub(crate) fn add(&mut self, figures: &RowFigures, has_number: bool) {
        let is_first = !std::mem::replace(&mut self.has_rows, true);
        self.numbers += i64::from(has_number);
        let pending_seats = figures
            .deposited_seats
            .map(|seats| (figures.seats.value - seats).max(0));
        let pending_krw = figures
            .revenue
            .zip(figures.deposited_krw)
            .map(|(revenue, krw)| (revenue.value - krw).max(0));
        let deposits = &mut self.deposits;
        for (sum, value) in [
            (&mut deposits.deposited_seats, figures.deposited_seats),
            (&mut deposits.deposited_krw, figures.deposited_krw),
            (&mut deposits.pending_seats, pending_seats),
            (&mut deposits.pending_krw, pending_krw),
        ] {
            add_known(sum, value, is_first);
        }
        for agency in &figures.agencies {
            let sums = self.agencies.entry(agency.agency.clone()).or_default();
            sums.seats += agency.seats;
            add_known(&mut sums.revenue_krw, agency.revenue_krw, is_first);
            add_known(&mut sums.deposited_seats, agency.deposited_seats, is_first);
            add_known(&mut sums.deposited_krw, agency.deposited_krw, is_first);
            for (grade, seats) in &agency.seats_by_grade {
                *sums.seats_by_grade.entry(grade.clone()).or_default() += seats;
            }
        }
    }
}

/// Adds to a sum that is known only as long as every part is.
fn add_known(sum: &mut Option<i64>, value: Option<i64>, is_first: bool) {
    *sum = match (*sum, value) {
        (_, value) if is_first => value,
        (Some(sum), Some(value)) => Some(sum + value),
        _ => None,
    };
}

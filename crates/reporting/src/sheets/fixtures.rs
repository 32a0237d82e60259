//! Answers to try the writers with.

use std::sync::Arc;

use domain::calendar::Month;
use domain::reports::monthly::MonthRow;

use super::monthly::MONTHLY;
use crate::parameters::Values;
use crate::report::{Answer, Finished};

fn row(revenue_krw: i64, note: Option<&str>) -> MonthRow {
    MonthRow {
        month: Month::parse("2026-11").unwrap(),
        revenue_krw: Some(revenue_krw),
        change_krw: None,
        change_ratio: None,
        note: note.map(str::to_owned),
    }
}

fn answer(rows: Vec<MonthRow>) -> Arc<dyn Answer> {
    let as_of = "2026-11-20".parse().unwrap();
    Arc::new(Finished::new(&MONTHLY, as_of, Values::defaults(&[]), rows))
}

/// So many months, which sold 0, 1, 2 … won.
pub(crate) fn months(count: i64) -> Arc<dyn Answer> {
    answer((0..count).map(|krw| row(krw, None)).collect())
}

/// One month with this note.
pub(crate) fn month_with_note(note: &str) -> Arc<dyn Answer> {
    answer(vec![row(0, Some(note))])
}

//! Answers to try the writers with.

use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use chrono::NaiveDate;
use domain::calendar::Month;
use domain::reports::monthly::MonthRow;

use super::monthly::MONTHLY;
use crate::object::RowVisitor;
use crate::parameters::Values;
use crate::report::{Answer, Finished, Served, Table};

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

/// An answer without rows, of which it is known on which threads it was written.
pub(crate) struct Watched {
    report: &'static dyn Served,
    threads: Mutex<Vec<ThreadId>>,
}

/// One of this report, which nobody has written yet.
pub(crate) fn watched(report: &'static dyn Served) -> Arc<Watched> {
    let threads = Mutex::default();
    Arc::new(Watched { report, threads })
}

impl Watched {
    fn note(&self) {
        self.threads.lock().unwrap().push(thread::current().id());
    }

    /// Fails where it was not written, or a part of it on the thread that asks this.
    pub(crate) fn assert_was_elsewhere(&self) {
        let (threads, here) = (self.threads.lock().unwrap(), thread::current().id());
        assert!(
            !threads.is_empty() && !threads.contains(&here),
            "{}",
            self.report.name()
        );
    }
}

impl Answer for Watched {
    fn report(&self) -> &'static dyn Served {
        self.report
    }

    fn as_of(&self) -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    fn json(&self) -> Vec<u8> {
        self.note();
        vec![b' '; 10_000]
    }

    fn visit_rows(&self, _: &Table, _: usize, _: &mut dyn RowVisitor) -> Option<usize> {
        self.note();
        None
    }
}

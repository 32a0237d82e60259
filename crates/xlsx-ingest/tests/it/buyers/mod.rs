//! Reports on buyers.

mod generated;
mod kinds;
mod rules;

use domain::buyers::Breakdown;
use domain::production::Category;
use domain::upload::UploadKind;
use sample_data::formats::xlsx;
use sample_data::{Sheet, Workbook};
use xlsx_ingest::Reading;

use crate::support::{context, read_bytes};

const REPORT: &str = "판매 리포트";

fn read(workbook: &Workbook) -> Reading {
    let reading = read_bytes("a.xlsx", &xlsx(workbook), &context(Category::Play));
    assert_eq!(reading.kind, UploadKind::Buyers);
    reading
}

/// A report with these rows, from A1 on. A text of digits is a number, an empty one is no cell.
fn report(rows: &[&[&str]]) -> Workbook {
    let mut sheet = Sheet::new(REPORT);
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            match text.parse::<i64>() {
                Ok(number) => sheet.set((row, column), number),
                Err(_) if text.is_empty() => continue,
                Err(_) => sheet.set((row, column), *text),
            };
        }
    }
    Workbook::new("a.xlsx").with_sheet(sheet)
}

/// Dimension, agency, item, seats and won of each class.
fn told(breakdowns: &[Breakdown]) -> Vec<(&'static str, &str, &str, i64, Option<i64>)> {
    let told = breakdowns.iter().map(|class| {
        let agency = class.agency.as_ref().map_or("", |agency| agency.code.code());
        (
            class.dimension.code(),
            agency,
            class.item.as_str(),
            class.seats,
            class.revenue_krw,
        )
    });
    told.collect()
}

/// Code and place of each finding.
fn found(reading: &Reading) -> Vec<(&'static str, String)> {
    let found = reading.diagnostics.iter();
    found
        .map(|finding| {
            let place = finding.cell.as_deref().and_then(|cell| cell.rsplit_once('!'));
            let place = place.map(|(_, cell)| cell.to_owned()).or_else(|| finding.sheet.clone());
            (finding.code.code(), place.unwrap_or_default())
        })
        .collect()
}

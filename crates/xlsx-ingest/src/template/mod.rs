//! Blank workbooks, ready to be filled in and uploaded.

mod columns;
mod writing;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::DateRange;
use domain::production::ProductionDetails;
use ports::driven::TemplateWriter;

use self::columns::Columns;
use self::writing::{BlankSheet, Rows};
use crate::layout::Layout;

/// Rows that are prepared for performances.
const PERFORMANCE_ROWS: u32 = 60;

/// Writes blank workbooks as `.xlsx`.
#[derive(Debug, Clone, Copy, Default)]
pub struct XlsxTemplates;

#[async_trait]
impl TemplateWriter for XlsxTemplates {
    async fn write(&self, details: ProductionDetails, sale: DateRange, today: NaiveDate) -> Vec<u8> {
        let written = tokio::task::spawn_blocking(move || workbook_template(&details, sale, today)).await;
        written.expect("writing a workbook does not panic")
    }
}

/// The bytes of a blank workbook of a production, made on the day `today`, with a row for each of the days `sale`.
pub fn workbook_template(details: &ProductionDetails, sale: DateRange, today: NaiveDate) -> Vec<u8> {
    let layout = Layout::of(details.category);
    let (daily_title, performances_title) = match layout {
        Layout::Stage => ("일별 판매 현황", "회차별 판매 현황"),
        Layout::Concert => ("일일 판매", "등급별 좌석 현황"),
    };
    let sheets = [
        BlankSheet {
            name: layout.daily().name,
            title: title(details, daily_title),
            columns: Columns::daily(layout, details),
            rows: Rows::Days(sale),
        },
        BlankSheet {
            name: layout.performances().name,
            title: title(details, performances_title),
            columns: Columns::performances(layout, details),
            rows: Rows::Blank(PERFORMANCE_ROWS),
        },
    ];
    writing::write(&sheets, today)
}

fn title(details: &ProductionDetails, what: &str) -> String {
    format!("{} {what} (노란 칸에 입력하세요)", details.name)
}

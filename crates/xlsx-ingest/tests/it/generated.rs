//! The workbooks of an invented season, as a good staff would keep them.

use domain::production::Category;
use sample_data::formats::xlsx;

use crate::support::{assert_findings, context, day, read_bytes};

#[test]
fn a_season_is_read_without_a_word() {
    let world = sample_data::season(1, day("2026-11-20"));
    for (sample, record_date) in world.uploads() {
        let mut context = context(Category::Play);
        context.category = None;
        context.record_date = record_date;
        let reading = read_bytes("a.xlsx", &xlsx(&sample.workbook(record_date)), &context);
        println!("{} {record_date}", sample.production.code);
        assert_findings(&reading, &[]);
    }
}

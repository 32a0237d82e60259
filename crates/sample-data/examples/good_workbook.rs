//! Writes the good workbooks of a season's play and concert into a folder: each as `.xlsx`, and its cells as JSON for other
//! writers. A cell is `[row, column, kind, value]`, both counted from 1; formulas are there by their values.

use std::path::PathBuf;

use sample_data::world::SampleProduction;
use sample_data::{Cell, Sheet, formats};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("a date of the calendar");
    let season = sample_data::season(7, today);
    for code in ["PL", "CO"] {
        let of_kind = |sample: &&SampleProduction| sample.production.code.starts_with(code);
        let sample = season.productions.iter().find(of_kind).expect("a season has each kind");
        let record_date = *sample.record_dates.last().expect("an upload");
        let workbook = sample.workbook(record_date);
        let sheets: Vec<Value> = workbook.sheets.iter().map(sheet).collect();
        let stem = format!("{}_{}", record_date.format("%Y%m%d"), sample.production.code);
        std::fs::write(folder.join(format!("{stem}_good.xlsx")), formats::xlsx(&workbook))?;
        std::fs::write(
            folder.join(format!("{stem}_good.json")),
            json!({ "sheets": sheets }).to_string(),
        )?;
    }
    Ok(())
}

fn sheet(sheet: &Sheet) -> Value {
    let cells = sheet.cells().filter_map(|(at, cell)| {
        let (kind, value) = match cell.value() {
            Cell::Text(text) => ("text", json!(text)),
            Cell::Number(number) => ("number", json!(number)),
            Cell::Percent(number) => ("percent", json!(number)),
            Cell::Date(date) => ("date", json!(date.to_string())),
            Cell::Time(time) => ("time", json!(time.format("%H:%M:%S").to_string())),
            _ => return None,
        };
        Some(json!([at.row + 1, at.column + 1, kind, value]))
    });
    json!({ "name": sheet.name, "cells": cells.collect::<Vec<_>>() })
}

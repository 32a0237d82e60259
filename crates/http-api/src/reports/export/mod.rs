//! Reports as tables for spreadsheets.

mod csv;
mod look;
mod rows;
mod writing_room;
mod xlsx;

use std::fs::File;
use std::io;

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::web::{Bytes, BytesMut};
use chrono::{DateTime, NaiveDate, Utc};
use futures_util::stream::{self, Stream};
use rust_xlsxwriter::XlsxError;
use serde_json::Value;
use tokio::io::AsyncReadExt;

pub use writing_room::WritingRoom;

use super::catalogue::Report;
use crate::problem::ApiError;
use crate::routes::attachment::{XLSX, as_attachment};
use crate::views::reports::ReportBody;

const PIECE_BYTES: usize = 64 * 1024;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    Json,
    /// The table of this name.
    Csv(&'static str),
    /// All tables.
    Xlsx,
}

/// One table, written while it is sent.
pub(super) fn csv_answer(report: &Report, table: &'static str, body: ReportBody, as_of: NaiveDate) -> HttpResponse {
    let mut tables = report.tables.iter();
    let index = tables.position(|known| known.name == table);
    let index = index.expect("the table was looked up in the catalogue");
    let name = match index {
        0 => report.name.replace('/', "-"),
        _ => format!("{}-{table}", report.name.replace('/', "-")),
    };
    let pieces = csv::CsvPieces::new(body, &report.tables[index]);
    let answer = HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .streaming(stream::iter(pieces));
    as_attachment(answer, &format!("{name}_{as_of}.csv"))
}

/// All tables, written before they are sent: a workbook's directory is at its end. The file has no name, and is gone
/// when it is closed.
pub(super) fn xlsx_file(report: &Report, body: &ReportBody, now: DateTime<Utc>) -> Result<File, XlsxError> {
    xlsx::write(body, report.tables, now)
}

/// Sends what was written.
pub(super) fn xlsx_answer(report: &Report, file: File, as_of: NaiveDate) -> Result<HttpResponse, ApiError> {
    let length = file
        .metadata()
        .map_err(|error| ApiError::Export(error.to_string()))?
        .len();
    let answer = HttpResponse::Ok()
        .content_type(XLSX)
        .body(SizedStream::new(length, pieces(file)));
    let name = report.name.replace('/', "-");
    Ok(as_attachment(answer, &format!("{name}_{as_of}.xlsx")))
}

fn pieces(file: File) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(tokio::fs::File::from_std(file), |mut file| async move {
        let mut piece = BytesMut::with_capacity(PIECE_BYTES);
        let length = file.read_buf(&mut piece).await?;
        Ok((length > 0).then(|| (piece.freeze(), file)))
    })
}

/// A list of names as one text.
fn joined(value: &Value) -> String {
    let names = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    names.collect::<Vec<_>>().join(", ")
}

//! Every format gives the figures of the same workbook in `.xlsx`.

use sample_data::formats::{self, CsvDates, CsvEncoding, CsvStyle};
use sample_data::{SampleProduction, Workbook};
use serde_json::json;

use crate::support::{Book, Client, Report, Site, company, enter, facts, shown};

/// Sends one workbook in another format; it must say what the truth is.
async fn same_figures(client: &Client, book: &Book, extension: &str, bytes: Vec<u8>) {
    let name = book.sheets.file_name_as(extension);
    let upload = client.upload(&name, bytes).complete().await;
    assert_eq!(upload["facts"], facts(&book.truth), "{name}");
    shown(client, &book.truth.production_code, Some(&book.truth)).await;
}

#[tokio::test]
async fn workbooks_of_every_format_say_the_same() {
    let (season, server) = (company(1), Site::new().serve().await);
    for sample in [season.musical(), season.play(), season.concert()] {
        enter(&server, sample).await;
        let book = Book::of(sample, 1);
        let sheets = &book.sheets;
        same_figures(&server, &book, "xlsx", book.bytes.clone()).await;
        same_figures(&server, &book, "xlsm", formats::xlsm(sheets)).await;
        same_figures(&server, &book, "xlsb", formats::xlsb(sheets)).await;
        same_figures(&server, &book, "xls", formats::xls(sheets)).await;
        same_figures(&server, &book, "ods", formats::ods(sheets)).await;
    }
}

/// Both sheets of a workbook as text, in the order in which the tabs stand.
fn pair(sheets: &Workbook, encoding: CsvEncoding) -> Vec<(String, Vec<u8>)> {
    let style = CsvStyle {
        encoding,
        dates: CsvDates::Dots,
        thousands: true,
        won_sign: true,
        seconds: true,
        ..CsvStyle::default()
    };
    let stem = sheets.file_name_as("");
    let name = |sheet: &str| format!("{}_{sheet}.csv", stem.trim_end_matches('.'));
    let file = |sheet: &sample_data::Sheet| (name(&sheet.name), formats::csv(sheet, style));
    sheets.sheets.iter().map(file).collect()
}

async fn text_says_the_same(client: &Client, sample: &SampleProduction, encoding: CsvEncoding, days_ago: u64) {
    let book = Book::of(sample, days_ago);
    let files = pair(&book.sheets, encoding);
    let sending = client.upload(&files[1].0, files[1].1.clone());
    let upload = sending.file(&files[0].0, files[0].1.clone()).complete().await;
    assert_eq!(upload["facts"], facts(&book.truth), "{encoding:?}");
    shown(client, &book.truth.production_code, Some(&book.truth)).await;
    // Both originals are kept, in the order in which they came.
    for (part, (_, bytes)) in [(1, &files[1]), (2, &files[0])] {
        let path = format!("/api/v1/uploads/{}/file?part={part}", upload["id"].as_str().unwrap());
        assert!(client.get(&path).await.bytes == *bytes);
    }
}

#[tokio::test]
async fn a_pair_of_csv_files_of_any_encoding_is_a_workbook() {
    let (season, server) = (company(1), Site::new().serve().await);
    for sample in [season.play(), season.concert()] {
        enter(&server, sample).await;
        for (encoding, days_ago) in CsvEncoding::ALL.into_iter().zip([5, 4, 3, 2, 1]) {
            text_says_the_same(&server, sample, encoding, days_ago).await;
        }
    }
}

#[tokio::test]
async fn one_csv_file_alone_lacks_a_sheet() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    for (name, bytes) in pair(&book.sheets, CsvEncoding::Utf8) {
        let upload = server.upload(&name, bytes).send().await.expect(201);
        assert_eq!(upload["status"], "failed");
        assert_eq!(upload["diagnosticCounts"], json!({ "missing_sheet": 1 }));
    }
    let none = Report::Days.shown(&server, &book.truth.production_code).await;
    assert_eq!(none, json!([null, []]));
}

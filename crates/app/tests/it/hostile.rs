//! Files that are meant to harm, and very many files at once.

use std::io::{Cursor, Read, Write};

use futures_util::future::join_all;
use rand::{Rng, RngCore, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sample_data::formats;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Book, Server, Site, company, enter, facts, shown};

/// What the server may take of the machine's memory, in MiB.
const MEMORY_MIB: u64 = 160;

/// The same zip file with another text in place of its first sheet.
fn with_first_sheet(xlsx: &[u8], write: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut source = ZipArchive::new(Cursor::new(xlsx)).unwrap();
    let mut target = ZipWriter::new(Cursor::new(Vec::new()));
    let mut write = Some(write);
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        let name = part.name().unwrap().into_owned();
        target.start_file(&name, options).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            write.take().unwrap()(&mut target);
        } else {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            target.write_all(&bytes).unwrap();
        }
    }
    assert!(write.is_none(), "the workbook has a first sheet");
    target.finish().unwrap().into_inner()
}

/// Three hundred megabytes of one sheet in less than one.
fn bomb(xlsx: &[u8]) -> Vec<u8> {
    with_first_sheet(xlsx, |part| {
        let row = b"<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>".repeat(10_000);
        part.write_all(b"<worksheet><sheetData>").unwrap();
        for _ in 0..800 {
            part.write_all(&row).unwrap();
        }
    })
}

/// Two cells that span a whole sheet.
fn two_far_cells(book: &Book) -> sample_data::Workbook {
    let mut sheets = book.sheets.clone();
    sheets.sheet_mut("Daily").set("A1", 1).set("XFD1048576", 1);
    sheets
}

async fn failed(server: &Server, name: &str, bytes: Vec<u8>) -> String {
    let upload = server.upload(name, bytes).send().await.expect(201);
    assert_eq!(upload["status"], "failed", "{name}");
    let first = &upload["diagnostics"][0];
    assert!(!first["message"]["ko"].as_str().unwrap().is_empty());
    first["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_hostile_file_fails_with_a_reason_and_takes_nothing_down() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let name = |extension: &str| book.sheets.file_name_as(extension);
    server.upload(&book.name, book.bytes.clone()).complete().await;

    let mut noise = vec![0; 1_000_000];
    ChaCha8Rng::seed_from_u64(1).fill_bytes(&mut noise);
    let far = two_far_cells(&book);
    let broken = with_first_sheet(&book.bytes, |part| {
        part.write_all(b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</row>")
            .unwrap();
    });
    let cut = |bytes: &[u8]| bytes[..bytes.len() * 6 / 10].to_vec();
    let files = [
        (name("xlsx"), bomb(&book.bytes), "too_large"),
        (name("xlsx"), formats::xlsx(&far), "too_large"),
        (name("xlsx"), broken, "not_a_workbook"),
        (name("xlsx"), cut(&book.bytes), "not_a_workbook"),
        (name("xlsb"), cut(&formats::xlsb(&book.sheets)), "not_a_workbook"),
        (name("ods"), cut(&formats::ods(&book.sheets)), "not_a_workbook"),
        (name("xlsb"), formats::xlsb(&far), "too_large"),
        (name("xlsx"), noise.clone(), "not_a_workbook"),
        (name("xls"), noise.clone(), "not_a_workbook"),
        (name("xlsb"), noise.clone(), "not_a_workbook"),
        (name("ods"), noise, "not_a_workbook"),
        (name("xlsx"), Vec::new(), "not_a_workbook"),
    ];
    for (name, bytes, code) in files {
        let length = bytes.len();
        assert_eq!(failed(&server, &name, bytes).await, code, "{length} bytes as {name}");
    }
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
    let peak = server.peak_memory_mib();
    println!("at most {peak} MiB");
    assert!(peak < MEMORY_MIB, "{peak} MiB");
}

#[tokio::test]
async fn flipped_bytes_never_take_the_server_down() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let sheets = &book.sheets;
    for (extension, bytes) in [
        ("xlsx", formats::xlsx(sheets)),
        ("xlsb", formats::xlsb(sheets)),
        ("xls", formats::xls(sheets)),
        ("ods", formats::ods(sheets)),
    ] {
        for _ in 0..5 {
            let mut bytes = bytes.clone();
            for _ in 0..3 {
                let position = rng.random_range(0..bytes.len());
                bytes[position] ^= 1 << rng.random_range(0..8);
            }
            let answer = server.upload(&sheets.file_name_as(extension), bytes).send().await;
            let status = answer.json()["status"].clone();
            assert!(status == "completed" || status == "failed", "{status}");
            let internal = answer.json()["diagnosticCounts"].get("internal_error").cloned();
            assert_eq!(internal, None::<Value>, "the file is to blame, not the server");
        }
    }
    assert_eq!(server.get("/readyz").await.status, 200);
}

#[tokio::test]
async fn many_uploads_at_once_all_end() {
    let (season, server) = (company(1), Site::new().serve().await);
    let mut books = Vec::new();
    for sample in season.productions() {
        enter(&server, sample).await;
        for days_ago in [7, 6, 5] {
            books.push(Book::of(sample, days_ago));
        }
    }
    let send = async |book: &Book| server.upload(&book.name, book.bytes.clone()).send().await.expect(201);
    let uploads = join_all(books.iter().map(send)).await;
    for (upload, book) in uploads.iter().zip(&books) {
        assert_eq!(upload["status"], "completed", "{upload}");
        assert_eq!(upload["facts"], facts(&book.truth));
    }
    for newest in books.chunks(3).map(|of_production| &of_production[2]) {
        shown(&server, &newest.truth.production_code, Some(&newest.truth)).await;
    }
    let peak = server.peak_memory_mib();
    println!("at most {peak} MiB");
    assert!(peak < MEMORY_MIB, "{peak} MiB");
}

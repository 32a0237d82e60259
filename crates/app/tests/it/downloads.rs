//! Originals, as they came in.

use sample_data::formats;

use crate::support::{Book, Site, company, enter};

/// `filename*=UTF-8''…` of the header that names a download.
fn name(disposition: &str) -> String {
    let (_, encoded) = disposition.split_once("filename*=UTF-8''").unwrap();
    let bytes: Vec<u8> = encoded
        .split('%')
        .enumerate()
        .flat_map(|(index, part)| {
            let (byte, rest) = if index == 0 { ("", part) } else { part.split_at(2) };
            let byte = u8::from_str_radix(byte, 16).ok();
            byte.into_iter().chain(rest.bytes()).collect::<Vec<_>>()
        })
        .collect();
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn an_original_comes_back_byte_for_byte_under_its_korean_name() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    assert!(!book.name.is_ascii());
    let upload = server.upload(&book.name, book.bytes.clone()).complete().await;
    assert_eq!(upload["fileName"], book.name);
    let path = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    let file = server.get(&path).await;
    assert_eq!((file.status, file.bytes == book.bytes), (200, true));
    assert_eq!(name(file.header("content-disposition")), book.name);
    assert!(file.header("content-disposition").starts_with("attachment;"));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").contains("sandbox"));
    // Also when it does not count any more.
    server.withdraw(&upload).await.expect(200);
    assert!(server.get(&path).await.bytes == book.bytes);
    assert_eq!(server.get(&format!("{path}?part=2")).await.status, 404);
}

#[tokio::test]
async fn a_file_that_is_no_workbook_comes_back_as_well() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let name = Book::of(season.play(), 1).name;
    let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    let upload = server.upload(&name, bytes.clone()).send().await.expect(201);
    assert_eq!(upload["status"], "failed");
    let path = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    assert!(server.get(&path).await.bytes == bytes);
}

#[tokio::test]
async fn a_name_from_a_mac_and_a_path_before_it_are_cleaned() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let code = &book.truth.production_code;
    // 한, in three parts.
    let sent = format!("../../etc/20250302_{code}_\u{1112}\u{1161}\u{11ab}.xlsx");
    let upload = server.upload(&sent, formats::xlsx(&book.sheets)).complete().await;
    assert_eq!(upload["fileName"], format!("20250302_{code}_한.xlsx"));
}

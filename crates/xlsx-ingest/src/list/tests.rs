use encoding_rs::EUC_KR;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Writer};

use super::*;
use crate::workbook::isolation::InProcess;

fn read_file(name: &str, bytes: &[u8]) -> Result<List, ListError> {
    read(name, bytes, &Limits::default(), &InProcess)
}

fn lists() -> Lists {
    Lists::new(ReadingRoom::new(1, Limits::default(), std::sync::Arc::new(InProcess)))
}

fn texts(list: &List) -> Vec<(u32, Vec<String>)> {
    let row = |row: &ListRow| (row.number, row.cells.iter().map(ListCell::text).collect());
    list.rows.iter().map(row).collect()
}

fn owned(rows: &[(u32, &[&str])]) -> Vec<(u32, Vec<String>)> {
    rows.iter()
        .map(|(number, cells)| (*number, cells.iter().map(|text| (*text).to_owned()).collect()))
        .collect()
}

/// A workbook whose first sheet is a list, with another behind it.
fn workbook() -> Vec<u8> {
    let mut workbook = Writer::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("목표").unwrap();
    sheet.write(0, 0, "날짜").unwrap();
    sheet.write(0, 1, "목표").unwrap();
    let day = ExcelDateTime::parse_from_str("2026-11-19").unwrap();
    sheet
        .write_with_format(2, 0, &day, &Format::new().set_num_format("yyyy-mm-dd"))
        .unwrap();
    sheet.write(2, 1, 1_000_000).unwrap();
    sheet.write(2, 3, true).unwrap();
    workbook.add_worksheet().write(0, 0, "another").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_first_sheet_is_read_with_the_numbers_of_its_rows() {
    let list = read_file("list.xlsx", &workbook()).unwrap();
    let expected: [(u32, &[&str]); 2] = [(1, &["날짜", "목표"]), (3, &["46345", "1000000", "", "true"])];
    assert_eq!(texts(&list), owned(&expected));
    let lists = lists();
    assert_eq!(lists.day(&list, &list.rows[1].cells[0]), "2026-11-19".parse().ok());
    assert_eq!(lists.number(&list.rows[1].cells[1]), Some(Decimal::from(1_000_000)));
}

#[test]
fn what_is_read_in_isolation_is_the_same() {
    // A limit below every workbook sends it there.
    let strict = Limits {
        in_process_bytes: 1,
        ..Limits::default()
    };
    let isolated = read("list.xlsx", &workbook(), &strict, &InProcess).unwrap();
    assert_eq!(isolated, read_file("list.xlsx", &workbook()).unwrap());
}

#[test]
fn csv_is_read_in_every_encoding_of_the_office() {
    let text = "날짜,목표\n\n2026.11.19,\"1,000,000원\"\n";
    let expected: [(u32, &[&str]); 2] = [(1, &["날짜", "목표"]), (3, &["2026.11.19", "1,000,000원"])];
    let (cp949, ..) = EUC_KR.encode(text);
    let with_bom = format!("\u{FEFF}{text}");
    let utf_16: Vec<u8> = with_bom.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes(), with_bom.as_bytes(), &cp949, &utf_16] {
        let list = read_file("목표.CSV", bytes).unwrap();
        assert_eq!(texts(&list), owned(&expected));
        let lists = lists();
        assert_eq!(lists.day(&list, &list.rows[1].cells[0]), "2026-11-19".parse().ok());
        assert_eq!(lists.number(&list.rows[1].cells[1]), Some(Decimal::from(1_000_000)));
    }
}

#[test]
fn dates_are_read_from_text_and_from_both_counts_of_days() {
    let lists = lists();
    let since_1900 = List::default();
    let since_1904 = List {
        since_1904: true,
        ..List::default()
    };
    let day = "2026-11-19".parse().ok();
    let number = |number: i64| ListCell::Number(Decimal::from(number));
    let text = |text: &str| ListCell::Text(text.to_owned());
    assert_eq!(lists.day(&since_1900, &number(46_345)), day);
    assert_eq!(lists.day(&since_1904, &number(46_345 - 1_462)), day);
    assert_eq!(lists.day(&since_1900, &number(20_261_119)), day);
    assert_eq!(lists.day(&since_1900, &text("20261119")), day);
    assert_eq!(lists.day(&since_1900, &text("soon")), None);
    assert_eq!(
        lists.day(&since_1900, &number(7)),
        None,
        "a day of 1900 is no day of ours"
    );
    let evening = "2026-11-19T19:30:00".parse().ok();
    assert_eq!(lists.instant(&since_1900, &text("2026-11-19 19:30")), evening);
    assert_eq!(
        lists.instant(&since_1900, &ListCell::Number(Decimal::new(463_458_125, 4))),
        evening
    );
    assert_eq!(lists.instant(&since_1900, &text("2026-11-19")), None);
}

#[test]
fn days_totals_and_numbers_are_those_of_workbooks() {
    let lists = lists();
    let list = List::default();
    let text = |text: &str| ListCell::Text(text.to_owned());
    for written in [
        "2026. 11. 18.",
        "2026년 11월 18일",
        "20261118",
        "26/11/18",
        "2026-11-18(수)",
    ] {
        assert_eq!(lists.day(&list, &text(written)), "2026-11-18".parse().ok(), "{written}");
    }
    for doubtful in ["11/18", "11/12/2026", "11월 18일"] {
        assert_eq!(lists.day(&list, &text(doubtful)), None, "{doubtful}");
    }
    assert!(["합계", "TOTAL", "소계(주말)"].iter().all(|word| lists.is_total(word)));
    assert!(!lists.is_total("합창단"));
    assert_eq!(lists.number(&text("₩1,000,000")), Some(Decimal::from(1_000_000)));
}

#[test]
fn what_is_no_list_is_told_as_such() {
    assert_eq!(read_file("list.xlsx", b"no workbook"), Err(ListError::NotAList));
    assert_eq!(read_file("list.txt", b"date,target"), Err(ListError::NotAList));
    assert_eq!(read_file("list.csv", b"\xFF\xFE\x00"), Err(ListError::NotAList));
    let mut sales = Writer::new();
    sales.add_worksheet().set_name("Daily").unwrap();
    assert_eq!(
        read_file("list.xlsx", &sales.save_to_buffer().unwrap()),
        Err(ListError::NotAList)
    );
}

#[test]
fn a_list_under_a_password_is_told_as_such() {
    let locked = include_bytes!("../../tests/fixtures/password-1234.xlsx");
    assert_eq!(read_file("list.xlsx", locked), Err(ListError::Encrypted));
    // Opened with the usual one, it is read: as a workbook of sales, which is no list.
    let protected = include_bytes!("../../tests/fixtures/write-protected.xlsx");
    assert_eq!(read_file("list.xlsx", protected), Err(ListError::NotAList));
}

#[test]
fn a_list_beyond_the_limits_is_too_large() {
    let rows = "1\n".repeat(MAX_ROWS as usize);
    assert!(read_file("list.csv", rows.as_bytes()).is_ok());
    let rows = "1\n".repeat(MAX_ROWS as usize + 1);
    assert_eq!(read_file("list.csv", rows.as_bytes()), Err(ListError::TooLarge));
    let columns = vec!["1"; 1_000_000].join(",");
    assert_eq!(read_file("list.csv", columns.as_bytes()), Err(ListError::TooLarge));
    let small = Limits {
        file_bytes: 3,
        ..Limits::default()
    };
    assert_eq!(read("list.csv", b"1,2,3", &small, &InProcess), Err(ListError::TooLarge));
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..300), spoilt in any::<prop::sample::Index>()) {
        let _ = read_file("list.csv", &bytes);
        let _ = read_file("list.xlsx", &bytes);
        let mut workbook = workbook();
        let at = spoilt.index(workbook.len());
        workbook[at] ^= 0xFF;
        let _ = read_file("list.xlsx", &workbook);
    }
}

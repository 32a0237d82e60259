//! Every format is read back as it was written.

use std::io::Cursor;

use calamine::{CellErrorType, Data, Ods, Reader, Xls, Xlsb, Xlsx};
use chrono::NaiveTime;
use sample_data::formats::{self, BinaryStyle, CsvEncoding, CsvStyle, DateSystem, Texts, XlsxStyle};
use sample_data::{Cell, CellError, Sheet, Workbook};

use crate::support::day;

/// One cell of every kind, with gaps, neighbours that are alike and texts that need escaping.
fn gallery() -> Workbook {
    let moment = day("2026-11-19").and_hms_opt(19, 30, 0).unwrap();
    let late = NaiveTime::from_hms_opt(23, 59, 0).unwrap();
    let mut cells = Sheet::new("셀 & <모음>")
        .with("B2", "가나다 \"A&B\" <c>")
        .with("C2", "  두  칸 ")
        .with("D2", "위\n아래")
        .with("B3", 0)
        .with("C3", -1_234_567)
        .with("D3", 0.1)
        .with("E3", 1e15)
        .with("F3", 46_345)
        .with("B5", Cell::Percent(0.540_322_580_645_161_3))
        .with("C5", moment.date())
        .with("D5", moment.time())
        .with("E5", late)
        .with("F5", moment)
        .with("G5", true)
        .with("H5", false)
        .with("B9", 7)
        .with("C9", 7)
        .with("D9", 7)
        .with("Z9", 7);
    for (column, error) in (1..).zip(CellError::ALL) {
        cells.set((11, column), error);
    }
    let formulas = Sheet::new("Formulas")
        .with("A1", Cell::formula("SUM(B1:C1)", 12_345))
        .with("A2", Cell::formula("IF(A1=0,0,INT(B1/A1))", 0.25))
        .with("A3", Cell::formula("B3/C3", Cell::Percent(0.9)))
        .with("A4", Cell::formula("B4&\"<\"", "글자 <"))
        .with("A5", Cell::formula("A1=B1", false))
        .with("A6", Cell::formula("B6+1", moment.date()))
        .with("A8", "끝");
    Workbook::new("gallery.xlsx")
        .with_sheet(cells)
        .with_sheet(formulas)
        .with_sheet(Sheet::new("빈 시트"))
}

/// The gallery and a formula that has come to nothing.
fn with_failed_formula() -> Workbook {
    let mut workbook = gallery();
    workbook
        .sheet_mut("Formulas")
        .set("A7", Cell::formula("#REF!", CellError::Ref));
    workbook
}

/// What calamine makes of an error.
fn error(error: CellError) -> CellErrorType {
    match error {
        CellError::Null => CellErrorType::Null,
        CellError::Div0 => CellErrorType::Div0,
        CellError::Value => CellErrorType::Value,
        CellError::Ref => CellErrorType::Ref,
        CellError::Name => CellErrorType::Name,
        CellError::Num => CellErrorType::Num,
        CellError::NotAvailable => CellErrorType::NA,
        CellError::GettingData => CellErrorType::GettingData,
        CellError::Spill | CellError::Calc => unreachable!("calamine does not know it"),
    }
}

/// Whether a cell was read as one of Excel's formats should be.
fn is_excel(cell: &Cell, read: &Data, dates: DateSystem) -> bool {
    let is_moment = |serial: f64| {
        matches!(read, Data::DateTime(at) if (at.as_f64() - serial).abs() < 1e-9 && at.is_datetime())
            && read_epoch_matches(read, cell)
    };
    match cell.value() {
        Cell::Text(text) => read == &Data::String(text.clone()),
        Cell::Number(number) | Cell::Percent(number) => read == &Data::Float(*number),
        Cell::Date(date) => is_moment(dates.date(*date)),
        Cell::DateTime(moment) => is_moment(dates.date_time(*moment)),
        Cell::Time(time) => {
            use chrono::Timelike;
            is_moment(f64::from(time.num_seconds_from_midnight()) / 86_400.0)
        }
        Cell::Bool(value) => read == &Data::Bool(*value),
        Cell::Error(kind) => read == &Data::Error(error(*kind)),
        Cell::Iso(text) => read == &Data::DateTimeIso(text.clone()),
        Cell::Empty | Cell::Formula { .. } => read == &Data::Empty,
    }
}

/// The reader must know from when the file counts its days.
fn read_epoch_matches(read: &Data, cell: &Cell) -> bool {
    use calamine::DataType;
    cell.as_date().is_none_or(|date| read.as_date() == Some(date))
}

fn is_ods(cell: &Cell, read: &Data) -> bool {
    match cell.value() {
        Cell::Date(date) => read == &Data::DateTimeIso(date.to_string()),
        Cell::DateTime(moment) => read == &Data::DateTimeIso(moment.format("%Y-%m-%dT%H:%M:%S").to_string()),
        Cell::Time(time) => read == &Data::DurationIso(time.format("PT%HH%MM%SS").to_string()),
        Cell::Error(kind) => read == &Data::String(kind.text().to_owned()),
        other => is_excel(other, read, DateSystem::Since1900),
    }
}

fn assert_read<R: Reader<Cursor<Vec<u8>>>>(workbook: &Workbook, bytes: Vec<u8>, same: impl Fn(&Cell, &Data) -> bool)
where
    R::Error: std::fmt::Debug,
{
    let mut reader = R::new(Cursor::new(bytes)).unwrap();
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(reader.sheet_names(), names);
    for sheet in &workbook.sheets {
        let range = reader.worksheet_range(&sheet.name).unwrap();
        for (address, cell) in sheet.cells() {
            let read = range.get_value((address.row, address.column)).unwrap_or(&Data::Empty);
            assert!(
                same(cell, read),
                "{}!{address}: {cell:?} was read as {read:?}",
                sheet.name
            );
        }
        let filled = range.used_cells().count();
        assert_eq!(filled, sheet.cells().count(), "{} has other cells as well", sheet.name);
    }
}

/// The gallery and an ordinary workbook of each layout.
fn workbooks() -> Vec<Workbook> {
    let world = sample_data::season(1, day("2026-11-20"));
    let uploads = world.uploads();
    let (stage, of_stage) = uploads[0];
    let (concert, of_concert) = *uploads
        .iter()
        .find(|(sample, _)| sample.production.code.starts_with("CO"))
        .unwrap();
    vec![gallery(), stage.workbook(of_stage), concert.workbook(of_concert)]
}

#[test]
fn xlsx_is_read_as_written() {
    for workbook in workbooks().into_iter().chain([with_failed_formula()]) {
        for dates in [DateSystem::Since1900, DateSystem::Since1904] {
            let bytes = formats::xlsx_with(&workbook, dates);
            assert_read::<Xlsx<_>>(&workbook, bytes, |cell, read| is_excel(cell, read, dates));
        }
    }
}

#[test]
fn xlsm_is_read_as_written_and_declares_macros() {
    let bytes = formats::xlsm(&gallery());
    assert_read::<Xlsx<_>>(&gallery(), bytes.clone(), |cell, read| {
        is_excel(cell, read, DateSystem::Since1900)
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let types = std::io::read_to_string(archive.by_name("[Content_Types].xml").unwrap()).unwrap();
    assert!(types.contains("application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
}

#[test]
fn xlsb_is_read_as_written() {
    for workbook in workbooks() {
        for dates in [DateSystem::Since1900, DateSystem::Since1904] {
            let bytes = formats::xlsb_with(&workbook, dates);
            assert_read::<Xlsb<_>>(&workbook, bytes, |cell, read| is_excel(cell, read, dates));
        }
    }
}

#[test]
fn the_error_of_a_formula_in_xlsb_is_passed_over_by_calamine() {
    let bytes = formats::xlsb(&with_failed_formula());
    let mut reader = Xlsb::new(Cursor::new(bytes)).unwrap();
    let range = reader.worksheet_range("Formulas").unwrap();
    assert_eq!(range.get_value((6, 0)), Some(&Data::Empty));
    assert_eq!(range.get_value((7, 0)), Some(&Data::String("끝".to_owned())));
}

#[test]
fn xls_is_read_as_written() {
    for workbook in workbooks().into_iter().chain([with_failed_formula()]) {
        for dates in [DateSystem::Since1900, DateSystem::Since1904] {
            let bytes = formats::xls_with(&workbook, dates);
            assert_read::<Xls<_>>(&workbook, bytes, |cell, read| is_excel(cell, read, dates));
        }
    }
}

#[test]
fn ods_is_read_as_written() {
    for workbook in workbooks().into_iter().chain([with_failed_formula()]) {
        assert_read::<Ods<_>>(&workbook, formats::ods(&workbook), is_ods);
    }
}

#[test]
fn csv_of_an_ordinary_sheet_has_its_markers_and_figures() {
    let workbook = &workbooks()[1];
    let sheet = workbook.sheet("Daily");
    let bytes = formats::csv(
        sheet,
        CsvStyle {
            encoding: CsvEncoding::Utf8Bom,
            ..CsvStyle::default()
        },
    );
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines.len(),
        sheet.size().0 as usize + 1,
        "each row ends with a line break"
    );
    assert!(lines[1].starts_with(",dash_date,,dash_seat_deposit_vip"));
    let fields: Vec<&str> = lines[4].split(',').collect();
    let total = sheet.get(sheet.at("dash_seat_deposit_tot", 5)).as_number().unwrap();
    assert_eq!(fields[9], total.to_string());
}

/// Ways of other programs, one at a time and together.
fn xlsx_styles() -> Vec<XlsxStyle> {
    let plain = XlsxStyle::default();
    let texts = |texts| XlsxStyle { texts, ..plain };
    vec![
        plain,
        texts(Texts::Inline),
        texts(Texts::SharedRuns),
        XlsxStyle {
            is_prefixed: true,
            has_absolute_targets: true,
            ..plain
        },
        XlsxStyle {
            is_unaddressed: true,
            ..plain
        },
        XlsxStyle {
            is_spaced: true,
            has_character_references: true,
            dates: DateSystem::Since1904,
            calculates_on_open: true,
            ..plain
        },
    ]
}

#[test]
fn xlsx_of_other_programs_is_read_as_written() {
    for workbook in workbooks().into_iter().chain([with_failed_formula()]) {
        for style in xlsx_styles() {
            let bytes = formats::xlsx_styled(&workbook, style);
            assert_read::<Xlsx<_>>(&workbook, bytes, |cell, read| is_excel(cell, read, style.dates));
        }
    }
}

#[test]
fn compact_binary_workbooks_are_read_as_written() {
    for workbook in workbooks() {
        for dates in [DateSystem::Since1900, DateSystem::Since1904] {
            let style = BinaryStyle {
                dates,
                compact: true,
                ..BinaryStyle::default()
            };
            // Their short form of a number may be a float of another kind, and is the same number.
            let same = |cell: &Cell, read: &Data| is_excel(cell, &as_float(read), dates);
            assert_read::<Xlsb<_>>(&workbook, formats::xlsb_styled(&workbook, style), same);
            assert_read::<Xls<_>>(&workbook, formats::xls_styled(&workbook, style), same);
        }
    }
}

fn as_float(read: &Data) -> Data {
    match read {
        #[expect(clippy::cast_precision_loss, reason = "a whole number of 30 bits")]
        Data::Int(whole) => Data::Float(*whole as f64),
        other => other.clone(),
    }
}

#[test]
fn merged_regions_are_read_as_written() {
    let mut workbook = gallery();
    workbook.sheets[0].merge("B5", "B7").merge("C9", "D10");
    let expected = vec![((4, 1), (6, 1)), ((8, 2), (9, 3))];
    let read = |regions: Vec<calamine::Dimensions>| {
        regions
            .into_iter()
            .map(|region| (region.start, region.end))
            .collect::<Vec<_>>()
    };
    let name = workbook.sheets[0].name.clone();
    for bytes in [
        formats::xlsx(&workbook),
        formats::xlsx_styled(&workbook, XlsxStyle::default()),
    ] {
        let mut reader = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read(reader.merge_cells_by_sheet_name(&name).unwrap()), expected);
    }
    let reader = Xls::new(Cursor::new(formats::xls(&workbook))).unwrap();
    assert_eq!(read(reader.merge_cells_by_sheet_name(&name).unwrap()), expected);
    let text = {
        let mut archive = zip::ZipArchive::new(Cursor::new(formats::ods(&workbook))).unwrap();
        std::io::read_to_string(archive.by_name("content.xml").unwrap()).unwrap()
    };
    assert_eq!(text.matches("<table:covered-table-cell/>").count(), 2 + 3);
    assert!(text.contains(r#"table:number-columns-spanned="2" table:number-rows-spanned="2""#));
}

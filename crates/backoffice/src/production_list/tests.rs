use ports::driven::MockListReader;
use proptest::prelude::*;

use super::*;

fn cell(text: &str) -> ListCell {
    match text {
        "" => ListCell::Blank,
        "#REF!" => ListCell::Error(text.to_owned()),
        text => ListCell::Text(text.to_owned()),
    }
}

fn list(rows: &[Vec<ListCell>]) -> List {
    let row = |(number, cells): (u32, &Vec<ListCell>)| ListRow {
        number,
        cells: cells.clone(),
    };
    List {
        rows: (1..).zip(rows).map(row).collect(),
        since_1904: false,
    }
}

fn texts(rows: &[&[&str]]) -> List {
    let cells = rows.iter().map(|row| row.iter().map(|text| cell(text)).collect());
    list(&cells.collect::<Vec<_>>())
}

fn reader() -> MockListReader {
    let mut reader = MockListReader::new();
    reader.expect_day().returning(|_, cell| cell.text().parse().ok());
    reader.expect_number().returning(|cell| cell.text().parse().ok());
    reader.expect_is_total().returning(|text| text == "합계");
    reader.expect_instant().returning(|_, cell| cell.text().parse().ok());
    reader
}

fn rows(list: &List, taken: TakenNames) -> Vec<ImportedRow> {
    ProductionList::read(list, &reader()).unwrap().rows(taken)
}

/// What is told of each row: `Code: taken`.
fn told(list: &List, taken: TakenNames) -> Vec<Vec<String>> {
    let of_row = |row: ImportedRow| {
        let errors = row.errors.iter();
        errors
            .map(|error| format!("{}: {}", error.place, error.rule.code()))
            .collect()
    };
    rows(list, taken).into_iter().map(of_row).collect()
}

fn refused(list: &List) -> Vec<String> {
    let errors = ProductionList::read(list, &reader()).unwrap_err();
    errors
        .iter()
        .map(|error| format!("{}: {}", error.place, error.rule.code()))
        .collect()
}

/// One production with every column, by the given names of columns.
fn filled(header: &[&str]) -> List {
    texts(&[
        header,
        &[
            "CO.26-1",
            "겨울 콘서트",
            "콘서트",
            "아니오",
            "올림픽홀",
            "2026-12-19",
            "2026-12-20",
            "2026-11-02",
            "2026-12-20",
            "150",
            "0.85",
            "1000000000",
            "2452",
            "2026-12-19",
            "2026-12-19T18:00:00",
        ],
    ])
}

#[test]
fn columns_are_named_as_in_the_api_or_in_korean() {
    let api = [
        "code",
        "name",
        "category",
        "active",
        "venue",
        "runStart",
        "runEnd",
        "saleStart",
        "saleEnd",
        "runningMinutes",
        "targetShare",
        "breakEvenKrw",
        "seatsPerPerformance",
        "previewEnd",
        "concertAt",
    ];
    let korean = [
        "코드",
        "공연명",
        "카테고리",
        "판매중",
        "공연장",
        "공연 시작일",
        "공연 종료일",
        "판매 시작일",
        "판매 종료일",
        "러닝타임(분)",
        "목표 점유율",
        "손익분기점",
        "회차당 좌석수",
        "프리뷰 종료일",
        "공연 일시",
    ];
    let shouted = api.map(str::to_uppercase);
    let mut found = Vec::new();
    for header in [&api, &korean, &shouted.each_ref().map(String::as_str)] {
        let mut rows = rows(&filled(header), TakenNames::default());
        assert_eq!(rows[0].errors, []);
        found.push(rows.remove(0).details.unwrap());
    }
    let mut expected = ProductionDraft::new("CO.26-1".parse().unwrap(), "겨울 콘서트", Category::Concert);
    let day = |text: &str| text.parse().ok();
    expected.active = false;
    expected.venue = Some("올림픽홀".to_owned());
    expected.run_start = day("2026-12-19");
    expected.run_end = day("2026-12-20");
    expected.sale_start = day("2026-11-02");
    expected.sale_end = day("2026-12-20");
    expected.running_minutes = Some(150);
    expected.target_share = Some(Decimal::new(85, 2));
    expected.break_even_krw = Some(1_000_000_000);
    expected.seats_per_performance = Some(2_452);
    expected.preview_end = day("2026-12-19");
    expected.concert_at = "2026-12-19T18:00:00+09:00".parse().ok();
    assert_eq!(found, vec![expected.check().unwrap(); 3]);
}

#[test]
fn what_a_row_leaves_out_is_not_known_and_the_production_is_active() {
    let list = texts(&[
        &["code", "name", "category", "active", "saleStart"],
        &["PL1", "하나", "Play", "", ""],
    ]);
    let rows = rows(&list, TakenNames::default());
    let expected = ProductionDraft::new("PL1".parse().unwrap(), "하나", Category::Play);
    assert_eq!(rows[0].details, expected.check().ok());
}

#[test]
fn words_for_yes_and_no_are_read_and_others_told() {
    let active = |cell: ListCell| {
        let text = |text: &str| ListCell::Text(text.to_owned());
        let header = ["code", "name", "category", "active"].map(text).to_vec();
        let row = vec![text("PL1"), text("하나"), text("play"), cell];
        let mut rows = rows(&list(&[header, row]), TakenNames::default());
        let row = rows.remove(0);
        row.errors.is_empty().then(|| row.details.unwrap().active)
    };
    for (text, expected) in [
        ("TRUE", Some(true)),
        ("예", Some(true)),
        ("Y", Some(true)),
        ("false", Some(false)),
        ("아니오", Some(false)),
        ("n", Some(false)),
        ("maybe", None),
    ] {
        assert_eq!(active(ListCell::Text(text.to_owned())), expected, "{text}");
    }
    assert_eq!(active(ListCell::Flag(false)), Some(false));
    assert_eq!(active(ListCell::Number(Decimal::ONE)), Some(true));
    assert_eq!(active(ListCell::Number(Decimal::TWO)), None);
    assert_eq!(active(ListCell::Error("#N/A".to_owned())), None);
}

#[test]
fn every_breach_of_a_row_is_told_at_once() {
    let list = texts(&[
        &[
            "code",
            "name",
            "category",
            "saleStart",
            "runningMinutes",
            "breakEvenKrw",
            "venue",
            "targetShare",
        ],
        &["", "", "", "soon", "90.5", "-1", "#REF!", "2"],
        &["PL 2", "#REF!", "opera", "", "3000000000", "0.5", "", ""],
    ]);
    let told = told(&list, TakenNames::default());
    assert_eq!(
        told[0],
        [
            "Code: required",
            "Category: required",
            "Venue: malformed",
            "SaleStart: malformed",
            "RunningMinutes: malformed",
            "Name: required",
            "TargetShare: out_of_range",
            "BreakEven: out_of_range",
        ]
    );
    assert_eq!(
        told[1],
        [
            "Code: malformed",
            "Category: malformed",
            "Name: malformed",
            "BreakEven: malformed",
            "RunningMinutes: out_of_range",
        ]
    );
}

#[test]
fn target_cost_and_basis_are_read_and_told_where_they_are_wrong() {
    let list = texts(&[
        &["code", "name", "category", "목표매출", "제작비", "매출기준"],
        &["PL1", "하나", "play", "900000000", "800000000", "입금"],
        &["PL2", "둘", "play", "", "", ""],
        &["PL3", "셋", "play", "-1", "0.5", "현금"],
    ]);
    let rows = rows(&list, TakenNames::default());
    let read = |row: usize| {
        let details = rows[row].details.as_ref().unwrap();
        (details.target_krw, details.production_cost_krw, details.revenue_basis)
    };
    assert_eq!(read(0), (Some(900_000_000), Some(800_000_000), RevenueBasis::Deposited));
    assert_eq!(read(1), (None, None, RevenueBasis::Booked));
    assert_eq!(
        told(&list, TakenNames::default())[2],
        [
            "ProductionCost: malformed",
            "RevenueBasis: malformed",
            "Target: out_of_range"
        ]
    );
}

#[test]
fn a_line_of_totals_and_weekdays_are_for_people() {
    let list = texts(&[
        &["code", "name", "category", "saleStart", "요일"],
        &["PL1", "하나", "play", "2026-11-02", "월"],
        &["PL2", "합계", "play", "", ""],
        &["합계", "2", "", "", ""],
    ]);
    let told = told(&list, TakenNames::default());
    assert_eq!(told, [[""; 0]; 2]);
}

#[test]
fn what_is_wrong_is_told_at_its_cell_in_both_languages() {
    let list = texts(&[
        &["saleStart", "code", "name", "category", "saleEnd"],
        &["soon", "PL1", "하나", "opera", ""],
        &["2026-11-05", "PL2", "하나", "play", "2026-11-04"],
    ]);
    let told: Vec<_> = rows(&list, TakenNames::default())
        .into_iter()
        .flat_map(|row| row.errors)
        .map(|error| (error.cell.unwrap(), error.rule.code(), error.message_ko.unwrap()))
        .collect();
    let expected = [
        (
            "D2",
            "malformed",
            "‘opera’을(를) 읽을 수 없습니다. 콘서트, 뮤지컬, 연극 가운데 하나를 적어 주세요.",
        ),
        (
            "A2",
            "malformed",
            "‘soon’을(를) 읽을 수 없습니다. 2026-11-19처럼 연·월·일을 모두 적어 주세요.",
        ),
        ("E3", "before_start", "시작일보다 빠릅니다."),
        (
            "C3",
            "taken",
            "‘하나’은(는) 이미 쓰고 있습니다. 다른 공연에 없는 값을 적어 주세요.",
        ),
    ];
    assert_eq!(
        told,
        expected.map(|(cell, code, korean)| (cell.to_owned(), code, korean.to_owned()))
    );
}

#[test]
fn doubles_are_told_also_of_rows_that_are_wrong_otherwise() {
    let list = texts(&[
        &["code", "name", "category", "saleStart"],
        &["PL1", "하나", "play", "soon"],
        &["PL1", " 둘 ", "opera", ""],
        &["PL3", "둘", "play", ""],
        &["pl3", "셋", "play", ""],
    ]);
    let taken = TakenNames {
        names: ["하나".to_owned()].into(),
        ..TakenNames::default()
    };
    assert_eq!(
        told(&list, taken),
        [
            vec!["SaleStart: malformed", "Name: taken"],
            vec!["Category: malformed", "Code: taken"],
            vec!["Name: taken"],
            // The code of the third row in another case.
            vec!["Code: taken"],
        ]
    );
    // What cannot be read is not made up.
    let is_told: Vec<_> = rows(&list, TakenNames::default())
        .iter()
        .map(|row| row.details.is_some())
        .collect();
    assert_eq!(is_told, [true, false, true, true]);
}

#[test]
fn columns_that_are_unknown_doubled_or_missing_are_told() {
    let list = texts(&[&["code", "코드", "memo"], &["PL1", "PL2", "x"]]);
    assert_eq!(
        refused(&list),
        [
            "column 코드: duplicate",
            "column memo: unknown_column",
            "column name: required",
            "column category: required",
        ]
    );
}

#[test]
fn a_list_has_one_to_two_thousand_rows() {
    let of = |rows: usize| {
        let header = ["code", "name", "category"].map(cell).to_vec();
        let row = |number: usize| {
            vec![
                cell(&format!("PL{number}")),
                cell(&format!("공연 {number}")),
                cell("play"),
            ]
        };
        list(&[header].into_iter().chain((0..rows).map(row)).collect::<Vec<_>>())
    };
    assert_eq!(refused(&of(0)), ["rows: required"]);
    assert!(told(&of(MAX_ROWS), TakenNames::default()).iter().all(Vec::is_empty));
    assert_eq!(refused(&of(MAX_ROWS + 1)), ["rows: too_long"]);
}

proptest! {
    #[test]
    fn of_equal_codes_all_but_the_first_are_told(
        codes in proptest::collection::vec("[ABab][1-3]", 1..12), taken in proptest::collection::btree_set("[ab][1-3]", 0..3),
    ) {
        let header = ["code", "name", "category"].map(cell).to_vec();
        let row = |(number, code): (usize, &String)| vec![cell(code), cell(&format!("공연 {number}")), cell("musical")];
        let list = list(&[header].into_iter().chain(codes.iter().enumerate().map(row)).collect::<Vec<_>>());
        let there = TakenNames { codes: taken.clone(), ..TakenNames::default() };
        for (index, told) in told(&list, there).into_iter().enumerate() {
            let folded: Vec<_> = codes.iter().map(|code| code.to_lowercase()).collect();
            let is_taken = taken.contains(&folded[index]) || folded[..index].contains(&folded[index]);
            prop_assert_eq!(told, if is_taken { vec!["Code: taken"] } else { vec![] });
        }
    }

    #[test]
    fn no_cell_makes_reading_fail(cells in proptest::collection::vec(
        prop_oneof![
            Just(ListCell::Blank),
            any::<bool>().prop_map(ListCell::Flag),
            any::<String>().prop_map(ListCell::Text),
            any::<String>().prop_map(ListCell::Error),
            (any::<i64>(), 0_u32..28).prop_map(|(units, places)| ListCell::Number(Decimal::new(units, places))),
        ], 0..15,
    )) {
        let header = COLUMNS.map(|Column(_, names)| cell(names[0])).to_vec();
        let rows = rows(&list(&[header, cells]), TakenNames::default());
        prop_assert_eq!(rows.len(), 1);
        // What cannot be entered is told, and what is told of nothing can be entered.
        prop_assert!(rows[0].details.is_some() || !rows[0].errors.is_empty());
    }
}

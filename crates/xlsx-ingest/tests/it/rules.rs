//! The reading rules, one small workbook each.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use domain::sales::SaleTotals;
use sample_data::formats::xlsx;
use sample_data::{Cell, CellError, Workbook};

use crate::support::{
    DAILY, PERFORMANCES, assert_findings, concert, context, day, percent, play, read_bytes, read_concert, read_play,
    time,
};

fn with_daily(address: &str, cell: impl Into<Cell>) -> Workbook {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set(address, cell);
    workbook
}

fn with_performance(address: &str, cell: impl Into<Cell>) -> Workbook {
    let mut workbook = play();
    workbook.sheet_mut(PERFORMANCES).set(address, cell);
    workbook
}

#[test]
fn a_good_play_has_no_findings() {
    let reading = read_play(&play());
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (facts.daily.rows, facts.daily.seats, facts.daily.revenue_krw),
        (2, 10, 850_000)
    );
    assert_eq!((facts.performances.rows, facts.performances.paid_seats), (2, 10));
    assert_eq!(
        (facts.performances.revenue_krw, facts.performances.casts),
        (Some(850_000), Some(1))
    );
    let first = &reading.snapshot.performance_sales[0];
    assert_eq!(first.starts_at.to_rfc3339(), "2026-11-20T19:30:00+09:00");
    assert_eq!(first.cast, ["김지유", "강준호"]);
    let stage = first.stage.unwrap();
    assert_eq!(
        [stage.deposit_share, stage.paid_share, stage.complimentary_share].map(|share| share.to_string()),
        ["0.25", "0.2", "0.08"]
    );
}

#[test]
fn a_good_concert_has_no_findings() {
    let reading = read_concert(&concert());
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (
            facts.daily.seats,
            facts.daily.complimentary_seats,
            facts.daily.revenue_krw
        ),
        (11, 1, 1_100_000)
    );
    assert!(facts.daily.seats_by_grade.is_empty());
    assert_eq!((facts.performances.revenue_krw, facts.performances.casts), (None, None));
    assert_eq!(reading.snapshot.performance_sales[0].paid_seats_by_grade.len(), 2);
}

#[test]
fn daily_rows_after_the_record_date_are_templates() {
    let mut workbook = with_daily("B5", day("2026-11-20"));
    workbook.sheet_mut(DAILY).set("E5", CellError::Ref).set("F5", "나중에");
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.facts().unwrap().daily.rows, 1);
}

#[test]
fn a_blank_number_is_zero_and_told() {
    let mut workbook = with_daily("C4", Cell::Empty);
    workbook.sheet_mut(DAILY).set("D4", "   ").set("E4", 0).set("F4", "");
    workbook.sheet_mut(PERFORMANCES).clear("L5").clear("J5").set("K5", 0);
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::BlankNumber, "Daily!C4", ""),
            (Code::BlankNumber, "Daily!D4", ""),
            (Code::BlankNumber, "Daily!F4", ""),
            (Code::BlankNumber, "회차별판매!J5", ""),
            (Code::BlankNumber, "회차별판매!L5", ""),
        ],
    );
    assert_eq!(reading.facts().unwrap().daily.rows, 2);
}

#[test]
fn zero_is_a_value_like_any_other() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("C4", 0)
        .set("D4", 0)
        .set("E4", 0)
        .set("F4", 0);
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot.daily_sales.len(), 2);
}

#[test]
fn a_fraction_is_rounded_half_away_from_zero() {
    let mut workbook = with_daily("F4", 400_000.5);
    workbook.sheet_mut(DAILY).set("F5", -0.5).set("C5", 4.4);
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::Fraction, "Daily!F4", "400000.5"),
            (Code::Fraction, "Daily!C5", "4.4"),
            (Code::Fraction, "Daily!F5", "-0.5"),
            (Code::NegativeSale, "Daily!F5", "-1"),
        ],
    );
    assert_eq!(reading.facts().unwrap().daily.revenue_krw, 400_001 - 1);
}

#[test]
fn a_share_is_its_shortest_decimal() {
    let reading = read_play(&with_performance("M4", percent(0.285)));
    assert_findings(&reading, &[]);
    let share = reading.snapshot.performance_sales[0].stage.unwrap().paid_share;
    assert_eq!(share.to_string(), "0.285");
    let reading = read_play(&with_performance("M4", percent(1.0 / 3.0)));
    let share = reading.snapshot.performance_sales[0].stage.unwrap().paid_share;
    assert_eq!(share.to_string(), "0.3333333333333333");
}

#[test]
fn refunds_above_sales_are_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("C4", -3).set("E4", -1).set("F4", -90_000);
    workbook.sheet_mut(PERFORMANCES).set("I4", -1);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::NegativeSale, "Daily!C4", "-3"),
            (Code::NegativeSale, "Daily!E4", "-1"),
            (Code::NegativeSale, "Daily!F4", "-90000"),
            (Code::NegativeSale, "회차별판매!I4", "-1"),
        ],
    );
    let mut workbook = concert();
    workbook.sheet_mut("일일 판매").set("E4", -2);
    assert_findings(&read_concert(&workbook), &[(Code::NegativeSale, "일일 판매!E4", "-2")]);
}

#[test]
fn a_performance_cannot_have_fewer_than_no_seats() {
    let mut workbook = play();
    workbook
        .sheet_mut(PERFORMANCES)
        .set("F4", -6)
        .set("H4", -5)
        .set("J5", -2)
        .set("K5", -2);
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::NegativeSeats, "회차별판매!F4", "-6"),
            (Code::NegativeSeats, "회차별판매!H4", "-5"),
            (Code::NegativeSeats, "회차별판매!J5", "-2"),
            (Code::NegativeSeats, "회차별판매!K5", "-2"),
        ],
    );
    assert!(reading.facts().is_none());
}

#[test]
fn every_error_cell_of_a_data_row_is_told() {
    for error in CellError::ALL {
        let mut workbook = with_performance("D4", error);
        workbook
            .sheet_mut(PERFORMANCES)
            .set("C5", error)
            .set("M5", error)
            .set("O5", error)
            .set("H6", error);
        assert_findings(
            &read_play(&workbook),
            &[
                (Code::ErrorCell, "회차별판매!D4", error.text()),
                (Code::ErrorCell, "회차별판매!C5", error.text()),
                (Code::ErrorCell, "회차별판매!M5", error.text()),
            ],
        );
    }
}

#[test]
fn an_error_in_the_date_column_is_told_anywhere_below_the_markers() {
    let mut workbook = with_daily("B3", CellError::Name);
    workbook
        .sheet_mut(DAILY)
        .set("B9", Cell::formula("A1/0", CellError::Div0))
        .set("B1", CellError::Ref);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::ErrorCell, "Daily!B3", "#NAME?"),
            (Code::ErrorCell, "Daily!B9", "#DIV/0!"),
        ],
    );
}

#[test]
fn text_and_truth_are_no_numbers() {
    let mut workbook = with_daily("E5", "109");
    workbook.sheet_mut(DAILY).set("F5", true);
    workbook.sheet_mut(PERFORMANCES).set("F4", "다섯").set("L4", "85%");
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::NotANumber, "Daily!E5", "109"),
            (Code::NotANumber, "Daily!F5", "TRUE"),
            (Code::NotANumber, "회차별판매!F4", "다섯"),
            (Code::NotANumber, "회차별판매!L4", "85%"),
        ],
    );
    assert_eq!(
        (
            reading.snapshot.daily_sales.len(),
            reading.snapshot.performance_sales.len()
        ),
        (1, 1)
    );
}

#[test]
fn numbers_beyond_all_bounds_are_none() {
    let mut workbook = with_daily("E4", 10_000_001);
    workbook.sheet_mut(DAILY).set("F4", -1e13).set("F5", 1e300);
    workbook.sheet_mut(PERFORMANCES).set("M4", 1_000);
    let reading = read_play(&workbook);
    let places = reading
        .diagnostics
        .iter()
        .map(|finding| (finding.code, finding.cell.as_deref().unwrap()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            (Code::NotANumber, "Daily!E4"),
            (Code::NotANumber, "Daily!F4"),
            (Code::NotANumber, "Daily!F5"),
            (Code::NotANumber, "회차별판매!M4"),
        ]
    );
}

#[test]
fn times_that_are_none_are_told() {
    let mut workbook = with_performance("C4", Cell::Empty);
    workbook.sheet_mut(PERFORMANCES).set("C5", "19:30");
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::MissingTime, "회차별판매!C4", ""),
            (Code::NotATime, "회차별판매!C5", "19:30"),
        ],
    );
    assert_findings(
        &read_play(&with_performance("C4", -0.25)),
        &[(Code::NotATime, "회차별판매!C4", "-0.25")],
    );
}

#[test]
fn only_the_fraction_of_a_time_counts_save_the_end_of_the_day() {
    for (serial, start) in [
        (0.0, "2026-11-20T00:00:00+09:00"),
        (46_000.5, "2026-11-20T12:00:00+09:00"),
        (1.0, "2026-11-21T00:00:00+09:00"),
        (1.0 - 1e-9, "2026-11-21T00:00:00+09:00"),
        (0.812_498, "2026-11-20T19:30:00+09:00"),
    ] {
        let reading = read_play(&with_performance("C4", serial));
        assert_findings(&reading, &[]);
        assert_eq!(
            reading.snapshot.performance_sales[0].starts_at.to_rfc3339(),
            start,
            "{serial}"
        );
    }
}

#[test]
fn a_missing_sheet_is_told() {
    let mut workbook = play();
    workbook.remove_sheet(DAILY);
    assert_findings(&read_play(&workbook), &[(Code::MissingSheet, "Daily", "")]);
    assert_findings(
        &read_play(&concert()),
        &[
            (Code::MissingSheet, "Daily", ""),
            (Code::MissingSheet, "회차별판매", ""),
        ],
    );
}

#[test]
fn every_missing_marker_is_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("B2", "date").clear("F2");
    workbook
        .sheet_mut(PERFORMANCES)
        .clear("D2")
        .clear("E2")
        .clear("F2")
        .clear("G2")
        .clear("M2");
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::MissingMarker, "Daily", "dash_date"),
            (Code::MissingMarker, "Daily", "dash_seat_deposit_sales"),
            (Code::MissingMarker, "회차별판매", "dash_cast"),
            (Code::MissingMarker, "회차별판매", "dash_share_paid"),
        ],
    );
    assert!(reading.snapshot.daily_sales.is_empty());
}

#[test]
fn a_doubled_marker_is_told_at_the_second_one() {
    let mut workbook = with_daily("H2", "dash_seat_deposit_tot");
    workbook
        .sheet_mut(PERFORMANCES)
        .set("O2", "dash_date")
        .set("P2", "dash_seat_paid_R");
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::DuplicateMarker, "Daily!H2", "dash_seat_deposit_tot"),
            (Code::DuplicateMarker, "회차별판매!O2", "dash_date"),
            (Code::DuplicateMarker, "회차별판매!P2", "dash_seat_paid_R"),
        ],
    );
}

#[test]
fn the_same_sale_day_twice_is_told_at_the_second_one() {
    assert_findings(
        &read_play(&with_daily("B5", day("2026-11-18"))),
        &[(Code::DuplicateSaleDay, "Daily!B5", "2026-11-18")],
    );
}

#[test]
fn the_same_start_twice_is_told_at_the_second_date() {
    let mut workbook = with_performance("B5", day("2026-11-20"));
    workbook.sheet_mut(PERFORMANCES).set("C5", time(19, 30));
    assert_findings(
        &read_play(&workbook),
        &[(Code::DuplicatePerformance, "회차별판매!B5", "2026-11-20 19:30")],
    );
}

#[test]
fn the_end_of_a_day_and_the_start_of_the_next_are_the_same() {
    let mut workbook = with_performance("C4", 1.0);
    workbook.sheet_mut(PERFORMANCES).set("C5", 0.0);
    assert_findings(
        &read_play(&workbook),
        &[(Code::DuplicatePerformance, "회차별판매!B5", "2026-11-21 00:00")],
    );
}

#[test]
fn grades_that_do_not_add_up_are_told_at_the_total() {
    let mut workbook = with_daily("C4", 4);
    workbook.sheet_mut(PERFORMANCES).set("G4", 2).set("K5", 3);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::GradeSumMismatch, "Daily!E4", "5"),
            (Code::GradeSumMismatch, "회차별판매!H4", "5"),
            (Code::GradeSumMismatch, "회차별판매!K5", "3"),
        ],
    );
}

#[test]
fn totals_without_grades_are_fine() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).clear("C2").clear("D2");
    workbook.sheet_mut(PERFORMANCES).clear("J2");
    assert_findings(&read_play(&workbook), &[]);
}

#[test]
fn shares_outside_of_the_house_are_told() {
    let mut workbook = with_performance("L4", percent(1.2));
    workbook
        .sheet_mut(PERFORMANCES)
        .set("M4", percent(1.200_1))
        .set("N4", percent(-0.01));
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::ShareOutOfRange, "회차별판매!M4", "1.2001"),
            (Code::ShareOutOfRange, "회차별판매!N4", "-0.01"),
        ],
    );
}

#[test]
fn a_missing_name_is_told_and_left_out() {
    let reading = read_play(&with_performance("D4", " "));
    assert_findings(&reading, &[(Code::MissingCast, "회차별판매!D4", "")]);
    assert_eq!(reading.snapshot.performance_sales[0].cast, ["강준호"]);
}

#[test]
fn sales_before_the_first_day_of_sale_are_told() {
    let mut context = context(Category::Musical);
    context.sale_start = Some(day("2026-11-19"));
    let reading = read_bytes("a.xlsx", &xlsx(&play()), &context);
    assert_findings(&reading, &[(Code::SaleBeforeStart, "Daily!B4", "2026-11-18")]);
}

#[test]
fn revenue_without_seats_is_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("C4", 1).set("D4", -1).set("E4", 0);
    workbook.sheet_mut(PERFORMANCES).set("F4", 0).set("G4", 0).set("H4", 0);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::NegativeSale, "Daily!D4", "-1"),
            (Code::RevenueWithoutSeats, "Daily!F4", "400000"),
            (Code::RevenueWithoutSeats, "회차별판매!I4", "425000"),
        ],
    );
}

#[test]
fn totals_that_shrank_by_more_than_five_per_cent_are_told() {
    let read = |revenue_krw, seats| {
        let mut context = context(Category::Play);
        context.previous_totals = Some(SaleTotals { revenue_krw, seats });
        read_bytes("a.xlsx", &xlsx(&play()), &context)
    };
    assert_findings(&read(894_736, 10), &[]);
    assert_findings(
        &read(894_737, 11),
        &[
            (Code::RevenueShrank, "Daily", "894,737 → 850,000"),
            (Code::SeatsShrank, "Daily", "11 → 10"),
        ],
    );
    assert_findings(&read(0, -5), &[]);
}

#[test]
fn a_daily_sheet_with_errors_is_not_compared() {
    let mut context = context(Category::Play);
    context.previous_totals = Some(SaleTotals {
        revenue_krw: 10_000_000,
        seats: 1_000,
    });
    let reading = read_bytes("a.xlsx", &xlsx(&with_daily("E4", "x")), &context);
    assert_findings(&reading, &[(Code::NotANumber, "Daily!E4", "x")]);
}

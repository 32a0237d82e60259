use super::super::showing::tests::showing;
use super::super::tests::{day, decimal, production};
use super::*;

/// Friday. Yesterday's week began on the 16th, its month on the 1st.
const AS_OF: &str = "2026-11-20";

fn windows() -> Windows {
    Windows::new(day(AS_OF))
}

fn days(days: &[(&str, i64, i64)]) -> BTreeMap<NaiveDate, DayFigures> {
    let figures = |revenue_krw, target_krw| DayFigures {
        revenue_krw,
        target_krw,
    };
    days.iter()
        .map(|(text, revenue_krw, target_krw)| (day(text), figures(*revenue_krw, *target_krw)))
        .collect()
}

fn musical(record_date: Option<&str>) -> Figures {
    Figures {
        production: production(record_date),
        dates: Dates {
            sale_start: Some(day("2026-10-01")),
            sale_end: Some(day("2026-12-31")),
            run_start: Some(day("2026-11-10")),
            run_end: Some(day("2026-12-31")),
        },
        break_even_krw: Some(2_000),
        seats_per_performance: Some(100),
        production_cost_krw: None,
        run_target_krw: None,
        wanted_basis: RevenueBasis::Booked,
        seat_inventory: SeatsByGrade::new(),
        performances: 3,
        seats: 30,
        booked_krw: 1_000,
        deposited_krw: None,
        daily_target_krw: 4_000,
        days: days(&[
            ("2026-10-31", 900, 900),
            ("2026-11-01", 1, 10),
            ("2026-11-06", 2, 20),
            ("2026-11-09", 4, 30),
            ("2026-11-12", 8, 40),
            ("2026-11-13", 16, 50),
            ("2026-11-16", 32, 60),
            ("2026-11-18", 64, 70),
            ("2026-11-19", 128, 80),
            ("2026-11-20", 512, 90),
            ("2026-11-30", 0, 7_000),
        ]),
        next_performances: Vec::new(),
    }
}

fn unsold() -> Figures {
    let targets_only = |(day, figures): (NaiveDate, DayFigures)| {
        let target_krw = figures.target_krw;
        let figures = DayFigures {
            revenue_krw: 0,
            target_krw,
        };
        (day, figures)
    };
    Figures {
        performances: 0,
        seats: 0,
        booked_krw: 0,
        days: musical(None).days.into_iter().map(targets_only).collect(),
        ..musical(None)
    }
}

/// One without any target.
fn untargeted(record_date: &str) -> Figures {
    let mut figures = musical(Some(record_date));
    figures.daily_target_krw = 0;
    figures.days.values_mut().for_each(|day| day.target_krw = 0);
    figures
}

fn concert(inventory: &[(&str, i64)]) -> Figures {
    let mut figures = musical(Some("2026-11-19"));
    figures.production.category = Category::Concert;
    figures.seat_inventory = inventory
        .iter()
        .map(|(grade, seats)| (grade.parse().unwrap(), *seats))
        .collect();
    figures
}

fn answer(figures: Vec<Figures>) -> Answer {
    super::answer(figures, windows(), decimal("0.40"))
}

fn standing(figures: Figures) -> Standing {
    answer(vec![figures]).items.remove(0).standing
}

#[test]
fn a_production_stands_against_house_target_and_break_even() {
    let standing = standing(musical(Some("2026-11-19")));
    assert_eq!(
        (standing.revenue_krw, standing.seats, standing.open_seats),
        (Some(1_000), Some(30), Some(300))
    );
    assert_eq!(standing.seat_ratio, Some(decimal("0.1")));
    assert_eq!(
        (standing.target_krw, standing.target_ratio),
        (Some(4_000), Some(decimal("0.25")))
    );
    assert_eq!(
        (standing.break_even_krw, standing.break_even_ratio),
        (Some(2_000), Some(decimal("0.5")))
    );
    assert_eq!(
        (standing.break_even_on_target, standing.revenue_share),
        (Some(decimal("0.5")), Some(decimal("1")))
    );
}

#[test]
fn what_is_not_planned_is_unknown() {
    let bare = Figures {
        break_even_krw: None,
        seats_per_performance: None,
        ..untargeted("2026-11-19")
    };
    let standing = standing(bare);
    assert_eq!((standing.open_seats, standing.seat_ratio), (None, None));
    assert_eq!((standing.target_krw, standing.target_ratio), (None, None));
    assert_eq!((standing.break_even_ratio, standing.break_even_on_target), (None, None));
    assert_eq!((standing.week.due_target_krw, standing.week.due_ratio), (Some(0), None));
    assert_eq!(standing.month_target_krw, Some(0));
}

#[test]
fn before_the_first_workbook_one_performance_is_certain() {
    assert_eq!(standing(unsold()).open_seats, Some(100));
    let inventory = Figures {
        seats_per_performance: None,
        ..concert(&[("r", 40), ("s", 10)])
    };
    assert_eq!(standing(inventory).open_seats, Some(150));
}

#[test]
fn yesterday_and_seven_days_end_before_the_day() {
    let standing = standing(musical(Some("2026-11-20")));
    assert_eq!(
        (standing.yesterday_revenue_krw, standing.yesterday_change_krw),
        (Some(128), Some(64))
    );
    assert_eq!(standing.seven_day_revenue_krw, Some(16 + 32 + 64 + 128));
    // 2 + 4 + 8 before.
    assert_eq!(standing.seven_day_change_ratio, Some(decimal("16.1429")));
}

#[test]
fn week_and_month_go_to_yesterday_or_the_record_date() {
    let spans = |record_date| {
        let standing = standing(musical(Some(record_date)));
        let week = (
            standing.week.revenue_krw,
            standing.week.due_target_krw,
            standing.week_change_ratio,
        );
        (week, standing.month.revenue_krw, standing.month.due_target_krw)
    };
    let change = |text| Some(decimal(text));
    // Against the 9th to the 12th, to the 11th, and to the 9th.
    assert_eq!(
        spans("2026-11-25"),
        ((Some(224), Some(210), change("17.6667")), Some(255), Some(360))
    );
    assert_eq!(spans("2026-11-19"), spans("2026-11-25"));
    assert_eq!(
        spans("2026-11-18"),
        ((Some(96), Some(130), change("23")), Some(127), Some(280))
    );
    assert_eq!(
        spans("2026-11-16"),
        ((Some(32), Some(60), change("7")), Some(63), Some(210))
    );
    assert_eq!(spans("2026-11-15"), ((None, None, None), Some(31), Some(150)));
    assert_eq!(spans("2026-11-01"), ((None, None, None), Some(1), Some(10)));
    assert_eq!(spans("2026-10-31"), ((None, None, None), None, None));
    let standing = standing(musical(Some("2026-10-31")));
    assert_eq!(
        (standing.month.due_ratio, standing.month_target_krw),
        (None, Some(7_450))
    );
}

#[test]
fn on_the_first_of_a_month_yesterday_s_month_is_told() {
    let answer = super::answer(
        vec![musical(Some("2026-11-19"))],
        Windows::new(day("2026-12-01")),
        decimal("0"),
    );
    let standing = &answer.items[0].standing;
    assert_eq!(
        (standing.month.revenue_krw, standing.month_target_krw),
        (Some(255), Some(7_450))
    );
    assert_eq!(standing.week.revenue_krw, None);
}

#[test]
fn days_are_told_from_a_month_before_to_six_days_after() {
    let days = standing(musical(Some("2026-11-19"))).last_days;
    assert_eq!(
        (days.len(), days[0].day, days[37].day),
        (38, day("2026-10-20"), day("2026-11-26"))
    );
    assert_eq!(
        (days[30].day, days[30].revenue_krw, days[30].target_krw),
        (day("2026-11-19"), Some(128), Some(80))
    );
    assert_eq!((days[31].revenue_krw, days[31].target_krw), (None, Some(90)));
    assert_eq!((days[1].revenue_krw, days[1].target_krw), (Some(0), Some(0)));
}

#[test]
fn without_a_snapshot_a_row_says_nothing_was_sold_and_a_sum_does_not_count_it() {
    let answer = answer(vec![unsold()]);
    let row = &answer.items[0].standing;
    assert_eq!((row.revenue_krw, row.seats), (Some(0), Some(0)));
    assert_eq!(
        (row.yesterday_revenue_krw, row.yesterday_change_krw),
        (Some(0), Some(0))
    );
    assert_eq!((row.seven_day_revenue_krw, row.seven_day_change_ratio), (Some(0), None));
    assert_eq!((row.week.revenue_krw, row.month.revenue_krw), (Some(0), Some(0)));
    assert_eq!(
        (row.week.due_target_krw, row.week.due_ratio, row.week_change_ratio),
        (None, None, None)
    );
    assert_eq!((row.month.due_target_krw, row.month_target_krw), (None, Some(7_450)));
    assert!(row.last_days.iter().all(|day| day.revenue_krw == Some(0)));
    let group = &answer.overall.standing;
    assert_eq!(
        (group.revenue_krw, group.seats, group.target_krw),
        (Some(0), Some(0), Some(4_000))
    );
    assert_eq!((group.yesterday_revenue_krw, group.yesterday_change_krw), (None, None));
    assert_eq!(
        (
            group.seven_day_revenue_krw,
            group.week.revenue_krw,
            group.month.revenue_krw
        ),
        (None, None, None)
    );
    assert_eq!(
        (group.month.due_target_krw, group.month_target_krw),
        (None, Some(7_450))
    );
    assert!(group.last_days.iter().all(|day| day.revenue_krw.is_none()));
    assert_eq!((answer.overall.productions, answer.overall.counted), (1, 0));
    assert_eq!(row.revenue_share, None);
}

#[test]
fn ratios_of_a_group_take_those_that_know_both_sides() {
    let costs_unknown = Figures {
        break_even_krw: None,
        seats_per_performance: None,
        booked_krw: 3_000,
        ..untargeted("2026-11-19")
    };
    let late = musical(Some("2026-11-16"));
    let answer = answer(vec![musical(Some("2026-11-19")), costs_unknown, late, unsold()]);
    let group = &answer.overall.standing;
    assert_eq!((answer.overall.productions, answer.overall.counted), (4, 2));
    assert_eq!(group.revenue_krw, Some(5_000));
    assert_eq!(
        (group.target_krw, group.target_ratio),
        (Some(12_000), Some(decimal("0.1667")))
    );
    assert_eq!(
        (group.break_even_krw, group.break_even_ratio),
        (Some(6_000), Some(decimal("0.3333")))
    );
    assert_eq!(
        (group.open_seats, group.seat_ratio),
        (Some(700), Some(decimal("0.0857")))
    );
    // Two tell of yesterday, and of these one has targets; the third tells of Monday.
    assert_eq!(group.yesterday_revenue_krw, Some(256));
    assert_eq!(
        (group.week.revenue_krw, group.week.due_target_krw),
        (Some(480), Some(270))
    );
    assert_eq!(
        group.week.due_ratio,
        Some(decimal("0.9481")),
        "224 + 32 against 210 + 60"
    );
    assert_eq!(
        group.week_change_ratio,
        Some(decimal("16.1429")),
        "480 against 12 + 12 + 4"
    );
    assert_eq!(group.last_days[30].revenue_krw, Some(256));
    assert_eq!(answer.items[1].standing.revenue_share, Some(decimal("0.6")));
    assert_eq!(group.revenue_share, Some(decimal("1")));
}

#[test]
fn categories_share_the_revenue_of_all() {
    let answer = answer(vec![
        concert(&[]),
        musical(Some("2026-11-19")),
        musical(Some("2026-11-19")),
    ]);
    let told: Vec<_> = answer
        .categories
        .iter()
        .map(|(category, group)| (*category, group.productions, group.standing.revenue_share))
        .collect();
    assert_eq!(
        told,
        [
            (Category::Concert, 1, Some(decimal("0.3333"))),
            (Category::Musical, 2, Some(decimal("0.6667")))
        ]
    );
}

fn playing(figures: Figures, performances: Vec<showing::Figures>) -> Figures {
    Figures {
        next_performances: performances,
        ..figures
    }
}

#[test]
fn a_mean_occupancy_is_that_of_all_performances_of_the_group() {
    let full = playing(
        musical(Some("2026-11-19")),
        vec![showing("2026-11-21", "0.9", "0.1"), showing("2026-11-22", "0.8", "0")],
    );
    let seats = |figures: Figures| playing(figures, vec![showing("2026-11-23", "0", "0")]);
    // Four of twelve seats.
    let answer = answer(vec![
        full,
        seats(concert(&[("r", 9), ("s", 3)])),
        seats(concert(&[])),
        unsold(),
    ]);
    let told = |standing: &Standing| (standing.seven_day_performances, standing.seven_day_occupancy);
    assert_eq!(told(&answer.items[0].standing), (2, Some(decimal("0.9"))));
    assert_eq!(told(&answer.items[1].standing), (1, Some(decimal("0.3333"))));
    assert_eq!(told(&answer.items[2].standing), (1, None));
    assert_eq!(told(&answer.items[3].standing), (0, None));
    assert_eq!(told(&answer.overall.standing), (4, Some(decimal("0.7111"))));
}

#[test]
fn low_performances_are_those_below_the_threshold_unrounded() {
    let stage = playing(
        musical(Some("2026-11-19")),
        vec![
            showing("2026-11-21", "0.3", "0.1"),
            showing("2026-11-22", "0.3", "0.09999"),
        ],
    );
    let of = |figures: Figures| answer(vec![figures]).items.remove(0).low_performances;
    let low = of(stage);
    assert_eq!(low.len(), 1);
    assert_eq!((low[0].occupancy, low[0].remaining_seats), (decimal("0.4"), Some(96)));
    let concert_of = |inventory: &[(&str, i64)]| of(playing(concert(inventory), vec![showing("2026-11-21", "0", "0")]));
    let low = concert_of(&[("r", 9), ("s", 3)]);
    assert_eq!(
        (low[0].paid_share, low[0].complimentary_share),
        (decimal("0.25"), decimal("0.0833"))
    );
    assert_eq!((low[0].occupancy, low[0].remaining_seats), (decimal("0.3333"), Some(8)));
    assert_eq!(concert_of(&[("r", 10)]), [], "four of ten are not below");
    assert_eq!((concert_of(&[]), concert_of(&[("r", 0)])), (vec![], vec![]));
}

#[test]
fn a_sale_without_an_end_goes_on_and_one_without_a_beginning_never_began() {
    let on_sale = |start: Option<&str>, end: Option<&str>| {
        let dates = Dates {
            sale_start: start.map(day),
            sale_end: end.map(day),
            ..Dates::default()
        };
        dates.on_sale(day("2026-11-19"))
    };
    assert!(on_sale(Some("2026-11-19"), Some("2026-11-19")));
    assert!(on_sale(Some("2000-01-01"), None));
    assert!(!on_sale(Some("2026-11-20"), None));
    assert!(!on_sale(Some("2026-11-01"), Some("2026-11-18")));
    assert!(!on_sale(None, Some("2026-12-31")));
}

#[test]
fn a_workbook_is_missing_until_it_tells_of_yesterday() {
    let mut ended = musical(Some("2026-11-10"));
    ended.dates.sale_end = Some(day("2026-11-18"));
    let answer = answer(vec![
        musical(Some("2026-11-18")),
        musical(Some("2026-11-19")),
        musical(Some("2026-11-25")),
        unsold(),
        ended,
    ]);
    let missing: Vec<_> = answer.items.iter().map(|row| row.missing).collect();
    assert_eq!(missing, [true, false, false, true, false]);
    assert_eq!((answer.due, answer.arrived), (4, 2));
}

#[test]
fn a_production_is_over_after_its_run_or_where_that_is_unknown_its_sale() {
    let dates = |[sale_start, sale_end, run_start, run_end]: [Option<&str>; 4]| Dates {
        sale_start: sale_start.map(day),
        sale_end: sale_end.map(day),
        run_start: run_start.map(day),
        run_end: run_end.map(day),
    };
    let state = |texts| dates(texts).state(day(AS_OF));
    let (past, today, to_come) = (Some("2026-11-19"), Some(AS_OF), Some("2026-11-21"));
    assert_eq!(state([past, past, past, past]), State::Over);
    assert_eq!(state([past, to_come, past, past]), State::Over);
    assert_eq!(state([past, past, past, today]), State::Running);
    assert_eq!(state([past, past, None, None]), State::Over);
    assert_eq!(state([None, None, today, None]), State::Running);
    assert_eq!(state([past, None, to_come, None]), State::OnSale);
    assert_eq!(state([today, to_come, to_come, to_come]), State::OnSale);
    assert_eq!(state([to_come, None, None, None]), State::BeforeSale);
    assert_eq!(state([None; 4]), State::BeforeSale);
}

#[test]
fn the_complete_day_is_the_last_of_which_all_on_sale_have_told() {
    let complete = |figures: Vec<Figures>| answer(figures).complete_day;
    let day_before_last = complete(vec![musical(Some("2026-11-18")), musical(Some("2026-11-19"))]).unwrap();
    assert_eq!(
        (day_before_last.day, day_before_last.revenue_krw),
        (day("2026-11-18"), 128)
    );
    assert_eq!(day_before_last.change_ratio, None, "a week before nothing was sold");
    let mut ended = musical(Some("2026-11-19"));
    ended.dates.sale_end = Some(day("2026-11-10"));
    let mut late = musical(Some("2026-11-15"));
    late.dates.sale_end = Some(day("2026-11-15"));
    // Who is not on sale any more need not tell, and counts if it does.
    let yesterday = complete(vec![musical(Some("2026-11-30")), ended, late]).unwrap();
    assert_eq!((yesterday.day, yesterday.revenue_krw), (day("2026-11-19"), 256));
    assert_eq!(yesterday.change_ratio, Some(decimal("15")), "256 against 16");
    assert_eq!(complete(vec![musical(Some("2026-11-19")), unsold()]), None);
    assert_eq!(
        complete(vec![musical(Some("2026-10-19"))]),
        None,
        "more than a month ago"
    );
    assert_eq!(
        complete(vec![musical(Some("2026-10-20"))]).unwrap().day,
        day("2026-10-20")
    );
}

#[test]
fn no_production_at_all_stands_nowhere() {
    let answer = answer(Vec::new());
    assert_eq!((answer.due, answer.arrived, answer.complete_day), (0, 0, None));
    assert_eq!((answer.items, answer.categories), (vec![], vec![]));
    let standing = answer.overall.standing;
    assert_eq!(
        (standing.revenue_krw, standing.seats, standing.revenue_share),
        (None, None, None)
    );
    assert_eq!(
        (standing.last_days.len(), standing.last_days[0].revenue_krw),
        (38, None)
    );
    assert_eq!(
        (standing.seven_day_performances, standing.seven_day_occupancy),
        (0, None)
    );
}

#[test]
fn the_days_needed_reach_from_a_week_before_those_told_to_the_end_of_the_month() {
    let needed = |text| {
        let days = Windows::new(day(text)).days();
        (days.first(), days.last())
    };
    assert_eq!(needed(AS_OF), (day("2026-10-13"), day("2026-11-30")));
    assert_eq!(needed("2026-12-01"), (day("2026-10-24"), day("2026-12-07")));
}

#[test]
fn revenue_is_what_staff_mean_as_far_as_it_is_known() {
    let deposited = |deposited_krw| Figures {
        wanted_basis: RevenueBasis::Deposited,
        deposited_krw,
        production_cost_krw: Some(1_200),
        ..musical(Some("2026-11-19"))
    };
    let answered = answer(vec![deposited(Some(800)), deposited(None)]);
    let [known, unknown] = answered.items.try_into().unwrap();
    assert_eq!(
        (known.basis, unknown.basis),
        (RevenueBasis::Deposited, RevenueBasis::Booked)
    );
    let told = |of: &Standing| (of.revenue_krw, of.booked_krw, of.deposited_krw, of.profit_krw);
    assert_eq!(
        told(&known.standing),
        (Some(800), Some(1_000), Some(800), Some(-400)),
        "both stand beside the one that is meant"
    );
    assert_eq!(told(&unknown.standing), (Some(1_000), Some(1_000), None, Some(-200)));
    assert_eq!(
        (known.standing.target_ratio, known.standing.break_even_ratio),
        (Some(decimal("0.2")), Some(decimal("0.4")))
    );
    assert_eq!(
        told(&answered.overall.standing),
        (Some(1_800), Some(2_000), Some(800), Some(-600))
    );
    assert_eq!(known.standing.revenue_share, Some(decimal("0.4444")));
}

#[test]
fn the_target_of_the_run_counts_where_nobody_plans_by_day() {
    let with_run_target = |figures: Figures| Figures {
        run_target_krw: Some(5_000),
        ..figures
    };
    let planned = standing(with_run_target(musical(Some("2026-11-19"))));
    assert_eq!(planned.target_krw, Some(4_000));
    let unplanned = standing(with_run_target(untargeted("2026-11-19")));
    assert_eq!(
        (unplanned.target_krw, unplanned.target_ratio),
        (Some(5_000), Some(decimal("0.2")))
    );
    assert_eq!(unplanned.break_even_on_target, Some(decimal("0.4")));
    assert_eq!(
        (unplanned.week.due_ratio, unplanned.month_target_krw),
        (None, Some(0)),
        "it has no days"
    );
}

#[test]
fn without_sale_days_totals_are_known_and_days_are_not() {
    let mut without = Figures {
        days: days(&[("2026-11-18", 0, 70)]),
        ..musical(Some("2026-11-19"))
    };
    without.production.has_sale_days = false;
    let answered = answer(vec![without, musical(Some("2026-11-19"))]);
    let row = &answered.items[0];
    let reasons = answered.items.iter().map(|row| row.production.sales_reason());
    assert!(reasons.eq([Some("no_sale_days"), None]));
    let standing = &row.standing;
    assert_eq!((standing.revenue_krw, standing.seats), (Some(1_000), Some(30)));
    assert_eq!(
        (
            standing.yesterday_revenue_krw,
            standing.yesterday_change_krw,
            standing.seven_day_revenue_krw,
            standing.seven_day_change_ratio,
        ),
        (None, None, None, None)
    );
    assert_eq!(
        (
            standing.week.revenue_krw,
            standing.week.due_ratio,
            standing.month.due_ratio
        ),
        (None, None, None)
    );
    assert_eq!((standing.week.due_target_krw, standing.week_change_ratio), (None, None));
    assert!(standing.last_days.iter().all(|day| day.revenue_krw.is_none()));
    // Sums are of the one that knows.
    assert_eq!(answered.overall.counted, 1);
    assert_eq!(answered.overall.standing.yesterday_revenue_krw, Some(128));
    let complete_day = answered.complete_day.unwrap();
    assert_eq!((complete_day.day, complete_day.revenue_krw), (day("2026-11-19"), 128));
}

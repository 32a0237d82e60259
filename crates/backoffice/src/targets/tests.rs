use chrono::NaiveDate;
use ports::actor::{Actor, Authority, Basis};
use ports::driven::{
    List, ListCell, ListError, ListRow, MockListReader, MockPlanRepository, MockSaleHistories, StorageError, Versioned,
    Versions,
};
use uuid::Uuid;

use super::*;

const EDIT: Edit = Edit::unconditional(SYSTEM);
const SYSTEM: Actor = Actor::SYSTEM;
const ID: ProductionId = ProductionId(Uuid::nil());
const PAST: ProductionId = ProductionId(Uuid::from_u128(1));
const UNSOLD: ProductionId = ProductionId(Uuid::from_u128(2));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// On sale from Monday, 16 November 2026, for four days, with a target of 7 won each.
fn plan() -> TargetPlan {
    let sale_period = DateRange::new(day("2026-11-16"), day("2026-11-19")).unwrap();
    TargetPlan {
        sale_period: Some(sale_period),
        targets: sale_period.days().map(|day| (day, 7)).collect(),
        revision: 4,
    }
}

fn plans() -> MockPlanRepository {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|_| Ok(Some(plan())));
    plans
}

fn desk(plans: MockPlanRepository) -> TargetPlanning {
    TargetPlanning::new(
        Arc::new(plans),
        Arc::new(MockSaleHistories::new()),
        Arc::new(MockListReader::new()),
    )
}

/// 400 won over the sale period, as a dry run.
fn distribution(method: DistributionMethod) -> Distribution {
    Distribution {
        total_krw: 400,
        from: None,
        to: None,
        method,
        dry_run: true,
    }
}

fn weekday(weights: &[i64]) -> DistributionMethod {
    DistributionMethod::Weekday(weights.iter().copied().map(Decimal::from).collect())
}

fn krw(targets: Targets) -> Vec<i64> {
    targets.days.into_values().collect()
}

fn breaches(refused: Result<Targets, DeskError>) -> Vec<(String, &'static str)> {
    let Err(DeskError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    breaches
        .into_iter()
        .map(|breach| (breach.place.to_string(), breach.rule.code()))
        .collect()
}

fn one(place: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(place.to_owned(), code)]
}

#[tokio::test]
async fn a_dry_run_tells_all_targets_and_sets_none() {
    let wanted = Distribution {
        from: Some(day("2026-11-17")),
        to: Some(day("2026-11-18")),
        ..distribution(DistributionMethod::Even)
    };
    let targets = desk(plans())
        .distribute(ID, wanted, &Visible::All, &EDIT)
        .await
        .unwrap();
    assert_eq!(targets.total_krw, 414);
    assert_eq!(krw(targets), [7, 200, 200, 7]);
}

#[tokio::test]
async fn a_total_is_set_and_what_is_there_then_is_answered() {
    let mut plans = plans();
    plans
        .expect_set_targets()
        .withf(|_, targets, _| targets.values().copied().collect::<Vec<_>>() == [80, 80, 80, 160])
        .once()
        .returning(|_, _, _| Ok(()));
    let wanted = Distribution {
        dry_run: false,
        ..distribution(weekday(&[1, 1, 1, 2, 0, 0, 0]))
    };
    assert_eq!(
        krw(desk(plans).distribute(ID, wanted, &Visible::All, &EDIT).await.unwrap()),
        [7, 7, 7, 7]
    );
}

#[tokio::test]
async fn a_sale_period_that_moved_meanwhile_is_looked_at_again() {
    let mut plans = plans();
    let mut tries = 0;
    plans.expect_set_targets().times(2).returning(move |_, _, _| {
        tries += 1;
        if tries == 1 {
            Err(StorageError::Stale("the sale period"))
        } else {
            Ok(())
        }
    });
    let wanted = Distribution {
        dry_run: false,
        ..distribution(DistributionMethod::Even)
    };
    assert!(desk(plans).distribute(ID, wanted, &Visible::All, &EDIT).await.is_ok());
}

#[tokio::test]
async fn days_must_lie_in_the_sale_period_and_in_order() {
    let refused = async |from: &str, to: &str| {
        let wanted = Distribution {
            from: Some(day(from)),
            to: Some(day(to)),
            ..distribution(DistributionMethod::Even)
        };
        breaches(desk(plans()).distribute(ID, wanted, &Visible::All, &EDIT).await)
    };
    let outside = ["From", "To"].map(|place| (place.to_owned(), "outside_sale_period"));
    assert_eq!(refused("2026-11-15", "2026-11-20").await, outside);
    assert_eq!(refused("2026-11-18", "2026-11-17").await, one("To", "before_start"));
}

#[tokio::test]
async fn without_a_sale_period_there_is_nothing_to_spread_over() {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|_| {
        Ok(Some(TargetPlan {
            sale_period: None,
            targets: DailyTargets::new(),
            revision: 4,
        }))
    });
    let refused = desk(plans)
        .distribute(ID, distribution(DistributionMethod::Even), &Visible::All, &EDIT)
        .await;
    assert_eq!(breaches(refused), one("", "no_sale_period"));
}

#[tokio::test]
async fn weights_are_seven_not_negative_and_not_all_0() {
    let refused = async |weights: &[i64]| {
        let desk = desk(plans());
        breaches(
            desk.distribute(ID, distribution(weekday(weights)), &Visible::All, &EDIT)
                .await,
        )
    };
    assert_eq!(refused(&[1; 6]).await, one("WeekdayWeights", "wrong_length"));
    assert_eq!(refused(&[0; 7]).await, one("WeekdayWeights", "no_weight"));
    assert_eq!(
        refused(&[1, -1, 0, 0, 0, 0, 1_000_001]).await,
        ["WeekdayWeights, item 2", "WeekdayWeights, item 7"].map(|place| (place.to_owned(), "out_of_range"))
    );
    // None of the days is a Sunday.
    assert_eq!(
        refused(&[0, 0, 0, 0, 0, 0, 1]).await,
        one("WeekdayWeights", "no_weight")
    );
}

#[tokio::test]
async fn a_total_below_0_or_above_a_trillion_is_refused() {
    for total_krw in [-1, MAX_KRW + 1] {
        let wanted = Distribution {
            total_krw,
            ..distribution(DistributionMethod::Even)
        };
        let refused = desk(MockPlanRepository::new())
            .distribute(ID, wanted, &Visible::All, &EDIT)
            .await;
        assert_eq!(breaches(refused), one("Total", "out_of_range"));
    }
}

/// Sold three quarters on the first of its two days; the other nothing.
fn reports() -> MockSaleHistories {
    let mut reports = MockSaleHistories::new();
    reports.expect_sale_histories().returning(|_| {
        let history = |production_id, revenue_krw: &[(&str, i64)]| SaleHistory {
            production_id,
            sale_period: DateRange::new(day("2025-03-01"), day("2025-03-02")),
            revenue_krw: revenue_krw.iter().map(|(of, krw)| (day(of), *krw)).collect(),
        };
        Ok(Versioned {
            versions: Versions::default(),
            value: vec![
                history(PAST, &[("2025-03-01", 75), ("2025-03-02", 25)]),
                history(UNSOLD, &[]),
            ],
        })
    });
    reports
}

#[tokio::test]
async fn a_total_follows_the_curve_of_a_past_production() {
    let desk = TargetPlanning::new(Arc::new(plans()), Arc::new(reports()), Arc::new(MockListReader::new()));
    let wanted = distribution(DistributionMethod::Curve(vec![PAST]));
    assert_eq!(
        krw(desk.distribute(ID, wanted, &Visible::All, &EDIT).await.unwrap()),
        [150, 150, 50, 50]
    );
}

#[tokio::test]
async fn a_past_production_has_sold_and_is_named_once() {
    let desk = TargetPlanning::new(Arc::new(plans()), Arc::new(reports()), Arc::new(MockListReader::new()));
    let wanted = distribution(DistributionMethod::Curve(vec![PAST, UNSOLD, PAST]));
    let told = breaches(desk.distribute(ID, wanted, &Visible::All, &EDIT).await);
    let expected = [
        ("Productions, item 2".to_owned(), "nothing_sold"),
        ("Productions, item 3".to_owned(), "duplicate"),
    ];
    assert_eq!(told, expected);
    let wanted = distribution(DistributionMethod::Curve(Vec::new()));
    let told = breaches(desk.distribute(ID, wanted, &Visible::All, &EDIT).await);
    assert_eq!(told, one("Productions", "required"));
}

#[tokio::test]
async fn a_past_production_that_does_not_exist_is_told() {
    let mut reports = MockSaleHistories::new();
    reports
        .expect_sale_histories()
        .returning(|_| Err(ReportError::UnknownProduction(PAST)));
    let desk = TargetPlanning::new(Arc::new(plans()), Arc::new(reports), Arc::new(MockListReader::new()));
    let refused = desk
        .distribute(
            ID,
            distribution(DistributionMethod::Curve(vec![PAST])),
            &Visible::All,
            &EDIT,
        )
        .await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)));
}

/// As [`plans`]; the past production was on sale for two days with targets of 3 and 5 won, the unsold one never was.
fn plans_of_others() -> MockPlanRepository {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|id| {
        let sale_period = DateRange::new(day("2025-03-01"), day("2025-03-02")).unwrap();
        Ok(match id {
            ID => Some(plan()),
            PAST => Some(TargetPlan {
                sale_period: Some(sale_period),
                targets: sale_period.days().zip([3, 5]).collect(),
                revision: 4,
            }),
            UNSOLD => Some(TargetPlan {
                sale_period: None,
                targets: DailyTargets::new(),
                revision: 4,
            }),
            _ => None,
        })
    });
    plans
}

fn copy(from: ProductionId, factor: &str) -> TargetCopy {
    TargetCopy {
        from,
        factor: factor.parse().unwrap(),
        dry_run: true,
    }
}

#[tokio::test]
async fn targets_are_copied_by_day_of_sale_and_those_beyond_stay() {
    let targets = desk(plans_of_others())
        .copy(ID, copy(PAST, "1.5"), &Visible::All, &EDIT)
        .await
        .unwrap();
    assert_eq!(krw(targets), [5, 8, 7, 7]);
}

#[tokio::test]
async fn a_copy_that_is_no_dry_run_is_set() {
    let mut plans = plans_of_others();
    plans
        .expect_set_targets()
        .withf(|id, targets, _| {
            *id == ID && *targets == DailyTargets::from([(day("2026-11-16"), 3), (day("2026-11-17"), 5)])
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let copy = TargetCopy {
        dry_run: false,
        ..copy(PAST, "1")
    };
    assert!(desk(plans).copy(ID, copy, &Visible::All, &EDIT).await.is_ok());
}

#[tokio::test]
async fn a_factor_lies_between_0_and_100() {
    for factor in ["-0.1", "100.1"] {
        let refused = desk(plans_of_others())
            .copy(ID, copy(PAST, factor), &Visible::All, &EDIT)
            .await;
        assert_eq!(breaches(refused), one("Factor", "out_of_range"));
    }
    let targets = desk(plans_of_others())
        .copy(ID, copy(PAST, "100"), &Visible::All, &EDIT)
        .await
        .unwrap();
    assert_eq!(krw(targets), [300, 500, 7, 7]);
}

#[tokio::test]
async fn targets_that_a_factor_makes_too_large_are_refused() {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|_| {
        let mut plan = plan();
        plan.targets.insert(day("2026-11-16"), MAX_KRW);
        Ok(Some(plan))
    });
    let refused = desk(plans).copy(ID, copy(ID, "2"), &Visible::All, &EDIT).await;
    assert_eq!(breaches(refused), one("Factor", "out_of_range"));
}

#[tokio::test]
async fn there_is_nothing_to_copy_from_a_production_that_was_never_on_sale() {
    let desk = desk(plans_of_others());
    let refused = desk.copy(ID, copy(UNSOLD, "1"), &Visible::All, &EDIT).await;
    assert_eq!(breaches(refused), one("FromProduction", "no_sale_period"));
    let refused = desk.copy(UNSOLD, copy(PAST, "1"), &Visible::All, &EDIT).await;
    assert_eq!(breaches(refused), one("", "no_sale_period"));
    let refused = desk
        .copy(ID, copy(ProductionId(Uuid::from_u128(9)), "1"), &Visible::All, &EDIT)
        .await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)));
}

#[tokio::test]
async fn a_production_that_the_caller_does_not_see_is_not_there() {
    let seen = Visible::Only([ID].into());
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().never();
    let refused = desk(plans).copy(ID, copy(PAST, "1"), &seen, &EDIT).await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)), "{refused:?}");

    let mut reports = MockSaleHistories::new();
    reports
        .expect_sale_histories()
        .withf(|scope| scope.visible == Visible::Only([ID].into()))
        .once()
        .returning(|_| Err(ReportError::UnknownProduction(PAST)));
    let planning = TargetPlanning::new(
        Arc::new(plans_of_others()),
        Arc::new(reports),
        Arc::new(MockListReader::new()),
    );
    let wanted = distribution(DistributionMethod::Curve(vec![PAST]));
    let refused = planning.distribute(ID, wanted, &seen, &EDIT).await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)), "{refused:?}");
}

/// A desk whose files say this.
fn desk_with<const N: usize>(plans: MockPlanRepository, rows: &'static [[&'static str; N]]) -> TargetPlanning {
    let mut lists = MockListReader::new();
    lists.expect_read().returning(move |_, _| {
        let cell = |text: &&str| match *text {
            "" => ListCell::Blank,
            text => ListCell::Text(text.to_owned()),
        };
        let row = |(number, cells): (u32, &[&str; N])| ListRow {
            number,
            cells: cells.iter().map(cell).collect(),
        };
        Ok(List {
            rows: (1..).zip(rows).map(row).collect(),
            since_1904: false,
        })
    });
    lists.expect_day().returning(|_, cell| cell.text().parse().ok());
    lists.expect_number().returning(|cell| cell.text().parse().ok());
    lists.expect_is_total().returning(|text| text == "합계");
    TargetPlanning::new(Arc::new(plans), Arc::new(MockSaleHistories::new()), Arc::new(lists))
}

fn file(dry_run: bool) -> TargetFile {
    TargetFile {
        file_name: "targets.csv".to_owned(),
        bytes: Vec::new(),
        dry_run,
    }
}

#[tokio::test]
async fn a_file_sets_the_days_that_it_lists() {
    let mut plans = plans();
    plans
        .expect_set_targets()
        .withf(|_, targets, edit| {
            *targets == DailyTargets::from([(day("2026-11-16"), 100), (day("2026-11-18"), 0)])
                && edit.basis == Basis::OneOf(vec![4])
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let rows = &[["날짜", "목표"], ["2026-11-16", "100"], ["", ""], ["2026-11-18", "0"]];
    let imported = desk_with(plans, rows)
        .import(
            ID,
            file(false),
            &Edit {
                basis: Basis::OneOf(vec![4]),
                ..EDIT
            },
        )
        .await;
    assert_eq!(imported.unwrap().revision, 4);
}

#[tokio::test]
async fn every_wrong_row_of_a_file_is_told_at_once() {
    let rows = &[
        ["date", "target"],
        ["soon", "1"],
        ["2026-11-16", "1.5"],
        ["2026-11-17", ""],
        ["2026-11-18", "-1"],
        ["2026-11-18", "1000000000001"],
        ["", "5"],
        ["2026-11-15", "많이"],
        ["2026-11-19", "1000000000000"],
    ];
    let refused = desk_with(plans(), rows).import(ID, file(false), &EDIT).await;
    let expected = [
        ("row 2, Date", "not_a_date"),
        ("row 3, Target", "fraction"),
        ("row 4, Target", "not_a_number"),
        ("row 5, Target", "out_of_range"),
        ("row 6, Target", "out_of_range"),
        ("row 6, Date", "duplicate"),
        ("row 7, Date", "not_a_date"),
        ("row 8, Target", "not_a_number"),
        ("row 8, Date", "outside_sale_period"),
    ];
    assert_eq!(
        breaches(refused),
        expected.map(|(place, code)| (place.to_owned(), code))
    );
}

#[tokio::test]
async fn a_line_of_totals_and_a_column_of_weekdays_are_for_people() {
    let rows = &[
        ["요일", "날짜", "목표"],
        ["화", "2026-11-17", "9"],
        ["", "합계", "9"],
        ["합계", "", "9"],
        ["합계", "2026-11-18", "8"],
    ];
    let told = desk_with(plans(), rows).import(ID, file(true), &EDIT).await;
    // A row with a day is no line of totals.
    assert_eq!(krw(told.unwrap()), [7, 9, 8, 7]);
}

#[tokio::test]
async fn what_is_wrong_with_a_row_is_told_at_its_cell_in_both_languages() {
    let rows = &[
        ["target", "요일", "date"],
        ["많이", "", "2026-11-17"],
        ["1", "", "soon"],
        ["1", "", "2026-11-15"],
        ["1", "", "2026-11-17"],
    ];
    let refused = desk_with(plans(), rows).import(ID, file(false), &EDIT).await;
    let Err(DeskError::Invalid(errors)) = refused else {
        panic!("{refused:?}")
    };
    let told: Vec<_> = errors
        .iter()
        .map(|error| (error.cell.as_deref().unwrap(), error.message_ko.as_deref().unwrap()))
        .collect();
    let expected = [
        ("A2", "‘많이’을(를) 읽을 수 없습니다. 원 단위의 정수를 적어 주세요."),
        (
            "C3",
            "‘soon’을(를) 읽을 수 없습니다. 2026-11-19처럼 연·월·일을 모두 적어 주세요.",
        ),
        ("C4", "‘2026-11-15’은(는) 판매 기간이 아닙니다."),
        ("C5", "‘2026-11-17’이(가) 두 번 있습니다."),
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn a_file_is_previewed_without_setting_anything() {
    let mut plans = plans();
    plans.expect_set_targets().never();
    let rows = &[["일자", "목표 매출"], ["2026-11-17", "9"]];
    let told = desk_with(plans, rows).import(ID, file(true), &EDIT).await;
    assert_eq!(krw(told.unwrap()), [7, 9, 7, 7]);
}

#[tokio::test]
async fn a_file_without_the_two_columns_is_refused() {
    let rows = &[["date", "memo"], ["2026-11-17", "9"]];
    let refused = desk_with(plans(), rows).import(ID, file(true), &EDIT).await;
    let expected = [("column memo", "unknown_column"), ("column target", "required")];
    assert_eq!(
        breaches(refused),
        expected.map(|(place, code)| (place.to_owned(), code))
    );
}

#[tokio::test]
async fn a_file_that_is_no_list_is_told_as_such() {
    let mut lists = MockListReader::new();
    lists.expect_read().returning(|_, _| Err(ListError::NotAList));
    let desk = TargetPlanning::new(Arc::new(plans()), Arc::new(MockSaleHistories::new()), Arc::new(lists));
    let refused = desk.import(ID, file(false), &EDIT).await;
    assert!(
        matches!(refused, Err(DeskError::List(ListError::NotAList))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_file_for_a_production_without_a_sale_period_is_refused() {
    let rows = &[["date", "target"], ["2026-11-17", "9"]];
    let refused = desk_with(plans_of_others(), rows)
        .import(UNSOLD, file(true), &EDIT)
        .await;
    assert_eq!(breaches(refused), one("", "no_sale_period"));
}

#[tokio::test]
async fn targets_of_another_state_are_neither_set_nor_tried_again() {
    let rows = &[["date", "target"], ["2026-11-17", "9"]];
    let outdated = Basis::OneOf(vec![3]);
    let by = Actor {
        authority: Authority::Proven {
            user: domain::people::UserId(Uuid::from_u128(5)),
            revision: 0,
        },
        address: None,
    };
    let refusing = || {
        let mut plans = plans_of_others();
        plans
            .expect_set_targets()
            .withf(move |_, _, edit| edit.basis == Basis::OneOf(vec![3]) && edit.by == by)
            .once()
            .returning(|_, _, _| Err(StorageError::Outdated("targets")));
        plans
    };
    let total = Distribution {
        dry_run: false,
        ..distribution(DistributionMethod::Even)
    };
    let copy = TargetCopy {
        dry_run: false,
        ..copy(PAST, "1")
    };
    let seen = Visible::All;
    let answers = [
        desk(refusing())
            .distribute(
                ID,
                total,
                &seen,
                &Edit {
                    by,
                    basis: outdated.clone(),
                },
            )
            .await,
        desk(refusing())
            .copy(
                ID,
                copy,
                &seen,
                &Edit {
                    by,
                    basis: outdated.clone(),
                },
            )
            .await,
        desk_with(refusing(), rows)
            .import(
                ID,
                file(false),
                &Edit {
                    by,
                    basis: outdated.clone(),
                },
            )
            .await,
    ];
    for refused in answers {
        assert!(
            matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn an_unseen_production_is_told_before_anything_else_that_is_wrong() {
    let seen = Visible::Only([ID].into());
    let refused = desk(MockPlanRepository::new())
        .copy(ID, copy(PAST, "-1"), &seen, &EDIT)
        .await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)), "{refused:?}");

    let mut reports = MockSaleHistories::new();
    reports
        .expect_sale_histories()
        .returning(|_| Err(ReportError::UnknownProduction(PAST)));
    let desk = TargetPlanning::new(
        Arc::new(MockPlanRepository::new()),
        Arc::new(reports),
        Arc::new(MockListReader::new()),
    );
    let wanted = Distribution {
        total_krw: -1,
        ..distribution(DistributionMethod::Curve(vec![PAST]))
    };
    let refused = desk.distribute(ID, wanted, &seen, &EDIT).await;
    assert!(matches!(refused, Err(DeskError::UnknownProduction)), "{refused:?}");
}

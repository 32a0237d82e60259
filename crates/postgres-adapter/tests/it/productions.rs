//! Productions, and what their sale period makes.

use std::collections::BTreeMap;

use domain::access::Visible;
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Category, ProductionDraft, ProductionId, RevenueBasis};
use domain::seat_grades::{SeatGrade, SeatGrades};
use ports::actor::{Actor, Edit};
use ports::driven::{
    Patch, PlanRepository, ProductionQuery, ProductionRepository, ProductionSort, StorageError, WeekNotesPatch,
};
use ports::paging::{Order, Paging};
use uuid::Uuid;

use crate::support::{Storage, at, day, days, decimal, draft, production, seats};

fn on_sale(code: &str, first: &str, last: &str) -> ProductionDraft {
    ProductionDraft {
        sale_start: Some(day(first)),
        sale_end: Some(day(last)),
        ..draft(code, Category::Play)
    }
}

async fn codes(storage: &Storage, query: ProductionQuery) -> (Vec<String>, i64) {
    let page = storage.productions.list(&query).await.unwrap();
    let codes = page.items.iter().map(|production| production.details.code.to_string());
    (codes.collect(), page.total)
}

#[tokio::test]
async fn a_production_is_read_as_it_was_stored() {
    let storage = Storage::new();
    let full = production(ProductionDraft {
        active: false,
        venue: Some("대학로 예술극장".to_owned()),
        run_start: Some(day("2026-11-20")),
        run_end: Some(day("2027-02-28")),
        sale_start: Some(day("2026-10-01")),
        sale_end: Some(day("2026-10-02")),
        running_minutes: Some(110),
        target_share: Some(decimal("0.7525")),
        break_even_krw: Some(1_000_000_000_000),
        seats_per_performance: Some(1_152),
        preview_end: Some(day("2026-11-25")),
        concert_at: Some(at("2026-11-20T19:30")),
        seat_inventory: Some(seats(&[("vip", 86), ("스탠딩", 300)])),
        seat_grades: SeatGrades(vec![
            SeatGrade {
                label: Some("서서 보는 자리".to_owned()),
                price_krw: Some(66_000),
                seats: Some(300),
                ..SeatGrade::new("스탠딩".parse().unwrap())
            },
            SeatGrade {
                seats: Some(86),
                ..SeatGrade::new("vip".parse().unwrap())
            },
            SeatGrade {
                price_krw: Some(0),
                ..SeatGrade::new("r".parse().unwrap())
            },
        ]),
        target_krw: Some(900_000_000),
        production_cost_krw: Some(1_000_000_000_000),
        revenue_basis: RevenueBasis::Deposited,
        ..draft("CO-26.1", Category::Concert)
    });
    let change = PeriodChange::plan(full.details.sale_period(), &DailyTargets::new(), &NotesByMonday::new());
    storage.insert(&full, &change).await.unwrap();
    let bare = production(draft("PL2612", Category::Play));
    storage.insert(&bare, &PeriodChange::default()).await.unwrap();

    for stored in [full, bare] {
        assert_eq!(
            storage.productions.find(stored.id).await.unwrap().as_ref(),
            Some(&stored)
        );
        let by_code = storage.productions.find_by_code(&stored.details.code).await.unwrap();
        assert_eq!(by_code, Some(stored));
    }
}

#[tokio::test]
async fn what_is_not_there_is_none() {
    let storage = Storage::new();
    let nobody = ProductionId(Uuid::nil());
    assert_eq!(storage.productions.find(nobody).await.unwrap(), None);
    assert_eq!(storage.productions.find_plan(nobody).await.unwrap(), None);
    assert_eq!(
        storage.productions.find_by_code(&"X".parse().unwrap()).await.unwrap(),
        None
    );
    assert_eq!(storage.plans.targets(nobody).await.unwrap(), None);
    assert_eq!(storage.plans.weeks(nobody).await.unwrap(), None);
}

#[tokio::test]
async fn a_taken_code_or_name_is_refused_on_insert_and_update() {
    let storage = Storage::new();
    storage.enter_play("PL1").await;
    let insert = async |draft| {
        let another = production(draft);
        let refused = storage.insert(&another, &PeriodChange::default()).await;
        refused.unwrap_err()
    };
    let same_code = ProductionDraft {
        name: "다른 이름".to_owned(),
        ..draft("PL1", Category::Play)
    };
    assert!(matches!(insert(same_code).await, StorageError::Taken("code")));
    let same_name = ProductionDraft {
        code: "PL2".parse().unwrap(),
        ..draft("PL1", Category::Play)
    };
    assert!(matches!(insert(same_name).await, StorageError::Taken("name")));

    let other = storage.enter_play("PL3").await;
    let plan = storage.productions.find_plan(other).await.unwrap().unwrap();
    let mut renamed = plan.production.clone();
    let mut draft = renamed.details.into_draft();
    draft.code = "PL1".parse().unwrap();
    renamed.details = draft.check().unwrap();
    let refused = storage.update(&renamed, &PeriodChange::default(), plan.revision).await;
    assert!(matches!(refused, Err(StorageError::Taken("code"))));
    assert_eq!(storage.productions.find_plan(other).await.unwrap(), Some(plan));
}

#[tokio::test]
async fn a_code_is_one_in_any_case_and_keeps_its_spelling() {
    let storage = Storage::new();
    let id = storage.enter_play("Pl-1.a").await;
    for code in ["Pl-1.a", "PL-1.A", "pl-1.a"] {
        let found = storage.productions.find_by_code(&code.parse().unwrap()).await.unwrap();
        let found = found.unwrap();
        assert_eq!((found.id, found.details.code.as_str()), (id, "Pl-1.a"));
        let another = ProductionDraft {
            name: "다른 이름".to_owned(),
            ..draft(code, Category::Play)
        };
        let refused = storage.insert(&production(another), &PeriodChange::default()).await;
        assert!(matches!(refused, Err(StorageError::Taken("code"))), "{code}");
    }
    let asked = ["PL-1.A", "PL-1"].map(|code| code.parse().unwrap());
    let taken = storage.productions.taken(&asked, &[]).await.unwrap();
    assert_eq!(taken.codes, ["pl-1.a".to_owned()].into());
    // Its own spelling may change.
    let changed = storage.change(id, |draft| draft.code = "PL-1.A".parse().unwrap()).await;
    assert_eq!(changed.details.code.as_str(), "PL-1.A");
}

#[tokio::test]
async fn codes_are_those_of_what_is_visible() {
    let storage = Storage::new();
    let (first, _) = (storage.enter_play("PL2").await, storage.enter_play("PL1").await);
    let codes = async |visible| {
        let codes = storage.productions.codes(&visible).await.unwrap();
        codes.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(codes(Visible::All).await, ["PL1", "PL2"]);
    assert_eq!(codes(Visible::Only([first].into())).await, ["PL2"]);
    assert_eq!(codes(Visible::Only([].into())).await, [""; 0]);
}

#[tokio::test]
async fn wildcards_in_a_search_are_letters_like_others() {
    let storage = Storage::new();
    for (code, name) in [
        ("A1", "100% 로맨스"),
        ("A2", "백_야"),
        ("A3", r"역\사"),
        ("A4", "Hamlet"),
    ] {
        let named = ProductionDraft {
            name: name.to_owned(),
            ..draft(code, Category::Play)
        };
        storage.enter(named).await;
    }
    let cases = [
        ("%", "A1"),
        ("_", "A2"),
        (r"\", "A3"),
        ("hAM", "A4"),
        ("a4", "A4"),
        ("0% 로", "A1"),
    ];
    for (text, expected) in cases {
        let query = ProductionQuery {
            visible: Visible::All,
            text: Some(text.to_owned()),
            ..ProductionQuery::default()
        };
        assert_eq!(codes(&storage, query).await, (vec![expected.to_owned()], 1), "{text}");
    }
}

#[tokio::test]
async fn a_list_is_filtered_sorted_and_paged() {
    let storage = Storage::new();
    let rows = [
        ("C", "다", Category::Concert, true, Some("2026-01-03")),
        ("A", "라", Category::Play, true, Some("2026-01-01")),
        ("D", "가", Category::Musical, false, Some("2026-01-01")),
        ("B", "나", Category::Play, false, None),
    ];
    for (code, name, category, active, run_start) in rows {
        let listed = ProductionDraft {
            name: name.to_owned(),
            active,
            run_start: run_start.map(day),
            ..draft(code, category)
        };
        storage.enter(listed).await;
    }
    let sorted = async |sort, order| {
        let query = ProductionQuery {
            visible: Visible::All,
            sort,
            order,
            ..ProductionQuery::default()
        };
        codes(&storage, query).await.0.concat()
    };
    assert_eq!(sorted(ProductionSort::Code, Order::Ascending).await, "ABCD");
    assert_eq!(sorted(ProductionSort::Code, Order::Descending).await, "DCBA");
    assert_eq!(sorted(ProductionSort::Name, Order::Ascending).await, "DBCA");
    assert_eq!(sorted(ProductionSort::Category, Order::Ascending).await, "CDAB");
    assert_eq!(sorted(ProductionSort::RunStart, Order::Ascending).await, "ADCB");
    // Ties are decided by code.
    assert_eq!(sorted(ProductionSort::CreatedAt, Order::Descending).await, "ABCD");

    let filtered = ProductionQuery {
        visible: Visible::All,
        category: Some(Category::Play),
        active: Some(false),
        ..ProductionQuery::default()
    };
    assert_eq!(codes(&storage, filtered).await, (vec!["B".to_owned()], 1));
    for (page, expected) in [(1, "ABC"), (2, "D"), (3, "")] {
        let query = ProductionQuery {
            visible: Visible::All,
            paging: Paging { page, per_page: 3 },
            ..ProductionQuery::default()
        };
        let (codes, total) = codes(&storage, query).await;
        assert_eq!((codes.concat().as_str(), total), (expected, 4));
    }
}

#[tokio::test]
async fn a_production_with_a_sale_period_gets_its_targets_and_weeks() {
    let storage = Storage::new();
    let id = storage.enter(on_sale("PL1", "2026-11-21", "2026-11-23")).await;
    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    let targets: Vec<_> = plan.targets.iter().map(|(day, krw)| (*day, *krw)).collect();
    assert_eq!(
        targets,
        [(day("2026-11-21"), 0), (day("2026-11-22"), 0), (day("2026-11-23"), 0)]
    );
    let mondays: Vec<_> = plan.notes.keys().copied().collect();
    assert_eq!(mondays, [day("2026-11-16"), day("2026-11-23")]);
    assert!(plan.notes.values().all(domain::planning::WeekNotes::is_empty));
    assert!(!plan.has_uploads);
}

#[tokio::test]
async fn a_sale_period_that_drops_nothing_deletes_nothing() {
    let storage = Storage::new();
    storage
        .execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'nothing is to be deleted'; END $$",
        )
        .unwrap();
    for table in ["daily_target", "marketing_week"] {
        let trigger = format!("CREATE TRIGGER refuse BEFORE DELETE ON {table} EXECUTE FUNCTION refuse()");
        storage.execute(&trigger).unwrap();
    }
    let id = storage.enter(on_sale("PL1", "2026-11-02", "2026-11-10")).await;
    let longer = |draft: &mut ProductionDraft| draft.sale_end = Some(day("2026-11-12"));
    storage.change(id, longer).await;
    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    assert_eq!(plan.targets.len(), 11);
}

#[tokio::test]
async fn a_moved_sale_period_keeps_the_days_and_weeks_that_it_still_has() {
    let storage = Storage::new();
    let id = storage.enter(on_sale("PL1", "2026-11-16", "2026-11-29")).await;
    let targets = DailyTargets::from([(day("2026-11-17"), 5), (day("2026-11-25"), 7)]);
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let note = WeekNotesPatch {
        promotion: Patch::Set("지하철 광고".to_owned()),
        ..WeekNotesPatch::default()
    };
    let notes = BTreeMap::from([(day("2026-11-23"), note)]);
    storage
        .plans
        .change_weeks(id, &notes, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();

    storage
        .change(id, |draft| {
            draft.sale_start = Some(day("2026-11-25"));
            draft.sale_end = Some(day("2026-12-01"));
        })
        .await;

    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    assert_eq!(
        plan.targets.keys().copied().collect::<Vec<_>>(),
        days("2026-11-25", "2026-12-01")
    );
    assert_eq!(plan.targets.values().sum::<i64>(), 7);
    let promotions: Vec<_> = plan
        .notes
        .iter()
        .map(|(day, notes)| (*day, notes.promotion.as_deref()))
        .collect();
    assert_eq!(
        promotions,
        [(day("2026-11-23"), Some("지하철 광고")), (day("2026-11-30"), None)]
    );

    storage.change(id, |draft| draft.sale_end = None).await;
    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    assert_eq!((plan.targets.len(), plan.notes.len()), (0, 0));
}

#[tokio::test]
async fn a_field_that_is_cleared_stays_cleared() {
    let storage = Storage::new();
    let venue = ProductionDraft {
        venue: Some("어딘가".to_owned()),
        ..draft("PL1", Category::Play)
    };
    let id = storage.enter(venue).await;
    let changed = storage.change(id, |draft| draft.venue = None).await;
    assert_eq!(storage.productions.find(id).await.unwrap(), Some(changed));
}

#[tokio::test]
async fn whoever_read_an_older_revision_changes_nothing() {
    let storage = Storage::new();
    let id = storage.enter(on_sale("PL1", "2026-11-16", "2026-11-20")).await;
    let old = storage.productions.find_plan(id).await.unwrap().unwrap();
    let overtaken = async || {
        let present = storage.productions.find_plan(id).await.unwrap();
        let change = PeriodChange {
            dropped_days: days("2026-11-16", "2026-11-20"),
            ..PeriodChange::default()
        };
        let refused = storage.update(&old.production, &change, old.revision).await;
        assert!(matches!(refused, Err(StorageError::Stale("production"))), "{refused:?}");
        assert_eq!(storage.productions.find_plan(id).await.unwrap(), present);
    };
    // By new details, targets, notes, or a first upload, which fixes the category.
    storage.send(id, "2026-11-19", 1).await;
    overtaken().await;
    storage.change(id, |draft| draft.active = false).await;
    overtaken().await;

    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    assert!(plan.has_uploads);
    let targets = DailyTargets::from([(day("2026-11-16"), 1)]);
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let notes = BTreeMap::from([(day("2026-11-16"), WeekNotesPatch::default())]);
    storage
        .plans
        .change_weeks(id, &notes, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let after = storage.productions.find_plan(id).await.unwrap().unwrap();
    assert_eq!(after.revision, plan.revision + 2);
    // A second upload changes nothing of the plan.
    storage.send(id, "2026-11-19", 2).await;
    assert_eq!(storage.productions.find_plan(id).await.unwrap(), Some(after));
}

#[tokio::test]
async fn a_production_that_is_not_there_cannot_be_updated() {
    let storage = Storage::new();
    let ghost = production(draft("PL1", Category::Play));
    let refused = storage.update(&ghost, &PeriodChange::default(), 0).await;
    assert!(matches!(refused, Err(StorageError::Stale("production"))));
}

#[tokio::test]
async fn grades_are_rows_for_bi_in_the_order_in_which_they_are_shown() {
    let storage = Storage::new();
    let play = storage.enter_play("PL1").await;
    let grade = |code: &str, price_krw, seats| SeatGrade {
        price_krw,
        seats,
        ..SeatGrade::new(code.parse().unwrap())
    };
    storage
        .change(play, |draft| {
            draft.set_seat_grades(SeatGrades(vec![
                grade("s", Some(88_000), Some(40)),
                grade("r", None, Some(60)),
                grade("b", Some(44_000), None),
            ]));
        })
        .await;
    let rows = "SELECT format('%s %s %s %s', position, grade, price_krw, seats) AS text FROM report.seat_grade
                ORDER BY position";
    assert_eq!(storage.texts(rows), ["1 s 88000 40", "2 r  60", "3 b 44000 "]);
    let inventory = "SELECT seat_inventory::text AS text FROM report.production";
    assert_eq!(storage.texts(inventory), [r#"{"r": 60, "s": 40}"#]);
    let after = "SELECT after ->> 'seatGrades' AS text FROM audit_entry WHERE action = 'production.changed'";
    assert!(storage.texts(after)[0].contains("88000"));
}

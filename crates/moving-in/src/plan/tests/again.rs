//! What is there already: made by staff, or moved in before.

use super::*;

#[test]
fn what_is_there_stays_and_only_what_it_lacks_is_added() {
    let mut present = Present::default();
    let mut production = there("a", "먼저 있던 이름");
    production.targets.insert(day("2026-10-05"), 123);
    production.notes.insert(
        day("2026-10-05"),
        WeekNotes {
            sales_marketing: Some("먼저 있던 메모".to_owned()),
            ..WeekNotes::default()
        },
    );
    present.productions.push(production);
    present.days.insert(day("2026-10-09"), "먼저".to_owned());
    present.users.push(User {
        id: UserId(Uuid::from_u128(9)),
        email: Email::parse("u1@example.com").unwrap(),
        name: "먼저 있던 사람".to_owned(),
        role: Role::Member,
        active: false,
        grants: Grants::default(),
        created_at: now(),
        activated_at: None,
        revision: 0,
    });
    let mut old = of_lives(vec![live(4, "A", "하나")]);
    old.targets = vec![
        target(1, Some("A"), "2026-10-05", 100),
        target(2, Some("A"), "2026-10-06", 200),
    ];
    old.weeks = vec![OldWeek {
        promotion: Some("광고".to_owned()),
        ..week(1, 2, "2026-10-05", "타임세일")
    }];
    old.users = vec![user(1, "u1@example.com", "이름")];
    old.days = vec![OldDay {
        id: 5,
        date: at("2026-10-09"),
        note_sales: None,
        note_marketing: None,
        note_others: Some("한글날".to_owned()),
    }];
    let plan = try_planned(&old, &present).unwrap();
    let ProductionStep::Add(addition) = &plan.productions[0].step else {
        panic!("{plan:?}")
    };
    assert_eq!(
        addition.targets.iter().collect::<Vec<_>>(),
        [(&day("2026-10-06"), &200)]
    );
    let week = &addition.notes[&day("2026-10-05")];
    assert_eq!(
        (week.sales_marketing.as_deref(), week.promotion.as_deref()),
        (None, Some("광고"))
    );
    assert!(addition.source.as_ref().is_some_and(|source| !source.brought));
    assert_eq!(plan.users[0].outcome, UserOutcome::Present);
    assert_eq!(plan.users[0].account, Some(UserId(Uuid::from_u128(9))));
    assert!(plan.notes.days.is_empty());
    let kept: BTreeSet<_> = told(&plan).into_iter().filter(|(code, ..)| *code == "kept").collect();
    let expected = [
        ("live_model", 4),
        ("daily_target_model", 4),
        ("weekly_marketing_calendar_model", 4),
        ("user_model", 1),
        ("calendar_model", 5),
    ];
    assert_eq!(
        kept,
        expected.into_iter().map(|(table, id)| ("kept", table, id)).collect()
    );
}

#[test]
fn what_came_in_before_is_passed_over_and_new_rows_come() {
    let mut present = Present::default();
    present.productions.push(there("RENAMED", "다른 이름"));
    present.memory = vec![
        remembered(OldTable::Lives, 4, Some("A"), Some(77)),
        remembered(OldTable::Lives, 5, Some("B"), Some(78)),
        remembered(OldTable::Targets, 1, None, None),
        remembered(OldTable::Users, 1, None, Some(9)),
        remembered(OldTable::Uploads, 1, None, Some(50)),
    ];
    let mut old = of_lives(vec![
        OldLive {
            category: None,
            ..live(4, "A", "하나")
        },
        live(5, "B", "둘"),
    ]);
    old.targets = vec![
        target(1, Some("A"), "2026-10-05", 100),
        target(2, Some("A"), "2026-10-06", 200),
        target(3, Some("B"), "2026-10-06", 300),
    ];
    old.users = vec![user(1, "u1@example.com", "이름")];
    old.uploads = vec![upload(1, Some("A"), "2026-10-05"), upload(2, Some("B"), "2026-10-05")];
    let plan = try_planned(&old, &present).unwrap();
    let ProductionStep::Add(addition) = &plan.productions[0].step else {
        panic!("{plan:?}")
    };
    assert_eq!(
        addition.targets.iter().collect::<Vec<_>>(),
        [(&day("2026-10-06"), &200)]
    );
    assert_eq!((&addition.source, addition.parts.len()), (&None, 1));
    // Deleted here since: what comes for it has no place.
    assert!(matches!(plan.productions[1].step, ProductionStep::Nothing));
    assert_eq!(plan.productions[1].production, None);
    assert_eq!(
        (plan.users[0].outcome, plan.users[0].account),
        (UserOutcome::Present, None)
    );
    let fates: Vec<_> = plan.uploads.iter().map(|upload| upload.fate).collect();
    assert_eq!(fates, [Fate::Known(Some(UploadId(Uuid::from_u128(50)))), Fate::Come]);
    assert_eq!(told(&plan), BTreeSet::new());
}

#[test]
fn the_database_of_another_company_is_told_by_its_codes() {
    let present = Present {
        memory: vec![remembered(OldTable::Lives, 4, Some("A"), None)],
        ..Present::default()
    };
    let another = try_planned(&of_lives(vec![live(4, "ANOTHER-4", "하나")]), &present);
    let expected = AnotherHouse {
        id: 4,
        known: "A".to_owned(),
        found: "ANOTHER-4".to_owned(),
    };
    assert_eq!(another.unwrap_err(), expected);
}

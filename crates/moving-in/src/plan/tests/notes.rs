//! What becomes of notes.

use super::*;

#[test]
fn notes_belong_to_calendar_weeks_and_are_numbered_anew() {
    let mut old = of_lives(vec![live(4, "A", "하나")]);
    old.weeks = vec![
        week(1, 1, "2026-09-21", "오픈 전"),
        week(2, 2, "2026-09-28", " "),
        week(3, 3, "2026-10-05T12:00:00", "타임세일"),
        week(4, 3, "2026-10-07T15:00:00", "타임세일\r\n추가"),
        week(5, 4, "2026-10-08", "타임세일"),
        OldWeek {
            live_id: None,
            ..week(6, 1, "2026-10-05", "주인 없음")
        },
        week(7, 5, "2026-10-26", &"x".repeat(2_001)),
    ];
    let plan = planned(&old);
    let notes = plan.productions[0].notes().unwrap();
    assert_eq!(
        notes.keys().copied().collect::<Vec<_>>(),
        [day("2026-10-05"), day("2026-10-26")]
    );
    let first = notes[&day("2026-10-05")].sales_marketing.clone();
    assert_eq!(first.as_deref(), Some("타임세일\n타임세일\n추가"));
    let row = |code, id| (code, "weekly_marketing_calendar_model", id);
    let expected = [
        row("outside_sale_period", 1),
        row("weeks_merged", 4),
        row("weeks_merged", 5),
        row("week_renumbered", 4),
        row("orphan", 6),
        row("cut", 7),
    ];
    assert_eq!(told(&plan), BTreeSet::from(expected));
}

#[test]
fn notes_of_the_company_are_put_together() {
    let of_day = |id, date: &str, notes: [Option<&str>; 3]| {
        let [sales, marketing, others] = notes.map(|note| note.map(str::to_owned));
        OldDay {
            id,
            date: at(date),
            note_sales: sales,
            note_marketing: marketing,
            note_others: others,
        }
    };
    let of_month = |id, month, etc: &str| OldMonth {
        id,
        year: 2026,
        month,
        etc: Some(etc.to_owned()),
    };
    let old = OldHouse {
        days: vec![
            of_day(1, "2026-10-09", [Some("할인"), Some("라디오"), Some("한글날")]),
            of_day(2, "2026-10-09T09:00:00", [None, Some(""), Some("한글날")]),
            of_day(3, "2026-12-25", [None, None, None]),
            of_day(4, "1999-12-31", [None, None, Some("옛날")]),
        ],
        months: vec![
            of_month(1, 11, "수능"),
            of_month(2, 11, "연말"),
            of_month(3, 13, "없는 달"),
            of_month(4, 0, " "),
        ],
        ..OldHouse::default()
    };
    let plan = planned(&old);
    let [note] = plan.notes.days.as_slice() else {
        panic!("{:?}", plan.notes)
    };
    assert_eq!(note.note, "판매: 할인\n마케팅: 라디오\n한글날");
    let [month] = plan.notes.months.as_slice() else {
        panic!("{:?}", plan.notes)
    };
    assert_eq!(
        (month.of.to_string().as_str(), month.note.as_str()),
        ("2026-11", "수능\n연말")
    );
    assert_eq!(plan.notes.parts.len(), 8);
    let expected = [
        ("out_of_range", "calendar_model", 4),
        ("out_of_range", "monthly_etc_model", 3),
    ];
    assert_eq!(told(&plan), BTreeSet::from(expected));
}

//! The company's notes, by day and by month.

use serde_json::json;

use crate::support::{TestApi, sample};

const BY_DAY: &str = "/api/v1/calendar/notes";
const BY_MONTH: &str = "/api/v1/calendar/monthly-notes";

#[actix_web::test]
async fn notes_by_day_are_read_of_the_days_asked_for() {
    let mut api = TestApi::default();
    api.planning
        .expect_calendar_notes()
        .withf(|first, last| *first == Some(sample::day("2026-11-16")) && last.is_none())
        .once()
        .returning(|_, _| Ok(sample::calendar_notes()));
    let answer = api.get(&format!("{BY_DAY}?from=2026-11-16")).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getCalendarNotes");
}

#[actix_web::test]
async fn days_that_end_before_they_begin_are_refused() {
    let answer = TestApi::with_samples()
        .get(&format!("{BY_DAY}?from=2026-11-19&to=2026-11-18"))
        .await;
    answer.assert_breaks("to", "before_start");
}

#[actix_web::test]
async fn notes_by_day_are_set_and_removed() {
    let mut api = TestApi::default();
    api.planning
        .expect_set_calendar_notes()
        .withf(|notes, _| {
            notes[0] == (sample::day("2026-11-19"), Some("수능".to_owned()))
                && notes[1] == (sample::day("2026-11-20"), None)
        })
        .once()
        .returning(|_, _| Ok(sample::calendar_notes()));
    let body = json!({"notes": [{"date": "2026-11-19", "note": "수능"}, {"date": "2026-11-20", "note": null}]});
    let answer = api.put(BY_DAY, &body).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("setCalendarNotes");
}

#[actix_web::test]
async fn notes_by_month_are_read() {
    let answer = TestApi::with_samples()
        .get(&format!("{BY_MONTH}?from=2026-11&to=2026-11"))
        .await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getMonthlyNotes");
}

#[actix_web::test]
async fn months_that_end_before_they_begin_are_refused() {
    let answer = TestApi::with_samples()
        .get(&format!("{BY_MONTH}?from=2026-12&to=2026-11"))
        .await;
    answer.assert_breaks("to", "before_start");
}

#[actix_web::test]
async fn notes_by_month_are_set_and_removed() {
    let mut api = TestApi::default();
    api.planning
        .expect_set_monthly_notes()
        .withf(|notes, _| notes[0].1.as_deref() == Some("수능 마케팅") && notes[1].1.is_none())
        .once()
        .returning(|_, _| Ok(sample::monthly_notes()));
    let body = json!({"notes": [{"month": "2026-11", "note": "수능 마케팅"}, {"month": "2026-12", "note": null}]});
    let answer = api.put(BY_MONTH, &body).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("setMonthlyNotes");
}

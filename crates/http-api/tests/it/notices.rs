use domain::access::Visible;
use ports::driven::{MockNoticeBoard, NoticePage};
use serde_json::json;

use crate::support::people::{ADMIN, API_KEY, MEMBER};
use crate::support::{TestApi, people, sample};

#[actix_web::test]
async fn notices_are_of_what_the_reader_sees_and_of_deliveries_for_the_office() {
    for (caller, visible, deliveries) in [
        (MEMBER, Visible::Only([sample::production_id(1)].into()), false),
        (ADMIN, Visible::All, true),
    ] {
        let mut api = TestApi::with_samples().as_user(caller);
        api.notices = MockNoticeBoard::new();
        api.notices
            .expect_list()
            .withf(move |query| query.visible == visible && query.deliveries == deliveries)
            .returning(|_| Ok(NoticePage::default()));
        assert_eq!(api.get("/api/v1/notices").await.status, 200, "{caller}");
    }
}

#[actix_web::test]
async fn notices_are_listed_and_read() {
    let listed = TestApi::with_samples().get("/api/v1/notices").await;
    listed.assert_is_example("listNotices");
    let until = json!({ "until": "2026-11-20T09:30:00+09:00" });
    let read = TestApi::with_samples().put("/api/v1/notices/read", &until).await;
    assert_eq!(read.status, 200, "{read:?}");
    read.assert_is_example("readNotices");
}

#[actix_web::test]
async fn nobody_reads_what_is_to_come_and_a_key_reads_nothing() {
    let mut api = TestApi::with_samples();
    api.notices = MockNoticeBoard::new();
    api.notices.expect_list().returning(|_| Ok(NoticePage::default()));
    api.notices
        .expect_read()
        .withf(|reader, until| *reader == people::master().id && *until == sample::instant("2026-11-20T01:00:00Z"))
        .returning(|_, _| Ok(()));
    let until = json!({ "until": "2099-01-01T00:00:00Z" });
    assert_eq!(api.put("/api/v1/notices/read", &until).await.status, 200);
    let by_key = TestApi::with_samples().as_user(API_KEY);
    assert_eq!(by_key.put("/api/v1/notices/read", &until).await.status, 403);
    let nothing = TestApi::with_samples().put("/api/v1/notices/read", &json!({})).await;
    assert_eq!(nothing.status, 422);
}

//! No query is asked without what the caller sees.

use actix_web::test::TestRequest;
use domain::access::{Capability, Visible};
use ports::actor::{Actor, Authority};
use ports::driving::{DeskError, MockPlanningDesk, MockTargetDesk, Submission};
use ports::paging::Page;
use serde_json::json;

use crate::reports::reports;
use crate::support::people::{ADMIN, MEMBER, READER_OF_ALL, STRANGER};
use crate::support::{Form, PRODUCTION, TestApi, sample, uploads_of_the_production};

fn callers() -> [(&'static str, Visible); 4] {
    [
        (STRANGER, Visible::Only([].into())),
        (MEMBER, Visible::Only([sample::production().id].into())),
        (READER_OF_ALL, Visible::All),
        (ADMIN, Visible::All),
    ]
}

fn nothing<T>() -> Page<T> {
    Page {
        items: Vec::new(),
        total: 0,
    }
}

#[actix_web::test]
async fn lists_are_of_what_the_caller_sees() {
    for (caller, visible) in callers() {
        let mut api = TestApi::default().as_user(caller);
        let wanted = visible.clone();
        api.productions
            .expect_list()
            .withf(move |query| query.visible == wanted)
            .once()
            .returning(|_| Ok(nothing()));
        assert_eq!(api.get("/api/v1/productions").await.status, 200);

        let mut api = TestApi::default().as_user(caller);
        let id = sample::concert().id;
        api.uploads
            .expect_list()
            .withf(move |query| query.visible == visible && query.production_id == Some(id))
            .once()
            .returning(|_| Ok(nothing()));
        let path = format!("/api/v1/uploads?productionId={id}");
        assert_eq!(api.get(&path).await.status, 200);
    }
}

#[actix_web::test]
async fn reports_are_of_what_the_caller_sees() {
    for (caller, visible) in callers() {
        for report in reports() {
            let api = TestApi::with_samples().as_user(caller);
            let asked = api.figures.asked.clone();
            assert_eq!(
                api.get(&format!("/api/v1/reports/{report}")).await.status,
                200,
                "{report}"
            );
            let asked = asked.take();
            assert_eq!(asked.len(), 1, "{report}");
            assert_eq!(asked[0].visible, visible, "{report}");
        }
    }
}

#[actix_web::test]
async fn targets_are_derived_of_what_the_caller_sees() {
    let wanted = Visible::Only([sample::production().id].into());
    let from = sample::concert().id.0;

    let mut api = TestApi::with_samples().as_user(MEMBER);
    api.targets = MockTargetDesk::new();
    let of = wanted.clone();
    api.targets
        .expect_distribute()
        .withf(move |_, _, visible, _| *visible == of)
        .once()
        .returning(|_, _, _, _| Err(DeskError::UnknownProduction));
    let body = json!({"totalKrw": 1, "method": "curve", "productionIds": [from]});
    let answer = api.post(&format!("{PRODUCTION}/targets/distribute"), &body).await;
    answer.assert_problem(404, "not-found");

    let mut api = TestApi::with_samples().as_user(MEMBER);
    api.targets = MockTargetDesk::new();
    api.targets
        .expect_copy()
        .withf(move |_, _, visible, _| *visible == wanted)
        .once()
        .returning(|_, _, _, _| Err(DeskError::UnknownProduction));
    let body = json!({"fromProductionId": from});
    let answer = api.post(&format!("{PRODUCTION}/targets/copy"), &body).await;
    answer.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn changes_say_who_made_them() {
    let is_theirs = |by: &Actor, capability: Capability| {
        let Authority::Credential { user, needs, .. } = by.authority else {
            return false;
        };
        user == sample::member().id
            && (needs.capability, needs.production) == (capability, Some(sample::production().id))
            && by.address == "192.0.2.7".parse().ok()
    };
    let mut api = TestApi::with_samples().as_user(MEMBER);
    api.planning = MockPlanningDesk::new();
    api.planning
        .expect_set_targets()
        .withf(move |_, _, edit| is_theirs(&edit.by, Capability::Manage))
        .once()
        .returning(|_, _, _| Ok(sample::targets()));
    let request = TestRequest::put()
        .uri(&format!("{PRODUCTION}/targets"))
        .peer_addr("192.0.2.7:4711".parse().unwrap())
        .set_json(json!({"targets": []}));
    assert_eq!(api.send(request).await.status, 200);

    let mut api = TestApi::with_samples().as_user(MEMBER);
    api.uploads = uploads_of_the_production();
    api.uploads
        .expect_submit()
        .withf(move |upload| is_theirs(&upload.by, Capability::Upload))
        .once()
        .returning(|_| {
            Ok(Submission {
                upload: sample::queued_upload(),
                repeated: false,
            })
        });
    let request = Form::workbook()
        .into_request()
        .peer_addr("192.0.2.7:4711".parse().unwrap());
    assert_eq!(api.send(request).await.status, 202);
}

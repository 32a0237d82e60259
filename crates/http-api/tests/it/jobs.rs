use ports::driven::{MockJobQueue, Retry};
use serde_json::json;

use crate::support::people::{self, ADMIN};
use crate::support::{JOB, TestApi};

#[actix_web::test]
async fn a_page_of_jobs_is_listed() {
    let answer = TestApi::with_samples().get("/api/v1/jobs?status=done&order=desc").await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("listJobs");
}

#[actix_web::test]
async fn a_failed_job_is_tried_again() {
    let answer = TestApi::with_samples()
        .as_user(ADMIN)
        .post(&format!("{JOB}/retry"), &json!(null))
        .await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("retryJob");
}

fn retrying(outcome: Retry) -> TestApi {
    let mut api = TestApi::with_samples();
    api.jobs = MockJobQueue::new();
    api.jobs
        .expect_retry()
        .withf(|id, by| JOB.ends_with(id) && by.user_id() == Some(people::master().id))
        .once()
        .returning(move |_, _| Ok(outcome.clone()));
    api
}

#[actix_web::test]
async fn a_job_that_has_not_failed_is_left_alone() {
    let answer = retrying(Retry::NotFailed)
        .post(&format!("{JOB}/retry"), &json!(null))
        .await;
    answer.assert_problem(409, "not-failed");
}

#[actix_web::test]
async fn a_job_that_is_not_there_is_404() {
    let answer = retrying(Retry::NotFound)
        .post(&format!("{JOB}/retry"), &json!(null))
        .await;
    answer.assert_problem(404, "not-found");
    // What no id can be is not asked for.
    for id in ["%00", "a%20b", "%2e%2e", &"a".repeat(101)] {
        let mut api = TestApi::with_samples();
        api.jobs = MockJobQueue::new();
        let answer = api.post(&format!("/api/v1/jobs/{id}/retry"), &json!(null)).await;
        answer.assert_problem(404, "not-found");
    }
}

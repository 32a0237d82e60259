use crate::support::TestApi;

#[actix_web::test]
async fn a_page_of_jobs_is_listed() {
    let answer = TestApi::with_samples().get("/api/v1/jobs?status=done&order=desc").await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("listJobs");
}

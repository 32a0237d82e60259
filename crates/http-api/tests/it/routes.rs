use actix_web::http::Method;

use crate::support::{PRODUCTION, TestApi, UPLOAD};

#[actix_web::test]
async fn an_unknown_path_is_a_404_problem() {
    for path in [
        "/nothing",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/productions/",
        "/api/v1/reports/plays/nothing",
    ] {
        let answer = TestApi::with_samples().get(path).await;
        answer.assert_problem(404, "not-found");
        insta::allow_duplicates! { insta::assert_json_snapshot!(answer.json()); }
    }
}

#[actix_web::test]
async fn a_method_that_a_path_does_not_take_is_told_which_ones_it_takes() {
    let upload_file = format!("{UPLOAD}/file");
    let targets = format!("{PRODUCTION}/targets");
    let cases = [
        ("/healthz", "GET"),
        ("/api/v1/productions", "GET, POST"),
        (PRODUCTION, "GET, PATCH, DELETE"),
        ("/api/v1/productions/import", "POST"),
        (&targets, "GET, PUT"),
        ("/api/v1/uploads", "GET, POST"),
        (UPLOAD, "GET, DELETE"),
        (&upload_file, "GET"),
        ("/api/v1/reports/plays/revenue", "GET"),
    ];
    for (path, allowed) in cases {
        let answer = TestApi::with_samples().ask(Method::TRACE, path).await;
        answer.assert_problem(405, "method-not-allowed");
        assert_eq!(answer.header("allow"), allowed, "{path}");
    }
}

#[actix_web::test]
async fn the_problem_of_a_wrong_method_names_it() {
    let answer = TestApi::with_samples().ask(Method::DELETE, "/api/v1/productions").await;
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn the_document_is_served_and_the_interface_reads_it() {
    let document = TestApi::with_samples().get("/api/v1/openapi.json").await;
    assert_eq!(document.status, 200);
    assert_eq!(document.json(), serde_json::to_value(http_api::openapi()).unwrap());
    let page = TestApi::with_samples().get("/swagger-ui/").await;
    assert_eq!(page.status, 200);
    for path in ["/", "/swagger-ui"] {
        let answer = TestApi::with_samples().get(path).await;
        assert_eq!(answer.header("location"), "/swagger-ui/");
    }
}

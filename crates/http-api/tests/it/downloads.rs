use domain::upload::OriginalFile;
use ports::actor::Actor;
use ports::driven::StorageError;
use ports::driving::{DeskError, Download, MockTemplateDesk, UploadError};

use crate::support::people;
use crate::support::{NO_PRODUCTION, PRODUCTION, TestApi, UPLOAD, sample, uploads_of_the_production};

#[actix_web::test]
async fn an_original_comes_as_an_attachment_that_no_browser_runs() {
    let answer = TestApi::with_samples().get(&format!("{UPLOAD}/file")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, sample::ORIGINAL);
    assert_eq!(answer.header("content-length"), sample::ORIGINAL.len().to_string());
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
    let disposition = answer.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"20261119_PL2612_"),
        "{disposition}"
    );
    assert!(
        disposition.contains("filename*=UTF-8''20261119_PL2612_%EB%91%90%20"),
        "{disposition}"
    );
}

#[actix_web::test]
async fn a_hostile_file_name_cannot_leave_its_header() {
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    api.uploads.expect_download().returning(|_, _, _| {
        let file_name = "a\"; filename=evil.html\r\nX-Evil: 1\u{0}.xlsx".to_owned();
        Ok(Download {
            file: OriginalFile {
                file_name,
                size_bytes: 0,
                ..sample::file()
            },
            contents: sample::contents(std::iter::empty()),
        })
    });
    let answer = api.get(&format!("{UPLOAD}/file")).await;
    assert_eq!(answer.status, 200);
    assert!(answer.headers.get("x-evil").is_none());
    assert_eq!(answer.header("content-disposition").matches('"').count(), 2);
}

#[actix_web::test]
async fn a_part_that_is_not_there_is_404() {
    for part in ["0", "2", "3"] {
        let path = format!("{UPLOAD}/file?part={part}");
        TestApi::with_samples()
            .get(&path)
            .await
            .assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn a_blank_workbook_comes_as_an_attachment() {
    let answer = TestApi::with_samples()
        .get(&format!("{PRODUCTION}/workbook-template"))
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, sample::template().bytes);
    assert_eq!(
        answer.header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let disposition = answer.header("content-disposition");
    assert!(
        disposition.contains("filename*=UTF-8''20261120_PL2612_%EB%91%90%20"),
        "{disposition}"
    );
}

#[actix_web::test]
async fn a_blank_workbook_needs_a_production_with_a_sale_period() {
    let path = format!("{NO_PRODUCTION}/workbook-template?x=1");
    TestApi::with_samples()
        .get(&path)
        .await
        .assert_problem(404, "not-found");
    let path = format!("{PRODUCTION}/workbook-template");
    TestApi::with_samples()
        .get(&format!("{path}?x=1"))
        .await
        .assert_problem(422, "invalid");
    let mut api = TestApi::with_samples();
    api.templates = MockTemplateDesk::new();
    api.templates
        .expect_workbook_template()
        .returning(|_, _| Err(DeskError::NoSalePeriod));
    let answer = api.get(&path).await;
    answer.assert_problem(409, "no-sale-period");
    assert!(answer.json()["detail"].as_str().unwrap().contains("saleStart"));
}

#[actix_web::test]
async fn downloads_are_in_the_name_of_who_asks() {
    let is_master = |by: &Actor| by.user_id() == Some(people::master().id);
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    let handed_out = api.uploads.expect_download().once();
    handed_out
        .withf(move |id, part, by| *id == sample::upload().id && *part == 1 && is_master(by))
        .returning(|_, _, _| Ok(sample::download()));
    assert_eq!(api.get(&format!("{UPLOAD}/file")).await.status, 200);
    let mut api = TestApi::with_samples();
    api.templates = MockTemplateDesk::new();
    let handed_out = api.templates.expect_workbook_template().once();
    handed_out
        .withf(move |id, by| *id == sample::production().id && is_master(by))
        .returning(|_, _| Ok(sample::template()));
    let path = format!("{PRODUCTION}/workbook-template");
    assert_eq!(api.get(&path).await.status, 200);
}

#[actix_web::test]
async fn what_cannot_be_recorded_is_not_handed_out() {
    let no_database = || StorageError::unavailable("no database");
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    let recording = api.uploads.expect_download();
    recording.returning(move |_, _, _| Err(UploadError::Storage(no_database())));
    let answer = api.get(&format!("{UPLOAD}/file")).await;
    answer.assert_problem(503, "unavailable");
    let mut api = TestApi::with_samples();
    api.templates = MockTemplateDesk::new();
    let recording = api.templates.expect_workbook_template();
    recording.returning(move |_, _| Err(DeskError::Storage(no_database())));
    let answer = api.get(&format!("{PRODUCTION}/workbook-template")).await;
    answer.assert_problem(503, "unavailable");
}

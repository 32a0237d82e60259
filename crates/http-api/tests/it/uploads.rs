use actix_web::http::Method;
use ports::driving::UploadError;

use crate::support::{TestApi, UPLOAD, sample};

#[actix_web::test]
async fn an_upload_is_read_with_its_findings() {
    let answer = TestApi::with_samples().get(UPLOAD).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getUpload");
}

#[actix_web::test]
async fn an_upload_is_withdrawn() {
    let answer = TestApi::with_samples().ask(Method::DELETE, UPLOAD).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("withdrawUpload");
}

#[actix_web::test]
async fn a_failed_upload_cannot_be_withdrawn() {
    let mut api = TestApi::default();
    api.uploads.expect_read().returning(|_| Ok(sample::upload()));
    api.uploads
        .expect_withdraw()
        .returning(|_, _| Err(UploadError::CannotWithdrawFailed));
    let answer = api.ask(Method::DELETE, UPLOAD).await;
    answer.assert_problem(409, "upload-failed");
    answer.assert_is_example("withdrawUpload");
}

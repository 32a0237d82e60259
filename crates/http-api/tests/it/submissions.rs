//! Sending workbooks in.

use std::time::Duration;

use actix_web::test::TestRequest;
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::upload::UploadKind;
use ports::driving::{ProductionChoice, Submission, UploadError, UploadRequest};
use serde_json::json;

use crate::support::people::UPLOADER;
use crate::support::{Form, MAX_FILE_BYTES, TestApi, UPLOAD, sample, uploads_of_the_production};

/// An application that expects one upload, which must be as `wanted` says.
fn expecting(wanted: impl Fn(&UploadRequest) -> bool + Send + 'static) -> TestApi {
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    api.uploads.expect_submit().withf(wanted).once().returning(|_| {
        Ok(Submission {
            upload: sample::queued_upload(),
            repeated: false,
        })
    });
    api
}

fn failing(error: fn() -> UploadError) -> TestApi {
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    api.uploads.expect_submit().returning(move |_| Err(error()));
    api.uploads.expect_try_out().returning(move |_| Err(error()));
    api
}

#[actix_web::test]
async fn a_workbook_is_queued_and_its_path_is_told() {
    let api = expecting(|request| {
        request.production == ProductionChoice::FileName
            && request.record_date.is_none()
            && request.files.len() == 1
            && request.files[0].file_name == "20261119_PL2612_letter.xlsx"
            && request.files[0].file.size_bytes() == 2
    });
    let answer = api.upload(Form::workbook()).await;
    assert_eq!(answer.status, 202);
    assert_eq!(answer.header("location"), UPLOAD);
    answer.assert_is_example("createUpload");
}

#[actix_web::test]
async fn parts_come_in_any_order() {
    let id = sample::production().id;
    let wanted = move |request: &UploadRequest| {
        request.production == ProductionChoice::Id(id) && request.record_date == Some(sample::day("2026-11-19"))
    };
    let id = id.to_string();
    let first = Form::workbook()
        .text("recordDate", "2026-11-19")
        .text("productionId", &id);
    let last = Form::default()
        .text("productionId", &id)
        .text("dryRun", "false")
        .text("recordDate", " 2026-11-19 ")
        .file("letter.xlsx", b"PK");
    assert_eq!(expecting(wanted).upload(first).await.status, 202);
    assert_eq!(expecting(wanted).upload(last).await.status, 202);
}

#[actix_web::test]
async fn a_request_may_say_what_it_is_about() {
    let unsaid = |request: &UploadRequest| request.kind.is_none();
    assert_eq!(expecting(unsaid).upload(Form::workbook()).await.status, 202);
    let said = |request: &UploadRequest| request.kind == Some(UploadKind::Buyers);
    let form = Form::workbook().text("kind", "buyers");
    assert_eq!(expecting(said).upload(form).await.status, 202);
}

#[actix_web::test]
async fn a_password_comes_as_it_was_typed_and_in_bounds() {
    let wanted = |request: &UploadRequest| request.password.as_ref().is_some_and(|password| password.0 == " 열쇠 ");
    let form = Form::workbook().text("password", " 열쇠 ");
    assert_eq!(expecting(wanted).upload(form).await.status, 202);
    for (password, code) in [("", "out_of_range"), (&"열".repeat(256), "out_of_range")] {
        let form = Form::workbook().text("password", password);
        let refused = TestApi::with_samples().upload(form).await;
        refused.assert_breaks("password", code);
        assert!(password.is_empty() || !format!("{refused:?}").contains(password));
    }
    let twice = Form::workbook().text("password", "1").text("password", "2");
    TestApi::with_samples()
        .upload(twice)
        .await
        .assert_breaks("password", "duplicate");
}

#[actix_web::test]
async fn an_empty_field_is_not_a_field_left_out() {
    for (field, status) in [
        ("productionId", 404),
        ("productionCode", 404),
        ("recordDate", 422),
        ("dryRun", 422),
    ] {
        let answer = TestApi::with_samples().upload(Form::workbook().text(field, "")).await;
        assert_eq!(answer.status, status, "{field}");
    }
}

#[actix_web::test]
async fn a_production_is_chosen_by_its_code() {
    let api = expecting(|request| request.production == ProductionChoice::Code("PL2612".parse().unwrap()));
    let form = Form::workbook().text("productionCode", "PL2612");
    assert_eq!(api.upload(form).await.status, 202);
}

#[actix_web::test]
async fn two_csv_files_are_one_upload() {
    let api = expecting(|request| request.files.len() == 2);
    let form = Form::default().file("a.csv", b"1").file("b.CSV", b"2");
    assert_eq!(api.upload(form).await.status, 202);
}

#[actix_web::test]
async fn file_names_are_passed_on_as_they_came() {
    let decomposed = "20261119_PL2612_\u{1111}\u{1167}\u{11ab}\u{110c}\u{1175}.xlsx";
    for name in [
        decomposed,
        "20261119_PL2612_%ED%8E%B8%EC%A7%80.xlsx",
        "../../etc/passwd",
    ] {
        let api = expecting(move |request| request.files[0].file_name == name);
        assert_eq!(
            api.upload(Form::default().file(name, b"PK")).await.status,
            202,
            "{name}"
        );
    }
}

#[actix_web::test]
async fn an_extended_file_name_is_read() {
    let api = expecting(|request| request.files[0].file_name == "편지.xlsx");
    let form = Form::default().part("name=\"file\"; filename*=UTF-8''%ED%8E%B8%EC%A7%80.xlsx", b"PK");
    assert_eq!(api.upload(form).await.status, 202);
}

#[actix_web::test]
async fn a_request_may_wait_for_the_end() {
    let mut api = TestApi::default();
    api.uploads
        .expect_submit_and_wait()
        .withf(|_, patience| *patience == Duration::from_secs(30))
        .once()
        .returning(|_, _| {
            Ok(Submission {
                upload: sample::upload(),
                repeated: false,
            })
        });
    let answer = api.upload(Form::workbook().prefer("wait=30")).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), UPLOAD);
    assert_eq!(answer.json()["status"], "completed");
}

#[actix_web::test]
async fn a_wait_that_was_too_short_is_202() {
    let mut api = TestApi::default();
    api.uploads.expect_submit_and_wait().returning(|_, _| {
        Ok(Submission {
            upload: sample::queued_upload(),
            repeated: false,
        })
    });
    assert_eq!(api.upload(Form::workbook().prefer("wait=1")).await.status, 202);
}

#[actix_web::test]
async fn the_same_bytes_again_are_200() {
    let mut api = TestApi::default();
    api.uploads.expect_submit().returning(|_| {
        Ok(Submission {
            upload: sample::upload(),
            repeated: true,
        })
    });
    let answer = api.upload(Form::workbook()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["id"], sample::upload().id.to_string());
}

#[actix_web::test]
async fn a_dry_run_says_what_would_happen() {
    let answer = TestApi::with_samples()
        .upload(Form::workbook().text("dryRun", "true"))
        .await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("createUpload");
}

#[actix_web::test]
async fn parts_that_break_a_rule_are_named() {
    let workbook = Form::workbook;
    let cases = [
        (Form::default().text("dryRun", "true"), "file", "required"),
        (workbook().text("foo", "1"), "foo", "unknown_field"),
        (
            workbook()
                .text("recordDate", "2026-11-19")
                .text("recordDate", "2026-11-19"),
            "recordDate",
            "duplicate",
        ),
        (workbook().file("b.xlsx", b"PK"), "file", "too_many"),
        (workbook().file("b.csv", b"1"), "file", "too_many"),
        (
            Form::default()
                .file("a.csv", b"1")
                .file("b.csv", b"2")
                .file("c.csv", b"3"),
            "file",
            "too_many",
        ),
        (workbook().text("recordDate", "2026-02-30"), "recordDate", "malformed"),
        (
            workbook().text("recordDate", "2026-11-19\u{0}"),
            "recordDate",
            "malformed",
        ),
        (workbook().text("dryRun", "yes"), "dryRun", "malformed"),
        (workbook().text("kind", "Buyers"), "kind", "malformed"),
        (
            workbook().text("recordDate", &"1".repeat(1_021)),
            "recordDate",
            "too_long",
        ),
        (
            workbook().part("name=\"recordDate\"", b"\xFF"),
            "recordDate",
            "malformed",
        ),
        (
            workbook().text("productionCode", "PL2612").text("productionId", "x"),
            "productionCode",
            "ambiguous",
        ),
    ];
    for (form, part, code) in cases {
        TestApi::with_samples().upload(form).await.assert_breaks(part, code);
    }
}

#[actix_web::test]
async fn an_unknown_production_is_404_before_the_other_parts_are_judged() {
    let unknown = "0197c1a0-0000-7000-8000-00000000ffff";
    for (part, value) in [
        ("productionId", unknown),
        ("productionId", "PL2612"),
        ("productionCode", "한글"),
        ("productionCode", "PL\u{0}"),
    ] {
        let form = Form::default().text(part, value).text("recordDate", "soon");
        TestApi::with_samples()
            .upload(form)
            .await
            .assert_problem(404, "not-found");
    }
    let answer = failing(|| UploadError::UnknownProduction)
        .upload(Form::workbook())
        .await;
    answer.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn a_code_that_leads_nowhere_is_told_with_the_nearest_one() {
    for form in [
        Form::default()
            .file("20261119_PL2611_letter.xlsx", b"PK")
            .text("recordDate", "soon"),
        Form::workbook().text("productionCode", "PL2611"),
    ] {
        let answer = TestApi::with_samples().upload(form).await;
        answer.assert_problem(404, "not-found");
        let problem = answer.json();
        assert_eq!(
            (&problem["productionCode"], &problem["nearestCode"]),
            (&json!("PL2611"), &json!("PL2612"))
        );
        assert_eq!(
            problem["detail"],
            "there is no production with the code PL2611: PL2612?"
        );
        answer.assert_is_example("createUpload");
    }
}

#[actix_web::test]
async fn a_code_of_a_production_unseen_is_answered_like_one_that_there_is_not() {
    let asked = async |code: &str| {
        let file = format!("20261119_{code}_x.xlsx");
        let form = Form::default().file(&file, b"PK").text("recordDate", "soon");
        let answer = TestApi::with_samples().as_user(UPLOADER).upload(form).await;
        String::from_utf8(answer.body).unwrap().replace(code, "…")
    };
    let unseen = sample::concert().details.into_draft().code;
    let there_is_not = asked("CO9999").await;
    assert!(there_is_not.contains("\"nearestCode\":\"PL2612\""), "{there_is_not}");
    assert_eq!(asked(unseen.as_str()).await, there_is_not);
}

#[actix_web::test]
async fn a_file_name_that_is_not_utf_8_is_told_as_such() {
    let uploads = |form: Form| form.into_request();
    let lists = |form: Form| form.to("/api/v1/productions/import");
    for request in [uploads, lists] {
        for name in [
            &b"filename=\"20261119_PL2612_\xC6\xED\xC1\xF6.xlsx\""[..],
            b"filename*=UTF-8''%C6%ED%C1%F6.xlsx",
        ] {
            let form = Form::default().raw_part(&[b"name=\"file\"; ", name].concat(), b"PK");
            let answer = TestApi::with_samples().send(request(form)).await;
            answer.assert_breaks("file", "not_utf_8");
        }
    }
}

#[actix_web::test]
async fn a_file_over_the_limit_is_413() {
    let size = usize::try_from(MAX_FILE_BYTES).unwrap();
    let fits = Form::default().file("a.xlsx", &vec![0; size]);
    assert_eq!(TestApi::with_samples().upload(fits).await.status, 202);
    let too_long = Form::default().file("a.xlsx", &vec![0; size + 1]);
    let answer = TestApi::with_samples().upload(too_long).await;
    answer.assert_problem(413, "too-large");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn a_body_that_breaks_off_is_400() {
    let request = Form::workbook().into_broken_request();
    TestApi::with_samples()
        .send(request)
        .await
        .assert_problem(400, "unreadable");
    let without_boundary = TestRequest::post()
        .uri("/api/v1/uploads")
        .insert_header(("content-type", "multipart/form-data"))
        .set_payload("x");
    let answer = TestApi::with_samples().send(without_boundary).await;
    answer.assert_problem(400, "unreadable");
    let nameless = Form::default().part("filename=\"a.xlsx\"", b"PK");
    TestApi::with_samples()
        .upload(nameless)
        .await
        .assert_problem(400, "unreadable");
}

#[actix_web::test]
async fn an_encoded_body_or_another_media_type_is_415() {
    let encoded = Form::workbook()
        .into_request()
        .insert_header(("content-encoding", "gzip"));
    let answer = TestApi::with_samples().send(encoded).await;
    answer.assert_problem(415, "unsupported-media-type");
    let json = TestRequest::post().uri("/api/v1/uploads").set_json(1);
    let answer = TestApi::with_samples().send(json).await;
    answer.assert_problem(415, "unsupported-media-type");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn a_refused_upload_says_why_as_a_finding() {
    fn refused() -> UploadError {
        let finding = Diagnostic::of_file(DiagnosticCode::WrongProduction, Some("MU2611"));
        UploadError::Refused(Box::new(finding))
    }
    for form in [Form::workbook(), Form::workbook().text("dryRun", "true")] {
        let answer = failing(refused).upload(form).await;
        answer.assert_problem(422, "upload-refused");
        answer.assert_is_example("createUpload");
    }
}

#[actix_web::test]
async fn a_bad_file_name_may_suggest_the_day_in_which_it_ends() {
    fn bad(suggested: Option<&str>) -> UploadError {
        UploadError::BadFileName {
            finding: Box::new(Diagnostic::of_file(DiagnosticCode::BadFileName, None)),
            suggested: suggested.map(|day| day.parse().unwrap()),
        }
    }
    for (error, suggested) in [
        (
            (|| bad(Some("2026-11-18"))) as fn() -> UploadError,
            serde_json::json!("2026-11-18"),
        ),
        (|| bad(None), serde_json::Value::Null),
    ] {
        let answer = failing(error).upload(Form::workbook()).await;
        answer.assert_problem(422, "upload-refused");
        let problem = answer.json();
        assert_eq!(problem.get("suggestedRecordDate"), Some(&suggested));
        assert_eq!(problem["diagnostics"][0]["code"], "bad_file_name");
    }
    let other = failing(|| UploadError::Busy).upload(Form::workbook()).await;
    assert_eq!(other.json().get("suggestedRecordDate"), None);
}

#[actix_web::test]
async fn a_busy_server_asks_to_try_again() {
    for form in [Form::workbook(), Form::workbook().text("dryRun", "true")] {
        let answer = failing(|| UploadError::Busy).upload(form).await;
        answer.assert_problem(503, "busy");
        assert_eq!(answer.header("retry-after"), "5");
        insta::allow_duplicates! { insta::assert_json_snapshot!(answer.json()); }
    }
}

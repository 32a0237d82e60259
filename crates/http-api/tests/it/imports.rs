//! Lists that staff keep in files.

use actix_web::test::TestRequest;
use domain::validation::{Breach, Field, Place, Rule};
use ports::driven::ListError;
use ports::driving::{DeskError, MockProductionDesk, MockTargetDesk};

use crate::support::people::MANAGER;
use crate::support::{Answer, Form, MAX_FILE_BYTES, NO_PRODUCTION, PRODUCTION, TestApi, sample};

const PRODUCTIONS: &str = "/api/v1/productions/import";

fn targets() -> String {
    format!("{PRODUCTION}/targets/import")
}

fn list() -> Form {
    Form::default().file("공연 목록.csv", b"code,name,category")
}

async fn import(api: TestApi, form: Form) -> Answer {
    api.send(form.to(PRODUCTIONS)).await
}

/// An application whose lists are wrong.
fn wrong() -> TestApi {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions
        .expect_import()
        .returning(|_, _, _, _| Ok(sample::wrong_import()));
    api
}

fn refusing(error: &ListError) -> TestApi {
    let mut api = TestApi::with_samples();
    let (of_productions, of_targets) = (error.clone(), error.clone());
    api.productions = MockProductionDesk::new();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_import()
        .returning(move |_, _, _, _| Err(DeskError::List(of_productions.clone())));
    api.targets = MockTargetDesk::new();
    api.targets
        .expect_import()
        .returning(move |_, _, _| Err(DeskError::List(of_targets.clone())));
    api
}

#[actix_web::test]
async fn a_list_of_productions_is_entered() {
    let mut api = TestApi::with_samples().as_user(MANAGER);
    api.productions = MockProductionDesk::new();
    api.productions
        .expect_import()
        .withf(|name, bytes, dry_run, by| {
            name == "공연 목록.csv" && bytes == b"code,name,category" && !dry_run && by.user_id().is_some()
        })
        .once()
        .returning(|_, _, _, _| Ok(sample::import()));
    let answer = import(api, list()).await;
    assert_eq!(answer.status, 201);
    answer.assert_is_example("importProductions");
}

#[actix_web::test]
async fn a_dry_run_says_what_each_row_says() {
    let answer = import(TestApi::with_samples(), list().text("dryRun", "true")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["entered"].as_array().map(Vec::len), Some(0));
}

#[actix_web::test]
async fn a_dry_run_of_a_wrong_list_is_no_error() {
    let answer = import(wrong(), list().text("dryRun", "true")).await;
    assert_eq!(answer.status, 200);
    let rows = answer.json()["rows"].clone();
    assert_eq!(rows[0]["errors"][0]["pointer"], "/saleEnd");
    assert_eq!(rows[0]["code"], "PL2612");
    assert!(rows[1]["code"].is_null());
    answer.assert_is_example("importProductions");
}

#[actix_web::test]
async fn a_wrong_list_is_refused_with_pointers_to_its_rows() {
    let answer = import(wrong(), list()).await;
    answer.assert_problem(422, "invalid");
    let errors = answer.json()["errors"].clone();
    assert_eq!(errors[0]["pointer"], "/rows/2/saleEnd");
    assert_eq!(errors[1]["pointer"], "/rows/3/code");
    answer.assert_is_example("importProductions");
}

#[actix_web::test]
async fn the_targets_of_a_file_are_set() {
    let mut api = TestApi::with_samples();
    api.targets = MockTargetDesk::new();
    api.targets
        .expect_import()
        .withf(|id, file, _| {
            *id == sample::production().id && file.file_name == "targets.csv" && file.bytes == b"date" && file.dry_run
        })
        .once()
        .returning(|_, _, _| Ok(sample::targets()));
    let form = Form::default().text("dryRun", "true").file("targets.csv", b"date");
    let answer = api.send(form.to(&targets())).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("etag"), "\"r4\"");
    answer.assert_is_example("importTargets");
}

#[actix_web::test]
async fn a_wrong_row_of_targets_is_pointed_to() {
    let mut api = TestApi::with_samples();
    api.targets = MockTargetDesk::new();
    api.targets.expect_import().returning(|_, _, _| {
        let error = Breach::new(Place::from(Field::Date).in_row(7), Rule::OutsideSalePeriod);
        Err(DeskError::Invalid(vec![error]))
    });
    let answer = api.send(list().to(&targets())).await;
    answer.assert_breaks("/rows/7/date", "outside_sale_period");
}

#[actix_web::test]
async fn targets_of_a_production_that_is_not_there_are_not_read() {
    let path = format!("{NO_PRODUCTION}/targets/import?foo=1");
    let answer = TestApi::with_samples().send(list().to(&path)).await;
    answer.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn parts_that_break_a_rule_are_named() {
    for path in [PRODUCTIONS.to_owned(), targets()] {
        let cases = [
            (Form::default().text("dryRun", "true"), "file", "required"),
            (list().file("b.csv", b"1"), "file", "too_many"),
            (list().text("foo", "1"), "foo", "unknown_field"),
            (list().text("dryRun", "yes"), "dryRun", "malformed"),
            (
                list().text("dryRun", "true").text("dryRun", "true"),
                "dryRun",
                "duplicate",
            ),
        ];
        for (form, part, code) in cases {
            let answer = TestApi::with_samples().send(form.to(&path)).await;
            answer.assert_breaks(part, code);
        }
    }
}

#[actix_web::test]
async fn a_body_that_is_no_form_is_refused() {
    for path in [PRODUCTIONS.to_owned(), targets()] {
        let size = usize::try_from(MAX_FILE_BYTES).unwrap();
        let too_long = Form::default().file("a.csv", &vec![b'x'; size + 1]).to(&path);
        let answer = TestApi::with_samples().send(too_long).await;
        answer.assert_problem(413, "too-large");
        let broken = list().into_broken_request().uri(&path);
        TestApi::with_samples()
            .send(broken)
            .await
            .assert_problem(400, "unreadable");
        let json = TestRequest::post().uri(&path).set_json(1);
        let answer = TestApi::with_samples().send(json).await;
        answer.assert_problem(415, "unsupported-media-type");
    }
}

#[actix_web::test]
async fn a_file_that_is_no_list_says_why() {
    let cases = [
        (ListError::NotAList, 422, "not-a-list"),
        (ListError::Encrypted, 422, "encrypted-workbook"),
        (ListError::TooLarge, 413, "too-large"),
        (ListError::Busy, 503, "busy"),
        (ListError::Interrupted, 503, "unavailable"),
    ];
    for (error, status, code) in cases {
        for path in [PRODUCTIONS.to_owned(), targets()] {
            let answer = refusing(&error).send(list().to(&path)).await;
            answer.assert_problem(status, code);
        }
    }
}

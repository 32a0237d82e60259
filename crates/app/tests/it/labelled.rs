//! Workbooks without markers, over HTTP.

use sample_data::formats::{xls, xlsx};
use sample_data::world::labelled::{AgencyStates, Knobs, PaidStates};
use serde_json::{Value, json};

use crate::support::{Book, Site, company, enter, facts, shown};

fn knobs() -> Knobs {
    Knobs {
        agencies: vec![AgencyStates::DepositedAndPending; 5],
        paid: PaidStates::DepositedAndPending,
        ..Knobs::default()
    }
}

/// The parts of facts that a marked workbook has, too.
fn as_marked(mut facts: Value) -> Value {
    let performances = &mut facts["performances"];
    for field in ["depositedSeats", "depositedKrw", "pendingSeats", "pendingKrw"] {
        assert!(performances[field].is_i64(), "{field}");
        performances[field] = Value::Null;
    }
    performances["numbers"] = json!(0);
    facts["daily"]["seatsByGrade"] = Value::Null;
    facts["agencies"] = json!([]);
    facts
}

#[tokio::test]
async fn a_workbook_without_markers_says_what_its_twin_says() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 2);
    let labelled = season.musical().labelled(book.truth.record_date, &knobs());
    let mut wanted = facts(&book.truth);
    wanted["daily"]["seatsByGrade"] = Value::Null;

    let bytes = xlsx(&labelled.workbook);
    let sending = server.upload(&book.name, bytes.clone()).field("dryRun", "true");
    let dry_run = sending.send().await.expect(200);
    assert_eq!(dry_run["status"], "completed", "{}", dry_run["diagnostics"]);
    assert_eq!(as_marked(dry_run["facts"].clone()), wanted);
    let roles = ["days", "performances"].map(Value::from);
    let sheets = dry_run["recognised"].as_array().unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| sheet["role"].clone()).collect::<Vec<_>>(),
        roles
    );
    let columns = sheets[1]["columns"].as_array().unwrap();
    let agency = columns.iter().find(|column| column["agency"] == "yes24").unwrap();
    assert_eq!(
        (&agency["of"], &agency["source"]),
        (&json!("agency"), &json!("vocabulary"))
    );
    // Nobody has seen the fifth agency.
    let codes: Vec<_> = dry_run["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(codes, ["new_agency"]);

    let upload = server.upload(&book.name, bytes).complete().await;
    assert_eq!(upload["facts"], dry_run["facts"]);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;

    // The next day it is no news; and foreign formats are read in a process of their own.
    let later = Book::of(season.musical(), 1);
    let again = season.musical().labelled(later.truth.record_date, &knobs());
    let sending = server.upload(&later.name.replace(".xlsx", ".xls"), xls(&again.workbook));
    let dry_run = sending.field("dryRun", "true").send().await.expect(200);
    assert_eq!(
        (&dry_run["status"], &dry_run["diagnostics"]),
        (&json!("completed"), &json!([]))
    );
}

#[tokio::test]
async fn a_marked_workbook_says_nothing_of_headings() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let sending = server.upload(&book.name, book.bytes.clone()).field("dryRun", "true");
    assert_eq!(sending.send().await.expect(200)["recognised"], Value::Null);
}

#[tokio::test]
async fn a_play_needs_its_sale_days() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let knobs = Knobs { days: false, ..knobs() };
    let labelled = season.play().labelled(book.truth.record_date, &knobs);
    let bytes = xlsx(&labelled.workbook);
    let sending = server.upload(&book.name, bytes.clone()).field("dryRun", "true");
    let dry_run = sending.send().await.expect(200);
    assert_eq!(
        (&dry_run["status"], &dry_run["facts"]),
        (&json!("failed"), &Value::Null)
    );
    assert_eq!(dry_run["diagnostics"][0]["code"], "missing_sheet");
    let upload = server.upload(&book.name, bytes).send().await.expect(201);
    assert_eq!(upload["status"], "failed");
    shown(&server, &book.truth.production_code, None).await;
}

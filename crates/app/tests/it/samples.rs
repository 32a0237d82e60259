//! The prepared sample workbooks, with the outcome that was written down for each.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Client, Site, assert_csv, assert_xlsx, differences, read_json, samples};

/// Reports that the samples must be compared with; there may be more.
const FEWEST_REPORTS: usize = 26;

/// Enters the productions, targets and notes of `productions.json`.
async fn enter(client: &Client, folder: &Path) {
    let data = read_json(&folder.join("productions.json"));
    for production in data["productions"].as_array().unwrap() {
        let mut fields = production.as_object().unwrap().clone();
        let targets = fields.remove("dailyTargets").unwrap();
        let weeks = fields.remove("marketingWeeks").unwrap();
        let entered = client.post("/api/v1/productions", &json!(fields)).await.expect(201);
        let path = format!("/api/v1/productions/{}", entered["id"].as_str().unwrap());
        let targets = json!({ "targets": targets });
        client.put(&format!("{path}/targets"), &targets).await.expect(200);
        let weeks = json!({ "weeks": weeks });
        client.put(&format!("{path}/marketing-weeks"), &weeks).await.expect(200);
    }
    let notes = json!({ "notes": data["monthlyNotes"] });
    client.put("/api/v1/calendar/monthly-notes", &notes).await.expect(200);
}

/// Severity, code, sheet and cell of each finding. The cell is compared without its sheet, which stands beside it.
fn findings(diagnostics: &Value) -> BTreeSet<[String; 4]> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let finding = |diagnostic: &Value| {
        let cell = text(&diagnostic["cell"]);
        let cell = cell.rsplit('!').next().unwrap().to_owned();
        [
            text(&diagnostic["severity"]),
            text(&diagnostic["code"]),
            text(&diagnostic["sheet"]),
            cell,
        ]
    };
    diagnostics.as_array().unwrap().iter().map(finding).collect()
}

/// Uploads one file and compares what became of it.
async fn upload(client: &Client, folder: &Path, file: &str, want: &Value) -> Vec<String> {
    let path = folder.join(file);
    let name = path.file_name().unwrap().to_str().unwrap();
    let upload = client.upload(name, std::fs::read(&path).unwrap()).send().await;
    let upload = upload.expect(201);
    let mut found = Vec::new();
    if upload["status"] != want["outcome"] {
        found.push(format!("{} instead of {}", upload["status"], want["outcome"]));
    }
    let (have, need) = (findings(&upload["diagnostics"]), findings(&want["diagnostics"]));
    if have != need {
        found.push(format!("findings {have:?} instead of {need:?}"));
    }
    if want["outcome"] == "completed" {
        let facts = json!({ "daily": want["daily"], "performances": want["performances"] });
        found.extend(differences(&facts, &upload["facts"]));
    }
    found.into_iter().map(|text| format!("{file}: {text}")).collect()
}

/// Compares every report, as JSON, CSV and xlsx; answers how many those are, too.
async fn reports(client: &Client, want: &Value, as_of: &str) -> (usize, Vec<String>) {
    let catalogue = client.get("/api/v1/reports").await.expect(200);
    let entry = |report: &str| {
        let mut entries = catalogue["reports"].as_array().unwrap().iter();
        let entry = entries.find(|entry| entry["name"] == report);
        entry.unwrap_or_else(|| panic!("{report} is not in the catalogue"))
    };
    let (mut compared, mut found) = (BTreeSet::new(), Vec::new());
    for (name, want) in want.as_object().unwrap() {
        let report = want["report"].as_str().unwrap();
        let entry = entry(report);
        compared.insert(report.to_owned());
        let grain = want["grain"].as_str().map(|grain| format!("&grain={grain}"));
        let path = format!("/api/v1/reports/{report}?asOf={as_of}{}", grain.unwrap_or_default());
        let have = client.get(&path).await.expect(200);
        found.extend(differences(want, &have).iter().map(|text| format!("{name}{text}")));
        for table in entry["tables"].as_array().unwrap() {
            let csv = format!("{path}&format=csv&table={}", table["name"].as_str().unwrap());
            assert_csv(&client.get(&csv).await.bytes, &have, table);
        }
        assert_xlsx(&client.get(&format!("{path}&format=xlsx")).await.bytes, &have, entry);
    }
    (compared.len(), found)
}

#[tokio::test]
async fn every_sample_gives_the_outcome_and_the_reports_that_are_expected() {
    let Some(folder) = samples() else { return };
    let expected = read_json(&folder.join("expected.json"));
    let server = Site::new().serve().await;
    enter(&server, &folder).await;
    let workbooks = expected["workbooks"].as_object().unwrap();
    let mut found = Vec::new();
    for (record_date, answers) in expected["reportsAfterRecordDate"].as_object().unwrap() {
        let good = workbooks.iter().filter(|(file, _)| !file.contains('/'));
        for (file, want) in good.filter(|(_, want)| want["recordDate"] == record_date.as_str()) {
            found.extend(upload(&server, &folder, file, want).await);
        }
        let (compared, differing) = reports(&server, answers, expected["asOf"].as_str().unwrap()).await;
        assert!(compared >= FEWEST_REPORTS, "{compared} reports were compared");
        found.extend(differing.iter().map(|text| format!("after {record_date}: {text}")));
    }
    for (file, want) in workbooks.iter().filter(|(file, _)| file.contains('/')) {
        found.extend(upload(&server, &folder, file, want).await);
    }
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn a_failed_sample_leaves_the_reports_as_they_were() {
    let Some(folder) = samples() else { return };
    let expected = read_json(&folder.join("expected.json"));
    let server = Site::new().serve().await;
    enter(&server, &folder).await;
    let workbooks = expected["workbooks"].as_object().unwrap();
    for (file, want) in workbooks.iter().filter(|(file, _)| !file.contains('/')) {
        assert_eq!(upload(&server, &folder, file, want).await, Vec::<String>::new());
    }
    let mut failed = 0;
    for (file, want) in workbooks.iter().filter(|(_, want)| want["outcome"] == "failed") {
        assert_eq!(upload(&server, &folder, file, want).await, Vec::<String>::new());
        failed += 1;
    }
    assert!(failed > 0);
    let answers = &expected["reportsAfterRecordDate"]["2026-11-19"];
    let (_, found) = reports(&server, answers, expected["asOf"].as_str().unwrap()).await;
    assert_eq!(found, Vec::<String>::new());
}

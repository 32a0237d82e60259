//! Blank workbooks, from the server and back to it.

use chrono::NaiveDate;
use sample_data::Cell;
use sample_data::formats::filled;
use serde_json::json;

use crate::support::Site;

#[tokio::test]
async fn a_blank_workbook_comes_back_filled_in() {
    let server = Site::new().serve().await;
    let production = json!({
        "code": "PL2612", "name": "두 번째 편지", "category": "play", "seatsPerPerformance": 280,
        "saleStart": "2025-03-03", "saleEnd": "2025-03-30"
    });
    let production = server.post("/api/v1/productions", &production).await.expect(201);
    let path = format!(
        "/api/v1/productions/{}/workbook-template",
        production["id"].as_str().unwrap()
    );
    let template = server.get(&path).await;
    assert_eq!(template.status, 200);
    assert!(template.header("content-disposition").contains("_PL2612_%EB%91%90%20"));

    let daily: [(&str, Cell); 6] = [
        ("D5", 1.into()),
        ("E5", 4.into()),
        ("F5", 2.into()),
        ("G5", 3.into()),
        ("H5", 10.into()),
        ("I5", 800_000.into()),
    ];
    let first_night = NaiveDate::from_ymd_opt(2025, 3, 20).unwrap();
    let performance: [(&str, Cell); 14] = [
        ("B5", first_night.into()),
        ("D5", Cell::Number(0.8125)),
        ("E5", "김지유".into()),
        ("F5", "강준호".into()),
        ("G5", 1.into()),
        ("H5", 4.into()),
        ("I5", 2.into()),
        ("J5", 3.into()),
        ("K5", 10.into()),
        ("L5", 800_000.into()),
        ("M5", 0.into()),
        ("N5", 0.into()),
        ("O5", 0.into()),
        ("P5", 0.into()),
    ];
    let bytes = filled(&filled(&template.bytes, 1, daily), 2, performance);
    let upload = server.upload("20250303_PL2612_x.xlsx", bytes).complete().await;
    assert_eq!(upload["diagnostics"], json!([]));
    assert_eq!(upload["facts"]["daily"]["rows"], 1);
    assert_eq!(upload["facts"]["daily"]["seats"], 10);
    assert_eq!(upload["facts"]["performances"]["rows"], 1);
}

#[tokio::test]
async fn without_a_sale_period_it_is_told_to_set_it_first() {
    let server = Site::new().serve().await;
    let production = json!({ "code": "PL2612", "name": "두 번째 편지", "category": "play" });
    let production = server.post("/api/v1/productions", &production).await.expect(201);
    let path = format!(
        "/api/v1/productions/{}/workbook-template",
        production["id"].as_str().unwrap()
    );
    let problem = server.get(&path).await.expect(409);
    assert_eq!(problem["code"], "no-sale-period");
}

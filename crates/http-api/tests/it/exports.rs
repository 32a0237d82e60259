//! Reports as CSV and xlsx: what is read back is what the JSON says.

use std::io::Cursor;
use std::time::Duration;

use actix_web::test::TestRequest;
use calamine::{Data, Reader, Xlsx};
use domain::access::Visible;
use domain::production::{Category, ProductionId};
use domain::reports::{ReportedProduction, weekly_occupancy};
use http_api::WritingRoom;
use ports::driven::Versioned;
use ports::driving::Report;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::catalogue::entry;
use crate::reports::REPORTS;
use crate::support::people::MEMBER;
use crate::support::{Answer, DATA_VERSION, TestApi, sample};

const REVENUE: &str = "/api/v1/reports/plays/revenue";

async fn get(path: &str) -> Answer {
    TestApi::with_samples().get(path).await
}

/// A column that a table has, of a map one for each key.
struct Column {
    title: String,
    unit: String,
    path: Vec<String>,
}

/// The table as REPORTS.md cuts it out of the answer: titles, and rows of plain values.
fn table(answer: &Value, table: &Value) -> (Vec<Column>, Vec<Vec<Value>>) {
    let path: Vec<_> = table["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let list = |value: &Value| match value {
        Value::Array(list) => list.clone(),
        single => vec![single.clone()],
    };
    let mut rows = Vec::new();
    let outer = path.first().map_or_else(Vec::new, |name| list(&answer[*name]));
    for item in &outer {
        let Some(inner) = path.get(1) else {
            rows.push(vec![item, answer]);
            continue;
        };
        let elements = item[*inner].as_array().unwrap().iter();
        let further = table["furtherRow"].as_str().map(|name| &item[name]);
        let elements: Vec<_> = elements.chain(further).collect();
        if elements.is_empty() {
            rows.push(vec![item, answer]);
        }
        rows.extend(elements.into_iter().map(|element| vec![element, item, answer]));
    }
    if path.is_empty() {
        rows.push(vec![answer]);
    }
    let value = |row: &[&Value], path: &[String]| {
        // A list of rows is no field, whatever it is called: the summary has one called like a count of weeks.
        let is_field = |field: &Value| field.get(0).is_none_or(|first| !first.is_object());
        let level = row.iter().find(|level| level.get(&path[0]).is_some_and(is_field));
        let value = path
            .iter()
            .fold(level.map_or(&Value::Null, |level| *level), |value, name| {
                &value[name.as_str()]
            });
        match value {
            Value::Array(names) => json!(names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")),
            plain => plain.clone(),
        }
    };
    let mut columns = Vec::new();
    for column in table["columns"].as_array().unwrap() {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (title, unit) = (text(&column["title"]["ko"]), text(&column["unit"]));
        let path: Vec<_> = text(&column["field"]).split('.').map(str::to_owned).collect();
        if path[1..] == ["*"] {
            let title = if path[0].starts_with("paid") {
                "유료 좌석"
            } else {
                "초대 좌석"
            };
            let mut keys: Vec<String> = Vec::new();
            for row in &rows {
                keys.extend(
                    value(row, &path[..1])
                        .as_object()
                        .into_iter()
                        .flatten()
                        .map(|(key, _)| key.clone()),
                );
            }
            columns.extend(keys.into_iter().map(|key| Column {
                title: format!("{title} {}", grade(&key)),
                unit: unit.clone(),
                path: vec![path[0].clone(), key],
            }));
        } else {
            columns.push(Column { title, unit, path });
        }
    }
    let rows = rows
        .iter()
        .map(|row| columns.iter().map(|column| value(row, &column.path)).collect());
    let rows = rows.collect();
    (columns, rows)
}

fn grade(code: &str) -> &str {
    match code {
        "vip" => "VIP석",
        "r" => "R석",
        "s" => "S석",
        "a" => "A석",
        other => panic!("the samples have no {other}"),
    }
}

/// Titles and rows of a CSV.
fn read_csv(answer: &Answer) -> (Vec<String>, Vec<Vec<String>>) {
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let text = std::str::from_utf8(&answer.body).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let titles = texts(reader.headers().unwrap());
    (titles, reader.records().map(|record| texts(&record.unwrap())).collect())
}

/// The sheets of a workbook, with their cells.
fn read_xlsx(answer: &Answer) -> Vec<(String, Vec<Vec<Data>>)> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(answer.header("content-type"), media_type);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(answer.body.clone())).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

/// A cell as JSON has it: dates as text, every number as a decimal.
fn value_of(cell: &Data, unit: &str) -> Value {
    match cell {
        Data::Empty => Value::Null,
        Data::String(text) => json!(text),
        Data::Bool(flag) => json!(flag),
        Data::Float(number) => json!(number),
        Data::DateTime(date) => {
            let pattern = match unit {
                "instant" => "%Y-%m-%dT%H:%M:%S+09:00",
                "month" => "%Y-%m",
                _ => "%Y-%m-%d",
            };
            json!(date.as_datetime().unwrap().format(pattern).to_string())
        }
        other => panic!("{other:?} in an export"),
    }
}

#[actix_web::test]
async fn every_table_of_every_report_is_in_csv_what_it_is_in_json() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}");
        let json = get(&path).await.json();
        let entry = entry(report).await;
        for (index, entry) in entry["tables"].as_array().unwrap().iter().enumerate() {
            let name = entry["name"].as_str().unwrap();
            let answer = get(&format!("{path}?format=csv&table={name}")).await;
            let (titles, rows) = read_csv(&answer);
            let (columns, expected) = table(&json, entry);
            let expected_titles: Vec<_> = columns.iter().map(|column| column.title.as_str()).collect();
            assert_eq!(titles, expected_titles, "{report} {name}");
            let text = |value: &Value| match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Number(number) if number.is_f64() => number.as_f64().unwrap().to_string(),
                plain => plain.to_string(),
            };
            let expected: Vec<Vec<_>> = expected.iter().map(|row| row.iter().map(text).collect()).collect();
            assert!(!expected.is_empty(), "{report} {name}");
            assert_eq!(rows, expected, "{report} {name}");
            if index == 0 {
                assert_eq!(get(&format!("{path}?format=csv")).await.body, answer.body, "{report}");
            }
        }
    }
}

#[actix_web::test]
async fn every_report_is_in_xlsx_what_it_is_in_json() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}");
        let json = get(&path).await.json();
        let sheets = read_xlsx(&get(&format!("{path}?format=xlsx")).await);
        let entry = entry(report).await;
        let tables = entry["tables"].as_array().unwrap();
        assert_eq!(sheets.len(), tables.len(), "{report}");
        for ((sheet, cells), entry) in sheets.iter().zip(tables) {
            assert_eq!(entry["title"]["ko"], *sheet);
            let (columns, expected) = table(&json, entry);
            let titles: Vec<_> = columns
                .iter()
                .map(|column| Data::String(column.title.clone()))
                .collect();
            assert_eq!(cells[0], titles, "{report}");
            let rows = cells[1..].iter();
            let rows: Vec<Vec<_>> = rows
                .map(|row| {
                    row.iter()
                        .zip(&columns)
                        .map(|(cell, column)| value_of(cell, &column.unit))
                        .collect()
                })
                .collect();
            let decimal = |value: Value| value.as_f64().map_or(value, |number| json!(number));
            let expected: Vec<Vec<_>> = expected
                .into_iter()
                .map(|row| row.into_iter().map(decimal).collect())
                .collect();
            assert_eq!(rows, expected, "{report} {sheet}");
        }
    }
}

#[actix_web::test]
async fn days_and_amounts_are_real_ones_in_excel() {
    let sheets = read_xlsx(&get("/api/v1/reports/plays/performances?format=xlsx").await);
    let [titles, row] = &sheets[0].1[..] else {
        panic!("one performance");
    };
    let cell = |title: &str| {
        &row[titles
            .iter()
            .position(|cell| *cell == Data::String(title.to_owned()))
            .unwrap()]
    };
    for title in ["조회 기준일", "기준일", "공연 일시"] {
        assert!(matches!(cell(title), Data::DateTime(_)), "{title}");
    }
    for title in ["매출", "유료 점유율", "유료 좌석 R석"] {
        assert!(matches!(cell(title), Data::Float(_)), "{title}");
    }
    let months = read_xlsx(&get("/api/v1/reports/target-vs-actual?grain=month&format=xlsx").await);
    assert!(
        months[0].1[1]
            .iter()
            .filter(|cell| matches!(cell, Data::DateTime(_)))
            .count()
            >= 3
    );
}

#[actix_web::test]
async fn the_file_is_called_after_report_and_day() {
    let disposition = async |path: &str| get(path).await.header("content-disposition").to_owned();
    let named = |name: &str| format!("attachment; filename=\"{name}\"; filename*=UTF-8''{name}");
    let path = "/api/v1/reports/plays/weekly-overview?format=csv";
    assert_eq!(disposition(path).await, named("plays-weekly-overview_2026-11-20.csv"));
    let path = "/api/v1/reports/target-vs-actual?format=xlsx&asOf=2026-12-01";
    assert_eq!(disposition(path).await, named("target-vs-actual_2026-12-01.xlsx"));
    let path = format!("{REVENUE}?format=csv&table=overall");
    assert_eq!(disposition(&path).await, named("plays-revenue-overall_2026-11-20.csv"));
}

#[actix_web::test]
async fn a_table_is_one_of_the_report_and_only_of_a_csv() {
    get(&format!("{REVENUE}?format=csv&table=nothing"))
        .await
        .assert_breaks("table", "unknown");
    get(&format!("{REVENUE}?table=items"))
        .await
        .assert_breaks("table", "not_csv");
    get(&format!("{REVENUE}?format=xlsx&table=items"))
        .await
        .assert_breaks("table", "not_csv");
    get(&format!("{REVENUE}?format=pdf"))
        .await
        .assert_breaks("format", "malformed");
}

#[actix_web::test]
async fn a_path_may_have_encoded_letters() {
    let plain = get(&format!("{REVENUE}?format=csv")).await;
    let encoded = get("/api/v1/reports/plays/%72evenue?format=csv").await;
    assert_eq!((encoded.status, encoded.body), (plain.status, plain.body));
}

#[actix_web::test]
async fn an_export_tells_its_version_and_is_never_run() {
    for format in ["csv", "xlsx"] {
        let answer = get(&format!("{REVENUE}?format={format}")).await;
        assert_eq!(answer.header("x-data-version"), DATA_VERSION.to_string());
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(answer.header("cache-control"), "private, no-cache");
    }
}

#[actix_web::test]
async fn an_export_that_the_client_has_is_not_written_again() {
    let mut tags = Vec::new();
    for query in ["", "?format=csv", "?format=csv&table=overall", "?format=xlsx"] {
        let path = format!("{REVENUE}{query}");
        let tag = get(&path).await.header("etag").to_owned();
        assert!(tag.starts_with(&format!("W/\"{DATA_VERSION}-")), "{tag}");
        assert!(!tags.contains(&tag), "{path}");
        // A mock that expects nothing: a question would fail.
        let again = TestRequest::with_uri(&path).insert_header(("if-none-match", tag.clone()));
        let answer = TestApi::default().send(again).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0), "{path}");
        tags.push(tag);
    }
    let named = get(&format!("{REVENUE}?format=csv&table=items")).await;
    assert_eq!(named.header("etag"), tags[1], "the first table by its name");
}

#[actix_web::test]
async fn an_export_holds_what_its_reader_sees() {
    for format in ["csv", "xlsx"] {
        for (report, _) in REPORTS {
            let path = format!("/api/v1/reports/{report}?format={format}");
            TestApi::with_samples()
                .as_nobody()
                .get(&path)
                .await
                .assert_problem(401, "unauthenticated");
            let api = TestApi::with_samples().as_user(MEMBER);
            let asked = api.asked_scopes.clone();
            assert_eq!(api.get(&path).await.status, 200, "{path}");
            let granted = Visible::Only([sample::production().id].into());
            let asked = asked.take();
            assert!(asked.len() == 1 && asked[0].visible == granted, "{path}");
            let unseen = format!("{path}&productionId=0197c1a0-0000-7000-8000-00000000ffff");
            get(&unseen).await.assert_problem(404, "not-found");
        }
    }
}

#[actix_web::test]
async fn who_waits_too_long_for_a_workbook_is_asked_to_come_again() {
    let busy = || {
        let mut api = TestApi::with_samples();
        api.writing_room = WritingRoom::new(0, Duration::from_millis(5));
        api
    };
    let answer = busy().get(&format!("{REVENUE}?format=xlsx")).await;
    answer.assert_problem(503, "busy");
    assert!(answer.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(busy().get(&format!("{REVENUE}?format=csv")).await.status, 200);
}

/// The answer to a question about productions with these names.
async fn of_productions(names: &'static [&'static str], format: &str) -> Answer {
    let mut api = TestApi::default();
    api.reports.expect_answer().once().returning(|_, _, _| {
        let row = |name: &&str| weekly_occupancy::Row {
            production: ReportedProduction {
                id: ProductionId(Uuid::nil()),
                code: "-1".parse().unwrap(),
                name: (*name).to_owned(),
                category: Category::Play,
                record_date: None,
            },
            weeks: Vec::new(),
        };
        Ok(Versioned {
            data_version: DATA_VERSION,
            value: Report::WeeklyOccupancy(names.iter().map(row).collect()),
        })
    });
    api.get(&format!("/api/v1/reports/plays/weekly-occupancy?format={format}"))
        .await
}

#[actix_web::test]
async fn no_name_is_a_formula() {
    const NAMES: &[&str] = &[
        "=HYPERLINK(\"http://x.example\",\"y\")",
        "+82",
        "-1+2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "두 번째 편지",
    ];
    let (titles, rows) = read_csv_of_any_lines(&of_productions(NAMES, "csv").await);
    let column = |title: &str| titles.iter().position(|known| known == title).unwrap();
    for (row, name) in rows.iter().zip(NAMES) {
        let expected = if *name == "두 번째 편지" {
            (*name).to_owned()
        } else {
            format!("'{name}")
        };
        assert_eq!(row[column("공연")], expected);
        assert_eq!(row[column("공연 코드")], "'-1");
    }
    let sheets = read_xlsx(&of_productions(NAMES, "xlsx").await);
    for (row, name) in sheets[0].1[1..].iter().zip(NAMES) {
        assert!(row.contains(&Data::String((*name).to_owned())), "{name:?}: {row:?}");
    }
}

/// The same of a CSV whose texts hold ends of lines.
fn read_csv_of_any_lines(answer: &Answer) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::str::from_utf8(&answer.body)
        .unwrap()
        .trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let titles = texts(reader.headers().unwrap());
    (titles, reader.records().map(|record| texts(&record.unwrap())).collect())
}

#[actix_web::test]
async fn a_report_of_nothing_has_its_header() {
    let (titles, rows) = read_csv(&of_productions(&[], "csv").await);
    assert_eq!((titles[1].as_str(), rows.len()), ("공연 코드", 0));
    assert_eq!(read_xlsx(&of_productions(&[], "xlsx").await)[0].1.len(), 1);
}

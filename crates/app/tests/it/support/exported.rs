//! Reads exports of a report back, and compares them with its JSON. The tests of the whole program (`app`) use it too.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};

/// A column that a table has, of a map one for each key.
struct Column {
    title: String,
    unit: String,
    path: Vec<String>,
}

/// The table, cut out of the answer as the catalogue says: titles, and rows of plain values.
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
            let has = |key: &str| rows.iter().any(|row| value(row, &path[..1]).get(key).is_some());
            let grades = GRADES.iter().filter(|(key, _)| has(key));
            columns.extend(grades.map(|(key, grade)| Column {
                title: format!("{title} {grade}"),
                unit: unit.clone(),
                path: vec![path[0].clone(), (*key).to_owned()],
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

/// Grades, in the order of their columns.
const GRADES: [(&str, &str); 9] = [
    ("vip", "VIP석"),
    ("r", "R석"),
    ("s", "S석"),
    ("a", "A석"),
    ("b", "B석"),
    ("bad_r", "R석 시야제한"),
    ("bad_s", "S석 시야제한"),
    ("bad_a", "A석 시야제한"),
    ("accessible", "휠체어석"),
];

/// Titles and rows of a CSV.
pub(crate) fn read_csv(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let titles = texts(reader.headers().unwrap());
    (titles, reader.records().map(|record| texts(&record.unwrap())).collect())
}

/// The sheets of a workbook, with their cells.
pub(crate) fn read_xlsx(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

/// A cell as JSON has it: dates as text, a month's first day as the month, every number as a decimal.
fn value_of(cell: &Data, unit: &str, is_month: bool) -> Value {
    match cell {
        Data::Empty => Value::Null,
        Data::String(text) => json!(text),
        Data::Bool(flag) => json!(flag),
        Data::Float(number) => json!(number),
        Data::DateTime(date) => {
            let pattern = match unit {
                "instant" => "%Y-%m-%dT%H:%M:%S+09:00",
                _ if is_month => "%Y-%m",
                _ => "%Y-%m-%d",
            };
            json!(date.as_datetime().unwrap().format(pattern).to_string())
        }
        other => panic!("{other:?} in an export"),
    }
}

/// Fails unless this CSV says what the report's JSON does; answers how many rows those are. `entry` is what the catalogue
/// says of the table.
#[track_caller]
pub(crate) fn assert_csv(csv: &[u8], report: &Value, entry: &Value) -> usize {
    let (titles, rows) = read_csv(csv);
    let (columns, expected) = table(report, entry);
    let expected_titles: Vec<_> = columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(titles, expected_titles, "{entry}");
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap().to_string(),
        plain => plain.to_string(),
    };
    // `2026-11-20T19:30:00+09:00` is `2026-11-20 19:30`: times of reports are those of Seoul.
    let written = |(value, column): (&Value, &Column)| match column.unit.as_str() {
        "instant" => text(value).replacen('T', " ", 1).replace(":00+09:00", ""),
        _ => text(value),
    };
    let row = |row: &Vec<Value>| row.iter().zip(&columns).map(written).collect::<Vec<_>>();
    let expected: Vec<_> = expected.iter().map(row).collect();
    assert_eq!(rows, expected, "{entry}");
    rows.len()
}

/// Fails unless this workbook says what the report's JSON does. `entry` is what the catalogue says of the report.
#[track_caller]
pub(crate) fn assert_xlsx(xlsx: &[u8], report: &Value, entry: &Value) {
    let sheets = read_xlsx(xlsx);
    let tables = entry["tables"].as_array().unwrap();
    assert_eq!(sheets.len(), tables.len(), "{entry}");
    for ((sheet, cells), entry) in sheets.iter().zip(tables) {
        assert_eq!(entry["title"]["ko"], *sheet);
        let (columns, expected) = table(report, entry);
        let titles: Vec<_> = columns
            .iter()
            .map(|column| Data::String(column.title.clone()))
            .collect();
        assert_eq!(cells[0], titles, "{sheet}");
        let decimal = |value: Value| value.as_f64().map_or(value, |number| json!(number));
        let expected: Vec<Vec<_>> = expected
            .into_iter()
            .map(|row| row.into_iter().map(decimal).collect())
            .collect();
        let is_month = |value: &Value| value.as_str().is_some_and(|text| text.len() == "2026-11".len());
        let row = |(cells, expected): (&Vec<Data>, &Vec<Value>)| {
            let cells = cells.iter().zip(&columns).zip(expected);
            let values = cells.map(|((cell, column), expected)| value_of(cell, &column.unit, is_month(expected)));
            values.collect::<Vec<_>>()
        };
        assert_eq!(cells.len(), expected.len() + 1, "{sheet}");
        let rows: Vec<_> = cells[1..].iter().zip(&expected).map(row).collect();
        assert_eq!(rows, expected, "{sheet}");
    }
}

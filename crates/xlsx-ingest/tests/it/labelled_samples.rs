//! The labelled workbooks with known answers, where they are beside the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::agency::AgencyCode;
use domain::headings::{Decision, Decisions, LayoutDocument, Meaning, Means, RecognisedSheet, Role};
use domain::production::Category;
use domain::sales::{Facts, SaleTotals};
use serde_json::{Value, json};
use xlsx_ingest::{House, InProcess, Limits, Reading, ReadingContext, WorkbookFile, read_workbook};

use crate::support::day;

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// What the production, as the API would have it, says of its house.
fn house(production: &Value) -> House {
    let grades = production["seatGrades"].as_array().cloned().unwrap_or_default();
    let seats: i64 = grades.iter().filter_map(|grade| grade["seats"].as_i64()).sum();
    let concert = production["concertAt"].as_str();
    let concert = concert.map(|at| chrono::DateTime::parse_from_rfc3339(at).unwrap().time());
    House {
        seats: production["seatsPerPerformance"]
            .as_i64()
            .or((seats > 0).then_some(seats)),
        concert_time: concert,
        grades: grades
            .iter()
            .map(|grade| {
                let label = grade["label"].as_str().map(str::to_owned);
                (text(grade, "grade").parse().unwrap(), label)
            })
            .collect(),
        layouts: vec![decisions(&production["layout"])],
    }
}

fn decisions(layout: &Value) -> Decisions {
    let role = |name: &str| match name {
        "days" => Role::Days,
        _ => Role::Performances,
    };
    let sheets = layout["sheets"].as_object().cloned().unwrap_or_default();
    let sheets = sheets
        .into_iter()
        .map(|(of, name)| (role(&of), name.as_str().unwrap().to_owned()));
    let labels = layout["labels"].as_array().cloned().unwrap_or_default();
    let labels = labels.iter().map(|label| Decision {
        role: role(text(label, "sheet")),
        upper: label["label"][0].as_str().map(str::to_owned),
        lower: label["label"][1].as_str().map(str::to_owned),
        means: match text(label, "means") {
            "grade" => Means::Grade(text(label, "grade").parse().unwrap()),
            "agency" => Means::Agency(text(label, "agency").parse().unwrap(), None),
            other => panic!("{other}"),
        },
    });
    let document = LayoutDocument {
        sheets: sheets.collect(),
        labels: labels.collect(),
    };
    document.check().unwrap().decisions()
}

fn facts_json(facts: &Facts) -> Value {
    let by_grade = |seats: &domain::grade::SeatsByGrade| {
        let named = seats.iter().map(|(grade, seats)| (grade.code().to_owned(), *seats));
        named.collect::<BTreeMap<_, _>>()
    };
    let performances = &facts.performances;
    let agencies = facts.agencies.iter().map(|agency| {
        json!({
            "agency": agency.agency.code(),
            "name": agency.name,
            "days": agency.days.map(|days| json!({"seats": days.seats, "revenueKrw": days.revenue_krw})),
            "performances": agency.performances.as_ref().map(|of| json!({
                "seats": of.seats, "revenueKrw": of.revenue_krw, "depositedSeats": of.deposited_seats,
                "depositedKrw": of.deposited_krw, "seatsByGrade": by_grade(&of.seats_by_grade),
            })),
        })
    });
    json!({
        "daily": facts.daily.as_ref().map(|daily| json!({
            "rows": daily.rows, "firstDay": daily.first_day, "lastDay": daily.last_day, "seats": daily.seats,
            "revenueKrw": daily.revenue_krw, "complimentarySeats": daily.complimentary_seats,
            "seatsByGrade": by_grade(&daily.seats_by_grade),
        })),
        "performances": facts.buyers.is_none().then(|| json!({
            "rows": performances.rows,
            "firstStart": performances.first_start.map(|start| start.to_rfc3339()),
            "lastStart": performances.last_start.map(|start| start.to_rfc3339()),
            "paidSeats": performances.paid_seats,
            "complimentarySeats": performances.complimentary_seats,
            "revenueKrw": performances.revenue_krw,
            "paidSeatsByGrade": by_grade(&performances.paid_seats_by_grade),
            "complimentarySeatsByGrade": by_grade(&performances.complimentary_seats_by_grade),
            "casts": performances.casts,
            "depositedSeats": performances.deposits.deposited_seats,
            "depositedKrw": performances.deposits.deposited_krw,
            "pendingSeats": performances.deposits.pending_seats,
            "pendingKrw": performances.deposits.pending_krw,
            "numbers": performances.numbers,
        })),
        "agencies": agencies.collect::<Vec<_>>(),
        "buyers": facts.buyers.as_ref().map(|of| of.iter().map(|of| json!({
            "dimension": of.dimension.code(),
            "rows": of.rows,
            "seats": of.seats,
            "revenueKrw": of.revenue_krw,
        })).collect::<Vec<_>>()),
    })
}

fn recognised_json(sheet: &RecognisedSheet) -> Value {
    let heading = &sheet.heading;
    let columns = heading.columns.iter().zip(&sheet.contents).map(|(column, contents)| {
        let letters = domain::diagnostics::CellAddress {
            row: 0,
            column: column.column,
        };
        let letters = letters.to_string();
        let (means, of) = match &column.meaning {
            Meaning::Number => ("number", None),
            Meaning::Date => ("date", None),
            Meaning::Weekday => ("weekday", None),
            Meaning::Time => ("time", None),
            Meaning::Remark => ("remark", None),
            Meaning::Role(_) => ("role", None),
            Meaning::Seats(of, state, _) => ("seats", Some((of, state))),
            Meaning::Won(of, state) => ("won", Some((of, state))),
            Meaning::Share(of, state) => ("share", Some((of, state))),
            Meaning::Ignored => ("ignored", None),
            Meaning::Unknown { .. } => ("unknown", None),
        };
        let agency = of.and_then(|(of, _)| match of {
            domain::headings::Of::Agency(code) => Some(code.code()),
            _ => None,
        });
        let state = of.filter(|(of, _)| **of != domain::headings::Of::Complimentary);
        json!({
            "column": letters.trim_end_matches('1'),
            "label": [column.upper, column.lower],
            "means": means,
            "of": of.map(|(of, _)| of.code()),
            "agency": agency,
            "state": state.map(|(_, state)| state.code()),
            "grade": match &column.meaning { Meaning::Seats(_, _, Some(grade)) => Some(grade.code()), _ => None },
            "role": match &column.meaning { Meaning::Role(role) => Some(role), _ => None },
            "source": column.source.code(),
            "sum": contents.sum,
        })
    });
    let rows = heading.group_row.into_iter().chain([heading.row]).map(|row| row + 1);
    json!({
        "sheet": sheet.sheet,
        "role": sheet.role.code(),
        "headingRows": rows.collect::<Vec<_>>(),
        "dataRows": sheet.data_rows.map(|rows| json!({"first": rows.first + 1, "last": rows.last + 1, "count": rows.count})),
        "checkRows": sheet.check_rows.iter().map(|row| row + 1).collect::<Vec<_>>(),
        "signature": sheet.signature,
        "columns": columns.collect::<Vec<_>>(),
    })
}

/// Where two documents differ, by the keys of the wanted one.
fn compare(want: &Value, have: &Value, path: &str, wrong: &mut Vec<String>) {
    match (want, have) {
        (Value::Object(want), Value::Object(have)) => {
            for (key, value) in want {
                let path = format!("{path}.{key}");
                compare(value, have.get(key).unwrap_or(&Value::Null), &path, wrong);
            }
        }
        (Value::Array(want), Value::Array(have)) if want.len() == have.len() => {
            for (index, (want, have)) in want.iter().zip(have).enumerate() {
                compare(want, have, &format!("{path}[{index}]"), wrong);
            }
        }
        _ if want == have => {}
        _ => wrong.push(format!("{path}: want {want}, have {have}")),
    }
}

fn compare_findings(name: &str, want: &Value, have: &Reading, wrong: &mut Vec<String>) {
    let triple = |severity: &str, code: &str, sheet: &str, cell: &str| {
        let cell = cell.rsplit('!').next().unwrap_or_default();
        format!("{severity} {code} {sheet} {cell}")
    };
    let want: BTreeSet<String> = want
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            triple(
                text(finding, "severity"),
                text(finding, "code"),
                text(finding, "sheet"),
                text(finding, "cell"),
            )
        })
        .collect();
    let have: BTreeSet<String> = have
        .diagnostics
        .iter()
        .map(|finding| {
            triple(
                finding.severity().code(),
                finding.code.code(),
                finding.sheet.as_deref().unwrap_or_default(),
                finding.cell.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    wrong.extend(want.difference(&have).map(|missing| format!("{name}: lacks {missing}")));
    wrong.extend(have.difference(&want).map(|extra| format!("{name}: has {extra}")));
}

/// Record date, sums and agencies of a production's workbook before.
type Before = (String, SaleTotals, Vec<(AgencyCode, String)>);

#[test]
fn every_labelled_sample_is_read_as_its_answers_say() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/labelled"));
    if !folder.exists() {
        println!("skipped: there are no labelled workbooks");
        return;
    }
    let productions = read_json(&folder.join("productions.json"));
    let productions: BTreeMap<String, Value> = productions["productions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|production| (text(production, "code").to_owned(), production.clone()))
        .collect();
    let expected = read_json(&folder.join("expected.json"));
    let mut workbooks: Vec<(&String, &Value)> = expected["workbooks"].as_object().unwrap().iter().collect();
    workbooks.sort_by_key(|(name, want)| (text(want, "folder") != "good", text(want, "recordDate"), *name));
    let mut before: BTreeMap<String, Before> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, want) in workbooks {
        // Those with a password are read elsewhere.
        if !want["password"].is_null() || text(want, "outcome") == "refused" {
            continue;
        }
        let production = &productions[text(want, "productionCode")];
        let code = text(production, "code").to_owned();
        let older = before
            .get(&code)
            .filter(|(date, ..)| date.as_str() < text(want, "recordDate"));
        let context = ReadingContext {
            kind: None,
            category: Some(match text(production, "category") {
                "concert" => Category::Concert,
                "musical" => Category::Musical,
                _ => Category::Play,
            }),
            record_date: day(text(want, "recordDate")),
            sale_start: Some(day(text(production, "saleStart"))),
            previous_totals: older.map(|(_, totals, _)| *totals),
            previous_agencies: older.map(|(.., agencies)| agencies.clone()).unwrap_or_default(),
            house: house(production),
        };
        let bytes = std::fs::read(folder.join(text(want, "folder")).join(name)).unwrap();
        let file = WorkbookFile { name, bytes: &bytes };
        let reading = read_workbook(&[file], &context, &Limits::default(), &InProcess);
        assert_eq!(reading.kind.code(), text(want, "kind"), "{name}");
        compare_findings(name, &want["diagnostics"], &reading, &mut wrong);
        let facts = reading.facts();
        let have = facts.as_ref().map_or(Value::Null, facts_json);
        if text(want, "folder") == "good" {
            compare(&want["facts"], &have, &format!("{name} facts"), &mut wrong);
        }
        if !want["recognised"].is_null() {
            let sheets = reading.recognised().unwrap_or_default().iter();
            let have = Value::Array(sheets.map(recognised_json).collect());
            compare(&want["recognised"], &have, &format!("{name} recognised"), &mut wrong);
        }
        let tells_sales = text(want, "folder") == "good" && text(want, "kind") == "sales";
        if let Some(facts) = facts.filter(|_| tells_sales && older.is_none()) {
            let totals = facts.daily.as_ref().map_or(
                SaleTotals {
                    revenue_krw: facts.performances.revenue_krw.unwrap_or(0),
                    seats: facts.performances.paid_seats,
                },
                |daily| SaleTotals {
                    revenue_krw: daily.revenue_krw,
                    seats: daily.seats,
                },
            );
            let agencies = facts
                .agencies
                .iter()
                .map(|agency| (agency.agency.clone(), agency.name.clone()));
            before.insert(code, (text(want, "recordDate").to_owned(), totals, agencies.collect()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(60)]
    );
}

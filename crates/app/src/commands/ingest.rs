//! `fullhouse ingest`: reads workbooks offline, and says what they say and what is wrong with them.

use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};
use chrono::NaiveDate;
use domain::diagnostics::{CellAddress, Diagnostic, Severity};
use domain::grade::SeatsByGrade;
use domain::headings::{Decisions, Meaning, RecognisedSheet};
use domain::sales::Facts;
use domain::upload::UploadKind;
use domain::workbook_name::WorkbookName;
use ports::driven::Clock;
use serde_json::{Map, Value, json};
use xlsx_ingest::{House, Reading, ReadingContext, WorkbookFile, read_workbook};

use super::layout::read_layout;
use super::upload::{groups, shown};
use crate::cli::IngestArguments;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::isolation::ChildProcess;

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const GREEN: Style = AnsiColor::Green.on_default().bold();

/// Reads all files; fails when one has errors.
pub(crate) fn run(arguments: &IngestArguments) -> Result<ExitCode> {
    let limits = Config::from_env()?.settings.limits;
    let isolation = ChildProcess::new(std::env::current_exe()?, 1);
    let layouts: Vec<_> = arguments.layout.iter().map(read_layout).collect::<Result<_>>()?;
    let mut all_good = true;
    let mut answers = Vec::new();
    for group in groups(arguments.files.clone()) {
        let names: Vec<_> = group.iter().map(|path| shown(path)).collect();
        let contents = group.iter().map(read).collect::<Result<Vec<_>>>()?;
        let files: Vec<_> = names
            .iter()
            .zip(&contents)
            .map(|(name, bytes)| WorkbookFile { name, bytes })
            .collect();
        let context = context(arguments, &layouts, &names[0]);
        let reading = read_workbook(&files, &context, &limits, &isolation);
        all_good &= !reading.has_errors;
        if arguments.json {
            answers.push(as_json(&names, context.record_date, &reading));
        } else {
            print(&names, context.record_date, &reading);
            if arguments.explain {
                explain(reading.recognised().unwrap_or_default());
            }
        }
    }
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&answers)?);
    }
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &PathBuf) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| path.display().to_string())
}

/// Without a date in name or arguments nothing is a template: the workbook describes today.
fn context(arguments: &IngestArguments, layouts: &[Decisions], name: &str) -> ReadingContext {
    let record_date = arguments.record_date.or(WorkbookName::parse(name).record_date);
    ReadingContext {
        kind: arguments.kind,
        category: arguments.category,
        record_date: record_date.unwrap_or_else(|| SystemClock.today()),
        sale_start: arguments.sale_start,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House {
            seats: arguments.seats,
            layouts: layouts.to_vec(),
            ..House::default()
        },
    }
}

fn print(names: &[String], record_date: NaiveDate, reading: &Reading) {
    let layout = match (reading.kind, reading.layout.is_stage()) {
        (UploadKind::Buyers, _) => "report on buyers",
        (UploadKind::Sales, true) => "play or musical",
        (UploadKind::Sales, false) => "concert",
    };
    anstream::println!(
        "{BOLD}{}{BOLD:#}  {layout}, record date {record_date}",
        names.join(" + ")
    );
    let facts = reading.facts();
    for of in facts.iter().filter_map(|facts| facts.buyers.as_ref()).flatten() {
        let won = of.revenue_krw.map(|krw| format!(", {krw} won")).unwrap_or_default();
        anstream::println!("  {}: {} rows, {} seats{won}", of.dimension.code(), of.rows, of.seats);
    }
    if let Some(facts) = facts.filter(|facts| facts.buyers.is_none()) {
        let (daily, performances) = (&facts.daily, &facts.performances);
        let span = |first: Option<String>, last: Option<String>| match (first, last) {
            (Some(first), Some(last)) => format!(" ({first} to {last})"),
            _ => String::new(),
        };
        let days = span(
            daily
                .as_ref()
                .and_then(|daily| daily.first_day)
                .map(|day| day.to_string()),
            daily
                .as_ref()
                .and_then(|daily| daily.last_day)
                .map(|day| day.to_string()),
        );
        if let Some(daily) = daily {
            anstream::println!(
                "  {} sale days{days}: {} seats, {} won",
                daily.rows,
                daily.seats,
                daily.revenue_krw
            );
        } else {
            anstream::println!("  no sale days");
        }
        let start = |start: domain::calendar::KstInstant| start.format("%Y-%m-%d %H:%M").to_string();
        let starts = span(performances.first_start.map(start), performances.last_start.map(start));
        let won = performances
            .revenue_krw
            .map(|krw| format!(", {krw} won"))
            .unwrap_or_default();
        anstream::println!(
            "  {} performances{starts}: {} paid and {} complimentary seats{won}",
            performances.rows,
            performances.paid_seats,
            performances.complimentary_seats
        );
    }
    for diagnostic in &reading.diagnostics {
        let (style, word) = match diagnostic.severity() {
            Severity::Error => (RED, "error"),
            Severity::Warning => (YELLOW, "warning"),
        };
        let place = diagnostic
            .cell
            .as_deref()
            .or(diagnostic.sheet.as_deref())
            .unwrap_or("the file");
        let (ko, en) = (diagnostic.message_ko(), diagnostic.message_en());
        anstream::println!(
            "  {style}{word}{style:#} {place} [{}] {ko} / {en}",
            diagnostic.code.code()
        );
    }
    let total: u64 = reading.diagnostic_counts.values().sum();
    let unshown = total - reading.diagnostics.len() as u64;
    if unshown > 0 {
        anstream::println!("  and {unshown} more findings");
    }
    if reading.diagnostics.is_empty() {
        anstream::println!("  {GREEN}nothing to remark{GREEN:#}");
    }
}

/// Prints what each column of a workbook without markers was taken for.
fn explain(sheets: &[RecognisedSheet]) {
    for sheet in sheets {
        let rows = sheet.data_rows.map_or(0, |rows| rows.count);
        anstream::println!(
            "  {BOLD}{}{BOLD:#} {}, labels in row {}, {rows} rows, {}",
            sheet.sheet,
            sheet.role.code(),
            sheet.heading.row + 1,
            sheet.signature
        );
        for (column, contents) in sheet.heading.columns.iter().zip(&sheet.contents) {
            let letters = CellAddress {
                row: 0,
                column: column.column,
            };
            let label = |label: &Option<String>| label.as_deref().unwrap_or("·").replace(char::is_whitespace, " ");
            let sum = contents.sum.map(|sum| format!(" = {sum}")).unwrap_or_default();
            anstream::println!(
                "    {:>3} {} / {}: {}{sum}",
                letters.to_string().trim_end_matches('1'),
                label(&column.upper),
                label(&column.lower),
                words(&column.meaning),
            );
        }
    }
}

/// A meaning in words: `seats agency interpark deposited r`.
fn words(meaning: &Meaning) -> String {
    use domain::headings::Of;

    let of = |of: &Of| match of {
        Of::Agency(code) => format!("agency {code}"),
        other => other.code().to_owned(),
    };
    let word = meaning.code();
    match meaning {
        Meaning::Role(role) => format!("{word} {role}"),
        Meaning::Seats(whose, state, None) | Meaning::Won(whose, state) | Meaning::Share(whose, state) => {
            format!("{word} {} {}", of(whose), state.code())
        }
        Meaning::Seats(whose, state, Some(grade)) => format!("{word} {} {} {grade}", of(whose), state.code()),
        _ => word.to_owned(),
    }
}

fn as_json(names: &[String], record_date: NaiveDate, reading: &Reading) -> Value {
    let counts: Map<String, Value> = reading
        .diagnostic_counts
        .iter()
        .map(|(code, count)| (code.code().to_owned(), (*count).into()))
        .collect();
    json!({
        "files": names,
        "kind": reading.kind.code(),
        "layout": if reading.layout.is_stage() { "stage" } else { "concert" },
        "recordDate": record_date,
        "outcome": if reading.has_errors { "failed" } else { "completed" },
        "diagnostics": reading.diagnostics.iter().map(diagnostic).collect::<Vec<_>>(),
        "diagnosticCounts": counts,
        "facts": reading.facts().as_ref().map(facts),
    })
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "severity": diagnostic.severity().code(),
        "code": diagnostic.code.code(),
        "sheet": diagnostic.sheet,
        "cell": diagnostic.cell,
        "value": diagnostic.value,
        "message": { "ko": diagnostic.message_ko(), "en": diagnostic.message_en() },
    })
}

fn facts(facts: &Facts) -> Value {
    let seats = |seats: &SeatsByGrade| -> Map<String, Value> {
        seats
            .iter()
            .map(|(grade, seats)| (grade.code().to_owned(), (*seats).into()))
            .collect()
    };
    let (daily, performances) = (&facts.daily, &facts.performances);
    json!({
        "daily": daily.as_ref().map(|daily| json!({
            "rows": daily.rows,
            "firstDay": daily.first_day,
            "lastDay": daily.last_day,
            "seats": daily.seats,
            "revenueKrw": daily.revenue_krw,
            "complimentarySeats": daily.complimentary_seats,
            "seatsByGrade": seats(&daily.seats_by_grade),
        })),
        "performances": facts.buyers.is_none().then(|| json!({
            "rows": performances.rows,
            "firstStart": performances.first_start.map(|start| start.to_rfc3339()),
            "lastStart": performances.last_start.map(|start| start.to_rfc3339()),
            "paidSeats": performances.paid_seats,
            "complimentarySeats": performances.complimentary_seats,
            "revenueKrw": performances.revenue_krw,
            "paidSeatsByGrade": seats(&performances.paid_seats_by_grade),
            "complimentarySeatsByGrade": seats(&performances.complimentary_seats_by_grade),
            "casts": performances.casts,
            "depositedSeats": performances.deposits.deposited_seats,
            "depositedKrw": performances.deposits.deposited_krw,
            "pendingSeats": performances.deposits.pending_seats,
            "pendingKrw": performances.deposits.pending_krw,
            "numbers": performances.numbers,
        })),
        "agencies": facts.agencies.iter().map(|agency| json!({
            "agency": agency.agency.code(),
            "name": agency.name,
            "days": agency.days.map(|days| json!({"seats": days.seats, "revenueKrw": days.revenue_krw})),
            "performances": agency.performances.as_ref().map(|of| json!({
                "seats": of.seats,
                "revenueKrw": of.revenue_krw,
                "depositedSeats": of.deposited_seats,
                "depositedKrw": of.deposited_krw,
                "seatsByGrade": seats(&of.seats_by_grade),
            })),
        })).collect::<Vec<_>>(),
        "buyers": facts.buyers.as_ref().map(|of| of.iter().map(|of| json!({
            "dimension": of.dimension.code(),
            "rows": of.rows,
            "seats": of.seats,
            "revenueKrw": of.revenue_krw,
        })).collect::<Vec<_>>()),
    })
}

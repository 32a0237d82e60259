//! Productions from a list that somebody keeps in a file.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::calendar::kst_instant;
use domain::production::{Category, ProductionDetails};
use domain::validation::{Breaches, FieldError};
use ports::driven::{List, ListCell, ListReader, ListRow, TakenNames};
use ports::driving::ImportedRow;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Columns, Names};

/// Most productions of one list.
pub(crate) const MAX_ROWS: usize = 2_000;

const CODE: Names = &["code", "코드", "공연코드"];
const NAME: Names = &["name", "공연명", "이름"];
const CATEGORY: Names = &["category", "카테고리", "구분"];
const ACTIVE: Names = &["active", "판매중", "진행"];
const VENUE: Names = &["venue", "공연장"];
const RUN_START: Names = &["runStart", "공연시작일"];
const RUN_END: Names = &["runEnd", "공연종료일"];
const SALE_START: Names = &["saleStart", "판매시작일"];
const SALE_END: Names = &["saleEnd", "판매종료일"];
const RUNNING_MINUTES: Names = &["runningMinutes", "러닝타임", "러닝타임(분)"];
const TARGET_SHARE: Names = &["targetShare", "목표점유율"];
const BREAK_EVEN: Names = &["breakEvenKrw", "손익분기점"];
const SEATS: Names = &["seatsPerPerformance", "회차당좌석수"];
const PREVIEW_END: Names = &["previewEnd", "프리뷰종료일"];
const CONCERT_AT: Names = &["concertAt", "공연일시"];

/// What each column may be called; the first name is the API's.
const COLUMNS: [Names; 15] = [
    CODE,
    NAME,
    CATEGORY,
    ACTIVE,
    VENUE,
    RUN_START,
    RUN_END,
    SALE_START,
    SALE_END,
    RUNNING_MINUTES,
    TARGET_SHARE,
    BREAK_EVEN,
    SEATS,
    PREVIEW_END,
    CONCERT_AT,
];

/// What the rows of a list say, and every rule that they break.
pub(crate) fn productions(list: &List, reader: &dyn ListReader) -> Result<Vec<ImportedRow>, Vec<FieldError>> {
    let columns = Columns::of(list, &COLUMNS, &[CODE, NAME, CATEGORY])?;
    let rows = list.rows.get(1..).unwrap_or_default();
    if rows.is_empty() {
        return Err(vec![FieldError::new("/rows", "required", "at least one production")]);
    }
    if rows.len() > MAX_ROWS {
        return Err(vec![FieldError::new("/rows", "too_long", "at most 2 000 productions")]);
    }
    Ok(rows.iter().map(|row| imported(list, row, &columns, reader)).collect())
}

fn imported(list: &List, row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> ImportedRow {
    let mut fields = Fields {
        list,
        row,
        columns,
        reader,
        breaches: Breaches::default(),
    };
    let code = fields.parsed(CODE, "letters, digits, - and ., at most 32");
    let category = fields.category();
    let details = code.zip(category).map(|(code, category)| {
        let mut details = ProductionDetails::new(code, fields.text(NAME), category);
        details.active = fields.flag(ACTIVE).unwrap_or(true);
        details.venue = Some(fields.text(VENUE)).filter(|venue| !venue.is_empty());
        details.run_start = fields.day(RUN_START);
        details.run_end = fields.day(RUN_END);
        details.sale_start = fields.day(SALE_START);
        details.sale_end = fields.day(SALE_END);
        details.running_minutes = fields
            .whole(RUNNING_MINUTES)
            .and_then(|minutes| i32::try_from(minutes).ok());
        details.target_share = fields.number(TARGET_SHARE);
        details.break_even_krw = fields.whole(BREAK_EVEN);
        details.seats_per_performance = fields.whole(SEATS);
        details.preview_end = fields.day(PREVIEW_END);
        details.concert_at = fields.instant(CONCERT_AT);
        details
    });
    let mut errors = fields.breaches.into_result().err().unwrap_or_default();
    let details = details.and_then(|details| match details.checked() {
        Ok(details) => Some(details),
        Err(broken) => {
            errors.extend(broken);
            None
        }
    });
    ImportedRow {
        row: row.number,
        details,
        errors,
    }
}

/// The cells of one row by column, with what is wrong with them.
struct Fields<'a> {
    list: &'a List,
    row: &'a ListRow,
    columns: &'a Columns,
    reader: &'a dyn ListReader,
    breaches: Breaches,
}

impl<'a> Fields<'a> {
    fn cell(&self, names: &[&str]) -> &'a ListCell {
        self.columns.cell(self.row, names)
    }

    fn text(&self, names: &[&str]) -> String {
        self.cell(names).text()
    }

    /// What a cell that is not blank says; `None` and a breach where it says something else.
    fn read<T>(
        &mut self,
        names: &[&str],
        expected: &str,
        read: impl FnOnce(&Self, &ListCell) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(names);
        if *cell == ListCell::Blank {
            return None;
        }
        let value = read(self, cell);
        let pointer = format!("/{}", names[0]);
        self.breaches.require(value.is_some(), &pointer, "malformed", expected);
        value
    }

    fn parsed<T: std::str::FromStr>(&mut self, names: &[&str], expected: &str) -> Option<T> {
        let value = self.text(names).parse().ok();
        let pointer = format!("/{}", names[0]);
        self.breaches.require(value.is_some(), &pointer, "malformed", expected);
        value
    }

    fn category(&mut self) -> Option<Category> {
        let text = self.text(CATEGORY).to_lowercase();
        let korean = [
            ("콘서트", Category::Concert),
            ("뮤지컬", Category::Musical),
            ("연극", Category::Play),
        ];
        let named = korean.into_iter().find(|(name, _)| *name == text);
        let category = named.map(|(_, category)| category).or_else(|| text.parse().ok());
        let expected = "concert, musical or play (콘서트, 뮤지컬, 연극)";
        self.breaches
            .require(category.is_some(), "/category", "malformed", expected);
        category
    }

    fn flag(&mut self, names: &[&str]) -> Option<bool> {
        self.read(names, "true or false (예, 아니오)", |_, cell| match cell {
            ListCell::Flag(flag) => Some(*flag),
            other => match other.text().to_lowercase().as_str() {
                "true" | "yes" | "y" | "o" | "1" | "예" | "판매중" => Some(true),
                "false" | "no" | "n" | "x" | "0" | "아니오" | "아니요" | "종료" => Some(false),
                _ => None,
            },
        })
    }

    fn day(&mut self, names: &[&str]) -> Option<NaiveDate> {
        self.read(names, "a day, as 2026-11-19", |fields, cell| {
            fields.reader.day(fields.list, cell)
        })
    }

    fn number(&mut self, names: &[&str]) -> Option<Decimal> {
        self.read(names, "a number", |fields, cell| fields.reader.number(cell))
    }

    fn whole(&mut self, names: &[&str]) -> Option<i64> {
        self.read(names, "a whole number", |fields, cell| {
            let number = fields.reader.number(cell)?;
            number.fract().is_zero().then(|| number.to_i64()).flatten()
        })
    }

    fn instant(&mut self, names: &[&str]) -> Option<domain::calendar::KstInstant> {
        self.read(names, "a date and a time, as 2026-12-19 18:00", |fields, cell| {
            fields.reader.instant(fields.list, cell).map(kst_instant)
        })
    }
}

/// Notes the codes and names that occur twice in the list, or that other productions have.
pub(crate) fn check_taken(rows: &mut [ImportedRow], taken: &TakenNames) {
    let mut codes = taken.codes.clone();
    let mut names = taken.names.clone();
    let note = |seen: &mut BTreeSet<String>, value: String, pointer: &str, errors: &mut Vec<FieldError>| {
        if !seen.insert(value) {
            errors.push(FieldError::new(pointer, "taken", "one that no other production has"));
        }
    };
    for row in rows {
        if let Some(details) = &row.details {
            note(&mut codes, details.code.to_string(), "/code", &mut row.errors);
            note(&mut names, details.name.clone(), "/name", &mut row.errors);
        }
    }
}

//! Productions from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::calendar::{KstInstant, kst_instant};
use domain::production::{Category, ProductionCode, ProductionDetails};
use domain::text::as_seen;
use domain::validation::FieldError;
use ports::driven::{List, ListCell, ListReader, ListRow, TakenNames};
use ports::driving::ImportedRow;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Columns, Names, begins_as_total};
use crate::list_words::in_cell;

/// The rule that a code or name breaks which another production has.
pub(crate) const TAKEN: &str = "taken";
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

/// Productions as a list says them, not yet compared with those that there are.
#[derive(Debug)]
pub(crate) struct ProductionList(Vec<Listed>);

/// One row. Its code and name are known also where another column cannot be read.
#[derive(Debug)]
struct Listed {
    row: ImportedRow,
    code: Option<ProductionCode>,
    code_cell: Option<String>,
    name: Option<String>,
    name_cell: Option<String>,
}

impl ProductionList {
    /// What the rows of a list say, and every rule that they break by themselves.
    pub(crate) fn read(list: &List, reader: &dyn ListReader) -> Result<Self, Vec<FieldError>> {
        let columns = Columns::of(list, &COLUMNS, &[CODE, NAME, CATEGORY])?;
        let rows = list.rows.get(1..).unwrap_or_default();
        // A line of totals has no category; a production may be called `SUM-26`.
        let is_total = |row: &&ListRow| begins_as_total(row, reader) && *columns.cell(row, CATEGORY) == ListCell::Blank;
        let rows: Vec<_> = rows.iter().filter(|row| !is_total(row)).collect();
        if rows.is_empty() {
            return Err(vec![FieldError::new("/rows", "required", "at least one production")]);
        }
        if rows.len() > MAX_ROWS {
            return Err(vec![FieldError::new("/rows", "too_long", "at most 2 000 productions")]);
        }
        Ok(Self(
            rows.into_iter()
                .map(|row| listed(list, row, &columns, reader))
                .collect(),
        ))
    }

    /// The codes that the list names.
    pub(crate) fn codes(&self) -> Vec<ProductionCode> {
        self.0.iter().filter_map(|listed| listed.code.clone()).collect()
    }

    /// The names that the list names.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.iter().filter_map(|listed| listed.name.clone()).collect()
    }

    /// The rows; codes and names that other productions have, or rows above, are told.
    pub(crate) fn rows(self, mut taken: TakenNames) -> Vec<ImportedRow> {
        let compared = |mut listed: Listed| {
            let code = listed.code.map(|code| (code.folded(), code.to_string()));
            let name = listed.name.map(|name| (name.clone(), name));
            let columns = [
                ("/code", code, listed.code_cell, &mut taken.codes),
                ("/name", name, listed.name_cell, &mut taken.names),
            ];
            for (pointer, value, cell, taken) in columns {
                let Some((compared, shown)) = value else { continue };
                if !taken.insert(compared) {
                    let error = FieldError::new(pointer, TAKEN, "one that no other production has");
                    let only_one = "다른 공연에 없는 값을 적어 주세요.";
                    let error = in_cell(error, cell, &ListCell::Text(shown), only_one);
                    listed.row.errors.push(error);
                }
            }
            listed.row
        };
        self.0.into_iter().map(compared).collect()
    }
}

fn listed(list: &List, row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> Listed {
    let mut fields = Fields {
        list,
        row,
        columns,
        reader,
        errors: Vec::new(),
    };
    let code: Option<ProductionCode> = fields.required(CODE, A_CODE, |text| text.parse().ok());
    let category = fields.required(CATEGORY, A_CATEGORY, category);
    let is_readable = code.is_some() && category.is_some();
    // The other columns are looked at also where these two cannot be read.
    let stand_in = || "0".parse().expect("a digit is a code");
    let mut details = ProductionDetails::new(
        code.clone().unwrap_or_else(stand_in),
        fields.text(NAME),
        category.unwrap_or(Category::Play),
    );
    details.active = fields.flag(ACTIVE).unwrap_or(true);
    details.venue = Some(fields.text(VENUE)).filter(|venue| !venue.is_empty());
    details.run_start = fields.day(RUN_START);
    details.run_end = fields.day(RUN_END);
    details.sale_start = fields.day(SALE_START);
    details.sale_end = fields.day(SALE_END);
    // More minutes than fit are out of range, however many there are.
    let minutes = fields.whole(RUNNING_MINUTES);
    details.running_minutes = minutes.map(|minutes| i32::try_from(minutes).unwrap_or(i32::MAX));
    details.target_share = fields.number(TARGET_SHARE);
    details.break_even_krw = fields.whole(BREAK_EVEN);
    details.seats_per_performance = fields.whole(SEATS);
    details.preview_end = fields.day(PREVIEW_END);
    details.concert_at = fields.instant(CONCERT_AT);
    let mut errors = fields.errors;
    let name = Some(as_seen(&details.name).trim().to_owned()).filter(|name| !name.is_empty());
    let details = details
        .checked()
        .map_err(|broken| errors.extend(broken.into_iter().map(|error| at_its_cell(error, row, columns))))
        .ok();
    Listed {
        row: ImportedRow {
            row: row.number,
            details: details.filter(|_| is_readable),
            errors,
        },
        code,
        code_cell: columns.address(row, CODE),
        name,
        name_cell: columns.address(row, NAME),
    }
}

/// A broken rule of a production at the cell of its field.
fn at_its_cell(error: FieldError, row: &ListRow, columns: &Columns) -> FieldError {
    let names = COLUMNS.iter().find(|names| error.pointer == pointer(names));
    let cell = names.map_or(&ListCell::Blank, |names| columns.cell(row, names));
    let address = names.and_then(|names| columns.address(row, names));
    in_cell(error, address, cell, "")
}

fn category(text: &str) -> Option<Category> {
    match text.to_lowercase().as_str() {
        "콘서트" => Some(Category::Concert),
        "뮤지컬" => Some(Category::Musical),
        "연극" => Some(Category::Play),
        code => code.parse().ok(),
    }
}

/// What belongs into a cell, in English and in Korean.
#[derive(Clone, Copy)]
struct Expected(&'static str, &'static str);

const A_CODE: Expected = Expected(
    "1 to 32 letters A-Z, digits, - and .",
    "영문자, 숫자, -, .으로 32자까지 적어 주세요.",
);
const A_CATEGORY: Expected = Expected(
    "concert, musical or play (콘서트, 뮤지컬, 연극)",
    "콘서트, 뮤지컬, 연극 가운데 하나를 적어 주세요.",
);
const A_TEXT: Expected = Expected(
    "a text, not an error of a formula",
    "수식 오류가 아닌 글자를 적어 주세요.",
);
const A_FLAG: Expected = Expected("true or false (예, 아니오)", "예 또는 아니오를 적어 주세요.");
const A_DAY: Expected = Expected("a day, as 2026-11-19", "2026-11-19처럼 연·월·일을 모두 적어 주세요.");
const A_NUMBER: Expected = Expected("a number", "숫자를 적어 주세요.");
const A_WHOLE_NUMBER: Expected = Expected("a whole number", "정수를 적어 주세요.");
const AN_INSTANT: Expected = Expected(
    "a date and a time, as 2026-12-19 18:00",
    "2026-12-19 18:00처럼 날짜와 시각을 적어 주세요.",
);

/// The cells of one row by column, with what is wrong with them.
struct Fields<'a> {
    list: &'a List,
    row: &'a ListRow,
    columns: &'a Columns,
    reader: &'a dyn ListReader,
    errors: Vec<FieldError>,
}

impl<'a> Fields<'a> {
    fn cell(&self, names: &[&str]) -> &'a ListCell {
        self.columns.cell(self.row, names)
    }

    /// A cell's text. An error of a formula is none.
    fn text(&mut self, names: &[&str]) -> String {
        let cell = self.cell(names);
        if matches!(cell, ListCell::Error(_)) {
            self.note(names, "malformed", A_TEXT);
        }
        cell.text()
    }

    fn note(&mut self, names: &[&str], code: &'static str, Expected(english, korean): Expected) {
        let error = FieldError::new(pointer(names), code, english);
        let address = self.columns.address(self.row, names);
        self.errors.push(in_cell(error, address, self.cell(names), korean));
    }

    /// What a cell that is not blank says; `None` and a breach where it says something else.
    fn read<T>(
        &mut self,
        names: &[&str],
        expected: Expected,
        read: impl FnOnce(&Self, &ListCell) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(names);
        if *cell == ListCell::Blank {
            return None;
        }
        let value = read(self, cell);
        if value.is_none() {
            self.note(names, "malformed", expected);
        }
        value
    }

    /// What a cell says that must not be blank.
    fn required<T>(&mut self, names: &[&str], expected: Expected, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if *self.cell(names) == ListCell::Blank {
            self.note(names, "required", expected);
        }
        self.read(names, expected, |_, cell| read(as_seen(&cell.text()).trim()))
    }

    fn flag(&mut self, names: &[&str]) -> Option<bool> {
        self.read(names, A_FLAG, |_, cell| match cell {
            ListCell::Flag(flag) => Some(*flag),
            other => match as_seen(&other.text()).to_lowercase().as_str() {
                "true" | "yes" | "y" | "o" | "1" | "예" | "판매중" => Some(true),
                "false" | "no" | "n" | "x" | "0" | "아니오" | "아니요" | "종료" => Some(false),
                _ => None,
            },
        })
    }

    fn day(&mut self, names: &[&str]) -> Option<NaiveDate> {
        self.read(names, A_DAY, |fields, cell| fields.reader.day(fields.list, cell))
    }

    fn number(&mut self, names: &[&str]) -> Option<Decimal> {
        self.read(names, A_NUMBER, |fields, cell| fields.reader.number(cell))
    }

    fn whole(&mut self, names: &[&str]) -> Option<i64> {
        self.read(names, A_WHOLE_NUMBER, |fields, cell| {
            let number = fields.reader.number(cell)?;
            number.fract().is_zero().then(|| number.to_i64()).flatten()
        })
    }

    fn instant(&mut self, names: &[&str]) -> Option<KstInstant> {
        self.read(names, AN_INSTANT, |fields, cell| {
            fields.reader.instant(fields.list, cell).map(kst_instant)
        })
    }
}

/// The pointer of a column within its row.
fn pointer(names: &[&str]) -> String {
    format!("/{}", names[0])
}

#[cfg(test)]
mod tests;

//! Productions from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::calendar::{KstInstant, kst_instant};
use domain::production::{Category, ProductionCode, ProductionDraft, RevenueBasis};
use domain::text::as_seen;
use domain::validation::{Breach, Field, Form, Part, Place, Rule};
use ports::driven::{List, ListCell, ListReader, ListRow, TakenNames};
use ports::driving::ImportedRow;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Column, Columns, begins_as_total};
use crate::list_words::{example, in_cell};

/// Most productions of one list.
pub(crate) const MAX_ROWS: usize = 2_000;

const CODE: Column = Column(Field::Code, &["code", "코드", "공연코드"]);
const NAME: Column = Column(Field::Name, &["name", "공연명", "이름"]);
const CATEGORY: Column = Column(Field::Category, &["category", "카테고리", "구분"]);
const ACTIVE: Column = Column(Field::Active, &["active", "판매중", "진행"]);
const VENUE: Column = Column(Field::Venue, &["venue", "공연장"]);
const RUN_START: Column = Column(Field::RunStart, &["runStart", "공연시작일"]);
const RUN_END: Column = Column(Field::RunEnd, &["runEnd", "공연종료일"]);
const SALE_START: Column = Column(Field::SaleStart, &["saleStart", "판매시작일"]);
const SALE_END: Column = Column(Field::SaleEnd, &["saleEnd", "판매종료일"]);
const RUNNING_MINUTES: Column = Column(Field::RunningMinutes, &["runningMinutes", "러닝타임", "러닝타임(분)"]);
const TARGET_SHARE: Column = Column(Field::TargetShare, &["targetShare", "목표점유율"]);
const BREAK_EVEN: Column = Column(Field::BreakEven, &["breakEvenKrw", "손익분기점"]);
const SEATS: Column = Column(Field::SeatsPerPerformance, &["seatsPerPerformance", "회차당좌석수"]);
const PREVIEW_END: Column = Column(Field::PreviewEnd, &["previewEnd", "프리뷰종료일"]);
const CONCERT_AT: Column = Column(Field::ConcertAt, &["concertAt", "공연일시"]);

const TARGET: Column = Column(Field::Target, &["targetKrw", "목표매출"]);
const COST: Column = Column(Field::ProductionCost, &["productionCostKrw", "제작비", "총제작비"]);
const BASIS: Column = Column(Field::RevenueBasis, &["revenueBasis", "매출기준"]);

const COLUMNS: [Column; 18] = [
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
    TARGET,
    COST,
    BASIS,
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
    pub(crate) fn read(list: &List, reader: &dyn ListReader) -> Result<Self, Vec<Breach>> {
        let columns = Columns::of(list, &COLUMNS, &[CODE, NAME, CATEGORY])?;
        let rows = list.rows.get(1..).unwrap_or_default();
        // A line of totals has no category; a production may be called `SUM-26`.
        let is_total = |row: &&ListRow| begins_as_total(row, reader) && *columns.cell(row, CATEGORY) == ListCell::Blank;
        let rows: Vec<_> = rows.iter().filter(|row| !is_total(row)).collect();
        if rows.is_empty() {
            return Err(vec![Breach::new(Place::rows(), Rule::Required)]);
        }
        if rows.len() > MAX_ROWS {
            return Err(vec![Breach::new(Place::rows(), Rule::TooManyRows(MAX_ROWS))]);
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
                (Field::Code, code, listed.code_cell, &mut taken.codes),
                (Field::Name, name, listed.name_cell, &mut taken.names),
            ];
            for (field, value, cell, taken) in columns {
                let Some((compared, shown)) = value else { continue };
                if !taken.insert(compared) {
                    let breach = Breach::new(field, Rule::Taken);
                    let only_one = "다른 공연에 없는 값을 적어 주세요.";
                    let breach = in_cell(breach, cell, &ListCell::Text(shown), only_one);
                    listed.row.errors.push(breach);
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
    let code: Option<ProductionCode> = fields.required(CODE, Form::Code, |text| text.parse().ok());
    let category = fields.required(CATEGORY, Form::Category, category);
    let is_readable = code.is_some() && category.is_some();
    // The other columns are looked at also where these two cannot be read.
    let stand_in = || "0".parse().expect("a digit is a code");
    let mut draft = ProductionDraft::new(
        code.clone().unwrap_or_else(stand_in),
        fields.text(NAME),
        category.unwrap_or(Category::Play),
    );
    draft.active = fields.flag(ACTIVE).unwrap_or(true);
    draft.venue = Some(fields.text(VENUE)).filter(|venue| !venue.is_empty());
    draft.run_start = fields.day(RUN_START);
    draft.run_end = fields.day(RUN_END);
    draft.sale_start = fields.day(SALE_START);
    draft.sale_end = fields.day(SALE_END);
    // More minutes than fit are out of range, however many there are.
    let minutes = fields.whole(RUNNING_MINUTES);
    draft.running_minutes = minutes.map(|minutes| i32::try_from(minutes).unwrap_or(i32::MAX));
    draft.target_share = fields.number(TARGET_SHARE);
    draft.break_even_krw = fields.whole(BREAK_EVEN);
    draft.seats_per_performance = fields.whole(SEATS);
    draft.preview_end = fields.day(PREVIEW_END);
    draft.concert_at = fields.instant(CONCERT_AT);
    draft.target_krw = fields.whole(TARGET);
    draft.production_cost_krw = fields.whole(COST);
    draft.revenue_basis = fields.basis().unwrap_or_default();
    let mut errors = fields.errors;
    let name = Some(as_seen(&draft.name).trim().to_owned()).filter(|name| !name.is_empty());
    let details = draft
        .check()
        .map_err(|broken| errors.extend(broken.into_iter().map(|breach| at_its_cell(breach, row, columns))))
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
fn at_its_cell(breach: Breach, row: &ListRow, columns: &Columns) -> Breach {
    let is_meant = |column: &&Column| breach.place.parts() == [Part::Field(column.0)];
    let column = COLUMNS.iter().find(is_meant);
    let cell = column.map_or(&ListCell::Blank, |column| columns.cell(row, *column));
    let address = column.and_then(|column| columns.address(row, *column));
    in_cell(breach, address, cell, "")
}

fn category(text: &str) -> Option<Category> {
    match text.to_lowercase().as_str() {
        "콘서트" => Some(Category::Concert),
        "뮤지컬" => Some(Category::Musical),
        "연극" => Some(Category::Play),
        code => code.parse().ok(),
    }
}

/// The cells of one row by column, with what is wrong with them.
struct Fields<'a> {
    list: &'a List,
    row: &'a ListRow,
    columns: &'a Columns,
    reader: &'a dyn ListReader,
    errors: Vec<Breach>,
}

impl<'a> Fields<'a> {
    fn cell(&self, column: Column) -> &'a ListCell {
        self.columns.cell(self.row, column)
    }

    /// A cell's text. An error of a formula is none.
    fn text(&mut self, column: Column) -> String {
        let cell = self.cell(column);
        if matches!(cell, ListCell::Error(_)) {
            self.note(column, Rule::Malformed(Form::Text), Form::Text);
        }
        cell.text()
    }

    fn note(&mut self, column: Column, rule: Rule, form: Form) {
        let breach = Breach::new(column.0, rule);
        let address = self.columns.address(self.row, column);
        let breach = in_cell(breach, address, self.cell(column), example(form));
        self.errors.push(breach);
    }

    /// What a cell that is not blank says; `None` and a breach where it says something else.
    fn read<T>(&mut self, column: Column, form: Form, read: impl FnOnce(&Self, &ListCell) -> Option<T>) -> Option<T> {
        let cell = self.cell(column);
        if *cell == ListCell::Blank {
            return None;
        }
        let value = read(self, cell);
        if value.is_none() {
            self.note(column, Rule::Malformed(form), form);
        }
        value
    }

    /// What a cell says that must not be blank.
    fn required<T>(&mut self, column: Column, form: Form, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if *self.cell(column) == ListCell::Blank {
            self.note(column, Rule::Required, form);
        }
        self.read(column, form, |_, cell| read(as_seen(&cell.text()).trim()))
    }

    fn flag(&mut self, column: Column) -> Option<bool> {
        self.read(column, Form::Flag, |_, cell| match cell {
            ListCell::Flag(flag) => Some(*flag),
            other => match as_seen(&other.text()).to_lowercase().as_str() {
                "true" | "yes" | "y" | "o" | "1" | "예" | "판매중" => Some(true),
                "false" | "no" | "n" | "x" | "0" | "아니오" | "아니요" | "종료" => Some(false),
                _ => None,
            },
        })
    }

    fn basis(&mut self) -> Option<RevenueBasis> {
        self.read(BASIS, Form::Basis, |_, cell| {
            match as_seen(&cell.text()).trim().to_lowercase().as_str() {
                "예매" => Some(RevenueBasis::Booked),
                "입금" => Some(RevenueBasis::Deposited),
                code => code.parse().ok(),
            }
        })
    }

    fn day(&mut self, column: Column) -> Option<NaiveDate> {
        self.read(column, Form::Day, |fields, cell| fields.reader.day(fields.list, cell))
    }

    fn number(&mut self, column: Column) -> Option<Decimal> {
        self.read(column, Form::Number, |fields, cell| fields.reader.number(cell))
    }

    fn whole(&mut self, column: Column) -> Option<i64> {
        self.read(column, Form::WholeNumber, |fields, cell| {
            let number = fields.reader.number(cell)?;
            number.fract().is_zero().then(|| number.to_i64()).flatten()
        })
    }

    fn instant(&mut self, column: Column) -> Option<KstInstant> {
        self.read(column, Form::Instant, |fields, cell| {
            fields.reader.instant(fields.list, cell).map(kst_instant)
        })
    }
}

#[cfg(test)]
mod tests;

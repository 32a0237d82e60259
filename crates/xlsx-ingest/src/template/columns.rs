//! The columns of blank sheets: marker, header and what a row holds.

use domain::grade::Grade;
use domain::production::ProductionDetails;
use rust_xlsxwriter::utility::column_number_to_name;

use crate::layout::{CAST_MARKER, Figure, Layout, SheetLayout};

/// How a cell shows its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    General,
    Date,
    Time,
    Whole,
    Share,
}

/// What the cells of a column hold. In a formula `{row}` is the row's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Counts the rows.
    Number,
    /// The sale day; blank where the rows are of no day.
    Day,
    /// The weekday of the day in this column.
    Weekday(String),
    /// Is filled in by hand.
    Input,
    /// The same, where the value is known already.
    Known(i64),
    /// Follows from others; with its value while those are blank.
    Formula(String, i64),
}

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) marker: Option<String>,
    pub(super) group: &'static str,
    pub(super) header: String,
    pub(super) content: Content,
    pub(super) look: Look,
    pub(super) width: f64,
    /// Whether the last row sums it.
    pub(super) summed: bool,
}

/// The columns of one sheet, from left to right.
#[derive(Debug)]
pub(super) struct Columns {
    layout: &'static SheetLayout,
    pub(super) list: Vec<Column>,
}

/// The number of the first row below the headers.
pub(super) const FIRST_ROW: u32 = 5;

const PAID: &str = "유료";
const COMPLIMENTARY: &str = "초대";
/// Roles with a column of their own; people add more.
const CASTS: u32 = 2;

impl Columns {
    /// The columns of the sheet of sale days.
    pub(super) fn daily(layout: Layout, details: &ProductionDetails) -> Self {
        let mut columns = Self::new(layout.daily());
        columns.begin("No.", "판매일");
        let (seats, sales) = match layout {
            Layout::Stage => {
                let total = columns.seats(layout.daily().paid_grades, PAID, "", "총매수", Figure::Paid, details);
                (total, columns.figure(Figure::Revenue, PAID, "매출액", 14.0))
            }
            Layout::Concert => {
                let seats = columns.figure(Figure::Paid, PAID, "유료매수", 10.0);
                let sales = columns.figure(Figure::Revenue, PAID, "유료매출", 14.0);
                columns.figure(Figure::Complimentary, COMPLIMENTARY, "초대매수", 10.0);
                (seats, sales)
            }
        };
        let mean = format!("IF({seats}{{row}}=0,0,INT({sales}{{row}}/{seats}{{row}}))");
        columns.push("객단가", Content::Formula(mean, 0), Look::Whole, 10.0);
        for (of, header, width) in [(&seats, "누적매수", 10.0), (&sales, "누적매출", 16.0)] {
            let sum = format!("SUM({of}${FIRST_ROW}:{of}{{row}})");
            columns.push(header, Content::Formula(sum, 0), Look::Whole, width);
        }
        columns.push("비고", Content::Input, Look::General, 18.0);
        columns
    }

    /// The columns of the sheet of performances.
    pub(super) fn performances(layout: Layout, details: &ProductionDetails) -> Self {
        let sheet = layout.performances();
        let mut columns = Self::new(sheet);
        columns.begin("회차", "공연일");
        columns.push("시간", Content::Input, Look::Time, 8.0);
        columns.mark(Figure::Time, "");
        if sheet.casts {
            for cast in 1..=CASTS {
                columns.push(format!("배역{cast}"), Content::Input, Look::General, 10.0);
                columns.last().marker = Some(format!("{CAST_MARKER}_{cast}"));
            }
        }
        let paid = columns.seats(sheet.paid_grades, PAID, "", "유료합계", Figure::Paid, details);
        if layout.is_stage() {
            columns.figure(Figure::Revenue, PAID, "유료매출", 14.0);
        }
        let free = columns.seats(
            sheet.complimentary_grades,
            COMPLIMENTARY,
            COMPLIMENTARY,
            "초대합계",
            Figure::Complimentary,
            details,
        );
        let known = capacity(details);
        let content = known.map_or(Content::Input, Content::Known);
        let header = if layout.is_stage() {
            "판매가능석"
        } else {
            "총좌석"
        };
        let capacity = columns.push(header, content, Look::Whole, 10.0);
        if layout.is_stage() {
            let unpaid = columns.push("미입금", Content::Input, Look::Whole, 10.0);
            let share = |of: String| Content::Formula(format!("IF({capacity}{{row}}=0,0,{of}/{capacity}{{row}})"), 0);
            let deposited = share(format!("({paid}{{row}}-{unpaid}{{row}})"));
            for (content, header, figure, group) in [
                (deposited, "입금점유율", Figure::DepositShare, PAID),
                (share(format!("{paid}{{row}}")), "유료점유율", Figure::PaidShare, PAID),
                (
                    share(format!("{free}{{row}}")),
                    "무료점유율",
                    Figure::ComplimentaryShare,
                    "",
                ),
            ] {
                columns.push(header, content, Look::Share, 10.0);
                columns.mark(figure, group);
            }
        }
        let left = format!("{capacity}{{row}}-{paid}{{row}}-{free}{{row}}");
        columns.push("잔여석", Content::Formula(left, known.unwrap_or(0)), Look::Whole, 10.0);
        columns
    }

    fn new(layout: &'static SheetLayout) -> Self {
        Self {
            layout,
            list: Vec::new(),
        }
    }

    /// Number, day and weekday.
    fn begin(&mut self, number: &str, day: &str) {
        self.push(number, Content::Number, Look::General, 8.0);
        let column = self.push(day, Content::Day, Look::Date, 12.0);
        self.mark(Figure::Date, "");
        self.push("요일", Content::Weekday(column), Look::General, 6.0);
    }

    /// Adds a column; answers its letters.
    fn push(&mut self, header: impl Into<String>, content: Content, look: Look, width: f64) -> String {
        self.list.push(Column {
            marker: None,
            group: "",
            header: header.into(),
            content,
            look,
            width,
            summed: false,
        });
        letters(self.list.len() - 1)
    }

    fn last(&mut self) -> &mut Column {
        self.list.last_mut().expect("a column was added")
    }

    /// Gives the last column the marker of a figure.
    fn mark(&mut self, figure: Figure, group: &'static str) {
        let mut markers = self.layout.markers.iter();
        let (marker, _) = markers
            .find(|(_, known)| *known == figure)
            .expect("a figure of the layout");
        let column = self.last();
        column.marker = Some((*marker).to_owned());
        column.group = group;
    }

    /// A summed figure that is filled in by hand.
    fn figure(&mut self, figure: Figure, group: &'static str, header: &str, width: f64) -> String {
        let column = self.push(header, Content::Input, Look::Whole, width);
        self.mark(figure, group);
        self.last().summed = true;
        column
    }

    /// A column for each grade, and one for their sum, whose letters it answers.
    fn seats(
        &mut self,
        prefix: Option<&str>,
        group: &'static str,
        before_grade: &str,
        total: &str,
        figure: Figure,
        details: &ProductionDetails,
    ) -> String {
        let prefix = prefix.expect("a sheet with grades");
        let first = letters(self.list.len());
        for grade in grades(details) {
            self.push(
                format!("{before_grade}{}", header(&grade)),
                Content::Input,
                Look::Whole,
                10.0,
            );
            let column = self.last();
            column.marker = Some(format!("{prefix}{}", grade.marker()));
            column.group = group;
            column.summed = true;
        }
        let last = letters(self.list.len() - 1);
        let sum = format!("SUM({first}{{row}}:{last}{{row}})");
        let column = self.push(total, Content::Formula(sum, 0), Look::Whole, 10.0);
        self.mark(figure, group);
        self.last().summed = true;
        column
    }
}

/// The letters of a column.
pub(super) fn letters(column: usize) -> String {
    column_number_to_name(u16::try_from(column).expect("fewer columns than a sheet may have"))
}

/// The grades of the production, else the usual ones. Those whose marker would be read as something else are left out.
fn grades(details: &ProductionDetails) -> Vec<Grade> {
    let readable = |grade: &&Grade| {
        let marker = grade.marker();
        !matches!(marker, "tot" | "sales") && Grade::from_marker(marker).as_ref() == Ok(*grade)
    };
    let known = details.seat_grades.0.iter().map(|of| &of.grade);
    let grades: Vec<_> = known.filter(readable).cloned().collect();
    if grades.is_empty() {
        vec![Grade::Vip, Grade::R, Grade::S, Grade::A]
    } else {
        grades
    }
}

fn header(grade: &Grade) -> String {
    match grade {
        Grade::BadR => "시야제한R".to_owned(),
        Grade::BadS => "시야제한S".to_owned(),
        Grade::BadA => "시야제한A".to_owned(),
        Grade::Accessible => "휠체어석".to_owned(),
        other => other.code().to_uppercase(),
    }
}

/// Seats on sale per performance, as far as they are known.
fn capacity(details: &ProductionDetails) -> Option<i64> {
    let inventory = || {
        let inventory = details.seat_inventory.as_ref()?;
        (!inventory.is_empty()).then(|| inventory.values().sum())
    };
    details.seats_per_performance.or_else(inventory)
}

#[cfg(test)]
mod tests {
    use domain::grade::SeatsByGrade;
    use domain::production::{Category, ProductionDraft};

    use super::*;

    fn concert(inventory: &[(&str, i64)]) -> ProductionDetails {
        let mut draft = ProductionDraft::new("CO2613".parse().unwrap(), "겨울 숲 콘서트", Category::Concert);
        let inventory = inventory.iter().map(|(grade, seats)| (grade.parse().unwrap(), *seats));
        draft.seat_inventory = Some(inventory.collect::<SeatsByGrade>());
        draft.check().unwrap()
    }

    #[test]
    fn grades_are_those_of_the_inventory_that_a_marker_can_name() {
        let details = concert(&[("s", 5), ("r", 5), ("bad_r", 1), ("badr", 1), ("tot", 1), ("석", 2)]);
        let markers = |details: &ProductionDetails| -> Vec<_> {
            grades(details).iter().map(|grade| grade.marker().to_owned()).collect()
        };
        assert_eq!(markers(&details), ["r", "s", "badr", "석"]);
        assert_eq!(markers(&concert(&[])), ["vip", "r", "s", "a"]);
    }

    #[test]
    fn the_capacity_is_that_of_the_production_else_of_its_inventory() {
        let details = concert(&[("r", 900), ("s", 700)]);
        assert_eq!(capacity(&details), Some(1_600));
        let mut draft = details.into_draft();
        draft.seats_per_performance = Some(1_550);
        assert_eq!(capacity(&draft.check().unwrap()), Some(1_550));
        assert_eq!(capacity(&concert(&[])), None);
    }
}

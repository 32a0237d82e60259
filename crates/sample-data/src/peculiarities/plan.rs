//! Where rows and columns stand, before there is a sheet.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::draft::{SheetDraft, Side};
use super::good::Good;
use crate::workbook::{Address, Cell, Sheet};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Date,
    Time,
    Cast(usize),
    Grade(usize),
    Total,
    Revenue,
    InvitedGrade(usize),
    InvitedTotal,
    Share(usize),
    /// Columns for people: a text, a weekday, a number.
    Remark,
    Weekday,
    Left,
}

impl Kind {
    pub(super) fn is_marked(self) -> bool {
        !matches!(self, Self::Remark | Self::Weekday | Self::Left)
    }

    /// Seats or won.
    pub(super) fn is_whole(self) -> bool {
        matches!(
            self,
            Self::Grade(_) | Self::Total | Self::Revenue | Self::InvitedGrade(_) | Self::InvitedTotal
        )
    }

    pub(super) fn is_number(self) -> bool {
        self.is_whole() || matches!(self, Self::Share(_))
    }

    fn marker(self, good: &Good, side: Side) -> Option<String> {
        let paid = if side == Side::Daily && good.is_stage {
            "deposit"
        } else {
            "paid"
        };
        Some(match self {
            Self::Date => "dash_date".to_owned(),
            Self::Time => "dash_time".to_owned(),
            Self::Cast(role) => format!("dash_cast_{}", role + 1),
            Self::Grade(grade) => format!("dash_seat_{paid}_{}", good.grades[grade].0),
            Self::Total => format!("dash_seat_{paid}_tot"),
            Self::Revenue => format!("dash_seat_{paid}_sales"),
            Self::InvitedGrade(grade) => format!("dash_seat_invite_{}", good.grades[grade].0),
            Self::InvitedTotal => "dash_seat_invite_tot".to_owned(),
            Self::Share(share) => format!("dash_share_{}", ["deposit", "paid", "free"][share]),
            Self::Remark | Self::Weekday | Self::Left => return None,
        })
    }

    fn header(self) -> &'static str {
        match self {
            Self::Date => "날짜",
            Self::Time => "시간",
            Self::Cast(_) => "배역",
            Self::Grade(_) => "등급",
            Self::Total => "총매수",
            Self::Revenue => "매출액",
            Self::InvitedGrade(_) => "초대 등급",
            Self::InvitedTotal => "초대",
            Self::Share(_) => "점유율",
            Self::Remark => "비고",
            Self::Weekday => "요일",
            Self::Left => "잔여석",
        }
    }
}

/// Where things stand in one sheet.
#[derive(Debug, Clone)]
pub(super) struct SheetPlan {
    pub(super) indent: u32,
    pub(super) columns: Vec<Kind>,
    /// Zero-based.
    pub(super) marker_row: u32,
    /// Empty rows before each data row, and after the last.
    pub(super) gaps: Vec<u32>,
    /// A column that has lost its marker.
    pub(super) unmarked: Option<Kind>,
    /// A column whose marker stands above another as well, and where.
    pub(super) doubled: Option<Kind>,
    pub(super) doubled_at: Option<u32>,
    pub(super) has_no_rows: bool,
    pub(super) is_missing: bool,
}

/// Where things stand in a workbook.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) good: Good,
    pub(super) daily: SheetPlan,
    pub(super) performances: SheetPlan,
    pub(super) story: Vec<String>,
}

impl Plan {
    pub(super) fn of(good: Good) -> Self {
        Self {
            daily: SheetPlan::of(&good, Side::Daily),
            performances: SheetPlan::of(&good, Side::Performances),
            good,
            story: Vec::new(),
        }
    }

    pub(super) fn side_mut(&mut self, side: Side) -> &mut SheetPlan {
        match side {
            Side::Daily => &mut self.daily,
            Side::Performances => &mut self.performances,
        }
    }
}

impl SheetPlan {
    fn of(good: &Good, side: Side) -> Self {
        let grades = 0..good.grades.len();
        let mut columns = vec![Kind::Date, Kind::Weekday];
        let rows = match side {
            Side::Daily => {
                if good.is_stage {
                    columns.extend(grades.map(Kind::Grade));
                }
                columns.extend([Kind::Total, Kind::Revenue]);
                if !good.is_stage {
                    columns.push(Kind::InvitedTotal);
                }
                good.daily.len()
            }
            Side::Performances => {
                columns.push(Kind::Time);
                columns.extend((0..good.roles).map(Kind::Cast));
                columns.extend(grades.clone().map(Kind::Grade));
                columns.push(Kind::Total);
                if good.is_stage {
                    columns.push(Kind::Revenue);
                }
                columns.extend(grades.map(Kind::InvitedGrade));
                columns.push(Kind::InvitedTotal);
                if good.is_stage {
                    columns.extend((0..3).map(Kind::Share));
                }
                good.performances.len()
            }
        };
        columns.extend([Kind::Left, Kind::Remark]);
        let mut gaps = vec![0; rows];
        gaps.push(5);
        Self {
            indent: 1,
            columns,
            marker_row: 1,
            gaps,
            unmarked: None,
            doubled: None,
            doubled_at: None,
            has_no_rows: false,
            is_missing: false,
        }
    }

    /// Another order of the columns, in which the cast keeps its own: that order is a figure.
    pub(super) fn shuffle(&mut self, rng: &mut ChaCha8Rng) {
        self.columns.shuffle(rng);
        let mut roles = 0;
        for kind in &mut self.columns {
            if let Kind::Cast(role) = kind {
                *role = roles;
                roles += 1;
            }
        }
    }

    pub(super) fn sheet(&self, good: &Good, side: Side) -> SheetDraft {
        let name = match (side, good.is_stage) {
            (Side::Daily, true) => "Daily",
            (Side::Daily, false) => "일일 판매",
            (Side::Performances, true) => "회차별판매",
            (Side::Performances, false) => "Seat details",
        };
        let mut sheet = Sheet::new(if self.is_missing { "옮긴 표" } else { name });
        if 0 < self.marker_row {
            sheet.set((0, 0), "작은 연극 판매 현황");
        }
        let columns: Vec<(Kind, u32)> = self.columns.iter().copied().zip(self.indent..).collect();
        for (kind, column) in &columns {
            if let Some(marker) = kind.marker(good, side).filter(|_| self.unmarked != Some(*kind)) {
                sheet.set((self.marker_row, *column), marker);
            }
            sheet.set((self.marker_row + 1, *column), kind.header());
        }
        if let (Some(kind), Some(column)) = (self.doubled, self.doubled_at) {
            sheet.set(
                (self.marker_row, column),
                kind.marker(good, side).expect("a marked column"),
            );
        }
        let (mut rows, mut spare, mut next) = (Vec::new(), Vec::new(), self.marker_row + 2);
        for (index, gap) in self.gaps.iter().enumerate() {
            spare.extend(next..next + gap);
            next += gap;
            if index + 1 < self.gaps.len() && !self.has_no_rows {
                rows.push(next);
                next += 1;
            }
        }
        for (index, row) in rows.iter().enumerate() {
            for (kind, column) in &columns {
                sheet.set(Address::new(*row, *column), value(*kind, good, side, index));
            }
        }
        SheetDraft {
            sheet,
            name,
            columns,
            marker_row: self.marker_row,
            rows,
            spare,
            is_dead: false,
        }
    }
}

/// The plain value of a column in a data row.
pub(super) fn value(kind: Kind, good: &Good, side: Side, index: usize) -> Cell {
    let code = |grade: usize| good.grades[grade].1;
    match side {
        Side::Daily => {
            let row = &good.daily[index];
            match kind {
                Kind::Date => row.sale_day.into(),
                Kind::Weekday => crate::world::weekday(row.sale_day).into(),
                Kind::Grade(grade) => row.seats_by_grade[code(grade)].into(),
                Kind::Total => row.seats.into(),
                Kind::Revenue => row.revenue_krw.into(),
                Kind::InvitedTotal => row.complimentary_seats.into(),
                Kind::Left => 77.into(),
                _ => Cell::Empty,
            }
        }
        Side::Performances => {
            let row = &good.performances[index];
            let share = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Percent);
            match kind {
                Kind::Date => row.starts_at.date_naive().into(),
                Kind::Weekday => crate::world::weekday(row.starts_at.date_naive()).into(),
                Kind::Time => row.starts_at.time().into(),
                Kind::Cast(role) => row.cast[role].as_str().into(),
                Kind::Grade(grade) => row.paid_seats_by_grade[code(grade)].into(),
                Kind::Total => row.paid_seats.into(),
                Kind::Revenue => row.revenue_krw.map_or(Cell::Empty, Cell::from),
                Kind::InvitedGrade(grade) => row.complimentary_seats_by_grade[code(grade)].into(),
                Kind::InvitedTotal => row.complimentary_seats.into(),
                Kind::Share(0) => share(row.deposit_share),
                Kind::Share(1) => share(row.paid_share),
                Kind::Share(_) => share(row.complimentary_share),
                Kind::Left => 77.into(),
                Kind::Remark => Cell::Empty,
            }
        }
    }
}

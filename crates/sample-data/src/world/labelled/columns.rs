//! The columns of a labelled sheet, block by block, with their labels.

use super::super::ledger::Ledger;
use super::AGENCIES;
use super::knobs::{AgencyStates, Knobs, Labels, PaidStates};

/// Whose figures a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// All agencies together.
    Paid,
    /// Seats given away.
    Complimentary,
    /// Paid and complimentary seats.
    All,
    /// One agency, by its number.
    Agency(usize),
}

/// Which of the booked seats a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// All.
    Booked,
    /// Those that are paid.
    Deposited,
    /// Those that are not.
    Pending,
}

/// What a column holds. Grades and roles go by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Column {
    Number,
    Day,
    Weekday,
    Time,
    Role(usize),
    Seats(Group, State, Option<usize>),
    Won(Group, State),
    Share(Group, State),
    Remark,
    /// Of a word that nobody reads.
    Ignored,
    /// Between the columns of a merged block.
    Spacer,
    /// Of a small table beside the last block.
    Beside,
}

/// Columns under one label.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// What stands above them; `None` for columns without a group.
    pub label: Option<String>,
    /// Each with what stands directly above its cells.
    pub columns: Vec<(Option<String>, Column)>,
}

impl Block {
    fn plain(label: &str, column: Column) -> Self {
        Self {
            label: None,
            columns: vec![(Some(label.to_owned()), column)],
        }
    }
}

/// What the blocks of one sheet are made of.
pub(super) struct Plan<'a> {
    pub ledger: &'a Ledger,
    pub knobs: &'a Knobs,
    /// Whether it is the sheet of sale days.
    pub is_days: bool,
    /// How many roles the performances have.
    pub roles: usize,
}

impl Plan<'_> {
    /// All columns, from left to right.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.left();
        if self.knobs.labels == Labels::OneRow {
            blocks.extend(self.one_row());
        } else {
            blocks.extend(self.groups());
        }
        blocks
    }

    /// Number, date, weekday, time and roles.
    fn left(&self) -> Vec<Block> {
        let knobs = self.knobs;
        let mut blocks = Vec::new();
        if !self.is_days && knobs.numbers {
            blocks.push(Block::plain(
                if knobs.odd_labels { "회  차" } else { "No." },
                Column::Number,
            ));
        }
        let day = match (self.is_days, knobs.odd_labels) {
            (true, false) => "판매일",
            (false, false) => "공연일",
            (_, true) => "날  짜",
        };
        blocks.push(Block::plain(day, Column::Day));
        if knobs.weekdays {
            blocks.push(Block::plain("요일", Column::Weekday));
        }
        if self.is_days {
            return blocks;
        }
        blocks.push(Block::plain("시간", Column::Time));
        if self.roles > 0 {
            let roles = (0..self.roles).map(|role| (Some(format!("배역{}", role + 1)), Column::Role(role)));
            let is_bare = knobs.bare_roles || knobs.labels == Labels::OneRow;
            if is_bare {
                blocks.extend(roles.map(|column| Block {
                    label: None,
                    columns: vec![column],
                }));
            } else {
                blocks.push(Block {
                    label: Some("CAST".to_owned()),
                    columns: roles.collect(),
                });
            }
        }
        blocks
    }

    fn grades(&self) -> std::ops::Range<usize> {
        let tells_grades = self.knobs.grades && (!self.is_days || self.ledger.is_stage && self.ledger.daily_grades);
        if tells_grades {
            0..self.ledger.grades.len()
        } else {
            0..0
        }
    }

    fn grade(&self, grade: usize) -> &str {
        &self.ledger.grades[grade].grade.label
    }

    fn tells_won(&self) -> bool {
        self.is_days || self.ledger.is_stage
    }

    fn one_row(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut push = |label: &str, column| blocks.push(Block::plain(label, column));
        let paid = |grade| Column::Seats(Group::Paid, State::Booked, grade);
        let free = |grade| Column::Seats(Group::Complimentary, State::Booked, grade);
        for grade in self.grades() {
            push(self.grade(grade), paid(Some(grade)));
        }
        // Two words of a heading must say what is counted, whatever the grades.
        let has_grades = !self.grades().is_empty();
        push(if has_grades { "유료합계" } else { "유료매수" }, paid(None));
        if self.tells_won() {
            push("유료매출", Column::Won(Group::Paid, State::Booked));
        }
        if !self.is_days || !self.ledger.is_stage {
            for grade in self.grades() {
                push(&format!("초대{}", self.grade(grade)), free(Some(grade)));
            }
            push(if has_grades { "초대합계" } else { "초대매수" }, free(None));
        }
        push("잔여석", Column::Ignored);
        if !self.is_days && self.ledger.is_stage {
            push("미입금", Column::Seats(Group::Paid, State::Pending, None));
            if self.knobs.shares {
                push("입금점유율", Column::Share(Group::Paid, State::Deposited));
                push("유료점유율", Column::Share(Group::Paid, State::Booked));
                push("무료점유율", Column::Share(Group::Complimentary, State::Booked));
            }
        }
        if !self.is_days {
            push("비고", Column::Remark);
        }
        blocks
    }

    fn groups(&self) -> Vec<Block> {
        let knobs = self.knobs;
        let mut blocks = Vec::new();
        for (number, states) in knobs.agencies.iter().enumerate() {
            let states: &[State] = match states {
                _ if self.is_days => &[State::Booked],
                AgencyStates::Booked => &[State::Booked],
                AgencyStates::Deposited => &[State::Deposited],
                AgencyStates::DepositedAndPending => &[State::Deposited, State::Pending],
                AgencyStates::DepositedAndBooked => &[State::Booked, State::Deposited],
            };
            let is_told = !self.is_days && knobs.agencies[number] != AgencyStates::Booked;
            for state in states {
                let label = self.label(AGENCIES[number], *state, is_told);
                blocks.push(self.block(label, Group::Agency(number), *state));
            }
        }
        let is_needed = !self.is_days || !self.ledger.is_stage;
        if is_needed {
            let label = if knobs.odd_labels { "초  대" } else { "초대" };
            blocks.push(self.block(label.to_owned(), Group::Complimentary, State::Booked));
        }
        match knobs.paid {
            PaidStates::Missing => {}
            PaidStates::DepositedAndPending if !self.is_days => {
                for state in [State::Deposited, State::Pending] {
                    blocks.push(self.block(self.label("유료 계", state, true), Group::Paid, state));
                }
            }
            PaidStates::DepositedAndBooked if !self.is_days => {
                for state in [State::Booked, State::Deposited] {
                    blocks.push(self.block(self.label("유료 계", state, true), Group::Paid, state));
                }
            }
            PaidStates::Booked | PaidStates::DepositedAndPending | PaidStates::DepositedAndBooked => {
                blocks.push(self.block("유료 계".to_owned(), Group::Paid, State::Booked));
            }
        }
        if knobs.all && is_needed {
            let count = Column::Seats(Group::All, State::Booked, None);
            blocks.push(Block {
                label: Some("합  계".to_owned()),
                columns: vec![(Some(self.count().to_owned()), count)],
            });
        }
        blocks.push(Block::plain("객단가", Column::Ignored));
        if !self.is_days {
            blocks.push(Block::plain("비고", Column::Remark));
        }
        if knobs.table_beside {
            // Two columns without a label between the block and the table.
            blocks.push(Block {
                label: None,
                columns: vec![
                    (None, Column::Spacer),
                    (Some("매수".to_owned()), Column::Beside),
                    (Some("금액".to_owned()), Column::Beside),
                ],
            });
        }
        blocks
    }

    fn count(&self) -> &'static str {
        if self.knobs.odd_labels { "수  량" } else { "매수" }
    }

    fn label(&self, name: &str, state: State, is_told: bool) -> String {
        let state = match state {
            _ if !is_told => return name.to_owned(),
            State::Booked => "미입금 포함",
            State::Deposited => "입금",
            State::Pending => "미입금",
        };
        if self.knobs.odd_labels {
            format!("{name}\n（{state}）")
        } else {
            format!("{name}({state})")
        }
    }

    fn block(&self, label: String, group: Group, state: State) -> Block {
        let mut columns: Vec<_> = self
            .grades()
            .filter(|_| !self.is_days || group == Group::Paid)
            .map(|grade| {
                (
                    Some(self.grade(grade).to_owned()),
                    Column::Seats(group, state, Some(grade)),
                )
            })
            .collect();
        columns.push((Some(self.count().to_owned()), Column::Seats(group, state, None)));
        if self.knobs.spacers && columns.len() > 1 {
            columns.push((None, Column::Spacer));
        }
        let has_won = match group {
            Group::Complimentary | Group::All => false,
            Group::Paid | Group::Agency(_) => self.tells_won(),
        };
        if has_won {
            columns.push((Some("매출액".to_owned()), Column::Won(group, state)));
        }
        let has_share = self.knobs.shares && !self.is_days && self.ledger.is_stage;
        if has_share && matches!(group, Group::Paid | Group::Complimentary) {
            columns.push((Some("%".to_owned()), Column::Share(group, state)));
        }
        Block {
            label: Some(label),
            columns,
        }
    }
}

//! The figures of a row with headings: where each comes from, and whether they agree.

use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::grade::SeatsByGrade;
use domain::headings::{Meaning, Of, Role, State};
use domain::limits::SHARE_PLACES;
use domain::sales::AgencyPerformanceFacts;
use rust_decimal::Decimal;

use super::columns::{HeadedColumns, PaidSource};
use super::groups::{Group, Resolved, What};
use super::{AgencyFigures, Headed, Placed, RowFigures, Shares};
use crate::rows::log::SheetLog;
use crate::rows::row::Row;

/// The readable figures of a row.
struct Line<'a> {
    row: &'a Row<'a>,
    headed: &'a HeadedColumns,
    /// Seats and won by slot; 0 elsewhere.
    values: Vec<i64>,
    /// Where findings about totals without a column belong.
    date: CellAddress,
}

impl Headed<'_> {
    /// The figures of a data row; `None` where one cannot be read.
    pub(super) fn figures(
        &mut self,
        row: &Row<'_>,
        headed: &HeadedColumns,
        date_slot: usize,
        log: &mut SheetLog<'_>,
    ) -> Option<RowFigures> {
        self.note_unknown(row, headed, log);
        let values = self.values(row, headed, log);
        let shares = self.read_shares(row, headed, log);
        let line = Line {
            row,
            headed,
            values: values?,
            date: row.address(date_slot),
        };
        self.note_ambiguous(&line, log);
        line.note_states(log);
        let has_own_grades = self.headings.role == Role::Performances || self.headings.is_stage;
        if has_own_grades {
            line.note_grade_sums(log);
        }
        let mut figures = line.figures(&self.headings, has_own_grades);
        line.note_block_sums(&figures, log);
        if self.headings.role == Role::Performances && self.headings.is_stage {
            figures.shares = Some(self.shares(&figures, shares?)?);
        }
        Some(figures)
    }

    /// Seats and won of a row, by slot.
    fn values(&mut self, row: &Row<'_>, headed: &HeadedColumns, log: &mut SheetLog<'_>) -> Option<Vec<i64>> {
        let slots = headed.slots().len();
        let mut values = Some(vec![0; slots]);
        for (slot, _) in headed.sums().iter().copied() {
            let value = self.whole(row, slot, headed, log);
            if let Some(value) = value
                && self.headings.role == Role::Performances
                && value < 0
                && matches!(headed.meaning(slot), Some(Meaning::Seats(..)))
            {
                log.cell(
                    DiagnosticCode::NegativeSeats,
                    row.address(slot),
                    Some(&value.to_string()),
                );
            }
            match (&mut values, value) {
                (Some(values), Some(value)) => values[slot] = value,
                _ => values = None,
            }
        }
        values
    }

    /// Notes columns that nobody knows, once each, where they hold a number.
    fn note_unknown(&mut self, row: &Row<'_>, headed: &HeadedColumns, log: &mut SheetLog<'_>) {
        for slot in &headed.unknown {
            let holds_number = matches!(row.cells.get(*slot), crate::rows::CellValue::Number(_));
            if holds_number && !std::mem::replace(&mut self.told[*slot], true) {
                let code = match headed.meaning(*slot) {
                    Some(Meaning::Unknown { within_group: true }) => DiagnosticCode::UnknownLabel,
                    _ => DiagnosticCode::UnrecognisedColumn,
                };
                let (label, cell) = headed.label(*slot);
                log.cell(code, cell, Some(label));
            }
        }
    }

    /// Notes columns that mean the same and differ, once each.
    fn note_ambiguous(&mut self, line: &Line<'_>, log: &mut SheetLog<'_>) {
        for (left, right) in &line.headed.same {
            let (one, other) = if line.headed.is_sum(*left) {
                (
                    line.values[*left] == line.values[*right],
                    line.values[*right].to_string(),
                )
            } else {
                let text = |slot: usize| super::values::plain_share(line.row.cells.get(slot));
                (
                    text(*left) == text(*right),
                    line.row.cells.get(*right).text().into_owned(),
                )
            };
            if !one && !std::mem::replace(&mut self.told[*right], true) {
                log.cell(DiagnosticCode::AmbiguousColumn, line.row.address(*right), Some(&other));
            }
        }
    }

    /// The shares that a row tells: deposited, booked, pending and complimentary. `None` where one cannot be read.
    fn read_shares(
        &mut self,
        row: &Row<'_>,
        headed: &HeadedColumns,
        log: &mut SheetLog<'_>,
    ) -> Option<[Option<Decimal>; 4]> {
        let slot = |group: &Option<Group>, state| group.as_ref().and_then(|group| group.slots(state).share);
        let slots = [
            slot(&headed.paid, State::Deposited),
            slot(&headed.paid, State::Booked),
            slot(&headed.paid, State::Pending),
            slot(&headed.complimentary, State::Booked),
        ];
        let mut shares = Some([None; 4]);
        for (place, slot) in slots.into_iter().enumerate() {
            let Some(slot) = slot else { continue };
            match (&mut shares, self.share(row, slot, headed, log)) {
                (Some(shares), Some(share)) => shares[place] = Some(share),
                _ => shares = None,
            }
        }
        shares
    }

    /// The shares of a performance, those without a column from seats; `None` where the house is not known.
    fn shares(&self, figures: &RowFigures, told: [Option<Decimal>; 4]) -> Option<Shares> {
        let [deposit, booked, pending, complimentary] = told;
        let of_house = |seats: i64| {
            let house = Decimal::from(self.headings.house.seats?);
            let share = Decimal::from(seats).checked_div(house)?;
            Some(share.round_dp_with_strategy(SHARE_PLACES, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
        };
        let both = deposit.zip(pending).map(|(deposit, pending)| deposit + pending);
        Some(Shares {
            deposit: deposit.or_else(|| of_house(figures.deposited_seats?)),
            paid: booked.or(both).or_else(|| of_house(figures.seats.value))?,
            complimentary: complimentary.or_else(|| of_house(figures.complimentary.value))?,
        })
    }
}

impl Line<'_> {
    fn resolve(&self, group: &Group, what: What) -> Resolved {
        group.resolve(what, |slot| self.values[slot])
    }

    /// The cell of a total: its own, in one of these states, or else that of the date.
    fn cell(&self, group: Option<&Group>, what: What) -> CellAddress {
        let own = group.and_then(|group| State::ALL.into_iter().find_map(|state| group.slots(state).own(what)));
        own.map_or(self.date, |slot| self.row.address(slot))
    }

    /// Notes states that do not add up.
    fn note_states(&self, log: &mut SheetLog<'_>) {
        for group in self.headed.groups() {
            for what in [What::Count, What::Won] {
                let value = |state| group.slots(state).own(what).map(|slot| self.values[slot]);
                let Some(slot) = group.slots(State::Booked).own(what) else {
                    continue;
                };
                let (booked, deposited) = (self.values[slot], value(State::Deposited));
                let both = deposited.zip(value(State::Pending)).map(|(one, other)| one + other);
                if both.is_some_and(|both| both != booked) || deposited.is_some_and(|deposited| deposited > booked) {
                    let cell = self.row.address(slot);
                    log.cell(DiagnosticCode::DepositMismatch, cell, Some(&booked.to_string()));
                }
            }
        }
    }

    /// Notes counts that are not the sum of their grades.
    fn note_grade_sums(&self, log: &mut SheetLog<'_>) {
        for slots in self
            .headed
            .groups()
            .flat_map(|group| State::ALL.map(|state| group.slots(state)))
        {
            let Some(count) = slots.count else { continue };
            let sum: i64 = slots.grades.iter().map(|slot| self.values[*slot]).sum();
            if !slots.grades.is_empty() && !slots.has_unknown && sum != self.values[count] {
                let value = self.values[count].to_string();
                log.cell(DiagnosticCode::GradeSumMismatch, self.row.address(count), Some(&value));
            }
        }
    }

    fn figures(&self, headings: &super::Headings<'_>, has_grades: bool) -> RowFigures {
        let headed = self.headed;
        let agencies: Vec<AgencyFigures> = headed.agencies.iter().filter_map(|group| self.agency(group)).collect();
        let own = headed.paid.as_ref().filter(|_| headed.source == PaidSource::Own);
        let total = |what: What| match own {
            Some(paid) => self.resolve(paid, what).booked.unwrap_or(0),
            None => headed
                .agencies
                .iter()
                .filter_map(|group| self.resolve(group, what).booked)
                .sum(),
        };
        let needs_won = headings.role == Role::Days || headings.is_stage;
        let placed = |what: What| Placed {
            value: total(what),
            cell: self.cell(own, what),
        };
        let deposited = |what: What| {
            let of_paid = own.and_then(|paid| self.resolve(paid, what).deposited);
            of_paid.or_else(|| {
                let known: Option<Vec<i64>> = headed
                    .agencies
                    .iter()
                    .map(|group| self.resolve(group, what).deposited)
                    .collect();
                known
                    .filter(|known| !known.is_empty())
                    .map(|known| known.into_iter().sum())
            })
        };
        let of_paid = headed
            .paid
            .as_ref()
            .map(|paid| self.by_grade(paid))
            .filter(|grades| !grades.is_empty());
        let seats_by_grade = of_paid.unwrap_or_else(|| {
            let mut sums = SeatsByGrade::new();
            for (grade, seats) in agencies.iter().flat_map(|agency| &agency.sold.seats_by_grade) {
                *sums.entry(grade.clone()).or_default() += seats;
            }
            sums
        });
        let complimentary = headed.complimentary.as_ref();
        let given = complimentary.and_then(|group| self.resolve(group, What::Count).booked);
        RowFigures {
            seats: placed(What::Count),
            revenue: needs_won.then(|| placed(What::Won)),
            seats_by_grade: if has_grades {
                seats_by_grade
            } else {
                SeatsByGrade::new()
            },
            complimentary: Placed {
                value: given.unwrap_or(0),
                cell: self.cell(complimentary, What::Count),
            },
            complimentary_by_grade: complimentary.map(|group| self.by_grade(group)).unwrap_or_default(),
            deposited_seats: deposited(What::Count),
            deposited_krw: if needs_won { deposited(What::Won) } else { None },
            shares: None,
            agencies,
        }
    }

    fn agency(&self, group: &Group) -> Option<AgencyFigures> {
        let Of::Agency(code) = &group.of else { return None };
        let (count, won) = (self.resolve(group, What::Count), self.resolve(group, What::Won));
        Some(AgencyFigures {
            agency: code.clone(),
            sold: AgencyPerformanceFacts {
                seats: count.booked.unwrap_or(0),
                revenue_krw: won.booked,
                deposited_seats: count.deposited,
                deposited_krw: won.deposited,
                seats_by_grade: self.by_grade(group),
            },
        })
    }

    fn by_grade(&self, group: &Group) -> SeatsByGrade {
        let grades = group.by_grade(|slot| self.values[slot]);
        let booked = grades.filter_map(|(grade, seats)| Some((grade.clone(), seats.booked?)));
        booked.collect()
    }

    /// Notes totals that are not the sum of their parts.
    fn note_block_sums(&self, figures: &RowFigures, log: &mut SheetLog<'_>) {
        let headed = self.headed;
        let note = |slot: usize, log: &mut SheetLog<'_>| {
            let value = self.values[slot].to_string();
            log.cell(DiagnosticCode::BlockSumMismatch, self.row.address(slot), Some(&value));
        };
        if let Some(paid) = headed.paid.as_ref().filter(|_| !headed.agencies.is_empty()) {
            for (what, state) in [What::Count, What::Won]
                .into_iter()
                .flat_map(|what| State::ALL.map(|state| (what, state)))
            {
                let Some(slot) = paid.slots(state).own(what) else {
                    continue;
                };
                let parts: Option<i64> = headed
                    .agencies
                    .iter()
                    .map(|agency| self.resolve(agency, what).of(state))
                    .sum();
                if parts.is_some_and(|parts| parts != self.values[slot]) {
                    note(slot, log);
                }
            }
        }
        let Some(all) = &headed.all else { return };
        let paid = Resolved {
            booked: Some(figures.seats.value),
            deposited: figures.deposited_seats,
        };
        for state in State::ALL {
            let Some(slot) = all.slots(state).count else { continue };
            let whole = paid.of(state).map(|paid| paid + figures.complimentary.value);
            if whole.is_some_and(|whole| whole != self.values[slot]) {
                note(slot, log);
            }
        }
    }
}

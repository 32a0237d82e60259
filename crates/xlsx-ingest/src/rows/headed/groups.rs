//! Figures under one label: of all agencies, of one, of seats given away, of all seats.

use domain::grade::Grade;
use domain::headings::{Of, State};

/// What of a group is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Count,
    Won,
}

/// The slots of a group.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) of: Of,
    states: [StateSlots; 3],
    /// The grades of any state, each once, with its slots by state: rows are many, and look nothing up by a grade.
    grades: Vec<(Grade, [Option<usize>; 3])>,
}

/// The slots of one state.
#[derive(Debug, Default)]
pub(super) struct StateSlots {
    pub(super) count: Option<usize>,
    pub(super) won: Option<usize>,
    pub(super) share: Option<usize>,
    /// Of seats by grade.
    pub(super) grades: Vec<usize>,
    /// Whether nobody knows one of the columns.
    pub(super) has_unknown: bool,
}

/// Figures of one kind in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) booked: Option<i64>,
    pub(super) deposited: Option<i64>,
}

impl Resolved {
    /// What is booked and not paid for.
    pub(super) fn pending(self) -> Option<i64> {
        let pending = self.booked?.checked_sub(self.deposited?)?;
        Some(pending.max(0))
    }

    pub(super) fn of(self, state: State) -> Option<i64> {
        match state {
            State::Booked => self.booked,
            State::Deposited => self.deposited,
            State::Pending => self.pending(),
        }
    }
}

impl Group {
    pub(super) fn new(of: Of) -> Self {
        Self {
            of,
            states: Default::default(),
            grades: Vec::new(),
        }
    }

    pub(super) fn slots(&self, state: State) -> &StateSlots {
        &self.states[place(state)]
    }

    pub(super) fn slots_mut(&mut self, state: State) -> &mut StateSlots {
        &mut self.states[place(state)]
    }

    /// Whether it has figures in this state.
    pub(super) fn has(&self, state: State) -> bool {
        let slots = self.slots(state);
        slots.count.is_some() || slots.won.is_some() || !slots.grades.is_empty()
    }

    /// Takes the slot in which the seats of a grade stand.
    pub(super) fn add_grade(&mut self, state: State, grade: Grade, slot: usize) {
        self.slots_mut(state).grades.push(slot);
        let known = self.grades.iter().position(|(other, _)| *other == grade);
        let known = known.unwrap_or_else(|| {
            self.grades.push((grade, [None; 3]));
            self.grades.len() - 1
        });
        self.grades[known].1[place(state)].get_or_insert(slot);
    }

    /// Whether all that is booked is told.
    pub(super) fn tells(&self, what: What) -> bool {
        self.resolve(what, |_| 0).booked.is_some()
    }

    /// What is booked and deposited, of the values that `read` gives for slots.
    pub(super) fn resolve(&self, what: What, read: impl Fn(usize) -> i64) -> Resolved {
        self.resolved(State::ALL.map(|state| self.slots(state).value(what, &read)))
    }

    /// The same of each grade of any state.
    pub(super) fn by_grade(&self, read: impl Fn(usize) -> i64) -> impl Iterator<Item = (&Grade, Resolved)> {
        let grades = self.grades.iter();
        grades.map(move |(grade, slots)| (grade, self.resolved(slots.map(|slot| slot.map(&read)))))
    }

    /// What the figures of the states say together.
    fn resolved(&self, [booked, deposited, pending]: [Option<i64>; 3]) -> Resolved {
        let both = deposited.zip(pending).map(|(deposited, pending)| deposited + pending);
        // Where nothing else is told, nothing is pending.
        let is_alone = !self.has(State::Booked) && !self.has(State::Pending);
        let booked = booked.or(both).or(deposited.filter(|_| is_alone));
        let rest = booked.zip(pending).map(|(booked, pending)| booked - pending);
        Resolved {
            booked,
            deposited: deposited.or(rest),
        }
    }
}

impl StateSlots {
    /// The column of a figure of its own.
    pub(super) fn own(&self, what: What) -> Option<usize> {
        match what {
            What::Count => self.count,
            What::Won => self.won,
        }
    }

    fn value(&self, what: What, read: &impl Fn(usize) -> i64) -> Option<i64> {
        if let Some(slot) = self.own(what) {
            return Some(read(slot));
        }
        let adds_up = what == What::Count && !self.grades.is_empty();
        adds_up.then(|| self.grades.iter().map(|slot| read(*slot)).sum())
    }
}

/// The place of a state, in the order of [`State::ALL`].
fn place(state: State) -> usize {
    match state {
        State::Booked => 0,
        State::Deposited => 1,
        State::Pending => 2,
    }
}

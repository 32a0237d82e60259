//! From the labels of columns to what they hold.

use std::collections::{HashMap, HashSet};

use super::decisions::{Decided, Means};
use super::pairs::{Label, Pair, group, meaning_under};
use super::vocabulary::{self, GroupLabel, Plain, Sub};
use super::{Column, Meaning, NamedAgency, Of, Reader, Role, Source, State};
use crate::agency::AgencyCode;
use crate::grade::Grade;

/// What the labels of a sheet mean together.
pub(super) struct Meanings<'a> {
    reader: &'a Reader<'a>,
    has_groups: bool,
    /// Groups under which figures stand: those may be agencies.
    with_figures: HashSet<&'a str>,
    /// Whether a count of paid seats is told as such, so that a mere count is one of all seats.
    tells_paid_count: bool,
    /// The plain labels that have a column already.
    taken: Vec<Plain>,
    /// The groups that have a column already.
    begun: Vec<Of>,
    pub agencies: Vec<NamedAgency>,
}

/// The columns that these labels make, and the agencies that they name.
pub(super) fn columns(reader: &Reader<'_>, pairs: &[Pair], has_groups: bool) -> (Vec<Column>, Vec<NamedAgency>) {
    let mut meanings = Meanings::new(reader, pairs, has_groups);
    let mut columns: Vec<Column> = pairs
        .iter()
        .map(|pair| {
            let (meaning, source) = meanings.of(pair);
            Column {
                column: pair.column,
                upper: pair.upper.as_ref().map(|label| label.written.clone()),
                lower: pair.lower.as_ref().map(|label| label.written.clone()),
                label_cell: pair.label_cell,
                meaning,
                source,
                same_as: None,
            }
        })
        .collect();
    name_bare_roles(reader, &mut columns);
    find_same(&mut columns);
    (columns, meanings.agencies)
}

impl<'a> Meanings<'a> {
    fn new(reader: &'a Reader<'a>, pairs: &'a [Pair], has_groups: bool) -> Self {
        let mut with_figures = HashSet::new();
        for pair in pairs {
            if let (Some(upper), Some(lower)) = (&pair.upper, &pair.lower) {
                let is_figure = match decided_column(reader, pair) {
                    Some(means) => matches!(means, Means::Grade(_) | Means::Count | Means::Won),
                    None => !matches!(vocabulary::sub(&lower.text, reader.grades), Sub::Text(_) | Sub::Share),
                };
                if is_figure {
                    with_figures.insert(upper.text.as_str());
                }
            }
        }
        let counts_paid = |pair: &Pair| {
            let text = pair.lower.as_ref().map_or("", |lower| lower.text.as_str());
            let rest = vocabulary::leading(text).filter(|(is_paid, _)| *is_paid);
            rest.is_some_and(|(_, rest)| vocabulary::sub(rest, reader.grades) == Sub::Count)
        };
        Self {
            reader,
            has_groups,
            with_figures,
            tells_paid_count: pairs.iter().any(counts_paid),
            taken: Vec::new(),
            begun: Vec::new(),
            agencies: Vec::new(),
        }
    }

    fn of(&mut self, pair: &Pair) -> (Meaning, Source) {
        let alone = pair.lower.as_ref().or(pair.upper.as_ref());
        let text = alone.map_or("", |label| label.text.as_str());
        if let Some(plain) = vocabulary::plain(text) {
            return (self.plain(plain), Source::Vocabulary);
        }
        let decided = decided_column(self.reader, pair).cloned();
        let (group, is_group_decided) = pair.upper.as_ref().map_or((None, false), |upper| {
            let (group, is_decided) = group(self.reader, &upper.text);
            (Some(group), is_decided)
        });
        let source = if decided.is_some() || is_group_decided {
            Source::Layout
        } else {
            Source::Vocabulary
        };
        let meaning = match decided {
            Some(Means::Ignored) => Meaning::Ignored,
            Some(means) => self.decided(pair, group.as_ref(), &means),
            None => self.by_words(pair, group.as_ref(), is_group_decided),
        };
        match meaning {
            Meaning::Unknown { .. } => (meaning, Source::None),
            meaning => (meaning, source),
        }
    }

    /// A number, date, weekday, time or remark: the leftmost one.
    fn plain(&mut self, plain: Plain) -> Meaning {
        if self.taken.contains(&plain) {
            return Meaning::Ignored;
        }
        self.taken.push(plain);
        match plain {
            Plain::Number => Meaning::Number,
            Plain::Date => Meaning::Date,
            Plain::Weekday => Meaning::Weekday,
            Plain::Time => Meaning::Time,
            Plain::Remark => Meaning::Remark,
        }
    }

    /// A column of which somebody decided what it counts.
    fn decided(&mut self, pair: &Pair, group: Option<&GroupLabel>, means: &Means) -> Meaning {
        let of = group.and_then(|group| self.figures_of(pair, group));
        let (of, state) = of.unwrap_or((Of::Paid, State::Booked));
        match means {
            Means::Grade(grade) => Self::seats(of, state, Some(grade.clone())),
            Means::Count => Self::seats(of, state, None),
            Means::Won => won(of, state),
            Means::Agency(..) | Means::Paid | Means::Complimentary | Means::Ignored => Meaning::Ignored,
        }
    }

    fn by_words(&mut self, pair: &Pair, group: Option<&GroupLabel>, is_group_decided: bool) -> Meaning {
        let lower = pair.lower.as_ref().map(|label| label.text.as_str());
        if let Some((is_paid, state)) = lower.and_then(vocabulary::own_share)
            && self.reader.is_stage
        {
            let of = if is_paid { Of::Paid } else { Of::Complimentary };
            return Meaning::Share(of, state);
        }
        let upper_is_ignored = group == Some(&GroupLabel::Ignored)
            || !is_group_decided
                && pair
                    .upper
                    .as_ref()
                    .is_some_and(|upper| vocabulary::is_ignored(&upper.text));
        if upper_is_ignored || lower.is_some_and(vocabulary::is_ignored) {
            return Meaning::Ignored;
        }
        match group {
            Some(GroupLabel::Cast) => self.role(pair),
            Some(group) => match self.figures_of(pair, group) {
                Some((of, state)) => self.in_group(pair, of, state),
                None => Meaning::Unknown { within_group: false },
            },
            None => self.alone(pair),
        }
    }

    fn role(&self, pair: &Pair) -> Meaning {
        let label = pair.lower.as_ref().or(pair.upper.as_ref());
        match label {
            Some(label) if self.reader.is_stage => Meaning::Role(super::normal::shown(&label.written)),
            _ => Meaning::Ignored,
        }
    }

    /// Whose figures stand under a group; `None` when it is no group of figures.
    fn figures_of(&mut self, pair: &Pair, group: &GroupLabel) -> Option<(Of, State)> {
        match group {
            GroupLabel::Paid(state) => Some((Of::Paid, *state)),
            GroupLabel::Complimentary => Some((Of::Complimentary, State::Booked)),
            GroupLabel::All(state) => Some((Of::All, *state)),
            GroupLabel::Other { name, state } => {
                let upper = pair.upper.as_ref()?;
                let decided = self.decided_agency(upper);
                if decided.is_none() && !self.with_figures.contains(upper.text.as_str()) {
                    return None;
                }
                let code = decided.clone();
                let code = code
                    .or_else(|| AgencyCode::known(name))
                    .or_else(|| AgencyCode::of_name(name))?;
                self.note_agency(&code, upper, pair, decided.is_some());
                Some((Of::Agency(code), *state))
            }
            GroupLabel::Cast | GroupLabel::Ignored | GroupLabel::Strange => None,
        }
    }

    fn decided_agency(&self, upper: &Label) -> Option<AgencyCode> {
        let mut decisions = self.reader.decisions.iter();
        let decided = decisions.find_map(|decisions| decisions.of_group(self.reader.role, &upper.text));
        match decided {
            Some(Means::Agency(code, _)) => Some(code.clone()),
            _ => None,
        }
    }

    fn note_agency(&mut self, code: &AgencyCode, upper: &Label, pair: &Pair, is_decided: bool) {
        if self.agencies.iter().any(|agency| agency.code == *code) {
            return;
        }
        let group_row = pair.label_cell;
        self.agencies.push(NamedAgency {
            name: vocabulary::agency_name(code, &upper.written),
            is_known: is_decided || code.known_name().is_some(),
            label_cell: group_row,
            code: code.clone(),
        });
    }

    /// A column of a group.
    fn in_group(&mut self, pair: &Pair, of: Of, state: State) -> Meaning {
        let is_first = !self.begun.contains(&of);
        if is_first {
            self.begun.push(of.clone());
        }
        let is_count = is_first && matches!(of, Of::Complimentary | Of::All);
        if is_count && self.reader.role == Role::Days {
            return Meaning::Seats(of, state, None);
        }
        let sub = match (&pair.upper, &pair.lower) {
            (Some(upper), Some(lower)) => meaning_under(self.reader, upper, lower),
            _ => Sub::Count,
        };
        self.figure(of, state, sub)
    }

    fn figure(&self, of: Of, state: State, sub: Sub) -> Meaning {
        match sub {
            Sub::Count => Self::seats(of, state, None),
            Sub::Grade(grade) => Self::seats(of, state, Some(grade)),
            Sub::Won => won(of, state),
            Sub::Share if self.reader.is_stage && matches!(of, Of::Paid | Of::Complimentary) => {
                Meaning::Share(of, state)
            }
            Sub::Share => Meaning::Ignored,
            Sub::Text(_) if of == Of::All => Meaning::Ignored,
            Sub::Text(_) => Meaning::Unknown { within_group: true },
        }
    }

    fn seats(of: Of, state: State, grade: Option<Grade>) -> Meaning {
        if of == Of::All && grade.is_some() {
            Meaning::Ignored
        } else {
            Meaning::Seats(of, state, grade)
        }
    }

    /// A column without a group.
    fn alone(&self, pair: &Pair) -> Meaning {
        let Some(lower) = &pair.lower else {
            return Meaning::Unknown { within_group: false };
        };
        let text = lower.text.as_str();
        let grades = self.reader.grades;
        if let Some((is_paid, rest)) = vocabulary::leading(text)
            && !rest.is_empty()
        {
            let sub = vocabulary::sub(rest, grades);
            if !matches!(sub, Sub::Text(_)) {
                let of = if is_paid { Of::Paid } else { Of::Complimentary };
                return self.figure(of, State::Booked, sub);
            }
        }
        if !self.has_groups {
            match vocabulary::sub(text, grades) {
                Sub::Text(_) => {}
                Sub::Count if self.tells_paid_count => return Meaning::Seats(Of::All, State::Booked, None),
                sub => return self.figure(Of::Paid, State::Booked, sub),
            }
        }
        match vocabulary::group(text) {
            GroupLabel::Paid(state) => Meaning::Seats(Of::Paid, state, None),
            GroupLabel::Complimentary => Meaning::Seats(Of::Complimentary, State::Booked, None),
            GroupLabel::All(state) => Meaning::Seats(Of::All, state, None),
            GroupLabel::Cast => self.role(pair),
            GroupLabel::Ignored | GroupLabel::Strange | GroupLabel::Other { .. } => {
                Meaning::Unknown { within_group: false }
            }
        }
    }
}

/// The decision about a column itself.
fn decided_column<'a>(reader: &'a Reader<'_>, pair: &Pair) -> Option<&'a Means> {
    let upper = pair.upper.as_ref().map(|label| label.text.as_str());
    let lower = pair.lower.as_ref().map(|label| label.text.as_str());
    let found = reader
        .decisions
        .iter()
        .find_map(|decisions| decisions.about(reader.role, upper, lower))?;
    match found {
        Decided::Column(means) => Some(means),
        Decided::Group(_) => None,
    }
}

fn won(of: Of, state: State) -> Meaning {
    match of {
        Of::Complimentary | Of::All => Meaning::Ignored,
        Of::Paid | Of::Agency(_) => Meaning::Won(of, state),
    }
}

/// On sheets without a group for the cast, what stands between the time and the first figure are roles.
fn name_bare_roles(reader: &Reader<'_>, columns: &mut [Column]) {
    if !reader.is_stage || reader.role != Role::Performances {
        return;
    }
    let Some(time) = columns.iter().position(|column| column.meaning == Meaning::Time) else {
        return;
    };
    let figure = columns.iter().position(|column| column.meaning.is_figure());
    let end = figure.unwrap_or(time).max(time + 1);
    for column in &mut columns[time + 1..end] {
        if let (Meaning::Unknown { .. }, None, Some(lower)) = (&column.meaning, &column.upper, &column.lower) {
            column.meaning = Meaning::Role(super::normal::shown(lower));
            column.source = Source::Vocabulary;
        }
    }
}

/// Finds columns that hold what one further left holds as well.
fn find_same(columns: &mut [Column]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (place, column) in columns.iter_mut().enumerate() {
        if !column.meaning.is_figure() {
            continue;
        }
        // Meanings have no order and no hash of their own; their text is as good.
        let key = format!("{:?}", column.meaning);
        match first.get(&key) {
            Some(left) => column.same_as = Some(*left),
            None => {
                first.insert(key, place);
            }
        }
    }
}

//! What somebody decided that labels mean.

use std::collections::HashMap;

use super::{Role, State, normalised};
use crate::agency::AgencyCode;
use crate::grade::Grade;

/// What a label means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// A whole group is one agency, in this state or that of its label.
    Agency(AgencyCode, Option<State>),
    /// A whole group is that of all agencies.
    Paid,
    /// A whole group is that of seats given away.
    Complimentary,
    /// Seats of a grade.
    Grade(Grade),
    /// Seats in total.
    Count,
    /// Won.
    Won,
    /// Nothing that figures need.
    Ignored,
}

impl Means {
    /// The word in layouts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Agency(..) => "agency",
            Self::Paid => "paid",
            Self::Complimentary => "complimentary",
            Self::Grade(_) => "grade",
            Self::Count => "count",
            Self::Won => "won",
            Self::Ignored => "ignored",
        }
    }

    /// What a word of layouts means that needs no code beside it.
    pub fn plain(word: &str) -> Option<Self> {
        let plain = [Self::Paid, Self::Complimentary, Self::Count, Self::Won, Self::Ignored];
        plain.into_iter().find(|means| means.code() == word)
    }

    /// Whether it can be said of a whole group.
    pub fn is_of_groups(&self) -> bool {
        matches!(
            self,
            Self::Agency(..) | Self::Paid | Self::Complimentary | Self::Ignored
        )
    }

    /// Whether it can be said of a column.
    pub fn is_of_columns(&self) -> bool {
        matches!(self, Self::Grade(_) | Self::Count | Self::Won | Self::Ignored)
    }
}

/// A decision about one label, or about a pair of them. Columns may move freely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// On which kind of sheet.
    pub role: Role,
    /// The label of the group; `None` is any.
    pub upper: Option<String>,
    /// The label directly above the cells; `None` is any, so that the whole group is meant.
    pub lower: Option<String>,
    /// What it means.
    pub means: Means,
}

/// The decisions of one document, with the names of its sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    sheets: Vec<(Role, String)>,
    labels: HashMap<(Role, Option<String>, Option<String>), Means>,
}

/// The decision that holds for a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decided<'a> {
    /// About the column itself.
    Column(&'a Means),
    /// About its group only.
    Group(&'a Means),
}

impl Decisions {
    /// The decisions of a document, of which there is one at most about each pair of labels. Names and labels are compared
    /// normalised.
    pub(super) fn of(
        sheets: impl IntoIterator<Item = (Role, String)>,
        labels: impl IntoIterator<Item = Decision>,
    ) -> Self {
        let key = |label: Option<String>| label.as_deref().map(normalised);
        let sheets = sheets.into_iter().map(|(role, name)| (role, normalised(&name)));
        let labels = labels
            .into_iter()
            .map(|label| ((label.role, key(label.upper), key(label.lower)), label.means));
        Self {
            sheets: sheets.collect(),
            labels: labels.collect(),
        }
    }

    /// The normalised name of the sheet with this role.
    pub fn sheet(&self, role: Role) -> Option<&str> {
        let found = self.sheets.iter().find(|(other, _)| *other == role);
        found.map(|(_, name)| name.as_str())
    }

    /// The decision about a pair of normalised labels: of both, of the lower one, of the upper one.
    pub(super) fn about(&self, role: Role, upper: Option<&str>, lower: Option<&str>) -> Option<Decided<'_>> {
        if self.labels.is_empty() {
            return None;
        }
        let owned = |label: Option<&str>| label.map(str::to_owned);
        let known = |upper: Option<&str>, lower: Option<&str>| self.labels.get(&(role, owned(upper), owned(lower)));
        if let Some(lower) = lower {
            let both = upper.and_then(|upper| known(Some(upper), Some(lower)));
            if let Some(means) = both.or_else(|| known(None, Some(lower))) {
                return Some(Decided::Column(means));
            }
        }
        upper.and_then(|upper| known(Some(upper), None)).map(Decided::Group)
    }

    /// The decision about a whole group.
    pub(super) fn of_group(&self, role: Role, upper: &str) -> Option<&Means> {
        self.labels.get(&(role, Some(upper.to_owned()), None))
    }

    /// The agencies that it names.
    pub fn agencies(&self) -> impl Iterator<Item = &AgencyCode> {
        self.labels.values().filter_map(|means| match means {
            Means::Agency(code, _) => Some(code),
            _ => None,
        })
    }
}

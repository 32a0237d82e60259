//! Sums over productions: of those that know.

use super::super::exact::{Figure, divided, minus};
use super::super::world::Production;

/// What is known, added up; unknown when nothing is.
pub(super) fn sum(figures: impl IntoIterator<Item = Figure>) -> Figure {
    figures.into_iter().flatten().reduce(|sum, figure| sum + figure)
}

/// A figure of the productions that know it, added up.
pub(super) fn sum_of(productions: &[&Production], figure: impl Fn(&Production) -> Figure) -> Figure {
    sum(productions.iter().map(|production| figure(production)))
}

/// The others say nothing about how their sales compare with targets.
pub(super) fn having_targets<'a>(productions: &[&'a Production]) -> Vec<&'a Production> {
    let productions = productions.iter().copied();
    productions.filter(|production| production.has_targets()).collect()
}

/// Both sides of a ratio or difference of sums.
#[derive(Debug, Clone)]
pub(super) struct Sides {
    pub(super) one: Figure,
    pub(super) other: Figure,
}

impl Sides {
    /// Of the productions that know both.
    pub(super) fn of(
        productions: &[&Production],
        one: impl Fn(&Production) -> Figure,
        other: impl Fn(&Production) -> Figure,
    ) -> Self {
        let both = productions
            .iter()
            .filter_map(|production| one(production).zip(other(production)));
        let (ones, others): (Vec<_>, Vec<_>) = both.map(|(one, other)| (Some(one), Some(other))).unzip();
        Self {
            one: sum(ones),
            other: sum(others),
        }
    }

    pub(super) fn ratio(&self) -> Figure {
        divided(&self.one, &self.other)
    }

    pub(super) fn gap(&self) -> Figure {
        minus(&self.one, &self.other)
    }

    /// How much more the one is, in parts of the other.
    pub(super) fn change_ratio(&self) -> Figure {
        divided(&self.gap(), &self.other)
    }
}

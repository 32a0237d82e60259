//! Sums over several productions: of those that know their figure. A ratio or difference of sums takes those that know
//! both sides. Nothing is rounded before it is added up.

use rust_decimal::Decimal;

use super::{ReportedProduction, difference, ratio};
use crate::fraction::{Fraction, FractionSum};
use crate::production::Category;

/// The sum of what is known; unknown when nothing is.
pub(super) fn total(figures: impl IntoIterator<Item = Option<i64>>) -> Option<i64> {
    figures.into_iter().flatten().reduce(|sum, figure| sum + figure)
}

/// The sum of what is known, rounded once, to whole won; unknown when nothing is.
pub(super) fn rounded_total(figures: impl IntoIterator<Item = Option<Fraction>>) -> Option<i64> {
    let mut known = figures.into_iter().flatten().peekable();
    known.peek()?;
    Some(known.collect::<FractionSum>().round_whole())
}

/// A number of productions.
pub(super) fn count(members: impl Iterator) -> i64 {
    i64::try_from(members.count()).expect("memory holds fewer productions")
}

/// What becomes of the productions of each category that has some, in the order of categories.
pub(super) fn by_category<'f, F, T>(
    members: &'f [F],
    production: impl Fn(&F) -> &ReportedProduction,
    mut sum: impl FnMut(Vec<&'f F>) -> T,
) -> Vec<(Category, T)> {
    let of_category = |category: Category| {
        let members = members.iter().filter(|member| production(member).category == category);
        let members: Vec<_> = members.collect();
        (!members.is_empty()).then(|| (category, sum(members)))
    };
    Category::ALL.into_iter().filter_map(of_category).collect()
}

/// Two sums over the productions that know both figures; nothing when none does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sides(Option<(i64, i64)>);

impl Sides {
    /// First side ÷ second.
    pub(super) fn ratio(self) -> Option<Decimal> {
        let (part, whole) = self.0?;
        ratio(Some(part), Some(whole))
    }

    /// First side − second.
    pub(super) fn difference(self) -> Option<i64> {
        let (left, right) = self.0?;
        difference(Some(left), Some(right))
    }

    /// The first side against the second, of which it is the successor: difference ÷ second side.
    pub(super) fn change_ratio(self) -> Option<Decimal> {
        let (_, before) = self.0?;
        ratio(self.difference(), Some(before))
    }

    /// With what a later period adds; one that nobody knows adds nothing.
    pub(super) fn plus(self, other: Self) -> Self {
        let sides = [self, other].into_iter().filter_map(|sides| sides.0);
        Self(sides.reduce(|one, two| (one.0 + two.0, one.1 + two.1)))
    }
}

impl FromIterator<(Option<i64>, Option<i64>)> for Sides {
    fn from_iter<I: IntoIterator<Item = (Option<i64>, Option<i64>)>>(figures: I) -> Self {
        let known = figures.into_iter().filter_map(|(one, two)| one.zip(two));
        known.fold(Self::default(), |sides, member| sides.plus(Self(Some(member))))
    }
}

/// Sales of one production in a period against its targets, as a sum over productions takes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attained {
    /// Sales; unknown where the production does not know the period.
    pub(super) revenue_krw: Option<i64>,
    /// Targets of all days of the period.
    pub(super) target_krw: i64,
    /// Targets of its days up to the record date; unknown where the production does not know the period.
    pub(super) due_target_krw: Option<i64>,
    /// Whether there is a daily target above 0, in or out of the period. Sales without are in no ratio or difference
    /// against targets.
    pub(super) has_targets: bool,
}

/// Sales of several productions in a period against their targets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct AttainedSum {
    /// How many productions.
    pub(super) productions: i64,
    /// How many of them have a due target, and so know the period.
    pub(super) counted: i64,
    /// Sales of those that know them.
    pub(super) revenue_krw: Option<i64>,
    /// Targets of all.
    pub(super) target_krw: Option<i64>,
    /// Due targets of those that know them.
    pub(super) due_target_krw: Option<i64>,
    /// Sales and targets.
    pub(super) attained: Sides,
    /// Sales and due targets.
    pub(super) due: Sides,
}

impl FromIterator<Attained> for AttainedSum {
    fn from_iter<I: IntoIterator<Item = Attained>>(members: I) -> Self {
        members.into_iter().fold(Self::default(), |sum, member| {
            let revenue_krw = member.revenue_krw.filter(|_| member.has_targets);
            let sides = |target_krw| [(revenue_krw, target_krw)].into_iter().collect();
            Self {
                productions: sum.productions + 1,
                counted: sum.counted + i64::from(member.due_target_krw.is_some()),
                revenue_krw: total([sum.revenue_krw, member.revenue_krw]),
                target_krw: total([sum.target_krw, Some(member.target_krw)]),
                due_target_krw: total([sum.due_target_krw, member.due_target_krw]),
                attained: sum.attained.plus(sides(Some(member.target_krw))),
                due: sum.due.plus(sides(member.due_target_krw)),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    #[test]
    fn a_sum_is_that_of_those_that_know() {
        assert_eq!(total([Some(1), None, Some(2)]), Some(3));
        assert_eq!(total([None, None]), None);
        assert_eq!(total([]), None);
    }

    #[test]
    fn a_ratio_of_sums_takes_those_that_know_both_sides() {
        let sides: Sides = [
            (Some(30), Some(40)),
            (Some(1_000), None),
            (None, Some(1_000)),
            (Some(20), Some(60)),
        ]
        .into_iter()
        .collect();
        assert_eq!((sides.ratio(), sides.difference()), (Some(decimal("0.5")), Some(-50)));
        assert_eq!(sides.change_ratio(), Some(decimal("-0.5")));
        let unknown: Sides = [(Some(1), None), (None, Some(1))].into_iter().collect();
        assert_eq!((unknown.ratio(), unknown.difference()), (None, None));
        assert_eq!((unknown.plus(sides), sides.plus(unknown)), (sides, sides));
        let against_nothing: Sides = [(Some(5), Some(0))].into_iter().collect();
        assert_eq!((against_nothing.ratio(), against_nothing.difference()), (None, Some(5)));
    }

    fn attained(revenue_krw: Option<i64>, target_krw: i64, due_target_krw: Option<i64>) -> Attained {
        Attained {
            revenue_krw,
            target_krw,
            due_target_krw,
            has_targets: true,
        }
    }

    #[test]
    fn sales_without_targets_are_in_the_sum_and_in_no_ratio() {
        let members = [
            attained(Some(50), 100, Some(40)),
            // Has targets, though none in this period.
            attained(Some(10), 0, Some(0)),
            Attained {
                has_targets: false,
                ..attained(Some(1_000), 0, Some(0))
            },
            attained(None, 300, None),
        ];
        let sum: AttainedSum = members.into_iter().collect();
        assert_eq!((sum.productions, sum.counted), (4, 3));
        assert_eq!(
            (sum.revenue_krw, sum.target_krw, sum.due_target_krw),
            (Some(1_060), Some(400), Some(40))
        );
        assert_eq!(
            (sum.attained.ratio(), sum.attained.difference()),
            (Some(decimal("0.6")), Some(-40))
        );
        assert_eq!(sum.due.ratio(), Some(decimal("1.5")));
    }

    #[test]
    fn categories_are_those_that_have_a_production() {
        let mut play = production(None);
        play.category = Category::Play;
        let members = [play, production(None), production(None)];
        let counted = by_category(&members, |member| member, |members| members.len());
        assert_eq!(counted, [(Category::Musical, 2), (Category::Play, 1)]);
        assert_eq!(by_category(&[], |member| member, |members| members.len()), []);
    }
}

//! Where buyers live.

use super::{Class, Covered, Figures, OnBuyers};
use crate::buyers::Dimension;

/// `buyers/regions` of one level.
#[derive(Debug)]
pub struct BuyersRegions;

/// Which regions are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Of the country.
    #[default]
    Country,
    /// Districts of Seoul.
    Seoul,
    /// Cities of Gyeonggi.
    Gyeonggi,
}

impl Level {
    fn dimensions(self) -> &'static [Dimension; 1] {
        match self {
            Self::Country => &[Dimension::Region],
            Self::Seoul => &[Dimension::Seoul],
            Self::Gyeonggi => &[Dimension::Gyeonggi],
        }
    }
}

impl OnBuyers for BuyersRegions {
    const NAME: &'static str = "buyers/regions";
    type Parameters = Level;
    type Row = Row;

    fn dimensions(level: &Self::Parameters) -> &'static [Dimension] {
        level.dimensions()
    }

    fn row(figures: &Figures, level: &Self::Parameters) -> Row {
        let [dimension] = *level.dimensions();
        Row {
            covered: figures.covered(dimension),
            regions: figures.classes(dimension),
        }
    }
}

/// One production's regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production, and how much of its sales is told.
    pub covered: Covered,
    /// As in the sheet; their won are not known.
    pub regions: Vec<Class>,
}

#[cfg(test)]
mod tests {
    use super::super::super::report::Report;
    use super::super::super::tests::{day, decimal};
    use super::super::tests::{class, figures};
    use super::*;

    #[test]
    fn regions_are_those_of_the_level_that_is_asked_for() {
        let figures = || {
            figures(
                10,
                vec![
                    class(Dimension::Region, "서울", 1, 9),
                    class(Dimension::Seoul, "마포구", 1, 2),
                    class(Dimension::Gyeonggi, "수원시", 1, 1),
                ],
            )
        };
        for (level, region, covered) in [
            (Level::Country, "서울", "0.9"),
            (Level::Seoul, "마포구", "0.2"),
            (Level::Gyeonggi, "수원시", "0.1"),
        ] {
            assert_eq!(BuyersRegions::window(day("2026-11-20"), &level), level.dimensions());
            let rows = BuyersRegions::answer(vec![figures()], day("2026-11-20"), &level);
            assert_eq!(rows[0].regions[0].item, region);
            assert_eq!(rows[0].covered.covered_ratio, Some(decimal(covered)));
        }
    }
}

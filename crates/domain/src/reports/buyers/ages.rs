//! How old buyers are, men and women apart.

use rust_decimal::Decimal;

use super::super::ratio;
use super::{Covered, Figures, OnBuyers, seats};
use crate::buyers::{Dimension, Gender};

/// `buyers/ages`.
#[derive(Debug)]
pub struct BuyersAges;

impl OnBuyers for BuyersAges {
    const NAME: &'static str = "buyers/ages";
    type Parameters = ();
    type Row = Row;

    fn dimensions((): &Self::Parameters) -> &'static [Dimension] {
        &[Dimension::AgeGender]
    }

    fn row(figures: &Figures, (): &Self::Parameters) -> Row {
        row(figures)
    }
}

/// One production's age groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production, and how much of its sales is told.
    pub covered: Covered,
    /// As in the sheet.
    pub ages: Vec<Age>,
}

/// One age group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    /// What it is called, as written.
    pub age_group: String,
    /// Seats of men.
    pub male_seats: i64,
    /// Seats of women.
    pub female_seats: i64,
    /// Seats of buyers whose gender is not known.
    pub unknown_seats: i64,
    /// All together.
    pub seats: i64,
    /// Seats ÷ those of all groups.
    pub seat_ratio: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: &Figures) -> Row {
    let classes = figures.of(Dimension::AgeGender);
    let all = seats(&classes);
    let group = |group: &[&crate::buyers::Breakdown]| {
        let of = |gender| {
            let of_gender = group.iter().filter(|class| class.gender == Some(gender));
            of_gender.map(|class| class.seats).sum()
        };
        Age {
            age_group: group[0].item.clone(),
            male_seats: of(Gender::Male),
            female_seats: of(Gender::Female),
            unknown_seats: of(Gender::Unknown),
            seats: seats(group),
            seat_ratio: ratio(Some(seats(group)), Some(all)),
        }
    };
    let groups = classes.chunk_by(|one, other| one.position == other.position);
    Row {
        covered: figures.covered(Dimension::AgeGender),
        ages: groups.map(group).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::decimal;
    use super::super::tests::{class, figures};
    use super::*;
    use crate::buyers::Breakdown;

    #[test]
    fn the_genders_of_an_age_group_are_one_row() {
        let of = |item, position, gender, seats| Breakdown {
            gender: Some(gender),
            ..class(Dimension::AgeGender, item, position, seats)
        };
        let row = row(&figures(
            40,
            vec![
                of("30대", 2, Gender::Male, 10),
                of("20대", 1, Gender::Unknown, 2),
                of("20대", 1, Gender::Male, 3),
                of("20대", 1, Gender::Female, 5),
            ],
        ));
        let twenties = Age {
            age_group: "20대".to_owned(),
            male_seats: 3,
            female_seats: 5,
            unknown_seats: 2,
            seats: 10,
            seat_ratio: Some(decimal("0.5")),
        };
        assert_eq!(row.ages[0], twenties);
        assert_eq!((row.ages[1].male_seats, row.ages[1].female_seats), (10, 0));
        assert_eq!(row.covered.covered_ratio, Some(decimal("0.5")));
    }
}

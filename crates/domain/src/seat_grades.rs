//! The seats that a house offers, by grade: what they are called, what they cost, how many there are.

use std::collections::BTreeSet;

use crate::grade::{Grade, SeatsByGrade};
use crate::limits::{MAX_GRADE_SEATS, MAX_NAME_CHARS, MAX_PRICE_KRW, MAX_SEAT_GRADES};
use crate::validation::{Breaches, Field, Place, Rule, clean_line};

/// One grade of a production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatGrade {
    /// Which.
    pub grade: Grade,
    /// What people call it, where that is another word than its code.
    pub label: Option<String>,
    /// Price of a seat without discount.
    pub price_krw: Option<i64>,
    /// Seats of one performance.
    pub seats: Option<i64>,
}

impl SeatGrade {
    /// A grade of which nothing else is known.
    pub fn new(grade: Grade) -> Self {
        Self {
            grade,
            label: None,
            price_krw: None,
            seats: None,
        }
    }
}

/// The grades of a production in the order in which they are shown, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeatGrades(pub Vec<SeatGrade>);

impl SeatGrades {
    /// The seats of one performance by grade, of the grades that tell them; `None` where none does.
    pub fn inventory(&self) -> Option<SeatsByGrade> {
        let told = self.0.iter().filter_map(|of| Some((of.grade.clone(), of.seats?)));
        let inventory: SeatsByGrade = told.collect();
        (!inventory.is_empty()).then_some(inventory)
    }

    /// The same grades with these seats: those of the others are not known any more. Grades that were not there come last.
    #[must_use]
    pub fn with_inventory(mut self, inventory: Option<&SeatsByGrade>) -> Self {
        for of in &mut self.0 {
            of.seats = inventory.and_then(|seats| seats.get(&of.grade).copied());
        }
        for (grade, seats) in inventory.into_iter().flatten() {
            if self.of(grade).is_none() {
                self.0.push(SeatGrade {
                    seats: Some(*seats),
                    ..SeatGrade::new(grade.clone())
                });
            }
        }
        self
    }

    /// What is known of a grade.
    pub fn of(&self, grade: &Grade) -> Option<&SeatGrade> {
        self.0.iter().find(|of| of.grade == *grade)
    }

    /// Trims the labels and notes every rule that is broken.
    pub(crate) fn check(&mut self, breaches: &mut Breaches) {
        let few = self.0.len() <= MAX_SEAT_GRADES;
        breaches.require(few, Field::SeatGrades, Rule::TooMany(MAX_SEAT_GRADES));
        let mut known = BTreeSet::new();
        for (index, of) in self.0.iter_mut().enumerate() {
            let at = |field| Place::item(Field::SeatGrades, index).field(field);
            let is_first = known.insert(of.grade.clone());
            breaches.require(is_first, at(Field::Grade), Rule::Duplicate);
            if let Some(label) = of.label.take() {
                of.label = breaches
                    .take(at(Field::Label), clean_line(&label, MAX_NAME_CHARS))
                    .flatten();
            }
            for (field, figure, most) in [
                (Field::Price, of.price_krw, MAX_PRICE_KRW),
                (Field::Seats, of.seats, MAX_GRADE_SEATS),
            ] {
                let fits = figure.is_none_or(|figure| (0..=most).contains(&figure));
                breaches.require(fits, at(field), Rule::OutOfRange(0, most));
            }
        }
    }
}

/// Whether an inventory keeps the rules that hold for the seats of grades.
pub(crate) fn inventory_fits(inventory: &SeatsByGrade) -> bool {
    inventory.len() <= MAX_SEAT_GRADES && inventory.values().all(|seats| (0..=MAX_GRADE_SEATS).contains(seats))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::Breach;

    fn grade(code: &str, price_krw: Option<i64>, seats: Option<i64>) -> SeatGrade {
        SeatGrade {
            price_krw,
            seats,
            ..SeatGrade::new(code.parse().unwrap())
        }
    }

    fn seats(of: &[(&str, i64)]) -> SeatsByGrade {
        of.iter()
            .map(|(grade, seats)| (grade.parse().unwrap(), *seats))
            .collect()
    }

    #[test]
    fn the_inventory_is_of_those_that_tell_their_seats() {
        let grades = SeatGrades(vec![
            grade("s", Some(88_000), Some(40)),
            grade("vip", Some(132_000), None),
            grade("r", None, Some(60)),
        ]);
        assert_eq!(grades.inventory(), Some(seats(&[("r", 60), ("s", 40)])));
        assert_eq!(SeatGrades(vec![grade("vip", Some(1), None)]).inventory(), None);
    }

    #[test]
    fn an_inventory_sets_the_seats_of_its_grades_and_clears_those_of_the_others() {
        let grades = SeatGrades(vec![
            grade("s", Some(88_000), Some(40)),
            grade("r", Some(110_000), None),
        ]);
        let changed = grades.with_inventory(Some(&seats(&[("r", 60), ("b", 5)])));
        let expected = [
            grade("s", Some(88_000), None),
            grade("r", Some(110_000), Some(60)),
            grade("b", None, Some(5)),
        ];
        assert_eq!(changed.0, expected);
        assert_eq!(changed.with_inventory(None).inventory(), None);
    }

    #[test]
    fn every_rule_of_a_grade_is_told_at_its_place() {
        let mut grades = SeatGrades(vec![
            SeatGrade {
                label: Some(" 테라스 ".to_owned()),
                ..grade("r", Some(0), Some(0))
            },
            SeatGrade {
                label: Some("두\n줄".to_owned()),
                ..grade("r", Some(MAX_PRICE_KRW + 1), Some(MAX_GRADE_SEATS + 1))
            },
        ]);
        let mut breaches = Breaches::default();
        grades.check(&mut breaches);
        let at = |field| Place::item(Field::SeatGrades, 1).field(field);
        let expected = [
            Breach::new(at(Field::Grade), Rule::Duplicate),
            Breach::new(at(Field::Label), Rule::LineBreak),
            Breach::new(at(Field::Price), Rule::OutOfRange(0, MAX_PRICE_KRW)),
            Breach::new(at(Field::Seats), Rule::OutOfRange(0, MAX_GRADE_SEATS)),
        ];
        assert_eq!(breaches.into_result(), Err(expected.to_vec()));
        assert_eq!(grades.0[0].label.as_deref(), Some("테라스"));
    }

    #[test]
    fn there_are_at_most_fifty_grades() {
        let many = |count: usize| SeatGrades((0..count).map(|of| grade(&format!("g{of}"), None, None)).collect());
        let breaches = |mut grades: SeatGrades| {
            let mut breaches = Breaches::default();
            grades.check(&mut breaches);
            breaches.into_result()
        };
        assert_eq!(breaches(many(50)), Ok(()));
        assert_eq!(
            breaches(many(51)),
            Err(vec![Breach::new(Field::SeatGrades, Rule::TooMany(50))])
        );
    }
}

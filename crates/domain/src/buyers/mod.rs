//! Who bought and how: what the closing report on buyers (판매 리포트) says.
//!
//! Its figures are totals of the run up to the record date, by one dimension at a time. Only classes are counted; no person
//! is known.

mod vocabulary;

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::agency::AgencyCode;
pub use vocabulary::{BreakdownColumn, is_title, list_label, section_of};

/// What buyers are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// By agency and discount (할인권종).
    Discount,
    /// By age group (연령대), men and women apart.
    AgeGender,
    /// By means of payment (결제수단).
    Payment,
    /// By card company (카드사).
    Card,
    /// By channel of sale (판매경로).
    Channel,
    /// By region of the country (지역).
    Region,
    /// By district of Seoul.
    Seoul,
    /// By city of Gyeonggi.
    Gyeonggi,
}

impl Dimension {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Discount,
        Self::AgeGender,
        Self::Payment,
        Self::Card,
        Self::Channel,
        Self::Region,
        Self::Seoul,
        Self::Gyeonggi,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Discount => "discount",
            Self::AgeGender => "age_gender",
            Self::Payment => "payment",
            Self::Card => "card",
            Self::Channel => "channel",
            Self::Region => "region",
            Self::Seoul => "seoul",
            Self::Gyeonggi => "gyeonggi",
        }
    }

    /// Whether its lists say won.
    pub fn has_won(self) -> bool {
        !matches!(self, Self::AgeGender | Self::Region | Self::Seoul | Self::Gyeonggi)
    }
}

/// A text that is no dimension.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a dimension of buyers")]
pub struct InvalidDimension;

impl FromStr for Dimension {
    type Err = InvalidDimension;

    fn from_str(code: &str) -> Result<Self, InvalidDimension> {
        let mut all = Self::ALL.into_iter();
        all.find(|dimension| dimension.code() == code).ok_or(InvalidDimension)
    }
}

/// Men, women, and those of whom nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Men (남).
    Male,
    /// Women (녀).
    Female,
    /// Not known (성별모름).
    Unknown,
}

impl Gender {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Male, Self::Female, Self::Unknown];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
            Self::Unknown => "unknown",
        }
    }
}

/// A text that is no gender.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a gender is male, female or unknown")]
pub struct InvalidGender;

impl FromStr for Gender {
    type Err = InvalidGender;

    fn from_str(code: &str) -> Result<Self, InvalidGender> {
        let mut all = Self::ALL.into_iter();
        all.find(|gender| gender.code() == code).ok_or(InvalidGender)
    }
}

/// An agency as a report on buyers names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SellingAgency {
    /// Its code.
    pub code: AgencyCode,
    /// Its name: what everybody calls it, or else as it was first written.
    pub name: String,
}

impl fmt::Display for SellingAgency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// What one class of buyers bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// What the class is one of.
    pub dimension: Dimension,
    /// Who sold the seats; `None` where the dimension does not tell agencies.
    pub agency: Option<SellingAgency>,
    /// What the class is called, as written.
    pub item: String,
    /// Of age groups; `None` of others.
    pub gender: Option<Gender>,
    /// Its place among those of its dimension, as in the sheet, from 1. All genders of an age group have the same.
    pub position: i32,
    /// Seats.
    pub seats: i64,
    /// Won; `None` where the sheet has none.
    pub revenue_krw: Option<i64>,
}

/// Sums of one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyersFacts {
    /// Which.
    pub dimension: Dimension,
    /// Number of classes.
    pub rows: i64,
    /// Seats.
    pub seats: i64,
    /// Won; `None` where the sheet has none.
    pub revenue_krw: Option<i64>,
}

/// The sums of each dimension that has a class, in their order.
pub fn facts(breakdowns: &[Breakdown]) -> Vec<BuyersFacts> {
    let of = |dimension| {
        let rows = || breakdowns.iter().filter(move |row| row.dimension == dimension);
        let classes = rows().map(|row| row.position).max()?;
        Some(BuyersFacts {
            dimension,
            rows: i64::from(classes),
            seats: rows().map(|row| row.seats).sum(),
            revenue_krw: rows().map(|row| row.revenue_krw).sum(),
        })
    };
    Dimension::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(dimension: Dimension, item: &str, gender: Option<Gender>, position: i32, seats: i64) -> Breakdown {
        Breakdown {
            dimension,
            agency: None,
            item: item.to_owned(),
            gender,
            position,
            seats,
            revenue_krw: dimension.has_won().then_some(seats * 1_000),
        }
    }

    #[test]
    fn codes_are_written_and_read_alike() {
        for dimension in Dimension::ALL {
            assert_eq!(dimension.code().parse(), Ok(dimension));
        }
        for gender in Gender::ALL {
            assert_eq!(gender.code().parse(), Ok(gender));
        }
        assert!("grade".parse::<Dimension>().is_err());
        assert!("".parse::<Gender>().is_err());
    }

    #[test]
    fn an_age_group_is_one_class_however_many_genders_it_has() {
        let rows = [
            row(Dimension::Channel, "PC", None, 1, 5),
            row(Dimension::AgeGender, "20대", Some(Gender::Male), 1, 2),
            row(Dimension::AgeGender, "20대", Some(Gender::Female), 1, 3),
            row(Dimension::AgeGender, "30대", Some(Gender::Male), 2, 4),
        ];
        let facts = facts(&rows);
        let told: Vec<_> = facts
            .iter()
            .map(|of| (of.dimension, of.rows, of.seats, of.revenue_krw))
            .collect();
        let expected = [
            (Dimension::AgeGender, 2, 9, None),
            (Dimension::Channel, 1, 5, Some(5_000)),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn of_no_class_nothing_is_told() {
        assert_eq!(facts(&[]), []);
    }
}

//! Seat grades.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

/// A seat grade. The order is that of reports: the usual grades, then others by their code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// VIP seats.
    Vip,
    /// R seats.
    R,
    /// S seats.
    S,
    /// A seats.
    A,
    /// B seats.
    B,
    /// R seats with a restricted view.
    BadR,
    /// S seats with a restricted view.
    BadS,
    /// A seats with a restricted view.
    BadA,
    /// Seats for wheelchairs and those who come along.
    Accessible,
    /// Any other code, kept as it is.
    Other(GradeCode),
}

/// The code of an unusual grade: 1 to 32 lower-case letters (of any script), digits, `-`, `_`, `.`. Clones share
/// it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GradeCode(Arc<str>);

/// Seats per grade, in the order of reports.
pub type SeatsByGrade = BTreeMap<Grade, i64>;

/// A text that cannot be the code of a grade.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a grade is 1 to 32 letters, digits, '-', '_' or '.'")]
pub struct InvalidGrade;

impl Grade {
    const USUAL: [(&'static str, Self); 9] = [
        ("vip", Self::Vip),
        ("r", Self::R),
        ("s", Self::S),
        ("a", Self::A),
        ("b", Self::B),
        ("bad_r", Self::BadR),
        ("bad_s", Self::BadS),
        ("bad_a", Self::BadA),
        ("accessible", Self::Accessible),
    ];

    /// The grade at the end of a workbook marker: `bada`, `badr`, `bads` and `disable` have names of their own there.
    pub fn from_marker(suffix: &str) -> Result<Self, InvalidGrade> {
        match suffix.to_lowercase().as_str() {
            "badr" => Ok(Self::BadR),
            "bads" => Ok(Self::BadS),
            "bada" => Ok(Self::BadA),
            "disable" => Ok(Self::Accessible),
            other => other.parse(),
        }
    }

    /// The ending of this grade's workbook marker.
    pub fn marker(&self) -> &str {
        match self {
            Self::BadR => "badr",
            Self::BadS => "bads",
            Self::BadA => "bada",
            Self::Accessible => "disable",
            other => other.code(),
        }
    }

    /// The code of this grade in answers and in the database.
    pub fn code(&self) -> &str {
        match self {
            Self::Other(code) => &code.0,
            usual => {
                Self::USUAL
                    .iter()
                    .find(|(_, grade)| grade == usual)
                    .expect("each grade but `Other` is in the table")
                    .0
            }
        }
    }
}

impl FromStr for Grade {
    type Err = InvalidGrade;

    fn from_str(code: &str) -> Result<Self, InvalidGrade> {
        let code = code.to_lowercase();
        if let Some((_, grade)) = Self::USUAL.iter().find(|(usual, _)| *usual == code) {
            return Ok(grade.clone());
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let fits = !code.is_empty() && code.chars().count() <= 32 && code.chars().all(allowed);
        if fits {
            Ok(Self::Other(GradeCode(code.into())))
        } else {
            Err(InvalidGrade)
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_markers_lead_back_to_their_grade() {
        for (code, grade) in Grade::USUAL {
            assert_eq!(code.parse::<Grade>().unwrap(), grade);
            assert_eq!(Grade::from_marker(grade.marker()).unwrap(), grade);
        }
        assert_eq!(Grade::from_marker("BadR").unwrap(), Grade::BadR);
    }

    #[test]
    fn other_codes_are_kept_and_come_last() {
        let standing: Grade = "스탠딩".parse().unwrap();
        assert_eq!(standing.code(), "스탠딩");
        assert!(standing > Grade::Accessible);
        assert!("".parse::<Grade>().is_err());
        assert!("a b".parse::<Grade>().is_err());
    }
}

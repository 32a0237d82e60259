//! Seat grades as a workbook and as the API name them.

/// A grade with its three names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grade {
    /// In answers: `bad_s`, `accessible`.
    pub code: String,
    /// At the end of a marker: `bads`, `disable`.
    pub marker: String,
    /// In the header: `시야제한S`, `휠체어석`.
    pub label: String,
}

/// A grade of a house.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GradeSeats {
    pub grade: Grade,
    /// Seats of this grade in one performance.
    pub seats: i64,
    /// Price without discount.
    pub price_krw: i64,
}

impl Grade {
    /// The grade whose marker ends like this; unknown ones are called alike everywhere.
    pub(super) fn of_marker(marker: &str) -> Self {
        let (code, label) = match marker {
            "badr" => ("bad_r", "시야제한R".to_owned()),
            "bads" => ("bad_s", "시야제한S".to_owned()),
            "bada" => ("bad_a", "시야제한A".to_owned()),
            "disable" => ("accessible", "휠체어석".to_owned()),
            other => (other, other.to_uppercase()),
        };
        Self {
            code: code.to_owned(),
            marker: marker.to_owned(),
            label,
        }
    }
}

/// Grades of a house of this size: marker, share of the seats in per mille, price in won. The last takes the rest.
pub(super) fn house(seats: i64, grades: &[(&str, i64, i64)]) -> Vec<GradeSeats> {
    let mut left = seats;
    let last = grades.len().saturating_sub(1);
    let mut house = Vec::with_capacity(grades.len());
    for (index, (marker, per_mille, price_krw)) in grades.iter().enumerate() {
        let seats = if index == last {
            left
        } else {
            (seats * per_mille / 1_000).min(left)
        };
        left -= seats;
        house.push(GradeSeats {
            grade: Grade::of_marker(marker),
            seats,
            price_krw: *price_krw,
        });
    }
    house
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grades_fill_the_house() {
        let house = house(333, &[("vip", 333, 3), ("r", 333, 2), ("disable", 10, 1)]);
        assert_eq!(house.iter().map(|grade| grade.seats).sum::<i64>(), 333);
        assert_eq!(house[2].grade.code, "accessible");
        assert_eq!(house[0].grade.label, "VIP");
    }
}

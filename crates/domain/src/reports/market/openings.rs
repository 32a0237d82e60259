//! Who opens when, and which of one's productions play then.

use chrono::NaiveDate;

use super::Asked;
use crate::calendar::{DateRange, OpenRange};
use crate::market::{ATTRIBUTION, Genre, Show, Standing};
use crate::production::ProductionCode;
use crate::reports::report::{Covers, Report};

/// `market/openings`.
#[derive(Debug)]
pub struct MarketOpenings;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameters {
    /// Of which first days.
    pub days: Asked,
    /// Of which genre; `None`: of all.
    pub genre: Option<Genre>,
}

impl Report for MarketOpenings {
    const NAME: &'static str = "market/openings";
    const COVERS: Covers = Covers::All;
    const SOURCE: Option<&'static str> = Some(ATTRIBUTION);
    type Parameters = Parameters;
    type Window = Option<DateRange>;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, parameters: &Self::Parameters) -> Self::Window {
        parameters.days.after(as_of)
    }

    fn answer(figures: Self::Figures, _: NaiveDate, parameters: &Self::Parameters) -> Self::Answer {
        answer(figures, parameters.genre.as_ref())
    }
}

/// An active production that the caller sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its code.
    pub code: ProductionCode,
    /// Its genre.
    pub genre: Genre,
    /// When it plays, as far as that is known.
    pub run: OpenRange,
}

/// A show that opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The show.
    pub show: Show,
    /// The production that it is, where the caller sees it.
    pub production_code: Option<ProductionCode>,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How the market stands.
    pub standing: Standing,
    /// Shows whose first day is in the range.
    pub openings: Vec<Opening>,
    /// By code.
    pub own: Vec<Beside>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How the market stands.
    pub standing: Standing,
    /// By first day, then name.
    pub items: Vec<Row>,
}

/// One show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The show, and which production it is.
    pub opening: Opening,
    /// Codes of productions of its genre that play in the same days.
    pub beside: Vec<String>,
}

/// The answer from these figures.
pub fn answer(figures: Figures, genre: Option<&Genre>) -> Answer {
    let Figures {
        standing,
        openings,
        own,
    } = figures;
    let mut items: Vec<Row> = openings
        .into_iter()
        .filter(|opening| genre.is_none_or(|wanted| *wanted == opening.show.genre))
        .map(|opening| Row {
            beside: beside(&opening.show, &own),
            opening,
        })
        .collect();
    items.sort_by(|a, b| {
        let key = |row: &Row| {
            let show = &row.opening.show;
            (show.from, show.name.clone(), show.kopis_id.clone())
        };
        key(a).cmp(&key(b))
    });
    Answer { standing, items }
}

fn beside(show: &Show, own: &[Beside]) -> Vec<String> {
    let Some(days) = DateRange::new(show.from, show.to) else {
        return Vec::new();
    };
    // Of a production without any day nobody knows when it plays.
    let plays = |one: &&Beside| one.run != OpenRange::default() && one.run.touches(days);
    own.iter()
        .filter(|one| one.genre == show.genre)
        .filter(plays)
        .map(|one| one.code.as_str().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::day;
    use super::*;

    fn opening(id: &str, name: &str, genre: &str, from: &str, to: &str) -> Opening {
        Opening {
            show: Show {
                kopis_id: id.parse().unwrap(),
                name: name.to_owned(),
                genre: Genre::known(genre).unwrap(),
                place: None,
                area: None,
                from: day(from),
                to: day(to),
                open_run: false,
            },
            production_code: None,
        }
    }

    fn own(code: &str, first: Option<&str>, last: Option<&str>) -> Beside {
        Beside {
            code: code.parse().unwrap(),
            genre: Genre::known("GGGA").unwrap(),
            run: OpenRange {
                from: first.map(day),
                to: last.map(day),
            },
        }
    }

    #[test]
    fn shows_come_by_first_day_and_name_with_what_plays_beside_them() {
        let figures = Figures {
            standing: Standing::default(),
            openings: vec![
                opening("PF3", "나", "GGGA", "2026-12-05", "2026-12-20"),
                opening("PF2", "가", "GGGA", "2026-12-05", "2026-12-20"),
                opening("PF1", "다", "AAAA", "2026-12-01", "2026-12-31"),
            ],
            own: vec![
                own("A1", Some("2026-11-01"), Some("2026-12-04")),
                own("B1", Some("2026-12-20"), None),
                own("C1", None, None),
            ],
        };
        let answer = answer(figures, None);
        let told: Vec<_> = answer
            .items
            .iter()
            .map(|row| (row.opening.show.kopis_id.as_str(), row.beside.clone()))
            .collect();
        assert_eq!(
            told,
            [
                ("PF1", vec![]),
                ("PF2", vec!["B1".to_owned()]),
                ("PF3", vec!["B1".to_owned()])
            ]
        );
    }
}

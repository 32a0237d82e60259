//! Which of KOPIS's shows a production may be. Only people decide that it is one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::{Genre, Show};
use crate::calendar::DateRange;
use crate::fraction::Fraction;

/// As many are suggested at most.
pub const MAX_SUGGESTIONS: usize = 10;
/// Weights of name, place, period and genre, in tenths.
const WEIGHTS: [i64; 4] = [5, 2, 2, 1];
/// Below this, in tenths, nothing is suggested.
const LEAST: i64 = 4;

/// What is known of a production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Its name.
    pub name: String,
    /// Where it plays.
    pub place: Option<String>,
    /// When it plays.
    pub run: Option<DateRange>,
    /// Its genre.
    pub genre: Genre,
}

/// What speaks for a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// Both names.
    Name,
    /// Both places.
    Place,
    /// Both runs.
    Period,
    /// Both genres.
    Genre,
}

impl Criterion {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "place",
            Self::Period => "period",
            Self::Genre => "genre",
        }
    }
}

/// How much one of them speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub what: Criterion,
    /// 0 to 1.
    pub score: Decimal,
    /// What the production has.
    pub own: Option<String>,
    /// What the show has.
    pub theirs: Option<String>,
}

/// A show that a production may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The show.
    pub show: Show,
    /// 0 to 1.
    pub score: Decimal,
    /// Why, in the order of the weights.
    pub reasons: Vec<Reason>,
}

/// The letters of a name that are compared: without what stands in brackets, blanks and punctuation.
pub fn letters(name: &str) -> Vec<char> {
    let mut letters = Vec::new();
    let mut open: Vec<char> = Vec::new();
    let normal: String = name.nfkc().collect::<String>().to_lowercase();
    let closes = |opened: char, rest: &str| rest.contains(if opened == '[' { ']' } else { ')' });
    for (at, letter) in normal.char_indices() {
        match letter {
            // A bracket that nobody closes is punctuation.
            '[' | '(' if closes(letter, &normal[at..]) => open.push(letter),
            ']' | ')' => {
                let opened = if letter == ']' { '[' } else { '(' };
                if let Some(index) = open.iter().rposition(|other| *other == opened) {
                    open.truncate(index);
                }
            }
            _ if open.is_empty() && letter.is_alphanumeric() => letters.push(letter),
            _ => {}
        }
    }
    letters
}

/// The Dice coefficient of the pairs of letters of two names (Dice 1945): twice those that both have, ÷ those of each.
pub fn dice(one: &str, other: &str) -> Fraction {
    let (one, other) = (letters(one), letters(other));
    let (count_one, count_other) = (pair_count(&one), pair_count(&other));
    if count_one + count_other == 0 {
        // Names of a letter have no pairs.
        return whole(!one.is_empty() && one == other);
    }
    let (pairs_one, pairs_other) = (pairs(&one), pairs(&other));
    let common: i64 = pairs_one
        .iter()
        .map(|(pair, count)| *count.min(pairs_other.get(pair).unwrap_or(&0)))
        .sum();
    Fraction::from(2 * common)
        .over(count_one + count_other)
        .unwrap_or(Fraction::ZERO)
}

fn pair_count(letters: &[char]) -> i64 {
    i64::try_from(letters.len().saturating_sub(1)).unwrap_or(i64::MAX / 4)
}

fn pairs(letters: &[char]) -> BTreeMap<(char, char), i64> {
    let mut pairs = BTreeMap::new();
    for pair in letters.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    pairs
}

fn whole(is: bool) -> Fraction {
    if is { Fraction::ONE } else { Fraction::ZERO }
}

/// Days in common ÷ days of either.
pub fn period(own: Option<DateRange>, theirs: DateRange) -> Fraction {
    let Some(own) = own else { return Fraction::ZERO };
    let common = own.intersection(theirs).map_or(0, DateRange::len_days);
    let either = own.len_days() + theirs.len_days() - common;
    Fraction::from(common).over(either).unwrap_or(Fraction::ZERO)
}

/// What the show scores by each criterion, and in all.
fn scored(own: &Own, show: &Show) -> (Fraction, [Fraction; 4]) {
    let place = own.place.as_deref().zip(show.place.as_deref());
    let days = DateRange::new(show.from, show.to);
    let scores = [
        dice(&own.name, &show.name),
        place.map_or(Fraction::ZERO, |(own, theirs)| dice(own, theirs)),
        days.map_or(Fraction::ZERO, |days| period(own.run, days)),
        whole(own.genre == show.genre),
    ];
    let weighted = WEIGHTS
        .iter()
        .zip(scores)
        .map(|(weight, score)| Fraction::from(*weight) * score);
    let sum = weighted.fold(Fraction::ZERO, |sum, one| sum + one);
    (sum.over(10).unwrap_or(Fraction::ZERO), scores)
}

/// Those that may be it, the best first.
pub fn suggest(own: &Own, shows: Vec<Show>) -> Vec<Suggestion> {
    let least = Fraction::from(LEAST).over(10).unwrap_or(Fraction::ONE);
    let mut scored: Vec<_> = shows
        .into_iter()
        .map(|show| (scored(own, &show), show))
        .filter(|((sum, _), _)| *sum >= least)
        .collect();
    scored.sort_by(|((a, _), one), ((b, _), other)| b.cmp(a).then_with(|| one.kopis_id.cmp(&other.kopis_id)));
    scored.dedup_by(|(_, one), (_, other)| one.kopis_id == other.kopis_id);
    scored.truncate(MAX_SUGGESTIONS);
    scored
        .into_iter()
        .map(|((sum, scores), show)| Suggestion {
            score: sum.round_ratio(),
            reasons: reasons(own, &show, scores),
            show,
        })
        .collect()
}

fn reasons(own: &Own, show: &Show, scores: [Fraction; 4]) -> Vec<Reason> {
    let days = |range: DateRange| format!("{} ~ {}", range.first(), range.last());
    let said = [
        (Criterion::Name, Some(own.name.clone()), Some(show.name.clone())),
        (Criterion::Place, own.place.clone(), show.place.clone()),
        (
            Criterion::Period,
            own.run.map(days),
            DateRange::new(show.from, show.to).map(days),
        ),
        (
            Criterion::Genre,
            Some(own.genre.name().to_owned()),
            Some(show.genre.name().to_owned()),
        ),
    ];
    said.into_iter()
        .zip(scores)
        .map(|((what, own, theirs), score)| Reason {
            what,
            score: score.round_ratio(),
            own,
            theirs,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> chrono::NaiveDate {
        text.parse().unwrap()
    }

    fn show(id: &str, name: &str, place: &str, from: &str, to: &str) -> Show {
        Show {
            kopis_id: id.parse().unwrap(),
            name: name.to_owned(),
            genre: Genre::known("GGGA").unwrap(),
            place: Some(place.to_owned()),
            area: None,
            from: day(from),
            to: day(to),
            open_run: false,
        }
    }

    fn own() -> Own {
        Own {
            name: "뮤지컬 달빛 정원".to_owned(),
            place: Some("가온예술극장".to_owned()),
            run: DateRange::new(day("2026-11-01"), day("2027-01-31")),
            genre: Genre::known("GGGA").unwrap(),
        }
    }

    #[test]
    fn brackets_blanks_and_signs_do_not_count() {
        let same = |a: &str, b: &str| assert_eq!(letters(a), letters(b), "{a} and {b}");
        same("달빛 정원 [서울]", "달빛정원");
        same("달빛 정원（시즌 2）", "달빛, 정원!");
        same("Moon [a (b) c] Garden", "moon garden");
        same("달빛 (정원", "달빛정원");
        assert_eq!(letters("ＡＢ－１"), ['a', 'b', '1']);
    }

    #[test]
    fn pairs_are_counted_as_often_as_they_occur() {
        // 뮤지 지컬 컬달 달빛 빛정 정원, and three of them.
        assert_eq!(
            dice("뮤지컬 달빛 정원", "달빛 정원"),
            Fraction::from(6).over(9).unwrap()
        );
        assert_eq!(dice("aaaa", "aa"), Fraction::from(2).over(4).unwrap());
        assert_eq!(
            (dice("왈츠", "편지"), dice("봄", "봄"), dice("봄", "밤")),
            (Fraction::ZERO, Fraction::ONE, Fraction::ZERO)
        );
        assert_eq!(dice("", ""), Fraction::ZERO);
    }

    #[test]
    fn the_best_comes_first_with_its_reasons_and_the_unlike_not_at_all() {
        let found = suggest(
            &own(),
            vec![
                show("PF2", "달빛 정원사", "솔내문화회관", "2026-11-01", "2026-11-30"),
                show("PF1", "달빛 정원", "가온예술극장 (대극장)", "2026-11-01", "2027-01-31"),
                show("PF3", "낯선 등대", "두레소극장", "2027-03-01", "2027-03-31"),
            ],
        );
        assert_eq!(found[0].show.kopis_id.as_str(), "PF1");
        assert!(found.iter().all(|one| one.show.kopis_id.as_str() != "PF3"));
        let told: Vec<_> = found[0]
            .reasons
            .iter()
            .map(|reason| (reason.what, reason.score.to_string()))
            .collect();
        assert_eq!(told[0], (Criterion::Name, "0.6667".to_owned()));
        assert_eq!(
            told[1..].iter().map(|(what, _)| *what).collect::<Vec<_>>(),
            [Criterion::Place, Criterion::Period, Criterion::Genre]
        );
        assert!(
            told[1..]
                .iter()
                .all(|(_, score)| score.parse::<Decimal>().unwrap() == Decimal::ONE)
        );
        // 0.5 × 2/3 + 0.2 + 0.2 + 0.1
        assert_eq!(found[0].score, "0.8333".parse().unwrap());
    }

    proptest! {
        #[test]
        fn a_coefficient_is_symmetric_and_between_0_and_1(a in ".{0,12}", b in ".{0,12}") {
            let told = dice(&a, &b);
            prop_assert_eq!(told, dice(&b, &a));
            prop_assert!(Fraction::ZERO <= told && told <= Fraction::ONE);
            if !letters(&a).is_empty() {
                prop_assert_eq!(dice(&a, &a), Fraction::ONE);
            }
        }

        #[test]
        fn suggestions_are_by_score_and_few(names in proptest::collection::vec("[달빛정원]{1,6}", 0..40)) {
            let shows = names.iter().enumerate();
            let shows = shows.map(|(number, name)| show(&format!("PF{number}"), name, "가온예술극장", "2026-11-01", "2027-01-31"));
            let found = suggest(&own(), shows.collect());
            prop_assert!(found.len() <= MAX_SUGGESTIONS);
            prop_assert!(found.is_sorted_by(|a, b| a.score >= b.score));
            prop_assert!(found.iter().all(|one| one.score >= "0.4".parse().unwrap() && one.reasons.len() == 4));
        }
    }
}

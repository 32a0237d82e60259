//! What a cast is associated with (Foresight 6): never what it causes.

use super::class::Class;
use super::matrix::{Cholesky, Square, dot};
use super::numbers::{count, median, real, whole};
use super::parameters::SOLD_OUT_SHARE;

/// Deviation that effects of class, holiday and place in the run are believed to have.
const CONTROL_DEVIATION: f64 = 0.3;
/// Variances of the residual and of people to begin with.
const START_VARIANCE: f64 = 0.0225;
/// Rounds in which the variances are found.
const ROUNDS: usize = 8;
/// Widened deviations of a 90 % interval.
const INTERVAL_DEVIATIONS: f64 = 1.645 * 1.15;
/// Shows with a person, and without, from which anything is said.
const MIN_SHOWS: usize = 4;
/// Share of sold-out shows from which nothing is said.
const MAX_SOLD_OUT_SHARE: f64 = 0.3;
/// Weight of a sold-out show, whose demand nobody saw whole.
const SOLD_OUT_WEIGHT: f64 = 0.25;
/// Columns before those of people: 1, classes 1 to 5, place, its square, opening, holiday.
const CONTROLS: usize = 10;

/// A finished performance and who played. Roles and people are numbers of the caller's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastShow {
    /// Its class.
    pub class: Class,
    /// Whether its day was a public holiday.
    pub is_holiday: bool,
    /// Seats that could be sold; shows without any are passed over.
    pub sellable_seats: u32,
    /// Seats sold in the end.
    pub sold_seats: i64,
    /// Role and person, each role once.
    pub cast: Vec<(usize, usize)>,
}

impl CastShow {
    fn is_sold_out(&self) -> bool {
        real(self.sold_seats) >= SOLD_OUT_SHARE * f64::from(self.sellable_seats)
    }
}

/// Why nothing can be said of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotTell {
    /// Fewer than four shows with, or without, the person.
    TooFewShows,
    /// All shows of the person are of one class.
    OneClass,
    /// More than three of ten shows sold out: what more would have come nobody knows.
    SoldOut,
    /// The interval holds 0.
    NotClear,
}

/// A person in a role, against the mean of the role.
#[derive(Debug, Clone, PartialEq)]
pub struct CastEffect {
    /// The role.
    pub role: usize,
    /// The person.
    pub person: usize,
    /// Shows with the person in this role.
    pub shows: usize,
    /// Seats of a show beyond those with a usual cast of the role: 0.1 is ten percent more.
    pub effect_ratio: f64,
    /// The 90 % interval of that.
    pub interval_ratio: (f64, f64),
    /// The effect in seats at the median performance.
    pub seats: i64,
    /// The same in won, at the mean price.
    pub krw: i64,
    /// Why the effect is not to be relied on; `None` when something can be said.
    pub cannot_tell: Option<CannotTell>,
}

/// The effects of everyone in a production's finished performances, given in the order in which they were played
/// (Foresight 6), by role and person. Empty without shows.
pub fn cast_effects(shows: &[CastShow], mean_price_krw: f64) -> Vec<CastEffect> {
    let shows: Vec<&CastShow> = shows.iter().filter(|show| show.sellable_seats > 0).collect();
    let mut people: Vec<(usize, usize)> = shows.iter().flat_map(|show| show.cast.iter().copied()).collect();
    people.sort_unstable();
    people.dedup();
    let seats: Vec<f64> = shows.iter().map(|show| real(show.sold_seats)).collect();
    let Some(median_seats) = median(&seats) else {
        return Vec::new();
    };
    let fit = Fit::of(&shows, &people);
    let of_person = |position: usize| {
        let (role, person) = people[position];
        let (effect, deviation) = fit.against_role(&people, position);
        let margin = INTERVAL_DEVIATIONS * deviation;
        let effect_ratio = effect.exp_m1();
        let with: Vec<&CastShow> = shows
            .iter()
            .copied()
            .filter(|show| show.cast.contains(&(role, person)))
            .collect();
        CastEffect {
            role,
            person,
            shows: with.len(),
            effect_ratio,
            interval_ratio: ((effect - margin).exp_m1(), (effect + margin).exp_m1()),
            seats: whole(median_seats * effect_ratio),
            krw: whole(median_seats * effect_ratio * mean_price_krw),
            cannot_tell: too_little(&shows, &with).or((effect.abs() <= margin).then_some(CannotTell::NotClear)),
        }
    };
    (0..people.len()).map(of_person).collect()
}

/// Why nothing can be said of whoever played in some of the shows, whatever the effect.
fn too_little(shows: &[&CastShow], with: &[&CastShow]) -> Option<CannotTell> {
    let sold_out = shows.iter().filter(|show| show.is_sold_out()).count();
    if with.len() < MIN_SHOWS || shows.len() - with.len() < MIN_SHOWS {
        Some(CannotTell::TooFewShows)
    } else if with.iter().all(|show| show.class == with[0].class) {
        Some(CannotTell::OneClass)
    } else {
        (count(sold_out) > MAX_SOLD_OUT_SHARE * count(shows.len())).then_some(CannotTell::SoldOut)
    }
}

/// Ridge regression whose two variances are found from the data.
struct Fit {
    /// β of people.
    effects: Vec<f64>,
    /// V of people.
    covariance: Square,
}

impl Fit {
    fn of(shows: &[&CastShow], people: &[(usize, usize)]) -> Self {
        let rows: Vec<Vec<f64>> = (0..shows.len()).map(|j| row(shows, j, people)).collect();
        let log_share = |show: &&CastShow| ((real(show.sold_seats.max(0)) + 0.5) / f64::from(show.sellable_seats)).ln();
        let y: Vec<f64> = shows.iter().map(log_share).collect();
        let weight = |show: &&CastShow| if show.is_sold_out() { SOLD_OUT_WEIGHT } else { 1.0 };
        let weights: Vec<f64> = shows.iter().map(weight).collect();
        let columns = CONTROLS + people.len();
        let weighted = |a: &dyn Fn(usize) -> f64, b: &dyn Fn(usize) -> f64| {
            (0..rows.len()).map(|j| weights[j] * a(j) * b(j)).sum::<f64>()
        };
        let products = Square::symmetric(columns, |a, b| weighted(&|j| rows[j][a], &|j| rows[j][b]));
        let right: Vec<f64> = (0..columns).map(|a| weighted(&|j| rows[j][a], &|j| y[j])).collect();

        let (mut residual, mut of_people) = (START_VARIANCE, START_VARIANCE);
        let mut beta = Vec::new();
        let mut covariance = Square::from_fn(0, |_, _| 0.0);
        for _ in 0..ROUNDS {
            let penalty = |column: usize| match column {
                // The level of the production is nobody's effect.
                0 => 1e-6,
                1..CONTROLS => residual / (CONTROL_DEVIATION * CONTROL_DEVIATION),
                _ => residual / of_people,
            };
            let penalties: Vec<f64> = (0..columns).map(penalty).collect();
            let mut penalised = products.clone();
            penalised.add_each_to_diagonal(&penalties);
            let factorised = Cholesky::with_jitter(penalised);
            beta.clone_from(&right);
            factorised.solve(&mut beta);
            let inverse = factorised.inverse();
            covariance = Square::from_fn(columns, |a, b| residual * inverse.at(a, b));
            let used: f64 = (0..columns).map(|a| dot(inverse.row(a), products.row(a))).sum();
            let squares: f64 = (0..rows.len())
                .map(|j| weights[j] * (y[j] - dot(&rows[j], &beta)).powi(2))
                .sum();
            residual = (squares / (count(rows.len()) - used).max(3.0)).max(0.003);
            let spread: f64 = (CONTROLS..columns)
                .map(|a| beta[a] * beta[a] + covariance.at(a, a))
                .sum();
            of_people = ((spread + 4.0 * 0.04) / (count(people.len()) + 4.0)).clamp(0.0004, 0.25);
        }
        Self {
            effects: beta[CONTROLS..].to_vec(),
            covariance: Square::from_fn(people.len(), |a, b| covariance.at(CONTROLS + a, CONTROLS + b)),
        }
    }

    /// A person's effect minus the mean of the role, and the deviation of that.
    fn against_role(&self, people: &[(usize, usize)], position: usize) -> (f64, f64) {
        let role = people[position].0;
        let peers = count(people.iter().filter(|(of, _)| *of == role).count());
        let mut contrast: Vec<f64> = people
            .iter()
            .map(|(of, _)| if *of == role { -1.0 / peers } else { 0.0 })
            .collect();
        contrast[position] += 1.0;
        let variance = self.covariance.quadratic(&contrast);
        (dot(&contrast, &self.effects), variance.max(0.0).sqrt())
    }
}

fn row(shows: &[&CastShow], j: usize, people: &[(usize, usize)]) -> Vec<f64> {
    let show = shows[j];
    let flag = |is: bool| f64::from(u8::from(is));
    let place = if shows.len() < 2 {
        0.0
    } else {
        2.0 * count(j) / count(shows.len() - 1) - 1.0
    };
    let mut row = Vec::with_capacity(CONTROLS + people.len());
    row.push(1.0);
    row.extend(Class::ALL[1..].iter().map(|class| flag(show.class == *class)));
    row.extend([place, place * place, (-count(j) / 4.0).exp(), flag(show.is_holiday)]);
    row.extend(people.iter().map(|person| flag(show.cast.contains(person))));
    row
}

#[cfg(test)]
mod tests {
    use super::{CannotTell, CastShow, cast_effects};
    use crate::foresight::Class;

    /// Two people take turns in one role, and the first one sells `ratio` times as much.
    fn shows(number: usize, ratio: f64, sellable_seats: u32) -> Vec<CastShow> {
        (0..number)
            .map(|j| {
                let person = (j / 3) % 2;
                let class = Class::ALL[j % 5];
                let usual = 200.0 + 20.0 * super::count(j % 5) + super::count((j * 7) % 11);
                let sold = if person == 0 { usual * ratio } else { usual };
                CastShow {
                    class,
                    is_holiday: false,
                    sellable_seats,
                    sold_seats: super::whole(sold).min(i64::from(sellable_seats)),
                    cast: vec![(0, person), (1, 9)],
                }
            })
            .collect()
    }

    #[test]
    fn a_planted_effect_is_found_within_its_interval() {
        let effects = cast_effects(&shows(60, 1.44, 1000), 50_000.0);
        let (first, second) = (&effects[0], &effects[1]);
        assert_eq!((first.role, first.person, first.shows), (0, 0, 30));
        assert_eq!((first.cannot_tell, second.cannot_tell), (None, None));
        assert!(
            first.interval_ratio.0 < 0.2 && 0.2 < first.interval_ratio.1,
            "{first:?}"
        );
        assert!(first.seats > 0 && first.krw == first.krw.abs() && second.seats < 0);
    }

    #[test]
    fn nothing_is_said_without_an_effect_a_peer_or_enough_shows() {
        let none = cast_effects(&shows(60, 1.0, 1000), 50_000.0);
        assert_eq!(none[0].cannot_tell, Some(CannotTell::NotClear));
        assert_eq!(
            none[2].cannot_tell,
            Some(CannotTell::TooFewShows),
            "who always plays is compared with nobody"
        );
        let few = cast_effects(&shows(6, 1.5, 1000), 50_000.0);
        assert!(
            few.iter()
                .all(|effect| effect.cannot_tell == Some(CannotTell::TooFewShows))
        );
    }

    #[test]
    fn nothing_is_said_where_the_house_was_full() {
        let full = cast_effects(&shows(60, 1.5, 220), 50_000.0);
        assert_eq!(full[0].cannot_tell, Some(CannotTell::SoldOut));
    }

    #[test]
    fn nothing_is_said_of_whom_played_on_one_kind_of_day_only() {
        let mut shows = shows(60, 1.5, 1000);
        shows.retain(|show| show.cast[0].1 == 1 || show.class == Class::Saturday);
        assert_eq!(
            cast_effects(&shows, 50_000.0)[0].cannot_tell,
            Some(CannotTell::OneClass)
        );
    }

    #[test]
    fn without_shows_there_is_nobody() {
        assert!(cast_effects(&[], 1.0).is_empty());
    }
}

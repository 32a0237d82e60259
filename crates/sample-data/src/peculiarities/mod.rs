//! Good workbooks with the peculiarities that real ones have, and what must come of them.
//!
//! A case is made from a seed and a list of knobs. Each knob draws from the seed and its own name, so that a case keeps
//! most of what is peculiar about it when some of its knobs are dropped: that is how a failing case is made small.
//!
//! What must come of a case is worked out here from the rules of the specification, not by a reader: either the good
//! figures with exactly the findings that the rules ask for, or errors that name the right cells.

mod days;
mod draft;
mod expected;
mod file;
mod good;
mod labels;
mod nets;
mod numbers;
mod plan;
mod rows;
mod structure;
mod times;

use std::sync::LazyLock;

use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

pub use expected::{Expected, Finding, Spot};

use self::draft::{Draft, Fate, Side};
use self::file::{Dress, Format};
use self::good::Good;
use self::plan::Plan;

/// One peculiarity.
#[derive(Debug, Clone, Copy)]
pub struct Knob {
    name: &'static str,
    change: Change,
}

#[derive(Debug, Clone, Copy)]
enum Change {
    File(fn(Format) -> bool, fn(&mut Dress, &mut ChaCha8Rng)),
    Structure(fn(&mut Plan, &mut ChaCha8Rng, Format)),
    Cells(fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>),
}

impl Knob {
    /// What is peculiar.
    pub fn name(&self) -> &'static str {
        self.name
    }

    fn file(name: &'static str, fits: fn(Format) -> bool, change: fn(&mut Dress, &mut ChaCha8Rng)) -> Self {
        Self {
            name,
            change: Change::File(fits, change),
        }
    }

    fn structure(name: &'static str, change: fn(&mut Plan, &mut ChaCha8Rng, Format)) -> Self {
        Self {
            name,
            change: Change::Structure(change),
        }
    }

    fn cells(name: &'static str, change: fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>) -> Self {
        Self {
            name,
            change: Change::Cells(change),
        }
    }

    fn fits(&self, format: Format) -> bool {
        match self.change {
            Change::File(fits, _) => fits(format),
            Change::Structure(_) | Change::Cells(_) => true,
        }
    }

    /// Its own draws, whatever the other knobs are.
    fn rng(&self, seed: u64) -> ChaCha8Rng {
        let own = self.name.bytes().fold(seed, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3).rotate_left(17)
        });
        ChaCha8Rng::seed_from_u64(own)
    }
}

static KNOBS: LazyLock<Vec<Knob>> = LazyLock::new(|| {
    let cells = [days::KNOBS, times::KNOBS, numbers::KNOBS, rows::KNOBS, labels::KNOBS];
    let cells = cells
        .into_iter()
        .flatten()
        .map(|(name, change)| Knob::cells(name, *change));
    file::knobs().chain(structure::knobs()).chain(cells).collect()
});

/// Every knob.
pub fn knobs() -> &'static [Knob] {
    &KNOBS
}

/// The knobs that a seed draws: most often a few, sometimes a dozen.
pub fn drawn_knobs(seed: u64) -> Vec<&'static Knob> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed.wrapping_add(0x00C0_FFEE));
    let format = format(seed);
    let fitting: Vec<&Knob> = KNOBS.iter().filter(|knob| knob.fits(format)).collect();
    let most = if rng.random_bool(0.2) { 12 } else { 4 };
    let count = rng.random_range(1..=most);
    let mut names: Vec<&str> = fitting.choose_multiple(&mut rng, count).map(|knob| knob.name).collect();
    names.sort_unstable();
    // In the order of the list, in which they are turned.
    KNOBS
        .iter()
        .filter(|knob| names.binary_search(&knob.name).is_ok())
        .collect()
}

fn format(seed: u64) -> Format {
    let formats = Format::ALL;
    let position = usize::try_from(seed % formats.len() as u64).expect("a small number");
    formats[position]
}

/// A workbook and what must come of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Name and bytes of each file: one, or two of CSV.
    pub files: Vec<(String, Vec<u8>)>,
    /// What must come of it.
    pub expected: Expected,
    /// What was done, for people.
    pub story: Vec<String>,
}

/// The case of this seed with these knobs, which must be in the order of [`knobs`].
pub fn case(seed: u64, knobs: &[&Knob]) -> Case {
    let good = Good::draw(&mut ChaCha8Rng::seed_from_u64(seed));
    let format = format(seed);
    let (mut dress, mut plan) = (Dress::of(format), Plan::of(good));
    for knob in knobs.iter().filter(|knob| knob.fits(format)) {
        match knob.change {
            Change::File(_, change) => change(&mut dress, &mut knob.rng(seed)),
            Change::Structure(change) => change(&mut plan, &mut knob.rng(seed), format),
            Change::Cells(_) => {}
        }
    }
    plan.story.extend(dress.story().iter().cloned());
    let mut draft = Draft::of(plan, dress);
    for knob in knobs {
        if let Change::Cells(change) = knob.change {
            // Whether it could be turned makes no difference: what it did is in the draft.
            let _ = change(&mut draft, &mut knob.rng(seed));
        }
    }
    rows::expect_later_sales(&mut draft);
    nets::cast(&mut draft);
    draft.finish()
}

impl Draft {
    fn finish(mut self) -> Case {
        let stem = format!("{}_PEC-1_peculiar", self.good.record_date.format("%Y%m%d"));
        let files = self.dress.write(
            &stem,
            &self.side(Side::Daily).sheet,
            &self.side(Side::Performances).sheet,
        );
        if self.dress.may_be_refused {
            self.allow(&["not_a_workbook"], Spot::Anywhere);
        }
        let is_kept = |side: Side, index: usize| index < self.row_count(side) && self.fate(side, index) == Fate::Good;
        let daily = self
            .good
            .daily
            .iter()
            .enumerate()
            .filter(|(index, _)| is_kept(Side::Daily, *index));
        let mut daily_rows: Vec<_> = daily.map(|(_, row)| row.clone()).collect();
        daily_rows.sort_by_key(|row| row.sale_day);
        let performances = self.good.performances.iter().enumerate();
        let performances = performances.filter(|(index, _)| is_kept(Side::Performances, *index));
        let mut performance_rows: Vec<_> = performances.map(|(_, row)| row.clone()).collect();
        for row in &mut performance_rows {
            row.cast.retain(|name| !name.is_empty());
        }
        performance_rows.sort_by_key(|row| row.starts_at);
        Case {
            files,
            expected: Expected {
                is_stage: self.good.is_stage,
                record_date: self.good.record_date,
                daily_rows,
                performance_rows,
                required: self.required,
                allowed: self.allowed,
            },
            story: self.story,
        }
    }
}

//! In what ways people's reports differ.

use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A section of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BuyersSection {
    /// By agency and discount.
    Discounts,
    /// By age group and gender.
    Ages,
    /// By means of payment.
    Payments,
    /// By card company.
    Cards,
    /// By channel.
    Channels,
    /// By region: of the country, of Seoul and of Gyeonggi.
    Regions,
}

impl BuyersSection {
    /// Every section, in the usual order.
    pub const ALL: [Self; 6] = [
        Self::Discounts,
        Self::Ages,
        Self::Payments,
        Self::Cards,
        Self::Channels,
        Self::Regions,
    ];
}

/// In what ways a report differs from others.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent ways, and tests combine them freely"
)]
pub struct BuyersKnobs {
    /// Its sections, in their order.
    pub sections: Vec<BuyersSection>,
    /// Titles begin with a number and a point.
    pub numbered: bool,
    /// Numbered titles end behind the word of their section: `2. 할인권종별`.
    pub short_titles: bool,
    /// Cards stand beside means of payment, where these come directly before.
    pub beside: bool,
    /// A row of totals below the discounts of each agency.
    pub subtotals: bool,
    /// A row of totals below each list.
    pub totals: bool,
    /// Won as texts.
    pub texts: bool,
    /// A section about grades, which nobody reads.
    pub grades: bool,
    /// Blanks and line breaks in labels.
    pub odd_labels: bool,
    /// The agency is written in each of its rows.
    pub repeated_agencies: bool,
    /// Buyers of whom nobody knows the gender have a column.
    pub unknown_gender: bool,
    /// Rows that are blank above, and columns left of it.
    pub indent: (u32, u32),
    /// Another name of the sheet.
    pub other_name: bool,
}

impl Default for BuyersKnobs {
    /// The plainest report: all sections, one below the other, with their totals.
    fn default() -> Self {
        Self {
            sections: BuyersSection::ALL.to_vec(),
            numbered: true,
            short_titles: false,
            beside: false,
            subtotals: true,
            totals: true,
            texts: false,
            grades: false,
            odd_labels: false,
            repeated_agencies: false,
            unknown_gender: true,
            indent: (0, 0),
            other_name: false,
        }
    }
}

impl BuyersKnobs {
    /// A drawn report that everybody reads alike.
    pub fn drawn(seed: u64) -> Self {
        let rng = &mut ChaCha8Rng::seed_from_u64(seed);
        let count = *[1, 3, 5, 6, 6].choose(rng).expect("there are some");
        let mut sections = BuyersSection::ALL.to_vec();
        if rng.random_bool(0.5) {
            sections.shuffle(rng);
        }
        sections.truncate(count);
        let mut may = |probability: f64| rng.random_bool(probability);
        let numbered = may(0.6);
        Self {
            sections,
            numbered,
            short_titles: numbered && may(0.3),
            beside: may(0.5),
            subtotals: may(0.6),
            totals: may(0.7),
            texts: may(0.4),
            grades: may(0.4),
            odd_labels: may(0.4),
            repeated_agencies: may(0.3),
            unknown_gender: may(0.7),
            indent: (u32::from(may(0.5)), u32::from(may(0.5))),
            other_name: may(0.5),
        }
    }
}

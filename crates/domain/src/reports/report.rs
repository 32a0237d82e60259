//! What makes a report.

use chrono::NaiveDate;

use crate::production::Category;

/// Which categories a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// Plays and musicals.
    Stage,
    /// Concerts.
    Concerts,
    /// All categories.
    All,
}

impl Covers {
    /// The categories themselves.
    pub fn categories(self) -> impl Iterator<Item = Category> {
        Category::ALL.into_iter().filter(move |category| match self {
            Self::Stage => category.is_stage(),
            Self::Concerts => !category.is_stage(),
            Self::All => true,
        })
    }
}

/// A report: what it is called, what it covers and takes, and how its answer follows from the figures.
///
/// Figures are what the database sums up of the productions in scope, which come by code. The answer is computed
/// exactly from them, and rounded once.
pub trait Report: Send + Sync + 'static {
    /// Its path below `/api/v1/reports/`.
    const NAME: &'static str;
    /// Of which categories.
    const COVERS: Covers;
    /// Whether it looks back: what is not active any more counts as well.
    const ACTIVE_OR_NOT: bool = false;
    /// Where its figures come from, as whoever publishes them wants it said; `None`: from the workbooks. What comes from
    /// elsewhere grows old by the clock, so that its answers are remembered for an hour at most.
    const SOURCE: Option<&'static str> = None;
    /// Its own parameters; `()`: none.
    type Parameters: Send + Sync;
    /// What the figures are read of, besides the productions; `()`: all that there is of them.
    type Window: Copy + Send;
    /// Sums over the current snapshots.
    type Figures: Send;
    /// What is answered.
    type Answer: Send + Sync;

    /// What a report as of a day looks at.
    fn window(as_of: NaiveDate, parameters: &Self::Parameters) -> Self::Window;

    /// The answer.
    fn answer(figures: Self::Figures, as_of: NaiveDate, parameters: &Self::Parameters) -> Self::Answer;
}

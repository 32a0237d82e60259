//! Sources, their runs, what came, and recipes.

mod arrivals;
mod arriving;
mod ending;
mod json;
mod recipes;
mod rows;
mod runs;
mod sources;
mod telling;

pub use arrivals::PgArrivalRepository;
pub(crate) use arriving::{arrive, held_files, needs_a_yes, source_still_there, taken_before};
pub use recipes::PgRecipeRepository;
pub use runs::PgCollectionRuns;
pub use sources::PgSourceRepository;
pub(crate) use sources::go_with;
pub use telling::PgSourceAlerts;

/// How things are called in errors.
const SOURCE: &str = "source";
const RUN: &str = "run of a source";
const ARRIVAL: &str = "arrival";
const RECIPE: &str = "recipe";

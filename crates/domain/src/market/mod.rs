//! The market beside one's own figures, as KOPIS tells it, Korea's box office of the performing arts: bookings of whole
//! genres by day of purchase, ranks without counts, and which shows there are.

mod figures;
mod genre;
mod kopis_id;
pub mod matching;
mod plan;
mod record;
mod standing;
mod windows;

pub use figures::{Bookings, GenreDay, RankedShow, Show};
pub use genre::{Genre, KNOWN_GENRES};
pub use kopis_id::{InvalidKopisId, KopisId, MAX_KOPIS_IDS};
pub use plan::{Plan, Sitting, history, history_calls};
pub use record::{Record, complaint, rows};
pub use standing::{ATTRIBUTION, Known, MarketState, Standing, Trouble, is_stale};
pub use windows::{MAX_PAGES, MAX_ROWS, MAX_WINDOW_DAYS, windows};

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::in_kst;
use uuid::Uuid;

/// Tells the time.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait Clock: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;

    /// Today in Seoul.
    fn today(&self) -> NaiveDate {
        in_kst(self.now()).date_naive()
    }
}

/// Makes identifiers.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait Ids: Send + Sync {
    /// A new identifier, greater than those before it.
    fn next(&self) -> Uuid;
}

use chrono::TimeDelta;

/// How often somebody gets what they ought to know by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigestFrequency {
    /// Each day.
    Daily,
    /// Each week.
    Weekly,
}

impl DigestFrequency {
    /// Every frequency.
    pub const ALL: [Self; 2] = [Self::Daily, Self::Weekly];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }

    /// How far back one reaches.
    pub fn span(self) -> TimeDelta {
        match self {
            Self::Daily => TimeDelta::days(1),
            Self::Weekly => TimeDelta::weeks(1),
        }
    }
}

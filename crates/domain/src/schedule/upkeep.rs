/// What is done for the house itself, without anybody being sent anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upkeep {
    /// Makes a backup, and forgets old ones.
    Backup,
    /// Restores the newest backup on trial.
    Verification,
    /// Holds originals and database against each other.
    Check,
    /// Removes the rows of old snapshots, where the settings say so.
    Retention,
}

impl Upkeep {
    /// All of it.
    pub const ALL: [Self; 4] = [Self::Backup, Self::Verification, Self::Check, Self::Retention];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Verification => "backup-verification",
            Self::Check => "check",
            Self::Retention => "snapshot-retention",
        }
    }
}

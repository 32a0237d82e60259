//! What a backup says of itself.
//!
//! `manifest.json` is readable without a key: what is needed to see that every file is there and whole. What the files say is
//! in `contents.json`, which is encrypted with them.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use ports::driven::RowCounts;
use serde::{Deserialize, Serialize};

/// How backups are laid out. Raised when an older release could not read one.
pub const FORMAT: u32 = 1;

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the place of backups.
    pub name: String,
    /// Its length as it lies there.
    pub bytes: u64,
    /// SHA-256 of it as it lies there.
    pub sha256: String,
}

/// What is written last: with it a backup is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// The release that made it.
    pub fullhouse: String,
    /// The moment that the database is of, a second more or less.
    pub begun_at: DateTime<Utc>,
    /// When it was whole.
    pub finished_at: DateTime<Utc>,
    /// Whether its files are encrypted.
    pub encrypted: bool,
    /// The dump of the database.
    pub database: Part,
    /// [`Contents`].
    pub contents: Part,
    /// The original files, which backups share.
    pub originals: Vec<Part>,
}

impl Manifest {
    /// All its files.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        [&self.database, &self.contents].into_iter().chain(&self.originals)
    }

    /// Bytes of all its files.
    pub fn bytes(&self) -> u64 {
        self.parts().map(|part| part.bytes).sum()
    }
}

/// What the files say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// Version of the PostgreSQL server.
    pub postgresql: String,
    /// The newest migration of the database.
    pub migration: String,
    /// Rows of each table.
    pub rows: RowCounts,
    /// The name of each original in the place of backups, by its SHA-256.
    pub originals: BTreeMap<String, String>,
    /// Originals that the store did not have, or not with their own bytes.
    pub lost: Vec<String>,
    /// The day that moves the windows of the reports.
    pub as_of: NaiveDate,
    /// SHA-256 of every report of every production, by the production's code and the report's name.
    pub(crate) reports: Digests,
}

/// A digest of each report, by production and report.
pub(crate) type Digests = BTreeMap<String, BTreeMap<String, String>>;

/// What is not as a backup says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A table has other rows.
    Rows {
        /// The table.
        table: String,
        /// As the backup says.
        said: Option<u64>,
        /// As there are.
        found: Option<u64>,
    },
    /// A report is another one.
    Report {
        /// The production's code.
        production: String,
        /// The report's name.
        report: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |count: &Option<u64>| count.map_or("none".to_owned(), |count| count.to_string());
        match self {
            Self::Rows { table, said, found } => {
                write!(f, "rows of {table}: {} instead of {}", count(found), count(said))
            }
            Self::Report { production, report } => write!(f, "report {report} of {production}"),
        }
    }
}

impl Contents {
    /// How many reports it has digests of.
    pub fn reports(&self) -> usize {
        self.reports.values().map(BTreeMap::len).sum()
    }

    /// Where the rows of a database are others.
    pub(crate) fn differences_of_rows(&self, found: &RowCounts) -> Vec<Difference> {
        let differ = |table: &String| Difference::Rows {
            table: table.clone(),
            said: self.rows.get(table).copied(),
            found: found.get(table).copied(),
        };
        let tables: std::collections::BTreeSet<_> = self.rows.keys().chain(found.keys()).collect();
        let others = tables
            .into_iter()
            .filter(|table| self.rows.get(*table) != found.get(*table));
        others.map(differ).collect()
    }

    /// Where reports are others.
    pub(crate) fn differences_of_reports(&self, found: &Digests) -> Vec<Difference> {
        let pairs = |digests: &Digests| -> std::collections::BTreeSet<(String, String, String)> {
            let of = |(production, reports): (&String, &BTreeMap<String, String>)| {
                let pair = |(report, digest): (&String, &String)| (production.clone(), report.clone(), digest.clone());
                reports.iter().map(pair).collect::<Vec<_>>()
            };
            digests.iter().flat_map(of).collect()
        };
        let (said, found) = (pairs(&self.reports), pairs(found));
        let others = said.symmetric_difference(&found);
        let named: std::collections::BTreeSet<_> = others.map(|(production, report, _)| (production, report)).collect();
        let difference = |(production, report): (&String, &String)| Difference::Report {
            production: production.clone(),
            report: report.clone(),
        };
        named.into_iter().map(difference).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(rows: &[(&str, u64)], reports: &[(&str, &str, &str)]) -> Contents {
        let mut digests = Digests::new();
        for (production, report, digest) in reports {
            let of = digests.entry((*production).to_owned()).or_default();
            of.insert((*report).to_owned(), (*digest).to_owned());
        }
        Contents {
            postgresql: "15.18".to_owned(),
            migration: "20261130100000".to_owned(),
            rows: rows
                .iter()
                .map(|(table, count)| ((*table).to_owned(), *count))
                .collect(),
            originals: BTreeMap::new(),
            lost: Vec::new(),
            as_of: NaiveDate::MIN,
            reports: digests,
        }
    }

    #[test]
    fn what_differs_is_named() {
        let said = contents(
            &[("upload", 2), ("gone", 1)],
            &[("PL1", "pace", "a"), ("PL1", "overview", "b")],
        );
        assert_eq!(said.differences_of_rows(&said.rows), []);
        assert_eq!(said.differences_of_reports(&said.reports), []);
        let found = contents(
            &[("upload", 3), ("new", 1)],
            &[("PL1", "pace", "c"), ("PL2", "overview", "b")],
        );
        let told =
            |differences: Vec<Difference>| -> Vec<String> { differences.iter().map(ToString::to_string).collect() };
        assert_eq!(
            told(said.differences_of_rows(&found.rows)),
            [
                "rows of gone: none instead of 1",
                "rows of new: 1 instead of none",
                "rows of upload: 3 instead of 2"
            ]
        );
        assert_eq!(
            told(said.differences_of_reports(&found.reports)),
            ["report overview of PL1", "report pace of PL1", "report overview of PL2"]
        );
    }
}

//! Which files of a folder are whole: nobody says when one is written to its end.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::collection::{SourceId, day_in_tail};
use domain::workbook_name::WorkbookName;
use ports::driven::collection::DiskFile;

/// For so long one of two CSV files waits for the other.
const PAIR_PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// What this process saw in folders.
#[derive(Default)]
pub(crate) struct Looks(Mutex<HashMap<SourceId, HashMap<Vec<u8>, Seen>>>);

/// A file as it was seen, and since when it is so.
#[derive(Clone, Copy)]
struct Seen {
    size_bytes: u64,
    modified_ns: i64,
    since: DateTime<Utc>,
}

impl Looks {
    fn locked(&self) -> MutexGuard<'_, HashMap<SourceId, HashMap<Vec<u8>, Seen>>> {
        // What was seen is whole whatever happened to whoever held it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what lies in a folder now, and forgets what does not; answers since when each file is as it is.
    pub(crate) fn see<'f>(
        &self,
        source: SourceId,
        files: &'f [DiskFile],
        now: DateTime<Utc>,
    ) -> Vec<(&'f DiskFile, DateTime<Utc>)> {
        let mut looks = self.locked();
        let seen = looks.entry(source).or_default();
        let mut present = HashMap::with_capacity(files.len());
        let mut answered = Vec::with_capacity(files.len());
        for file in files {
            let is_same = |seen: &&Seen| seen.size_bytes == file.size_bytes && seen.modified_ns == file.modified_ns;
            let since = seen.get(&file.disk_name).filter(is_same).map_or(now, |seen| seen.since);
            // A clock that was set back has seen nothing yet.
            let since = since.min(now);
            let (size_bytes, modified_ns) = (file.size_bytes, file.modified_ns);
            present.insert(
                file.disk_name.clone(),
                Seen {
                    size_bytes,
                    modified_ns,
                    since,
                },
            );
            answered.push((file, since));
        }
        *seen = present;
        answered
    }

    /// Forgets the folders of sources that are not there any more.
    pub(crate) fn keep_only(&self, sources: &[SourceId]) {
        self.locked().retain(|source, _| sources.contains(source));
    }
}

/// Files that belong together, and are whole.
pub(crate) type Group = Vec<DiskFile>;

/// What can be taken of what was seen: each file that was still for so long, and pairs of CSV files.
pub(crate) fn ready(
    seen: &[(&DiskFile, DateTime<Utc>)],
    stable: TimeDelta,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut halves: BTreeMap<String, Vec<(&DiskFile, DateTime<Utc>)>> = BTreeMap::new();
    for (file, since) in seen {
        if file.size_bytes == 0 || now - *since < stable {
            continue;
        }
        if file.name.to_lowercase().ends_with(".csv") {
            halves
                .entry(subject(&file.name, today))
                .or_default()
                .push((file, *since));
        } else {
            groups.push(vec![(*file).clone()]);
        }
    }
    for mut files in halves.into_values() {
        files.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        for pair in files.chunks(2) {
            let is_alone = pair.len() == 1;
            let waited = pair.iter().all(|(_, since)| now - *since >= PAIR_PATIENCE);
            if !is_alone || waited {
                groups.push(pair.iter().map(|(file, _)| (*file).clone()).collect());
            }
        }
    }
    groups.sort_by(|one, other| one[0].name.cmp(&other[0].name));
    groups
}

/// What a name says of day and production: two CSV files of the same are one arrival.
fn subject(name: &str, today: NaiveDate) -> String {
    let parsed = WorkbookName::parse(name);
    let day = parsed.record_date.or_else(|| day_in_tail(name, today));
    let code = parsed.production_code.map(|code| code.to_string().to_uppercase());
    format!("{day:?} {code:?}")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const SOURCE: SourceId = SourceId(Uuid::from_u128(1));

    fn file(name: &str, size_bytes: u64) -> DiskFile {
        DiskFile {
            disk_name: name.as_bytes().to_vec(),
            name: name.to_owned(),
            size_bytes,
            modified_ns: 7,
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
    }

    fn names(looks: &Looks, files: &[DiskFile], second: i64) -> Vec<Vec<String>> {
        let seen = looks.see(SOURCE, files, at(second));
        let groups = ready(&seen, TimeDelta::seconds(10), at(second), at(0).date_naive());
        let names = |group: Group| group.into_iter().map(|file| file.name).collect();
        groups.into_iter().map(names).collect()
    }

    #[test]
    fn a_file_is_taken_when_it_is_still_for_long_enough() {
        let looks = Looks::default();
        let growing = |size| vec![file("20261119_A1_x.xlsx", size)];
        assert!(names(&looks, &growing(0), 0).is_empty());
        assert!(names(&looks, &growing(5), 10).is_empty());
        assert!(names(&looks, &growing(9), 19).is_empty());
        assert!(names(&looks, &growing(9), 28).is_empty());
        assert_eq!(names(&looks, &growing(9), 29), [["20261119_A1_x.xlsx"]]);
        // Away and there again, it is another one.
        assert!(names(&looks, &[], 30).is_empty());
        assert!(names(&looks, &growing(9), 31).is_empty());
        // An empty one is never whole.
        assert!(names(&looks, &growing(0), 32).is_empty());
        assert!(names(&looks, &growing(0), 99).is_empty());
    }

    #[test]
    fn two_csv_files_of_one_day_and_code_are_one_and_a_lone_one_waits() {
        let looks = Looks::default();
        let both = [file("20261119_A1_일별.csv", 1), file("20261119_a1_회차.csv", 1)];
        let other = file("20261118_A1_일별.csv", 1);
        let all = [both[0].clone(), both[1].clone(), other.clone()];
        assert!(names(&looks, &all, 0).is_empty());
        assert_eq!(
            names(&looks, &all, 10),
            [["20261119_A1_일별.csv", "20261119_a1_회차.csv"]]
        );
        assert!(names(&looks, std::slice::from_ref(&other), 590).is_empty());
        assert_eq!(names(&looks, &[other], 600), [["20261118_A1_일별.csv"]]);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_file_whole() {
        let looks = Looks::default();
        let files = [file("20261119_A1_x.xlsx", 3)];
        assert!(names(&looks, &files, 1_000).is_empty());
        assert!(names(&looks, &files, 0).is_empty());
        assert_eq!(names(&looks, &files, 10).len(), 1);
    }
}

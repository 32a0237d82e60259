//! Names of files: which are taken, and which day they end in.

use chrono::NaiveDate;

use crate::text::composed;
use crate::workbook_name::day_at_end;

/// Names of workbooks, as people may upload them.
pub const DEFAULT_PATTERNS: [&str; 6] = ["*.xlsx", "*.xlsm", "*.xlsb", "*.xls", "*.ods", "*.csv"];
/// Ends of names of files that somebody still writes.
const UNFINISHED: [&str; 4] = [".tmp", ".part", ".partial", ".crdownload"];

/// Whether a file of this name is taken: by a pattern, and not as one that is hidden, locked or still written.
pub fn is_taken(name: &str, patterns: &[String]) -> bool {
    let name = composed(name).to_lowercase();
    if name.starts_with('.') || name.starts_with("~$") || UNFINISHED.iter().any(|end| name.ends_with(end)) {
        return false;
    }
    let fits = |pattern: &str| matches(&composed(pattern).to_lowercase(), &name);
    if patterns.is_empty() {
        DEFAULT_PATTERNS.into_iter().any(fits)
    } else {
        patterns.iter().any(|pattern| fits(pattern))
    }
}

/// Whether a name is one of a pattern with `*` for anything and `?` for one character. Linear in memory, and at most the
/// product of both lengths in time.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut at_pattern, mut at_name) = (0, 0);
    // Where the last `*` stands, and how much of the name it takes so far.
    let mut star: Option<(usize, usize)> = None;
    while at_name < name.len() {
        match pattern.get(at_pattern) {
            Some('*') => {
                star = Some((at_pattern, at_name));
                at_pattern += 1;
            }
            Some(c) if *c == '?' || *c == name[at_name] => {
                at_pattern += 1;
                at_name += 1;
            }
            _ => match star {
                Some((place, taken)) => {
                    star = Some((place, taken + 1));
                    at_pattern = place + 1;
                    at_name = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at_pattern..].iter().all(|c| *c == '*')
}

/// The day in which a name ends, whatever number of a copy stands behind it: `판매_1118 (2).xlsx`.
pub fn day_in_tail(file_name: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (stem, extension) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    day_at_end(&format!("{}.{extension}", without_copy_mark(stem)), today)
}

/// A stem without ` (2)` at its end.
fn without_copy_mark(stem: &str) -> &str {
    let trimmed = stem.trim_end();
    let Some(inner) = trimmed.strip_suffix(')') else {
        return stem;
    };
    let before = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    match before.strip_suffix('(') {
        Some(before) if inner.len() > before.len() + 1 => before.trim_end(),
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn workbooks_are_taken_and_what_is_hidden_or_unfinished_is_not() {
        for name in ["판매.xlsx", "A.XLS", "b.csv", "c.xlsm"] {
            assert!(is_taken(name, &[]), "{name}");
        }
        for name in [
            ".숨김.xlsx",
            "~$잠금.xlsx",
            "받는중.xlsx.part",
            "메모.docx",
            "a.xlsx.crdownload",
            "a.tmp",
            "xlsx",
        ] {
            assert!(!is_taken(name, &[]), "{name}");
        }
    }

    #[test]
    fn patterns_stand_for_names_without_case() {
        let taken = |pattern: &str, name: &str| is_taken(name, &[pattern.to_owned()]);
        assert!(taken("*판매*.XLSX", "달빛_판매현황.xlsx"));
        assert!(taken("????1118_*", "20261118_HN01_x.xlsx"));
        assert!(taken("*", "anything"));
        assert!(!taken("판매?.xlsx", "판매.xlsx"));
        assert!(!taken("*.xls", "판매.xlsx"));
        assert!(!taken("*", ".hidden"));
        assert!(!taken("a*a*a*a*a*a*b", &"a".repeat(2_000)));
        assert!(taken("판매*", &"판매.xlsx".nfd().collect::<String>()));
    }

    #[test]
    fn a_number_of_a_copy_is_no_part_of_a_day() {
        let today: NaiveDate = "2026-11-20".parse().unwrap();
        for (name, day) in [
            ("달빛정원_1118 (2).xlsx", Some("2026-11-18")),
            ("달빛정원_1118(12).xlsx", Some("2026-11-18")),
            ("달빛정원_1118.xlsx", Some("2026-11-18")),
            ("달빛정원 (1118).xlsx", None),
            ("달빛정원 ().xlsx", None),
            ("달빛정원.xlsx", None),
        ] {
            assert_eq!(
                day_in_tail(name, today).map(|day| day.to_string()).as_deref(),
                day,
                "{name}"
            );
        }
    }
}

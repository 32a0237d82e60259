//! The file `.env`, from the working directory and nowhere else: a folder above may belong to somebody else.

use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};
use dotenvy::Error;

/// Sets what the file says, unless the environment says it already. A file that is not there is no error; one line that
/// cannot be read stops the start, as it would take those below it along.
pub(crate) fn load(path: &Path) -> Result<()> {
    let shown = path.display();
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        text => text.with_context(|| format!("{shown} cannot be read"))?,
    };
    for line in dotenvy::from_read_iter(text.as_bytes()) {
        match line {
            Ok(_) => {}
            // Without the line itself: it may hold a password.
            Err(Error::LineParse(line, _)) => bail!(
                "line {} of {shown} cannot be read: it is NAME=value, and a value with blanks stands in quotes",
                number_of(&line, &text)
            ),
            Err(error) => return Err(error).with_context(|| format!("{shown} cannot be read")),
        }
    }
    dotenvy::from_path(path).with_context(|| format!("{shown} cannot be read"))
}

/// Where what cannot be read begins, counted from 1: the first line with these words up to which the text cannot be read.
fn number_of(words: &str, text: &str) -> usize {
    let words = words.lines().next().unwrap_or_default().trim();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_it = |end: &usize| {
        let above = lines[..*end].concat();
        lines[end - 1].contains(words) && dotenvy::from_read_iter(above.as_bytes()).any(|line| line.is_err())
    };
    (1..=lines.len()).find(is_it).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".env");
        std::fs::write(&path, text).unwrap();
        format!("{:#}", load(&path).unwrap_err())
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_by_its_number_and_not_shown() {
        let told = told("# a secret value\nDOT_ENV_TEST_A=1\n\nDOT_ENV_TEST_B=a secret value\nMODE=PROD\n");
        assert!(told.starts_with("line 4 of "), "{told}");
        assert!(!told.contains("secret"), "{told}");
    }

    #[test]
    fn a_quote_that_is_not_closed_is_found_where_it_opens() {
        let told = told("DOT_ENV_TEST_A=1\nDOT_ENV_TEST_B=\"open\nMODE=PROD\n");
        assert!(told.starts_with("line 2 of "), "{told}");
    }

    #[test]
    fn a_file_that_is_not_there_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        load(&folder.path().join(".env")).unwrap();
    }

    #[test]
    fn a_folder_or_bytes_that_are_no_text_stop_the_start() {
        let folder = tempfile::tempdir().unwrap();
        assert!(format!("{:#}", load(folder.path()).unwrap_err()).contains("cannot be read"));
        let path = folder.path().join(".env");
        std::fs::write(&path, b"A=\xff\n").unwrap();
        assert!(format!("{:#}", load(&path).unwrap_err()).contains("cannot be read"));
    }
}

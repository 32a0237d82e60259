//! What the doctor found, and what to do about it.

use std::fmt;
use std::io::{self, Write};

/// How something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Finding {
    /// It is as it should be.
    Good { of: &'static str, what: String },
    /// It works, and may not go on to.
    Doubtful {
        of: &'static str,
        what: String,
        remedy: String,
    },
    /// It does not work.
    Bad {
        of: &'static str,
        what: String,
        remedy: String,
    },
}

impl Finding {
    pub(super) fn good(of: &'static str, what: impl Into<String>) -> Self {
        Self::Good { of, what: what.into() }
    }

    pub(super) fn doubtful(of: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Doubtful {
            of,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    pub(super) fn bad(of: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Bad {
            of,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    pub(super) fn is_bad(&self) -> bool {
        matches!(self, Self::Bad { .. })
    }

    fn is_doubtful(&self) -> bool {
        matches!(self, Self::Doubtful { .. })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, of, what, remedy) = match self {
            Self::Good { of, what } => ("ok", of, what, None),
            Self::Doubtful { of, what, remedy } => ("warning", of, what, Some(remedy)),
            Self::Bad { of, what, remedy } => ("problem", of, what, Some(remedy)),
        };
        write!(f, "{word:<8} {of:<14} {what}")?;
        match remedy {
            Some(remedy) => write!(f, "\n{:24}→ {remedy}", ""),
            None => Ok(()),
        }
    }
}

/// Prints all, and how many of them want something to be done.
pub(super) fn print(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    let count = |is: fn(&Finding) -> bool| findings.iter().filter(|finding| is(finding)).count();
    let (problems, warnings) = (count(Finding::is_bad), count(Finding::is_doubtful));
    writeln!(out, "\nproblems: {problems}, warnings: {warnings}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_says_what_to_do() {
        let findings = [
            Finding::good("clock", "agrees with the database"),
            Finding::doubtful("disk", "is nearly full", "make room"),
            Finding::bad("folder", "cannot be written to", "give it away"),
        ];
        let mut out = Vec::new();
        print(&findings, &mut out).unwrap();
        let expected = "\
ok       clock          agrees with the database
warning  disk           is nearly full
                        → make room
problem  folder         cannot be written to
                        → give it away

problems: 1, warnings: 1
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}

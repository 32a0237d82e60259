//! The installed programs: Chromium, and the driver that belongs to it.

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Names of the driver, and where distributions keep it that is not in the path.
const DRIVERS: [&str; 4] = [
    "chromedriver",
    "/usr/bin/chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/usr/bin/chromium",
];

/// Where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Programs {
    pub(crate) driver: PathBuf,
    pub(crate) browser: PathBuf,
}

impl Programs {
    /// Looks for them; the driver may be named. Says what is missing.
    pub(crate) fn find(driver: Option<&Path>) -> Result<Self, String> {
        let driver = match driver {
            Some(named) if is_program(named) => named.to_owned(),
            Some(named) => return Err(format!("CHROMEDRIVER: {} is no program", named.display())),
            None => find(&DRIVERS).ok_or("chromedriver is not installed (on Debian: chromium-driver)")?,
        };
        let browser = find(&BROWSERS).ok_or("chromium is not installed")?;
        Ok(Self { driver, browser })
    }
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_else(|| OsString::from("/usr/local/bin:/usr/bin:/bin"));
    names.iter().find_map(|name| {
        let mut places = std::env::split_paths(&path).map(|dir| dir.join(name));
        places.find(|place| is_program(place))
    })
}

fn is_program(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

/// The number in `Chromium 142.0.7444.59 built on Debian`.
pub(crate) fn version_in(said: &str) -> Option<String> {
    let is_version = |word: &&str| word.contains('.') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    said.split_whitespace().find(is_version).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_a_program_says() {
        let said = "Chromium 142.0.7444.59 built on Debian GNU/Linux 12 (bookworm)\n";
        assert_eq!(version_in(said).as_deref(), Some("142.0.7444.59"));
        assert_eq!(version_in("command not found"), None);
    }

    #[test]
    fn a_driver_that_is_named_must_be_one() {
        let why = Programs::find(Some(Path::new("/etc/passwd"))).unwrap_err();
        assert_eq!(why, "CHROMEDRIVER: /etc/passwd is no program");
        assert!(is_program(Path::new("/bin/sh")));
    }
}

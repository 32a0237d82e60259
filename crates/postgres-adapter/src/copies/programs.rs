//! PostgreSQL's own programs that copy databases.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;

use percent_encoding::percent_decode_str;
use ports::driven::CopyError;

use crate::embedded::program_folders;
use crate::session;

/// Where programs of one version lie.
pub(super) struct Programs(PathBuf);

impl Programs {
    /// Those of the server's major version; else of the next newer one, which reads older servers as well.
    pub(super) fn of_version(server: u32) -> Result<Self, CopyError> {
        Self::of_version_in(server, program_folders())
    }

    fn of_version_in(server: u32, folders: Vec<PathBuf>) -> Result<Self, CopyError> {
        let major_of = |folder: &PathBuf| {
            let is_whole = folder.join("pg_restore").is_file();
            let output = Command::new(folder.join("pg_dump")).arg("--version").output().ok();
            let version = output
                .filter(|_| is_whole)
                .and_then(|output| String::from_utf8(output.stdout).ok())?;
            major(version.strip_prefix("pg_dump (PostgreSQL) ")?)
        };
        let found = folders.into_iter();
        let mut found: Vec<_> = found.filter_map(|folder| Some((major_of(&folder)?, folder))).collect();
        // Stable: of the same version the first that was found.
        found.sort_by_key(|(major, _)| *major);
        let fitting = found.into_iter().find(|(major, _)| *major >= server);
        fitting.map(|(_, folder)| Self(folder)).ok_or_else(|| {
            CopyError::NoPrograms(format!(
                "the database needs pg_dump and pg_restore of PostgreSQL {server} or newer, which are not installed"
            ))
        })
    }

    /// The same for a server that calls its release so: `15.18 (Debian 15.18-0+deb12u1)`.
    pub(super) fn of_release(release: &str) -> Result<Self, CopyError> {
        Self::of_version(major(release).unwrap_or_default())
    }

    pub(super) fn command(&self, program: &str, url: &str) -> Command {
        let mut command = Command::new(self.0.join(program));
        command.env_clear();
        for name in ["PATH", "LD_LIBRARY_PATH", "HOME"].map(OsStr::new) {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        // Arguments are seen by everybody on the machine.
        let (url, password) = without_password(&session::bounded(url));
        command.arg("--dbname").arg(url).arg("--no-password");
        command.envs(password.map(|password| ("PGPASSWORD", password)));
        command
    }
}

/// `15.18 (Debian 15.18-0+deb12u1)` is 15.
fn major(version: &str) -> Option<u32> {
    let end = version.find(|c: char| !c.is_ascii_digit()).unwrap_or(version.len());
    version[..end].parse().ok()
}

/// A URL without its password, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let split = || {
        let (scheme, rest) = url.split_once("://")?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (user, host) = rest[..end].rsplit_once('@')?;
        let (user, password) = user.split_once(':')?;
        let password = percent_decode_str(password).decode_utf8().ok()?.into_owned();
        Some((format!("{scheme}://{user}@{host}{}", &rest[end..]), password))
    };
    match split() {
        Some((url, password)) => (url, Some(password)),
        None => (url.to_owned(), None),
    }
}

/// A program that is running, whose complaints are kept.
pub(super) struct Running {
    program: &'static str,
    child: Child,
    complaints: JoinHandle<String>,
}

impl Running {
    pub(super) fn start(program: &'static str, mut command: Command) -> io::Result<Self> {
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        let mut stderr = child.stderr.take().expect("it is piped");
        // Read all along: a full pipe would stop the program.
        let complaints = std::thread::spawn(move || {
            let mut told = Vec::new();
            let _ = stderr.read_to_end(&mut told);
            String::from_utf8_lossy(&told).trim().to_owned()
        });
        Ok(Self {
            program,
            child,
            complaints,
        })
    }

    pub(super) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Waits until it has ended, and well.
    pub(super) fn end(mut self) -> Result<(), CopyError> {
        let status = self.child.wait()?;
        let told = self.complaints.join().unwrap_or_default();
        if status.success() {
            return Ok(());
        }
        Err(CopyError::Failed {
            program: self.program,
            told: if told.is_empty() { status.to_string() } else { told },
        })
    }
}

/// What a program writes. At the end it says whether the program ended well.
pub(super) struct Output {
    stdout: ChildStdout,
    running: Option<Running>,
}

impl Output {
    pub(super) fn of(program: &'static str, mut command: Command) -> io::Result<Self> {
        let mut running = Running::start(program, {
            command.stdin(Stdio::null()).stdout(Stdio::piped());
            command
        })?;
        Ok(Self {
            stdout: running.child().stdout.take().expect("it is piped"),
            running: Some(running),
        })
    }
}

impl Read for Output {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stdout.read(buffer)?;
        if read == 0
            && !buffer.is_empty()
            && let Some(running) = self.running.take()
        {
            running.end().map_err(io::Error::other)?;
        }
        Ok(read)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // Nobody reads any more: it would wait for ever.
        if let Some(mut running) = self.running.take() {
            let _ = running.child().kill();
            let _ = running.child().wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_that_are_older_than_the_server_do_not_fit() {
        let error = Programs::of_release("9999.1 (Debian)").map(drop).unwrap_err();
        assert!(error.to_string().contains("PostgreSQL 9999 or newer"), "{error}");
    }

    /// A folder with programs that call themselves by this version; without the second one where it is half.
    fn installed(version: &str, is_whole: bool) -> tempfile::TempDir {
        const WRITE: &str = r#"printf '#!/bin/sh\necho "%s"\n' "$1" > pg_dump && chmod +x pg_dump"#;
        let folder = tempfile::tempdir().unwrap();
        // A program that this process had open for writing may still be so in one that another test is starting.
        let written = Command::new("sh")
            .args(["-c", WRITE, "sh", &format!("pg_dump (PostgreSQL) {version}")])
            .current_dir(folder.path())
            .status();
        assert!(written.unwrap().success());
        if is_whole {
            std::fs::write(folder.path().join("pg_restore"), "").unwrap();
        }
        folder
    }

    #[test]
    fn programs_of_the_servers_version_are_taken_and_else_those_of_the_next_newer_one() {
        let [newest, old, half, newer] = [
            installed("18.1", true),
            installed("14.20 (Debian 14.20-1)", true),
            installed("15.18", false),
            installed("16.2", true),
        ];
        let folders = [&newest, &old, &half, &newer].map(|folder| folder.path().to_owned());
        let of = |server| {
            let found = Programs::of_version_in(server, folders.to_vec());
            found.map(|Programs(folder)| folder)
        };
        for (server, expected) in [(14, &old), (15, &newer), (16, &newer), (17, &newest)] {
            assert_eq!(of(server).unwrap(), expected.path(), "{server}");
        }
        assert!(matches!(of(19), Err(CopyError::NoPrograms(told)) if told.contains("PostgreSQL 19")));
    }

    #[test]
    fn a_password_is_no_argument() {
        let of = |url| without_password(url);
        let split = (
            "postgres://a@h:1/d?sslmode=require".to_owned(),
            Some("p@ss/x".to_owned()),
        );
        assert_eq!(of("postgres://a:p%40ss%2Fx@h:1/d?sslmode=require"), split);
        for url in [
            "postgres://a@localhost/d?host=/a:b/c@d",
            "postgres://h/d",
            "postgres:///d",
        ] {
            assert_eq!(of(url), (url.to_owned(), None));
        }
    }

    #[test]
    fn a_program_that_fails_is_told_at_the_end_of_what_it_wrote() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo part; echo 'no such table' >&2; exit 3"]);
        let mut output = Output::of("sh", command).unwrap();
        let mut read = Vec::new();
        let error = output.read_to_end(&mut read).unwrap_err();
        assert_eq!(
            (read.as_slice(), error.to_string().as_str()),
            (&b"part\n"[..], "sh failed: no such table")
        );
    }
}

//! The driver of one walk: started through the keeper, and gone with it.

use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use thiserror::Error;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use super::folder::WalkFolder;
use super::processes;
use super::programs::Programs;

/// A driver that is not there by then is not coming.
const START_TIMEOUT: Duration = Duration::from_secs(20);
/// How often one that ends at its start is started: its port is free on IPv4 when it chooses it, and may be taken on IPv6.
const START_ATTEMPTS: usize = 3;
/// Everything has ended by then, or is killed from here.
const END_TIMEOUT: Duration = Duration::from_secs(10);

/// How to start the hidden command [`super::keeper::COMMAND`].
#[derive(Debug, Clone)]
pub struct Launcher {
    /// The program that knows the command, usually the running one.
    pub program: PathBuf,
    /// Its arguments, up to those that [`super::keeper::run`] reads.
    pub args: Vec<String>,
}

impl Launcher {
    /// The running executable with the name of the command.
    pub fn own() -> io::Result<Self> {
        Ok(Self {
            program: std::env::current_exe()?,
            args: vec![super::keeper::COMMAND.to_owned()],
        })
    }
}

/// Why there is no driver.
#[derive(Debug, Error)]
enum StartError {
    /// It ended before it said its port; with the last line that it wrote.
    #[error("the driver ended at its start{}", .0.as_ref().map(|line| format!(" ({line})")).unwrap_or_default())]
    Ended(Option<String>),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<StartError> for io::Error {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Io(error) => error,
            ended @ StartError::Ended(_) => Self::other(ended),
        }
    }
}

/// A driver that runs. Dropped, it ends with every browser that it started.
#[derive(Debug)]
pub(crate) struct Driver {
    keeper: Child,
    /// While it is open, the keeper keeps.
    word: ChildStdin,
    said: tokio::io::Lines<BufReader<ChildStdout>>,
    port: u16,
}

impl Driver {
    /// Starts it for a folder, once more where it ends before it says its port.
    pub(crate) async fn start(launcher: &Launcher, programs: &Programs, folder: &WalkFolder) -> io::Result<Self> {
        let mut attempt = 1;
        loop {
            let started = Self::start_once(launcher, programs, folder).await;
            match started {
                Err(StartError::Ended(_)) if attempt < START_ATTEMPTS => attempt += 1,
                started => return Ok(started?),
            }
        }
    }

    async fn start_once(launcher: &Launcher, programs: &Programs, folder: &WalkFolder) -> Result<Self, StartError> {
        let mut command = Command::new(&launcher.program);
        command.args(&launcher.args).arg("--directory").arg(folder.root());
        if let Some(account) = folder.account() {
            command.args(["--uid", &account.uid.to_string(), "--gid", &account.gid.to_string()]);
        }
        command.arg("--").arg(&programs.driver).arg("--port=0");
        // Nothing of the server's environment, secrets included, reaches a browser; nothing of a browser reaches /tmp.
        command.env_clear();
        command.env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        command
            .env("HOME", folder.root())
            .env("TMPDIR", folder.temporary_from_within());
        command
            .env("XDG_CONFIG_HOME", folder.temporary())
            .env("XDG_CACHE_HOME", folder.temporary());
        command.env("LANG", "C.UTF-8").env("TZ", "Asia/Seoul");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        // What a terminal sends to the server's group, the server itself has to see to.
        command.process_group(0);
        let mut keeper = command.spawn()?;
        let gone = || io::Error::other("the keeper of the browser has no pipes");
        let word = keeper.stdin.take().ok_or_else(gone)?;
        let said = BufReader::new(keeper.stdout.take().ok_or_else(gone)?).lines();
        let mut driver = Self {
            keeper,
            word,
            said,
            port: 0,
        };
        let port = timeout(START_TIMEOUT, driver.port_that_it_says()).await;
        driver.port = port.map_err(|_| io::Error::other("the driver did not start in time"))??;
        Ok(driver)
    }

    async fn port_that_it_says(&mut self) -> Result<u16, StartError> {
        let mut last = None;
        while let Some(line) = self.said.next_line().await? {
            if let Some(port) = port_in(&line) {
                return Ok(port);
            }
            last = Some(line);
        }
        Err(StartError::Ended(last))
    }

    /// Where it takes orders, on loopback.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The keeper, above all processes of the browser.
    pub(crate) fn keeper(&self) -> Option<u32> {
        self.keeper.id()
    }

    /// Comes back when the driver has ended by itself.
    pub(crate) async fn ended(&mut self) {
        // It says nothing that is of use; but its pipe must not fill up.
        while let Ok(Some(_)) = self.said.next_line().await {}
        let _ = self.keeper.wait().await;
    }

    /// Ends the driver with everything that came of it, and comes back when it is gone.
    pub(crate) async fn end(self) {
        let Self { mut keeper, word, .. } = self;
        let id = keeper.id();
        drop(word);
        if timeout(END_TIMEOUT, keeper.wait()).await.is_err() {
            for pid in id.map(processes::below).unwrap_or_default() {
                super::keeper::kill(pid);
            }
            let _ = keeper.kill().await;
        }
    }
}

/// The number in `ChromeDriver was started successfully on port 42373.`
fn port_in(line: &str) -> Option<u16> {
    let (before, after) = line.rsplit_once("on port ")?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    before.contains("success").then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_the_one_that_was_opened() {
        let line = "ChromeDriver was started successfully on port 42373.";
        assert_eq!(port_in(line), Some(42373));
        assert_eq!(port_in("Starting ChromeDriver 142.0 on port 0"), None);
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}

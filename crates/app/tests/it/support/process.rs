//! Running servers and workers.

use std::fs::File;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ExitStatus};

use rustix::process::{Pid, Signal, kill_process};

use super::{Client, MASTER_EMAIL, MASTER_PASSWORD, MINUTE, Program, Site, until};

/// A process of the program that does not outlive its test.
struct Running {
    child: Child,
    log: PathBuf,
    /// Where it runs is there as long as it is.
    _site: Site,
}

impl Running {
    fn start(site: &Site, arguments: &[&str]) -> Self {
        Self::spawn(site, arguments[0], site.program(arguments))
    }

    fn spawn(site: &Site, name: &str, program: Program) -> Self {
        let log = tempfile::Builder::new()
            .prefix(name)
            .suffix(".log")
            .tempfile_in(site.folder())
            .unwrap();
        let (file, log): (File, _) = log.keep().unwrap();
        let child = program.spawn(file);
        Self {
            child,
            log,
            _site: site.clone(),
        }
    }

    fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// As a power cut would: nothing is finished, nobody is told.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, and waits until it has.
    async fn terminate(&mut self) -> ExitStatus {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, Signal::TERM).unwrap();
        until("the process ends", MINUTE, async || self.child.try_wait().unwrap()).await
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("--- {}\n{}", self.log.display(), self.log());
        }
    }
}

/// A server that answers.
pub(crate) struct Server {
    process: Running,
    client: Client,
}

impl Server {
    /// Starts it and waits until it is ready.
    pub(super) async fn start(site: &Site, arguments: &[&str]) -> Self {
        Self::when_ready(Running::start(site, arguments)).await
    }

    /// The same on a socket that is handed over.
    pub(super) async fn start_on(site: &Site, socket: &TcpListener) -> Self {
        Self::start_as(site, site.program_on(socket, &["serve"])).await
    }

    /// The same by this program.
    pub(super) async fn start_as(site: &Site, program: Program) -> Self {
        Self::when_ready(Running::spawn(site, "serve", program)).await
    }

    async fn when_ready(mut process: Running) -> Self {
        let base = until("the server says where it listens", MINUTE, async || {
            let ended = process.child.try_wait().unwrap();
            assert!(ended.is_none(), "the server ended: {}", process.log());
            address(&process.log())
        })
        .await;
        let client = Client::new(&base);
        until("the server is ready", MINUTE, async || {
            let answer = client.try_get("/readyz").await.ok()?;
            (answer.status == 200).then_some(())
        })
        .await;
        let client = client.sign_in(MASTER_EMAIL, MASTER_PASSWORD).await;
        Self { process, client }
    }

    /// Where it can be talked to.
    pub(crate) fn base(&self) -> &str {
        self.client.base()
    }

    pub(crate) fn kill(&mut self) {
        self.process.kill();
    }

    /// Asks it to stop; answers how it ended.
    pub(crate) async fn stop(&mut self) -> ExitStatus {
        self.process.terminate().await
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.process.log()
    }

    /// The most memory that it has had at a time, in MiB.
    pub(crate) fn peak_memory_mib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kib: u64 = line.trim().strip_suffix(" kB").unwrap().parse().unwrap();
        kib / 1024
    }
}

impl std::ops::Deref for Server {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// `http://127.0.0.1:40123` in the line that says so; only complete lines count.
fn address(log: &str) -> Option<String> {
    let (told, _) = log.rsplit_once('\n')?;
    let (_, rest) = told.split_once("serves at http://")?;
    let (address, _) = rest.split_once(',')?;
    Some(format!("http://{address}"))
}

/// A worker without a server.
pub(crate) struct Worker(Running);

impl Worker {
    pub(super) fn start(site: &Site) -> Self {
        Self(Running::start(site, &["worker"]))
    }

    pub(crate) fn kill(&mut self) {
        self.0.kill();
    }

    /// Asks it to stop; answers how it ended.
    pub(crate) async fn stop(&mut self) -> ExitStatus {
        self.0.terminate().await
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.0.log()
    }
}

//! The port `BrowserRunner`: one walk from its first process to the last.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use domain::collection::{Masker, RunCode};
use ports::driven::collection::{
    BrowserAvailability, BrowserRunner, BrowserTask, DownloadedFile, NameResolver, Walk, WalkEnd,
};
use serde_json::json;
use tokio::time::sleep_until;
use url::Url;

use crate::browser::{
    Account, Driver, Launcher, Programs, Remote, WalkFolder, available_memory, end_leftovers, outgrown, overfull,
    version_of,
};
use crate::proxy::{LOOPBACK, Proxy};
use crate::reader::hosts;
use crate::recipe::{Recipe, Values, read};
use crate::walk::{Journal, Outcome, PageError, Plan, WalkHosts, walk};
use crate::webdriver::{Session, Start, WebDriverPage};

/// What is known of the browser is asked again after this.
const KNOWN_FOR: Duration = Duration::from_secs(30);
/// What we add to the name by which a browser introduces itself.
const OUR_NAME: &str = "Fullhouse";

/// Which browser is used.
#[derive(Debug, Clone)]
pub enum BrowserPlace {
    /// The installed one, with the driver that is found or named.
    Here {
        /// `CHROMEDRIVER`.
        driver: Option<PathBuf>,
    },
    /// That of a driver that somebody else runs, and that sees the same folders under the same paths.
    Elsewhere {
        /// `WEBDRIVER_URL`.
        webdriver: Url,
        /// `BROWSER_PROXY_HOST`: by which name or address the browser reaches this machine.
        proxy_host: Option<String>,
    },
}

/// Walks with Chromium.
pub struct ChromiumRunner {
    place: BrowserPlace,
    is_sandboxed: bool,
    launcher: Launcher,
    resolver: Arc<dyn NameResolver>,
    memory_bytes: AtomicU64,
    /// What was last found out, and when.
    known: Mutex<Option<(Instant, BrowserAvailability)>>,
    /// As whom a browser of a version introduces itself.
    agent: Mutex<Option<Agent>>,
}

#[derive(Debug, Clone)]
struct Agent {
    version: String,
    name: String,
}

/// Why there is no walk, or why it ended early.
#[derive(Debug)]
struct Ended(WalkEnd);

impl Ended {
    fn failed(code: RunCode, detail: impl Into<String>) -> Self {
        Self(WalkEnd::Failed {
            code,
            detail: Some(detail.into()),
        })
    }
}

/// What a walk is done with.
struct Tools {
    proxy: Proxy,
    proxy_address: String,
    folder: WalkFolder,
    /// `None`: somebody else runs it.
    driver: Option<Driver>,
    webdriver: String,
    /// `None`: the driver knows it.
    browser: Option<PathBuf>,
}

impl ChromiumRunner {
    /// With a browser at `place`, whose processes confine themselves unless `is_sandboxed` is false; started by `launcher`.
    pub fn new(place: BrowserPlace, is_sandboxed: bool, launcher: Launcher, resolver: Arc<dyn NameResolver>) -> Self {
        Self {
            place,
            is_sandboxed,
            launcher,
            resolver,
            memory_bytes: AtomicU64::new(0),
            known: Mutex::new(None),
            agent: Mutex::new(None),
        }
    }

    async fn look(&self) -> BrowserAvailability {
        let found = match &self.place {
            BrowserPlace::Here { driver } => match Programs::find(driver.as_deref()) {
                Ok(programs) => match version_of(&programs.browser).await {
                    Some(version) => Ok(Some(version)),
                    None => Err(format!("{} does not run", programs.browser.display())),
                },
                Err(reason) => Err(reason),
            },
            BrowserPlace::Elsewhere { webdriver, proxy_host } => {
                match Remote::of(webdriver, proxy_host.as_deref()).await {
                    Ok(remote) => remote.status().await,
                    Err(reason) => Err(reason),
                }
            }
        };
        match found {
            Ok(version) => BrowserAvailability { version, reason: None },
            Err(reason) => BrowserAvailability {
                version: None,
                reason: Some(reason),
            },
        }
    }

    async fn prepare(&self, task: &BrowserTask, hosts: WalkHosts) -> Result<Tools, Ended> {
        let unavailable = |detail: String| Ended::failed(RunCode::BrowserUnavailable, detail);
        let folder_failed = |error: std::io::Error| unavailable(format!("the folder of the browser: {error}"));
        let resolver = Arc::clone(&self.resolver);
        match &self.place {
            BrowserPlace::Here { driver } => {
                let programs = Programs::find(driver.as_deref()).map_err(unavailable)?;
                enough_memory(task.bounds.memory_bytes)?;
                let account = Account::choose().map_err(|error| unavailable(error.to_string()))?;
                let directory = task.directory.canonicalize().map_err(folder_failed)?;
                if let Some(above) = directory.parent().map(PathBuf::from) {
                    // One walk at a time: whatever else is there was left by one that nobody could end. It may run as
                    // the user whom the folder is given to.
                    let _ = tokio::task::spawn_blocking(move || end_leftovers(&above)).await;
                }
                let folder = WalkFolder::prepare(&directory, account).map_err(folder_failed)?;
                let proxy = Proxy::open(LOOPBACK, None, hosts, resolver).await;
                let proxy = proxy.map_err(|error| Ended::failed(RunCode::InternalError, error.to_string()))?;
                let started = Driver::start(&self.launcher, &programs, &folder).await;
                let driver = started.map_err(|error| unavailable(format!("the driver: {error}")))?;
                Ok(Tools {
                    proxy_address: format!("{LOOPBACK}:{}", proxy.port()),
                    proxy,
                    folder,
                    webdriver: format!("http://{LOOPBACK}:{}/", driver.port()),
                    driver: Some(driver),
                    browser: Some(programs.browser),
                })
            }
            BrowserPlace::Elsewhere { webdriver, proxy_host } => {
                let remote = Remote::of(webdriver, proxy_host.as_deref())
                    .await
                    .map_err(unavailable)?;
                let folder = WalkFolder::prepare(&task.directory, None).map_err(folder_failed)?;
                let proxy = Proxy::open(remote.listens_on, remote.peers.clone(), hosts, resolver).await;
                let proxy = proxy.map_err(|error| Ended::failed(RunCode::InternalError, error.to_string()))?;
                Ok(Tools {
                    proxy_address: format!("{}:{}", remote.proxy_host, proxy.port()),
                    proxy,
                    folder,
                    driver: None,
                    webdriver: remote.webdriver.to_string(),
                    browser: None,
                })
            }
        }
    }

    /// A browser that introduces itself as what it is, and as ours.
    async fn session(&self, tools: &Tools) -> Result<Session, Ended> {
        let profile = tools.folder.profile();
        let known = self.agent.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(agent) = known {
            let session = self.start(tools, &profile, Some(&agent.name)).await?;
            if version_in(&session) == agent.version {
                return Ok(session);
            }
            // Another version since: it is asked anew.
            session.end().await;
        }
        let asked = self.start(tools, &tools.folder.temporary().join("first"), None).await?;
        let said = asked.script("return navigator.userAgent", json!([])).await;
        let version = version_in(&asked);
        asked.end().await;
        let said = said.map_err(|error| Ended::failed(RunCode::BrowserCrashed, error.to_string()))?;
        let agent = Agent {
            version,
            name: format!("{} {OUR_NAME}", said.as_str().unwrap_or("Chromium")),
        };
        let session = self.start(tools, &profile, Some(&agent.name)).await?;
        *self.agent.lock().unwrap_or_else(PoisonError::into_inner) = Some(agent);
        Ok(session)
    }

    async fn start(&self, tools: &Tools, profile: &std::path::Path, agent: Option<&str>) -> Result<Session, Ended> {
        let downloads = tools.folder.downloads();
        let start = Start {
            browser: tools.browser.as_deref(),
            profile,
            downloads: &downloads,
            proxy: &tools.proxy_address,
            user_agent: agent,
            is_sandboxed: self.is_sandboxed,
        };
        let started = Session::start(&tools.webdriver, start.capabilities()).await;
        started.map_err(|why| {
            let signs = [
                "failed to start",
                "DevToolsActivePort",
                "only supports",
                "cannot find",
                "instance exited",
            ];
            if signs.iter().any(|sign| why.contains(sign)) {
                let hint = "in a container that forbids the browser's sandbox, BROWSER_NO_SANDBOX=true is needed";
                return Ended::failed(RunCode::BrowserUnavailable, format!("{why} ({hint})"));
            }
            Ended::failed(RunCode::BrowserCrashed, why)
        })
    }

    /// From the recipe to its end, as far as it comes.
    async fn walk_it(&self, task: &BrowserTask, journal: &mut Journal, blocked: &mut Vec<String>) -> WalkEnd {
        let deadline = tokio::time::Instant::now() + task.bounds.time;
        let masker = Masker::new(task.secrets.values());
        let told = |end: WalkEnd| match end {
            WalkEnd::Failed {
                code,
                detail: Some(detail),
            } => WalkEnd::Failed {
                code,
                detail: Some(masker.mask(&detail)),
            },
            end => end,
        };
        let (recipe, values, hosts) = match understood(task) {
            Ok(understood) => understood,
            Err(Ended(end)) => return told(end),
        };
        let mut tools = match self.prepare(task, hosts.clone()).await {
            Ok(tools) => tools,
            Err(Ended(end)) => return told(end),
        };
        let plan = Plan {
            recipe: &recipe,
            values: &values,
            secrets: &task.secrets,
            hosts: &hosts,
            masker: &masker,
            step_pause: task.bounds.step_pause,
            file_bytes: task.bounds.file_bytes,
            is_dry: task.is_dry,
        };
        let too_long = || {
            let seconds = task.bounds.time.as_secs();
            Ended::failed(RunCode::Timeout, format!("more than {seconds} s in all"))
        };
        let keeper = tools.driver.as_ref().and_then(Driver::keeper);
        // A page may begin downloads that no step asked for; the step that waits for one says more of its length.
        let most_downloads = task.bounds.file_bytes.saturating_mul(2);
        let too_much = || Ended::failed(RunCode::TooLarge, format!("more than {} bytes", task.bounds.file_bytes));
        let mut driver = tools.driver.take();
        let mut session = None;
        let outcome = {
            let work = async {
                let started = self.session(&tools).await?;
                let started = session.insert(started);
                let downloads = tools.folder.downloads();
                let lost = |error: PageError| Ended::failed(RunCode::BrowserCrashed, error.to_string());
                let page = WebDriverPage::of(started, &tools.proxy, &downloads, &masker).await;
                Ok(walk(&plan, &mut page.map_err(lost)?, journal).await)
            };
            let ended_by_itself = async {
                match &mut driver {
                    Some(driver) => driver.ended().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                () = task.cancellation.cancelled() => Err(Ended(WalkEnd::Cancelled)),
                ended = work => ended,
                () = sleep_until(deadline) => Err(too_long()),
                bytes = outgrown(keeper, task.bounds.memory_bytes, &self.memory_bytes) => {
                    Err(Ended::failed(RunCode::BrowserMemory, format!("{} MB", bytes / (1024 * 1024))))
                }
                () = overfull(tools.folder.downloads(), most_downloads) => Err(too_much()),
                () = ended_by_itself => Err(Ended::failed(RunCode::BrowserCrashed, "the driver ended")),
            }
        };
        // A browser that did well is closed, any other is killed; one that others run can only be closed.
        if let Some(session) = session.filter(|_| outcome.is_ok() || driver.is_none()) {
            session.end().await;
        }
        if let Some(driver) = driver {
            driver.end().await;
            // Whoever has killed its keeper has left the browser.
            let root = tools.folder.root().to_owned();
            let _ = tokio::task::spawn_blocking(move || end_leftovers(&root)).await;
        }
        *blocked = tools.proxy.blocked_hosts();
        let end = match outcome {
            Ok(Outcome::File(file)) => kept(&tools.folder, file),
            Ok(Outcome::NoData) => WalkEnd::NoData,
            Ok(Outcome::Failed(code, detail)) => WalkEnd::Failed { code, detail },
            Err(Ended(end)) => end,
        };
        told(end)
    }
}

#[async_trait]
impl BrowserRunner for ChromiumRunner {
    async fn availability(&self) -> BrowserAvailability {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, known)) = known.filter(|(at, _)| at.elapsed() < KNOWN_FOR) {
            return known;
        }
        let found = self.look().await;
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), found.clone()));
        found
    }

    async fn walk(&self, task: BrowserTask) -> Walk {
        let mut journal = Journal::default();
        let mut blocked_hosts = Vec::new();
        let _memory = Forgotten(&self.memory_bytes);
        let end = self.walk_it(&task, &mut journal, &mut blocked_hosts).await;
        let detail = match &end {
            WalkEnd::Failed { detail, .. } => detail.clone(),
            WalkEnd::File(_) | WalkEnd::NoData | WalkEnd::Cancelled => None,
        };
        journal.interrupt(detail);
        Walk {
            end,
            steps: journal.into_steps(),
            blocked_hosts,
        }
    }

    fn memory_bytes(&self) -> u64 {
        self.memory_bytes.load(Ordering::Relaxed)
    }
}

/// Without a walk nothing is taken.
struct Forgotten<'a>(&'a AtomicU64);

impl Drop for Forgotten<'_> {
    fn drop(&mut self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// What a task is about.
fn understood(task: &BrowserTask) -> Result<(Recipe, Values, WalkHosts), Ended> {
    let recipe = read(&task.recipe).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Ended::failed(RunCode::RecipeInvalid, first)
    })?;
    let values = Values {
        date: task.values.date,
        today: task.values.today,
        sale_start: task.values.sale_start,
        code: task.values.production_code.as_ref().map(ToString::to_string),
        params: task.values.params.clone(),
    };
    let named = hosts(&recipe, &values).map_err(|error| Ended::failed(RunCode::RecipeInvalid, error.to_string()))?;
    let hosts = WalkHosts::new(task.addresses.clone(), &named);
    Ok((recipe, values, hosts))
}

/// A browser that has half of what it may take gets through most pages.
fn enough_memory(most: u64) -> Result<(), Ended> {
    match available_memory() {
        Some(free) if free < most / 2 => {
            let (free, most) = (free / (1024 * 1024), most / (1024 * 1024));
            let detail = format!("{free} MB are free, and a browser may take {most} MB");
            Err(Ended::failed(RunCode::NoMemory, detail))
        }
        _ => Ok(()),
    }
}

fn kept(folder: &WalkFolder, file: crate::walk::Incoming) -> WalkEnd {
    match folder.keep(&file.path) {
        Ok((path, size_bytes)) => WalkEnd::File(DownloadedFile {
            file_name: file.file_name,
            path,
            size_bytes,
        }),
        Err(error) => WalkEnd::Failed {
            code: RunCode::FailedStep,
            detail: Some(error.to_string()),
        },
    }
}

fn version_in(session: &Session) -> String {
    let version = session.capabilities.get("browserVersion");
    version
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

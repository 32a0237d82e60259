//! What each kind of step does.

use std::time::Duration;

use domain::collection::{RunCode, Secret};
use tokio::time::{Instant, sleep};
use url::Url;

use super::guards;
use super::page::{Incoming, Page, PageError};
use super::{Plan, Stop, Why};
use crate::recipe::{Action, Key, Selector, Step, Template, Unfilled, Until, Verdict};

/// How often a page is looked at that something is expected of.
const POLL: Duration = Duration::from_millis(200);
/// How often the folder for downloads is.
const DOWNLOAD_POLL: Duration = Duration::from_millis(500);
/// For so long nothing more must come after a whole file: a site may begin a second one late, and that is then told.
const SETTLED: Duration = Duration::from_secs(3);
/// Text of an element that is told, in characters.
const SHOWN_CHARS: usize = 200;

pub(super) struct Walker<'a, P> {
    plan: &'a Plan<'a>,
    page: &'a mut P,
    has_typed_secret: bool,
    file: Option<Incoming>,
}

/// What is done to an element.
enum Input<'a> {
    Click,
    Press(Key),
    Fill(&'a str),
    FillSecret(&'a str),
    Choose(&'a str),
}

impl<'a, P: Page> Walker<'a, P> {
    pub(super) fn new(plan: &'a Plan<'a>, page: &'a mut P) -> Self {
        Self {
            plan,
            page,
            has_typed_secret: false,
            file: None,
        }
    }

    pub(super) fn page(&mut self) -> &mut P {
        self.page
    }

    pub(super) fn into_file(self) -> Option<Incoming> {
        self.file
    }

    pub(super) async fn step(&mut self, step: &Step) -> Result<(), Stop> {
        let deadline = Instant::now() + step.timeout();
        match &step.action {
            Action::Open(address) => self.open(address).await,
            Action::Fill { field, with } => self.fill(field, with, deadline).await,
            Action::Choose { list, option } => {
                let option = self.text(option)?;
                self.input(&self.text(list)?, &Input::Choose(&option), deadline).await
            }
            Action::Click(element) => {
                self.input(&self.text(element)?, &Input::Click, deadline).await?;
                self.look().await
            }
            Action::Press { key, element } => {
                match element {
                    Some(element) => self.input(&self.text(element)?, &Input::Press(*key), deadline).await?,
                    None => self.page.press(None, *key).await?,
                }
                self.look().await
            }
            Action::Wait { element, until } => self.wait(element, until, deadline).await,
            Action::AcceptDialog(text) => self.accept_dialog(text, deadline).await,
            Action::Frame(frame) => self.frame(frame.as_ref(), deadline).await,
            Action::Window(window) => Ok(self.page.enter_window(*window).await?),
            Action::Download { element, key } => self.download(element, *key, deadline).await,
            Action::FailIf {
                element,
                contains,
                verdict,
            } => self.fail_if(element, contains.as_ref(), *verdict).await,
        }
    }

    async fn open(&mut self, address: &Template) -> Result<(), Stop> {
        let text = self.text(address)?;
        let address = Url::parse(&text).map_err(|_| Stop::new(RunCode::FailedStep, format!("no address: {text}")))?;
        // Nothing is asked of a host that must not be.
        let checked = self.plan.hosts.check(&address);
        checked.map_err(|refusal| Stop::new(refusal.code(), address.host_str().unwrap_or_default()))?;
        let opened = self.page.open(&address).await;
        if let Err(PageError::Load(why)) = &opened {
            // It says better whose refusal it was.
            self.look().await?;
            return Err(Stop::new(RunCode::Unreachable, why.as_str()));
        }
        match opened {
            Ok(()) | Err(PageError::Dialog(_)) => self.look().await,
            Err(error) => Err(error.into()),
        }
    }

    async fn fill(&mut self, field: &Template, with: &Template, deadline: Instant) -> Result<(), Stop> {
        let selector = self.text(field)?;
        let secrets = self.plan.secrets;
        let filled = with.fill_with_secrets(self.plan.values, |name| secrets.get(name).map(Secret::reveal));
        let text = filled.map_err(|error| unfilled(&error))?;
        if !with.has_secret() {
            return self.input(&selector, &Input::Fill(&text), deadline).await;
        }
        self.one(&selector, deadline).await?;
        self.look().await?;
        self.is_ours().await?;
        // From here on the account is at stake: a 401 means that it was refused.
        self.has_typed_secret = true;
        self.input(&selector, &Input::FillSecret(&text), deadline).await
    }

    /// Whether page and frame are of hosts that the recipe names: nobody else is told a secret.
    async fn is_ours(&mut self) -> Result<(), Stop> {
        let signs = self.page.signs().await?;
        let hosts = self.plan.hosts;
        let foreign = signs
            .places
            .iter()
            .find(|place| !place.as_ref().is_some_and(|place| hosts.is_named(place)));
        match foreign {
            None if !signs.places.is_empty() => Ok(()),
            foreign => {
                let place = foreign.and_then(Option::as_ref).and_then(Url::host_str);
                let detail = format!(
                    "a secret is typed into pages of 'hosts' only, not of '{}'",
                    place.unwrap_or("?")
                );
                Err(Stop::new(RunCode::HostNotAllowed, detail))
            }
        }
    }

    async fn wait(&mut self, element: &Template, until: &Until, deadline: Instant) -> Result<(), Stop> {
        let text = self.text(element)?;
        let selector = Selector::of(&text);
        let contains = match until {
            Until::Text(contains) => Some(self.text(contains)?),
            Until::Visible | Until::Gone => None,
        };
        loop {
            let found = self.look_for(&selector).await?;
            let count = found.len();
            let holds = match (until, &contains) {
                (Until::Gone, _) => found.is_empty(),
                (_, Some(contains)) => self.any_contains(&found, contains).await?,
                _ => count == 1,
            };
            if holds {
                return Ok(());
            }
            if Instant::now() >= deadline {
                let what = match (until, &contains) {
                    (Until::Gone, _) => "still there".to_owned(),
                    (_, Some(contains)) => format!("does not say '{contains}'"),
                    _ => "not there".to_owned(),
                };
                return Err(Stop::missing(format!("{text}: {what} ({})", elements(count))));
            }
            sleep(POLL).await;
        }
    }

    async fn any_contains(&mut self, found: &[P::Element], contains: &str) -> Result<bool, Stop> {
        for element in found {
            match self.page.text(element).await {
                Ok(text) if text.contains(contains) => return Ok(true),
                Ok(_) | Err(PageError::Gone) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(false)
    }

    async fn accept_dialog(&mut self, text: &Template, deadline: Instant) -> Result<(), Stop> {
        let expected = self.text(text)?;
        let said = loop {
            if let Some(said) = self.page.dialog().await? {
                break said;
            }
            if Instant::now() >= deadline {
                return Err(Stop::missing("no dialog came"));
            }
            sleep(POLL).await;
        };
        if !said.contains(&expected) {
            return Err(Stop::new(RunCode::FailedStep, format!("the dialog says: {said}")));
        }
        self.page.accept_dialog().await?;
        self.look().await
    }

    async fn frame(&mut self, frame: Option<&Template>, deadline: Instant) -> Result<(), Stop> {
        match frame {
            None => self.page.enter_frame(None).await?,
            Some(frame) => {
                let text = self.text(frame)?;
                loop {
                    let element = self.one(&text, deadline).await?;
                    match self.page.enter_frame(Some(&element)).await {
                        Ok(()) => break,
                        Err(PageError::Gone) if Instant::now() < deadline => sleep(POLL).await,
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
        match self.page.settle().await {
            Ok(()) | Err(PageError::Dialog(_) | PageError::Gone) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn fail_if(&mut self, element: &Template, contains: Option<&Template>, verdict: Verdict) -> Result<(), Stop> {
        let selector = Selector::of(&self.text(element)?);
        let contains = contains.map(|text| self.text(text)).transpose()?;
        match self.page.settle().await {
            Ok(()) | Err(PageError::Gone) => {}
            Err(error) => return Err(error.into()),
        }
        for element in self.look_for(&selector).await? {
            let said = match self.page.text(&element).await {
                Ok(said) => said,
                Err(PageError::Gone) => continue,
                Err(error) => return Err(error.into()),
            };
            if contains.as_ref().is_none_or(|contains| said.contains(contains)) {
                let why = match verdict {
                    Verdict::LoginFailed => Why::Code(RunCode::LoginFailed),
                    Verdict::Blocked => Why::Code(RunCode::Blocked),
                    Verdict::SessionLost => Why::Code(RunCode::SessionLost),
                    Verdict::NoData => Why::NoData,
                    Verdict::LayoutChanged => Why::Code(RunCode::LayoutChanged),
                    Verdict::FailedStep => Why::Code(RunCode::FailedStep),
                };
                // In this order: of a secret that is cut nobody would know the rest.
                let detail = self.plan.masker.mask(&said).chars().take(SHOWN_CHARS).collect();
                return Err(Stop { why, detail });
            }
        }
        Ok(())
    }

    async fn download(&mut self, element: &Template, key: Option<Key>, deadline: Instant) -> Result<(), Stop> {
        let selector = self.text(element)?;
        // Whatever came before was not asked for.
        let before: Vec<_> = self.page.downloads().await?.into_iter().map(|file| file.path).collect();
        let input = key.map_or(Input::Click, Input::Press);
        self.input(&selector, &input, deadline).await?;
        let mut seen: Vec<Incoming> = Vec::new();
        let mut changed = Instant::now();
        let many = |count: usize| Stop::new(RunCode::FailedStep, format!("{count} files came instead of one"));
        loop {
            sleep(DOWNLOAD_POLL).await;
            let mut files = self.page.downloads().await?;
            files.retain(|file| !before.contains(&file.path));
            if files.iter().any(|file| file.size_bytes > self.plan.file_bytes) {
                return Err(Stop::new(
                    RunCode::TooLarge,
                    format!("more than {} bytes", self.plan.file_bytes),
                ));
            }
            if files != seen {
                changed = Instant::now();
                seen.clone_from(&files);
            }
            let is_whole = !files.is_empty() && files.iter().all(|file| !file.is_partial);
            if is_whole && changed.elapsed() >= SETTLED {
                if files.len() > 1 {
                    return Err(many(files.len()));
                }
                self.file = files.pop();
                return Ok(());
            }
            if let Some(said) = self.page.dialog().await? {
                return Err(PageError::Dialog(said).into());
            }
            // What is whole in time may settle afterwards.
            if Instant::now() >= deadline && (!is_whole || files.len() > 1) {
                // A page that came in its place says why.
                self.look().await?;
                return Err(match files.len() {
                    0 | 1 => Stop::new(RunCode::Timeout, "no whole file came"),
                    count => many(count),
                });
            }
        }
    }

    /// Does something with the one element that a selector matches, as soon as that can be done.
    async fn input(&mut self, text: &str, input: &Input<'_>, deadline: Instant) -> Result<(), Stop> {
        loop {
            let element = self.one(text, deadline).await?;
            let done = match input {
                Input::Click => self.page.click(&element).await,
                Input::Press(key) => self.page.press(Some(&element), *key).await,
                Input::Fill(with) => self.page.fill(&element, with).await,
                Input::FillSecret(with) => {
                    // Each time: the page may be another one by now.
                    self.is_ours().await?;
                    match self.page.mark_secret(&element).await {
                        Ok(()) => self.page.fill(&element, with).await,
                        Err(error) => Err(error),
                    }
                }
                Input::Choose(option) => match self.page.choose(&element, option).await {
                    Ok(true) => Ok(()),
                    Ok(false) if Instant::now() >= deadline => {
                        return Err(Stop::new(
                            RunCode::LayoutChanged,
                            format!("{text}: no option '{option}'"),
                        ));
                    }
                    Ok(false) => Err(PageError::Gone),
                    Err(error) => Err(error),
                },
            };
            match done {
                Ok(()) => return Ok(()),
                // It was not open when the element was found: what was done has opened it, and the next step answers it.
                Err(PageError::Dialog(_)) if matches!(input, Input::Click | Input::Press(_)) => return Ok(()),
                Err(PageError::Gone | PageError::Covered(_)) if Instant::now() < deadline => sleep(POLL).await,
                Err(PageError::Covered(why)) => {
                    return Err(Stop::new(RunCode::FailedStep, format!("{text}: {why}")));
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The one visible element that a selector matches.
    async fn one(&mut self, text: &str, deadline: Instant) -> Result<P::Element, Stop> {
        let selector = Selector::of(text);
        loop {
            let mut found = self.look_for(&selector).await?;
            let count = found.len();
            if let (1, Some(element)) = (count, found.pop()) {
                return Ok(element);
            }
            if Instant::now() >= deadline {
                return Err(Stop::missing(format!("{text}: {} instead of one", elements(count))));
            }
            sleep(POLL).await;
        }
    }

    /// Every visible element; none in a page or frame that is just being left.
    async fn look_for(&mut self, selector: &Selector) -> Result<Vec<P::Element>, Stop> {
        match self.page.find(selector).await {
            Ok(found) => Ok(found),
            Err(PageError::Gone) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    async fn look(&mut self) -> Result<(), Stop> {
        guards::look(self.page, self.has_typed_secret).await
    }

    fn text(&self, template: &Template) -> Result<String, Stop> {
        template.fill(self.plan.values).map_err(|error| unfilled(&error))
    }
}

fn unfilled(error: &Unfilled) -> Stop {
    let code = match error {
        Unfilled::Secret(_) => RunCode::SecretMissing,
        Unfilled::SaleStart | Unfilled::Code | Unfilled::Param(_) | Unfilled::Day => RunCode::FailedStep,
    };
    Stop::new(code, error.to_string())
}

fn elements(count: usize) -> String {
    match count {
        1 => "1 visible element".to_owned(),
        count => format!("{count} visible elements"),
    }
}

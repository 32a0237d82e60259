//! What a recipe says: a title, hosts, parameters and steps.

mod fault;
mod fields;
mod reading;
mod template;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::time::Duration;

use domain::collection::SecretName;

pub(crate) use fault::Fault;
pub(crate) use reading::read;
pub(crate) use template::{Template, Unfilled, Values};

/// Where the time of a step ends that says nothing of it.
const USUAL_TIMEOUT: Duration = Duration::from_secs(20);
/// The same of a step that may be passed over.
const OPTIONAL_TIMEOUT: Duration = Duration::from_secs(3);

/// A recipe that keeps every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recipe {
    /// What people call it.
    pub(crate) title: String,
    /// Every host that its pages may load from: `name`, `name:port` or `*.name`.
    pub(crate) hosts: Vec<Template>,
    /// Names of the values that a source has to give.
    pub(crate) params: Vec<String>,
    /// What is done, one after the other. One of them is a download.
    pub(crate) steps: Vec<Step>,
}

impl Recipe {
    /// The secrets that it types, in the order of their names.
    pub(crate) fn secrets(&self) -> BTreeSet<SecretName> {
        let texts = self.steps.iter().filter_map(|step| match &step.action {
            Action::Fill { with, .. } => Some(with),
            _ => None,
        });
        texts.flat_map(Template::secrets).cloned().collect()
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// What is done.
    pub(crate) action: Action,
    /// What people are told of it.
    pub(crate) note: Option<String>,
    /// How long it may take, where the recipe says.
    pub(crate) timeout_s: Option<u16>,
    /// Whether it is passed over where its element is missing.
    pub(crate) is_optional: bool,
}

impl Step {
    /// How long its element is waited for.
    pub(crate) fn timeout(&self) -> Duration {
        match (self.timeout_s, self.is_optional) {
            (Some(seconds), _) => Duration::from_secs(seconds.into()),
            (None, true) => OPTIONAL_TIMEOUT,
            (None, false) => USUAL_TIMEOUT,
        }
    }
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Goes to an address.
    Open(Template),
    /// Clears a field and types into it.
    Fill {
        /// The field.
        field: Template,
        /// What is typed; the only text that may name secrets.
        with: Template,
    },
    /// Chooses from a `<select>`.
    Choose {
        /// The list.
        list: Template,
        /// The visible text of the option.
        option: Template,
    },
    /// Clicks an element.
    Click(Template),
    /// Presses a key.
    Press {
        /// Which.
        key: Key,
        /// In which element; else in the one that has the focus.
        element: Option<Template>,
    },
    /// Waits until something holds.
    Wait {
        /// Which element.
        element: Template,
        /// Until when.
        until: Until,
    },
    /// Accepts a dialog of JavaScript whose text contains this.
    AcceptDialog(Template),
    /// The next steps act within this frame; `None`: in the page itself.
    Frame(Option<Template>),
    /// The next steps act in this window.
    Window(Window),
    /// Fetches the file.
    Download {
        /// What is clicked.
        element: Template,
        /// The key that is pressed in it instead.
        key: Option<Key>,
    },
    /// Ends the run where an element is there.
    FailIf {
        /// Which element.
        element: Template,
        /// Of those only ones whose text contains this.
        contains: Option<Template>,
        /// What that means.
        verdict: Verdict,
    },
}

impl Action {
    /// As recipes call it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Fill { .. } => "fill",
            Self::Choose { .. } => "choose",
            Self::Click(_) => "click",
            Self::Press { .. } => "press",
            Self::Wait { .. } => "wait",
            Self::AcceptDialog(_) => "accept-dialog",
            Self::Frame(_) => "frame",
            Self::Window(_) => "window",
            Self::Download { .. } => "download",
            Self::FailIf { .. } => "fail-if",
        }
    }
}

/// What a `wait` waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Until {
    /// One such element is visible.
    Visible,
    /// None is.
    Gone,
    /// The text of one contains this.
    Text(Template),
}

/// A window of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Window {
    /// The one that was opened last.
    Newest,
    /// The one that the run began with.
    First,
}

/// What a `fail-if` that finds something means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The account was refused.
    LoginFailed,
    /// The site says no.
    Blocked,
    /// Whoever was signed in is not any more.
    SessionLost,
    /// There is nothing to fetch, and that is fine.
    NoData,
    /// The site is another one now.
    LayoutChanged,
    /// It cannot go on.
    FailedStep,
}

impl Verdict {
    /// Every verdict, by its word.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("login_failed", Self::LoginFailed),
        ("blocked", Self::Blocked),
        ("session_lost", Self::SessionLost),
        ("no_data", Self::NoData),
        ("layout_changed", Self::LayoutChanged),
        ("failed_step", Self::FailedStep),
    ];
}

/// A key that has a name rather than a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// Return.
    Enter,
    /// To the next field.
    Tab,
    /// Leave.
    Escape,
    /// Delete before the cursor.
    Backspace,
    /// Delete behind the cursor.
    Delete,
    /// Up.
    ArrowUp,
    /// Down.
    ArrowDown,
    /// Left.
    ArrowLeft,
    /// Right.
    ArrowRight,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The space bar.
    Space,
}

impl Key {
    /// Every key: its word, and the character that WebDriver knows it by.
    pub(crate) const ALL: [(&'static str, Self, char); 14] = [
        ("Enter", Self::Enter, '\u{e007}'),
        ("Tab", Self::Tab, '\u{e004}'),
        ("Escape", Self::Escape, '\u{e00c}'),
        ("Backspace", Self::Backspace, '\u{e003}'),
        ("Delete", Self::Delete, '\u{e017}'),
        ("ArrowUp", Self::ArrowUp, '\u{e013}'),
        ("ArrowDown", Self::ArrowDown, '\u{e015}'),
        ("ArrowLeft", Self::ArrowLeft, '\u{e012}'),
        ("ArrowRight", Self::ArrowRight, '\u{e014}'),
        ("Home", Self::Home, '\u{e011}'),
        ("End", Self::End, '\u{e010}'),
        ("PageUp", Self::PageUp, '\u{e00e}'),
        ("PageDown", Self::PageDown, '\u{e00f}'),
        ("Space", Self::Space, '\u{e00d}'),
    ];

    /// The character that stands for the key in what WebDriver types.
    pub(crate) fn character(self) -> char {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|(_, key, _)| *key == self);
        found.expect("every key is in the list").2
    }
}

/// How an element is found, once its placeholders are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Selector {
    /// A selector of CSS.
    Css(String),
    /// By the visible text of a link, button or label.
    Text(String),
    /// An expression of XPath.
    XPath(String),
}

impl Selector {
    /// Reads `text:…`, `xpath:…` or else CSS.
    pub(crate) fn of(text: &str) -> Self {
        if let Some(words) = text.strip_prefix("text:") {
            Self::Text(words.split_whitespace().collect::<Vec<_>>().join(" "))
        } else if let Some(path) = text.strip_prefix("xpath:") {
            Self::XPath(path.to_owned())
        } else {
            Self::Css(text.to_owned())
        }
    }
}

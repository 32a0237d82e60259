//! What a walk needs of a browser.

use std::path::PathBuf;

use async_trait::async_trait;
use domain::collection::AddressRefusal;
use thiserror::Error;
use url::Url;

use crate::recipe::{Key, Selector, Window};

/// A page in a browser, and the frame of it that acts. Every call is bounded in time.
#[async_trait]
pub(crate) trait Page: Send {
    /// Stands for an element, as long as that is there.
    type Element: Clone + Send + Sync;

    /// Goes to an address in the window that acts, and leaves all frames.
    async fn open(&mut self, address: &Url) -> Result<(), PageError>;

    /// Every visible element that a selector matches.
    async fn find(&mut self, selector: &Selector) -> Result<Vec<Self::Element>, PageError>;

    /// Clicks.
    async fn click(&mut self, element: &Self::Element) -> Result<(), PageError>;

    /// Clears a field and types.
    async fn fill(&mut self, element: &Self::Element, text: &str) -> Result<(), PageError>;

    /// Remembers that a field gets a secret, so that no picture shows it.
    async fn mark_secret(&mut self, element: &Self::Element) -> Result<(), PageError>;

    /// Chooses an option by its visible text; `false` where there is none.
    async fn choose(&mut self, list: &Self::Element, option: &str) -> Result<bool, PageError>;

    /// Presses a key in an element, or in the one that has the focus.
    async fn press(&mut self, element: Option<&Self::Element>, key: Key) -> Result<(), PageError>;

    /// The visible text of an element.
    async fn text(&mut self, element: &Self::Element) -> Result<String, PageError>;

    /// What an open dialog says; `None` without one.
    async fn dialog(&mut self) -> Result<Option<String>, PageError>;

    /// Accepts the open dialog.
    async fn accept_dialog(&mut self) -> Result<(), PageError>;

    /// Acts within a frame of the present one, or in the page itself.
    async fn enter_frame(&mut self, frame: Option<&Self::Element>) -> Result<(), PageError>;

    /// Acts in another window.
    async fn enter_window(&mut self, window: Window) -> Result<(), PageError>;

    /// Comes back once the page is parsed, or after some seconds.
    async fn settle(&mut self) -> Result<(), PageError>;

    /// What the page that acts is like.
    async fn signs(&mut self) -> Result<Signs, PageError>;

    /// The files that have come, and those that are coming.
    async fn downloads(&mut self) -> Result<Vec<Incoming>, PageError>;

    /// A picture and the page, without secrets.
    async fn evidence(&mut self) -> Result<Evidence, PageError>;
}

/// What a page is like, whatever a recipe says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// Whether a captcha is to be seen.
    pub(crate) has_captcha: bool,
    /// With which status it was answered.
    pub(crate) status: Option<u16>,
    /// Why it is not the page that was asked for.
    pub(crate) failure: Option<LoadFailure>,
    /// Whose page it is, and whose frame: addresses, or `None` for one that belongs to nobody.
    pub(crate) places: Vec<Option<Url>>,
}

/// Why a page did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LoadFailure {
    /// No answer.
    Unreachable(String),
    /// It lies where pages must not lead.
    Refused(AddressRefusal, String),
}

/// A file in the folder for downloads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// Its name.
    pub(crate) file_name: String,
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Length by now, in bytes.
    pub(crate) size_bytes: u64,
    /// Whether the browser is still writing it.
    pub(crate) is_partial: bool,
}

/// What a step looked like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// A PNG.
    pub(crate) picture: Option<Vec<u8>>,
    /// The page as HTML.
    pub(crate) page: Option<String>,
}

/// Why a page did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum PageError {
    /// A dialog that is open must be answered first.
    #[error("a dialog is open: {0}")]
    Dialog(String),
    /// The element or the frame is gone.
    #[error("the element is gone")]
    Gone,
    /// The element cannot be acted upon, or something lies over it.
    #[error("{0}")]
    Covered(String),
    /// The selector is none.
    #[error("'{0}' is no selector")]
    Selector(String),
    /// No answer came to what was asked of the site.
    #[error("{0}")]
    Load(String),
    /// The page took too long.
    #[error("{0}")]
    Slow(String),
    /// The browser is gone, or does not answer.
    #[error("{0}")]
    Lost(String),
    /// Anything else.
    #[error("{0}")]
    Failed(String),
}

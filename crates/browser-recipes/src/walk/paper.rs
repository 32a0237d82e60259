//! A site on paper, for the tests of the walk.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use async_trait::async_trait;
use url::Url;

use super::page::{Evidence, Incoming, Page, PageError, Signs};
use crate::recipe::{Key, Selector, Window};

/// A site on paper: elements by selector, and what changes when something is done.
#[derive(Default)]
pub(super) struct PaperPage {
    elements: BTreeMap<String, Vec<String>>,
    /// What was done, in order.
    pub(super) done: Vec<String>,
    /// What happens when something is done.
    effects: BTreeMap<String, Vec<Effect>>,
    dialog: Option<String>,
    pub(super) signs: Signs,
    files: VecDeque<Vec<Incoming>>,
    /// How often elements are covered before they can be clicked.
    pub(super) covered: usize,
    pub(super) pictures: usize,
}

#[derive(Clone)]
pub(super) enum Effect {
    Show(&'static str, &'static str),
    Hide(&'static str),
    Dialog(&'static str),
    Signs(Signs),
    Unreachable,
    /// The element is not the one that was found.
    Gone,
}

impl PaperPage {
    pub(super) fn showing(elements: &[(&str, &str)]) -> Self {
        let mut page = Self {
            signs: Signs {
                status: Some(200),
                places: vec![Some(Url::parse("https://a.kr/").unwrap())],
                ..Signs::default()
            },
            ..Self::default()
        };
        for (selector, text) in elements {
            page.elements
                .entry((*selector).to_owned())
                .or_default()
                .push((*text).to_owned());
        }
        page
    }

    pub(super) fn when(mut self, deed: &str, effects: &[Effect]) -> Self {
        self.effects.insert(deed.to_owned(), effects.to_vec());
        self
    }

    pub(super) fn bringing(mut self, files: &[&[(&str, u64, bool)]]) -> Self {
        let incoming = |(name, size_bytes, is_partial): &(&str, u64, bool)| Incoming {
            file_name: (*name).to_owned(),
            path: PathBuf::from(name),
            size_bytes: *size_bytes,
            is_partial: *is_partial,
        };
        self.files = files.iter().map(|look| look.iter().map(incoming).collect()).collect();
        self
    }

    fn undisturbed(&self) -> Result<(), PageError> {
        self.dialog.clone().map_or(Ok(()), |said| Err(PageError::Dialog(said)))
    }

    fn does(&mut self, deed: String) -> Result<(), PageError> {
        self.undisturbed()?;
        let effects = self.effects.get(&deed).cloned().unwrap_or_default();
        self.done.push(deed);
        for effect in effects {
            match effect {
                Effect::Show(selector, text) => self
                    .elements
                    .entry(selector.to_owned())
                    .or_default()
                    .push(text.to_owned()),
                Effect::Hide(selector) => drop(self.elements.remove(selector)),
                Effect::Dialog(said) => self.dialog = Some(said.to_owned()),
                Effect::Signs(signs) => self.signs = signs,
                Effect::Unreachable => return Err(PageError::Load("net::ERR_CONNECTION_REFUSED".to_owned())),
                Effect::Gone => return Err(PageError::Gone),
            }
        }
        Ok(())
    }
}

#[async_trait]
impl Page for PaperPage {
    /// Selector and place.
    type Element = (String, usize);

    async fn open(&mut self, address: &Url) -> Result<(), PageError> {
        self.does(format!("open {address}"))
    }

    async fn find(&mut self, selector: &Selector) -> Result<Vec<Self::Element>, PageError> {
        self.undisturbed()?;
        let (Selector::Css(text) | Selector::Text(text) | Selector::XPath(text)) = selector;
        if text == "!!" {
            return Err(PageError::Selector(text.clone()));
        }
        let count = self.elements.get(text).map_or(0, Vec::len);
        Ok((0..count).map(|place| (text.clone(), place)).collect())
    }

    async fn click(&mut self, element: &Self::Element) -> Result<(), PageError> {
        if let Some(left) = self.covered.checked_sub(1) {
            self.covered = left;
            return Err(PageError::Covered("something lies over it".to_owned()));
        }
        self.does(format!("click {}", element.0))
    }

    async fn fill(&mut self, element: &Self::Element, text: &str) -> Result<(), PageError> {
        self.does(format!("fill {} {text}", element.0))
    }

    async fn mark_secret(&mut self, element: &Self::Element) -> Result<(), PageError> {
        self.does(format!("mark {}", element.0))
    }

    async fn choose(&mut self, list: &Self::Element, option: &str) -> Result<bool, PageError> {
        if self.elements[&list.0][list.1].split('|').any(|known| known == option) {
            self.does(format!("choose {} {option}", list.0))?;
            return Ok(true);
        }
        Ok(false)
    }

    async fn press(&mut self, element: Option<&Self::Element>, key: Key) -> Result<(), PageError> {
        let place = element.map_or("the focus", |element| element.0.as_str());
        self.does(format!("press {key:?} in {place}"))
    }

    async fn text(&mut self, element: &Self::Element) -> Result<String, PageError> {
        Ok(self.elements[&element.0][element.1].clone())
    }

    async fn dialog(&mut self) -> Result<Option<String>, PageError> {
        Ok(self.dialog.clone())
    }

    async fn accept_dialog(&mut self) -> Result<(), PageError> {
        self.dialog = None;
        self.does("accept".to_owned())
    }

    async fn enter_frame(&mut self, frame: Option<&Self::Element>) -> Result<(), PageError> {
        self.does(format!("frame {}", frame.map_or("top", |frame| frame.0.as_str())))
    }

    async fn enter_window(&mut self, window: Window) -> Result<(), PageError> {
        self.does(format!("window {window:?}"))
    }

    async fn settle(&mut self) -> Result<(), PageError> {
        Ok(())
    }

    async fn signs(&mut self) -> Result<Signs, PageError> {
        self.undisturbed()?;
        Ok(self.signs.clone())
    }

    async fn downloads(&mut self) -> Result<Vec<Incoming>, PageError> {
        let now = self.files.front().cloned().unwrap_or_default();
        if self.files.len() > 1 {
            self.files.pop_front();
        }
        Ok(now)
    }

    async fn evidence(&mut self) -> Result<Evidence, PageError> {
        self.undisturbed()?;
        self.pictures += 1;
        Ok(Evidence {
            picture: Some(vec![1]),
            page: None,
        })
    }
}

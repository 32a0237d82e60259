//! What the office is told: a message as it is meant, before it is written for a channel.
//!
//! One model for everything that is sent: figures on schedule, an alert, a digest, a test. All texts are data. They are
//! escaped when they are written for a channel, so that whoever makes a message may put names and notes of people into it
//! as they are.

mod kind;
mod text;

pub use kind::{InvalidMessageKind, MessageKind};
pub use text::{Run, Text, Tone};

use crate::calendar::KstInstant;

/// Something to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is, in a few words: the subject of a mail.
    pub title: String,
    /// The whole in one sentence: what a phone shows of it.
    pub summary: String,
    /// The time of the schedule that it is sent for, so that people can tell two copies; `None` when it is sent by hand.
    pub slot: Option<KstInstant>,
    /// Where to read on: an address of ours.
    pub link: Option<Link>,
    /// What is told.
    pub sections: Vec<Section>,
}

/// An address of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub label: String,
    /// An absolute address.
    pub url: String,
}

/// What belongs together under a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub heading: Option<Text>,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A sentence or two.
    Paragraph(Text),
    /// Figures, each with its name.
    Facts(Vec<Fact>),
    /// Lines of equal rank.
    List(Vec<Text>),
    /// Rows with the same figures. The first column says what a row is about.
    Table(Table),
    /// What ought not to be missed.
    Warning(Text),
    /// What somebody, or a language model, says of the figures.
    Comment(Text),
    /// What explains the rest: days, sources, what is not counted.
    Small(Text),
}

/// A figure with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The figure as it is shown.
    pub value: Text,
}

/// Rows with the same figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What each column is, from left to right.
    pub columns: Vec<String>,
    /// As many cells as there are columns.
    pub rows: Vec<Vec<Text>>,
}

impl Message {
    /// A message that says nothing yet.
    pub fn new(title: impl Into<String>, summary: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            summary: summary.into(),
            slot: None,
            link: None,
            sections: Vec::new(),
        }
    }

    /// With one more section.
    #[must_use]
    pub fn with(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// Sent for this time of a schedule.
    #[must_use]
    pub fn for_slot(mut self, slot: KstInstant) -> Self {
        self.slot = Some(slot);
        self
    }

    /// With an address to read on at.
    #[must_use]
    pub fn with_link(mut self, label: impl Into<String>, url: impl Into<String>) -> Self {
        let (label, url) = (label.into(), url.into());
        self.link = Some(Link { label, url });
        self
    }
}

impl Section {
    /// A section with this heading.
    pub fn headed(heading: impl Into<Text>) -> Self {
        Self {
            heading: Some(heading.into()),
            blocks: Vec::new(),
        }
    }

    /// A section without a heading.
    pub fn plain() -> Self {
        Self::default()
    }

    /// With one more block.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

impl Block {
    /// A sentence or two.
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph(text.into())
    }

    /// What explains the rest.
    pub fn small(text: impl Into<Text>) -> Self {
        Self::Small(text.into())
    }

    /// What ought not to be missed.
    pub fn warning(text: impl Into<Text>) -> Self {
        Self::Warning(text.into())
    }
}

impl Fact {
    /// A figure with its name.
    pub fn new(label: impl Into<String>, value: impl Into<Text>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

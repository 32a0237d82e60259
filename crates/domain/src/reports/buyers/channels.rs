//! Where buyers bought.

use super::{Class, Covered, Figures, OnBuyers};
use crate::buyers::Dimension;

/// `buyers/channels`.
#[derive(Debug)]
pub struct BuyersChannels;

impl OnBuyers for BuyersChannels {
    const NAME: &'static str = "buyers/channels";
    type Parameters = ();
    type Row = Row;

    fn dimensions((): &Self::Parameters) -> &'static [Dimension] {
        &[Dimension::Channel]
    }

    fn row(figures: &Figures, (): &Self::Parameters) -> Row {
        Row {
            covered: figures.covered(Dimension::Channel),
            channels: figures.classes(Dimension::Channel),
        }
    }
}

/// One production's channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production, and how much of its sales is told.
    pub covered: Covered,
    /// As in the sheet.
    pub channels: Vec<Class>,
}

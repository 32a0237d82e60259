//! Which row of a sheet carries the markers.

use crate::label::clean_label;
use crate::layout::{DATE_MARKER, MARKER_PREFIX};

/// How many rows of a sheet are looked at for markers.
pub(crate) const MARKER_ROWS: u32 = 20;
/// The row of the markers where none has the date's, counted from 0: people put them there.
const USUAL_ROW: u32 = 1;

/// A marker as it is compared and as it is written, with its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) column: u32,
    pub(crate) label: String,
    pub(crate) text: String,
}

/// The markers of a row.
#[derive(Debug, Default)]
pub(crate) struct MarkedRow {
    pub(crate) number: u32,
    /// In the order of their columns.
    pub(crate) markers: Vec<Marker>,
}

/// Looks for the row of the markers while rows come in order.
#[derive(Debug, Default)]
pub(crate) struct MarkerSearch {
    row: MarkedRow,
    /// What row 2 has.
    usual: Vec<Marker>,
}

impl MarkerSearch {
    /// Takes a text of the row `number`.
    pub(crate) fn text(&mut self, number: u32, column: u32, text: &str) {
        if number >= MARKER_ROWS || !may_be_marker(text) {
            return;
        }
        let label = clean_label(text);
        if label.starts_with(MARKER_PREFIX) {
            self.row.number = number;
            self.row.markers.push(Marker {
                column,
                label,
                text: text.trim().to_owned(),
            });
        }
    }

    /// Ends a row, where `next` is the one after it: the row of the markers, if that is known now.
    pub(crate) fn end_row(&mut self, next: u32) -> Option<MarkedRow> {
        let mut row = std::mem::take(&mut self.row);
        row.markers.sort_by_key(|marker| marker.column);
        if row.markers.iter().any(|marker| marker.label == DATE_MARKER) {
            return Some(row);
        }
        if row.number == USUAL_ROW {
            self.usual = row.markers;
        }
        (next >= MARKER_ROWS).then(|| MarkedRow {
            number: USUAL_ROW,
            markers: std::mem::take(&mut self.usual),
        })
    }
}

/// Whether a text is a marker, known or not.
pub(crate) fn is_marker(text: &str) -> bool {
    may_be_marker(text) && clean_label(text).starts_with(MARKER_PREFIX)
}

/// Whether a text can be a marker at all, cheaply: no marker is longer than a grade of 32 letters makes it.
fn may_be_marker(text: &str) -> bool {
    const MAX_MARKER_BYTES: usize = 1_000;
    text.len() <= MAX_MARKER_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_with_the_dates_marker_is_taken_else_row_2() {
        let mut search = MarkerSearch::default();
        search.text(0, 0, "dash_memo");
        assert!(search.end_row(1).is_none());
        search.text(1, 3, "dash_seat_paid_tot");
        assert!(search.end_row(4).is_none());
        search.text(4, 2, "dash_time");
        search.text(4, 1, " Dash_Date ");
        let row = search.end_row(5).unwrap();
        assert_eq!(row.number, 4);
        let labels: Vec<_> = row.markers.iter().map(|marker| &*marker.label).collect();
        assert_eq!(labels, ["dash_date", "dash_time"]);

        let mut search = MarkerSearch::default();
        search.text(1, 3, "dash_seat_paid_tot");
        assert!(search.end_row(19).is_none());
        search.text(20, 0, "dash_date");
        let row = search.end_row(20).unwrap();
        assert_eq!((row.number, row.markers.len()), (1, 1));
    }
}

//! What is sold of each grade: `grades`.

use std::collections::BTreeSet;

use num_traits::Zero;
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, divided, in_ratio, in_whole, minus, whole};
use super::super::world::{Performance, Production, SeatGrade, place_of_grade};
use super::overview::booked;
use super::{Stage, merged};

/// One grade, with what of it is unknown.
struct Row {
    of: SeatGrade,
    open: Figure,
    paid: Figure,
    complimentary: Figure,
}

impl Row {
    /// Whether somebody sits there.
    fn has_seat(&self) -> bool {
        let is_some = |seats: &Figure| seats.as_ref().is_some_and(|seats| !seats.is_zero());
        is_some(&self.paid) || is_some(&self.complimentary)
    }

    fn taken(&self) -> Figure {
        Some(self.paid.clone()? + self.complimentary.clone()?)
    }

    fn priced(&self, seats: &Figure) -> Figure {
        Some(whole(self.of.price_krw?) * seats.clone()?)
    }
}

/// `grades`
pub(super) fn grades(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let rows = rows(production);
        let all_paid = all(production, &rows, |row| row.paid.clone());
        let told = rows.iter().map(|row| {
            let own = json!({
                "grade": row.of.grade,
                "label": row.of.label,
                "priceKrw": row.of.price_krw,
            });
            let potential = row.priced(&row.open);
            merged(own, seats(row, &all_paid, &row.priced(&row.paid), &potential))
        });
        json!({
            "performances": production.performances().len(),
            "grades": told.collect::<Vec<_>>(),
            "total": total(production, &rows, &all_paid),
        })
    })
}

fn rows(production: &Production) -> Vec<Row> {
    let shows = production.performances();
    let of_show = |show: &Performance| -> Vec<String> {
        let paid = show.paid_seats_by_grade.keys();
        paid.chain(show.complimentary_seats_by_grade.keys()).cloned().collect()
    };
    let told: BTreeSet<String> = shows.iter().flat_map(of_show).collect();
    let knows = know_grades(production);
    let sum = |grade: &str, by_grade: fn(&Performance) -> &std::collections::BTreeMap<String, i64>| -> Figure {
        let seats = shows.iter().filter_map(|show| by_grade(show).get(grade));
        knows.then(|| seats.map(|seats| whole(*seats)).sum())
    };
    let row = |of: SeatGrade| Row {
        open: of.seats.map(|seats| whole(seats) * production.houses()),
        paid: sum(&of.grade, |show| &show.paid_seats_by_grade),
        complimentary: sum(&of.grade, |show| &show.complimentary_seats_by_grade),
        of,
    };
    let mut rows: Vec<Row> = production.seat_grades.iter().cloned().map(row).collect();
    let mut others: Vec<String> = told.into_iter().collect();
    others.retain(|grade| production.seat_grades.iter().all(|of| of.grade != *grade));
    others.sort_by_key(|grade| place_of_grade(grade));
    let others = others.into_iter().map(|grade| {
        row(SeatGrade {
            grade,
            label: None,
            price_krw: None,
            seats: None,
        })
    });
    rows.extend(others.filter(Row::has_seat));
    rows
}

/// With performances somebody knows only where one has grades.
fn know_grades(production: &Production) -> bool {
    let shows = production.performances();
    let has_grades =
        |show: &Performance| !show.paid_seats_by_grade.is_empty() || !show.complimentary_seats_by_grade.is_empty();
    shows.is_empty() || shows.iter().any(has_grades)
}

fn seats(row: &Row, all_paid: &Figure, face_value: &Figure, potential: &Figure) -> Value {
    json!({
        "openSeats": in_whole(&row.open),
        "paidSeats": in_whole(&row.paid),
        "complimentarySeats": in_whole(&row.complimentary),
        "remainingSeats": in_whole(&minus(&row.open, &row.taken())),
        "paidShare": in_ratio(&divided(&row.paid, &row.open)),
        "seatShare": in_ratio(&divided(&row.taken(), &row.open)),
        "paidRatio": in_ratio(&divided(&row.paid, all_paid)),
        "faceValueKrw": in_whole(face_value),
        "potentialKrw": in_whole(potential),
    })
}

fn total(production: &Production, rows: &[Row], all_paid: &Figure) -> Value {
    let sold = rows
        .iter()
        .filter(|row| row.paid.as_ref().is_none_or(|paid| !paid.is_zero()));
    let face_value: Figure = sold.map(|row| row.priced(&row.paid)).sum();
    let face_value = face_value.filter(|_| know_grades(production) && !rows.is_empty());
    let potential = known(rows, |row| row.priced(&row.open));
    let all_together = Row {
        of: SeatGrade {
            grade: "total".to_owned(),
            label: None,
            price_krw: None,
            seats: None,
        },
        open: known(rows, |row| row.open.clone()),
        paid: all_paid.clone(),
        complimentary: all(production, rows, |row| row.complimentary.clone()),
    };
    let revenue = booked(production);
    let discount = minus(&Some(whole(1)), &divided(&revenue, &face_value));
    let own = json!({
        "grade": "total",
        "label": null,
        "priceKrw": null,
        "revenueKrw": in_whole(&revenue),
        "discountRatio": in_ratio(&discount),
    });
    merged(own, seats(&all_together, all_paid, &face_value, &potential))
}

/// Unknown where one is, and where nobody knows of grades.
fn all(production: &Production, rows: &[Row], figure: impl Fn(&Row) -> Figure) -> Figure {
    let sum: Figure = rows.iter().map(figure).sum();
    sum.filter(|_| know_grades(production))
}

/// Unknown where one with a seat is, and where nobody knows.
fn known(rows: &[Row], figure: impl Fn(&Row) -> Figure) -> Figure {
    let lacking = rows.iter().any(|row| row.has_seat() && figure(row).is_none());
    let known: Vec<Exact> = rows.iter().filter_map(&figure).collect();
    (!lacking && !known.is_empty()).then(|| known.into_iter().sum())
}

//! What of a concert's house is sold, and what is to be expected.

use std::collections::BTreeMap;

use num_traits::Zero;
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, divided, in_ratio, in_whole, minus, whole};
use super::super::world::Production;
use super::{Stage, merged};

/// The order of grades; others follow by their code.
const GRADES: [&str; 9] = ["vip", "r", "s", "a", "b", "bad_r", "bad_s", "bad_a", "accessible"];

/// The days behind and before a concert at its record date.
struct Pace {
    elapsed: i64,
    to_sale_end: i64,
}

/// `concerts/break-even`
pub(super) fn break_even(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let pace = pace(production);
        let grades = grades(production);
        let total = grades
            .iter()
            .fold((Exact::zero(), Exact::zero()), |sums, (_, seats, sold)| {
                (sums.0 + seats, sums.1 + sold)
            });
        let rows = grades
            .iter()
            .map(|(grade, seats, sold)| row(grade, seats, sold, pace.as_ref(), production));
        json!({
            "performances": production.performances().len(),
            "elapsedDays": pace.as_ref().map(|pace| pace.elapsed),
            "daysToSaleEnd": pace.as_ref().map(|pace| pace.to_sale_end),
            "targetShare": in_ratio(&production.target_share),
            "grades": rows.collect::<Vec<_>>(),
            "total": row("total", &total.0, &total.1, pace.as_ref(), production),
        })
    })
}

fn pace(production: &Production) -> Option<Pace> {
    let record_date = production.record_date()?;
    let (sale_start, sale_end) = (production.sale_start?, production.sale_end?);
    Some(Pace {
        elapsed: (record_date - sale_start).num_days().max(1),
        to_sale_end: (sale_end - record_date).num_days().max(0),
    })
}

/// Of each performance that is known of, and of one when none is.
fn houses(production: &Production) -> i64 {
    i64::try_from(production.performances().len()).unwrap().max(1)
}

/// Grade, seats and sold seats, of each grade that has one of both.
fn grades(production: &Production) -> Vec<(String, Exact, Exact)> {
    let mut grades: BTreeMap<(usize, String), (i64, i64)> = BTreeMap::new();
    let place = |grade: &String| {
        let usual = GRADES.iter().position(|usual| usual == grade);
        (usual.unwrap_or(GRADES.len()), grade.clone())
    };
    for (grade, seats) in production.seat_inventory.iter().flatten() {
        grades.entry(place(grade)).or_default().0 += seats * houses(production);
    }
    for show in production.performances() {
        for (grade, sold) in &show.paid_seats_by_grade {
            grades.entry(place(grade)).or_default().1 += sold;
        }
    }
    let with_any = grades.into_iter().filter(|(_, seats)| *seats != (0, 0));
    with_any
        .map(|((_, grade), (seats, sold))| (grade, whole(seats), whole(sold)))
        .collect()
}

fn row(grade: &str, seats: &Exact, sold: &Exact, pace: Option<&Pace>, production: &Production) -> Value {
    let remaining = seats - sold;
    let additional = pace.map(|pace| sold * whole(pace.to_sale_end) / whole(pace.elapsed));
    let left = minus(&Some(remaining.clone()), &additional).map(|left| left.max(Exact::zero()));
    let left_ratio = divided(&left, &Some(seats.clone()));
    let break_even: Figure = production.target_share.as_ref().map(|share| share * seats);
    json!({
        "grade": grade,
        "seats": in_whole(&Some(seats.clone())),
        "soldSeats": in_whole(&Some(sold.clone())),
        "remainingSeats": in_whole(&Some(remaining)),
        "expectedAdditionalSeats": in_whole(&additional),
        "expectedRemainingSeats": in_whole(&left),
        "breakEvenSeats": in_whole(&break_even),
        "expectedRemainingRatio": in_ratio(&left_ratio),
        "expectedSalesRatio": in_ratio(&minus(&Some(whole(1)), &left_ratio)),
    })
}

/// `concerts/profit-forecast`
pub(super) fn profit_forecast(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let revenue = production.all_sales();
        let sale_days = production.days().len();
        let days_left = production.sale_end.map(|end| (end - stage.as_of()).num_days().max(0));
        let per_day = divided(&Some(revenue.clone()), &Some(whole(i64::try_from(sale_days).unwrap())));
        let projected = per_day
            .zip(days_left)
            .map(|(per_day, days)| &revenue + per_day * whole(days));
        let reason = if production.record_date().is_none() {
            Some("no_snapshot")
        } else if sale_days == 0 {
            Some("no_sale_day")
        } else if production.sale_end.is_none() {
            Some("no_sale_end")
        } else if production.break_even_krw.is_none() {
            Some("no_break_even")
        } else {
            None
        };
        let own = json!({
            "revenueKrw": in_whole(&Some(revenue)),
            "saleDays": sale_days,
            "daysLeft": days_left,
            "projectedRevenueKrw": in_whole(&projected),
            "breakEvenKrw": in_whole(&production.break_even_krw),
            "projectedProfitKrw": in_whole(&minus(&projected, &production.break_even_krw)),
            "reason": reason,
        });
        merged(own, json!({ "exceedsHouse": exceeds_house(production, &projected) }))
    })
}

/// Whether more is projected than the house holds, at the mean price so far.
fn exceeds_house(production: &Production, projected: &Figure) -> Option<bool> {
    let inventory = production.seat_inventory.as_ref()?;
    let seats = whole(inventory.values().sum::<i64>()) * whole(houses(production));
    let sold: Exact = production.days().iter().map(|row| whole(row.seats)).sum();
    let full_krw = divided(&Some(seats * production.all_sales()), &Some(sold))?;
    Some(*projected.as_ref()? > full_krw)
}

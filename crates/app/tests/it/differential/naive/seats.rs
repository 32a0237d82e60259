//! What of a concert's house is sold, and what is to be expected.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_traits::Zero;
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, count, divided, in_ratio, in_whole, minus, whole};
use super::super::world::Production;
use super::Stage;
use super::sums::sum;

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
        let given = |grade: &str| -> i64 {
            let shows = production.performances().iter();
            shows
                .filter_map(|show| show.complimentary_seats_by_grade.get(grade))
                .sum()
        };
        let all_given: i64 = grades.iter().map(|(grade, ..)| given(grade)).sum();
        let with_given = |mut row: Value, given: i64| {
            row["complimentarySeats"] = json!(given);
            row["freeSeats"] = json!(row["remainingSeats"].as_i64().unwrap() - given);
            row
        };
        let rows = grades.iter().map(|(grade, seats, sold)| {
            let row = row(grade, seats, sold, pace.as_ref(), production);
            with_given(row, given(grade))
        });
        json!({
            "performances": production.performances().len(),
            "elapsedDays": pace.as_ref().map(|pace| pace.elapsed),
            "daysToSaleEnd": pace.as_ref().map(|pace| pace.to_sale_end),
            "targetShare": in_ratio(&production.target_share),
            "grades": rows.collect::<Vec<_>>(),
            "total": with_given(row("total", &total.0, &total.1, pace.as_ref(), production), all_given),
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

/// Grade, seats and sold seats, of each grade that has one of both.
fn grades(production: &Production) -> Vec<(String, Exact, Exact)> {
    let mut grades: BTreeMap<(usize, String), (Exact, Exact)> = BTreeMap::new();
    let place = |grade: &String| {
        let usual = GRADES.iter().position(|usual| usual == grade);
        (usual.unwrap_or(GRADES.len()), grade.clone())
    };
    for (grade, seats) in production.seat_inventory.iter().flatten() {
        grades.entry(place(grade)).or_default().0 += whole(*seats) * production.houses();
    }
    for show in production.performances() {
        for (grade, sold) in &show.paid_seats_by_grade {
            grades.entry(place(grade)).or_default().1 += whole(*sold);
        }
    }
    let with_any = grades
        .into_iter()
        .filter(|(_, (seats, sold))| !seats.is_zero() || !sold.is_zero());
    with_any
        .map(|((_, grade), (seats, sold))| (grade, seats, sold))
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

/// What a concert is expected to bring.
struct Forecast {
    revenue: Exact,
    sale_days: usize,
    days_left: Option<i64>,
    projected: Figure,
    full_house: Figure,
    expected: Figure,
}

/// `concerts/profit-forecast`
pub(super) fn profit_forecast(stage: &Stage<'_>) -> Value {
    let items = stage.items(|production| {
        let forecast = forecast(production, stage.as_of());
        let break_even = &production.break_even_krw;
        let exceeds_house = forecast.projected.as_ref().zip(forecast.full_house.as_ref());
        json!({
            "revenueKrw": in_whole(&Some(forecast.revenue.clone())),
            "saleDays": forecast.sale_days,
            "daysLeft": forecast.days_left,
            "projectedRevenueKrw": in_whole(&forecast.projected),
            "breakEvenKrw": in_whole(break_even),
            "projectedProfitKrw": in_whole(&minus(&forecast.projected, break_even)),
            "reason": reason(production),
            "exceedsHouse": exceeds_house.map(|(projected, full_house)| projected > full_house),
            "fullHouseKrw": in_whole(&forecast.full_house),
            "expectedRevenueKrw": in_whole(&forecast.expected),
            "expectedProfitKrw": in_whole(&minus(&forecast.expected, break_even)),
            "steady": is_steady(&forecast),
        })
    });
    json!({ "items": items, "overall": all_forecasts(stage) })
}

fn reason(production: &Production) -> Option<&'static str> {
    if production.record_date().is_none() {
        Some("no_snapshot")
    } else if production.days().is_empty() {
        Some("no_sale_day")
    } else if production.sale_end.is_none() {
        Some("no_sale_end")
    } else if production.break_even_krw.is_none() {
        Some("no_break_even")
    } else {
        None
    }
}

fn forecast(production: &Production, as_of: NaiveDate) -> Forecast {
    let revenue = production.all_sales();
    let days_left = production.sale_end.map(|end| (end - as_of).num_days().max(0));
    let per_day = divided(&Some(revenue.clone()), &Some(count(production.days())));
    let projected = per_day
        .zip(days_left)
        .map(|(per_day, days)| &revenue + per_day * whole(days));
    let full_house = full_house(production);
    let expected = match (&projected, &full_house) {
        (Some(projected), Some(full_house)) => Some(projected.min(full_house).max(&revenue).clone()),
        _ => projected.clone(),
    };
    Forecast {
        revenue,
        sale_days: production.days().len(),
        days_left,
        projected,
        full_house,
        expected,
    }
}

/// What all seats bring at the mean price so far.
fn full_house(production: &Production) -> Figure {
    let seats = production.inventory()? * production.houses();
    let sold: Exact = production.days().iter().map(|row| whole(row.seats)).sum();
    divided(&Some(seats * production.all_sales()), &Some(sold))
}

/// A mean of fewer sale days says little.
fn is_steady(forecast: &Forecast) -> bool {
    14 <= forecast.sale_days
}

fn all_forecasts(stage: &Stage<'_>) -> Value {
    let all = stage.productions.iter();
    let all: Vec<(Forecast, &Figure)> = all
        .map(|production| (forecast(production, stage.as_of()), &production.break_even_krw))
        .collect();
    let steady: Vec<&(Forecast, &Figure)> = all.iter().filter(|(forecast, _)| is_steady(forecast)).collect();
    let expected_profits: Vec<Figure> = steady
        .iter()
        .map(|(forecast, break_even)| minus(&forecast.expected, break_even))
        .collect();
    let projected_profits = all
        .iter()
        .map(|(forecast, break_even)| minus(&forecast.projected, break_even));
    let of_all = |figure: fn(&Forecast) -> Figure| in_whole(&sum(all.iter().map(|(forecast, _)| figure(forecast))));
    json!({
        "productions": all.len(),
        "counted": expected_profits.iter().flatten().count(),
        "revenueKrw": of_all(|forecast| Some(forecast.revenue.clone())),
        "projectedRevenueKrw": of_all(|forecast| forecast.projected.clone()),
        "fullHouseKrw": of_all(|forecast| forecast.full_house.clone()),
        "breakEvenKrw": in_whole(&sum(all.iter().map(|(_, break_even)| (*break_even).clone()))),
        "projectedProfitKrw": in_whole(&sum(projected_profits)),
        "expectedRevenueKrw": in_whole(&sum(steady.iter().map(|(forecast, _)| forecast.expected.clone()))),
        "expectedProfitKrw": in_whole(&sum(expected_profits)),
    })
}

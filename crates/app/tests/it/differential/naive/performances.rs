//! Plays, performance by performance.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Exact, divided, in_ratio, in_whole, mean, minus, whole};
use super::super::world::{Deposited, Performance, Production, monday, shift};
use super::{Stage, merged, object, weeks};

/// `plays/outlook`
pub(super) fn outlook(stage: &Stage<'_>) -> Value {
    let this_week = monday(stage.as_of());
    let next_week = shift(this_week, 7);
    let threshold = &stage.question.low_threshold;
    let items = stage.items(|production| {
        let shows = production.shows(this_week, shift(this_week, 13));
        let rows = shows.iter().map(|show| {
            let week = if show.day() < next_week { "this" } else { "next" };
            let more = json!({ "week": week, "low": show.occupancy() < *threshold });
            merged(row(production, show), more)
        });
        json!({
            "thisWeekStart": this_week,
            "nextWeekStart": next_week,
            "performances": rows.collect::<Vec<_>>(),
            "nextWeekOccupancy": in_ratio(&mean_occupancy(&production.shows(next_week, shift(next_week, 6)))),
        })
    });
    json!({ "lowThreshold": in_ratio(&Some(threshold.clone())), "items": items })
}

/// `plays/daily-brief`
pub(super) fn daily_brief(stage: &Stage<'_>) -> Value {
    let as_of = stage.as_of();
    stage.items(|production| {
        let last = production.days().last();
        let days = production.performances().iter().map(Performance::day);
        let mut days: Vec<NaiveDate> = days.filter(|day| *day <= as_of).collect();
        days.dedup();
        let mut latest_first = days.into_iter().rev();
        let (latest_day, previous_day) = (latest_first.next(), latest_first.next());
        let on = |day: Option<NaiveDate>| day.and_then(|day| mean_occupancy(&production.shows(day, day)));
        let (latest, previous) = (on(latest_day), on(previous_day));
        let next = production.shows(shift(as_of, 1), shift(as_of, 7));
        let next: Vec<Value> = next.iter().map(|show| row(production, show)).collect();
        json!({
            "lastSaleDay": last.map(|row| row.date),
            "lastSaleDayRevenueKrw": last.map(|row| row.revenue_krw),
            "latestPerformanceDay": latest_day,
            "latestOccupancy": in_ratio(&latest),
            "previousPerformanceDay": previous_day,
            "previousOccupancy": in_ratio(&previous),
            "occupancyChange": in_ratio(&minus(&latest, &previous)),
            "nextPerformances": next,
            "salesReason": production.sales_reason(),
        })
    })
}

/// `plays/performances`
pub(super) fn list(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let (first, last) = (
        question.from.unwrap_or(NaiveDate::MIN),
        question.to.unwrap_or(NaiveDate::MAX),
    );
    json!({ "from": question.from, "to": question.to, "items": full_rows(stage, first, last) })
}

/// `plays/summary`
pub(super) fn summary(stage: &Stage<'_>) -> Value {
    let as_of = stage.as_of();
    json!({
        "weeklyOverview": weeks::overview_rows(stage),
        "performances": full_rows(stage, shift(as_of, -2), shift(as_of, 7)),
        "weeklyOccupancy": weeks::occupancy(stage),
    })
}

fn mean_occupancy(shows: &[&Performance]) -> Option<Exact> {
    let occupancies: Vec<Exact> = shows.iter().map(|show| show.occupancy()).collect();
    mean(&occupancies)
}

fn full_rows(stage: &Stage<'_>, first: NaiveDate, last: NaiveDate) -> Value {
    stage.items(|production| {
        let shows = production.shows(first, last);
        let rows: Vec<Value> = shows.iter().map(|show| full_row(production, show)).collect();
        json!({ "performances": rows })
    })
}

/// The fields that every list of performances has.
pub(super) fn row(production: &Production, show: &Performance) -> Value {
    let (paid, complimentary) = (whole(show.paid_seats), whole(show.complimentary_seats));
    let (paid_share, complimentary_share) = production.shares(show);
    let house = if production.is_play() {
        production.seats_per_performance.clone()
    } else {
        production.inventory()
    };
    let remaining = house.map(|seats| seats - &paid - &complimentary);
    json!({
        "startsAt": show.starts_at.format("%Y-%m-%dT%H:%M:00+09:00").to_string(),
        "cast": show.cast,
        "paidShare": in_ratio(&paid_share),
        "complimentaryShare": in_ratio(&complimentary_share),
        "occupancy": in_ratio(&production.occupancy(show)),
        "paidSeats": show.paid_seats,
        "complimentarySeats": show.complimentary_seats,
        "remainingSeats": in_whole(&remaining),
    })
}

/// What of a performance is paid for, and what is not yet.
pub(super) fn payment(show: &Performance, is_play: bool) -> Value {
    let Deposited { seats, krw } = show.deposited;
    let krw = krw.filter(|_| is_play);
    json!({
        "depositedSeats": seats,
        "depositedKrw": krw,
        "pendingSeats": seats.map(|seats| (show.paid_seats - seats).max(0)),
        "pendingKrw": krw.map(|krw| (show.revenue_krw - krw).max(0)),
    })
}

fn full_row(production: &Production, show: &Performance) -> Value {
    let by_grade = |seats: &std::collections::BTreeMap<String, i64>| {
        object(seats.iter().map(|(grade, seats)| (grade.clone(), json!(seats))))
    };
    let price = divided(&Some(whole(show.revenue_krw)), &Some(whole(show.paid_seats)));
    let more = json!({
        "paidSeatsByGrade": by_grade(&show.paid_seats_by_grade),
        "complimentarySeatsByGrade": by_grade(&show.complimentary_seats_by_grade),
        "depositShare": in_ratio(&show.deposit_share),
        "revenueKrw": show.revenue_krw,
        "meanTicketPriceKrw": in_whole(&price),
        "number": show.number,
        "remark": show.remark,
        "roles": show.roles,
    });
    let more = merged(more, payment(show, production.is_play()));
    merged(row(production, show), more)
}

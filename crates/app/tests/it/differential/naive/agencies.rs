//! Which ticket agency sold what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{divided, in_ratio, in_whole, whole};
use super::super::world::{Agency, Production, first_of_month, last_of_month, monday, month, shift};
use super::{Question, Stage, merged};

/// Seats and won; the latter may be unknown.
#[derive(Clone, Copy, Default)]
struct Sold {
    seats: i64,
    krw: Option<i64>,
    deposited_seats: Option<i64>,
    deposited_krw: Option<i64>,
    pending_seats: Option<i64>,
    pending_krw: Option<i64>,
}

/// `agencies/sales`
pub(super) fn sales(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let items = stage.items(|production| {
        let has_days = production.agencies().iter().any(|agency| agency.days.is_some());
        let has_shows = production.agencies().iter().any(|agency| agency.shows.is_some());
        let by = match question.by {
            None | Some("sale_day") if has_days => Some("sale_day"),
            None | Some("performance_day") if has_shows => Some("performance_day"),
            _ => None,
        };
        let Some(by) = by else {
            return json!({ "by": null, "agencies": [], "total": null, "rest": null });
        };
        let is_by_sale_day = by == "sale_day";
        let total = all(production, question, is_by_sale_day);
        let mut agencies: Vec<(Sold, &Agency)> = production
            .agencies()
            .iter()
            .filter_map(|agency| Some((of_agency(agency, question, is_by_sale_day)?, agency)))
            .collect();
        agencies.sort_by(|(one, first), (other, second)| {
            let first_most = other.krw.cmp(&one.krw).then(other.seats.cmp(&one.seats));
            first_most.then(first.code.cmp(&second.code))
        });
        let seats = total.seats - agencies.iter().map(|(sold, _)| sold.seats).sum::<i64>();
        let of_agencies: Option<i64> = agencies.iter().map(|(sold, _)| sold.krw).sum();
        let krw = total.krw.zip(of_agencies).map(|(total, sold)| total - sold);
        let is_something = seats != 0 || krw.is_some_and(|krw| krw != 0);
        let rows = agencies.iter().map(|(sold, agency)| {
            let own = json!({ "agency": agency.code, "name": agency.name });
            merged(own, share(sold, &total))
        });
        json!({
            "by": by,
            "agencies": rows.collect::<Vec<_>>(),
            "total": share(&total, &total),
            "rest": is_something.then(|| json!({ "seats": seats, "revenueKrw": krw })),
        })
    });
    json!({ "by": question.by, "from": question.from, "to": question.to, "items": items })
}

fn share(sold: &Sold, total: &Sold) -> Value {
    let (seats, krw) = (Some(whole(sold.seats)), sold.krw.map(whole));
    json!({
        "seats": sold.seats,
        "revenueKrw": sold.krw,
        "depositedSeats": sold.deposited_seats,
        "depositedKrw": sold.deposited_krw,
        "pendingSeats": sold.pending_seats,
        "pendingKrw": sold.pending_krw,
        "seatRatio": in_ratio(&divided(&seats, &Some(whole(total.seats)))),
        "revenueRatio": in_ratio(&divided(&krw, &total.krw.map(whole))),
        "meanTicketPriceKrw": in_whole(&divided(&krw, &seats)),
    })
}

fn is_asked(question: &Question, day: NaiveDate) -> bool {
    question.from.is_none_or(|from| from <= day) && question.to.is_none_or(|to| day <= to)
}

/// The sums of some rows; what one of them does not tell is unknown.
fn summed(rows: &[Sold]) -> Sold {
    let sum = |of: fn(&Sold) -> Option<i64>| rows.iter().map(of).sum::<Option<i64>>();
    Sold {
        seats: rows.iter().map(|row| row.seats).sum(),
        krw: sum(|row| row.krw),
        deposited_seats: sum(|row| row.deposited_seats),
        deposited_krw: sum(|row| row.deposited_krw),
        pending_seats: sum(|row| row.pending_seats),
        pending_krw: sum(|row| row.pending_krw),
    }
}

fn of_days(rows: impl Iterator<Item = (i64, i64)>) -> Vec<Sold> {
    let sold = |(seats, krw)| Sold {
        seats,
        krw: Some(krw),
        ..Sold::default()
    };
    rows.map(sold).collect()
}

/// What is booked and not paid for.
fn pending(booked: Option<i64>, deposited: Option<i64>) -> Option<i64> {
    booked
        .zip(deposited)
        .map(|(booked, deposited)| (booked - deposited).max(0))
}

/// None without a row of the days asked for.
fn of_agency(agency: &Agency, question: &Question, is_by_sale_day: bool) -> Option<Sold> {
    let rows = if is_by_sale_day {
        let days = agency.days.iter().flatten();
        of_days(days.filter(|(day, _)| is_asked(question, **day)).map(|(_, sold)| *sold))
    } else {
        let shows = agency.shows.iter().flatten();
        let shows = shows.filter(|(start, _)| is_asked(question, start.date()));
        shows
            .map(|(_, show)| Sold {
                seats: show.seats,
                krw: show.revenue_krw,
                deposited_seats: show.deposited.seats,
                deposited_krw: show.deposited.krw,
                pending_seats: pending(Some(show.seats), show.deposited.seats),
                pending_krw: pending(show.revenue_krw, show.deposited.krw),
            })
            .collect()
    };
    (!rows.is_empty()).then(|| summed(&rows))
}

/// What the sheet says of the days asked for.
fn all(production: &Production, question: &Question, is_by_sale_day: bool) -> Sold {
    let rows = if is_by_sale_day {
        let days = production.days().iter().filter(|row| is_asked(question, row.date));
        of_days(days.map(|row| (row.seats, row.revenue_krw)))
    } else {
        let shows = production.performances().iter();
        let is_play = production.is_play();
        shows
            .filter(|show| is_asked(question, show.day()))
            .map(|show| {
                let (krw, deposited_krw) = (Some(show.revenue_krw), show.deposited.krw);
                let (krw, deposited_krw) = (krw.filter(|_| is_play), deposited_krw.filter(|_| is_play));
                Sold {
                    seats: show.paid_seats,
                    krw,
                    deposited_seats: show.deposited.seats,
                    deposited_krw,
                    pending_seats: pending(Some(show.paid_seats), show.deposited.seats),
                    pending_krw: pending(krw, deposited_krw),
                }
            })
            .collect()
    };
    if rows.is_empty() {
        return Sold {
            krw: (is_by_sale_day || production.is_play()).then_some(0),
            ..Sold::default()
        };
    }
    summed(&rows)
}

/// `agencies/daily`
pub(super) fn daily(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let items = stage.items(|production| {
        let periods: BTreeSet<NaiveDate> = production
            .days()
            .iter()
            .map(|row| first_day(question.grain, row.date))
            .collect();
        let mut agencies: Vec<&Agency> = production.agencies().iter().collect();
        agencies.retain(|agency| agency.days.is_some());
        agencies.sort_by_key(|agency| &agency.code);
        let rows = agencies.iter().map(|agency| {
            let mut sold: BTreeMap<NaiveDate, (i64, i64)> = periods.iter().map(|first| (*first, (0, 0))).collect();
            for (day, (seats, krw)) in agency.days.iter().flatten() {
                let period = sold.get_mut(&first_day(question.grain, *day)).unwrap();
                *period = (period.0 + seats, period.1 + krw);
            }
            let mut so_far = 0;
            let mut rows = Vec::new();
            for (first, (seats, krw)) in sold {
                so_far += krw;
                let last = last_day(question.grain, first);
                if question.from.is_none_or(|from| from <= last) && question.to.is_none_or(|to| first <= to) {
                    let name = if question.grain == "month" {
                        month(first)
                    } else {
                        first.to_string()
                    };
                    rows.push(json!({
                        "period": name,
                        "seats": seats,
                        "revenueKrw": krw,
                        "cumulativeRevenueKrw": so_far,
                    }));
                }
            }
            json!({ "agency": agency.code, "name": agency.name, "periods": rows })
        });
        json!({ "agencies": rows.collect::<Vec<_>>() })
    });
    json!({ "grain": question.grain, "from": question.from, "to": question.to, "items": items })
}

fn first_day(grain: &str, day: NaiveDate) -> NaiveDate {
    match grain {
        "week" => monday(day),
        "month" => first_of_month(day),
        _ => day,
    }
}

fn last_day(grain: &str, first: NaiveDate) -> NaiveDate {
    match grain {
        "week" => shift(first, 6),
        "month" => last_of_month(first),
        _ => first,
    }
}

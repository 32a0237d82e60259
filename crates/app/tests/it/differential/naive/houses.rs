//! Plays over their whole run.

use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, count, divided, in_ratio, in_whole, mean, minus, whole};
use super::super::world::{Performance, Production};
use super::performances::payment;
use super::sums::{Sides, sum, sum_of};
use super::{Stage, merged, sum_of_known};

/// `plays/profit-forecast`
pub(super) fn profit_forecast(stage: &Stage<'_>) -> Value {
    let items = stage.items(|production| {
        let (played, to_come) = past_and_future(production);
        let reason = if production.record_date().is_none() {
            Some("no_snapshot")
        } else if played.is_empty() {
            Some("no_played_performance")
        } else if production.break_even_krw.is_none() {
            Some("no_break_even")
        } else {
            None
        };
        let own = json!({
            "projectedRevenueKrw": in_whole(&projected(production)),
            "breakEvenKrw": in_whole(&production.break_even_krw),
            "projectedProfitKrw": in_whole(&projected_profit(production)),
            "reason": reason,
        });
        merged(own, played_and_to_come(&played, &to_come))
    });
    json!({ "items": items, "overall": all_forecasts(&stage.productions) })
}

/// Each performance to come brings the mean of those played.
fn projected(production: &Production) -> Figure {
    let (played, to_come) = past_and_future(production);
    let mean = divided(&Some(revenue(&played)), &Some(count(&played)))?;
    Some(revenue(&played) + mean * count(&to_come))
}

fn projected_profit(production: &Production) -> Figure {
    minus(&projected(production), &production.break_even_krw)
}

fn played_and_to_come(played: &[&Performance], to_come: &[&Performance]) -> Value {
    let mean = |shows: &[&Performance]| in_whole(&divided(&Some(revenue(shows)), &Some(count(shows))));
    json!({
        "playedPerformances": played.len(),
        "playedRevenueKrw": in_whole(&Some(revenue(played))),
        "playedMeanRevenueKrw": mean(played),
        "toComePerformances": to_come.len(),
        "toComeRevenueKrw": in_whole(&Some(revenue(to_come))),
        "toComeMeanRevenueKrw": mean(to_come),
    })
}

fn all_forecasts(all: &[&Production]) -> Value {
    let (mut played, mut to_come) = (Vec::new(), Vec::new());
    for production in all {
        let own = past_and_future(production);
        played.extend(own.0);
        to_come.extend(own.1);
    }
    let profits: Vec<Figure> = all.iter().map(|production| projected_profit(production)).collect();
    let sums = json!({
        "productions": all.len(),
        "counted": profits.iter().flatten().count(),
        "playedRevenueKrw": in_whole(&sum_of(all, |production| Some(revenue(&past_and_future(production).0)))),
        "toComeRevenueKrw": in_whole(&sum_of(all, |production| Some(revenue(&past_and_future(production).1)))),
        "projectedRevenueKrw": in_whole(&sum_of(all, projected)),
        "breakEvenKrw": in_whole(&sum_of(all, |production| production.break_even_krw.clone())),
        "projectedProfitKrw": in_whole(&sum(profits)),
    });
    // Without productions, revenue is unknown as other sums are.
    merged(played_and_to_come(&played, &to_come), sums)
}

/// `plays/occupancy`
pub(super) fn occupancy(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let all: Vec<&Performance> = production.performances().iter().collect();
        let (past, future) = past_and_future(production);
        let own = json!({
            "targetShare": in_ratio(&production.target_share),
            "past": shares(&past),
            "future": shares(&future),
        });
        merged(own, shares(&all))
    })
}

/// `plays/revenue`
pub(super) fn revenue_against_target(stage: &Stage<'_>) -> Value {
    let all = &stage.productions;
    let categories = ["musical", "play"].into_iter().filter_map(|category| {
        let members = all.iter().filter(|production| production.category == category);
        let members: Vec<&Production> = members.copied().collect();
        (!members.is_empty()).then(|| merged(json!({ "category": category }), attainment(&members)))
    });
    json!({
        "items": stage.items(own_attainment),
        "categories": categories.collect::<Vec<_>>(),
        "overall": attainment(all),
    })
}

/// Of one production. Without record date nothing is known of it, unless nothing is due on any day.
fn own_attainment(production: &Production) -> Value {
    let mut row = attainment(&[production]);
    row["salesReason"] = json!(production.sales_reason());
    if production.record_date().is_none() && !production.has_targets() {
        row["recordDateRevenueKrw"] = json!(0);
        row["recordDateTargetKrw"] = json!(0);
    }
    row
}

fn attainment(productions: &[&Production]) -> Value {
    let all_sales = |production: &Production| Some(production.all_sales()).filter(|_| !production.lacks_days());
    let all_targets = |production: &Production| Some(production.all_targets());
    let total = sum_of_known(productions.iter().map(|production| all_sales(production)));
    let target: Figure = Some(productions.iter().map(|production| production.all_targets()).sum());
    let on_record_date = |figure: fn(&Production, chrono::NaiveDate) -> Figure| {
        let of = |production: &&Production| figure(production, production.record_date()?);
        sum_of_known(productions.iter().map(of))
    };
    let recorded = on_record_date(|production, day| production.sales(day, day));
    let recorded_target = on_record_date(|production, day| Some(production.target(day, day)));
    let both = Sides::of(
        productions,
        |production| production.record_date().and_then(|day| production.sales(day, day)),
        |production| production.record_date().map(|day| production.target(day, day)),
    );
    json!({
        "totalRevenueKrw": in_whole(&total),
        "totalTargetKrw": in_whole(&target),
        "totalRatio": in_ratio(&Sides::of(productions, all_sales, all_targets).ratio()),
        "recordDateRevenueKrw": in_whole(&recorded),
        "recordDateTargetKrw": in_whole(&recorded_target),
        "recordDateRatio": in_ratio(&both.ratio()),
    })
}

/// Performances up to the record date, and the others.
fn past_and_future(production: &Production) -> (Vec<&Performance>, Vec<&Performance>) {
    let is_past = |show: &&Performance| production.record_date().is_some_and(|day| show.day() <= day);
    production.performances().iter().partition(is_past)
}

fn revenue(shows: &[&Performance]) -> Exact {
    shows.iter().map(|show| whole(show.revenue_krw)).sum()
}

fn shares(shows: &[&Performance]) -> Value {
    let mean_of = |share: fn(&Performance) -> Exact| {
        let shares: Vec<Exact> = shows.iter().map(|show| share(show)).collect();
        mean(&shares)
    };
    let deposits: Option<Vec<Exact>> = shows.iter().map(|show| show.deposit_share.clone()).collect();
    let deposit = deposits.and_then(|shares| mean(&shares));
    let paid = mean_of(|show| show.paid_share.clone());
    json!({
        "performances": shows.len(),
        "depositShare": in_ratio(&deposit),
        "paidShare": in_ratio(&paid),
        "unpaidShare": in_ratio(&minus(&paid, &deposit)),
    })
}

/// `plays/deposits`
pub(super) fn deposits(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let row = |show: &Performance| {
            let paid = payment(show, true);
            let days = (show.day() - stage.as_of()).num_days().max(0);
            let more = json!({
                "startsAt": show.starts_at.format("%Y-%m-%dT%H:%M:00+09:00").to_string(),
                "number": show.number,
                "pendingRatio": pending_ratio(&[&paid]),
                "daysToPerformance": days,
            });
            merged(paid, more)
        };
        let (past, future) = past_and_future(production);
        json!({
            "performances": production.performances().iter().map(row).collect::<Vec<_>>(),
            "past": payments(&past),
            "future": payments(&future),
        })
    })
}

fn payments(shows: &[&Performance]) -> Value {
    let paid: Vec<Value> = shows.iter().map(|show| payment(show, true)).collect();
    let sum = |name: &str| {
        let known: Vec<i64> = paid.iter().filter_map(|paid| paid[name].as_i64()).collect();
        (!known.is_empty() || paid.is_empty()).then(|| known.iter().sum::<i64>())
    };
    json!({
        "performances": shows.len(),
        "depositedSeats": sum("depositedSeats"),
        "depositedKrw": sum("depositedKrw"),
        "pendingSeats": sum("pendingSeats"),
        "pendingKrw": sum("pendingKrw"),
        "pendingRatio": pending_ratio(&paid.iter().collect::<Vec<_>>()),
    })
}

/// Of those that know.
fn pending_ratio(paid: &[&Value]) -> Value {
    let (mut pending, mut booked) = (0, 0);
    for one in paid {
        if let (Some(deposited), Some(open)) = (one["depositedSeats"].as_i64(), one["pendingSeats"].as_i64()) {
            pending += open;
            booked += deposited + open;
        }
    }
    in_ratio(&divided(&Some(whole(pending)), &Some(whole(booked))))
}

//! Plays over their whole run.

use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, count, divided, in_ratio, in_whole, mean, minus, whole};
use super::super::world::{Performance, Production};
use super::{Stage, merged, sum_of_known};

/// `plays/profit-forecast`
pub(super) fn profit_forecast(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let (played, to_come) = past_and_future(production);
        let (played_krw, to_come_krw) = (revenue(&played), revenue(&to_come));
        let played_mean = divided(&Some(played_krw.clone()), &Some(count(&played)));
        let to_come_mean = divided(&Some(to_come_krw.clone()), &Some(count(&to_come)));
        let projected = played_mean.as_ref().map(|mean| &played_krw + mean * count(&to_come));
        let reason = if production.record_date().is_none() {
            Some("no_snapshot")
        } else if played.is_empty() {
            Some("no_played_performance")
        } else if production.break_even_krw.is_none() {
            Some("no_break_even")
        } else {
            None
        };
        json!({
            "playedPerformances": played.len(),
            "playedRevenueKrw": in_whole(&Some(played_krw)),
            "playedMeanRevenueKrw": in_whole(&played_mean),
            "toComePerformances": to_come.len(),
            "toComeRevenueKrw": in_whole(&Some(to_come_krw)),
            "toComeMeanRevenueKrw": in_whole(&to_come_mean),
            "projectedRevenueKrw": in_whole(&projected),
            "breakEvenKrw": in_whole(&production.break_even_krw),
            "projectedProfitKrw": in_whole(&minus(&projected, &production.break_even_krw)),
            "reason": reason,
        })
    })
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
        "items": stage.items(|production| attainment(&[production])),
        "categories": categories.collect::<Vec<_>>(),
        "overall": attainment(all),
    })
}

fn attainment(productions: &[&Production]) -> Value {
    let total: Figure = Some(productions.iter().map(|production| production.all_sales()).sum());
    let target: Figure = Some(productions.iter().map(|production| production.all_targets()).sum());
    let on_record_date = |figure: fn(&Production, chrono::NaiveDate) -> Figure| {
        let of = |production: &&Production| figure(production, production.record_date()?);
        sum_of_known(productions.iter().map(of))
    };
    let recorded = on_record_date(|production, day| production.sales(day, day));
    let recorded_target = on_record_date(|production, day| Some(production.target(day, day)));
    json!({
        "totalRevenueKrw": in_whole(&total),
        "totalTargetKrw": in_whole(&target),
        "totalRatio": in_ratio(&divided(&total, &target)),
        "recordDateRevenueKrw": in_whole(&recorded),
        "recordDateTargetKrw": in_whole(&recorded_target),
        "recordDateRatio": in_ratio(&divided(&recorded, &recorded_target)),
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
    let deposit = mean_of(|show| show.deposit_share.clone());
    let paid = mean_of(|show| show.paid_share.clone());
    json!({
        "performances": shows.len(),
        "depositShare": in_ratio(&deposit),
        "paidShare": in_ratio(&paid),
        "unpaidShare": in_ratio(&minus(&paid, &deposit)),
    })
}

//! Plays by the week.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, count, divided, in_ratio, in_whole, mean, minus, whole};
use super::super::world::{Performance, Production, monday, shift};
use super::sums::{Sides, having_targets, sum_of};
use super::{Stage, grouped, merged};

/// `plays/weekly-overview`
pub(super) fn overview(stage: &Stage<'_>) -> Value {
    json!({ "items": overview_rows(stage), "overall": overview_together(stage) })
}

/// Last week.
fn last_week(stage: &Stage<'_>) -> (NaiveDate, NaiveDate) {
    let this_week = monday(stage.as_of());
    (shift(this_week, -7), shift(this_week, -1))
}

pub(super) fn overview_rows(stage: &Stage<'_>) -> Value {
    let (first, last) = last_week(stage);
    stage.items(|production| {
        let shows = production.shows(first, last);
        let occupancies: Vec<Exact> = shows.iter().map(|show| show.occupancy()).collect();
        let actual = mean(&occupancies);
        let target = Some(production.target(first, last));
        let due = production.due_target(first, last);
        let revenue = production.sales(first, last);
        let previous = production.sales(shift(first, -7), shift(last, -7));
        let change = minus(&revenue, &previous);
        json!({
            "weekStart": first,
            "weekEnd": last,
            "targetShare": in_ratio(&production.target_share),
            "actualShare": in_ratio(&actual),
            "shareGap": in_ratio(&minus(&actual, &production.target_share)),
            "shareRatio": in_ratio(&divided(&actual, &production.target_share)),
            "targetKrw": in_whole(&target),
            "revenueKrw": in_whole(&revenue),
            "targetGapKrw": in_whole(&minus(&revenue, &target)),
            "targetRatio": in_ratio(&divided(&revenue, &target)),
            "dueTargetKrw": in_whole(&due),
            "dueRatio": in_ratio(&divided(&revenue, &due)),
            "previousRevenueKrw": in_whole(&previous),
            "changeKrw": in_whole(&change),
            "changeRatio": in_ratio(&divided(&change, &previous)),
            "salesReason": production.sales_reason(),
        })
    })
}

fn overview_together(stage: &Stage<'_>) -> Value {
    let (first, last) = last_week(stage);
    let all = &stage.productions;
    let with_targets = having_targets(all);
    let knowing = |day: NaiveDate| -> Vec<&Production> {
        let all = all.iter().copied();
        all.filter(|production| production.tells(day)).collect()
    };
    let sales = |production: &Production| production.known_sales(first, last);
    let previous_sales = |production: &Production| production.known_sales(shift(first, -7), shift(last, -7));
    let target = |production: &Production| Some(production.target(first, last));
    let due = |production: &Production| production.counted_due_target(first, last);
    let against_target = Sides::of(&with_targets, sales, target);
    let against_due = Sides::of(&with_targets, sales, due);
    let compared = knowing(last);
    let change = Sides::of(&compared, sales, previous_sales);
    json!({
        "weekStart": first,
        "weekEnd": last,
        "productions": all.len(),
        "counted": knowing(first).len(),
        "targetKrw": in_whole(&sum_of(all, target)),
        "revenueKrw": in_whole(&sum_of(all, sales)),
        "targetGapKrw": in_whole(&against_target.gap()),
        "targetRatio": in_ratio(&against_target.ratio()),
        "dueTargetKrw": in_whole(&sum_of(all, due)),
        "dueRatio": in_ratio(&against_due.ratio()),
        "previousRevenueKrw": in_whole(&sum_of(all, previous_sales)),
        "compared": compared.len(),
        "changeKrw": in_whole(&change.gap()),
        "changeRatio": in_ratio(&change.change_ratio()),
    })
}

/// `plays/weekly-occupancy`
pub(super) fn occupancy(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let weeks = grouped(production.performances(), |show| monday(show.day()));
        let week = |(first, shows): (NaiveDate, Vec<&Performance>)| {
            let shares: Vec<Exact> = shows.iter().map(|show| show.paid_share.clone()).collect();
            let paid_share = in_ratio(&mean(&shares));
            json!({
                "weekStart": first,
                "weekEnd": shift(first, 6),
                "performances": shows.len(),
                "paidShare": paid_share,
            })
        };
        json!({ "weeks": weeks.into_iter().map(week).collect::<Vec<_>>() })
    })
}

/// Seats of one week, of one production or of several.
struct Capacity {
    first: NaiveDate,
    performances: usize,
    offered: Figure,
    paid: Exact,
    revenue_krw: Exact,
}

/// `plays/weekly-capacity`
pub(super) fn capacity(stage: &Stage<'_>) -> Value {
    let weeks_of = |production: &Production| -> Vec<Capacity> {
        let weeks = grouped(production.performances(), |show| monday(show.day()));
        let week = |(first, shows): (NaiveDate, Vec<&Performance>)| Capacity {
            first,
            performances: shows.len(),
            offered: production
                .seats_per_performance
                .as_ref()
                .map(|seats| seats * count(&shows)),
            paid: shows.iter().map(|show| whole(show.paid_seats)).sum(),
            revenue_krw: shows.iter().map(|show| whole(show.revenue_krw)).sum(),
        };
        weeks.into_iter().map(week).collect()
    };
    let items = stage.items(|production| {
        let weeks: Vec<Value> = weeks_of(production).iter().map(week).collect();
        json!({ "weeks": weeks })
    });
    let all: Vec<Capacity> = stage
        .productions
        .iter()
        .flat_map(|production| weeks_of(production))
        .collect();
    let overall = grouped(&all, |week| week.first).into_iter().map(|(first, weeks)| {
        let offered: Option<Vec<Exact>> = weeks.iter().map(|week| week.offered.clone()).collect();
        week(&Capacity {
            first,
            performances: weeks.iter().map(|week| week.performances).sum(),
            offered: offered.map(|seats| seats.iter().sum()),
            paid: weeks.iter().map(|week| week.paid.clone()).sum(),
            revenue_krw: weeks.iter().map(|week| week.revenue_krw.clone()).sum(),
        })
    });
    let overall: Vec<Value> = overall.collect();
    merged(json!({ "items": items }), json!({ "overall": overall }))
}

fn week(week: &Capacity) -> Value {
    let paid = Some(week.paid.clone());
    let revenue = Some(week.revenue_krw.clone());
    json!({
        "weekStart": week.first,
        "weekEnd": shift(week.first, 6),
        "performances": week.performances,
        "offeredSeats": in_whole(&week.offered),
        "paidSeats": in_whole(&paid),
        "paidRatio": in_ratio(&divided(&paid, &week.offered)),
        "revenueKrw": in_whole(&revenue),
        "meanTicketPriceKrw": in_whole(&divided(&revenue, &paid)),
    })
}

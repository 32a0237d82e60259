//! Sales of concerts by day, week and month, and in total.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Figure, divided, in_ratio, in_whole, minus, whole};
use super::super::world::{Production, SaleDay, first_of_month, monday, month, shift};
use super::{Stage, grouped, merged, sum_of_known};

/// `concerts/daily`
pub(super) fn daily(stage: &Stage<'_>) -> Value {
    let row = |row: &SaleDay| {
        json!({
            "day": row.date,
            "weekStart": monday(row.date),
            "month": month(row.date),
            "seats": row.seats,
            "complimentarySeats": row.complimentary_seats,
            "revenueKrw": row.revenue_krw,
        })
    };
    stage.items(|production| json!({ "days": production.days().iter().map(row).collect::<Vec<_>>() }))
}

/// `concerts/weekly`
pub(super) fn weekly(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let week = |(first, days): (NaiveDate, Vec<&SaleDay>)| {
            let notes = production.notes(first);
            let own = json!({
                "weekStart": first,
                "weekEnd": shift(first, 6),
                "salesMarketing": notes.sales_marketing,
                "promotion": notes.promotion,
                "other": notes.other,
            });
            merged(own, sums(&days))
        };
        let weeks = grouped(production.days(), |row| monday(row.date));
        json!({ "weeks": weeks.into_iter().map(week).collect::<Vec<_>>() })
    })
}

/// `concerts/monthly`
pub(super) fn monthly(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let months = grouped(production.days(), |row| first_of_month(row.date)).into_iter();
        let months = months.map(|(first, days)| merged(json!({ "month": month(first) }), sums(&days)));
        json!({ "months": months.collect::<Vec<_>>() })
    })
}

fn sums(days: &[&SaleDay]) -> Value {
    let sum = |figure: fn(&SaleDay) -> i64| in_whole(&Some(days.iter().map(|row| whole(figure(row))).sum()));
    json!({
        "seats": sum(|row| row.seats),
        "complimentarySeats": sum(|row| row.complimentary_seats),
        "revenueKrw": sum(|row| row.revenue_krw),
    })
}

/// `concerts/overview`
pub(super) fn overview(stage: &Stage<'_>) -> Value {
    let yesterday = shift(stage.as_of(), -1);
    let together = |first: NaiveDate| {
        let sales = |production: &&Production| production.sales(first, yesterday);
        sum_of_known(stage.productions.iter().map(sales))
    };
    let seven_days = together(shift(stage.as_of(), -7));
    let items = stage.items(|production| {
        let mut latest_first = production.days().iter().rev();
        let (last, previous) = (latest_first.next(), latest_first.next());
        let revenue = |row: Option<&SaleDay>| -> Figure { row.map(|row| whole(row.revenue_krw)) };
        let change = minus(&revenue(last), &revenue(previous));
        json!({
            "lastSaleDay": last.map(|row| row.date),
            "lastSaleDayRevenueKrw": in_whole(&revenue(last)),
            "previousSaleDay": previous.map(|row| row.date),
            "previousSaleDayRevenueKrw": in_whole(&revenue(previous)),
            "changeKrw": in_whole(&change),
            "changeRatio": in_ratio(&divided(&change, &revenue(previous))),
        })
    });
    json!({
        "yesterday": yesterday,
        "yesterdayRevenueKrw": in_whole(&together(yesterday)),
        "totalRevenueKrw": in_whole(&Some(stage.productions.iter().map(|production| production.all_sales()).sum())),
        "sevenDayRevenueKrw": in_whole(&seven_days),
        "sevenDayMeanRevenueKrw": in_whole(&divided(&seven_days, &Some(whole(7)))),
        "items": items,
    })
}

/// `concerts/target-sales`
pub(super) fn target_sales(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let (target, revenue) = (Some(production.all_targets()), Some(production.all_sales()));
        json!({
            "targetKrw": in_whole(&target),
            "revenueKrw": in_whole(&revenue),
            "ratio": in_ratio(&divided(&revenue, &target)),
        })
    })
}

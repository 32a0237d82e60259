//! Sales of concerts by day, week and month, and in total.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Figure, divided, in_ratio, in_whole, minus, whole};
use super::super::world::{Production, SaleDay, first_of_month, monday, month, shift};
use super::sums::{Sides, having_targets, sum, sum_of};
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
        let (last, previous) = last_two(production);
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
        "overall": of_one_day(&stage.productions),
    })
}

/// The last daily row and the one before.
fn last_two(production: &Production) -> (Option<&SaleDay>, Option<&SaleDay>) {
    let mut latest_first = production.days().iter().rev();
    (latest_first.next(), latest_first.next())
}

/// The last sale day of all, by those who have it, and the one before of these.
fn of_one_day(all: &[&Production]) -> Value {
    let date = |row: Option<&SaleDay>| row.map(|row| row.date);
    let revenue = |row: Option<&SaleDay>| row.map(|row| whole(row.revenue_krw));
    let rows: Vec<_> = all.iter().map(|production| last_two(production)).collect();
    let last_day = rows.iter().filter_map(|(last, _)| date(*last)).max();
    let counted: Vec<_> = rows
        .iter()
        .filter(|(last, _)| last.is_some() && date(*last) == last_day)
        .collect();
    let previous_day = counted.iter().filter_map(|(_, previous)| date(*previous)).max();
    let compared: Vec<_> = counted
        .iter()
        .filter(|(_, previous)| previous.is_some() && date(*previous) == previous_day)
        .collect();
    let change = Sides {
        one: sum(compared.iter().map(|(last, _)| revenue(*last))),
        other: sum(compared.iter().map(|(_, previous)| revenue(*previous))),
    };
    json!({
        "productions": all.len(),
        "lastSaleDay": last_day,
        "counted": counted.len(),
        "lastSaleDayRevenueKrw": in_whole(&sum(counted.iter().map(|(last, _)| revenue(*last)))),
        "previousSaleDay": previous_day,
        "compared": compared.len(),
        "previousSaleDayRevenueKrw": in_whole(&change.other),
        "changeKrw": in_whole(&change.gap()),
        "changeRatio": in_ratio(&change.change_ratio()),
    })
}

/// `concerts/target-sales`
pub(super) fn target_sales(stage: &Stage<'_>) -> Value {
    let items = stage.items(|production| {
        let (target, revenue) = (Some(production.all_targets()), Some(production.all_sales()));
        let due = targets_so_far(production);
        json!({
            "targetKrw": in_whole(&target),
            "revenueKrw": in_whole(&revenue),
            "ratio": in_ratio(&divided(&revenue, &target)),
            "dueTargetKrw": in_whole(&due),
            "dueRatio": in_ratio(&divided(&revenue, &due)),
        })
    });
    let all = &stage.productions;
    let sales = |production: &Production| Some(production.all_sales());
    let target = |production: &Production| Some(production.all_targets());
    let with_targets = having_targets(all);
    let overall = json!({
        "productions": all.len(),
        "counted": all.iter().filter(|production| production.record_date().is_some()).count(),
        "targetKrw": in_whole(&sum_of(all, target)),
        "revenueKrw": in_whole(&sum_of(all, sales)),
        "ratio": in_ratio(&Sides::of(&with_targets, sales, target).ratio()),
        "dueTargetKrw": in_whole(&sum_of(all, targets_so_far)),
        "dueRatio": in_ratio(&Sides::of(&with_targets, sales, targets_so_far).ratio()),
    });
    json!({ "items": items, "overall": overall })
}

/// Those up to the record date.
fn targets_so_far(production: &Production) -> Figure {
    let record_date = production.record_date()?;
    let targets = production.targets.range(..=record_date);
    Some(targets.map(|(_, krw)| whole(*krw)).sum())
}

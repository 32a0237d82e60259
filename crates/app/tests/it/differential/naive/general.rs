//! Plans against sales, and which workbooks have come.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use num_traits::Zero;
use serde_json::{Value, json};

use super::super::exact::{Exact, divided, in_ratio, in_whole, minus};
use super::super::world::{Production, first_of_month, last_of_month, monday, month, shift};
use super::Stage;

/// `target-vs-actual`
pub(super) fn target_vs_actual(stage: &Stage<'_>) -> Value {
    let grain = stage.question.grain;
    json!({ "grain": grain, "items": stage.items(|production| json!({ "periods": periods(production, grain) })) })
}

fn periods(production: &Production, grain: &str) -> Vec<Value> {
    let begin = |day: NaiveDate| match grain {
        "day" => day,
        "week" => monday(day),
        _ => first_of_month(day),
    };
    let end = |begin: NaiveDate| match grain {
        "day" => begin,
        "week" => shift(begin, 6),
        _ => last_of_month(begin),
    };
    let days = days_of_sale(production).into_iter();
    let days = days.chain(production.days().iter().map(|row| row.date));
    let begins: BTreeSet<NaiveDate> = days.map(begin).collect();
    let (mut sum, mut target_sum) = (Exact::zero(), Exact::zero());
    let row = |first: NaiveDate| {
        let last = end(first);
        let revenue = production.sales(first, last);
        let target = production.target(first, last);
        sum += revenue.clone().unwrap_or_default();
        target_sum += &target;
        let so_far = revenue.as_ref().map(|_| sum.clone());
        let (target, target_so_far) = (Some(target), Some(target_sum.clone()));
        json!({
            "period": if grain == "month" { month(first) } else { first.to_string() },
            "revenueKrw": in_whole(&revenue),
            "targetKrw": in_whole(&target),
            "ratio": in_ratio(&divided(&revenue, &target)),
            "cumulativeRevenueKrw": in_whole(&so_far),
            "cumulativeTargetKrw": in_whole(&target_so_far),
            "cumulativeRatio": in_ratio(&divided(&so_far, &target_so_far)),
        })
    };
    begins.into_iter().map(row).collect()
}

/// Each has a target, which may be 0.
fn days_of_sale(production: &Production) -> Vec<NaiveDate> {
    let days = production
        .sale()
        .map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
    days.into_iter().flatten().collect()
}

/// Number, first and last day of a marketing week.
type MarketingWeek = (usize, NaiveDate, NaiveDate);

/// Every marketing week of the sale period: cut to it, and counted from 1.
fn marketing_weeks(production: &Production) -> Vec<MarketingWeek> {
    let Some((sale_start, sale_end)) = production.sale() else {
        return Vec::new();
    };
    let mondays: BTreeSet<NaiveDate> = days_of_sale(production).into_iter().map(monday).collect();
    let week = |(number, first): (usize, NaiveDate)| (number, first.max(sale_start), shift(first, 6).min(sale_end));
    (1..).zip(mondays).map(week).collect()
}

/// `concerts/marketing-week`
pub(super) fn marketing_week(stage: &Stage<'_>) -> Value {
    let as_of = stage.as_of();
    stage.items(|production| {
        let weeks = marketing_weeks(production).into_iter();
        let mut holding = weeks.filter(|(_, first, last)| *first <= as_of && as_of <= *last);
        let Some((number, first, last)) = holding.next() else {
            return json!({
                "weekNumber": null,
                "weekStart": monday(as_of),
                "weekEnd": shift(monday(as_of), 6),
                "salesMarketing": null,
                "promotion": null,
                "other": null,
            });
        };
        let notes = production.notes(first);
        json!({
            "weekNumber": number,
            "weekStart": first,
            "weekEnd": last,
            "salesMarketing": notes.sales_marketing,
            "promotion": notes.promotion,
            "other": notes.other,
        })
    })
}

/// `marketing-effect`
pub(super) fn marketing_effect(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let row = |(number, first, last): MarketingWeek| {
            let calendar_week = monday(first);
            let revenue = production.sales(calendar_week, shift(calendar_week, 6));
            let previous = production.sales(shift(calendar_week, -7), shift(calendar_week, -1));
            let change = minus(&revenue, &previous);
            let notes = production.notes(first);
            json!({
                "weekNumber": number,
                "weekStart": first,
                "weekEnd": last,
                "salesMarketing": notes.sales_marketing,
                "promotion": notes.promotion,
                "other": notes.other,
                "revenueKrw": in_whole(&revenue),
                "previousRevenueKrw": in_whole(&previous),
                "changeKrw": in_whole(&change),
                "changeRatio": in_ratio(&divided(&change, &previous)),
            })
        };
        json!({ "weeks": marketing_weeks(production).into_iter().map(row).collect::<Vec<_>>() })
    })
}

/// `upload-coverage`
pub(super) fn upload_coverage(stage: &Stage<'_>) -> Value {
    let days = stage.question.days;
    let items = stage.items(|production| {
        let row = |ago: i64| {
            let day = shift(stage.as_of(), -ago);
            let live = production.live(day);
            json!({ "day": day, "uploaded": live.is_some(), "fileName": live.map(|upload| &upload.file_name) })
        };
        json!({ "coverage": (0..days).rev().map(row).collect::<Vec<_>>() })
    });
    json!({ "days": days, "items": items })
}

//! What marketing did, and which workbooks have come.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{divided, in_ratio, in_whole, minus};
use super::super::world::{Production, Snapshot, Upload, monday, shift};
use super::Stage;
use super::targets::days_of_sale;

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
            let sales = |week: NaiveDate, days: i64| production.sales(week, shift(week, days - 1));
            let week_before = shift(calendar_week, -7);
            let compared_days = compared_days(production, calendar_week);
            // Without snapshot nothing was sold on any day.
            let days = compared_days.unwrap_or(7);
            let previous = sales(week_before, days);
            let change = minus(&sales(calendar_week, days), &previous);
            let notes = production.notes(first);
            let campaigns = production
                .campaigns
                .iter()
                .filter(|of| of.from <= last && first <= of.to);
            json!({
                "campaigns": campaigns.map(|of| &of.told).collect::<Vec<_>>(),
                "weekNumber": number,
                "weekStart": first,
                "weekEnd": last,
                "salesMarketing": notes.sales_marketing,
                "promotion": notes.promotion,
                "other": notes.other,
                "revenueKrw": in_whole(&sales(calendar_week, 7)),
                "previousRevenueKrw": in_whole(&sales(week_before, 7)),
                "comparable": compared_days == Some(7),
                "comparedDays": compared_days,
                "changeKrw": in_whole(&change),
                "changeRatio": in_ratio(&divided(&change, &previous)),
            })
        };
        json!({
            "salesReason": production.sales_reason(),
            "weeks": marketing_weeks(production).into_iter().map(row).collect::<Vec<_>>(),
        })
    })
}

/// Days of a calendar week that the snapshot reaches.
fn compared_days(production: &Production, first: NaiveDate) -> Option<i64> {
    let record_date = production.record_date().filter(|record_date| first <= *record_date)?;
    Some((record_date - first).num_days().min(6) + 1)
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

/// `snapshot-changes`
pub(super) fn snapshot_changes(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let items = stage.items(|production| {
        let dates: BTreeSet<NaiveDate> = production.uploads.iter().map(|upload| upload.record_date).collect();
        let live: Vec<&Upload> = dates.into_iter().filter_map(|date| production.live(date)).collect();
        let mut changes = Vec::new();
        for (place, upload) in live.iter().enumerate() {
            let date = upload.record_date;
            if question.from.is_some_and(|from| date < from) || question.to.is_some_and(|to| to < date) {
                continue;
            }
            let now = totals(production, &upload.snapshot);
            let before = place.checked_sub(1).map(|place| live[place]);
            let told = before.map(|before| totals(production, &before.snapshot));
            let gap = |name: &str| Some(now[name].as_i64()? - told.as_ref()?[name].as_i64()?);
            let mut row = json!({
                "recordDate": date,
                "days": before.map(|before| (date - before.record_date).num_days()),
                "changeSeats": gap("seats"),
                "changeKrw": gap("revenueKrw"),
                "changeDepositedKrw": gap("depositedKrw"),
            });
            row = super::merged(row, now.clone());
            changes.push(row);
        }
        json!({ "changes": changes })
    });
    json!({ "from": question.from, "to": question.to, "items": items })
}

fn totals(production: &Production, snapshot: &Snapshot) -> Value {
    let shows = &snapshot.performances;
    let deposited: Option<i64> = shows
        .iter()
        .map(|show| show.deposited.krw.filter(|_| production.is_play()))
        .sum();
    let deposited = deposited.filter(|_| !shows.is_empty());
    if snapshot.lacks_days {
        return json!({
            "source": "performances",
            "seats": shows.iter().map(|show| show.paid_seats).sum::<i64>(),
            "revenueKrw": shows.iter().map(|show| show.revenue_krw).sum::<i64>(),
            "depositedKrw": deposited,
        });
    }
    json!({
        "source": "sale_days",
        "seats": snapshot.days.iter().map(|row| row.seats).sum::<i64>(),
        "revenueKrw": snapshot.days.iter().map(|row| row.revenue_krw).sum::<i64>(),
        "depositedKrw": deposited,
    })
}

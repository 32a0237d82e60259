//! Targets against sales, period by period.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Figure, divided, in_ratio, in_whole};
use super::super::world::{Production, first_of_month, last_of_month, monday, month, shift};
use super::sums::{Sides, having_targets, sum, sum_of};
use super::{Question, Stage, grouped};

/// First and last day; their order is that of time.
type Period = (NaiveDate, NaiveDate);

/// A production and all periods that it has.
type Scheduled<'a> = (&'a Production, BTreeSet<Period>);

/// `target-vs-actual`
pub(super) fn target_vs_actual(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let productions = stage.productions.iter();
    let all: Vec<Scheduled<'_>> = productions
        .map(|production| (*production, periods(production, question.grain)))
        .collect();
    let categories = grouped(&all, |(production, _)| production.category.clone()).into_iter();
    let categories = categories
        .map(|(category, members)| json!({ "category": category, "periods": rows_together(&members, question) }));
    json!({
        "grain": question.grain,
        "from": question.from,
        "to": question.to,
        "items": stage.items(|production| {
            json!({ "salesReason": production.sales_reason(), "periods": rows(production, question) })
        }),
        "categories": categories.collect::<Vec<_>>(),
        "overall": rows_together(&all.iter().collect::<Vec<_>>(), question),
    })
}

/// Every one that has a target or a daily row.
fn periods(production: &Production, grain: &str) -> BTreeSet<Period> {
    let period = |day: NaiveDate| match grain {
        "day" => (day, day),
        "week" => (monday(day), shift(monday(day), 6)),
        _ => (first_of_month(day), last_of_month(day)),
    };
    let days = days_of_sale(production).into_iter();
    let days = days.chain(production.days().iter().map(|row| row.date));
    days.map(period).collect()
}

/// Each has a target, which may be 0.
pub(super) fn days_of_sale(production: &Production) -> Vec<NaiveDate> {
    let days = production
        .sale()
        .map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
    days.into_iter().flatten().collect()
}

/// Whether a period touches the days that are asked for.
fn is_asked(question: &Question, (first, last): Period) -> bool {
    question.from.is_none_or(|from| from <= last) && question.to.is_none_or(|to| first <= to)
}

fn name(question: &Question, (first, _): Period) -> String {
    if question.grain == "month" {
        month(first)
    } else {
        first.to_string()
    }
}

fn rows(production: &Production, question: &Question) -> Vec<Value> {
    let (mut sold, mut targeted, mut were_due) = (None, None, None);
    let row = |period: Period| {
        let (first, last) = period;
        let revenue = production.sales(first, last);
        let target = Some(production.target(first, last));
        let due = production.due_target(first, last);
        let sold = with(&mut sold, &revenue).filter(|_| revenue.is_some());
        let targeted = with(&mut targeted, &target);
        let were_due = with(&mut were_due, &due).filter(|_| due.is_some());
        let row = json!({
            "period": name(question, period),
            "revenueKrw": in_whole(&revenue),
            "targetKrw": in_whole(&target),
            "ratio": in_ratio(&divided(&revenue, &target)),
            "dueTargetKrw": in_whole(&due),
            "dueRatio": in_ratio(&divided(&revenue, &due)),
            "cumulativeRevenueKrw": in_whole(&sold),
            "cumulativeTargetKrw": in_whole(&targeted),
            "cumulativeRatio": in_ratio(&divided(&sold, &targeted)),
            "cumulativeDueTargetKrw": in_whole(&were_due),
            "cumulativeDueRatio": in_ratio(&divided(&sold, &were_due)),
        });
        is_asked(question, period).then_some(row)
    };
    periods(production, question.grain)
        .into_iter()
        .filter_map(row)
        .collect()
}

/// A running sum, after what is known of one more figure.
fn with(running: &mut Figure, figure: &Figure) -> Figure {
    *running = sum([running.take(), figure.clone()]);
    running.clone()
}

/// Running sums of the rows of several productions.
#[derive(Default)]
struct SoFar {
    sold: Figure,
    targeted: Figure,
    were_due: Figure,
    /// Both sides of `ratio`.
    ratio: (Figure, Figure),
    /// Both sides of `dueRatio`.
    due_ratio: (Figure, Figure),
}

fn rows_together(members: &[&Scheduled<'_>], question: &Question) -> Vec<Value> {
    let periods: BTreeSet<Period> = members.iter().flat_map(|(_, periods)| periods).copied().collect();
    let mut so_far = SoFar::default();
    let row = |period: Period| {
        let having = members.iter().filter(|(_, periods)| periods.contains(&period));
        let having: Vec<&Production> = having.map(|(production, _)| *production).collect();
        let row = row_together(&having, question, period, &mut so_far);
        is_asked(question, period).then_some(row)
    };
    periods.into_iter().filter_map(row).collect()
}

fn row_together(having: &[&Production], question: &Question, period: Period, so_far: &mut SoFar) -> Value {
    let (first, last) = period;
    let sales = |production: &Production| production.known_sales(first, last);
    let target = |production: &Production| Some(production.target(first, last));
    let due = |production: &Production| production.counted_due_target(first, last);
    let counted = having.iter().filter(|production| production.tells(first)).count();

    let (sold, targeted, were_due) = (sum_of(having, sales), sum_of(having, target), sum_of(having, due));
    let with_targets = having_targets(having);
    let (ratio, due_ratio) = (
        Sides::of(&with_targets, sales, target),
        Sides::of(&with_targets, sales, due),
    );
    let is_known = |figure: Figure| figure.filter(|_| 0 < counted);
    let ratio_so_far = divided(
        &with(&mut so_far.ratio.0, &ratio.one),
        &with(&mut so_far.ratio.1, &ratio.other),
    );
    let due_ratio_so_far = divided(
        &with(&mut so_far.due_ratio.0, &due_ratio.one),
        &with(&mut so_far.due_ratio.1, &due_ratio.other),
    );
    json!({
        "period": name(question, period),
        "productions": having.len(),
        "counted": counted,
        "revenueKrw": in_whole(&sold),
        "targetKrw": in_whole(&targeted),
        "ratio": in_ratio(&ratio.ratio()),
        "dueTargetKrw": in_whole(&were_due),
        "dueRatio": in_ratio(&due_ratio.ratio()),
        "cumulativeRevenueKrw": in_whole(&is_known(with(&mut so_far.sold, &sold))),
        "cumulativeTargetKrw": in_whole(&with(&mut so_far.targeted, &targeted)),
        "cumulativeRatio": in_ratio(&is_known(ratio_so_far)),
        "cumulativeDueTargetKrw": in_whole(&is_known(with(&mut so_far.were_due, &were_due))),
        "cumulativeDueRatio": in_ratio(&is_known(due_ratio_so_far)),
    })
}

//! Where everything stands: `overview`.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, divided, in_ratio, in_whole, mean, minus, whole};
use super::super::world::{Production, first_of_month, last_of_month, monday, shift};
use super::sums::{Sides, having_targets, sum_of};
use super::{Stage, grouped, merged, performances};

/// `overview`
pub(super) fn overview(stage: &Stage<'_>) -> Value {
    let all = &stage.productions;
    let yesterday = shift(stage.as_of(), -1);
    let on_sale = all.iter().filter(|production| production.is_on_sale(yesterday));
    let missing = all
        .iter()
        .filter(|production| is_missing(production, yesterday))
        .count();
    let due = on_sale.count();
    let categories = grouped(all, |production| production.category.clone()).into_iter();
    let categories = categories.map(|(category, members)| {
        let members: Vec<&Production> = members.into_iter().copied().collect();
        merged(json!({ "category": category }), group(stage, &members))
    });
    json!({
        "lowThreshold": in_ratio(&Some(stage.question.low_threshold.clone())),
        "completeDay": complete_day(stage),
        "due": due,
        "arrived": due - missing,
        "items": stage.items(|production| item(stage, production)),
        "categories": categories.collect::<Vec<_>>(),
        "overall": group(stage, all),
    })
}

/// How the sales of a period are known: those of a row are 0 without snapshot, those of a group unknown.
type Sales = fn(&Production, NaiveDate, NaiveDate) -> Figure;

fn item(stage: &Stage<'_>, production: &Production) -> Value {
    let as_of = stage.as_of();
    let next = production.shows(shift(as_of, 1), shift(as_of, 7)).into_iter();
    let low = next.filter(|show| {
        let occupancy = production.occupancy(show);
        occupancy.is_some_and(|occupancy| occupancy < stage.question.low_threshold)
    });
    let low: Vec<Value> = low.map(|show| performances::row(production, show)).collect();
    let own = json!({
        "basis": if means_deposited(production) { "deposited" } else { "booked" },
        "salesReason": production.sales_reason(),
        "lowPerformances": low,
        "missing": is_missing(production, shift(as_of, -1)),
        "state": state(production, as_of),
    });
    merged(own, figures(stage, &[production], Production::sales))
}

fn group(stage: &Stage<'_>, members: &[&Production]) -> Value {
    let yesterday = shift(stage.as_of(), -1);
    let counted = members
        .iter()
        .filter(|production| production.knows(yesterday) && !production.lacks_days())
        .count();
    let own = json!({ "productions": members.len(), "counted": counted });
    merged(own, figures(stage, members, Production::known_sales))
}

/// What a row and a group have in common.
fn figures(stage: &Stage<'_>, members: &[&Production], sales: Sales) -> Value {
    let fields = [
        totals(stage, members),
        last_two_days_and_weeks(members, stage.as_of(), sales),
        running_week(members, stage.as_of(), sales),
        running_month(members, stage.as_of(), sales),
        next_seven_days(members, stage.as_of()),
        json!({ "lastDays": last_days(members, stage.as_of(), sales) }),
    ];
    fields.into_iter().reduce(merged).unwrap()
}

/// A production with snapshot and one without it alike know what is sold so far.
fn totals(stage: &Stage<'_>, members: &[&Production]) -> Value {
    let break_even = |production: &Production| production.break_even_krw.clone();
    let profit = |production: &Production| minus(&revenue(production), &production.cost_krw);
    let all = sum_of(members, revenue);
    json!({
        "revenueKrw": in_whole(&all),
        "bookedKrw": in_whole(&sum_of(members, booked)),
        "depositedKrw": in_whole(&sum_of(members, Production::deposited)),
        "seats": in_whole(&sum_of(members, seats)),
        "openSeats": in_whole(&sum_of(members, open_seats)),
        "seatRatio": in_ratio(&Sides::of(members, seats, open_seats).ratio()),
        "targetKrw": in_whole(&sum_of(members, target)),
        "targetRatio": in_ratio(&Sides::of(members, revenue, target).ratio()),
        "breakEvenKrw": in_whole(&sum_of(members, break_even)),
        "breakEvenRatio": in_ratio(&Sides::of(members, revenue, break_even).ratio()),
        "breakEvenOnTarget": in_ratio(&Sides::of(members, break_even, target).ratio()),
        "profitKrw": in_whole(&sum_of(members, profit)),
        "revenueShare": in_ratio(&divided(&all, &sum_of(&stage.productions, revenue))),
    })
}

#[expect(clippy::unnecessary_wraps, reason = "a figure as the others, which may be unknown")]
pub(super) fn booked(production: &Production) -> Figure {
    Some(if production.lacks_days() {
        production
            .performances()
            .iter()
            .map(|show| whole(show.revenue_krw))
            .sum()
    } else {
        production.all_sales()
    })
}

#[expect(clippy::unnecessary_wraps, reason = "a figure as the others, which may be unknown")]
pub(super) fn seats(production: &Production) -> Figure {
    Some(if production.lacks_days() {
        production
            .performances()
            .iter()
            .map(|show| whole(show.paid_seats))
            .sum()
    } else {
        production.days().iter().map(|row| whole(row.seats)).sum()
    })
}

fn means_deposited(production: &Production) -> bool {
    production.revenue_basis == "deposited" && production.deposited().is_some()
}

/// What is meant where a production is summed up.
fn revenue(production: &Production) -> Figure {
    if means_deposited(production) {
        production.deposited()
    } else {
        booked(production)
    }
}

/// That of the days, or of the run where no day has any.
fn target(production: &Production) -> Figure {
    if production.has_targets() {
        Some(production.all_targets())
    } else {
        production.target_krw.clone()
    }
}

fn open_seats(production: &Production) -> Figure {
    let seats = production.seats_per_performance.clone();
    Some(seats.or_else(|| production.inventory())? * production.houses())
}

fn last_two_days_and_weeks(members: &[&Production], as_of: NaiveDate, sales: Sales) -> Value {
    let of_days =
        |from: i64, to: i64| move |production: &Production| sales(production, shift(as_of, -from), shift(as_of, -to));
    let (yesterday, seven_days) = (of_days(1, 1), of_days(7, 1));
    json!({
        "yesterdayRevenueKrw": in_whole(&sum_of(members, yesterday)),
        "yesterdayChangeKrw": in_whole(&Sides::of(members, yesterday, of_days(2, 2)).gap()),
        "sevenDayRevenueKrw": in_whole(&sum_of(members, seven_days)),
        "sevenDayChangeRatio": in_ratio(&Sides::of(members, seven_days, of_days(14, 8)).change_ratio()),
    })
}

/// The last day that both the day before `asOf` and the snapshot reach; the former without snapshot.
fn through(production: &Production, as_of: NaiveDate) -> NaiveDate {
    let yesterday = shift(as_of, -1);
    production.record_date().map_or(yesterday, |day| day.min(yesterday))
}

fn running_week(members: &[&Production], as_of: NaiveDate, sales: Sales) -> Value {
    let first = monday(shift(as_of, -1));
    let so_far = |production: &Production| sales_so_far(production, first, as_of, sales);
    let due = |production: &Production| due_so_far(production, first, as_of);
    let before = |production: &Production| {
        let week_before = (shift(first, -7), shift(through(production, as_of), -7));
        production
            .known_sales(week_before.0, week_before.1)
            .filter(|_| production.knows(first))
    };
    json!({
        "weekRevenueKrw": in_whole(&sum_of(members, so_far)),
        "weekDueTargetKrw": in_whole(&sum_of(members, due)),
        "weekDueRatio": in_ratio(&Sides::of(&having_targets(members), so_far, due).ratio()),
        "weekChangeRatio": in_ratio(&Sides::of(members, so_far, before).change_ratio()),
    })
}

fn running_month(members: &[&Production], as_of: NaiveDate, sales: Sales) -> Value {
    let first = first_of_month(shift(as_of, -1));
    let last = last_of_month(first);
    let so_far = |production: &Production| sales_so_far(production, first, as_of, sales);
    let due = |production: &Production| due_so_far(production, first, as_of);
    json!({
        "monthRevenueKrw": in_whole(&sum_of(members, so_far)),
        "monthTargetKrw": in_whole(&sum_of(members, |production| Some(production.target(first, last)))),
        "monthDueTargetKrw": in_whole(&sum_of(members, due)),
        "monthDueRatio": in_ratio(&Sides::of(&having_targets(members), so_far, due).ratio()),
    })
}

fn sales_so_far(production: &Production, first: NaiveDate, as_of: NaiveDate, sales: Sales) -> Figure {
    let through = through(production, as_of);
    sales(production, first, through).filter(|_| first <= through)
}

fn due_so_far(production: &Production, first: NaiveDate, as_of: NaiveDate) -> Figure {
    production.counted_due_target(first, through(production, as_of))
}

fn next_seven_days(members: &[&Production], as_of: NaiveDate) -> Value {
    let mut performances = 0;
    let mut occupancies: Vec<Exact> = Vec::new();
    for production in members {
        let shows = production.shows(shift(as_of, 1), shift(as_of, 7));
        performances += shows.len();
        occupancies.extend(shows.into_iter().filter_map(|show| production.occupancy(show)));
    }
    json!({ "sevenDayPerformances": performances, "sevenDayOccupancy": in_ratio(&mean(&occupancies)) })
}

/// The 31 days before `asOf`, and the seven from it on.
fn last_days(members: &[&Production], as_of: NaiveDate, sales: Sales) -> Vec<Value> {
    let row = |away: i64| {
        let day = shift(as_of, away);
        json!({
            "day": day,
            "revenueKrw": in_whole(&sum_of(members, |production| sales(production, day, day))),
            "targetKrw": in_whole(&sum_of(members, |production| Some(production.target(day, day)))),
        })
    };
    (-31..7).map(row).collect()
}

/// Whether the workbook that tells of this day has not come.
fn is_missing(production: &Production, day: NaiveDate) -> bool {
    production.is_on_sale(day) && !production.knows(day)
}

fn state(production: &Production, as_of: NaiveDate) -> &'static str {
    let has_begun = |day: Option<NaiveDate>| day.is_some_and(|day| day <= as_of);
    if production
        .run_end
        .or(production.sale_end)
        .is_some_and(|end| end < as_of)
    {
        "over"
    } else if has_begun(production.run_start) {
        "running"
    } else if has_begun(production.sale_start) {
        "on_sale"
    } else {
        "before_sale"
    }
}

/// The last day of which all have told that were on sale, if there were any.
fn complete_day(stage: &Stage<'_>) -> Option<Value> {
    let all = &stage.productions;
    let is_complete = |day: &NaiveDate| {
        let some_are_on_sale = all.iter().any(|production| production.is_on_sale(*day));
        some_are_on_sale && !all.iter().any(|production| is_missing(production, *day))
    };
    let latest_first = (1..=31).map(|ago| shift(stage.as_of(), -ago));
    let day = latest_first.into_iter().find(is_complete)?;
    let week_before = shift(day, -7);
    let knowing = all.iter().filter(|production| production.knows(day));
    let knowing: Vec<&Production> = knowing.copied().collect();
    let change = Sides::of(
        &knowing,
        |production| production.known_sales(day, day),
        |production| production.known_sales(week_before, week_before),
    );
    Some(json!({
        "day": day,
        "revenueKrw": in_whole(&change.one),
        "changeRatio": in_ratio(&change.change_ratio()),
    }))
}

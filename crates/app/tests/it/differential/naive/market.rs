//! The market beside one's own figures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use num_traits::{Signed, Zero};
use serde_json::{Value, json};

use super::super::exact::{Exact, Figure, divided, in_ratio, in_whole, minus, whole};
use super::super::market::usual_genre;
use super::super::world::{Production, shift};
use super::{Stage, merged};

/// How the market stands: figures of a day long ago, with a key.
fn standing(stage: &Stage<'_>) -> Value {
    let through = through(stage);
    json!({
        "state": if through.is_some() { "stale" } else { "ok" },
        "through": through,
        "readAt": null,
        "stale": through.is_some(),
        "attribution": "출처: KOPIS 공연예술통합전산망 / 예술경영지원센터",
    })
}

fn through(stage: &Stage<'_>) -> Option<NaiveDate> {
    stage.world.market.bookings.iter().map(|of| of.day).max()
}

fn match_of(stage: &Stage<'_>, production: &Production) -> (Vec<String>, String) {
    let known = stage.world.market.matches.get(&production.code).cloned();
    known.unwrap_or_else(|| (Vec::new(), usual_genre(&production.category).to_owned()))
}

/// First and last day; `None` where they would end before they begin.
fn days(stage: &Stage<'_>, from: i64, to: i64) -> Option<(NaiveDate, NaiveDate)> {
    let question = stage.question;
    let first = question.from.unwrap_or_else(|| shift(question.as_of, from));
    let last = question.to.unwrap_or_else(|| shift(question.as_of, to));
    (first <= last).then_some((first, last))
}

/// Won of a genre over some days; unknown when one of them is.
fn market_krw(stage: &Stage<'_>, genre: &str, first: NaiveDate, last: NaiveDate) -> Figure {
    let told = stage.world.market.bookings.iter();
    let told: Vec<i64> = told
        .filter(|of| of.genre == genre && first <= of.day && of.day <= last)
        .map(|of| of.krw)
        .collect();
    let wanted = (last - first).num_days() + 1;
    (i64::try_from(told.len()).unwrap() == wanted).then(|| told.iter().map(|krw| whole(*krw)).sum())
}

pub(super) fn genres(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let range = days(stage, -30, -1);
    let all = range.map(|range| sums(stage, None, range, &None));
    let all_krw = range.and_then(|(first, last)| {
        let told = stage.world.market.bookings.iter();
        let told: Vec<i64> = told
            .filter(|of| first <= of.day && of.day <= last)
            .map(|of| of.krw)
            .collect();
        (!told.is_empty()).then(|| told.iter().map(|krw| whole(*krw)).sum::<Exact>())
    });
    let known: BTreeSet<(&str, &str)> = stage
        .world
        .market
        .bookings
        .iter()
        .map(|of| (of.genre, of.name))
        .collect();
    let mut items = Vec::new();
    for (genre, name) in known {
        let Some((first, last)) = range else { continue };
        if question.genre.is_some_and(|wanted| wanted != genre) {
            continue;
        }
        let told = stage.world.market.bookings.iter();
        let told = told.filter(|of| of.genre == genre && first <= of.day && of.day <= last);
        let days: Vec<Value> = told
            .map(|of| {
                json!({
                    "day": of.day, "productions": of.productions, "performances": of.performances,
                    "bookedTickets": of.booked, "cancelledTickets": of.cancelled, "netTickets": of.net,
                    "amountKrw": of.krw, "corrected": of.is_corrected,
                })
            })
            .collect();
        if days.is_empty() {
            continue;
        }
        let item = json!({ "genre": genre, "name": name, "days": days });
        items.push(merged(item, sums(stage, Some(genre), (first, last), &all_krw)));
    }
    let nothing = json!({
        "knownDays": 0, "bookedTickets": null, "cancelledTickets": null, "netTickets": null, "amountKrw": null,
        "meanTicketPriceKrw": null, "cancellationRatio": null, "amountShare": null, "previousAmountKrw": null,
        "changeRatio": null,
    });
    let mut overall = all.unwrap_or(nothing);
    overall["amountShare"] = in_ratio(&divided(&all_krw, &all_krw));
    json!({
        "from": question.from, "to": question.to, "genre": question.genre, "market": standing(stage),
        "items": items, "overall": overall,
    })
}

/// Sums of a genre, or of all.
fn sums(stage: &Stage<'_>, genre: Option<&str>, (first, last): (NaiveDate, NaiveDate), all_krw: &Figure) -> Value {
    let of_genre = || {
        let told = stage.world.market.bookings.iter();
        told.filter(move |of| genre.is_none_or(|genre| genre == of.genre))
    };
    let within = |first: NaiveDate, last: NaiveDate| of_genre().filter(move |of| first <= of.day && of.day <= last);
    let days =
        |first: NaiveDate, last: NaiveDate| -> BTreeSet<NaiveDate> { within(first, last).map(|of| of.day).collect() };
    let length = (last - first).num_days() + 1;
    let (before_first, before_last) = (shift(first, -length), shift(first, -1));
    let count = |days: &BTreeSet<NaiveDate>| i64::try_from(days.len()).unwrap();
    let known = count(&days(first, last));
    let sum = |figure: fn(&super::super::market::Sold) -> i64| -> Figure {
        (known > 0).then(|| within(first, last).map(|of| whole(figure(of))).sum())
    };
    let (booked, cancelled) = (sum(|of| of.booked), sum(|of| of.cancelled));
    let (net, krw) = (sum(|of| of.net), sum(|of| of.krw));
    let before: Figure = (count(&days(before_first, before_last)) == length)
        .then(|| within(before_first, before_last).map(|of| whole(of.krw)).sum());
    let change = divided(&krw, &before)
        .filter(|_| known == length)
        .map(|ratio| ratio - whole(1));
    json!({
        "knownDays": known,
        "bookedTickets": in_whole(&booked),
        "cancelledTickets": in_whole(&cancelled),
        "netTickets": in_whole(&net),
        "amountKrw": in_whole(&krw),
        "meanTicketPriceKrw": in_whole(&divided(&krw, &net)),
        "cancellationRatio": in_ratio(&divided(&cancelled, &booked)),
        "amountShare": in_ratio(&divided(&krw, all_krw)),
        "previousAmountKrw": in_whole(&before),
        "changeRatio": in_ratio(&change),
    })
}

/// The production that a show is, of those that the caller sees.
fn code_of_show(stage: &Stage<'_>, kopis_id: &str) -> Option<String> {
    let mut codes: Vec<String> = stage
        .world
        .market
        .matches
        .iter()
        .filter(|(code, (ids, _))| stage.question.visible.contains(code) && ids.iter().any(|id| id == kopis_id))
        .map(|(code, _)| code.clone())
        .collect();
    codes.sort();
    codes.into_iter().next()
}

pub(super) fn rank(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let range = days(stage, -30, -1);
    let within = |day: NaiveDate| range.is_some_and(|(first, last)| first <= day && day <= last);
    let ranks = || stage.world.market.ranks.iter().filter(|of| within(of.day));
    let items = stage.items(|production| {
        let (ids, genre) = match_of(stage, production);
        let read: BTreeSet<NaiveDate> = ranks().filter(|of| of.genre == genre).map(|of| of.day).collect();
        let reason = if ids.is_empty() {
            Some("not_matched")
        } else if read.is_empty() {
            Some("no_market")
        } else {
            None
        };
        let best = |day: NaiveDate| {
            let own = ranks().filter(|of| of.genre == genre && of.day == day && ids.contains(&of.kopis_id));
            own.map(|of| of.rank).min()
        };
        let days: Vec<(NaiveDate, Option<i64>)> = match reason {
            None => read.iter().map(|day| (*day, best(*day))).collect(),
            Some(_) => Vec::new(),
        };
        let latest = days.last().copied();
        let before = latest.and_then(|(day, _)| {
            let before = days.iter().find(|(known, _)| *known == shift(day, -1));
            before.and_then(|(_, rank)| *rank)
        });
        let latest_rank = latest.and_then(|(_, rank)| rank);
        json!({
            "kopisIds": ids,
            "genre": genre,
            "latestDay": latest.map(|(day, _)| day),
            "latestRank": latest_rank,
            "bestRank": days.iter().filter_map(|(_, rank)| *rank).min(),
            "rankChange": before.zip(latest_rank).map(|(before, latest)| before - latest),
            "reason": reason,
            "days": days.iter().map(|(day, rank)| json!({ "day": day, "rank": rank })).collect::<Vec<_>>(),
        })
    });
    let in_use: BTreeSet<String> = stage
        .world
        .productions
        .iter()
        .filter(|production| production.active)
        .map(|production| match_of(stage, production).1)
        .collect();
    let mut latest: BTreeMap<(&str, &str), NaiveDate> = BTreeMap::new();
    for of in ranks().filter(|of| in_use.contains(of.genre)) {
        let day = latest.entry((of.genre, of.name)).or_insert(of.day);
        *day = of.day.max(*day);
    }
    let top: Vec<Value> = latest
        .into_iter()
        .map(|((genre, name), day)| {
            let shows = ranks().filter(|of| of.genre == genre && of.day == day);
            let shows = shows.map(|of| {
                json!({
                    "rank": of.rank, "kopisId": of.kopis_id, "name": of.kopis_id, "place": null, "area": null,
                    "seats": of.seats, "performances": null, "from": null, "to": null,
                    "productionCode": code_of_show(stage, &of.kopis_id),
                })
            });
            json!({ "genre": genre, "name": name, "day": day, "shows": shows.collect::<Vec<_>>() })
        })
        .collect();
    json!({
        "from": question.from, "to": question.to, "market": standing(stage), "items": items, "top": top,
    })
}

pub(super) fn openings(stage: &Stage<'_>) -> Value {
    let question = stage.question;
    let range = days(stage, 0, 60);
    let mut shows: Vec<_> = stage
        .world
        .market
        .shows
        .iter()
        .filter(|show| range.is_some_and(|(first, last)| first <= show.from && show.from <= last))
        .filter(|show| question.genre.is_none_or(|genre| genre == show.genre))
        .collect();
    shows.sort_by_key(|show| (show.from, show.name.clone(), show.kopis_id.clone()));
    let items: Vec<Value> = shows
        .into_iter()
        .map(|show| {
            let mut beside: Vec<&str> = stage
                .world
                .productions
                .iter()
                .filter(|one| one.active && question.visible.contains(&one.code))
                .filter(|one| match_of(stage, one).1 == show.genre)
                .filter(|one| one.run_start.is_some() || one.run_end.is_some())
                .filter(|one| one.run_start.is_none_or(|first| first <= show.to))
                .filter(|one| one.run_end.is_none_or(|last| show.from <= last))
                .map(|one| one.code.as_str())
                .collect();
            beside.sort_unstable();
            json!({
                "kopisId": show.kopis_id, "name": show.name, "genre": show.genre, "place": show.place, "area": null,
                "from": show.from, "to": show.to, "openRun": show.open_run,
                "productionCode": code_of_show(stage, &show.kopis_id), "beside": beside,
            })
        })
        .collect();
    json!({
        "from": question.from, "to": question.to, "genre": question.genre, "market": standing(stage), "items": items,
    })
}

pub(super) fn index(stage: &Stage<'_>) -> Value {
    let items = stage.items(|production| index_item(stage, production));
    json!({ "days": stage.question.days, "market": standing(stage), "items": items })
}

fn index_item(stage: &Stage<'_>, production: &Production) -> Value {
    let n = stage.question.days;
    let (_, genre) = match_of(stage, production);
    let Some(record_date) = production.record_date() else {
        return json!({
            "genre": genre, "lastDay": null, "ownKrw": null, "ownBaseKrw": null, "marketKrw": null,
            "marketBaseKrw": null, "ownRatio": null, "marketRatio": null, "relativeIndex": null, "shareRatio": null,
            "changeKrw": null, "marketPartKrw": null, "ownPartKrw": null, "verdict": null, "comparable": false,
            "reason": "no_snapshot", "series": [],
        });
    };
    let last = record_date.min(shift(stage.as_of(), -1));
    let last = through(stage).map_or(last, |through| last.min(through));
    let (first, now, before) = (shift(last, 1 - 5 * n), shift(last, 1 - n), shift(last, -n));
    let sold = |first: NaiveDate, last: NaiveDate| -> Figure {
        let days = production.days().iter();
        let days = days.filter(|row| first <= row.date && row.date <= last);
        (!production.lacks_days()).then(|| days.map(|row| whole(row.revenue_krw)).sum())
    };
    let four = Some(whole(4));
    let (own, own_base) = (sold(now, last), divided(&sold(first, before), &four));
    let market = market_krw(stage, &genre, now, last);
    let market_base = divided(&market_krw(stage, &genre, first, before), &four);
    let (own_ratio, market_ratio) = (divided(&own, &own_base), divided(&market, &market_base));
    let change = minus(&own, &own_base);
    let part: Figure = own_base
        .clone()
        .zip(market_ratio.clone())
        .map(|(base, ratio)| base * (ratio - whole(1)));
    let share = divided(&own, &market);
    let first_sale = production.days().iter().map(|row| row.date).min();
    let is_zero = |figure: &Figure| figure.as_ref().is_none_or(Zero::is_zero);
    let reason = if production.lacks_days() {
        Some("no_sale_days")
    } else if !stage.world.market.bookings.iter().any(|of| of.genre == genre) {
        Some("no_market")
    } else if production.sale_end.is_some_and(|end| end < last) {
        Some("sale_over")
    } else if production.sale_start.or(first_sale).is_none_or(|begin| begin > first) {
        Some("too_new")
    } else if market.is_none() || market_base.is_none() {
        Some("market_gap")
    } else if is_zero(&own_base) || is_zero(&market_base) {
        Some("base_zero")
    } else if share
        .as_ref()
        .is_some_and(|share| *share > Exact::new(1.into(), 5.into()))
    {
        Some("own_large")
    } else {
        None
    };
    let verdict = match (&change, &part, &own_base, reason) {
        (Some(change), Some(part), Some(base), None) => Some(verdict(change, part, base)),
        _ => None,
    };
    let (change_krw, part_krw) = (in_whole(&change), in_whole(&part));
    let own_part = change_krw
        .as_i64()
        .zip(part_krw.as_i64())
        .map(|(change, part)| change - part);
    let usual = |base: &Figure| base.clone().map(|base| base * whole(7) / whole(n));
    let series: Vec<Value> = (0..5 * n)
        .map(|place| {
            let day = shift(first, place);
            let week = shift(day, -6);
            let is_known = place >= 6;
            let own_week = is_known.then(|| sold(week, day)).flatten();
            let market_week = is_known.then(|| market_krw(stage, &genre, week, day)).flatten();
            json!({
                "day": day,
                "ownKrw": in_whole(&sold(day, day)),
                "marketKrw": in_whole(&market_krw(stage, &genre, day, day)),
                "ownIndex": in_ratio(&divided(&own_week, &usual(&own_base))),
                "marketIndex": in_ratio(&divided(&market_week, &usual(&market_base))),
            })
        })
        .collect();
    json!({
        "genre": genre,
        "lastDay": last,
        "ownKrw": in_whole(&own),
        "ownBaseKrw": in_whole(&own_base),
        "marketKrw": in_whole(&market),
        "marketBaseKrw": in_whole(&market_base),
        "ownRatio": in_ratio(&own_ratio),
        "marketRatio": in_ratio(&market_ratio),
        "relativeIndex": in_ratio(&divided(&own_ratio, &market_ratio)),
        "shareRatio": in_ratio(&share),
        "changeKrw": change_krw,
        "marketPartKrw": part_krw,
        "ownPartKrw": own_part,
        "verdict": verdict,
        "comparable": reason.is_none(),
        "reason": reason,
        "series": series,
    })
}

fn verdict(change: &Exact, part: &Exact, base: &Exact) -> &'static str {
    let own = change - part;
    let zero = whole(0);
    if change.abs() < base * Exact::new(5.into(), 100.into()) {
        "steady"
    } else if part * change > zero && (&own * change <= zero || part.abs() >= own.abs() * whole(2)) {
        "market"
    } else if &own * change > zero && (part * change <= zero || own.abs() >= part.abs() * whole(2)) {
        "own"
    } else {
        "both"
    }
}

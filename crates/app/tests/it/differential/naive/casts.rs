//! Casts: the same people in the same order.

use serde_json::{Value, json};

use super::super::exact::{Exact, count, divided, in_whole, whole};
use super::super::world::{Performance, monday, shift};
use super::{Stage, merged};

/// `plays/weekly-casts`
pub(super) fn weekly(stage: &Stage<'_>) -> Value {
    let first = shift(monday(stage.as_of()), -7);
    let last = shift(first, 6);
    let items = stage.items(|production| {
        let casts = casts(&production.shows(first, last));
        let best: Vec<Value> = casts.iter().take(stage.question.top).map(row).collect();
        json!({ "weekStart": first, "weekEnd": last, "casts": best })
    });
    json!({ "top": stage.question.top, "items": items })
}

/// `plays/cast-revenue`
pub(super) fn whole_run(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let shows: Vec<&Performance> = production.performances().iter().collect();
        let rows = casts(&shows).into_iter().map(|cast| {
            let mean = divided(&Some(cast.revenue_krw.clone()), &Some(count(&cast.shows)));
            merged(row(&cast), json!({ "meanRevenueKrw": in_whole(&mean) }))
        });
        json!({ "casts": rows.collect::<Vec<_>>() })
    })
}

struct Cast<'a> {
    names: &'a [String],
    shows: Vec<&'a Performance>,
    revenue_krw: Exact,
    rank: usize,
}

fn row(cast: &Cast<'_>) -> Value {
    json!({
        "cast": cast.names,
        "revenueKrw": in_whole(&Some(cast.revenue_krw.clone())),
        "performances": cast.shows.len(),
        "rank": cast.rank,
    })
}

/// The casts of some performances, by revenue, then by names.
fn casts<'a>(shows: &[&'a Performance]) -> Vec<Cast<'a>> {
    let mut casts: Vec<Cast<'a>> = Vec::new();
    for show in shows {
        if let Some(cast) = casts.iter_mut().find(|cast| cast.names == show.cast) {
            cast.shows.push(show);
            cast.revenue_krw += whole(show.revenue_krw);
        } else {
            casts.push(Cast {
                names: &show.cast,
                shows: vec![show],
                revenue_krw: whole(show.revenue_krw),
                rank: 0,
            });
        }
    }
    let revenues: Vec<Exact> = casts.iter().map(|cast| cast.revenue_krw.clone()).collect();
    for cast in &mut casts {
        cast.rank = 1 + revenues.iter().filter(|other| cast.revenue_krw < **other).count();
    }
    casts.sort_by(|a, b| b.revenue_krw.cmp(&a.revenue_krw).then(a.names.cmp(b.names)));
    casts
}

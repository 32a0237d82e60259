//! Every report once more, straight from its definition and as simply as can be: over all rows, in fractions.

mod agencies;
mod buyers;
mod casts;
mod concerts;
mod effects;
mod foresight;
mod general;
mod grades;
mod houses;
mod market;
mod months;
mod overview;
mod performances;
mod seats;
mod sums;
mod targets;
mod weeks;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::exact::{Exact, Figure};
use super::world::{Production, World};

/// Every report that has a naive counterpart, by its path under `/api/v1/reports/`.
pub(super) const REPORTS: [&str; 45] = [
    "plays/weekly-overview",
    "plays/weekly-casts",
    "plays/outlook",
    "plays/daily-brief",
    "plays/weekly-occupancy",
    "plays/profit-forecast",
    "plays/performances",
    "plays/monthly",
    "plays/monthly-by-production",
    "plays/revenue",
    "plays/cast-revenue",
    "plays/occupancy",
    "plays/weekly-capacity",
    "plays/summary",
    "plays/deposits",
    "concerts/daily",
    "concerts/weekly",
    "concerts/monthly",
    "concerts/overview",
    "concerts/break-even",
    "concerts/profit-forecast",
    "concerts/target-sales",
    "concerts/marketing-week",
    "forecast",
    "pace",
    "cast-effects",
    "marketing-lift",
    "forecast-scorecard",
    "overview",
    "grades",
    "target-vs-actual",
    "marketing-effect",
    "buyers/discounts",
    "buyers/ages",
    "buyers/payments",
    "buyers/channels",
    "buyers/regions",
    "upload-coverage",
    "agencies/sales",
    "agencies/daily",
    "snapshot-changes",
    "market/genres",
    "market/rank",
    "market/openings",
    "market/index",
];

/// What a report is asked, with the defaults filled in.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) as_of: NaiveDate,
    /// Codes of the productions that the caller may see.
    pub(super) visible: Vec<String>,
    /// Codes of the productions that are named, all of them visible; nothing is named when there are none.
    pub(super) named: Vec<String>,
    pub(super) include_inactive: bool,
    pub(super) top: usize,
    pub(super) low_threshold: Exact,
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
    /// `day`, `week` or `month`
    pub(super) grain: &'static str,
    pub(super) days: i64,
    /// `country`, `seoul` or `gyeonggi`
    pub(super) level: &'static str,
    /// `category` or `all`
    pub(super) among: &'static str,
    pub(super) most: usize,
    /// `sale_day` or `performance_day`; none: whichever there is
    pub(super) by: Option<&'static str>,
    /// Code of a genre of KOPIS
    pub(super) genre: Option<&'static str>,
}

/// What one report is computed from.
struct Stage<'a> {
    world: &'a World,
    question: &'a Question,
    /// The productions that it covers, by code.
    productions: Vec<&'a Production>,
}

/// The answer of a report, by its path; none when it is not one of [`REPORTS`].
pub(super) fn answer(report: &str, world: &World, question: &Question) -> Option<Value> {
    let asked = question.include_inactive;
    let plays = || Stage::new(world, question, asked, Production::is_play);
    let plays_active_or_not = || Stage::new(world, question, true, Production::is_play);
    let concerts = || Stage::new(world, question, asked, |production| !production.is_play());
    let all = || Stage::new(world, question, asked, |_| true);
    let all_active_or_not = || Stage::new(world, question, true, |_| true);
    let fields = match report {
        "plays/weekly-overview" => weeks::overview(&plays()),
        "plays/weekly-casts" => casts::weekly(&plays()),
        "plays/outlook" => performances::outlook(&plays()),
        "plays/daily-brief" => json!({ "items": performances::daily_brief(&plays()) }),
        "plays/weekly-occupancy" => json!({ "items": weeks::occupancy(&plays()) }),
        "plays/profit-forecast" => houses::profit_forecast(&plays()),
        "plays/performances" => performances::list(&plays()),
        "plays/monthly" => json!({ "items": months::all_together(&plays_active_or_not()) }),
        "plays/monthly-by-production" => json!({ "items": months::by_production(&plays_active_or_not()) }),
        "plays/revenue" => houses::revenue_against_target(&plays()),
        "plays/cast-revenue" => json!({ "items": casts::whole_run(&plays()) }),
        "plays/occupancy" => json!({ "items": houses::occupancy(&plays()) }),
        "plays/weekly-capacity" => weeks::capacity(&plays()),
        "plays/summary" => performances::summary(&plays()),
        "plays/deposits" => json!({ "items": houses::deposits(&plays()) }),
        "concerts/daily" => json!({ "items": concerts::daily(&concerts()) }),
        "concerts/weekly" => json!({ "items": concerts::weekly(&concerts()) }),
        "concerts/monthly" => json!({ "items": concerts::monthly(&concerts()) }),
        "concerts/overview" => concerts::overview(&concerts()),
        "concerts/break-even" => json!({ "items": seats::break_even(&concerts()) }),
        "concerts/profit-forecast" => seats::profit_forecast(&concerts()),
        "concerts/target-sales" => concerts::target_sales(&concerts()),
        "concerts/marketing-week" => json!({ "items": general::marketing_week(&concerts()) }),
        "forecast" => foresight::forecast(&all()),
        "pace" => effects::pace(&all()),
        "cast-effects" => effects::casts(&plays()),
        "marketing-lift" => effects::campaigns(&all()),
        "forecast-scorecard" => effects::scorecard(&all_active_or_not()),
        "overview" => overview::overview(&all()),
        "grades" => json!({ "items": grades::grades(&all()) }),
        "target-vs-actual" => targets::target_vs_actual(&all()),
        "marketing-effect" => json!({ "items": general::marketing_effect(&all()) }),
        "agencies/sales" => agencies::sales(&all()),
        "agencies/daily" => agencies::daily(&all()),
        "snapshot-changes" => general::snapshot_changes(&all()),
        "buyers/discounts" => json!({ "items": buyers::discounts(&all()) }),
        "buyers/ages" => json!({ "items": buyers::ages(&all()) }),
        "buyers/payments" => json!({ "items": buyers::payments(&all()) }),
        "buyers/channels" => json!({ "items": buyers::channels(&all()) }),
        "buyers/regions" => buyers::regions(&all()),
        "upload-coverage" => general::upload_coverage(&all()),
        "market/genres" => market::genres(&all()),
        "market/rank" => market::rank(&all()),
        "market/openings" => market::openings(&all()),
        "market/index" => market::index(&all()),
        _ => return None,
    };
    Some(merged(json!({ "report": report, "asOf": question.as_of }), fields))
}

impl<'a> Stage<'a> {
    fn new(world: &'a World, question: &'a Question, inactive: bool, covers: impl Fn(&Production) -> bool) -> Self {
        let is_asked = |production: &&Production| {
            if question.named.is_empty() {
                question.visible.contains(&production.code) && (production.active || inactive)
            } else {
                question.named.contains(&production.code)
            }
        };
        let productions = world.productions.iter().filter(is_asked);
        let mut productions: Vec<_> = productions.filter(|production| covers(production)).collect();
        productions.sort_by(|a, b| a.code.cmp(&b.code));
        Self {
            world,
            question,
            productions,
        }
    }

    fn as_of(&self) -> NaiveDate {
        self.question.as_of
    }

    /// One item per production.
    fn items(&self, fields: impl Fn(&Production) -> Value) -> Value {
        let item = |production: &&Production| merged(head(production), fields(production));
        self.productions.iter().map(item).collect()
    }
}

/// What every row of a production begins with.
fn head(production: &Production) -> Value {
    let mut head = json!({
        "productionCode": production.code,
        "productionName": production.name,
        "category": production.category,
        "recordDate": production.record_date(),
    });
    if let Some(id) = &production.id {
        head["productionId"] = json!(id);
    }
    head
}

/// The fields of one object and those of another.
fn merged(one: Value, other: Value) -> Value {
    let (Value::Object(mut fields), Value::Object(more)) = (one, other) else {
        panic!("two objects");
    };
    fields.extend(more);
    Value::Object(fields)
}

/// A sum over several productions: of those that know it, and unknown when there are some and none does.
fn sum_of_known(figures: impl IntoIterator<Item = Figure>) -> Figure {
    let figures: Vec<Figure> = figures.into_iter().collect();
    let is_known = figures.is_empty() || figures.iter().any(Option::is_some);
    is_known.then(|| figures.into_iter().flatten().sum())
}

/// Rows by a key, in its order; within a key in theirs.
fn grouped<R, K: Ord>(rows: &[R], key: impl Fn(&R) -> K) -> Vec<(K, Vec<&R>)> {
    let mut keys: Vec<K> = rows.iter().map(&key).collect();
    keys.sort();
    keys.dedup();
    let of_key = |wanted: K| {
        let members = rows.iter().filter(|row| key(row) == wanted).collect();
        (wanted, members)
    };
    keys.into_iter().map(of_key).collect()
}

/// A map of JSON from names and values.
fn object(fields: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(fields.into_iter().collect::<Map<_, _>>())
}

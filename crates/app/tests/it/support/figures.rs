//! What answers must show of a workbook whose truth is known.

use std::collections::BTreeMap;

use sample_data::world::Truth;
use serde_json::{Value, json};

use super::Client;

/// Reports that show a snapshot row by row; together they show every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Report {
    /// Revenue of each sale day, of every category.
    Days,
    /// Revenue in total, of plays and musicals.
    Revenue,
    /// Each performance of plays and musicals.
    Performances,
    /// Seats sold per grade, of concerts.
    Grades,
}

impl Report {
    /// The reports that cover a production of plays and musicals, or a concert.
    pub(crate) fn covering(truth: &Truth) -> &'static [Self] {
        if truth.category.is_stage() {
            &[Self::Days, Self::Revenue, Self::Performances]
        } else {
            &[Self::Days, Self::Grades]
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Days => "/api/v1/reports/target-vs-actual?grain=day&includeInactive=true",
            Self::Revenue => "/api/v1/reports/plays/revenue?includeInactive=true",
            Self::Performances => "/api/v1/reports/plays/performances?includeInactive=true",
            Self::Grades => "/api/v1/reports/concerts/break-even?includeInactive=true",
        }
    }

    /// What it shows of the production with this code.
    pub(crate) async fn shown(self, client: &Client, code: &str) -> Value {
        let body = client.get(self.path()).await.expect(200);
        let items = body["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["productionCode"] == code);
        let item = item.unwrap_or_else(|| panic!("{code} is not in {}", self.path()));
        let rows = |key: &str| item[key].as_array().unwrap().iter();
        let figures = match self {
            Self::Days => {
                let sold = rows("periods").filter(|period| period["revenueKrw"].as_i64().unwrap_or_default() != 0);
                json!(
                    sold.map(|period| (&period["period"], &period["revenueKrw"]))
                        .collect::<Vec<_>>()
                )
            }
            Self::Revenue => item["totalRevenueKrw"].clone(),
            Self::Performances => json!(
                rows("performances")
                    .map(|performance| {
                        json!([
                            performance["startsAt"],
                            performance["cast"],
                            performance["paidSeats"],
                            performance["complimentarySeats"],
                            performance["revenueKrw"],
                        ])
                    })
                    .collect::<Vec<_>>()
            ),
            Self::Grades => {
                let sold = rows("grades").filter(|grade| grade["soldSeats"] != 0);
                json!(
                    sold.map(|grade| (grade["grade"].as_str().unwrap(), &grade["soldSeats"]))
                        .collect::<BTreeMap<_, _>>()
                )
            }
        };
        json!([item["recordDate"], figures])
    }

    /// What it must show while this is the truth about the current snapshot.
    pub(crate) fn expected(self, truth: &Truth) -> Value {
        let figures = match self {
            Self::Days => {
                let mut days: Vec<_> = truth.daily_rows.iter().collect();
                days.sort_by_key(|row| row.sale_day);
                let sold = days.iter().filter(|row| row.revenue_krw != 0);
                json!(sold.map(|row| (row.sale_day, row.revenue_krw)).collect::<Vec<_>>())
            }
            Self::Revenue => json!(truth.daily.revenue_krw),
            Self::Performances => {
                let mut performances: Vec<_> = truth.performance_rows.iter().collect();
                performances.sort_by_key(|row| row.starts_at);
                let row = |row: &sample_data::world::PerformanceRow| {
                    json!([
                        row.starts_at.to_rfc3339(),
                        row.cast,
                        row.paid_seats,
                        row.complimentary_seats,
                        row.revenue_krw
                    ])
                };
                json!(performances.into_iter().map(row).collect::<Vec<_>>())
            }
            Self::Grades => {
                let sold = truth
                    .performances
                    .paid_seats_by_grade
                    .iter()
                    .filter(|(_, seats)| **seats != 0);
                json!(sold.collect::<BTreeMap<_, _>>())
            }
        };
        json!([truth.record_date, figures])
    }
}

/// Panics unless every report shows exactly this workbook of the production with this code, or none at all.
pub(crate) async fn shown(client: &Client, code: &str, truth: Option<&Truth>) {
    let Some(truth) = truth else {
        let days = Report::Days.shown(client, code).await;
        assert_eq!(days, json!([null, []]), "{code} has no snapshot");
        return;
    };
    for report in Report::covering(truth) {
        let (have, want) = (report.shown(client, code).await, report.expected(truth));
        assert_eq!(have, want, "{report:?} of {code} as of {}", truth.record_date);
    }
}

/// The `facts` that an upload of this workbook must have.
pub(crate) fn facts(truth: &Truth) -> Value {
    let mut performances = json!(truth.performances);
    // Workbooks with markers say nothing of payment, numbers and agencies.
    for field in ["depositedSeats", "depositedKrw", "pendingSeats", "pendingKrw"] {
        performances[field] = Value::Null;
    }
    performances["numbers"] = json!(0);
    json!({ "daily": truth.daily, "performances": performances, "agencies": [], "buyers": null })
}

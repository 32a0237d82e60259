//! The statements behind the reports about ticket agencies.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Text, Uuid as SqlUuid};
use domain::agency::AgencyCode;
use domain::calendar::{Grain, OpenRange};
use domain::reports::agencies_daily::{self, AgenciesDaily};
use domain::reports::agencies_sales::{self, AgenciesSales, By, Sheet, Sold};
use domain::sales::DepositFacts;
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

#[derive(QueryableByName)]
struct Of {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
}

#[derive(QueryableByName)]
struct SoldRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    agency: String,
    #[diesel(sql_type = Text)]
    agency_name: String,
    #[diesel(embed)]
    sold: SoldColumns,
}

#[derive(QueryableByName)]
struct TotalRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(embed)]
    sold: SoldColumns,
}

#[derive(QueryableByName, Default)]
struct SoldColumns {
    #[diesel(sql_type = BigInt)]
    seats: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    revenue_krw: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    deposited_seats: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    deposited_krw: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pending_seats: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pending_krw: Option<i64>,
}

impl From<SoldColumns> for Sold {
    fn from(row: SoldColumns) -> Self {
        Self {
            seats: row.seats,
            revenue_krw: row.revenue_krw,
            deposits: DepositFacts {
                deposited_seats: row.deposited_seats,
                deposited_krw: row.deposited_krw,
                pending_seats: row.pending_seats,
                pending_krw: row.pending_krw,
            },
        }
    }
}

/// Sums of performances, where one row that does not tell makes the sum unknown.
const SUMS_OF_PERFORMANCES: &str =
    "CASE WHEN count(revenue_krw) = count(*) THEN sum(revenue_krw)::bigint END AS revenue_krw,
     CASE WHEN count(deposited_seats) = count(*) THEN sum(deposited_seats)::bigint END AS deposited_seats,
     CASE WHEN count(deposited_krw) = count(*) THEN sum(deposited_krw)::bigint END AS deposited_krw,
     CASE WHEN count(pending_seats) = count(*) THEN sum(pending_seats)::bigint END AS pending_seats,
     CASE WHEN count(pending_krw) = count(*) THEN sum(pending_krw)::bigint END AS pending_krw";

/// Sums of sale days, which tell nothing of payment.
const SUMS_OF_DAYS: &str = "sum(revenue_krw)::bigint AS revenue_krw, NULL::bigint AS deposited_seats,
     NULL::bigint AS deposited_krw, NULL::bigint AS pending_seats, NULL::bigint AS pending_krw";

/// Where figures by these days stand: rows of agencies, all rows, their day, seats of all, sums.
fn places(by: By) -> [&'static str; 5] {
    match by {
        By::SaleDay => ["agency_day", "daily_sale", "sale_day", "seats", SUMS_OF_DAYS],
        By::PerformanceDay => [
            "agency_performance",
            "performance_sale",
            "performance_day",
            "paid_seats",
            SUMS_OF_PERFORMANCES,
        ],
    }
}

/// Which productions have agency rows by these days, whatever the range.
fn having(connection: &mut PgConnection, by: By, ids: &[Uuid]) -> QueryResult<HashSet<Uuid>> {
    let [agencies, ..] = places(by);
    let rows: Vec<Of> = prepared(
        diesel::sql_query(format!(
            "SELECT p.production_id FROM report.production p
         WHERE p.production_id = ANY($1)
           AND EXISTS (SELECT FROM public.{agencies} a WHERE a.snapshot_id = p.snapshot_id)"
        ))
        .bind::<Array<SqlUuid>, _>(ids),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(|row| row.production_id).collect())
}

/// What agencies, and all together, sold on these days.
fn sheets(connection: &mut PgConnection, by: By, ids: &[Uuid], days: OpenRange) -> Work<HashMap<Uuid, Sheet>> {
    let [agencies, all, day, seats, sums] = places(by);
    let within = format!(
        "production_id = ANY($1) AND {day} >= coalesce($2::date, '-infinity') AND {day} <= coalesce($3::date, 'infinity')"
    );
    let sold: Vec<SoldRow> = prepared(
        diesel::sql_query(format!(
            "SELECT production_id, agency, agency_name, sum(seats)::bigint AS seats, {sums} FROM report.{agencies}
         WHERE {within} GROUP BY production_id, agency, agency_name"
        ))
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Nullable<Date>, _>(days.from)
        .bind::<Nullable<Date>, _>(days.to),
    )
    .load(connection)?;
    let totals: Vec<TotalRow> = prepared(
        diesel::sql_query(format!(
            "SELECT production_id, sum({seats})::bigint AS seats, {sums} FROM report.{all}
         WHERE {within} GROUP BY production_id"
        ))
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Nullable<Date>, _>(days.from)
        .bind::<Nullable<Date>, _>(days.to),
    )
    .load(connection)?;
    let mut sold = grouped(sold, |row| row.production_id);
    let mut totals = by_id(totals, |row| row.production_id);
    let mut sheet = |id: &Uuid| -> Work<(Uuid, Sheet)> {
        let agencies = sold.remove(id).unwrap_or_default().into_iter().map(|row| {
            let code = code(&row.agency)?;
            Ok((code, row.agency_name, row.sold.into()))
        });
        let sheet = Sheet {
            by,
            agencies: agencies.collect::<Work<_>>()?,
            total: totals.remove(id).map_or_else(nothing, |row| row.sold.into()),
        };
        Ok((*id, sheet))
    };
    ids.iter().map(&mut sheet).collect()
}

/// No row is of these days.
fn nothing() -> Sold {
    Sold {
        revenue_krw: Some(0),
        ..Sold::default()
    }
}

fn code(text: &str) -> Work<AgencyCode> {
    text.parse().map_err(|error| broken_row("agency", error))
}

impl Statement for AgenciesSales {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, asked: Self::Window) -> Work<Self::Figures> {
        let (asked_by, days) = asked;
        let mut left = ids(&productions);
        let mut found = HashMap::new();
        for by in By::ALL
            .into_iter()
            .filter(|by| asked_by.is_none_or(|asked| asked == *by))
        {
            let having = having(connection, by, &left)?;
            let (told, silent): (Vec<_>, Vec<_>) = left.into_iter().partition(|id| having.contains(id));
            found.extend(sheets(connection, by, &told, days)?);
            left = silent;
        }
        let figures = |production: InScope| {
            let mut sheet = found.remove(&production.reported.id.0);
            if let Some(sheet) = &mut sheet
                && sheet.by == By::PerformanceDay
                && !production.reported.category.is_stage()
            {
                // Performances of concerts have no won, not even of days without any.
                sheet.total.revenue_krw = None;
            }
            agencies_sales::Figures {
                sheet,
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for AgenciesDaily {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, grain: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct PeriodRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            first_day: NaiveDate,
        }
        #[derive(QueryableByName)]
        struct AgencyRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Text)]
            agency: String,
            #[diesel(sql_type = Text)]
            agency_name: String,
            #[diesel(sql_type = Date)]
            first_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            seats: i64,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        let grain = match grain {
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
        };
        let periods: Vec<PeriodRow> = prepared(
            diesel::sql_query(
                "SELECT DISTINCT production_id, date_trunc($2, sale_day::timestamp)::date AS first_day
         FROM report.daily_sale WHERE production_id = ANY($1) ORDER BY first_day",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Text, _>(grain),
        )
        .load(connection)?;
        let sold: Vec<AgencyRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, agency, agency_name, date_trunc($2, sale_day::timestamp)::date AS first_day,
                sum(seats)::bigint AS seats, sum(revenue_krw)::bigint AS revenue_krw
         FROM report.agency_day WHERE production_id = ANY($1)
         GROUP BY production_id, agency, agency_name, date_trunc($2, sale_day::timestamp)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Text, _>(grain),
        )
        .load(connection)?;
        let mut periods = grouped(periods, |row| row.production_id);
        let mut sold = grouped(sold, |row| row.production_id);
        let mut figures = |production: InScope| -> Work<agencies_daily::Figures> {
            let id = production.reported.id.0;
            let mut agencies = BTreeMap::new();
            for row in sold.remove(&id).unwrap_or_default() {
                let code = code(&row.agency)?;
                let of_agency = agencies
                    .entry(code.clone())
                    .or_insert_with(|| agencies_daily::AgencyFigures {
                        code,
                        name: row.agency_name,
                        sold: BTreeMap::new(),
                    });
                let sold = agencies_daily::Sold {
                    seats: row.seats,
                    revenue_krw: row.revenue_krw,
                };
                of_agency.sold.insert(row.first_day, sold);
            }
            let periods = periods.remove(&id).unwrap_or_default();
            Ok(agencies_daily::Figures {
                periods: periods.into_iter().map(|row| row.first_day).collect(),
                agencies: agencies.into_values().collect(),
                production: production.reported,
            })
        };
        productions.into_iter().map(&mut figures).collect()
    }
}

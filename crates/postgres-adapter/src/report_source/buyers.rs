//! Who bought and how.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Integer, Nullable, Text, Uuid as SqlUuid};
use domain::buyers::{Breakdown, Dimension, SellingAgency};
use domain::reports::buyers::Figures;
use domain::reports::buyers::ages::BuyersAges;
use domain::reports::buyers::channels::BuyersChannels;
use domain::reports::buyers::discounts::BuyersDiscounts;
use domain::reports::buyers::payments::BuyersPayments;
use domain::reports::buyers::regions::BuyersRegions;
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

const WHAT: &str = "breakdown";

#[derive(QueryableByName)]
struct CoveredRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Nullable<Date>)]
    buyers_record_date: Option<NaiveDate>,
    #[diesel(sql_type = BigInt)]
    sold_seats: i64,
}

#[derive(QueryableByName)]
struct BreakdownRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    dimension: String,
    #[diesel(sql_type = Text)]
    agency: String,
    #[diesel(sql_type = Text)]
    agency_name: String,
    #[diesel(sql_type = Text)]
    item: String,
    #[diesel(sql_type = Text)]
    part: String,
    #[diesel(sql_type = Integer)]
    position: i32,
    #[diesel(sql_type = BigInt)]
    seats: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    revenue_krw: Option<i64>,
}

impl TryFrom<BreakdownRow> for Breakdown {
    type Error = crate::errors::WorkError;

    fn try_from(row: BreakdownRow) -> Work<Self> {
        let broken = |error: &dyn std::error::Error| broken_row(WHAT, error.to_string());
        let agency = (!row.agency.is_empty())
            .then(|| row.agency.parse())
            .transpose()
            .map_err(|error| broken(&error))?
            .map(|code| SellingAgency {
                code,
                name: row.agency_name,
            });
        let gender = (!row.part.is_empty()).then(|| row.part.parse().map_err(|error| broken(&error)));
        Ok(Self {
            dimension: row.dimension.parse().map_err(|error| broken(&error))?,
            agency,
            item: row.item,
            gender: gender.transpose()?,
            position: row.position,
            seats: row.seats,
            revenue_krw: row.revenue_krw,
        })
    }
}

/// What the current reports on buyers of these productions say of some dimensions.
fn figures(connection: &mut PgConnection, productions: Vec<InScope>, dimensions: &[Dimension]) -> Work<Vec<Figures>> {
    // What a snapshot of sales sold in total stands in the facts of its upload.
    let covered: Vec<CoveredRow> = prepared(
        diesel::sql_query(
            "SELECT p.production_id, b.record_date AS buyers_record_date,
                    coalesce((u.facts #>> '{daily,seats}')::bigint, (u.facts #>> '{performances,paid_seats}')::bigint, 0)
                        AS sold_seats
             FROM report.production p
             LEFT JOIN report.buyers_current b ON b.production_id = p.production_id
             LEFT JOIN snapshot s ON s.id = p.snapshot_id
             LEFT JOIN upload u ON u.id = s.upload_id
             WHERE p.production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids(&productions)),
    )
    .load(connection)?;
    let rows: Vec<BreakdownRow> = prepared(
        diesel::sql_query(
            "SELECT production_id, dimension, agency, agency_name, item, part, position, seats, revenue_krw
             FROM report.breakdown
             WHERE production_id = ANY($1) AND dimension = ANY($2)",
        )
        .bind::<Array<SqlUuid>, _>(ids(&productions))
        .bind::<Array<Text>, _>(dimensions.iter().map(|dimension| dimension.code()).collect::<Vec<_>>()),
    )
    .load(connection)?;
    let mut covered = by_id(covered, |row| row.production_id);
    let mut rows = grouped(rows, |row| row.production_id);
    let mut figures = |production: InScope| {
        let id = production.reported.id.0;
        let covered = covered.remove(&id);
        let breakdowns = rows.remove(&id).unwrap_or_default().into_iter();
        Ok(Figures {
            record_date: covered.as_ref().and_then(|row| row.buyers_record_date),
            sold_seats: covered.map_or(0, |row| row.sold_seats),
            breakdowns: breakdowns.map(Breakdown::try_from).collect::<Work<_>>()?,
            production: production.reported,
        })
    };
    productions.into_iter().map(&mut figures).collect()
}

/// Each report takes the dimensions that it tells.
macro_rules! statements {
    ($($report:ty),+) => {
        $(impl Statement for $report {
            fn read(
                connection: &mut PgConnection,
                productions: Vec<InScope>,
                dimensions: Self::Window,
            ) -> Work<Self::Figures> {
                figures(connection, productions, dimensions)
            }
        })+
    };
}

statements!(
    BuyersDiscounts,
    BuyersAges,
    BuyersPayments,
    BuyersChannels,
    BuyersRegions
);

//! The statements behind the reports about marketing weeks.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Text, Uuid as SqlUuid};
use domain::calendar::{DateRange, monday_of};
use domain::campaign::{CampaignId, CampaignKind};
use domain::planning::{NotesByMonday, WeekNotes};
use domain::reports::marketing_effect::{CampaignMark, RunningWeek};
use domain::reports::{marketing_effect, marketing_week};
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

/// Notes of the weeks by production: of all weeks, or of one by its Monday.
pub(super) fn week_notes(
    connection: &mut PgConnection,
    productions: &[InScope],
    monday: Option<NaiveDate>,
) -> Work<HashMap<Uuid, NotesByMonday>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Date)]
        week_start: NaiveDate,
        #[diesel(sql_type = Nullable<Text>)]
        sales_marketing: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        promotion: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        other: Option<String>,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT production_id, week_start, sales_marketing, promotion, other FROM report.marketing_week
         WHERE production_id = ANY($1) AND ($2 IS NULL OR week_start = $2)",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions))
        .bind::<Nullable<Date>, _>(monday),
    )
    .load(connection)?;
    let mut notes = HashMap::<Uuid, NotesByMonday>::new();
    for row in rows {
        let planned = WeekNotes {
            sales_marketing: row.sales_marketing,
            promotion: row.promotion,
            other: row.other,
        };
        notes
            .entry(row.production_id)
            .or_default()
            .insert(row.week_start, planned);
    }
    Ok(notes)
}

fn sale_period(production: &InScope) -> Option<DateRange> {
    DateRange::new(production.sale_start?, production.sale_end?)
}

#[derive(QueryableByName)]
struct CampaignRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    campaign_id: Uuid,
    #[diesel(sql_type = Date)]
    from_day: NaiveDate,
    #[diesel(sql_type = Date)]
    to_day: NaiveDate,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    text: String,
}

impl CampaignRow {
    fn mark(self) -> Work<CampaignMark> {
        let days = DateRange::new(self.from_day, self.to_day);
        Ok(CampaignMark {
            id: CampaignId(self.campaign_id),
            days: days.ok_or_else(|| broken_row("campaign", "it ends before it begins"))?,
            kind: self
                .kind
                .parse::<CampaignKind>()
                .map_err(|error| broken_row("campaign", error))?,
            text: self.text,
        })
    }
}

/// Campaigns by production, by beginning, end and identity.
fn campaigns(connection: &mut PgConnection, productions: &[InScope]) -> Work<HashMap<Uuid, Vec<CampaignMark>>> {
    let rows: Vec<CampaignRow> = prepared(
        diesel::sql_query(
            "SELECT production_id, campaign_id, from_day, to_day, kind, text FROM report.campaign
         WHERE production_id = ANY($1) ORDER BY from_day, to_day, campaign_id",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions)),
    )
    .load(connection)?;
    let mut campaigns = HashMap::<Uuid, Vec<CampaignMark>>::new();
    for row in rows {
        campaigns.entry(row.production_id).or_default().push(row.mark()?);
    }
    Ok(campaigns)
}

impl Statement for marketing_week::MarketingWeek {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, day: Self::Window) -> Work<Self::Figures> {
        let mut notes = week_notes(connection, &productions, Some(monday_of(day)))?;
        let mut figures = |production: InScope| marketing_week::Figures {
            sale_period: sale_period(&production),
            notes: notes.remove(&production.reported.id.0).unwrap_or_default(),
            production: production.reported,
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for marketing_effect::MarketingEffect {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Week {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            first_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        #[derive(QueryableByName)]
        struct Running {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
            #[diesel(sql_type = BigInt)]
            previous_revenue_krw: i64,
        }
        let mut notes = week_notes(connection, &productions, None)?;
        let mut campaigns = campaigns(connection, &productions)?;
        let running: Vec<Running> = prepared(
        diesel::sql_query(
            "SELECT production_id, coalesce(sum(revenue_krw) FILTER (WHERE sale_day >= monday), 0)::bigint AS revenue_krw,
                coalesce(sum(revenue_krw) FILTER (WHERE sale_day <= record_date - 7), 0)::bigint AS previous_revenue_krw
         FROM (SELECT production_id, sale_day, revenue_krw, record_date,
                      date_trunc('week', record_date::timestamp)::date AS monday
               FROM report.daily_sale WHERE production_id = ANY($1)) sale
         WHERE sale_day BETWEEN monday - 7 AND record_date GROUP BY production_id",
        )
        .bind::<Array<SqlUuid>, _>(ids(&productions)),
    )
    .load(connection)?;
        let running = by_id(running, |running| running.production_id);
        let weeks: Vec<Week> = prepared(
            diesel::sql_query(
                "SELECT production_id, first_day, revenue_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = 'week'",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut weeks = grouped(weeks, |week| week.production_id);
        let mut figures = |production: InScope| {
            let id = production.reported.id.0;
            let weeks = weeks.remove(&id).unwrap_or_default();
            marketing_effect::Figures {
                sale_period: sale_period(&production),
                notes: notes.remove(&id).unwrap_or_default(),
                campaigns: campaigns.remove(&id).unwrap_or_default(),
                revenue_krw: weeks.iter().map(|week| (week.first_day, week.revenue_krw)).collect(),
                running: running
                    .get(&id)
                    .map_or_else(RunningWeek::default, |running| RunningWeek {
                        revenue_krw: running.revenue_krw,
                        previous_revenue_krw: running.previous_revenue_krw,
                    }),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

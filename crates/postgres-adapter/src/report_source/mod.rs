//! Sums over the current snapshots, from the views of schema `report`.
//!
//! Each report is a handful of statements in one read-only transaction that sees one database snapshot: first the
//! productions in scope, then the sums of all of them at once.

mod casts;
mod concert_sales;
mod concerts;
mod coverage;
mod histories;
mod marketing;
mod overview;
mod plays;
mod runs;
mod scope;
mod showings;
mod targets;

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use domain::calendar::{DateRange, Grain};
use domain::distribution::SaleHistory;
use domain::reports::{
    break_even, cast_revenue, concert_daily, concert_monthly, concert_overview, concert_profit_forecast,
    concert_weekly, daily_brief, marketing_effect, marketing_week, monthly, occupancy, outlook, overview as standings,
    performances, profit_forecast, revenue, summary, target_sales, target_vs_actual, upload_coverage, weekly_capacity,
    weekly_casts, weekly_occupancy, weekly_overview,
};
use ports::driven::{Read, ReportKind, ReportScope, ReportSource, ReportSourceError, Versioned};
use uuid::Uuid;

use self::scope::{Found, InScope};
use crate::data_version;
use crate::errors::Work;
use crate::pool::PgPool;

/// Report figures in PostgreSQL.
pub struct PgReportSource {
    pool: PgPool,
}

impl PgReportSource {
    /// Reads through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// Runs `figures` on the productions in scope, all in one database snapshot.
    async fn read<T: Send + 'static>(
        &self,
        kind: ReportKind,
        scope: &ReportScope,
        figures: impl Fn(&mut PgConnection, Vec<InScope>) -> Work<T> + Send + 'static,
    ) -> Read<T> {
        let scope = scope.clone();
        let read = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let data_version = data_version::read(connection)?;
                    Ok(match scope::find(connection, kind, &scope)? {
                        Found::All(productions) => Ok(Versioned {
                            data_version,
                            value: figures(connection, productions)?,
                        }),
                        Found::Unknown(id) => Err(ReportSourceError::UnknownProduction(id)),
                    })
                })
        };
        self.pool.read("report", read).await?
    }
}

fn ids(productions: &[InScope]) -> Vec<Uuid> {
    productions.iter().map(|production| production.reported.id.0).collect()
}

/// One row of sums for each production that has any.
fn by_id<R>(rows: Vec<R>, id: impl Fn(&R) -> Uuid) -> HashMap<Uuid, R> {
    rows.into_iter().map(|row| (id(&row), row)).collect()
}

/// Rows of many productions, by production, each in the order in which it came.
fn grouped<R>(rows: Vec<R>, id: impl Fn(&R) -> Uuid) -> HashMap<Uuid, Vec<R>> {
    let mut groups = HashMap::<Uuid, Vec<R>>::new();
    for row in rows {
        groups.entry(id(&row)).or_default().push(row);
    }
    groups
}

#[async_trait]
impl ReportSource for PgReportSource {
    async fn weekly_overview(
        &self,
        scope: &ReportScope,
        weeks: weekly_overview::Weeks,
    ) -> Read<Vec<weekly_overview::Figures>> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            plays::weekly_overview(connection, productions, weeks)
        })
        .await
    }

    async fn revenue(&self, scope: &ReportScope) -> Read<Vec<revenue::Figures>> {
        self.read(ReportKind::Stage, scope, plays::revenue).await
    }

    async fn weekly_occupancy(&self, scope: &ReportScope) -> Read<Vec<weekly_occupancy::Figures>> {
        self.read(ReportKind::Stage, scope, plays::weekly_occupancy).await
    }

    async fn performances(
        &self,
        scope: &ReportScope,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Read<Vec<performances::Figures>> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            plays::performances(connection, productions, from, to)
        })
        .await
    }

    async fn profit_forecast(&self, scope: &ReportScope) -> Read<Vec<profit_forecast::Figures>> {
        self.read(ReportKind::Stage, scope, plays::profit_forecast).await
    }

    async fn weekly_casts(&self, scope: &ReportScope, week: DateRange) -> Read<Vec<weekly_casts::Figures>> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            casts::weekly_casts(connection, productions, week)
        })
        .await
    }

    async fn cast_revenue(&self, scope: &ReportScope) -> Read<Vec<cast_revenue::Figures>> {
        self.read(ReportKind::Stage, scope, casts::cast_revenue).await
    }

    async fn outlook(&self, scope: &ReportScope, weeks: outlook::Weeks) -> Read<Vec<outlook::Figures>> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            showings::outlook(connection, productions, weeks)
        })
        .await
    }

    async fn daily_brief(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<daily_brief::Figures>> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            showings::daily_brief(connection, productions, as_of)
        })
        .await
    }

    async fn monthly(&self, scope: &ReportScope, months: monthly::Months) -> Read<monthly::Figures> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            runs::monthly(connection, productions, months)
        })
        .await
    }

    async fn occupancy(&self, scope: &ReportScope) -> Read<Vec<occupancy::Figures>> {
        self.read(ReportKind::Stage, scope, runs::occupancy).await
    }

    async fn weekly_capacity(&self, scope: &ReportScope) -> Read<Vec<weekly_capacity::Figures>> {
        self.read(ReportKind::Stage, scope, runs::weekly_capacity).await
    }

    async fn summary(&self, scope: &ReportScope, windows: summary::Windows) -> Read<summary::Figures> {
        self.read(ReportKind::Stage, scope, move |connection, productions| {
            let (from, to) = (windows.days.first(), windows.days.last());
            Ok(summary::Figures {
                weekly_overview: plays::weekly_overview(connection, productions.clone(), windows.weeks)?,
                performances: plays::performances(connection, productions.clone(), Some(from), Some(to))?,
                weekly_occupancy: plays::weekly_occupancy(connection, productions)?,
            })
        })
        .await
    }

    async fn concert_daily(&self, scope: &ReportScope) -> Read<Vec<concert_daily::Figures>> {
        self.read(ReportKind::Concert, scope, concert_sales::concert_daily)
            .await
    }

    async fn concert_weekly(&self, scope: &ReportScope) -> Read<Vec<concert_weekly::Figures>> {
        self.read(ReportKind::Concert, scope, concert_sales::concert_weekly)
            .await
    }

    async fn concert_monthly(&self, scope: &ReportScope) -> Read<Vec<concert_monthly::Row>> {
        self.read(ReportKind::Concert, scope, concert_sales::concert_monthly)
            .await
    }

    async fn break_even(&self, scope: &ReportScope) -> Read<Vec<break_even::Figures>> {
        self.read(ReportKind::Concert, scope, concerts::break_even).await
    }

    async fn concert_overview(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<concert_overview::Figures>> {
        self.read(ReportKind::Concert, scope, move |connection, productions| {
            concerts::concert_overview(connection, productions, as_of)
        })
        .await
    }

    async fn concert_profit_forecast(&self, scope: &ReportScope) -> Read<Vec<concert_profit_forecast::Figures>> {
        self.read(ReportKind::Concert, scope, concert_sales::concert_profit_forecast)
            .await
    }

    async fn target_sales(&self, scope: &ReportScope) -> Read<Vec<target_sales::Figures>> {
        self.read(ReportKind::Concert, scope, concert_sales::target_sales).await
    }

    async fn marketing_week(&self, scope: &ReportScope, day: NaiveDate) -> Read<Vec<marketing_week::Figures>> {
        self.read(ReportKind::Concert, scope, move |connection, productions| {
            marketing::marketing_week(connection, productions, day)
        })
        .await
    }

    async fn marketing_effect(&self, scope: &ReportScope) -> Read<Vec<marketing_effect::Figures>> {
        self.read(ReportKind::Any, scope, marketing::marketing_effect).await
    }

    async fn upload_coverage(&self, scope: &ReportScope, days: DateRange) -> Read<Vec<upload_coverage::Figures>> {
        self.read(ReportKind::Any, scope, move |connection, productions| {
            coverage::upload_coverage(connection, productions, days)
        })
        .await
    }

    async fn target_vs_actual(&self, scope: &ReportScope, grain: Grain) -> Read<Vec<target_vs_actual::Figures>> {
        self.read(ReportKind::Any, scope, move |connection, productions| {
            targets::target_vs_actual(connection, productions, grain)
        })
        .await
    }

    async fn overview(&self, scope: &ReportScope, windows: standings::Windows) -> Read<Vec<standings::Figures>> {
        self.read(ReportKind::Any, scope, move |connection, productions| {
            overview::overview(connection, productions, windows)
        })
        .await
    }

    async fn sale_histories(&self, scope: &ReportScope) -> Read<Vec<SaleHistory>> {
        self.read(ReportKind::Any, scope, histories::sale_histories).await
    }
}

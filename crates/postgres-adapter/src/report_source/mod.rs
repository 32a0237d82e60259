//! Sums over the current snapshots, from the views of schema `report`.
//!
//! Each report is a handful of statements in one read-only transaction that sees one database snapshot: first the
//! productions in scope, then the sums of all of them at once.

mod agencies;
mod buyers;
mod casts;
mod concert_sales;
mod concerts;
mod coverage;
mod current_totals;
mod effects;
mod forecast;
mod grades;
mod histories;
mod market;
mod marketing;
mod overview;
mod pace;
mod plays;
mod runs;
mod scope;
mod scorecard;
mod showings;
mod snapshot_changes;
mod summary;
mod targets;

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use diesel::prelude::*;
use domain::distribution::SaleHistory;
use domain::foresight::Holidays;
use domain::reports::{Covers, Report};
use ports::driven::{FiguresOf, Read, ReportError, ReportScope, SaleHistories, Versioned};
use uuid::Uuid;

use self::scope::{Found, InScope};
use crate::errors::Work;
use crate::grouping::grouped;
use crate::pool::PgPool;
use crate::replicas::PgReplicas;
use crate::{copies, data_version};

/// Report figures in PostgreSQL.
pub struct PgReportSource {
    pool: PgPool,
    /// Where figures are read as long as they are as new as those of `pool`.
    replicas: Option<Arc<PgReplicas>>,
    /// The moment that is read; `None`: now.
    moment: Option<String>,
}

impl PgReportSource {
    /// Reads through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self {
            pool,
            replicas: None,
            moment: None,
        }
    }

    /// Reads a moment that somebody keeps frozen.
    pub fn at(pool: PgPool, moment: &str) -> Self {
        Self {
            moment: Some(moment.to_owned()),
            ..Self::new(pool)
        }
    }

    /// The same, from replicas wherever they are as new as what this server has heard of.
    #[must_use]
    pub fn with_replicas(self, replicas: Arc<PgReplicas>) -> Self {
        Self {
            replicas: Some(replicas),
            ..self
        }
    }

    /// Runs `figures` on the productions in scope, all in one database snapshot.
    async fn read<T: Send + 'static>(
        &self,
        covers: Covers,
        scope: &ReportScope,
        figures: impl Fn(&mut PgConnection, Vec<InScope>) -> Work<T> + Clone + Send + 'static,
    ) -> Read<T> {
        let (scope, holidays) = (scope.clone(), self.pool.holidays());
        let find = move |connection: &mut PgConnection| find(connection, covers, &scope, &holidays, &figures);
        if let Some(replicas) = &self.replicas
            && let Some(read) = replicas.read(find.clone()).await
        {
            return Ok(read);
        }
        let moment = self.moment.clone();
        let read = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    if let Some(moment) = &moment {
                        copies::read_moment(connection, moment)?;
                    }
                    find(connection)
                })
        };
        self.pool.read("report", read).await?
    }
}

/// What `figures` reads of the productions in scope, in the transaction that runs.
fn find<T>(
    connection: &mut PgConnection,
    covers: Covers,
    scope: &ReportScope,
    holidays: &Arc<Holidays>,
    figures: impl Fn(&mut PgConnection, Vec<InScope>) -> Work<T>,
) -> Work<Read<T>> {
    let versions = data_version::read(connection)?;
    Ok(match scope::find(connection, covers, scope, holidays)? {
        Found::All(productions) => Ok(Versioned {
            versions,
            value: figures(connection, productions)?,
        }),
        Found::Unknown(id) => Err(ReportError::UnknownProduction(id)),
        Found::TooMany(found) => Err(ReportError::TooManyProductions {
            found,
            most: scope::MAX_PRODUCTIONS,
        }),
    })
}

fn ids(productions: &[InScope]) -> Vec<Uuid> {
    productions.iter().map(|production| production.reported.id.0).collect()
}

/// One row of sums for each production that has any.
fn by_id<R>(rows: Vec<R>, id: impl Fn(&R) -> Uuid) -> HashMap<Uuid, R> {
    rows.into_iter().map(|row| (id(&row), row)).collect()
}

/// What a report reads, in the transaction of its figures.
trait Statement: Report {
    /// The figures of these productions.
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, window: Self::Window) -> Work<Self::Figures>;
}

#[async_trait]
impl<R: Statement> FiguresOf<R> for PgReportSource
where
    R::Window: 'static,
    R::Figures: 'static,
{
    async fn figures(&self, scope: &ReportScope, window: R::Window) -> Read<R::Figures> {
        self.read(R::COVERS, scope, move |connection, productions| {
            R::read(connection, productions, window)
        })
        .await
    }
}

#[async_trait]
impl SaleHistories for PgReportSource {
    async fn sale_histories(&self, scope: &ReportScope) -> Read<Vec<SaleHistory>> {
        self.read(Covers::All, scope, histories::sale_histories).await
    }
}

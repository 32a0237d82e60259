//! What people decided that labels of workbooks mean.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::headings::{Decisions, LayoutDocument};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use ports::actor::{Basis, Edit};
use ports::driven::{AuditAction, Layout, LayoutRepository, StorageError, Topic};
use serde_json::Value;
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row, check_basis};
use crate::pool::PgPool;
use crate::production_rows::lock_production;
use crate::schema::{account, layout};
use crate::stored::{layout_from_json, layout_to_json};

const WHAT: &str = "layout";

/// Layouts in PostgreSQL.
pub struct PgLayoutRepository {
    pool: PgPool,
}

impl PgLayoutRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

type Row = (Value, i64, Option<DateTime<Utc>>, Option<(Uuid, String)>);

fn load(connection: &mut PgConnection, of: Option<ProductionId>) -> Work<Layout> {
    let row: Option<Row> = layout::table
        .left_join(account::table)
        .filter(layout::production_id.is_not_distinct_from(of.map(|id| id.0)))
        .select((
            layout::document,
            layout::revision,
            layout::updated_at,
            (account::id, account::name).nullable(),
        ))
        .first(connection)
        .optional()?;
    let Some((document, revision, updated_at, updated_by)) = row else {
        return Ok(Layout::default());
    };
    Ok(Layout {
        document: layout_from_json(document)?,
        revision,
        updated_by: updated_by.map(|(id, name)| UserName { id: UserId(id), name }),
        updated_at,
    })
}

/// What labels mean for a production: the documents that say something, that of the production first. `None` where none does.
pub(crate) fn documents(connection: &mut PgConnection, id: ProductionId) -> Work<Option<Value>> {
    let of_production = layout::production_id.eq(id.0).or(layout::production_id.is_null());
    let rows: Vec<Value> = layout::table
        .filter(of_production)
        // That of the company, which is of no production, comes last.
        .order(layout::production_id.asc().nulls_last())
        .select(layout::document)
        .load(connection)?;
    let mut documents = Vec::new();
    for row in rows {
        let document = layout_from_json(row)?;
        if !document.is_empty() {
            documents.push(layout_to_json(&document));
        }
    }
    Ok((!documents.is_empty()).then_some(Value::Array(documents)))
}

/// Reads what [`documents`] gave.
pub(crate) fn decisions(documents: Option<Value>) -> Work<Vec<Decisions>> {
    match documents {
        None => Ok(Vec::new()),
        Some(Value::Array(documents)) => {
            let read = |document| Ok(layout_from_json(document)?.decisions());
            documents.into_iter().map(read).collect()
        }
        Some(_) => Err(broken_row(WHAT, "no list of documents")),
    }
}

fn set(
    connection: &mut PgConnection,
    of: Option<ProductionId>,
    document: &LayoutDocument,
    now: DateTime<Utc>,
    basis: &Basis,
    permit: &Permit,
) -> Work<Layout> {
    // Writers come one after the other.
    if let Some(id) = of {
        lock_production(connection, id)?;
    } else {
        let company = layout::table.filter(layout::production_id.is_null());
        company.select(layout::id).for_update().first::<i64>(connection)?;
    }
    let before = load(connection, of)?;
    check_basis(basis, before.revision, WHAT)?;
    let written = (
        layout::document.eq(layout_to_json(document)),
        layout::revision.eq(before.revision + 1),
        layout::updated_by.eq(permit.recorded_as().map(|id| id.0)),
        layout::updated_at.eq(now),
    );
    let present = layout::table.filter(layout::production_id.is_not_distinct_from(of.map(|id| id.0)));
    if diesel::update(present).set(written.clone()).execute(connection)? == 0 {
        diesel::insert_into(layout::table)
            .values((layout::production_id.eq(of.map(|id| id.0)), written))
            .execute(connection)?;
    }
    let entry = Entry {
        action: AuditAction::LayoutSet,
        subject_id: of.map_or_else(|| "company".to_owned(), |id| id.to_string()),
        production_id: of,
        before: Some(layout_to_json(&before.document)),
        after: Some(layout_to_json(document)),
    };
    record(connection, entry, permit)?;
    let after = load(connection, of)?;
    announce(connection, &[Topic::Layout(of)])?;
    Ok(after)
}

#[async_trait]
impl LayoutRepository for PgLayoutRepository {
    async fn find(&self, of: Option<ProductionId>) -> Result<Layout, StorageError> {
        self.pool.look_up(WHAT, move |connection| load(connection, of)).await
    }

    async fn set(
        &self,
        of: Option<ProductionId>,
        document: &LayoutDocument,
        now: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<Layout, StorageError> {
        let (document, basis) = (document.clone(), edit.basis.clone());
        let set =
            move |connection: &mut PgConnection, permit: &Permit| set(connection, of, &document, now, &basis, permit);
        self.pool.write(WHAT, &edit.by, set).await
    }
}

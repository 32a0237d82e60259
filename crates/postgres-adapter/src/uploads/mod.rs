//! Uploads and their snapshots.
//!
//! Each step that decides which upload of a record date is live first locks the production's row, so that such steps of
//! one production come one after the other; and it looks at the upload's status under that lock, so that a job may run
//! any number of times.

mod records;
mod rows;
mod snapshots;
mod transitions;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::agency::AgencyCode;
use domain::headings::Decisions;
use domain::production::ProductionId;
use domain::sales::{Facts, SaleTotals, Snapshot};
use domain::upload::{Sha256, Upload, UploadId, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::{
    Acceptance, Assignment, Neighbours, NewUpload, Publication, StorageError, Topic, UploadQuery, UploadRecord,
    UploadRepository, Verdict, Withdrawal,
};
use ports::paging::Page;
use serde_json::Value;
use uuid::Uuid;

use crate::announcement::announce;
use crate::authority::Permit;
use crate::collection;
use crate::content_key::content_key;
use crate::errors::{Work, broken_row};
use crate::layouts;
use crate::moving_in;
use crate::pool::PgPool;
use crate::production_rows::{full_columns, lock_production, to_production};
use crate::queue;
use crate::revisions::raise_revision;
use crate::schema::{account, production, upload, upload_file};
use crate::stored::{facts_from_json, recognised_from_json};

const WHAT: &str = "upload";

/// Uploads in PostgreSQL.
pub struct PgUploadRepository {
    pool: PgPool,
}

impl PgUploadRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// What a snapshot says to whoever reads the next one.
#[derive(Default)]
struct Previous {
    totals: Option<SaleTotals>,
    /// Code and name of each.
    agencies: Vec<(AgencyCode, String)>,
    recognised: Option<serde_json::Value>,
}

/// What the live snapshot of a kind with the next older record date says.
fn previous(
    connection: &mut PgConnection,
    id: ProductionId,
    record_date: NaiveDate,
    kind: UploadKind,
) -> Work<Previous> {
    let older = upload::table
        .filter(upload::production_id.eq(id.0))
        .filter(upload::kind.eq(kind.code()))
        .filter(upload::status.eq(UploadStatus::Completed.code()))
        .filter(upload::record_date.lt(record_date))
        .order(upload::record_date.desc());
    let said: Option<(Option<Value>, Option<Value>)> = older
        .select((upload::facts, upload::recognised))
        .first(connection)
        .optional()?;
    let Some((facts, recognised)) = said else {
        return Ok(Previous::default());
    };
    let facts = facts_from_json(facts.ok_or_else(|| broken_row(WHAT, "a live upload has facts"))?)?;
    let totals = facts.totals();
    let agencies = facts.agencies.into_iter().map(|agency| (agency.agency, agency.name));
    Ok(Previous {
        totals: Some(totals),
        agencies: agencies.collect(),
        recognised,
    })
}

fn begin(connection: &mut PgConnection, id: UploadId) -> Work<Option<Assignment>> {
    let queued = upload::table
        .find(id.0)
        .filter(upload::status.eq(UploadStatus::Queued.code()));
    let taken = diesel::update(queued)
        .set(upload::status.eq(UploadStatus::Processing.code()))
        .execute(connection)?;
    let Some(upload) = rows::find(connection, id)? else {
        return Ok(None);
    };
    if !upload.status.is_pending() {
        return Ok(None);
    }
    let row = production::table
        .find(upload.production_id.0)
        .select(full_columns())
        .first(connection)?;
    let production_id = upload.production_id;
    let previous = previous(connection, upload.production_id, upload.record_date, upload.kind)?;
    let documents = upload::table.find(id.0).select(upload::layout).first(connection)?;
    let assignment = Assignment {
        production: to_production(row)?,
        previous_totals: previous.totals,
        previous_agencies: previous.agencies,
        layouts: layouts::decisions(documents)?,
        upload,
    };
    if taken > 0 {
        announce(connection, &[Topic::Upload(id, production_id)])?;
    }
    Ok(Some(assignment))
}

fn accept(connection: &mut PgConnection, new: &NewUpload, permit: &Permit) -> Work<Acceptance> {
    lock_production(connection, new.production_id)?;
    let key = content_key(&new.files);
    let layout = layouts::documents(connection, new.production_id)?;
    if let Some(moved_in) = &new.moved_in {
        moving_in::check_slot(connection, new, moved_in, &key)?;
    }
    let pending_or_live = [UploadStatus::Queued, UploadStatus::Processing, UploadStatus::Completed];
    let repeated: Option<Uuid> = upload::table
        .filter(upload::production_id.eq(new.production_id.0))
        .filter(upload::kind.eq(new.kind.code()))
        .filter(upload::record_date.eq(new.record_date))
        .filter(upload::content_key.eq(&key))
        // By another layout the same bytes may say something else.
        .filter(upload::layout.is_not_distinct_from(&layout))
        .filter(upload::status.eq_any(pending_or_live.map(UploadStatus::code)))
        // One whose rows went is read again.
        .filter(upload::evicted_at.is_null())
        .order(upload::accepted_no.desc())
        .select(upload::id)
        .first(connection)
        .optional()?;
    if let Some(collected) = &new.collected
        && let Some(upload) = collection::taken_before(connection, collected)?
    {
        return Ok(Acceptance::Repeated(rows::find_existing(connection, upload)?));
    }
    if let Some(id) = repeated {
        if let Some(collected) = &new.collected {
            collection::arrive(connection, collected, UploadId(id), true, permit)?;
            announce(connection, &[Topic::Collection(Some(new.production_id))])?;
        }
        if let Some(moved_in) = &new.moved_in {
            moving_in::remember_same(connection, moved_in.row, UploadId(id))?;
        }
        return Ok(Acceptance::Repeated(rows::find_existing(connection, UploadId(id))?));
    }
    if let Some(collected) = &new.collected
        && collection::needs_a_yes(connection, new, collected)?
    {
        return Err(StorageError::Stale("arrival").into());
    }
    Ok(Acceptance::Queued(store(
        connection,
        new,
        &key,
        layout.as_ref(),
        None,
        permit,
    )?))
}

/// Stores an upload and its job, with the next number of acceptance unless it has one; its production is locked.
fn store(
    connection: &mut PgConnection,
    new: &NewUpload,
    content_key: &[u8],
    layout: Option<&Value>,
    accepted_no: Option<i64>,
    permit: &Permit,
) -> Work<Upload> {
    let of_production = upload::table.filter(upload::production_id.eq(new.production_id.0));
    let has_uploads: bool = diesel::select(diesel::dsl::exists(of_production)).get_result(connection)?;
    if !has_uploads {
        // From now on its category is fixed: whoever is changing it must look again.
        raise_revision(connection, new.production_id)?;
    }
    let (uploaded_by, uploaded_at) = match &new.moved_in {
        Some(moved_in) => (moved_in.uploaded_by, moved_in.uploaded_at),
        None => (new.uploaded_by, new.uploaded_at),
    };
    let of_source = new.collected.as_ref().map(|collected| &collected.source);
    let source_id = collection::source_still_there(connection, of_source.and_then(|source| source.id))?;
    diesel::insert_into(upload::table)
        .values((
            upload::id.eq(new.id.0),
            accepted_no.map(|number| upload::accepted_no.eq(number)),
            upload::production_id.eq(new.production_id.0),
            upload::record_date.eq(new.record_date),
            upload::status.eq(UploadStatus::Queued.code()),
            upload::content_key.eq(content_key),
            // One that is brought back, or moved in, may be of somebody who is gone.
            upload::uploaded_by.eq(account::table
                .filter(account::id.nullable().eq(uploaded_by.map(|id| id.0)))
                .select(account::id)
                .single_value()),
            upload::uploaded_at.eq(uploaded_at),
            upload::layout.eq(layout),
            upload::decrypted.eq(new.is_decrypted),
            upload::kind.eq(new.kind.code()),
            upload::source_id.eq(source_id),
            upload::source_name.eq(of_source.map(|source| source.name.as_str())),
        ))
        .execute(connection)?;
    let files: Vec<_> = new
        .files
        .iter()
        .zip(1..)
        .map(|(file, part)| rows::FileRow::new(new.id, part, file))
        .collect();
    diesel::insert_into(upload_file::table)
        .values(files)
        .execute(connection)?;
    queue::enqueue(connection, new.id)?;
    match &new.moved_in {
        Some(moved_in) => {
            moving_in::remember_upload(connection, moved_in.row, new.id)?;
            transitions::record_acceptance(connection, new, &permit.moving_in(moved_in.row))?;
        }
        None => transitions::record_acceptance(connection, new, permit)?,
    }
    if let Some(collected) = &new.collected {
        collection::arrive(connection, collected, new.id, false, permit)?;
    }
    let accepted = rows::find_existing(connection, new.id)?;
    let mut topics = vec![Topic::Upload(new.id, new.production_id)];
    topics.extend(
        new.collected
            .as_ref()
            .map(|_| Topic::Collection(Some(new.production_id))),
    );
    announce(connection, &topics)?;
    Ok(accepted)
}

fn bring_back(connection: &mut PgConnection, new: &NewUpload, accepted_no: i64, permit: &Permit) -> Work<Upload> {
    lock_production(connection, new.production_id)?;
    let layout = layouts::documents(connection, new.production_id)?;
    let key = content_key(&new.files);
    store(connection, new, &key, layout.as_ref(), Some(accepted_no), permit)
}

#[async_trait]
impl UploadRepository for PgUploadRepository {
    async fn accept(&self, new: &NewUpload) -> Result<Acceptance, StorageError> {
        let (by, new) = (new.by, new.clone());
        let accept = move |connection: &mut PgConnection, permit: &Permit| accept(connection, &new, permit);
        self.pool.write(WHAT, &by, accept).await
    }

    async fn bring_back(&self, new: &NewUpload, accepted_no: i64) -> Result<Upload, StorageError> {
        let (by, new) = (new.by, new.clone());
        let store =
            move |connection: &mut PgConnection, permit: &Permit| bring_back(connection, &new, accepted_no, permit);
        self.pool.write(WHAT, &by, store).await
    }

    async fn record(&self, id: UploadId) -> Result<Option<UploadRecord>, StorageError> {
        let find = move |connection: &mut PgConnection| records::find(connection, id);
        self.pool.look_up(WHAT, find).await
    }

    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, StorageError> {
        let list = move |connection: &mut PgConnection| records::beginning_with(connection, first);
        self.pool.look_up(WHAT, list).await
    }

    async fn held(&self, first: u8) -> Result<Vec<Sha256>, StorageError> {
        let list = move |connection: &mut PgConnection| collection::held_files(connection, first);
        self.pool.look_up(WHAT, list).await
    }

    async fn begin(&self, id: UploadId) -> Result<Option<Assignment>, StorageError> {
        let begin = move |connection: &mut PgConnection| connection.transaction(|connection| begin(connection, id));
        self.pool.run(WHAT, begin).await
    }

    async fn publish(
        &self,
        id: UploadId,
        snapshot: &Snapshot,
        facts: &Facts,
        verdict: &Verdict,
        finished_at: DateTime<Utc>,
    ) -> Result<Publication, StorageError> {
        let rows = snapshots::Rows::new(snapshot);
        let (facts, verdict) = (facts.clone(), verdict.clone());
        let publish = move |connection: &mut PgConnection, permit: &Permit| {
            transitions::publish(connection, id, rows, &facts, &verdict, finished_at, permit)
        };
        self.pool.write(WHAT, &Actor::SYSTEM, publish).await
    }

    async fn fail(&self, id: UploadId, verdict: &Verdict, finished_at: DateTime<Utc>) -> Result<bool, StorageError> {
        let verdict = verdict.clone();
        let fail = move |connection: &mut PgConnection, permit: &Permit| {
            transitions::fail(connection, id, &verdict, finished_at, permit)
        };
        self.pool.write(WHAT, &Actor::SYSTEM, fail).await
    }

    async fn fail_abandoned(
        &self,
        verdict: &Verdict,
        finished_at: DateTime<Utc>,
    ) -> Result<Vec<UploadId>, StorageError> {
        let abandoned = self
            .pool
            .run(WHAT, |connection| Ok(queue::abandoned_uploads(connection)?));
        let mut failed = Vec::new();
        for id in abandoned.await?.into_iter().map(UploadId) {
            if self.fail(id, verdict, finished_at).await? {
                failed.push(id);
            }
        }
        Ok(failed)
    }

    async fn withdraw(&self, id: UploadId, by: &Actor) -> Result<Withdrawal, StorageError> {
        let withdraw =
            move |connection: &mut PgConnection, permit: &Permit| transitions::withdraw(connection, id, permit);
        self.pool.write(WHAT, by, withdraw).await
    }

    async fn production_of(&self, id: UploadId) -> Result<Option<ProductionId>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            let row = upload::table.find(id.0).select(upload::production_id);
            Ok(row.first(connection).optional()?.map(ProductionId))
        };
        self.pool.look_up(WHAT, find).await
    }

    async fn find(&self, id: UploadId) -> Result<Option<Upload>, StorageError> {
        self.pool
            .look_up(WHAT, move |connection| rows::find(connection, id))
            .await
    }

    async fn list(&self, query: &UploadQuery) -> Result<Page<Upload>, StorageError> {
        let query = query.clone();
        let list = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only
                .repeatable_read()
                .run(|connection| rows::list(connection, &query))
        };
        self.pool.look_up(WHAT, list).await
    }

    async fn layouts(&self, id: ProductionId) -> Result<Vec<Decisions>, StorageError> {
        let load = move |connection: &mut PgConnection| layouts::decisions(layouts::documents(connection, id)?);
        self.pool.look_up(WHAT, load).await
    }

    async fn neighbours(
        &self,
        id: ProductionId,
        record_date: NaiveDate,
        kind: UploadKind,
    ) -> Result<Neighbours, StorageError> {
        let load = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let live = || {
                        let of_production = upload::table.filter(upload::production_id.eq(id.0));
                        of_production
                            .filter(upload::kind.eq(kind.code()))
                            .filter(upload::status.eq(UploadStatus::Completed.code()))
                            .select(upload::id)
                    };
                    let same_day = live()
                        .filter(upload::record_date.eq(record_date))
                        .first(connection)
                        .optional()?;
                    let with_rows = live().filter(upload::evicted_at.is_null());
                    let current = with_rows
                        .order(upload::record_date.desc())
                        .first(connection)
                        .optional()?;
                    let previous = previous(connection, id, record_date, kind)?;
                    let layouts = layouts::decisions(layouts::documents(connection, id)?)?;
                    let mut find =
                        |id: Option<Uuid>| id.map(|id| rows::find_existing(connection, UploadId(id))).transpose();
                    Ok(Neighbours {
                        same_day: find(same_day)?,
                        current: find(current)?,
                        previous_totals: previous.totals,
                        previous_agencies: previous.agencies,
                        previous_recognised: previous.recognised.map(recognised_from_json).transpose()?,
                        layouts,
                    })
                })
        };
        self.pool.look_up(WHAT, load).await
    }
}

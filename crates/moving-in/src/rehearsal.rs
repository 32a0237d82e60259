//! What a dry run works on: productions that would be there, and sales that would have been read. Whatever would write is
//! refused.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::headings::Decisions;
use domain::production::{Production, ProductionCode, ProductionId};
use domain::sales::{Facts, Snapshot};
use domain::upload::{Sha256, Upload, UploadId, UploadKind, UploadStatus};
use ports::actor::{Actor, Edit};
use ports::driven::{
    Acceptance, ArrivingNotes, ArrivingProduction, ArrivingUser, Assignment, AuditEntry, AuditLog, AuditQuery,
    AuditRecord, Change, Changes, DatabaseIdentity, IncomingFile, MovingIn, Neighbours, NewProduction, NewUpload,
    OriginalContents, Originals, OriginalsError, PlanAddition, Present, ProductionDeletion, ProductionPlan,
    ProductionQuery, ProductionRepository, ProductionUpdate, Publication, Remembered, StandingUpload, StorageError,
    StoredFile, Subscription, TakenNames, Turn, UploadQuery, UploadRecord, UploadRepository, Verdict, Withdrawal,
};
use ports::paging::Page;

/// Storage of a dry run: what is there, and beside it what would be.
pub struct Rehearsal {
    productions: Arc<dyn ProductionRepository>,
    uploads: Arc<dyn UploadRepository>,
    played: Mutex<Played>,
}

/// What would be there.
#[derive(Default)]
struct Played {
    productions: HashMap<ProductionId, Production>,
    /// The live uploads that are there.
    standing: HashMap<ProductionId, Vec<NaiveDate>>,
    /// Those that would be, by record date.
    read: HashMap<ProductionId, BTreeMap<NaiveDate, Facts>>,
}

fn refused<T>() -> Result<T, StorageError> {
    Err(StorageError::inconsistent("a dry run", "it writes nothing"))
}

impl Rehearsal {
    /// Beside what these have.
    pub fn new(productions: Arc<dyn ProductionRepository>, uploads: Arc<dyn UploadRepository>) -> Self {
        Self {
            productions,
            uploads,
            played: Mutex::default(),
        }
    }

    fn played(&self) -> MutexGuard<'_, Played> {
        self.played.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These uploads are there.
    pub(crate) fn stand(&self, uploads: &[StandingUpload]) {
        let mut played = self.played();
        for upload in uploads.iter().filter(|upload| upload.status == UploadStatus::Completed) {
            played
                .standing
                .entry(upload.production_id)
                .or_default()
                .push(upload.record_date);
        }
    }

    /// This production would be there.
    pub(crate) fn bring(&self, production: &Production) {
        self.played().productions.insert(production.id, production.clone());
    }

    /// This would be the live upload of its record date.
    pub(crate) fn publish(&self, production: ProductionId, record_date: NaiveDate, facts: Facts) {
        let mut played = self.played();
        played.read.entry(production).or_default().insert(record_date, facts);
    }

    fn arriving(&self, id: ProductionId) -> Option<Production> {
        self.played().productions.get(&id).cloned()
    }

    /// The facts of the next older record date, where that is one that would be there.
    fn previous(&self, id: ProductionId, record_date: NaiveDate) -> Option<Facts> {
        let played = self.played();
        let (date, facts) = played.read.get(&id)?.range(..record_date).next_back()?;
        let standing = played.standing.get(&id).into_iter().flatten();
        let newer = standing.filter(|standing| **standing < record_date).max();
        newer.is_none_or(|newer| newer <= date).then(|| facts.clone())
    }
}

#[async_trait]
impl ProductionRepository for Rehearsal {
    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError> {
        match self.arriving(id) {
            Some(production) => Ok(Some(production)),
            None => self.productions.find(id).await,
        }
    }

    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError> {
        self.productions.find_by_code(code).await
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, StorageError> {
        self.productions.list(query).await
    }

    async fn find_plan(&self, id: ProductionId) -> Result<Option<ProductionPlan>, StorageError> {
        self.productions.find_plan(id).await
    }

    async fn codes(&self, visible: &Visible) -> Result<Vec<ProductionCode>, StorageError> {
        self.productions.codes(visible).await
    }

    async fn taken(&self, codes: &[ProductionCode], names: &[String]) -> Result<TakenNames, StorageError> {
        self.productions.taken(codes, names).await
    }

    async fn insert(&self, _: &[NewProduction], _: &Actor) -> Result<(), StorageError> {
        refused()
    }

    async fn update(&self, _: &ProductionUpdate, _: &Edit) -> Result<Production, StorageError> {
        refused()
    }

    async fn delete(&self, _: ProductionId, _: bool, _: &Edit) -> Result<ProductionDeletion, StorageError> {
        refused()
    }
}

#[async_trait]
impl UploadRepository for Rehearsal {
    async fn neighbours(
        &self,
        id: ProductionId,
        record_date: NaiveDate,
        kind: UploadKind,
    ) -> Result<Neighbours, StorageError> {
        let mut around = match self.arriving(id) {
            Some(_) => Neighbours::default(),
            None => self.uploads.neighbours(id, record_date, kind).await?,
        };
        // Only sales move in.
        if kind == UploadKind::Sales
            && let Some(facts) = self.previous(id, record_date)
        {
            around.previous_totals = Some(facts.totals());
            let agencies = facts.agencies.into_iter().map(|agency| (agency.agency, agency.name));
            around.previous_agencies = agencies.collect();
        }
        Ok(around)
    }

    async fn layouts(&self, id: ProductionId) -> Result<Vec<Decisions>, StorageError> {
        match self.arriving(id) {
            Some(_) => Ok(Vec::new()),
            None => self.uploads.layouts(id).await,
        }
    }

    async fn find(&self, id: UploadId) -> Result<Option<Upload>, StorageError> {
        self.uploads.find(id).await
    }

    async fn list(&self, query: &UploadQuery) -> Result<Page<Upload>, StorageError> {
        self.uploads.list(query).await
    }

    async fn production_of(&self, id: UploadId) -> Result<Option<ProductionId>, StorageError> {
        self.uploads.production_of(id).await
    }

    async fn accept(&self, _: &NewUpload) -> Result<Acceptance, StorageError> {
        refused()
    }

    async fn bring_back(&self, _: &NewUpload, _: i64) -> Result<Upload, StorageError> {
        refused()
    }

    async fn record(&self, id: UploadId) -> Result<Option<UploadRecord>, StorageError> {
        self.uploads.record(id).await
    }

    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, StorageError> {
        self.uploads.records(first).await
    }

    async fn held(&self, first: u8) -> Result<Vec<Sha256>, StorageError> {
        self.uploads.held(first).await
    }

    async fn begin(&self, _: UploadId) -> Result<Option<Assignment>, StorageError> {
        refused()
    }

    async fn publish(
        &self,
        _: UploadId,
        _: &Snapshot,
        _: &Facts,
        _: &Verdict,
        _: DateTime<Utc>,
    ) -> Result<Publication, StorageError> {
        refused()
    }

    async fn fail(&self, _: UploadId, _: &Verdict, _: DateTime<Utc>) -> Result<bool, StorageError> {
        refused()
    }

    async fn fail_abandoned(&self, _: &Verdict, _: DateTime<Utc>) -> Result<Vec<UploadId>, StorageError> {
        refused()
    }

    async fn withdraw(&self, _: UploadId, _: &Actor) -> Result<Withdrawal, StorageError> {
        refused()
    }
}

#[async_trait]
impl AuditLog for Rehearsal {
    async fn record(&self, _: &AuditRecord, _: &Actor) -> Result<(), StorageError> {
        refused()
    }

    async fn record_hourly(&self, _: &AuditRecord, _: &Actor) -> Result<(), StorageError> {
        refused()
    }

    async fn list(&self, _: &AuditQuery) -> Result<Page<AuditEntry>, StorageError> {
        refused()
    }
}

/// A store that keeps nothing: files are received in memory, one at a time, and go when they were read.
pub struct RehearsedOriginals;

struct InMemory(Vec<u8>);

fn keeps_nothing<T>() -> Result<T, OriginalsError> {
    Err(OriginalsError::Failed(std::io::Error::other("a dry run keeps nothing")))
}

#[async_trait]
impl Originals for RehearsedOriginals {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError> {
        Ok(Box::new(InMemory(Vec::new())))
    }

    async fn read(&self, _: Sha256) -> Result<Option<Vec<u8>>, OriginalsError> {
        Ok(None)
    }

    async fn open(&self, _: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError> {
        Ok(None)
    }

    async fn list(&self, _: u8) -> Result<Vec<Sha256>, OriginalsError> {
        Ok(Vec::new())
    }

    async fn keep_record(&self, _: &UploadRecord) -> Result<(), OriginalsError> {
        keeps_nothing()
    }

    async fn records(&self, _: u8) -> Result<Vec<UploadRecord>, OriginalsError> {
        Ok(Vec::new())
    }

    async fn check(&self) -> Result<(), OriginalsError> {
        keeps_nothing()
    }

    async fn remove_abandoned(&self) -> Result<usize, OriginalsError> {
        Ok(0)
    }
}

#[async_trait]
impl IncomingFile for InMemory {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn size_bytes(&self) -> u64 {
        self.0.len() as u64
    }

    fn sha256(&self) -> Sha256 {
        unreachable!("of what nobody keeps, nobody asks for the hash")
    }

    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        Ok(self.0[..count.min(self.0.len())].to_vec())
    }

    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        Ok(std::mem::take(&mut self.0))
    }

    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError> {
        keeps_nothing()
    }
}

/// Changes of a database that a dry run does not wait for.
pub struct Silence;

impl Changes for Silence {
    fn subscribe(&self) -> Box<dyn Subscription> {
        Box::new(Self)
    }
}

#[async_trait]
impl Subscription for Silence {
    async fn next(&mut self) -> Change {
        std::future::pending().await
    }
}

/// A database that nobody has set up yet: nothing is there.
pub struct NothingHere;

impl Turn for NothingHere {}

#[async_trait]
impl MovingIn for NothingHere {
    async fn identity(&self) -> Result<DatabaseIdentity, StorageError> {
        Ok(DatabaseIdentity(String::new()))
    }

    async fn turn(&self) -> Result<Option<Box<dyn Turn>>, StorageError> {
        Ok(Some(Box::new(Self)))
    }

    async fn present(&self) -> Result<Present, StorageError> {
        Ok(Present::default())
    }

    async fn bring_production(&self, _: &ArrivingProduction) -> Result<(), StorageError> {
        refused()
    }

    async fn add_to_plan(&self, _: &PlanAddition) -> Result<(), StorageError> {
        refused()
    }

    async fn bring_user(&self, _: &ArrivingUser) -> Result<(), StorageError> {
        refused()
    }

    async fn bring_notes(&self, _: &ArrivingNotes) -> Result<(), StorageError> {
        refused()
    }

    async fn remember(&self, _: &[Remembered]) -> Result<(), StorageError> {
        refused()
    }

    async fn snapshot(&self, _: UploadId) -> Result<Snapshot, StorageError> {
        Ok(Snapshot::default())
    }
}

#[cfg(test)]
mod tests {
    use domain::production::{Category, ProductionDraft};
    use domain::sales::DailySale;
    use ports::driven::{MockProductionRepository, MockUploadRepository};
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A workbook with so many won.
    fn facts(revenue_krw: i64) -> Facts {
        let sale = DailySale {
            sale_day: day("2026-11-01"),
            revenue_krw,
            seats: 1,
            seats_by_grade: std::collections::BTreeMap::new(),
            complimentary_seats: 0,
        };
        let snapshot = Snapshot {
            breakdowns: Vec::new(),
            daily_sales: vec![sale],
            performance_sales: Vec::new(),
            ..Snapshot::default()
        };
        snapshot.facts(true)
    }

    #[tokio::test]
    async fn a_workbook_is_held_against_the_one_before_it_that_would_be_there() {
        let there = ProductionId(Uuid::from_u128(1));
        let mut uploads = MockUploadRepository::new();
        uploads.expect_neighbours().returning(|_, _, _| {
            Ok(Neighbours {
                previous_totals: Some(facts(7).totals()),
                ..Neighbours::default()
            })
        });
        let rehearsal = Rehearsal::new(Arc::new(MockProductionRepository::new()), Arc::new(uploads));
        rehearsal.stand(&[StandingUpload {
            id: UploadId(Uuid::nil()),
            production_id: there,
            record_date: day("2026-11-18"),
            status: UploadStatus::Completed,
            sha256: Vec::new(),
            moved_in: false,
        }]);
        let before = async |date| {
            let around = rehearsal.neighbours(there, day(date), UploadKind::Sales).await.unwrap();
            around.previous_totals.map(|totals| totals.revenue_krw)
        };
        assert_eq!(before("2026-11-20").await, Some(7));
        Rehearsal::publish(&rehearsal, there, day("2026-11-17"), facts(5));
        assert_eq!(before("2026-11-20").await, Some(7), "what is there is newer");
        assert_eq!(before("2026-11-18").await, Some(5));
        Rehearsal::publish(&rehearsal, there, day("2026-11-19"), facts(9));
        assert_eq!(before("2026-11-20").await, Some(9));
    }

    #[tokio::test]
    async fn a_production_that_would_be_there_is_found_and_nothing_is_written() {
        let rehearsal = Rehearsal::new(
            Arc::new(MockProductionRepository::new()),
            Arc::new(MockUploadRepository::new()),
        );
        let draft = ProductionDraft::new("A".parse().unwrap(), "하나", Category::Play);
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let production = Production {
            id: ProductionId(Uuid::from_u128(2)),
            details: draft.check().unwrap(),
            created_at: now,
            updated_at: now,
            has_slack_webhook: false,
            revision: 0,
        };
        rehearsal.bring(&production);
        let found = ProductionRepository::find(&rehearsal, production.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&production));
        // The mocks expect no call: it is in no storage.
        let around = rehearsal
            .neighbours(production.id, day("2026-11-20"), UploadKind::Sales)
            .await
            .unwrap();
        assert_eq!(around, Neighbours::default());
        let written = rehearsal.withdraw(UploadId(Uuid::nil()), &Actor::SYSTEM).await;
        assert!(written.is_err());
        let mut file = RehearsedOriginals.receive().await.unwrap();
        file.write(b"bytes").await.unwrap();
        assert!(file.keep().await.is_err());
    }
}

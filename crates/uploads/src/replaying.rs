//! Uploads that storage has lost are brought back from the records beside their originals.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::production::Production;
use domain::upload::{UploadId, UploadStatus};
use ports::actor::Actor;
use ports::driven::collection::{CollectedArrival, CollectedUpload};
use ports::driven::{NewUpload, UploadRecord};
use ports::driving::{Replay, Replayed, UploadError, UploadProcessing};

use crate::Uploads;

/// An attempt that reads in isolation: nobody is there to try again.
const ISOLATED: usize = 2;

impl Uploads {
    /// What the records of the store know and storage does not, in the order of acceptance.
    async fn unknown(&self) -> Result<Vec<UploadRecord>, UploadError> {
        let mut unknown = BTreeMap::<(i64, UploadId), UploadRecord>::new();
        for first in 0..=u8::MAX {
            let known = self.repository.records(first).await?;
            let known: BTreeMap<_, _> = known
                .into_iter()
                .map(|record| (record.id, record.is_withdrawn))
                .collect();
            for record in self.originals.records(first).await? {
                let is_known = known
                    .get(&record.id)
                    .is_some_and(|withdrawn| *withdrawn || !record.is_withdrawn);
                if !is_known {
                    // The same beside each of two files; where only one came to be told of a withdrawal, it counts.
                    let is_withdrawn = record.is_withdrawn;
                    let key = (record.accepted_no, record.id);
                    unknown.entry(key).or_insert(record).is_withdrawn |= is_withdrawn;
                }
            }
        }
        Ok(unknown.into_values().collect())
    }

    /// The production that a record is about. One that was made anew has another identity, and the code.
    async fn production_of_record(&self, record: &UploadRecord) -> Result<Option<Production>, UploadError> {
        if let Some(production) = self.productions.find(record.production_id).await? {
            return Ok(Some(production));
        }
        Ok(self.productions.find_by_code(&record.production_code).await?)
    }

    async fn bring_back(&self, record: &UploadRecord, production: &Production) -> Result<(), UploadError> {
        let new = NewUpload {
            id: record.id,
            kind: record.kind,
            production_id: production.id,
            record_date: record.record_date,
            files: record.files.clone(),
            is_decrypted: record.is_decrypted,
            uploaded_at: record.uploaded_at,
            uploaded_by: record.uploaded_by.as_ref().map(|user| user.id),
            by: Actor::SYSTEM,
            moved_in: None,
            collected: record.source.clone().map(|source| CollectedUpload {
                source,
                arrival: CollectedArrival::BroughtBack,
            }),
        };
        self.repository.bring_back(&new, record.accepted_no).await?;
        Ok(())
    }
}

#[async_trait]
impl Replay for Uploads {
    async fn replay(&self) -> Result<Replayed, UploadError> {
        let unknown = self.unknown().await?;
        let mut replayed = Replayed::default();
        // All of them first, as they were accepted: of a record date the last accepted counts.
        for record in &unknown {
            if self.repository.find(record.id).await?.is_some() {
                continue;
            }
            match self.production_of_record(record).await? {
                Some(production) => {
                    self.bring_back(record, &production).await?;
                    replayed.uploads += 1;
                }
                None => replayed.without_production.push(record.clone()),
            }
        }
        for record in &unknown {
            let Some(upload) = self.repository.find(record.id).await? else {
                continue;
            };
            if upload.status.is_pending() {
                match self.process(record.id, ISOLATED).await {
                    Err(UploadError::Gone) => {
                        self.give_up(record.id).await?;
                        replayed.without_original.push(record.clone());
                    }
                    read => read?,
                }
            }
            let is_to_be_withdrawn =
                record.is_withdrawn && !matches!(upload.status, UploadStatus::Withdrawn | UploadStatus::Failed);
            if is_to_be_withdrawn {
                self.repository.withdraw(record.id, &Actor::SYSTEM).await?;
                replayed.withdrawals += 1;
            }
        }
        Ok(replayed)
    }
}

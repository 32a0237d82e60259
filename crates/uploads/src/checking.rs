//! Originals and storage are held against each other, and records are kept beside originals.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use domain::upload::{Sha256, UploadId};
use ports::driven::{OriginalsError, UploadRecord};
use ports::driving::{OriginalsCheck, OriginalsFindings, UploadError};

use crate::Uploads;

impl Uploads {
    /// Whether the store has the bytes of this hash, and no others under it.
    async fn state_of(&self, sha256: Sha256) -> Result<State, UploadError> {
        match self.originals.open(sha256).await {
            Ok(Some(_)) => Ok(State::Whole),
            Ok(None) => Ok(State::Missing),
            Err(OriginalsError::Damaged(_)) => Ok(State::Damaged),
            Err(error) => Err(error.into()),
        }
    }

    async fn check_beginning_with(&self, first: u8, findings: &mut OriginalsFindings) -> Result<(), UploadError> {
        // In this order: a file is kept before an upload names it, and waits before it becomes one.
        let held = self.repository.held(first).await?;
        let records = self.repository.records(first).await?;
        let stored: BTreeSet<_> = self.originals.list(first).await?.into_iter().collect();
        let beside: BTreeMap<_, _> = self.originals.records(first).await?.into_iter().map(keyed).collect();
        let of_this_part = |record: &UploadRecord| -> Vec<Sha256> {
            let hashes = record.files.iter().map(|file| file.sha256);
            hashes.filter(|hash| hash.0[0] == first).collect()
        };
        let named: BTreeSet<_> = records.iter().flat_map(of_this_part).chain(held).collect();
        for hash in named.iter().chain(stored.difference(&named)) {
            match self.state_of(*hash).await? {
                State::Whole => findings.whole += 1,
                State::Missing => findings.missing.push(*hash),
                State::Damaged => findings.damaged.push(*hash),
            }
        }
        for record in &records {
            let is_there = beside.get(&record.id);
            if is_there.is_none_or(|beside| beside.is_withdrawn != record.is_withdrawn) {
                self.originals.keep_record(record).await?;
                findings.recorded += 1;
            }
        }
        if stored.difference(&named).next().is_some() {
            // One that was being accepted, or held, meanwhile is none.
            let held = self.repository.held(first).await?;
            let now = self.repository.records(first).await?;
            let named: BTreeSet<_> = now.iter().flat_map(of_this_part).chain(held).collect();
            findings.orphaned.extend(stored.difference(&named));
        }
        Ok(())
    }
}

enum State {
    Whole,
    Missing,
    Damaged,
}

fn keyed(record: UploadRecord) -> (UploadId, UploadRecord) {
    (record.id, record)
}

#[async_trait]
impl OriginalsCheck for Uploads {
    async fn check(&self) -> Result<OriginalsFindings, UploadError> {
        let mut findings = OriginalsFindings::default();
        for first in 0..=u8::MAX {
            self.check_beginning_with(first, &mut findings).await?;
        }
        Ok(findings)
    }
}

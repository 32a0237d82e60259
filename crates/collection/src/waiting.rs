//! What came, and what waits for somebody's yes.

use std::sync::Arc;

use async_trait::async_trait;
use domain::collection::{Arrival, ArrivalId, ArrivalState, SourceMark};
use domain::validation::{Breach, Field, clean_text};
use ports::actor::Actor;
use ports::driven::collection::{ArrivalQuery, CollectedArrival, CollectedUpload, Decision};
use ports::driven::{StorageError, WorkbookPassword};
use ports::driving::collection::{ArrivalDesk, CollectionError};
use ports::driving::{ProductionChoice, ReceivedFile, UploadError, UploadRequest};
use ports::paging::Page;

use crate::CollectionPorts;

/// Longest reason, in characters.
const MAX_REASON_CHARS: usize = 500;

/// Arrivals, as people see them.
pub struct ArrivalOffice {
    ports: Arc<CollectionPorts>,
}

impl ArrivalOffice {
    /// With these ports.
    pub fn new(ports: Arc<CollectionPorts>) -> Self {
        Self { ports }
    }

    async fn find(&self, id: ArrivalId) -> Result<Arrival, CollectionError> {
        let found = self.ports.arrivals.find(id).await?;
        found.ok_or(CollectionError::Unknown("arrival"))
    }

    /// The files that were held, as if they came now.
    async fn files(&self, arrival: &Arrival) -> Result<Vec<ReceivedFile>, UploadError> {
        let mut files = Vec::with_capacity(arrival.files.len());
        for held in &arrival.files {
            let bytes = self
                .ports
                .originals
                .read(held.sha256)
                .await
                .map_err(UploadError::from)?;
            let mut file = self.ports.uploads.receive().await?;
            file.write(&bytes.ok_or(UploadError::Gone)?).await?;
            files.push(ReceivedFile {
                file_name: held.file_name.clone(),
                file,
            });
        }
        Ok(files)
    }
}

#[async_trait]
impl ArrivalDesk for ArrivalOffice {
    async fn list(&self, query: &ArrivalQuery) -> Result<Page<Arrival>, CollectionError> {
        Ok(self.ports.arrivals.list(query).await?)
    }

    async fn read(&self, id: ArrivalId) -> Result<Arrival, CollectionError> {
        self.find(id).await
    }

    async fn confirm(&self, id: ArrivalId, by: &Actor) -> Result<Arrival, CollectionError> {
        let arrival = self.find(id).await?;
        let (Some(production), Some(record_date)) = (arrival.production_id, arrival.record_date) else {
            return Err(CollectionError::NotHeld);
        };
        if arrival.state != ArrivalState::Held {
            return Err(CollectionError::NotHeld);
        }
        let secret = self.ports.arrivals.password_secret(id).await?;
        let password = secret.and_then(|name| self.ports.secrets.read(&name));
        let request = UploadRequest {
            production: ProductionChoice::Id(production),
            kind: arrival.dry_run.as_ref().map(|dry_run| dry_run.kind),
            record_date: Some(record_date),
            files: self.files(&arrival).await?,
            password: password.map(|secret| WorkbookPassword(secret.reveal().to_owned())),
            by: *by,
            moved_in: None,
            collected: Some(CollectedUpload {
                source: SourceMark {
                    id: arrival.source,
                    name: arrival.source_name.clone(),
                },
                arrival: CollectedArrival::Held(id),
            }),
        };
        match self.ports.uploads.submit(request).await {
            Ok(_) => self.find(id).await,
            // Somebody else decided meanwhile.
            Err(UploadError::Storage(StorageError::Stale("arrival"))) => Err(CollectionError::NotHeld),
            Err(error) => Err(error.into()),
        }
    }

    async fn discard(&self, id: ArrivalId, reason: Option<String>, by: &Actor) -> Result<Arrival, CollectionError> {
        let reason = clean_text(reason.as_deref().unwrap_or_default(), MAX_REASON_CHARS);
        let reason = reason.map_err(|rule| CollectionError::Invalid(vec![Breach::new(Field::Reason, rule)]))?;
        let now = self.ports.clock.now();
        match self.ports.arrivals.discard(id, reason, now, by).await? {
            Decision::Made(arrival) => Ok(*arrival),
            Decision::NotHeld => Err(CollectionError::NotHeld),
        }
    }
}

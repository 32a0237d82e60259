//! One attempt at a folder: what is whole is taken over, and then put away.

use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use domain::collection::{Arrival, ArrivalState, CollectionTrigger, FolderConfig, Masker, RunCode};
use domain::diagnostics::Diagnostic;
use domain::upload::UploadStatus;
use ports::driven::collection::{
    ArrivalOrigin, DiskFile, FolderError, FolderLook, FolderPlace, LeasedRun, OriginFile, SourceRecord, UnmovedArrival,
};
use ports::driving::UploadError;

use super::url::secret_missing;
use super::{Attempt, Collector, Failure};
use crate::intake::{IntakeError, Piece, Taken};
use crate::looking::{Group, ready};
use crate::texts;

/// Clocks differ by less than this.
const MARGIN: std::time::Duration = std::time::Duration::from_millis(100);
/// Groups of files that a run takes which began because files came: the next look, seconds later, takes the others. By
/// the clock and by hand nobody looks again soon.
const GROUPS: usize = 50;

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        let detail = match &error {
            FolderError::NotWritable(cause) | FolderError::Failed(cause) => Some(cause.kind().to_string()),
            FolderError::NotAllowed | FolderError::Unreachable => None,
        };
        Self::new(error.code(), detail)
    }
}

impl Collector {
    pub(crate) async fn collect_folder(
        &self,
        leased: &LeasedRun,
        record: &SourceRecord,
        folder: &FolderConfig,
    ) -> Attempt {
        let mut attempt = Attempt::default();
        if let Err(failure) = self.take_over(leased, record, folder, &mut attempt).await {
            attempt.failure = Some(failure);
        }
        attempt
    }

    async fn take_over(
        &self,
        leased: &LeasedRun,
        record: &SourceRecord,
        folder: &FolderConfig,
        attempt: &mut Attempt,
    ) -> Result<(), Failure> {
        let source = &record.source;
        let is_dry = leased.run.is_dry;
        let missing = self.missing(&record.traits.secrets);
        if !missing.is_empty() {
            return Err(secret_missing(missing));
        }
        let known = self.ports.arrivals.unmoved(source.id).await?;
        let groups = self.groups(leased, record, folder, attempt).await?;
        let mut later = None;
        if !is_dry {
            for unmoved in &known {
                unless_not_writable(self.put_away_known(folder, unmoved).await, &mut later)?;
            }
        }
        let is_known = |group: &Group| known.iter().any(|unmoved| lies_there(unmoved, group));
        let by_arrival = leased.run.trigger == CollectionTrigger::Arrival;
        // A dry run leaves nothing for later, and somebody waits for it.
        let most = if by_arrival || is_dry { GROUPS } else { usize::MAX };
        for group in groups.into_iter().filter(|group| !is_known(group)).take(most) {
            let Some(piece) = self.read_group(folder, &group).await? else {
                continue;
            };
            let taken = match self.ports.take_in(leased, source, piece).await {
                Ok(taken) => taken,
                // Only of this one: it keeps no other from being taken. The last attempt lets it go on.
                Err(error @ IntakeError::Upload(UploadError::Interrupted(_))) => {
                    later.get_or_insert(error.into());
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let is_over = !taken.upload.is_some_and(UploadStatus::is_pending);
            let moved = if is_over && !is_dry {
                self.put_away(folder, &group, &taken).await
            } else {
                Ok(())
            };
            attempt.taken.push(taken);
            unless_not_writable(moved, &mut later)?;
        }
        later.map_or(Ok(()), Err)
    }

    /// What lies in a folder. What is larger than a file may be is left lying.
    pub(crate) async fn look_into(&self, folder: &FolderConfig) -> Result<FolderLook, FolderError> {
        let FolderLook { files, mut ignored } = self.ports.folders.look(folder).await?;
        let max_bytes = self.ports.settings.max_file_bytes;
        let (files, large): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.size_bytes <= max_bytes);
        ignored.extend(large.into_iter().map(|file| file.name));
        Ok(FolderLook { files, ignored })
    }

    /// What is whole. By the clock and by hand files that this process has not seen yet are waited for.
    async fn groups(
        &self,
        leased: &LeasedRun,
        record: &SourceRecord,
        folder: &FolderConfig,
        attempt: &mut Attempt,
    ) -> Result<Vec<Group>, Failure> {
        let by_arrival = leased.run.trigger == CollectionTrigger::Arrival;
        let mut looked = self.look_into(folder).await?;
        let now = self.ports.clock.now();
        let mut groups = {
            let seen = self.looks.see(record.source.id, &looked.files, now);
            ready(&seen, self.stable(), now, in_kst(now).date_naive())
        };
        let taken: usize = groups.iter().map(Vec::len).sum();
        if !by_arrival && taken < looked.files.len() {
            tokio::time::sleep(self.ports.settings.stable + MARGIN).await;
            looked = self.look_into(folder).await?;
            let now = self.ports.clock.now();
            let seen = self.looks.see(record.source.id, &looked.files, now);
            groups = ready(&seen, self.stable(), now, in_kst(now).date_naive());
        }
        attempt.ignored = looked.ignored;
        Ok(groups)
    }

    /// The bytes of files that belong together; `None` while one of them is not to be had.
    async fn read_group(&self, folder: &FolderConfig, group: &Group) -> Result<Option<Piece>, Failure> {
        let mut files = Vec::with_capacity(group.len());
        let max_bytes = self.ports.settings.max_file_bytes;
        for file in group {
            match self.ports.folders.read(folder, file, max_bytes).await? {
                Some(bytes) => files.push((file.name.clone(), bytes)),
                None => return Ok(None),
            }
        }
        let modified_ns = group.iter().map(|file| file.modified_ns).max().unwrap_or_default();
        Ok(Some(Piece {
            files,
            origin: ArrivalOrigin {
                files: group.iter().map(origin_file).collect(),
                ..ArrivalOrigin::default()
            },
            of: DateTime::from_timestamp_nanos(modified_ns),
        }))
    }

    /// Moves files that were just taken over.
    async fn put_away(&self, folder: &FolderConfig, group: &Group, taken: &Taken) -> Result<(), Failure> {
        let files: Vec<_> = group.iter().map(origin_file).collect();
        self.move_files(folder, &files, &taken.arrival, taken.is_bad()).await
    }

    /// Moves files that were taken over by somebody who did not come to that.
    async fn put_away_known(&self, folder: &FolderConfig, unmoved: &UnmovedArrival) -> Result<(), Failure> {
        if unmoved.upload.is_some_and(UploadStatus::is_pending) {
            return Ok(());
        }
        let is_bad = unmoved.arrival.state == ArrivalState::Refused || unmoved.upload == Some(UploadStatus::Failed);
        self.move_files(folder, &unmoved.files, &unmoved.arrival, is_bad).await
    }

    /// What lies under the name of one of these files by now and is another one stays: it is still to be taken.
    async fn move_files(
        &self,
        folder: &FolderConfig,
        files: &[OriginFile],
        arrival: &Arrival,
        is_bad: bool,
    ) -> Result<(), Failure> {
        let place = if is_bad { FolderPlace::Failed } else { FolderPlace::Done };
        let now: DateTime<Utc> = self.ports.clock.now();
        let mut text = None;
        if is_bad || arrival.state == ArrivalState::Held {
            let findings = self.findings(arrival).await?;
            let masker: Masker = self.ports.masker();
            text = Some(texts::beside(arrival, &findings, now, &masker));
        }
        for file in files {
            let moved = self.ports.folders.put_away(folder, file, place, text.clone());
            moved.await?;
        }
        self.ports.arrivals.moved(arrival.id, now).await?;
        Ok(())
    }

    /// What was found in an upload.
    async fn findings(&self, arrival: &Arrival) -> Result<Vec<Diagnostic>, Failure> {
        let Some(id) = arrival.upload_id else {
            return Ok(Vec::new());
        };
        match self.ports.uploads.read(id).await {
            Ok(upload) => Ok(upload.diagnostics),
            // It went with its production.
            Err(UploadError::UnknownUpload) => Ok(Vec::new()),
            Err(error) => Err(IntakeError::from(error).into()),
        }
    }
}

/// Whether these are the files of an arrival that are still to be put away.
pub(crate) fn lies_there(unmoved: &UnmovedArrival, group: &Group) -> bool {
    let files: Vec<_> = group.iter().map(origin_file).collect();
    unmoved.files == files
}

/// Files of a folder that cannot be written stay, and count as taken: what else is there is taken all the same.
fn unless_not_writable(moved: Result<(), Failure>, later: &mut Option<Failure>) -> Result<(), Failure> {
    match moved {
        Err(failure) if failure.code == RunCode::FolderNotWritable => {
            later.get_or_insert(failure);
            Ok(())
        }
        moved => moved,
    }
}

fn origin_file(file: &DiskFile) -> OriginFile {
    OriginFile {
        disk_name: file.disk_name.clone(),
        size_bytes: file.size_bytes,
        modified_ns: file.modified_ns,
    }
}

//! The records beside originals: what each upload was, in case the database is lost.

use domain::upload::UploadId;
use ports::driving::UploadError;

use crate::Uploads;

impl Uploads {
    /// Puts the record of an upload beside its originals, unless it is there.
    pub(crate) async fn keep_record(&self, id: UploadId) -> Result<(), UploadError> {
        if let Some(record) = self.repository.record(id).await? {
            self.originals.keep_record(&record).await?;
        }
        Ok(())
    }
}

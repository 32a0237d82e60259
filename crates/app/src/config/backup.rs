//! Where backups go, and who can read them.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use backups::Seal;
use original_store::Place;

use super::values::{Values, cannot_be};

/// What is configured of backups.
#[derive(Debug, Clone)]
pub(crate) struct BackupSettings {
    /// Where they are.
    pub(crate) place: Place,
    /// To whom they are encrypted.
    recipient: Option<String>,
    /// The file with the key by which they are read.
    identity: Option<PathBuf>,
}

impl BackupSettings {
    /// How backups are encrypted and read.
    pub(crate) fn seal(&self) -> Result<Seal> {
        let identity = self.identity.as_ref().map(|path| {
            let text = std::fs::read_to_string(path);
            text.with_context(|| format!("BACKUP_IDENTITY: {} cannot be read", path.display()))
        });
        let seal = Seal::new(self.recipient.as_deref(), identity.transpose()?.as_deref());
        seal.map_err(|error| anyhow!("BACKUP_RECIPIENT or BACKUP_IDENTITY: {error}"))
    }
}

/// What the settings say of it.
pub(super) fn backup(values: Values<'_>) -> Result<BackupSettings> {
    let recipient = values.given("BACKUP_RECIPIENT");
    Seal::new(recipient.as_deref(), None)
        .with_context(|| cannot_be("BACKUP_RECIPIENT", recipient.as_deref().unwrap_or_default()))?;
    let place = values.text("BACKUP_DIR");
    Ok(BackupSettings {
        place: place.parse().with_context(|| cannot_be("BACKUP_DIR", &place))?,
        recipient,
        identity: values.given("BACKUP_IDENTITY").map(PathBuf::from),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::config;
    use super::*;

    #[test]
    fn backups_go_into_a_folder_or_a_bucket() {
        let read = |place: &str| Ok::<_, anyhow::Error>(config(&[("BACKUP_DIR", place)])?.settings.backup.place);
        assert_eq!(config(&[]).unwrap().settings.backup.place.to_string(), "data/backups");
        let bucket = read("s3://house/backups").unwrap();
        assert!(matches!(&bucket, Place::Bucket { name, prefix } if name == "house" && prefix == "backups"));
        let told = format!("{:#}", read("s3://").unwrap_err());
        assert!(told.starts_with("BACKUP_DIR cannot be 's3://'"), "{told}");
    }

    #[test]
    fn backups_are_encrypted_where_a_key_says_so_and_what_is_none_stops_the_start() {
        let read = |variables: &[(&str, &str)]| config(variables)?.settings.backup.seal();
        assert!(!read(&[]).unwrap().encrypts());
        // The example of age's documentation.
        let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        assert!(read(&[("BACKUP_RECIPIENT", key)]).unwrap().encrypts());
        let told = format!("{:#}", read(&[("BACKUP_RECIPIENT", "somebody")]).unwrap_err());
        assert!(told.starts_with("BACKUP_RECIPIENT cannot be 'somebody'"), "{told}");
        let told = format!("{:#}", read(&[("BACKUP_IDENTITY", "/no/such/file")]).unwrap_err());
        assert!(told.starts_with("BACKUP_IDENTITY: /no/such/file"), "{told}");
    }
}

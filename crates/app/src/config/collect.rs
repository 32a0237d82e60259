//! What may be collected, and from where. Without it nothing is.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use domain::collection::{AddressRules, FolderName, HostRule, Subnet};

use super::values::{Values, cannot_be};

/// What is configured of collection.
#[derive(Debug, Clone)]
pub(crate) struct CollectSettings {
    /// Hosts and networks that may be asked.
    pub(crate) addresses: AddressRules,
    /// Folders by name.
    pub(crate) folders: BTreeMap<FolderName, PathBuf>,
    /// A folder whose files are secrets.
    pub(crate) secrets_folder: Option<PathBuf>,
    /// Where walks through sites work.
    pub(crate) folder: PathBuf,
    /// How long a file must be still.
    pub(crate) stable: Duration,
    /// Pause before a run is tried again.
    pub(crate) retry: Duration,
    /// How long an address may take.
    pub(crate) timeout: Duration,
    /// Between two walks at one host.
    pub(crate) host_pause: Duration,
}

/// What the settings say of it.
pub(super) fn collect(values: Values<'_>) -> Result<CollectSettings> {
    let seconds = |name: &'static str| values.number(name).map(Duration::from_secs);
    Ok(CollectSettings {
        addresses: AddressRules::new(
            parsed::<HostRule>(values, "COLLECT_HOSTS")?,
            parsed::<Subnet>(values, "COLLECT_PRIVATE_NETWORKS")?,
        ),
        folders: folders(values)?,
        secrets_folder: values.given("COLLECT_SECRETS_DIR").map(PathBuf::from),
        folder: values.text("COLLECT_DIR").into(),
        stable: seconds("COLLECT_STABLE_S")?,
        retry: seconds("COLLECT_RETRY_S")?,
        timeout: seconds("COLLECT_TIMEOUT_S")?,
        host_pause: seconds("COLLECT_HOST_PAUSE_S")?,
    })
}

fn parsed<T>(values: Values<'_>, name: &'static str) -> Result<Vec<T>>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let parse = |text: String| text.parse().with_context(|| cannot_be(name, &text));
    values.list(name).into_iter().map(parse).collect()
}

/// `name=/path`, separated by commas.
fn folders(values: Values<'_>) -> Result<BTreeMap<FolderName, PathBuf>> {
    const NAME: &str = "COLLECT_FOLDERS";
    let mut folders = BTreeMap::new();
    for entry in values.list(NAME) {
        let Some((name, path)) = entry.split_once('=') else {
            bail!("{}: name=/path is expected", cannot_be(NAME, &entry));
        };
        let name: FolderName = name.trim().parse().with_context(|| cannot_be(NAME, &entry))?;
        let path = PathBuf::from(path.trim());
        if !path.is_absolute() {
            bail!("{}: the path must begin with /", cannot_be(NAME, &entry));
        }
        if folders.insert(name, path).is_some() {
            bail!("{}: the name stands twice", cannot_be(NAME, &entry));
        }
    }
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::super::tests::config;

    #[test]
    fn nothing_may_be_collected_until_it_is_named() {
        let read = |variables: &[(&str, &str)]| config(variables).map(|config| config.settings.collect);
        let nothing = read(&[]).unwrap();
        assert!(nothing.addresses.hosts().is_empty() && nothing.folders.is_empty());
        let named = read(&[
            ("COLLECT_HOSTS", "share.example.com, *.example.org:8443"),
            ("COLLECT_PRIVATE_NETWORKS", "192.168.0.0/24"),
            ("COLLECT_FOLDERS", "inbox=/srv/inbox, nas=/mnt/nas"),
            ("COLLECT_STABLE_S", "2"),
        ])
        .unwrap();
        assert_eq!(named.addresses.hosts().len(), 2);
        assert_eq!(named.folders.len(), 2);
        assert_eq!(named.stable.as_secs(), 2);
        for (name, value) in [
            ("COLLECT_HOSTS", "https://example.com"),
            ("COLLECT_PRIVATE_NETWORKS", "192.168.0.1"),
            ("COLLECT_FOLDERS", "inbox"),
            ("COLLECT_FOLDERS", "inbox=relative"),
            ("COLLECT_FOLDERS", "a=/x,a=/y"),
            ("COLLECT_FOLDERS", "a b=/x"),
        ] {
            let told = format!("{:#}", read(&[(name, value)]).unwrap_err());
            assert!(told.starts_with(name), "{told}");
        }
    }
}

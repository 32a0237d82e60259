//! One attempt at an address.

use domain::collection::{Masker, RunCode, SecretName, UrlConfig, effective_url};
use ports::driven::collection::{
    ArrivalOrigin, FetchFailure, FetchRequest, Fetched, FetchedFile, LeasedRun, SourceRecord,
};

use super::{Attempt, Collector, Failure};
use crate::intake::{Piece, content_key_of};

impl Collector {
    pub(crate) async fn collect_url(&self, leased: &LeasedRun, record: &SourceRecord, of: &UrlConfig) -> Attempt {
        match self.ask(leased, record, of).await {
            Ok(attempt) => attempt,
            Err(failure) => Attempt::failed(failure),
        }
    }

    async fn ask(&self, leased: &LeasedRun, record: &SourceRecord, of: &UrlConfig) -> Result<Attempt, Failure> {
        let source = &record.source;
        let Ok(url) = effective_url(&of.url) else {
            return Err(Failure::new(RunCode::ShareLinkUnsupported, None));
        };
        let missing = self.missing(&record.traits.secrets);
        if !missing.is_empty() {
            return Err(secret_missing(missing));
        }
        let secret_header = of.secret_header.as_ref().and_then(|header| {
            let value = self.ports.secrets.read(&header.secret)?;
            Some((header.name.clone(), value))
        });
        let sends_secret = secret_header.is_some();
        let masker = Masker::new(secret_header.iter().map(|(_, secret)| secret));
        let url = String::from(url);
        let last = self.ports.arrivals.last(source.id).await?;
        let same_place = last
            .as_ref()
            .filter(|last| last.fetched_from.as_deref() == Some(url.as_str()));
        let request = FetchRequest {
            url: url.clone(),
            secret_header,
            validators: same_place
                .map(|last| last.validators.clone())
                .filter(|validators| !validators.is_empty()),
        };
        let file = match self.ports.fetcher.fetch(request).await {
            Ok(Fetched::NotModified) => return Ok(Attempt::default()),
            Ok(Fetched::File(file)) => file,
            Err(failure) => return Err(failed(failure, sends_secret, of)),
        };
        if last.is_some_and(|last| last.content_key == content_key_of(&file.bytes)) {
            return Ok(Attempt::default());
        }
        let FetchedFile {
            file_name,
            bytes,
            validators,
        } = file;
        let piece = Piece {
            files: vec![(
                file_name
                    .map(|name| masker.mask(&name))
                    .or_else(|| of.file_name.clone())
                    .unwrap_or_else(|| last_segment(&of.url)),
                bytes,
            )],
            origin: ArrivalOrigin {
                fetched_from: Some(url),
                validators,
                ..ArrivalOrigin::default()
            },
            of: leased.run.slot,
        };
        let taken = self.ports.take_in(leased, source, piece).await?;
        Ok(Attempt {
            taken: vec![taken],
            ..Attempt::default()
        })
    }

    /// Those of these secrets that are not there.
    pub(crate) fn missing(&self, secrets: &[SecretName]) -> Vec<SecretName> {
        let is_missing = |name: &&SecretName| self.ports.secrets.read(name).is_none();
        secrets.iter().filter(is_missing).cloned().collect()
    }
}

/// A run that cannot be tried without these.
pub(crate) fn secret_missing(missing: Vec<SecretName>) -> Failure {
    let names: Vec<_> = missing.iter().map(ToString::to_string).collect();
    Failure {
        secrets: missing,
        ..Failure::new(RunCode::SecretMissing, names.join(", "))
    }
}

/// Whoever sent a secret and is not let in has another one.
fn failed(failure: FetchFailure, sends_secret: bool, of: &UrlConfig) -> Failure {
    let FetchFailure { code, detail, host } = failure;
    if code == RunCode::LoginFailed && !sends_secret {
        return Failure {
            host,
            ..Failure::new(RunCode::HttpError, detail)
        };
    }
    Failure {
        host,
        secrets: of.secret_header.iter().map(|header| header.secret.clone()).collect(),
        ..Failure::new(code, detail)
    }
}

/// The last part of an address, as a name.
fn last_segment(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_of_an_address_is_a_name() {
        for (url, name) in [
            ("https://a.example/b/c.xlsx?x=1#y", "c.xlsx"),
            ("https://a.example/b/", "b"),
            ("https://a.example", "a.example"),
        ] {
            assert_eq!(last_segment(url), name);
        }
    }
}

//! What the configuration of a source may be. Nothing is looked up: that is the run's.

use domain::collection::{
    BrowserConfig, FolderConfig, HostRule, LinkError, MAX_SOURCE_NAME_CHARS, RecordDateRule, RunCode, SecretName,
    Source, SourceConfig, UrlConfig, effective_url, least_gap_minutes, plain_host, schedule_gap,
};
use domain::validation::{Breach, Breaches, Field, Place, Rule, clean_line};
use ports::driven::collection::{BindingError, FolderError, SourceTraits};
use ports::driving::collection::CollectionError;
use uploads::file_name;

use crate::CollectionPorts;

/// Patterns of names, at most.
const MAX_PATTERNS: usize = 20;
/// Longest pattern, path and name, in characters.
const MAX_CHARS: usize = 200;
/// Longest address, in bytes.
const MAX_URL_BYTES: usize = 2_000;
/// Values of parameters of a recipe, at most, and their length in characters.
const MAX_PARAMS: usize = 20;
const MAX_PARAM_CHARS: usize = 500;

/// Headers that say how a request is sent, and not who sends it.
const RESERVED_HEADERS: [&str; 16] = [
    "host",
    "connection",
    "content-length",
    "content-type",
    "transfer-encoding",
    "te",
    "trailer",
    "upgrade",
    "expect",
    "accept-encoding",
    "range",
    "if-none-match",
    "if-modified-since",
    "proxy-authorization",
    "cookie",
    "user-agent",
];

impl CollectionPorts {
    /// Cleans what people typed of a source, and holds it against the rules; answers what follows from its configuration.
    pub(crate) async fn checked(&self, source: &mut Source) -> Result<SourceTraits, CollectionError> {
        let mut breaches = Breaches::default();
        match clean_line(&source.name, MAX_SOURCE_NAME_CHARS) {
            Ok(Some(name)) => source.name = name,
            Ok(None) => breaches.note(Breach::new(Field::Name, Rule::Required)),
            Err(rule) => breaches.note(Breach::new(Field::Name, rule)),
        }
        let is_guess = source.production.is_none() && source.record_date != RecordDateRule::FileName;
        // One day for productions that nobody knows.
        breaches.require(!is_guess, Field::RecordDate, Rule::NotAllowed);
        self.check_schedule(source, &mut breaches);
        match &mut source.config {
            SourceConfig::Folder(of) => check_folder(of, &mut breaches),
            SourceConfig::Url(of) => check_url(of, &mut breaches),
            SourceConfig::Browser(of) => check_params(of, &mut breaches),
        }
        // What is typed here is kept and answered.
        let masker = self.masker();
        breaches.require(!masker.finds(&source.name), Field::Name, Rule::NotAllowed);
        match &source.config {
            SourceConfig::Folder(_) => {}
            SourceConfig::Url(of) => {
                breaches.require(!masker.finds(&of.url), config(Field::SourceUrl), Rule::NotAllowed);
                let name = of.file_name.as_deref().unwrap_or_default();
                breaches.require(!masker.finds(name), config(Field::FileName), Rule::NotAllowed);
            }
            SourceConfig::Browser(of) => {
                let is_told = of.params.values().any(|value| masker.finds(value));
                breaches.require(!is_told, config(Field::Params), Rule::NotAllowed);
            }
        }
        breaches.into_result().map_err(CollectionError::Invalid)?;
        if let Some(secret) = &source.password_secret {
            self.known(secret)?;
        }
        let mut traits = match &source.config {
            SourceConfig::Folder(_) => SourceTraits::default(),
            SourceConfig::Url(of) => self.traits_of_url(of)?,
            SourceConfig::Browser(of) => self.traits_of_recipe(of).await?,
        };
        traits.secrets.extend(source.password_secret.clone());
        traits.secrets.sort_unstable();
        traits.secrets.dedup();
        Ok(traits)
    }

    fn check_schedule(&self, source: &Source, breaches: &mut Breaches) {
        let Some(cron) = &source.schedule else { return };
        let least = least_gap_minutes(source.kind());
        let gap = schedule_gap(cron, self.clock.now());
        let words = || Rule::NoTimes(format!("times that are at least {least} minutes apart"));
        breaches.require(gap.is_none_or(|gap| gap >= least), Field::Schedule, words());
    }

    /// Whether a secret is there.
    pub(crate) fn known(&self, secret: &SecretName) -> Result<(), CollectionError> {
        let is_known = self.secrets.read(secret).is_some();
        is_known
            .then_some(())
            .ok_or_else(|| CollectionError::SecretUnknown(secret.clone()))
    }

    /// Makes the folders of a folder where they are not there.
    pub(crate) async fn prepared(&self, of: &FolderConfig) -> Result<(), CollectionError> {
        let not_allowed = |code| CollectionError::NotAllowed {
            code,
            what: of.root.to_string(),
        };
        if !self.folders.names().contains(&of.root) {
            return Err(not_allowed(RunCode::FolderNotAllowed));
        }
        let prepared = self.folders.prepare(of).await;
        prepared.map_err(|error: FolderError| not_allowed(error.code()))
    }

    fn traits_of_url(&self, of: &UrlConfig) -> Result<SourceTraits, CollectionError> {
        let address = match effective_url(&of.url) {
            Ok(address) => address,
            Err(LinkError::Unsupported) => {
                return Err(CollectionError::NotAllowed {
                    code: RunCode::ShareLinkUnsupported,
                    what: "1drv.ms".to_owned(),
                });
            }
            Err(LinkError::Malformed) => {
                let breach = Breach::new(config(Field::SourceUrl), Rule::NotAllowed);
                return Err(CollectionError::Invalid(vec![breach]));
            }
        };
        let checked = self.settings.addresses.check(&address);
        checked.map_err(|refusal| CollectionError::NotAllowed {
            code: refusal.code(),
            what: address.host_str().unwrap_or_default().to_owned(),
        })?;
        let secret = of.secret_header.as_ref().map(|header| header.secret.clone());
        if let Some(secret) = &secret {
            self.known(secret)?;
        }
        Ok(SourceTraits {
            site: plain_host(&address),
            secrets: secret.into_iter().collect(),
        })
    }

    /// What follows from a recipe with these parameters.
    async fn traits_of_recipe(&self, of: &BrowserConfig) -> Result<SourceTraits, CollectionError> {
        let found = self.recipes.find(&of.recipe).await?;
        let recipe = found.ok_or_else(|| CollectionError::NotAllowed {
            code: RunCode::RecipeInvalid,
            what: of.recipe.to_string(),
        })?;
        self.traits_of_text(&recipe.text, of)
    }

    /// What follows from the text of a recipe with these parameters.
    pub(crate) fn traits_of_text(&self, text: &str, of: &BrowserConfig) -> Result<SourceTraits, CollectionError> {
        let bound = self.recipe_reader.bind(text, &of.params).map_err(|error| match error {
            BindingError::Recipe(faults) => CollectionError::RecipeInvalid(faults),
            BindingError::Missing(_) | BindingError::Unknown(_) | BindingError::Address(_) => {
                let breach = Breach::new(config(Field::Params), Rule::NoTimes(error.to_string()));
                CollectionError::Invalid(vec![breach])
            }
        })?;
        for host in bound.hosts.iter().chain([&bound.site]) {
            let rule: Option<HostRule> = host.parse().ok();
            if !rule.is_some_and(|rule| self.settings.addresses.covers(&rule)) {
                return Err(CollectionError::NotAllowed {
                    code: RunCode::HostNotAllowed,
                    what: host.clone(),
                });
            }
        }
        for secret in &bound.secrets {
            self.known(secret)?;
        }
        Ok(SourceTraits {
            site: Some(without_port(&bound.site)),
            secrets: bound.secrets,
        })
    }
}

/// A host without its port: what says no is left alone whole.
fn without_port(host: &str) -> String {
    let end_of_name = host.rfind(']').map_or(0, |end| end + 1);
    match host[end_of_name..].find(':') {
        Some(colon) => host[..end_of_name + colon].to_owned(),
        None => host.to_owned(),
    }
}

fn config(field: Field) -> Place {
    Place::from(Field::Config).field(field)
}

fn check_folder(of: &mut FolderConfig, breaches: &mut Breaches) {
    let path = of.path.take().map(|path| path.trim().to_owned());
    of.path = path.filter(|path| !path.is_empty());
    if let Some(path) = &of.path {
        let is_plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', '\0']);
        let fits = path.chars().count() <= MAX_CHARS && path.split('/').all(is_plain);
        breaches.require(fits, config(Field::FolderPath), Rule::NotAllowed);
    }
    breaches.require(
        of.patterns.len() <= MAX_PATTERNS,
        config(Field::Patterns),
        Rule::TooMany(MAX_PATTERNS),
    );
    for pattern in &mut of.patterns {
        match clean_line(pattern, MAX_CHARS) {
            Ok(Some(cleaned)) if !cleaned.contains('/') => *pattern = cleaned,
            Ok(Some(_)) => breaches.note(Breach::new(config(Field::Patterns), Rule::NotAllowed)),
            Ok(None) => breaches.note(Breach::new(config(Field::Patterns), Rule::Required)),
            Err(rule) => breaches.note(Breach::new(config(Field::Patterns), rule)),
        }
    }
}

fn check_url(of: &mut UrlConfig, breaches: &mut Breaches) {
    of.url = of.url.trim().to_owned();
    breaches.require(!of.url.is_empty(), config(Field::SourceUrl), Rule::Required);
    breaches.require(
        of.url.len() <= MAX_URL_BYTES,
        config(Field::SourceUrl),
        Rule::TooLong(MAX_URL_BYTES),
    );
    let is_plain = !of.url.chars().any(|c| c.is_control() || c.is_whitespace());
    breaches.require(is_plain, config(Field::SourceUrl), Rule::ControlCharacter);
    let name = of.file_name.take().filter(|name| !name.trim().is_empty());
    of.file_name = name.map(|name| file_name::clean(&name));
    if let Some(header) = &of.secret_header {
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        let fits = (1..=100).contains(&header.name.len())
            && header.name.bytes().all(is_token)
            && !RESERVED_HEADERS.contains(&header.name.to_ascii_lowercase().as_str());
        breaches.require(fits, config(Field::SecretHeader), Rule::NotAllowed);
    }
}

fn check_params(of: &mut BrowserConfig, breaches: &mut Breaches) {
    breaches.require(
        of.params.len() <= MAX_PARAMS,
        config(Field::Params),
        Rule::TooMany(MAX_PARAMS),
    );
    for value in of.params.values_mut() {
        match clean_line(value, MAX_PARAM_CHARS) {
            Ok(cleaned) => *value = cleaned.unwrap_or_default(),
            Err(rule) => breaches.note(Breach::new(config(Field::Params), rule)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_left_alone_at_each_of_its_ports() {
        for (host, name) in [
            ("example.com", "example.com"),
            ("example.com:8443", "example.com"),
            ("127.0.0.9:4100", "127.0.0.9"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
        ] {
            assert_eq!(without_port(host), name);
        }
    }

    #[test]
    fn a_path_stays_below_its_folder() {
        for (path, fits) in [
            ("하위", true),
            ("a/b", true),
            ("", true),
            ("..", false),
            ("../share", false),
            ("/etc", false),
            ("a//b", false),
            ("a/./b", false),
            ("a\\b", false),
        ] {
            let mut folder = FolderConfig {
                root: "inbox".parse().unwrap(),
                path: Some(path.to_owned()),
                patterns: Vec::new(),
            };
            let mut breaches = Breaches::default();
            check_folder(&mut folder, &mut breaches);
            assert_eq!(breaches.into_result().is_ok(), fits, "{path}");
        }
    }
}

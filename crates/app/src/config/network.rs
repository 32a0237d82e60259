//! How the server is reached.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, bail};
use domain::second_factor::FactorPolicy;
use http_api::{MetricsToken, Security};
use ipnet::IpNet;
use reqwest::Url;

use super::values::{Values, cannot_be};

/// Shortest token for figures.
const LEAST_TOKEN_CHARS: usize = 16;

/// Where the server listens, and how users reach it.
#[derive(Debug, Clone)]
pub(crate) struct Network {
    /// Whether this is an installation for work, not a developer's: it never runs without somebody who can sign in.
    pub(crate) is_production: bool,
    pub(crate) listen: SocketAddr,
    pub(crate) security: Security,
}

impl Network {
    /// An installation for work names its address: links would name any host that a request does.
    pub(crate) fn is_fit_to_serve(&self) -> Result<()> {
        if self.is_production && self.security.public_url.is_none() {
            bail!("MODE=PROD needs PUBLIC_URL, the address that users reach the server by");
        }
        Ok(())
    }
}

/// What the settings say of it.
pub(super) fn network(values: Values<'_>) -> Result<Network> {
    let is_production = values.choice("MODE")? == "PROD";
    let default = if is_production {
        Ipv4Addr::UNSPECIFIED
    } else {
        Ipv4Addr::LOCALHOST
    };
    let host = values.parsed("HOST")?.unwrap_or(IpAddr::from(default));
    Ok(Network {
        is_production,
        listen: SocketAddr::new(host, values.number("PORT")?),
        security: Security {
            is_secure: is_production,
            public_url: values.given("PUBLIC_URL").map(|url| public_url(&url)).transpose()?,
            allowed_origins: origins(values)?,
            trusted_proxies: proxies(values)?,
            metrics_token: metrics_token(values)?,
            second_factor: match values.choice("REQUIRE_SECOND_FACTOR")? {
                "admins" => FactorPolicy::Admins,
                _ => FactorPolicy::Off,
            },
        },
    })
}

/// An address without anything that would be in the way of a path.
fn public_url(text: &str) -> Result<String> {
    let url = web_address(text).with_context(|| cannot_be("PUBLIC_URL", text))?;
    if url.query().is_some() || url.fragment().is_some() {
        bail!("PUBLIC_URL cannot be '{text}': it has a query or a fragment");
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Somebody who guesses must not get anywhere.
fn metrics_token(values: Values<'_>) -> Result<Option<MetricsToken>> {
    let Some(token) = values.given("METRICS_TOKEN") else {
        return Ok(None);
    };
    // Not shown when it is wrong.
    if token.trim().chars().count() < LEAST_TOKEN_CHARS {
        bail!("METRICS_TOKEN must have at least {LEAST_TOKEN_CHARS} characters: `openssl rand -hex 32` makes one");
    }
    Ok(Some(MetricsToken::new(token.trim())))
}

fn origins(values: Values<'_>) -> Result<Vec<String>> {
    let origin = |text: String| {
        let url = web_address(&text).with_context(|| format!("ALLOWED_ORIGINS cannot name '{text}'"))?;
        let origin = url.origin().ascii_serialization();
        if origin != text.trim_end_matches('/').to_lowercase() {
            bail!("ALLOWED_ORIGINS names '{text}', whose origin is {origin}");
        }
        Ok(origin)
    };
    values.list("ALLOWED_ORIGINS").into_iter().map(origin).collect()
}

fn web_address(text: &str) -> Result<Url> {
    let url = Url::parse(text.trim())?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        bail!("it must begin with https:// or http://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        bail!("it must not hold a password");
    }
    Ok(url)
}

fn proxies(values: Values<'_>) -> Result<Vec<IpNet>> {
    let network = |text: String| {
        let address = || text.parse::<IpAddr>().map(IpNet::from);
        text.parse::<IpNet>()
            .or_else(|_| address())
            .with_context(|| format!("TRUSTED_PROXIES cannot name '{text}'"))
    };
    values.list("TRUSTED_PROXIES").into_iter().map(network).collect()
}

#[cfg(test)]
mod tests {
    use domain::second_factor::FactorPolicy;

    use super::super::tests::config;

    fn network(variables: &[(&str, &str)]) -> super::Network {
        config(variables).unwrap().settings.network
    }

    fn told(variables: &[(&str, &str)]) -> String {
        format!("{:#}", config(variables).unwrap_err())
    }

    #[test]
    fn a_developers_server_is_for_this_machine_and_one_for_work_is_for_all() {
        assert_eq!(network(&[]).listen.to_string(), "127.0.0.1:3001");
        let prod = network(&[("MODE", "PROD")]);
        assert_eq!(prod.listen.to_string(), "0.0.0.0:3001");
        assert!(prod.security.is_secure && prod.is_production);
        let chosen = network(&[("MODE", "PROD"), ("HOST", "::1"), ("PORT", "80")]);
        assert_eq!(chosen.listen.to_string(), "[::1]:80");
        assert_eq!(told(&[("MODE", "prod")]), "MODE must be DEV or PROD, and is 'prod'");
    }

    #[test]
    fn an_installation_for_work_that_serves_has_an_address() {
        let refused = network(&[("MODE", "PROD")]).is_fit_to_serve().unwrap_err();
        assert!(refused.to_string().starts_with("MODE=PROD needs PUBLIC_URL"));
        let named = network(&[("MODE", "PROD"), ("PUBLIC_URL", "https://sales.example.com")]);
        named.is_fit_to_serve().unwrap();
        network(&[]).is_fit_to_serve().unwrap();
    }

    #[test]
    fn addresses_and_proxies_are_checked() {
        let network = network(&[
            ("PUBLIC_URL", "https://sales.example.com/"),
            ("ALLOWED_ORIGINS", "https://office.example.com, http://localhost:5173"),
            ("TRUSTED_PROXIES", "10.0.0.0/8,::1"),
        ]);
        let security = network.security;
        assert_eq!(security.public_url.as_deref(), Some("https://sales.example.com"));
        assert_eq!(
            security.allowed_origins,
            ["https://office.example.com", "http://localhost:5173"]
        );
        assert_eq!(security.trusted_proxies.len(), 2);
        assert!(told(&[("PUBLIC_URL", "sales.example.com")]).starts_with("PUBLIC_URL"));
        assert!(told(&[("ALLOWED_ORIGINS", "https://office.example.com/path")]).contains("whose origin is"));
        assert!(told(&[("ALLOWED_ORIGINS", "*")]).starts_with("ALLOWED_ORIGINS"));
        assert!(told(&[("TRUSTED_PROXIES", "proxy")]).starts_with("TRUSTED_PROXIES"));
    }

    #[test]
    fn a_second_factor_is_demanded_of_nobody_unless_it_is_said_of_whom() {
        let policy = |variables: &[(&str, &str)]| network(variables).security.second_factor;
        assert_eq!(policy(&[]), FactorPolicy::Off);
        assert_eq!(policy(&[("REQUIRE_SECOND_FACTOR", "off")]), FactorPolicy::Off);
        assert_eq!(policy(&[("REQUIRE_SECOND_FACTOR", "admins")]), FactorPolicy::Admins);
        let told = told(&[("REQUIRE_SECOND_FACTOR", "yes")]);
        assert_eq!(told, "REQUIRE_SECOND_FACTOR must be off or admins, and is 'yes'");
    }
}

//! The proxy in front: whether the settings name it, and what it makes of a request.

use http_api::ARRIVED_WITH;
use reqwest::Url;
use reqwest::header::HeaderMap;

use super::finding::Finding;
use crate::config::Network;

const OF: &str = "proxy";

/// Whether addresses of users are known behind a proxy.
pub(super) fn settings(network: &Network) -> Vec<Finding> {
    let security = &network.security;
    let mut findings = Vec::new();
    if is_https(network) && security.trusted_proxies.is_empty() {
        findings.push(Finding::doubtful(
            OF,
            "PUBLIC_URL is https, so that a proxy stands in front, and TRUSTED_PROXIES does not name it: everybody counts as \
             one network",
            "name the proxy's address in TRUSTED_PROXIES, and have it set X-Forwarded-For",
        ));
    }
    if let Some(all) = security
        .trusted_proxies
        .iter()
        .find(|network| network.prefix_len() == 0)
    {
        findings.push(Finding::bad(
            OF,
            format!("TRUSTED_PROXIES names {all}: anybody may choose the address that is recorded"),
            "name the addresses of your proxies alone",
        ));
    }
    if network.is_production
        && security
            .public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("http:"))
    {
        findings.push(Finding::bad(
            OF,
            "MODE=PROD with a PUBLIC_URL of http: browsers do not send the cookie there",
            "put a proxy with a certificate in front, and begin PUBLIC_URL with https://",
        ));
    }
    findings
}

/// What the answer to a request by `PUBLIC_URL` tells of the way there; nothing where a server of an older release answered.
pub(super) fn passing_on(answer: &HeaderMap, network: &Network) -> Vec<Finding> {
    let told = answer.get(ARRIVED_WITH).and_then(|value| value.to_str().ok());
    let told = told.and_then(|told| told.strip_prefix("forwarded-for=")?.split_once("; host="));
    let (Some((forwarded, host)), Some(public_url)) = (told, &network.security.public_url) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let has_proxy = is_https(network) || !network.security.trusted_proxies.is_empty();
    if has_proxy && forwarded != "yes" {
        findings.push(Finding::doubtful(
            OF,
            "requests arrive without X-Forwarded-For: everybody counts as one network",
            "have the proxy set it; in nginx `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;`",
        ));
    }
    // The port is not looked at: many proxies leave it out.
    if host_of(&format!("http://{host}")) != host_of(public_url) {
        findings.push(Finding::doubtful(
            OF,
            format!("requests to {public_url} arrive as if they were to '{host}'"),
            "have the proxy pass Host on; in nginx `proxy_set_header Host $host;`",
        ));
    }
    findings
}

/// With https, which the program itself does not speak, a proxy stands in front.
fn is_https(network: &Network) -> bool {
    let public_url = network.security.public_url.as_deref();
    public_url.is_some_and(|url| url.starts_with("https:"))
}

fn host_of(address: &str) -> Option<String> {
    let address = Url::parse(address).ok()?;
    address.host_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, SocketAddr};

    use http_api::Security;

    use super::*;

    fn network(public_url: &str, trusted: &[&str]) -> Network {
        Network {
            is_production: true,
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            security: Security {
                public_url: Some(public_url.to_owned()),
                trusted_proxies: trusted.iter().map(|network| network.parse().unwrap()).collect(),
                ..Security::default()
            },
        }
    }

    fn told(network: &Network) -> Vec<String> {
        settings(network).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_proxy_is_named_and_not_everybody() {
        assert_eq!(
            told(&network("https://sales.example.com", &["10.0.0.1/32"])),
            Vec::<String>::new()
        );
        let unnamed = told(&network("https://sales.example.com", &[]));
        assert!(
            unnamed[0].starts_with("warning") && unnamed[0].contains("TRUSTED_PROXIES"),
            "{unnamed:?}"
        );
        let everybody = told(&network("https://sales.example.com", &["0.0.0.0/0"]));
        assert!(everybody[0].starts_with("problem"), "{everybody:?}");
        let plain = told(&network("http://sales.example.com", &["10.0.0.1/32"]));
        assert!(plain[0].starts_with("problem"), "{plain:?}");
    }

    #[test]
    fn a_proxy_passes_on_who_asks_and_for_which_host() {
        let told = |network: &Network, forwarded: &str, host: &str| {
            let arrived = format!("forwarded-for={forwarded}; host={host}").parse().unwrap();
            let mut answer = HeaderMap::new();
            answer.insert(ARRIVED_WITH, arrived);
            let findings = passing_on(&answer, network);
            findings.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let behind = network("https://sales.example.com:8443", &["10.0.0.1/32"]);
        for host in ["Sales.example.com:8443", "sales.example.com"] {
            assert_eq!(told(&behind, "yes", host), Vec::<String>::new());
        }
        let silent = told(&behind, "no", "sales.example.com");
        assert_eq!(silent.len(), 1, "{silent:?}");
        assert!(silent[0].starts_with("warning"), "{silent:?}");
        assert!(silent[0].contains("without X-Forwarded-For"), "{silent:?}");
        for host in ["127.0.0.1:3001", ""] {
            let other = told(&behind, "yes", host);
            assert_eq!(other.len(), 1, "{other:?}");
            assert!(other[0].contains("proxy_set_header Host"), "{other:?}");
        }
        let direct = network("http://sales.example.com", &[]);
        assert_eq!(told(&direct, "no", "sales.example.com"), Vec::<String>::new());
        assert_eq!(passing_on(&HeaderMap::new(), &behind), Vec::new(), "an older release");
    }
}

//! Where a walk may lead: what the configuration allows, and of that only what the recipe names.

use std::net::{IpAddr, SocketAddr};

use domain::collection::{AddressRefusal, AddressRules, HostRule};
use url::{Host, Url};

/// The hosts of one walk.
#[derive(Debug, Clone)]
pub(crate) struct WalkHosts {
    configured: AddressRules,
    recipe: Vec<RecipeHost>,
}

/// A host of a recipe. Without a port it is meant at every port: which of them may be asked, the configuration says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RecipeHost {
    name: String,
    is_below: bool,
    port: Option<u16>,
}

impl WalkHosts {
    /// What the configuration allows, and the hosts of a recipe.
    pub(crate) fn new(configured: AddressRules, recipe: &[HostRule]) -> Self {
        Self {
            configured,
            recipe: recipe.iter().map(RecipeHost::of).collect(),
        }
    }

    /// Whether an address may be asked, as far as it tells by itself.
    pub(crate) fn check(&self, address: &Url) -> Result<(), AddressRefusal> {
        self.configured.check(address)?;
        self.is_named(address).then_some(()).ok_or(AddressRefusal::Host)
    }

    /// Whether a host may be asked at a port.
    pub(crate) fn check_host(&self, host: &str, port: u16, is_tls: bool) -> Result<(), AddressRefusal> {
        self.configured.check_host(host, port, is_tls)?;
        let is_named = self.recipe.iter().any(|rule| rule.names(host, port));
        is_named.then_some(()).ok_or(AddressRefusal::Host)
    }

    /// Where to connect to of what a host was looked up as.
    pub(crate) fn admit(&self, found: &[IpAddr], port: u16, is_tls: bool) -> Result<Vec<SocketAddr>, AddressRefusal> {
        self.configured.admit(found, port, is_tls)
    }

    /// Whether the recipe names the host of a page.
    pub(crate) fn is_named(&self, page: &Url) -> bool {
        let (Some(host), Some(port)) = (plain(page), page.port_or_known_default()) else {
            return false;
        };
        self.recipe.iter().any(|rule| rule.names(&host, port))
    }
}

impl RecipeHost {
    fn of(rule: &HostRule) -> Self {
        let text = rule.to_string();
        let (is_below, rest) = text
            .strip_prefix("*.")
            .map_or((false, text.as_str()), |rest| (true, rest));
        // Colons of a numeric address stand in brackets.
        let (name, port) = match rest.rsplit_once(':') {
            Some((name, port)) if !port.contains(']') => (name, port.parse().ok()),
            _ => (rest, None),
        };
        Self {
            name: name.to_owned(),
            is_below,
            port,
        }
    }

    fn names(&self, host: &str, port: u16) -> bool {
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        let is_host = if self.is_below {
            let before = host.strip_suffix(self.name.as_str());
            before.is_some_and(|before| before.len() > 1 && before.ends_with('.'))
        } else {
            host == self.name
        };
        is_host && self.port.is_none_or(|own| own == port)
    }
}

/// A host as it is written in rules.
fn plain(address: &Url) -> Option<String> {
    match address.host()? {
        Host::Domain(name) => Some(name.to_owned()),
        Host::Ipv4(ip) => Some(ip.to_string()),
        Host::Ipv6(ip) => Some(format!("[{ip}]")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(configured: &[&str], recipe: &[&str]) -> WalkHosts {
        let rules = |texts: &[&str]| {
            texts
                .iter()
                .map(|text| text.parse().unwrap())
                .collect::<Vec<HostRule>>()
        };
        let networks = vec!["127.0.0.9/32".parse().unwrap()];
        WalkHosts::new(AddressRules::new(rules(configured), networks), &rules(recipe))
    }

    #[test]
    fn a_host_must_be_in_the_configuration_and_in_the_recipe() {
        let hosts = hosts(
            &["127.0.0.9:8801", "*.partner.kr", "other.kr"],
            &["127.0.0.9", "www.partner.kr", "*.b.partner.kr", "third.kr"],
        );
        for (address, is_allowed) in [
            ("http://127.0.0.9:8801/login", true),
            ("http://127.0.0.9:8802/login", false),
            ("https://www.partner.kr/", true),
            ("https://WWW.partner.kr./", true),
            ("https://a.b.partner.kr/", true),
            ("https://b.partner.kr/", false),
            ("https://evil.partner.kr/", false),
            ("https://other.kr/", false),
            ("https://third.kr/", false),
            ("https://www.partner.kr:444/", false),
            ("file:///etc/passwd", false),
            ("chrome://settings/", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(hosts.check(&address.parse().unwrap()).is_ok(), is_allowed, "{address}");
        }
        assert!(hosts.check_host("127.0.0.9", 8801, false).is_ok());
        assert!(hosts.check_host("127.0.0.1", 8801, false).is_err());
        assert!(hosts.admit(&["127.0.0.1".parse().unwrap()], 8801, false).is_err());
    }

    #[test]
    fn numeric_addresses_of_ipv6_keep_their_colons() {
        let rule = |text: &str| RecipeHost::of(&text.parse().unwrap());
        assert_eq!(rule("[2001:4860::1]").port, None);
        assert_eq!(rule("[2001:4860::1]:8443").port, Some(8443));
        assert!(rule("[2001:4860::1]:8443").names("[2001:4860::1]", 8443));
    }
}

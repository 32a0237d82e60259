use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use thiserror::Error;
use url::{Host, Url};

use super::RunCode;
use crate::network::is_public;

/// A host that may be asked, as the configuration names it: `name`, `name:port`, `*.name`, `*.name:port`, or a numeric
/// address. Compared in lower case, IDNA, without the final dot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HostRule {
    /// As [`plain_host`] writes it.
    host: String,
    /// Whether it stands for the names below it, and not for itself.
    is_below: bool,
    /// `None`: the usual port of `https`, and that of `http`.
    port: Option<u16>,
}

/// A text that names no host.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is no host: name, name:port, *.name or a numeric address")]
pub struct InvalidHostRule(String);

impl FromStr for HostRule {
    type Err = InvalidHostRule;

    fn from_str(text: &str) -> Result<Self, InvalidHostRule> {
        let invalid = || InvalidHostRule(text.to_owned());
        let trimmed = text.trim();
        let (is_below, rest) = trimmed.strip_prefix("*.").map_or((false, trimmed), |rest| (true, rest));
        if rest.is_empty() || rest.contains(['/', '@', '?', '#', '*', ' ', '\\']) {
            return Err(invalid());
        }
        let address = Url::parse(&format!("https://{rest}/")).map_err(|_| invalid())?;
        let port = written_port(rest).map_err(|()| invalid())?;
        let host = plain_host(&address).ok_or_else(invalid)?;
        let is_number = !matches!(address.host(), Some(Host::Domain(_)));
        if is_below && is_number {
            return Err(invalid());
        }
        Ok(Self { host, is_below, port })
    }
}

impl fmt::Display for HostRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_below {
            f.write_str("*.")?;
        }
        f.write_str(&self.host)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

impl HostRule {
    fn names(&self, host: &str, port: u16, is_tls: bool) -> bool {
        let is_port = match self.port {
            Some(own) => own == port,
            None => port == 443 || (port == 80 && !is_tls),
        };
        let is_host = if self.is_below {
            is_below(host, &self.host)
        } else {
            host == self.host
        };
        is_port && is_host
    }
}

/// Whether a name is one below another.
fn is_below(name: &str, above: &str) -> bool {
    let below = name.strip_suffix(above);
    below.is_some_and(|below| below.len() > 1 && below.ends_with('.'))
}

/// The port that stands after a host, if one does.
fn written_port(text: &str) -> Result<Option<u16>, ()> {
    let after_host = text.rfind(']').map_or(text, |end| &text[end..]);
    match after_host.rsplit_once(':') {
        None => Ok(None),
        Some((_, port)) => port.parse().map(Some).map_err(|_| ()),
    }
}

/// The host of an address in one way of writing: lower case, IDNA, numbers as numbers, no final dot.
pub fn plain_host(address: &Url) -> Option<String> {
    match address.host()? {
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            (!name.is_empty()).then(|| name.to_ascii_lowercase())
        }
        Host::Ipv4(ip) => Some(ip.to_string()),
        Host::Ipv6(ip) => Some(format!("[{ip}]")),
    }
}

/// A network: an address and how many of its first bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subnet {
    address: IpAddr,
    bits: u32,
}

/// A text that is no network.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is no network: 192.168.0.0/24")]
pub struct InvalidSubnet(String);

impl FromStr for Subnet {
    type Err = InvalidSubnet;

    fn from_str(text: &str) -> Result<Self, InvalidSubnet> {
        let invalid = || InvalidSubnet(text.to_owned());
        let (address, bits) = text.trim().split_once('/').ok_or_else(invalid)?;
        let address: IpAddr = address.parse().map_err(|_| invalid())?;
        let bits = bits.parse().map_err(|_| invalid())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        if bits > most {
            return Err(invalid());
        }
        Ok(Self { address, bits })
    }
}

impl Subnet {
    /// Whether an address lies in it. One of IPv4 that is written as one of IPv6 is the same.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(32 - self.bits).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX.checked_shl(128 - self.bits).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            _ => false,
        }
    }
}

/// Why a connection is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressRefusal {
    /// The configuration does not name the host, or it is none.
    #[error("the host is not allowed")]
    Host,
    /// One of its addresses is not of the whole Internet, nor of a network that is allowed; or it has none.
    #[error("an address of the host is not allowed")]
    Address,
    /// It would not be encrypted, and the address lies outside.
    #[error("only https is allowed")]
    NotHttps,
}

impl AddressRefusal {
    /// The code of a run that ends so.
    pub fn code(self) -> RunCode {
        match self {
            Self::Host => RunCode::HostNotAllowed,
            Self::Address => RunCode::AddressNotAllowed,
            Self::NotHttps => RunCode::NotHttps,
        }
    }
}

/// Which hosts may be asked, and at which addresses. First [`Self::check`] the address as it is written; then look its name
/// up once, have [`Self::admit`] judge what it stands for, and connect to nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressRules {
    hosts: Vec<HostRule>,
    private_networks: Vec<Subnet>,
}

impl AddressRules {
    /// These hosts, and besides the whole Internet addresses in these networks.
    pub fn new(hosts: Vec<HostRule>, private_networks: Vec<Subnet>) -> Self {
        Self {
            hosts,
            private_networks,
        }
    }

    /// The hosts, as the configuration has them.
    pub fn hosts(&self) -> &[HostRule] {
        &self.hosts
    }

    /// The same networks, with these hosts only: of a recipe, which may go no further than it says.
    #[must_use]
    pub fn only(&self, hosts: Vec<HostRule>) -> Self {
        Self::new(hosts, self.private_networks.clone())
    }

    /// Whether a host that a recipe names, at whatever port, is one of those of the configuration.
    pub fn covers(&self, host: &HostRule) -> bool {
        self.hosts.iter().any(|own| {
            let is_host = if own.is_below {
                host.host == own.host && host.is_below || is_below(&host.host, &own.host)
            } else {
                host.host == own.host && !host.is_below
            };
            is_host && (own.port.is_none() || host.port.is_none() || own.port == host.port)
        })
    }

    /// Whether an address may be asked, by how it is written: its host is named, nobody is in it, and where it is a number
    /// that may be connected to.
    pub fn check(&self, address: &Url) -> Result<(), AddressRefusal> {
        let is_tls = match address.scheme() {
            "https" => true,
            "http" => false,
            _ => return Err(AddressRefusal::NotHttps),
        };
        if !address.username().is_empty() || address.password().is_some() {
            return Err(AddressRefusal::Host);
        }
        let (Some(host), Some(port)) = (plain_host(address), address.port_or_known_default()) else {
            return Err(AddressRefusal::Host);
        };
        self.check_host(&host, port, is_tls)?;
        match address.host() {
            Some(Host::Ipv4(ip)) => self.admit(&[ip.into()], port, is_tls).map(drop),
            Some(Host::Ipv6(ip)) => self.admit(&[ip.into()], port, is_tls).map(drop),
            _ => Ok(()),
        }
    }

    /// Whether a host may be asked at a port: a name, or a number as [`Url`] writes it (`127.0.0.1`, `[::1]`). For a proxy,
    /// which is told both and no scheme.
    pub fn check_host(&self, host: &str, port: u16, is_tls: bool) -> Result<(), AddressRefusal> {
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        let is_named = self.hosts.iter().any(|rule| rule.names(&host, port, is_tls));
        is_named.then_some(()).ok_or(AddressRefusal::Host)
    }

    /// Where to connect to of what a host was looked up as: all of it, or nothing. Every address must be one of the whole
    /// Internet, or lie in a network that is allowed; without encryption, only the latter.
    pub fn admit(&self, addresses: &[IpAddr], port: u16, is_tls: bool) -> Result<Vec<SocketAddr>, AddressRefusal> {
        let is_private = |address: &IpAddr| self.private_networks.iter().any(|network| network.contains(*address));
        if addresses.is_empty()
            || !addresses
                .iter()
                .all(|address| is_public(*address) || is_private(address))
        {
            return Err(AddressRefusal::Address);
        }
        if !is_tls && !addresses.iter().all(is_private) {
            return Err(AddressRefusal::NotHttps);
        }
        Ok(addresses
            .iter()
            .map(|address| SocketAddr::new(*address, port))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(hosts: &[&str], networks: &[&str]) -> AddressRules {
        let hosts = hosts.iter().map(|host| host.parse().unwrap()).collect();
        let networks = networks.iter().map(|network| network.parse().unwrap()).collect();
        AddressRules::new(hosts, networks)
    }

    fn check(rules: &AddressRules, address: &str) -> Option<AddressRefusal> {
        rules.check(&Url::parse(address).unwrap()).err()
    }

    #[test]
    fn hosts_are_named_by_name_port_and_what_is_below() {
        let rules = rules(
            &[
                "Example.COM",
                "share.example.org:8443",
                "*.drive.example",
                "한글.kr",
                "localhost",
                "203.0.113.9",
            ],
            &["203.0.113.9/32"],
        );
        for address in [
            "https://example.com/a",
            "https://EXAMPLE.com./a",
            "http://example.com/a",
            "https://share.example.org:8443/",
            "https://a.drive.example/",
            "https://a.b.drive.example/",
            "https://xn--bj0bj06e.kr/",
            "https://203.0.113.9/",
        ] {
            assert_eq!(check(&rules, address), None, "{address}");
        }
        for address in [
            "https://example.com:444/",
            "https://example.com:80/",
            "https://sub.example.com/",
            "https://share.example.org/",
            "https://drive.example/",
            "https://.drive.example/",
            "https://adrive.example/",
            "https://user@example.com/",
            "https://example.com@203.0.113.8/",
            "https://203.0.113.8/",
        ] {
            assert_eq!(check(&rules, address), Some(AddressRefusal::Host), "{address}");
        }
        assert_eq!(check(&rules, "ftp://example.com/"), Some(AddressRefusal::NotHttps));
        assert_eq!(check(&rules, "file:///etc/passwd"), Some(AddressRefusal::NotHttps));
    }

    #[test]
    fn every_notation_of_loopback_is_one() {
        let named = rules(
            &[
                "127.0.0.1:8080",
                "[::1]:8080",
                "[::ffff:127.0.0.1]:8080",
                "0.0.0.0:8080",
            ],
            &[],
        );
        let elsewhere = rules(&["example.com"], &[]);
        for address in [
            "http://127.0.0.1:8080/",
            "http://2130706433:8080/",
            "http://0x7f000001:8080/",
            "http://127.1:8080/",
            "http://0177.0.0.1:8080/",
            "http://[::1]:8080/",
            "http://[::ffff:127.0.0.1]:8080/",
            "http://0.0.0.0:8080/",
        ] {
            assert_eq!(check(&named, address), Some(AddressRefusal::Address), "{address}");
            assert_eq!(check(&elsewhere, address), Some(AddressRefusal::Host), "{address}");
        }
    }

    #[test]
    fn each_address_of_a_name_must_be_allowed() {
        let rules = rules(&[], &["10.1.0.0/16", "fd00:1::/32"]);
        let admit = |addresses: &[&str], is_tls| {
            let addresses: Vec<IpAddr> = addresses.iter().map(|address| address.parse().unwrap()).collect();
            rules.admit(&addresses, 443, is_tls).map(|found| found.len())
        };
        assert_eq!(admit(&["93.184.216.34", "2606:4700::1111"], true), Ok(2));
        assert_eq!(
            admit(&["93.184.216.34", "127.0.0.1"], true),
            Err(AddressRefusal::Address)
        );
        assert_eq!(admit(&[], true), Err(AddressRefusal::Address));
        assert_eq!(admit(&["10.1.2.3", "fd00:1::9"], false), Ok(2));
        assert_eq!(admit(&["::ffff:10.1.2.3"], false), Ok(1));
        assert_eq!(admit(&["10.2.0.1"], true), Err(AddressRefusal::Address));
        assert_eq!(admit(&["93.184.216.34"], false), Err(AddressRefusal::NotHttps));
        assert_eq!(admit(&["64:ff9b::7f00:1"], true), Err(AddressRefusal::Address));
    }

    #[test]
    fn what_is_no_host_or_network_is_told() {
        for text in [
            "",
            "*",
            "*.",
            "a b",
            "https://a",
            "a/b",
            "u@a",
            "a:x",
            "a:99999",
            "*.10.0.0.1",
            "**.a",
        ] {
            assert!(text.parse::<HostRule>().is_err(), "{text}");
        }
        for (text, shown) in [
            ("*.A.kr", "*.a.kr"),
            ("a.kr:443", "a.kr:443"),
            ("[::1]:80", "[::1]:80"),
            ("127.1", "127.0.0.1"),
        ] {
            assert_eq!(text.parse::<HostRule>().unwrap().to_string(), shown);
        }
        for text in ["", "10.0.0.0", "10.0.0.0/33", "::/129", "x/8", "10.0.0.0/-1"] {
            assert!(text.parse::<Subnet>().is_err(), "{text}");
        }
        let all: Subnet = "0.0.0.0/0".parse().unwrap();
        assert!(all.contains("127.0.0.1".parse().unwrap()));
        assert!(!all.contains("::1".parse().unwrap()));
    }
}

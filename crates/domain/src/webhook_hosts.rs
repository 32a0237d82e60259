//! Where webhooks may lead: the only addresses that this server is given by people.

use url::{Host, Url};

use crate::network::is_public;

/// The host of Slack's webhooks.
const SLACK_HOST: &str = "hooks.slack.com";
/// Longest address of a webhook; Slack's have about 80 bytes.
const MAX_ADDRESS_BYTES: usize = 2_000;

/// Slack's host, and those that the configuration allows besides.
#[derive(Debug, Clone)]
pub struct WebhookHosts {
    others: Vec<String>,
}

impl WebhookHosts {
    /// With these hosts (`host` or `host:port`) besides Slack's.
    pub fn new(others: Vec<String>) -> Self {
        Self { others }
    }

    /// The address of a webhook on Slack by `https`, or on a host that is allowed besides; `None` for any other.
    pub fn of_slack(&self, address: &str) -> Option<Url> {
        let address = plain(address)?;
        let is_slack = address.scheme() == "https" && authority(&address) == SLACK_HOST;
        (is_slack || self.name(&address)).then_some(address)
    }

    /// The address of a webhook of one's own: by `https` on any host with a name, or with an address that the whole
    /// Internet has; or on a host that is allowed. A name may stand for an address within the house: whoever connects looks
    /// at the address, too, unless [`Self::name`] holds.
    pub fn of_ones_own(&self, address: &str) -> Option<Url> {
        let address = plain(address)?;
        let is_outside = match address.host()? {
            Host::Domain(name) => name != "localhost" && !name.ends_with(".localhost"),
            Host::Ipv4(ip) => is_public(ip.into()),
            Host::Ipv6(ip) => is_public(ip.into()),
        };
        let is_own = address.scheme() == "https" && is_outside;
        (is_own || self.name(&address)).then_some(address)
    }

    /// Whether the host is one that is allowed besides Slack's. Such a name may lead into the house, as whoever set it up
    /// wanted; any other may lead to addresses of the whole Internet only.
    pub fn name(&self, address: &Url) -> bool {
        matches!(address.scheme(), "http" | "https") && self.others.contains(&authority(address))
    }
}

/// An address without a user in it.
fn plain(address: &str) -> Option<Url> {
    if address.len() > MAX_ADDRESS_BYTES {
        return None;
    }
    let address = Url::parse(address).ok()?;
    (address.username().is_empty() && address.password().is_none()).then_some(address)
}

/// `host`, or `host:port` where the port is not the usual one.
fn authority(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    address
        .port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slack_and_allowed_hosts_are_webhooks() {
        let hosts = WebhookHosts::new(vec!["example.com:8443".to_owned(), "127.0.0.1".to_owned()]);
        let long = format!("https://{SLACK_HOST}/{}", "x".repeat(MAX_ADDRESS_BYTES));
        for (address, is_allowed) in [
            ("https://hooks.slack.com/services/T0/B0/x", true),
            ("https://HOOKS.slack.com:443/services/T0/B0/x", true),
            ("https://example.com:8443/x", true),
            ("http://127.0.0.1/x", true),
            ("http://hooks.slack.com/services/T0/B0/x", false),
            ("https://hooks.slack.com.example.com/x", false),
            ("https://hooks.slack.com./x", false),
            ("https://hooks.slack.com:444/x", false),
            ("https://user@hooks.slack.com/x", false),
            ("https://:secret@hooks.slack.com/x", false),
            ("https://hooks.slack.com@127.0.0.2/x", false),
            ("https://127.0.0.2/hooks.slack.com", false),
            ("https://example.com/x", false),
            ("ftp://127.0.0.1/x", false),
            ("file:///etc/passwd", false),
            ("hooks.slack.com", false),
            ("", false),
            (&long, false),
        ] {
            assert_eq!(hosts.of_slack(address).is_some(), is_allowed, "{address}");
        }
    }

    #[test]
    fn without_other_hosts_there_is_slack_only() {
        let hosts = WebhookHosts::new(Vec::new());
        assert!(hosts.of_slack("https://hooks.slack.com/services/T0/B0/x").is_some());
        assert!(hosts.of_slack("http://127.0.0.1/x").is_none());
    }

    #[test]
    fn webhooks_of_ones_own_lead_out_of_the_house() {
        let hosts = WebhookHosts::new(vec!["127.0.0.1:8080".to_owned(), "intranet".to_owned()]);
        for (address, is_allowed) in [
            ("https://example.com/hook", true),
            ("https://example.com:8443/hook", true),
            ("https://93.184.216.34/hook", true),
            ("http://127.0.0.1:8080/hook", true),
            ("http://intranet/hook", true),
            ("http://example.com/hook", false),
            ("https://127.0.0.1/hook", false),
            ("https://2130706433/hook", false),
            ("https://0x7f.1/hook", false),
            ("https://localhost/hook", false),
            ("https://api.localhost/hook", false),
            ("https://10.0.0.8/hook", false),
            ("https://169.254.169.254/latest", false),
            ("https://[::1]/hook", false),
            ("https://[::ffff:10.0.0.8]/hook", false),
            ("https://user:secret@example.com/hook", false),
            ("ftp://example.com/hook", false),
        ] {
            assert_eq!(hosts.of_ones_own(address).is_some(), is_allowed, "{address}");
        }
    }
}

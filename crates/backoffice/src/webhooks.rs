//! Where webhooks may lead: the only addresses that this server is given by people.

use url::Url;

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

    /// Whether this is the address of a webhook on Slack by `https`, or on a host that is allowed besides.
    pub(crate) fn allow(&self, address: &str) -> bool {
        if address.len() > MAX_ADDRESS_BYTES {
            return false;
        }
        let Ok(address) = Url::parse(address) else {
            return false;
        };
        let host = address.host_str().unwrap_or_default();
        let authority = address
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let is_slack = address.scheme() == "https" && authority == SLACK_HOST;
        let is_allowed = matches!(address.scheme(), "http" | "https") && self.others.contains(&authority);
        (is_slack || is_allowed) && address.username().is_empty() && address.password().is_none()
    }
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
            assert_eq!(hosts.allow(address), is_allowed, "{address}");
        }
    }

    #[test]
    fn without_other_hosts_there_is_slack_only() {
        let hosts = WebhookHosts::new(Vec::new());
        assert!(hosts.allow("https://hooks.slack.com/services/T0/B0/x"));
        assert!(!hosts.allow("http://127.0.0.1/x"));
    }
}

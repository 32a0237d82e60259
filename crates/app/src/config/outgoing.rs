//! What leaves the house, and by which way.

use std::net::IpAddr;
use std::time::Duration;

use anyhow::{Result, bail};
use domain::webhook_hosts::WebhookHosts;
use notifications::{ChatSettings, Encryption, MailSettings, SmtpLogin};
use ports::driven::WebhookUrl;
use reqwest::Url;
use reqwest::header::HeaderValue;

use super::values::{Values, cannot_be};

/// How long a language model is waited for.
const CHAT_PATIENCE: Duration = Duration::from_secs(20);

/// The ways out of the house that are configured.
#[derive(Debug, Clone)]
pub(crate) struct Outgoing {
    /// The company's webhook on Slack.
    pub(crate) slack_webhook: Option<WebhookUrl>,
    /// The mail server.
    pub(crate) mail: Option<MailSettings>,
    /// The language model that comments.
    pub(crate) chat: Option<ChatSettings>,
}

/// What the settings say of it.
pub(super) fn outgoing(values: Values<'_>, hosts: &WebhookHosts) -> Result<Outgoing> {
    Ok(Outgoing {
        slack_webhook: slack_webhook(values, hosts)?,
        mail: mail(values)?,
        chat: chat(values)?,
    })
}

/// The address is a secret, and is not shown when it is wrong.
fn slack_webhook(values: Values<'_>, hosts: &WebhookHosts) -> Result<Option<WebhookUrl>> {
    let Some(url) = values.given("SLACK_WEBHOOK_URL") else {
        return Ok(None);
    };
    if hosts.of_slack(url.trim()).is_none() {
        bail!("SLACK_WEBHOOK_URL must be an address on https://hooks.slack.com/ or on one of SLACK_HOSTS");
    }
    Ok(Some(WebhookUrl(url.trim().to_owned())))
}

fn mail(values: Values<'_>) -> Result<Option<MailSettings>> {
    let Some(host) = values.given("SMTP_HOST") else {
        return Ok(None);
    };
    let (encryption, usual_port) = match values.choice("SMTP_ENCRYPTION")? {
        "tls" => (Encryption::Tls, 465),
        "none" => (Encryption::None, 25),
        _ => (Encryption::StartTls, 587),
    };
    if encryption == Encryption::None && !is_this_machine(&host) {
        bail!("SMTP_ENCRYPTION=none is for a mail server on this machine, and SMTP_HOST is '{host}'");
    }
    let login = match (values.given("SMTP_USER"), values.given("SMTP_PASSWORD")) {
        (None, None) => None,
        (Some(user), Some(password)) => Some(SmtpLogin { user, password }),
        _ => bail!("SMTP_USER and SMTP_PASSWORD need each other"),
    };
    let Some(from) = values.given("MAIL_FROM") else {
        bail!("SMTP_HOST needs MAIL_FROM, the sender of mails");
    };
    let settings = MailSettings {
        host,
        port: values.given_number("SMTP_PORT")?.unwrap_or(usual_port),
        encryption,
        login,
        from,
    };
    if !settings.has_sender() {
        bail!(cannot_be("MAIL_FROM", settings.from));
    }
    Ok(Some(settings))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

fn chat(values: Values<'_>) -> Result<Option<ChatSettings>> {
    let base_url = values.text("OPENAI_BASE_URL");
    let is_web = Url::parse(&base_url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !is_web {
        bail!(cannot_be("OPENAI_BASE_URL", base_url));
    }
    let Some(key) = values.given("OPENAI_API_KEY") else {
        return Ok(None);
    };
    if HeaderValue::from_str(key.trim()).is_err() {
        bail!("OPENAI_API_KEY must be of letters, digits and signs only");
    }
    Ok(Some(ChatSettings {
        base_url,
        key: key.trim().to_owned(),
        model: values.text("OPENAI_MODEL"),
        patience: CHAT_PATIENCE,
    }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::config;
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Outgoing> {
        Ok(config(variables)?.settings.outgoing)
    }

    #[test]
    fn nothing_leaves_the_house_by_default() {
        let outgoing = read(&[]).unwrap();
        assert!(outgoing.slack_webhook.is_none() && outgoing.mail.is_none() && outgoing.chat.is_none());
    }

    #[test]
    fn the_port_of_a_mail_server_follows_from_its_encryption() {
        let port = |encryption| {
            let host = if encryption == "none" {
                "localhost"
            } else {
                "smtp.example.com"
            };
            let variables = [
                ("SMTP_HOST", host),
                ("SMTP_ENCRYPTION", encryption),
                ("MAIL_FROM", "a@example.com"),
            ];
            read(&variables).unwrap().mail.unwrap().port
        };
        assert_eq!(["tls", "starttls", "none"].map(port), [465, 587, 25]);
    }

    #[test]
    fn what_cannot_be_sent_by_is_told_without_secrets() {
        let host = ("SMTP_HOST", "smtp.example.com");
        let from = ("MAIL_FROM", "Fullhouse <office@example.com>");
        for (variables, told) in [
            (vec![host], "SMTP_HOST needs MAIL_FROM"),
            (vec![host, ("MAIL_FROM", "nobody")], "MAIL_FROM cannot be 'nobody'"),
            (vec![host, from, ("SMTP_USER", "office")], "SMTP_USER and SMTP_PASSWORD"),
            (vec![host, from, ("SMTP_ENCRYPTION", "none")], "SMTP_ENCRYPTION=none"),
            (vec![("OPENAI_BASE_URL", "api")], "OPENAI_BASE_URL cannot be 'api'"),
            (vec![("OPENAI_API_KEY", "se\ncret")], "OPENAI_API_KEY must be"),
            (
                vec![("SLACK_WEBHOOK_URL", "https://example.com/secret")],
                "SLACK_WEBHOOK_URL must be",
            ),
        ] {
            let error = format!("{:#}", read(&variables).unwrap_err());
            assert!(error.starts_with(told), "{error}");
            assert!(!error.contains("cret"), "{error}");
        }
    }

    #[test]
    fn no_secret_is_shown() {
        let outgoing = read(&[
            ("SMTP_HOST", "smtp.example.com"),
            ("SMTP_USER", "office"),
            ("SMTP_PASSWORD", "very-secret"),
            ("MAIL_FROM", "Fullhouse <office@example.com>"),
            ("OPENAI_API_KEY", "very-secret"),
            ("SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/very-secret"),
        ])
        .unwrap();
        assert!(outgoing.slack_webhook.is_some() && outgoing.mail.is_some() && outgoing.chat.is_some());
        assert!(!format!("{outgoing:?}").contains("secret"));
    }
}

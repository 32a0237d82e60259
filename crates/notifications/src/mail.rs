//! Mails by SMTP.

use std::fmt;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::response::Code;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use ports::driven::{FailureReason, Mail, Receipt};
use tokio::time::timeout;
use uuid::Uuid;

use crate::patience::Patience;
use crate::web::Failed;

/// Longest reference that is kept, in characters.
const MAX_REFERENCE_CHARS: usize = 200;

/// A mail server, and who sends.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// How the connection is encrypted.
    pub encryption: Encryption,
    /// Who signs in; nobody where the server asks nobody to.
    pub login: Option<SmtpLogin>,
    /// The sender: `Fullhouse <office@example.com>`.
    pub from: String,
}

impl MailSettings {
    /// Whether the sender is one.
    pub fn has_sender(&self) -> bool {
        self.from.parse::<Mailbox>().is_ok()
    }
}

/// How a connection to a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte on: port 465.
    Tls,
    /// By `STARTTLS`, without which nothing is sent: port 587.
    StartTls,
    /// Not at all: for a server on the same machine.
    None,
}

/// Who signs in to a mail server.
#[derive(Clone)]
pub struct SmtpLogin {
    /// The name.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for SmtpLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmtpLogin(…)")
    }
}

/// Sends mails by one server.
pub(crate) struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    patience: Patience,
}

impl Mailer {
    pub(crate) fn new(
        settings: MailSettings,
        patience: Patience,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let parameters = || TlsParameters::new(settings.host.clone());
        let tls = match settings.encryption {
            Encryption::Tls => Tls::Wrapper(parameters()?),
            Encryption::StartTls => Tls::Required(parameters()?),
            Encryption::None => Tls::None,
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(patience.whole));
        let builder = match settings.login {
            Some(SmtpLogin { user, password }) => builder.credentials(Credentials::new(user, password)),
            None => builder,
        };
        Ok(Self {
            transport: builder.build(),
            from: settings.from.parse()?,
            patience,
        })
    }

    pub(crate) async fn send(&self, id: Uuid, mail: &Mail, now: DateTime<Utc>) -> Result<Receipt, Failed> {
        let message = self.written(id, mail, now);
        let message = message.ok_or_else(|| Failed::refused(FailureReason::Malformed))?;
        // Each step has its time, and all of them together have theirs.
        let most = self.patience.whole * 3;
        match timeout(most, self.transport.send(message)).await {
            Err(_) => Err(Failed::temporary(FailureReason::TimedOut, None, true)),
            Ok(Err(error)) => Err(failed(&error)),
            Ok(Ok(response)) => Ok(Receipt {
                reference: response.first_line().map(reference),
            }),
        }
    }

    /// `None` when it makes no valid mail.
    fn written(&self, id: Uuid, mail: &Mail, now: DateTime<Utc>) -> Option<Message> {
        let subject: String = mail
            .subject
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let texts = MultiPart::alternative()
            .boundary(format!("text-{}", id.simple()))
            .singlepart(SinglePart::plain(mail.text.clone()))
            .singlepart(SinglePart::html(mail.html.clone()));
        let mut body = texts;
        if !mail.attachments.is_empty() {
            body = MultiPart::mixed()
                .boundary(format!("mail-{}", id.simple()))
                .multipart(body);
            for attachment in &mail.attachments {
                let media_type = ContentType::parse(&attachment.media_type).ok()?;
                let name: String = attachment.file_name.chars().filter(|c| !c.is_control()).collect();
                body = body.singlepart(Part::new(name).body(attachment.bytes.to_vec(), media_type));
            }
        }
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, mail.to.as_str().parse().ok()?))
            .subject(subject)
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{}@{}>", id.simple(), self.from.email.domain())))
            .header(AutoSubmitted)
            .multipart(body)
            .ok()
    }
}

/// So that nobody's absence is answered to it (RFC 3834).
#[derive(Debug, Clone, Copy)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// What the server calls the mail, without what is not plain text.
fn reference(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_control())
        .take(MAX_REFERENCE_CHARS)
        .collect()
}

fn failed(error: &lettre::transport::smtp::Error) -> Failed {
    let Some(code) = error.status() else {
        let reason = if error.is_timeout() {
            FailureReason::TimedOut
        } else {
            FailureReason::Unreachable
        };
        return Failed::temporary(reason, None, true);
    };
    let reason = FailureReason::MailServer(number(code));
    // Who we are is for the configuration to mend, and then it goes well.
    let is_about_us = matches!(number(code), 530 | 534 | 535 | 538);
    if error.is_permanent() && !is_about_us {
        Failed::permanent(reason)
    } else {
        Failed::temporary(reason, None, !is_about_us && number(code) == 421)
    }
}

fn number(code: Code) -> u16 {
    code.into()
}

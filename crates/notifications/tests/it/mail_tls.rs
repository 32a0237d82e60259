//! Mails over TLS, to a server with a self-made certificate: trusted where the system has it among its authorities.

use std::io::Write;

use notifications::Encryption;
use ports::driven::{Channel, FailureReason, Mail, Parcel, SendFailure};
use tokio::process::Command;

use crate::support::{Certificate, FakeSmtp, ID, PATIENT, house, mail_settings};

const WAYS: [(&str, Encryption); 2] = [("tls", Encryption::Tls), ("starttls", Encryption::StartTls)];
const WAY: &str = "FAKE_SMTP_ENCRYPTION";
const PORT: &str = "FAKE_SMTP_PORT";

fn mail() -> Parcel {
    Parcel::Mail(Mail {
        to: domain::people::Email::parse("producer@example.com").unwrap(),
        subject: "일일 브리핑".to_owned(),
        text: "8,642,000원\n".to_owned(),
        html: "<p>8,642,000원</p>".to_owned(),
        attachments: Vec::new(),
    })
}

#[tokio::test]
async fn nothing_is_told_to_a_server_that_nobody_vouches_for() {
    for (way, encryption) in WAYS {
        let server = FakeSmtp::encrypted(encryption, &Certificate::self_made()).await;
        let house = house(&[], Some(mail_settings(server.port, encryption)), PATIENT);
        let failure = SendFailure::Temporary {
            reason: FailureReason::Unreachable,
            retry_after: None,
        };
        assert_eq!(house.channels.send(ID, &mail()).await, Err(failure), "{way}");
        assert!(server.mails().is_empty());
        assert!(!server.said().iter().any(|line| line.starts_with("MAIL")), "{way}");
    }
}

/// The authorities of a system are read by a process once, from where its environment says: so another one sends.
#[tokio::test]
async fn a_mail_goes_to_a_server_whose_certificate_the_system_trusts() {
    for (way, encryption) in WAYS {
        let certificate = Certificate::self_made();
        let server = FakeSmtp::encrypted(encryption, &certificate).await;
        let mut authorities = tempfile::NamedTempFile::new().unwrap();
        authorities.write_all(certificate.pem.as_bytes()).unwrap();
        let sent = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "mail_tls::a_mail_is_sent_as_the_environment_says",
                "--ignored",
            ])
            .env("SSL_CERT_FILE", authorities.path())
            .env_remove("SSL_CERT_DIR")
            .env(WAY, way)
            .env(PORT, server.port.to_string())
            .output()
            .await
            .unwrap();
        assert!(
            sent.status.success(),
            "{way}: {}",
            String::from_utf8_lossy(&sent.stdout)
        );
        let mails = server.mails();
        assert_eq!(mails.len(), 1, "{way}");
        assert!(mails[0].contains("To: producer@example.com"), "{way}: {}", mails[0]);
    }
}

#[tokio::test]
#[ignore = "run by the test above, in a process of its own"]
async fn a_mail_is_sent_as_the_environment_says() {
    let way = std::env::var(WAY).unwrap();
    let (_, encryption) = WAYS.into_iter().find(|(name, _)| *name == way).unwrap();
    let port = std::env::var(PORT).unwrap().parse().unwrap();
    let house = house(&[], Some(mail_settings(port, encryption)), PATIENT);
    house.channels.send(ID, &mail()).await.unwrap();
}

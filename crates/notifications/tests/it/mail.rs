use std::sync::Arc;
use std::time::Duration;

use notifications::Encryption;
use ports::driven::{Attachment, Channel, FailureReason, Mail, Parcel, Receipt, SendFailure};

use crate::support::{FakeSmtp, ID, IMPATIENT, Mood, PATIENT, house, mail_settings};

fn mail() -> Mail {
    Mail {
        to: domain::people::Email::parse("producer@example.com").unwrap(),
        subject: "연극·뮤지컬 일일 브리핑 11/20(금)".to_owned(),
        text: "봄밤의 왈츠 8,642,000원\n".to_owned(),
        html: "<p>봄밤의 왈츠 <strong>8,642,000원</strong></p>".to_owned(),
        attachments: Vec::new(),
    }
}

async fn sent(mood: Mood, mail: Mail, whole: Duration) -> (FakeSmtp, Result<Receipt, SendFailure>) {
    let server = FakeSmtp::being(mood).await;
    let house = house(&[], Some(mail_settings(server.port, Encryption::None)), whole);
    let result = house.channels.send(ID, &Parcel::Mail(mail)).await;
    (server, result)
}

#[tokio::test]
async fn a_mail_arrives_as_text_and_html() {
    let (server, result) = sent(Mood::Willing, mail(), PATIENT).await;
    let reference = Some("2.0.0 Ok: queued as 4F2A1".to_owned());
    assert_eq!(result, Ok(Receipt { reference }));
    insta::assert_snapshot!(server.mails()[0]);
}

#[tokio::test]
async fn an_attachment_comes_along() {
    let mut mail = mail();
    mail.attachments.push(Attachment {
        file_name: "주간 개요.xlsx".to_owned(),
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
        bytes: Arc::from(*b"PK\x03\x04\xFF"),
    });
    let (server, result) = sent(Mood::Willing, mail, PATIENT).await;
    assert!(result.is_ok());
    insta::assert_snapshot!(server.mails()[0]);
}

#[tokio::test]
async fn a_subject_brings_no_header_along() {
    let mut mail = mail();
    mail.subject = "브리핑\r\nBcc: everybody@example.com".to_owned();
    let (server, result) = sent(Mood::Willing, mail, PATIENT).await;
    assert!(result.is_ok());
    assert!(!server.mails()[0].lines().any(|line| line.starts_with("Bcc")));
    let recipients = server.said().iter().filter(|line| line.starts_with("RCPT")).count();
    assert_eq!(recipients, 1);
}

#[tokio::test]
async fn what_the_server_says_decides_whether_it_is_tried_again() {
    for (mood, failure) in [
        (
            Mood::Recipient("550 5.1.1 no such user"),
            SendFailure::Permanent {
                reason: FailureReason::MailServer(550),
            },
        ),
        (
            Mood::Recipient("451 4.7.1 come again"),
            SendFailure::Temporary {
                reason: FailureReason::MailServer(451),
                retry_after: None,
            },
        ),
        (
            Mood::Data("554 5.7.1 spam"),
            SendFailure::Permanent {
                reason: FailureReason::MailServer(554),
            },
        ),
        (
            Mood::Breaking,
            SendFailure::Temporary {
                reason: FailureReason::Unreachable,
                retry_after: None,
            },
        ),
    ] {
        let (server, result) = sent(mood, mail(), PATIENT).await;
        assert_eq!(result, Err(failure));
        assert!(server.mails().is_empty());
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_is_left() {
    let (_server, result) = sent(Mood::Silent, mail(), IMPATIENT).await;
    let reason = FailureReason::TimedOut;
    let retry_after = None;
    assert_eq!(result, Err(SendFailure::Temporary { reason, retry_after }));
}

#[tokio::test]
async fn nothing_is_told_to_a_server_that_does_not_encrypt() {
    let server = FakeSmtp::being(Mood::Willing).await;
    let house = house(&[], Some(mail_settings(server.port, Encryption::StartTls)), PATIENT);
    assert!(house.channels.send(ID, &Parcel::Mail(mail())).await.is_err());
    assert!(server.mails().is_empty());
    assert!(
        !server
            .said()
            .iter()
            .any(|line| line.starts_with("MAIL") || line.starts_with("RCPT"))
    );
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_sent_and_that_is_said() {
    let house = house(&[], None, PATIENT);
    let reason = FailureReason::NotConfigured;
    assert_eq!(
        house.channels.send(ID, &Parcel::Mail(mail())).await,
        Err(SendFailure::Refused { reason })
    );
}

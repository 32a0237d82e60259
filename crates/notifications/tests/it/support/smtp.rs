use std::sync::{Arc, Mutex};

use notifications::Encryption;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::Certificate;

/// How a mail server behaves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mood {
    /// Takes every mail.
    Willing,
    /// Answers so to the recipient.
    Recipient(&'static str),
    /// Answers so when the mail is told.
    Data(&'static str),
    /// Says nothing from the beginning.
    Silent,
    /// Breaks the connection when the mail is told.
    Breaking,
}

/// A mail server on loopback.
pub(crate) struct FakeSmtp {
    pub(crate) port: u16,
    mails: Arc<Mutex<Vec<String>>>,
    said: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<()>,
}

impl FakeSmtp {
    /// Without encryption.
    pub(crate) async fn being(mood: Mood) -> Self {
        Self::start(mood, Encryption::None, None).await
    }

    /// One that takes every mail, encrypted so.
    pub(crate) async fn encrypted(encryption: Encryption, certificate: &Certificate) -> Self {
        Self::start(Mood::Willing, encryption, Some(certificate.acceptor.clone())).await
    }

    async fn start(mood: Mood, encryption: Encryption, acceptor: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mails, said) = (
            Arc::<Mutex<Vec<String>>>::default(),
            Arc::<Mutex<Vec<String>>>::default(),
        );
        let visit = Visit {
            mood,
            mails: mails.clone(),
            said: said.clone(),
        };
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(visit.clone().receive(stream, encryption, acceptor.clone()));
            }
        });
        Self {
            port,
            mails,
            said,
            serving,
        }
    }

    /// The mails, as they were told.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }

    /// The commands.
    pub(crate) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap().clone()
    }
}

impl Drop for FakeSmtp {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// Somebody who has come.
#[derive(Clone)]
struct Visit {
    mood: Mood,
    mails: Arc<Mutex<Vec<String>>>,
    said: Arc<Mutex<Vec<String>>>,
}

impl Visit {
    async fn receive(self, mut stream: TcpStream, encryption: Encryption, acceptor: Option<TlsAcceptor>) {
        if matches!(self.mood, Mood::Silent) {
            return std::future::pending().await;
        }
        let Some(acceptor) = acceptor else {
            return self.serve(stream, true).await;
        };
        let is_wrapped = matches!(encryption, Encryption::Tls);
        if !is_wrapped && !self.begin_tls(&mut stream).await {
            return;
        }
        // Whoever does not trust us goes here.
        if let Ok(stream) = acceptor.accept(stream).await {
            self.serve(stream, is_wrapped).await;
        }
    }

    /// Talks until the client asks for encryption; whether it did.
    async fn begin_tls(&self, stream: &mut TcpStream) -> bool {
        let (read, mut write) = stream.split();
        let mut lines = BufReader::new(read).lines();
        let _ = write.write_all(b"220 fake ESMTP\r\n").await;
        while let Ok(Some(line)) = lines.next_line().await {
            let begins = line.eq_ignore_ascii_case("STARTTLS");
            self.said.lock().unwrap().push(line);
            let answer = if begins {
                "220 go on\r\n"
            } else {
                "250-fake\r\n250 STARTTLS\r\n"
            };
            let _ = write.write_all(answer.as_bytes()).await;
            if begins {
                return true;
            }
        }
        false
    }

    async fn serve(self, stream: impl AsyncRead + AsyncWrite, greets: bool) {
        let (read, mut write) = split(stream);
        let mut lines = BufReader::new(read).lines();
        if greets {
            let _ = write.write_all(b"220 fake ESMTP\r\n").await;
        }
        while let Ok(Some(line)) = lines.next_line().await {
            let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
            self.said.lock().unwrap().push(line);
            let answer = match (verb.as_str(), self.mood) {
                ("EHLO", _) => "250-fake\r\n250 8BITMIME",
                ("RCPT", Mood::Recipient(answer)) => answer,
                ("DATA", Mood::Breaking) => return,
                ("DATA", _) => {
                    let _ = write.write_all(b"354 go on\r\n").await;
                    let mut mail = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        mail.push_str(&line);
                        mail.push('\n');
                    }
                    if let Mood::Data(answer) = self.mood {
                        answer
                    } else {
                        self.mails.lock().unwrap().push(mail);
                        "250 2.0.0 Ok: queued as 4F2A1"
                    }
                }
                ("QUIT", _) => {
                    let _ = write.write_all(b"221 bye\r\n").await;
                    return;
                }
                _ => "250 Ok",
            };
            let _ = write.write_all(format!("{answer}\r\n").as_bytes()).await;
        }
    }
}

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

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

/// A mail server on loopback, without encryption.
pub(crate) struct FakeSmtp {
    pub(crate) port: u16,
    mails: Arc<Mutex<Vec<String>>>,
    said: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<()>,
}

impl FakeSmtp {
    pub(crate) async fn being(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mails, said) = (
            Arc::<Mutex<Vec<String>>>::default(),
            Arc::<Mutex<Vec<String>>>::default(),
        );
        let (kept, heard) = (mails.clone(), said.clone());
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, mood, kept.clone(), heard.clone()));
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

async fn serve(stream: TcpStream, mood: Mood, mails: Arc<Mutex<Vec<String>>>, said: Arc<Mutex<Vec<String>>>) {
    if matches!(mood, Mood::Silent) {
        return std::future::pending().await;
    }
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let _ = write.write_all(b"220 fake ESMTP\r\n").await;
    while let Ok(Some(line)) = lines.next_line().await {
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        said.lock().unwrap().push(line);
        let answer = match (verb.as_str(), mood) {
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
                if let Mood::Data(answer) = mood {
                    answer
                } else {
                    mails.lock().unwrap().push(mail);
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

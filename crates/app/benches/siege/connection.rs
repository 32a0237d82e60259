//! Connections that are used badly: written to piece by piece, and read or not.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// A connection from this address of the loopback network.
pub(crate) async fn connect(base: SocketAddr, from: u8) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((Ipv4Addr::new(127, 0, 1, from), 0)))?;
    socket.connect(base).await
}

/// The status of the answer, 0 where the connection ends or nothing comes within `patience`.
pub(crate) async fn status(stream: &mut TcpStream, patience: Duration) -> u16 {
    let mut head = [0; 12];
    let read = tokio::time::timeout(patience, stream.read_exact(&mut head)).await;
    match read {
        Ok(Ok(_)) => std::str::from_utf8(&head[9..])
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(0),
        _ => 0,
    }
}

/// Sends `head`, then `filler` at once and a byte of it each second, until something is answered or the siege ends.
pub(crate) async fn unfinished(mut stream: TcpStream, head: &str, filler: usize, end: Instant) -> u16 {
    if stream.write_all(head.as_bytes()).await.is_err() {
        return 0;
    }
    // Not longer than the server wants to have it.
    let bytes = vec![b' '; filler];
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.write_all(&bytes)).await;
    while Instant::now() < end {
        let mut ready = [0; 12];
        match tokio::time::timeout(Duration::from_secs(1), stream.read_exact(&mut ready)).await {
            Ok(Ok(_)) => {
                return std::str::from_utf8(&ready[9..])
                    .ok()
                    .and_then(|text| text.parse().ok())
                    .unwrap_or(0);
            }
            Ok(Err(_)) => return 0,
            Err(_) => {
                if stream.write_all(b" ").await.is_err() {
                    return 0;
                }
            }
        }
    }
    0
}

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// Stands between a pool and its database. It forgets connections as firewalls do: nothing passes any more, and nobody is
/// told.
pub(crate) struct Firewall {
    address: SocketAddr,
    /// Connections made before this count were forgotten.
    generation: Arc<AtomicU32>,
    /// Every connection that was made.
    clients: Arc<Mutex<Vec<TcpStream>>>,
}

impl Firewall {
    /// Before the socket that this URL names.
    pub(crate) fn before(url: &str) -> Self {
        let folder = url.split("host=").nth(1).unwrap().split('&').next().unwrap();
        let socket = format!("{}/.s.PGSQL.5432", folder.replace("%2F", "/"));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let generation = Arc::new(AtomicU32::new(0));
        let current = Arc::clone(&generation);
        let clients = Arc::new(Mutex::new(Vec::new()));
        let made = Arc::clone(&clients);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (client, server) = (client.unwrap(), UnixStream::connect(&socket).unwrap());
                made.lock().unwrap().push(client.try_clone().unwrap());
                let born = current.load(Ordering::Acquire);
                let (other_client, other_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                let (there, back) = (Arc::clone(&current), Arc::clone(&current));
                let (far_server, far_client) = (server.try_clone().unwrap(), client.try_clone().unwrap());
                std::thread::spawn(move || {
                    pass_on(client, server, born, &there);
                    // An end is passed on as well, or whoever waits for an answer waits without one.
                    let _ = far_server.shutdown(Shutdown::Both);
                });
                std::thread::spawn(move || {
                    pass_on(other_server, other_client, born, &back);
                    if back.load(Ordering::Acquire) == born {
                        let _ = far_client.shutdown(Shutdown::Both);
                    }
                });
            }
        });
        Self {
            address,
            generation,
            clients,
        }
    }

    /// `url`, through here.
    pub(crate) fn url(&self, url: &str) -> String {
        let (server, rest) = url.split_once("localhost").unwrap();
        let database = rest.split('?').next().unwrap().rsplit('/').next().unwrap();
        format!("{server}{}/{database}", self.address)
    }

    /// Forgets all connections that there are.
    pub(crate) fn forget(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }
}

impl Drop for Firewall {
    fn drop(&mut self) {
        // Threads that wait for an answer would keep their test from ending.
        for client in self.clients.lock().unwrap().iter() {
            let _ = client.shutdown(Shutdown::Both);
        }
    }
}

fn pass_on(mut from: impl Read, mut to: impl Write, born: u32, generation: &AtomicU32) {
    let mut bytes = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        if generation.load(Ordering::Acquire) == born && to.write_all(&bytes[..length]).is_err() {
            return;
        }
    }
}

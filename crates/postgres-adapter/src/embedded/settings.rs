//! The server's settings: fit for a machine of 1 GB that it shares with the program.

use super::config::EmbeddedConfig;
use super::folder::Folder;
use super::{DATABASE, OWNER, reader};

/// What every cluster of ours is run with.
const ALWAYS: [&str; 18] = [
    "shared_buffers=64MB",
    "work_mem=4MB",
    "maintenance_work_mem=32MB",
    "effective_cache_size=256MB",
    "max_worker_processes=4",
    "autovacuum_max_workers=2",
    "huge_pages=off",
    // Compiling a query takes longer than running it, at this size.
    "jit=off",
    "max_logical_replication_workers=0",
    "max_wal_size=256MB",
    "timezone=Asia/Seoul",
    "log_timezone=Asia/Seoul",
    // Standard error is a file already; a collector would be one more process.
    "logging_collector=off",
    "log_destination=stderr",
    "log_min_messages=warning",
    // Neither the values that an error is about, nor the statement: names and addresses are in them.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "unix_socket_permissions=0700",
];

/// There are no replicas, so the log needs only what recovery does.
const ALONE: [&str; 2] = ["wal_level=minimal", "max_wal_senders=0"];

/// Standbys follow, and may be away for a while.
const REPLICATED: [&str; 5] = [
    "wal_level=replica",
    // What is not written out is not sent, either.
    "synchronous_commit=local",
    "max_wal_senders=8",
    "wal_keep_size=1GB",
    "hot_standby=on",
];

const DURABLE: [&str; 2] = ["fsync=on", "max_connections=40"];

/// Tests run side by side and make many small databases; nobody wants them after a power cut.
const THROW_AWAY: [&str; 5] = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "autovacuum=off",
    "max_connections=200",
];

/// `name=value` for each `-c` of the server's command line.
pub(super) fn settings(config: &EmbeddedConfig, folder: &Folder) -> Vec<String> {
    let by_durability: &[&str] = if config.durable { &DURABLE } else { &THROW_AWAY };
    let by_replicas: &[&str] = if config.replicated { &REPLICATED } else { &ALONE };
    let all = ALWAYS.iter().chain(by_durability).chain(by_replicas);
    let mut settings: Vec<String> = all.map(ToString::to_string).collect();
    settings.push(format!("unix_socket_directories=\"{}\"", folder.socket_dir.display()));
    settings.push(format!("hba_file={}", folder.hba_file().display()));
    match config.port {
        None => settings.push("listen_addresses=".to_owned()),
        Some(port) => settings.extend(["listen_addresses=127.0.0.1".to_owned(), format!("port={port}")]),
    }
    settings
}

/// Who may connect: the owner by the private socket, and, when there is a port, the reader by password.
pub(super) fn hba(config: &EmbeddedConfig) -> String {
    // The folder of the socket lets in only PostgreSQL's user and root, so no password is needed there.
    let standbys = if config.replicated {
        format!("local replication {OWNER} trust\n")
    } else {
        String::new()
    };
    let owner = format!("local all {OWNER} trust\n{standbys}");
    match config.port {
        None => owner,
        Some(_) => format!("{owner}host {DATABASE} {} 127.0.0.1/32 scram-sha-256\n", reader::ROLE),
    }
}

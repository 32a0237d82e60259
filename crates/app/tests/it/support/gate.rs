//! Holding a worker in the middle of an upload.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::Value;

use super::Site;

/// An original that cannot be read to its end yet: whoever reads it waits until the gate is opened.
pub(crate) struct Gate {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Gate {
    /// Puts a pipe in the place of an upload's original. The upload must not have been read yet.
    pub(crate) fn before(site: &Site, upload: &Value) -> Self {
        let path = site.original(upload);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        Self { path, bytes }
    }

    /// Lets the reader that waits go on, and puts the original back for the next.
    pub(crate) async fn open(self) {
        let opened = tokio::task::spawn_blocking(move || {
            // Opening waits for the reader; by then it has the pipe, and the name is free.
            let mut pipe = File::options().write(true).open(&self.path).unwrap();
            self.restore();
            pipe.write_all(&self.bytes).unwrap();
        });
        opened.await.unwrap();
    }

    /// Puts the original back when its reader is gone.
    pub(crate) fn restore(&self) {
        std::fs::remove_file(&self.path).unwrap();
        std::fs::write(&self.path, &self.bytes).unwrap();
    }
}

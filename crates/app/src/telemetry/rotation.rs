//! A file for the log that never grows without an end.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

/// Read by its owner and whoever is in its group: what is logged is not for everybody.
const MODE: u32 = 0o640;

/// A file that is set aside as `NAME.1` once it has so many bytes, what was `NAME.1` as `NAME.2`, and so on. Several programs
/// may write to the same one, and somebody else may move it away: whoever writes looks which file has the name.
pub(super) struct RotatingFile {
    path: PathBuf,
    file: File,
    limit_bytes: u64,
    kept: u64,
}

impl RotatingFile {
    /// Appends to `path`. A line that would make it longer than `limit_bytes` begins the next file; so many earlier ones are
    /// kept beside it.
    pub(super) fn open(path: PathBuf, limit_bytes: u64, kept: u64) -> io::Result<Self> {
        let file = append(&path)?;
        Ok(Self {
            path,
            file,
            limit_bytes,
            kept,
        })
    }

    /// The size of the file that has the name. Where that is not the one in hand, it is from now on.
    fn size(&mut self) -> io::Result<u64> {
        match fs::metadata(&self.path) {
            Ok(named) if is_same(&named, &self.file.metadata()?) => Ok(named.len()),
            _ => {
                self.file = append(&self.path)?;
                Ok(self.file.metadata()?.len())
            }
        }
    }

    fn rotate(&mut self) -> io::Result<()> {
        // Held by whoever rotates this very file, until it is closed.
        flock(&self.file, FlockOperation::LockExclusive)?;
        if is_same(&fs::metadata(&self.path)?, &self.file.metadata()?) {
            // Of a time when more were kept.
            let superfluous = (self.kept + 1..).map(|number| self.earlier(number));
            superfluous
                .take_while(|path| fs::remove_file(path).is_ok())
                .for_each(drop);
            for number in (1..self.kept).rev() {
                if let Err(error) = fs::rename(self.earlier(number), self.earlier(number + 1))
                    && error.kind() != io::ErrorKind::NotFound
                {
                    return Err(error);
                }
            }
            if self.kept == 0 {
                fs::remove_file(&self.path)?;
            } else {
                fs::rename(&self.path, self.earlier(1))?;
            }
        }
        self.file = append(&self.path)?;
        Ok(())
    }

    fn earlier(&self, number: u64) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(format!(".{number}"));
        name.into()
    }
}

impl Write for RotatingFile {
    /// Takes one whole line.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // Whatever fails here: a line in a file that is too long, or has another name, is better than none.
        let size = self.size().unwrap_or(0);
        if size > 0 && size.saturating_add(line.len() as u64) > self.limit_bytes {
            let _ = self.rotate();
        }
        self.file.write_all(line)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn append(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).mode(MODE).open(path)
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::thread;

    use tempfile::TempDir;

    use super::*;

    struct Folder(TempDir);

    impl Folder {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn open(&self, limit_bytes: u64, kept: u64) -> RotatingFile {
            RotatingFile::open(self.path("log"), limit_bytes, kept).unwrap()
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn text(&self, name: &str) -> String {
            fs::read_to_string(self.path(name)).unwrap()
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.0.path()).unwrap();
            let mut names: Vec<_> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    fn write(file: &mut RotatingFile, lines: std::ops::Range<u32>) {
        for number in lines {
            file.write_all(format!("line {number:03}\n").as_bytes()).unwrap();
        }
    }

    #[test]
    fn so_many_files_of_so_many_bytes_are_kept_and_no_line_is_cut() {
        let folder = Folder::new();
        // Nine bytes a line: two fit.
        write(&mut folder.open(20, 2), 0..7);
        assert_eq!(folder.names(), ["log", "log.1", "log.2"]);
        assert_eq!(folder.text("log"), "line 006\n");
        assert_eq!(folder.text("log.1"), "line 004\nline 005\n");
        assert_eq!(folder.text("log.2"), "line 002\nline 003\n");
        let mode = fs::metadata(folder.path("log")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777 & !MODE, 0, "{mode:o}");
    }

    #[test]
    fn a_restart_goes_on_in_the_same_file() {
        let folder = Folder::new();
        write(&mut folder.open(20, 2), 0..1);
        write(&mut folder.open(20, 2), 1..3);
        assert_eq!(folder.text("log.1"), "line 000\nline 001\n");
        assert_eq!(folder.text("log"), "line 002\n");
    }

    #[test]
    fn fewer_files_are_kept_when_fewer_are_wanted() {
        let folder = Folder::new();
        write(&mut folder.open(10, 4), 0..6);
        assert_eq!(folder.names().len(), 5);
        write(&mut folder.open(10, 1), 6..8);
        assert_eq!(folder.names(), ["log", "log.1"]);
        write(&mut folder.open(10, 0), 8..10);
        assert_eq!(folder.text("log"), "line 009\n");
        assert_eq!(folder.names(), ["log"]);
    }

    #[test]
    fn a_line_longer_than_a_file_may_be_has_one_of_its_own() {
        let folder = Folder::new();
        let mut file = folder.open(5, 3);
        write(&mut file, 0..2);
        assert_eq!(
            (folder.text("log.1"), folder.text("log")),
            ("line 000\n".to_owned(), "line 001\n".to_owned())
        );
    }

    #[test]
    fn a_file_that_is_moved_or_deleted_is_begun_anew() {
        let folder = Folder::new();
        let mut file = folder.open(1_000, 2);
        write(&mut file, 0..1);
        fs::rename(folder.path("log"), folder.path("elsewhere")).unwrap();
        write(&mut file, 1..2);
        fs::remove_file(folder.path("log")).unwrap();
        write(&mut file, 2..3);
        assert_eq!(folder.text("elsewhere"), "line 000\n");
        assert_eq!(folder.text("log"), "line 002\n");
    }

    #[test]
    fn several_programs_share_a_file_and_lose_nothing_of_it() {
        let folder = Folder::new();
        thread::scope(|scope| {
            for writer in 0..4 {
                let mut file = folder.open(200, 1_000);
                scope.spawn(move || write(&mut file, writer * 100..(writer + 1) * 100));
            }
        });
        let names = folder.names();
        let mut lines: Vec<_> = names
            .iter()
            .flat_map(|name| folder.text(name).lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        lines.sort();
        let written: Vec<_> = (0..400).map(|number| format!("line {number:03}")).collect();
        assert_eq!(lines, written);
        // 22 lines fill a file. Others may have looked at its size before it was full, and write when it is: how many such
        // lines there are depends on the machine, but files of twice the length do not come of them.
        assert!(names.len() > 400 / 44, "{}", names.len());
    }

    #[test]
    fn where_nothing_can_be_renamed_the_log_goes_on() {
        let folder = Folder::new();
        let mut file = folder.open(10, 1);
        // A folder in the place of the earlier file.
        fs::create_dir_all(folder.path("log.1/occupied")).unwrap();
        write(&mut file, 0..3);
        assert_eq!(folder.text("log"), "line 000\nline 001\nline 002\n");
    }
}

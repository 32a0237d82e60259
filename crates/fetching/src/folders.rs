//! What lies in a folder, its bytes, and putting it away.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::{FolderConfig, FolderName, MAX_IGNORED, is_taken};
use domain::text::composed;
use ports::driven::collection::{DiskFile, FolderError, FolderLook, FolderPlace, Folders, OriginFile};
use rustix::fs::{OFlags, RenameFlags, renameat_with};
use tokio::sync::OwnedMutexGuard;
use tokio::time::{Instant, timeout};

use crate::paths::{DONE, FAILED, Roots, plain_folder};

/// Names that are looked at in a folder, at most.
const MAX_ENTRIES: usize = 20_000;
/// Names that are tried for a file whose own is taken.
const MAX_NUMBERS: u32 = 10_000;
/// For so long a folder is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// A share that reads more slowly is not waited for.
const LEAST_BYTES_PER_S: u64 = 100_000;

/// Folders of this machine, and those that it has mounted.
#[derive(Debug, Clone)]
pub struct DiskFolders {
    roots: Roots,
    patience: Duration,
    /// What is under way in each folder, by the name of its root and its path.
    lines: Arc<Mutex<Lines>>,
}

type Lines = BTreeMap<(FolderName, Option<String>), Arc<Line>>;

/// Whoever wants something of one folder, one after the other: nobody can end a call that a share does not answer, and so
/// there is never more than one.
#[derive(Debug, Default)]
struct Line {
    turn: Arc<tokio::sync::Mutex<()>>,
    /// By when the call that is under way should be done.
    due: Mutex<Option<Instant>>,
}

impl Line {
    fn set_due(&self, due: Option<Instant>) {
        *self.due.lock().unwrap_or_else(PoisonError::into_inner) = due;
    }

    /// For how long the call that is under way may still take: not at all without one. `None` where it is overdue.
    fn left(&self) -> Option<Duration> {
        let due = *self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(due) = due else {
            return Some(Duration::ZERO);
        };
        due.checked_duration_since(Instant::now())
            .filter(|left| !left.is_zero())
    }
}

/// A call that is under way, until it is dropped.
struct Call {
    line: Arc<Line>,
    _turn: OwnedMutexGuard<()>,
}

impl Call {
    async fn begin(line: Arc<Line>, patience: Duration) -> Self {
        let turn = Arc::clone(&line.turn).lock_owned().await;
        line.set_due(Some(Instant::now() + patience));
        Self { line, _turn: turn }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.line.set_due(None);
    }
}

impl DiskFolders {
    /// Those that the configuration names.
    pub fn new(folders: BTreeMap<FolderName, PathBuf>) -> Self {
        Self {
            roots: Roots(folders),
            patience: PATIENCE,
            lines: Arc::default(),
        }
    }

    fn line(&self, root: &FolderName, path: Option<&str>) -> Arc<Line> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let line = lines.entry((root.clone(), path.map(str::to_owned))).or_default();
        Arc::clone(line)
    }

    /// For so long the bytes of a file are waited for.
    fn patience_for(&self, size_bytes: u64) -> Duration {
        self.patience + Duration::from_secs(size_bytes / LEAST_BYTES_PER_S)
    }

    /// Does what takes no longer in a large folder or with a large file.
    async fn blocking<T: Send + 'static>(
        &self,
        root: &FolderName,
        path: Option<&str>,
        work: impl FnOnce(&Roots) -> Result<T, FolderError> + Send + 'static,
    ) -> Result<T, FolderError> {
        self.blocking_for(self.patience, root, path, work).await
    }

    /// Does what blocks away from the asynchronous threads. A folder that does not answer in time is not reached, and
    /// not asked again until it has answered. Whoever waits for another call has its time besides.
    async fn blocking_for<T: Send + 'static>(
        &self,
        patience: Duration,
        root: &FolderName,
        path: Option<&str>,
        work: impl FnOnce(&Roots) -> Result<T, FolderError> + Send + 'static,
    ) -> Result<T, FolderError> {
        let line = self.line(root, path);
        let Some(behind) = line.left() else {
            return Err(FolderError::Unreachable);
        };
        let roots = self.roots.clone();
        let asked = async {
            let call = Call::begin(line, patience).await;
            let done = tokio::task::spawn_blocking(move || {
                let done = work(&roots);
                drop(call);
                done
            });
            done.await
        };
        match timeout(behind + patience, asked).await {
            Ok(Ok(done)) => done,
            Ok(Err(join)) => Err(FolderError::Failed(io::Error::other(join))),
            Err(_) => Err(FolderError::Unreachable),
        }
    }
}

/// A name as people read it: in NFC, and where its bytes are no UTF-8, as Windows of Korea wrote them.
fn readable(name: &OsStr) -> String {
    let bytes = name.as_bytes();
    match std::str::from_utf8(bytes) {
        Ok(text) => composed(text).into_owned(),
        Err(_) => composed(&encoding_rs::EUC_KR.decode_without_bom_handling(bytes).0).into_owned(),
    }
}

fn modified_ns(found: &fs::Metadata) -> i64 {
    found
        .mtime()
        .saturating_mul(1_000_000_000)
        .saturating_add(found.mtime_nsec())
}

/// A plain file, opened without following a link; `None` while it is not to be had.
fn open(path: &Path) -> Option<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let flags = i32::try_from(flags.bits()).ok()?;
    OpenOptions::new().read(true).custom_flags(flags).open(path).ok()
}

fn prepare(folder: &Path) -> Result<(), FolderError> {
    for name in [DONE, FAILED] {
        make(&folder.join(name))?;
    }
    Ok(())
}

/// Makes a place for files where there is none.
fn make(place: &Path) -> Result<(), FolderError> {
    match fs::create_dir(place) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            plain_folder(place).then_some(()).ok_or(FolderError::NotAllowed)
        }
        Err(error) => Err(FolderError::NotWritable(error)),
    }
}

fn look(folder: &Path, patterns: &[String]) -> Result<FolderLook, FolderError> {
    // A share that is not mounted looks empty.
    if !plain_folder(&folder.join(DONE)) {
        return Err(FolderError::Unreachable);
    }
    let mut looked = FolderLook::default();
    let entries = fs::read_dir(folder).map_err(FolderError::Failed)?;
    for entry in entries.take(MAX_ENTRIES) {
        let entry = entry.map_err(FolderError::Failed)?;
        let disk_name = entry.file_name();
        if disk_name == DONE || disk_name == FAILED {
            continue;
        }
        let name = readable(&disk_name);
        // Of the file itself, and not of what a link leads to; one that went meanwhile is none.
        let Ok(found) = entry.path().symlink_metadata() else {
            continue;
        };
        if !found.is_file() || !is_taken(&name, patterns) {
            if looked.ignored.len() < MAX_IGNORED {
                looked.ignored.push(name);
            }
            continue;
        }
        // One that somebody has locked waits.
        if open(&entry.path()).is_none() {
            continue;
        }
        looked.files.push(DiskFile {
            disk_name: disk_name.into_vec(),
            name,
            size_bytes: found.len(),
            modified_ns: modified_ns(&found),
        });
    }
    looked.files.sort_by(|one, other| one.name.cmp(&other.name));
    looked.ignored.sort();
    Ok(looked)
}

/// A file that cannot be read waits, and others are read all the same: on shares, one that somebody has locked opens
/// and cannot be read. That a share is gone, [`look`] tells.
fn read(folder: &Path, file: &DiskFile, max_bytes: u64) -> Option<Vec<u8>> {
    let path = folder.join(OsStr::from_bytes(&file.disk_name));
    let opened = open(&path)?;
    let is_as_seen = |found: &fs::Metadata| {
        found.is_file() && found.len() == file.size_bytes && modified_ns(found) == file.modified_ns
    };
    if !opened.metadata().is_ok_and(|before| is_as_seen(&before)) {
        return None;
    }
    let mut bytes = Vec::with_capacity(usize::try_from(file.size_bytes.min(max_bytes)).unwrap_or_default());
    (&opened).take(max_bytes + 1).read_to_end(&mut bytes).ok()?;
    // What is under the name now, and not what was opened: somebody may have put another file in its place.
    let after = path.symlink_metadata();
    let is_whole = bytes.len() as u64 == file.size_bytes && after.is_ok_and(|after| is_as_seen(&after));
    (is_whole && bytes.len() as u64 <= max_bytes).then_some(bytes)
}

/// `stem (2).ext`.
fn numbered(name: &OsStr, number: u32) -> OsString {
    if number < 2 {
        return name.to_owned();
    }
    let bytes = name.as_bytes();
    let dot = bytes.iter().rposition(|byte| *byte == b'.').filter(|dot| *dot > 0);
    let (stem, extension) = bytes.split_at(dot.unwrap_or(bytes.len()));
    OsString::from_vec([stem, format!(" ({number})").as_bytes(), extension].concat())
}

fn text_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".txt");
    name.into()
}

/// Moves a file where nothing is; answers whether it could, as nothing was.
fn move_to(from: &Path, to: &Path) -> io::Result<bool> {
    let at = rustix::fs::CWD;
    match renameat_with(at, from, at, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::EXIST) => Ok(false),
        // Shares that cannot say so: whoever has this source's run moves alone.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {
            if to.symlink_metadata().is_ok() {
                return Ok(false);
            }
            fs::rename(from, to).map(|()| true)
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes a text where nothing is, not even a link; answers whether it could, as nothing was. Of one that cannot be
/// written whole nothing is left.
fn write_text(path: &Path, text: &str) -> io::Result<bool> {
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        Err(error) => return Err(error),
    };
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.map(|()| true)
}

/// Whether a file lies there as it was seen: somebody may have taken it, or put another one in its place.
fn is_still_there(path: &Path, file: &OriginFile) -> Result<bool, FolderError> {
    match path.symlink_metadata() {
        Ok(found) => Ok(found.is_file() && found.len() == file.size_bytes && modified_ns(&found) == file.modified_ns),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(FolderError::Failed(error)),
    }
}

/// What became of a file that was to be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moved {
    Away,
    /// It is not there any more, or another one is.
    Gone,
    /// Somebody has put something under the new name.
    Taken,
}

fn move_as_seen(from: &Path, file: &OriginFile, to: &Path) -> Result<Moved, FolderError> {
    if !is_still_there(from, file)? {
        return Ok(Moved::Gone);
    }
    match move_to(from, to) {
        Ok(true) => Ok(Moved::Away),
        Ok(false) => Ok(Moved::Taken),
        // Somebody took it meanwhile.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Moved::Gone),
        Err(error) => Err(FolderError::NotWritable(error)),
    }
}

fn put_away(folder: &Path, file: &OriginFile, place: FolderPlace, text: Option<&str>) -> Result<(), FolderError> {
    let name = OsStr::from_bytes(&file.disk_name);
    let from = folder.join(name);
    let (target, other) = match place {
        FolderPlace::Done => (folder.join(DONE), folder.join(FAILED)),
        FolderPlace::Failed => (folder.join(FAILED), folder.join(DONE)),
    };
    // First of all: of a share that is not mounted no file is there.
    if !plain_folder(&target) {
        if !plain_folder(&other) {
            return Err(FolderError::Unreachable);
        }
        // The share is there, and somebody has removed the place, as nothing was in it.
        make(&target)?;
    }
    if !is_still_there(&from, file)? {
        return Ok(());
    }
    let is_something = |path: &Path| path.symlink_metadata().is_ok();
    for number in 1..=MAX_NUMBERS {
        let to = target.join(numbered(name, number));
        let beside = text_of(&to);
        // A text that lies there would be taken for that of this file, and may be anybody's.
        if is_something(&to) || is_something(&beside) {
            continue;
        }
        if let Some(text) = text
            && !write_text(&beside, text).map_err(FolderError::NotWritable)?
        {
            continue;
        }
        let moved = move_as_seen(&from, file, &to);
        if text.is_some() && !matches!(moved, Ok(Moved::Away)) {
            // Written just now, and about nothing.
            fs::remove_file(&beside).map_err(FolderError::NotWritable)?;
        }
        match moved? {
            Moved::Away | Moved::Gone => return Ok(()),
            Moved::Taken => {}
        }
    }
    Err(FolderError::NotWritable(io::ErrorKind::AlreadyExists.into()))
}

#[async_trait]
impl Folders for DiskFolders {
    fn names(&self) -> Vec<FolderName> {
        self.roots.0.keys().cloned().collect()
    }

    async fn is_reachable(&self, name: &FolderName) -> bool {
        let Some(path) = self.roots.0.get(name).cloned() else {
            return false;
        };
        let looked = self.blocking(name, None, move |_| {
            path.read_dir().map(drop).map_err(FolderError::Failed)
        });
        looked.await.is_ok()
    }

    async fn prepare(&self, folder: &FolderConfig) -> Result<(), FolderError> {
        let of = folder.clone();
        self.blocking(&folder.root, folder.path.as_deref(), move |roots| {
            prepare(&roots.find(&of)?)
        })
        .await
    }

    async fn look(&self, folder: &FolderConfig) -> Result<FolderLook, FolderError> {
        let of = folder.clone();
        self.blocking(&folder.root, folder.path.as_deref(), move |roots| {
            look(&roots.find(&of)?, &of.patterns)
        })
        .await
    }

    async fn read(
        &self,
        folder: &FolderConfig,
        file: &DiskFile,
        max_bytes: u64,
    ) -> Result<Option<Vec<u8>>, FolderError> {
        let (of, file) = (folder.clone(), file.clone());
        let patience = self.patience_for(file.size_bytes.min(max_bytes));
        self.blocking_for(patience, &folder.root, folder.path.as_deref(), move |roots| {
            Ok(read(&roots.find(&of)?, &file, max_bytes))
        })
        .await
    }

    async fn put_away(
        &self,
        folder: &FolderConfig,
        file: &OriginFile,
        place: FolderPlace,
        text: Option<String>,
    ) -> Result<(), FolderError> {
        let (of, file) = (folder.clone(), file.clone());
        self.blocking(&folder.root, folder.path.as_deref(), move |roots| {
            put_away(&roots.find(&of)?, &file, place, text.as_deref())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct World {
        folder: tempfile::TempDir,
        disk: DiskFolders,
        config: FolderConfig,
    }

    impl World {
        async fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let root: FolderName = "inbox".parse().unwrap();
            let disk = DiskFolders::new([(root.clone(), folder.path().to_owned())].into());
            let config = FolderConfig {
                root,
                path: None,
                patterns: Vec::new(),
            };
            disk.prepare(&config).await.unwrap();
            Self { folder, disk, config }
        }

        fn write(&self, name: impl AsRef<Path>, bytes: &[u8]) {
            fs::write(self.folder.path().join(name), bytes).unwrap();
        }

        /// A file as it lies there now.
        fn origin(&self, name: impl AsRef<Path>) -> OriginFile {
            let name = name.as_ref();
            let found = self.folder.path().join(name).symlink_metadata().unwrap();
            OriginFile {
                disk_name: name.as_os_str().as_bytes().to_vec(),
                size_bytes: found.len(),
                modified_ns: modified_ns(&found),
            }
        }

        async fn look(&self) -> FolderLook {
            self.disk.look(&self.config).await.unwrap()
        }

        fn names(&self, of: &str) -> Vec<String> {
            let entries = self.folder.path().join(of).read_dir().unwrap();
            let mut names: Vec<_> = entries.map(|entry| readable(&entry.unwrap().file_name())).collect();
            names.sort();
            names
        }
    }

    #[tokio::test]
    async fn what_is_no_workbook_is_left_lying_and_named() {
        let world = World::new().await;
        for name in ["a.xlsx", ".숨김.xlsx", "~$잠금.xlsx", "받는중.xlsx.part", "메모.docx"] {
            world.write(name, b"PK");
        }
        fs::create_dir(world.folder.path().join("하위.xlsx")).unwrap();
        std::os::unix::fs::symlink("a.xlsx", world.folder.path().join("b.xlsx")).unwrap();
        let looked = world.look().await;
        let names: Vec<_> = looked.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a.xlsx"]);
        assert_eq!(
            looked.ignored,
            [
                ".숨김.xlsx",
                "b.xlsx",
                "~$잠금.xlsx",
                "메모.docx",
                "받는중.xlsx.part",
                "하위.xlsx"
            ]
        );
    }

    #[tokio::test]
    async fn names_in_cp949_and_apart_are_read_and_kept_on_the_disk() {
        let world = World::new().await;
        let old = OsStr::from_bytes(&[0xC6, 0xC7, 0xB8, 0xC5, b'.', b'x', b'l', b's']);
        world.write(old, b"old");
        world.write("\u{1111}\u{1161}\u{11AB}.xlsx", b"apart");
        let looked = world.look().await;
        let names: Vec<_> = looked.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["판.xlsx", "판매.xls"]);
        let file = &looked.files[1];
        assert_eq!(world.disk.read(&world.config, file, 10).await.unwrap().unwrap(), b"old");
        let origin = world.origin(old);
        let moved = world.disk.put_away(&world.config, &origin, FolderPlace::Done, None);
        moved.await.unwrap();
        assert!(world.folder.path().join("done").join(old).is_file());
    }

    #[tokio::test]
    async fn a_file_that_changes_while_it_is_read_is_not_taken() {
        let world = World::new().await;
        world.write("a.xlsx", b"1234");
        let seen = world.look().await.files.remove(0);
        assert!(world.disk.read(&world.config, &seen, 3).await.unwrap().is_none());
        world.write("a.xlsx", b"12345");
        assert!(world.disk.read(&world.config, &seen, 10).await.unwrap().is_none());
        fs::remove_file(world.folder.path().join("a.xlsx")).unwrap();
        assert!(world.disk.read(&world.config, &seen, 10).await.unwrap().is_none());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_opens_and_cannot_be_read_waits() {
        // Of our own memory nothing is at the beginning.
        let folder = Path::new("/proc/self");
        let found = folder.join("mem").symlink_metadata().unwrap();
        let file = DiskFile {
            disk_name: b"mem".to_vec(),
            name: "mem".to_owned(),
            size_bytes: found.len(),
            modified_ns: modified_ns(&found),
        };
        assert!(fs::read(folder.join("mem")).is_err());
        assert!(read(folder, &file, 10).is_none());
    }

    async fn drop_late<T>(held: T) {
        tokio::time::sleep(PATIENCE + Duration::from_secs(1)).await;
        drop(held);
    }

    #[tokio::test(start_paused = true)]
    async fn a_large_file_is_waited_for_longer() {
        let world = World::new().await;
        world.write("a.xlsx", &vec![b'x'; 200_000]);
        world.write("b.xlsx", b"1");
        let files = world.look().await.files;
        let line = world.disk.line(&world.config.root, None);
        let read_late = async |file: &DiskFile| {
            let turn = Arc::clone(&line.turn).lock_owned().await;
            let reading = world.disk.read(&world.config, file, 1_000_000);
            tokio::join!(reading, drop_late(turn)).0
        };
        assert_eq!(read_late(&files[0]).await.unwrap().unwrap().len(), 200_000);
        assert!(matches!(read_late(&files[1]).await, Err(FolderError::Unreachable)));
        // Nobody takes the folder for gone meanwhile.
        let call = Call::begin(Arc::clone(&line), world.disk.patience_for(200_000)).await;
        let (looked, ()) = tokio::join!(world.look(), drop_late(call));
        assert_eq!(looked.files.len(), 2);
    }

    #[tokio::test]
    async fn nothing_is_overwritten_and_a_text_lies_beside() {
        let world = World::new().await;
        world.write("a.xlsx", b"0");
        let mut file = world.origin("a.xlsx");
        for (bytes, text) in [("1", None), ("2", Some("둘")), ("3", None)] {
            world.write("a.xlsx", bytes.as_bytes());
            file = world.origin("a.xlsx");
            let text = text.map(str::to_owned);
            let moved = world.disk.put_away(&world.config, &file, FolderPlace::Failed, text);
            moved.await.unwrap();
        }
        assert_eq!(
            world.names("failed"),
            ["a (2).xlsx", "a (2).xlsx.txt", "a (3).xlsx", "a.xlsx"]
        );
        let second = fs::read_to_string(world.folder.path().join("failed/a (2).xlsx")).unwrap();
        assert_eq!(second, "2");
        // Once it is away, moving it again is no error.
        let again = world.disk.put_away(&world.config, &file, FolderPlace::Failed, None);
        again.await.unwrap();
        assert_eq!(world.names("failed").len(), 4);
    }

    #[tokio::test]
    async fn texts_of_others_are_neither_overwritten_nor_taken_for_that_of_a_file() {
        let world = World::new().await;
        for (place, text) in [(FolderPlace::Failed, Some("왜".to_owned())), (FolderPlace::Done, None)] {
            let of = if place == FolderPlace::Done { DONE } else { FAILED };
            world.write(format!("{of}/a.xlsx.txt"), "메모".as_bytes());
            let link = world.folder.path().join(of).join("a (2).xlsx.txt");
            std::os::unix::fs::symlink("elsewhere", &link).unwrap();
            world.write("a.xlsx", b"1");
            let file = world.origin("a.xlsx");
            let moved = world.disk.put_away(&world.config, &file, place, text.clone());
            moved.await.unwrap();
            let mut expected = vec!["a (2).xlsx.txt", "a (3).xlsx", "a.xlsx.txt"];
            if text.is_some() {
                expected.insert(2, "a (3).xlsx.txt");
            }
            assert_eq!(world.names(of), expected);
            let note = fs::read_to_string(world.folder.path().join(of).join("a.xlsx.txt"));
            assert_eq!(note.unwrap(), "메모");
            assert!(!link.exists(), "a link was followed");
            // One that came in between.
            assert!(!write_text(&world.folder.path().join(of).join("a.xlsx.txt"), "왜").unwrap());
        }
    }

    #[tokio::test]
    async fn a_place_that_somebody_removed_is_made_again_where_the_other_one_is() {
        let world = World::new().await;
        let path = world.folder.path();
        for (place, of) in [(FolderPlace::Failed, FAILED), (FolderPlace::Done, DONE)] {
            world.write("a.xlsx", b"1");
            let file = world.origin("a.xlsx");
            fs::remove_dir(path.join(of)).unwrap();
            let moved = world.disk.put_away(&world.config, &file, place, None);
            moved.await.unwrap();
            assert_eq!(world.names(of), ["a.xlsx"]);
        }
        // Something else is in its place.
        fs::remove_dir_all(path.join(FAILED)).unwrap();
        std::os::unix::fs::symlink(DONE, path.join(FAILED)).unwrap();
        world.write("b.xlsx", b"1");
        let file = world.origin("b.xlsx");
        let moved = world.disk.put_away(&world.config, &file, FolderPlace::Failed, None);
        assert!(matches!(moved.await, Err(FolderError::NotAllowed)));
    }

    #[tokio::test]
    async fn what_was_put_in_the_place_of_a_taken_file_stays() {
        let world = World::new().await;
        world.write("a.xlsx", b"1234");
        let taken = world.origin("a.xlsx");
        let path = world.folder.path().join("a.xlsx");
        let put_away = async || {
            let text = Some("무엇".to_owned());
            let moved = world.disk.put_away(&world.config, &taken, FolderPlace::Failed, text);
            moved.await.unwrap();
        };
        // Longer; and of the same length, but written later.
        world.write("a.xlsx", b"12345");
        put_away().await;
        world.write("a.xlsx", b"4321");
        let file = OpenOptions::new().write(true).open(&path).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + Duration::from_hours(1))
            .unwrap();
        put_away().await;
        assert_eq!(fs::read(&path).unwrap(), b"4321");
        assert!(world.names("failed").is_empty());
    }

    #[tokio::test]
    async fn a_share_that_does_not_answer_holds_nobody_up_and_is_asked_once() {
        let mut world = World::new().await;
        world.disk.patience = Duration::from_millis(50);
        let (answer, waits) = std::sync::mpsc::channel::<()>();
        let root = world.config.root.clone();
        let hung = world.disk.blocking(&root, None, move |_| {
            // Until the share is there again.
            let _ = waits.recv();
            Ok(())
        });
        assert!(matches!(hung.await, Err(FolderError::Unreachable)));
        let line = world.disk.line(&root, None);
        for _ in 0..3 {
            let looked = world.disk.look(&world.config).await;
            assert!(matches!(looked, Err(FolderError::Unreachable)));
            assert!(!world.disk.is_reachable(&root).await);
        }
        world.disk.patience = PATIENCE;
        // Other folders are looked into all the same.
        let other = world.disk.blocking(&root, Some("하위"), |_| Ok(7));
        assert_eq!(other.await.unwrap(), 7);
        drop(answer);
        drop(Arc::clone(&line.turn).lock_owned().await);
        assert!(world.look().await.files.is_empty());
    }

    #[tokio::test]
    async fn a_share_that_is_not_mounted_is_told_and_made_again_when_somebody_says_so() {
        let world = World::new().await;
        world.write("a.xlsx", b"1");
        let file = world.origin("a.xlsx");
        for place in [DONE, FAILED] {
            fs::remove_dir(world.folder.path().join(place)).unwrap();
        }
        let looked = world.disk.look(&world.config).await;
        assert!(matches!(looked, Err(FolderError::Unreachable)));
        let gone = OriginFile {
            disk_name: b"b.xlsx".to_vec(),
            ..file.clone()
        };
        for file in [&file, &gone] {
            let moved = world.disk.put_away(&world.config, file, FolderPlace::Done, None);
            assert!(matches!(moved.await, Err(FolderError::Unreachable)));
        }
        world.disk.prepare(&world.config).await.unwrap();
        assert_eq!(world.look().await.files.len(), 1);
    }

    #[test]
    fn numbers_stand_before_the_end_of_a_name() {
        for (name, number, expected) in [
            ("a.xlsx", 1, "a.xlsx"),
            ("a.xlsx", 2, "a (2).xlsx"),
            ("a.b.xlsx", 10, "a.b (10).xlsx"),
            ("a", 3, "a (3)"),
        ] {
            assert_eq!(numbered(OsStr::new(name), number), expected);
        }
    }
}

use std::io::{Read, Write};

use original_store::BackupFolder;
use original_store::test_object_store::TestObjectStore;
use ports::driven::BackupPlace;

/// What fits into one request, to the byte.
const PART_BYTES: usize = 8 * 1024 * 1024;

fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|at| (at * at / 97).to_le_bytes()[0]).collect()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// Writes, and finishes or gives up.
async fn write(place: &dyn BackupPlace, name: &str, bytes: &[u8], finishes: bool) {
    let (mut file, bytes) = (place.write(name).await.unwrap(), bytes.to_vec());
    blocking(move || {
        for piece in bytes.chunks(100_000) {
            file.write_all(piece).unwrap();
        }
        file.flush().unwrap();
        if finishes {
            file.finish().unwrap();
        }
    })
    .await;
}

async fn read(place: &dyn BackupPlace, name: &str) -> Option<Vec<u8>> {
    let mut file = place.read(name).await.unwrap()?;
    let read = move || {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        bytes
    };
    Some(blocking(read).await)
}

async fn listed(place: &dyn BackupPlace, folder: &str) -> Vec<String> {
    let mut names = place.list(folder).await.unwrap();
    names.sort();
    names
}

/// What every place of backups does, with a dump of this length.
async fn keeps(place: &dyn BackupPlace, dump_bytes: usize) {
    assert!(listed(place, "").await.is_empty());
    assert_eq!(place.size("a/manifest.json").await.unwrap(), None);
    assert!(read(place, "a/manifest.json").await.is_none());

    for (name, count) in [
        ("a/manifest.json", 10),
        ("a/empty", 0),
        ("a/database.dump", dump_bytes),
        ("ab/contents.json", 100_000),
        ("originals/07/0707", 1_000),
    ] {
        // What is not finished is not there.
        write(place, name, &bytes(count), false).await;
        assert_eq!(place.size(name).await.unwrap(), None, "{name}");
        assert!(read(place, name).await.is_none(), "{name}");
        write(place, name, &bytes(count), true).await;
        assert_eq!(place.size(name).await.unwrap(), Some(count as u64), "{name}");
        assert!(read(place, name).await.unwrap() == bytes(count), "{name}");
    }
    assert_eq!(listed(place, "").await, ["a", "ab", "originals"]);
    assert_eq!(listed(place, "a").await, ["database.dump", "empty", "manifest.json"]);
    assert_eq!(listed(place, "originals").await, ["07"]);
    assert_eq!(listed(place, "elsewhere").await, Vec::<String>::new());

    // What is written again is replaced, once it is finished.
    write(place, "a/manifest.json", b"half", false).await;
    assert!(read(place, "a/manifest.json").await.unwrap() == bytes(10));
    write(place, "a/manifest.json", b"other", true).await;
    assert_eq!(read(place, "a/manifest.json").await.unwrap(), b"other");

    // Twice is once.
    for _ in 0..2 {
        place.remove("a/manifest.json").await.unwrap();
        assert_eq!(listed(place, "a").await, ["database.dump", "empty"]);
    }
    for _ in 0..2 {
        place.remove_folder("a").await.unwrap();
        assert_eq!(listed(place, "").await, ["ab", "originals"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_keeps_backups() {
    let folder = tempfile::tempdir().unwrap();
    let place = BackupFolder::new(&folder.path().join("backups")).unwrap();
    keeps(&place, PART_BYTES + 7).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_keeps_backups() {
    let server = TestObjectStore::start().await;
    keeps(&server.backups("full/backups"), PART_BYTES + 7).await;
    // Beside it as if it were alone.
    keeps(&server.backups("another"), 1_000).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_of_its_own_keeps_backups() {
    let server = TestObjectStore::start().await;
    // Its last part is whole.
    keeps(&server.backups(""), PART_BYTES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_that_is_not_there_is_told() {
    let server = TestObjectStore::start().await;
    let place = server.backups_in("nowhere", "");
    let told = place.list("").await.unwrap_err().to_string();
    assert!(told.contains("NoSuchBucket"), "{told}");
}

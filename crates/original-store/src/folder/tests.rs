use super::*;

fn names(folder: &Path) -> Vec<String> {
    super::names(folder).unwrap()
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_as_good_as_none() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderStore::open(folder.path(), 0).unwrap();
    let hash = stored(&store, b"abc").await;
    std::fs::write(FolderStore::path(folder.path(), hash).with_extension("x.json"), b"{").unwrap();
    assert_eq!(store.records(hash.0[0]).await.unwrap(), []);
    assert_eq!(store.list(hash.0[0]).await.unwrap(), [hash]);
}

#[tokio::test]
async fn nobody_else_looks_into_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("uploads");
    FolderStore::open(&root, 0).unwrap();
    let mode = std::fs::metadata(&root).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test]
async fn a_file_that_is_not_kept_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderStore::open(folder.path(), 0).unwrap();
    let mut file = store.receive().await.unwrap();
    file.write(b"abc").await.unwrap();
    drop(file);
    assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
    assert_eq!(names(folder.path()), ["incoming"]);
    assert_eq!(store.read(Sha256([0; 32])).await.unwrap(), None);
}

async fn stored(store: &FolderStore, bytes: &[u8]) -> Sha256 {
    let mut file = store.receive().await.unwrap();
    file.write(bytes).await.unwrap();
    file.keep().await.unwrap().sha256
}

#[tokio::test]
async fn the_folder_of_incoming_files_is_made_again_and_the_store_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("store");
    let store = FolderStore::open(&root, 0).unwrap();
    std::fs::remove_dir(root.join("incoming")).unwrap();
    store.check().await.unwrap();
    stored(&store, b"abc").await;
    std::fs::remove_dir_all(&root).unwrap();
    assert!(store.receive().await.is_err());
    assert!(!root.exists());
}

#[tokio::test]
async fn a_store_without_room_for_a_file_is_full() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderStore::open(folder.path(), u64::MAX).unwrap();
    let checked = store.check().await;
    assert!(matches!(checked, Err(OriginalsError::Full { .. })), "{checked:?}");
    assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
}

#[tokio::test]
async fn what_a_killed_server_was_receiving_is_removed_and_what_is_being_received_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderStore::open(folder.path(), 0).unwrap();
    let receiving = store.receive().await.unwrap();
    let abandoned = std::fs::File::create(folder.path().join("incoming/.tmpold")).unwrap();
    let long_ago = SystemTime::now() - ABANDONED_AFTER - Duration::from_mins(1);
    abandoned.set_modified(long_ago).unwrap();
    assert_eq!(store.remove_abandoned().await.unwrap(), 1);
    assert_eq!(names(&folder.path().join("incoming")).len(), 1);
    drop(receiving);
}

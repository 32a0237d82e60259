use original_store::FolderStore;

use crate::conformance;

#[tokio::test]
async fn a_folder_keeps_files() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderStore::open(folder.path(), 0).unwrap();
    let damage = |hash: domain::upload::Sha256, bytes: &[u8]| {
        let name = hash.to_string();
        std::fs::write(folder.path().join(&name[..2]).join(&name), bytes).unwrap();
    };
    conformance::keeps(&store, damage).await;
}

#[tokio::test]
async fn a_folder_keeps_records() {
    let folder = tempfile::tempdir().unwrap();
    conformance::keeps_records(&FolderStore::open(folder.path(), 0).unwrap()).await;
}

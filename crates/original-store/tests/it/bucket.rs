use original_store::test_object_store::TestObjectStore;
use ports::driven::Originals;

use crate::conformance;

#[tokio::test]
async fn a_bucket_keeps_files() {
    let server = TestObjectStore::start().await;
    let damage = |hash, bytes: &[u8]| std::fs::write(server.original("originals", hash), bytes).unwrap();
    conformance::keeps(&server.store("originals"), damage).await;
}

#[tokio::test]
async fn a_bucket_keeps_records() {
    let server = TestObjectStore::start().await;
    conformance::keeps_records(&server.store("")).await;
}

#[tokio::test]
async fn two_houses_share_a_bucket() {
    let server = TestObjectStore::start().await;
    let (one, other) = (server.store("one"), server.store("two"));
    let hash = conformance::stored(&one, b"abc").await;
    assert_eq!(other.list(hash.0[0]).await.unwrap(), []);
    assert_eq!(other.read(hash).await.unwrap(), None);
}

#[tokio::test]
async fn who_is_not_let_in_is_told_so_without_the_secret() {
    let server = TestObjectStore::start().await;
    let store = server.store_with("another", "");
    let refused = store.check().await.unwrap_err();
    let told = format!("{refused} {refused:?}");
    assert!(told.contains("403") || told.contains("SignatureDoesNotMatch"), "{told}");
    assert!(!told.contains("another"), "{told}");
}

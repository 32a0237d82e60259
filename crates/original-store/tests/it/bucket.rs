use ports::driven::Originals;

use crate::conformance;
use crate::server::Server;

#[tokio::test]
async fn a_bucket_keeps_files() {
    let server = Server::start().await;
    let damage = |hash, bytes: &[u8]| std::fs::write(server.file("originals", hash), bytes).unwrap();
    conformance::keeps(&server.store("originals"), damage).await;
}

#[tokio::test]
async fn a_bucket_keeps_records() {
    let server = Server::start().await;
    conformance::keeps_records(&server.store("")).await;
}

#[tokio::test]
async fn two_houses_share_a_bucket() {
    let server = Server::start().await;
    let (one, other) = (server.store("one"), server.store("two"));
    let hash = conformance::stored(&one, b"abc").await;
    assert_eq!(other.list(hash.0[0]).await.unwrap(), []);
    assert_eq!(other.read(hash).await.unwrap(), None);
}

#[tokio::test]
async fn who_is_not_let_in_is_told_so_without_the_secret() {
    let server = Server::start().await;
    let store = server.with_other_secret();
    let refused = store.check().await.unwrap_err();
    let told = format!("{refused} {refused:?}");
    assert!(told.contains("403") || told.contains("SignatureDoesNotMatch"), "{told}");
    assert!(!told.contains("another"), "{told}");
}

//! What every store does.

use chrono::DateTime;
use domain::collection::{SourceId, SourceMark};
use domain::production::ProductionId;
use domain::upload::{OriginalFile, Sha256, UploadId, UploadKind};
use ports::driven::{Originals, OriginalsError, UploadRecord};
use uuid::Uuid;

/// More than one part of a large upload, and no whole number of pieces.
const LARGE_BYTES: usize = 9 * 1024 * 1024 + 7;

pub(crate) async fn stored(store: &dyn Originals, bytes: &[u8]) -> Sha256 {
    let mut file = store.receive().await.unwrap();
    for piece in bytes.chunks(100_000) {
        file.write(piece).await.unwrap();
    }
    assert_eq!(file.size_bytes(), bytes.len() as u64);
    let received = file.sha256();
    let kept = file.keep().await.unwrap();
    assert_eq!(received, kept.sha256);
    assert_eq!(usize::try_from(kept.size_bytes).unwrap(), bytes.len());
    kept.sha256
}

async fn pieces(store: &dyn Originals, sha256: Sha256) -> Vec<Vec<u8>> {
    let (mut pieces, mut contents) = (Vec::new(), store.open(sha256).await.unwrap().unwrap());
    while let Some(piece) = contents.next().await.unwrap() {
        pieces.push(piece);
    }
    pieces
}

async fn listed(store: &dyn Originals) -> Vec<Sha256> {
    let mut all = Vec::new();
    for first in 0..=255 {
        all.extend(store.list(first).await.unwrap());
    }
    all
}

/// A store keeps files under their hash; `damage` puts other bytes where one lies.
pub(crate) async fn keeps(store: &dyn Originals, damage: impl Fn(Sha256, &[u8])) {
    store.check().await.unwrap();
    assert_eq!(store.remove_abandoned().await.unwrap(), 0);
    assert!(listed(store).await.is_empty());

    let mut file = store.receive().await.unwrap();
    file.write(b"ab").await.unwrap();
    assert_eq!(file.head(1).await.unwrap(), b"a");
    assert_eq!(file.head(9).await.unwrap(), b"ab");
    assert_eq!(
        file.sha256().to_string(),
        "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603"
    );
    file.write(b"c").await.unwrap();
    assert_eq!(file.contents().await.unwrap(), b"abc");
    let kept = file.keep().await.unwrap();
    assert_eq!(
        kept.sha256.to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(kept.size_bytes, 3);
    assert_eq!(store.read(kept.sha256).await.unwrap().as_deref(), Some(&b"abc"[..]));
    assert_eq!(stored(store, b"abc").await, kept.sha256);
    assert_eq!(listed(store).await, [kept.sha256]);

    let mut dropped = store.receive().await.unwrap();
    dropped.write(b"dropped").await.unwrap();
    drop(dropped);
    assert_eq!(listed(store).await, [kept.sha256]);

    let large: Vec<u8> = (0..LARGE_BYTES).map(|at| (at * at / 97).to_le_bytes()[0]).collect();
    let hash = stored(store, &large).await;
    let read = pieces(store, hash).await;
    assert!(read.iter().all(|piece| piece.len() <= 65_536));
    assert!(read.concat() == large);

    damage(hash, &vec![7; large.len()]);
    for read in [store.read(hash).await.map(|_| ()), store.open(hash).await.map(|_| ())] {
        assert!(
            matches!(read, Err(OriginalsError::Damaged(of)) if of == hash),
            "{read:?}"
        );
    }
    assert_eq!(stored(store, &large).await, hash);
    assert!(store.read(hash).await.unwrap().unwrap() == large);

    let unknown = Sha256([0; 32]);
    assert_eq!(store.read(unknown).await.unwrap(), None);
    assert!(store.open(unknown).await.unwrap().is_none());
    let empty = stored(store, b"").await;
    assert_eq!(store.read(empty).await.unwrap().as_deref(), Some(&b""[..]));
    assert!(pieces(store, empty).await.is_empty());
}

fn record(hashes: &[Sha256]) -> UploadRecord {
    let file = |sha256: &Sha256| OriginalFile {
        file_name: "20261119_PL2612_일별.csv".to_owned(),
        sha256: *sha256,
        size_bytes: 4,
    };
    UploadRecord {
        id: UploadId(Uuid::from_u128(7)),
        accepted_no: 512,
        kind: UploadKind::Buyers,
        production_id: ProductionId(Uuid::from_u128(1)),
        production_code: "PL2612".parse().unwrap(),
        record_date: "2026-11-19".parse().unwrap(),
        files: hashes.iter().map(file).collect(),
        is_decrypted: true,
        uploaded_by: None,
        source: Some(SourceMark {
            id: Some(SourceId(Uuid::from_u128(3))),
            name: "받은 파일".to_owned(),
        }),
        uploaded_at: DateTime::UNIX_EPOCH,
        is_withdrawn: false,
    }
}

/// A record stands beside each original, and its withdrawal is another.
pub(crate) async fn keeps_records(store: &dyn Originals) {
    let hashes = [stored(store, b"days").await, stored(store, b"performances").await];
    let record = record(&hashes);
    let withdrawn = UploadRecord {
        is_withdrawn: true,
        ..record.clone()
    };
    // Whichever comes last, also where one is kept again.
    for (kept, read) in [(&record, &record), (&withdrawn, &withdrawn), (&record, &withdrawn)] {
        store.keep_record(kept).await.unwrap();
        for hash in hashes {
            assert_eq!(store.records(hash.0[0]).await.unwrap(), std::slice::from_ref(read));
            assert_eq!(store.list(hash.0[0]).await.unwrap(), [hash], "a record is no original");
        }
    }
}

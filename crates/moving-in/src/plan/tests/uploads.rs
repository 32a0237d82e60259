//! Which uploads come, and in which order.

use super::*;

#[test]
fn uploads_come_by_production_record_date_and_id() {
    let mut old = of_lives(vec![live(3, "A", "하나"), live(4, "B", "둘")]);
    old.uploads = vec![
        upload(1, Some("B"), "2026-10-05"),
        upload(2, Some("A"), "2026-10-06"),
        upload(3, Some("A"), "2026-10-05T09:00:00"),
        upload(4, Some("A"), "2026-10-05"),
        OldUpload {
            is_deleted: true,
            ..upload(5, Some("A"), "2026-10-05")
        },
        upload(6, None, "2026-10-05"),
        upload(7, Some("A"), "1999-10-05"),
    ];
    let plan = planned(&old);
    let order: Vec<_> = plan.uploads.iter().map(|upload| (upload.id, upload.fate)).collect();
    let expected = [
        (7, Fate::Come),
        (3, Fate::Come),
        (4, Fate::Come),
        (5, Fate::Deleted),
        (2, Fate::Come),
        (1, Fate::Come),
        (6, Fate::Orphan),
    ];
    assert_eq!(order, expected);
    assert_eq!(plan.uploads[0].record_date, None);
    assert_eq!(plan.uploads[1].uploaded_at.to_rfc3339(), "2026-11-19T08:03:35+00:00");
    let of = |code, id| (code, "file_upload_model", id);
    let expected = [of("doubled_record_date", 3), of("orphan", 6), of("out_of_range", 7)];
    assert_eq!(told(&plan), BTreeSet::from(expected));
}

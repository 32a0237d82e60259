//! What the audit log tells.

use std::collections::BTreeSet;

use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::driven::{AuditAction, AuditRecord};
use serde_json::json;
use uuid::Uuid;

#[test]
fn a_download_says_what_was_got() {
    let (upload, production) = (UploadId(Uuid::from_u128(2)), ProductionId(Uuid::from_u128(1)));
    let original = AuditRecord::upload_downloaded(upload, production, 2, "a.csv");
    assert_eq!(original.action, AuditAction::UploadDownloaded);
    assert_eq!(original.subject_id, upload.to_string());
    assert_eq!(original.production_id, Some(production));
    assert_eq!(original.details, Some(json!({ "part": 2, "fileName": "a.csv" })));
    let template = AuditRecord::template_downloaded(production);
    assert_eq!(template.action, AuditAction::TemplateDownloaded);
    assert_eq!(template.subject_id, production.to_string());
    assert_eq!(template.production_id, Some(production));
}

#[test]
fn each_act_has_a_code_of_its_own_that_begins_with_the_kind_of_thing() {
    let codes: BTreeSet<_> = AuditAction::ALL.iter().map(|action| action.code()).collect();
    assert_eq!(codes.len(), AuditAction::ALL.len());
    for code in codes {
        let (kind, act) = code.split_once('.').unwrap();
        assert!(!kind.is_empty() && !act.is_empty() && !act.contains('.'), "{code}");
    }
}

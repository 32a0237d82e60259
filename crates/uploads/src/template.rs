//! Blank workbooks, under a name that says what they are about when they come back.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::production::{ProductionDetails, ProductionId};
use ports::actor::Actor;
use ports::driven::{AuditLog, AuditRecord, Clock, ProductionRepository, TemplateWriter};
use ports::driving::{DeskError, TemplateDesk, WorkbookTemplate};

use crate::file_name;

/// Characters of a production's name that go into the name of a file.
const NAME_CHARS: usize = 100;

/// Makes blank workbooks for productions.
pub struct Templates {
    productions: Arc<dyn ProductionRepository>,
    writer: Arc<dyn TemplateWriter>,
    audit: Arc<dyn AuditLog>,
    clock: Arc<dyn Clock>,
}

impl Templates {
    /// Templates for these productions.
    pub fn new(
        productions: Arc<dyn ProductionRepository>,
        writer: Arc<dyn TemplateWriter>,
        audit: Arc<dyn AuditLog>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            productions,
            writer,
            audit,
            clock,
        }
    }
}

#[async_trait]
impl TemplateDesk for Templates {
    async fn workbook_template(&self, id: ProductionId, by: &Actor) -> Result<WorkbookTemplate, DeskError> {
        let production = self.productions.find(id).await?.ok_or(DeskError::UnknownProduction)?;
        let details = production.details;
        let sale = details.sale_period().ok_or(DeskError::NoSalePeriod)?;
        let today = self.clock.today();
        let template = WorkbookTemplate {
            file_name: name_of_file(&details, today),
            bytes: self.writer.write(details, sale, today).await,
        };
        let record = AuditRecord::template_downloaded(id);
        self.audit.record_hourly(&record, by).await?;
        Ok(template)
    }
}

/// A name that says record date and production when the workbook comes back. What file systems or links take for
/// something else becomes `_`.
fn name_of_file(details: &ProductionDetails, today: NaiveDate) -> String {
    let replaced = |c: char| {
        if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%') {
            '_'
        } else {
            c
        }
    };
    let name: String = details.name.chars().take(NAME_CHARS).map(replaced).collect();
    file_name::clean(&format!(
        "{}_{}_{}.xlsx",
        today.format("%Y%m%d"),
        details.code,
        name.trim()
    ))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::production::{Category, Production, ProductionDraft};
    use domain::workbook_name::WorkbookName;
    use ports::driven::{
        AuditAction, MockAuditLog, MockClock, MockProductionRepository, MockTemplateWriter, StorageError,
    };
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on_sale() -> ProductionDraft {
        let mut play = draft("두 번째 편지");
        play.sale_start = Some(day("2026-09-21"));
        play.sale_end = Some(day("2026-12-06"));
        play
    }

    fn draft(name: &str) -> ProductionDraft {
        ProductionDraft::new("PL2612".parse().unwrap(), name, Category::Play)
    }

    /// An audit that keeps what it is told, which may only be that somebody got a template.
    fn recording() -> MockAuditLog {
        let mut audit = MockAuditLog::new();
        let recorded = audit.expect_record_hourly().once().withf(|record, by| {
            let expected = AuditRecord {
                action: AuditAction::TemplateDownloaded,
                subject_id: Uuid::nil().to_string(),
                production_id: Some(ProductionId(Uuid::nil())),
                details: None,
            };
            *record == expected && *by == Actor::SYSTEM
        });
        recorded.returning(|_, _| Ok(()));
        audit
    }

    fn templates(found: Option<ProductionDraft>, audit: MockAuditLog) -> Templates {
        let found = found.map(|draft| Production {
            id: ProductionId(Uuid::nil()),
            details: draft.check().unwrap(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            has_slack_webhook: false,
            revision: 0,
        });
        let mut productions = MockProductionRepository::new();
        productions.expect_find().return_once(|_| Ok(found));
        let mut clock = MockClock::new();
        clock.expect_today().return_const(day("2026-11-20"));
        let mut writer = MockTemplateWriter::new();
        let written = writer.expect_write().withf(|_, sale, today| {
            sale.first() == day("2026-09-21") && sale.last() == day("2026-12-06") && *today == day("2026-11-20")
        });
        written.returning(|_, _, _| b"PK".to_vec());
        Templates::new(
            Arc::new(productions),
            Arc::new(writer),
            Arc::new(audit),
            Arc::new(clock),
        )
    }

    #[tokio::test]
    async fn a_template_is_named_for_today_and_that_somebody_got_it_is_recorded() {
        let desk = templates(Some(on_sale()), recording());
        let got = desk.workbook_template(ProductionId(Uuid::nil()), &Actor::SYSTEM);
        let template = got.await.unwrap();
        assert_eq!(template.file_name, "20261120_PL2612_두 번째 편지.xlsx");
        assert_eq!(template.bytes, b"PK");
    }

    #[tokio::test]
    async fn what_cannot_be_recorded_is_not_handed_out() {
        let mut audit = MockAuditLog::new();
        let recorded = audit.expect_record_hourly();
        recorded.returning(|_, _| Err(StorageError::unavailable("no database")));
        let desk = templates(Some(on_sale()), audit);
        let refused = desk.workbook_template(ProductionId(Uuid::nil()), &Actor::SYSTEM).await;
        assert!(matches!(refused, Err(DeskError::Storage(StorageError::Unavailable(_)))));
    }

    #[tokio::test]
    async fn without_production_or_sale_period_there_is_none() {
        let id = ProductionId(Uuid::nil());
        let asked = async |found| {
            let desk = templates(found, MockAuditLog::new());
            desk.workbook_template(id, &Actor::SYSTEM).await
        };
        let unknown = asked(None).await;
        assert!(matches!(unknown, Err(DeskError::UnknownProduction)));
        let mut open = draft("두 번째 편지");
        open.sale_start = Some(day("2026-09-21"));
        let refused = asked(Some(open)).await;
        assert!(matches!(refused, Err(DeskError::NoSalePeriod)));
    }

    #[test]
    fn any_name_of_a_production_gives_a_name_that_is_understood() {
        for name in [
            "사랑/이별",
            r"a\b",
            "100%25",
            "..",
            "\u{202E}편지",
            &"가".repeat(200),
            "_",
        ] {
            let file = name_of_file(&draft(name).check().unwrap(), day("2026-11-20"));
            assert!(
                file.starts_with("20261120_PL2612_") && file.split('.').next_back() == Some("xlsx"),
                "{name}: {file}"
            );
            assert_eq!(file_name::clean(&file), file);
            let parsed = WorkbookName::parse(&file);
            assert_eq!(parsed.record_date, Some(day("2026-11-20")));
            assert_eq!(parsed.production_code, "PL2612".parse().ok());
        }
    }
}

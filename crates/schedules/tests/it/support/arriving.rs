use chrono::NaiveDate;
use domain::calendar::kst_instant;
use domain::production::ProductionId;
use domain::sales::{DailySale, PerformanceDetails, PerformanceSale, Snapshot, StageFigures};
use domain::upload::{OriginalFile, Sha256, UploadId, UploadKind};
use ports::actor::Actor;
use ports::driven::{Clock, Ids, NewUpload, UploadRepository, Verdict};
use postgres_adapter::PgUploadRepository;
use rust_decimal::Decimal;

use super::House;

impl House {
    /// A workbook of a record date arrives: so much was sold in all, and a performance is sold by this share of the house.
    pub(crate) async fn arrives(
        &self,
        production: ProductionId,
        record_date: &str,
        revenue_krw: i64,
        performance: Option<(&str, &str)>,
    ) {
        let uploads = PgUploadRepository::new(self.pool.clone());
        let id = UploadId(self.ids.next());
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(id.0.as_bytes());
        let record_date: NaiveDate = record_date.parse().unwrap();
        let upload = NewUpload {
            kind: UploadKind::Sales,
            is_decrypted: false,
            id,
            production_id: production,
            record_date,
            files: vec![OriginalFile {
                file_name: "book.xlsx".to_owned(),
                sha256: Sha256(bytes),
                size_bytes: 1_000,
            }],
            uploaded_at: self.clock.now(),
            uploaded_by: None,
            by: Actor::SYSTEM,
            moved_in: None,
            collected: None,
        };
        uploads.accept(&upload).await.unwrap();
        uploads.begin(id).await.unwrap().unwrap();
        let snapshot = Snapshot {
            breakdowns: Vec::new(),
            daily_sales: vec![DailySale {
                sale_day: record_date,
                revenue_krw,
                seats: revenue_krw / 10_000,
                seats_by_grade: [].into(),
                complimentary_seats: 0,
            }],
            performance_sales: performance.into_iter().map(sold).collect(),
            ..Snapshot::default()
        };
        let facts = snapshot.facts(true);
        uploads
            .publish(id, &snapshot, &facts, &Verdict::default(), self.clock.now())
            .await
            .unwrap();
    }
}

fn sold((starts_at, paid_share): (&str, &str)) -> PerformanceSale {
    PerformanceSale {
        starts_at: kst_instant(starts_at.parse().unwrap()),
        cast: Vec::new(),
        paid_seats: 10,
        complimentary_seats: 0,
        paid_seats_by_grade: [].into(),
        complimentary_seats_by_grade: [].into(),
        stage: Some(StageFigures {
            revenue_krw: 100_000,
            deposit_share: Some(Decimal::ZERO),
            paid_share: paid_share.parse().unwrap(),
            complimentary_share: Decimal::ZERO,
        }),
        details: PerformanceDetails::default(),
    }
}

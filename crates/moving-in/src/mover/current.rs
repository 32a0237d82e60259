//! The present sales of each production, as the old reports show them and as ours do.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::production::ProductionId;
use domain::sales::Facts;
use domain::upload::UploadStatus;
use ports::driven::{OldRow, OldTable, OldUpload};

use super::uploads::Slots;
use super::{Broken, Journey, Mover};
use crate::finding::FindingCode;
use crate::plan::PlannedProduction;
use crate::report::{Current, CurrentSales};

/// A live upload.
struct Live {
    record_date: NaiveDate,
    revenue_krw: i64,
    /// The row that made it.
    row: Option<i64>,
}

fn revenue(facts: Option<&Facts>) -> i64 {
    let daily = facts.and_then(|facts| facts.daily.as_ref());
    daily.map_or(0, |daily| daily.revenue_krw)
}

impl Mover {
    /// Compares what reports show of each production, once all uploads are in.
    pub(super) async fn current(&self, slots: &Slots, journey: &mut Journey) -> Result<(), Broken> {
        let present = self.ports.house.present().await?;
        for (index, planned) in journey.plan.productions.clone().iter().enumerate() {
            let Some(id) = planned.production else { continue };
            let standing = present
                .uploads
                .iter()
                .filter(|upload| upload.production_id == id && upload.status == UploadStatus::Completed)
                .max_by_key(|upload| upload.record_date);
            let played = newest_played(slots, id);
            let ours = match (standing, played) {
                (Some(standing), played)
                    if played
                        .as_ref()
                        .is_none_or(|played| played.record_date < standing.record_date) =>
                {
                    let upload = self.ports.uploads.read(standing.id).await?;
                    Some(Live {
                        record_date: upload.record_date,
                        revenue_krw: revenue(upload.facts.as_ref()),
                        row: journey.rows.get(&upload.id).copied(),
                    })
                }
                (_, played) => played,
            };
            let current = compared(planned, ours.as_ref(), journey);
            let differs = current.predecessor != current.fullhouse;
            if differs && !planned.is_known {
                let shown = |sales: CurrentSales| {
                    let date = sales
                        .record_date
                        .map_or_else(|| "–".to_owned(), |date| date.to_string());
                    format!("{date}: {}", sales.revenue_krw)
                };
                let value = format!("{} → {}", shown(current.predecessor), shown(current.fullhouse));
                let row = OldRow::new(OldTable::Lives, planned.id);
                journey.report.findings.note(FindingCode::CurrentDiffers, row, value);
            }
            journey.report.productions[index].current = Some(current);
        }
        Ok(())
    }
}

fn newest_played(slots: &Slots, id: ProductionId) -> Option<Live> {
    let of_production = slots.played.iter().filter(|((production, _), _)| *production == id);
    let ((_, record_date), played) = of_production.max_by_key(|((_, date), _)| *date)?;
    Some(Live {
        record_date: *record_date,
        revenue_krw: revenue(Some(&played.facts)),
        row: Some(played.row),
    })
}

fn compared(planned: &PlannedProduction, ours: Option<&Live>, journey: &Journey) -> Current {
    let rows: Vec<&OldUpload> = journey
        .old
        .uploads
        .iter()
        .filter(|row| row.live_id.as_deref() == Some(planned.live_id.as_str()) && !row.is_deleted)
        .filter(|row| Some(row.record_date.date()) == planned.latest_record_date)
        .collect();
    let of_concert = planned.old_category == domain::production::Category::Concert;
    let krw = |row: &&OldUpload| if of_concert { row.concert } else { row.stage }.daily_revenue_krw;
    let predecessor = CurrentSales {
        record_date: planned.latest_record_date,
        revenue_krw: rows.iter().map(krw).sum(),
    };
    let fullhouse = ours.map_or_else(CurrentSales::default, |live| CurrentSales {
        record_date: Some(live.record_date),
        revenue_krw: live.revenue_krw,
    });
    let mut reasons = BTreeSet::new();
    if predecessor.revenue_krw != fullhouse.revenue_krw {
        if predecessor.record_date == fullhouse.record_date {
            if rows.len() > 1 {
                reasons.insert("doubled_record_date");
            }
            let of_upload = ours.and_then(|live| journey.reasons.get(&live.row?));
            reasons.extend(
                of_upload
                    .into_iter()
                    .flat_map(|found| &found.daily)
                    .map(|reason| reason.code()),
            );
            if reasons.is_empty() {
                reasons.insert("unexplained");
            }
        } else {
            reasons.insert("other_record_date");
        }
    }
    Current {
        predecessor,
        fullhouse,
        reasons: reasons.into_iter().collect(),
    }
}

//! Productions.

use std::sync::Arc;

use async_trait::async_trait;
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Production, ProductionDetails, ProductionId};
use ports::driven::{Clock, Ids, ProductionQuery, ProductionRepository, StorageError};
use ports::driving::{DeskError, ProductionChange, ProductionDesk};
use ports::paging::Page;

use crate::{TRIES, told};

/// Enters and changes productions.
pub struct ProductionOffice {
    productions: Arc<dyn ProductionRepository>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl ProductionOffice {
    /// An office over these.
    pub fn new(productions: Arc<dyn ProductionRepository>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self {
            productions,
            clock,
            ids,
        }
    }

    async fn try_change(&self, id: ProductionId, change: ProductionChange) -> Result<Production, DeskError> {
        let plan = self
            .productions
            .find_plan(id)
            .await?
            .ok_or(DeskError::UnknownProduction)?;
        let force = change.force;
        let before = plan.production;
        let details = changed(before.details.clone(), change)
            .checked()
            .map_err(DeskError::Invalid)?;
        if plan.has_uploads && details.category != before.details.category {
            return Err(DeskError::CategoryFixed);
        }
        let consequences = PeriodChange::plan(details.sale_period(), &plan.targets, &plan.notes);
        if consequences.loses_something() && !force {
            return Err(DeskError::WouldLose(Box::new(consequences)));
        }
        let after = Production {
            details,
            updated_at: self.clock.now(),
            ..before
        };
        self.productions
            .update(&after, &consequences, plan.revision)
            .await
            .map_err(told)?;
        Ok(after)
    }
}

fn changed(mut details: ProductionDetails, change: ProductionChange) -> ProductionDetails {
    details.code = change.code.unwrap_or(details.code);
    details.name = change.name.unwrap_or(details.name);
    details.category = change.category.unwrap_or(details.category);
    details.active = change.active.unwrap_or(details.active);
    details.venue = change.venue.apply(details.venue);
    details.run_start = change.run_start.apply(details.run_start);
    details.run_end = change.run_end.apply(details.run_end);
    details.sale_start = change.sale_start.apply(details.sale_start);
    details.sale_end = change.sale_end.apply(details.sale_end);
    details.running_minutes = change.running_minutes.apply(details.running_minutes);
    details.target_share = change.target_share.apply(details.target_share);
    details.break_even_krw = change.break_even_krw.apply(details.break_even_krw);
    details.seats_per_performance = change.seats_per_performance.apply(details.seats_per_performance);
    details.preview_end = change.preview_end.apply(details.preview_end);
    details.concert_at = change.concert_at.apply(details.concert_at);
    details.seat_inventory = change.seat_inventory.apply(details.seat_inventory);
    details
}

#[async_trait]
impl ProductionDesk for ProductionOffice {
    async fn create(&self, details: ProductionDetails) -> Result<Production, DeskError> {
        let details = details.checked().map_err(DeskError::Invalid)?;
        let change = PeriodChange::plan(details.sale_period(), &DailyTargets::new(), &NotesByMonday::new());
        let now = self.clock.now();
        let production = Production {
            id: ProductionId(self.ids.next()),
            details,
            created_at: now,
            updated_at: now,
        };
        self.productions.insert(&production, &change).await.map_err(told)?;
        Ok(production)
    }

    async fn read(&self, id: ProductionId) -> Result<Production, DeskError> {
        self.productions.find(id).await?.ok_or(DeskError::UnknownProduction)
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, DeskError> {
        Ok(self.productions.list(query).await?)
    }

    async fn change(&self, id: ProductionId, change: ProductionChange) -> Result<Production, DeskError> {
        for _ in 1..TRIES {
            match self.try_change(id, change.clone()).await {
                Err(DeskError::Storage(StorageError::Stale(_))) => {}
                answer => return answer,
            }
        }
        self.try_change(id, change).await
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};
    use domain::production::Category;
    use ports::driven::{MockClock, MockIds, MockProductionRepository, Patch, ProductionPlan};
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plan(has_uploads: bool) -> ProductionPlan {
        let mut details = ProductionDetails::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
        details.sale_start = Some(day("2026-11-02"));
        details.sale_end = Some(day("2026-11-04"));
        let targets = [("2026-11-02", 10), ("2026-11-03", 0), ("2026-11-04", 20)];
        let id = ProductionId(Uuid::nil());
        ProductionPlan {
            production: Production {
                id,
                details,
                created_at: DateTime::UNIX_EPOCH,
                updated_at: DateTime::UNIX_EPOCH,
            },
            targets: targets.map(|(date, krw)| (day(date), krw)).into(),
            notes: NotesByMonday::from([(day("2026-11-02"), domain::planning::WeekNotes::default())]),
            has_uploads,
            revision: 7,
        }
    }

    fn office(productions: MockProductionRepository) -> ProductionOffice {
        let mut clock = MockClock::new();
        clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
        ProductionOffice::new(Arc::new(productions), Arc::new(clock), Arc::new(MockIds::new()))
    }

    fn shrunk(force: bool) -> ProductionChange {
        ProductionChange {
            sale_end: Patch::Set(day("2026-11-03")),
            force,
            ..ProductionChange::default()
        }
    }

    #[tokio::test]
    async fn a_shorter_sale_keeps_its_targets_unless_forced() {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
        let refused = office(productions)
            .change(ProductionId(Uuid::nil()), shrunk(false))
            .await
            .unwrap_err();
        let DeskError::WouldLose(loss) = refused else {
            panic!("{refused}")
        };
        assert_eq!(loss.lost_targets, DailyTargets::from([(day("2026-11-04"), 20)]));

        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
        productions
            .expect_update()
            .withf(|after, change, revision| {
                after.details.sale_end == Some(day("2026-11-03"))
                    && change.dropped_days == [day("2026-11-04")]
                    && *revision == 7
            })
            .once()
            .returning(|_, _, _| Ok(()));
        assert!(
            office(productions)
                .change(ProductionId(Uuid::nil()), shrunk(true))
                .await
                .is_ok()
        );
    }

    #[tokio::test]
    async fn the_category_is_fixed_once_there_is_an_upload() {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(true))));
        let change = ProductionChange {
            category: Some(Category::Concert),
            ..ProductionChange::default()
        };
        let refused = office(productions)
            .change(ProductionId(Uuid::nil()), change)
            .await
            .unwrap_err();
        assert!(matches!(refused, DeskError::CategoryFixed));
    }

    #[tokio::test]
    async fn a_change_that_somebody_else_overtook_is_tried_on_what_is_there_now() {
        let mut productions = MockProductionRepository::new();
        productions
            .expect_find_plan()
            .times(2)
            .returning(|_| Ok(Some(plan(false))));
        let mut tries = 0;
        productions.expect_update().times(2).returning(move |_, _, _| {
            tries += 1;
            if tries == 1 {
                Err(StorageError::Stale("production"))
            } else {
                Ok(())
            }
        });
        let change = ProductionChange {
            name: Some("두 번째 편지 앙코르".to_owned()),
            ..ProductionChange::default()
        };
        let after = office(productions)
            .change(ProductionId(Uuid::nil()), change)
            .await
            .unwrap();
        assert_eq!(after.details.name, "두 번째 편지 앙코르");
    }

    #[tokio::test]
    async fn a_code_that_is_taken_is_told_as_such() {
        let mut productions = MockProductionRepository::new();
        productions
            .expect_insert()
            .once()
            .returning(|_, _| Err(StorageError::Taken("code")));
        let mut ids = MockIds::new();
        ids.expect_next().return_const(Uuid::nil());
        let mut clock = MockClock::new();
        clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
        let office = ProductionOffice::new(Arc::new(productions), Arc::new(clock), Arc::new(ids));
        let refused = office.create(plan(false).production.details).await.unwrap_err();
        assert!(matches!(refused, DeskError::Taken("code")));
    }
}

//! Productions.

use std::sync::Arc;

use async_trait::async_trait;
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Production, ProductionDetails, ProductionId};
use domain::validation::{Breaches, FieldError};
use ports::actor::{Actor, Precondition};
use ports::driven::{
    Clock, Ids, ListReader, NewProduction, Patch, ProductionDeletion, ProductionQuery, ProductionRepository,
    WebhookHosts, WebhookUrl,
};
use ports::driving::{DeskError, ProductionChange, ProductionDesk, ProductionImport};
use ports::paging::Page;

use crate::{production_list, retried, told};

/// Enters and changes productions.
pub struct ProductionOffice {
    productions: Arc<dyn ProductionRepository>,
    lists: Arc<dyn ListReader>,
    webhooks: Arc<dyn WebhookHosts>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl ProductionOffice {
    /// An office over these.
    pub fn new(
        productions: Arc<dyn ProductionRepository>,
        lists: Arc<dyn ListReader>,
        webhooks: Arc<dyn WebhookHosts>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        Self {
            productions,
            lists,
            webhooks,
            clock,
            ids,
        }
    }

    /// A production that is not stored yet, with what its sale period asks for.
    fn new_production(&self, details: ProductionDetails, webhook: Option<WebhookUrl>) -> NewProduction {
        let change = PeriodChange::plan(details.sale_period(), &DailyTargets::new(), &NotesByMonday::new());
        let now = self.clock.now();
        NewProduction {
            production: Production {
                id: ProductionId(self.ids.next()),
                details,
                created_at: now,
                updated_at: now,
                has_slack_webhook: webhook.is_some(),
                revision: 0,
            },
            webhook,
            change,
        }
    }

    /// Refuses a webhook that messages may not be sent to; notes it besides what else is wrong.
    fn check_webhook(&self, webhook: Option<&WebhookUrl>, breaches: &mut Breaches) {
        let allowed = webhook.is_none_or(|url| self.webhooks.allow(&url.0));
        let expected = "an address of a Slack webhook";
        breaches.require(allowed, "/slackWebhookUrl", "not_allowed", expected);
    }

    async fn try_change(
        &self,
        id: ProductionId,
        change: ProductionChange,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<Production, DeskError> {
        let plan = self
            .productions
            .find_plan(id)
            .await?
            .ok_or(DeskError::UnknownProduction)?;
        let force = change.force;
        let before = plan.production;
        if !precondition.allows(before.revision) {
            return Err(DeskError::Outdated);
        }
        let webhook = change.slack_webhook.clone();
        let mut breaches = Breaches::default();
        if let Patch::Set(url) = &webhook {
            self.check_webhook(Some(url), &mut breaches);
        }
        let details = collected(changed(before.details.clone(), change).checked(), breaches)?;
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
            .update(&after, &webhook, &consequences, plan.revision, by)
            .await
            .map_err(told)
    }
}

/// The details, unless they or something else break a rule.
fn collected(
    details: Result<ProductionDetails, Vec<FieldError>>,
    breaches: Breaches,
) -> Result<ProductionDetails, DeskError> {
    let mut errors = breaches.into_result().err().unwrap_or_default();
    match details {
        Ok(details) if errors.is_empty() => Ok(details),
        Ok(_) => Err(DeskError::Invalid(errors)),
        Err(broken) => {
            errors.extend(broken);
            Err(DeskError::Invalid(errors))
        }
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
    async fn create(
        &self,
        details: ProductionDetails,
        slack_webhook: Option<WebhookUrl>,
        by: &Actor,
    ) -> Result<Production, DeskError> {
        let mut breaches = Breaches::default();
        self.check_webhook(slack_webhook.as_ref(), &mut breaches);
        let details = collected(details.checked(), breaches)?;
        let new = self.new_production(details, slack_webhook);
        let production = new.production.clone();
        self.productions.insert(&[new], by).await.map_err(told)?;
        Ok(production)
    }

    async fn read(&self, id: ProductionId) -> Result<Production, DeskError> {
        self.productions.find(id).await?.ok_or(DeskError::UnknownProduction)
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, DeskError> {
        Ok(self.productions.list(query).await?)
    }

    async fn change(
        &self,
        id: ProductionId,
        change: ProductionChange,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<Production, DeskError> {
        retried!(self.try_change(id, change.clone(), precondition, by))
    }

    async fn delete(
        &self,
        id: ProductionId,
        force: bool,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<(), DeskError> {
        match self.productions.delete(id, force, precondition, by).await? {
            ProductionDeletion::Deleted => Ok(()),
            ProductionDeletion::HasSnapshots => Err(DeskError::HasSnapshots),
            ProductionDeletion::Outdated => Err(DeskError::Outdated),
            ProductionDeletion::NotFound => Err(DeskError::UnknownProduction),
        }
    }

    async fn import(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        dry_run: bool,
        by: &Actor,
    ) -> Result<ProductionImport, DeskError> {
        let list = self.lists.read(file_name, bytes).await?;
        let mut rows = production_list::productions(&list, self.lists.as_ref()).map_err(DeskError::Invalid)?;
        let details = || rows.iter().filter_map(|row| row.details.as_ref());
        let codes: Vec<_> = details().map(|details| details.code.to_string()).collect();
        let names: Vec<_> = details().map(|details| details.name.clone()).collect();
        let taken = self.productions.taken(&codes, &names).await?;
        production_list::check_taken(&mut rows, &taken);
        let mut import = ProductionImport {
            rows,
            entered: Vec::new(),
        };
        if dry_run || !import.is_valid() {
            return Ok(import);
        }
        let details = import.rows.iter().filter_map(|row| row.details.clone());
        let new: Vec<_> = details.map(|details| self.new_production(details, None)).collect();
        self.productions.insert(&new, by).await.map_err(told)?;
        import.entered = new.into_iter().map(|new| new.production).collect();
        Ok(import)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};
    use domain::production::Category;
    use ports::driven::{
        List, ListCell, ListRow, MockClock, MockIds, MockListReader, MockProductionRepository, MockWebhookHosts,
        ProductionPlan, StorageError, TakenNames,
    };
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
                has_slack_webhook: false,
                revision: 3,
            },
            targets: targets.map(|(date, krw)| (day(date), krw)).into(),
            notes: NotesByMonday::from([(day("2026-11-02"), domain::planning::WeekNotes::default())]),
            has_uploads,
            revision: 7,
        }
    }

    const ANY: Precondition = Precondition::Any;
    const SYSTEM: Actor = Actor::SYSTEM;

    fn office(productions: MockProductionRepository) -> ProductionOffice {
        office_with(productions, MockListReader::new())
    }

    fn office_with(productions: MockProductionRepository, lists: MockListReader) -> ProductionOffice {
        let mut clock = MockClock::new();
        clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
        let mut ids = MockIds::new();
        ids.expect_next().return_const(Uuid::nil());
        let mut webhooks = MockWebhookHosts::new();
        webhooks
            .expect_allow()
            .returning(|address| address.starts_with("https://hooks.slack.com/"));
        ProductionOffice::new(
            Arc::new(productions),
            Arc::new(lists),
            Arc::new(webhooks),
            Arc::new(clock),
            Arc::new(ids),
        )
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
            .change(ProductionId(Uuid::nil()), shrunk(false), &ANY, &SYSTEM)
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
            .withf(|after, _, change, revision, _| {
                after.details.sale_end == Some(day("2026-11-03"))
                    && change.dropped_days == [day("2026-11-04")]
                    && *revision == 7
            })
            .once()
            .returning(|after, _, _, _, _| Ok(after.clone()));
        assert!(
            office(productions)
                .change(ProductionId(Uuid::nil()), shrunk(true), &ANY, &SYSTEM)
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
            .change(ProductionId(Uuid::nil()), change, &ANY, &SYSTEM)
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
        productions
            .expect_update()
            .times(2)
            .returning(move |after, _, _, _, _| {
                tries += 1;
                if tries == 1 {
                    Err(StorageError::Stale("production"))
                } else {
                    Ok(after.clone())
                }
            });
        let change = ProductionChange {
            name: Some("두 번째 편지 앙코르".to_owned()),
            ..ProductionChange::default()
        };
        let after = office(productions)
            .change(ProductionId(Uuid::nil()), change, &ANY, &SYSTEM)
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
        let details = plan(false).production.details;
        let refused = office(productions).create(details, None, &SYSTEM).await.unwrap_err();
        assert!(matches!(refused, DeskError::Taken("code")));
    }

    #[tokio::test]
    async fn a_change_on_the_basis_of_another_state_changes_nothing() {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
        let renamed = ProductionChange {
            name: Some("두 번째 편지 앙코르".to_owned()),
            ..ProductionChange::default()
        };
        let outdated = Precondition::OneOf(vec![2]);
        let refused = office(productions)
            .change(ProductionId(Uuid::nil()), renamed, &outdated, &SYSTEM)
            .await;
        assert!(matches!(refused, Err(DeskError::Outdated)), "{refused:?}");
    }

    #[tokio::test]
    async fn a_webhook_elsewhere_is_told_with_whatever_else_is_wrong() {
        let mut details = plan(false).production.details;
        details.running_minutes = Some(0);
        let webhook = Some(WebhookUrl("https://evil.example/services/T".to_owned()));
        let refused = office(MockProductionRepository::new())
            .create(details, webhook, &SYSTEM)
            .await;
        let Err(DeskError::Invalid(breaches)) = refused else {
            panic!("{refused:?}")
        };
        let pointers: Vec<_> = breaches.iter().map(|breach| breach.pointer.as_str()).collect();
        assert_eq!(pointers, ["/slackWebhookUrl", "/runningMinutes"]);
    }

    fn list(rows: &[&[&str]]) -> MockListReader {
        let row = |(number, cells): (u32, &&[&str])| ListRow {
            number,
            cells: cells
                .iter()
                .map(|text| match *text {
                    "" => ListCell::Blank,
                    text => ListCell::Text(text.to_owned()),
                })
                .collect(),
        };
        let list = List {
            rows: (1..).zip(rows).map(row).collect(),
            since_1904: false,
        };
        let mut reader = MockListReader::new();
        reader.expect_read().returning(move |_, _| Ok(list.clone()));
        reader.expect_day().returning(|_, cell| cell.text().parse().ok());
        reader.expect_number().returning(|cell| cell.text().parse().ok());
        reader
    }

    fn nothing_taken() -> MockProductionRepository {
        let mut productions = MockProductionRepository::new();
        productions.expect_taken().returning(|_, _| Ok(TakenNames::default()));
        productions
    }

    #[tokio::test]
    async fn a_list_is_entered_as_a_whole() {
        let mut productions = nothing_taken();
        productions
            .expect_insert()
            .withf(|new, _| {
                let of = |new: &NewProduction| (new.production.details.code.to_string(), new.change.new_days.len());
                new.iter().map(of).collect::<Vec<_>>() == [("PL1".to_owned(), 3), ("CO1".to_owned(), 0)]
            })
            .once()
            .returning(|_, _| Ok(()));
        let reader = list(&[
            &["공연명", "코드", "카테고리", "판매 시작일", "saleEnd", "손익분기점"],
            &["두 번째 편지", "PL1", "연극", "2026-11-02", "2026-11-04", "1000000"],
            &["겨울 콘서트", "CO1", "concert", "", "", ""],
        ]);
        let import = office_with(productions, reader)
            .import("list.xlsx", Vec::new(), false, &SYSTEM)
            .await
            .unwrap();
        assert!(import.is_valid());
        assert_eq!(import.entered.len(), 2);
        let first = import.rows[0].details.as_ref().unwrap();
        assert_eq!((first.break_even_krw, first.active), (Some(1_000_000), true));
    }

    #[tokio::test]
    async fn one_wrong_row_enters_none_and_every_breach_is_told() {
        let mut productions = MockProductionRepository::new();
        productions.expect_taken().returning(|_, _| {
            Ok(TakenNames {
                codes: ["PL3".to_owned()].into(),
                ..TakenNames::default()
            })
        });
        let reader = list(&[
            &["code", "name", "category", "saleStart", "saleEnd"],
            &["PL1", "하나", "play", "2026-11-05", "2026-11-04"],
            &["PL 2", "둘", "opera", "soon", ""],
            &["PL3", "셋", "play", "", ""],
            &["PL4", "넷", "play", "", ""],
            &["PL4", "넷", "play", "", ""],
        ]);
        let import = office_with(productions, reader)
            .import("list.csv", Vec::new(), false, &SYSTEM)
            .await
            .unwrap();
        assert!(import.entered.is_empty() && !import.is_valid());
        let told: Vec<_> = import
            .rows
            .iter()
            .map(|row| {
                let errors = row
                    .errors
                    .iter()
                    .map(|error| format!("{}:{}", error.pointer, error.code));
                (row.row, errors.collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(told[0].0, 2);
        assert!(told[0].1.contains("/saleEnd:"), "{told:?}");
        assert_eq!(told[1], (3, "/code:malformed /category:malformed".to_owned()));
        assert_eq!(told[2], (4, "/code:taken".to_owned()));
        assert_eq!(told[3], (5, String::new()));
        assert_eq!(told[4], (6, "/code:taken /name:taken".to_owned()));
    }

    #[tokio::test]
    async fn a_dry_run_enters_none() {
        let reader = list(&[&["code", "name", "category"], &["PL1", "하나", "play"]]);
        let import = office_with(nothing_taken(), reader)
            .import("list.csv", Vec::new(), true, &SYSTEM)
            .await
            .unwrap();
        assert!(import.is_valid() && import.entered.is_empty());
    }
}

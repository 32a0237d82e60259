//! Targets by day, marketing notes by week, the company's notes.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, Month, monday_of};
use domain::limits::{MAX_KRW, MAX_NOTE_CHARS};
use domain::planning::{DailyTargets, marketing_weeks};
use domain::production::ProductionId;
use domain::validation::{Breaches, clean_text};
use ports::actor::{Actor, Precondition};
use ports::driven::{CalendarNotes, MonthlyNotes, NoteRepository, Patch, PlanRepository, WeekNotesPatch};
use ports::driving::{DeskError, MarketingPlan, PlanningDesk, Targets};

use crate::notes::{checked_notes, concerned, ends};
use crate::{retried, told};

/// Plans targets and marketing.
pub struct Planning {
    plans: Arc<dyn PlanRepository>,
    notes: Arc<dyn NoteRepository>,
}

impl Planning {
    /// Plans in these.
    pub fn new(plans: Arc<dyn PlanRepository>, notes: Arc<dyn NoteRepository>) -> Self {
        Self { plans, notes }
    }

    async fn try_set_targets(
        &self,
        id: ProductionId,
        targets: &[(NaiveDate, i64)],
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<(), DeskError> {
        let plan = self.plans.targets(id).await?.ok_or(DeskError::UnknownProduction)?;
        let mut breaches = Breaches::default();
        let mut wanted = DailyTargets::new();
        for (index, (day, target_krw)) in targets.iter().enumerate() {
            let pointer = |field: &str| format!("/targets/{index}/{field}");
            let on_sale = plan.sale_period.is_some_and(|period| period.contains(*day));
            breaches.require(
                on_sale,
                &pointer("date"),
                "outside_sale_period",
                "a day of the sale period",
            );
            let fits = (0..=MAX_KRW).contains(target_krw);
            breaches.require(
                fits,
                &pointer("targetKrw"),
                "out_of_range",
                "between 0 and a trillion won",
            );
            let first = wanted.insert(*day, *target_krw).is_none();
            breaches.require(first, &pointer("date"), "duplicate", "each day once");
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        if wanted.is_empty() {
            return Ok(());
        }
        self.plans
            .set_targets(id, &wanted, precondition, by)
            .await
            .map_err(told)
    }

    async fn try_change_weeks(
        &self,
        id: ProductionId,
        weeks: &[(NaiveDate, WeekNotesPatch)],
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<(), DeskError> {
        let plan = self.plans.weeks(id).await?.ok_or(DeskError::UnknownProduction)?;
        let mut breaches = Breaches::default();
        let mut wanted = BTreeMap::new();
        for (index, (day, patch)) in weeks.iter().enumerate() {
            let pointer = |field: &str| format!("/weeks/{index}/{field}");
            let touched = |period: DateRange| DateRange::week_of(*day).intersection(period).is_some();
            let on_sale = plan.sale_period.is_some_and(touched);
            breaches.require(
                on_sale,
                &pointer("weekStart"),
                "outside_sale_period",
                "a week of the sale period",
            );
            let patch = WeekNotesPatch {
                sales_marketing: cleaned(&patch.sales_marketing, &pointer("salesMarketing"), &mut breaches),
                promotion: cleaned(&patch.promotion, &pointer("promotion"), &mut breaches),
                other: cleaned(&patch.other, &pointer("other"), &mut breaches),
            };
            let first = wanted.insert(monday_of(*day), patch).is_none();
            breaches.require(first, &pointer("weekStart"), "duplicate", "each week once");
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        if wanted.is_empty() {
            return Ok(());
        }
        self.plans
            .change_weeks(id, &wanted, precondition, by)
            .await
            .map_err(told)
    }
}

/// A patched text, cleaned; one that is empty clears the field.
fn cleaned(patch: &Patch<String>, pointer: &str, breaches: &mut Breaches) -> Patch<String> {
    match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(text) => breaches
            .take(clean_text(text, MAX_NOTE_CHARS, pointer))
            .flatten()
            .map_or(Patch::Clear, Patch::Set),
    }
}

#[async_trait]
impl PlanningDesk for Planning {
    async fn targets(&self, id: ProductionId, days: DateRange) -> Result<Targets, DeskError> {
        let plan = self.plans.targets(id).await?.ok_or(DeskError::UnknownProduction)?;
        let of_days = plan.targets.into_iter().filter(|(day, _)| days.contains(*day));
        Ok(Targets::new(of_days.collect(), plan.revision))
    }

    async fn set_targets(
        &self,
        id: ProductionId,
        targets: Vec<(NaiveDate, i64)>,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<Targets, DeskError> {
        retried!(self.try_set_targets(id, &targets, precondition, by))?;
        self.targets(id, domain::calendar::supported_days()).await
    }

    async fn marketing_weeks(&self, id: ProductionId) -> Result<MarketingPlan, DeskError> {
        let plan = self.plans.weeks(id).await?.ok_or(DeskError::UnknownProduction)?;
        let weeks = plan.sale_period.map(|period| marketing_weeks(period, &plan.notes));
        Ok(MarketingPlan {
            weeks: weeks.unwrap_or_default(),
            revision: plan.revision,
        })
    }

    async fn change_marketing_weeks(
        &self,
        id: ProductionId,
        weeks: Vec<(NaiveDate, WeekNotesPatch)>,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<MarketingPlan, DeskError> {
        retried!(self.try_change_weeks(id, &weeks, precondition, by))?;
        self.marketing_weeks(id).await
    }

    async fn monthly_notes(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, DeskError> {
        Ok(self.notes.by_month(first, last).await?)
    }

    async fn set_monthly_notes(
        &self,
        notes: Vec<(Month, Option<String>)>,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<MonthlyNotes, DeskError> {
        let wanted = checked_notes(notes, "month", "each month once")?;
        let (first, last) = ends(&wanted).unzip();
        if first.is_some() {
            self.notes.set_by_month(&wanted, precondition, by).await.map_err(told)?;
        }
        let present = self.notes.by_month(first, last).await?;
        Ok(concerned(present, &wanted))
    }

    async fn calendar_notes(
        &self,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<CalendarNotes, DeskError> {
        Ok(self.notes.by_day(first, last).await?)
    }

    async fn set_calendar_notes(
        &self,
        notes: Vec<(NaiveDate, Option<String>)>,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<CalendarNotes, DeskError> {
        let wanted = checked_notes(notes, "date", "each day once")?;
        let (first, last) = ends(&wanted).unzip();
        if first.is_some() {
            self.notes.set_by_day(&wanted, precondition, by).await.map_err(told)?;
        }
        let present = self.notes.by_day(first, last).await?;
        Ok(concerned(present, &wanted))
    }
}

#[cfg(test)]
mod tests {
    use ports::driven::{MockNoteRepository, MockPlanRepository, TargetPlan, WeekPlan};
    use uuid::Uuid;

    use super::*;

    const ID: ProductionId = ProductionId(Uuid::nil());
    const ANY: Precondition = Precondition::Any;
    const SYSTEM: Actor = Actor::SYSTEM;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period() -> Option<DateRange> {
        DateRange::new(day("2026-11-04"), day("2026-11-20"))
    }

    fn planning(plans: MockPlanRepository) -> Planning {
        Planning::new(Arc::new(plans), Arc::new(MockNoteRepository::new()))
    }

    #[tokio::test]
    async fn targets_outside_the_sale_period_are_all_told() {
        let mut plans = MockPlanRepository::new();
        plans.expect_targets().returning(|_| {
            Ok(Some(TargetPlan {
                sale_period: period(),
                targets: DailyTargets::new(),
                revision: 4,
            }))
        });
        let wanted = vec![(day("2026-11-03"), 1), (day("2026-11-04"), -1), (day("2026-11-21"), 1)];
        let DeskError::Invalid(breaches) = planning(plans)
            .set_targets(ID, wanted, &ANY, &SYSTEM)
            .await
            .unwrap_err()
        else {
            panic!()
        };
        let pointers: Vec<_> = breaches.iter().map(|breach| breach.pointer.as_str()).collect();
        assert_eq!(pointers, ["/targets/0/date", "/targets/1/targetKrw", "/targets/2/date"]);
    }

    #[tokio::test]
    async fn any_day_names_its_week_also_one_before_the_sale_begins() {
        let mut plans = MockPlanRepository::new();
        plans.expect_weeks().returning(|_| {
            Ok(Some(WeekPlan {
                sale_period: period(),
                notes: BTreeMap::new(),
                revision: 4,
            }))
        });
        plans
            .expect_change_weeks()
            .withf(|_, weeks, _, _| {
                weeks.keys().copied().collect::<Vec<_>>() == [day("2026-11-02")]
                    && weeks[&day("2026-11-02")].promotion == Patch::Clear
            })
            .once()
            .returning(|_, _, _, _| Ok(()));
        let patch = WeekNotesPatch {
            promotion: Patch::Set("  ".to_owned()),
            ..WeekNotesPatch::default()
        };
        let plan = planning(plans)
            .change_marketing_weeks(ID, vec![(day("2026-11-03"), patch)], &ANY, &SYSTEM)
            .await
            .unwrap();
        assert_eq!((plan.weeks.len(), plan.weeks[0].days.first()), (3, day("2026-11-04")));
        assert_eq!(plan.revision, 4);
    }

    #[tokio::test]
    async fn notes_of_days_are_set_and_those_of_the_request_answered() {
        let mut notes = MockNoteRepository::new();
        notes
            .expect_set_by_day()
            .withf(|notes, _, _| {
                notes[&day("2026-11-19")].as_deref() == Some("수능") && notes[&day("2026-11-21")].is_none()
            })
            .once()
            .returning(|_, _, _| Ok(()));
        notes
            .expect_by_day()
            .withf(|first, last| *first == Some(day("2026-11-19")) && *last == Some(day("2026-11-21")))
            .once()
            .returning(|_, _| {
                let present = [("2026-11-19", "수능"), ("2026-11-20", "한파")];
                Ok(CalendarNotes {
                    notes: present.map(|(of, note)| (day(of), note.to_owned())).into(),
                    revision: 9,
                })
            });
        let planning = Planning::new(Arc::new(MockPlanRepository::new()), Arc::new(notes));
        let wanted = vec![
            (day("2026-11-21"), Some(" ".to_owned())),
            (day("2026-11-19"), Some(" 수능 ".to_owned())),
        ];
        let present = planning.set_calendar_notes(wanted, &ANY, &SYSTEM).await.unwrap();
        assert_eq!(present.notes, BTreeMap::from([(day("2026-11-19"), "수능".to_owned())]));
        assert_eq!(present.revision, 9);
    }

    #[tokio::test]
    async fn the_same_week_twice_is_refused() {
        let mut plans = MockPlanRepository::new();
        plans.expect_weeks().returning(|_| {
            Ok(Some(WeekPlan {
                sale_period: period(),
                notes: BTreeMap::new(),
                revision: 4,
            }))
        });
        let weeks = vec![
            (day("2026-11-09"), WeekNotesPatch::default()),
            (day("2026-11-11"), WeekNotesPatch::default()),
        ];
        let DeskError::Invalid(breaches) = planning(plans)
            .change_marketing_weeks(ID, weeks, &ANY, &SYSTEM)
            .await
            .unwrap_err()
        else {
            panic!()
        };
        assert_eq!(
            (breaches[0].pointer.as_str(), breaches[0].code),
            ("/weeks/1/weekStart", "duplicate")
        );
    }

    #[tokio::test]
    async fn a_change_on_the_basis_of_another_state_is_refused_and_not_tried_again() {
        let mut plans = MockPlanRepository::new();
        plans.expect_targets().once().returning(|_| {
            Ok(Some(TargetPlan {
                sale_period: period(),
                targets: DailyTargets::new(),
                revision: 4,
            }))
        });
        let by = Actor {
            user_id: Some(domain::people::UserId(Uuid::from_u128(5))),
            address: None,
        };
        plans
            .expect_set_targets()
            .withf(move |_, _, precondition, actor| *precondition == Precondition::OneOf(vec![3]) && *actor == by)
            .once()
            .returning(|_, _, _, _| Err(ports::driven::StorageError::Outdated("targets")));
        let wanted = vec![(day("2026-11-04"), 1)];
        let refused = planning(plans)
            .set_targets(ID, wanted, &Precondition::OneOf(vec![3]), &by)
            .await;
        assert!(matches!(refused, Err(DeskError::Outdated)), "{refused:?}");
    }
}

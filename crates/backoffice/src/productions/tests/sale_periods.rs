//! Any sequence of edits of a sale period against a repository that does what it is told.

use std::sync::Mutex;

use domain::calendar::{DateRange, shift};
use domain::planning::WeekNotes;
use proptest::prelude::*;

use super::*;

fn storing(kept: &Arc<Mutex<ProductionPlan>>) -> MockProductionRepository {
    let mut productions = MockProductionRepository::new();
    let plan = kept.clone();
    productions
        .expect_find_plan()
        .returning(move |_| Ok(Some(plan.lock().unwrap().clone())));
    let plan = kept.clone();
    productions.expect_update().returning(move |update, _| {
        let ProductionUpdate { production, change, .. } = update;
        let mut plan = plan.lock().unwrap();
        assert_eq!(plan.revision, update.plan_revision);
        plan.revision += 1;
        plan.production = production.clone();
        plan.targets.retain(|day, _| !change.dropped_days.contains(day));
        plan.targets.extend(change.new_days.iter().map(|day| (*day, 0)));
        plan.notes.retain(|monday, _| !change.dropped_weeks.contains(monday));
        let new_weeks = change.new_weeks.iter();
        plan.notes
            .extend(new_weeks.map(|monday| (*monday, WeekNotes::default())));
        Ok(production.clone())
    });
    productions
}

proptest! {
    #[test]
    fn none_loses_a_target_or_a_note_without_force(
        periods in proptest::collection::vec(proptest::option::weighted(0.9, (0_i64..20, 0_i64..40)), 2..8),
        marked in 0_i64..40,
    ) {
        let first = day("2026-11-01");
        let mut nothing = plan(false);
        let mut draft = nothing.production.details.into_draft();
        (draft.sale_start, draft.sale_end) = (None, None);
        nothing.production.details = draft.check().unwrap();
        nothing.targets.clear();
        nothing.notes.clear();
        let kept = Arc::new(Mutex::new(nothing));
        let office = office(storing(&kept));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for period in periods {
            let ends = period.map(|(from, days)| (shift(first, from), shift(first, from + days)));
            let change = ProductionChange {
                sale_start: ends.map_or(Patch::Clear, |(start, _)| Patch::Set(start)),
                sale_end: ends.map_or(Patch::Clear, |(_, end)| Patch::Set(end)),
                ..ProductionChange::default()
            };
            // Somebody enters a target and a note where they can, between two edits.
            {
                let mut plan = kept.lock().unwrap();
                let day = shift(first, marked);
                plan.targets.entry(day).and_modify(|krw| *krw = 5);
                let note = WeekNotes { other: Some("광고".to_owned()), ..WeekNotes::default() };
                plan.notes.entry(domain::calendar::monday_of(day)).and_modify(|notes| *notes = note);
            }
            let before = kept.lock().unwrap().clone();
            let answer = runtime.block_on(office.change(ProductionId(Uuid::nil()), change, &ADMIN, &EDIT));
            let after = kept.lock().unwrap().clone();
            match answer {
                Ok(_) => {
                    let period = ends.and_then(|(start, end)| DateRange::new(start, end));
                    let days: Vec<_> = period.into_iter().flat_map(DateRange::days).collect();
                    prop_assert_eq!(after.targets.keys().copied().collect::<Vec<_>>(), days);
                }
                Err(DeskError::WouldLose(loss)) => {
                    prop_assert!(loss.loses_something());
                    prop_assert_eq!(&after, &before);
                }
                Err(other) => prop_assert!(false, "{other}"),
            }
            for (day, krw) in before.targets.iter().filter(|(_, krw)| **krw != 0) {
                prop_assert_eq!(after.targets.get(day), Some(krw));
            }
            for (monday, notes) in before.notes.iter().filter(|(_, notes)| !notes.is_empty()) {
                prop_assert_eq!(after.notes.get(monday), Some(notes));
            }
        }
    }
}

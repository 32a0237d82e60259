use chrono::{DateTime, Utc};
use domain::campaign::CampaignKind;
use domain::validation::{Breach, Field, Rule};
use ports::driven::{MockCampaignRepository, MockClock, MockIds, Patch, StorageError};
use uuid::Uuid;

use super::*;

const PRODUCTION: ProductionId = ProductionId(Uuid::from_u128(1));
const ID: CampaignId = CampaignId(Uuid::from_u128(2));

fn draft() -> CampaignDraft {
    CampaignDraft {
        from: "2026-11-02".parse().unwrap(),
        to: "2026-11-15".parse().unwrap(),
        kind: CampaignKind::Discount,
        text: "수험생 할인".to_owned(),
        agency: "nol".parse().ok(),
        rate: "0.3".parse().ok(),
        grades: vec!["r".parse().unwrap()],
    }
}

fn campaign(revision: i64) -> Campaign {
    Campaign {
        id: ID,
        production_id: PRODUCTION,
        details: draft().check().unwrap(),
        created_by: None,
        revision,
    }
}

fn office(campaigns: MockCampaignRepository) -> CampaignOffice {
    let mut clock = MockClock::new();
    clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
    let mut ids = MockIds::new();
    ids.expect_next().return_const(ID.0);
    CampaignOffice::new(Arc::new(campaigns), Arc::new(clock), Arc::new(ids))
}

#[tokio::test]
async fn what_is_entered_is_answered_as_it_is_kept() {
    let mut campaigns = MockCampaignRepository::new();
    campaigns
        .expect_insert()
        .withf(|new, _| new.id == ID && new.production_id == PRODUCTION)
        .once()
        .returning(|_, _| Ok(true));
    campaigns.expect_find().returning(|_, _| Ok(Some(campaign(0))));
    let entered = office(campaigns).create(PRODUCTION, draft(), &Actor::SYSTEM).await;
    assert_eq!(entered.unwrap(), campaign(0));
}

#[tokio::test]
async fn one_more_than_there_may_be_is_refused() {
    let mut campaigns = MockCampaignRepository::new();
    campaigns.expect_insert().returning(|_, _| Ok(false));
    let entered = office(campaigns).create(PRODUCTION, draft(), &Actor::SYSTEM).await;
    assert!(matches!(entered, Err(DeskError::TooManyCampaigns(MAX_CAMPAIGNS))));
}

#[tokio::test]
async fn what_is_left_out_of_a_change_stays_and_somebody_quicker_is_no_obstacle() {
    let mut campaigns = MockCampaignRepository::new();
    let mut revision = 3;
    campaigns.expect_find().returning(move |_, _| {
        revision += 1;
        Ok(Some(campaign(revision)))
    });
    campaigns
        .expect_update()
        .times(2)
        .withf(|after, _, _| {
            let expected = CampaignDraft {
                text: "학생 할인".to_owned(),
                agency: None,
                grades: Vec::new(),
                ..draft()
            };
            *after.details == expected
        })
        .returning(|after, _, _| match after.revision {
            4 => Err(StorageError::Stale("campaign")),
            _ => Ok(()),
        });
    let change = CampaignChange {
        text: Some(" 학생 할인".to_owned()),
        agency: Patch::Clear,
        grades: Patch::Clear,
        ..CampaignChange::default()
    };
    let edit = Edit::unconditional(Actor::SYSTEM);
    let changed = office(campaigns).change(PRODUCTION, ID, change, &edit).await;
    assert_eq!(changed.unwrap().revision, 6);
}

#[tokio::test]
async fn a_change_that_breaks_a_rule_stores_nothing() {
    let mut campaigns = MockCampaignRepository::new();
    campaigns.expect_find().returning(|_, _| Ok(Some(campaign(0))));
    let change = CampaignChange {
        to: "2026-11-01".parse().ok(),
        ..CampaignChange::default()
    };
    let edit = Edit::unconditional(Actor::SYSTEM);
    let changed = office(campaigns).change(PRODUCTION, ID, change, &edit).await;
    let Err(DeskError::Invalid(breaches)) = changed else {
        panic!("{changed:?}")
    };
    assert_eq!(breaches, [Breach::new(Field::To, Rule::BeforeStart)]);
}

#[tokio::test]
async fn what_is_not_there_is_neither_changed_nor_removed() {
    let mut campaigns = MockCampaignRepository::new();
    campaigns.expect_find().returning(|_, _| Ok(None));
    campaigns.expect_delete().returning(|_, _, _| Ok(false));
    let office = office(campaigns);
    let edit = Edit::unconditional(Actor::SYSTEM);
    let changed = office.change(PRODUCTION, ID, CampaignChange::default(), &edit).await;
    assert!(matches!(changed, Err(DeskError::UnknownCampaign)));
    let deleted = office.delete(PRODUCTION, ID, &edit).await;
    assert!(matches!(deleted, Err(DeskError::UnknownCampaign)));
}

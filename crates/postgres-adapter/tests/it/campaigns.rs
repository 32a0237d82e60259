//! What was done when to sell a production.

use domain::campaign::{Campaign, CampaignDraft, CampaignId, CampaignKind, MAX_CAMPAIGNS};
use domain::production::ProductionId;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{CampaignRepository, NewCampaign, ProductionRepository, StorageError};
use uuid::Uuid;

use crate::support::{Storage, by, day, decimal, instant};

fn draft(first: &str, last: &str) -> CampaignDraft {
    CampaignDraft {
        from: day(first),
        to: day(last),
        kind: CampaignKind::Discount,
        text: "수험생 할인".to_owned(),
        agency: "nol".parse().ok(),
        rate: Some(decimal("0.3")),
        grades: vec!["r".parse().unwrap(), "스탠딩".parse().unwrap()],
    }
}

fn new(number: u128, production: ProductionId, draft: CampaignDraft) -> NewCampaign {
    NewCampaign {
        id: CampaignId(Uuid::from_u128(number)),
        production_id: production,
        details: draft.check().unwrap(),
        at: instant(),
    }
}

async fn enter(storage: &Storage, new: &NewCampaign) {
    assert!(storage.campaigns.insert(new, &Actor::SYSTEM).await.unwrap());
}

async fn listed(storage: &Storage, of: ProductionId, first: Option<&str>, last: Option<&str>) -> Vec<u128> {
    let campaigns = storage.campaigns.list(of, first.map(day), last.map(day)).await.unwrap();
    campaigns.iter().map(|of| of.id.0.as_u128()).collect()
}

fn audited(storage: &Storage) -> Vec<String> {
    storage.texts("SELECT action AS text FROM audit_entry WHERE action LIKE 'campaign.%' ORDER BY id")
}

#[tokio::test]
async fn a_campaign_is_read_as_it_was_stored_with_who_entered_it() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let member = storage.enter_member("first@example.com").await;
    let full = new(1, id, draft("2026-11-02", "2026-11-15"));
    let version = storage.data_version();
    assert!(storage.campaigns.insert(&full, &by(&member)).await.unwrap());
    assert!(storage.data_version() > version);
    let memo = CampaignDraft {
        kind: CampaignKind::Memo,
        agency: None,
        rate: None,
        grades: Vec::new(),
        ..draft("2026-11-03", "2026-11-03")
    };
    let memo = new(2, id, memo);
    enter(&storage, &memo).await;
    let found = storage.campaigns.find(id, full.id).await.unwrap().unwrap();
    let author = found.created_by.clone().unwrap();
    assert_eq!((author.id, author.name), (member.id, member.name));
    assert_eq!(
        (found.details, found.revision, found.production_id),
        (full.details, 0, id)
    );
    let found = storage.campaigns.find(id, memo.id).await.unwrap().unwrap();
    assert_eq!((found.details, found.created_by), (memo.details, None));
    let other = storage.enter_play("PL2").await;
    assert_eq!(storage.campaigns.find(other, full.id).await.unwrap(), None);
}

#[tokio::test]
async fn those_that_touch_the_days_are_listed_in_order_of_time() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    for (number, first, last) in [
        (4, "2026-11-05", "2026-11-05"),
        (1, "2026-11-05", "2026-11-09"),
        (3, "2026-11-01", "2026-11-20"),
        (2, "2026-11-05", "2026-11-09"),
    ] {
        enter(&storage, &new(number, id, draft(first, last))).await;
    }
    let other = storage.enter_play("PL2").await;
    enter(&storage, &new(9, other, draft("2026-11-05", "2026-11-05"))).await;
    assert_eq!(listed(&storage, id, None, None).await, [3, 4, 1, 2]);
    let (sixth, twentieth) = (Some("2026-11-06"), Some("2026-11-20"));
    assert_eq!(listed(&storage, id, sixth, None).await, [3, 1, 2]);
    assert_eq!(listed(&storage, id, twentieth, twentieth).await, [3]);
    assert_eq!(listed(&storage, id, None, Some("2026-11-04")).await, [3]);
    assert_eq!(listed(&storage, id, Some("2026-11-21"), None).await, [0_u128; 0]);
}

#[tokio::test]
async fn a_change_is_based_on_a_state_and_recorded() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let entered = new(1, id, draft("2026-11-02", "2026-11-15"));
    enter(&storage, &entered).await;
    let present = storage.campaigns.find(id, entered.id).await.unwrap().unwrap();
    let later = Campaign {
        details: draft("2026-11-02", "2026-11-30").check().unwrap(),
        ..present.clone()
    };
    let on = |revision| Edit {
        by: Actor::SYSTEM,
        basis: Basis::OneOf(vec![revision]),
    };
    let outdated = storage.campaigns.update(&later, instant(), &on(7)).await;
    assert!(matches!(outdated, Err(StorageError::Outdated("campaign"))));
    storage.campaigns.update(&later, instant(), &on(0)).await.unwrap();
    let changed = storage.campaigns.find(id, entered.id).await.unwrap().unwrap();
    assert_eq!((&changed.details, changed.revision), (&later.details, 1));
    let stale = storage
        .campaigns
        .update(&present, instant(), &Edit::unconditional(Actor::SYSTEM))
        .await;
    assert!(matches!(stale, Err(StorageError::Stale("campaign"))));

    let outdated = storage.campaigns.delete(id, entered.id, &on(0)).await;
    assert!(matches!(outdated, Err(StorageError::Outdated("campaign"))));
    assert!(storage.campaigns.delete(id, entered.id, &on(1)).await.unwrap());
    assert!(!storage.campaigns.delete(id, entered.id, &on(1)).await.unwrap());
    assert_eq!(
        audited(&storage),
        ["campaign.created", "campaign.changed", "campaign.deleted"]
    );
    let kept = "SELECT before ->> 'to' AS text FROM audit_entry WHERE action = 'campaign.deleted'";
    assert_eq!(storage.texts(kept), ["2026-11-30"]);
}

#[tokio::test]
async fn a_production_has_so_many_and_takes_them_with_it() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let fill = format!(
        "INSERT INTO campaign (id, production_id, from_day, to_day, kind, text, grades, updated_at)
         SELECT gen_random_uuid(), '{id}', '2026-11-01', '2026-11-01', 'memo', 'x', '{{}}', now()
         FROM generate_series(2, {MAX_CAMPAIGNS})"
    );
    storage.execute(&fill).unwrap();
    enter(&storage, &new(1, id, draft("2026-11-02", "2026-11-02"))).await;
    let one_more = new(2, id, draft("2026-11-02", "2026-11-02"));
    assert!(!storage.campaigns.insert(&one_more, &Actor::SYSTEM).await.unwrap());
    let other = storage.enter_play("PL2").await;
    enter(&storage, &new(3, other, draft("2026-11-02", "2026-11-02"))).await;

    let edit = Edit::unconditional(Actor::SYSTEM);
    storage.productions.delete(id, false, &edit).await.unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM campaign"), 1);
}

#[tokio::test]
async fn bi_sees_campaigns_with_their_production() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    enter(&storage, &new(1, id, draft("2026-11-02", "2026-11-15"))).await;
    let row = "SELECT format('%s %s %s %s %s %s', production_code, from_day, to_day, kind, rate, grades) AS text
               FROM report.campaign";
    assert_eq!(
        storage.texts(row),
        ["PL1 2026-11-02 2026-11-15 discount 0.3 {r,스탠딩}"]
    );
}

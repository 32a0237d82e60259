use ports::driven::{MockUpkeepLog, UpkeepStanding};
use serde_json::json;

use crate::support::TestApi;
use crate::support::people::MEMBER;

const BACKUPS: &str = "/api/v1/backups";

#[actix_web::test]
async fn the_office_sees_how_backups_stand() {
    let answer = TestApi::with_samples().get(BACKUPS).await;
    answer.assert_is_example("getBackups");
    assert_eq!(TestApi::with_samples().as_user(MEMBER).get(BACKUPS).await.status, 403);
}

#[actix_web::test]
async fn a_new_house_has_none() {
    let mut api = TestApi::with_samples();
    api.upkeep = MockUpkeepLog::new();
    api.upkeep.expect_standing().returning(|| Ok(UpkeepStanding::default()));
    let answer = api.get(BACKUPS).await;
    let nothing = json!({ "backup": null, "verification": null, "check": null, "failures": [] });
    assert_eq!((answer.status.as_u16(), answer.json()), (200, nothing));
}

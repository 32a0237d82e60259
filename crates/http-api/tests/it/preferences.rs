//! What somebody has chosen for oneself.

use domain::preferences::Preferences;
use serde_json::{Value, json};

use crate::support::people::API_KEY;
use crate::support::{TestApi, sample};

const PATH: &str = "/api/v1/auth/preferences";

#[actix_web::test]
async fn what_is_chosen_is_kept_in_the_place_of_what_was() {
    let told = TestApi::with_samples().get(PATH).await;
    told.assert_is_example("getPreferences");
    let mut api = TestApi::default();
    let keep = api.preferences.expect_keep().once();
    keep.withf(|_, chosen, _| *chosen == sample::preferences())
        .returning(|_, _, _| Ok(()));
    let kept = api.put(PATH, &told.json()).await;
    kept.assert_is_example("setPreferences");
}

#[actix_web::test]
async fn whoever_has_chosen_nothing_has_the_defaults() {
    let mut api = TestApi::default();
    api.preferences
        .expect_find()
        .once()
        .returning(|_| Ok(Preferences::default()));
    let nothing = json!({ "views": [], "hiddenColumns": {}, "wall": null, "seenRelease": null });
    assert_eq!(api.get(PATH).await.json(), nothing);
}

#[actix_web::test]
async fn a_choice_that_breaks_a_bound_is_refused_with_its_place() {
    let view = |path: &str| json!({ "views": [{ "name": "가", "path": path, "pinned": false }] });
    let wall = json!({ "wall": { "paths": ["/"], "seconds": 1 } });
    let columns = json!({ "hiddenColumns": { "": ["revenueKrw"] } });
    let refused: [(Value, &str, &str); 3] = [
        (view("//elsewhere.example"), "/views/0/path", "malformed"),
        (wall, "/wall/seconds", "out_of_range"),
        (columns, "/hiddenColumns", "malformed"),
    ];
    for (body, pointer, code) in refused {
        TestApi::default().put(PATH, &body).await.assert_breaks(pointer, code);
    }
}

#[actix_web::test]
async fn a_key_has_no_preferences() {
    let refused = TestApi::with_samples().as_user(API_KEY).get(PATH).await;
    refused.assert_problem(403, "forbidden");
}

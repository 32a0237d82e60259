//! What people have chosen for themselves.

use std::collections::BTreeMap;

use domain::preferences::{Preferences, SavedView, Wall};
use ports::driven::PreferenceRepository;

use crate::support::{Storage, instant};

fn chosen(name: &str) -> Preferences {
    Preferences {
        views: vec![SavedView {
            name: name.to_owned(),
            path: "/plays/weekly?period=lastMonth".to_owned(),
            pinned: true,
        }],
        hidden_columns: BTreeMap::from([("plays/weekly-capacity".to_owned(), vec!["offeredSeats".to_owned()])]),
        wall: Some(Wall {
            paths: vec!["/".to_owned()],
            seconds: 20,
        }),
        seen_release: Some("2026.11".to_owned()),
    }
}

#[tokio::test]
async fn what_somebody_chose_last_is_kept_and_nobody_elses() {
    let storage = Storage::new();
    let one = storage.enter_member("a@example.com").await;
    let other = storage.enter_member("b@example.com").await;
    let find = async |user| storage.preferences.find(user).await.unwrap();
    assert_eq!(find(one.id).await, Preferences::default());
    for name in ["지난달", "이번 달"] {
        storage
            .preferences
            .keep(one.id, &chosen(name), instant())
            .await
            .unwrap();
    }
    assert_eq!(find(one.id).await, chosen("이번 달"));
    assert_eq!(find(other.id).await, Preferences::default());
}

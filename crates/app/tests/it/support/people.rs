//! Users with passwords, as an administrator makes them.

use serde_json::{Value, json};

use super::Client;

/// What every user of the tests signs in with.
pub(crate) const PASSWORD: &str = "purple elephant staircase";

/// Enters a user with these fields, who sets a password by the reset link; answers the user.
pub(crate) async fn enter_user(office: &Client, email: &str, fields: &Value) -> Value {
    let mut user = json!({ "email": email, "name": email });
    user.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let user = office.post("/api/v1/users", &user).await.expect(201);
    let path = format!("/api/v1/users/{}/reset-link", user["id"].as_str().unwrap());
    let link = office.post(&path, &json!({})).await.expect(201);
    let (_, token) = link["url"].as_str().unwrap().split_once("#token=").unwrap();
    let reset = json!({ "token": token, "newPassword": PASSWORD });
    let set = office.as_nobody().post("/api/v1/auth/reset", &reset).await;
    assert_eq!(set.status, 204, "{set:?}");
    user
}

/// The same, signed in.
pub(crate) async fn user(office: &Client, email: &str, fields: &Value) -> Client {
    enter_user(office, email, fields).await;
    office.sign_in(email, PASSWORD).await
}

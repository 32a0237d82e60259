//! Who can sign in to the demo: one of each role.

use anyhow::{Context, Result};
use domain::access::Role;
use ports::driving::{AccountError, AccountSetup, NewAccount};
use serde_json::json;

use crate::client::Client;
use crate::secrets::random_password;

/// The demo's own users: role, address, name.
const USERS: [(Role, &str, &str); 3] = [
    (Role::Master, "master@example.com", "총괄"),
    (Role::Admin, "admin@example.com", "관리자"),
    (Role::Member, "member@example.com", "담당자"),
];

/// Somebody who can sign in.
pub(super) struct Login {
    pub(super) role: Role,
    pub(super) email: String,
    pub(super) password: String,
}

/// Makes the demo's users. Where they are there already they get new random passwords, as nobody keeps the last ones. A
/// master whom the configuration names takes the place of the demo's.
pub(super) async fn make(accounts: &dyn AccountSetup, configured: Option<NewAccount>) -> Result<Vec<Login>> {
    let mut logins = Vec::new();
    for (role, email, name) in USERS {
        if let (Role::Master, Some(account)) = (role, &configured) {
            logins.push(Login {
                role,
                email: account.email.clone(),
                password: account.password.clone(),
            });
            continue;
        }
        let password = random_password();
        let account = NewAccount {
            email: email.to_owned(),
            name: name.to_owned(),
            password: password.clone(),
        };
        match accounts.add(account, role).await {
            Ok(_) => {}
            Err(AccountError::Taken(_)) => accounts.set_password(email, &password).await?,
            Err(error) => return Err(error.into()),
        }
        logins.push(Login {
            role,
            email: email.to_owned(),
            password,
        });
    }
    Ok(logins)
}

/// Lets the member work on the first production, and see no other.
pub(super) async fn grant_one_production(master: &Client) -> Result<()> {
    let productions = master.get("/api/v1/productions?perPage=1").await?;
    let members = master.get("/api/v1/users?role=member&perPage=1").await?;
    let id = members["items"][0]["id"].as_str().context("the demo has a member")?;
    let grants = json!({ "canUpload": true, "productionIds": [productions["items"][0]["id"]] });
    master.patch(&format!("/api/v1/users/{id}"), &grants).await?;
    Ok(())
}

//! `fullhouse user`: accounts without a server, the first master above all.

use std::io::BufRead;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use ports::driving::{AccountError, AccountSetup, NewAccount};

use super::{broken_rules, runtime};
use crate::cli::{PasswordArguments, UserAddArguments, UserCommand};
use crate::config::Config;
use crate::database::with_database;
use crate::secrets::random_password;
use crate::telemetry;
use crate::wiring::account_setup;

/// Does it in the configured database.
pub(crate) fn run(command: UserCommand) -> Result<()> {
    telemetry::start("warn")?;
    with_database(Config::from_env()?.database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let accounts = account_setup(&database.url);
            match command {
                UserCommand::Add(arguments) => add(accounts.as_ref(), arguments).await,
                UserCommand::List => list(accounts.as_ref()).await,
                UserCommand::Password(arguments) => set_password(accounts.as_ref(), &arguments).await,
                UserCommand::RemoveSecondFactor { email } => remove_second_factor(accounts.as_ref(), &email).await,
            }
        })
    })
}

async fn add(accounts: &dyn AccountSetup, arguments: UserAddArguments) -> Result<()> {
    let password = Password::of(arguments.password_stdin)?;
    let account = NewAccount {
        name: arguments.name.unwrap_or_else(|| arguments.email.clone()),
        email: arguments.email,
        password: password.text.clone(),
    };
    let user = accounts.add(account, arguments.role).await.map_err(into_anyhow)?;
    anstream::println!("{} is a {} now.", user.email, user.role.code());
    password.tell();
    Ok(())
}

async fn list(accounts: &dyn AccountSetup) -> Result<()> {
    for user in accounts.list().await.map_err(into_anyhow)? {
        let state = if user.active { "active" } else { "inactive" };
        anstream::println!("{}\t{}\t{state}\t{}", user.email, user.role.code(), user.name);
    }
    Ok(())
}

async fn set_password(accounts: &dyn AccountSetup, arguments: &PasswordArguments) -> Result<()> {
    let password = Password::of(arguments.password_stdin)?;
    let set = accounts.set_password(&arguments.email, &password.text).await;
    set.map_err(into_anyhow)?;
    anstream::println!(
        "The password is set; all sessions and API keys of {} have ended.",
        arguments.email
    );
    password.tell();
    Ok(())
}

async fn remove_second_factor(accounts: &dyn AccountSetup, email: &str) -> Result<()> {
    accounts.remove_second_factor(email).await.map_err(into_anyhow)?;
    anstream::println!("The second factor of {email} is removed; all sessions have ended.");
    Ok(())
}

/// A password from standard input, which nobody needs to be told, or a random one.
struct Password {
    text: String,
    is_random: bool,
}

impl Password {
    fn of(from_stdin: bool) -> Result<Self> {
        if !from_stdin {
            return Ok(Self {
                text: random_password(),
                is_random: true,
            });
        }
        let mut line = String::new();
        std::io::stdin()
            .lock()
            .read_line(&mut line)
            .context("standard input cannot be read")?;
        let text = line.trim_end_matches(['\r', '\n']).to_owned();
        if text.is_empty() {
            bail!("there is no password on standard input");
        }
        Ok(Self { text, is_random: false })
    }

    fn tell(&self) {
        if self.is_random {
            anstream::println!("Password: {}", self.text);
        }
    }
}

fn into_anyhow(error: AccountError) -> anyhow::Error {
    match error {
        AccountError::Invalid(errors) => broken_rules(&errors),
        AccountError::Unknown => anyhow!("there is no user with this address"),
        other => other.into(),
    }
}

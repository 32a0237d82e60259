//! `fullhouse message`: one message without a server: printed, and sent where that is asked for.

use std::io::Write;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use domain::access::Visible;
use domain::people::Email;
use ports::driven::{Channel, Clock, Ids, Mail, Parcel, ProductionRepository, ReportScope};
use ports::driving::{MessageOrder, Rendering};

use super::runtime;
use crate::cli::{MessageArguments, MessageFormat};
use crate::clock::{SystemClock, SystemIds};
use crate::config::{Config, Settings};
use crate::database::with_database;
use crate::telemetry;
use crate::wiring::OfflineMessages;

/// Prints it, or sends it.
pub(crate) fn run(arguments: MessageArguments) -> Result<()> {
    telemetry::start("warn")?;
    let config = Config::from_env()?;
    let settings = config.settings;
    with_database(config.database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let offline = OfflineMessages::new(&database.url, &settings)?;
            let order = order(offline.productions.as_ref(), &arguments).await?;
            let composed = offline.messages.compose(&order).await?;
            let rendering = offline.messages.render(&composed.message);
            let parcels = parcels(&arguments, &rendering, &settings)?;
            if parcels.is_empty() {
                return print(&arguments, &rendering);
            }
            for parcel in &parcels {
                send(offline.channel.as_ref(), parcel).await?;
            }
            Ok(())
        })
    })
}

async fn order(productions: &dyn ProductionRepository, arguments: &MessageArguments) -> Result<MessageOrder> {
    let mut scope = ReportScope {
        visible: Visible::All,
        production_ids: Vec::new(),
        include_inactive: arguments.include_inactive,
    };
    for code in &arguments.productions {
        let production = productions.find_by_code(code).await?;
        let production = production.ok_or_else(|| anyhow!("there is no production {code}"))?;
        scope.production_ids.push(production.id);
    }
    Ok(MessageOrder {
        kind: arguments.kind,
        scope,
        as_of: arguments.as_of.unwrap_or_else(|| SystemClock.today()),
        slot: None,
        commentary: !arguments.no_comments,
    })
}

fn print(arguments: &MessageArguments, rendering: &Rendering) -> Result<()> {
    let written = match arguments.format {
        MessageFormat::Text => rendering.text.clone(),
        MessageFormat::Html => rendering.html.clone(),
        MessageFormat::Slack => format!("{}\n", serde_json::to_string_pretty(&rendering.slack)?),
    };
    let mut out = std::io::stdout();
    out.write_all(written.as_bytes())
        .context("the message cannot be printed")
}

fn parcels(arguments: &MessageArguments, rendering: &Rendering, settings: &Settings) -> Result<Vec<Parcel>> {
    let mut parcels = Vec::new();
    if arguments.slack {
        let url = settings.outgoing.slack_webhook.clone();
        let url = url.context("SLACK_WEBHOOK_URL is not set")?;
        let posts = rendering.slack.iter().cloned();
        parcels.extend(posts.map(|post| Parcel::Slack { url: url.clone(), post }));
    }
    for to in &arguments.mail {
        parcels.push(Parcel::Mail(Mail {
            to: Email::parse(to).map_err(|_| anyhow!("{to} is no e-mail address"))?,
            subject: rendering.subject.clone(),
            text: rendering.text.clone(),
            html: rendering.html.clone(),
            attachments: Vec::new(),
        }));
    }
    Ok(parcels)
}

async fn send(channel: &dyn Channel, parcel: &Parcel) -> Result<()> {
    let receipt = channel.send(SystemIds.next(), parcel).await;
    let receipt = receipt.context("the message was not sent")?;
    println!("Sent. {}", receipt.reference.unwrap_or_default());
    Ok(())
}

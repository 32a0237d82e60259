//! What administrators are told of sources of figures.

use domain::access::Role;
use domain::message::{Block, Message, Section};
use domain::schedule::{DeliveryId, DestinationKind, Productions};
use ports::driven::collection::SourceAlert;
use ports::driven::{Delivery, Receiver, StorageError};
use serde_json::json;

use super::Alerts;
use crate::composing::{Composer, new_delivery, rendered};

impl Alerts {
    /// Puts on its way what was found about sources.
    pub(crate) async fn tell_of_sources(&self) -> Result<(), StorageError> {
        for alert in self.ports.sources.untold().await? {
            let deliveries = self.of_source(&alert).await?;
            let now = self.ports.composer.clock.now();
            self.ports.sources.tell(alert.id, &deliveries, now).await?;
            tracing::warn!(
                kind = alert.kind.code(),
                source = alert.source_name,
                "Told of a source."
            );
        }
        Ok(())
    }

    /// To destinations for all productions that take alerts; mail to administrators only.
    async fn of_source(&self, alert: &SourceAlert) -> Result<Vec<Delivery>, StorageError> {
        let Composer {
            messages,
            destinations,
            ids,
            ..
        } = self.ports.composer.as_ref();
        let title = format!("{}: {}", alert.kind.words_ko(), alert.source_name);
        let why = alert.code.map_or("", |code| code.message_ko());
        let section = Section::plain().with(Block::warning(why.to_owned()));
        let rendering = messages.render(&Message::new(title, why.to_owned()).with(section));
        let data = json!({
            "kind": alert.kind.code(),
            "sourceName": alert.source_name,
            "code": alert.code.map(domain::collection::RunCode::code),
            "title": rendering.subject,
            "text": rendering.text,
        });
        let mut deliveries = Vec::new();
        for destination in destinations.list().await? {
            if !destination.takes_alerts || destination.productions != Productions::AllActive {
                continue;
            }
            for receiver in self.ports.composer.receivers(&destination, &[]).await? {
                if !self.is_office(&receiver).await? {
                    continue;
                }
                let event = ("source.alert", alert.found_at, data.clone());
                let content = rendered(receiver.kind, &rendering, event);
                let (id, cause) = (DeliveryId(ids.next()), format!("source-alert:{}", alert.id));
                deliveries.push(Delivery {
                    content,
                    ..new_delivery(id, cause, "alert", receiver, alert.found_at)
                });
            }
        }
        Ok(deliveries)
    }

    /// Whether a receiver may be told of what is the office's: of mail, an administrator.
    async fn is_office(&self, receiver: &Receiver) -> Result<bool, StorageError> {
        if receiver.kind != DestinationKind::Mail {
            return Ok(true);
        }
        let Some(address) = &receiver.address else {
            return Ok(false);
        };
        let found = self.ports.users.find_credentials(address).await?;
        Ok(found.is_some_and(|found| found.user.active && found.user.role != Role::Member))
    }
}

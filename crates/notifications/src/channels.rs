use std::sync::Arc;

use async_trait::async_trait;
use domain::webhook_hosts::WebhookHosts;
use ports::driven::{Channel, Clock, FailureReason, Parcel, Receipt, SendFailure};
use uuid::Uuid;

use crate::breakers::Breakers;
use crate::mail::{MailSettings, Mailer};
use crate::patience::Patience;
use crate::web::{Failed, Web};
use crate::{slack, webhook};

/// All ways out of the house.
pub struct Channels {
    web: Web,
    mailer: Option<Mailer>,
    hosts: WebhookHosts,
    breakers: Breakers,
    clock: Arc<dyn Clock>,
}

impl Channels {
    /// To these hosts; mails only where a mail server is configured.
    ///
    /// # Errors
    ///
    /// TLS cannot be set up, or the mail settings make no sender.
    pub fn new(
        hosts: WebhookHosts,
        mail: Option<MailSettings>,
        patience: Patience,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self {
            web: Web::new(patience)?,
            mailer: mail.map(|settings| Mailer::new(settings, patience)).transpose()?,
            hosts,
            breakers: Breakers::default(),
            clock,
        })
    }

    async fn deliver(&self, id: Uuid, parcel: &Parcel) -> Result<Receipt, Failed> {
        match parcel {
            Parcel::Slack { url, post } => {
                let url = self.hosts.of_slack(&url.0).ok_or_else(Failed::forbidden)?;
                slack::send(&self.web, url, post, self.clock.now()).await
            }
            Parcel::Webhook { url, secret, event } => {
                let url = self.hosts.of_ones_own(&url.0).ok_or_else(Failed::forbidden)?;
                let is_trusted = self.hosts.name(&url);
                webhook::send(&self.web, url, is_trusted, id, secret, event, self.clock.now()).await
            }
            Parcel::Mail(mail) => match &self.mailer {
                Some(mailer) => mailer.send(id, mail, self.clock.now()).await,
                None => Err(Failed::refused(FailureReason::NotConfigured)),
            },
        }
    }

    /// What fails together.
    fn host(&self, parcel: &Parcel) -> Option<String> {
        match parcel {
            Parcel::Slack { url, .. } => self.hosts.of_slack(&url.0)?.host_str().map(str::to_owned),
            Parcel::Webhook { url, .. } => self.hosts.of_ones_own(&url.0)?.host_str().map(str::to_owned),
            // There is only one.
            Parcel::Mail(_) => Some("mail".to_owned()),
        }
    }
}

#[async_trait]
impl Channel for Channels {
    async fn send(&self, id: Uuid, parcel: &Parcel) -> Result<Receipt, SendFailure> {
        let Some(host) = self.host(parcel) else {
            return Err(Failed::forbidden().failure);
        };
        if let Some(wait) = self.breakers.admit(&host, self.clock.now()) {
            return Err(SendFailure::Temporary {
                reason: FailureReason::CircuitOpen,
                retry_after: Some(wait),
            });
        }
        let sent = self.deliver(id, parcel).await;
        let is_ill = sent.as_ref().is_err_and(|failed| failed.host_is_ill);
        self.breakers.note(&host, is_ill, self.clock.now());
        sent.map_err(|failed| failed.failure)
    }
}

//! What people ought to know, by mail, for whoever wants it.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use domain::people::User;
use domain::production::ProductionId;
use domain::schedule::{DeliveryId, DestinationKind, DigestFrequency, Schedule, Task};
use ports::driven::{
    Delivery, DigestRepository, Notice, NoticeBoard, NoticeNews, NoticeQuery, Receiver, Run, StorageError,
    UserRepository,
};
use ports::driving::Digest;
use ports::paging::{MAX_PER_PAGE, Paging};
use serde_json::Value;

use crate::composing::{Composer, new_delivery, rendered};
use crate::tasks::{ScheduledTask, TaskError};

/// What digests need.
pub struct DigestPorts {
    /// Who gets one.
    pub digests: Arc<dyn DigestRepository>,
    /// What they see.
    pub users: Arc<dyn UserRepository>,
    /// What happened.
    pub notices: Arc<dyn NoticeBoard>,
    /// Makes messages.
    pub composer: Arc<Composer>,
}

/// Makes digests.
pub struct Digests {
    ports: DigestPorts,
}

impl Digests {
    /// With these ports.
    pub fn new(ports: DigestPorts) -> Self {
        Self { ports }
    }

    /// What a user ought to know of the time before `until`. What could not be sent and tells of no production, as a test,
    /// is left out: nobody could say later whether the reader may still be told of it.
    async fn notices(
        &self,
        user: &User,
        frequency: DigestFrequency,
        until: DateTime<Utc>,
    ) -> Result<(Vec<Notice>, i64), StorageError> {
        let query = NoticeQuery {
            reader: user.id,
            visible: user.rights().visible(),
            deliveries: user.role.is_office(),
            after: until - frequency.span(),
            until,
            paging: Paging {
                page: 1,
                per_page: MAX_PER_PAGE,
            },
        };
        let page = self.ports.notices.list(&query).await?;
        let left_out = page.total - i64::try_from(page.items.len()).unwrap_or(i64::MAX);
        let told = page.items.into_iter().filter(|notice| !about(notice).is_empty());
        Ok((told.collect(), left_out))
    }

    fn delivery(&self, run: &Run, user: User, digest: &Digest) -> Delivery {
        let Composer {
            messages, ids, clock, ..
        } = self.ports.composer.as_ref();
        let rendering = messages.render(&messages.digest(digest));
        let now = clock.now();
        let about: BTreeSet<ProductionId> = digest.notices.iter().flat_map(about).collect();
        let receiver = Receiver {
            destination: None,
            kind: DestinationKind::Mail,
            production: None,
            address: Some(user.email),
            user: Some(user.id),
            name: user.name,
        };
        let content = rendered(DestinationKind::Mail, &rendering, ("digest", now, Value::Null));
        Delivery {
            run: Some(run.id),
            slot: Some(run.slot),
            about: about.into_iter().collect(),
            content,
            ..new_delivery(
                DeliveryId(ids.next()),
                format!("run:{}", run.id),
                run.task.code(),
                receiver,
                now,
            )
        }
    }
}

/// The productions that a notice tells of.
fn about(notice: &Notice) -> Vec<ProductionId> {
    match &notice.news {
        NoticeNews::DeliveryFailed { about, .. } => about.clone(),
        NoticeNews::RunFailed { .. } | NoticeNews::Source { .. } => Vec::new(),
        NoticeNews::Arrived { .. } | NoticeNews::Alert { .. } | NoticeNews::Changed { .. } => {
            notice.production.iter().map(|of| of.id).collect()
        }
    }
}

#[async_trait]
impl ScheduledTask for Digests {
    async fn perform(&self, run: &Run, _: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        let Task::Digest(frequency) = run.task else {
            return Err(TaskError::Gone);
        };
        let mut deliveries = Vec::new();
        for id in self.ports.digests.readers(frequency).await? {
            let Some(user) = self.ports.users.find(id).await?.filter(|user| user.active) else {
                continue;
            };
            let (notices, left_out) = self.notices(&user, frequency, run.slot).await?;
            if notices.is_empty() {
                continue;
            }
            let digest = Digest {
                frequency,
                as_of: in_kst(run.slot),
                notices,
                left_out,
            };
            deliveries.push(self.delivery(run, user, &digest));
        }
        Ok(deliveries)
    }
}

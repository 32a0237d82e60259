use async_trait::async_trait;
use ports::driven::{Change, Changes, Subscription, Topic};
use tokio::sync::broadcast;

/// Announcements that a test makes.
#[derive(Clone)]
pub(crate) struct Announcements(broadcast::Sender<Change>);

impl Default for Announcements {
    fn default() -> Self {
        Self(broadcast::channel(16).0)
    }
}

impl Announcements {
    pub(crate) fn announce(&self, data_version: i64, topic: Topic) {
        self.0.send(Change::Committed { data_version, topic }).unwrap();
    }

    pub(crate) fn miss_some(&self) {
        self.0.send(Change::Missed).unwrap();
    }
}

impl Changes for Announcements {
    fn subscribe(&self) -> Box<dyn Subscription> {
        Box::new(Place(self.0.subscribe()))
    }
}

struct Place(broadcast::Receiver<Change>);

#[async_trait]
impl Subscription for Place {
    async fn next(&mut self) -> Change {
        match self.0.recv().await {
            Ok(change) => change,
            Err(_) => std::future::pending().await,
        }
    }
}

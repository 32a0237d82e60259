use async_trait::async_trait;

/// A part of the house that works, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component {
    /// The database answers.
    Database,
    /// Jobs can be queued.
    Queue,
    /// Files can be stored.
    Storage,
    /// No job waits for long, and none was given up within a day.
    Jobs,
    /// No time of a schedule waits for long, and none was given up within a day.
    Schedules,
    /// Nothing that is to be sent waits for long, and nothing was given up within a day.
    Deliveries,
}

impl Component {
    /// Whether the server cannot answer without it. The others are what it does by itself, and may fail for reasons that no
    /// other server mends: a receiver that is gone.
    pub fn is_vital(self) -> bool {
        match self {
            Self::Database | Self::Queue | Self::Storage => true,
            Self::Jobs | Self::Schedules | Self::Deliveries => false,
        }
    }
}

/// Looks whether the server works.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Health: Send + Sync {
    /// Each component, and whether it works.
    async fn check(&self) -> Vec<(Component, bool)>;
}

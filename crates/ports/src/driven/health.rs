use async_trait::async_trait;

/// Something that the server cannot work without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component {
    /// The database answers.
    Database,
    /// Jobs can be queued.
    Queue,
    /// Files can be stored.
    Storage,
}

/// Looks whether the server can work.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Health: Send + Sync {
    /// Each component, and whether it works.
    async fn check(&self) -> Vec<(Component, bool)>;
}

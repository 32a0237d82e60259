/// Whom the database belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// Our embedded server: role `reader` gets its rights.
    Embedded,
    /// Somebody else's server, whose roles are none of our business.
    External,
}

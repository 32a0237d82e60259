use domain::access::Capability;

/// What a route needs of whoever calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nobody needs to be signed in.
    Nothing,
    /// This capability, by session or API key.
    Of(Capability),
    /// This capability, by session only: one's account and the users are no business of scripts.
    InPerson(Capability),
    /// To be signed in by session, also before a second factor that is demanded is set up: what one needs to set it up.
    Oneself,
    /// This capability on the production whose id is in the path.
    OnProduction(Capability),
    /// This capability on the production of the upload whose id is in the path.
    OnUpload(Capability),
    /// This capability on some production, before anything of the body is kept. Which production it is about is in the
    /// body: the handler asks the policy, by `Caller::require`, as soon as it knows.
    OnProductionInBody(Capability),
}

use domain::access::Capability;

/// What a route needs of whoever calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nobody needs to be signed in.
    Nothing,
    /// This capability, by session or API key.
    Of(Capability),
    /// To administer, or the token of the settings for programs that collect figures.
    Figures,
    /// This capability, by session only: one's account and the users are no business of scripts.
    InPerson(Capability),
    /// To be signed in by session, also before a second factor that is demanded is set up: what one needs to set it up.
    Oneself,
    /// This capability on the production whose id is in the path.
    OnProduction(Capability),
    /// This capability on the production of the upload whose id is in the path.
    OnUpload(Capability),
    /// This capability on the production of the arrival whose id is in the path; of one without a production, on all.
    OnArrival(Capability),
    /// This capability on some production, before anything of the body is kept. Which production it is about is in the
    /// body: the handler asks the policy, by `Caller::require`, as soon as it knows.
    OnProductionInBody(Capability),
}

impl Need {
    /// The capability that what the route does rests on.
    pub(super) fn capability(self) -> Capability {
        match self {
            Self::Nothing | Self::Oneself => Capability::Enter,
            Self::Figures => Capability::Administer,
            Self::Of(capability)
            | Self::InPerson(capability)
            | Self::OnProduction(capability)
            | Self::OnUpload(capability)
            | Self::OnArrival(capability)
            | Self::OnProductionInBody(capability) => capability,
        }
    }

    /// What an `id` in the path names, in the words of an answer: the same whether it is not there or not seen.
    pub(super) fn thing(self) -> &'static str {
        match self {
            Self::OnProduction(_) | Self::OnProductionInBody(_) => "production",
            Self::OnUpload(_) => "upload",
            Self::OnArrival(_) => "arrival",
            Self::Nothing | Self::Oneself | Self::Of(_) | Self::Figures | Self::InPerson(_) => "thing",
        }
    }
}

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::calendar::in_kst;
use domain::market::matching::{Reason, Suggestion};
use domain::market::{Genre, InvalidKopisId, KopisId, MAX_KOPIS_IDS, Show};
use ports::driven::Match;
use ports::driving::Suggestions;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::number;
use super::person::UserNameView;
use crate::extract::required;
use crate::problem::{ApiError, FieldErrorView};

/// A show that KOPIS knows.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KopisShowView {
    #[schema(example = "PF900001")]
    kopis_id: String,
    #[schema(example = "달빛 정원")]
    name: String,
    #[schema(example = "가온예술극장 (대극장)")]
    place: Option<String>,
    #[schema(example = "서울특별시")]
    area: Option<String>,
    /// First day with a performance.
    from: NaiveDate,
    /// Last day with a performance.
    to: NaiveDate,
    /// Code of its genre; one that this release does not know is its own name.
    #[schema(example = "GGGA")]
    genre: String,
    /// Whether it goes on for as long as people come.
    open_run: bool,
}

impl From<Show> for KopisShowView {
    fn from(show: Show) -> Self {
        Self {
            kopis_id: show.kopis_id.to_string(),
            name: show.name,
            place: show.place,
            area: show.area,
            from: show.from,
            to: show.to,
            genre: show.genre.code().to_owned(),
            open_run: show.open_run,
        }
    }
}

/// Which shows of KOPIS a production is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KopisMatchView {
    #[schema(example = json!(["PF900001"]))]
    kopis_ids: Vec<String>,
    /// Code of the genre that it is compared with.
    #[schema(example = "GGGA")]
    genre: String,
    /// Those of the shows that are known, in the order of their identities above.
    shows: Vec<KopisShowView>,
    /// Who said so; `null` before anybody did, and where that user is gone.
    confirmed_by: Option<UserNameView>,
    /// When; `null` before anybody did.
    confirmed_at: Option<DateTime<FixedOffset>>,
    /// Counts its changes.
    #[schema(minimum = 0)]
    revision: i64,
}

impl From<Match> for KopisMatchView {
    fn from(of: Match) -> Self {
        Self {
            kopis_ids: of.kopis_ids.iter().map(ToString::to_string).collect(),
            genre: of.genre.code().to_owned(),
            shows: of.shows.into_iter().map(Into::into).collect(),
            confirmed_by: of.confirmed_by.map(UserNameView::from),
            confirmed_at: of.confirmed_at.map(in_kst),
            revision: of.revision,
        }
    }
}

/// Which shows of KOPIS a production is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewKopisMatch {
    /// `PF` and digits; at most ten, each once.
    #[serde(default, deserialize_with = "required")]
    #[schema(required = true, nullable = false, value_type = Vec<String>, max_items = 10, example = json!(["PF900001"]))]
    kopis_ids: Option<Vec<String>>,
    /// Code of the genre that it is compared with.
    #[serde(default, deserialize_with = "required")]
    #[schema(required = true, nullable = false, value_type = String, example = "GGGA")]
    genre: Option<String>,
}

impl NewKopisMatch {
    /// The shows and the genre, as the domain has them.
    pub(crate) fn into_parts(self) -> Result<(Vec<KopisId>, Genre), ApiError> {
        let mut errors = Vec::new();
        let mut ids: Vec<KopisId> = Vec::new();
        match self.kopis_ids {
            None => errors.push(missing("/kopisIds")),
            Some(texts) if texts.len() > MAX_KOPIS_IDS => {
                let most = format!("at most {MAX_KOPIS_IDS}");
                errors.push(FieldErrorView::new("/kopisIds", "too_many", most));
            }
            Some(texts) => {
                for (index, text) in texts.iter().enumerate() {
                    let at = format!("/kopisIds/{index}");
                    match text.parse::<KopisId>() {
                        Err(error @ InvalidKopisId) => {
                            errors.push(FieldErrorView::new(at, "malformed", error.to_string()));
                        }
                        Ok(id) if ids.contains(&id) => {
                            errors.push(FieldErrorView::new(at, "duplicate", "each one once"));
                        }
                        Ok(id) => ids.push(id),
                    }
                }
            }
        }
        let genre = match self.genre {
            None => {
                errors.push(missing("/genre"));
                None
            }
            Some(code) => {
                let genre = Genre::known(&code);
                if genre.is_none() {
                    errors.push(FieldErrorView::new("/genre", "unknown", "the code of a genre, as GGGA"));
                }
                genre
            }
        };
        match genre {
            Some(genre) if errors.is_empty() => Ok((ids, genre)),
            _ => Err(ApiError::Invalid(errors)),
        }
    }
}

fn missing(pointer: &str) -> FieldErrorView {
    FieldErrorView::new(pointer, "required", "something; it may not be left out")
}

/// Shows of KOPIS that a production may be.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SuggestionsView {
    /// The best first.
    #[schema(max_items = 10)]
    suggestions: Vec<SuggestionView>,
    /// Whether KOPIS was asked by the name; else they are of what was read before.
    complete: bool,
}

/// A show that a production may be.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SuggestionView {
    #[serde(flatten)]
    show: KopisShowView,
    /// 0 to 1.
    #[schema(example = 0.8333)]
    score: f64,
    /// How each of the four speaks for it.
    reasons: Vec<MatchReasonView>,
}

/// What speaks for a match.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MatchReasonView {
    /// `name`, `place`, `period` or `genre`.
    #[schema(example = "name")]
    what: &'static str,
    /// 0 to 1.
    #[schema(example = 0.6667)]
    score: f64,
    /// What the production has.
    #[schema(example = "뮤지컬 달빛 정원")]
    own: Option<String>,
    /// What the show has.
    #[schema(example = "달빛 정원")]
    theirs: Option<String>,
}

impl From<Reason> for MatchReasonView {
    fn from(reason: Reason) -> Self {
        Self {
            what: reason.what.code(),
            score: number(reason.score),
            own: reason.own,
            theirs: reason.theirs,
        }
    }
}

impl From<Suggestion> for SuggestionView {
    fn from(suggestion: Suggestion) -> Self {
        Self {
            show: suggestion.show.into(),
            score: number(suggestion.score),
            reasons: suggestion.reasons.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Suggestions> for SuggestionsView {
    fn from(of: Suggestions) -> Self {
        Self {
            suggestions: of.suggestions.into_iter().map(Into::into).collect(),
            complete: of.is_complete,
        }
    }
}

//! What was done when to sell a production: discounts, promotions, press, invitations, and memos of a day.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;
use uuid::Uuid;

use crate::agency::AgencyCode;
use crate::calendar;
use crate::grade::Grade;
use crate::limits::MAX_SEAT_GRADES;
use crate::people::UserName;
use crate::production::ProductionId;
use crate::validation::{Breach, Breaches, Field, Place, Rule, clean_text};

/// Longest text, in characters.
pub const MAX_TEXT_CHARS: usize = 500;
/// Longest campaign, in days.
pub const MAX_DAYS: i64 = 400;
/// Most campaigns of one production.
pub const MAX_CAMPAIGNS: i64 = 2_000;
/// Decimal places of a rate.
const RATE_PLACES: u32 = 4;

/// Identifies a campaign for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CampaignId(pub Uuid);

impl fmt::Display for CampaignId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What kind of thing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CampaignKind {
    /// Something worth knowing of a day.
    Memo,
    /// A lower price.
    Discount,
    /// Advertising.
    Promotion,
    /// Press and broadcasting.
    Press,
    /// Seats given away.
    Invitation,
    /// Anything else.
    Other,
}

/// A text that is no kind of campaign.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("memo, discount, promotion, press, invitation or other")]
pub struct InvalidCampaignKind;

impl CampaignKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Memo,
        Self::Discount,
        Self::Promotion,
        Self::Press,
        Self::Invitation,
        Self::Other,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Memo => "memo",
            Self::Discount => "discount",
            Self::Promotion => "promotion",
            Self::Press => "press",
            Self::Invitation => "invitation",
            Self::Other => "other",
        }
    }
}

impl FromStr for CampaignKind {
    type Err = InvalidCampaignKind;

    fn from_str(code: &str) -> Result<Self, InvalidCampaignKind> {
        let found = Self::ALL.into_iter().find(|kind| kind.code() == code);
        found.ok_or(InvalidCampaignKind)
    }
}

/// A campaign as somebody wants it. Nobody has looked at its rules yet: [`Self::check`] does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignDraft {
    /// First day.
    pub from: NaiveDate,
    /// Last day; of a memo of a day the first.
    pub to: NaiveDate,
    /// What kind of thing.
    pub kind: CampaignKind,
    /// What was done.
    pub text: String,
    /// By which agency; `None` for all.
    pub agency: Option<AgencyCode>,
    /// Share of the price that is taken off.
    pub rate: Option<Decimal>,
    /// Of which grades; empty for all.
    pub grades: Vec<Grade>,
}

/// What a campaign is. Invariant: it keeps the rules of [`CampaignDraft::check`]; the fields are read as those of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignDetails(CampaignDraft);

impl Deref for CampaignDetails {
    type Target = CampaignDraft;

    fn deref(&self) -> &CampaignDraft {
        &self.0
    }
}

impl CampaignDetails {
    /// The details as they were stored.
    pub fn stored(draft: CampaignDraft) -> Self {
        Self(draft)
    }

    /// A draft to be changed.
    pub fn into_draft(self) -> CampaignDraft {
        self.0
    }
}

/// A campaign as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its identity.
    pub id: CampaignId,
    /// For which production.
    pub production_id: ProductionId,
    /// What it is.
    pub details: CampaignDetails,
    /// Who entered it; `None` where that user is gone, and of what the server entered itself.
    pub created_by: Option<UserName>,
    /// Counts its changes, for `If-Match`.
    pub revision: i64,
}

impl CampaignDraft {
    /// Trims the text and checks every rule; tells all breaches at once.
    pub fn check(mut self) -> Result<CampaignDetails, Vec<Breach>> {
        let mut breaches = Breaches::default();
        for (field, day) in [(Field::From, self.from), (Field::To, self.to)] {
            let supported = calendar::supported_days().contains(day);
            breaches.require(supported, field, Rule::DayOutOfRange);
        }
        let days = (self.to - self.from).num_days() + 1;
        breaches.require(days > 0, Field::To, Rule::BeforeStart);
        breaches.require(days <= MAX_DAYS, Field::To, Rule::TooManyDays(MAX_DAYS));
        let text = clean_text(&self.text, MAX_TEXT_CHARS).and_then(|text| text.ok_or(Rule::Required));
        self.text = breaches.take(Field::Text, text).unwrap_or_default();
        if let Some(rate) = self.rate {
            let fits = (Decimal::ZERO..=Decimal::ONE).contains(&rate);
            breaches.require(fits, Field::Rate, Rule::OutOfRange(0, 1));
            let places = rate.normalize().scale() <= RATE_PLACES;
            breaches.require(places, Field::Rate, Rule::TooPrecise(RATE_PLACES));
        }
        let few = self.grades.len() <= MAX_SEAT_GRADES;
        breaches.require(few, Field::Grades, Rule::TooMany(MAX_SEAT_GRADES));
        let mut known = BTreeSet::new();
        for (index, grade) in self.grades.iter().enumerate() {
            breaches.require(known.insert(grade), Place::item(Field::Grades, index), Rule::Duplicate);
        }
        breaches.into_result().map(|()| CampaignDetails(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> CampaignDraft {
        CampaignDraft {
            from: "2026-11-02".parse().unwrap(),
            to: "2026-11-15".parse().unwrap(),
            kind: CampaignKind::Discount,
            text: " 수험생 할인 ".to_owned(),
            agency: "nol".parse().ok(),
            rate: Some(Decimal::new(3, 1)),
            grades: vec![Grade::R, Grade::S],
        }
    }

    fn broken(draft: CampaignDraft) -> Vec<Breach> {
        draft.check().unwrap_err()
    }

    #[test]
    fn kinds_have_their_words() {
        for kind in CampaignKind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
        assert_eq!("party".parse::<CampaignKind>(), Err(InvalidCampaignKind));
    }

    #[test]
    fn a_text_is_trimmed_and_a_memo_may_be_of_one_day() {
        let memo = CampaignDraft {
            to: draft().from,
            kind: CampaignKind::Memo,
            agency: None,
            rate: None,
            grades: Vec::new(),
            ..draft()
        };
        assert_eq!(memo.check().unwrap().text, "수험생 할인");
    }

    #[test]
    fn every_breach_is_told_at_once() {
        let wrong = CampaignDraft {
            to: "2026-11-01".parse().unwrap(),
            text: "\u{200B} ".to_owned(),
            rate: Some(Decimal::new(100_001, 5)),
            grades: vec![Grade::R, Grade::R],
            ..draft()
        };
        let expected = [
            Breach::new(Field::To, Rule::BeforeStart),
            Breach::new(Field::Text, Rule::Required),
            Breach::new(Field::Rate, Rule::OutOfRange(0, 1)),
            Breach::new(Field::Rate, Rule::TooPrecise(4)),
            Breach::new(Place::item(Field::Grades, 1), Rule::Duplicate),
        ];
        assert_eq!(broken(wrong), expected);
    }

    #[test]
    fn a_campaign_has_at_most_400_days_and_500_characters() {
        let of_days = |days: i64| CampaignDraft {
            to: calendar::shift(draft().from, days - 1),
            text: "가".repeat(500),
            ..draft()
        };
        assert!(of_days(400).check().is_ok());
        assert_eq!(broken(of_days(401)), [Breach::new(Field::To, Rule::TooManyDays(400))]);
        let long = CampaignDraft {
            text: "가".repeat(501),
            ..draft()
        };
        assert_eq!(broken(long), [Breach::new(Field::Text, Rule::TooLong(500))]);
    }
}

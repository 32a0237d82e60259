use chrono::{DateTime, NaiveDate, Timelike, Utc};

use crate::calendar::{in_kst, shift};

/// Where figures of the market come from, as KOPIS wants it said.
pub const ATTRIBUTION: &str = "출처: KOPIS 공연예술통합전산망 / 예술경영지원센터";

/// From this hour on in Seoul, yesterday ought to be there.
const DUE_HOUR: u32 = 11;

/// How the market stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MarketState {
    /// Read, and up to date.
    Ok,
    /// Nothing is read: there is no key.
    #[default]
    Off,
    /// The newest day that ought to be there is not.
    Stale,
    /// The last reading failed.
    Failing,
    /// KOPIS wants to be left alone for a day.
    Blocked,
    /// KOPIS does not know the key.
    KeyRejected,
    /// The calls of this day are used up.
    BudgetUsed,
}

impl MarketState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Ok,
        Self::Off,
        Self::Stale,
        Self::Failing,
        Self::Blocked,
        Self::KeyRejected,
        Self::BudgetUsed,
    ];

    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Off => "off",
            Self::Stale => "stale",
            Self::Failing => "failing",
            Self::Blocked => "blocked",
            Self::KeyRejected => "key_rejected",
            Self::BudgetUsed => "budget_used",
        }
    }
}

/// Why the last reading did not end well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It failed; the next one may not.
    Failing,
    /// Nothing is asked until then.
    Blocked(DateTime<Utc>),
    /// Nothing is asked with this key any more.
    KeyRejected,
    /// Nothing is asked on this day in Seoul any more.
    BudgetUsed(NaiveDate),
}

/// What is known of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// Whether there is a key.
    pub is_on: bool,
    /// What came of the last reading, where it did not go well.
    pub trouble: Option<Trouble>,
    /// Last day with figures.
    pub through: Option<NaiveDate>,
    /// When something was read last.
    pub read_at: Option<DateTime<Utc>>,
}

/// How the market stands, and how new its figures are. They stay, whatever the state is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// In one word.
    pub state: MarketState,
    /// Last day with figures.
    pub through: Option<NaiveDate>,
    /// When something was read last.
    pub read_at: Option<DateTime<Utc>>,
    /// Whether a day that ought to be there is not.
    pub is_stale: bool,
}

impl Standing {
    /// That of an instant.
    pub fn new(known: Known, now: DateTime<Utc>) -> Self {
        let is_old = is_stale(known.through, now);
        let state = match known.trouble {
            _ if !known.is_on => MarketState::Off,
            Some(Trouble::KeyRejected) => MarketState::KeyRejected,
            Some(Trouble::Blocked(until)) if now < until => MarketState::Blocked,
            Some(Trouble::BudgetUsed(day)) if in_kst(now).date_naive() == day => MarketState::BudgetUsed,
            Some(Trouble::Failing) => MarketState::Failing,
            _ if is_old => MarketState::Stale,
            _ => MarketState::Ok,
        };
        Self {
            state,
            through: known.through,
            read_at: known.read_at,
            is_stale: is_old,
        }
    }

    /// Whether figures are read at all.
    pub fn is_on(&self) -> bool {
        self.state != MarketState::Off
    }
}

/// Whether `through` is before the day before yesterday, or from eleven in the morning before yesterday. Where nothing was
/// ever read, nothing is old.
pub fn is_stale(through: Option<NaiveDate>, now: DateTime<Utc>) -> bool {
    let now = in_kst(now);
    let today = now.date_naive();
    let wanted = if now.hour() >= DUE_HOUR { -1 } else { -2 };
    through.is_some_and(|through| through < shift(today, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn yesterday_is_due_at_eleven_in_seoul() {
        let (before, after) = (at("2026-11-30T01:59:59Z"), at("2026-11-30T02:00:00Z"));
        assert!(!is_stale(Some(day("2026-11-28")), before));
        assert!(is_stale(Some(day("2026-11-27")), before));
        assert!(is_stale(Some(day("2026-11-28")), after));
        assert!(!is_stale(Some(day("2026-11-29")), after));
        assert!(!is_stale(None, after));
    }

    #[test]
    fn a_state_passes_with_its_cause() {
        let now = at("2026-11-30T03:00:00Z");
        let state = |trouble, is_on| {
            let known = Known {
                is_on,
                trouble,
                through: Some(day("2026-11-29")),
                read_at: None,
            };
            Standing::new(known, now).state
        };
        assert_eq!(state(None, true), MarketState::Ok);
        assert_eq!(state(Some(Trouble::KeyRejected), false), MarketState::Off);
        assert_eq!(state(Some(Trouble::KeyRejected), true), MarketState::KeyRejected);
        assert_eq!(
            state(Some(Trouble::Blocked(at("2026-11-30T03:00:01Z"))), true),
            MarketState::Blocked
        );
        assert_eq!(state(Some(Trouble::Blocked(now)), true), MarketState::Ok);
        let day = |text: &str| Some(Trouble::BudgetUsed(text.parse().unwrap()));
        assert_eq!(state(day("2026-11-30"), true), MarketState::BudgetUsed);
        assert_eq!(state(day("2026-11-29"), true), MarketState::Ok);
        assert_eq!(state(Some(Trouble::Failing), true), MarketState::Failing);
    }

    #[test]
    fn codes_are_told_apart() {
        let mut codes = MarketState::ALL.map(MarketState::code).to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), MarketState::ALL.len());
    }
}

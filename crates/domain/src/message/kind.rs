use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::reports::break_even::BreakEven;
use crate::reports::concert_overview::ConcertOverview;
use crate::reports::daily_brief::DailyBrief;
use crate::reports::forecast::Forecast;
use crate::reports::marketing_effect::MarketingEffect;
use crate::reports::marketing_week::MarketingWeek;
use crate::reports::outlook::Outlook;
use crate::reports::profit_forecast::ProfitForecast;
use crate::reports::target_sales::TargetSales;
use crate::reports::weekly_casts::WeeklyCasts;
use crate::reports::weekly_occupancy::WeeklyOccupancy;
use crate::reports::weekly_overview::WeeklyOverview;
use crate::reports::{Covers, Report};

/// What a message of figures tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageKind {
    /// Plays: the last sale day, the last two performance days, the next seven days.
    DailyPlays,
    /// Concerts: totals, the last sale day, seats expected to remain, targets, this week's marketing, what is
    /// expected.
    DailyConcerts,
    /// Plays: last week with its casts, the performances of this and next week, marketing weeks.
    WeeklyPlays,
    /// Plays: what they are expected to earn.
    WeeklyProfit,
    /// Plays: paid shares by week, of this month and the last.
    WeeklyOccupancy,
}

impl MessageKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 5] = [
        Self::DailyPlays,
        Self::DailyConcerts,
        Self::WeeklyPlays,
        Self::WeeklyProfit,
        Self::WeeklyOccupancy,
    ];

    /// The word in addresses, answers and the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::DailyPlays => "daily-plays",
            Self::DailyConcerts => "daily-concerts",
            Self::WeeklyPlays => "weekly-plays",
            Self::WeeklyProfit => "weekly-profit",
            Self::WeeklyOccupancy => "weekly-occupancy",
        }
    }

    /// Which productions it is about.
    pub fn covers(self) -> Covers {
        match self {
            Self::DailyConcerts => Covers::Concerts,
            Self::DailyPlays | Self::WeeklyPlays | Self::WeeklyProfit | Self::WeeklyOccupancy => Covers::Stage,
        }
    }

    /// The names of the reports that it is made of, the most telling first.
    pub fn reports(self) -> &'static [&'static str] {
        match self {
            Self::DailyPlays => &[DailyBrief::NAME],
            Self::DailyConcerts => &[
                ConcertOverview::NAME,
                BreakEven::NAME,
                TargetSales::NAME,
                MarketingWeek::NAME,
                Forecast::NAME,
            ],
            Self::WeeklyPlays => &[
                WeeklyOverview::NAME,
                WeeklyCasts::NAME,
                Outlook::NAME,
                MarketingEffect::NAME,
            ],
            Self::WeeklyProfit => &[Forecast::NAME, ProfitForecast::NAME],
            Self::WeeklyOccupancy => &[WeeklyOccupancy::NAME],
        }
    }
}

impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is no kind of message.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a message is daily-plays, daily-concerts, weekly-plays, weekly-profit or weekly-occupancy")]
pub struct InvalidMessageKind;

impl FromStr for MessageKind {
    type Err = InvalidMessageKind;

    fn from_str(code: &str) -> Result<Self, InvalidMessageKind> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == code).ok_or(InvalidMessageKind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        for kind in MessageKind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
        assert_eq!("monthly".parse::<MessageKind>(), Err(InvalidMessageKind));
    }
}

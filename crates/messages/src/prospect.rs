//! What is expected of a run, in words that promise nothing: a probability and an interval, or that nothing can be said.

use domain::foresight::{BreakEven, Confidence, Interval, NoBreakEven, NoForecast, ratio};
use domain::message::{Fact, Text, Tone};
use domain::reports::forecast::{Reason, Row, Told};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::words::{AsOf, UNKNOWN, won};

/// Of ten outcomes, eight lie within.
pub(crate) const INTERVAL: &str = "80% 구간";
/// Stands where a forecast would.
const CANNOT_TELL: &str = "말할 수 없음";

/// `73%`; `1% 미만` and `99% 초과` beyond what is known so finely.
pub(crate) fn chance(probability: Decimal) -> String {
    if probability < Decimal::new(1, 2) {
        return "1% 미만".to_owned();
    }
    if probability > Decimal::new(99, 2) {
        return "99% 초과".to_owned();
    }
    let percent = probability * Decimal::ONE_HUNDRED;
    format!(
        "{}%",
        percent
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    )
}

/// `-1,200,000원 ~ 34,000,000원`.
pub(crate) fn between(interval: &Interval<i64>) -> String {
    format!("{} ~ {}", won(interval.p10), won(interval.p90))
}

/// An interval of profit: bad or good where all of it is.
pub(crate) fn profit(interval: &Interval<i64>, written: String) -> Text {
    let tone = if interval.p90 < 0 {
        Tone::Bad
    } else if interval.p10 >= 0 {
        Tone::Good
    } else {
        Tone::Plain
    };
    Text::new().toned(written, tone)
}

/// Why nothing is said of a run's break-even; `None` where something is.
pub(crate) fn reason(row: &Row) -> Option<&'static str> {
    let Some(told) = &row.told else {
        return Some(match row.reason {
            Some(Reason::None(NoForecast::NoSnapshot)) | None => "자료 없음",
            Some(Reason::None(NoForecast::NoCapacity)) => "좌석 수 미입력",
            Some(Reason::None(NoForecast::NotOnSale)) => "판매 전",
            Some(Reason::None(NoForecast::RunOver)) => "공연 종료",
            Some(Reason::TooFewDays) => "자료 일수 부족",
            Some(Reason::Stale) => "오래된 자료",
        });
    };
    let reason = told.forecast.run.break_even.as_ref().err()?;
    Some(match reason {
        NoBreakEven::NoBreakEven => "손익분기점 미입력",
        NoBreakEven::NoPrice => "가격을 모름",
    })
}

/// Whether the run is over: nothing is ahead of it that could be expected.
pub(crate) fn is_over(row: &Row) -> bool {
    row.reason == Some(Reason::None(NoForecast::RunOver))
}

/// That nothing can be said, and why.
pub(crate) fn cannot_tell(row: &Row) -> Text {
    let why = reason(row).unwrap_or_default();
    let text = Text::from(if is_over(row) { UNKNOWN } else { CANNOT_TELL });
    if why.is_empty() {
        text
    } else {
        text.toned(format!(" ({why})"), Tone::Faint)
    }
}

/// The probability of break-even and the interval of profit, or why there are none.
pub(crate) fn facts(row: &Row, as_of: AsOf) -> Vec<Fact> {
    let Some(told) = &row.told else {
        return vec![Fact::new("손익분기 도달 확률", cannot_tell(row))];
    };
    let Some(one) = row.break_even() else {
        let mut facts = vec![Fact::new("손익분기 도달 확률", cannot_tell(row))];
        facts.extend(told.forecast.run.final_revenue_krw.map(|revenue| {
            let value = with_reservations(Text::from(between(&revenue)), row, told, as_of);
            Fact::new(format!("최종 매출 {INTERVAL}"), value)
        }));
        return facts;
    };
    vec![
        Fact::new("손익분기 도달 확률", probability(one)),
        Fact::new(
            format!("손익 {INTERVAL}"),
            with_reservations(middle(one), row, told, as_of),
        ),
    ]
}

fn probability(one: &BreakEven) -> Text {
    Text::strong(chance(ratio(one.probability_by_closing))).toned(" · 마지막 공연까지", Tone::Faint)
}

fn middle(one: &BreakEven) -> Text {
    let interval = profit(&one.profit_krw, between(&one.profit_krw));
    match one.profit_krw.p50 {
        Some(krw) => interval.toned(format!(" · 중앙 {}", won(krw)), Tone::Faint),
        None => interval,
    }
}

/// With what is to be known of a forecast that rests on little.
fn with_reservations(text: Text, row: &Row, told: &Told, as_of: AsOf) -> Text {
    let origin = told.forecast.origin;
    let text = match row.reason {
        Some(Reason::Stale) => text.toned(format!(" · {} 자료로 한 예측", as_of.day(origin)), Tone::Faint),
        Some(Reason::TooFewDays) => text.toned(" · 자료 일수가 적어 중앙은 말하지 않음", Tone::Faint),
        Some(Reason::None(_)) | None => text,
    };
    match told.forecast.confidence {
        Confidence::Prior => text.toned(" · 아직 넓은 구간", Tone::Faint),
        Confidence::Own | Confidence::Company => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_is_told_no_more_finely_than_it_is_known() {
        let written = [0.0, 0.0099, 0.01, 0.125, 0.7349, 0.99, 0.9901, 1.0].map(|p| chance(ratio(p)));
        let expected = ["1% 미만", "1% 미만", "1%", "13%", "73%", "99%", "99% 초과", "99% 초과"];
        assert_eq!(written, expected);
    }

    #[test]
    fn an_interval_is_good_or_bad_only_as_a_whole() {
        let tone = |p10, p90| {
            let interval = Interval { p10, p50: None, p90 };
            profit(&interval, between(&interval)).runs()[0].tone
        };
        assert_eq!((tone(-9, -1), tone(0, 9)), (Tone::Bad, Tone::Good));
        assert_eq!(tone(-9, 9), Tone::Plain);
        let interval = Interval {
            p10: -1_200_000,
            p50: None,
            p90: 34_000_000,
        };
        assert_eq!(between(&interval), "-1,200,000원 ~ 34,000,000원");
    }
}

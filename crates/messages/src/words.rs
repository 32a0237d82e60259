//! Figures and days as they are written in Korean.

use chrono::{Datelike, NaiveDate, Timelike, Weekday};
use domain::calendar::{DateRange, KstInstant, shift};
use domain::message::{Text, Tone};
use rust_decimal::{Decimal, RoundingStrategy};

/// Stands for what nobody knows.
pub(crate) const UNKNOWN: &str = "–";

/// A whole number with commas.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Won.
pub(crate) fn won(krw: i64) -> String {
    format!("{}원", grouped(krw))
}

/// Won, or the sign for what is unknown.
pub(crate) fn known_won(krw: Option<i64>) -> String {
    krw.map_or_else(|| UNKNOWN.to_owned(), won)
}

/// A ratio in percent, with one place.
pub(crate) fn percent(ratio: Decimal) -> String {
    let percent = ratio * Decimal::ONE_HUNDRED;
    format!("{}%", with_one_place(percent))
}

/// A ratio in percent, or the sign for what is unknown.
pub(crate) fn known_percent(ratio: Option<Decimal>) -> String {
    ratio.map_or_else(|| UNKNOWN.to_owned(), percent)
}

fn with_one_place(number: Decimal) -> String {
    let rounded = number.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    // Minus nothing is nothing.
    format!("{:.1}", if rounded.is_zero() { Decimal::ZERO } else { rounded })
}

/// What changed, with its sign: `▲ 12,000원 (3.4%)`.
pub(crate) fn change(krw: i64, ratio: Option<Decimal>) -> Text {
    let tail = ratio.map_or_else(String::new, |ratio| format!(" ({})", percent(ratio.abs())));
    let (sign, tone) = direction(krw.signum());
    if krw == 0 {
        return Text::new().toned("변동 없음", Tone::Faint);
    }
    Text::new().toned(format!("{sign} {}원{tail}", grouped(krw.saturating_abs())), tone)
}

/// How a share changed: `▲ 2.1%p`.
pub(crate) fn points(change: Decimal) -> Text {
    if change.is_zero() {
        return Text::new().toned("변동 없음", Tone::Faint);
    }
    let (sign, tone) = direction(if change.is_sign_negative() { -1 } else { 1 });
    let points = with_one_place((change * Decimal::ONE_HUNDRED).abs());
    Text::new().toned(format!("{sign} {points}%p"), tone)
}

fn direction(signum: i64) -> (&'static str, Tone) {
    match signum {
        1.. => ("▲", Tone::Good),
        0 => ("", Tone::Plain),
        _ => ("▼", Tone::Bad),
    }
}

/// How a target is attained: good at or above it, else bad.
pub(crate) fn attainment(ratio: Decimal) -> Text {
    let tone = if ratio >= Decimal::ONE { Tone::Good } else { Tone::Bad };
    Text::new().toned(percent(ratio), tone)
}

/// The day that a message is as of: by it others are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsOf(pub(crate) NaiveDate);

impl AsOf {
    /// `11/19(목)`; of another year `2025-11-19(수)`.
    pub(crate) fn day(self, day: NaiveDate) -> String {
        format!("{}({})", self.bare_day(day), weekday(day.weekday()))
    }

    fn bare_day(self, day: NaiveDate) -> String {
        if day.year() == self.0.year() {
            format!("{}/{}", day.month(), day.day())
        } else {
            day.to_string()
        }
    }

    /// `11/9–11/15`.
    pub(crate) fn days(self, days: DateRange) -> String {
        format!("{}–{}", self.bare_day(days.first()), self.bare_day(days.last()))
    }

    /// `11/19(목) 19:30`.
    pub(crate) fn instant(self, at: KstInstant) -> String {
        format!("{} {:02}:{:02}", self.day(at.date_naive()), at.hour(), at.minute())
    }

    /// Whether a record date is older than yesterday.
    pub(crate) fn is_old(self, record_date: NaiveDate) -> bool {
        record_date < shift(self.0, -1)
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "월",
        Weekday::Tue => "화",
        Weekday::Wed => "수",
        Weekday::Thu => "목",
        Weekday::Fri => "금",
        Weekday::Sat => "토",
        Weekday::Sun => "일",
    }
}

/// At most so many characters, with an ellipsis where something is left out.
pub(crate) fn shortened(text: &str, most_chars: usize) -> String {
    if text.chars().count() <= most_chars {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most_chars.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use domain::calendar::kst_instant;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn money_has_commas_in_threes() {
        let written = [0, 999, 1_000, -1_234_567, i64::MIN].map(won);
        let expected = [
            "0원",
            "999원",
            "1,000원",
            "-1,234,567원",
            "-9,223,372,036,854,775,808원",
        ];
        assert_eq!(written, expected);
    }

    #[test]
    fn ratios_are_rounded_once_half_away_from_zero() {
        for (ratio, written) in [
            ("0.7825", "78.3%"),
            ("-0.0005", "-0.1%"),
            ("-0.0004", "0.0%"),
            ("1", "100.0%"),
        ] {
            assert_eq!(percent(decimal(ratio)), written);
        }
    }

    #[test]
    fn changes_carry_their_sign_in_words_and_in_tone() {
        let fallen = change(-1_500, Some(decimal("-0.25")));
        assert_eq!(fallen.plain(), "▼ 1,500원 (25.0%)");
        assert_eq!(fallen.runs()[0].tone, Tone::Bad);
        assert_eq!(change(0, None).plain(), "변동 없음");
        assert_eq!(points(decimal("0.021")).plain(), "▲ 2.1%p");
    }

    #[test]
    fn days_are_written_as_people_say_them_and_other_years_in_full() {
        let as_of = AsOf(day("2026-07-10"));
        let at = kst_instant(day("2026-07-09").and_hms_opt(19, 30, 0).unwrap());
        assert_eq!(as_of.instant(at), "7/9(목) 19:30");
        assert_eq!(as_of.day(day("2025-07-09")), "2025-07-09(수)");
        assert_eq!(as_of.days(DateRange::week_of(day("2026-07-09"))), "7/6–7/12");
        assert!(as_of.is_old(day("2026-07-08")) && !as_of.is_old(day("2026-07-09")));
    }
}

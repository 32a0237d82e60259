use rust_decimal::Decimal;

/// A number, and what stands behind it up to the next one.
pub(super) struct Scanned<'s> {
    pub(super) found: Found,
    pub(super) behind: &'s str,
}

/// What was written with digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// An amount, known to a step: `1.2억` to 10 million.
    Number {
        value: Decimal,
        step: Decimal,
        sign: Option<Sign>,
        measure: Measure,
    },
    /// A day, or a month without one.
    Date {
        year: Option<i32>,
        month: u32,
        day: Option<u32>,
    },
    /// Digits that are neither.
    Odd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

impl Sign {
    pub(super) fn is_negative(self) -> bool {
        self == Self::Minus
    }
}

/// What the words behind a number say that it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Percent,
    Won,
    Seats,
    Performances,
    Productions,
    Days,
    /// Nothing that is known.
    Bare,
}

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl Direction {
    pub(super) fn rises(self) -> bool {
        self == Self::Up
    }
}

const UP: &[&str] = &[
    "증가", "상승", "늘", "오르", "올랐", "올라", "개선", "성장", "높아", "많아", "확대", "반등", "회복",
];
const DOWN: &[&str] = &[
    "감소", "하락", "줄", "내리", "내렸", "내려", "떨어", "악화", "낮아", "적어", "축소", "둔화", "급감", "위축",
];

/// Which way something went, by the first word that says so.
pub(super) fn direction(behind: &str) -> Option<Direction> {
    let first = |words: &[&str]| words.iter().filter_map(|word| behind.find(word)).min();
    match (first(UP), first(DOWN)) {
        (None, None) => None,
        (Some(up), Some(down)) if down < up => Some(Direction::Down),
        (Some(_), _) => Some(Direction::Up),
        (None, Some(_)) => Some(Direction::Down),
    }
}

/// Every number of a text that was written with ASCII digits.
pub(super) fn scan(text: &str) -> Vec<Scanned<'_>> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let (found, end) = one(text, start);
        at = end;
        numbers.push((found, end));
    }
    let starts = numbers.iter().skip(1).map(|(_, end)| *end).chain([text.len()]);
    let ends: Vec<_> = starts.collect();
    let behind = |end: usize, limit: usize| {
        let rest = &text[end..limit];
        // The digits of the next number belong to what comes before its end: they say nothing of a direction.
        rest.find(|c: char| c.is_ascii_digit())
            .map_or(rest, |digit| &rest[..digit])
    };
    let scanned = numbers.into_iter().zip(ends);
    scanned
        .map(|((found, end), limit)| Scanned {
            found,
            behind: behind(end, limit),
        })
        .collect()
}

/// The number that begins at `start`, and where it ends.
fn one(text: &str, start: usize) -> (Found, usize) {
    if let Some((found, end)) = date(text, start) {
        return (found, end);
    }
    amount(text, start)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn takes(&mut self, word: &str) -> bool {
        let takes = self.rest().starts_with(word);
        if takes {
            self.at += word.len();
        }
        takes
    }

    fn blanks(&mut self) {
        while self.takes(" ") {}
    }

    /// Whether the next word begins with a digit.
    fn comes_digit(&self) -> bool {
        self.rest()
            .trim_start_matches(' ')
            .starts_with(|c: char| c.is_ascii_digit())
    }

    /// So many digits at most, and at least one.
    fn digits(&mut self, most: usize) -> Option<&'t str> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        self.at += length;
        Some(&rest[..length])
    }

    fn number<T: std::str::FromStr>(&mut self, most: usize) -> Option<T> {
        self.digits(most)?.parse().ok()
    }
}

/// `2026년 11월 18일`, `11월 18일`, `11월`, `2026-11-18`, `11/18`.
fn date(text: &str, start: usize) -> Option<(Found, usize)> {
    let mut reader = Reader { text, at: start };
    let first: u32 = reader.number(4)?;
    let mut year = None;
    let mut month = first;
    if reader.takes("년") {
        year = Some(i32::try_from(first).ok()?);
        reader.blanks();
        month = reader.number(2)?;
    } else if reader.takes("-") {
        // Two numbers with a sign between may be anything; three are a day.
        let (second, third) = (
            reader.number(2)?,
            reader.takes("-").then(|| reader.number(2)).flatten()?,
        );
        let found = Found::Date {
            year: Some(i32::try_from(first).ok()?),
            month: second,
            day: Some(third),
        };
        return Some((found, reader.at));
    } else if reader.takes("/") {
        let found = Found::Date {
            year: None,
            month: first,
            day: Some(reader.number(2)?),
        };
        return Some((found, reader.at));
    }
    if !reader.takes("월") {
        return None;
    }
    let after_month = reader.at;
    reader.blanks();
    let day = reader.number(2).filter(|_| reader.takes("일"));
    let end = if day.is_some() { reader.at } else { after_month };
    Some((Found::Date { year, month, day }, end))
}

/// `1,234`, `12.3%`, `1억 2,345만 원`, `3천석`.
fn amount(text: &str, start: usize) -> (Found, usize) {
    let sign = sign(&text[..start]);
    let mut reader = Reader { text, at: start };
    let Some(sum) = sum(&mut reader) else {
        let rest = reader.rest();
        let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
        let end = reader.at + length.unwrap_or(rest.len());
        return (Found::Odd, end.max(start + 1));
    };
    let Some(measure) = measure(&mut reader, sum.has_unit) else {
        return (Found::Odd, reader.at);
    };
    let number = Found::Number {
        value: sum.value,
        step: sum.step,
        sign,
        measure,
    };
    (number, reader.at)
}

/// What the parts of an amount add up to.
struct Sum {
    value: Decimal,
    step: Decimal,
    has_unit: bool,
}

/// Parts with units that get smaller: `1억 2,345만 6,789`. Only after 만 and larger units an amount goes on.
fn sum(reader: &mut Reader<'_>) -> Option<Sum> {
    let mut value = Decimal::ZERO;
    let mut last: Option<Decimal> = None;
    loop {
        let (part, part_step) = plain(reader)?;
        let unit = large_unit(reader);
        let factor = unit.unwrap_or(Decimal::ONE);
        if last.is_some_and(|last| factor >= last) {
            return None;
        }
        value = value.checked_add(part.checked_mul(factor)?)?;
        let goes_on = factor >= Decimal::from(10_000) && reader.comes_digit();
        if !goes_on {
            return Some(Sum {
                value,
                step: part_step.checked_mul(factor)?,
                has_unit: unit.is_some() || last.is_some(),
            });
        }
        reader.blanks();
        last = Some(factor);
    }
}

/// A sign right before a number; between two numbers it is none.
fn sign(before: &str) -> Option<Sign> {
    let mut last = before.chars().rev();
    let sign = match last.next() {
        Some('-') => Sign::Minus,
        Some('+') => Sign::Plus,
        _ => return None,
    };
    let is_between = last
        .next()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '%'));
    (!is_between).then_some(sign)
}

/// Digits, with commas in threes or none, and decimals; and to which step they are known.
fn plain(reader: &mut Reader<'_>) -> Option<(Decimal, Decimal)> {
    let mut digits = reader.digits(18)?.to_owned();
    let mut has_commas = false;
    while reader.rest().starts_with(',') && reader.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
        let fits_first = has_commas || digits.len() <= 3;
        reader.takes(",");
        let group = reader
            .digits(3)
            .filter(|group| group.len() == 3 && fits_first && digits.len() <= 15)?;
        digits.push_str(group);
        has_commas = true;
    }
    let mut places = 0;
    if reader.rest().starts_with('.') && reader.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
        reader.takes(".");
        let decimals = reader.digits(6)?;
        places = u32::try_from(decimals.len()).ok()?;
        digits.push_str(decimals);
        // A second point makes it something else.
        if reader.rest().starts_with('.') && reader.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
    }
    let mantissa: i128 = digits.parse().ok()?;
    let value = Decimal::try_from_i128_with_scale(mantissa, places).ok()?;
    let step = Decimal::try_from_i128_with_scale(1, places).ok()?;
    Some((value, step))
}

/// `천`, `만`, `억`, `천만`, …: their product.
fn large_unit(reader: &mut Reader<'_>) -> Option<Decimal> {
    let start = reader.at;
    reader.blanks();
    let mut product: Option<Decimal> = None;
    loop {
        let factor = match reader.rest().chars().next() {
            Some('십') => 10_i64,
            Some('백') => 100,
            Some('천') => 1_000,
            Some('만') => 10_000,
            Some('억') => 100_000_000,
            Some('조') => 1_000_000_000_000,
            _ => break,
        };
        reader.at += '만'.len_utf8();
        product = Some(product.unwrap_or(Decimal::ONE).checked_mul(factor.into())?);
    }
    if product.is_none() {
        reader.at = start;
    }
    product
}

/// What is counted; `None` for what no figure counts.
fn measure(reader: &mut Reader<'_>, has_unit: bool) -> Option<Measure> {
    let before = reader.at;
    reader.blanks();
    let words = [
        ("%p", None),
        ("%포인트", None),
        ("% 포인트", None),
        ("퍼센트포인트", None),
        ("퍼센트 포인트", None),
        ("%", Some(Measure::Percent)),
        ("퍼센트", Some(Measure::Percent)),
        ("프로", Some(Measure::Percent)),
        ("원", Some(Measure::Won)),
        ("석", Some(Measure::Seats)),
        ("좌석", Some(Measure::Seats)),
        ("매", Some(Measure::Seats)),
        ("장", Some(Measure::Seats)),
        ("회", Some(Measure::Performances)),
        ("편", Some(Measure::Productions)),
        ("작품", Some(Measure::Productions)),
        ("일", Some(Measure::Days)),
        ("배", None),
        ("명", None),
        ("주", None),
        ("개월", None),
        ("월", None),
        ("년", None),
        ("시", None),
        ("분", None),
        ("초", None),
        ("위", None),
        ("등", None),
        ("차", None),
        ("번", None),
        ("대", None),
        ("할", None),
        ("건", None),
        ("곳", None),
        ("/", None),
        (":", None),
    ];
    for (word, measure) in words {
        if reader.takes(word) {
            return measure;
        }
    }
    reader.at = before;
    // Large units without a word are money.
    Some(if has_unit { Measure::Won } else { Measure::Bare })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Found {
        let mut scanned = scan(text);
        assert_eq!(scanned.len(), 1, "{text}");
        scanned.remove(0).found
    }

    fn is(value: &str, step: &str, sign: Option<Sign>, measure: Measure) -> Found {
        Found::Number {
            value: value.parse().unwrap(),
            step: step.parse().unwrap(),
            sign,
            measure,
        }
    }

    #[test]
    fn amounts_are_read_in_every_usual_notation() {
        for (text, found) in [
            ("1,234원", is("1234", "1", None, Measure::Won)),
            ("1234 원", is("1234", "1", None, Measure::Won)),
            ("1.2억 원", is("120000000", "10000000", None, Measure::Won)),
            ("1억 2,345만 원", is("123450000", "10000", None, Measure::Won)),
            ("1억2345만6789원", is("123456789", "1", None, Measure::Won)),
            ("3천만", is("30000000", "10000000", None, Measure::Won)),
            ("3천석", is("3000", "1000", None, Measure::Seats)),
            ("12.3%", is("12.3", "0.1", None, Measure::Percent)),
            (" -12퍼센트", is("12", "1", Some(Sign::Minus), Measure::Percent)),
            ("+5회", is("5", "1", Some(Sign::Plus), Measure::Performances)),
        ] {
            assert_eq!(number(text), found, "{text}");
        }
    }

    #[test]
    fn what_no_figure_can_be_is_odd() {
        for text in [
            "1,23원",
            "12,3456",
            "3배",
            "2.1%p",
            "19:30",
            "1.2.3",
            "2주 연속",
            "5만 6만",
            "1위",
        ] {
            assert!(scan(text).iter().any(|scanned| scanned.found == Found::Odd), "{text}");
        }
    }

    #[test]
    fn days_are_read_in_every_usual_notation() {
        let day = |year, day| Found::Date { year, month: 11, day };
        for (text, found) in [
            ("11/18", day(None, Some(18))),
            ("11월 18일", day(None, Some(18))),
            ("11월에", day(None, None)),
            ("2026년 11월 18일", day(Some(2026), Some(18))),
            ("2026-11-18", day(Some(2026), Some(18))),
        ] {
            assert_eq!(number(text), found, "{text}");
        }
        assert_eq!(scan("11/9~11/15").len(), 2);
    }

    #[test]
    fn directions_are_those_of_the_words_behind() {
        assert_eq!(direction(" 늘어"), Some(Direction::Up));
        assert_eq!(direction(" 줄었다가 늘어"), Some(Direction::Down));
        assert_eq!(direction("입니다"), None);
    }
}

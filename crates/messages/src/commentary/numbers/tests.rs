use proptest::prelude::*;

use super::*;
use crate::commentary::check::checked;
use crate::words::grouped;
use ports::driving::DropReason;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn figures() -> Vec<Figure> {
    let days = DateRange::week_of("2026-11-09".parse().unwrap());
    vec![
        Figure::new(Some(0), "지난주 매출", Value::Won(123_456_789)),
        Figure::change(Some(0), "증감액", Value::Won(-31_200_000)),
        Figure::change(Some(0), "증감률", Value::Ratio(decimal("-0.1234"))),
        Figure::new(Some(0), "유료 점유율", Value::Ratio(decimal("0.7825"))),
        Figure::new(Some(0), "남은 좌석", Value::Seats(1_204)),
        Figure::new(Some(0), "남은 회차", Value::Performances(12)),
        Figure::new(None, "공연", Value::Productions(3)),
        Figure::new(Some(0), "비교한 날", Value::NumberOfDays(5)),
        Figure::new(Some(0), "주", Value::Days(days)),
    ]
}

fn passes(sentence: &str) -> bool {
    are_supported(sentence, &figures())
}

#[test]
fn given_figures_pass_in_every_usual_notation() {
    for sentence in [
        "매출은 123,456,789원입니다.",
        "매출은 123456789원입니다.",
        "매출은 1.2억 원입니다.",
        "매출은 1.23억원입니다.",
        "매출은 1억 2,346만 원입니다.",
        "매출은 1억 2345만 6789원입니다.",
        "매출은 12,346만원입니다.",
        "매출이 12.3% 줄었습니다.",
        "매출이 12.34퍼센트 감소했습니다.",
        "증감률은 -12.3%입니다.",
        "매출이 3,120만 원 줄었습니다.",
        "점유율은 78.3%입니다.",
        "점유율은 78%입니다.",
        "남은 좌석은 1,204석입니다.",
        "남은 회차는 12회이고 공연은 3편입니다.",
        "11/9~11/15 주에 5일 동안 올랐습니다.",
        "11월 9일부터 11월 15일까지입니다.",
        "매출이 올랐습니다.",
    ] {
        assert!(passes(sentence), "{sentence}");
    }
}

#[test]
fn an_interval_is_told_with_its_signs_and_its_share_only() {
    let figures = [
        Figure::new(Some(0), "손익분기 도달 확률", Value::Ratio(decimal("0.7349"))),
        Figure::new(Some(0), "손익 구간의 아래 끝", Value::Bound(-31_200_000)),
        Figure::new(Some(0), "손익 구간의 위 끝", Value::Bound(54_300_000)),
        Figure::new(None, "손익 구간이 뜻하는 확률", Value::Coverage(decimal("0.8"))),
    ];
    for sentence in [
        "도달 확률은 73%이고 손익의 80% 구간은 -31,200,000원~54,300,000원입니다.",
        "도달 확률은 73.5%로 보입니다.",
        "80%의 구간은 -3,120만 원에서 +5,430만 원까지입니다.",
    ] {
        assert!(are_supported(sentence, &figures), "{sentence}");
    }
    for sentence in [
        // A loss without its sign would be a profit.
        "80% 구간은 31,200,000원~54,300,000원입니다.",
        "80% 구간은 -31,200,000원~-54,300,000원입니다.",
        "도달 확률은 80%입니다.",
        "73% 구간은 -31,200,000원부터입니다.",
        "90% 구간은 -31,200,000원부터입니다.",
    ] {
        assert!(!are_supported(sentence, &figures), "{sentence}");
    }
}

#[test]
fn other_numbers_do_not() {
    for sentence in [
        "매출은 123,456,788원입니다.",
        "매출은 1.3억 원입니다.",
        "매출은 1억 원입니다.",
        "매출은 1억 2,345만 원입니다.",
        "매출은 123,456,789석입니다.",
        "매출이 12.3% 늘었습니다.",
        "매출이 13% 줄었습니다.",
        "증감률은 +12.3%입니다.",
        "점유율은 79%입니다.",
        "점유율이 78.3%p 올랐습니다.",
        "매출이 2배 늘었습니다.",
        "남은 좌석은 1,204원입니다.",
        "남은 회차는 1,204회입니다.",
        "11/16에 올랐습니다.",
        "2025년 11월 9일에 올랐습니다.",
        "19:30 공연이 좋습니다.",
        "상위 1위입니다.",
        "12,34원입니다.",
        "매출은 123.456.789원입니다.",
        "매출은 일억 이천만 원입니다.",
    ] {
        assert!(!passes(sentence), "{sentence}");
    }
}

/// A number as a hostile model may write it, of a value that is none of the figures in any rounding.
fn hostile_number() -> impl Strategy<Value = String> {
    let money = (0_i64..100_000_000_000).prop_filter("is none of the figures, however rounded", |krw| {
        let near = |given: i64| (krw - given).abs() * 4 <= given || krw * 4 >= given * 3 && krw * 3 <= given * 4;
        !near(123_456_789) && !near(31_200_000) && ![1_204, 12, 3, 5].contains(krw)
    });
    let won = (money, 0..7_usize).prop_map(|(krw, notation)| match notation {
        0 => format!("{}원", grouped(krw)),
        1 => format!("{krw}원"),
        2 => format!("{krw} 원"),
        3 => format!("{}.{}억 원", krw / 100_000_000, krw / 10_000_000 % 10),
        4 => format!("{}만 {}원", grouped(krw / 10_000), krw % 10_000),
        5 => full_width(&format!("{krw}원")),
        _ => spelled(krw),
    });
    let percent = (0_i64..2_000, 0..5_usize).prop_filter("is none of the ratios", |(tenths, _)| {
        ![123, 124, 120, 783, 782, 780, 123].contains(tenths)
    });
    let percent = percent.prop_map(|(tenths, notation)| match notation {
        0 => format!("{}.{}%", tenths / 10, tenths % 10),
        1 => format!("{}.{} 퍼센트", tenths / 10, tenths % 10),
        2 => format!("-{}.{}%", tenths / 10, tenths % 10),
        3 => full_width(&format!("{}.{}%", tenths / 10, tenths % 10)),
        _ => format!("{} 퍼센트", spelled(tenths + 20).trim_end_matches(" 원")),
    });
    let counts = (
        13_i64..1_000,
        prop::sample::select(vec!["회", "석", "편", "일", "배", "명", "위", "주", ""]),
    );
    let counts = counts.prop_map(|(count, counter)| format!("{count}{counter}"));
    let words = prop::sample::select(vec![
        "두 배",
        "세 배",
        "절반",
        "수억 원",
        "Ⅻ회",
        "三億원",
        "١٢٣",
        "②배",
        "1/2",
        "½",
        "12e9원",
        "0x7f",
    ]);
    prop_oneof![4 => won, 3 => percent, 2 => counts, 1 => words.prop_map(str::to_owned)]
}

fn full_width(text: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０'));
    text.chars()
        .map(|c| if c.is_ascii_digit() { wide(c).unwrap() } else { c })
        .collect()
}

/// A number in words, as it is read: `일억이천만 원`.
fn spelled(number: i64) -> String {
    const DIGITS: [&str; 10] = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
    let below = |number: i64| {
        let places = [(1_000, "천"), (100, "백"), (10, "십"), (1, "")];
        let place = |(size, name): (i64, &str)| match number / size % 10 {
            0 => String::new(),
            digit => format!("{}{name}", DIGITS[usize::try_from(digit).unwrap()]),
        };
        places.map(place).concat()
    };
    let parts = [(100_000_000, "억"), (10_000, "만"), (1, "")];
    let part = |(size, name): (i64, &str)| match number / size % 10_000 {
        0 => String::new(),
        part => format!("{}{name}", below(part)),
    };
    let all = parts.map(part).concat();
    format!("{} 원", if all.is_empty() { "영" } else { &all })
}

/// Sentences that a faithful model writes, with a place for a number.
fn sentence() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "{A}은 지난주 홍보 뒤 매출이 @ 달라졌습니다.",
        "{A}의 점유율은 78.3%에서 @ 쪽으로 움직였습니다.",
        "손익은 @ 모자라지만 매출은 1.2억 원입니다.",
        "@ 기록한 {A}의 남은 회차는 12회입니다.",
        "매출은 123,456,789원이며 목표까지 @ 남았습니다.",
        "{A}은 11월 9일부터 11월 15일까지 @ 팔았습니다.",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_number_that_was_not_given_gets_through(sentence in sentence(), number in hostile_number()) {
        let answer = sentence.replace('@', &number);
        let names = ["봄밤의 왈츠".to_owned()];
        let checked = checked(&answer, &figures(), &names);
        prop_assert!(
            matches!(checked, Err(DropReason::UnsupportedNumber | DropReason::BadForm)),
            "{answer} became {checked:?}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_a_model_writes_does_no_harm(answer in "\\PC{0,200}") {
        if let Ok(comment) = checked(&answer, &figures(), &[]) {
            let acts = comment.contains(['<', '>', '@', '*', '_', '`', '{', '}', '\n', ':']);
            prop_assert!(!acts, "{}", comment);
        }
    }
}

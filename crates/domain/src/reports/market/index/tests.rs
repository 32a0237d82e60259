use proptest::prelude::*;

use super::super::super::tests::{day, decimal, production};
use super::*;
use crate::market::Known;

const WEEK: Window = Window {
    as_of: match NaiveDate::from_ymd_opt(2026, 11, 30) {
        Some(day) => day,
        None => panic!(),
    },
    days: 7,
};

fn standing() -> Standing {
    let known = Known {
        is_on: true,
        through: Some(day("2026-11-29")),
        ..Known::default()
    };
    Standing::new(known, "2026-11-30T00:00:00Z".parse().unwrap())
}

/// So much a day in the base and in the last week, and the same of the market.
fn item(own: (i64, i64), market: (i64, i64)) -> Item {
    let last = day("2026-11-29");
    let days = |(base, now): (i64, i64)| {
        let krw = |ago: i64| if ago < 7 { now } else { base };
        (0..35).map(|ago| (shift(last, -ago), krw(ago))).collect()
    };
    Item {
        production: production(Some("2026-11-29")),
        genre: Genre::known("GGGA").unwrap(),
        sale_start: Some(day("2026-10-01")),
        sale_end: None,
        first_sale_day: None,
        sales_krw: days(own),
        market_krw: days(market),
        has_market: true,
    }
}

fn told(own: (i64, i64), market: (i64, i64)) -> Row {
    row(item(own, market), &standing(), WEEK)
}

#[test]
fn a_fall_with_the_market_is_the_markets() {
    let row = told((100, 80), (10_000, 8_000));
    assert_eq!(
        (row.own_krw, row.own_base_krw, row.change_krw),
        (Some(560), Some(700), Some(-140))
    );
    assert_eq!((row.market_part_krw, row.own_part_krw), (Some(-140), Some(0)));
    assert_eq!(
        (row.relative_index, row.verdict, row.reason),
        (Some(decimal("1")), Some(Driver::Market), None)
    );
}

#[test]
fn verdicts_are_told_apart() {
    assert_eq!(told((100, 104), (10_000, 20_000)).verdict, Some(Driver::Steady));
    assert_eq!(told((100, 150), (10_000, 9_000)).verdict, Some(Driver::Own));
    assert_eq!(told((100, 150), (10_000, 11_000)).verdict, Some(Driver::Own));
    assert_eq!(told((100, 130), (10_000, 12_500)).verdict, Some(Driver::Market));
    assert_eq!(told((100, 150), (10_000, 12_500)).verdict, Some(Driver::Both));
}

#[test]
fn reasons_come_in_their_order() {
    let usual = item((100, 80), (10_000, 8_000));
    let reason = |item: Item| row(item, &standing(), WEEK).reason;
    let silent = ReportedProduction {
        has_sale_days: false,
        ..production(Some("2026-11-29"))
    };
    let cases = [
        (
            NotComparable::NoSnapshot,
            Item {
                production: production(None),
                ..usual.clone()
            },
        ),
        (
            NotComparable::NoSaleDays,
            Item {
                production: silent,
                ..usual.clone()
            },
        ),
        (
            NotComparable::NoMarket,
            Item {
                has_market: false,
                ..usual.clone()
            },
        ),
        (
            NotComparable::SaleOver,
            Item {
                sale_end: Some(day("2026-11-28")),
                ..usual.clone()
            },
        ),
        (
            NotComparable::TooNew,
            Item {
                sale_start: Some(day("2026-10-27")),
                ..usual.clone()
            },
        ),
        (NotComparable::MarketGap, {
            let mut gap = usual.clone();
            gap.market_krw.remove(&day("2026-11-01"));
            gap
        }),
        (NotComparable::BaseZero, item((0, 80), (10_000, 8_000))),
        (NotComparable::OwnLarge, item((100, 80), (100, 100))),
    ];
    for (expected, item) in cases {
        assert_eq!(reason(item), Some(expected));
    }
    assert_eq!(
        row(usual.clone(), &Standing::default(), WEEK).reason,
        Some(NotComparable::NoMarket)
    );
    assert_eq!(
        reason(Item {
            sale_start: Some(day("2026-10-26")),
            ..usual
        }),
        None
    );
}

#[test]
fn the_series_has_every_day_and_no_index_in_its_first_six() {
    let row = told((100, 80), (10_000, 8_000));
    assert_eq!((row.series.len(), row.series[0].day), (35, day("2026-10-26")));
    assert!(
        row.series[..6]
            .iter()
            .all(|point| point.own_index.is_none() && point.market_index.is_none())
    );
    assert_eq!(row.series[6].own_index, Some(decimal("1")));
    assert_eq!(row.series[34].own_index, row.own_ratio);
    assert_eq!(row.series[34].market_index, row.market_ratio);
}

proptest! {
    #[test]
    fn the_parts_add_up(own in (0_i64..1_000_000, 0_i64..1_000_000), market in (1_i64..10_000_000, 1_i64..10_000_000)) {
        let row = told(own, market);
        prop_assert_eq!(row.market_part_krw.zip(row.own_part_krw).map(|(a, b)| a + b), row.change_krw);
        prop_assert_eq!(row.verdict.is_some(), row.reason.is_none());
    }

    #[test]
    fn who_goes_as_the_market_is_explained_by_it(base in 1_i64..1_000, times in 2_i64..9) {
        let row = told((base, base * times), (base * 1_000, base * 1_000 * times));
        prop_assert_eq!(row.verdict, Some(Driver::Market));
        prop_assert_eq!(row.own_part_krw, Some(0));
    }
}

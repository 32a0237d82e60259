//! What becomes of productions, their targets and their marketing weeks.

use super::*;

#[test]
fn codes_that_cannot_be_kept_are_made_of_the_id() {
    let plan = planned(&of_lives(vec![
        live(3, " mu-1 ", "하나"),
        live(4, "MU-1", "둘"),
        live(5, "겨울27", "셋"),
        live(6, "OLD-4", "넷"),
    ]));
    let codes: Vec<_> = plan
        .productions
        .iter()
        .map(|planned| planned.code.to_string())
        .collect();
    assert_eq!(codes, ["mu-1", "OLD-4", "OLD-5", "OLD-6"]);
    let changed = |id| ("code_changed", "live_model", id);
    assert_eq!(told(&plan), BTreeSet::from([4, 5, 6].map(changed)));
}

#[test]
fn names_are_unique_and_what_changes_is_told() {
    let mut present = Present::default();
    present.productions.push(there("OTHER", "셋"));
    let old = of_lives(vec![
        live(3, "A", " 하나 "),
        live(4, "B", "하나"),
        live(5, "C", " "),
        live(6, "D", "셋"),
    ]);
    let plan = try_planned(&old, &present).unwrap();
    let names: Vec<_> = (0..4).map(|index| arriving(&plan, index).name.clone()).collect();
    assert_eq!(names, ["하나", "하나 (B)", "C", "셋 (D)"]);
    let changed = |id| ("name_changed", "live_model", id);
    assert_eq!(told(&plan), BTreeSet::from([4, 5, 6].map(changed)));
}

#[test]
fn figures_beyond_what_is_kept_are_left_out_and_told() {
    let mut odd = live(10, "A", "하나");
    odd.category = None;
    odd.running_time = Some(2_000);
    odd.target_share = Some("120.0".to_owned());
    odd.bep = Some(-1);
    odd.preview_ending_date = Some(at("1899-12-31"));
    odd.show_start_date = Some(at("2026-11-08T15:00:00"));
    odd.show_end_date = Some(at("2026-11-07"));
    odd.sale_end_date = Some(at("2029-10-06"));
    let plan = planned(&of_lives(vec![odd]));
    let details = arriving(&plan, 0);
    assert_eq!(details.category, Category::Play);
    assert_eq!(
        (details.running_minutes, details.target_share, details.break_even_krw),
        (None, None, None)
    );
    assert_eq!(
        (details.run_start, details.run_end, details.preview_end),
        (None, None, None)
    );
    assert_eq!((details.sale_start, details.sale_end), (None, None));
    let codes: Vec<_> = told(&plan).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(
        codes,
        [
            "category_guessed",
            "odd_time",
            "out_of_range",
            "period_reversed",
            "period_too_long"
        ]
    );
}

#[test]
fn shares_are_per_cent_also_where_they_look_like_ratios() {
    let share = |text: &str| {
        let mut of = live(1, "A", "하나");
        of.target_share = Some(text.to_owned());
        let plan = planned(&of_lives(vec![of]));
        let codes: Vec<_> = told(&plan).into_iter().map(|(code, ..)| code).collect();
        (arriving(&plan, 0).target_share, codes)
    };
    assert_eq!(share("72.5"), (Some(Decimal::new(725, 3)), vec![]));
    assert_eq!(share("100.0"), (Some(Decimal::ONE), vec![]));
    assert_eq!(share("0.0"), (Some(Decimal::ZERO), vec![]));
    assert_eq!(share("0.6"), (Some(Decimal::new(6, 3)), vec!["odd_share"]));
    assert_eq!(share("1.0"), (Some(Decimal::new(1, 2)), vec!["odd_share"]));
    assert_eq!(share("1.1").1, Vec::<&str>::new());
    assert_eq!(share("NaN"), (None, vec!["out_of_range"]));
}

#[test]
fn a_concert_has_its_start_in_korean_time_and_its_seats() {
    let mut concert = live(7, "A", "하나");
    concert.category = Some("콘서트".to_owned());
    concert.show_start_date = Some(at("2026-12-12T15:00:00"));
    concert.concert_date_time = Some(at("2026-12-12T09:00:00"));
    concert.concert_seats = [Some(0), Some(324), None, Some(-1), Some(90)];
    let plan = planned(&of_lives(vec![concert.clone()]));
    let details = arriving(&plan, 0);
    assert_eq!(details.concert_at.unwrap().to_rfc3339(), "2026-12-12T09:00:00+09:00");
    let seats: Vec<_> = details.seat_inventory.as_ref().unwrap().iter().collect();
    assert_eq!(format!("{seats:?}"), "[(R, 324), (B, 90)]");
    let of = |code| (code, "live_model", 7);
    assert_eq!(told(&plan), BTreeSet::from([of("odd_time"), of("out_of_range")]));
    concert.category = Some("뮤지컬".to_owned());
    let plan = planned(&of_lives(vec![concert]));
    let details = arriving(&plan, 0);
    assert_eq!((details.concert_at, details.seat_inventory.clone()), (None, None));
}

#[test]
fn targets_of_a_day_are_added_up_and_what_has_no_place_is_told_once() {
    let mut old = of_lives(vec![live(4, "A", "하나")]);
    old.targets = vec![
        target(1, Some("A"), "2026-10-05T00:00:00", 100),
        target(2, Some("A"), "2026-10-05T15:00:00", 50),
        target(3, Some("A"), "2026-10-06", 0),
        target(4, Some("A"), "2026-09-30", 7),
        target(5, Some("A"), "2026-11-01", 8),
        target(6, Some("A"), "2026-11-02", 0),
        target(7, Some("A"), "2026-10-07", -1),
        target(8, None, "2026-10-07", 9),
        target(9, None, "2026-10-07", 0),
    ];
    let plan = planned(&old);
    let targets: Vec<_> = plan.productions[0].targets().unwrap().iter().collect();
    assert_eq!(targets, [(&day("2026-10-05"), &150)]);
    let of = |code| (code, "daily_target_model", 4);
    let orphan = ("orphan", "daily_target_model", 0);
    let expected = [
        of("out_of_range"),
        of("outside_sale_period"),
        of("target_doubled"),
        orphan,
    ];
    assert_eq!(told(&plan), BTreeSet::from(expected));
    let outside = plan
        .findings
        .list()
        .iter()
        .find(|finding| finding.code == FindingCode::OutsideSalePeriod);
    assert_eq!(outside.unwrap().count, 2);
}

fn any_time() -> impl Strategy<Value = Option<NaiveDateTime>> {
    let time = (-40_000_i64..120_000, 0_u32..24).prop_map(|(days, hour)| {
        let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        day.and_hms_opt(hour, 0, 0).unwrap()
    });
    proptest::option::of(time)
}

prop_compose! {
    fn any_live(id: i64)(
        texts in (".{0,40}", ".{0,250}", proptest::option::of(".{0,250}")),
        category in proptest::option::of(prop_oneof![Just("콘서트"), Just("연극"), Just("뮤지컬"), Just("기타")]),
        days in (any_time(), any_time(), any_time(), any_time(), any_time(), any_time()),
        figures in (any::<Option<i32>>(), any::<Option<i64>>(), any::<Option<i32>>()),
        share in proptest::option::of("-?[0-9]{1,4}(\\.[0-9])?"),
        seats in any::<[Option<i32>; 5]>(),
    ) -> OldLive {
        OldLive {
            id,
            live_id: texts.0,
            category: category.map(str::to_owned),
            is_live: true,
            live_name: texts.1,
            location: texts.2,
            show_start_date: days.0,
            show_end_date: days.1,
            sale_start_date: days.2,
            sale_end_date: days.3,
            running_time: figures.0.map(i64::from),
            target_share: share,
            bep: figures.1,
            show_total_seat_number: figures.2.map(i64::from),
            preview_ending_date: days.4,
            latest_record_date: None,
            concert_date_time: days.5,
            concert_seats: seats.map(|seats| seats.map(i64::from)),
        }
    }
}

proptest! {
    #[test]
    fn whatever_rows_say_productions_keep_their_rules(first in any_live(1), second in any_live(2)) {
        let plan = planned(&of_lives(vec![first.clone(), second]));
        let [one, other] = [0, 1].map(|index| arriving(&plan, index));
        prop_assert!(one.name != other.name && !one.code.is_same(&other.code));
        for details in [one, other] {
            let again = details.clone().into_draft().check();
            prop_assert_eq!(again.as_ref(), Ok(details));
        }
        // Nothing is lost in silence: a figure that is not here is told.
        let given = first.bep.is_some() && one.break_even_krw.is_none();
        let is_told = plan.findings.list().iter().any(|finding| finding.code == FindingCode::OutOfRange);
        prop_assert!(!given || is_told);
        let attentions = plan.findings.list().iter().filter(|finding| finding.code.severity() == Severity::Attention);
        prop_assert_eq!(plan.findings.need_attention(), attentions.count() > 0);
    }

    #[test]
    fn no_won_of_targets_is_lost_in_silence(rows in proptest::collection::vec((-5_i64..60, -3_i64..1_000), 0..40)) {
        let mut old = of_lives(vec![live(4, "A", "하나")]);
        let row = |(index, (offset, krw)): (usize, &(i64, i64))| OldTarget {
            id: i64::try_from(index).unwrap(),
            live_id: Some("A".to_owned()),
            date: at("2026-10-01") + chrono::TimeDelta::days(*offset),
            target: *krw,
        };
        old.targets = rows.iter().enumerate().map(row).collect();
        let plan = planned(&old);
        let kept: i64 = plan.productions[0].targets().unwrap().values().sum();
        let on_sale = |row: &&OldTarget| row.target > 0 && (day("2026-10-01")..=day("2026-10-31")).contains(&row.date.date());
        let expected: i64 = old.targets.iter().filter(on_sale).map(|row| row.target).sum();
        prop_assert_eq!(kept, expected);
        let outside = old.targets.iter().filter(|row| row.target > 0 && !on_sale(row)).count();
        let count = |code| plan.findings.list().iter().find(|finding| finding.code == code).map_or(0, |finding| finding.count);
        prop_assert_eq!(usize::try_from(count(FindingCode::OutsideSalePeriod)).unwrap(), outside);
        let negative = old.targets.iter().filter(|row| row.target < 0).count();
        prop_assert_eq!(usize::try_from(count(FindingCode::OutOfRange)).unwrap(), negative);
    }
}

//! Invariants of the figures, whatever the seed.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use sample_data::world::{Category, Truth};
use sample_data::{SampleProduction, World, formats};

use crate::support::{day, random_worlds, seasons};

fn assert_truth(sample: &SampleProduction, truth: &Truth) {
    let name = &truth.file_name;
    let is_stage = truth.category.is_stage();
    assert_eq!(truth.daily.seats, truth.performances.paid_seats, "{name}");
    if is_stage {
        assert_eq!(Some(truth.daily.revenue_krw), truth.performances.revenue_krw, "{name}");
        assert_eq!(truth.daily.complimentary_seats, 0);
    } else {
        assert_eq!(
            truth.daily.complimentary_seats, truth.performances.complimentary_seats,
            "{name}"
        );
    }
    for row in &truth.daily_rows {
        let at = format!("{name} {}", row.sale_day);
        assert!(
            0 <= row.seats && 0 <= row.revenue_krw && 0 <= row.complimentary_seats,
            "{at}: {row:?}"
        );
        assert_eq!(row.seats == 0, row.revenue_krw == 0, "{at}: {row:?}");
        assert!(row.seats_by_grade.values().all(|seats| 0 <= *seats), "{at}");
        assert!(
            row.seats_by_grade.is_empty() || row.seats_by_grade.values().sum::<i64>() == row.seats,
            "{at}"
        );
        assert!(row.sale_day <= truth.record_date);
        assert!(
            sample.production.sale_start.is_none_or(|start| start <= row.sale_day),
            "{at}"
        );
    }
    for row in &truth.performance_rows {
        let at = format!("{name} {}", row.starts_at);
        assert!(
            row.paid_seats_by_grade
                .values()
                .chain(row.complimentary_seats_by_grade.values())
                .all(|seats| 0 <= *seats)
        );
        assert_eq!(row.paid_seats_by_grade.values().sum::<i64>(), row.paid_seats, "{at}");
        assert_eq!(
            row.complimentary_seats_by_grade.values().sum::<i64>(),
            row.complimentary_seats,
            "{at}"
        );
        assert!(
            row.paid_seats + row.complimentary_seats <= row.house_seats,
            "{at}: more than a full house"
        );
        assert!((0..=row.paid_seats).contains(&row.unpaid_seats), "{at}");
        assert_eq!(row.revenue_krw.is_some(), is_stage);
        assert!(
            row.revenue_krw
                .is_none_or(|krw| (row.paid_seats == 0) == (krw == 0) && 0 <= krw),
            "{at}"
        );
        assert_eq!(row.cast.is_empty(), !is_stage);
    }
    let starts: BTreeSet<_> = truth.performance_rows.iter().map(|row| row.starts_at).collect();
    assert_eq!(
        starts.len(),
        truth.performances.rows,
        "no two performances begin together"
    );
}

fn assert_world(world: &World) {
    for sample in &world.productions {
        let truths: Vec<Truth> = sample
            .record_dates
            .iter()
            .map(|record_date| sample.truth(*record_date))
            .collect();
        for truth in &truths {
            assert!(truth.record_date < world.today);
            let starts = (truth.performances.first_start, truth.performances.last_start);
            let run = (sample.production.run_start, sample.production.run_end);
            assert!(
                run.0.is_none() || run.0 == starts.0.map(|at| at.date_naive()),
                "the run begins with a performance"
            );
            assert!(
                run.1.is_none() || run.1 == starts.1.map(|at| at.date_naive()),
                "the run ends with a performance"
            );
            assert_truth(sample, truth);
        }
        for pair in truths.windows(2) {
            let (before, after) = (&pair[0].daily, &pair[1].daily);
            assert!(pair[0].record_date < pair[1].record_date);
            assert!(
                before.revenue_krw <= after.revenue_krw && before.seats <= after.seats,
                "{}",
                pair[1].file_name
            );
        }
        let (start, end) = (sample.production.sale_start, sample.production.sale_end);
        let within = |date: NaiveDate| start.is_some_and(|start| start <= date) && end.is_some_and(|end| date <= end);
        assert!(
            sample
                .daily_targets
                .iter()
                .all(|target| within(target.date) && 0 <= target.target_krw)
        );
        assert!(sample.marketing_weeks.iter().all(|week| within(week.week_start)));
        let begins = |date: NaiveDate| date.weekday() == Weekday::Mon || Some(date) == start;
        assert!(sample.marketing_weeks.iter().all(|week| begins(week.week_start)));
    }
}

#[test]
fn figures_of_a_season_agree_with_each_other() {
    seasons().for_each(|world| assert_world(&world));
}

#[test]
fn figures_of_random_worlds_agree_with_each_other() {
    random_worlds().for_each(|world| assert_world(&world));
}

#[test]
fn a_season_has_productions_in_every_stage_of_their_life() {
    for world in seasons() {
        let count =
            |test: &dyn Fn(&SampleProduction) -> bool| world.productions.iter().filter(|sample| test(sample)).count();
        let run =
            |sample: &SampleProduction| (sample.production.run_start.unwrap(), sample.production.run_end.unwrap());
        assert!(6 <= count(&|sample| sample.production.category.is_stage()));
        assert!(2 <= count(&|sample| sample.production.category == Category::Musical));
        assert!(2 <= count(&|sample| sample.production.category == Category::Play));
        assert!(3 <= count(&|sample| sample.production.category == Category::Concert));
        assert!(
            2 <= count(&|sample| world.today < run(sample).0),
            "on sale before the run"
        );
        assert!(
            2 <= count(&|sample| run(sample).0 <= world.today && world.today <= run(sample).1),
            "in the run"
        );
        assert!(1 <= count(&|sample| run(sample).1 < world.today), "just ended");
        assert_eq!(count(&|sample| sample.record_dates.len() == 20), 2);
        assert!(
            world
                .productions
                .iter()
                .all(|sample| matches!(sample.record_dates.len(), 1..=3 | 20))
        );
    }
}

#[test]
fn a_day_that_is_past_may_be_stated_otherwise_later() {
    for world in seasons() {
        let sample = world
            .productions
            .iter()
            .find(|sample| sample.record_dates.len() == 20)
            .unwrap();
        let first = sample.truth(sample.record_dates[0]);
        let last = sample.truth(sample.record_dates[19]);
        let restated = first
            .daily_rows
            .iter()
            .zip(&last.daily_rows)
            .filter(|(before, after)| before != after)
            .count();
        assert!((1..8).contains(&restated), "{restated} days restated");
    }
}

#[test]
fn random_worlds_have_every_edge_case() {
    let worlds: Vec<World> = random_worlds().collect();
    let samples: Vec<&SampleProduction> = worlds.iter().flat_map(|world| &world.productions).collect();
    let truths: Vec<Truth> = worlds
        .iter()
        .flat_map(World::uploads)
        .map(|(sample, record_date)| sample.truth(record_date))
        .collect();
    assert!(truths.iter().any(|truth| truth.daily.rows == 0), "before the sale");
    assert!(
        truths
            .iter()
            .any(|truth| truth.daily_rows.iter().any(|row| row.seats == 0)),
        "a day without a sale"
    );
    assert!(
        truths.iter().any(|truth| truth.performances.rows == 0),
        "no performance"
    );
    assert!(
        truths.iter().any(|truth| truth.performances.rows == 1),
        "one performance"
    );
    let rows = || {
        truths
            .iter()
            .filter(|truth| 0 < truth.daily.seats)
            .flat_map(|truth| &truth.performance_rows)
    };
    assert!(
        rows().any(|row| row.paid_seats == 0 && row.complimentary_seats == 0),
        "nobody came"
    );
    assert!(
        rows().any(|row| row.paid_seats + row.complimentary_seats == row.house_seats),
        "sold out"
    );
    assert!(
        truths
            .iter()
            .any(|truth| truth.performances.paid_seats_by_grade.contains_key("커플")),
        "an unusual grade"
    );
    let stage = |truth: &&Truth| truth.category.is_stage() && 0 < truth.daily.rows;
    assert!(
        truths
            .iter()
            .filter(stage)
            .any(|truth| truth.daily.seats_by_grade.is_empty()),
        "no grades by day"
    );
    assert!(
        samples.iter().any(|sample| sample.record_dates.is_empty()),
        "no workbook"
    );
    assert!(
        samples.iter().any(|sample| sample.production.sale_end.is_none()),
        "no end of sale"
    );
    assert!(
        samples.iter().any(|sample| sample.daily_targets.is_empty()),
        "no targets"
    );
    let is_bare_concert = |sample: &&SampleProduction| -> bool {
        sample.production.category == Category::Concert && sample.production.seat_inventory.is_none()
    };
    assert!(samples.iter().any(is_bare_concert), "no inventory");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let today = day("2026-11-20");
    let (one, two) = (sample_data::season(5, today), sample_data::season(5, today));
    assert_eq!(one, two);
    assert_eq!(one.truth_json(), two.truth_json());
    assert_ne!(one, sample_data::season(6, today));
    assert_eq!(sample_data::random_world(5, today), sample_data::random_world(5, today));
    let (sample, record_date) = one.uploads()[0];
    let bytes = |world: &World, writer: fn(&sample_data::Workbook) -> Vec<u8>| {
        writer(&world.production(&sample.production.code).workbook(record_date))
    };
    for writer in [formats::xlsx, formats::xlsm, formats::xlsb, formats::xls, formats::ods] {
        assert_eq!(bytes(&one, writer), bytes(&two, writer));
    }
}

#[test]
fn more_revenue_is_in_workbook_and_truth_and_nothing_else_is() {
    let world = sample_data::season(5, day("2026-11-20"));
    let (sample, record_date) = world.uploads()[0];
    let more = sample.clone().with_more_revenue(7);
    let (truth, before) = (more.truth(record_date), sample.truth(record_date));
    assert_truth(&more, &truth);
    assert_eq!(truth.daily.revenue_krw, before.daily.revenue_krw + 7);
    assert_eq!(truth.daily.seats, before.daily.seats);
    let bytes = |sample: &SampleProduction| formats::xlsx(&sample.workbook(record_date));
    assert!(bytes(&more) != bytes(sample));
    assert!(bytes(&sample.clone().with_more_revenue(0)) == bytes(sample));
}

#[test]
fn a_bench_workbook_has_as_many_rows_as_asked_for() {
    for (sale_days, performances) in [(365, 400), (30, 1), (1, 0)] {
        let workbook = sample_data::stage_workbook(3, sale_days, performances, day("2026-11-19"));
        let dated = |name: &str| workbook.sheet(name).dated_rows();
        let until = |row: &u32| crate::support::date(workbook.sheet("Daily"), *row) <= day("2026-11-19");
        assert_eq!(
            dated("Daily").iter().filter(|row| until(row)).count(),
            sale_days as usize
        );
        assert_eq!(dated("회차별판매").len(), performances);
    }
}

#[test]
fn productions_are_the_json_that_the_api_takes() {
    let world = sample_data::season(1, day("2026-11-20"));
    let concert = world
        .productions
        .iter()
        .find(|sample| sample.production.category == Category::Concert)
        .unwrap();
    let json = serde_json::to_value(&concert.production).unwrap();
    assert_eq!(json["category"], "concert");
    assert!(json["concertAt"].as_str().unwrap().ends_with("T18:00:00+09:00"));
    assert_eq!(
        json["seatInventory"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(serde_json::Value::as_i64)
            .sum::<i64>(),
        json["seatsPerPerformance"].as_i64().unwrap()
    );
    let saturday: NaiveDate = json["runStart"].as_str().unwrap().parse().unwrap();
    assert_eq!(
        saturday.weekday(),
        Weekday::Sat,
        "a concert to come begins on a Saturday"
    );
    let details = serde_json::to_value(concert.details(false)).unwrap();
    assert_eq!(details["revenueBasis"], "booked");
    assert_eq!(details["productionCostKrw"], json["breakEvenKrw"]);
    for of in details["seatGrades"].as_array().unwrap() {
        assert_eq!(json["seatInventory"][of["grade"].as_str().unwrap()], of["seats"]);
        assert!(of["priceKrw"].as_i64() > Some(0), "{of}");
    }
    let campaign = serde_json::to_value(&concert.campaigns()[0]).unwrap();
    assert_eq!(
        (&campaign["kind"], &campaign["from"]),
        (&"memo".into(), &json["saleStart"])
    );
    let target = serde_json::to_value(concert.daily_targets[0]).unwrap();
    assert!(target["date"].is_string() && target["targetKrw"].is_i64());
    assert!(world.truth_json()["productions"][0]["workbooks"][0]["performances"]["casts"].is_u64());
}

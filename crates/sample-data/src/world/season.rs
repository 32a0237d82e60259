//! The season of a company that has its hands full.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::World;
use super::demand::{DemandModel, DiscountDay, Slot};
use super::grade::house;
use super::ledger::{Ledger, days};
use super::names;
use super::planning;
use super::production::{Category, Production, in_seoul};
use super::sample::SampleProduction;
use super::schedule::{company, performances, rounded, shift, stage_week};
use super::sheets::Arrangement;
use super::simulation::simulate;

type Grades = &'static [(&'static str, i64, i64)];

const MUSICAL_GRADES: Grades = &[
    ("vip", 200, 150_000),
    ("r", 350, 130_000),
    ("s", 220, 100_000),
    ("a", 150, 70_000),
    ("bads", 50, 60_000),
    ("disable", 30, 40_000),
];
const PLAY_GRADES: Grades = &[("r", 500, 60_000), ("s", 300, 45_000), ("a", 200, 30_000)];
const SMALL_GRADES: Grades = &[("r", 700, 50_000), ("s", 240, 35_000), ("badr", 60, 25_000)];
const CONCERT_GRADES: Grades = &[
    ("vip", 150, 165_000),
    ("r", 350, 143_000),
    ("s", 300, 121_000),
    ("a", 200, 99_000),
];
const ACOUSTIC_GRADES: Grades = &[
    ("r", 360, 110_000),
    ("s", 340, 88_000),
    ("a", 200, 66_000),
    ("b", 100, 44_000),
];

/// One production of the season; days are counted from today.
struct Plan {
    category: Category,
    active: bool,
    seats: i64,
    grades: Grades,
    sale_start: i64,
    run: (i64, i64),
    /// Days of previews at the beginning of the run.
    previews: i64,
    record_days: &'static [i64],
    expected_share: f64,
    /// People per role.
    company: &'static [usize],
    running_minutes: i32,
    /// Break-even point as a part of the revenue that is expected.
    break_even: f64,
}

const STAGE: Plan = Plan {
    category: Category::Play,
    active: true,
    seats: 280,
    grades: PLAY_GRADES,
    sale_start: -60,
    run: (-15, 25),
    previews: 4,
    record_days: &[-1],
    expected_share: 0.62,
    company: &[3, 2],
    running_minutes: 100,
    break_even: 0.85,
};

const CONCERT: Plan = Plan {
    category: Category::Concert,
    seats: 3_200,
    grades: CONCERT_GRADES,
    sale_start: -45,
    run: (24, 25),
    previews: 0,
    expected_share: 0.82,
    company: &[],
    running_minutes: 130,
    ..STAGE
};

const LAST_TWENTY_DAYS: &[i64] = &[
    -20, -19, -18, -17, -16, -15, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1,
];

/// In every stage of a production's life: the first of each kind has a workbook for each of the last twenty days.
fn plans() -> Vec<Plan> {
    let musical = Plan {
        category: Category::Musical,
        seats: 620,
        grades: MUSICAL_GRADES,
        running_minutes: 150,
        company: &[3, 2, 2],
        ..STAGE
    };
    vec![
        Plan {
            sale_start: -80,
            run: (-22, 38),
            previews: 6,
            record_days: LAST_TWENTY_DAYS,
            ..musical
        },
        Plan {
            record_days: LAST_TWENTY_DAYS,
            break_even: 1.1,
            ..STAGE
        },
        Plan {
            sale_start: -30,
            run: (21, 80),
            seats: 940,
            record_days: &[-9, -2, -1],
            break_even: 0.7,
            ..musical
        },
        Plan {
            sale_start: -8,
            run: (26, 60),
            record_days: &[-3, -1],
            ..STAGE
        },
        Plan {
            sale_start: -110,
            run: (-62, -4),
            record_days: &[-5, -3],
            expected_share: 0.55,
            ..musical
        },
        Plan {
            sale_start: -100,
            run: (-48, -14),
            record_days: &[-13],
            active: false,
            ..STAGE
        },
        Plan {
            sale_start: -50,
            run: (-25, 45),
            seats: 120,
            grades: SMALL_GRADES,
            record_days: &[-8, -1],
            expected_share: 0.7,
            company: &[2, 2, 2, 1],
            running_minutes: 85,
            ..STAGE
        },
        Plan {
            record_days: &[-8, -2, -1],
            ..CONCERT
        },
        Plan {
            sale_start: -5,
            run: (58, 60),
            seats: 8_500,
            record_days: &[-1],
            break_even: 0.6,
            ..CONCERT
        },
        Plan {
            sale_start: -55,
            run: (-2, -2),
            seats: 1_400,
            grades: ACOUSTIC_GRADES,
            record_days: &[-9, -1],
            ..CONCERT
        },
    ]
}

/// A season around this day: five musicals and plays on sale or on stage, two that have ended, three concerts. It
/// depends on nothing but the two arguments.
///
/// Two productions have workbooks for the last twenty days, the others for one to three.
pub fn season(seed: u64, today: NaiveDate) -> World {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut musicals = names::shuffled(&mut rng, names::MUSICALS).into_iter();
    let mut plays = names::shuffled(&mut rng, names::PLAYS).into_iter();
    let mut concerts = names::shuffled(&mut rng, names::CONCERTS).into_iter();
    let mut productions = Vec::new();
    for (number, plan) in (21..).zip(plans()) {
        let (letters, title) = match plan.category {
            Category::Musical => ("MU", musicals.next()),
            Category::Play => ("PL", plays.next()),
            Category::Concert => ("CO", concerts.next()),
        };
        let code = format!("{letters}{:02}{number}", today.year().rem_euclid(100));
        let title = title.expect("there are more titles than productions");
        productions.push(produce(&mut rng, &plan, code, title, today, None));
    }
    let monthly_notes = planning::monthly_notes(shift(today, -90), shift(today, 30));
    World {
        seed,
        today,
        productions,
        monthly_notes,
    }
}

/// A musical of 300 seats that was on sale for eight weeks before its first performance and then so many weeks until its last,
/// with a workbook for each of these days. Days of special offers are those given and no others, so that whoever looks for causes in
/// its sales can be told right from wrong. It depends on nothing but the arguments.
pub fn finished_run(seed: u64, weeks: u32, last_day: NaiveDate, offers: &[DiscountDay]) -> SampleProduction {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let opening = 1 - 7 * i64::from(weeks);
    let plan = Plan {
        category: Category::Musical,
        active: false,
        seats: 300,
        grades: MUSICAL_GRADES,
        sale_start: opening - 56,
        run: (opening, 0),
        previews: 4,
        record_days: &[0],
        expected_share: 0.55,
        company: &[3, 2, 2],
        ..STAGE
    };
    let code = format!("MU{seed:04}");
    let mut sample = produce(&mut rng, &plan, code, names::MUSICALS[0], last_day, Some(offers));
    sample.record_dates = days(sample.ledger.sale_start, last_day).collect();
    sample
}

/// With these days of special offers, without any given with some of its own.
fn produce(
    rng: &mut ChaCha8Rng,
    plan: &Plan,
    code: String,
    title: &str,
    today: NaiveDate,
    offers: Option<&[DiscountDay]>,
) -> SampleProduction {
    let is_stage = plan.category.is_stage();
    let sale_start = shift(today, plan.sale_start);
    let planned = planned_run(plan, today);
    let preview_end = (0 < plan.previews).then(|| shift(planned.0, plan.previews - 1));
    let slots = if is_stage {
        stage_week(rng, 400 < plan.seats)
    } else {
        concert_slots(planned)
    };
    let mut model = model(rng, plan, sale_start, planned.1, slots);
    if let Some(offers) = offers {
        model.discount_days = offers.to_vec();
    }
    let performances = performances(rng, &model, planned, preview_end, usize::MAX);
    let days = performances.iter().map(|performance| performance.starts_at.date());
    let run = days
        .clone()
        .min()
        .zip(days.max())
        .expect("every run of the season has performances");
    let concert_at = performances
        .first()
        .filter(|_| !is_stage)
        .map(|first| in_seoul(first.starts_at));
    let ledger = Ledger {
        grades: house(plan.seats, plan.grades),
        performances,
        sale_start,
        sale_end: run.1,
        entries: Vec::new(),
        is_stage,
        daily_grades: true,
    };
    let revenue_krw = planning::expected_revenue_krw(&ledger, &model);
    let inventory = ledger
        .grades
        .iter()
        .map(|grade| (grade.grade.code.clone(), grade.seats))
        .collect();
    let record_dates: Vec<NaiveDate> = plan.record_days.iter().map(|days| shift(today, *days)).collect();
    let production = Production {
        code,
        name: title.to_owned(),
        category: plan.category,
        active: plan.active,
        venue: Some(names::venue(rng, is_stage)),
        run_start: Some(run.0),
        run_end: Some(run.1),
        sale_start: Some(sale_start),
        sale_end: Some(run.1),
        running_minutes: Some(plan.running_minutes),
        target_share: Some(rounded(plan.expected_share * 1.08)),
        break_even_krw: Some(millions(revenue_krw, plan.break_even)),
        seats_per_performance: Some(plan.seats),
        preview_end,
        concert_at,
        seat_inventory: (!is_stage).then_some(inventory),
    };
    let sale = (sale_start, run.1);
    let last = record_dates.iter().copied().max().expect("every plan has a record day");
    SampleProduction {
        production,
        daily_targets: planning::daily_targets(&model, sale, run.0, millions(revenue_krw, 1.05)),
        marketing_weeks: planning::marketing_weeks(rng, sale),
        record_dates,
        ledger: simulate(rng, ledger, &model, last),
        model,
        arrangement: Arrangement::default(),
    }
}

/// The days on which it may play. Concerts to come begin on a Saturday.
fn planned_run(plan: &Plan, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let start = shift(today, plan.run.0);
    let until_saturday = i64::from(Weekday::Sat.days_since(start.weekday()));
    let later = if plan.category.is_stage() || plan.run.0 < 0 {
        0
    } else {
        until_saturday
    };
    (shift(start, later), shift(today, plan.run.1 + later))
}

/// Every evening of a concert.
fn concert_slots(run: (NaiveDate, NaiveDate)) -> Vec<Slot> {
    let time = NaiveTime::from_hms_opt(18, 0, 0).expect("a time of day");
    let factors = [1.0, 0.92, 0.85].into_iter().cycle();
    days(run.0, run.1)
        .zip(factors)
        .map(|(day, factor)| Slot {
            weekday: day.weekday(),
            time,
            factor,
        })
        .collect()
}

fn model(
    rng: &mut ChaCha8Rng,
    plan: &Plan,
    sale_start: NaiveDate,
    sale_end: NaiveDate,
    slots: Vec<Slot>,
) -> DemandModel {
    let is_stage = plan.category.is_stage();
    let length = (sale_end - sale_start).num_days();
    let mut offer = |part: f64| DiscountDay {
        date: shift(sale_start, fraction(length, part + rng.random_range(0.0..0.1))),
        volume_factor: rounded(rng.random_range(1.6..2.6)),
        price_factor: rounded(rng.random_range(0.6..0.8)),
    };
    let discount_days = vec![offer(0.1), offer(0.3), offer(0.5), offer(0.7)];
    DemandModel {
        expected_share: plan.expected_share,
        on_sale_spike: rounded(if is_stage {
            rng.random_range(9.0..15.0)
        } else {
            rng.random_range(18.0..30.0)
        }),
        spike_decay_days: rounded(if is_stage {
            rng.random_range(2.0..4.0)
        } else {
            rng.random_range(1.0..2.0)
        }),
        late_rise: rounded(rng.random_range(2.0..5.0)),
        late_rise_days: rounded(rng.random_range(4.0..9.0)),
        weekday_factors: [1.15, 1.0, 1.0, 1.05, 1.15, 0.85, 0.8]
            .map(|factor| rounded(factor * rng.random_range(0.93..1.07))),
        discount_days,
        preview_factor: rounded(rng.random_range(0.7..0.9)),
        refund_ratio: rounded(rng.random_range(0.02..0.05)),
        restatement_ratio: 0.25,
        slots,
        cast_effects: company(rng, plan.company),
    }
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "days of a season"
)]
fn fraction(length: i64, part: f64) -> i64 {
    (length as f64 * part) as i64
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a plan, rounded to a million won"
)]
fn millions(krw: i64, factor: f64) -> i64 {
    (krw as f64 * factor / 1_000_000.0).round() as i64 * 1_000_000
}

//! Workbooks as people keep them: of what a marked one says less, and more beside it.

use chrono::NaiveDateTime;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::exact::{decimal, whole};
use super::world::{Agency, AgencyShow, Deposited, Performance, Snapshot};

/// Codes and names; the last two are known to nobody.
const AGENCIES: [(&str, &str); 4] = [
    ("interpark", "인터파크"),
    ("yes24", "예스24"),
    ("별빛티켓", "별빛티켓"),
    ("kiosk", "KIOSK"),
];

const REMARKS: [&str; 3] = ["단체 관람", "3층 제외", "대관"];

/// What of payments a workbook tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    Nothing,
    /// Of all together, and of each agency.
    All,
    /// Of each agency, so that all together is their sum.
    Agencies,
}

/// Makes a labelled workbook of it, where it has what such a workbook needs.
pub(super) fn label(rng: &mut ChaCha8Rng, snapshot: &mut Snapshot, is_stage: bool) {
    if snapshot.performances.is_empty() || !is_stage && snapshot.days.is_empty() {
        return;
    }
    snapshot.is_labelled = true;
    if is_stage && (snapshot.days.is_empty() || rng.random_bool(0.4)) {
        snapshot.lacks_days = true;
        snapshot.days.clear();
    }
    let tells = *[Tells::Nothing, Tells::All, Tells::Agencies].choose(rng).unwrap();
    let count = rng.random_range(if tells == Tells::Agencies { 1..=4 } else { 0..=4 });
    let places = rng.random_range(0..3);
    for (code, name) in AGENCIES.iter().take(count) {
        let agency = Agency {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            days: (places != 1 && !snapshot.lacks_days).then(|| {
                let days = snapshot.days.iter();
                days.map(|row| (row.date, (rng.random_range(-3..20), rng.random_range(-9_000..900_000))))
                    .collect()
            }),
            shows: (places != 0 || snapshot.lacks_days || tells == Tells::Agencies).then(|| {
                let shows = snapshot.performances.iter();
                shows.map(|show| of_agency(rng, show, tells, is_stage)).collect()
            }),
        };
        snapshot.agencies.push(agency);
    }
    snapshot.agencies.sort_by(|one, other| one.code.cmp(&other.code));
    let roles = snapshot.performances.iter().map(|show| show.cast.len()).max();
    let roles: Vec<String> = (1..=roles.unwrap_or(0))
        .map(|number| format!("배역 {number}"))
        .collect();
    let agencies = snapshot.agencies.clone();
    for (number, show) in (1..).zip(&mut snapshot.performances) {
        with_words(rng, show, number, &roles);
        with_payment(rng, show, tells, &agencies, is_stage);
        show.paid_seats_by_grade.clear();
        show.complimentary_seats_by_grade.clear();
        for share in [&mut show.paid_share, &mut show.complimentary_share] {
            if *share < whole(0) || *share > decimal("1.2") {
                *share = decimal("0.0625");
            }
        }
    }
}

fn of_agency(rng: &mut ChaCha8Rng, show: &Performance, tells: Tells, is_stage: bool) -> (NaiveDateTime, AgencyShow) {
    let seats = rng.random_range(0..30);
    let krw = is_stage.then(|| rng.random_range(0..3_000_000));
    let part = |rng: &mut ChaCha8Rng, whole: i64| {
        if rng.random_bool(0.3) {
            whole
        } else {
            rng.random_range(0..=whole)
        }
    };
    let deposited = if tells == Tells::Nothing {
        Deposited::default()
    } else {
        Deposited {
            seats: Some(part(rng, seats)),
            krw: krw.map(|krw| part(rng, krw)),
        }
    };
    let sold = AgencyShow {
        seats,
        revenue_krw: krw,
        deposited,
    };
    (show.starts_at, sold)
}

fn with_words(rng: &mut ChaCha8Rng, show: &mut Performance, number: i64, roles: &[String]) {
    show.number = rng.random_bool(0.9).then_some(number);
    show.remark = rng.random_bool(0.3).then(|| (*REMARKS.choose(rng).unwrap()).to_owned());
    show.roles = Some(roles[..show.cast.len()].to_vec());
}

fn with_payment(rng: &mut ChaCha8Rng, show: &mut Performance, tells: Tells, agencies: &[Agency], is_stage: bool) {
    let sold = |agency: &Agency| agency.shows.as_ref().map(|shows| shows[&show.starts_at].deposited);
    show.deposited = match tells {
        Tells::Nothing => Deposited::default(),
        Tells::All => Deposited {
            // Also more than is booked: then nothing is pending.
            seats: Some(rng.random_range(0..=show.paid_seats + 2)),
            krw: is_stage.then(|| rng.random_range(0..=2_000_000)),
        },
        Tells::Agencies => {
            let all: Vec<Deposited> = agencies.iter().filter_map(sold).collect();
            Deposited {
                seats: all.iter().map(|one| one.seats).sum(),
                krw: all.iter().map(|one| one.krw).sum(),
            }
        }
    };
    let is_known = tells != Tells::Nothing;
    let share = show.deposit_share.take().filter(|_| is_known);
    show.deposit_share = share.map(|share| {
        if share < whole(0) || share > decimal("1.2") {
            decimal("0.03125")
        } else {
            share
        }
    });
}

//! Who bought what was sold: the seats and won of the ledger, divided among classes.

use chrono::NaiveDate;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::super::labelled::{AGENCIES, AgencyStates, Knobs, LabelledTruth};
use super::super::ledger::Ledger;
use super::knobs::{BuyersKnobs, BuyersSection};

/// The codes of [`AGENCIES`].
const CODES: [&str; 5] = ["interpark", "yes24", "melon", "ticketlink", "별빛티켓"];
const DISCOUNTS: [&str; 6] = [
    "일반",
    "조기예매 30%",
    "재관람 할인 20%",
    "학생 할인(13.5%)",
    "3.1절 특별 40%",
    "지역주민 성별무관 25%",
];
const AGES: [&str; 6] = [
    "20세 이하",
    "21 ~ 30세",
    "31 ~ 40세",
    "41 ~ 50세",
    "50세 이상",
    "알수 없음",
];
const METHODS: [&str; 4] = ["신용카드", "무통장입금", "간편결제", "휴대폰"];
const CARDS: [&str; 4] = ["한빛카드", "누리카드", "바다카드", "4.0카드"];
const CHANNELS: [&str; 4] = ["PC", "모바일 앱", "전화", "지역 창구 3.0"];
const REGIONS: [&str; 7] = ["서울", "경기", "인천", "부산", "대구", "제주", "알수 없음"];
const SEOUL: [&str; 4] = ["종로구", "마포구", "강남구", "노원구"];
const GYEONGGI: [&str; 3] = ["수원시", "성남시", "고양시"];

/// What a server must make of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyersTruth {
    /// The day up to which it counts.
    pub record_date: NaiveDate,
    /// Its classes, by section and list.
    pub classes: Vec<BuyersClass>,
}

/// A class of buyers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyersClass {
    /// The section that it stands in.
    pub section: BuyersSection,
    /// `discount`, `age_gender`, `payment`, `card`, `channel`, `region`, `seoul` or `gyeonggi`.
    pub dimension: &'static str,
    /// Name and code of the agency, of discounts.
    pub agency: Option<(&'static str, &'static str)>,
    /// What it is called.
    pub item: &'static str,
    /// Seats; of an age group those of men, of women, and of others where they are told.
    pub seats: Vec<i64>,
    /// Won, where the list has them.
    pub revenue_krw: Option<i64>,
}

impl BuyersTruth {
    pub(super) fn of(ledger: &Ledger, code: &str, record_date: NaiveDate, knobs: &BuyersKnobs) -> Self {
        let books = Knobs {
            agencies: vec![AgencyStates::Booked; AGENCIES.len()],
            ..Knobs::default()
        };
        let days = LabelledTruth::of(ledger, record_date, &books).days;
        let seats: i64 = days.iter().map(|day| day.row.seats).sum();
        let krw: i64 = days.iter().map(|day| day.row.revenue_krw).sum();
        let seed = code
            .bytes()
            .fold(u64::from(record_date.to_epoch_days().unsigned_abs()), |seed, byte| {
                seed.wrapping_mul(31).wrapping_add(u64::from(byte))
            });
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let mut classes = Vec::new();
        // Drawn in the usual order, so that the order of the sections changes no figure.
        for section in BuyersSection::ALL {
            let mut drawn = Vec::new();
            match section {
                BuyersSection::Discounts => {
                    for (number, agency) in AGENCIES.into_iter().enumerate() {
                        let sold: i64 = days.iter().map(|day| day.agencies[number].seats).sum();
                        let won: i64 = days.iter().map(|day| day.agencies[number].revenue_krw).sum();
                        let count = dice.random_range(2..=DISCOUNTS.len());
                        for mut class in list(&mut dice, section, "discount", &DISCOUNTS[..count], sold, Some(won)) {
                            class.agency = Some((agency, CODES[number]));
                            drawn.push(class);
                        }
                    }
                }
                BuyersSection::Ages => {
                    for mut class in list(&mut dice, section, "age_gender", &AGES, seats, None) {
                        let genders = if knobs.unknown_gender { 3 } else { 2 };
                        class.seats = parts(&mut dice, class.seats[0], genders);
                        drawn.push(class);
                    }
                }
                BuyersSection::Payments => drawn = list(&mut dice, section, "payment", &METHODS, seats, Some(krw)),
                BuyersSection::Cards => drawn = list(&mut dice, section, "card", &CARDS, seats, Some(krw)),
                BuyersSection::Channels => drawn = list(&mut dice, section, "channel", &CHANNELS, seats, Some(krw)),
                BuyersSection::Regions => {
                    drawn = list(&mut dice, section, "region", &REGIONS, seats, None);
                    let (seoul, gyeonggi) = (drawn[0].seats[0], drawn[1].seats[0]);
                    drawn.extend(list(&mut dice, section, "seoul", &SEOUL, seoul, None));
                    drawn.extend(list(&mut dice, section, "gyeonggi", &GYEONGGI, gyeonggi, None));
                }
            }
            if knobs.sections.contains(&section) {
                classes.append(&mut drawn);
            }
        }
        Self { record_date, classes }
    }

    /// The classes of a list.
    pub(super) fn list(&self, dimension: &'static str) -> impl Iterator<Item = (usize, &BuyersClass)> {
        let classes = self.classes.iter().enumerate();
        classes.filter(move |(_, class)| class.dimension == dimension)
    }
}

/// A list in which so many seats and won are divided.
fn list(
    dice: &mut ChaCha8Rng,
    section: BuyersSection,
    dimension: &'static str,
    items: &[&'static str],
    seats: i64,
    krw: Option<i64>,
) -> Vec<BuyersClass> {
    let seats = parts(dice, seats, items.len());
    let won = krw.map(|krw| parts(dice, krw, items.len()));
    let class = |(index, item): (usize, &&'static str)| BuyersClass {
        section,
        dimension,
        agency: None,
        item,
        seats: vec![seats[index]],
        revenue_krw: won.as_ref().map(|won| won[index]),
    };
    items.iter().enumerate().map(class).collect()
}

/// So many parts of a whole; none of one that is not negative is.
fn parts(dice: &mut ChaCha8Rng, whole: i64, count: usize) -> Vec<i64> {
    let weights: Vec<i64> = (0..count).map(|_| dice.random_range(1..100)).collect();
    let all: i64 = weights.iter().sum();
    let mut parts: Vec<i64> = weights.iter().map(|weight| whole * weight / all).collect();
    let rest: i64 = whole - parts.iter().sum::<i64>();
    parts[0] += rest;
    parts
}

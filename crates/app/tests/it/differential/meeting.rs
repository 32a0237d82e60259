//! Whether the drawing is good for anything: what the usual worlds have, and that every report can be computed.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::drawing::draw;
use super::exact::decimal;
use super::naive::{self, REPORTS};
use super::questions::ask;
use super::world::{Performance, Production, SaleDay, World};
use super::{SEED, WORLDS};

/// The world that a server would be told of.
pub(super) fn world(seed: u64) -> World {
    let drawn = draw(seed);
    let mut world = drawn.planned();
    for production in &mut world.productions {
        production.id = Some(production.code.clone());
    }
    for draft in &drawn.uploads {
        world.productions[draft.production].uploads.push(draft.accepted());
    }
    for draft in &drawn.reports {
        world.productions[draft.production].reports.push(draft.accepted());
    }
    world
}

#[test]
fn each_report_of_the_contract_can_be_computed_for_whatever_is_drawn() {
    for seed in 0..8 {
        let world = world(seed);
        let codes: Vec<String> = world
            .productions
            .iter()
            .map(|production| production.code.clone())
            .collect();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        for report in REPORTS {
            let (query, question) = ask(&mut rng, report, &world, &codes);
            let answer = naive::answer(report, &world, &question).unwrap();
            assert_eq!(answer["report"], report, "{query}");
        }
    }
}

/// What the usual worlds do not have of all that they are meant to have.
fn missing(seed: u64) -> Vec<&'static str> {
    let worlds: Vec<World> = (seed..).take(WORLDS).map(world).collect();
    let productions: Vec<&Production> = worlds.iter().flat_map(|world| &world.productions).collect();
    let shows: Vec<&Performance> = productions
        .iter()
        .flat_map(|production| production.performances())
        .collect();
    let days: Vec<&SaleDay> = productions.iter().flat_map(|production| production.days()).collect();
    let is_new_concert = |production: &Production| {
        let pair = production.sale_start.zip(production.record_date());
        !production.is_play()
            && production.sale_end.is_some()
            && pair.is_some_and(|(start, record_date)| record_date <= start)
            && production
                .performances()
                .iter()
                .any(|show| show.paid_seats_by_grade.values().any(|seats| *seats > 0))
    };
    let plays_today = |production: &Production| {
        production
            .performances()
            .iter()
            .any(|show| Some(show.day()) == production.record_date())
    };
    let is_replaced = |production: &Production| {
        let mut uploads = production.uploads.iter();
        let current = production.record_date();
        uploads.any(|upload| upload.is_void && Some(upload.record_date) >= current)
    };
    let has_empty_cast = |show: &&&Performance| show.cast.is_empty() && show.revenue_krw < 0;
    let met = [
        (
            "a tiny share",
            shows.iter().any(|show| show.paid_share == decimal("1e-19")),
        ),
        (
            "an empty cast with refunds",
            shows.iter().filter(has_empty_cast).count() > 0,
        ),
        (
            "an unknown grade",
            shows
                .iter()
                .any(|show| show.paid_seats_by_grade.contains_key("gallery")),
        ),
        ("a refund", days.iter().any(|row| row.revenue_krw < 0)),
        ("a day without seats", days.iter().any(|row| row.seats == 0)),
        (
            "a concert of its first day of sale",
            productions.iter().any(|one| is_new_concert(one)),
        ),
        (
            "a performance of the record date",
            productions.iter().any(|one| plays_today(one)),
        ),
        (
            "a snapshot without days",
            productions
                .iter()
                .any(|one| one.record_date().is_some() && one.days().is_empty()),
        ),
        (
            "a production without snapshot",
            productions.iter().any(|one| one.record_date().is_none()),
        ),
        (
            "an upload that counts no more",
            productions.iter().any(|one| is_replaced(one)),
        ),
    ];
    met.into_iter()
        .filter(|(_, is_met)| !is_met)
        .map(|(what, _)| what)
        .collect()
}

#[test]
fn the_usual_worlds_have_what_they_are_meant_to_have() {
    assert_eq!(missing(SEED), Vec::<&str>::new());
}

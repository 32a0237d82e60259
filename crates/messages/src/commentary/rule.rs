//! What the figures tell by themselves, without a language model.

use std::cmp::Reverse;

use domain::message::Text;

use super::material::{Material, Telling};

/// So many facts are told.
const MAX_FACTS: usize = 3;

/// The three most telling facts: the first of each topic, then what tells most of the rest; in the order of topics.
pub(super) fn most_telling(materials: &[Material]) -> Vec<Text> {
    let mut firsts: Vec<(usize, &Telling)> = Vec::new();
    let mut others: Vec<(usize, &Telling)> = Vec::new();
    for (topic, material) in materials.iter().enumerate() {
        let mut facts: Vec<_> = material.facts.iter().collect();
        facts.sort_by_key(|fact| Reverse(fact.weight));
        let mut facts = facts.into_iter().map(|fact| (topic, fact));
        firsts.extend(facts.next());
        others.extend(facts);
    }
    others.sort_by_key(|(_, fact)| Reverse(fact.weight));
    let mut chosen: Vec<_> = firsts.into_iter().chain(others).take(MAX_FACTS).collect();
    chosen.sort_by_key(|(topic, _)| *topic);
    chosen.into_iter().map(|(_, fact)| fact.sentence.clone()).collect()
}

//! The code that somebody may have meant.

use domain::production::ProductionCode;
use strsim::damerau_levenshtein;

/// The code that is nearest to one that no production has; `None` where none is near. A letter or sign more, fewer,
/// another or swapped is one step; a third of the code may be wrong. Of those as near, the one with the longer beginning
/// in common comes first, then the order of codes decides.
pub(crate) fn nearest(code: &ProductionCode, known: Vec<ProductionCode>) -> Option<ProductionCode> {
    let wanted = code.folded();
    let farthest = (wanted.len() / 3).max(1);
    let measured = known.into_iter().filter_map(|code| {
        let folded = code.folded();
        let steps = damerau_levenshtein(&wanted, &folded);
        let in_common = wanted.bytes().zip(folded.bytes()).take_while(|(a, b)| a == b).count();
        (steps <= farthest).then_some((steps, usize::MAX - in_common, code))
    });
    measured.min().map(|(_, _, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str, known: &[&str]) -> Option<String> {
        let known = known.iter().map(|code| code.parse().unwrap()).collect();
        nearest(&code.parse().unwrap(), known).map(|code| code.to_string())
    }

    #[test]
    fn a_sign_left_out_a_letter_swapped_and_a_wrong_digit_are_near() {
        let known = ["HUNT-1", "MU2611", "PL2612", "CO2613"];
        for (code, meant) in [
            ("HUNT1", "HUNT-1"),
            ("hunt-2", "HUNT-1"),
            ("UM2611", "MU2611"),
            ("PL2611", "PL2612"),
            ("PL261", "PL2612"),
            ("co26-13", "CO2613"),
        ] {
            assert_eq!(found(code, &known).as_deref(), Some(meant), "{code}");
        }
    }

    #[test]
    fn what_is_far_is_not_offered() {
        assert_eq!(found("OPERA-9", &["HUNT-1", "MU2611"]), None);
        assert_eq!(found("A", &["BC"]), None);
        assert_eq!(found("HUNT1", &[]), None);
    }

    #[test]
    fn of_two_as_near_the_one_that_begins_alike_comes_first() {
        assert_eq!(found("MU2610", &["MU2510", "MU2611"]).as_deref(), Some("MU2611"));
        assert_eq!(found("MU2610", &["MU2612", "MU2611"]).as_deref(), Some("MU2611"));
    }
}

//! The commonest passwords, which nobody may choose: whoever guesses begins with them.

use sha2::{Digest, Sha256};

/// What is kept of each: the beginning of its SHA-256.
type Head = [u8; 4];

/// In order, made by `scripts/common-passwords` from the million commonest passwords of `SecLists`: those that are long
/// enough to be set at all, in lower case.
static HEADS: &[u8] = include_bytes!("../assets/common-passwords.bin");

/// Whether this password is among the commonest, whatever its case. Of others one in 38 000 is taken for one.
pub(crate) fn contains(password: &str) -> bool {
    let digest = Sha256::digest(password.to_lowercase());
    let (heads, _) = HEADS.as_chunks::<4>();
    digest
        .first_chunk::<4>()
        .is_some_and(|head: &Head| heads.binary_search(head).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_in_order() {
        let (heads, rest) = HEADS.as_chunks::<4>();
        assert!(rest.is_empty() && heads.len() > 110_000, "{}", heads.len());
        assert!(heads.is_sorted());
    }

    #[test]
    fn the_commonest_are_known_whatever_their_case_and_others_are_not() {
        for common in ["1234567890", "qwertyuiop", "Password123", "1q2w3e4r5t", "BASKETBALL"] {
            assert!(contains(common), "{common}");
        }
        for rare in [
            "purple elephant staircase",
            "correct horse battery",
            "두 번째 편지를 읽는 밤",
        ] {
            assert!(!contains(rare), "{rare}");
        }
    }
}

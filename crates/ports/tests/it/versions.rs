//! Which state is newer.

use ports::driven::Versions;

#[test]
fn a_state_is_behind_when_any_count_is() {
    let of = |data, figures, access| Versions { data, figures, access };
    let known = of(5, 3, 2);
    assert!(!known.is_behind(known));
    assert!(!of(6, 3, 2).is_behind(known));
    for behind in [of(4, 3, 2), of(9, 2, 2), of(9, 9, 1)] {
        assert!(behind.is_behind(known), "{behind:?}");
    }
    assert_eq!(of(9, 2, 2).newest(known), of(9, 3, 2));
}

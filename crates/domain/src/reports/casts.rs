//! Casts, which are the same people in the same order, and what each brings.

/// Sums over the performances of one cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastFigures {
    /// Who plays, in order.
    pub cast: Vec<String>,
    /// Revenue of its performances.
    pub revenue_krw: i64,
    /// Number of performances.
    pub performances: i64,
}

/// A cast among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedCast {
    /// Who plays, and what that brings.
    pub figures: CastFigures,
    /// 1 + number of casts with more revenue: equal ones share a rank.
    pub rank: usize,
}

/// The casts by revenue, greatest first, then by names.
pub fn ranked(mut casts: Vec<CastFigures>) -> Vec<RankedCast> {
    casts.sort_by(|a, b| b.revenue_krw.cmp(&a.revenue_krw).then_with(|| a.cast.cmp(&b.cast)));
    let (mut rank, mut last_krw) = (0, None);
    let place = |(above, figures): (usize, CastFigures)| {
        if last_krw != Some(figures.revenue_krw) {
            (rank, last_krw) = (above + 1, Some(figures.revenue_krw));
        }
        RankedCast { figures, rank }
    };
    casts.into_iter().enumerate().map(place).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn cast(names: &[&str], revenue_krw: i64, performances: i64) -> CastFigures {
        CastFigures {
            cast: names.iter().map(|name| (*name).to_owned()).collect(),
            revenue_krw,
            performances,
        }
    }

    #[test]
    fn equal_casts_share_a_rank_and_come_by_names() {
        let casts = ranked(vec![
            cast(&["나", "가"], 20, 1),
            cast(&["다"], -5, 2),
            cast(&["가", "나"], 20, 3),
            cast(&["라"], 30, 1),
        ]);
        let order: Vec<_> = casts
            .iter()
            .map(|cast| (cast.rank, cast.figures.cast.concat()))
            .collect();
        let expected = [(1, "라"), (2, "가나"), (2, "나가"), (4, "다")];
        assert_eq!(order, expected.map(|(rank, names)| (rank, names.to_owned())));
    }
}

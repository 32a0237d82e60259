//! Numbers that look random and are the same each time.

use super::super::normal;

/// The generator `SplitMix64`.
pub(in super::super) struct Dice(u64);

impl Dice {
    pub(in super::super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Between 0 and 1.
    pub(in super::super) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (f64::from(u32::try_from(mixed >> 32).unwrap()) + 0.5) / 4_294_967_296.0
    }

    /// Normal with this deviation around 0.
    pub(in super::super) fn normal(&mut self, deviation: f64) -> f64 {
        deviation * normal::quantile(self.uniform())
    }

    /// A count with this mean: Poisson, for large means normal.
    pub(in super::super) fn count(&mut self, mean: f64) -> f64 {
        if mean > 30.0 {
            return (mean + self.normal(mean.sqrt())).round().max(0.0);
        }
        let (mut count, mut product, limit) = (0.0, self.uniform(), (-mean).exp());
        while product > limit {
            count += 1.0;
            product *= self.uniform();
        }
        count
    }
}

//! The method's numbers. A change of any of them is another method to a scorecard: [`params_hash`] tells them apart.

/// Name of the method in answers and stored forecasts.
pub const METHOD: &str = "bands-1";

/// Number of bands (Foresight 1).
pub(super) const BANDS: usize = 8;
/// Number of classes of performances (Foresight 1).
pub(super) const CLASSES: usize = 6;

/// First day to go of the bands after the first (Foresight 1).
pub(super) const BAND_STARTS: [i32; BANDS - 2] = [2, 5, 10, 18, 32, 56];
/// Sales of the first days on sale against each other, by age (Foresight 1).
pub(super) const OPENING: [f64; 7] = [5.5, 2.2, 1.1, 0.7, 0.5, 0.4, 0.35];
/// Beyond this share of the house a performance counts as sold out (Foresight 1).
pub(super) const SOLD_OUT_SHARE: f64 = 0.97;
/// Days on sale of a performance that has not sold yet, where nothing tells (Foresight 1).
pub(super) const USUAL_SALE_DAYS: f64 = 40.0;

/// μ₀: log daily sales per seat of the house, by band (Foresight 2).
pub(super) const RATES: [f64; BANDS] = [-3.98, -4.16, -4.48, -4.81, -5.21, -5.93, -6.61, -4.56];
/// c₀: sales of a class against Monday to Thursday evening (Foresight 2).
pub(super) const CLASS_FACTORS: [f64; CLASSES] = [1.0, 0.91, 1.32, 1.61, 1.45, 1.24];
/// w₀: sales of a weekday, Monday first (Foresight 2).
pub(super) const WAVE: [f64; 7] = [1.09, 1.04, 1.0, 1.06, 1.11, 0.85, 0.79];
/// Σ₀: how rates of productions vary together (Foresight 2).
pub(super) const COVARIANCE: [[f64; BANDS]; BANDS] = [
    [0.90, 0.68, 0.46, 0.28, 0.13, -0.08, -0.07, 0.00],
    [0.68, 0.69, 0.59, 0.42, 0.24, -0.01, -0.17, -0.03],
    [0.46, 0.59, 0.69, 0.55, 0.38, 0.13, -0.14, -0.01],
    [0.28, 0.42, 0.55, 0.56, 0.48, 0.30, 0.06, 0.09],
    [0.13, 0.24, 0.38, 0.48, 0.60, 0.51, 0.37, 0.24],
    [-0.08, -0.01, 0.13, 0.30, 0.51, 0.81, 0.68, 0.38],
    [-0.07, -0.17, -0.14, 0.06, 0.37, 0.68, 1.47, 0.64],
    [0.00, -0.03, -0.01, 0.09, 0.24, 0.38, 0.64, 0.91],
];
/// Past productions that the shipped rates weigh as much as (Foresight 2).
pub(super) const RATES_WEIGHT: f64 = 4.0;
/// The same for the covariance.
pub(super) const COVARIANCE_WEIGHT: f64 = 24.0;
/// The same for factors of class and weekday.
pub(super) const FACTORS_WEIGHT: f64 = 3.0;
/// Past productions that are looked at, at most (Foresight 2).
pub(super) const MAX_CARDS: usize = 30;

/// Variance of the pace of a calendar week (Foresight 3).
pub(super) const WEEK_VARIANCE: f64 = 0.09;
/// How much of a week's pace the next one keeps (Foresight 3).
pub(super) const WEEK_MEMORY: f64 = 0.97;
/// Variance of one sale day beyond what seats sold by chance explain (Foresight 3).
pub(super) const DAY_VARIANCE: f64 = 0.25;
/// Variance of a seat count, as a multiple of Poisson's (Foresight 3).
pub(super) const COUNT_VARIANCE: f64 = 4.0;
/// Seats that a class's own factor starts from (Foresight 3).
pub(super) const CLASS_SEATS: f64 = 120.0;
/// Seats that a performance's own factor starts from (Foresight 3).
pub(super) const OWN_SEATS: f64 = 156.0;
/// Variance of a performance's own factor before it sold anything (Foresight 4).
pub(super) const OWN_VARIANCE: f64 = 0.0256;
/// Share of the variance that is added to the log of an expected pickup (Foresight 3).
pub(super) const MEAN_SHIFT: f64 = 0.4;

/// Number of nodes of the run's common factor (Foresight 4).
pub(super) const NODES: usize = 15;
/// Widening of the run's deviations (Foresight 4).
pub(super) const RUN_WIDENING: f64 = 1.15;
/// Deviation of the price per seat to come, as a share (Foresight 4).
pub(super) const PRICE_DEVIATION: f64 = 0.08;
/// Seats that a performance's own price starts from (Foresight 4).
pub(super) const PRICE_SEATS: f64 = 30.0;
/// Under this many seats sold nothing is said about prices (Foresight 4).
pub(super) const MIN_PRICED_SEATS: f64 = 20.0;

/// κ: widening of a performance's deviation, by days to go (Foresight 4).
pub(super) fn widening(days_to_go: i32) -> f64 {
    match days_to_go {
        ..10 => 1.0,
        18..70 => 1.2,
        _ => 1.1,
    }
}

/// 64 bits in hexadecimal, made of every number above (FNV-1a over their bits).
pub fn params_hash() -> String {
    let mut all: Vec<f64> = Vec::new();
    all.extend(BAND_STARTS.map(f64::from));
    all.extend(OPENING);
    all.extend(RATES);
    all.extend(CLASS_FACTORS);
    all.extend(WAVE);
    all.extend(COVARIANCE.concat());
    all.extend([
        SOLD_OUT_SHARE,
        USUAL_SALE_DAYS,
        RATES_WEIGHT,
        COVARIANCE_WEIGHT,
        FACTORS_WEIGHT,
    ]);
    all.extend([
        WEEK_VARIANCE,
        WEEK_MEMORY,
        DAY_VARIANCE,
        COUNT_VARIANCE,
        CLASS_SEATS,
        OWN_SEATS,
    ]);
    all.extend([
        OWN_VARIANCE,
        MEAN_SHIFT,
        RUN_WIDENING,
        PRICE_DEVIATION,
        PRICE_SEATS,
        MIN_PRICED_SEATS,
    ]);
    all.extend([super::numbers::count(MAX_CARDS), super::numbers::count(NODES)]);
    all.extend([0, 10, 18, 70].map(widening));
    let bytes = all.iter().flat_map(|x| x.to_bits().to_be_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

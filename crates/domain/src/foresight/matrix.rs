//! The little linear algebra that the method needs: small, dense, symmetric.

/// A square matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Square {
    size: usize,
    values: Vec<f64>,
}

impl Square {
    /// The matrix whose entry of row `i` and column `j` is `entry(i, j)`.
    pub(super) fn from_fn(size: usize, mut entry: impl FnMut(usize, usize) -> f64) -> Self {
        let mut values = Vec::with_capacity(size * size);
        for row in 0..size {
            for column in 0..size {
                values.push(entry(row, column));
            }
        }
        Self { size, values }
    }

    /// The symmetric matrix whose entry of row `i` and column `j <= i` is `entry(i, j)`.
    pub(super) fn symmetric(size: usize, mut entry: impl FnMut(usize, usize) -> f64) -> Self {
        let mut values = vec![0.0; size * size];
        for row in 0..size {
            for column in 0..=row {
                let value = entry(row, column);
                values[row * size + column] = value;
                values[column * size + row] = value;
            }
        }
        Self { size, values }
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn at(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.size..][..self.size]
    }

    pub(super) fn add_to_diagonal(&mut self, addend: f64) {
        for i in 0..self.size {
            self.values[i * self.size + i] += addend;
        }
    }

    pub(super) fn add_each_to_diagonal(&mut self, addends: &[f64]) {
        for (i, addend) in addends.iter().enumerate() {
            self.values[i * self.size + i] += addend;
        }
    }

    /// `xᵀ M x`; entries of `x` that are 0 cost nothing.
    pub(super) fn quadratic(&self, x: &[f64]) -> f64 {
        let used: Vec<usize> = (0..self.size).filter(|i| x[*i] != 0.0).collect();
        let of_row = |i: usize| used.iter().map(|j| self.at(i, *j) * x[*j]).sum::<f64>();
        used.iter().map(|i| x[*i] * of_row(*i)).sum()
    }

    /// Smallest eigenvalue of a symmetric matrix, by Jacobi's rotations.
    pub(super) fn smallest_eigenvalue(&self) -> f64 {
        let n = self.size;
        let mut m = self.clone();
        for _ in 0..30 {
            for p in 0..n {
                for q in p + 1..n {
                    m.rotate(p, q);
                }
            }
        }
        (0..n).map(|i| m.at(i, i)).fold(f64::INFINITY, f64::min)
    }

    /// The rotation that makes entry (p, q) vanish.
    fn rotate(&mut self, p: usize, q: usize) {
        let off = self.at(p, q);
        if off.abs() < 1e-300 {
            return;
        }
        let half = (self.at(q, q) - self.at(p, p)) / (2.0 * off);
        let tangent = half.signum() / (half.abs() + (half * half + 1.0).sqrt());
        let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
        let sine = tangent * cosine;
        let order = self.size;
        for other in 0..order {
            self.turn(other * order + p, other * order + q, cosine, sine);
        }
        for other in 0..order {
            self.turn(p * order + other, q * order + other, cosine, sine);
        }
    }

    fn turn(&mut self, first: usize, second: usize, cosine: f64, sine: f64) {
        let (x, y) = (self.values[first], self.values[second]);
        self.values[first] = cosine * x - sine * y;
        self.values[second] = sine * x + cosine * y;
    }
}

/// `L` of `A = L Lᵀ`.
#[derive(Debug, Clone)]
pub(super) struct Cholesky {
    size: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factorises a symmetric matrix; `None` when it is not positive definite.
    pub(super) fn new(matrix: &Square) -> Option<Self> {
        let size = matrix.size();
        let mut lower = vec![0.0; size * size];
        for i in 0..size {
            for j in 0..=i {
                let (row_i, row_j) = (&lower[i * size..][..j], &lower[j * size..][..j]);
                let rest = matrix.at(i, j) - dot(row_i, row_j);
                lower[i * size + j] = if i == j {
                    if rest.is_nan() || rest <= 0.0 {
                        return None;
                    }
                    rest.sqrt()
                } else {
                    rest / lower[j * size + j]
                };
            }
        }
        Some(Self { size, lower })
    }

    /// Factorises, after adding what little to the diagonal makes it possible (Foresight 2: doubled from 1e−4).
    pub(super) fn with_jitter(mut matrix: Square) -> Self {
        let mut jitter = 1e-4;
        loop {
            if let Some(cholesky) = Self::new(&matrix) {
                return cholesky;
            }
            matrix.add_to_diagonal(jitter);
            jitter *= 2.0;
        }
    }

    /// `L⁻¹ b`, in place.
    pub(super) fn forward(&self, b: &mut [f64]) {
        for i in 0..self.size {
            let row = &self.lower[i * self.size..][..=i];
            b[i] = (b[i] - dot(&row[..i], &b[..i])) / row[i];
        }
    }

    /// `A⁻¹ b`, in place.
    pub(super) fn solve(&self, b: &mut [f64]) {
        self.forward(b);
        for i in (0..self.size).rev() {
            b[i] /= self.lower[i * self.size + i];
            let solved = b[i];
            for (rest, l) in b[..i].iter_mut().zip(&self.lower[i * self.size..]) {
                *rest -= l * solved;
            }
        }
    }

    /// `A⁻¹`.
    pub(super) fn inverse(&self) -> Square {
        let columns: Vec<Vec<f64>> = (0..self.size)
            .map(|column| {
                let mut unit = vec![0.0; self.size];
                unit[column] = 1.0;
                self.solve(&mut unit);
                unit
            })
            .collect();
        Square::from_fn(self.size, |row, column| columns[column][row])
    }
}

/// Scalar product; the longer one's rest does not count. Four sums side by side, which the processor adds at once.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let length = a.len().min(b.len());
    let (fours_a, rest_a) = a[..length].as_chunks::<4>();
    let (fours_b, rest_b) = b[..length].as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (a, b) in fours_a.iter().zip(fours_b) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::{Cholesky, Square};

    fn example() -> Square {
        let values = [[4.0, 1.0, 0.5], [1.0, 3.0, -0.2], [0.5, -0.2, 2.0]];
        Square::from_fn(3, |i, j| values[i][j])
    }

    #[test]
    fn the_solution_solves_the_system() {
        let mut x = vec![1.0, 2.0, 3.0];
        Cholesky::new(&example()).unwrap().solve(&mut x);
        for (row, b) in (0..3).zip([1.0, 2.0, 3.0]) {
            assert!((super::dot(example().row(row), &x) - b).abs() < 1e-12);
        }
    }

    #[test]
    fn the_inverse_times_the_matrix_is_one() {
        let inverse = Cholesky::new(&example()).unwrap().inverse();
        for i in 0..3 {
            for j in 0..3 {
                let entry = super::dot(inverse.row(i), example().row(j));
                assert!((entry - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_smallest_eigenvalue_is_found() {
        let m = Square::from_fn(2, |i, j| if i == j { 2.0 } else { 3.0 });
        assert!((m.smallest_eigenvalue() + 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_positive_definite_has_no_factor_but_is_mended() {
        let m = Square::from_fn(2, |_, _| 1.0);
        assert!(Cholesky::new(&m).is_none());
        let mut x = vec![1.0, 1.0];
        Cholesky::with_jitter(m).solve(&mut x);
        assert!(x.iter().all(|x| x.is_finite()));
    }
}

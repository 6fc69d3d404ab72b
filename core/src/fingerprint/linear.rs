//! Small systems of linear equations.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "indices run over 0..N; floats do not overflow into panics"
)]

/// Solves a small positive definite system by elimination; `None` when it is singular.
pub(super) fn solve<const N: usize>(
    mut rows: [[f64; N]; N],
    mut right: [f64; N],
) -> Option<[f64; N]> {
    for pivot in 0..N {
        let source = rows[pivot];
        if !source[pivot].is_normal() {
            return None;
        }
        for below in pivot + 1..N {
            let factor = rows[below][pivot] / source[pivot];
            for (value, above) in rows[below].iter_mut().zip(source) {
                *value -= factor * above;
            }
            right[below] -= factor * right[pivot];
        }
    }
    let mut out = [0.0; N];
    for pivot in (0..N).rev() {
        let known: f64 = (pivot + 1..N).map(|i| rows[pivot][i] * out[i]).sum();
        out[pivot] = (right[pivot] - known) / rows[pivot][pivot];
    }
    out.iter().all(|value| value.is_finite()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_and_refuses() {
        let solved = solve([[4.0, 1.0], [1.0, 3.0]], [6.0, 7.0]).unwrap();
        assert!((solved[0] - 1.0).abs() < 1e-12 && (solved[1] - 2.0).abs() < 1e-12);
        assert_eq!(solve([[1.0, 1.0], [1.0, 1.0]], [1.0, 1.0]), None);
    }
}

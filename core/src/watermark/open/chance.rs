//! How likely a match arises by accident.

/// The chance that at least `matched` of `bits` fair coins agree with a given pattern.
///
/// Exact up to rounding for the lengths in use (at most 1000 bits stay above the smallest `f64`).
#[must_use]
pub(super) fn binomial_tail(matched: usize, bits: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let mut term = 0.5_f64.powf(count(bits));
    let mut tail = term;
    // From all bits agreeing downwards: C(n, k - 1) = C(n, k) * k / (n - k + 1).
    for agreeing in (matched.saturating_add(1)..=bits).rev() {
        let missing = bits.saturating_sub(agreeing).saturating_add(1);
        term *= count(agreeing) / count(missing);
        tail += term;
    }
    tail.min(1.0)
}

/// The chance that at least one of `trials` events happens, each of which has `chance`: never
/// less than the truth, whether or not they depend on each other.
#[must_use]
pub(super) fn of_any(chance: f64, trials: usize) -> f64 {
    let trials = u32::try_from(trials).unwrap_or(u32::MAX);
    (chance * f64::from(trials)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64) -> bool {
        (value / expected - 1.0).abs() < 1e-9
    }

    #[test]
    fn tails_agree_with_counting() {
        assert!(near(binomial_tail(4, 4), 1.0 / 16.0));
        assert!(near(binomial_tail(3, 4), 5.0 / 16.0));
        assert!(near(binomial_tail(0, 4), 1.0));
        assert!(near(binomial_tail(31, 32), 33.0 / 4_294_967_296.0));
        assert!(near(
            binomial_tail(44, 48),
            213_053.0 / 281_474_976_710_656.0
        ));
    }

    #[test]
    fn many_trials_never_pass_certainty() {
        assert!(near(of_any(0.01, 16), 0.16));
        assert!(near(of_any(0.5, 16), 1.0));
    }
}

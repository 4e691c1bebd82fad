//! Chance that is the same in every run, so that what fails fails again.

use rand_pcg::{Pcg64, rand_core::Rng as _};

/// Draws from fixed numbers.
pub(crate) struct Chance(Pcg64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(Pcg64::new(u128::from(seed), 1))
    }

    /// From 0, included, to 1, excluded.
    pub(crate) fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 2_f64.powi(32)
    }

    pub(crate) fn between(&mut self, from: f64, to: f64) -> f64 {
        from + self.unit() * (to - from)
    }

    /// A whole number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }

    /// True in so many of all cases.
    pub(crate) fn is(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    pub(crate) fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// None in three of four cases, else one or two.
    pub(crate) fn some<T: Clone>(&mut self, among: &[T]) -> Vec<T> {
        let count = if self.is(0.75) { 0 } else { 1 + self.below(2) };
        (0..count).map(|_| self.pick(among).clone()).collect()
    }
}

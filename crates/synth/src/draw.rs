//! Chance that is the same on every machine: a generator of fixed numbers, and the few distributions that are asked of it.

use rand_pcg::{Pcg64, rand_core::Rng as _};

/// What is drawn. Each has a stream of its own, so that a further draw of one does not change the others.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject {
    /// Where a hotspot lies.
    Place = 1,
    /// What it is.
    Facts = 2,
    /// Its shape, where it is more than a point.
    Shape = 3,
    /// What it is called.
    Names = 4,
    /// What is claimed of it.
    Claim = 5,
    /// How many hotspots a town draws.
    Town = 6,
}

/// How many draws lie between two numbers of a stream: far more than one takes. Odd, because streams of this kind of
/// generator that are a power of two apart resemble each other in their lower digits.
const STRIDE: u128 = 1_000_003;

/// The draws of one number of one subject.
#[derive(Debug)]
pub(crate) struct Draw(Pcg64);

impl Draw {
    pub(crate) fn of(seed: u64, subject: Subject, number: usize) -> Self {
        let mut generator = Pcg64::new(u128::from(seed), subject as u128);
        generator.advance(number as u128 * STRIDE);
        Self(generator)
    }

    /// From 0, included, to 1, excluded; all 53 digits of a double.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From `from`, included, to `to`, excluded.
    pub(crate) fn between(&mut self, from: f64, to: f64) -> f64 {
        from + self.unit() * (to - from)
    }

    /// A whole number below `limit`; 0 where that is 0.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        // The upper half of the product: some numbers are likelier by limit / 2⁶⁴, which nobody can measure.
        ((u128::from(self.0.next_u64()) * u128::from(limit)) >> 64) as u64
    }

    /// True in so many of all cases.
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// Exponentially distributed, with this mean.
    pub(crate) fn exponential(&mut self, mean: f64) -> f64 {
        -mean * libm::log(1.0 - self.unit())
    }

    /// A direction: sine and cosine.
    pub(crate) fn direction(&mut self) -> (f64, f64) {
        libm::sincos(self.unit() * std::f64::consts::TAU)
    }

    /// One of them, all alike; `None` of none.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len() as u64) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Were these other numbers, every release of a seed would be another one.
    #[test]
    fn the_numbers_are_these() {
        let mut draw = Draw::of(7, Subject::Place, 1);
        let drawn: Vec<u64> = (0..3).map(|_| draw.below(1_000_000)).collect();
        assert_eq!(drawn, [270_215, 525_745, 72_864]);
    }

    #[test]
    fn neighbours_have_nothing_in_common() {
        let unit = |number| Draw::of(7, Subject::Facts, number).unit();
        let all: Vec<f64> = (0..100_000).map(unit).collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        assert!((mean - 0.5).abs() < 0.005, "{mean}");
        let products: f64 = all.windows(2).map(|pair| (pair[0] - 0.5) * (pair[1] - 0.5)).sum();
        // The standard error of the correlation of so many is 0.003.
        let correlation = products / (all.len() as f64 / 12.0);
        assert!(correlation.abs() < 0.015, "{correlation}");
    }

    #[test]
    fn an_exponential_has_its_mean() {
        let mut draw = Draw::of(1, Subject::Place, 0);
        let mean = (0..100_000).map(|_| draw.exponential(3.0)).sum::<f64>() / 100_000.0;
        assert!((mean - 3.0).abs() < 0.05, "{mean}");
    }
}

//! What is asked for.

/// The most hotspots that a release is made of. Ids have seven digits, so that their order is that of the numbers.
pub const MAX_HOTSPOTS: usize = 5_000_000;

/// How large a release, and which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// How many hotspots, up to [`MAX_HOTSPOTS`].
    pub hotspots: usize,
    /// Which ones: another seed, other hotspots.
    pub seed: u64,
}

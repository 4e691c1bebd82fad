//! One line of a river, as drawn.

use geo::{Coord, Geometry, LineString};

use super::chain::Chain;
use crate::Feature;

/// The rank of a river that has none: less than any.
const NO_RANK: f64 = 99.0;

/// A line of a feature.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Which of the rivers it belongs to.
    pub(super) river: usize,
    /// 1 is the greatest.
    pub(super) rank: f64,
    /// Downstream, as far as is known.
    pub(super) chain: Chain,
}

impl Piece {
    /// The lines of a feature; those without length are left out, and so are those with a position that is not on the Earth.
    pub(super) fn of(feature: &Feature, river: usize) -> Vec<Self> {
        let rank = feature.number("rank").unwrap_or(NO_RANK);
        let lines: &[LineString<f64>] = match &feature.geometry {
            Some(Geometry::LineString(line)) => std::slice::from_ref(line),
            Some(Geometry::MultiLineString(lines)) => &lines.0,
            _ => &[],
        };
        lines
            .iter()
            .filter(|line| line.0.iter().copied().all(on_earth))
            .filter_map(|line| chain(&line.0))
            .map(|chain| Self { river, rank, chain })
            .collect()
    }
}

/// A chain without repeated positions, if it has length.
pub(super) fn chain(coords: &[Coord]) -> Option<Chain> {
    let mut coords = coords.to_vec();
    coords.dedup();
    (coords.len() > 1).then(|| Chain::new(coords))
}

/// Whether longitude and latitude are numbers in range.
pub(super) fn on_earth(position: Coord) -> bool {
    (-360.0..=360.0).contains(&position.x) && (-90.0..=90.0).contains(&position.y)
}

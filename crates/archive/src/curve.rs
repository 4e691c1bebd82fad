//! Runs of tiles along the Hilbert curve of a zoom, by which PMTiles numbers and orders tiles. Below a tile of number `n` lie, one zoom deeper, those of
//! 4`n` to 4`n`+3.

use crate::ArchiveError;
use bytes::Bytes;
use pmtiles::{PYRAMID_SIZE_BY_ZOOM, TileCoord, TileId};

/// What is known of the tiles of a run.
#[derive(Debug, Clone)]
pub(crate) enum State {
    /// Nothing yet: each must be drawn.
    Unknown,
    /// All have these bytes, and all below them; none where they are empty.
    Same(Bytes),
}

/// Tiles that follow each other on the curve.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) first: u64,
    pub(crate) count: u64,
    pub(crate) state: State,
}

impl Run {
    /// The tiles below these, one zoom deeper.
    pub(crate) fn below(&self) -> Self {
        Self { first: self.first * 4, count: self.count * 4, state: self.state.clone() }
    }

    pub(crate) fn numbers(&self) -> std::ops::Range<u64> {
        self.first..self.first + self.count
    }
}

/// Adds a run behind others; it becomes part of the last one where it continues that.
pub(crate) fn append(runs: &mut Vec<Run>, run: Run) {
    if let Some(last) = runs.last_mut()
        && last.first + last.count == run.first
        && match (&last.state, &run.state) {
            (State::Unknown, State::Unknown) => true,
            (State::Same(a), State::Same(b)) => a == b,
            _ => false,
        }
    {
        last.count += run.count;
    } else {
        runs.push(run);
    }
}

/// The address of a tile on the curve of a zoom.
///
/// # Errors
/// Where the zoom has no such tile.
pub(crate) fn coordinate(zoom: u8, number: u64) -> Result<TileCoord, ArchiveError> {
    Ok(TileId::new(PYRAMID_SIZE_BY_ZOOM[usize::from(zoom)] + number)?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_tiles_below_a_tile_follow_each_other() {
        for number in 0..64 {
            let above = coordinate(3, number).unwrap();
            let run = Run { first: number, count: 1, state: State::Unknown }.below();
            for number in run.numbers() {
                let below = coordinate(4, number).unwrap();
                assert_eq!((below.x() / 2, below.y() / 2), (above.x(), above.y()));
            }
        }
    }

    #[test]
    fn runs_that_continue_each_other_become_one() {
        let (sea, land) = (Bytes::from_static(b"sea"), Bytes::from_static(b"land"));
        let mut runs = Vec::new();
        for (first, state) in [
            (0, State::Unknown),
            (1, State::Unknown),
            (2, State::Same(sea.clone())),
            (3, State::Same(sea.clone())),
            (4, State::Same(land)),
            (9, State::Same(sea)),
        ] {
            append(&mut runs, Run { first, count: 1, state });
        }
        assert_eq!(
            runs.iter().map(|run| (run.first, run.count)).collect::<Vec<_>>(),
            [(0, 2), (2, 2), (4, 1), (9, 1)]
        );
    }
}

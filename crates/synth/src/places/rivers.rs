//! Beside rivers: as likely along one kilometre as along any other.

use super::moved;
use crate::{areas::Areas, draw::Draw, shares::Cumulative};
use geo::{Coord, Geometry, LineString};
use terrikon_core::{CollectionId, Release};

/// How far from the line on average, metres.
const BESIDE_M: f64 = 400.0;

/// The pieces of rivers whose middle lies in an oblast of today.
#[derive(Debug)]
pub(super) struct Rivers {
    pieces: Vec<[Coord; 2]>,
    drawn: Cumulative,
}

impl Rivers {
    pub(super) fn of(base: &Release, areas: &Areas) -> Self {
        let geometries =
            base.collection(CollectionId::Rivers).features.iter().filter_map(|river| river.geometry.as_ref());
        let lines = geometries.flat_map(|geometry| match geometry {
            Geometry::LineString(line) => std::slice::from_ref(line),
            Geometry::MultiLineString(lines) => lines.0.as_slice(),
            _ => &[],
        });
        let pieces: Vec<_> = lines
            .flat_map(LineString::lines)
            .filter(|piece| {
                let middle = along([piece.start, piece.end], 0.5);
                areas.oblast_today(middle).is_some()
            })
            .map(|piece| [piece.start, piece.end])
            .collect();
        let drawn = Cumulative::of(pieces.iter().map(|piece| length(piece) as u64));
        Self { pieces, drawn }
    }

    /// A position beside a river; `None` where there is none.
    pub(super) fn beside(&self, draw: &mut Draw) -> Option<[f64; 2]> {
        let piece = *self.pieces.get(self.drawn.pick(draw)?)?;
        let at = along(piece, draw.unit());
        let metres = draw.exponential(BESIDE_M);
        let (sin, cos) = draw.direction();
        Some(moved(at, metres * sin, metres * cos))
    }
}

fn along([a, b]: [Coord; 2], part: f64) -> [f64; 2] {
    [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part]
}

/// Metres, near enough to weigh one piece against another.
fn length([a, b]: &[Coord; 2]) -> f64 {
    let [east_end, _] = moved([a.x, a.y], 1.0, 0.0);
    let (east, north) = ((b.x - a.x) / (east_end - a.x), (b.y - a.y) * super::METRES_PER_DEGREE);
    (east * east + north * north).sqrt()
}

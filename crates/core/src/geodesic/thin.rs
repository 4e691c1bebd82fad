//! Fewer edges where a source has many more than its buffer can show.

use geo::{Coord, LineString, SimplifyIdx as _};

use super::{
    edge::{Edge, bend},
    trace::{DEGREE, turn},
};

/// Edges that are looked at together, which bounds the time.
const RUN: usize = 256;

/// Poleward of this latitude a straight line in degrees says too little.
const POLAR: f64 = 75.0;

/// A chain of edges of which none lies more than `metres` from the ones given, nor they from it.
///
/// # Source
/// U. Ramer, *An iterative procedure for the polygonal approximation of plane curves*, Computer Graphics and Image Processing 1 (1972),
/// 244–256; D. Douglas and T. Peucker, *Algorithms for the reduction of the number of points*, The Canadian Cartographer 10 (1973),
/// 112–122, on runs so short that straight lines in degrees are geodesics within an eighth of `metres`.
pub(super) fn thinned(edges: &[Edge], metres: f64) -> Vec<Edge> {
    let mut thin = Vec::with_capacity(edges.len());
    let mut rest = edges;
    while let Some(first) = rest.first() {
        let mut length = 0.0;
        let lat = first.start.y.abs().min(POLAR) + 1.0;
        let fits = |edge: &&Edge| {
            length += edge.length;
            edge.start.y.abs() < POLAR && bend(lat, length) < metres / 8.0
        };
        let count = rest.iter().take(RUN).take_while(fits).count().max(1);
        let (run, after) = rest.split_at(count);
        rest = after;
        let kept = kept(run, 0.75 * metres);
        // A loop too small to see is left as it is: its ends are one position.
        if kept.len() > run.len() || kept.len() == 2 && run[0].start == run[count - 1].end {
            thin.extend_from_slice(run);
        } else {
            thin.extend(kept.windows(2).map(|pair| Edge::short(pair[0], pair[1])));
        }
    }
    thin
}

/// The positions of a run that are needed for its shape, its ends included.
fn kept(run: &[Edge], metres: f64) -> Vec<Coord> {
    let Some(from) = run.first().map(|edge| edge.start) else { return Vec::new() };
    let positions: Vec<Coord> = std::iter::once(from).chain(run.iter().map(|edge| edge.end)).collect();
    // As wide as a degree is anywhere in the run, so that no distance comes out too small.
    let equatorward = positions.iter().map(|position| position.y.abs()).fold(90.0, f64::min);
    let wide = equatorward.to_radians().cos();
    let plane: LineString<f64> = positions
        .iter()
        .map(|position| Coord {
            x: turn(position.x - from.x) * wide * DEGREE,
            y: (position.y - from.y) * DEGREE,
        })
        .collect();
    plane.simplify_idx(metres).into_iter().map(|i| positions[i]).collect()
}

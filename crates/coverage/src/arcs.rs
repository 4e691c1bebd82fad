//! Arcs: the longest lines along which the same two faces meet, and their joining end to end.

use std::collections::HashMap;

use crate::grid::Point;

/// A line between two nodes, or a closed one (first point repeated at the end) that meets no node.
///
/// A node is a point where more than two faces meet, counting a face each time it comes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// At least two points on the coverage's grid, no two consecutive ones equal.
    pub points: Vec<Point>,
    /// Number of the face on the left when walking along the points, x to the right and y up.
    pub left: u32,
    /// Number of the face on the right.
    pub right: u32,
}

impl Arc {
    fn reversed(mut self) -> Self {
        self.points.reverse();
        Self { points: self.points, left: self.right, right: self.left }
    }

    pub(crate) fn first(&self) -> Point {
        self.points[0]
    }

    pub(crate) fn last(&self) -> Point {
        self.points[self.points.len() - 1]
    }

    /// Whether it returns to where it begins.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.first() == self.last()
    }
}

/// Joins pieces end to end wherever exactly two ends meet. Every piece must have different faces on its sides.
///
/// The result depends on the lines only, not on the order or direction of the pieces: arcs run from their lesser end,
/// closed ones from their least point towards its lesser neighbour.
pub(crate) fn join(pieces: Vec<Arc>) -> Vec<Arc> {
    let mut ends: Vec<End> = Vec::with_capacity(2 * pieces.len());
    for (piece, arc) in pieces.iter().enumerate() {
        let points = &arc.points;
        ends.push(End { at: points[0], toward: points[1], piece, backward: false });
        ends.push(End { at: arc.last(), toward: points[points.len() - 2], piece, backward: true });
    }
    ends.sort_unstable();
    // The other end at a point where exactly two meet.
    let mut onward: HashMap<(usize, bool), (usize, bool)> = HashMap::new();
    let mut starts: Vec<End> = Vec::new();
    let mut rest: Vec<End> = Vec::new();
    for meeting in ends.chunk_by(|one, other| one.at == other.at) {
        if let [one, other] = meeting {
            onward.insert((one.piece, one.backward), (other.piece, other.backward));
            onward.insert((other.piece, other.backward), (one.piece, one.backward));
            rest.extend(meeting);
        } else {
            starts.extend(meeting);
        }
    }
    let mut pieces: Vec<Option<Arc>> = pieces.into_iter().map(Some).collect();
    let mut arcs = Vec::new();
    for start in starts.into_iter().chain(rest) {
        let mut arc: Option<Arc> = None;
        let mut at = Some((start.piece, start.backward));
        while let Some((piece, backward)) = at {
            let Some(taken) = pieces[piece].take() else { break };
            let taken = if backward { taken.reversed() } else { taken };
            match &mut arc {
                None => arc = Some(taken),
                Some(arc) => arc.points.extend_from_slice(&taken.points[1..]),
            }
            at = onward.get(&(piece, !backward)).copied();
        }
        arcs.extend(arc);
    }
    arcs
}

/// One end of a piece; sorted by where it is and where it leads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    at: Point,
    toward: Point,
    piece: usize,
    /// Whether the piece has to be reversed to begin here.
    backward: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(points: &[(i32, i32)], left: u32, right: u32) -> Arc {
        Arc { points: points.iter().map(|&(x, y)| Point::new(x, y)).collect(), left, right }
    }

    #[test]
    fn ring_starts_at_its_least_point() {
        let joined = join(vec![
            piece(&[(5, 0), (5, 5)], 1, 0),
            piece(&[(0, 0), (0, 5)], 0, 1),
            piece(&[(5, 5), (0, 5)], 1, 0),
            piece(&[(0, 0), (5, 0)], 1, 0),
        ]);
        assert_eq!(joined, [piece(&[(0, 0), (0, 5), (5, 5), (5, 0), (0, 0)], 0, 1)]);
    }

    #[test]
    fn arcs_end_where_three_meet() {
        let joined = join(vec![
            piece(&[(0, 0), (4, 0)], 1, 0),
            piece(&[(4, 0), (4, 4), (0, 0)], 1, 2),
            piece(&[(4, 0), (9, 9), (0, 0)], 2, 0),
        ]);
        assert_eq!(joined.len(), 3);
    }
}

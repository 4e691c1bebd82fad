//! Lines drawn upstream are turned.
//!
//! Most lines are drawn downstream, but the lines through reservoirs often are not. The evidence asked for is a river that would flow
//! against itself, and both ends must be wrong, or one end and nothing to be seen beyond the other:
//!
//! 1. the line ends where another line of the same river ends and none begins, and it begins where another line begins and none ends;
//! 2. else the line, followed up, comes from the edge of the data without a tributary's end on its way, and the other one does not.

use geo::Coord;

use super::{TOUCH, chain::bounds, chain::metres, piece::Piece};

/// Where lines end and begin.
struct Ends {
    /// Of each piece the node at its first and at its last position.
    nodes: Vec<[usize; 2]>,
    count: usize,
}

impl Ends {
    fn of(pieces: &[Piece]) -> Self {
        let mut places: Vec<Coord> = Vec::new();
        let mut node = |position: Coord| {
            let near = |place: &Coord| {
                (place.x - position.x).abs() < 0.01
                    && (place.y - position.y).abs() < 0.01
                    && metres(*place, position) <= TOUCH
            };
            places.iter().position(near).unwrap_or_else(|| {
                places.push(position);
                places.len() - 1
            })
        };
        let nodes =
            pieces.iter().map(|piece| [node(piece.chain.first()), node(piece.chain.last())]).collect();
        Self { nodes, count: places.len() }
    }

    /// The pieces that begin (0) or end (1) at each node.
    fn by_node(&self, which: usize) -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new(); self.count];
        for (piece, nodes) in self.nodes.iter().enumerate() {
            all[nodes[which]].push(piece);
        }
        all
    }
}

/// Turns what is drawn upstream; says which pieces those were.
pub(super) fn turn(pieces: &mut [Piece], same_river: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let same = |a: &Piece, b: &Piece| same_river(a.river, b.river);
    let mut turned = Vec::new();
    while let Some(wrong) = against(pieces, same).or_else(|| from_the_edge(pieces, same)) {
        if wrong.iter().any(|piece| turned.contains(piece)) {
            break;
        }
        for piece in wrong {
            pieces[piece].chain.reverse();
            turned.push(piece);
        }
    }
    turned
}

/// The first piece that is wrong at both ends.
fn against(pieces: &[Piece], same: impl Fn(&Piece, &Piece) -> bool) -> Option<Vec<usize>> {
    let ends = Ends::of(pieces);
    let (begin, end) = (ends.by_node(0), ends.by_node(1));
    (0..pieces.len()).find_map(|piece| {
        let [first, last] = ends.nodes[piece];
        let own = |others: &[usize]| -> Vec<usize> {
            let of_it = |&other: &usize| other != piece && same(&pieces[piece], &pieces[other]);
            others.iter().copied().filter(of_it).collect()
        };
        let (at_end, at_start) = (own(&end[last]), own(&begin[first]));
        // Two channels around an island share both ends, and none of them is wrong.
        let two = at_end.iter().any(|one| at_start.iter().any(|other| one != other));
        let (wrong_end, wrong_start) = (begin[last].is_empty(), end[first].is_empty());
        (two && wrong_end && wrong_start).then(|| vec![piece])
    })
}

/// The pieces of the one river that comes from the edge of the data to meet itself.
fn from_the_edge(pieces: &[Piece], same: impl Fn(&Piece, &Piece) -> bool) -> Option<Vec<usize>> {
    let ends = Ends::of(pieces);
    let (begin, end) = (ends.by_node(0), ends.by_node(1));
    let all: Vec<Coord> = pieces.iter().flat_map(|piece| piece.chain.coords.iter().copied()).collect();
    let [west, south, east, north] = bounds(&all);
    let at_edge =
        |c: Coord| [c.x - west, c.y - south, east - c.x, north - c.y].iter().any(|&degrees| degrees < 1e-6);
    let up = |piece: usize| {
        let mut way = vec![piece];
        loop {
            let here = way[way.len() - 1];
            let first = ends.nodes[here][0];
            match end[first][..] {
                [] => return (begin[first].len() == 1 && at_edge(pieces[here].chain.first())).then_some(way),
                [next] if begin[first].len() == 1 && !way.contains(&next) => way.push(next),
                _ => return None,
            }
        }
    };
    (0..ends.count).filter(|&node| begin[node].is_empty() && end[node].len() == 2).find_map(|node| {
        let (one, other) = (end[node][0], end[node][1]);
        if !same(&pieces[one], &pieces[other]) {
            return None;
        }
        match (up(one), up(other)) {
            (Some(way), None) | (None, Some(way)) => Some(way),
            _ => None,
        }
    })
}

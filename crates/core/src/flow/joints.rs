//! Where lines meet.

use super::{JOINT, TOUCH, chain::metres, graph::Graph, piece::Piece};

/// The nodes of all pieces: first and last position of each, and the cuts where others meet it.
struct Joints {
    /// The node that each node has become one with.
    parent: Vec<usize>,
    /// Metres along each piece and the node there; the ends come first.
    cuts: Vec<Vec<(f64, usize)>>,
}

/// Joins ends to ends and to the middle of lines, and makes the graph of it.
///
/// Ends within [`TOUCH`] are one. An end from which nothing goes on flows into the nearest line within [`JOINT`]; a beginning to which
/// nothing comes is a branch of a line within [`TOUCH`].
pub(super) fn join(pieces: &[Piece]) -> Graph {
    let mut joints = Joints {
        parent: (0..2 * pieces.len()).collect(),
        cuts: pieces
            .iter()
            .enumerate()
            .map(|(i, piece)| vec![(0.0, 2 * i), (piece.chain.length(), 2 * i + 1)])
            .collect(),
    };
    joints.touch(pieces);
    for piece in 0..pieces.len() {
        let end = joints.cuts[piece][1].1;
        if !joints.has(end, 0, pieces) {
            joints.meet(pieces, piece, 1, JOINT);
        }
    }
    for piece in 0..pieces.len() {
        let start = joints.cuts[piece][0].1;
        if !joints.has(start, 1, pieces) {
            joints.meet(pieces, piece, 0, TOUCH);
        }
    }
    joints.graph(pieces)
}

impl Joints {
    fn root(&self, mut node: usize) -> usize {
        while self.parent[node] != node {
            node = self.parent[node];
        }
        node
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }

    fn touch(&mut self, pieces: &[Piece]) {
        let ends: Vec<_> =
            pieces.iter().flat_map(|piece| [piece.chain.first(), piece.chain.last()]).collect();
        for (a, &one) in ends.iter().enumerate() {
            for (b, &other) in ends.iter().enumerate().skip(a + 1) {
                let near = (one.x - other.x).abs() < 0.1 && (one.y - other.y).abs() < 0.001;
                if near && metres(one, other) <= TOUCH {
                    self.unite(a, b);
                }
            }
        }
    }

    /// Whether a piece begins (0) or ends (1) at the node, or a cut of a piece is there.
    fn has(&self, node: usize, which: usize, pieces: &[Piece]) -> bool {
        let node = self.root(node);
        (0..pieces.len()).any(|piece| {
            let cuts = &self.cuts[piece];
            self.root(cuts[which].1) == node || cuts[2..].iter().any(|cut| self.root(cut.1) == node)
        })
    }

    /// Joins the beginning (0) or the end (1) of a piece to the nearest line that does not meet it yet.
    fn meet(&mut self, pieces: &[Piece], piece: usize, which: usize, within: f64) {
        let node = self.root(self.cuts[piece][which].1);
        let position = if which == 0 { pieces[piece].chain.first() } else { pieces[piece].chain.last() };
        let mut best = None;
        let mut within = within;
        for (other, line) in pieces.iter().enumerate() {
            let meets = self.cuts[other].iter().any(|cut| self.root(cut.1) == node);
            if other == piece || meets {
                continue;
            }
            if let Some(foot) = line.chain.nearest(position, within) {
                within = foot.away;
                best = Some((other, foot.at));
            }
        }
        if let Some((other, at)) = best {
            let there = self.cut(other, at, pieces);
            self.unite(node, there);
        }
    }

    /// The node of a piece so many metres along: an end if one is within [`JOINT`], else a cut.
    fn cut(&mut self, piece: usize, at: f64, pieces: &[Piece]) -> usize {
        let length = pieces[piece].chain.length();
        let near = if at <= length / 2.0 { (at, 0) } else { (length - at, 1) };
        if near.0 <= JOINT {
            return self.cuts[piece][near.1].1;
        }
        let node = self.parent.len();
        self.parent.push(node);
        self.cuts[piece].push((at, node));
        node
    }

    fn graph(&self, pieces: &[Piece]) -> Graph {
        let mut graph = Graph::new(self.parent.len());
        for (piece, cuts) in self.cuts.iter().enumerate() {
            let mut cuts = cuts.clone();
            cuts.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in cuts.windows(2) {
                let (from, to) = (self.root(pair[0].1), self.root(pair[1].1));
                graph.add(&pieces[piece], [pair[0].0, pair[1].0], [from, to]);
            }
        }
        graph.without_cycles()
    }
}

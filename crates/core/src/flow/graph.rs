//! Stretches between joints, and what follows what. No way in it comes back to where it was.

use super::{
    chain::{Chain, Foot},
    piece::Piece,
};

/// A stretch of a river between two joints, downstream.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) river: usize,
    rank: f64,
    pub(super) chain: Chain,
    from: usize,
    pub(super) to: usize,
    /// Metres to the farthest end below, this stretch included.
    reach: f64,
}

/// A position on a river.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) stretch: usize,
    pub(super) foot: Foot,
}

/// All stretches.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) stretches: Vec<Stretch>,
    /// The stretches that begin at each node.
    out: Vec<Vec<usize>>,
}

impl Graph {
    pub(super) fn new(nodes: usize) -> Self {
        Self { stretches: Vec::new(), out: vec![Vec::new(); nodes] }
    }

    /// Adds the part of a piece between two cuts. One that ends where it begins leads nowhere and is left out.
    pub(super) fn add(&mut self, piece: &Piece, [from_m, to_m]: [f64; 2], [from, to]: [usize; 2]) {
        if from == to {
            return;
        }
        let mut coords = piece.chain.between(from_m, to_m);
        coords.dedup();
        if coords.len() > 1 {
            let chain = Chain::new(coords);
            self.stretches.push(Stretch {
                river: piece.river,
                rank: piece.rank,
                chain,
                from,
                to,
                reach: 0.0,
            });
        }
    }

    /// Leaves out the least stretch of each cycle, then measures what is below each stretch.
    pub(super) fn without_cycles(mut self) -> Self {
        loop {
            self.connect();
            let Some(cycle) = self.measure() else { return self };
            let least = cycle.into_iter().min_by(|&a, &b| {
                let (a, b) = (&self.stretches[a], &self.stretches[b]);
                b.rank.total_cmp(&a.rank).then(a.chain.length().total_cmp(&b.chain.length()))
            });
            match least {
                Some(least) => drop(self.stretches.remove(least)),
                None => return self,
            }
        }
    }

    fn connect(&mut self) {
        self.out.iter_mut().for_each(Vec::clear);
        for (i, stretch) in self.stretches.iter().enumerate() {
            self.out[stretch.from].push(i);
        }
    }

    /// Fills in the reach of every stretch, in order from the ends up; or gives a cycle.
    fn measure(&mut self) -> Option<Vec<usize>> {
        let mut done = vec![false; self.stretches.len()];
        for first in 0..self.stretches.len() {
            // The way from `first` down, and how many of each one's followers have been looked at.
            let mut way = if done[first] { Vec::new() } else { vec![(first, 0)] };
            while let Some(&(here, looked)) = way.last() {
                let depth = way.len() - 1;
                let followers = &self.out[self.stretches[here].to];
                if let Some(&next) = followers.get(looked) {
                    way[depth].1 += 1;
                    if let Some(start) = way.iter().position(|&(stretch, _)| stretch == next) {
                        return Some(way[start..].iter().map(|&(stretch, _)| stretch).collect());
                    }
                    if !done[next] {
                        way.push((next, 0));
                    }
                    continue;
                }
                let below = followers.iter().map(|&next| self.stretches[next].reach).fold(0.0, f64::max);
                self.stretches[here].reach = self.stretches[here].chain.length() + below;
                done[here] = true;
                way.pop();
            }
        }
        None
    }

    /// Where the water goes on: down the greater river, else down the same, else down the branch that leads farthest.
    pub(super) fn next(&self, stretch: usize) -> Option<usize> {
        let here = &self.stretches[stretch];
        self.out[here.to].iter().copied().min_by(|&a, &b| {
            let (one, other) = (&self.stretches[a], &self.stretches[b]);
            one.rank
                .total_cmp(&other.rank)
                .then((one.river != here.river).cmp(&(other.river != here.river)))
                .then(other.reach.total_cmp(&one.reach))
        })
    }

    /// The spot of a river that is nearest to a position.
    pub(super) fn nearest(&self, position: geo::Coord, within: f64) -> Option<Spot> {
        let mut best: Option<Spot> = None;
        for (stretch, other) in self.stretches.iter().enumerate() {
            let within = best.map_or(within, |spot| spot.foot.away);
            if let Some(foot) = other.chain.nearest(position, within)
                && best.is_none_or(|spot| foot.away < spot.foot.away)
            {
                best = Some(Spot { stretch, foot });
            }
        }
        best
    }
}

//! The whole way from its beginning to the last line, before anything ends it.

use geo::Coord;

use super::{
    FlowNetwork,
    chain::{Chain, metres},
    start::Start,
};

/// A way and whose lines it is made of.
pub(super) struct Walk {
    pub(super) chain: Chain,
    /// The river of each part (none: the line of one's own) and the metres at which it ends.
    pub(super) parts: Vec<(Option<usize>, f64)>,
}

impl FlowNetwork {
    /// Follows the water until some metres are reached or no line goes on. A gap between two lines belongs to the one after it.
    pub(super) fn walk(&self, start: Start, distance_m: f64) -> Walk {
        let mut walk = Growing { coords: Vec::new(), metres: 0.0, parts: Vec::new() };
        if let Some(own) = start.own {
            walk.append(None, own.coords);
        }
        if let Some(spot) = start.spot {
            let mut from = spot.foot.at;
            for stretch in self.way(spot.stretch) {
                if walk.metres >= distance_m {
                    break;
                }
                let stretch = &self.graph.stretches[stretch];
                walk.append(Some(stretch.river), stretch.chain.between(from, stretch.chain.length()));
                from = 0.0;
            }
        }
        Walk { chain: Chain::new(walk.coords), parts: walk.parts }
    }
}

struct Growing {
    coords: Vec<Coord>,
    metres: f64,
    parts: Vec<(Option<usize>, f64)>,
}

impl Growing {
    fn append(&mut self, river: Option<usize>, coords: Vec<Coord>) {
        for position in coords {
            match self.coords.last() {
                Some(&last) if last == position => continue,
                Some(&last) => self.metres += metres(last, position),
                None => {}
            }
            self.coords.push(position);
        }
        match self.parts.last_mut() {
            Some(last) if last.0 == river => last.1 = self.metres,
            _ => self.parts.push((river, self.metres)),
        }
    }
}

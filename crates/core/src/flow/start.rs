//! Where a way begins: at a river near a position, or on a line of one's own.

use geo::{Coord, Geometry};

use super::{
    FlowError, FlowNetwork, WITHIN,
    chain::{Chain, metres},
    graph::Spot,
    piece::{chain, on_earth},
};

/// The beginning of a way.
pub(super) struct Start {
    /// A line that the data have no river for, downstream; comes first.
    pub(super) own: Option<Chain>,
    /// Where the way enters a river of the data.
    pub(super) spot: Option<Spot>,
}

impl FlowNetwork {
    /// Where the way from a position or a line begins.
    pub(super) fn start(&self, from: &Geometry<f64>, within_m: f64) -> Result<Start, FlowError> {
        if !(0.0..=WITHIN).contains(&within_m) {
            return Err(FlowError::Within(within_m));
        }
        let coords = coords(from)?;
        if let Some(&Coord { x: lon, y: lat }) = coords.iter().find(|&&position| !on_earth(position)) {
            return Err(FlowError::Position { lon, lat });
        }
        let first = coords.first().copied().ok_or(FlowError::Empty)?;
        match chain(&coords) {
            Some(line) => self.start_of_line(line, within_m),
            None => match self.graph.nearest(first, within_m) {
                Some(spot) => Ok(Start { own: None, spot: Some(spot) }),
                None => Err(self.no_river(first, within_m)),
            },
        }
    }

    /// A line along rivers is a stretch of them; any other is a river of its own, which may end in one. A line that
    /// begins at a river and leads away is more likely a tributary drawn upstream than a branch, and is refused.
    fn start_of_line(&self, line: Chain, within_m: f64) -> Result<Start, FlowError> {
        let spots = [line.first(), line.last()].map(|position| self.graph.nearest(position, within_m));
        let beside = line.coords.iter().all(|&position| self.graph.nearest(position, within_m).is_some());
        if let (true, [Some(first), Some(last)]) = (beside, spots) {
            // A short tributary lies near its river, too, but does not run along it.
            let along = |metres: f64| metres >= line.length() / 2.0;
            if self.metres_between(first, last).is_some_and(along) {
                return Ok(Start { own: None, spot: Some(first) });
            }
            if self.metres_between(last, first).is_some_and(along) {
                return Err(FlowError::Upstream { id: self.river(last) });
            }
        }
        if let [Some(first), None] = spots {
            return Err(FlowError::Upstream { id: self.river(first) });
        }
        Ok(Start { own: Some(line), spot: spots[1] })
    }

    fn river(&self, spot: Spot) -> String {
        self.rivers[self.graph.stretches[spot.stretch].river].clone()
    }

    /// How far the water from one spot flows to the other, if it comes there.
    fn metres_between(&self, from: Spot, to: Spot) -> Option<f64> {
        if from.stretch == to.stretch {
            return (from.foot.at <= to.foot.at).then_some(to.foot.at - from.foot.at);
        }
        let mut metres = -from.foot.at;
        for stretch in self.way(from.stretch) {
            if stretch == to.stretch {
                return Some(metres + to.foot.at);
            }
            metres += self.graph.stretches[stretch].chain.length();
        }
        None
    }

    /// The stretches from one on, downstream. Finite: the graph has no cycles.
    pub(super) fn way(&self, stretch: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(stretch), |&here| self.graph.next(here))
    }
}

/// The positions of a position or of a line.
fn coords(from: &Geometry<f64>) -> Result<Vec<Coord>, FlowError> {
    let several = |name| Err(FlowError::Shape(name));
    match from {
        Geometry::Point(point) => Ok(vec![point.0]),
        Geometry::Line(line) => Ok(vec![line.start, line.end]),
        Geometry::LineString(line) => Ok(line.0.clone()),
        Geometry::MultiPoint(points) => match &points.0[..] {
            [] => Err(FlowError::Empty),
            [point] => Ok(vec![point.0]),
            _ => several("MultiPoint"),
        },
        Geometry::MultiLineString(lines) => match &lines.0[..] {
            [] => Err(FlowError::Empty),
            [line] => Ok(line.0.clone()),
            _ => several("MultiLineString"),
        },
        Geometry::GeometryCollection(_) => several("GeometryCollection"),
        _ => several("Polygon"),
    }
}

/// Metres between the end of a line of one's own and the river that it flows into.
pub(super) fn gap(own: &Chain, spot: &Spot) -> f64 {
    metres(own.last(), spot.foot.position)
}

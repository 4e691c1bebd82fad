//! The way of the water from a place.

use geo::{Coord, Geometry, LineString};

use super::{
    FlowError, FlowNetwork, JOINT, SHORE,
    chain::Chain,
    start::{Start, gap},
    walk::Walk,
    water::Water,
};

/// What ends a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A sea.
    Mouth,
    /// A natural lake of [`super::STILL`] size, or any lake or reservoir in which the line ends.
    Lake,
    /// The data: no line goes on. The river may.
    Edge,
    /// The metres asked for.
    Distance,
}

/// A part of a way on one river.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// The feature of `rivers`; absent where the way follows the line that was given.
    pub id: Option<String>,
    /// Metres along the way.
    pub from_m: f64,
    /// Metres along the way. The next reach begins here.
    pub to_m: f64,
}

/// A lake or reservoir that a way runs through.
#[derive(Debug, Clone, PartialEq)]
pub struct Passed {
    /// The feature of `lakes`.
    pub id: String,
    /// Metres along the way, where the line enters.
    pub from_m: f64,
    /// Metres along the way, where it leaves.
    pub to_m: f64,
}

/// What lies downstream of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Downstream {
    /// The way, downstream. Two equal positions if the place is where the way ends.
    pub path: LineString<f64>,
    /// Metres along it, geodesic.
    pub length_m: f64,
    /// What ends it.
    pub ends: End,
    /// The rivers, in order, without gaps.
    pub rivers: Vec<Reach>,
    /// The lake or sea that ends it.
    pub lake: Option<String>,
    /// The lakes and reservoirs that it runs through, in order of entry.
    pub waters: Vec<Passed>,
    /// Metres between the place, or the end of the line given, and the river of the data; 0 if there is none.
    pub snapped_m: f64,
}

impl FlowNetwork {
    /// Follows the water from a place.
    ///
    /// `from` is one position or one line drawn downstream. A position begins at the nearest spot of a river within `within_m` metres
    /// (0 to [`super::WITHIN`]). A line that has all its positions so near to rivers, and runs along them, is a stretch of them: the
    /// way begins at its first position. Any other line is a river that the data lack: the way is the line, and goes on where its end
    /// comes within `within_m` of a river. `distance_m` is above 0; infinity asks for the whole way.
    ///
    /// At a fork the way follows the greater river (by rank), else the same, else the branch that leads farthest.
    ///
    /// # Errors
    /// Any [`FlowError`].
    pub fn downstream(
        &self,
        from: &Geometry<f64>,
        within_m: f64,
        distance_m: f64,
    ) -> Result<Downstream, FlowError> {
        if distance_m.is_nan() || distance_m <= 0.0 {
            return Err(FlowError::Distance(distance_m));
        }
        let start = self.start(from, within_m)?;
        let snapped_m = match &start {
            Start { own: Some(own), spot: Some(spot) } => gap(own, spot),
            Start { spot, .. } => spot.map_or(0.0, |spot| spot.foot.away),
        };
        let Walk { chain, parts } = self.walk(start, distance_m);
        let (mut ends, mut lake, mut length) = if chain.length() > distance_m {
            (End::Distance, None, distance_m)
        } else {
            let water = self.water_at(chain.last());
            (water.map_or(End::Edge, kind), water, chain.length())
        };
        let mut passed: Vec<([f64; 2], &Water)> =
            self.waters.iter().flat_map(|water| through(water, &chain)).collect();
        passed.sort_by(|a, b| a.0[0].total_cmp(&b.0[0]));
        if let Some(&([entry, _], water)) = passed.iter().find(|(_, water)| water.still)
            && entry < length
        {
            (ends, lake, length) = (kind(water), Some(water), entry);
        }
        let path = Chain::new(chain.between(0.0, length));
        let length_m = path.length();
        Ok(Downstream {
            rivers: self.reaches(&parts, length_m),
            waters: passed
                .into_iter()
                .filter(|([from, _], water)| *from < length_m && lake.is_none_or(|lake| lake.id != water.id))
                .map(|([from_m, to_m], water)| Passed {
                    id: water.id.clone(),
                    from_m,
                    to_m: to_m.min(length_m),
                })
                .collect(),
            path: LineString(path.coords),
            length_m,
            ends,
            lake: lake.map(|water| water.id.clone()),
            snapped_m,
        })
    }

    /// The water in which a line that stops at a position ends.
    fn water_at(&self, position: Coord) -> Option<&Water> {
        let away = |water: &Water| water.away(position, if water.still { SHORE } else { JOINT });
        let near = self.waters.iter().filter_map(|water| Some((away(water)?, water)));
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, water)| water)
    }

    fn reaches(&self, parts: &[(Option<usize>, f64)], length: f64) -> Vec<Reach> {
        let mut reaches: Vec<Reach> = Vec::new();
        for &(river, to_m) in parts {
            let from_m = reaches.last().map_or(0.0, |last| last.to_m);
            let id = river.map(|river| self.rivers[river].clone());
            match reaches.last_mut() {
                Some(last) if last.id == id => last.to_m = to_m.min(length),
                // A way without length keeps its river; a river without length on a longer way goes.
                None if length <= 0.0 => reaches.push(Reach { id, from_m, to_m: length }),
                _ if to_m.min(length) > from_m => reaches.push(Reach { id, from_m, to_m: to_m.min(length) }),
                _ => {}
            }
        }
        // The sum of a cut way may differ from the cut by a rounding.
        if let Some(last) = reaches.last_mut() {
            last.to_m = length;
        }
        reaches
    }
}

fn kind(water: &Water) -> End {
    if water.sea { End::Mouth } else { End::Lake }
}

/// Where a chain runs through a water. Bays between two stretches in it are a part of it.
fn through<'a>(water: &'a Water, chain: &Chain) -> Vec<([f64; 2], &'a Water)> {
    let mut all: Vec<([f64; 2], &Water)> = Vec::new();
    for span in water.spans(chain) {
        match all.last_mut() {
            Some((last, _)) if span[0] - last[1] < JOINT => last[1] = span[1],
            _ => all.push((span, water)),
        }
    }
    all
}

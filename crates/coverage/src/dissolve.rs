//! Polygons and border lines from arcs, for any key computed from a face's labels.

use std::collections::{BTreeMap, HashMap};

use geo_types::{LineString, MultiPolygon, Polygon};

use crate::{
    arcs::{self, Arc},
    coverage::{Coverage, FaceLabels},
    faces::successors,
    grid::{Point, doubled_area},
    regions::Sets,
};

/// One direction along an arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcRef {
    /// Place in [`Coverage::arcs`].
    pub arc: u32,
    /// Whether the ring runs against the arc.
    pub reversed: bool,
}

/// A polygon as rings of arcs, as TopoJSON has it. Its interior is on the left of every ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The outer ring.
    pub exterior: Vec<ArcRef>,
    /// The holes.
    pub holes: Vec<Vec<ArcRef>>,
}

/// A line along which two units meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Border<K> {
    /// From end to end, or closed.
    pub line: LineString<f64>,
    /// Key on the left, x to the right and y up.
    pub left: Option<K>,
    /// Key on the right.
    pub right: Option<K>,
}

impl<K> Border<K> {
    /// Whether a unit meets what has no key, rather than another unit.
    #[must_use]
    pub fn is_outer(&self) -> bool {
        self.left.is_none() || self.right.is_none()
    }
}

impl Coverage {
    /// The area of every key, as valid polygons: exterior rings anticlockwise, holes clockwise (RFC 7946, 3.1.6) with x
    /// to the right and y up. On a tile grid, where y points down, that is the winding that vector tiles ask for.
    ///
    /// Faces without a key are left out. Sorted by key.
    pub fn dissolve<K: Ord + Clone>(
        &self,
        key: impl Fn(FaceLabels<'_>) -> Option<K>,
    ) -> Vec<(K, MultiPolygon<f64>)> {
        let polygon = |outline: Outline| {
            let holes = outline.holes.iter().map(|ring| self.ring(ring)).collect();
            Polygon::new(self.ring(&outline.exterior), holes)
        };
        let units = self.outlines(key).into_iter();
        units.map(|(key, parts)| (key, parts.into_iter().map(polygon).collect())).collect()
    }

    /// As [`Coverage::dissolve`], but as references to arcs.
    pub fn outlines<K: Ord + Clone>(
        &self,
        key: impl Fn(FaceLabels<'_>) -> Option<K>,
    ) -> Vec<(K, Vec<Outline>)> {
        let (keys, of_face) = self.keys(key);
        let mut parts = Sets::singletons(self.faces.len());
        let mut halves = Vec::new();
        let mut drawn = Vec::new();
        for (number, arc) in self.arcs.iter().enumerate() {
            if of_face[arc.left as usize] == of_face[arc.right as usize] {
                parts.join(arc.left, arc.right);
            } else {
                halves.extend([(arc.first(), arc.points[1]), (arc.last(), arc.points[arc.points.len() - 2])]);
                drawn.push(number as u32);
            }
        }
        let next = successors(&halves);
        let mut seen = vec![false; next.len()];
        let mut outlines: BTreeMap<(u32, u32), Outline> = BTreeMap::new();
        for start in 0..next.len() {
            let along = |half: usize| ArcRef { arc: drawn[half / 2], reversed: half % 2 == 1 };
            let face = self.left_of(along(start));
            let Some(number) = of_face[face as usize] else { continue };
            let mut walk = Vec::new();
            let mut half = start;
            while !std::mem::replace(&mut seen[half], true) {
                walk.push((halves[half].0, along(half)));
                half = next[half] as usize;
            }
            let outline = outlines
                .entry((number, parts.find(face)))
                .or_insert(Outline { exterior: Vec::new(), holes: Vec::new() });
            for ring in simple_rings(walk) {
                if doubled_area(self.ring_points(&ring)) > 0 {
                    outline.exterior = ring;
                } else {
                    outline.holes.push(ring);
                }
            }
        }
        let mut units: Vec<(K, Vec<Outline>)> = keys.into_iter().map(|key| (key, Vec::new())).collect();
        for ((number, _), outline) in outlines {
            units[number as usize].1.push(outline);
        }
        units.retain(|(_, parts)| !parts.is_empty());
        units
    }

    /// Every line between different keys once, joined end to end as far as both keys stay the same.
    pub fn borders<K: Ord + Clone>(&self, key: impl Fn(FaceLabels<'_>) -> Option<K>) -> Vec<Border<K>> {
        let (keys, of_face) = self.keys(key);
        // Number 0 stands for no key.
        let side = |face: u32| of_face[face as usize].map_or(0, |number| number + 1);
        let pieces = self.arcs.iter().filter(|arc| side(arc.left) != side(arc.right));
        let pieces = pieces.map(|arc| Arc {
            points: arc.points.clone(),
            left: side(arc.left),
            right: side(arc.right),
        });
        let key_of = |side: u32| side.checked_sub(1).map(|number| keys[number as usize].clone());
        let joined = arcs::join(pieces.collect()).into_iter();
        joined
            .map(|arc| Border {
                line: arc.points.iter().map(|&point| self.grid.coord(point)).collect(),
                left: key_of(arc.left),
                right: key_of(arc.right),
            })
            .collect()
    }

    /// The distinct keys in order, and the place of each face's key among them.
    fn keys<K: Ord + Clone>(&self, key: impl Fn(FaceLabels<'_>) -> Option<K>) -> (Vec<K>, Vec<Option<u32>>) {
        let of_face: Vec<Option<K>> =
            (0..self.faces.len() as u32).map(|face| self.labels(face).and_then(&key)).collect();
        let mut keys: Vec<K> = of_face.iter().flatten().cloned().collect();
        keys.sort_unstable();
        keys.dedup();
        let place = |key: &K| keys.partition_point(|known| known < key) as u32;
        let of_face = of_face.iter().map(|key| key.as_ref().map(place)).collect();
        (keys, of_face)
    }

    fn left_of(&self, ArcRef { arc, reversed }: ArcRef) -> u32 {
        let arc = &self.arcs[arc as usize];
        if reversed { arc.right } else { arc.left }
    }

    /// The points of a ring, the first not repeated.
    fn ring_points(&self, ring: &[ArcRef]) -> impl Iterator<Item = Point> {
        ring.iter().flat_map(|&ArcRef { arc, reversed }| {
            let points = &self.arcs[arc as usize].points;
            let last = points.len() - 1;
            (0..last).map(move |at| points[if reversed { last - at } else { at }])
        })
    }

    fn ring(&self, ring: &[ArcRef]) -> LineString<f64> {
        // Polygon::new closes it.
        self.ring_points(ring).map(|point| self.grid.coord(point)).collect()
    }
}

/// Cuts a closed walk wherever it comes to a node again: a ring of a valid polygon touches itself nowhere, but a hole
/// may touch the exterior or another hole at a point.
fn simple_rings(walk: Vec<(Point, ArcRef)>) -> Vec<Vec<ArcRef>> {
    let mut rings = Vec::new();
    let mut open: Vec<(Point, ArcRef)> = Vec::with_capacity(walk.len());
    let mut place: HashMap<Point, usize> = HashMap::with_capacity(walk.len());
    for (node, arc) in walk {
        if let Some(&from) = place.get(&node) {
            for (left, _) in &open[from..] {
                place.remove(left);
            }
            rings.push(open.drain(from..).map(|(_, arc)| arc).collect());
        }
        place.insert(node, open.len());
        open.push((node, arc));
    }
    rings.extend((!open.is_empty()).then(|| open.into_iter().map(|(_, arc)| arc).collect()));
    rings
}

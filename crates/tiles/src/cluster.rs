//! Points that lie too close for a zoom become clusters with exact counts.
//!
//! As in supercluster: from the highest clustered zoom down, the nodes of the zoom above that lie within the
//! radius of one join it, greatest first. So a cluster always falls apart into whole nodes of the next zoom, and
//! all tiles of a zoom see the same ones. `O(n log n)` a zoom.

use crate::{
    TileId,
    mercator::{TILE_PX, unit_at},
};
use geo::Coord;
use i_overlay::i_float::int::point::IntPoint;
use rstar::{RTree, primitives::GeomWithData};
use std::collections::HashMap;
use terrikon_core::Kind;

/// The zoom from which nothing is clustered.
pub const SINGLE_FROM: u8 = 9;

/// Within how many pixels points join.
const RADIUS_PX: f64 = 44.0;

/// A point or a cluster of points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// The mean of its members, on the unit square.
    pub(crate) place: Coord<f64>,
    /// How many members of each kind, in the order of [`Kind::ALL`].
    pub(crate) counts: [u32; Kind::ALL.len()],
    /// The index of the point that it is, or of the first member of a cluster.
    pub(crate) first: usize,
    /// Where several single points have the very same place, the number of this one among them, from 1.
    pub(crate) spread: Option<u32>,
}

impl Node {
    /// A single point.
    pub(crate) fn single(first: usize, place: Coord<f64>, kind: Kind) -> Self {
        let counts = std::array::from_fn(|index| u32::from(Kind::ALL[index] == kind));
        Self { place, counts, first, spread: None }
    }

    /// How many members it has.
    pub(crate) fn count(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn join(&mut self, other: &Self) {
        let [own, others] = [self.count(), other.count()].map(f64::from);
        self.place = (self.place * own + other.place * others) / (own + others);
        self.counts.iter_mut().zip(other.counts).for_each(|(count, more)| *count += more);
        self.first = self.first.min(other.first);
    }
}

/// The nodes of every zoom.
#[derive(Debug)]
pub(crate) struct Clusters(Vec<RTree<GeomWithData<[f64; 2], Node>>>);

impl Clusters {
    /// Clusters points; their order decides which one gathers its neighbours among equals.
    pub(crate) fn new(points: Vec<Node>) -> Self {
        let mut zooms = zooms(points);
        number_coincident(&mut zooms[usize::from(SINGLE_FROM)]);
        let tree = |nodes: Vec<Node>| {
            nodes.into_iter().map(|node| GeomWithData::new([node.place.x, node.place.y], node)).collect()
        };
        Self(zooms.into_iter().map(|nodes| RTree::bulk_load(tree(nodes))).collect())
    }

    /// The nodes that a tile owns, with the tile unit of the world in which each lies, in a fixed order.
    pub(crate) fn of_tile(&self, tile: TileId) -> impl Iterator<Item = (&Node, IntPoint)> {
        let side = 1.0 / f64::from(1_u32 << tile.z());
        let west_north = Coord { x: f64::from(tile.x()) * side, y: f64::from(tile.y()) * side };
        let near = self.within(tile.z(), west_north, west_north + Coord { x: side, y: side });
        let placed = near.into_iter().map(move |node| (node, unit_at(node.place, tile.z())));
        placed.filter(move |(_, unit)| tile.owns(*unit))
    }

    /// The nodes of a zoom in a box of the unit square, edges included, in a fixed order.
    fn within(&self, zoom: u8, west_north: Coord<f64>, east_south: Coord<f64>) -> Vec<&Node> {
        let tree = &self.0[usize::from(zoom.min(SINGLE_FROM))];
        let area = rstar::AABB::from_corners([west_north.x, west_north.y], [east_south.x, east_south.y]);
        let mut nodes: Vec<&Node> = tree.locate_in_envelope(&area).map(|entry| &entry.data).collect();
        nodes.sort_unstable_by_key(|node| node.first);
        nodes
    }
}

/// The nodes of every zoom up to [`SINGLE_FROM`], where they are the points themselves.
pub(crate) fn zooms(points: Vec<Node>) -> Vec<Vec<Node>> {
    let mut zooms = vec![points];
    for zoom in (0..SINGLE_FROM).rev() {
        let joined = join_close(&zooms[zooms.len() - 1], zoom);
        zooms.push(joined);
    }
    zooms.reverse();
    zooms
}

/// Points at the very same place (the centre of one town) would hide one another where nothing is clustered:
/// they get numbers, by which styles spread their symbols.
fn number_coincident(points: &mut [Node]) {
    for together in coincident(points) {
        for (number, index) in (1..).zip(together) {
            points[index].spread = Some(number);
        }
    }
}

/// The indices of points at the very same place, for each place that has several, in the order of the points.
pub(crate) fn coincident(points: &[Node]) -> Vec<Vec<usize>> {
    let key = |node: &Node| [node.place.x.to_bits(), node.place.y.to_bits()];
    let mut at_place: HashMap<[u64; 2], Vec<usize>> = HashMap::new();
    for (index, node) in points.iter().enumerate() {
        at_place.entry(key(node)).or_default().push(index);
    }
    let mut several: Vec<_> = at_place.into_values().filter(|together| together.len() > 1).collect();
    several.sort_unstable();
    several
}

fn join_close(nodes: &[Node], zoom: u8) -> Vec<Node> {
    let radius = RADIUS_PX / (TILE_PX * f64::from(1_u32 << zoom));
    let tree = RTree::bulk_load(
        nodes
            .iter()
            .enumerate()
            .map(|(index, node)| GeomWithData::new([node.place.x, node.place.y], index))
            .collect(),
    );
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(nodes[index].count()), nodes[index].first));
    let mut taken = vec![false; nodes.len()];
    let mut joined = Vec::new();
    for index in order {
        if std::mem::replace(&mut taken[index], true) {
            continue;
        }
        let mut node = Node { spread: None, ..nodes[index].clone() };
        let centre = [node.place.x, node.place.y];
        let mut close: Vec<usize> = tree
            .locate_within_distance(centre, radius * radius)
            .map(|entry| entry.data)
            .filter(|&other| !taken[other])
            .collect();
        close.sort_unstable();
        for other in close {
            taken[other] = true;
            node.join(&nodes[other]);
        }
        joined.push(node);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points() -> impl Strategy<Value = Vec<Node>> {
        prop::collection::vec((0.60_f64..0.76, 0.32_f64..0.40, 0..Kind::ALL.len()), 0..300).prop_map(
            |points| {
                points
                    .into_iter()
                    .enumerate()
                    .map(|(index, (x, y, kind))| Node::single(index, Coord { x, y }, Kind::ALL[kind]))
                    .collect()
            },
        )
    }

    proptest! {
        #[test]
        fn counts_add_up_at_every_zoom(points in points()) {
            let clusters = Clusters::new(points.clone());
            for zoom in 0..=14 {
                let nodes = clusters.within(zoom, Coord { x: 0.0, y: 0.0 }, Coord { x: 1.0, y: 1.0 });
                for (index, kind) in Kind::ALL.iter().enumerate() {
                    let there: u32 = nodes.iter().map(|node| node.counts[index]).sum();
                    let given: u32 = points.iter().map(|point| point.counts[index]).sum();
                    prop_assert_eq!(there, given, "{} at zoom {}", kind, zoom);
                }
                if zoom >= SINGLE_FROM {
                    prop_assert_eq!(nodes.len(), points.len());
                }
            }
        }

        #[test]
        fn the_result_does_not_depend_on_chance(points in points()) {
            let [a, b] = [Clusters::new(points.clone()), Clusters::new(points)];
            for zoom in 0..SINGLE_FROM {
                let all = |clusters: &Clusters| -> Vec<Node> {
                    clusters.within(zoom, Coord { x: 0.0, y: 0.0 }, Coord { x: 1.0, y: 1.0 })
                        .into_iter().cloned().collect()
                };
                prop_assert_eq!(all(&a), all(&b));
            }
        }
    }

    #[test]
    fn points_at_one_place_are_numbered_where_they_are_single() {
        let place = Coord { x: 0.7, y: 0.35 };
        let apart = Coord { x: 0.71, y: 0.35 };
        let points = [place, apart, place].into_iter().enumerate();
        let clusters =
            Clusters::new(points.map(|(index, place)| Node::single(index, place, Kind::Dump)).collect());
        let spread = |zoom| -> Vec<Option<u32>> {
            let nodes = clusters.within(zoom, Coord { x: 0.0, y: 0.0 }, Coord { x: 1.0, y: 1.0 });
            nodes.iter().map(|node| node.spread).collect()
        };
        assert_eq!(spread(SINGLE_FROM), [Some(1), None, Some(2)]);
        assert_eq!(spread(SINGLE_FROM - 1), [None, None]);
    }

    #[test]
    fn two_points_part_where_they_are_a_radius_apart() {
        let apart = 0.9 * RADIUS_PX / (TILE_PX * 16.0);
        let points = vec![
            Node::single(0, Coord { x: 0.7, y: 0.35 }, Kind::Dump),
            Node::single(1, Coord { x: 0.7 + apart, y: 0.35 }, Kind::Tailings),
        ];
        let clusters = Clusters::new(points);
        let count = |zoom| clusters.within(zoom, Coord { x: 0.0, y: 0.0 }, Coord { x: 1.0, y: 1.0 }).len();
        assert_eq!((count(4), count(5)), (1, 2));
    }
}

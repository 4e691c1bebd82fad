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
use geo_index::kdtree::{KDTree, KDTreeBuilder, KDTreeIndex as _};
use i_overlay::i_float::int::point::IntPoint;
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::HashMap};
use terrikon_core::Kind;

/// Within how many pixels points join.
const RADIUS_PX: f64 = 44.0;

/// A point or a cluster of points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Node {
    /// The mean of its members, on the unit square.
    #[serde(with = "Place")]
    pub(crate) place: Coord<f64>,
    /// How many members of each kind, in the order of [`Kind::ALL`].
    pub(crate) counts: [u32; Kind::ALL.len()],
    /// The index of the point that it is, or of the first member of a cluster.
    pub(crate) first: u32,
    /// The lowest zoom at which a cluster falls apart; 0 for a point.
    pub(crate) parts_at: u8,
    /// The greatest severity and exposure of a member.
    pub(crate) weight: Weight,
}

/// A place as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Coord::<f64>")]
struct Place {
    x: f64,
    y: f64,
}

/// How bad it is, as far as the release knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// The greatest exceedance of a limit, times the limit.
    pub severity: Option<f32>,
    /// The most people that one of its zones has.
    pub people: Option<u32>,
}

impl Weight {
    /// The greater of each.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        let severity = self.severity.into_iter().chain(other.severity).max_by(f32::total_cmp);
        Self { severity, people: self.people.max(other.people) }
    }
}

impl Node {
    /// A single point.
    pub(crate) fn single(first: usize, place: Coord<f64>, kind: Kind, weight: Weight) -> Self {
        let counts = std::array::from_fn(|index| u32::from(Kind::ALL[index] == kind));
        Self { place, counts, first: first as u32, parts_at: 0, weight }
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
        self.weight = self.weight.max(other.weight);
    }
}

/// The nodes of every zoom below the one from which all points are single.
#[derive(Debug)]
pub(crate) struct Clusters(Vec<Level>);

#[derive(Debug)]
struct Level {
    nodes: Vec<Node>,
    tree: Option<KDTree<f64>>,
}

impl Level {
    fn new(nodes: Vec<Node>) -> Self {
        let tree = (!nodes.is_empty()).then(|| {
            let mut builder = KDTreeBuilder::<f64>::new(nodes.len() as u32);
            for node in &nodes {
                builder.add(node.place.x, node.place.y);
            }
            builder.finish()
        });
        Self { nodes, tree }
    }
}

impl Clusters {
    /// Clusters points; their order decides which one gathers its neighbours among equals.
    pub(crate) fn new(points: Vec<Node>, single_from: u8) -> Self {
        Self::of_nodes(zooms(points, single_from))
    }

    /// Clusters that were made before, by zoom.
    pub(crate) fn of_nodes(zooms: Vec<Vec<Node>>) -> Self {
        Self(zooms.into_iter().map(Level::new).collect())
    }

    /// The nodes of each zoom.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &[Node]> {
        self.0.iter().map(|level| level.nodes.as_slice())
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
        let Some(Level { nodes, tree: Some(tree) }) = self.0.get(usize::from(zoom)) else {
            return Vec::new();
        };
        let found = tree.range(west_north.x, west_north.y, east_south.x, east_south.y);
        let mut nodes: Vec<&Node> = found.into_iter().filter_map(|index| nodes.get(index as usize)).collect();
        nodes.sort_unstable_by_key(|node| node.first);
        nodes
    }
}

/// The nodes of every zoom below the one at which points are single.
pub(crate) fn zooms(points: Vec<Node>, single_from: u8) -> Vec<Vec<Node>> {
    let mut zooms: Vec<Vec<Node>> = Vec::new();
    let mut above = points;
    for zoom in (0..single_from).rev() {
        let joined = join_close(&above, zoom);
        above.clone_from(&joined);
        zooms.push(joined);
    }
    zooms.reverse();
    zooms
}

/// The indices of points at the very same place, for each place that has several, in the order of the points.
pub(crate) fn coincident(places: impl IntoIterator<Item = Coord<f64>>) -> Vec<Vec<usize>> {
    let mut at_place: HashMap<[u64; 2], Vec<usize>> = HashMap::new();
    for (index, place) in places.into_iter().enumerate() {
        at_place.entry([place.x.to_bits(), place.y.to_bits()]).or_default().push(index);
    }
    let mut several: Vec<_> = at_place.into_values().filter(|together| together.len() > 1).collect();
    several.sort_unstable();
    several
}

/// Points by cells as wide as a radius, row by row: what is within a radius lies in three rows of three.
struct Cells {
    side: f64,
    sorted: Vec<(u64, u32)>,
}

impl Cells {
    fn new(nodes: &[Node], side: f64) -> Self {
        let mut cells = Self { side, sorted: Vec::new() };
        let keyed = (0_u32..).zip(nodes).map(|(index, node)| {
            let (column, row) = cells.cell(node.place);
            (key(column, row), index)
        });
        let mut sorted: Vec<_> = keyed.collect();
        sorted.sort_unstable();
        cells.sorted = sorted;
        cells
    }

    fn cell(&self, place: Coord<f64>) -> (u32, u32) {
        // One more than the index, so that the neighbours of the first are there, too.
        let index = |part: f64| (part / self.side).max(0.0) as u32 + 1;
        (index(place.x), index(place.y))
    }

    /// Every point within a cell of a place.
    fn near(&self, place: Coord<f64>) -> impl Iterator<Item = usize> {
        let (column, row) = self.cell(place);
        (row - 1..=row + 1).flat_map(move |row| {
            let begin = self.sorted.partition_point(|(cell, _)| *cell < key(column - 1, row));
            let last = key(column + 1, row);
            self.sorted[begin..]
                .iter()
                .take_while(move |(cell, _)| *cell <= last)
                .map(|(_, index)| *index as usize)
        })
    }
}

const fn key(column: u32, row: u32) -> u64 {
    (row as u64) << 32 | column as u64
}

fn join_close(nodes: &[Node], zoom: u8) -> Vec<Node> {
    let radius = RADIUS_PX / (TILE_PX * f64::from(1_u32 << zoom));
    let cells = Cells::new(nodes, radius);
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|&index| (Reverse(nodes[index].count()), nodes[index].first));
    let mut taken = vec![false; nodes.len()];
    let mut joined = Vec::new();
    let mut close = Vec::new();
    for index in order {
        if std::mem::replace(&mut taken[index], true) {
            continue;
        }
        let mut node = nodes[index].clone();
        let centre = node.place;
        close.clear();
        close.extend(cells.near(centre).filter(|&other| {
            let way = nodes[other].place - centre;
            !taken[other] && way.x * way.x + way.y * way.y <= radius * radius
        }));
        close.sort_unstable();
        for &other in &close {
            taken[other] = true;
            node.join(&nodes[other]);
        }
        if !close.is_empty() {
            node.parts_at = zoom + 1;
        }
        joined.push(node);
    }
    joined
}

#[cfg(test)]
#[path = "cluster_tests.rs"]
mod tests;

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
pub(crate) struct Clusters {
    zooms: Zooms,
    /// By zoom.
    trees: Vec<Option<KDTree<f32>>>,
}

/// The nodes of some zooms from 0 on. Most stay what they are for several zooms: each is kept once.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Zooms {
    nodes: Vec<Node>,
    /// The numbers of the nodes of each zoom.
    zooms: Vec<Vec<u32>>,
}

impl Zooms {
    fn new(zooms: Vec<Vec<Node>>) -> Self {
        // Nodes only grow: two with the same first member and as many members are the same.
        let mut known: HashMap<(u32, u32), u32> = HashMap::new();
        let mut nodes = Vec::new();
        let mut number = |node: Node| {
            *known.entry((node.first, node.count())).or_insert_with(|| {
                nodes.push(node);
                nodes.len() as u32 - 1
            })
        };
        let zooms = zooms.into_iter().map(|zoom| zoom.into_iter().map(&mut number).collect()).collect();
        nodes.shrink_to_fit();
        Self { nodes, zooms }
    }

    /// How many zooms.
    pub(crate) fn len(&self) -> usize {
        self.zooms.len()
    }

    /// The nodes of each zoom.
    #[cfg(test)]
    pub(crate) fn each(&self) -> impl Iterator<Item = Vec<&Node>> {
        self.zooms
            .iter()
            .map(|zoom| zoom.iter().filter_map(|number| self.nodes.get(*number as usize)).collect())
    }

    fn tree(&self, zoom: &[u32]) -> Option<KDTree<f32>> {
        let mut builder = KDTreeBuilder::<f32>::new(zoom.len() as u32);
        for number in zoom {
            let Coord { x, y } = self.nodes.get(*number as usize)?.place;
            builder.add(x as f32, y as f32);
        }
        (!zoom.is_empty()).then(|| builder.finish())
    }
}

/// By how much a coordinate of the unit square may be off in a tree.
const ROUNDED: f64 = 1.0 / (1 << 23) as f64;

impl Clusters {
    /// Clusters points; their order decides which one gathers its neighbours among equals.
    pub(crate) fn new(points: Vec<Node>, single_from: u8) -> Self {
        Self::of_zooms(Zooms::new(zooms(points, single_from)))
    }

    /// Clusters that were made before.
    pub(crate) fn of_zooms(zooms: Zooms) -> Self {
        Self { trees: zooms.zooms.iter().map(|zoom| zooms.tree(zoom)).collect(), zooms }
    }

    /// The nodes of each zoom.
    pub(crate) const fn zooms(&self) -> &Zooms {
        &self.zooms
    }

    /// About how many bytes they take: nodes, and for each zoom a number and a leaf of the tree.
    pub(crate) fn bytes(&self) -> usize {
        const OF_A_ZOOM: usize = 16;
        let entries: usize = self.zooms.zooms.iter().map(Vec::len).sum();
        self.zooms.nodes.len() * size_of::<Node>() + entries * OF_A_ZOOM
    }

    /// The nodes that a tile owns, with the tile unit of the world in which each lies, in a fixed order.
    pub(crate) fn of_tile(&self, tile: TileId) -> impl Iterator<Item = (&Node, IntPoint)> {
        let side = 1.0 / f64::from(1_u32 << tile.z());
        let west_north = Coord { x: f64::from(tile.x()) * side, y: f64::from(tile.y()) * side };
        let near = self.within(tile.z(), west_north, west_north + Coord { x: side, y: side });
        let placed = near.into_iter().map(move |node| (node, unit_at(node.place, tile.z())));
        placed.filter(move |(_, unit)| tile.owns(*unit))
    }

    /// The nodes of a zoom in a box of the unit square and a hair around it, in a fixed order.
    fn within(&self, zoom: u8, west_north: Coord<f64>, east_south: Coord<f64>) -> Vec<&Node> {
        let zoom = usize::from(zoom);
        let Some((Some(tree), numbers)) = self.trees.get(zoom).zip(self.zooms.zooms.get(zoom)) else {
            return Vec::new();
        };
        let [west, north] = [west_north.x, west_north.y].map(|part| (part - ROUNDED) as f32);
        let [east, south] = [east_south.x, east_south.y].map(|part| (part + ROUNDED) as f32);
        let found = tree.range(west, north, east, south).into_iter();
        let node = |index: u32| self.zooms.nodes.get(*numbers.get(index as usize)? as usize);
        let mut nodes: Vec<&Node> = found.filter_map(node).collect();
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

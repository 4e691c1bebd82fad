//! Which rows lie in a box: a packed Hilbert R-tree over whole millionths of a degree.

use crate::Envelope;
use geo_index::rtree::{RTreeBuilder, RTreeIndex as _, RTreeRef, sort::HilbertSort};

/// Millionths of a degree: what a release keeps of a coordinate.
const SCALE: f64 = 1e6;

/// Boxes by row; rows without a shape are in none.
#[derive(Debug)]
pub struct Boxes {
    /// The row of each entry; `None` where every row has one.
    rows: Option<Vec<u32>>,
    /// The bytes of the tree.
    tree: Option<Vec<u8>>,
}

/// A row that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The row.
    pub row: usize,
    /// Whether its box lies wholly in the asked one: then its shape does, too.
    pub inside: bool,
    /// Whether the box is of no extent.
    pub is_point: bool,
}

/// Takes the boxes of rows one after the other.
#[derive(Debug, Default)]
pub(super) struct BoxesBuilder {
    /// How many rows, with and without a box.
    len: u32,
    rows: Vec<u32>,
    corners: Vec<[i32; 4]>,
}

impl BoxesBuilder {
    pub(super) fn push(&mut self, envelope: Option<Envelope>) {
        if let Some(envelope) = envelope {
            self.rows.push(self.len);
            self.corners.push(outward(&envelope));
        }
        self.len += 1;
    }

    pub(super) fn finish(self) -> Boxes {
        let entries = self.rows.len() as u32;
        if entries == 0 {
            return Boxes { rows: None, tree: None };
        }
        let mut builder = RTreeBuilder::<i32>::new(entries);
        for [west, south, east, north] in self.corners {
            builder.add(west, south, east, north);
        }
        let rows = (entries < self.len).then_some(self.rows);
        Boxes { rows, tree: Some(builder.finish::<HilbertSort>().into_inner()) }
    }
}

impl Boxes {
    pub(super) fn from_parts(rows: Option<Vec<u32>>, tree: Option<Vec<u8>>) -> Option<Self> {
        let made = Self { rows, tree };
        (made.tree.is_none() || made.tree().is_some()).then_some(made)
    }

    pub(super) fn parts(&self) -> (Option<&[u32]>, Option<&[u8]>) {
        (self.rows.as_deref(), self.tree.as_deref())
    }

    /// The rows whose box meets one, edges included, in their order.
    #[must_use]
    pub fn within(&self, bbox: &Envelope) -> Vec<Found> {
        let Some(tree) = self.tree() else { return Vec::new() };
        let mut found = Vec::new();
        for part in bbox.parts() {
            let [west, south, east, north] = outward(&part);
            let [inner_west, inner_south, inner_east, inner_north] = inward(&part);
            let within = |corners: &[i32]| matches!(corners, [w, s, e, n] if *w >= inner_west && *s >= inner_south && *e <= inner_east && *n <= inner_north);
            let boxes = tree.boxes();
            search(&tree, [west, south, east, north], |entry, place| {
                let row = self.row(entry);
                let corners = boxes.get(place..place + 4).unwrap_or_default();
                let is_point = matches!(corners, [w, s, e, n] if w == e && s == n);
                found.push(Found { row, inside: within(corners), is_point });
            });
        }
        // Over the antimeridian a row may be found on both sides; inside one of them is enough.
        found.sort_unstable_by(|a, b| a.row.cmp(&b.row).then(b.inside.cmp(&a.inside)));
        found.dedup_by_key(|found| found.row);
        found
    }

    /// Whether a row has a box: a shape.
    #[must_use]
    pub fn has(&self, row: usize) -> bool {
        self.tree.is_some() && self.rows.as_ref().is_none_or(|rows| rows.binary_search(&(row as u32)).is_ok())
    }

    /// Every row that has a box, with it, in no order that means anything.
    #[must_use]
    pub fn entries(&self) -> Vec<(usize, Envelope)> {
        let Some(tree) = self.tree() else { return Vec::new() };
        let (boxes, indices) = (tree.boxes().as_chunks::<4>().0, tree.indices());
        let leaves = boxes.iter().take(tree.num_items() as usize).enumerate();
        leaves.map(|(place, corners)| (self.row(indices.get(place) as u32), envelope(*corners))).collect()
    }

    /// The box around all of them.
    #[must_use]
    pub fn extent(&self) -> Option<Envelope> {
        let tree = self.tree()?;
        let boxes = tree.boxes();
        boxes.last_chunk::<4>().map(|corners| envelope(*corners))
    }

    fn tree(&self) -> Option<RTreeRef<'_, i32>> {
        RTreeRef::try_new(self.tree.as_ref()?).ok()
    }

    fn row(&self, entry: u32) -> usize {
        let row = self.rows.as_ref().map_or(Some(&entry), |rows| rows.get(entry as usize));
        row.copied().unwrap_or(u32::MAX) as usize
    }
}

/// Every entry whose box meets one, with the place of its corners in the boxes of the tree.
fn search(tree: &RTreeRef<'_, i32>, [west, south, east, north]: [i32; 4], mut found: impl FnMut(u32, usize)) {
    let (boxes, indices) = (tree.boxes(), tree.indices());
    let (levels, leaves) = (tree.level_bounds(), tree.num_items() as usize * 4);
    let size = usize::from(tree.node_size()) * 4;
    let mut waiting = vec![boxes.len() - 4];
    while let Some(node) = waiting.pop() {
        let level = levels.partition_point(|bound| *bound <= node);
        let end = (node + size).min(levels.get(level).copied().unwrap_or(boxes.len()));
        for place in (node..end).step_by(4) {
            let Some([w, s, e, n]) = boxes.get(place..place + 4) else { break };
            if *w > east || *e < west || *s > north || *n < south {
                continue;
            }
            let index = indices.get(place >> 2);
            if node >= leaves { waiting.push(index) } else { found(index as u32, place) }
        }
    }
}

fn envelope(corners: [i32; 4]) -> Envelope {
    let [west, south, east, north] = corners.map(|units| f64::from(units) / SCALE);
    Envelope { west, south, east, north }
}

fn units(degrees: f64, round: fn(f64) -> f64) -> i32 {
    // A coordinate is often a hair off the millionth that it means.
    let scaled = degrees * SCALE;
    let near = scaled.round();
    (if (scaled - near).abs() < 1e-4 { near } else { round(scaled) }) as i32
}

fn outward(envelope: &Envelope) -> [i32; 4] {
    [
        units(envelope.west, f64::floor),
        units(envelope.south, f64::floor),
        units(envelope.east, f64::ceil),
        units(envelope.north, f64::ceil),
    ]
}

/// Shapes in this are surely in the box, edges included, whatever rounding does to the last digit.
fn inward(envelope: &Envelope) -> [i32; 4] {
    [
        (envelope.west * SCALE + 0.5).floor() as i32 + 1,
        (envelope.south * SCALE + 0.5).floor() as i32 + 1,
        (envelope.east * SCALE - 0.5).ceil() as i32 - 1,
        (envelope.north * SCALE - 0.5).ceil() as i32 - 1,
    ]
}

//! Which features of a collection lie in a box: a packed R-tree over their envelopes, then their real shapes.

use geo::{Coord, Intersects as _, Rect};
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};
use terrikon_core::{Envelope, Feature};

type Entry = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// The envelopes of a collection, bulk-loaded; `within` costs O(log n + found).
#[derive(Debug)]
pub(super) struct SpatialIndex(RTree<Entry>);

impl SpatialIndex {
    /// Indexes features by their place in the list; those without a shape are in no box.
    pub(super) fn new(features: &[Feature]) -> Self {
        let entries = features.iter().enumerate().filter_map(|(row, feature)| {
            let envelope = feature.envelope()?;
            let corners = ([envelope.west, envelope.south], [envelope.east, envelope.north]);
            Some(Entry::new(Rectangle::from_corners(corners.0, corners.1), row))
        });
        Self(RTree::bulk_load(entries.collect()))
    }

    /// The rows whose envelope meets a box, in their order, and whether the envelope lies wholly inside it: then
    /// the shape needs no test.
    pub(super) fn within(&self, bbox: &Envelope) -> Vec<(usize, bool)> {
        let mut rows: Vec<(usize, bool)> = Vec::new();
        for part in bbox.parts() {
            let part = AABB::from_corners([part.west, part.south], [part.east, part.north]);
            rows.extend(self.0.locate_in_envelope_intersecting(&part).map(|entry| {
                use rstar::{Envelope as _, RTreeObject as _};
                (entry.data, part.contains_envelope(&entry.envelope()))
            }));
        }
        // Over the antimeridian a row may be found on both sides; inside one of them is enough.
        rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        rows.dedup_by_key(|(row, _)| *row);
        rows
    }
}

/// Whether the real shape of a feature shares a point with a box, edges included.
pub(super) fn meets(feature: &Feature, bbox: &Envelope) -> bool {
    feature.geometry.as_ref().is_some_and(|shape| {
        bbox.parts().iter().any(|part| {
            shape.intersects(&Rect::new(
                Coord { x: part.west, y: part.south },
                Coord { x: part.east, y: part.north },
            ))
        })
    })
}

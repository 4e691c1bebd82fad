//! Clusters of hotspots that another store has filtered: the same as [`crate::TileSource::tile`] shows.

use crate::{
    MAX_ZOOM, TileId,
    cluster::{Clusters, Node},
    encode::json,
    hotspots::counts,
    mercator::{centre_3857, project, unit_at},
};
use serde_json::{Map, Value};
use terrikon_core::Kind;

/// A hotspot as clustering sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HotspotPoint {
    /// Longitude and latitude in degrees.
    pub position: [f64; 2],
    /// What it is.
    pub kind: Kind,
}

/// Points with their clusters at every zoom below [`crate::SINGLE_FROM`]; from there on each is alone.
#[derive(Debug)]
pub struct HotspotClusters(Clusters);

/// A cluster or a point alone in a tile.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusterNode {
    /// The middle of its tile unit at [`MAX_ZOOM`], in metres of EPSG:3857, as in [`crate::DrawnRow::geometry`].
    pub position_3857: [f64; 2],
    /// The index of the point that it is, or of the first member of a cluster; its drawing order, too.
    pub first: usize,
    /// What the feature of a cluster carries; `None` for a point alone, which looks as it does unclustered.
    pub attributes: Option<Map<String, Value>>,
}

impl HotspotClusters {
    /// Clusters points that come in drawing order: that of [`crate::DrawnRow::sequence`].
    #[must_use]
    pub fn new(points: impl IntoIterator<Item = HotspotPoint>) -> Self {
        let nodes = points.into_iter().enumerate().map(|(index, point)| {
            let [lon, lat] = point.position;
            Node::single(index, project(lon, lat), point.kind)
        });
        Self(Clusters::new(nodes.collect()))
    }

    /// What a tile shows, in drawing order.
    #[must_use]
    pub fn within(&self, tile: TileId) -> Vec<ClusterNode> {
        let nodes = self.0.of_tile(tile).map(|(node, _)| ClusterNode {
            position_3857: centre_3857(unit_at(node.place, MAX_ZOOM)).into(),
            first: node.first,
            attributes: (node.count() > 1).then(|| json(&counts(node))),
        });
        nodes.collect()
    }
}

//! Clusters of hotspots that another store has filtered: the same as [`crate::TileSource::tile`] shows.

use crate::{
    MAX_ZOOM, TileId,
    cluster::{Clusters, Node, Weight},
    encode::json,
    hotspots::cluster,
    mercator::{centre_3857, project, unit_at},
};
use serde_json::{Map, Value};
use terrikon_core::Kind;

/// A hotspot as clustering sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct HotspotPoint {
    /// Its id.
    pub id: String,
    /// Longitude and latitude in degrees.
    pub position: [f64; 2],
    /// What it is.
    pub kind: Kind,
    /// How bad it is.
    pub weight: Weight,
}

/// Points with their clusters at every zoom below the one from which each is alone.
#[derive(Debug)]
pub struct HotspotClusters {
    clusters: Clusters,
    /// In the order of the points.
    ids: Vec<String>,
}

/// A cluster or a point alone in a tile.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusterNode<'a> {
    /// The middle of its tile unit at [`MAX_ZOOM`], in metres of EPSG:3857, as in [`crate::DrawnRow::geometry`].
    pub position_3857: [f64; 2],
    /// The id of the point that it is, or of the first member of a cluster.
    pub first: &'a str,
    /// What the feature of a cluster carries; `None` for a point alone, which looks as it does unclustered.
    pub attributes: Option<Map<String, Value>>,
}

impl HotspotClusters {
    /// Clusters points that come in drawing order, that of [`crate::DrawnRow::sequence`]; all are single from a zoom on.
    #[must_use]
    pub fn new(points: Vec<HotspotPoint>, single_from: u8) -> Self {
        let mut ids = Vec::with_capacity(points.len());
        let nodes = points.into_iter().enumerate().map(|(index, point)| {
            let [lon, lat] = point.position;
            ids.push(point.id);
            Node::single(index, project(lon, lat), point.kind, point.weight)
        });
        Self { clusters: Clusters::new(nodes.collect(), single_from), ids }
    }

    /// What a tile shows, in drawing order.
    #[must_use]
    pub fn within(&self, tile: TileId) -> Vec<ClusterNode<'_>> {
        let nodes = self.clusters.of_tile(tile).map(|(node, _)| {
            let first = self.ids.get(node.first as usize).map_or("", String::as_str);
            ClusterNode {
                position_3857: centre_3857(unit_at(node.place, MAX_ZOOM)).into(),
                first,
                attributes: (node.count() > 1).then(|| json(&cluster(node, first))),
            }
        });
        nodes.collect()
    }
}

//! Hotspots: symbols, clusters and the shapes of those whose outline is known.

use crate::{
    HotspotFilter, TileId,
    cluster::{Clusters, Node},
    encode::{Attributes, Part, attributes, flag, integer, text},
    mercator::{TILE_PX, latitude, metres, unit_at},
    settlements::place,
    shape::{Drawn, Shape, Sheet, Sheets},
    water::generalise,
};
use fast_mvt::MvtValue;
use geo::Coord;
use i_overlay::i_float::int::point::IntPoint;
use moka::sync::Cache;
use std::{collections::HashMap, sync::Arc};
use terrikon_core::{CollectionId, Date, Feature, Kind, PositionKind, Release, Trust};

/// How many filters and days keep their clusters: readers share few of them.
const KEPT: u64 = 64;

/// The hotspots of a release.
#[derive(Debug)]
pub(crate) struct Hotspots {
    /// Best founded first: of equal neighbours those gather the others.
    features: Vec<Feature>,
    by_id: HashMap<String, usize>,
    clusters: Cache<(HotspotFilter, Date), Arc<Clusters>>,
    shapes: Sheets,
}

impl Hotspots {
    pub(crate) fn new(release: &Release) -> Self {
        let mut features = release.collection(CollectionId::Hotspots).features.clone();
        // Stable: within a trust the order of ids stays.
        features.sort_by_key(trust);
        let by_id = features.iter().enumerate().map(|(index, hotspot)| (hotspot.id.clone(), index)).collect();
        Self { features, by_id, clusters: Cache::new(KEPT), shapes: Sheets::default() }
    }

    /// What a tile shows: shapes first, so that symbols lie on them.
    pub(crate) fn within(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> Vec<Part> {
        let mut shown = self.shapes_within(tile, filter, date);
        let clusters =
            self.clusters.get_with((filter.canonical(), date), || Arc::new(self.cluster(filter, date)));
        let side = 1.0 / f64::from(1_u32 << tile.z());
        let west_north = Coord { x: f64::from(tile.x()) * side, y: f64::from(tile.y()) * side };
        let nodes = clusters.within(tile.z(), west_north, west_north + Coord { x: side, y: side });
        shown.extend(nodes.into_iter().filter_map(|node| {
            let (unit, origin) = (unit_at(node.place, tile.z()), tile.origin());
            let described = if node.count() > 1 { counts(node) } else { self.single(node, date) };
            tile.owns(unit).then(|| {
                let point = IntPoint { x: unit.x - origin.x, y: unit.y - origin.y };
                (Shape::Point(point), Arc::new(described))
            })
        }));
        shown
    }

    /// Whether a hotspot passes a filter, by its id.
    pub(crate) fn passes(&self, id: &str, filter: &HotspotFilter, date: Date) -> bool {
        self.by_id.get(id).is_some_and(|&index| filter.passes(&self.features[index], date))
    }

    fn cluster(&self, filter: &HotspotFilter, date: Date) -> Clusters {
        let points = self.features.iter().enumerate().filter(|(_, hotspot)| filter.passes(hotspot, date));
        let points = points.filter_map(|(index, hotspot)| {
            let kind = hotspot.text("kind")?.parse().unwrap_or(Kind::Other);
            Some(Node::single(index, place(hotspot)?, kind))
        });
        Clusters::new(points.collect())
    }

    fn shapes_within(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> Vec<Part> {
        let sheet = self.shapes.at(tile.z(), || {
            let outlined = self.features.iter().filter_map(|hotspot| {
                Some(Drawn {
                    shape: generalise(hotspot.geometry.as_ref()?, tile.z())?,
                    attributes: Arc::new(outline(hotspot)),
                    validity: hotspot.validity,
                })
            });
            Sheet::new(outlined.collect())
        });
        let passes = |attributes: &Attributes| {
            let Some((_, MvtValue::String(id))) = attributes.first() else { return false };
            self.passes(id, filter, date)
        };
        sheet.within(tile, date).into_iter().filter(|(_, attributes)| passes(attributes)).collect()
    }

    fn single(&self, node: &Node, date: Date) -> Attributes {
        let hotspot = &self.features[node.first];
        let mut described = attributes(hotspot, CollectionId::Hotspots);
        described.extend(hotspot.oblast_on(date).map(|code| text("oblast", code)));
        described.extend(hotspot.raion.as_deref().map(|code| text("raion", code)));
        described.extend(node.spread.map(|number| integer("spread", i64::from(number))));
        described
            .extend(accuracy(hotspot).map(|radius| ("accuracy_z0".to_owned(), MvtValue::Double(radius))));
        described
    }
}

/// Whatever is not said is not trusted.
fn trust(hotspot: &Feature) -> Trust {
    hotspot.text("trust").and_then(|word| word.parse().ok()).unwrap_or(Trust::Unverified)
}

/// The radius of the accuracy disc in pixels at zoom 0, at the hotspot's own latitude; it doubles with each
/// zoom. `None` where the position is the site itself.
fn accuracy(hotspot: &Feature) -> Option<f64> {
    if hotspot.text("position_kind") == Some(PositionKind::Site.as_str()) {
        return None;
    }
    let radius_m = hotspot.number("position_accuracy_m").filter(|radius| *radius > 0.0)?;
    Some(metres(radius_m, latitude(place(hotspot)?.y)) * TILE_PX)
}

fn counts(node: &Node) -> Attributes {
    let mut described = vec![flag("cluster"), integer("count", i64::from(node.count()))];
    let kinds = Kind::ALL.iter().zip(node.counts).filter(|(_, count)| *count > 0);
    described.extend(kinds.map(|(kind, count)| integer(&format!("count_{kind}"), i64::from(count))));
    described
}

fn outline(hotspot: &Feature) -> Attributes {
    let mut described = vec![text("id", &hotspot.id), flag("shape")];
    for field in ["kind", "trust"] {
        described.extend(hotspot.text(field).map(|word| text(field, word)));
    }
    described
}

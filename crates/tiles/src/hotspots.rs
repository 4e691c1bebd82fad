//! Hotspots: symbols, clusters and the shapes of those whose outline is known.

use crate::{
    HotspotFilter, LayerName, MAX_ZOOM, MIN_ZOOM, TileId,
    cluster::{Clusters, Node, SINGLE_FROM, coincident, zooms},
    days::{cut, first_day, is_empty, turns},
    encode::{Attributes, Part, attributes, flag, integer, text},
    mercator::{TILE_PX, latitude, metres, unit_at},
    rows::{DrawnRow, Role},
    settlements::place,
    shape::{Drawn, Shape, Sheet, Sheets},
    water::generalise,
};
use fast_mvt::MvtValue;
use i_overlay::i_float::int::point::IntPoint;
use moka::sync::Cache;
use std::{collections::HashMap, ops::RangeInclusive, sync::Arc};
use terrikon_core::{CollectionId, Date, Feature, Kind, PositionKind, Release, Trust, Validity};

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
        shown.extend(clusters.of_tile(tile).map(|(node, unit)| {
            let origin = tile.origin();
            let point = IntPoint { x: unit.x - origin.x, y: unit.y - origin.y };
            (Shape::Point(point), Arc::new(self.described(node, date)))
        }));
        shown
    }

    /// What tiles show as rows, in the order of their layer: shapes, symbols, and the clusters of all hotspots
    /// for these spans of days, which are cut where a hotspot comes, goes or changes its oblast.
    pub(crate) fn rows<'a>(&'a self, epochs: &'a [Validity]) -> impl Iterator<Item = DrawnRow> + 'a {
        self.outlines().chain(self.symbols()).chain(self.cluster_rows(epochs))
    }

    /// When a hotspot exists, by its id.
    pub(crate) fn existence(&self, id: &str) -> Option<Validity> {
        self.by_id.get(id).map(|&index| self.features[index].validity)
    }

    fn outlines(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        (0..).zip(&self.features).flat_map(|(sequence, hotspot)| {
            let rows =
                DrawnRow::each_zoom(LayerName::Hotspots, sequence, move |zoom| draw_outline(hotspot, zoom));
            rows.map(|row| DrawnRow { role: Role::Outline, hotspot: Some(hotspot.id.clone()), ..row })
        })
    }

    fn symbols(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        let points = self.points(|hotspot| !is_empty(hotspot.validity));
        let together: HashMap<usize, u32> = (0..)
            .zip(coincident(&points))
            .flat_map(|(number, indices)| indices.into_iter().map(move |index| (index, number)))
            .collect();
        along_curve(points).into_iter().flat_map(move |(index, node)| {
            let together = together.get(&index).copied();
            let parts = of_one_oblast(&self.features[node.first]);
            parts.into_iter().filter_map(move |days| {
                let row = self.row(&node, SINGLE_FROM..=MAX_ZOOM, days)?;
                Some(DrawnRow { role: Role::Symbol, together, ..row })
            })
        })
    }

    fn cluster_rows<'a>(&'a self, epochs: &'a [Validity]) -> impl Iterator<Item = DrawnRow> + 'a {
        let turns = turns(self.features.iter().flat_map(existences));
        epochs.iter().flat_map(move |epoch| cut(*epoch, &turns)).flat_map(move |days| {
            let points = self.points(|hotspot| hotspot.validity.contains(first_day(days)));
            let zooms = (MIN_ZOOM..SINGLE_FROM).zip(zooms(points));
            zooms.flat_map(move |(zoom, nodes)| {
                let nodes = along_curve(nodes).into_iter();
                nodes.filter_map(move |(_, node)| self.row(&node, zoom..=zoom, days))
            })
        })
    }

    /// A node for days on which it does not change. Symbols come after all shapes.
    fn row(&self, node: &Node, zooms: RangeInclusive<u8>, days: Validity) -> Option<DrawnRow> {
        let drawn = Drawn {
            shape: Shape::Point(unit_at(node.place, MAX_ZOOM)),
            attributes: Arc::new(self.described(node, first_day(days))),
            validity: days,
        };
        let sequence = (self.features.len() + node.first) as u32;
        let row = DrawnRow::new(LayerName::Hotspots, sequence, zooms, &drawn)?;
        let hotspot = (node.count() == 1).then(|| self.features[node.first].id.clone());
        Some(DrawnRow { role: Role::Cluster, hotspot, ..row })
    }

    /// Whether a hotspot passes a filter, by its id.
    pub(crate) fn passes(&self, id: &str, filter: &HotspotFilter, date: Date) -> bool {
        self.by_id.get(id).is_some_and(|&index| filter.passes(&self.features[index], date))
    }

    fn cluster(&self, filter: &HotspotFilter, date: Date) -> Clusters {
        Clusters::new(self.points(|hotspot| filter.passes(hotspot, date)))
    }

    /// The hotspots that pass and have a place, in drawing order.
    fn points(&self, passes: impl Fn(&Feature) -> bool) -> Vec<Node> {
        let passing = self.features.iter().enumerate().filter(|(_, hotspot)| passes(hotspot));
        let points = passing.filter_map(|(index, hotspot)| {
            let kind = hotspot.text("kind")?.parse().unwrap_or(Kind::Other);
            Some(Node::single(index, place(hotspot)?, kind))
        });
        points.collect()
    }

    fn shapes_within(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> Vec<Part> {
        let sheet = self.shapes.at(tile.z(), || {
            Sheet::new(self.features.iter().filter_map(|hotspot| draw_outline(hotspot, tile.z())).collect())
        });
        let passes = |attributes: &Attributes| {
            let Some((_, MvtValue::String(id))) = attributes.first() else { return false };
            self.passes(id, filter, date)
        };
        sheet.within(tile, date).into_iter().filter(|(_, attributes)| passes(attributes)).collect()
    }

    fn described(&self, node: &Node, date: Date) -> Attributes {
        if node.count() > 1 {
            return counts(node);
        }
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

/// Nodes with their places in the list, near ones next to each other: a database then finds those of a tile on few pages.
fn along_curve(nodes: Vec<Node>) -> Vec<(usize, Node)> {
    let spread = |part: f64| {
        let bits = (part.clamp(0.0, 1.0) * f64::from(u16::MAX)) as u32;
        (0..16).fold(0_u32, |spread, bit| spread | (bits >> bit & 1) << (2 * bit))
    };
    let mut nodes: Vec<_> = nodes.into_iter().enumerate().collect();
    // Stable: those in one cell keep their order.
    nodes.sort_by_cached_key(|(_, node)| spread(node.place.x) | spread(node.place.y) << 1);
    nodes
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

/// What the feature of a cluster carries.
pub(crate) fn counts(node: &Node) -> Attributes {
    let mut described = vec![flag("cluster"), integer("count", i64::from(node.count()))];
    let kinds = Kind::ALL.iter().zip(node.counts).filter(|(_, count)| *count > 0);
    described.extend(kinds.map(|(kind, count)| integer(&format!("count_{kind}"), i64::from(count))));
    described
}

/// When a hotspot exists, and when what holds of it does.
fn existences(hotspot: &Feature) -> impl Iterator<Item = Validity> + '_ {
    std::iter::once(hotspot.validity).chain(hotspot.oblasts.iter().map(|area| area.validity))
}

/// The days on which a hotspot exists, cut where its oblast changes.
fn of_one_oblast(hotspot: &Feature) -> Vec<Validity> {
    let oblast = |days: Validity| hotspot.oblast_on(first_day(days));
    let mut parts: Vec<Validity> = Vec::new();
    for days in cut(hotspot.validity, &turns(existences(hotspot))) {
        match parts.last_mut() {
            Some(before) if oblast(*before) == oblast(days) => before.valid_to = days.valid_to,
            _ => parts.push(days),
        }
    }
    parts
}

fn draw_outline(hotspot: &Feature, zoom: u8) -> Option<Drawn> {
    Some(Drawn {
        shape: generalise(hotspot.geometry.as_ref()?, zoom)?,
        attributes: Arc::new(outline(hotspot)),
        validity: hotspot.validity,
    })
}

fn outline(hotspot: &Feature) -> Attributes {
    let mut described = vec![text("id", &hotspot.id), flag("shape")];
    for field in ["kind", "trust"] {
        described.extend(hotspot.text(field).map(|word| text(field, word)));
    }
    described
}

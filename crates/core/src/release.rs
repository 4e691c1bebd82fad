//! A release: an immutable version of everything, named by its content.

use crate::{Claim, Collection, CollectionId, Feature, Source, Validity, population::PopulationSource};
use geo::{Geometry, LineString, MapCoords as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Coordinates are kept to 1e-6 degree (0.11 m): finer than any source, coarse enough to be the same on
/// every machine.
pub const COORDINATE_DECIMALS: i32 = 6;

/// Changes when the same features would be served differently (a new derivation, a new table).
const CONTENT_VERSION: &str = "terrikon-release-2";

/// The id of a release: `r` and the first 16 hex digits of the SHA-256 of its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReleaseId(String);

impl ReleaseId {
    /// Reads an id as it stands in a file or a URL.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('r')?;
        (hex.len() == 16 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
            .then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A shape as tiles draw it at one zoom: coordinates are whole tile units of the world at that zoom (4096 per
/// tile, x to the east, y to the south), so that neighbours share their border after rounding too.
#[derive(Debug, Clone, PartialEq)]
pub struct Generalised {
    /// The tile layer: a coverage collection, or `borders`.
    pub layer: String,
    /// The id of the feature that it shows; for a border the two areas, such as `KZ-35|KZ-62`.
    pub feature: String,
    /// For a border `state`, `oblast` or `raion`; each line is there once, under its highest level.
    pub level: Option<String>,
    /// When it holds.
    pub validity: Validity,
    /// The zoom for which it is made, 0 to [`GENERALISED_MAX_ZOOM`].
    pub zoom: u8,
    /// Its shape in whole tile units.
    pub geometry: Geometry<f64>,
}

/// The highest zoom with shapes of its own. There one tile unit is less than 10 m, finer than the sources: above it
/// the same shapes are taken, with coordinates times 2 to the power of the zooms between.
pub const GENERALISED_MAX_ZOOM: u8 = 10;

/// The highest zoom of tiles; beyond it viewers overzoom.
pub const MAX_ZOOM: u8 = 14;

/// Everything that is served.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// The name of this content.
    pub id: ReleaseId,
    /// One of each [`CollectionId`], in that order; may be empty.
    pub collections: Vec<Collection>,
    /// All claims, ordered by subject, property and source.
    pub claims: Vec<Claim>,
    /// All sources, ordered by id.
    pub sources: Vec<Source>,
    /// What tiles draw instead of the full geometry. Part of the id too: tiles are cached under it for good.
    pub generalised: Vec<Generalised>,
    /// How many people live where, by source; the first is the primary one.
    pub population: Vec<PopulationSource>,
}

impl Release {
    /// Puts content in order and names it.
    #[must_use]
    pub fn new(
        mut collections: Vec<Collection>,
        mut claims: Vec<Claim>,
        mut sources: Vec<Source>,
        generalised: Vec<Generalised>,
        population: Vec<PopulationSource>,
    ) -> Self {
        for id in CollectionId::ALL {
            if !collections.iter().any(|collection| collection.id == id) {
                collections.push(Collection::new(id, Vec::new()));
            }
        }
        collections.sort_by_key(|collection| collection.id);
        for feature in collections.iter_mut().flat_map(|collection| &mut collection.features) {
            feature.geometry = feature.geometry.as_ref().map(rounded);
            feature.position = feature.position.map(|position| position.map(round));
        }
        claims.sort_by(|a, b| {
            (&a.subject, &a.property, &a.source, &a.value, &a.year).cmp(&(
                &b.subject,
                &b.property,
                &b.source,
                &b.value,
                &b.year,
            ))
        });
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        let id = content_id(&collections, &claims, &sources, &generalised, &population);
        Self { id, collections, claims, sources, generalised, population }
    }

    /// One collection.
    ///
    /// # Panics
    /// Never: [`Release::new`] makes every collection present.
    #[must_use]
    pub fn collection(&self, id: CollectionId) -> &Collection {
        self.collections
            .iter()
            .find(|collection| collection.id == id)
            .expect("a release has every collection")
    }
}

/// A coordinate at the precision of a release.
#[must_use]
pub fn round(degrees: f64) -> f64 {
    let scale = 10f64.powi(COORDINATE_DECIMALS);
    let rounded = (degrees * scale).round() / scale;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A geometry at the precision of a release. Vertices that fall together stay, so that shared borders do.
#[must_use]
pub fn rounded(geometry: &Geometry<f64>) -> Geometry<f64> {
    geometry.map_coords(|coord| geo::Coord { x: round(coord.x), y: round(coord.y) })
}

fn content_id(
    collections: &[Collection],
    claims: &[Claim],
    sources: &[Source],
    generalised: &[Generalised],
    population: &[PopulationSource],
) -> ReleaseId {
    let mut content = Content(Sha256::new());
    content.text(CONTENT_VERSION);
    for collection in collections {
        // Releases from before there were observations keep their ids.
        if collection.id.is_observation() && collection.features.is_empty() {
            continue;
        }
        content.text(collection.id.as_str());
        content.count(collection.features.len());
        collection.features.iter().for_each(|feature| content.feature(feature));
    }
    content.json(&claims);
    content.json(&sources);
    content.count(generalised.len());
    generalised.iter().for_each(|shape| content.generalised(shape));
    content.count(population.len());
    for source in population {
        content.count(usize::from(source.counts));
        content.bytes(&source.grid.to_bytes());
    }
    let hex: String = content.0.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    ReleaseId(format!("r{hex}"))
}

/// Feeds content to a hash in one unambiguous form: every text and list is led by its length.
struct Content(Sha256);

impl Content {
    fn count(&mut self, count: usize) {
        self.0.update((count as u64).to_be_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn json(&mut self, value: &impl Serialize) {
        self.text(&serde_json::to_string(value).expect("claims, sources and names are plain data"));
    }

    fn coordinate(&mut self, degrees: f64) {
        let units = (degrees * 10f64.powi(COORDINATE_DECIMALS)).round() as i64;
        self.0.update(units.to_be_bytes());
    }

    fn feature(&mut self, feature: &Feature) {
        self.text(&feature.id);
        self.json(&feature.names);
        self.json(&feature.validity);
        self.json(&feature.oblasts);
        self.json(&feature.raion);
        let mut properties: Vec<_> = feature.properties.iter().collect();
        properties.sort_by_key(|(name, _)| name.as_str());
        self.json(&properties);
        self.count(feature.position.iter().flatten().count());
        feature.position.iter().flatten().for_each(|degrees| self.coordinate(*degrees));
        match &feature.geometry {
            Some(geometry) => self.geometry(geometry),
            None => self.text("none"),
        }
    }

    fn generalised(&mut self, shape: &Generalised) {
        self.text(&shape.layer);
        self.text(&shape.feature);
        self.json(&shape.level);
        self.json(&shape.validity);
        self.count(usize::from(shape.zoom));
        self.geometry(&shape.geometry);
    }

    fn line(&mut self, line: &LineString<f64>) {
        self.count(line.0.len());
        for coord in &line.0 {
            self.coordinate(coord.x);
            self.coordinate(coord.y);
        }
    }

    fn polygon(&mut self, polygon: &geo::Polygon<f64>) {
        self.count(polygon.interiors().len());
        self.line(polygon.exterior());
        polygon.interiors().iter().for_each(|ring| self.line(ring));
    }

    fn geometry(&mut self, geometry: &Geometry<f64>) {
        match geometry {
            Geometry::Point(point) => {
                self.text("point");
                self.coordinate(point.x());
                self.coordinate(point.y());
            }
            Geometry::LineString(line) => {
                self.text("line");
                self.line(line);
            }
            Geometry::Polygon(polygon) => {
                self.text("polygon");
                self.polygon(polygon);
            }
            Geometry::MultiPoint(points) => {
                self.text("points");
                self.line(&points.iter().map(|point| point.0).collect());
            }
            Geometry::MultiLineString(lines) => {
                self.text("lines");
                self.count(lines.0.len());
                lines.iter().for_each(|line| self.line(line));
            }
            Geometry::MultiPolygon(polygons) => {
                self.text("polygons");
                self.count(polygons.0.len());
                polygons.iter().for_each(|polygon| self.polygon(polygon));
            }
            Geometry::GeometryCollection(parts) => {
                self.text("parts");
                self.count(parts.len());
                parts.iter().for_each(|part| self.geometry(part));
            }
            Geometry::Line(line) => self.geometry(&LineString::from(vec![line.start, line.end]).into()),
            Geometry::Rect(rect) => self.geometry(&rect.to_polygon().into()),
            Geometry::Triangle(triangle) => self.geometry(&triangle.to_polygon().into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::point;
    use serde_json::json;

    fn hotspot(id: &str, lon: f64) -> Feature {
        let mut feature = Feature {
            id: id.to_owned(),
            geometry: Some(point!(x: lon, y: 50.0).into()),
            ..Feature::default()
        };
        feature.properties.insert("kind".to_owned(), json!("dump"));
        feature
    }

    fn release(features: Vec<Feature>) -> Release {
        Release::new(vec![Collection::new(CollectionId::Hotspots, features)], vec![], vec![], vec![], vec![])
    }

    #[test]
    fn the_id_follows_content_and_nothing_else() {
        let one = release(vec![hotspot("a", 70.0), hotspot("b", 71.0)]);
        let other_order = release(vec![hotspot("b", 71.0), hotspot("a", 70.000_000_01)]);
        assert_eq!(one.id, other_order.id, "neither order nor noise below the precision counts");
        assert_ne!(one.id, release(vec![hotspot("a", 70.000_001), hotspot("b", 71.0)]).id);
        assert_eq!(ReleaseId::parse(one.id.as_str()), Some(one.id));
        assert_eq!(ReleaseId::parse("../etc/passwd"), None);
    }
}

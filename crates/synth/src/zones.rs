//! A ring for screening around every fiftieth hotspot.

use crate::{SynthError, claims::SOURCE};
use geo::{Geometry, MultiPolygon, Point};
use serde_json::{Map, Value, json};
use terrikon_core::{
    Basis, Feature, Verification, ZoneShape,
    geodesic::{Discs, GeodesicError, area},
    release::rounded,
};

/// How far it reaches.
pub(crate) const RADIUS_M: u32 = 1_000;

/// Vertices of a ring: enough to be round on the map, few enough for a release of millions.
const VERTICES: usize = 64;

const EVERY: usize = 50;

const RULE: &str = "screening-synth";

const METHOD: &str = "Made up: the same for every fiftieth place, so that there are zones to draw.";

const MEANING: &str =
    "All within 1 km of a place that is made up, drawn with 64 corners. It is no finding of anything.";

/// Whether the hotspot of a number has a ring: it is a point then, known well enough for that.
pub(crate) const fn is_surveyed(number: usize) -> bool {
    number % EVERY == 1
}

/// Draws rings.
pub(crate) struct Rings(Discs);

impl Rings {
    /// # Errors
    /// As [`Discs::new`].
    pub(crate) fn new() -> Result<Self, GeodesicError> {
        Discs::new(VERTICES).map(Self)
    }

    /// The ring of a hotspot.
    pub(crate) fn around(&self, hotspot: &Feature) -> Result<Option<Feature>, SynthError> {
        let Some([lon, lat]) = hotspot.position else { return Ok(None) };
        let disc = self.0.disc(Point::new(lon, lat), f64::from(RADIUS_M));
        let disc = disc.map_err(|source| SynthError::Zone { hotspot: hotspot.id.clone(), source })?;
        let geometry = rounded(&Geometry::from(disc));
        let area = match &geometry {
            Geometry::MultiPolygon(shape) => area(shape),
            _ => area(&MultiPolygon(Vec::new())),
        };
        Ok(Some(Feature {
            id: format!("{}-{RULE}", hotspot.id),
            geometry: Some(geometry),
            position: hotspot.position,
            validity: hotspot.validity,
            oblasts: hotspot.oblasts.clone(),
            raion: hotspot.raion.clone(),
            properties: properties(hotspot, area),
            ..Feature::default()
        }))
    }
}

/// People are absent: nobody counted them, which is not nobody.
fn properties(hotspot: &Feature, area: f64) -> Map<String, Value> {
    [
        ("hotspot", Some(json!(hotspot.id))),
        ("kind", hotspot.text("kind").map(Value::from)),
        ("rule", Some(json!(RULE))),
        ("shape", Some(json!(ZoneShape::Ring.as_str()))),
        ("basis", Some(json!(Basis::Screening.as_str()))),
        ("distance_m", Some(json!(RADIUS_M))),
        ("method", Some(json!(METHOD))),
        ("verification", Some(json!(Verification::Unverified.as_str()))),
        ("meaning", Some(json!(MEANING))),
        ("area_m2", Some(json!(area.round()))),
        ("country", hotspot.text("country").map(Value::from)),
        ("source", Some(json!(SOURCE))),
    ]
    .into_iter()
    .filter_map(|(field, value)| Some((field.to_owned(), value?)))
    .collect()
}

//! A country of two oblasts, 70 to 74 degrees east and 48 to 52 north, in which ten people live on every km² but for a desert without data.

use geo::{Geometry, MultiPolygon, Point, Polygon, Rect};
use serde_json::json;
use std::sync::Arc;
use terrikon_core::{
    AreaAt, Collection, CollectionId, Date, Feature, Validity,
    exposure::{Place, Ring, Surroundings},
    population::{GridFrame, GridHeader, Measure, PopulationGrid, PopulationSource},
};

/// People on every km².
pub(crate) const DENSITY: f64 = 10.0;

/// A middle of the western oblast, far from every edge.
pub(crate) const MIDDLE: (f64, f64) = (71.0, 50.0);

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// After the eastern oblast was split off.
pub(crate) fn now() -> Date {
    day("2024-01-01")
}

/// A grid of 0.05-degree cells from a density by longitude and latitude; `None` has no data.
pub(crate) fn grid(id: &str, density: impl Fn(f64, f64) -> Option<f64>) -> Arc<PopulationGrid> {
    let frame = GridFrame { west: 69.0, north: 53.0, step_x: 0.05, step_y: 0.05, columns: 120, rows: 120 };
    let header =
        GridHeader { id: id.to_owned(), source: id.to_owned(), year: 2020, measure: Measure::Density, frame };
    let rows = (0..frame.rows).map(|row| {
        let lat = frame.north - (f64::from(row) + 0.5) * frame.step_y;
        let value = |column| density(frame.west + (f64::from(column) + 0.5) * frame.step_x, lat);
        (0..frame.columns).map(|column| value(column).map_or(f32::NAN, |value| value as f32)).collect()
    });
    Arc::new(PopulationGrid::build(header, rows, None).unwrap())
}

pub(crate) fn counts(grid: Arc<PopulationGrid>) -> PopulationSource {
    PopulationSource { grid, counts: true }
}

/// Ten on every km²; no data north of 51.
pub(crate) fn even() -> PopulationSource {
    counts(grid("even", |_, lat| (lat < 51.0).then_some(DENSITY)))
}

fn oblast(id: &str, code: &str, west: f64, east: f64, from: Option<&str>, to: Option<&str>) -> Feature {
    let shape: Polygon = Rect::new((west, 48.0), (east, 52.0)).to_polygon();
    let mut oblast = Feature {
        id: id.to_owned(),
        geometry: Some(Geometry::Polygon(shape)),
        validity: Validity { valid_from: from.map(day), valid_to: to.map(day) },
        ..Feature::default()
    };
    oblast.properties.insert("code".to_owned(), json!(code));
    oblast
}

pub(crate) fn town(id: &str, lon: f64, lat: f64, residents: Option<u64>) -> Feature {
    let mut town = Feature {
        id: id.to_owned(),
        geometry: Some(Point::new(lon, lat).into()),
        position: Some([lon, lat]),
        ..Feature::default()
    };
    if let Some(residents) = residents {
        town.properties.insert("population".to_owned(), json!(residents));
    }
    town
}

pub(crate) fn hotspot(id: &str, lon: f64, lat: f64, accuracy: f64) -> Feature {
    let mut hotspot = town(id, lon, lat, None);
    hotspot.properties.insert("kind".to_owned(), json!("dump"));
    hotspot.properties.insert("position_accuracy_m".to_owned(), json!(accuracy));
    hotspot.oblasts = vec![AreaAt { code: "XX-W".to_owned(), validity: Validity::ALWAYS }];
    hotspot
}

/// The country with these towns, hotspots and population sources.
pub(crate) fn country(
    towns: Vec<Feature>,
    hotspots: Vec<Feature>,
    population: &[PopulationSource],
) -> Surroundings {
    let oblasts = vec![
        oblast("xx-w-old", "XX-W", 70.0, 74.0, None, Some("2022-06-08")),
        oblast("xx-w", "XX-W", 70.0, 72.0, Some("2022-06-08"), None),
        oblast("xx-e", "XX-E", 72.0, 74.0, Some("2022-06-08"), None),
    ];
    let collections = [
        Collection::new(CollectionId::Oblasts, oblasts),
        Collection::new(CollectionId::Settlements, towns),
        Collection::new(CollectionId::Hotspots, hotspots),
    ];
    Surroundings::new(&collections, population)
}

pub(crate) fn bare() -> Surroundings {
    country(vec![], vec![], &[even()])
}

pub(crate) fn place(lon: f64, lat: f64, accuracy: f64) -> Place {
    Place::new(Point::new(lon, lat).into(), accuracy).unwrap()
}

pub(crate) fn ring(country: &Surroundings, at: (f64, f64), accuracy: f64, radius: f64) -> Ring {
    country.ring(&place(at.0, at.1, accuracy), radius, now(), None).unwrap()
}

pub(crate) fn square(west: f64, south: f64, east: f64, north: f64) -> MultiPolygon<f64> {
    MultiPolygon(vec![Rect::new((west, south), (east, north)).to_polygon()])
}

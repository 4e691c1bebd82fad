//! Rivers and lakes made up. One hundredth of a degree is about a kilometre.

use geo::{Coord, Geometry, LineString, Point, Rect};
use geographiclib_rs::{Geodesic, InverseGeodesic as _};
use serde_json::json;
use terrikon_core::{
    Feature, Lang,
    flow::{Downstream, FlowError, FlowNetwork},
};

/// A river of one line, near 70° east on the equator; in hundredths of a degree.
pub(crate) fn river(id: &str, rank: u8, line: &[(f64, f64)]) -> Feature {
    let line: LineString<f64> = line.iter().map(|&(x, y)| at(x, y)).collect();
    let mut feature = Feature { id: id.to_owned(), geometry: Some(line.into()), ..Feature::default() };
    feature.properties.insert("rank".to_owned(), json!(rank));
    feature.names.set(Lang::En, id.trim_end_matches(char::is_numeric));
    feature
}

/// A lake between two corners, in hundredths of a degree.
pub(crate) fn lake(id: &str, kind: &str, from: (f64, f64), to: (f64, f64)) -> Feature {
    let shore = Rect::new(at(from.0, from.1), at(to.0, to.1)).to_polygon();
    let mut feature = Feature { id: id.to_owned(), geometry: Some(shore.into()), ..Feature::default() };
    feature.properties.insert("subkind".to_owned(), json!(kind));
    feature
}

/// A position in hundredths of a degree.
pub(crate) fn at(x: f64, y: f64) -> Coord {
    Coord { x: 70.0 + x / 100.0, y: y / 100.0 }
}

/// The way from a position to its end.
pub(crate) fn down(rivers: &[Feature], lakes: &[Feature], from: (f64, f64)) -> Result<Downstream, FlowError> {
    let network = FlowNetwork::new(rivers, lakes);
    network.downstream(&Geometry::Point(Point(at(from.0, from.1))), 2_000.0, f64::INFINITY)
}

/// The rivers of a way.
pub(crate) fn ids(way: &Downstream) -> Vec<&str> {
    way.rivers.iter().map(|reach| reach.id.as_deref().unwrap_or("own")).collect()
}

/// Metres along a line, by GeographicLib.
pub(crate) fn metres(line: &LineString<f64>) -> f64 {
    let geodesic = Geodesic::wgs84();
    line.lines().map(|l| -> f64 { geodesic.inverse(l.start.y, l.start.x, l.end.y, l.end.x) }).sum()
}

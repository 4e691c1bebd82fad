//! Shapes as RFC 7946 wants them.

use geo::{
    Geometry,
    orient::{Direction, Orient as _},
};

/// A shape with exterior rings counterclockwise and holes clockwise (RFC 7946, 3.1.6).
pub(super) fn geojson(shape: &Geometry<f64>) -> geojson::Geometry {
    match shape {
        Geometry::Polygon(polygon) => geojson::Geometry::new((&polygon.orient(Direction::Default)).into()),
        Geometry::MultiPolygon(polygons) => {
            geojson::Geometry::new((&polygons.orient(Direction::Default)).into())
        }
        other => geojson::Geometry::new(other.into()),
    }
}

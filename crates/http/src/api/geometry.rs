//! Shapes as RFC 7946 wants them.

use geo::{
    Geometry,
    orient::{Direction, Orient as _},
};
use std::borrow::Cow;
use terrikon_crs::{Axes, Crs};

/// A shape with exterior rings counterclockwise on the map and holes clockwise (RFC 7946, 3.1.6), given as x, y; its
/// numbers come in the order of its coordinate system.
pub(super) fn geojson(shape: &Geometry<f64>, crs: Crs) -> geojson::Geometry {
    let turned = match shape {
        Geometry::Polygon(polygon) => Cow::Owned(polygon.orient(Direction::Default).into()),
        Geometry::MultiPolygon(polygons) => Cow::Owned(polygons.orient(Direction::Default).into()),
        other => Cow::Borrowed(other),
    };
    match crs.axes() {
        Axes::EastNorth => geojson::Geometry::new((&*turned).into()),
        Axes::NorthEast => geojson::Geometry::new((&crs.ordered(turned.into_owned())).into()),
    }
}

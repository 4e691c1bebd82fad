//! One feature as FlatGeobuf lays it out.

use crate::{Cell, Column, FormatError, Holds};
use flatbuffers::{FlatBufferBuilder, WIPOffset};
use flatgeobuf::{Feature, FeatureArgs, Geometry as Laid, GeometryArgs, GeometryType};
use geo::{Coord, Geometry, LineString, Polygon};

type Builder = FlatBufferBuilder<'static>;
type Shape = WIPOffset<Laid<'static>>;

/// The type of a shape.
pub(super) const fn type_of(shape: &Geometry<f64>) -> GeometryType {
    match shape {
        Geometry::Point(_) => GeometryType::Point,
        Geometry::LineString(_) | Geometry::Line(_) => GeometryType::LineString,
        Geometry::Polygon(_) | Geometry::Rect(_) | Geometry::Triangle(_) => GeometryType::Polygon,
        Geometry::MultiPoint(_) => GeometryType::MultiPoint,
        Geometry::MultiLineString(_) => GeometryType::MultiLineString,
        Geometry::MultiPolygon(_) => GeometryType::MultiPolygon,
        Geometry::GeometryCollection(_) => GeometryType::GeometryCollection,
    }
}

/// Lays a feature out; its bytes, led by their length, are what the builder has finished.
pub(super) fn build(
    builder: &mut Builder,
    shape: Option<&Geometry<f64>>,
    columns: &[Column],
    cells: &[Cell<'_>],
) -> Result<(), FormatError> {
    let shape = shape.map(|shape| lay(builder, shape));
    let values = values(columns, cells)?;
    let values = builder.create_vector(&values);
    let args = FeatureArgs { geometry: shape, properties: Some(values), columns: None };
    let feature = Feature::create(builder, &args);
    builder.finish_size_prefixed(feature, None);
    Ok(())
}

fn lay(builder: &mut Builder, shape: &Geometry<f64>) -> Shape {
    let type_ = type_of(shape);
    match shape {
        Geometry::Point(point) => flat(builder, type_, [point.0].into_iter(), &[]),
        Geometry::MultiPoint(points) => flat(builder, type_, points.iter().map(|point| point.0), &[]),
        Geometry::LineString(line) => flat(builder, type_, line.coords().copied(), &[]),
        Geometry::Line(line) => flat(builder, type_, [line.start, line.end].into_iter(), &[]),
        Geometry::MultiLineString(lines) => several(builder, type_, lines.0.iter()),
        Geometry::Polygon(polygon) => rings(builder, polygon),
        Geometry::Rect(rect) => rings(builder, &rect.to_polygon()),
        Geometry::Triangle(triangle) => rings(builder, &triangle.to_polygon()),
        Geometry::MultiPolygon(polygons) => {
            let parts: Vec<Shape> = polygons.iter().map(|polygon| rings(builder, polygon)).collect();
            together(builder, type_, &parts)
        }
        Geometry::GeometryCollection(shapes) => {
            let parts: Vec<Shape> = shapes.iter().map(|shape| lay(builder, shape)).collect();
            together(builder, type_, &parts)
        }
    }
}

fn rings(builder: &mut Builder, polygon: &Polygon<f64>) -> Shape {
    several(builder, GeometryType::Polygon, [polygon.exterior()].into_iter().chain(polygon.interiors()))
}

/// Lines one behind the other, with the places where each ends if there are several.
fn several<'l>(
    builder: &mut Builder,
    type_: GeometryType,
    lines: impl Iterator<Item = &'l LineString<f64>> + Clone,
) -> Shape {
    let mut ends = Vec::new();
    let mut end = 0;
    for line in lines.clone() {
        end += u32::try_from(line.0.len()).unwrap_or(u32::MAX);
        ends.push(end);
    }
    if ends.len() < 2 {
        ends.clear();
    }
    flat(builder, type_, lines.flat_map(LineString::coords).copied(), &ends)
}

fn flat(
    builder: &mut Builder,
    type_: GeometryType,
    coords: impl Iterator<Item = Coord<f64>>,
    ends: &[u32],
) -> Shape {
    let xy: Vec<f64> = coords.flat_map(|coord| [coord.x, coord.y]).collect();
    let xy = Some(builder.create_vector(&xy));
    let ends = (!ends.is_empty()).then(|| builder.create_vector(ends));
    Laid::create(builder, &GeometryArgs { ends, xy, type_, ..GeometryArgs::default() })
}

fn together(builder: &mut Builder, type_: GeometryType, parts: &[Shape]) -> Shape {
    let parts = Some(builder.create_vector(parts));
    Laid::create(builder, &GeometryArgs { type_, parts, ..GeometryArgs::default() })
}

/// The values that are there, each behind the number of its column.
fn values(columns: &[Column], cells: &[Cell<'_>]) -> Result<Vec<u8>, FormatError> {
    let mut out = Vec::new();
    for (number, (column, cell)) in (0_u16..).zip(columns.iter().zip(cells)) {
        if *cell == Cell::Empty {
            continue;
        }
        out.extend(number.to_le_bytes());
        match (column.holds, cell) {
            (Holds::Text, Cell::Text(value)) => text(&mut out, column, value)?,
            (Holds::List, Cell::List(words)) => text(&mut out, column, &Cell::json(words))?,
            (Holds::Date, Cell::Date(day)) => text(&mut out, column, &day.to_string())?,
            (Holds::Integer, Cell::Integer(value)) => out.extend(value.to_le_bytes()),
            (Holds::Real, Cell::Real(value)) => out.extend(value.to_le_bytes()),
            _ => return Err(FormatError::cell(column.name, cell)),
        }
    }
    Ok(out)
}

fn text(out: &mut Vec<u8>, column: &Column, text: &str) -> Result<(), FormatError> {
    let length = u32::try_from(text.len())
        .map_err(|_| FormatError::Value { column: column.name, value: format!("{} bytes", text.len()) })?;
    out.extend(length.to_le_bytes());
    out.extend(text.as_bytes());
    Ok(())
}

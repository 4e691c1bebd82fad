//! Shapes of filters: from written coordinates to one that can be compared.

use super::{
    CqlError, Shape,
    syntax::{Nested, WrittenShape},
};
use geo::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon, Point,
    Polygon, Rect, Validation as _,
};
use terrikon_core::Envelope;

impl Shape {
    /// A shape; refused where it has no coordinates, lies outside of the degrees, or is not valid.
    pub(super) fn written(written: &WrittenShape) -> Result<Self, CqlError> {
        let geometry = geometry(written)?;
        // Databases fail on what is not valid, or answer anything.
        if let Err(error) = geometry.check_validation() {
            return Err(CqlError::Shape { value: error.to_string() });
        }
        Self::of(geometry)
    }

    /// A box of four numbers, or of six with heights, which don't count; in two parts over the antimeridian.
    pub(super) fn bbox(numbers: &[f64]) -> Result<Self, CqlError> {
        let [west, south, east, north] = match numbers {
            [west, south, east, north] | [west, south, _, east, north, _] => [*west, *south, *east, *north],
            _ => return Err(CqlError::Shape { value: format!("BBOX of {} numbers", numbers.len()) }),
        };
        if south > north {
            return Err(CqlError::Shape { value: format!("BBOX with south {south} above north {north}") });
        }
        let parts = Envelope { west, south, east, north }.parts();
        let corners = parts.iter().map(|part| {
            [position(&[part.west, part.south]), position(&[part.east, part.north])].map(|corner| corner)
        });
        let corners = corners
            .map(|[low, high]| Ok((low?, high?)))
            .collect::<Result<Vec<(Coord<f64>, Coord<f64>)>, CqlError>>()?;
        let points = |(low, _): &(Coord<f64>, Coord<f64>)| Point(*low);
        let line = |(low, high): &(Coord<f64>, Coord<f64>)| LineString(vec![*low, *high]);
        let area = |(low, high): &(Coord<f64>, Coord<f64>)| Rect::new(*low, *high).to_polygon();
        // One without a width is a line, and one without an extent a point.
        let flat = corners.iter().any(|(low, high)| low.x == high.x);
        Self::of(match (flat, south == north, corners.as_slice()) {
            (true, true, [one]) => points(one).into(),
            (true, true, _) => MultiPoint(corners.iter().map(points).collect()).into(),
            (false, false, [one]) => area(one).into(),
            (false, false, _) => MultiPolygon(corners.iter().map(area).collect()).into(),
            (_, _, [one]) => line(one).into(),
            _ => MultiLineString(corners.iter().map(line).collect()).into(),
        })
    }

    fn of(geometry: Geometry<f64>) -> Result<Self, CqlError> {
        let envelope = Envelope::of(&geometry)
            .ok_or_else(|| CqlError::Shape { value: "a shape without coordinates".to_owned() })?;
        Ok(Self { geometry, envelope })
    }
}

fn geometry(written: &WrittenShape) -> Result<Geometry<f64>, CqlError> {
    let (name, nested) = match written {
        WrittenShape::Collection(members) => {
            let members: Result<Vec<_>, _> = members.iter().map(geometry).collect();
            return Ok(Geometry::GeometryCollection(GeometryCollection(members?)));
        }
        WrittenShape::Simple(name, nested) => (name.as_str(), nested),
    };
    Ok(match name {
        "point" => match nested {
            Nested::Position(numbers) => Point(position(numbers)?).into(),
            Nested::List(_) => return Err(refused(name)),
        },
        "multipoint" => {
            let points = positions(nested, name)?.into_iter().map(Point).collect();
            MultiPoint(points).into()
        }
        "linestring" => line(nested, name)?.into(),
        "multilinestring" => {
            let lines: Result<Vec<_>, _> = list(nested, name)?.iter().map(|part| line(part, name)).collect();
            MultiLineString(lines?).into()
        }
        "polygon" => polygon(nested, name)?.into(),
        "multipolygon" => {
            let parts: Result<Vec<_>, _> =
                list(nested, name)?.iter().map(|part| polygon(part, name)).collect();
            MultiPolygon(parts?).into()
        }
        _ => return Err(refused(name)),
    })
}

fn refused(name: &str) -> CqlError {
    CqlError::Shape { value: name.to_uppercase() }
}

fn list<'a>(nested: &'a Nested, name: &str) -> Result<&'a [Nested], CqlError> {
    match nested {
        Nested::List(parts) if !parts.is_empty() => Ok(parts),
        _ => Err(refused(name)),
    }
}

/// Degrees; heights and measures don't count.
fn position(numbers: &[f64]) -> Result<Coord<f64>, CqlError> {
    match numbers {
        [x, y] | [x, y, _] | [x, y, _, _] if x.abs() <= 180.0 && y.abs() <= 90.0 => {
            Ok(Coord { x: *x, y: *y })
        }
        _ => {
            let told: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            Err(CqlError::Shape { value: told.join(" ") })
        }
    }
}

fn positions(nested: &Nested, name: &str) -> Result<Vec<Coord<f64>>, CqlError> {
    let one = |part: &Nested| match part {
        Nested::Position(numbers) => position(numbers),
        Nested::List(_) => Err(refused(name)),
    };
    list(nested, name)?.iter().map(one).collect()
}

fn line(nested: &Nested, name: &str) -> Result<LineString<f64>, CqlError> {
    positions(nested, name).map(LineString)
}

fn polygon(nested: &Nested, name: &str) -> Result<Polygon<f64>, CqlError> {
    let rings: Result<Vec<_>, _> = list(nested, name)?
        .iter()
        .map(|ring| {
            let ring = line(ring, name)?;
            if ring.0.len() > 3 && ring.is_closed() { Ok(ring) } else { Err(refused(name)) }
        })
        .collect();
    let mut rings = rings?;
    let outer = rings.remove(0);
    Ok(Polygon::new(outer, rings))
}

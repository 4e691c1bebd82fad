//! How two shapes lie to each other, in memory.

use super::{Shape, SpatialRelation};
use geo::{
    CoordinatePosition as _, Geometry, Intersects as _, Point, Relate as _, coordinate_position::CoordPos,
};
use terrikon_core::Envelope;

/// Whether a feature's shape lies so to a constant one.
pub(super) fn holds(relation: SpatialRelation, own: &Geometry<f64>, shape: &Shape) -> bool {
    let apart = Envelope::of(own).is_none_or(|envelope| !envelope.intersects(&shape.envelope));
    let other = &shape.geometry;
    match (relation, own, other) {
        (SpatialRelation::Intersects, ..) => !apart && own.intersects(other),
        (SpatialRelation::Disjoint, ..) => apart || !own.intersects(other),
        _ if apart => false,
        (_, Geometry::Point(point), Geometry::Polygon(_) | Geometry::MultiPolygon(_)) => {
            of_point(relation, *point, other)
        }
        (SpatialRelation::Equals, ..) => own.relate(other).is_equal_topo(),
        (SpatialRelation::Touches, ..) => own.relate(other).is_touches(),
        (SpatialRelation::Crosses, ..) => own.relate(other).is_crosses(),
        (SpatialRelation::Within, ..) => own.relate(other).is_within(),
        (SpatialRelation::Contains, ..) => own.relate(other).is_contains(),
        (SpatialRelation::Overlaps, ..) => own.relate(other).is_overlaps(),
    }
}

/// The same of a point and an area, which most hotspots and filters are, without the cost of relating all their edges: a point
/// lies in an area, on its edge or outside, and there is no other way.
fn of_point(relation: SpatialRelation, point: Point<f64>, area: &Geometry<f64>) -> bool {
    match relation {
        SpatialRelation::Within => area.coordinate_position(&point.0) == CoordPos::Inside,
        SpatialRelation::Touches => area.coordinate_position(&point.0) == CoordPos::OnBoundary,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{point, polygon};

    #[test]
    fn points_and_areas_lie_as_their_edges_say() {
        let area: Geometry<f64> = polygon![
            exterior: [(x: 0., y: 0.), (x: 4., y: 0.), (x: 4., y: 4.), (x: 0., y: 4.)],
            interiors: [[(x: 1., y: 1.), (x: 2., y: 1.), (x: 2., y: 2.), (x: 1., y: 2.)]],
        ]
        .into();
        let envelope = Envelope::of(&area).unwrap();
        let shape = Shape { geometry: area.clone(), envelope };
        for (x, y) in [(0.5, 0.5), (0.0, 0.0), (4.0, 2.0), (1.5, 1.5), (1.0, 1.5), (5.0, 5.0), (3.0, 1.0)] {
            let own: Geometry<f64> = point!(x: x, y: y).into();
            let relate = own.relate(&area);
            for (relation, expected) in [
                (SpatialRelation::Within, relate.is_within()),
                (SpatialRelation::Touches, relate.is_touches()),
                (SpatialRelation::Contains, relate.is_contains()),
                (SpatialRelation::Equals, relate.is_equal_topo()),
                (SpatialRelation::Crosses, relate.is_crosses()),
                (SpatialRelation::Overlaps, relate.is_overlaps()),
                (SpatialRelation::Intersects, relate.is_intersects()),
                (SpatialRelation::Disjoint, relate.is_disjoint()),
            ] {
                assert_eq!(holds(relation, &own, &shape), expected, "{relation:?} at {x} {y}");
            }
        }
    }
}

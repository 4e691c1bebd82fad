//! How two shapes lie to each other, in memory.

use super::{Shape, SpatialRelation};
use geo::{Geometry, Intersects as _, Relate as _};
use terrikon_core::Envelope;

/// Whether a feature's shape lies so to a constant one.
pub(super) fn holds(relation: SpatialRelation, own: &Geometry<f64>, shape: &Shape) -> bool {
    let apart = Envelope::of(own).is_none_or(|envelope| !envelope.intersects(&shape.envelope));
    let other = &shape.geometry;
    match relation {
        SpatialRelation::Intersects => !apart && own.intersects(other),
        SpatialRelation::Disjoint => apart || !own.intersects(other),
        _ if apart => false,
        SpatialRelation::Equals => own.relate(other).is_equal_topo(),
        SpatialRelation::Touches => own.relate(other).is_touches(),
        SpatialRelation::Crosses => own.relate(other).is_crosses(),
        SpatialRelation::Within => own.relate(other).is_within(),
        SpatialRelation::Contains => own.relate(other).is_contains(),
        SpatialRelation::Overlaps => own.relate(other).is_overlaps(),
    }
}

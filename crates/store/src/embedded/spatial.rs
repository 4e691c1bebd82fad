//! Whether a shape lies in a box.

use geo::{Coord, Intersects as _, Rect};
use terrikon_core::{Described, Envelope};

/// Whether the real shape of a feature shares a point with a box, edges included.
pub(super) fn meets(feature: &impl Described, bbox: &Envelope) -> bool {
    feature.geometry().is_some_and(|shape| {
        bbox.parts().iter().any(|part| {
            shape.intersects(&Rect::new(
                Coord { x: part.west, y: part.south },
                Coord { x: part.east, y: part.north },
            ))
        })
    })
}

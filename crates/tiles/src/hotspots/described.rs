//! What tiles say of a hotspot, of a cluster and of an outline.

use super::Hotspots;
use crate::{
    MAX_ZOOM,
    cluster::{Node, Weight},
    encode::{Attributes, facts, flag, integer, names, text},
    mercator::{TILE_PX, metres},
};
use fast_mvt::MvtValue;
use terrikon_core::{CollectionId, Date, Described, Kind, PositionKind, table::Row};

impl Hotspots {
    /// What a node carries.
    pub(super) fn node(&self, node: &Node, date: Date) -> Attributes {
        if node.count() == 1 {
            // As at the highest zoom: in a database it is the same row.
            return self.described(node.first as usize, date, self.budget.named_from <= MAX_ZOOM);
        }
        cluster(node, self.row(node.first as usize).own_id())
    }

    /// What a single hotspot carries, by its place in the drawing order.
    pub(super) fn described(&self, place: usize, date: Date, named: bool) -> Attributes {
        let hotspot = self.row(place);
        let mut described = facts(&hotspot, CollectionId::Hotspots);
        if named {
            described.extend(names(&hotspot));
        }
        described.extend(hotspot.oblast_on(date).map(|code| text("oblast", code)));
        described.extend(hotspot.raion().map(|code| text("raion", code)));
        described
            .extend(accuracy(&hotspot).map(|radius| ("accuracy_z0".to_owned(), MvtValue::Double(radius))));
        described.extend(weight(self.weight(place)));
        described
    }
}

/// The radius of the accuracy disc in pixels at zoom 0, at the hotspot's own latitude; it doubles with each
/// zoom. `None` where the position is the site itself.
fn accuracy(hotspot: &Row<'_>) -> Option<f64> {
    if hotspot.text("position_kind") == Some(PositionKind::Site.as_str()) {
        return None;
    }
    let radius_m = hotspot.number("position_accuracy_m").filter(|radius| *radius > 0.0)?;
    let [_, latitude] = hotspot.place()?;
    // Thousandths of a pixel are enough up to the highest zoom, and tell few values apart.
    Some((metres(radius_m, latitude) * TILE_PX * 1e6).round() / 1e6)
}

/// What the feature of a cluster carries; `first` is the id of its first member, which names it.
pub(crate) fn cluster(node: &Node, first: &str) -> Attributes {
    let mut described =
        vec![flag("cluster"), text("cluster_id", first), integer("count", i64::from(node.count()))];
    let kinds = Kind::ALL.iter().zip(node.counts).filter(|(_, count)| *count > 0);
    described.extend(kinds.map(|(kind, count)| integer(&format!("count_{kind}"), i64::from(count))));
    described.push(integer("expansion_zoom", i64::from(node.parts_at)));
    described.extend(weight(node.weight));
    described
}

fn weight(weight: Weight) -> impl Iterator<Item = (String, MvtValue)> {
    // Sources give two digits, hardly more.
    let severity = weight.severity.map(|times| (f64::from(times) * 100.0).round() / 100.0);
    let severity = severity.map(|times| ("severity".to_owned(), MvtValue::Double(times)));
    severity.into_iter().chain(weight.people.map(|people| integer("people", i64::from(people))))
}

/// What the outline of a hotspot carries.
pub(super) fn outline(hotspot: &Row<'_>) -> Attributes {
    let mut described = vec![text("id", hotspot.own_id()), flag("shape")];
    for field in ["kind", "trust"] {
        described.extend(hotspot.text(field).map(|word| text(field, word)));
    }
    described
}

//! The symbols of hotspots and what must be explained of them.

use super::svg::Short;
use crate::{sprites::icon_svg, style::Theme};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::{Basis, Kind, Trust, Verification};

/// The side of a symbol of size 1, in CSS pixels; `None` for a name that is none.
pub(super) fn side(theme: Theme, name: &str) -> Option<f64> {
    parts(&icon_svg(theme, name)?).map(|(side, _)| side)
}

/// A symbol of a size with its middle at a place.
pub(super) fn symbol(theme: Theme, name: &str, [x, y]: [f64; 2], size: f64) -> Option<String> {
    let svg = icon_svg(theme, name)?;
    let (side, drawn) = parts(&svg)?;
    let corner = side * size / 2.0;
    Some(format!(
        "<g transform=\"matrix({size:.4} 0 0 {size:.4} {} {})\">{drawn}</g>",
        Short(x - corner),
        Short(y - corner)
    ))
}

/// The side of a symbol's square, and what is drawn on it.
fn parts(svg: &str) -> Option<(f64, &str)> {
    let side = svg.split_once("width=\"")?.1.split_once('"')?.0.parse().ok()?;
    let drawn = svg.split_once('>')?.1.strip_suffix("</svg>")?;
    Some((side, drawn))
}

/// How the edge of a zone is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edge {
    /// By law, its width read in the act.
    Read,
    /// By law, its width unverified.
    Unread,
    /// For comparison.
    Screening,
}

/// What is to be seen on the map and so must stand in the legend.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Kinds, with whether a symbol of it stands there by itself.
    pub(super) kinds: BTreeMap<Kind, bool>,
    /// The name of a symbol that is an outline.
    pub(super) unverified: Option<String>,
    /// The name of a symbol in a ring.
    pub(super) imprecise: Option<String>,
    pub(super) accuracy: Option<Kind>,
    pub(super) clusters: bool,
    pub(super) shapes: Option<Kind>,
    /// Edges of zones, with the distances that they stand for, in metres.
    pub(super) zones: BTreeMap<Edge, BTreeSet<i64>>,
    /// The kind whose colour the zones have.
    pub(super) zone_kind: Option<Kind>,
}

impl Seen {
    /// Notes a hotspot: a symbol of a name, a cluster or a shape.
    pub(super) fn hotspot(&mut self, attributes: &Map<String, Value>, icon: Option<&str>) {
        let kind = kind(attributes);
        if attributes.contains_key("shape") {
            self.shapes = self.shapes.or(kind);
        } else if attributes.contains_key("cluster") {
            self.clusters = true;
            for &kind in Kind::ALL {
                if attributes.contains_key(&format!("count_{kind}")) {
                    self.kinds.entry(kind).or_default();
                }
            }
        } else if let (Some(kind), Some(icon)) = (kind, icon) {
            self.kinds.insert(kind, true);
            if attributes.get("trust").and_then(Value::as_str) == Some(Trust::Unverified.as_str()) {
                self.unverified.get_or_insert_with(|| icon.replace("-imprecise", ""));
            }
            if icon.contains("-imprecise") {
                self.imprecise.get_or_insert_with(|| icon.replace("-unverified", ""));
            }
        }
    }

    /// Notes the disc of an inexact position.
    pub(super) fn disc(&mut self, attributes: &Map<String, Value>) {
        self.accuracy = self.accuracy.or_else(|| kind(attributes));
    }

    /// Notes a zone.
    pub(super) fn zone(&mut self, attributes: &Map<String, Value>) {
        let word = |name: &str| attributes.get(name).and_then(Value::as_str);
        let edge = if word("basis") == Some(Basis::Screening.as_str()) {
            Edge::Screening
        } else if word("verification") == Some(Verification::Verified.as_str()) {
            Edge::Read
        } else {
            Edge::Unread
        };
        self.zone_kind = self.zone_kind.or_else(|| kind(attributes));
        self.zones.entry(edge).or_default().extend(attributes.get("distance_m").and_then(Value::as_i64));
    }
}

fn kind(attributes: &Map<String, Value>) -> Option<Kind> {
    attributes.get("kind")?.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sprites::icon_names;

    #[test]
    fn every_symbol_can_be_put_anywhere() {
        for name in icon_names() {
            assert!(side(Theme::Light, &name).unwrap() > 10.0);
            let drawn = symbol(Theme::Dark, &name, [50.0, 60.0], 1.5).unwrap();
            assert!(
                drawn.starts_with("<g transform=\"matrix(1.5000 0 0 1.5000") && !drawn.contains("<svg"),
                "{drawn}"
            );
        }
        assert!(symbol(Theme::Light, "volcano", [0.0, 0.0], 1.0).is_none());
    }
}

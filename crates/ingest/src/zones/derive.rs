//! Rules and hotspots become zones.

use super::Rule;
use crate::{fault::Fault, normalise::Candidate};
use geo::{Geometry, MultiPolygon};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use terrikon_core::{
    Feature, NotDrawn,
    geodesic::{GeodesicError, area},
    release::rounded,
};

/// The zones of hotspots, one a rule that holds for it, under the id `{hotspot}-{rule}`.
///
/// A zone whose geometry is not known has none, and the property `reason` ([`NotDrawn`]) says why. Validity, oblasts and raion are
/// those of the hotspot; the figures of people are left out: they come from population rasters.
///
/// # Errors
/// Every zone that can't be made: a shape of a hotspot that geodesic geometry refuses, an id that two zones would have.
pub fn derive(rules: &[Rule], hotspots: &[&Candidate]) -> Result<Vec<Feature>, Vec<Fault>> {
    let mut ids = BTreeSet::new();
    let (mut zones, mut faults) = (Vec::new(), Vec::new());
    for hotspot in hotspots {
        for rule in rules.iter().filter(|rule| rule.applies(hotspot)) {
            match zone(rule, &hotspot.feature) {
                Ok(zone) if ids.insert(zone.id.clone()) => zones.push(zone),
                Ok(zone) => faults.push(
                    rule.fault("duplicate-id", "another hotspot and rule already make a zone of this id")
                        .value("id", zone.id),
                ),
                Err(error) => faults.push(
                    hotspot.fault("zone", error.to_string()).hint(format!("the zone is that of {}", rule.id)),
                ),
            }
        }
    }
    if faults.is_empty() { Ok(zones) } else { Err(faults) }
}

fn zone(rule: &Rule, hotspot: &Feature) -> Result<Feature, GeodesicError> {
    let drawn = drawn(rule, hotspot)?;
    let geometry = drawn.as_ref().ok().map(|shape| rounded(&Geometry::from(shape.clone())));
    let area = match &geometry {
        Some(Geometry::MultiPolygon(shape)) => Some(area(shape).round()),
        _ => None,
    };
    let text = |text: &str| Some(Value::from(text));
    let optional = |text: &Option<String>| text.as_deref().map(Value::from);
    let properties: Map<String, Value> = [
        ("hotspot", text(&hotspot.id)),
        ("kind", hotspot.text("kind").map(Value::from)),
        ("rule", text(&rule.id)),
        ("shape", text(rule.shape.as_str())),
        ("basis", text(rule.basis.as_str())),
        ("distance_m", rule.distance_m.map(Value::from)),
        ("hazard_class", optional(&rule.hazard_class)),
        ("act", optional(&rule.act)),
        ("act_date", optional(&rule.act_date)),
        ("method", optional(&rule.method)),
        ("verification", text(rule.verification.as_str())),
        ("meaning", text(&rule.meaning)),
        ("reason", drawn.err().map(|reason| Value::from(reason.as_str()))),
        ("area_m2", area.map(Value::from)),
        ("country", hotspot.text("country").map(Value::from)),
        ("source", text(&rule.source)),
    ]
    .into_iter()
    .filter_map(|(field, value)| Some((field.to_owned(), value?)))
    .collect();
    Ok(Feature {
        id: format!("{}-{}", hotspot.id, rule.id),
        geometry,
        position: hotspot.position,
        validity: hotspot.validity,
        oblasts: hotspot.oblasts.clone(),
        raion: hotspot.raion.clone(),
        properties,
        ..Feature::default()
    })
}

/// The geometry of a zone, or why it is not known.
fn drawn(rule: &Rule, hotspot: &Feature) -> Result<Result<MultiPolygon<f64>, NotDrawn>, GeodesicError> {
    let (Some(metres), Some(geometry)) = (rule.distance_m.map(f64::from), &hotspot.geometry) else {
        return Ok(Err(NotDrawn::WidthUnknown));
    };
    // A strip of 35 m around a place that is known to 5 km lies anywhere. Hotspots without accuracy are refused at reading.
    let is_vague = hotspot.number("position_accuracy_m").is_none_or(|accuracy| accuracy > metres);
    Ok(match rule.shape.around(geometry, metres)? {
        None => Err(NotDrawn::NoShape),
        Some(_) if is_vague => Err(NotDrawn::PositionAccuracy),
        Some(shape) => Ok(shape),
    })
}

//! A hotspot with all that a release says of one.

use crate::{
    areas::{Areas, Located},
    claims::SOURCE,
    draw::{Draw, Subject},
    kinds,
    names::names,
    places::{Places, Spot, moved},
    shares::pick,
    zones,
};
use geo::{Coord, Geometry, LineString, Point, Polygon};
use serde_json::{Map, Value, json};
use terrikon_core::{Feature, Kind, PositionKind, Status, Trust, Validity, release::round};

/// What an editor reads on every one.
const NOTE: &str = "Made up by `terrikon synth`: not a real place.";

/// How many are drawn as an outline instead of a point.
const OUTLINED: f64 = 0.02;

/// How many do not hold on every day.
const DATED: f64 = 0.02;

/// How many have an older id.
const RENAMED: f64 = 0.03;

/// How many of what its sort may emit a hotspot does.
const EMITTED: f64 = 0.6;

/// The hotspot of a number, 1 or greater. Its position is always in an oblast of today.
pub(crate) fn hotspot(number: usize, seed: u64, places: &Places<'_>, areas: &Areas) -> Feature {
    let spot = places.spot(number);
    let mut draw = Draw::of(seed, Subject::Facts, number);
    let kind = pick(kinds::kinds(spot.origin), &mut draw).copied().unwrap_or(Kind::Other);
    let outline = outline(number, seed, spot.at, areas);
    let position_kind = match (&outline, zones::is_surveyed(number)) {
        (_, true) => PositionKind::Site,
        (Some(_), _) => PositionKind::Digitised,
        _ => pick(kinds::POSITION_KINDS, &mut draw).copied().unwrap_or(PositionKind::AreaCentroid),
    };
    let located = areas.locate(spot.at);
    let mut properties = facts(number, kind, position_kind, &mut draw);
    let validity = if draw.chance(DATED) { pick(kinds::VALIDITIES, &mut draw).copied() } else { None };
    let Spot { at, town, .. } = spot;
    let mut feature = Feature {
        id: id(number),
        names: names(number, kind, town, &mut Draw::of(seed, Subject::Names, number)),
        geometry: Some(outline.map_or_else(|| Point::from(at).into(), Geometry::from)),
        position: Some(at),
        validity: validity.unwrap_or(Validity::ALWAYS),
        ..Feature::default()
    };
    if let Some(Located { country, oblasts, raion }) = located {
        properties.insert("country".to_owned(), country.into());
        feature.oblasts = oblasts;
        feature.raion = raion;
    }
    feature.properties = properties;
    feature
}

/// The id of the hotspot of a number: seven digits, so that ids sort as numbers do.
pub(crate) fn id(number: usize) -> String {
    format!("synth-{number:07}")
}

fn facts(number: usize, kind: Kind, position_kind: PositionKind, draw: &mut Draw) -> Map<String, Value> {
    let sort = pick(kinds::sorts(kind), draw);
    let emitted = sort.map_or(&[][..], |sort| sort.pollutants).iter().filter(|_| draw.chance(EMITTED));
    let pollutants: Vec<&str> = emitted.copied().collect();
    let status = pick(kinds::STATUSES, draw).copied().unwrap_or(Status::Unknown);
    let trust = pick(kinds::TRUSTS, draw).copied().unwrap_or(Trust::Unverified);
    let accuracies = kinds::accuracies(position_kind).iter().filter(|metres| {
        // A ring around a place that is known less exactly than the ring is wide is not drawn.
        !zones::is_surveyed(number) || **metres <= zones::RADIUS_M
    });
    let accuracies: Vec<u32> = accuracies.copied().collect();
    let accuracy = draw.one(&accuracies).copied();
    let older = draw.chance(RENAMED).then(|| json!([format!("synth-old-{number:07}")]));
    let has_source = trust != Trust::Unverified;
    [
        ("kind", Some(json!(kind.as_str()))),
        ("subkind", sort.and_then(|sort| sort.subkind).map(Value::from)),
        ("status", Some(json!(status.as_str()))),
        ("pollutants", (!pollutants.is_empty()).then(|| json!(pollutants))),
        ("position_kind", Some(json!(position_kind.as_str()))),
        ("position_accuracy_m", accuracy.map(Value::from)),
        ("position_source", has_source.then(|| json!(SOURCE))),
        ("trust", Some(json!(trust.as_str()))),
        ("also_known_as", older),
        ("note", Some(json!(NOTE))),
    ]
    .into_iter()
    .filter_map(|(field, value)| Some((field.to_owned(), value?)))
    .collect()
}

/// The outline of those few that have one: of 6 to 12 corners in order of their direction from the position, so that it
/// never crosses itself. One that would reach over a border stays a point.
fn outline(number: usize, seed: u64, at: [f64; 2], areas: &Areas) -> Option<Polygon<f64>> {
    let mut draw = Draw::of(seed, Subject::Shape, number);
    if zones::is_surveyed(number) || !draw.chance(OUTLINED) {
        return None;
    }
    let corners = 6 + draw.below(7) as usize;
    let radius = 150.0 + draw.exponential(300.0).min(1_500.0);
    let oblast = areas.oblast_today(at);
    let mut ring = Vec::with_capacity(corners + 1);
    for corner in 0..corners {
        // Each within the middle half of its sector: neighbours are less than half a turn apart.
        let turn = (corner as f64 + draw.between(0.25, 0.75)) / corners as f64;
        let (sin, cos) = libm::sincos(turn * std::f64::consts::TAU);
        let metres = radius * draw.between(0.6, 1.4);
        let [lon, lat] = moved(at, metres * cos, metres * sin).map(round);
        if areas.oblast_today([lon, lat]) != oblast {
            return None;
        }
        ring.push(Coord { x: lon, y: lat });
    }
    ring.extend(ring.first().copied());
    Some(Polygon::new(LineString(ring), Vec::new()))
}

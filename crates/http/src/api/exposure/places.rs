//! What is sent: a geometry, a feature, or many.

use super::{Question, VAGUEST, area, effort::within_limits, geometry, refused};
use crate::problem::{Hint, Problem, Slug};
use geo::{Geometry, MultiPolygon};
use geojson::{Feature, GeoJson};
use serde_json::{Value, json};
use std::iter;
use terrikon_core::exposure::Place;

/// Reads what was sent and reports on it: rings where radii are asked for, else the areas themselves.
pub(super) fn report(question: &Question, body: &[u8], accuracy: f64) -> Result<Value, Problem> {
    let text = std::str::from_utf8(body).map_err(|error| invalid(&error.to_string()))?;
    let sent: GeoJson = text.parse().map_err(|error: geojson::Error| invalid(&error.to_string()))?;
    match sent {
        GeoJson::Geometry(shape) => one(question, &shape, accuracy),
        GeoJson::Feature(feature) => {
            let (shape, accuracy) = parts(&feature, 0, accuracy)?;
            one(question, shape, accuracy)
        }
        GeoJson::FeatureCollection(collection) => many(question, &collection.features, accuracy),
    }
}

fn one(question: &Question, shape: &geojson::Geometry, accuracy: f64) -> Result<Value, Problem> {
    let geometry = geometry(shape)?;
    within_limits(iter::once(&geometry), &question.radii)?;
    if question.radii.is_empty() {
        if accuracy > 0.0 {
            // The interval of a vague area is that of a radius around it; without one there would be a figure and no interval.
            return Err(Problem::new(Slug::MissingParameter).parameter("radius"));
        }
        return itself(question, geometry);
    }
    question.rings(&Place::new(geometry, accuracy).map_err(|error| refused(&error))?, None)
}

fn many(question: &Question, features: &[Feature], accuracy: f64) -> Result<Value, Problem> {
    if question.radii.is_empty() {
        return Err(Problem::new(Slug::MissingParameter).parameter("radius"));
    }
    if features.is_empty() {
        return Err(invalid("a collection without features"));
    }
    let mut places = Vec::new();
    let mut ids = Vec::new();
    for (index, feature) in features.iter().enumerate() {
        let (shape, accuracy) = parts(feature, index, accuracy)?;
        places.push(Place::new(geometry(shape)?, accuracy).map_err(|error| refused(&error))?);
        ids.push(match &feature.id {
            Some(geojson::feature::Id::String(id)) => id.clone(),
            Some(geojson::feature::Id::Number(id)) => id.to_string(),
            None => index.to_string(),
        });
    }
    within_limits(places.iter().map(Place::geometry), &question.radii)?;
    let telling = question.telling();
    let mut rows = Vec::new();
    for (place, id) in places.iter().zip(&ids) {
        let rings = question.radii.iter().map(|radius| {
            let ring = question
                .surroundings
                .ring(place, *radius, question.date, None)
                .map_err(|error| refused(&error))?;
            Ok(telling.ring(&ring))
        });
        let rings: Vec<Value> = rings.collect::<Result<_, Problem>>()?;
        rows.push(json!({ "id": id, "position_accuracy_m": place.accuracy_m(), "rings": rings }));
    }
    let together = question.radii.iter().map(|radius| {
        let together = question
            .surroundings
            .together(&places, *radius, question.date)
            .map_err(|error| refused(&error))?;
        Ok(telling.together(&together, &ids))
    });
    let mut told = telling.sources();
    told["places"] = rows.into();
    told["together"] = together.collect::<Result<Vec<_>, Problem>>()?.into();
    told["caveats"] = telling.always();
    Ok(told)
}

/// The shape of a feature, and how far off it may be: its property `position_accuracy_m`, else what the request says of all.
fn parts(feature: &Feature, index: usize, accuracy: f64) -> Result<(&geojson::Geometry, f64), Problem> {
    const ACCURACY: &str = "position_accuracy_m";
    let shape = feature.geometry.as_ref();
    let shape = shape.ok_or_else(|| invalid(&format!("feature {}: no geometry", index + 1)))?;
    let own = match feature.property(ACCURACY) {
        None | Some(Value::Null) => return Ok((shape, accuracy)),
        Some(own) => own,
    };
    // An accuracy that can't be read must not pass for an exact position.
    let metres = own.as_f64().filter(|metres| (0.0..=VAGUEST).contains(metres)).ok_or_else(|| {
        Problem::new(Slug::InvalidNumber)
            .parameter(ACCURACY)
            .with("value", &own.to_string())
            .with("least", "0")
            .with("most", &VAGUEST.to_string())
    })?;
    Ok((shape, metres))
}

fn invalid(what: &str) -> Problem {
    Problem::new(Slug::InvalidGeometry).with_text("value", what).hint(Hint::GeometryForm)
}

/// The report on an area itself.
fn itself(question: &Question, geometry: Geometry<f64>) -> Result<Value, Problem> {
    let area = area::once(match geometry {
        Geometry::Polygon(polygon) => MultiPolygon(vec![polygon]),
        Geometry::MultiPolygon(polygons) => polygons,
        _ => return Err(Problem::new(Slug::MissingParameter).parameter("radius")),
    })?;
    let ring = question.surroundings.area(&area, question.date).map_err(|error| refused(&error))?;
    let proximity = question.surroundings.proximity_of(&area, question.date);
    let mut told = question.report(&[ring]);
    told["proximity"] = question.telling().proximity(proximity.as_ref());
    Ok(told)
}

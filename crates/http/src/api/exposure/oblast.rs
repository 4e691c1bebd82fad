//! The hotspots of oblasts: each figure beside the dissolved whole.

use super::{Question, refused};
use crate::problem::Problem;
use serde_json::{Value, json};
use terrikon_core::{
    Date, Described as _,
    exposure::{Place, Surroundings},
};
use terrikon_store::HotspotFilter;

/// People within reach of the hotspots that a filter keeps.
pub(super) fn report(question: &Question, filter: &HotspotFilter) -> Result<Value, Problem> {
    let (ids, places) = chosen(&question.surroundings, filter, question.date)?;
    let telling = question.telling();
    let rings = question.radii.iter().map(|radius| {
        let together = question
            .surroundings
            .together(&places, *radius, question.date)
            .map_err(|error| refused(&error))?;
        let mut told = telling.together(&together, &ids);
        if places.is_empty() {
            // Where no hotspot is known there is nothing to count: that is not "nobody".
            for member in ["area_m2", "people_sum", "people_union"] {
                told[member] = blank(&told[member]);
            }
            told["caveats"] = telling.notes(&["no-hotspots"]);
        }
        Ok(told)
    });
    let mut told = telling.sources();
    told["oblasts"] = json!(filter.oblasts);
    told["proximity"] = filter.oblasts.iter().map(|code| proximity(question, code)).collect();
    told["hotspots"] = json!(ids);
    told["rings"] = rings.collect::<Result<Vec<_>, Problem>>()?.into();
    told["caveats"] = telling.always();
    Ok(told)
}

/// The hotspots that a filter keeps on a day: their ids, and where they are.
pub(super) fn chosen(
    surroundings: &Surroundings,
    filter: &HotspotFilter,
    date: Date,
) -> Result<(Vec<String>, Vec<Place>), Problem> {
    let chosen = surroundings
        .hotspots
        .of_which(|hotspot| hotspot.validity().contains(date) && filter.matches(hotspot, date));
    let chosen = chosen.map(|site| {
        let place = Place::new(site.geometry.clone(), site.accuracy_m);
        place.map(|place| (site.id.clone(), place)).map_err(|error| refused(&error))
    });
    chosen.collect()
}

/// The score of an oblast as it was on the day, whatever hotspots the request asks for.
fn proximity(question: &Question, code: &str) -> Value {
    let surroundings = &question.surroundings;
    let mut shapes = surroundings.oblasts.iter().filter(|oblast| oblast.code == code);
    let shape = shapes.find(|oblast| oblast.validity.contains(question.date));
    let score = shape.and_then(|oblast| surroundings.proximity_of(oblast.shape(), question.date));
    json!({ "oblast": code, "proximity": question.telling().proximity(score.as_ref()) })
}

/// The same with nothing said.
fn blank(told: &Value) -> Value {
    match told {
        Value::Object(members) => members.keys().map(|name| (name.clone(), Value::Null)).collect(),
        _ => Value::Null,
    }
}

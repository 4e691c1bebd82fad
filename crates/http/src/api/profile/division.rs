//! The oblast itself: its shape on the day, what it was made of and what it became.

use super::{Asking, reach::Reach};
use geo::{BooleanOps as _, BoundingRect as _, Intersects as _, MultiPolygon};
use serde_json::{Value, json};
use terrikon_core::{
    Date, Validity,
    exposure::{Surroundings, division::Oblast as Shape},
    geodesic::area,
};
use terrikon_store::directory::Oblast;

/// Less of an area than this is a border drawn anew, not a part that changed hands.
const PART: f64 = 0.005;

/// What an oblast was made of, and what it became.
#[derive(Debug)]
pub(super) struct Change {
    /// Those from which it was made on the day on which it began.
    before: Vec<Part>,
    /// Those that it became on the day on which it ended.
    after: Vec<Part>,
}

/// Another oblast, or the same one of another shape, that took part in a change.
#[derive(Debug)]
struct Part {
    code: String,
    validity: Validity,
    /// Which part of the asked oblast lies in it, from 0 to 1.
    share: f64,
    /// What else it became; for those before alone.
    also: Vec<Part>,
}

/// The shape of an oblast.
pub(super) fn shape<'a>(surroundings: &'a Surroundings, oblast: &Oblast) -> Option<&'a Shape> {
    surroundings.oblasts.iter().find(|shape| shape.code == oblast.code && shape.validity == oblast.validity)
}

/// Finds by their shapes what an oblast was made of and what it became.
pub(super) fn change(surroundings: &Surroundings, oblast: &Oblast) -> Change {
    let Some(own) = shape(surroundings, oblast) else {
        return Change { before: Vec::new(), after: Vec::new() };
    };
    let before = own.validity.valid_from.map(|day| {
        let ended = parts(surroundings, own, |validity| validity.valid_to == Some(day));
        let with_rest = |(mut part, shape): (Part, &Shape)| {
            let became = parts(surroundings, shape, |validity| validity.valid_from == Some(day));
            part.also =
                became.into_iter().map(|(part, _)| part).filter(|part| part.code != own.code).collect();
            part
        };
        ended.into_iter().map(with_rest).collect()
    });
    let after = own.validity.valid_to.map(|day| {
        let begun = parts(surroundings, own, |validity| validity.valid_from == Some(day));
        begun.into_iter().map(|(part, _)| part).collect()
    });
    Change { before: before.unwrap_or_default(), after: after.unwrap_or_default() }
}

/// The oblasts of another time that share a part of an area with one.
fn parts<'a>(
    surroundings: &'a Surroundings,
    own: &Shape,
    of_time: impl Fn(&Validity) -> bool,
) -> Vec<(Part, &'a Shape)> {
    let whole = area(own.shape());
    let others = surroundings.oblasts.iter().filter(|other| of_time(&other.validity));
    let met = others.filter(|other| boxes_meet(own.shape(), other.shape()));
    met.filter_map(|other| {
        // Vertices that the cut adds lie beside geodesic edges by a hair.
        let share = (area(&own.shape().intersection(other.shape())) / whole).min(1.0);
        let part = Part { code: other.code.clone(), validity: other.validity, share, also: Vec::new() };
        (share >= PART).then_some((part, other))
    })
    .collect()
}

fn boxes_meet(one: &MultiPolygon<f64>, other: &MultiPolygon<f64>) -> bool {
    one.bounding_rect().zip(other.bounding_rect()).is_some_and(|(one, other)| one.intersects(&other))
}

impl Asking<'_> {
    /// The oblast as it was on the day.
    pub(super) fn oblast(&self, reach: &Reach) -> Value {
        let Oblast { id, code, names, validity, .. } = self.oblast;
        let (name, name_lang) = self.name(Some(names));
        json!({
            "code": code,
            "id": id,
            "name": name,
            "name_lang": name_lang,
            "names": names,
            "country": code.split('-').next(),
            "valid_from": validity.valid_from,
            "valid_to": validity.valid_to,
            "area_m2": reach.area_m2.map(f64::round),
            "predecessors": self.parts(&reach.change.before, validity.valid_from),
            "successors": self.parts(&reach.change.after, validity.valid_to),
        })
    }

    fn parts(&self, parts: &[Part], day: Option<Date>) -> Value {
        let told = parts.iter().map(|part| {
            let mut told = self.other(&part.code, part.validity);
            told["date"] = json!(day);
            told["share_of_area"] = json!((part.share * 1e4).round() / 1e4);
            if !part.also.is_empty() {
                let also = part.also.iter().map(|part| self.other(&part.code, part.validity));
                told["also_became"] = also.collect();
            }
            told
        });
        told.collect()
    }

    /// An oblast as others name it.
    fn other(&self, code: &str, validity: Validity) -> Value {
        let all = &self.snapshot.directory().oblasts;
        let oblast = all.iter().find(|oblast| oblast.code == code && oblast.validity == validity);
        self.area(oblast)
    }

    /// An oblast while it had one shape, as others name it.
    pub(super) fn area(&self, oblast: Option<&Oblast>) -> Value {
        let (name, name_lang) = self.name(oblast.map(|oblast| &oblast.names));
        json!({
            "id": oblast.map(|oblast| &oblast.id),
            "code": oblast.map(|oblast| &oblast.code),
            "name": name,
            "name_lang": name_lang,
            "valid_from": oblast.and_then(|oblast| oblast.validity.valid_from),
            "valid_to": oblast.and_then(|oblast| oblast.validity.valid_to),
        })
    }
}

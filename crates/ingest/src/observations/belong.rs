//! `unknown-subject`, `unknown-area`, `unknown-oblast`: what an observation speaks of is there. Its oblast comes from that.

use crate::{areas::Derived, fault::Fault, normalise::Candidate};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::{AreaAt, CollectionId, Feature, Validity, observation::About};

/// Where things lie, by collection and id.
struct Known {
    places: BTreeMap<(CollectionId, String), (Vec<AreaAt>, Option<String>)>,
    /// Ids of oblast features with their codes; none where the ingest has no areas.
    shapes: Option<BTreeMap<String, String>>,
    countries: BTreeSet<String>,
}

impl Known {
    fn new(candidates: &[Candidate], derived: Option<&Derived>) -> Self {
        let places = candidates.iter().filter(|candidate| !candidate.collection.is_observation());
        let places = places.map(|candidate| {
            let Feature { id, oblasts, raion, .. } = &candidate.feature;
            ((candidate.collection, id.clone()), (oblasts.clone(), raion.clone()))
        });
        let of = |id| derived.and_then(|derived| crate::areas::find(&derived.collections, id));
        Self {
            places: places.collect(),
            shapes: of(CollectionId::Oblasts).map(|oblasts| {
                let code = |shape: &Feature| shape.text("code").unwrap_or(&shape.id).to_owned();
                oblasts.features.iter().map(|shape| (shape.id.clone(), code(shape))).collect()
            }),
            countries: of(CollectionId::Countries)
                .into_iter()
                .flat_map(|countries| countries.features.iter().map(|country| country.id.clone()))
                .collect(),
        }
    }

    fn place(&self, collection: CollectionId, id: &str) -> Option<&(Vec<AreaAt>, Option<String>)> {
        self.places.get(&(collection, id.to_owned()))
    }

    fn has_code(&self, code: &str) -> bool {
        self.shapes.as_ref().is_none_or(|shapes| shapes.values().any(|known| known == code))
    }
}

/// Gives each observation without a place of its own the oblast and raion of what it speaks of, and finds those that speak of
/// what is not there.
#[must_use]
pub fn settle(candidates: &mut [Candidate], derived: Option<&Derived>) -> Vec<Fault> {
    let known = Known::new(candidates, derived);
    let mut faults = Vec::new();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.collection.is_observation()) {
        match belonging(candidate, &known) {
            Ok((oblasts, raion)) => {
                if candidate.feature.position.is_none() {
                    candidate.feature.oblasts = oblasts;
                    candidate.feature.raion = raion;
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    faults
}

fn belonging(candidate: &Candidate, known: &Known) -> Result<(Vec<AreaAt>, Option<String>), Fault> {
    let feature = &candidate.feature;
    let stated = stated(candidate, known)?;
    match candidate.collection {
        CollectionId::Measurements => place(
            candidate,
            known,
            CollectionId::Hotspots,
            "hotspot",
            feature.text("hotspot").unwrap_or_default(),
        ),
        CollectionId::Projects => {
            let mut oblasts = stated;
            for hotspot in feature.list("hotspots") {
                let (more, _) = place(candidate, known, CollectionId::Hotspots, "hotspots", hotspot)?;
                if candidate.stated_oblast.is_none() {
                    oblasts.extend(more);
                }
            }
            oblasts.sort();
            oblasts.dedup();
            Ok((oblasts, None))
        }
        _ => indicator(candidate, known, stated),
    }
}

fn indicator(
    candidate: &Candidate,
    known: &Known,
    stated: Vec<AreaAt>,
) -> Result<(Vec<AreaAt>, Option<String>), Fault> {
    let feature = &candidate.feature;
    let subject = feature.text("subject").unwrap_or_default();
    let missing =
        |expected: &str| Err(candidate.fault("unknown-subject", expected).value("subject", subject));
    match feature.text("about").and_then(|word| word.parse().ok()) {
        Some(About::Oblast) if !known.has_code(subject) => missing("no oblast has this code"),
        Some(About::Oblast) => {
            area(candidate, known, subject)?;
            Ok((vec![AreaAt { code: subject.to_owned(), validity: Validity::ALWAYS }], None))
        }
        Some(About::Country) if known.shapes.is_some() && !known.countries.contains(subject) => {
            missing("no country has this code")
        }
        Some(About::Settlement) => place(candidate, known, CollectionId::Settlements, "subject", subject),
        Some(About::ProtectedArea) => {
            place(candidate, known, CollectionId::ProtectedAreas, "subject", subject)
        }
        _ => Ok((stated, None)),
    }
}

/// The area of a figure is a shape that its oblast had.
fn area(candidate: &Candidate, known: &Known, code: &str) -> Result<(), Fault> {
    let (Some(area), Some(shapes)) = (candidate.feature.text("area"), &known.shapes) else { return Ok(()) };
    if shapes.get(area).is_some_and(|of| of == code) {
        return Ok(());
    }
    let own: Vec<&str> = shapes.iter().filter(|(_, of)| *of == code).map(|(id, _)| id.as_str()).collect();
    Err(candidate
        .fault("unknown-area", format!("expected a shape of {code}: {}", own.join(" or ")))
        .value("area", area))
}

/// Where something of another collection lies.
fn place(
    candidate: &Candidate,
    known: &Known,
    collection: CollectionId,
    field: &str,
    id: &str,
) -> Result<(Vec<AreaAt>, Option<String>), Fault> {
    known.place(collection, id).cloned().ok_or_else(|| {
        candidate.fault("unknown-subject", format!("nothing in {collection} has this id")).value(field, id)
    })
}

/// The oblasts that the row names by code.
fn stated(candidate: &Candidate, known: &Known) -> Result<Vec<AreaAt>, Fault> {
    let codes = candidate.stated_oblast.iter().flat_map(|codes| codes.split(';')).map(str::trim);
    codes
        .filter(|code| !code.is_empty())
        .map(|code| {
            if known.has_code(code) {
                Ok(AreaAt { code: code.to_owned(), validity: Validity::ALWAYS })
            } else {
                Err(candidate.fault("unknown-oblast", "no oblast has this code").value("oblast", code))
            }
        })
        .collect()
}

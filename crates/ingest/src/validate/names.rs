//! `far-from-namesake`: a plant or mine that is named after a place lies near a place of that name.
//!
//! "Maikubensky Coal Mine" at 61.9° E is 900 km from the only Maykuben; "Karaganda GRES-2" at Ekibastuz is not in
//! Karaganda. The rule speaks only where a place of that name is known: an unknown name proves nothing.

use crate::{fault::Fault, normalise::Candidate};
use geo::{Distance as _, Haversine, Point};
use std::collections::BTreeMap;
use terrikon_core::CollectionId;

/// A works may lie this far from the town whose name it bears.
const NEAR_M: f64 = 120_000.0;

/// Beyond the width of an oblast the name and the place contradict each other. Between the two nothing is said: mines
/// bear the names of heroes and of villages that no gazetteer has.
const FAR_M: f64 = 300_000.0;

/// Shorter names are too common to say anything.
const MIN_LETTERS: usize = 6;

/// Finds features that are named after a place and lie far from every place of that name.
#[must_use]
pub fn far_from_namesake(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    if !candidates.iter().any(|candidate| candidate.named_after_place) {
        return Vec::new();
    }
    let places = Places::of(candidates);
    let mut found = Vec::new();
    for (index, candidate) in
        candidates.iter().enumerate().filter(|(_, candidate)| candidate.named_after_place)
    {
        let (Some([lon, lat]), Some(name)) =
            (candidate.feature.position, candidate.feature.names.en.as_deref())
        else {
            continue;
        };
        let Some((place, metres)) = places.nearest_namesake(name, Point::new(lon, lat)) else { continue };
        if metres > FAR_M {
            let fault = candidate
                .fault(
                    "far-from-namesake",
                    format!("the nearest place named {place} is {:.0} km away", metres / 1000.0),
                )
                .value("position", format!("{lon}, {lat}"))
                .hint("another place's coordinate may have been copied; check it against the source");
            found.push((index, fault));
        }
    }
    found
}

/// Settlements by folded Latin name.
pub struct Places {
    by_name: BTreeMap<String, Vec<Point<f64>>>,
}

impl Places {
    /// The settlements among the candidates.
    #[must_use]
    pub fn of(candidates: &[Candidate]) -> Self {
        let mut by_name: BTreeMap<String, Vec<Point<f64>>> = BTreeMap::new();
        for candidate in
            candidates.iter().filter(|candidate| candidate.collection == CollectionId::Settlements)
        {
            let (Some([lon, lat]), Some(name)) =
                (candidate.feature.position, candidate.feature.names.en.as_deref())
            else {
                continue;
            };
            by_name.entry(folded(name)).or_default().push(Point::new(lon, lat));
        }
        Self { by_name }
    }

    /// Whether a candidate bears the name of a place near by.
    #[must_use]
    pub fn names_a_place_near(&self, candidate: &Candidate) -> bool {
        let (Some([lon, lat]), Some(name)) =
            (candidate.feature.position, candidate.feature.names.en.as_deref())
        else {
            return false;
        };
        self.nearest_namesake(name, Point::new(lon, lat)).is_some_and(|(_, metres)| metres <= NEAR_M)
    }

    /// The nearest place that a name begins with the name of, and its distance in metres. `None` where no word of
    /// the name begins with a place's name.
    fn nearest_namesake(&self, name: &str, at: Point<f64>) -> Option<(String, f64)> {
        let mut nearest: Option<(String, f64)> = None;
        // What stands in brackets tells namesakes apart: "Lenin (Kazakhstan) Coal Mine" is not named after Kazakhstan.
        let name = name.split('(').next().unwrap_or_default().to_owned()
            + name.split_once(')').map_or("", |(_, rest)| rest);
        for word in name
            .split(|c: char| !c.is_alphabetic())
            .map(folded)
            .filter(|word| word.chars().count() >= MIN_LETTERS)
        {
            // "Maikubensky" is the adjective of Maykuben, "Kazakhstanskaya" of no town.
            let found = (MIN_LETTERS..=word.len())
                .rev()
                .filter(|length| word.len() - length <= 4)
                .find_map(|length| self.by_name.get(word.get(..length)?));
            let Some(places) = found else { continue };
            let metres =
                places.iter().map(|place| Haversine.distance(*place, at)).fold(f64::INFINITY, f64::min);
            if nearest.as_ref().is_none_or(|(_, so_far)| metres < *so_far) {
                nearest = Some((word, metres));
            }
        }
        nearest
    }
}

/// One spelling for the Latin transliterations of a name: Karaganda, Qaraghandy; Maikuben, Maykuben.
#[must_use]
pub fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace("gh", "g").replace("kh", "h").replace("zh", "j");
    lower
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(|c| match c {
            'y' | 'ï' | 'ī' | 'ı' => 'i',
            'q' => 'k',
            'w' => 'v',
            'ä' | 'á' => 'a',
            'ö' | 'ó' => 'o',
            'ü' | 'ú' | 'ū' => 'u',
            other => other,
        })
        .collect()
}

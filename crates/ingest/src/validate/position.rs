//! `out-of-range`, `not-covered`, `swapped`, `outside-country`, `other-oblast`: a place lies where its row says.

use crate::{areas::Areas, fault::Fault, normalise::Candidate};

/// A point may lie this far outside its country: borders are generalised, and harbours stand in the sea.
const BORDER_TOLERANCE_M: f64 = 2_000.0;

/// Beyond this no generalised border and no river that moved explains a point in another country.
const SURELY_ELSEWHERE_M: f64 = 50_000.0;

/// A stated oblast may be this far away: works on the edge of a town that is an oblast of its own.
const OBLAST_TOLERANCE_M: f64 = 15_000.0;

/// Longitudes beyond ±180 and latitudes beyond ±90.
#[must_use]
pub fn range(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(envelope) = candidate.feature.envelope() else { continue };
        let lon_ok = (-180.0..=180.0).contains(&envelope.west) && (-180.0..=180.0).contains(&envelope.east);
        let lat_ok = (-90.0..=90.0).contains(&envelope.south) && (-90.0..=90.0).contains(&envelope.north);
        if lon_ok && lat_ok {
            continue;
        }
        let fault = candidate
            .fault("out-of-range", "expected longitude −180 to 180 and latitude −90 to 90 in degrees")
            .value("position", format!("{}, {}", envelope.west, envelope.south))
            .hint(
                "metres need a crs (EPSG:28413, say); degrees and minutes must be written as decimal degrees",
            );
        found.push((index, fault));
    }
    found
}

/// Points outside the country that their row states.
#[must_use]
pub fn outside_country(candidates: &[Candidate], areas: &Areas) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let (Some(country), Some([lon, lat])) =
            (candidate.feature.text("country"), candidate.feature.position)
        else {
            continue;
        };
        if !areas.covered().contains(&country) {
            let fault = candidate
                .fault("not-covered", format!("this release covers {}", areas.covered().join(", ")))
                .value("country", country);
            found.push((index, fault));
            continue;
        }
        let tolerance =
            candidate.feature.number("position_accuracy_m").unwrap_or(0.0).max(BORDER_TOLERANCE_M);
        match areas.distance_to_country(country, lon, lat) {
            Some(metres) if metres > tolerance => {
                // Near the Caspian a longitude looks much like a latitude: a point just over the border is not swapped.
                let swapped = metres > SURELY_ELSEWHERE_M
                    && areas.distance_to_country(country, lat, lon).is_some_and(|metres| metres <= tolerance);
                let lies_in = areas
                    .country_at(lon, lat)
                    .map_or_else(|| "no known country".to_owned(), ToOwned::to_owned);
                let fault = candidate
                    .fault(
                        if swapped { "swapped" } else { "outside-country" },
                        format!(
                            "the row says {country}, but the point is {:.0} km outside it, in {lies_in}",
                            metres / 1000.0
                        ),
                    )
                    .value("position", format!("{lon}, {lat}"));
                let fault = if swapped {
                    fault.hint(format!("lon and lat look swapped: {lat}, {lon} would lie in {country}"))
                } else {
                    fault.hint("check the coordinate and the country against the source")
                };
                found.push((index, fault));
            }
            _ => {}
        }
    }
    found
}

/// Points in another oblast than their row states.
#[must_use]
pub fn stated_oblast(candidates: &[Candidate], areas: &Areas) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let (Some(stated), Some([lon, lat])) = (&candidate.stated_oblast, candidate.feature.position) else {
            continue;
        };
        // A tracker's spelling that no name matches says nothing about the place.
        let Some(codes) = areas.oblasts_named(stated) else { continue };
        let metres = codes
            .iter()
            .filter_map(|code| areas.distance_to_oblast(code, lon, lat))
            .fold(f64::INFINITY, f64::min);
        if metres > OBLAST_TOLERANCE_M {
            let fault = candidate
                .fault(
                    "other-oblast",
                    format!("the row says {stated}, but the point is {:.0} km outside it", metres / 1000.0),
                )
                .value("position", format!("{lon}, {lat}"))
                .hint("check the coordinate against the source");
            found.push((index, fault));
        }
    }
    found
}

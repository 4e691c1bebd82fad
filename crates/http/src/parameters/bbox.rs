//! Boxes in degrees, and the slip that everybody makes with them once.

use super::Parameters;
use crate::problem::{Hint, Problem, Slug};
use terrikon_core::Envelope;
use terrikon_store::Directory;

/// Reads `bbox`. A box that misses everything but would hit if its numbers were the other way round is refused.
pub(crate) fn bbox(parameters: &Parameters<'_>, directory: &Directory) -> Result<Option<Envelope>, Problem> {
    let Some(text) = parameters.get("bbox") else { return Ok(None) };
    let problem = |hint| Problem::new(Slug::InvalidBbox).parameter("bbox").with("value", text).hint(hint);
    let numbers: Option<Vec<f64>> =
        text.split(',').map(|number| number.trim().parse().ok().filter(|n: &f64| n.is_finite())).collect();
    let [west, south, east, north] = match numbers.as_deref() {
        Some([west, south, east, north] | [west, south, _, east, north, _]) => [*west, *south, *east, *north],
        _ => return Err(problem(Hint::BboxOrder)),
    };
    let swapped = envelope(south, west, north, east);
    let extent = directory.extent();
    let hits =
        |bbox: Option<Envelope>| bbox.zip(extent).is_some_and(|(bbox, extent)| bbox.intersects(&extent));
    let given = envelope(west, south, east, north);
    if !hits(given) && hits(swapped) {
        return Err(problem(Hint::BboxSwapped));
    }
    given.map(Some).ok_or_else(|| problem(Hint::BboxOrder))
}

/// A box, if its numbers are degrees in the right order.
fn envelope(west: f64, south: f64, east: f64, north: f64) -> Option<Envelope> {
    let lon = -180.0..=180.0;
    let lat = -90.0..=90.0;
    let fits = lon.contains(&west) && lon.contains(&east) && lat.contains(&south) && lat.contains(&north);
    (fits && south <= north).then_some(Envelope { west, south, east, north })
}

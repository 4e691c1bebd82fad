//! Boxes in degrees, and the slip that everybody makes with them once.

use super::Parameters;
use crate::problem::{Cause, Hint, Problem, Slug};
use terrikon_core::Envelope;
use terrikon_crs::Crs;
use terrikon_store::Directory;

/// Reads `bbox`, in the order of `bbox-crs`. A box in degrees that misses everything but would hit if its numbers were
/// the other way round is refused.
pub(crate) fn bbox(parameters: &Parameters<'_>, directory: &Directory) -> Result<Option<Envelope>, Problem> {
    let crs = super::crs(parameters, "bbox-crs")?;
    let Some(text) = parameters.get("bbox") else { return Ok(None) };
    let problem = || Problem::new(Slug::InvalidBbox).parameter("bbox").with("value", text);
    let of_degrees = |hint| problem().hint(hint);
    let of_crs =
        || problem().because(Cause::BboxOfCrs).with("crs", &crs.to_string()).hint(Hint::BboxCrsOrder);
    let degrees = crs == Crs::CRS84;
    let numbers: Option<Vec<f64>> =
        text.split(',').map(|number| number.trim().parse().ok().filter(|n: &f64| n.is_finite())).collect();
    let corners = match numbers.as_deref() {
        Some([a, b, c, d]) => [*a, *b, *c, *d],
        // None of the others has heights.
        Some([a, b, _, c, d, _]) if degrees => [*a, *b, *c, *d],
        _ if degrees => return Err(of_degrees(Hint::BboxOrder)),
        _ => return Err(of_crs()),
    };
    let [first, second, third, fourth] = corners;
    let extent = directory.extent();
    let hits = |bbox: &Envelope| extent.is_some_and(|extent| bbox.intersects(&extent));
    let given = if degrees { envelope(corners) } else { crs.box_to_degrees(corners).ok() };
    if given.as_ref().is_some_and(hits) {
        return Ok(given);
    }
    if degrees && envelope([second, first, fourth, third]).as_ref().is_some_and(hits) {
        return Err(of_degrees(Hint::BboxSwapped));
    }
    given.map(Some).ok_or_else(|| if degrees { of_degrees(Hint::BboxOrder) } else { of_crs() })
}

/// A box, if its numbers are degrees in the right order.
fn envelope([west, south, east, north]: [f64; 4]) -> Option<Envelope> {
    let lon = -180.0..=180.0;
    let lat = -90.0..=90.0;
    let fits = lon.contains(&west) && lon.contains(&east) && lat.contains(&south) && lat.contains(&north);
    (fits && south <= north).then_some(Envelope { west, south, east, north })
}

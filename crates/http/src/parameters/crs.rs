//! Coordinate systems by name: `crs`, `bbox-crs` and what else refers to one.

use super::Parameters;
use crate::problem::{Problem, Slug};
use terrikon_crs::Crs;

/// Reads a parameter that names a coordinate system; [`Crs::CRS84`] where it is absent.
pub(crate) fn crs(parameters: &Parameters<'_>, name: &'static str) -> Result<Crs, Problem> {
    let Some(text) = parameters.get(name) else { return Ok(Crs::CRS84) };
    Crs::parse(text).map_err(|_| {
        Problem::new(Slug::UnknownValue).parameter(name).with("value", text).accepted(Crs::ALL.map(Crs::uri))
    })
}

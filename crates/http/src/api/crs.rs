//! Shapes in the coordinate system that is asked for.

use crate::{
    AppState,
    problem::{Hint, Problem, Slug},
};
use std::sync::Arc;
use terrikon_crs::{Crs, TransformError};
use terrikon_store::Item;

/// Features with their shapes as x, y of a coordinate system; positions stay in degrees.
pub(super) async fn projected(
    state: &AppState,
    mut items: Vec<Item>,
    crs: Crs,
) -> Result<Vec<Item>, Problem> {
    if crs.is_wgs84_degrees() {
        return Ok(items);
    }
    state
        .compute(move || {
            items.iter_mut().try_for_each(|item| project(item, crs))?;
            Ok(items)
        })
        .await?
}

fn project(item: &mut Item, crs: Crs) -> Result<(), Problem> {
    let Some(shape) = &item.feature.geometry else { return Ok(()) };
    let told = crs.from_degrees(shape).map_err(|error| problem(&error, &item.feature.id))?;
    Arc::make_mut(&mut item.feature).geometry = Some(told);
    Ok(())
}

fn problem(error: &TransformError, id: &str) -> Problem {
    match error {
        TransformError::Outside { crs, .. } => Problem::new(Slug::OutsideCrs)
            .parameter("crs")
            .with("id", id)
            .with("crs", &crs.to_string())
            .hint(Hint::CrsArea),
        TransformError::Unavailable(..) => {
            tracing::error!(error = error as &dyn std::error::Error, "a coordinate system can't be used");
            Problem::new(Slug::Internal)
        }
    }
}

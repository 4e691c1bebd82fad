//! `…/tiles/WebMercatorQuad/{z}/{row}/{column}`: the tiles of `/tiles`, row before column.

use super::{Subject, matrix_set};
use crate::{
    AppState,
    asked::Asked,
    parameters::OF_TILE,
    problem::Problem,
    tiles::{self, ACCEPTED, Address},
};
use axum::{
    extract::{Path, State},
    response::Response,
};

pub(super) async fn of_all(
    State(state): State<AppState>,
    Path((set, z, row, column)): Path<(String, String, String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    matrix_set::check(&set)?;
    one(&state, &asked, Subject::All, Address { z: &z, x: &column, y: &row }).await
}

pub(super) async fn of_collection(
    State(state): State<AppState>,
    Path((name, set, z, row, column)): Path<(String, String, String, String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let subject = Subject::of(&name)?;
    matrix_set::check(&set)?;
    one(&state, &asked, subject, Address { z: &z, x: &column, y: &row }).await
}

async fn one(
    state: &AppState,
    asked: &Asked,
    subject: Subject,
    at: Address<'_>,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_TILE)?;
    // A word goes before the header.
    if known.get("f").is_none() {
        asked.accepts(&ACCEPTED)?;
    }
    tiles::draw(state, asked, &known, subject.layers(), at).await
}

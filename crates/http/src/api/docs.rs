//! `/api/docs`: the description of the API as a page, from files of our own.

use crate::{
    answer::Answer,
    asked::Asked,
    problem::{Finished, Problem},
    security::PAGE_POLICY,
    viewer,
};
use axum::{
    Extension,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

pub(crate) async fn docs(asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&[])?;
    let Some(page) = viewer::docs() else {
        let plain =
            [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        return Ok(
            (StatusCode::NOT_IMPLEMENTED, Extension(Finished), plain, viewer::NOT_BUILT).into_response()
        );
    };
    let mut response = Answer::bytes(page.data.into_owned(), viewer::HTML).respond(&asked);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    Ok(response)
}

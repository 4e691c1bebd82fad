//! `/static/map.png` and `/static/map.svg`: the map as a picture, for print, for cards and for pages without scripts.

use super::picture::{self, Form, PictureKey, Request};
use crate::{
    AppState,
    answer::{Answer, Freshness},
    asked::Asked,
    parameters::OF_PICTURE,
    problem::Problem,
};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
    routing::get,
};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/static/map.png", get(png)).route("/static/map.svg", get(svg))
}

async fn png(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    respond(&state, &asked, Form::Png).await
}

async fn svg(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    respond(&state, &asked, Form::Svg).await
}

async fn respond(state: &AppState, asked: &Asked, form: Form) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_PICTURE)?;
    let snapshot = known.snapshot(state).await?;
    let download = known.flag("download")?;
    let (request, hotspot) = Request::read(&known, asked.lang(&known)?, &*snapshot).await?;
    let key = PictureKey { release: snapshot.release().clone(), request, form };
    let name = key.request.file_name(form);
    let lang = key.request.lang;
    let bytes = state.pictures.get(key.clone(), picture::draw(state, &snapshot, &key, hotspot)).await?;
    // The picture tells the day: without one in the address tomorrow's is another.
    let lasting = known.get("release").is_some() && known.get("date").is_some();
    let mut response = Answer::bytes(bytes, form.media())
        .of_release(snapshot.release())
        .in_language(lang)
        .fresh(if lasting { Freshness::Forever } else { Freshness::Minute })
        .respond(asked);
    let disposition = if download { "attachment" } else { "inline" };
    if let Ok(value) = HeaderValue::from_str(&format!("{disposition}; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

//! `/health`: for operators and what they watch with.

use crate::{AppState, problem::Problem};
use axum::{Json, Router, extract::State, http::header, response::IntoResponse, routing::get};
use serde_json::json;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

/// The process runs.
async fn live(State(state): State<AppState>) -> impl IntoResponse {
    let body = json!({ "status": "live", "uptime_s": state.started.elapsed().as_secs() });
    ([(header::CACHE_CONTROL, "no-store")], Json(body))
}

/// The store answers.
async fn ready(State(state): State<AppState>) -> Result<impl IntoResponse, Problem> {
    state.health().await?;
    let snapshot = state.snapshot().await?;
    let body = json!({ "status": "ready", "release": snapshot.release() });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)))
}

//! `/health`: for operators and what they watch with.

use crate::{
    AppState,
    problem::{Hint, Problem, Slug},
};
use axum::{Json, Router, extract::State, http::header, response::IntoResponse, routing::get};
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// How long a watcher waits for the store: one that does not answer is no better than one that is gone.
const PATIENCE: Duration = Duration::from_secs(3);

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

/// The process runs.
async fn live(State(state): State<AppState>) -> impl IntoResponse {
    let body = json!({ "status": "live", "uptime_s": state.started.elapsed().as_secs() });
    ([(header::CACHE_CONTROL, "no-store")], Json(body))
}

/// The store answers and has a release to serve.
async fn ready(State(state): State<AppState>) -> Result<impl IntoResponse, Problem> {
    let answer = timeout(PATIENCE, async {
        state.health().await?;
        state.current().await
    });
    let snapshot =
        answer.await.unwrap_or_else(|_| Err(Problem::new(Slug::Unavailable).hint(Hint::TryLater)))?;
    let body = json!({ "status": "ready", "release": snapshot.release() });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)))
}

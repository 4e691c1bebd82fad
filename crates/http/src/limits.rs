//! What every request must keep to, so that one client can't starve the others.

use crate::{
    api::download::Format,
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use std::{sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};

/// The longest address, in bytes: what old proxies still pass.
const LONGEST_ADDRESS: usize = 8_000;

/// The largest body, in bytes: twice what the most vertices of a request take.
pub(crate) const LARGEST_BODY: usize = 2 << 20;

/// How many requests are answered at once.
const AT_ONCE: usize = 512;

/// How long a request waits for its turn before it is turned away.
const QUEUED: Duration = Duration::from_secs(2);

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a request for a file may take that is made first: as long as making it, and waiting for that.
const PATIENCE_FOR_FILES: Duration = Duration::from_secs(640);

/// Turns of requests.
#[derive(Debug, Clone)]
pub(crate) struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// Refuses what is too long or too large, waits for a turn, and gives up on what takes too long.
pub(crate) async fn keep(State(turns): State<Turns>, request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if address > LONGEST_ADDRESS {
        return Problem::new(Slug::UriTooLong).with("most", &LONGEST_ADDRESS.to_string()).into_response();
    }
    let length =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| length > LARGEST_BODY as u64) {
        return Problem::new(Slug::PayloadTooLarge).with("most", &LARGEST_BODY.to_string()).into_response();
    }
    // Watchers must be answered in a crowd too, or they would end a server that is merely busy.
    if request.uri().path().starts_with("/health/") {
        return next.run(request).await;
    }
    let Ok(Ok(_turn)) = timeout(QUEUED, turns.0.acquire()).await else {
        return Problem::new(Slug::Overloaded).hint(Hint::TryLater).into_response();
    };
    let uri = request.uri();
    let file = Format::takes_long(uri.path(), uri.query(), request.headers());
    match timeout(if file { PATIENCE_FOR_FILES } else { PATIENCE }, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::new(Slug::Timeout).hint(Hint::TryLater).into_response(),
    }
}

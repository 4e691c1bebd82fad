//! Tiles that went out before, with all their headers: who asks the same again gets them before anything of the request is looked at closer.
//! It is what a cache in front of the server would do by `Vary` (decision 44).

use crate::{AppState, answer::RELEASE, parameters::today};
use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Either, Ready, ready},
};
use moka::sync::Cache;
use std::{
    convert::Infallible,
    task::{Context, Poll},
};
use terrikon_core::Date;
use tower::Service;

/// What an answer costs beside its address and its bytes: headers and bookkeeping.
const OVERHEAD: usize = 1_536;

/// The body of a tile, in the extensions of its response.
#[derive(Debug, Clone)]
pub(super) struct Sent(pub(super) Bytes);

/// An answer as it went out.
#[derive(Debug, Clone)]
struct Kept {
    headers: HeaderMap,
    body: Bytes,
    /// The day on which it was given: without a date in the address it is of that day.
    day: Date,
}

/// Answers by what they depend on: the address, and the headers that `Vary` of tiles names, as they came.
#[derive(Debug, Clone)]
pub(crate) struct ReadyTiles(Cache<String, Kept>);

impl ReadyTiles {
    /// None yet; `budget` is what all of them together may weigh, in bytes, and 0 keeps none.
    pub(crate) fn new(budget: u64) -> Self {
        let weigh = |question: &String, answer: &Kept| {
            u32::try_from(question.len() + answer.body.len() + OVERHEAD).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().weigher(weigh).max_capacity(budget).build())
    }

    /// The answer of before, if it is of this day and of the release that is served now.
    fn find(&self, question: &str, state: &AppState, day: Date) -> Option<Response> {
        let Kept { headers, body, .. } = self.0.get(question).filter(|answer| answer.day == day)?;
        // Both stores have it at hand; from one that would have to wait, nothing is taken.
        let current = state.current().now_or_never()?.ok()?;
        if headers.get(RELEASE)? != current.release().as_str() {
            return None;
        }
        let mut response = Response::new(body.into());
        *response.headers_mut() = headers;
        Some(response)
    }

    /// Keeps the answer, if it is a tile that went out as it is.
    fn keep(&self, question: String, response: &mut Response, day: Date) {
        let Some(Sent(body)) = response.extensions_mut().remove() else { return };
        // A layer that changes a body changes its length, or tells none.
        let whole = response.headers().get(header::CONTENT_LENGTH) == Some(&body.len().into());
        if response.status() == StatusCode::OK && whole {
            self.0.insert(question, Kept { headers: response.headers().clone(), body, day });
        }
    }
}

/// What an answer to a request depends on; `None` where it is no plain question for a tile.
fn question(request: &Request) -> Option<String> {
    let (uri, headers) = (request.uri(), request.headers());
    if request.method() != Method::GET
        || !uri.path().starts_with("/tiles/")
        || headers.contains_key(header::IF_NONE_MATCH)
    {
        return None;
    }
    let mut question = uri.path_and_query()?.as_str().to_owned();
    for name in [header::ACCEPT, header::ACCEPT_ENCODING] {
        // No address and no header has a line's end in it.
        question.push('\n');
        let mut values = headers.get_all(name).iter();
        question.push_str(values.next().map_or(Some(""), |value| value.to_str().ok())?);
        if values.next().is_some() {
            return None;
        }
    }
    Some(question)
}

/// Looks for finished tiles before it asks the service within.
#[derive(Debug, Clone)]
pub(crate) struct ReadyTilesService<S> {
    pub(crate) state: AppState,
    pub(crate) inner: S,
}

impl<S> Service<Request> for ReadyTilesService<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Either<
        S::Future,
        Either<Ready<Result<Response, Infallible>>, BoxFuture<'static, Result<Response, Infallible>>>,
    >;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let Some(question) = question(&request) else { return Either::Left(self.inner.call(request)) };
        let day = today();
        if let Some(response) = self.state.ready_tiles.find(&question, &self.state, day) {
            return Either::Right(Either::Left(ready(Ok(response))));
        }
        let (answering, state) = (self.inner.call(request), self.state.clone());
        let keeping = async move {
            let mut response = answering.await?;
            state.ready_tiles.keep(question, &mut response, day);
            Ok(response)
        };
        Either::Right(Either::Right(keeping.boxed()))
    }
}

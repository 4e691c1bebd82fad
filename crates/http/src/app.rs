//! The router with all its layers, and the loop that answers on a socket.

use crate::{
    AppState,
    answer::{CONTENT_CRS, RELEASE},
    api::{self, download},
    health,
    limits::{self, Turns},
    methods, problem, publish, security,
    tiles::{self, ReadyTilesService},
    viewer,
};
use axum::{
    Router, ServiceExt,
    extract::Request,
    http::{Method, header},
    middleware::{from_fn, from_fn_with_state},
};
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, Predicate as _},
    },
    cors::{Any, CorsLayer},
    trace::TraceLayer,
};

/// Everything that the server answers. Tests call it without a socket.
pub fn app(state: AppState) -> Router {
    Router::new().fallback_service(answers(state))
}

/// The same without one more router around it: what [`serve`] asks.
fn answers(state: AppState) -> ReadyTilesService<Router> {
    ReadyTilesService { inner: routes(state.clone()), state }
}

/// All routes, behind the tiles that went out before.
pub fn routes(state: AppState) -> Router {
    let public = Router::new().merge(api::routes()).merge(tiles::routes()).merge(publish::routes()).layer(
        CorsLayer::new()
            .allow_origin(Any)
            .allow_methods([Method::GET, Method::HEAD, Method::POST])
            .allow_headers(Any)
            .expose_headers([
                header::ETAG,
                header::LINK,
                header::CONTENT_DISPOSITION,
                header::CONTENT_LANGUAGE,
                header::RETRY_AFTER,
                header::ACCEPT_RANGES,
                header::CONTENT_RANGE,
                CONTENT_CRS,
                RELEASE,
            ]),
    );
    // The first layer is the outermost. Problems are written outside of everything that may fail, and compressed
    // like other bodies; tiles come compressed from their cache, so that layer leaves them alone.
    let layers = ServiceBuilder::new()
        .layer(TraceLayer::new_for_http())
        .layer(from_fn(security::headers))
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(download::may_shrink)))
        .layer(from_fn(problem::write))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(Turns::default(), limits::keep));
    Router::new()
        .merge(public)
        .merge(health::routes())
        .merge(methods::routes())
        .merge(viewer::routes())
        .layer(layers)
        .with_state(state)
}

/// Answers on a socket until `shutdown` resolves; requests in flight are finished.
///
/// # Errors
/// Where the socket can't be read from.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let answers = ServiceExt::<Request>::into_make_service(answers(state));
    axum::serve(listener, answers).with_graceful_shutdown(shutdown).await
}

//! `/tiles/{layers}/{z}/{x}/{y}`: one vector tile.

use super::{
    cache::{Form, Glimpse, Source, canonical},
    encoding::Encoding,
    form,
    ready::Sent,
};
use crate::{
    AppState,
    answer::RELEASE,
    asked::Asked,
    parameters::{self, OF_TILE, Parameters},
    problem::{Problem, Slug},
};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use terrikon_tiles::{LayerName, TileId, TileRequest};

/// The numbers of a tile as a path gives them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address<'a> {
    pub(crate) z: &'a str,
    /// The column, from the west.
    pub(crate) x: &'a str,
    /// The row, from the north.
    pub(crate) y: &'a str,
}

pub(super) async fn tile(
    State(state): State<AppState>,
    Path((layers, z, x, y)): Path<(String, String, String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let layers = super::layers(&layers)?;
    let known = asked.parameters(&OF_TILE)?;
    draw(&state, &asked, &known, layers, Address { z: &z, x: &x, y: &y }).await
}

/// A tile of some layers, from the cache or drawn now.
pub(crate) async fn draw(
    state: &AppState,
    asked: &Asked,
    known: &Parameters<'_>,
    layers: Vec<LayerName>,
    Address { z, x, y }: Address<'_>,
) -> Result<Response, Problem> {
    let tile = address(z, x, y)
        .ok_or_else(|| Problem::new(Slug::UnknownTile).with("value", &format!("{z}/{x}/{y}")))?;
    let snapshot = known.snapshot(state).await?;
    let date = parameters::days(known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let filter = known.filter(&*snapshot, date)?;
    let format = form::format(asked, known)?;
    let encoding = Encoding::accepted(asked.header(&header::ACCEPT_ENCODING));
    let form = Form { format, encoding };
    let request = canonical(TileRequest { layers, tile, filter, date: snapshot.directory().epoch(date) });
    let source = Source { snapshot: &*snapshot, archive: state.archive.as_deref() };
    let mut sent = None;
    let (seen, body) = if asked.head {
        let seen = Box::pin(state.tiles.glimpse(source, &request, form)).await?;
        // A body of unknown length: none is sent, and no length is told that would be wrong.
        (
            seen,
            Body::from_stream(futures_util::stream::empty::<Result<bytes::Bytes, std::convert::Infallible>>()),
        )
    } else {
        let finished = state.tiles.get(source, &request, form).await?;
        let length = finished.bytes.len();
        let seen = Glimpse { etag: finished.etag, empty: length == 0, length: Some(length) };
        sent = Some(Sent(finished.bytes.clone()));
        (seen, finished.bytes.into())
    };

    let fixed: [(HeaderName, HeaderValue); 2] = [
        (header::CACHE_CONTROL, freshness.header()),
        (header::VARY, HeaderValue::from_static("accept, accept-encoding")),
    ];
    let mut response = if asked.has(&seen.etag) {
        (StatusCode::NOT_MODIFIED, fixed).into_response()
    } else if seen.empty {
        (StatusCode::NO_CONTENT, fixed).into_response()
    } else {
        let mut response =
            (fixed, [(header::CONTENT_TYPE, HeaderValue::from_static(format.media()))], body).into_response();
        if let Some(length) = seen.length {
            response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        }
        if encoding != Encoding::Identity {
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.as_str()));
        }
        response
    };
    if let Some(sent) = sent {
        response.extensions_mut().insert(sent);
    }
    let named = [(header::ETAG, &*seen.etag), (RELEASE, snapshot.release().as_str())];
    for (name, text) in named {
        response.headers_mut().extend(HeaderValue::from_str(text).map(|value| (name, value)));
    }
    Ok(response)
}

/// A tile of the pyramid, by plain decimal numbers only: each tile has one address.
fn address(z: &str, x: &str, y: &str) -> Option<TileId> {
    fn number<T: std::str::FromStr + ToString>(text: &str) -> Option<T> {
        text.parse().ok().filter(|number: &T| number.to_string() == text)
    }
    TileId::new(number(z)?, number(x)?, number(y)?).ok()
}

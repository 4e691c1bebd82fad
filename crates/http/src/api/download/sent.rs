//! A finished file on its way out: whole, or the range that is asked for (RFC 9110, 14).

use super::made::Made;
use crate::{
    asked::Asked,
    problem::{Problem, Slug},
};
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http_range_header::{RangeUnsatisfiableError, parse_range_header};
use std::{io, ops::RangeInclusive, sync::Arc};
use tokio::{
    fs::File,
    io::{AsyncReadExt as _, AsyncSeekExt as _},
};

/// How many bytes are read at once.
const CHUNK: u64 = 256 << 10;

/// The response: 200 with all, 206 with a range, 304 where it is known, 416 where the range lies behind the end.
pub(super) async fn respond(made: Arc<Made>, asked: &Asked) -> Result<Response, Problem> {
    let mut response = if asked.has(&made.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match range(asked, &made) {
            Wanted::All => {
                let mut response = Response::new(body(Arc::clone(&made), 0, made.length).await?);
                response.headers_mut().insert(header::CONTENT_LENGTH, made.length.into());
                response
            }
            Wanted::Part(range) => part(Arc::clone(&made), &range).await?,
            Wanted::Nothing => {
                let mut response = Problem::new(Slug::RangeNotSatisfiable)
                    .with("value", asked.header(&header::RANGE))
                    .with("length", &made.length.to_string())
                    .into_response();
                insert(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", made.length));
                return Ok(response);
            }
        }
    };
    insert(&mut response, header::ETAG, &made.etag);
    response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    Ok(response)
}

async fn part(made: Arc<Made>, range: &RangeInclusive<u64>) -> Result<Response, Problem> {
    let (start, end) = (*range.start(), *range.end());
    let (length, whole) = (end - start + 1, made.length);
    let mut response = Response::new(body(made, start, length).await?);
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    insert(&mut response, header::CONTENT_RANGE, &format!("bytes {start}-{end}/{whole}"));
    Ok(response)
}

fn insert(response: &mut Response, name: header::HeaderName, text: &str) {
    // Numbers and hex digits are ASCII.
    response.headers_mut().extend(HeaderValue::from_str(text).map(|value| (name, value)));
}

/// What of a file is wanted.
enum Wanted {
    All,
    Part(RangeInclusive<u64>),
    Nothing,
}

/// One range is given; several, or what can't be read, give the whole file, as the standard allows.
fn range(asked: &Asked, made: &Made) -> Wanted {
    let condition = asked.header(&header::IF_RANGE);
    if !condition.is_empty() && condition != made.etag {
        return Wanted::All;
    }
    let Ok(ranges) = parse_range_header(asked.header(&header::RANGE)) else {
        return Wanted::All;
    };
    if ranges.ranges.len() > 1 {
        return Wanted::All;
    }
    match ranges.validate(made.length) {
        Ok(ranges) => ranges.into_iter().next().map_or(Wanted::All, Wanted::Part),
        // The last bytes of a file that has fewer are all of them.
        Err(RangeUnsatisfiableError::FileSuffixOutOfBounds) => Wanted::All,
        Err(_) => Wanted::Nothing,
    }
}

/// Bytes of a file, chunk by chunk. The file lives until the last one is sent.
async fn body(made: Arc<Made>, start: u64, length: u64) -> Result<Body, Problem> {
    let opened = async {
        let mut file = File::open(made.path()).await?;
        file.seek(io::SeekFrom::Start(start)).await?;
        Ok::<_, io::Error>(file)
    };
    let file = opened.await.map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a finished file can't be read");
        Problem::new(Slug::Internal)
    })?;
    let chunks = stream::try_unfold((file, length, made), |(mut file, left, made)| async move {
        let wanted = left.min(CHUNK);
        if wanted == 0 {
            return Ok(None);
        }
        let mut chunk = BytesMut::with_capacity(usize::try_from(wanted).unwrap_or_default());
        let read = (&mut file).take(wanted).read_buf(&mut chunk).await?;
        if read == 0 {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
        }
        Ok::<_, io::Error>(Some((Bytes::from(chunk), (file, left - read as u64, made))))
    });
    Ok(Body::from_stream(chunks))
}

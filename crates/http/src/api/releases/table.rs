//! The differences as CSV: a changed field a line, all of them or `limit` rows, written as they are read.

use super::{changes::Change, diff::Diff};
use crate::{
    answer::{RELEASE, etag},
    asked::Asked,
    parameters::Parameters,
    problem::{Problem, Slug},
};
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::{StreamExt as _, future::ready, stream};
use serde_json::Value;
use terrikon_core::{diff::FieldChange, spreadsheet::harmless};

/// How many rows are compared at once.
const AT_ONCE: usize = 2_000;

const HEAD: [&str; 6] = ["collection", "id", "change", "field", "before", "after"];

pub(crate) const CSV: &str = "text/csv; charset=utf-8; header=present";

/// What is left of a table.
struct Parts {
    diff: Diff,
    /// How many rows at most.
    left: usize,
    begun: bool,
    bom: bool,
}

/// The response. It begins once the first rows were compared, so that what can't be read is told as a problem.
pub(super) async fn respond(diff: Diff, known: &Parameters<'_>, asked: &Asked) -> Result<Response, Problem> {
    let left = known.limit(usize::MAX, usize::MAX)?;
    let bom = known.flag("bom")?;
    let (older, newer) = (diff.older.release().clone(), diff.newer.release().clone());
    let address = asked.address(asked.own_pairs());
    let etag = etag(format!("{older} {newer} {} {address}", env!("CARGO_PKG_VERSION")).as_bytes());
    let known = asked.has(&etag);
    let body = if known { Body::empty() } else { Parts { diff, left, begun: false, bom }.body().await? };
    let mut response = Response::new(body);
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    let mut insert =
        |name: HeaderName, text: &str| headers.extend(HeaderValue::from_str(text).map(|value| (name, value)));
    insert(header::ETAG, &etag);
    insert(RELEASE, newer.as_str());
    if !known {
        insert(header::CONTENT_TYPE, CSV);
        insert(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"diff-{older}-{newer}.csv\""));
    }
    Ok(response)
}

impl Parts {
    async fn body(mut self) -> Result<Body, Problem> {
        let first = self.next().await?.unwrap_or_default();
        let rest = stream::try_unfold(self, |mut parts| async move {
            match parts.next().await {
                Ok(part) => Ok(part.map(|bytes| (bytes, parts))),
                Err(_) => Err(std::io::Error::other("the store does not answer any more")),
            }
        });
        Ok(Body::from_stream(stream::once(ready(Ok(first))).chain(rest)))
    }

    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        if self.left == 0 {
            return Ok(None);
        }
        let wanted = self.left.min(AT_ONCE);
        let changes = self.diff.next(wanted).await?;
        self.left = if changes.len() < wanted { 0 } else { self.left - changes.len() };
        let mut out = if self.bom && !self.begun { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        write(&mut out, &changes, !self.begun).map_err(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "a table could not be written");
            Problem::new(Slug::Internal)
        })?;
        self.begun = true;
        Ok(Some(out.into()))
    }
}

fn write(out: &mut Vec<u8>, changes: &[Change], head: bool) -> Result<(), csv::Error> {
    let mut rows = csv::Writer::from_writer(out);
    if head {
        rows.write_record(HEAD)?;
    }
    for Change { section, id, change, fields } in changes {
        for FieldChange { field, before, after } in fields {
            let section = section.to_string();
            rows.write_record([&section, &harmless(id), *change, field, &cell(before), &cell(after)])?;
        }
    }
    Ok(rows.flush()?)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        other => harmless(&other.to_string()),
    }
}

//! A server over the small release, and what it answers.

use crate::fixture;
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http_body_util::BodyExt as _;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use terrikon_http::{AppState, app};
use terrikon_store::EmbeddedStore;
use tower::ServiceExt as _;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// Ids of the features of a list.
    pub(crate) fn ids(&self) -> Vec<String> {
        let list = self.json();
        assert_eq!(self.status, 200, "{list:#}");
        list["features"].as_array().unwrap().iter().map(|f| f["id"].as_str().unwrap().to_owned()).collect()
    }

    /// The document of a problem, after a look at what all of them have in common.
    pub(crate) fn problem(&self) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json", "{:?}", self.text());
        let document = self.json();
        assert_eq!(document["status"], self.status.as_u16());
        for member in ["type", "title", "detail"] {
            assert!(document[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {document:#}");
        }
        assert!(document["type"].as_str().unwrap().starts_with("/problems/"));
        document
    }
}

/// The router, made once.
pub(crate) fn router() -> Router {
    static ROUTER: LazyLock<Router> =
        LazyLock::new(|| app(AppState::new(Arc::new(EmbeddedStore::new(fixture::release())))));
    ROUTER.clone()
}

/// The id of the release that it serves.
pub(crate) fn release() -> String {
    fixture::release().id.to_string()
}

/// A router over the bundled release, made once: for what no small release has, such as a whole river.
pub(crate) fn bundled() -> Router {
    static ROUTER: LazyLock<Router> = LazyLock::new(|| of_fixtures(true));
    ROUTER.clone()
}

/// The same with areas and borders in its tiles, which take a while to make.
pub(crate) fn with_tiles() -> Router {
    static ROUTER: LazyLock<Router> = LazyLock::new(|| of_fixtures(false));
    ROUTER.clone()
}

fn of_fixtures(without_tiles: bool) -> Router {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let options =
        terrikon_ingest::pipeline::Options { without_tiles, ..terrikon_ingest::pipeline::Options::default() };
    let release = terrikon_ingest::ingest(&[fixtures], &options).unwrap().release;
    app(AppState::new(Arc::new(EmbeddedStore::new(release))))
}

pub(crate) async fn ask(method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
    ask_from(&router(), method, address, headers).await
}

/// The same of a server that a test made for itself.
pub(crate) async fn ask_from(
    server: &Router,
    method: Method,
    address: &str,
    headers: &[(&str, &str)],
) -> Answer {
    send(server.clone(), method, address, headers, Body::empty()).await
}

async fn send(router: Router, method: Method, address: &str, headers: &[(&str, &str)], body: Body) -> Answer {
    let mut request = Request::builder().method(method).uri(address).header("host", "terrikon.test");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router.oneshot(request.body(body).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, body }
}

pub(crate) async fn get(address: &str) -> Answer {
    ask(Method::GET, address, &[]).await
}

/// Asks a server that a test made for itself.
pub(crate) async fn get_from(server: &Router, address: &str) -> Answer {
    ask_from(server, Method::GET, address, &[]).await
}

/// Sends a body whose length is told.
pub(crate) async fn post(address: &str, body: impl Into<Vec<u8>>) -> Answer {
    let body = body.into();
    let length = body.len().to_string();
    send(router(), Method::POST, address, &[("content-length", &length)], Body::from(body)).await
}

/// Sends a body as it comes, its length untold.
pub(crate) async fn post_untold(address: &str, body: Vec<u8>) -> Answer {
    send(router(), Method::POST, address, &[], Body::from(body)).await
}

/// Asks the server of the bundled release.
pub(crate) async fn get_bundled(address: &str) -> Answer {
    send(bundled(), Method::GET, address, &[], Body::empty()).await
}

/// The same with headers.
pub(crate) async fn ask_bundled(address: &str, headers: &[(&str, &str)]) -> Answer {
    send(bundled(), Method::GET, address, headers, Body::empty()).await
}

/// A document for a snapshot: without the moment of its making and the id of the release, also within cursors, which differ
/// while what is tested stays the same.
pub(crate) fn settled(document: &Value) -> Value {
    let cursor = URL_SAFE_NO_PAD.encode(format!("{}>", release()));
    let text = document.to_string().replace(&release(), "RELEASE").replace(&cursor, "CURSOR-");
    let mut document: Value = serde_json::from_str(&text).unwrap();
    if let Some(members) = document.as_object_mut() {
        members.remove("timeStamp");
    }
    document
}

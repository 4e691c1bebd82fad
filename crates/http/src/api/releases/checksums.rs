//! `/api/releases/{id}/checksums`: what the whole collections of a release come to as files, for who wants to know that a download
//! is whole and is what somebody else had.
//!
//! The id of a release vouches for its content. These vouch for bytes: of the newline-delimited GeoJSON at the address that is told,
//! as this version of the program writes it. `curl ADDRESS | sha256sum` gives the same.

use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    api::download::{Content, Digest, Subject},
    asked::Asked,
    parameters::{OF_DOCUMENT, today},
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Lang};
use terrikon_store::{ClaimsQuery, ItemsQuery, PageStart, Period, Snapshot};

/// The checksums of a release, by collection.
pub(crate) type Digests = Vec<(&'static str, Digest)>;

pub(crate) async fn checksums(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let snapshot = state.release(&id).await?;
    let release = snapshot.release();
    // Oblasts of features are those of the day; within an epoch every day has the same.
    let day = snapshot.directory().epoch(today());
    let digests = state.digests.try_get_with((release.clone(), day), digests(&snapshot, day)).await;
    let digests = digests.map_err(|problem| (*problem).clone())?;
    let told: Vec<Value> = digests
        .iter()
        .map(|(collection, digest)| {
            let narrowing = if is_record(collection) { "" } else { "&lang=en&datetime=../.." };
            let address = format!(
                "{}/api/collections/{collection}/items?f=geojsonl&release={release}{narrowing}",
                asked.base
            );
            json!({
                "collection": collection,
                "sha256": digest.sha256,
                "bytes": digest.bytes,
                "rows": digest.rows,
                "href": address,
            })
        })
        .collect();
    let own = format!("{}/api/releases/{release}", asked.base);
    let links = vec![
        Link::new(format!("{own}/checksums"), "self", JSON, "These checksums"),
        Link::new(own, "up", JSON, "The release"),
    ];
    let document = json!({
        "release": release,
        "of": OF,
        "program": env!("CARGO_PKG_VERSION"),
        "checksums": told,
        "links": links,
    });
    Ok(Answer::json(&document, JSON).of_release(release).linked(links).respond(&asked))
}

/// What is summed.
const OF: &str = "The bytes at each address, uncompressed, as this version of the program writes them: `curl ADDRESS | sha256sum`. \
    Another version may write the same content with other bytes; the id of the release stays.";

fn is_record(collection: &str) -> bool {
    ["claims", "sources"].contains(&collection)
}

async fn digests(snapshot: &Arc<dyn Snapshot>, day: Date) -> Result<Arc<Digests>, Problem> {
    let always = Period { from: None, to: None };
    let features = CollectionId::ALL
        .into_iter()
        .map(|id| Subject::Features(ItemsQuery { period: always, ..ItemsQuery::all(id, day) }));
    let claims = Subject::Claims(ClaimsQuery { limit: usize::MAX, ..ClaimsQuery::default() });
    let sources = Subject::Sources { limit: usize::MAX, start: PageStart::First };
    let mut digests = Digests::new();
    for subject in features.chain([claims, sources]) {
        let name = subject.name();
        let content = Content {
            snapshot: Arc::clone(snapshot),
            subject,
            lang: Lang::En,
            skip_geometry: false,
            only: None,
        };
        digests.push((name, content.digest().await?));
    }
    Ok(Arc::new(digests))
}

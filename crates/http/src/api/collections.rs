//! `/api/collections` and `/api/collections/{id}`: what there is and where.

use super::records::Records;
use crate::{
    AppState,
    answer::{Answer, GEOJSON, JSON, Link},
    asked::Asked,
    parameters::OF_CONTENTS,
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use terrikon_core::CollectionId;
use terrikon_store::Directory;

pub(crate) async fn list(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONTENTS)?;
    known.format(&["json"])?;
    let snapshot = known.snapshot(&state).await?;
    let links = vec![Link::new(asked.beside("/api/collections"), "self", JSON, "The collections")];
    let mut described = CollectionId::ALL.map(|id| describe(id, snapshot.directory(), &asked)).to_vec();
    described.extend(Records::ALL.map(|records| records.describe(&asked)));
    let document = json!({
        "collections": described,
        "links": links,
        "release": snapshot.release(),
    });
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).linked(links).respond(&asked))
}

pub(crate) async fn one(
    State(state): State<AppState>,
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    if let Some(records) = Records::ALL.into_iter().find(|records| records.as_str() == name) {
        return records.collection(&state, &asked).await;
    }
    let id = super::collection(&name)?;
    let known = asked.parameters(&OF_CONTENTS)?;
    known.format(&["json"])?;
    let snapshot = known.snapshot(&state).await?;
    let document = describe(id, snapshot.directory(), &asked);
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).linked(links(id, &asked)).respond(&asked))
}

fn describe(id: CollectionId, directory: &Directory, asked: &Asked) -> Value {
    let summary = directory.summary(id);
    let mut document = json!({
        "id": id.as_str(),
        "title": title(id),
        "description": about(id),
        "itemType": "feature",
        "itemCount": summary.map_or(0, |summary| summary.count),
        "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
        "links": links(id, asked),
    });
    if let Some(extent) = summary.and_then(|summary| summary.extent) {
        document["extent"] = json!({ "spatial": {
            "bbox": [[extent.west, extent.south, extent.east, extent.north]],
            "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        } });
    }
    document
}

fn links(id: CollectionId, asked: &Asked) -> Vec<Link> {
    let own = format!("/api/collections/{id}");
    // What the fields are and what narrows them is the server's and the same for all releases.
    let base = &asked.base;
    let schema = "application/schema+json";
    vec![
        Link::new(asked.beside(&own), "self", JSON, "This collection"),
        Link::new(asked.beside(&format!("{own}/items")), "items", GEOJSON, "Its features"),
        Link::new(
            format!("{base}{own}/queryables"),
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            schema,
            "What narrows it",
        ),
        Link::new(
            format!("{base}{own}/sortables"),
            "http://www.opengis.net/def/rel/ogc/1.0/sortables",
            schema,
            "What orders it",
        ),
        Link::new(
            format!("{base}{own}/schema"),
            "http://www.opengis.net/def/rel/ogc/1.0/schema",
            schema,
            "Its fields",
        ),
        Link::new(
            asked.beside(&format!("/tiles/{id}.json")),
            "alternate",
            JSON,
            "The same as vector tiles (TileJSON)",
        ),
        Link::new(asked.beside("/api/collections"), "parent", JSON, "All collections"),
    ]
}

const fn title(id: CollectionId) -> &'static str {
    match id {
        CollectionId::Hotspots => "Hotspots",
        CollectionId::Zones => "Zones",
        CollectionId::Oblasts => "Oblasts",
        CollectionId::Raions => "Raions",
        CollectionId::Rivers => "Rivers",
        CollectionId::Lakes => "Lakes",
        CollectionId::Settlements => "Settlements",
        CollectionId::ProtectedAreas => "Protected areas",
        CollectionId::Facilities => "Facilities",
        CollectionId::Countries => "Countries",
    }
}

pub(crate) const fn about(id: CollectionId) -> &'static str {
    match id {
        CollectionId::Hotspots => {
            "Places with a pollution problem, with every claim about them and its source."
        }
        CollectionId::Zones => {
            "What surrounds each hotspot, by law or for screening, each with its ground and whether its width was read; \
             without geometry where the width, the shape or the place is not known well enough."
        }
        CollectionId::Oblasts => "First-level areas, in each division that was valid: ask with a date.",
        CollectionId::Raions => "Second-level areas.",
        CollectionId::Rivers => "Rivers, drawn downstream.",
        CollectionId::Lakes => "Lakes, reservoirs and seas.",
        CollectionId::Settlements => "Towns and villages.",
        CollectionId::ProtectedAreas => {
            "Reserves and parks as points, with their areas; outlines are not in the data."
        }
        CollectionId::Facilities => "Industrial sites from open trackers: context, not an accusation.",
        CollectionId::Countries => "Countries, for the base map.",
    }
}

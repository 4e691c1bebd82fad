//! `/api/collections` and `/api/collections/{id}`: what there is and where.

use super::{html, records::Records, tilesets::TILESETS};
use crate::{
    AppState,
    answer::{JSON, Link},
    asked::Asked,
    negotiate::Form,
    parameters::OF_CONTENTS,
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use terrikon_core::CollectionId;
use terrikon_crs::Crs;
use terrikon_store::Directory;

pub(crate) async fn list(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONTENTS)?;
    let form = asked.form(&known, &Form::OF_DOCUMENTS)?;
    let lang = asked.lang(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let mut links = asked.form_links(form, &Form::OF_DOCUMENTS);
    links.extend(super::licence(&asked, snapshot.release()));
    let described =
        CollectionId::ALL.map(|id| describe(id, snapshot.directory(), &links_of(id, &asked, None)));
    let mut described = described.to_vec();
    described.extend(Records::ALL.map(|records| records.describe(&records.links(&asked, None))));
    let document = json!({
        "collections": described,
        "crs": Crs::ALL.map(Crs::uri),
        "links": links,
        "release": snapshot.release(),
    });
    let answer = super::document(&asked, form, lang, &document, links, html::collections);
    Ok(answer.of_release(snapshot.release()).respond(&asked))
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
    let form = asked.form(&known, &Form::OF_DOCUMENTS)?;
    let lang = asked.lang(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let mut links = links_of(id, &asked, Some(form));
    links.extend(super::licence(&asked, snapshot.release()));
    let document = describe(id, snapshot.directory(), &links);
    let answer = super::document(&asked, form, lang, &document, links, html::collection);
    Ok(answer.of_release(snapshot.release()).respond(&asked))
}

fn describe(id: CollectionId, directory: &Directory, links: &[Link]) -> Value {
    let summary = directory.summary(id);
    let mut document = json!({
        "id": id.as_str(),
        "title": title(id),
        "description": about(id),
        "itemType": "feature",
        "itemCount": summary.map_or(0, |summary| summary.count),
        "crs": Crs::ALL.map(Crs::uri),
        "storageCrs": Crs::CRS84.uri(),
        "links": links,
    });
    if let Some(extent) = summary.and_then(|summary| summary.extent) {
        document["extent"] = json!({ "spatial": {
            "bbox": [[extent.west, extent.south, extent.east, extent.north]],
            "crs": Crs::CRS84.uri(),
        } });
    }
    document
}

/// The links of a collection; `form` is that of the document where it is the collection's own.
fn links_of(id: CollectionId, asked: &Asked, form: Option<Form>) -> Vec<Link> {
    let own = format!("/api/collections/{id}");
    // What the fields are and what narrows them is the server's and the same for all releases.
    let base = &asked.base;
    let schema = "application/schema+json";
    let mut links = match form {
        Some(form) => asked.form_links(form, &Form::OF_DOCUMENTS),
        None => vec![Link::new(asked.beside(&own), "self", JSON, "This collection")],
    };
    let items = asked.beside(&format!("{own}/items"));
    let sign = if items.contains('?') { '&' } else { '?' };
    for form in Form::OF_FEATURES {
        let word = form.word();
        links.push(Link::new(format!("{items}{sign}f={word}"), "items", form.media(), "Its features"));
    }
    links.extend([
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
        Link::new(asked.beside("/api/collections"), "parent", JSON, "All collections"),
    ]);
    // Observations are figures, not places: no tile draws them.
    if !id.is_observation() {
        links.extend([
            // Without a media type, or GDAL 3.6 would try to open the tiles, which it can't, and not the features.
            Link::new(asked.beside(&format!("{own}/tiles")), TILESETS, "", "The same as vector tiles"),
            Link::new(
                asked.beside(&format!("/tiles/{id}.json")),
                "alternate",
                JSON,
                "The same as vector tiles (TileJSON)",
            ),
        ]);
    }
    links
}

pub(super) const fn title(id: CollectionId) -> &'static str {
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
        CollectionId::Measurements => "Measurements",
        CollectionId::Projects => "Projects",
        CollectionId::Indicators => "Indicators",
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
        CollectionId::Measurements => {
            "Samples at hotspots: what was found, when, and how it compares with a limit. Mostly without geometry."
        }
        CollectionId::Projects => {
            "What somebody does about hotspots: who, with what money, when. Without geometry."
        }
        CollectionId::Indicators => {
            "Figures of countries, oblasts, towns, waters and protected areas, each of a year and from one source; `area` is \
             the shape of the oblast that was counted. Sources disagree, and all are kept. Without geometry."
        }
    }
}

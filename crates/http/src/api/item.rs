//! `/api/collections/{id}/items/{fid}`: one feature.

use super::{
    feature::{self, Document, Telling},
    html, jsonfg,
};
use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    negotiate::Form,
    parameters::{self, OF_ITEM},
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Serialize;
use serde_json::json;

#[derive(Serialize)]
struct Linked<'a> {
    #[serde(flatten)]
    document: Document,
    links: &'a [Link],
}

pub(crate) async fn item(
    State(state): State<AppState>,
    Path((name, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    let known = asked.parameters(&OF_ITEM)?;
    let form = asked.form(&known, &Form::OF_FEATURES)?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let skip_geometry = known.flag("skipGeometry")?;
    let crs = parameters::crs(&known, "crs")?;
    let only = feature::only(&known, &*snapshot, collection)?;
    let missing = || {
        Problem::new(Slug::UnknownFeature)
            .with("id", &id)
            .with("collection", collection.as_str())
            .hint(Hint::UseSearch)
    };
    let item = snapshot.item(collection, &id).await?.ok_or_else(missing)?;
    let items = match skip_geometry {
        true => vec![item.clone()],
        false => super::crs::projected(&state, vec![item.clone()], crs).await?,
    };
    let told = items.first().ok_or_else(missing)?;
    let telling = Telling { snapshot: &*snapshot, lang, date, skip_geometry, crs, only: only.as_deref() };
    let mut links = asked.form_links(form, &Form::OF_FEATURES);
    let own = asked.beside(&format!("/api/collections/{collection}"));
    links.push(Link::new(own, "collection", JSON, "Its collection"));
    links.extend(super::licence(&asked, snapshot.release()));
    let answer = if form == Form::JsonFg {
        let mut document = jsonfg::root("Feature", collection, crs);
        if let (Some(root), Some(feature)) =
            (document.as_object_mut(), jsonfg::feature(&telling, collection, told, &item).as_object())
        {
            root.extend(feature.clone());
            root.insert("links".to_owned(), json!(links));
        }
        Answer::json(&document, form.media())
    } else {
        let document = Linked { document: telling.document(collection, told), links: &links };
        match form {
            Form::Html => html::feature(&asked, lang, collection.as_str(), &json!(document), &links),
            _ => Answer::json(&document, form.media()),
        }
    };
    let answer = answer.of_release(snapshot.release()).in_language(lang).in_crs(crs);
    Ok(answer.fresh(freshness).linked(links).respond(&asked))
}

//! A feature as clients read it.

use crate::{
    parameters::Parameters,
    problem::{Problem, Slug},
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use terrikon_core::{Claim, CollectionId, Date, Feature, FieldType, Lang, Names};
use terrikon_crs::Crs;
use terrikon_store::{Directory, Item, Snapshot};

/// A GeoJSON feature.
#[derive(Serialize)]
pub(super) struct Document {
    r#type: &'static str,
    id: String,
    geometry: Option<geojson::Geometry>,
    properties: Map<String, Value>,
}

/// How features are told: in which language, by the division of which day, with or without their shapes.
pub(super) struct Telling<'a> {
    pub(super) snapshot: &'a dyn Snapshot,
    pub(super) lang: Lang,
    pub(super) date: Date,
    pub(super) skip_geometry: bool,
    /// What the shapes are in, as x, y; [`super::crs::projected`] brings them there.
    pub(super) crs: Crs,
    /// The only properties to tell beside the id; all where it is absent.
    pub(super) only: Option<&'a [String]>,
}

/// The names of `properties`, each of which a feature of the collection must have; `None` where all are wanted.
pub(super) fn only(
    known: &Parameters<'_>,
    snapshot: &dyn Snapshot,
    collection: CollectionId,
) -> Result<Option<Vec<String>>, Problem> {
    if known.get("properties").is_none() {
        return Ok(None);
    }
    let telling = Telling {
        snapshot,
        lang: Lang::En,
        date: Date::MIN,
        skip_geometry: true,
        crs: Crs::CRS84,
        only: None,
    };
    let members: Vec<String> =
        telling.properties(collection, &Feature::default(), &[]).into_iter().map(|(name, _)| name).collect();
    let only: Vec<String> = known.words("properties").map(ToOwned::to_owned).collect();
    match only.iter().find(|name| !members.contains(name)) {
        Some(unknown) => Err(Problem::new(Slug::UnknownValue)
            .parameter("properties")
            .with("value", unknown)
            .accepted(members)),
        None => Ok(Some(only)),
    }
}

impl Telling<'_> {
    /// The document of a feature.
    pub(super) fn document(&self, collection: CollectionId, item: &Item) -> Document {
        let feature = &*item.feature;
        let shape = feature.geometry.as_ref().filter(|_| !self.skip_geometry);
        Document {
            r#type: "Feature",
            id: feature.id.clone(),
            geometry: shape.map(|shape| super::geometry::geojson(shape, self.crs)),
            properties: self.properties(collection, feature, &item.claims),
        }
    }

    /// All that is told of a feature beside its shape.
    pub(super) fn properties(
        &self,
        collection: CollectionId,
        feature: &Feature,
        claims: &[Claim],
    ) -> Map<String, Value> {
        let directory = self.snapshot.directory();
        let mut told = Map::new();
        told.insert("id".to_owned(), json!(feature.id));
        self.name(&mut told, "name", Some(&feature.names));
        told.insert("names".to_owned(), json!(feature.names));
        for field in collection.fields() {
            // Every feature of a collection has the same members, so that tables made of them have the same columns.
            let absent = if field.holds == FieldType::List { json!([]) } else { Value::Null };
            told.insert(field.name.to_owned(), feature.properties.get(field.name).cloned().unwrap_or(absent));
        }
        if collection != CollectionId::Countries {
            let oblast = feature.oblast_on(self.date);
            told.insert("oblast".to_owned(), json!(oblast));
            self.name(
                &mut told,
                "oblast_name",
                oblast.and_then(|code| directory.oblast_names(code, self.date)),
            );
        }
        if !matches!(collection, CollectionId::Countries | CollectionId::Oblasts | CollectionId::Raions) {
            told.insert("raion".to_owned(), json!(feature.raion));
            self.name(
                &mut told,
                "raion_name",
                feature.raion.as_ref().and_then(|code| directory.raions.get(code)),
            );
        }
        told.insert("position".to_owned(), json!(feature.position));
        told.insert("valid_from".to_owned(), json!(feature.validity.valid_from));
        told.insert("valid_to".to_owned(), json!(feature.validity.valid_to));
        if collection == CollectionId::Hotspots {
            let source = feature.text("position_source").map(|id| source_document(id, directory));
            told.insert("position_source".to_owned(), json!(source));
            let claims: Vec<_> = claims.iter().map(|claim| claim_document(claim, directory)).collect();
            told.insert("claims".to_owned(), claims.into());
        }
        told.insert("release".to_owned(), json!(self.snapshot.release()));
        if let Some(only) = self.only {
            told.retain(|name, _| name == "id" || only.contains(name));
        }
        told
    }

    /// A name and the language that it is really in.
    fn name(&self, told: &mut Map<String, Value>, member: &str, names: Option<&Names>) {
        let shown = names.and_then(|names| names.shown(self.lang));
        told.insert(member.to_owned(), json!(shown.map(|(name, _)| name)));
        told.insert(format!("{member}_lang"), json!(shown.map(|(_, lang)| lang)));
    }
}

/// A source as those tell it who cite it.
pub(super) fn source_document(id: &str, directory: &Directory) -> Value {
    directory.sources.get(id).map_or_else(
        || json!({ "id": id }),
        |source| {
            json!({
                "id": source.id,
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date,
                "date_note": source.date_note,
                "language": source.language,
                "url": source.url,
            })
        },
    )
}

pub(super) fn claim_document(claim: &Claim, directory: &Directory) -> Value {
    json!({
        "property": claim.property,
        "value": claim.value,
        "value_low": claim.value_low,
        "value_high": claim.value_high,
        "unit": claim.unit,
        "year": claim.year,
        "meaning": claim.meaning,
        "grade": claim.grade,
        "note": claim.note,
        "source": source_document(&claim.source, directory),
    })
}

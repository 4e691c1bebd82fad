//! The features of a collection as rows: every field, the names, the areas that hold it, and who says so.

use crate::{Cell, Column, FormatError, Holds, Row};
use geo::BoundingRect as _;
use serde_json::Value;
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};
use terrikon_core::{Claim, CollectionId, Date, Feature, Field, FieldType, Lang, Names, ReleaseId, Source};

/// Which fields name a source.
const NAMES_SOURCE: [&str; 4] = ["source", "position_source", "population_source", "area_source"];

const fn text(name: &'static str, about: &'static str) -> Column {
    Column { name, holds: Holds::Text, about }
}

/// The columns behind those of a collection.
const LAST: [Column; 10] = [
    text("name_en", "name in English"),
    text("name_ru", "name in Russian"),
    text("name_kk", "name in Kazakh"),
    text("name_ky", "name in Kyrgyz"),
    Column { name: "lon", holds: Holds::Real, about: "degrees of longitude of its symbol" },
    Column { name: "lat", holds: Holds::Real, about: "degrees of latitude of its symbol" },
    Column { name: "claims", holds: Holds::Integer, about: "how many claims sources make of it" },
    Column { name: "sources", holds: Holds::List, about: "all sources that it or a claim of it names" },
    Column {
        name: "licences",
        holds: Holds::List,
        about: "licences of these sources, where they are stated",
    },
    text("release", "id of the release"),
];

/// How features become rows: in which language, by the division of which day, with or without their shapes.
#[derive(Debug, Clone)]
pub struct FeatureRows<'a> {
    /// The collection.
    pub collection: CollectionId,
    /// The language of the columns `name`, `oblast_name` and `raion_name`.
    pub lang: Lang,
    /// The day of the division into oblasts.
    pub date: Date,
    /// Whether shapes are left out.
    pub skip_geometry: bool,
    /// The release.
    pub release: &'a ReleaseId,
    /// Names of oblasts on that day, by code.
    pub oblasts: BTreeMap<&'a str, &'a Names>,
    /// Names of raions, by code.
    pub raions: &'a BTreeMap<String, Names>,
    /// Sources, by id.
    pub sources: &'a BTreeMap<String, Source>,
}

/// The columns of the features of a collection.
#[must_use]
pub fn columns(collection: CollectionId) -> Vec<Column> {
    let mut columns = vec![
        text("id", "unique in the collection, kept for good"),
        text("name", "name in the language asked for, else in one that its readers read too"),
        text("name_lang", "language of name"),
    ];
    columns.extend(collection.fields().iter().map(|field| Column {
        name: field.name,
        holds: match field.holds {
            FieldType::Text => Holds::Text,
            FieldType::Integer => Holds::Integer,
            FieldType::Real => Holds::Real,
            FieldType::List => Holds::List,
        },
        about: field.about,
    }));
    if has_oblast(collection) {
        columns.extend([
            text("oblast", "code of the oblast that holds its position on the day asked for"),
            text("oblast_name", "name of that oblast"),
            text("oblast_name_lang", "language of oblast_name"),
        ]);
    }
    if has_raion(collection) {
        columns.extend([
            text("raion", "code of the raion that holds its position"),
            text("raion_name", "name of that raion"),
            text("raion_name_lang", "language of raion_name"),
        ]);
    }
    columns.extend([
        Column { name: "valid_from", holds: Holds::Date, about: "first day on which it exists" },
        Column { name: "valid_to", holds: Holds::Date, about: "first day on which it no longer exists" },
    ]);
    columns.extend(LAST);
    columns
}

fn has_oblast(collection: CollectionId) -> bool {
    collection != CollectionId::Countries
}

fn has_raion(collection: CollectionId) -> bool {
    !matches!(collection, CollectionId::Countries | CollectionId::Oblasts | CollectionId::Raions)
}

impl<'a> FeatureRows<'a> {
    /// The row of a feature and what is claimed of it, in the order of [`columns`].
    ///
    /// # Errors
    /// [`FormatError::Value`] where a field is not of its type.
    pub fn row(&self, feature: &'a Feature, claims: &'a [Claim]) -> Result<Row<'a>, FormatError> {
        let mut cells = vec![Cell::text(Some(feature.id.as_str()))];
        self.name(&mut cells, Some(&feature.names));
        for field in self.collection.fields() {
            cells.push(cell(field, feature.properties.get(field.name))?);
        }
        if has_oblast(self.collection) {
            let oblast = feature.oblast_on(self.date);
            cells.push(Cell::text(oblast));
            self.name(&mut cells, oblast.and_then(|code| self.oblasts.get(code).copied()));
        }
        if has_raion(self.collection) {
            let raion = feature.raion.as_deref();
            cells.push(Cell::text(raion));
            self.name(&mut cells, raion.and_then(|code| self.raions.get(code)));
        }
        let day = |date: Option<Date>| date.map_or(Cell::Empty, Cell::Date);
        cells.extend([day(feature.validity.valid_from), day(feature.validity.valid_to)]);
        cells.extend(Lang::ALL.map(|lang| Cell::text(feature.names.get(lang))));
        let degrees =
            |axis: usize| feature.position.map_or(Cell::Empty, |position| Cell::Real(position[axis]));
        cells.extend([degrees(0), degrees(1)]);
        cells.push(Cell::Integer(i64::try_from(claims.len()).unwrap_or(i64::MAX)));
        let sources = self.sources_of(feature, claims);
        cells.push(Cell::List(sources.iter().map(|source| cited(source).into()).collect()));
        let licences: BTreeSet<&str> = sources.iter().map(|source| source.licence.as_str()).collect();
        let stated = licences.into_iter().filter(|licence| !licence.is_empty());
        cells.push(Cell::List(stated.map(Cow::Borrowed).collect()));
        cells.push(Cell::text(Some(self.release.as_str())));
        let shape =
            feature.geometry.as_ref().filter(|shape| !self.skip_geometry && shape.bounding_rect().is_some());
        Ok(Row { shape, cells })
    }

    /// A name and the language that it is really in.
    fn name(&self, cells: &mut Vec<Cell<'a>>, names: Option<&'a Names>) {
        let shown = names.and_then(|names| names.shown(self.lang));
        cells.push(Cell::text(shown.map(|(name, _)| name)));
        cells.push(Cell::text(shown.map(|(_, lang)| lang.as_str())));
    }

    /// All sources that a feature or a claim about it names, by id.
    fn sources_of(&self, feature: &'a Feature, claims: &'a [Claim]) -> Vec<&'a Source> {
        let of_feature = NAMES_SOURCE.iter().filter_map(|field| feature.text(field));
        let ids: BTreeSet<&str> =
            of_feature.chain(claims.iter().map(|claim| claim.source.as_str())).collect();
        ids.into_iter().filter_map(|id| self.sources.get(id)).collect()
    }
}

/// A source as one line: who published what, when, and where it is.
#[must_use]
pub fn cited(source: &Source) -> String {
    let Source { title, publisher, date, url, .. } = source;
    let parts = [publisher, title, date, url].map(String::as_str).into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

fn cell<'a>(field: &Field, value: Option<&'a Value>) -> Result<Cell<'a>, FormatError> {
    let fits = match (field.holds, value) {
        // Every feature has a list, so that tables need no third state.
        (FieldType::List, None | Some(Value::Null)) => Some(Cell::List(Vec::new())),
        (_, None | Some(Value::Null)) => Some(Cell::Empty),
        (FieldType::Text, Some(Value::String(text))) => Some(Cell::Text(text.into())),
        (FieldType::Text, Some(other)) => Some(Cell::Text(other.to_string().into())),
        (FieldType::Integer, Some(number)) => number.as_i64().map(Cell::Integer),
        (FieldType::Real, Some(number)) => {
            number.as_f64().filter(|number| number.is_finite()).map(Cell::Real)
        }
        (FieldType::List, Some(Value::Array(list))) => Some(Cell::List(list.iter().map(word).collect())),
        (FieldType::List, Some(_)) => None,
    };
    fits.ok_or_else(|| FormatError::Value {
        column: field.name,
        value: value.map(ToString::to_string).unwrap_or_default(),
    })
}

fn word(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| value.to_string().into(), Cow::Borrowed)
}

//! What changed from one release to another, row by row.

use crate::{
    Claim, Collection, CollectionId, Feature, Lang, Release, ReleaseId, Source, population::PopulationSource,
};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What changed from one release to another. Lists are ordered by id.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReleaseDiff {
    /// The older release.
    pub from: ReleaseId,
    /// The newer release.
    pub to: ReleaseId,
    /// One for each collection.
    pub collections: Vec<CollectionDiff>,
    /// By the id of the claim, which follows its content: a claim is never changed, but removed and added.
    pub claims: RowsDiff,
    /// By the id of the source.
    pub sources: RowsDiff,
    /// Ids of rasters of people that were added, removed, or have other cells, another place or another part.
    pub population: Vec<String>,
    /// Whether shapes that tiles draw changed.
    pub generalised: bool,
}

/// What changed in a collection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CollectionDiff {
    /// Which one.
    #[serde(serialize_with = "name")]
    pub collection: CollectionId,
    /// Ids of features that came.
    pub added: Vec<String>,
    /// Ids of features that went.
    pub removed: Vec<String>,
    /// Features that are in both and differ.
    pub changed: Vec<FeatureChange>,
}

/// A feature that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FeatureChange {
    /// Its id.
    pub id: String,
    /// What differs: fields in the order of the collection, the common ones first.
    pub fields: Vec<FieldChange>,
}

/// A field that differs; null where it is absent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    /// Its name; `geometry` for the shape.
    pub field: String,
    /// The value in the older release; of a shape its kind and how many vertices it has.
    pub before: Value,
    /// The value in the newer release.
    pub after: Value,
}

/// Ids of rows that came, went or differ.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RowsDiff {
    /// Those that came.
    pub added: Vec<String>,
    /// Those that went.
    pub removed: Vec<String>,
    /// Those that are in both and differ.
    pub changed: Vec<String>,
}

fn name<S: Serializer>(collection: &CollectionId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(collection.as_str())
}

impl ReleaseDiff {
    /// Compares two releases, in the time that it takes to read both.
    #[must_use]
    pub fn between(from: &Release, to: &Release) -> Self {
        Self {
            from: from.id.clone(),
            to: to.id.clone(),
            collections: CollectionId::ALL
                .into_iter()
                .map(|id| CollectionDiff::between(from.collection(id), to.collection(id)))
                .collect(),
            claims: RowsDiff::between(&from.claims, &to.claims, Claim::id),
            sources: RowsDiff::between(&from.sources, &to.sources, |source: &Source| source.id.clone()),
            population: population(&from.population, &to.population),
            generalised: from.generalised != to.generalised,
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.collections.iter().all(CollectionDiff::is_empty)
            && self.claims == RowsDiff::default()
            && self.sources == RowsDiff::default()
            && self.population.is_empty()
            && !self.generalised
    }
}

impl CollectionDiff {
    fn between(from: &Collection, to: &Collection) -> Self {
        let ids = |one: &Collection, other: &Collection| {
            let only = one.features.iter().filter(|feature| other.get(&feature.id).is_none());
            only.map(|feature| feature.id.clone()).collect()
        };
        let changed = from.features.iter().filter_map(|before| {
            let after = to.get(&before.id)?;
            (before != after)
                .then(|| FeatureChange { id: before.id.clone(), fields: fields(from.id, before, after) })
        });
        Self { collection: from.id, added: ids(to, from), removed: ids(from, to), changed: changed.collect() }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

impl RowsDiff {
    fn between<T: PartialEq>(from: &[T], to: &[T], id: impl Fn(&T) -> String) -> Self {
        let by_id = |rows| -> BTreeMap<String, &T> {
            Iterator::map(<[T]>::iter(rows), |row| (id(row), row)).collect()
        };
        let (from, to): (BTreeMap<_, &T>, BTreeMap<_, &T>) = (by_id(from), by_id(to));
        let only = |one: &BTreeMap<String, &T>, other: &BTreeMap<String, &T>| {
            one.keys().filter(|id| !other.contains_key(*id)).cloned().collect()
        };
        Self {
            added: only(&to, &from),
            removed: only(&from, &to),
            changed: from
                .iter()
                .filter(|(id, row)| to.get(*id).is_some_and(|other| other != *row))
                .map(|(id, _)| id.clone())
                .collect(),
        }
    }
}

fn population(from: &[PopulationSource], to: &[PopulationSource]) -> Vec<String> {
    let ids = from.iter().chain(to).map(|source| source.grid.id());
    let find = |list: &[PopulationSource], id: &str| {
        let place = list.iter().position(|source| source.grid.id() == id)?;
        Some((place, list[place].clone()))
    };
    let mut changed: Vec<String> =
        ids.filter(|id| find(from, id) != find(to, id)).map(ToOwned::to_owned).collect();
    changed.sort();
    changed.dedup();
    changed
}

/// What differs between two versions of a feature: fields in the order of the collection, the common ones first.
#[must_use]
pub fn fields(collection: CollectionId, before: &Feature, after: &Feature) -> Vec<FieldChange> {
    let mut changed = Vec::new();
    let mut compare = |field: &str, before: Value, after: Value| {
        if before != after {
            changed.push(FieldChange { field: field.to_owned(), before, after });
        }
    };
    for lang in Lang::ALL {
        compare(&format!("name_{lang}"), json!(before.names.get(lang)), json!(after.names.get(lang)));
    }
    compare("position", json!(before.position), json!(after.position));
    compare("valid_from", json!(before.validity.valid_from), json!(after.validity.valid_from));
    compare("valid_to", json!(before.validity.valid_to), json!(after.validity.valid_to));
    compare("oblasts", json!(before.oblasts), json!(after.oblasts));
    compare("raion", json!(before.raion), json!(after.raion));
    for field in collection.fields() {
        compare(
            field.name,
            json!(before.properties.get(field.name)),
            json!(after.properties.get(field.name)),
        );
    }
    if before.geometry != after.geometry {
        let [before, after] = [before, after].map(|feature| json!(feature.geometry.as_ref().map(shape)));
        changed.push(FieldChange { field: "geometry".to_owned(), before, after });
    }
    changed
}

/// A shape in a few words: vertices tell nobody anything.
fn shape(geometry: &geo::Geometry<f64>) -> String {
    use geo::{CoordsIter as _, Geometry};
    if let Geometry::Point(point) = geometry {
        return format!("point {} {}", point.x(), point.y());
    }
    let kind = match geometry {
        Geometry::LineString(_) | Geometry::MultiLineString(_) | Geometry::Line(_) => "line",
        Geometry::Polygon(_) | Geometry::MultiPolygon(_) | Geometry::Rect(_) | Geometry::Triangle(_) => {
            "polygon"
        }
        _ => "shape",
    };
    format!("{kind} of {} vertices", geometry.coords_count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::point;

    fn release(features: Vec<Feature>, sources: Vec<Source>) -> Release {
        Release::new(vec![Collection::new(CollectionId::Hotspots, features)], vec![], sources, vec![], vec![])
    }

    fn hotspot(id: &str, kind: &str, lon: f64) -> Feature {
        let mut feature = Feature {
            id: id.to_owned(),
            geometry: Some(point!(x: lon, y: 50.0).into()),
            ..Feature::default()
        };
        feature.properties.insert("kind".to_owned(), json!(kind));
        feature
    }

    #[test]
    fn every_row_that_differs_is_named_with_what_differs() {
        let before = release(
            vec![hotspot("a", "dump", 70.0), hotspot("b", "lake", 71.0), hotspot("c", "dump", 72.0)],
            vec![],
        );
        let mut moved = hotspot("b", "river", 71.5);
        moved.names.set(Lang::Ru, "Нура");
        let after = release(
            vec![hotspot("b", "river", 71.5), hotspot("c", "dump", 72.0), hotspot("d", "dump", 73.0)],
            vec![],
        );
        let diff = ReleaseDiff::between(&before, &after);
        let hotspots = &diff.collections[0];
        assert_eq!(
            (hotspots.added.as_slice(), hotspots.removed.as_slice()),
            (&["d".to_owned()][..], &["a".to_owned()][..])
        );
        let [changed] = hotspots.changed.as_slice() else { panic!("{hotspots:?}") };
        assert_eq!(changed.id, "b");
        let told: Vec<_> =
            changed.fields.iter().map(|f| (f.field.as_str(), f.before.clone(), f.after.clone())).collect();
        assert_eq!(
            told,
            [
                ("kind", json!("lake"), json!("river")),
                ("geometry", json!("point 71 50"), json!("point 71.5 50")),
            ]
        );
        let named = ReleaseDiff::between(
            &after,
            &release(vec![moved, hotspot("c", "dump", 72.0), hotspot("d", "dump", 73.0)], vec![]),
        );
        assert_eq!(named.collections[0].changed[0].fields[0].field, "name_ru");
        assert!(ReleaseDiff::between(&after, &after).is_empty() && !diff.is_empty());
    }
}

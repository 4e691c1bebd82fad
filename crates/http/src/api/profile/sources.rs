//! The sources that a profile cites.

use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use terrikon_core::Feature;
use terrikon_store::Directory;

/// Collects the ids of sources as they are cited.
pub(super) struct Cited<'a> {
    directory: &'a Directory,
    ids: BTreeSet<String>,
}

impl<'a> Cited<'a> {
    pub(super) const fn new(directory: &'a Directory) -> Self {
        Self { directory, ids: BTreeSet::new() }
    }

    /// Those of a feature.
    pub(super) fn feature(&mut self, feature: &Feature) {
        let fields = ["source", "area_source", "position_source"];
        self.ids.extend(fields.iter().filter_map(|field| feature.text(field)).map(ToOwned::to_owned));
    }

    /// Those of the populations of a report.
    pub(super) fn exposure(&mut self, report: &Value) {
        let also = report["population_also"].as_array().into_iter().flatten();
        let ids =
            [&report["population"]].into_iter().chain(also).filter_map(|one| one["source"]["id"].as_str());
        self.ids.extend(ids.map(ToOwned::to_owned));
    }

    /// All of them by id, as their list tells them.
    pub(super) fn told(&self) -> Value {
        let told = self.ids.iter().map(|id| {
            let source =
                self.directory.sources.get(id).map_or_else(|| json!({ "id": id }), |source| json!(source));
            (id.clone(), source)
        });
        Value::Object(told.collect::<Map<_, _>>())
    }
}

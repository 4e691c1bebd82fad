//! Hotspots, projects, measurements and protected areas of an oblast, as rows.

use super::{Asking, sources::Cited};
use crate::problem::Problem;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, FieldType, Kind, Status, Trust};
use terrikon_store::{Item, ItemsQuery, Period};

impl Asking<'_> {
    /// How many hotspots of each kind, status and trust, and each by its name.
    pub(super) fn hotspots(&self, items: &[Item]) -> Value {
        let count = |field: &str, words: Vec<&'static str>| -> Map<String, Value> {
            let of = |word: &str| items.iter().filter(|item| item.feature.text(field) == Some(word)).count();
            let counted = words.into_iter().map(|word| (word, of(word))).filter(|(_, count)| *count > 0);
            counted.map(|(word, count)| (word.to_owned(), json!(count))).collect()
        };
        let list = items.iter().map(|item| {
            let feature = &*item.feature;
            let (name, name_lang) = self.name(Some(&feature.names));
            json!({
                "id": feature.id,
                "name": name,
                "name_lang": name_lang,
                "kind": feature.text("kind"),
                "subkind": feature.text("subkind"),
                "status": feature.text("status"),
                "trust": feature.text("trust"),
                "position_kind": feature.text("position_kind"),
                "position_accuracy_m": feature.number("position_accuracy_m"),
            })
        });
        json!({
            "total": items.len(),
            "by_kind": count("kind", Kind::ALL.iter().map(|word| word.as_str()).collect()),
            "by_status": count("status", Status::ALL.iter().map(|word| word.as_str()).collect()),
            "by_trust": count("trust", Trust::ALL.iter().map(|word| word.as_str()).collect()),
            "list": list.collect::<Vec<_>>(),
        })
    }

    /// Projects in the oblast, and those at one of its hotspots.
    pub(super) async fn projects(&self, hotspots: &[Item]) -> Result<Vec<Item>, Problem> {
        let ids: BTreeSet<&str> = hotspots.iter().map(|item| item.feature.id.as_str()).collect();
        let period = Period { from: None, to: None };
        let query = ItemsQuery { period, ..ItemsQuery::all(CollectionId::Projects, self.date) };
        let mut items = self.snapshot.items(query).await?.items;
        let here = std::slice::from_ref(&self.oblast.code);
        items.retain(|Item { feature, .. }| {
            feature.in_oblast_on(here, self.date) || feature.list("hotspots").any(|id| ids.contains(id))
        });
        Ok(items)
    }

    /// Rows with all fields of their collection.
    pub(super) fn records(&self, collection: CollectionId, items: &[Item], cited: &mut Cited<'_>) -> Value {
        let told = items.iter().map(|item| {
            let feature = &*item.feature;
            cited.feature(feature);
            let (name, name_lang) = self.name(Some(&feature.names));
            let mut row = Map::from_iter([
                ("id".to_owned(), json!(feature.id)),
                ("name".to_owned(), json!(name)),
                ("name_lang".to_owned(), json!(name_lang)),
            ]);
            row.extend(collection.fields().iter().map(|field| {
                let absent = if field.holds == FieldType::List { json!([]) } else { Value::Null };
                (field.name.to_owned(), feature.properties.get(field.name).cloned().unwrap_or(absent))
            }));
            Value::Object(row)
        });
        told.collect()
    }
}

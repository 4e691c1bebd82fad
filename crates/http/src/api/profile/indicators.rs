//! Figures over the years, of the oblast and of towns, waters and reserves in it: each with the area that it counted, and all sources
//! of a year side by side.

use super::{Asking, sources::Cited};
use crate::messages::label;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::Feature;
use terrikon_store::Item;

impl Asking<'_> {
    /// One group for each subject, indicator and unit; those of the oblast itself come first.
    pub(super) fn indicators(&self, items: &[Item], cited: &mut Cited<'_>) -> Value {
        let mut groups: BTreeMap<_, Vec<&Feature>> = BTreeMap::new();
        for item in items {
            let feature = &*item.feature;
            let text = |field| feature.text(field).unwrap_or_default();
            let key = (text("about") != "oblast", text("about"), text("subject"));
            groups.entry((key, text("indicator"), text("unit"))).or_default().push(feature);
        }
        let told = groups.into_iter().map(|(((_, about, subject), indicator, unit), mut figures)| {
            figures.sort_by_key(|figure| (year(figure), figure.text("source").map(ToOwned::to_owned)));
            let names = figures.first().map(|figure| &figure.names);
            let (name, name_lang) = self.name(names);
            json!({
                "indicator": indicator,
                "name": label(self.lang, "indicator", indicator),
                "unit": unit,
                "unit_name": label(self.lang, "unit", unit),
                "about": about,
                "subject": { "id": subject, "name": name, "name_lang": name_lang },
                "conflicts": conflicts(&figures),
                "series": figures.iter().map(|figure| self.figure(figure, cited)).collect::<Vec<_>>(),
            })
        });
        told.collect()
    }

    fn figure(&self, figure: &Feature, cited: &mut Cited<'_>) -> Value {
        cited.feature(figure);
        let field = |name: &str| figure.properties.get(name).cloned().unwrap_or(Value::Null);
        json!({
            "id": figure.id,
            "year": field("year"),
            "value": field("value"),
            "low": field("value_low"),
            "high": field("value_high"),
            "stated": field("stated"),
            "area": figure.text("area").map(|id| self.counted(id)),
            "area_note": field("area_note"),
            "grade": field("grade"),
            "meaning": field("meaning"),
            "source": field("source"),
            "note": field("note"),
        })
    }

    /// The area that a figure counted, and whether it is the one that was asked for.
    fn counted(&self, id: &str) -> Value {
        let area = self.snapshot.directory().oblasts.iter().find(|oblast| oblast.id == id);
        let mut told = self.area(area);
        told["id"] = json!(id);
        told["same_as_asked"] = json!(id == self.oblast.id);
        told
    }
}

fn year(figure: &Feature) -> Option<i64> {
    figure.properties.get("year").and_then(Value::as_i64)
}

/// The years for which sources give different values of the same area.
fn conflicts(figures: &[&Feature]) -> BTreeSet<i64> {
    let mut said: BTreeMap<_, BTreeMap<u64, Option<&str>>> = BTreeMap::new();
    for figure in figures {
        if let (Some(year), Some(value)) = (year(figure), figure.number("value")) {
            let values = said.entry((year, figure.text("area"))).or_default();
            values.insert(value.to_bits(), figure.text("source"));
        }
    }
    let differ = |values: &BTreeMap<u64, Option<&str>>| {
        values.len() > 1 && values.values().collect::<BTreeSet<_>>().len() > 1
    };
    said.into_iter().filter(|(_, values)| differ(values)).map(|((year, _), _)| year).collect()
}

//! The document: a figure an oblast or why there is none, classes, sources and what a reader must know.

use super::{
    EXPOSURE, HOTSPOTS,
    classes::{MOST, limits},
    figures::{Figure, Series},
    people::Reached,
};
use crate::{
    api::{exposure::document::Telling as OfExposure, feature::source_document},
    messages::{label, message},
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::{Date, Lang, exposure::Surroundings};
use terrikon_store::{Snapshot, directory::Oblast};

/// How a document is told: of which release and day, and in which language.
pub(super) struct Telling<'a> {
    pub(super) snapshot: &'a dyn Snapshot,
    pub(super) lang: Lang,
    pub(super) date: Date,
}

/// Why an oblast has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// No source gives one.
    NoFigure,
    /// What sources give counts other borders than those of the day, or none that are known.
    OtherArea,
    /// The release holds no hotspot there.
    NoHotspots,
    /// Its hotspots are known less exactly than people are counted around them.
    Vague,
    /// There is no population data.
    NoPopulation,
}

impl Why {
    const fn as_str(self) -> &'static str {
        match self {
            Self::NoFigure => "no-figure",
            Self::OtherArea => "other-area",
            Self::NoHotspots => "no-hotspots",
            Self::Vague => "vague",
            Self::NoPopulation => "no-population",
        }
    }
}

/// What is told of an oblast.
#[derive(Debug, Default)]
pub(super) struct Shade {
    pub(super) value: Option<f64>,
    pub(super) why: Option<Why>,
    /// Members of its own, such as the interval.
    pub(super) also: Map<String, Value>,
}

impl Telling<'_> {
    /// People within reach of the hotspots of each oblast, everybody once.
    pub(super) fn exposure(
        &self,
        oblasts: &[Oblast],
        people: &BTreeMap<String, Reached>,
        surroundings: &Surroundings,
        reach: f64,
    ) -> Value {
        let shades: Vec<Shade> = oblasts
            .iter()
            .map(|oblast| people.get(&oblast.code).map_or_else(Shade::default, of_people))
            .collect();
        let of_exposure = OfExposure {
            surroundings,
            directory: self.snapshot.directory(),
            lang: self.lang,
            date: self.date,
        };
        let mut told = self.document(EXPOSURE, "people", oblasts, &shades, None);
        told["radius_m"] = json!(reach);
        let mut counting = of_exposure.sources();
        told["method"] = counting["method"].take();
        told["population"] = counting["population"].take();
        told["caveats"] = self.caveats(&["profile-known-hotspots", "shading-absolute", "not-a-dose"]);
        told
    }

    /// How many hotspots each oblast has.
    pub(super) fn hotspots(&self, oblasts: &[Oblast], counts: &[usize]) -> Value {
        let shades: Vec<Shade> =
            counts.iter().map(|count| Shade { value: Some(*count as f64), ..Shade::default() }).collect();
        let mut told = self.document(HOTSPOTS, "hotspots", oblasts, &shades, None);
        told["caveats"] = self.caveats(&["profile-known-hotspots", "shading-absolute"]);
        told
    }

    /// The figures of an indicator in a year.
    pub(super) fn series(
        &self,
        oblasts: &[Oblast],
        indicator: &str,
        series: &Series<'_>,
        year: i64,
    ) -> Value {
        let shades: Vec<Shade> = oblasts.iter().map(|oblast| of_year(series, oblast, year)).collect();
        let all = series.of_all_years();
        let mut told = self.document(indicator, &series.unit, oblasts, &shades, Some(all));
        let years =
            series.years().into_iter().map(|(year, oblasts)| json!({ "year": year, "oblasts": oblasts }));
        told["year"] = json!(year);
        told["years"] = years.collect();
        let cited = shades.iter().flat_map(|shade| shade.also["figures"].as_array().into_iter().flatten());
        let cited: BTreeSet<&str> = cited.filter_map(|figure| figure["source"].as_str()).collect();
        let directory = self.snapshot.directory();
        told["sources"] = cited
            .into_iter()
            .map(|id| (id.to_owned(), source_document(id, directory)))
            .collect::<Map<_, _>>()
            .into();
        told["caveats"] = self.caveats(&["shading-one-source", "shading-other-area", "shading-absolute"]);
        told
    }

    /// What all documents have in common. Classes are made of `all` figures where they are given, else of those shown.
    fn document(
        &self,
        indicator: &str,
        unit: &str,
        oblasts: &[Oblast],
        shades: &[Shade],
        all: Option<Vec<f64>>,
    ) -> Value {
        let over = if all.is_some() { "all-years" } else { "shown" };
        let figures = all.unwrap_or_else(|| shades.iter().filter_map(|shade| shade.value).collect());
        json!({
            "indicator": indicator,
            "name": label(self.lang, "indicator", indicator),
            "unit": unit,
            "unit_name": label(self.lang, "unit", unit),
            "date": self.date,
            "year": null,
            "years": [],
            "radius_m": null,
            "method": null,
            "population": null,
            "classes": { "method": "natural-breaks", "over": over, "limits": limits(figures.into_iter(), MOST) },
            "oblasts": oblasts.iter().zip(shades).map(|(oblast, shade)| self.oblast(oblast, shade)).collect::<Vec<_>>(),
            "sources": {},
        })
    }

    fn oblast(&self, oblast: &Oblast, shade: &Shade) -> Value {
        let shown = oblast.names.shown(self.lang);
        let mut told = json!({
            "code": oblast.code,
            "id": oblast.id,
            "name": shown.map(|(name, _)| name),
            "name_lang": shown.map(|(_, lang)| lang),
            "valid_from": oblast.validity.valid_from,
            "valid_to": oblast.validity.valid_to,
            "value": shade.value,
            "why": shade.why.map(Why::as_str),
            "why_text": shade.why.and_then(|why| message(self.lang, &format!("shading-why-{}", why.as_str()), &[])),
            "low": null,
            "high": null,
            "figures": [],
        });
        if let Value::Object(members) = &mut told {
            members.extend(shade.also.clone());
        }
        told
    }

    fn caveats(&self, codes: &[&str]) -> Value {
        let text = |code: &str| message(self.lang, &format!("caveat-{code}"), &[]);
        codes.iter().map(|code| json!({ "code": code, "text": text(code) })).collect()
    }
}

fn of_people(reached: &Reached) -> Shade {
    let people = &reached.people;
    let why = match people.central {
        _ if reached.hotspots == 0 => Some(Why::NoHotspots),
        Some(_) => None,
        None if reached.vague == reached.hotspots => Some(Why::Vague),
        None => Some(Why::NoPopulation),
    };
    let rounded = |figure: Option<f64>| why.is_none().then_some(figure).flatten().map(f64::round);
    let also = json!({
        "low": rounded(people.low),
        "high": rounded(people.high),
        "least": rounded(people.least),
        "most": rounded(people.most),
        "hotspots": reached.hotspots,
        "vague": reached.vague,
    });
    Shade { value: rounded(people.central), why, also: members(also) }
}

fn of_year(series: &Series<'_>, oblast: &Oblast, year: i64) -> Shade {
    let given = series.of_oblast(&oblast.code, year);
    let chosen = series.chosen(&oblast.code, &oblast.id, year);
    let why = match chosen {
        Some(_) => None,
        None if given.is_empty() => Some(Why::NoFigure),
        None => Some(Why::OtherArea),
    };
    let bound = |field: &str| chosen.and_then(|figure| figure.feature.number(field));
    let told = |figure: &Figure<'_>| {
        let field = |name: &str| figure.feature.properties.get(name).cloned().unwrap_or(Value::Null);
        json!({
            "id": figure.feature.id,
            "value": figure.value,
            "shown": chosen.is_some_and(|chosen| chosen.feature.id == figure.feature.id),
            "area": field("area"),
            "area_note": field("area_note"),
            "meaning": field("meaning"),
            "grade": field("grade"),
            "source": field("source"),
        })
    };
    let also = json!({
        "low": bound("value_low"),
        "high": bound("value_high"),
        "figures": given.iter().map(told).collect::<Vec<_>>(),
    });
    Shade { value: chosen.map(|figure| figure.value), why, also: members(also) }
}

fn members(told: Value) -> Map<String, Value> {
    match told {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

//! Reports as clients read them.

use crate::messages::{Told, told};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{
    Date, Lang, Names,
    exposure::{Caveat, People, Ring, Surroundings, Together, proximity::Proximity, ring::ByOblast},
    population::PopulationGrid,
};
use terrikon_store::Directory;

use crate::api::feature::source_document;

/// Where readers learn how figures come about.
const METHOD: &str = "/methods/exposure";

/// How reports are told: in which language, by the division of which day.
pub(in crate::api) struct Telling<'a> {
    pub(in crate::api) surroundings: &'a Surroundings,
    pub(in crate::api) directory: &'a Directory,
    pub(in crate::api) lang: Lang,
    pub(in crate::api) date: Date,
}

impl Telling<'_> {
    /// The population sources: the one of the figures; then those that widen the interval, and those that are told for comparison.
    pub(in crate::api) fn sources(&self) -> Value {
        let counting = self.surroundings.populations.iter().map(|grid| self.population(grid, true));
        let compared = self.surroundings.compared.iter().map(|grid| self.population(grid, false));
        let mut sources = counting.chain(compared);
        let primary = sources.next();
        json!({ "population": primary, "population_also": sources.collect::<Vec<_>>(), "method": METHOD })
    }

    fn population(&self, grid: &Arc<PopulationGrid>, counts: bool) -> Value {
        let frame = grid.frame();
        json!({
            "id": grid.id(),
            "source": source_document(grid.source(), self.directory),
            "year": grid.year(),
            "counts": counts,
            "resolution": { "degrees": [frame.step_x, frame.step_y], "arc_minutes": round(frame.step_y * 60.0, 3) },
            "caveats": self.notes(faults(grid.id())),
        })
    }

    /// What is true of every report.
    pub(super) fn always(&self) -> Value {
        self.notes(&["not-a-dose", "even-spread", "towns-apart"])
    }

    /// Caveats without numbers.
    pub(in crate::api) fn notes(&self, codes: &[&str]) -> Value {
        codes.iter().map(|code| json!({ "code": code, "text": self.text(code, &[]) })).collect()
    }

    /// A settlement with the residents that its source gives.
    pub(in crate::api) fn settlement(&self, id: &str) -> Value {
        let town = self.surroundings.settlement(id);
        let (name, name_lang) = self.name(town.map(|town| &town.names));
        json!({
            "id": id,
            "name": name,
            "name_lang": name_lang,
            "population": town.and_then(|town| town.population),
            "population_year": town.and_then(|town| town.population_year.as_deref()),
            "population_source": town.and_then(|town| town.population_source.as_deref()),
            "position": town.map(|town| town.position),
        })
    }

    pub(in crate::api) fn ring(&self, ring: &Ring) -> Value {
        let settlements = ring.settlements.iter().map(|within| {
            let mut told = self.settlement(&within.id);
            told["distance_m"] = json!(round(within.distance_m, 1));
            told
        });
        let hotspots = ring.hotspots.iter().map(|within| {
            let site = self.surroundings.hotspot(&within.id);
            let names = site.as_ref().map(|site| &site.names);
            json!({
                "id": within.id,
                "name": self.name(names).0,
                "name_lang": self.name(names).1,
                "kind": site.and_then(|site| site.kind).map(terrikon_core::Kind::as_str),
                "distance_m": round(within.distance_m, 1),
                "position_accuracy_m": within.position_accuracy_m,
            })
        });
        let protected = ring.protected_areas.iter().map(|within| {
            let area = self.surroundings.protected_areas.iter().find(|area| area.id == within.id);
            let (name, name_lang) = self.name(area.map(|area| &area.names));
            json!({
                "id": within.id,
                "name": name,
                "name_lang": name_lang,
                "distance_m": round(within.distance_m, 1),
                "point_inside": within.point_inside,
                "area_ha": area.and_then(|area| area.area_ha),
                "position_accuracy_m": area.map(|area| area.accuracy_m),
            })
        });
        let by_source = ring.by_source.iter().map(|one| {
            json!({ "source": one.source, "counts": one.counts, "people": one.people.map(people_round), "without_data": round(one.without_data, 6) })
        });
        json!({
            "radius_m": ring.radius_m,
            "area_m2": round(ring.area_m2, 0),
            "people": self.people(&ring.people),
            "by_source": by_source.collect::<Vec<_>>(),
            "by_oblast": self.by_oblast(&ring.by_oblast),
            "settlements": settlements.collect::<Vec<_>>(),
            "hotspots": hotspots.collect::<Vec<_>>(),
            "protected_areas": protected.collect::<Vec<_>>(),
            "caveats": self.caveats(&ring.caveats),
        })
    }

    pub(super) fn together(&self, together: &Together, ids: &[String]) -> Value {
        let left_out = together.left_out.iter().filter_map(|index| ids.get(*index));
        json!({
            "radius_m": together.radius_m,
            "places": together.places,
            "left_out": left_out.collect::<Vec<_>>(),
            "area_m2": round(together.area_m2, 0),
            "people_sum": self.people(&together.people_sum),
            "people_union": self.people(&together.people_union),
            "by_oblast": self.by_oblast(&together.by_oblast),
            "caveats": self.caveats(&together.caveats),
        })
    }

    pub(super) fn proximity(&self, proximity: Option<&Proximity>) -> Value {
        json!(proximity.map(|proximity| json!({
            "score": round(proximity.score, 6),
            "unit": "1/km",
            "within_5_km": proximity.within_5_km,
            "left_out": proximity.left_out,
            "unit_radius_m": round(proximity.unit_radius_m, 1),
            "source": "EPA EJScreen, proximity score",
            "method": "/methods/proximity",
        })))
    }

    fn people(&self, people: &People) -> Value {
        json!({
            "low": people.low.map(people_round),
            "central": people.central.map(people_round),
            "high": people.high.map(people_round),
            "least": people.least.map(f64::floor),
            "most": people.most.map(f64::ceil),
        })
    }

    fn by_oblast(&self, split: &[ByOblast]) -> Value {
        split
            .iter()
            .map(|part| {
                let names = part.oblast.as_deref().and_then(|code| self.directory.oblast_names(code, self.date));
                json!({ "oblast": part.oblast, "name": self.name(names).0, "people": part.people.map(people_round) })
            })
            .collect()
    }

    fn name(&self, names: Option<&Names>) -> (Option<String>, Option<Lang>) {
        let shown = names.and_then(|names| names.shown(self.lang));
        (shown.map(|(name, _)| name.to_owned()), shown.map(|(_, lang)| lang))
    }

    fn caveats(&self, caveats: &[Caveat]) -> Value {
        caveats
            .iter()
            .map(|caveat| {
                // A caveat is its code and its numbers, which are the arguments of its text.
                let mut document = json!(caveat);
                document["text"] = json!(self.text(caveat.code(), &arguments(caveat)));
                document
            })
            .collect()
    }

    fn text(&self, code: &str, arguments: &[(&'static str, Told)]) -> Option<String> {
        told(self.lang, &format!("caveat-{code}"), arguments)
    }
}

fn arguments(caveat: &Caveat) -> Vec<(&'static str, Told)> {
    let km = |metres: f64| Told::Number(round(metres / 1000.0, 1));
    match caveat {
        Caveat::PositionAccuracy { accuracy_m, radius_m } => {
            vec![("accuracy", km(*accuracy_m)), ("radius", km(*radius_m))]
        }
        Caveat::PartWithoutData { percent } => vec![("percent", Told::Number(*percent))],
        Caveat::SmallerThanCell { least, most } => {
            vec![("least", Told::Number(least.floor())), ("most", Told::Number(most.ceil()))]
        }
        Caveat::TownsExceed { residents } => vec![("residents", Told::Number(*residents))],
        Caveat::PlacesLeftOut { count } => vec![("count", Told::Number(*count as f64))],
        _ => Vec::new(),
    }
}

/// The known faults of the sources that ship, by the ids of their grids.
fn faults(grid: &str) -> &'static [&'static str] {
    match grid {
        "worldpop-2020" => &["worldpop-astana"],
        "gpw-v4-2020" => &["gpw-even-over-raion"],
        _ => &[],
    }
}

/// People to a thousandth: finer than any source, fine enough that parts add up to the whole within a millionth.
fn people_round(people: f64) -> f64 {
    round(people, 3)
}

fn round(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}

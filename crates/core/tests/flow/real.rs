//! The rivers, lakes and settlements of the release.

use std::{fs, path::PathBuf, sync::LazyLock};

use geo::{Contains as _, Geometry, Point};
use serde_json::{Map, json};
use terrikon_core::{
    Feature, Lang, Names,
    flow::{AlongRiver, Downstream, FlowNetwork, along},
};

/// Metres from a place to the river that it is known to lie at.
pub(crate) const NEAR: f64 = 5_000.0;

/// The network of the release.
pub(crate) static NETWORK: LazyLock<FlowNetwork> =
    LazyLock::new(|| FlowNetwork::new(&features("derived/rivers.geojson"), &lakes()));

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(file);
    fs::read_to_string(path).unwrap()
}

/// The features of a file of the fixtures.
pub(crate) fn features(file: &str) -> Vec<Feature> {
    let all = geojson::FeatureCollection::try_from(read(file).parse::<geojson::GeoJson>().unwrap()).unwrap();
    let id = |id| match id {
        Some(geojson::feature::Id::String(id)) => id,
        other => panic!("{other:?}"),
    };
    all.features
        .into_iter()
        .map(|feature| {
            let properties: Map<_, _> = feature.properties.unwrap_or_default();
            let mut names = Names::default();
            for lang in Lang::ALL {
                let name = properties.get(&format!("name_{}", lang.as_str()));
                names.set(lang, name.and_then(|name| name.as_str()).unwrap_or_default());
            }
            Feature {
                id: id(feature.id),
                names,
                geometry: feature.geometry.map(|geometry| Geometry::try_from(geometry).unwrap()),
                properties,
                ..Feature::default()
            }
        })
        .collect()
}

/// Lakes, and the Caspian, which the release takes from the areas.
pub(crate) fn lakes() -> Vec<Feature> {
    let mut lakes = features("derived/lakes.geojson");
    let sea = features("derived/areas.geojson").into_iter().filter(|area| area.id == "caspian-sea");
    lakes.extend(sea.map(|mut sea| {
        sea.properties.insert("subkind".to_owned(), json!("sea"));
        sea
    }));
    lakes
}

/// A settlement: English name and position.
pub(crate) struct Settlement {
    pub(crate) name: String,
    pub(crate) position: [f64; 2],
}

/// All settlements of the release.
pub(crate) static SETTLEMENTS: LazyLock<Vec<Settlement>> = LazyLock::new(|| {
    let text = read("derived/settlements.tsv");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [lon, lat] = [1, 2].map(|cell| cells[cell].parse().unwrap());
        Settlement { name: cells[3].to_owned(), position: [lon, lat] }
    };
    text.lines().skip(1).map(row).collect()
});

/// The settlements within 10 km of a way, in order.
pub(crate) fn passed(way: &Downstream) -> Vec<(&'static str, AlongRiver)> {
    let places = SETTLEMENTS.iter().enumerate().map(|(i, place)| (i, place.position));
    along(way, places, 10_000.0).into_iter().map(|at| (SETTLEMENTS[at.index].name.as_str(), at)).collect()
}

/// The way from a position to its end.
pub(crate) fn down(lon: f64, lat: f64) -> Downstream {
    NETWORK.downstream(&Point::new(lon, lat).into(), NEAR, f64::INFINITY).unwrap()
}

/// The line drawn for a hotspot.
pub(crate) fn hotspot(id: &str) -> Geometry<f64> {
    let shapes = features("facts/hotspot_shapes.geojson");
    shapes.into_iter().find(|shape| shape.id == id).unwrap().geometry.unwrap()
}

static AREAS: LazyLock<Vec<Feature>> = LazyLock::new(|| features("derived/areas.geojson"));

/// The country that holds a position.
pub(crate) fn country(position: geo::Coord) -> Option<String> {
    let holds = |area: &&Feature| area.geometry.as_ref().is_some_and(|area| area.contains(&Point(position)));
    AREAS.iter().find(holds)?.text("country").map(str::to_owned)
}

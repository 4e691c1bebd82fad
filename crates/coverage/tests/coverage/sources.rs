//! Reads the shared development data, which lies beside the repository and is not part of it.

use std::{fs, path::PathBuf};

use geo_types::{Geometry, MultiPolygon};
use terrikon_coverage::{Feature, Layer, Role, Standing, Territory};

fn shared() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data")
}

fn layer(name: &str, role: Role, file: &str, label: &str, keep: impl Fn(&str) -> bool) -> Layer {
    let text = fs::read_to_string(shared().join(file)).unwrap();
    let geojson: geojson::FeatureCollection = text.parse::<geojson::GeoJson>().unwrap().try_into().unwrap();
    let features = geojson.features.into_iter().filter_map(|feature| {
        let label = feature.property(label)?.as_str()?.to_owned();
        if !keep(&label) {
            return None;
        }
        let geometry = match Geometry::<f64>::try_from(feature.geometry?).unwrap() {
            Geometry::Polygon(polygon) => MultiPolygon(vec![polygon]),
            Geometry::MultiPolygon(polygons) => polygons,
            other => panic!("{file}: {other:?}"),
        };
        Some(Feature { label, geometry })
    });
    Layer { name: name.to_owned(), role, features: features.collect() }
}

/// The layers as the project uses them; `None`, with a message, where the data is not at hand.
pub(crate) fn territories() -> Option<Vec<Territory>> {
    if !shared().join("admin").exists() {
        println!("skipped: the shared development data is not beside the repository");
        return None;
    }
    let all = |_: &str| true;
    let countries = "basemap/ne_10m_admin_0_countries_v5.1.2.clip.geojson";
    let ours = |label: &str| ["KAZ", "KAB", "KGZ"].contains(&label);
    let territory = |name: &str, standing, layers| Territory { name: name.to_owned(), standing, layers };
    Some(vec![
        territory(
            "KZ",
            Standing::Detailed,
            vec![
                layer("kz_raion", Role::Cells, "admin/kz_adm2_2024_geokz.geojson", "ADM2_PCODE", all),
                layer("kz_oblast", Role::Groups, "admin/kz_adm1_2024_geokz.geojson", "ADM1_PCODE", all),
                layer("kz_oblast_2018", Role::Groups, "admin/kz_adm1_2018_geokz.geojson", "ADM1_PCODE", all),
            ],
        ),
        territory(
            "KG",
            Standing::Detailed,
            vec![
                layer("kg_oblast", Role::Cells, "admin/kg_adm1_wof_lakes_filled.geojson", "iso_3166_2", all),
                layer("kg_raion", Role::Cells, "admin/kg_adm2_wof.geojson", "hasc", all),
            ],
        ),
        territory(
            "neighbours",
            Standing::Context,
            vec![layer("country", Role::Cells, countries, "ADM0_A3", |label| !ours(label))],
        ),
        territory(
            "ocean",
            Standing::Context,
            vec![layer("ocean", Role::Cells, "basemap/ne_10m_ocean.clip.geojson", "featurecla", all)],
        ),
        territory(
            "beyond",
            Standing::Backdrop,
            vec![layer("beyond", Role::Cells, countries, "ADM0_A3", ours)],
        ),
    ])
}

/// Writes polygons for an independent check, if `COVERAGE_EXPORT` names a folder.
pub(crate) fn export(name: &str, units: &[(String, MultiPolygon<f64>)]) {
    let Some(folder) = std::env::var_os("COVERAGE_EXPORT") else { return };
    let features = units.iter().map(|(key, polygons)| {
        let mut feature = geojson::Feature {
            geometry: Some(geojson::Geometry::from(polygons)),
            ..geojson::Feature::default()
        };
        feature.set_property("key", key.clone());
        feature
    });
    let collection = geojson::FeatureCollection::new(features);
    fs::write(PathBuf::from(folder).join(format!("{name}.geojson")), collection.to_string()).unwrap();
}

//! Each river that has a hotspot, and the other great ones: which way it flows, what it passes, where it ends.

use geo::{Contains as _, Point};
use terrikon_core::flow::{Downstream, End, FlowError};

use super::real::{NEAR, NETWORK, country, down, features, hotspot, passed};

/// The places are passed in this order.
fn assert_passes(way: &Downstream, places: &[&str]) {
    let all = passed(way);
    let mut last = -1.0;
    for place in places {
        let at = all.iter().find(|(name, _)| name == place).map(|(_, at)| at.river_m);
        let at = at.unwrap_or_else(|| panic!("{place} is not among {} places", all.len()));
        assert!(at > last, "{place} lies at {at} m, not after {last} m");
        last = at;
    }
}

/// The rivers of a way, each once in a row, without the words for its pieces through lakes.
fn rivers(way: &Downstream) -> Vec<&str> {
    let ids = way.rivers.iter().map(|reach| reach.id.as_deref().unwrap_or("own"));
    let mut ids: Vec<&str> =
        ids.map(|id| id.trim_end_matches("Lake-Centerline").trim_end_matches("River")).collect();
    ids.dedup();
    ids
}

/// The waters passed.
fn waters(way: &Downstream) -> Vec<&str> {
    way.waters.iter().map(|water| water.id.as_str()).collect()
}

/// Kilometres of the line: a drawn line is never longer than its river, and has half of it or more.
fn assert_length(way: &Downstream, known_km: f64) {
    let km = way.length_m / 1e3;
    assert!((0.5 * known_km..=1.02 * known_km).contains(&km), "{km} km of {known_km}");
}

#[test]
fn the_irtysh_from_glubokoe_passes_semey_then_pavlodar_and_leaves_to_russia() {
    let way = NETWORK.downstream(&hotspot("kz-glubokoe-irtysh"), 3_000.0, f64::INFINITY).unwrap();
    assert_passes(&way, &["Glubokoe", "Semey", "Kurchatov", "Aksu", "Pavlodar"]);
    assert_eq!((way.ends, way.lake.as_deref()), (End::Edge, None));
    let end = way.path.0.last().unwrap();
    assert!((end.y - 58.0).abs() < 1e-6, "{end:?}");
    let mut countries: Vec<String> = way.path.0.iter().filter_map(|&position| country(position)).collect();
    countries.dedup();
    assert_eq!(countries, ["KZ", "RU"]);
    assert_eq!(rivers(&way), ["ne-29", "ne-44"]);
    // The point of the hotspot, 1 km beside the river, lies on the same way.
    let point = down(82.31329, 50.14112);
    assert!((900.0..1_100.0).contains(&point.snapped_m));
    assert_eq!((point.ends, point.path.0.last()), (End::Edge, Some(end)));
}

#[test]
fn the_black_irtysh_passes_zaysan_and_bukhtarma_though_their_line_is_drawn_upstream() {
    let way = down(86.0, 47.96);
    assert_eq!(waters(&way), ["ne-lake-83934-48002"]);
    assert_passes(&way, &["Oskemen (Ust-Kamenogorsk)", "Glubokoe", "Semey"]);
    assert_eq!(way.ends, End::Edge);
}

#[test]
fn the_ilek_from_alga_passes_aktobe_and_joins_the_ural() {
    let way = NETWORK.downstream(&hotspot("kz-aktobe-ilek"), 3_000.0, f64::INFINITY).unwrap();
    assert_passes(&way, &["Algha", "Aktobe", "Oral (Uralsk)", "Atyrau"]);
    assert_eq!(rivers(&way), ["ne-europe-55965-50842", "ne-111"]);
    assert_eq!((way.ends, way.lake.as_deref()), (End::Mouth, Some("caspian-sea")));
}

#[test]
fn the_ulba_goes_to_oskemen_and_on_down_the_irtysh() {
    let line = hotspot("kz-ulba-river");
    let way = NETWORK.downstream(&line, 3_000.0, 600_000.0).unwrap();
    assert_eq!(rivers(&way), ["own", "ne-29"]);
    assert_passes(&way, &["Oskemen (Ust-Kamenogorsk)", "Glubokoe", "Semey"]);
    assert_eq!(way.ends, End::Distance);
    assert!((1_000.0..2_500.0).contains(&way.snapped_m), "{}", way.snapped_m);
    // The line stops 1.6 km before the Irtysh: with a smaller tolerance nothing is claimed beyond its end.
    let short = NETWORK.downstream(&line, 1_000.0, 600_000.0).unwrap();
    assert_eq!((rivers(&short), short.ends), (vec!["own"], End::Edge));
    assert_length(&short, 100.0);
}

#[test]
fn the_nura_is_known_to_intumak_only() {
    let way = NETWORK.downstream(&hotspot("kz-nura-hg"), 5_000.0, f64::INFINITY).unwrap();
    assert_eq!((rivers(&way), way.ends, way.snapped_m), (vec!["own"], End::Edge, 0.0));
    assert_passes(&way, &["Temirtau", "Rostovka"]);
    // 75 km by a source.
    assert_length(&way, 75.0);
}

#[test]
fn small_rivers_that_no_line_shows_are_refused_with_the_distance_to_the_nearest() {
    // Ridder: Breksa, Filippovka and Tikhaya.
    let refused = NETWORK.downstream(&Point::new(83.51287, 50.34413).into(), 12_000.0, 1e6);
    let Err(FlowError::NoRiver { within_m, nearest_m }) = refused else { panic!("{refused:?}") };
    assert_eq!((within_m, nearest_m), (12_000.0, None));
    // Belousovka, on the Glubochanka: 14 km from the Irtysh, which is not the Glubochanka.
    let refused = NETWORK.downstream(&Point::new(82.52481, 50.13287).into(), 10_000.0, 1e6);
    let Err(FlowError::NoRiver { nearest_m: Some(nearest), .. }) = refused else { panic!("{refused:?}") };
    assert!((10_000.0..20_000.0).contains(&nearest), "{nearest}");
}

#[test]
fn the_syr_darya_passes_kyzylorda_to_the_aral() {
    let way = NETWORK.downstream(&Point::new(68.3, 42.0).into(), 15_000.0, f64::INFINITY).unwrap();
    assert_passes(&way, &["Kyzylorda", "Baikonur", "Ayteke Bi"]);
    assert_eq!((way.ends, way.lake.as_deref()), (End::Lake, Some("ne-lake-59641-44780")));
    assert_eq!(waters(&way), ["ne-lake-61692-46055"]);
}

#[test]
fn the_ural_passes_oral_then_atyrau_to_the_caspian() {
    let way = down(59.4, 54.6);
    assert_passes(&way, &["Oral (Uralsk)", "Atyrau"]);
    assert_eq!((way.ends, way.lake.as_deref()), (End::Mouth, Some("caspian-sea")));
    assert_length(&way, 2_428.0);
}

#[test]
fn the_ili_passes_its_reservoir_and_ends_in_balkhash() {
    let way = NETWORK.downstream(&Point::new(81.75, 43.62).into(), NEAR, f64::INFINITY).unwrap();
    assert_eq!((way.ends, way.lake.as_deref()), (End::Lake, Some("ne-lake-73847-45697")));
    assert_eq!(waters(&way), ["ne-lake-77394-43865"]);
    assert_passes(&way, &["Konaev (Kapchagay)"]);
    assert_length(&way, 1_001.0);
}

#[test]
fn the_naryn_passes_toktogul_then_leaves_to_uzbekistan_and_tajikistan() {
    let way = NETWORK.downstream(&Point::new(76.0, 41.43).into(), NEAR, 560_000.0).unwrap();
    assert_passes(&way, &["Naryn", "Kara-Kul'", "Tash-Kömür"]);
    assert_eq!(waters(&way), ["ne-lake-72891-41809"]);
    let mut countries: Vec<String> = way.path.0.iter().filter_map(|&position| country(position)).collect();
    countries.dedup();
    assert_eq!(countries, ["KG", "UZ", "TJ"]);
}

#[test]
fn the_tobol_passes_rudny_then_kostanay_and_the_ishim_astana_then_petropavl() {
    let tobol = down(61.5, 52.0);
    assert_passes(&tobol, &["Lisakovsk", "Rudny", "Kostanay"]);
    assert_eq!(tobol.ends, End::Edge);
    let ishim = down(71.43, 51.17);
    assert_passes(&ishim, &["Astana", "Petropavl"]);
    // The Ishim flows into the Irtysh, on which the way goes on.
    assert_eq!(rivers(&ishim), ["ne-495", "ne-613", "ne-44"]);
}

#[test]
fn these_lines_and_no_others_are_drawn_upstream() {
    let turned: Vec<&str> = NETWORK.turned().collect();
    let ob = ["ne-114Lake-Centerline", "ne-114River"];
    assert_eq!(
        turned,
        [&ob[..], &["ne-29Lake-Centerline", "ne-421Lake-Centerline", "ne-68Lake-Centerline"]].concat()
    );
}

#[test]
fn lines_drawn_upstream_are_refused() {
    let refused = |hotspot_id, river: &str| {
        let geo::Geometry::LineString(mut line) = hotspot(hotspot_id) else { panic!() };
        line.0.reverse();
        let answer = NETWORK.downstream(&line.into(), 3_000.0, 1e6);
        assert_eq!(answer, Err(FlowError::Upstream { id: river.to_owned() }));
    };
    refused("kz-glubokoe-irtysh", "ne-29River");
    refused("kz-aktobe-ilek", "ne-europe-55965-50842");
    // No river of the data runs along the Ulba, but where its mouth is tells.
    refused("kz-ulba-river", "ne-29River");
}

#[test]
fn no_way_from_the_middle_of_any_river_goes_on_for_ever_or_into_a_lake_unseen() {
    let lakes = features("derived/lakes.geojson");
    for river in features("derived/rivers.geojson") {
        let Some(geo::Geometry::LineString(line)) = river.geometry else { continue };
        let middle = line.0[line.0.len() / 2];
        let way = NETWORK.downstream(&Point(middle).into(), 100.0, f64::INFINITY).unwrap();
        assert!(way.length_m < 5e6, "{}", river.id);
        let last = way.rivers.last().unwrap();
        assert!((last.to_m - way.length_m).abs() < 1e-6);
        for &position in &way.path.0 {
            let held = lakes.iter().find(|lake| lake.geometry.as_ref().unwrap().contains(&Point(position)));
            let Some(lake) = held else { continue };
            let said = way.lake.as_ref() == Some(&lake.id) || waters(&way).contains(&lake.id.as_str());
            assert!(said, "{} runs through {} unsaid", river.id, lake.id);
        }
    }
}

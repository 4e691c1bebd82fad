//! The coverage of Kazakhstan, Kyrgyzstan and their neighbours, from the real sources.

use std::time::Instant;

use terrikon_coverage::{Coverage, Detail, FaceLabels, Report, Rules};

use crate::{sources, topology};

fn country(face: FaceLabels<'_>) -> Option<String> {
    face.label("country").or(Some(face.territory())).map(str::to_owned)
}

fn smallest_unit(face: FaceLabels<'_>) -> Option<String> {
    let unit = ["kz_raion", "kg_raion", "kg_oblast", "country"].iter().find_map(|layer| face.label(layer));
    unit.or(Some(face.territory())).map(str::to_owned)
}

fn build() -> Option<(Coverage, Report)> {
    let territories = sources::territories()?;
    let start = Instant::now();
    let built = Coverage::build(&territories, &Rules::default()).unwrap();
    println!("built in {:?}", start.elapsed());
    Some(built)
}

fn change(report: &Report, layer: &str, label: &str) -> [f64; 3] {
    let unit = report.units.iter().find(|unit| unit.layer == layer && unit.label == label).unwrap();
    [unit.source_m2, unit.lost_m2, unit.gained_m2].map(|m2| m2 / 1e6)
}

#[test]
fn the_sources_are_kept_but_for_their_mistakes() {
    let Some((coverage, report)) = build() else { return };
    println!(
        "{} faces, {} arcs, {} vertices",
        coverage.face_count(),
        coverage.arcs().len(),
        coverage.vertex_count()
    );
    println!("disputed {:.1} km², filled {:.1} km²", report.disputed_m2 / 1e6, report.filled_m2 / 1e6);
    for unit in report.units.iter().filter(|unit| unit.lost_m2.max(unit.gained_m2) > 5e5) {
        let [source, lost, gained] = [unit.source_m2, unit.lost_m2, unit.gained_m2].map(|m2| m2 / 1e6);
        println!("{} {}: {source:.1} km², lost {lost:.3}, gained {gained:.3}", unit.layer, unit.label);
    }
    assert!((report.disputed_m2 / 1e6 - 404.9).abs() < 0.5, "{}", report.disputed_m2);
    // Kazakhstan's raions are the lines that are kept: nothing of them goes elsewhere.
    let raions = report.units.iter().filter(|unit| unit.layer == "kz_raion");
    assert!(raions.map(|unit| unit.lost_m2).sum::<f64>() < 1e6);
    // Esil raion lay in two oblasts in 2018 and is divided; Astana grew by 83.6 km².
    let [_, lost, gained] = change(&report, "kz_oblast_2018", "KZ71");
    assert!(lost < 0.1 && gained < 0.1, "{lost} {gained}");
    // Oblasts of 2024 differ from the raions of the same source.
    let [_, lost, _] = change(&report, "kz_oblast", "KZ71");
    assert!((lost - 7.8).abs() < 0.1, "{lost}");
}

#[test]
fn no_gap_is_left_within_the_two_countries() {
    let Some((coverage, _)) = build() else { return };
    let ours = |face: FaceLabels<'_>| matches!(face.territory(), "KZ" | "KG").then_some(());
    let whole = coverage.dissolve(ours);
    let holes: Vec<f64> = whole
        .iter()
        .flat_map(|(_, parts)| parts)
        .flat_map(|part| part.interiors().iter().map(|hole| -topology::area(hole)))
        .collect();
    // Enclaves of neighbours, the smallest of 2.8 km² (0.0003 square degrees).
    assert!(holes.len() == 4 && holes.iter().all(|&area| area > 2e-4), "{holes:?}");
}

#[test]
fn polygons_are_clean_in_degrees() {
    let Some((coverage, _)) = build() else { return };
    topology::check_arcs(&coverage, "degrees");
    let units = coverage.dissolve(smallest_unit);
    sources::export("degrees_raion", &units);
    topology::check_polygons(&units, "degrees");
    topology::check_validity(&units, "degrees");
    let countries = coverage.dissolve(country);
    sources::export("degrees_country", &countries);
    topology::check_polygons(&countries, "degrees, countries");
    // About 2 km.
    let coarse = coverage.simplify(20_000.0);
    println!("{} vertices become {}", coverage.vertex_count(), coarse.vertex_count());
    topology::check_arcs(&coarse, "degrees, simplified");
    topology::check_validity(&coarse.dissolve(smallest_unit), "degrees, simplified");
}

#[test]
fn polygons_are_clean_at_every_zoom() {
    let Some((coverage, _)) = build() else { return };
    let all = coverage.dissolve(smallest_unit).len();
    for zoom in 0..=14 {
        let start = Instant::now();
        let shown = coverage.generalise_for_zoom(zoom, &Detail::default()).unwrap();
        let units = shown.dissolve(smallest_unit);
        let (took, vertices) = (start.elapsed(), shown.vertex_count());
        println!("zoom {zoom}: {took:?}, {} of {all} units, {vertices} vertices", units.len());
        let what = format!("zoom {zoom}");
        sources::export(&format!("zoom_{zoom}_raion"), &units);
        topology::check_arcs(&shown, &what);
        topology::check_polygons(&units, &what);
        if zoom <= 6 {
            topology::check_validity(&units, &what);
        }
        assert!(units.len() == all || zoom < 2, "{what}: {} units", units.len());
    }
}

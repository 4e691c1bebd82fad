//! The coverage of Kazakhstan, Kyrgyzstan and their neighbours, from the real sources.

mod sources;
mod topology;

use std::time::Instant;

use terrikon_coverage::{Coverage, Detail, FaceLabels, Rules};

fn country(face: FaceLabels<'_>) -> Option<String> {
    match face.territory() {
        "neighbours" => face.label("country").map(str::to_owned),
        territory => Some(territory.to_owned()),
    }
}

fn raion(face: FaceLabels<'_>) -> Option<String> {
    let unit = ["kz_raion", "kg_raion", "kg_oblast", "country"].iter().find_map(|layer| face.label(layer));
    unit.or(Some(face.territory())).map(str::to_owned)
}

fn build() -> Option<Coverage> {
    let territories = sources::territories()?;
    let start = Instant::now();
    let (coverage, report) = Coverage::build(&territories, &Rules::default()).unwrap();
    println!("built in {:?}", start.elapsed());
    println!(
        "{} faces, {} arcs, {} vertices; disputed {:.2} km², filled {:.2} km²",
        coverage.face_count(),
        coverage.arcs().len(),
        coverage.vertex_count(),
        report.disputed_m2 / 1e6,
        report.filled_m2 / 1e6
    );
    for unit in &report.units {
        if unit.lost_m2.max(unit.gained_m2) > 5e5 {
            println!(
                "{} {}: {:.1} km², lost {:.3}, gained {:.3}",
                unit.layer,
                unit.label,
                unit.source_m2 / 1e6,
                unit.lost_m2 / 1e6,
                unit.gained_m2 / 1e6
            );
        }
    }
    Some(coverage)
}

#[test]
fn real_coverage_is_clean_at_every_zoom() {
    let Some(coverage) = build() else { return };
    let units = coverage.dissolve(raion);
    sources::export("degrees_raion", &units);
    sources::export("degrees_country", &coverage.dissolve(country));
    topology::check(&units, "degrees");
    topology::check(&coverage.dissolve(country), "degrees, countries");
    for zoom in 0..=14 {
        let start = Instant::now();
        let shown = coverage.generalise_for_zoom(zoom, &Detail::default()).unwrap();
        let took = start.elapsed();
        let start = Instant::now();
        let units = shown.dissolve(raion);
        println!(
            "zoom {zoom}: {took:?} + {:?}, {} faces, {} units, {} vertices",
            start.elapsed(),
            shown.face_count(),
            units.len(),
            shown.vertex_count()
        );
        sources::export(&format!("zoom_{zoom}_raion"), &units);
        topology::check(&units, &format!("zoom {zoom}"));
    }
}

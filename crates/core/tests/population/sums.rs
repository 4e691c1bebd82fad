//! Sums over polygons are those of exactextract.

use super::oracle::oracles;

/// Differences below this many people are rounding in either.
const FLOOR: f64 = 1e-4;

#[test]
fn a_thousand_polygons_have_the_people_that_exactextract_counts() {
    let mut count = 0;
    for oracle in oracles() {
        for case in &oracle.cases {
            let tally = oracle.grid.people(&case.area);
            let what = format!("{} over {}: {tally:?}", case.shape, oracle.grid.id());
            assert!(
                (tally.people - case.people).abs() <= 1e-4 * case.people + FLOOR,
                "{what}, not {}",
                case.people
            );
            assert!((tally.cells - case.cells).abs() <= 1e-6 * case.cells, "{what}, not {}", case.cells);
            let known = tally.cells * (1.0 - tally.without_data);
            assert!((known - case.known).abs() <= 1e-4 * case.cells, "{what}, not {} known", case.known);
            count += 1;
        }
    }
    assert!(count >= 1_000, "{count}");
}

#[test]
fn the_cells_within_and_touched_are_those_of_exactextract() {
    for oracle in oracles() {
        for case in &oracle.cases {
            let (least, most) = oracle.grid.bounds(&case.area);
            let what = format!("{} over {}: {least} to {most}", case.shape, oracle.grid.id());
            assert!((least - case.least).abs() <= 1e-6 * case.least + FLOOR, "{what}, not {}", case.least);
            assert!((most - case.most).abs() <= 1e-6 * case.most + FLOOR, "{what}, not {}", case.most);
        }
    }
}

#[test]
fn the_total_is_that_of_all_cells() {
    for oracle in oracles() {
        assert!((oracle.grid.total() / oracle.total - 1.0).abs() < 1e-8, "{}", oracle.grid.id());
    }
}

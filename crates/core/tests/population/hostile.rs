//! Bytes and rasters that mean harm, or are merely wrong.

use geo::polygon;
use proptest::prelude::*;
use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationError, PopulationGrid};

use super::oracle::oracles;

fn header(columns: u32, rows: u32) -> GridHeader {
    let frame = GridFrame { west: 70.0, north: 50.0, step_x: 0.1, step_y: 0.1, columns, rows };
    GridHeader { id: "id".into(), source: "source".into(), year: 2020, measure: Measure::Count, frame }
}

fn small() -> PopulationGrid {
    let rows = [vec![1.0; 40], (0..40u8).map(f32::from).collect(), vec![f32::NAN; 40]];
    PopulationGrid::build(header(40, 3), rows, None).unwrap()
}

#[test]
fn a_grid_comes_back_from_its_bytes() {
    for oracle in oracles() {
        let bytes = oracle.grid.to_bytes();
        let back = PopulationGrid::from_bytes(&bytes).unwrap();
        assert_eq!(back.header(), oracle.grid.header());
        assert_eq!(back.to_bytes(), bytes);
        assert_eq!(back.memory_bytes(), oracle.grid.memory_bytes());
        for case in &oracle.cases {
            assert_eq!(back.people(&case.area), oracle.grid.people(&case.area));
        }
    }
}

#[test]
fn every_cut_of_the_bytes_is_refused() {
    let bytes = small().to_bytes();
    for end in 0..bytes.len() {
        assert!(
            matches!(PopulationGrid::from_bytes(&bytes[..end]), Err(PopulationError::Bytes { .. })),
            "{end}"
        );
    }
    assert!(PopulationGrid::from_bytes(&[bytes.as_slice(), &[0]].concat()).is_err());
}

#[test]
fn a_header_that_promises_much_asks_for_nothing() {
    let mut bytes = small().to_bytes();
    bytes.truncate(8 + 2 + 1 + 32);
    bytes.extend(60_000u32.to_le_bytes());
    bytes.extend(3_000u32.to_le_bytes());
    bytes.extend([1, b'a', 1, b'b']);
    // 60,000 columns of 0.1 degrees are more than the Earth has; 0.001 degrees fit.
    bytes[27..35].copy_from_slice(&0.001f64.to_le_bytes());
    bytes[35..43].copy_from_slice(&0.001f64.to_le_bytes());
    let fault = PopulationGrid::from_bytes(&bytes).unwrap_err();
    assert!(matches!(fault, PopulationError::Bytes { at: 55, .. }), "{fault}");
}

#[test]
fn what_cannot_be_a_population_is_refused_with_its_place() {
    let build = |rows: Vec<Vec<f32>>, nodata| PopulationGrid::build(header(2, 2), rows, nodata).unwrap_err();
    let good = vec![1.0, 2.0];
    let at = |value, nodata| build(vec![good.clone(), vec![0.0, value]], nodata).to_string();
    assert_eq!(
        at(-9999.0, None),
        "row 1, column 1 has the value -9999: a population is 0 or more; is a value for \"no data\" not declared?"
    );
    assert!(at(-1.0, Some(-9999.0)).starts_with("row 1, column 1 has the value -1:"));
    assert!(at(f32::INFINITY, None).starts_with("row 1, column 1 has the value inf:"));
    assert_eq!(build(vec![good.clone()], None), PopulationError::RowCount { rows: 1, expected: 2 });
    assert_eq!(build(vec![good.clone(); 3], None), PopulationError::RowCount { rows: 3, expected: 2 });
    assert_eq!(
        build(vec![good.clone(), vec![1.0]], None),
        PopulationError::RowLength { row: 1, columns: 1, expected: 2 }
    );
}

#[test]
fn frames_that_are_not_on_the_earth_are_refused() {
    let frame = header(2, 2).frame;
    for bad in [
        GridFrame { west: f64::NAN, ..frame },
        GridFrame { west: 181.0, ..frame },
        GridFrame { north: 91.0, ..frame },
        GridFrame { north: -89.95, ..frame },
        GridFrame { step_x: 0.0, ..frame },
        GridFrame { step_x: f64::INFINITY, ..frame },
        GridFrame { step_y: -0.1, ..frame },
        GridFrame { step_y: f64::NAN, ..frame },
        GridFrame { columns: 0, ..frame },
        GridFrame { rows: 0, ..frame },
        GridFrame { columns: 70_000, step_x: 1e-6, ..frame },
        GridFrame { columns: 50_000, rows: 50_000, step_x: 1e-6, step_y: 1e-6, ..frame },
    ] {
        let header = GridHeader { frame: bad, ..header(2, 2) };
        assert!(PopulationGrid::build(header, [], None).is_err(), "{bad:?}");
    }
    let named = |id: String| PopulationGrid::build(GridHeader { id, ..header(2, 2) }, [], None).unwrap_err();
    assert!(matches!(named(String::new()), PopulationError::Name { .. }));
    assert!(matches!(named("x".repeat(201)), PopulationError::Name { .. }));
}

#[test]
fn the_value_for_no_data_may_be_written_with_other_digits() {
    let lowest = vec![vec![f32::MIN, 4.0], vec![5.0, f32::NAN]];
    let grid = PopulationGrid::build(header(2, 2), lowest, Some(-3.402_823_466e38)).unwrap();
    assert!((grid.total() - 9.0).abs() < 1e-12);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(PopulationGrid::from_bytes(&bytes).is_err());
    }

    #[test]
    fn changed_bytes_give_a_grid_or_a_fault(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = small().to_bytes();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(grid) = PopulationGrid::from_bytes(&bytes) {
            let around = geo::MultiPolygon::from(polygon![(x: 69.0, y: 10.0), (x: 90.0, y: 10.0), (x: 90.0, y: 80.0), (x: 69.0, y: 81.0)]);
            let tally = grid.people(&around);
            let (least, most) = grid.bounds(&around);
            prop_assert!(tally.people >= 0.0 && (0.0..=1.0).contains(&tally.without_data));
            prop_assert!(least <= most);
            let again = PopulationGrid::from_bytes(&grid.to_bytes()).unwrap();
            prop_assert_eq!(again.to_bytes(), grid.to_bytes());
        }
    }
}

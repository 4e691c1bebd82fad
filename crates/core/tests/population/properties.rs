//! What holds for every polygon over every raster.

use geo::{Area as _, Coord, LineString, MultiPolygon, Polygon, polygon};
use proptest::prelude::*;
use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationGrid};

const COLUMNS: u32 = 50;
const ROWS: u32 = 20;

/// A raster with rows of runs, of single cells and of both, and cells without data.
fn grids() -> impl Strategy<Value = PopulationGrid> {
    let value = prop_oneof![4 => 0.0f32..1e4, 2 => Just(0.0), 1 => Just(f32::NAN)];
    let run = (value.clone(), 1usize..30);
    let columns = COLUMNS as usize;
    let row = prop_oneof![
        prop::collection::vec(value, columns),
        prop::collection::vec(run, columns).prop_map(move |runs| runs
            .into_iter()
            .flat_map(|(value, length)| std::iter::repeat_n(value, length))
            .take(columns)
            .collect()),
    ];
    (prop::collection::vec(row, ROWS as usize), any::<bool>()).prop_map(|(rows, density)| {
        let measure = if density { Measure::Density } else { Measure::Count };
        let frame =
            GridFrame { west: 70.1, north: 52.3, step_x: 0.1, step_y: 0.05, columns: COLUMNS, rows: ROWS };
        let header = GridHeader { id: "g".into(), source: "s".into(), year: 2020, measure, frame };
        PopulationGrid::build(header, rows, None).unwrap()
    })
}

/// A star around a position in or near the raster, some with a hole of the same form.
fn stars() -> impl Strategy<Value = Polygon<f64>> {
    stars_and_middles().prop_map(|(star, _)| star)
}

/// Stars, and the position from which all of their outline is seen.
fn stars_and_middles() -> impl Strategy<Value = (Polygon<f64>, Coord)> {
    let arms = prop::collection::vec(0.2f64..1.0, 4..30);
    (69.5f64..75.5, 51.0f64..52.5, -3.0f64..0.7, arms, any::<bool>()).prop_map(|(x, y, size, arms, hole)| {
        let ring = |size: f64| -> LineString<f64> {
            let at = |(i, arm): (usize, &f64)| {
                let (sin, cos) = (i as f64 / arms.len() as f64 * std::f64::consts::TAU).sin_cos();
                (x + size * arm * cos, y + size * arm * sin)
            };
            arms.iter().enumerate().map(at).collect()
        };
        let size = 10f64.powf(size);
        (Polygon::new(ring(size), if hole { vec![ring(size * 0.5)] } else { vec![] }), Coord { x, y })
    })
}

/// What rounding may leave, in people: all people of the raster times the places that are lost.
fn rounding(grid: &PopulationGrid) -> f64 {
    grid.total() * 1e-12
}

fn people(grid: &PopulationGrid, polygon: Polygon<f64>) -> f64 {
    grid.people(&MultiPolygon::from(polygon)).people
}

fn mean(polygon: &Polygon<f64>) -> Coord {
    let ring = &polygon.exterior().0;
    ring.iter().fold(Coord::zero(), |sum, &at| sum + at) / ring.len() as f64
}

fn disc(x: f64, y: f64, radius: f64) -> Polygon<f64> {
    let at = |i| {
        let (sin, cos) = (f64::from(i) / 48.0 * std::f64::consts::TAU).sin_cos();
        (x + radius * cos, y + radius * sin)
    };
    Polygon::new((0..48).map(at).collect(), vec![])
}

/// The parts of a convex polygon east and west of a meridian.
fn cut(polygon: &Polygon<f64>, x: f64) -> (Polygon<f64>, Polygon<f64>) {
    let (mut east, mut west) = (vec![], vec![]);
    for edge in polygon.exterior().lines() {
        if edge.start.x >= x { &mut east } else { &mut west }.push(edge.start);
        if (edge.start.x >= x) != (edge.end.x >= x) {
            let crossing = Coord { x, y: edge.start.y + (x - edge.start.x) * edge.slope() };
            east.push(crossing);
            west.push(crossing);
        }
    }
    (Polygon::new(LineString(east), vec![]), Polygon::new(LineString(west), vec![]))
}

fn reversed(polygon: &Polygon<f64>, outer: bool, inner: bool) -> Polygon<f64> {
    let turn = |ring: &LineString<f64>, turn| {
        let mut ring = ring.clone();
        if turn {
            ring.0.reverse();
        }
        ring
    };
    Polygon::new(
        turn(polygon.exterior(), outer),
        polygon.interiors().iter().map(|ring| turn(ring, inner)).collect(),
    )
}

proptest! {
    #[test]
    fn a_disc_and_what_a_line_cuts_of_it_add_up(grid in grids(), x in 69.5f64..75.5, y in 51.0f64..52.5, size in -3.0f64..0.7, at in -0.9f64..0.9) {
        let size = 10f64.powf(size);
        let (east, west) = cut(&disc(x, y, size), x + size * at);
        let (whole, a, b) = (people(&grid, disc(x, y, size)), people(&grid, east), people(&grid, west));
        prop_assert!((a + b - whole).abs() <= 1e-9 * whole + rounding(&grid), "{a} + {b} is not {whole}");
    }

    #[test]
    fn the_parts_on_both_sides_of_a_diagonal_add_up(grid in grids(), (star, middle) in stars_and_middles(), cut in 0.0f64..1.0) {
        // From the middle to two corners, so that no position is rounded.
        let ring = &star.exterior().0;
        let half = 2 + (cut * (ring.len() - 4) as f64) as usize;
        let part = |range: &[Coord]| -> f64 {
            people(&grid, Polygon::new(range.iter().copied().chain([middle]).collect(), vec![]))
        };
        let (a, b) = (part(&ring[..=half]), part(&ring[half..]));
        let whole = people(&grid, Polygon::new(star.exterior().clone(), vec![]));
        prop_assert!((a + b - whole).abs() <= 1e-9 * whole + rounding(&grid), "{a} + {b} is not {whole}");
    }

    #[test]
    fn more_area_never_has_fewer_people(grid in grids(), star in stars(), size in 0.0f64..1.0) {
        let middle = mean(&star);
        let radius = star.unsigned_area().sqrt();
        let around = |radius: f64| MultiPolygon::from(disc(middle.x, middle.y, radius));
        let (small, large) = (around(radius * size), around(radius));
        let (a, b) = (grid.people(&small), grid.people(&large));
        prop_assert!(a.people <= b.people + rounding(&grid));
        prop_assert!(a.cells <= b.cells * (1.0 + 1e-12));
        let (a, b) = (grid.bounds(&small), grid.bounds(&large));
        prop_assert!(a.0 <= b.0 + rounding(&grid) && a.1 <= b.1 + rounding(&grid));
    }

    #[test]
    fn the_people_lie_between_the_bounds(grid in grids(), star in stars()) {
        let area = MultiPolygon::from(star);
        let (people, (least, most)) = (grid.people(&area).people, grid.bounds(&area));
        prop_assert!(least <= people + rounding(&grid) && people <= most + rounding(&grid), "{least} {people} {most}");
        prop_assert!(most <= grid.total() * (1.0 + 1e-12));
    }

    #[test]
    fn the_direction_of_rings_does_not_matter(grid in grids(), star in stars()) {
        let people = |outer, inner| grid.people(&MultiPolygon::from(reversed(&star, outer, inner)));
        let bounds = |outer, inner| grid.bounds(&MultiPolygon::from(reversed(&star, outer, inner)));
        let one = people(false, false);
        for (outer, inner) in [(true, false), (false, true), (true, true)] {
            let other = people(outer, inner);
            prop_assert!((other.people - one.people).abs() <= rounding(&grid));
            prop_assert!((other.without_data - one.without_data).abs() < 1e-9);
            prop_assert_eq!(bounds(outer, inner), bounds(false, false));
        }
    }

    #[test]
    fn a_line_has_nobody(grid in grids(), star in stars()) {
        let mut there: Vec<_> = star.exterior().0.clone();
        there.extend(star.exterior().0.iter().rev());
        let line = MultiPolygon::from(Polygon::new(LineString(there), vec![]));
        prop_assert!(grid.people(&line).people <= rounding(&grid));
        prop_assert!(grid.people(&line).cells < 1e-9);
        prop_assert_eq!(grid.people(&MultiPolygon(vec![])).people, 0.0);
        prop_assert_eq!(grid.bounds(&MultiPolygon(vec![])), (0.0, 0.0));
    }
}

fn grid(rows: [Vec<f32>; 2]) -> PopulationGrid {
    let frame = GridFrame { west: 70.0, north: 50.0, step_x: 0.5, step_y: 0.5, columns: 2, rows: 2 };
    let header =
        GridHeader { id: "g".into(), source: "s".into(), year: 2020, measure: Measure::Count, frame };
    PopulationGrid::build(header, rows, Some(-1.0)).unwrap()
}

#[test]
fn no_data_is_not_nobody() {
    let half = grid([vec![0.0, -1.0], vec![0.0, f32::NAN]]);
    let square = |x: f64| {
        MultiPolygon::from(
            polygon![(x: x, y: 49.1), (x: x + 0.3, y: 49.1), (x: x + 0.3, y: 49.9), (x: x, y: 49.9)],
        )
    };
    let (nobody, unknown) = (half.people(&square(70.1)), half.people(&square(70.6)));
    assert_eq!((nobody.people, nobody.without_data), (0.0, 0.0));
    assert_eq!((unknown.people, unknown.without_data), (0.0, 1.0));
    let outside = half.people(&square(80.0));
    assert_eq!((outside.people, outside.without_data), (0.0, 1.0));
    assert!((half.people(&square(70.35)).without_data - 0.5).abs() < 1e-12);
}

#[test]
fn positions_that_are_not_on_the_earth_have_no_number() {
    let full = grid([vec![1.0; 2], vec![1.0; 2]]);
    for (x, y) in [(f64::NAN, 49.0), (f64::INFINITY, 49.0), (70.5, f64::NAN), (70.5, 91.0), (1e300, 49.0)] {
        let area = MultiPolygon::from(polygon![(x: 70.0, y: 49.0), (x: x, y: y), (x: 71.0, y: 50.0)]);
        assert!(full.people(&area).people.is_nan() && full.bounds(&area).0.is_nan(), "{x} {y}");
    }
}

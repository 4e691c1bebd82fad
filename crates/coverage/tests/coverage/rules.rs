//! One small drawing for each rule.

use geo::Area;
use geo_types::{MultiPolygon, Rect, coord};
use terrikon_coverage::{
    Coverage, Detail, Error, FaceLabels, Feature, Layer, Report, Role, Rules, Standing, Territory,
};

use crate::topology;

/// A rectangle in thousandths of a degree (about 100 m) from 70°E, 45°N.
fn feature(label: &str, west: f64, south: f64, east: f64, north: f64) -> Feature {
    let corner = |x: f64, y: f64| coord! { x: 70.0 + x / 1000.0, y: 45.0 + y / 1000.0 };
    let rectangle = Rect::new(corner(west, south), corner(east, north)).to_polygon();
    Feature { label: label.to_owned(), geometry: MultiPolygon(vec![rectangle]) }
}

fn layer(name: &str, role: Role, features: Vec<Feature>) -> Layer {
    Layer { name: name.to_owned(), role, features }
}

fn territory(name: &str, standing: Standing, layers: Vec<Layer>) -> Territory {
    Territory { name: name.to_owned(), standing, layers }
}

fn detailed(name: &str, features: Vec<Feature>) -> Territory {
    territory(name, Standing::Detailed, vec![layer(&format!("{name}_cells"), Role::Cells, features)])
}

fn build(territories: &[Territory]) -> (Coverage, Report) {
    let (coverage, report) = Coverage::build(territories, &Rules::default()).unwrap();
    topology::check_arcs(&coverage, "small drawing");
    topology::check_polygons(&coverage.dissolve(owner), "small drawing");
    (coverage, report)
}

#[expect(clippy::unnecessary_wraps, reason = "a key is optional")]
fn owner(face: FaceLabels<'_>) -> Option<String> {
    Some(face.territory().to_owned())
}

/// Areas by key in squares of a thousandth of a degree.
fn areas(coverage: &Coverage, key: impl Fn(FaceLabels<'_>) -> Option<String>) -> Vec<(String, i64)> {
    let squares = |area: f64| (area * 1e6).round() as i64;
    coverage.dissolve(key).into_iter().map(|(key, area)| (key, squares(area.unsigned_area()))).collect()
}

fn expect(areas: &[(String, i64)], expected: &[(&str, i64)]) {
    let areas: Vec<_> = areas.iter().map(|(key, area)| (key.as_str(), *area)).collect();
    assert_eq!(areas, expected);
}

#[test]
fn the_first_territory_keeps_its_line() {
    let first = detailed("first", vec![feature("a", 0.0, 0.0, 100.0, 100.0)]);
    let second = detailed("second", vec![feature("b", 90.0, 0.0, 200.0, 100.0)]);
    let (coverage, report) = build(&[first, second]);
    expect(&areas(&coverage, owner), &[("first", 10_000), ("second", 10_000)]);
    let lost = report.units.iter().find(|unit| unit.label == "b").unwrap();
    assert!((lost.lost_m2 - report.disputed_m2).abs() < 1.0 && lost.gained_m2 == 0.0);
}

#[test]
fn a_gap_goes_where_the_border_is_longest() {
    let west = vec![feature("a", 0.0, 0.0, 50.0, 101.0), feature("c", 0.0, 101.0, 101.0, 150.0)];
    let east = vec![feature("b", 51.0, 0.0, 101.0, 40.0), feature("d", 51.0, 40.0, 101.0, 101.0)];
    let below = feature("e", 0.0, -20.0, 101.0, 0.0);
    let (coverage, report) = build(&[detailed("one", [west, east, vec![below]].concat())]);
    let label = |face: FaceLabels<'_>| face.label("one_cells").map(str::to_owned);
    expect(&areas(&coverage, label), &[("a", 5151), ("b", 2000), ("c", 4949), ("d", 3050), ("e", 2020)]);
    assert!((report.filled_m2 - 101.0 * 78.8 * 111.1).abs() < 1000.0, "{}", report.filled_m2);
}

#[test]
fn two_drawings_of_one_line_make_no_sliver() {
    let cells = layer(
        "raion",
        Role::Cells,
        vec![
            feature("a", 0.0, 0.0, 100.0, 100.0),
            feature("b", 100.0, 0.0, 200.0, 100.0),
            feature("c", 200.0, 0.0, 300.0, 100.0),
        ],
    );
    // The line between the oblasts wanders off by 200 m, and another one cuts through a cell in earnest.
    let groups = layer(
        "oblast",
        Role::Groups,
        vec![
            feature("north", 0.0, 0.0, 102.0, 100.0),
            feature("middle", 102.0, 0.0, 240.0, 100.0),
            feature("south", 240.0, 0.0, 300.0, 100.0),
        ],
    );
    let (coverage, report) = build(&[territory("one", Standing::Detailed, vec![cells, groups])]);
    let oblast = |face: FaceLabels<'_>| face.label("oblast").map(str::to_owned);
    expect(&areas(&coverage, oblast), &[("middle", 14_000), ("north", 10_000), ("south", 6000)]);
    assert_eq!(coverage.face_count(), 5, "three cells, one of them divided, and the outside");
    let north = report.units.iter().find(|unit| unit.label == "north").unwrap();
    assert!(north.lost_m2 > 1e6 && north.gained_m2 == 0.0);
}

#[test]
fn a_coarse_neighbour_is_stretched_and_trimmed() {
    let ours = detailed("ours", vec![feature("a", 0.0, 0.0, 100.0, 100.0)]);
    let coarse = |name: &str, standing, feature| {
        territory(name, standing, vec![layer(name, Role::Cells, vec![feature])])
    };
    let neighbour = coarse("neighbour", Standing::Context, feature("n", 110.0, -50.0, 300.0, 150.0));
    let backdrop = coarse("backdrop", Standing::Backdrop, feature("o", 0.0, 0.0, 110.0, 80.0));
    let (coverage, _) = build(&[ours, neighbour, backdrop]);
    expect(&areas(&coverage, owner), &[("neighbour", 38_800), ("ours", 10_000)]);
}

#[test]
fn a_lake_keeps_its_oblast() {
    let oblasts = layer("oblast", Role::Cells, vec![feature("o", 0.0, 0.0, 100.0, 100.0)]);
    let raions = layer("raion", Role::Cells, vec![feature("r", 0.0, 0.0, 60.0, 100.0)]);
    let (coverage, _) = build(&[territory("one", Standing::Detailed, vec![oblasts, raions])]);
    let lake = |face: FaceLabels<'_>| {
        face.label("raion").is_none().then(|| face.label("oblast").unwrap().to_owned())
    };
    expect(&areas(&coverage, lake), &[("o", 4000)]);
}

#[test]
fn what_cannot_be_seen_goes_to_its_surroundings() {
    let islet = feature("b", 100.0, 100.0, 110.0, 110.0);
    let mut around = feature("a", 0.0, 0.0, 1000.0, 1000.0);
    around.geometry.0[0].interiors_push(islet.geometry.0[0].exterior().clone());
    let main_part = feature("b", 1000.0, 0.0, 2000.0, 1000.0);
    let (coverage, _) = build(&[detailed("one", vec![around, islet, main_part])]);
    let label = |face: FaceLabels<'_>| face.label("one_cells").map(str::to_owned);
    let parts = |zoom| {
        let shown = coverage.generalise_for_zoom(zoom, &Detail::default()).unwrap();
        shown.dissolve(label).into_iter().map(|(_, area)| area.0.len()).collect::<Vec<_>>()
    };
    assert_eq!((parts(4), parts(12)), (vec![1, 1], vec![1, 2]));
}

#[test]
fn borders_are_drawn_once() {
    let cells = vec![feature("a", 0.0, 0.0, 100.0, 100.0), feature("b", 100.0, 0.0, 200.0, 100.0)];
    let (coverage, _) = build(&[detailed("one", cells)]);
    let borders = coverage.borders(|face| face.label("one_cells").map(str::to_owned));
    let outer = borders.iter().filter(|border| border.is_outer()).count();
    assert_eq!((borders.len(), outer), (3, 2));
}

#[test]
fn mistakes_are_named() {
    let mut beyond = feature("a", 0.0, 0.0, 1.0, 1.0);
    beyond.geometry.0[0].exterior_mut(|ring| ring.0[0].y = f64::NAN);
    let error = Coverage::build(&[detailed("one", vec![beyond])], &Rules::default()).unwrap_err();
    assert!(matches!(error, Error::Vertex { .. }), "{error}");
    let twice = vec![layer("same", Role::Cells, vec![]), layer("same", Role::Groups, vec![])];
    let error =
        Coverage::build(&[territory("one", Standing::Detailed, twice)], &Rules::default()).unwrap_err();
    assert!(matches!(error, Error::DuplicateLayer { .. }), "{error}");
}

#[test]
fn nothing_makes_nothing() {
    let (coverage, report) = build(&[]);
    assert_eq!((coverage.face_count(), coverage.arcs().len(), report), (1, 0, Report::default()));
    assert!(coverage.generalise_for_zoom(3, &Detail::default()).unwrap().arcs().is_empty());
    assert!(matches!(coverage.generalise_for_zoom(17, &Detail::default()), Err(Error::Zoom { .. })));
}

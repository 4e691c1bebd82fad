use super::*;
use geo::{Coord, LineString, Polygon, Validation as _};
use proptest::prelude::*;
use std::collections::HashMap;

fn point(x: i32, y: i32) -> IntPoint {
    IntPoint { x, y }
}

fn bounds(west: i32, north: i32, east: i32, south: i32) -> UnitBox {
    UnitBox { min: point(west, north), max: point(east, south) }
}

/// Twice the area of polygons: exact.
fn double_area(polygons: &Polygons) -> i64 {
    let ring = |ring: &Path| -> i64 {
        (0..ring.len())
            .map(|index| {
                let (a, b) = (ring[index], ring[(index + 1) % ring.len()]);
                i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)
            })
            .sum::<i64>()
            .abs()
    };
    polygons.iter().map(|rings| ring(&rings[0]) - rings[1..].iter().map(ring).sum::<i64>()).sum()
}

fn is_valid(polygons: &Polygons) -> bool {
    let line = |ring: &Path| {
        let mut line: LineString<f64> =
            ring.iter().map(|point| Coord { x: f64::from(point.x), y: f64::from(point.y) }).collect();
        line.close();
        line
    };
    polygons
        .iter()
        .all(|rings| Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect()).is_valid())
}

/// Quadrangles that fill a square without gaps: the nodes of a grid, each moved at random.
fn coverage() -> impl Strategy<Value = Vec<Path>> {
    (3_i32..40, 5_usize..12).prop_flat_map(|(step, count)| {
        let nudge = -(step / 3)..=step / 3;
        prop::collection::vec((nudge.clone(), nudge), (count + 1) * (count + 1)).prop_map(move |nudges| {
            let node = |column: usize, row: usize| {
                let (dx, dy) = nudges[row * (count + 1) + column];
                point(column as i32 * step + dx, row as i32 * step + dy)
            };
            (0..count * count)
                .map(|cell| (cell % count, cell / count))
                .map(|(x, y)| vec![node(x, y), node(x + 1, y), node(x + 1, y + 1), node(x, y + 1)])
                .collect()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn neighbours_share_their_border_after_the_cut(cells in coverage(), inner in 0.2_f64..0.4, outer in 0.6_f64..0.8) {
        let size = cells.iter().flatten().map(|point| point.x).max().unwrap();
        let at = |part: f64| (f64::from(size) * part) as i32;
        let area = bounds(at(inner), at(inner), at(outer), at(outer));
        let mut edges: HashMap<[(i32, i32); 2], u32> = HashMap::new();
        let mut covered = 0;
        for cell in &cells {
            let part = polygons([cell], &area);
            prop_assert!(is_valid(&part), "{:?} in {:?} gives {:?}", cell, area, part);
            covered += double_area(&part);
            for ring in part.iter().flatten() {
                for (index, a) in ring.iter().enumerate() {
                    let b = ring[(index + 1) % ring.len()];
                    if !on_one_side(&[*a, b], &area) {
                        let mut edge = [(a.x, a.y), (b.x, b.y)];
                        edge.sort_unstable();
                        *edges.entry(edge).or_default() += 1;
                    }
                }
            }
        }
        let side = i64::from(area.max.x - area.min.x);
        prop_assert_eq!(covered, 2 * side * side, "no gap and no overlap");
        prop_assert!(edges.values().all(|&uses| uses == 2), "{:?}", edges);
    }

    #[test]
    fn a_line_is_cut_as_the_border_that_it_draws(ends in prop::array::uniform4(-300_i32..300)) {
        let area = bounds(-50, -40, 60, 70);
        let [a, b] = [point(ends[0], ends[1]), point(ends[2], ends[3])];
        let there = line(&[a, b], &area);
        let mut back = line(&[b, a], &area);
        back.iter_mut().for_each(|part| part.reverse());
        prop_assert_eq!(&there, &back);
        for end in there.iter().flatten() {
            prop_assert!((-50..=60).contains(&end.x) && (-40..=70).contains(&end.y));
        }
    }
}

#[test]
fn a_box_deep_inside_is_filled_whole_and_one_in_a_hole_is_empty() {
    let ring = |r: i32| vec![point(-r, -r), point(r, -r - 7), point(r + 9, r), point(-r, r + 3)];
    let around = [ring(1_000)];
    let area = bounds(-10, -10, 10, 10);
    assert_eq!(double_area(&polygons(&around, &area)), 2 * 20 * 20);
    assert_eq!(polygons(&around, &area)[0][0].len(), 4);
    assert!(polygons(&[ring(1_000), ring(100)], &area).is_empty());
    assert!(polygons(&around, &bounds(5_000, 0, 5_100, 100)).is_empty());
}

#[test]
fn corners_are_passed_on_the_side_where_the_shape_lies() {
    // A triangle whose long edge passes beyond the north-eastern corner: the whole box is inside.
    let triangle = [vec![point(-100, -300), point(-100, 100), point(300, 100)]];
    let area = bounds(0, 0, 10, 10);
    assert_eq!(double_area(&polygons(&triangle, &area)), 200);
    // Its counterpart beyond that edge leaves nothing.
    let other = [vec![point(-100, -300), point(300, -300), point(300, 100)]];
    assert!(polygons(&other, &area).is_empty());
}

#[test]
fn a_vertex_on_a_straight_edge_stays_for_the_neighbour_that_needs_it() {
    let ring = vec![point(0, 0), point(5, 0), point(10, 0), point(10, 30), point(0, 30)];
    let part = polygons(&[ring], &bounds(-5, -5, 20, 20));
    assert!(part[0][0].contains(&point(5, 0)), "{part:?}");
}

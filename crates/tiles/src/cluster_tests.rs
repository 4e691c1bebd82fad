use super::*;
use proptest::prelude::*;

/// As in a release with few hotspots.
const SINGLE_FROM: u8 = 9;

const WORLD: (Coord<f64>, Coord<f64>) = (Coord { x: 0.0, y: 0.0 }, Coord { x: 1.0, y: 1.0 });

fn points() -> impl Strategy<Value = Vec<Node>> {
    let point = (0.60_f64..0.76, 0.32_f64..0.40, 0..Kind::ALL.len(), prop::option::of(0.0_f32..9.0));
    prop::collection::vec(point, 0..300).prop_map(|points| {
        let points = points.into_iter().enumerate();
        let node = |(index, (x, y, kind, severity)): (usize, (f64, f64, usize, Option<f32>))| {
            let weight = Weight { severity, people: None };
            Node::single(index, Coord { x, y }, Kind::ALL[kind], weight)
        };
        points.map(node).collect()
    })
}

proptest! {
    #[test]
    fn counts_add_up_at_every_zoom(points in points()) {
        let clusters = Clusters::new(points.clone(), SINGLE_FROM);
        for zoom in 0..SINGLE_FROM {
            let nodes = clusters.within(zoom, WORLD.0, WORLD.1);
            for (index, kind) in Kind::ALL.iter().enumerate() {
                let there: u32 = nodes.iter().map(|node| node.counts[index]).sum();
                let given: u32 = points.iter().map(|point| point.counts[index]).sum();
                prop_assert_eq!(there, given, "{} at zoom {}", kind, zoom);
            }
            let worst = |nodes: &mut dyn Iterator<Item = &Node>| nodes.filter_map(|node| node.weight.severity).reduce(f32::max);
            prop_assert_eq!(worst(&mut nodes.into_iter()), worst(&mut points.iter()));
        }
    }

    #[test]
    fn what_is_kept_once_is_what_was_made(points in points()) {
        let made = zooms(points.clone(), SINGLE_FROM);
        let kept = Clusters::new(points, SINGLE_FROM);
        prop_assert_eq!(kept.zooms().len(), made.len());
        for (kept, made) in kept.zooms().each().zip(&made) {
            prop_assert!(kept.into_iter().eq(made));
        }
    }

    #[test]
    fn the_result_does_not_depend_on_chance(points in points()) {
        let [a, b] = [Clusters::new(points.clone(), SINGLE_FROM), Clusters::new(points, SINGLE_FROM)];
        prop_assert_eq!(a.zooms(), b.zooms());
    }

    #[test]
    fn a_cluster_parts_where_it_says(points in points()) {
        let clusters = Clusters::new(points, SINGLE_FROM);
        let zooms: Vec<Vec<&Node>> = clusters.zooms().each().collect();
        for node in zooms.iter().flat_map(|nodes| nodes.iter()).filter(|node| node.count() > 1) {
            let whole = |zoom: u8| zooms.get(usize::from(zoom)).is_some_and(|nodes| {
                nodes.iter().any(|other| other.first == node.first && other.counts == node.counts)
            });
            prop_assert!(whole(node.parts_at - 1) && !whole(node.parts_at));
        }
    }

    #[test]
    fn no_two_seeds_are_within_a_radius(points in points()) {
        // What gathers its neighbours leaves none of them that was there before.
        let radius = RADIUS_PX / (TILE_PX * f64::from(1_u32 << (SINGLE_FROM - 1)));
        let joined = join_close(&points, SINGLE_FROM - 1);
        let alone: Vec<&Node> = joined.iter().filter(|node| node.count() == 1).collect();
        for (index, a) in alone.iter().enumerate() {
            for b in &alone[index + 1..] {
                let way = a.place - b.place;
                prop_assert!(way.x.hypot(way.y) > radius);
            }
        }
    }
}

#[test]
fn points_at_one_place_are_found_together() {
    let place = Coord { x: 0.7, y: 0.35 };
    let apart = Coord { x: 0.71, y: 0.35 };
    assert_eq!(coincident([place, apart, place]), [vec![0, 2]]);
}

#[test]
fn two_points_part_where_they_are_a_radius_apart() {
    let apart = 0.9 * RADIUS_PX / (TILE_PX * 16.0);
    let points = vec![
        Node::single(0, Coord { x: 0.7, y: 0.35 }, Kind::Dump, Weight { severity: Some(2.0), people: None }),
        Node::single(
            1,
            Coord { x: 0.7 + apart, y: 0.35 },
            Kind::Tailings,
            Weight { severity: Some(7.5), people: Some(9) },
        ),
    ];
    let clusters = Clusters::new(points, SINGLE_FROM);
    let nodes = |zoom| clusters.within(zoom, WORLD.0, WORLD.1);
    assert_eq!((nodes(4).len(), nodes(5).len()), (1, 2));
    let node = nodes(2)[0];
    assert_eq!(node.parts_at, 5, "the same from zoom 0 to 4");
    assert_eq!(node.weight, Weight { severity: Some(7.5), people: Some(9) });
}

//! A small made-up release: two countries of four oblasts with crooked borders, water, towns and hotspots.

use geo::{Coord, Geometry, LineString, MultiPolygon, Polygon, line_string, point, polygon};
use serde_json::{Value, json};
use terrikon_core::{
    AreaAt, Collection, CollectionId, Date, Feature, Kind, Lang, Release, Validity,
    release::{GENERALISED_MAX_ZOOM, Generalised},
};

/// The day on which the southern oblast was split.
pub(crate) fn split() -> Date {
    "2022-06-08".parse().unwrap()
}

pub(crate) fn today() -> Date {
    "2025-01-01".parse().unwrap()
}

fn feature(id: &str, names: &[(Lang, &str)], properties: &Value) -> Feature {
    let mut feature = Feature { id: id.to_owned(), ..Feature::default() };
    names.iter().for_each(|(lang, name)| feature.names.set(*lang, name));
    feature.properties = properties.as_object().unwrap().clone();
    feature
}

/// Web Mercator in whole tile units of a zoom.
fn unit(lon: f64, lat: f64, zoom: u8) -> Coord<f64> {
    let world = 4096.0 * f64::from(1_u32 << zoom);
    let sin = lat.to_radians().sin();
    let y = 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI);
    Coord { x: ((lon / 360.0 + 0.5) * world).round(), y: (y * world).round() }
}

/// A crooked line between two nodes of the grid; the same whichever of its neighbours asks.
fn arc(from: (i32, i32), to: (i32, i32), zoom: u8) -> Vec<Coord<f64>> {
    let steps = 4 << zoom.min(6);
    let crook = |step: i32| if step % 4 == 1 { 0.07 } else { -0.02 * f64::from(step % 3) };
    let turned = from > to;
    let (a, b) = if turned { (to, from) } else { (from, to) };
    let mut line: Vec<_> = (0..=steps)
        .map(|step| {
            let part = f64::from(step) / f64::from(steps);
            // Less towards the nodes, so that arcs never cross there.
            let off = crook(step) * 4.0 * part * (1.0 - part);
            let (x, y) = (f64::from(b.0 - a.0) * part, f64::from(b.1 - a.1) * part);
            let along_x = a.1 == b.1;
            let (dx, dy) = if along_x { (0.0, off) } else { (off, 0.0) };
            unit(60.0 + 5.0 * (f64::from(a.0) + x + dx), 42.0 + 4.0 * (f64::from(a.1) + y + dy), zoom)
        })
        .collect();
    if turned {
        line.reverse();
    }
    line.dedup();
    line
}

fn cell(column: i32, row: i32, width: i32, zoom: u8) -> Polygon<f64> {
    let mut nodes = vec![(column, row)];
    nodes.extend((1..=width).map(|step| (column + step, row)));
    nodes.extend((0..=width).rev().map(|step| (column + step, row + 1)));
    nodes.push((column, row));
    let ring: Vec<_> = nodes.windows(2).flat_map(|ends| arc(ends[0], ends[1], zoom)).collect();
    Polygon::new(LineString(ring), vec![])
}

fn generalised() -> Vec<Generalised> {
    let piece = |layer: &str, feature: &str, level: Option<&str>, zoom, validity, geometry| Generalised {
        layer: layer.to_owned(),
        feature: feature.to_owned(),
        level: level.map(str::to_owned),
        validity,
        zoom,
        geometry,
    };
    let before = Validity { valid_from: None, valid_to: Some(split()) };
    let after = Validity { valid_from: Some(split()), valid_to: None };
    let mut pieces = Vec::new();
    for zoom in 0..=GENERALISED_MAX_ZOOM {
        let area = |layer, feature, validity, polygon: Polygon<f64>| {
            piece(layer, feature, None, zoom, validity, MultiPolygon(vec![polygon]).into())
        };
        pieces.push(area("oblasts", "KZ-OLD", before, cell(0, 0, 2, zoom)));
        pieces.push(area("oblasts", "KZ-A", after, cell(0, 0, 1, zoom)));
        pieces.push(area("oblasts", "KZ-B", after, cell(1, 0, 1, zoom)));
        pieces.push(area("oblasts", "KG-C", Validity::ALWAYS, cell(0, 1, 2, zoom)));
        pieces.push(area("countries", "KZ", Validity::ALWAYS, cell(0, 0, 2, zoom)));
        pieces.push(area("countries", "KG", Validity::ALWAYS, cell(0, 1, 2, zoom)));
        pieces.push(area("countries", "XX", Validity::ALWAYS, cell(-3, 0, 3, zoom)));
        pieces.push(area("countries", "XY", Validity::ALWAYS, cell(2, 0, 3, zoom)));
        let line = |from, to| Geometry::LineString(LineString(arc(from, to, zoom)));
        pieces.push(piece("borders", "KZ-A|KZ-B", Some("oblast"), zoom, after, line((1, 0), (1, 1))));
        for x in 0..2 {
            let state = line((x, 1), (x + 1, 1));
            pieces.push(piece("borders", "KZ|KG", Some("state"), zoom, Validity::ALWAYS, state));
        }
    }
    pieces
}

/// Hotspots on a grid around the middle, in all kinds, trusts and position kinds.
fn hotspots(count: usize) -> Vec<Feature> {
    (0..count)
        .map(|index| {
            let kind = Kind::ALL[index % Kind::ALL.len()];
            let exact = index % 3 == 0;
            let (lon, lat) = (60.5 + 0.31 * (index % 29) as f64, 42.3 + 0.23 * (index / 29 % 31) as f64);
            let lon = lon + 0.001 * (index / 899) as f64;
            let mut hotspot = feature(
                &format!("kz-{index:05}"),
                &[(Lang::En, &format!("Place {index}")), (Lang::Ru, &format!("Место {index}"))],
                &json!({
                    "kind": kind.as_str(), "status": if index % 2 == 0 { "active" } else { "closed" }, "country": "KZ",
                    "pollutants": ["pb", "zn"], "trust": if exact { "sourced" } else { "unverified" },
                    "position_kind": if exact { "site" } else { "town_centroid" }, "position_accuracy_m": 5000,
                }),
            );
            hotspot.geometry = Some(point!(x: lon, y: lat).into());
            hotspot.position = Some([lon, lat]);
            let before = Validity { valid_from: None, valid_to: Some(split()) };
            let after = Validity { valid_from: Some(split()), valid_to: None };
            let new = if lon < 65.0 { "KZ-A" } else { "KZ-B" };
            hotspot.oblasts = vec![
                AreaAt { code: "KZ-OLD".to_owned(), validity: before },
                AreaAt { code: new.to_owned(), validity: after },
            ];
            hotspot
        })
        .collect()
}

/// A ring of about 20 km around every tenth hotspot, and one that is told without being drawn.
fn zones(hotspots: &[Feature]) -> Vec<Feature> {
    let zone = |hotspot: &Feature, rule: &str, geometry: Option<Geometry<f64>>| Feature {
        geometry,
        position: hotspot.position,
        oblasts: hotspot.oblasts.clone(),
        ..feature(
            &format!("{}-{rule}", hotspot.id),
            &[],
            &json!({
                "hotspot": hotspot.id, "kind": hotspot.properties["kind"], "rule": rule, "shape": "ring", "basis": "screening",
                "distance_m": 20_000, "verification": "verified", "people": 1234.5, "method": "chosen",
            }),
        )
    };
    let rings = hotspots.iter().step_by(10).map(|hotspot| {
        let [lon, lat] = hotspot.position.unwrap();
        let around = (0..72).map(|step| {
            let (sin, cos) = (f64::from(step) * 5.0).to_radians().sin_cos();
            (lon + 0.25 * cos, lat + 0.18 * sin)
        });
        let ring = Polygon::new(LineString::from(around.collect::<Vec<_>>()), vec![]);
        zone(hotspot, "ring", Some(MultiPolygon(vec![ring]).into()))
    });
    rings.chain([zone(&hotspots[0], "untold", None)]).collect()
}

pub(crate) fn release(hotspot_count: usize, town_count: usize) -> Release {
    use CollectionId::{
        Countries, Facilities, Hotspots, Lakes, Oblasts, ProtectedAreas, Rivers, Settlements, Zones,
    };
    let mut hotspots = hotspots(hotspot_count);
    let zones = zones(&hotspots);
    let mut reach = hotspots[0].clone();
    reach.id = "kz-reach".to_owned();
    reach.properties.insert("kind".to_owned(), json!("river"));
    reach.geometry = Some(line_string![(x: 62.0, y: 44.0), (x: 63.0, y: 45.0), (x: 64.5, y: 44.6)].into());
    reach.position = Some([63.0, 45.0]);
    hotspots.push(reach);
    let twin = Feature { id: "kz-twin".to_owned(), ..hotspots[0].clone() };
    hotspots.push(twin);
    let area = |id: &str, covered: i64| {
        let mut country = feature(id, &[(Lang::En, id)], &json!({"country": id, "covered": covered}));
        country.position = Some([64.0, 44.0]);
        country
    };
    let oblasts = ["KZ-OLD", "KZ-A", "KZ-B", "KG-C"].map(|id| {
        let mut oblast =
            feature(id, &[(Lang::En, id), (Lang::Kk, "облысы")], &json!({"code": id, "country": "KZ"}));
        oblast.position = Some([62.0, 44.0]);
        let (before, after) = ((None, Some(split())), (Some(split()), None));
        let (valid_from, valid_to) = match id {
            "KZ-OLD" => before,
            "KG-C" => (None, None),
            _ => after,
        };
        oblast.validity = Validity { valid_from, valid_to };
        oblast
    });
    let mut river = feature("river", &[(Lang::Ru, "Нура")], &json!({"rank": 2}));
    let bends =
        (0..400).map(|step| (60.0 + 0.02 * f64::from(step), 43.0 + 0.3 * (f64::from(step) / 9.0).sin()));
    river.geometry = Some(LineString::from(bends.collect::<Vec<_>>()).into());
    let mut lake = feature("lake", &[(Lang::Kk, "Балқаш")], &json!({"rank": 1, "subkind": "lake"}));
    lake.geometry = Some(
        polygon!(exterior: [(x: 66.0, y: 44.0), (x: 68.0, y: 44.2), (x: 67.5, y: 45.5), (x: 66.2, y: 45.0)],
            interiors: [[(x: 66.8, y: 44.5), (x: 67.0, y: 44.5), (x: 66.9, y: 44.8)]])
        .into(),
    );
    lake.position = Some([66.7, 44.8]);
    let towns = (0..town_count).map(|index| {
        let mut town = feature(
            &format!("town-{index:05}"),
            &[(Lang::En, &format!("Town {index}")), (Lang::Kk, &format!("Қала {index}"))],
            &json!({"country": if index % 5 == 0 { "XX" } else { "KZ" }, "population": 900_000 / (index + 1)}),
        );
        let (lon, lat) =
            (60.0 + 10.0 * (index as f64 * 0.618) % 10.0, 42.0 + 8.0 * (index as f64 * 0.383) % 8.0);
        town.position = Some([60.0 + lon % 10.0, 42.0 + lat % 8.0]);
        town
    });
    let mut mine = feature("mine", &[(Lang::En, "Mine")], &json!({"subkind": "coal_mine", "country": "KZ"}));
    mine.geometry = Some(point!(x: 63.1, y: 44.1).into());
    let mut park = feature(
        "park",
        &[(Lang::En, "Park")],
        &json!({"subkind": "national_park", "country": "KZ", "area_ha": 34_300.0}),
    );
    park.geometry = Some(point!(x: 63.2, y: 44.2).into());
    Release::new(
        vec![
            Collection::new(Hotspots, hotspots),
            Collection::new(Countries, vec![area("KZ", 1), area("KG", 1), area("XX", 0), area("XY", 0)]),
            Collection::new(Oblasts, oblasts.to_vec()),
            Collection::new(Rivers, vec![river]),
            Collection::new(Lakes, vec![lake]),
            Collection::new(Settlements, towns.collect()),
            Collection::new(ProtectedAreas, vec![park]),
            Collection::new(Facilities, vec![mine]),
            Collection::new(Zones, zones),
        ],
        vec![],
        vec![],
        generalised(),
        vec![],
    )
}

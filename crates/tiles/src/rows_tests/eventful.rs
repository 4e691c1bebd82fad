//! The made-up release with things that come and go.

use super::release::{release, split};
use geo::{Geometry, LineString, MapCoords as _, Polygon};
use serde_json::json;
use terrikon_core::{Collection, CollectionId, Date, Feature, Lang, Release, Validity};

/// After this day some hotspots are gone.
pub(super) fn closed() -> Date {
    "2022-01-01".parse().unwrap()
}

/// From this day on there are others.
pub(super) fn opened() -> Date {
    "2023-03-01".parse().unwrap()
}

/// Days before, between and after all changes.
pub(super) fn days() -> [Date; 5] {
    ["2021-06-30", "2022-06-07", "2022-06-08", "2023-03-01", "2024-06-30"].map(|day| day.parse().unwrap())
}

const fn from(day: Date) -> Validity {
    Validity { valid_from: Some(day), valid_to: None }
}

const fn until(day: Date) -> Validity {
    Validity { valid_from: None, valid_to: Some(day) }
}

/// The release of the tests of whole tiles, with hotspots, zones and water that begin or end, zones of
/// hotspots that are not there, areas of hotspots, raions and a sea.
pub(super) fn eventful(hotspot_count: usize, town_count: usize) -> Release {
    let mut plain = release(hotspot_count, town_count);
    let mut generalised = plain.generalised.clone();
    for Collection { id, features, .. } in &mut plain.collections {
        match id {
            CollectionId::Hotspots => hotspots(features),
            CollectionId::Zones => zones(features),
            CollectionId::Raions => features.push(raion()),
            CollectionId::Lakes => features.extend(lakes(&features[0].clone())),
            CollectionId::Facilities => features[0].validity = until(split()),
            _ => {}
        }
    }
    // The raion has the shape of an oblast, its border that between two, the sea that of a country.
    for (layer, feature, as_layer, as_feature, level) in [
        ("oblasts", "KZ-A", "raions", "raion", None),
        ("borders", "KZ-A|KZ-B", "borders", "raion|other", Some("raion")),
        ("countries", "XY", "lakes", "sea", None),
    ] {
        let pieces =
            plain.generalised.iter().filter(|piece| (&*piece.layer, &*piece.feature) == (layer, feature));
        for piece in pieces {
            let mut copy = piece.clone();
            (copy.layer, copy.feature) = (as_layer.to_owned(), as_feature.to_owned());
            copy.level = level.map(str::to_owned);
            generalised.push(copy);
        }
    }
    Release::new(plain.collections, plain.claims, plain.sources, generalised, plain.population)
}

fn hotspots(hotspots: &mut Vec<Feature>) {
    for (index, hotspot) in hotspots.iter_mut().enumerate() {
        match index % 7 {
            0 => hotspot.validity = until(closed()),
            1 => hotspot.validity = from(opened()),
            4 => hotspot.geometry = hotspot.position.map(|[lon, lat]| square(lon, lat, 0.05)),
            _ => {}
        }
    }
    // Three at one place: on some days one, on others two.
    hotspots[0].validity = Validity::ALWAYS;
    let named = |like: &Feature, id: &str| Feature { id: id.to_owned(), ..like.clone() };
    let twin = hotspots.iter().position(|hotspot| hotspot.id == "kz-twin").unwrap();
    hotspots[twin].validity = until(split());
    let mut triplet = named(&hotspots[0], "kz-triplet");
    triplet.validity = from(split());
    triplet.properties.insert("trust".to_owned(), json!("disputed"));
    let mut steady = named(&hotspots[2], "kz-steady");
    steady.position = Some([61.0, 49.9]);
    steady.oblasts[1].code = steady.oblasts[0].code.clone();
    let mut never = named(&steady, "kz-never");
    never.validity = Validity { valid_from: Some(opened()), valid_to: Some(closed()) };
    hotspots.extend([triplet, steady, never]);
}

fn zones(zones: &mut Vec<Feature>) {
    for (index, zone) in zones.iter_mut().enumerate() {
        zone.validity = [Validity::ALWAYS, until(split()), from(split())][index % 3];
    }
    let mut orphan = Feature { id: "orphan".to_owned(), ..zones[0].clone() };
    orphan.properties.insert("hotspot".to_owned(), json!("kz-unheard-of"));
    zones.push(orphan);
}

fn square(lon: f64, lat: f64, half: f64) -> Geometry<f64> {
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
    let ring: Vec<_> = corners.iter().map(|(x, y)| (lon + x, lat + y)).collect();
    Polygon::new(LineString::from(ring), vec![]).into()
}

fn raion() -> Feature {
    let mut raion = Feature { id: "raion".to_owned(), position: Some([62.0, 44.0]), ..Feature::default() };
    raion.names.set(Lang::Kk, "ауданы");
    raion
}

/// A sea that comes with the coverage, and a lake that dried up.
fn lakes(like: &Feature) -> [Feature; 2] {
    let mut dry = Feature { id: "dry".to_owned(), validity: until(split()), ..like.clone() };
    dry.geometry =
        like.geometry.as_ref().map(|shape| shape.map_coords(|at| geo::Coord { x: at.x - 4.0, ..at }));
    dry.position = Some([62.7, 44.8]);
    [Feature { id: "sea".to_owned(), ..like.clone() }, dry]
}

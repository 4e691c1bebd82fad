//! Whatever is asked, the server answers: never a panic or a 5xx, and every refusal is a problem document.

use crate::server::{Answer, get, post};
use proptest::prelude::*;
use std::sync::LazyLock;
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

const ROUTES: [&str; 25] = [
    "/api/exposure",
    "/api/exposure?lon=73",
    "/api/hotspots/kz-temirtau-air/exposure",
    "/api/hotspots/kz-nura-river/downstream",
    "/methods/exposure",
    "/api/collections/claims/items",
    "/api/collections/sources/items",
    "/api",
    "/api/conformance",
    "/api/openapi.json",
    "/api/collections",
    "/api/collections/hotspots",
    "/api/collections/hotspots/items",
    "/api/collections/oblasts/items",
    "/api/collections/settlements/items",
    "/api/collections/hotspots/items/kz-temirtau-air",
    "/api/collections/hotspots/queryables",
    "/api/collections/hotspots/schema",
    "/api/search",
    "/tiles/hotspots/4/11/5",
    "/tiles/hotspots,oblasts.json",
    "/style.json",
    "/sprites/light.json",
    "/sprites/icons/dump.svg",
    "/health/ready",
];

const PARAMETERS: [&str; 27] = [
    "lon",
    "lat",
    "radius",
    "accuracy",
    "distance",
    "bbox",
    "limit",
    "cursor",
    "oblast",
    "date",
    "datetime",
    "kind",
    "status",
    "trust",
    "pollutant",
    "lang",
    "f",
    "skipGeometry",
    "filter",
    "filter-lang",
    "filter-crs",
    "sortby",
    "release",
    "q",
    "theme",
    "unknown",
    "",
];

/// What parts a route from its next parameter.
fn mark(route: usize) -> char {
    if ROUTES[route].contains('?') { '&' } else { '?' }
}

fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn fine(address: &str, answer: &Answer) {
    assert!(answer.status.as_u16() < 500, "{address}: {}", answer.status);
    if answer.status.is_client_error() && !answer.header("content-type").starts_with("text/") {
        answer.problem();
    }
}

/// Values that nearly fit, and values that don't at all.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        "[0-9.,eE+-]{0,30}",
        "-?[0-9]{1,3},-?[0-9]{1,3},-?[0-9]{1,3},-?[0-9]{1,3}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(/(\\.\\.|[0-9]{4}-[0-9]{2}-[0-9]{2}))?",
        "-?[0-9]{1,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
        "(KZ|KG)-[A-Z0-9]{1,3}",
        "-?(id|name|kind|country|valid_to)(,[a-z]{1,4})?",
        "(NOT )?(id|name|kind|valid_to|geometry) (=|<>|LIKE|IS NULL|IN|BETWEEN) ?[('a-z0-9 %_]{0,12}",
        "[ST]_[A-Z]{4,10}\\((geometry|valid_to), ?[A-Z]{4,8}\\([0-9. ,'-]{0,20}\\)\\)",
        "[A-Za-z0-9_-]{0,40}",
        "r[0-9a-f]{16}",
        "\\PC{0,120}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_of_any_parameter(route in 0..ROUTES.len(), name in 0..PARAMETERS.len(), value in value()) {
        let address = format!("{}{}{}={}", ROUTES[route], mark(route), PARAMETERS[name], escaped(&value));
        fine(&address, &RUNTIME.block_on(get(&address)));
    }

    #[test]
    fn any_value_beside_a_place(lon in value(), lat in value(), radius in value(), accuracy in value()) {
        let address = format!("/api/exposure?lon={}&lat={}&radius={}&accuracy={}", escaped(&lon), escaped(&lat), escaped(&radius), escaped(&accuracy));
        fine(&address, &RUNTIME.block_on(get(&address)));
    }

    #[test]
    fn any_body(body in prop::collection::vec(any::<u8>(), 0..200), radius in any::<bool>()) {
        let address = if radius { "/api/exposure?radius=1000" } else { "/api/exposure" };
        fine(address, &RUNTIME.block_on(post(address, body)));
    }

    #[test]
    fn any_query(route in 0..ROUTES.len(), query in "[ -~&&[^#<>\"`{}\\\\^|]]{0,80}") {
        let address = format!("{}{}{}", ROUTES[route], mark(route), query.replace(' ', "+"));
        fine(&address, &RUNTIME.block_on(get(&address)));
    }

    #[test]
    fn any_path(prefix in 0..6_usize, tail in value(), more in value()) {
        let prefix = ["/", "/api/", "/api/collections/", "/api/collections/hotspots/items/", "/tiles/", "/hotspots/"][prefix];
        let address = format!("{prefix}{}/{}", escaped(&tail), escaped(&more));
        fine(&address, &RUNTIME.block_on(get(&address)));
        let address = format!("{prefix}{}", escaped(&tail));
        fine(&address, &RUNTIME.block_on(get(&address)));
    }

    #[test]
    fn any_bytes_in_a_path(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
        let escaped: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
        for prefix in ["/", "/api/collections/", "/tiles/", "/hotspots/", "/assets/"] {
            let address = format!("{prefix}{escaped}");
            fine(&address, &RUNTIME.block_on(get(&address)));
        }
    }

    #[test]
    fn any_tile(z in any::<u32>(), x in any::<u64>(), y in any::<i64>()) {
        for address in [format!("/tiles/hotspots/{z}/{x}/{y}"), format!("/tiles/hotspots/{}/{}/{}", z % 16, x % 16, y % 16)] {
            fine(&address, &RUNTIME.block_on(get(&address)));
        }
    }
}

proptest! {
    // Fewer: buffers of rings around half the Earth take a while.
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nearly right GeoJSON: any numbers in the shape of rings.
    #[test]
    fn any_ring(
        ring in prop::collection::vec((-200.0..200.0_f64, -100.0..100.0_f64), 0..8),
        kind in prop::sample::select(vec!["Point", "MultiPoint", "LineString", "Polygon", "MultiPolygon"]),
        closed in any::<bool>(),
        fine_grained in any::<bool>(),
        radius in prop::sample::select(vec!["", "?radius=1", "?radius=5000", "?radius=500000"]),
    ) {
        // Far apart, or a few kilometres.
        let scale = if fine_grained { 1e-3 } else { 1.0 };
        let mut positions: Vec<_> = ring.iter().map(|(x, y)| serde_json::json!([72.0 * (1.0 - scale) + x * scale, 48.0 * (1.0 - scale) + y * scale])).collect();
        if closed && let Some(first) = positions.first().cloned() {
            positions.push(first);
        }
        let coordinates = match kind {
            "Point" => positions.first().cloned().unwrap_or_default(),
            "MultiPoint" | "LineString" => serde_json::json!(positions),
            "Polygon" => serde_json::json!([positions]),
            _ => serde_json::json!([[positions]]),
        };
        let body = serde_json::json!({ "type": kind, "coordinates": coordinates }).to_string();
        let address = format!("/api/exposure{radius}");
        let answer = RUNTIME.block_on(post(&address, body.as_str()));
        fine(&format!("{address} {body}"), &answer);
        if answer.status == 200 {
            for ring in answer.json()["rings"].as_array().unwrap() {
                let end = |name: &str| ring["people"][name].as_f64();
                let (low, central, high) = (end("low"), end("central"), end("high"));
                assert!(low.zip(high).is_none_or(|(low, high)| (0.0..=high).contains(&low)), "{body}: {ring:#}");
                assert!(central.is_none() || low <= central && central <= high, "{body}: {ring:#}");
                assert_eq!(low.is_none(), ring["caveats"].to_string().contains("no-population-data"), "{body}: {ring:#}");
            }
        }
    }
}

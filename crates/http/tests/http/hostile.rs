//! Whatever is asked, the server answers: never a panic or a 5xx, and every refusal is a problem document.

use crate::server::{Answer, get};
use proptest::prelude::*;
use std::sync::LazyLock;
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

const ROUTES: [&str; 20] = [
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

const PARAMETERS: [&str; 18] = [
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
    "release",
    "q",
    "theme",
    "unknown",
    "",
];

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
        "[A-Za-z0-9_-]{0,40}",
        "r[0-9a-f]{16}",
        "\\PC{0,120}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_of_any_parameter(route in 0..ROUTES.len(), name in 0..PARAMETERS.len(), value in value()) {
        let address = format!("{}?{}={}", ROUTES[route], PARAMETERS[name], escaped(&value));
        fine(&address, &RUNTIME.block_on(get(&address)));
    }

    #[test]
    fn any_query(route in 0..ROUTES.len(), query in "[ -~&&[^#<>\"`{}\\\\^|]]{0,80}") {
        let address = format!("{}?{}", ROUTES[route], query.replace(' ', "+"));
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

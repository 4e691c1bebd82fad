//! The description of the API is true: it has every route and no other, every answer is as it says, and its examples are what the
//! bundled release answers.

use crate::{
    fixture,
    server::{self, Answer, bundled, get, get_bundled, get_from, post, release},
};
use axum::Router;
use boon::{Compiler, Draft, Schemas};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, path::Path, sync::Arc};
use terrikon_http::AppState;
use terrikon_store::EmbeddedStore;

/// Pages for people and their styles, what another specification describes (oEmbed), and a second name of the first address, which the
/// description leaves out.
const PAGES: [&str; 14] = [
    "/",
    "/api/",
    "/hotspots/{id}",
    "/hotspots/{id}/curve.svg",
    "/oblasts/{code}",
    "/embed",
    "/embed/builder",
    "/oembed",
    "/methods",
    "/methods/page.css",
    "/methods/{page}",
    "/api/page.css",
    "/robots.txt",
    "/sitemap.xml",
];

async fn document() -> Value {
    get("/api/openapi.json").await.json()
}

fn members(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value:#}"))
}

/// Whether an address of the description is answered by a route: where the route has a word, the address has it too.
fn matches(route: &str, told: &str) -> bool {
    let (route, told): (Vec<_>, Vec<_>) = (route.split('/').collect(), told.split('/').collect());
    route.len() == told.len()
        && route.iter().zip(&told).all(|(own, other)| own.starts_with('{') || own == other)
}

/// The routes of the app, read from what the router says of itself.
fn routes() -> BTreeSet<String> {
    let store = Arc::new(EmbeddedStore::new(fixture::release()));
    let said = format!("{:?}", terrikon_http::routes(AppState::new(store)));
    let quoted = said.split('"').skip(1).step_by(2);
    quoted.filter(|text| text.starts_with('/')).map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn every_route_is_told_and_no_other() {
    let (document, routes) = (document().await, routes());
    assert!(routes.len() > 25 && routes.contains("/api/search"), "{routes:?}");
    let told: Vec<&String> = members(&document["paths"]).keys().collect();
    for route in routes.iter().filter(|route| !PAGES.contains(&route.as_str())) {
        let fallback = route.contains("{*");
        assert!(fallback || told.iter().any(|path| matches(route, path)), "{route} is not told");
    }
    for path in told {
        assert!(
            routes.iter().any(|route| matches(route, path)),
            "{path} is told, and there is no such route"
        );
    }
}

/// What a value has against the schema at a place of the document.
fn faults(document: &Value, place: &str, value: &Value) -> Option<String> {
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V2020_12);
    compiler.add_resource("http://terrikon.test/api/openapi.json", document.clone()).unwrap();
    let mut schemas = Schemas::new();
    let schema = compiler.compile(&format!("http://terrikon.test/api/openapi.json#{place}"), &mut schemas);
    let schema = schema.unwrap_or_else(|error| panic!("{place}: {error:#}"));
    schemas.validate(value, schema).err().map(|error| format!("{error:#}"))
}

/// A name as part of a JSON pointer within an address.
fn pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1").replace('{', "%7B").replace('}', "%7D").replace('+', "%2B")
}

/// Fails where an answer is not what the description says of it.
fn check(document: &Value, (path, method): (&str, &str), answer: &Answer, what: &str) {
    let operation = &document["paths"][path][method];
    let status = answer.status.as_u16().to_string();
    let status = if operation["responses"].get(&status).is_some() { status } else { "default".to_owned() };
    let mut told = &operation["responses"][&status];
    let mut place = format!("/paths/{}/{method}/responses/{status}", pointer(path));
    if let Some(name) = told["$ref"].as_str() {
        place = name.trim_start_matches('#').to_owned();
        told = document.pointer(&place).unwrap();
    }
    for name in told.get("headers").map(members).into_iter().flat_map(Map::keys) {
        assert!(!answer.header(name).is_empty(), "{what}: no {name}");
    }
    let Some(content) = told.get("content") else {
        assert!(answer.body.is_empty(), "{what}: a body that is not told");
        return;
    };
    let media = answer.header("content-type");
    let bare = media.split(';').next().unwrap();
    let media = if content.get(media).is_some() { media } else { bare };
    let told = content.get(media).unwrap_or_else(|| panic!("{what}: {media} is not told"));
    if told.get("schema").is_none() {
        return;
    }
    let json = bare.contains("json") && !bare.contains("ndjson");
    let value = if json { answer.json() } else { answer.text().into() };
    let faults = faults(document, &format!("{place}/content/{}/schema", pointer(media)), &value);
    assert_eq!(faults, None, "{what}");
}

/// The address of an operation with something in it that is there.
async fn filled(router: &Router, path: &str) -> String {
    let mut address = path.to_owned();
    if let Some((list, _)) = path.split_once("/{fid}") {
        let page = get_from(router, &format!("{list}?limit=1")).await.json();
        let id = page["features"][0]["id"].as_str().unwrap_or("none").to_owned();
        address = address.replace("{fid}", &id);
    }
    let release = get_from(router, "/api").await.json()["release"].as_str().unwrap().to_owned();
    for (name, value) in [
        ("{id}", "kz-temirtau-air"),
        ("{release}", release.as_str()),
        ("{layers}", "hotspots,oblasts"),
        ("{collectionId}", "hotspots"),
        ("{tileMatrixSetId}", "WebMercatorQuad"),
        ("{tileMatrix}", "4"),
        ("{tileRow}", "5"),
        ("{tileCol}", "11"),
        ("{z}", "4"),
        ("{x}", "11"),
        ("{y}", "5"),
        ("{sheet}", "light"),
        ("{name}", "tailings"),
        ("{code}", "KZ-35"),
    ] {
        address = address.replace(name, value);
    }
    let asks = match path {
        "/api/search" => "?q=temir".to_owned(),
        "/api/exposure" => "?lon=72.9667&lat=50.0667&radius=1000,5000".to_owned(),
        _ if path.ends_with("/diff") => format!("?to={release}"),
        _ => "?".to_owned(),
    };
    address + &asks
}

/// Asks for everything that the description names, in every format that it names.
async fn walk(router: &Router) {
    let document = document().await;
    let mut seen = 0;
    for (path, operations) in members(&document["paths"]) {
        let operation = &operations["get"];
        let address = filled(router, path).await;
        let none = Value::Null;
        let parameters = operation["parameters"].as_array().unwrap();
        let format = parameters.iter().find(|parameter| parameter["name"] == "f").unwrap_or(&none);
        let mut addresses = vec![address.clone()];
        for word in format["schema"]["enum"].as_array().into_iter().flatten() {
            addresses.push(format!("{address}&f={}", word.as_str().unwrap()));
        }
        for address in addresses {
            let answer = get_from(router, &address).await;
            let built = path != "/api/docs" || answer.status == 200;
            let empty = answer.status == 404 && address.contains("/none?");
            assert!(
                answer.status == 200 || empty || !built,
                "{address}: {} {}",
                answer.status,
                answer.text()
            );
            if built {
                check(&document, (path, "get"), &answer, &address);
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[tokio::test]
async fn every_answer_of_a_small_release_is_as_told() {
    walk(&server::router()).await;
}

#[tokio::test]
async fn every_answer_of_the_bundled_release_is_as_told() {
    walk(&bundled()).await;
}

#[tokio::test]
async fn other_questions_are_answered_as_told() {
    let document = document().await;
    for (told, address) in [
        ("/api/exposure", "/api/exposure?oblast=KZ-35,KG-N&radius=1000,20000"),
        ("/api/exposure", "/api/exposure?oblast=KG-GO&radius=1000"),
        ("/api/exposure", "/api/exposure?lon=-30&lat=0&radius=5000"),
        ("/api/exposure", "/api/exposure?lon=72.9667&lat=50.0667&radius=1000&accuracy=5000"),
        ("/api/hotspots/{id}/downstream", "/api/hotspots/kz-glubokoe-irtysh/downstream?distance=900000"),
        ("/api/hotspots/{id}/downstream", "/api/hotspots/kz-koshkar-ata/downstream"),
        ("/api/search", "/api/search?q=KZ-35&limit=50"),
        ("/api/collections/hotspots/items", "/api/collections/hotspots/items?limit=10000&lang=kk"),
        ("/api/collections/zones/items", "/api/collections/zones/items?limit=300"),
        ("/api/collections/oblasts/items", "/api/collections/oblasts/items?date=2021-01-01"),
        ("/api/collections/claims/items", "/api/collections/claims/items?limit=10000"),
        ("/api/collections/sources/items", "/api/collections/sources/items?limit=10000"),
        // What is refused.
        ("/api/exposure", "/api/exposure?lon=x"),
        ("/api/search", "/api/search"),
        ("/api/collections/hotspots/items", "/api/collections/hotspots/items?kind=volcano"),
        ("/api/collections/hotspots/items/{fid}", "/api/collections/hotspots/items/none?lang=ky"),
        ("/api/releases/{release}", "/api/releases/none"),
        ("/tiles/{layers}/{z}/{x}/{y}", "/tiles/hotspots/30/0/0"),
    ] {
        let answer = get_bundled(address).await;
        check(&document, (told, "get"), &answer, address);
    }
    let square =
        json!({ "type": "Polygon", "coordinates": [[[72, 49], [74, 49], [74, 51], [72, 51], [72, 49]]] });
    let place = json!({ "type": "Feature", "geometry": { "type": "Point", "coordinates": [73, 50] }, "properties": null });
    for (query, body) in [
        ("", square.clone()),
        ("?radius=1000", json!({ "type": "FeatureCollection", "features": [place, place] })),
        ("?radius=1000", json!({ "type": "Point", "coordinates": [73, 50] })),
        ("", json!({ "type": "Point", "coordinates": [73, 50] })),
        ("", json!([])),
    ] {
        let address = format!("/api/exposure{query}");
        let answer = post(&address, body.to_string()).await;
        check(&document, ("/api/exposure", "post"), &answer, &format!("{address} {body}"));
    }
}

/// What the examples are answers to: the operation, the media type, the address.
const EXAMPLES: [(&str, &str, &str); 16] = [
    ("/api", "application/json", "/api"),
    ("/api/conformance", "application/json", "/api/conformance"),
    ("/api/collections/hotspots", "application/json", "/api/collections/hotspots"),
    (
        "/api/collections/{collection}/items",
        "application/geo+json",
        "/api/collections/{collection}/items?limit=1&skipGeometry=true&lang=en&date=2024-06-30&properties=name,position,valid_from,valid_to,release",
    ),
    ("/api/collections/claims/items", "application/geo+json", "/api/collections/claims/items?limit=1"),
    ("/api/collections/sources/items", "application/geo+json", "/api/collections/sources/items?limit=1"),
    (
        "/api/collections/hotspots/items/{fid}",
        "application/geo+json",
        "/api/collections/hotspots/items/kz-stepnogorsk-u?lang=en&date=2024-06-30",
    ),
    (
        "/api/exposure",
        "application/json",
        "/api/exposure?lon=72.9667&lat=50.0667&radius=5000&lang=en&date=2024-06-30",
    ),
    (
        "/api/hotspots/{id}/exposure",
        "application/json",
        "/api/hotspots/kz-temirtau-air/exposure?radius=1000&lang=en&date=2024-06-30",
    ),
    (
        "/api/hotspots/{id}/downstream",
        "application/geo+json",
        "/api/hotspots/kz-glubokoe-irtysh/downstream?distance=1000&radius=100&lang=en&date=2024-06-30",
    ),
    ("/api/search", "application/json", "/api/search?q=temirtaw&limit=1&lang=en&date=2024-06-30"),
    ("/api/releases", "application/json", "/api/releases"),
    ("/api/releases/{release}/diff", "application/json", "/api/releases/RELEASE/diff?to=RELEASE"),
    ("/tiles/{layers}.json", "application/json", "/tiles/oblasts.json?lang=en&date=2024-06-30"),
    ("/sprites/{sheet}.json", "application/json", "/sprites/light.json"),
    ("/health/ready", "application/json", "/health/ready"),
];

#[tokio::test]
async fn examples_are_what_the_bundled_release_answers() {
    let own = get_bundled("/api").await.json()["release"].as_str().unwrap().to_owned();
    let collections = terrikon_core::CollectionId::ALL.map(|id| id.to_string());
    let mut examples = Map::new();
    for (path, media, address) in EXAMPLES {
        let named = if path.contains("{collection}") { &collections[..] } else { &collections[..1] };
        for collection in named {
            let [path, address] = [path, address].map(|text| text.replace("{collection}", collection));
            let answer = get_bundled(&address.replace("RELEASE", &own)).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, media), "{address}");
            let mut value = answer.json();
            members_mut(&mut value).remove("timeStamp");
            examples.insert(format!("get {path} {media}"), json!({ "address": address, "answer": value }));
        }
    }
    let text = serde_json::to_string_pretty(&examples).unwrap().replace(&own, "r0000000000000000") + "\n";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api/openapi/examples.json");
    if std::env::var("INSTA_UPDATE").is_ok_and(|word| word == "always") {
        std::fs::write(&file, &text).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(
        written == text,
        "examples are stale: INSTA_UPDATE=always cargo test --test http openapi writes them anew"
    );
}

fn members_mut(value: &mut Value) -> &mut Map<String, Value> {
    value.as_object_mut().unwrap()
}

#[tokio::test]
async fn examples_keep_to_their_schemas_and_lead_here() {
    let document = document().await;
    let mut seen = 0;
    for (path, operations) in members(&document["paths"]) {
        for (media, told) in members(&operations["get"]["responses"]["200"]["content"]) {
            let Some(example) = told.get("example") else { continue };
            let place =
                format!("/paths/{}/get/responses/200/content/{}/schema", pointer(path), pointer(media));
            assert_eq!(faults(&document, &place, example), None, "{path}");
            assert!(!example.to_string().contains("r0000000000000000"), "{path}");
            seen += 1;
        }
    }
    assert!(seen >= EXAMPLES.len(), "{seen}");
    assert!(document.to_string().contains(&release()));
}

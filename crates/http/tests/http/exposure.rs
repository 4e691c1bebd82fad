//! Who lives within reach of a place, of a hotspot and of an oblast's hotspots.

use crate::server::{Answer, ask, get, get_bundled, release};
use axum::http::Method;
use serde_json::Value;

/// In the west of the made-up people, far from the border of oblasts.
const PLACE: &str = "/api/exposure?lon=72.9667&lat=50.0667&date=2024-06-30";

/// What is told of one radius.
pub(crate) fn rings(answer: &Answer) -> Vec<Value> {
    let told = answer.json();
    assert_eq!(answer.status, 200, "{told:#}");
    told["rings"].as_array().unwrap().clone()
}

pub(crate) fn codes(told: &Value) -> Vec<String> {
    let caveats = told["caveats"].as_array().unwrap();
    for caveat in caveats {
        let text = caveat["text"].as_str().unwrap();
        assert!(!text.is_empty() && !text.contains("{$") && !text.contains("{ $"), "{caveat}");
    }
    caveats.iter().map(|caveat| caveat["code"].as_str().unwrap().to_owned()).collect()
}

pub(crate) fn figure(told: &Value, end: &str) -> f64 {
    told[end].as_f64().unwrap_or_else(|| panic!("no {end} in {told:#}"))
}

/// The parts of the split add up to the whole, within what rounding to a thousandth leaves.
pub(crate) fn adds_up(split: &Value, whole: &Value) {
    let parts = split.as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["people"].as_f64().unwrap()).sum();
    let whole = whole.as_f64().unwrap();
    assert!((sum - whole).abs() <= 1e-6 * whole + 0.000_6 * (parts.len() + 1) as f64, "{sum} of {whole}");
}

#[tokio::test]
async fn a_report_has_all_that_clients_rely_on() {
    let answer = get(&format!("{PLACE}&radius=30000,100000,1000&lang=ru")).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("content-language"), "ru");
    assert_eq!(answer.header("terrikon-release"), release());
    let told = answer.json();
    assert_eq!(told["release"], release().as_str());
    assert_eq!(told["place"]["position_accuracy_m"], 0.0);
    let population = &told["population"];
    assert_eq!((&population["id"], &population["year"]), (&"made-up-2020".into(), &2020.into()));
    assert_eq!(population["source"]["title"], "Census");
    assert_eq!(population["resolution"]["arc_minutes"], 7.5);
    assert!(population["caveats"].is_array());
    assert_eq!(told["population_also"].as_array().unwrap().len(), 2);
    assert_eq!(codes(&told), ["not-a-dose", "even-spread", "towns-apart"]);
    let rings = rings(&answer);
    let radii: Vec<_> = rings.iter().map(|ring| ring["radius_m"].as_f64().unwrap()).collect();
    assert_eq!(radii, [30_000.0, 100_000.0, 1_000.0], "in the order asked");
    for ring in &rings {
        let radius = figure(ring, "radius_m");
        let disc = std::f64::consts::PI * radius * radius;
        assert!((figure(ring, "area_m2") / disc - 1.0).abs() < 5e-4, "{ring:#}");
        let people = &ring["people"];
        let (low, central, high) = (figure(people, "low"), figure(people, "central"), figure(people, "high"));
        assert!(low == central && central < high, "a second source has a fifth more: {people}");
        assert!((high / central - 1.2).abs() < 1e-4, "{people}");
        assert!(figure(people, "least") <= low && high <= figure(people, "most"), "{people}");
        adds_up(&ring["by_oblast"], &people["central"]);
        let by_source = ring["by_source"].as_array().unwrap();
        let counts: Vec<_> = by_source.iter().map(|one| one["counts"].as_bool().unwrap()).collect();
        assert_eq!(counts, [true, true, false]);
    }
    let at = |index: usize| figure(&rings[index]["people"], "central");
    assert!(at(2) < at(0) && at(0) < at(1), "more people within a greater radius");
    let towns = rings[0]["settlements"].as_array().unwrap();
    assert_eq!(
        (towns.len(), &towns[0]["id"], &towns[0]["name"]),
        (1, &"temirtau".into(), &"Темиртау".into())
    );
    assert_eq!(towns[0]["population"], 178_000);
    assert!(figure(&towns[0], "distance_m") < 1_000.0);
    assert!(codes(&rings[0]).contains(&"towns-exceed".to_owned()), "the made-up people are fewer");
    assert_eq!(rings[1]["settlements"][1]["id"], "karaganda");
    assert_eq!(rings[0]["hotspots"][0]["id"], "kz-temirtau-air");
    assert!(codes(&rings[2]).contains(&"smaller-than-cell".to_owned()), "{:#}", rings[2]);
    assert_eq!(get(PLACE).await.json()["rings"].as_array().unwrap().len(), 3, "radii of its own");
    assert_eq!(rings_of("&radius=5000,5000.0,5e3").await.len(), 1, "each radius once");
}

async fn rings_of(more: &str) -> Vec<Value> {
    rings(&get(&format!("{PLACE}{more}")).await)
}

#[tokio::test]
async fn a_position_too_vague_for_the_radius_has_no_figure() {
    let ring = &rings_of("&radius=5000&accuracy=5001").await[0];
    assert_eq!(ring["people"]["central"], Value::Null);
    assert_eq!(figure(&ring["people"], "low"), 0.0);
    assert!(figure(&ring["people"], "high") > 0.0);
    assert_eq!(codes(ring)[0], "position-accuracy");
    assert_eq!((&ring["by_source"], ring["by_oblast"].as_array().unwrap().len()), (&Value::Array(vec![]), 1));
    assert_eq!(ring["by_oblast"][0]["people"], Value::Null, "no split of a figure that is not given");
    let known = &rings_of("&radius=5000&accuracy=5000").await[0];
    assert!(figure(&known["people"], "central") > 0.0, "as near as the radius is near enough");
    assert!(!codes(known).contains(&"position-accuracy".to_owned()));
    let exact = &rings_of("&radius=5000").await[0];
    assert_eq!(exact["people"]["central"], known["people"]["central"]);
    assert!(figure(&exact["people"], "high") < figure(&known["people"], "high"));
}

#[tokio::test]
async fn no_data_is_not_nobody() {
    for place in ["lon=76.9&lat=45", "lon=-30&lat=0", "lon=180&lat=-65", "lon=76.9&lat=45&accuracy=20000"] {
        for ring in rings(&get(&format!("/api/exposure?{place}&radius=1000,5000")).await) {
            for end in ["low", "central", "high", "least", "most"] {
                let given = &ring["people"][end];
                // Another source of the made-up people reaches as far as the first.
                assert_eq!(given, &Value::Null, "{place}, {end}: {ring:#}");
            }
            assert!(codes(&ring).contains(&"no-population-data".to_owned()), "{ring:#}");
            for part in ring["by_oblast"].as_array().unwrap() {
                assert_eq!(part["people"], Value::Null);
            }
            for one in ring["by_source"].as_array().unwrap() {
                assert!(one["counts"] == false || one["people"] == Value::Null, "{one}");
            }
        }
    }
    let edge = &rings(&get("/api/exposure?lon=76&lat=47&radius=20000").await)[0];
    assert!(codes(edge).contains(&"part-without-data".to_owned()), "{edge:#}");
}

#[tokio::test]
async fn hotspots_of_an_oblast_are_told_together() {
    let answer = get("/api/exposure?oblast=KZ-35&radius=1000,20000,150000&date=2024-06-30&lang=kk").await;
    let told = answer.json();
    let ids: Vec<_> = told["hotspots"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert_eq!(ids, ["kz-anonymous-dump", "kz-nura-river", "kz-temirtau-air"]);
    assert_eq!(told["oblasts"], serde_json::json!(["KZ-35"]));
    let rings = rings(&answer);
    // Known to 8 and to 2 km.
    assert_eq!(rings[0]["left_out"], serde_json::json!(["kz-nura-river", "kz-temirtau-air"]));
    assert_eq!(rings[1]["left_out"], serde_json::json!([]));
    assert_eq!(codes(&rings[0])[0], "places-left-out");
    for ring in &rings {
        assert_eq!(ring["places"], 3);
        for end in ["low", "central", "high"] {
            let (sum, union) = (figure(&ring["people_sum"], end), figure(&ring["people_union"], end));
            let radius = figure(ring, "radius_m");
            let mut greatest: f64 = 0.0;
            for id in &ids {
                let own = get(&format!("/api/hotspots/{id}/exposure?radius={radius}&date=2024-06-30")).await;
                let own = own.json()["rings"][0]["people"][end].as_f64();
                greatest = greatest.max(own.unwrap_or(0.0));
            }
            assert!(greatest <= union + 0.001 && union <= sum + 0.001, "{end}: {greatest} {union} {sum}");
            if radius == 150_000.0 {
                assert!(union < sum && greatest < union, "they overlap: {end} {union} {sum}");
            }
        }
        adds_up(&ring["by_oblast"], &ring["people_union"]["central"]);
    }
    let dumps = get("/api/exposure?oblast=KZ-35&kind=dump&radius=1000&date=2024-06-30").await.json();
    assert_eq!(dumps["hotspots"], serde_json::json!(["kz-anonymous-dump"]));
}

#[tokio::test]
async fn an_oblast_without_hotspots_has_no_figures() {
    let told = get("/api/exposure?oblast=KZ-62&kind=lake&radius=1000&date=2024-06-30").await.json();
    let ring = &told["rings"][0];
    assert_eq!((&told["hotspots"], &ring["places"]), (&serde_json::json!([]), &0.into()));
    assert_eq!(codes(ring), ["no-hotspots"]);
    for people in ["people_sum", "people_union"] {
        for end in ["low", "central", "high"] {
            assert_eq!(ring[people][end], Value::Null, "{people}: {ring:#}");
        }
    }
}

#[tokio::test]
async fn oblasts_are_those_of_the_day() {
    let of = async |date: &str| {
        let answer = get_bundled(&format!("{date}&radius=2000")).await;
        rings(&answer)[0]["by_oblast"][0]["oblast"].as_str().unwrap().to_owned()
    };
    for (place, before, after) in [
        // Zhezkazgan, then Semey.
        ("lon=67.71&lat=47.79", "KZ-35", "KZ-62"),
        ("lon=80.25&lat=50.41", "KZ-63", "KZ-10"),
    ] {
        assert_eq!(of(&format!("/api/exposure?{place}&date=2022-06-07")).await, before, "{place}");
        assert_eq!(of(&format!("/api/exposure?{place}&date=2022-06-08")).await, after, "{place}");
    }
    let bundled = get_bundled("/api/exposure?lon=80.25&lat=50.41&date=2022-06-08&radius=150000").await;
    let ring = &rings(&bundled)[0];
    assert!(ring["by_oblast"].as_array().unwrap().len() > 2, "{ring:#}");
    adds_up(&ring["by_oblast"], &ring["people"]["central"]);
}

#[tokio::test]
async fn a_hotspot_does_not_list_itself() {
    let answer = get("/api/hotspots/kz-temirtau-air/exposure?radius=10000,300000&date=2024-06-30").await;
    let told = answer.json();
    assert_eq!((&told["hotspot"], &told["position_accuracy_m"]), (&"kz-temirtau-air".into(), &8000.0.into()));
    for ring in rings(&answer) {
        let hotspots = ring["hotspots"].as_array().unwrap();
        assert!(hotspots.iter().all(|one| one["id"] != "kz-temirtau-air"), "{ring:#}");
        let metres: Vec<_> = hotspots.iter().map(|one| figure(one, "distance_m")).collect();
        assert!(metres.is_sorted(), "{metres:?}");
    }
    assert!(rings(&answer)[1]["hotspots"].as_array().unwrap().iter().any(|one| one["id"] == "kz-nura-river"));
    let five = get("/api/hotspots/kz-temirtau-air/exposure").await;
    assert_eq!(rings(&five).len(), 5);
    assert_eq!(rings(&five)[0]["people"]["central"], Value::Null, "8 km off, 1 km asked");
    let missing = get("/api/hotspots/kz-nothing/exposure?lang=en").await;
    let problem = missing.problem();
    assert_eq!((missing.status.as_u16(), &problem["type"]), (404, &"/problems/unknown-feature".into()));
    assert!(problem["detail"].as_str().unwrap().contains("kz-nothing"), "{problem}");
}

#[tokio::test]
async fn reports_are_cached_by_release_and_day() {
    for address in [
        PLACE.to_owned(),
        "/api/exposure?oblast=KZ-35&date=2024-06-30".to_owned(),
        "/api/hotspots/kz-temirtau-air/exposure?date=2024-06-30".to_owned(),
        "/api/hotspots/kz-temirtau-air/downstream?date=2024-06-30".to_owned(),
    ] {
        let first = get(&address).await;
        assert_eq!((first.status.as_u16(), first.header("terrikon-release")), (200, release().as_str()));
        assert_eq!(first.header("cache-control"), "public, max-age=60, must-revalidate");
        let etag = first.header("etag").to_owned();
        let again = ask(Method::GET, &address, &[("if-none-match", &etag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{address}");
        let head = ask(Method::HEAD, &address, &[]).await;
        assert_eq!((head.status.as_u16(), head.body.len(), head.header("etag")), (200, 0, etag.as_str()));
        let pinned = get(&format!("{address}&release={}", release())).await;
        assert_eq!(pinned.header("cache-control"), "public, max-age=31536000, immutable", "{address}");
        let other = get(&format!("{address}&release=r0000000000000000")).await;
        assert_eq!((other.status.as_u16(), &other.problem()["parameter"]), (404, &"release".into()));
    }
}

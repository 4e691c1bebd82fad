//! What is asked wrongly of `/api/exposure`: named, with what was expected, in the reader's language.

use crate::server::{Answer, get};

/// A refusal of a parameter; all that is left open in its texts is a fault.
pub(crate) fn refused(answer: &Answer, what: &str) -> serde_json::Value {
    let problem = answer.problem();
    assert!(answer.status.is_client_error(), "{what}: {problem:#}");
    for member in ["title", "detail", "hint"] {
        let text = problem[member].as_str().unwrap_or("-");
        assert!(
            !text.contains("{$") && !text.contains("{ $"),
            "{what}: a variable was left open: {problem:#}"
        );
    }
    problem
}

#[tokio::test]
async fn bad_numbers_are_named_with_their_range() {
    let eleven: String = (1..=11).map(|km| format!("{km}000,")).collect();
    let eleven = format!("lon=73&lat=50&radius={}", eleven.trim_end_matches(','));
    for (query, parameter, kind, says) in [
        ("lon=181&lat=50", "lon", "invalid-number", &["181", "-180", "180"][..]),
        ("lon=-180.5&lat=50", "lon", "invalid-number", &["-180.5"]),
        ("lon=73&lat=90.1", "lat", "invalid-number", &["90.1", "-90"]),
        ("lon=NaN&lat=50", "lon", "invalid-number", &["NaN"]),
        ("lon=73&lat=nan", "lat", "invalid-number", &["nan"]),
        ("lon=inf&lat=50", "lon", "invalid-number", &["inf"]),
        ("lon=73&lat=-infinity", "lat", "invalid-number", &["-infinity"]),
        ("lon=1e400&lat=50", "lon", "invalid-number", &["1e400"]),
        ("lon=73°&lat=50", "lon", "invalid-number", &["73°"]),
        ("lon=73,5&lat=50", "lon", "invalid-number", &["73,5"]),
        ("lon=&lat=50", "lon", "missing-parameter", &["lon"]),
        ("lon=73", "lat", "missing-parameter", &["lat"]),
        ("lat=50", "lon", "missing-parameter", &["lon"]),
        ("", "lon", "missing-parameter", &["lon"]),
        ("lon=73&lat=50&radius=0", "radius", "invalid-number", &["“0”", "1", "500000"]),
        ("lon=73&lat=50&radius=0.99", "radius", "invalid-number", &["0.99"]),
        ("lon=73&lat=50&radius=-5", "radius", "invalid-number", &["-5"]),
        ("lon=73&lat=50&radius=500001", "radius", "invalid-number", &["500001", "500000"]),
        ("lon=73&lat=50&radius=NaN", "radius", "invalid-number", &["NaN"]),
        ("lon=73&lat=50&radius=1000,", "radius", "invalid-number", &["500000"]),
        ("lon=73&lat=50&radius=5km", "radius", "invalid-number", &["5km"]),
        (eleven.as_str(), "radius", "too-many", &["11", "10"]),
        ("lon=73&lat=50&accuracy=-1", "accuracy", "invalid-number", &["-1", "100000"]),
        ("lon=73&lat=50&accuracy=inf", "accuracy", "invalid-number", &["inf"]),
        ("lon=73&lat=50&accuracy=100001", "accuracy", "invalid-number", &["100001"]),
        ("lon=73&lat=50&radius=500000&accuracy=1", "radius", "invalid-number", &["500000"]),
        ("oblast=KZ-35&lon=73", "lon", "conflicting-parameters", &["oblast"]),
        ("oblast=KZ-35&lat=50", "lat", "conflicting-parameters", &["oblast"]),
        ("oblast=KZ-35&accuracy=5", "accuracy", "conflicting-parameters", &["oblast"]),
        ("lon=73&lat=50&kind=dump", "oblast", "missing-parameter", &["oblast"]),
        ("oblast=Atlantis", "oblast", "unknown-oblast", &["Atlantis"]),
        ("oblast=KZ-62&date=2021-06-30", "oblast", "oblast-not-on-date", &["KZ-62"]),
        ("oblast=KZ-35&kind=volcano", "kind", "unknown-value", &["volcano"]),
        ("lon=73&lat=50&date=2022-02-30", "date", "invalid-date", &["2022-02-30"]),
        ("lon=73&lat=50&date=2020-01-01/2021-01-01", "date", "invalid-date", &["2020-01-01"]),
        ("lon=73&lat=50&f=csv", "f", "unknown-value", &["csv"]),
        ("lon=73&lat=50&radios=5", "radios", "unknown-parameter", &["radios"]),
        ("lon=73&lat=50&lon=74", "lon", "repeated-parameter", &["lon"]),
    ] {
        let address = format!("/api/exposure?{}", query.replace('°', "%C2%B0"));
        let answer = get(&format!("{address}&lang=en")).await;
        let problem = refused(&answer, query);
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{query}: {problem:#}");
        assert_eq!(problem["parameter"], parameter, "{query}: {problem:#}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(says.iter().all(|word| detail.contains(word)), "{query}: {detail}");
        let mut told = vec![problem["title"].clone()];
        for lang in ["ru", "kk", "ky"] {
            let other = get(&format!("{address}&lang={lang}")).await;
            assert_eq!(other.header("content-language"), lang);
            told.push(refused(&other, query)["title"].clone());
        }
        told.sort_by_key(ToString::to_string);
        told.dedup();
        assert_eq!(told.len(), 4, "{query}: one title a language, {told:?}");
    }
}

#[tokio::test]
async fn what_lies_down_a_river_has_its_ranges_too() {
    let of = "/api/hotspots/kz-nura-river/downstream";
    for (query, parameter) in [
        ("distance=999", "distance"),
        ("distance=5000001", "distance"),
        ("distance=NaN", "distance"),
        ("radius=99", "radius"),
        ("radius=50001", "radius"),
        ("radius=1000,2000", "radius"),
        ("oblast=KZ-35", "oblast"),
    ] {
        let answer = get(&format!("{of}?{query}")).await;
        assert_eq!((answer.status.as_u16(), &refused(&answer, query)["parameter"]), (400, &parameter.into()));
    }
    let missing = get("/api/hotspots/kz-nothing/downstream?lang=en").await;
    assert_eq!(missing.status, 404);
    assert!(refused(&missing, "unknown id")["detail"].as_str().unwrap().contains("kz-nothing"));
    let method = crate::server::post("/api/hotspots/kz-nura-river/exposure", "{}").await;
    assert_eq!(method.status, 405);
}

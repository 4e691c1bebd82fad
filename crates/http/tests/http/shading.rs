//! One figure an oblast: what is chosen of many sources, what is left without a figure, and the classes.

use crate::server::{bundled, get, get_bundled, get_from};
use serde_json::{Value, json};

fn oblast<'a>(told: &'a Value, code: &str) -> &'a Value {
    let mut oblasts = told["oblasts"].as_array().unwrap_or_else(|| panic!("{told:#}")).iter();
    oblasts.find(|oblast| oblast["code"] == code).unwrap_or_else(|| panic!("no {code}"))
}

fn limits(told: &Value) -> Vec<f64> {
    told["classes"]["limits"].as_array().unwrap().iter().map(|limit| limit.as_f64().unwrap()).collect()
}

#[tokio::test]
async fn emissions_are_those_of_the_borders_of_the_day() {
    let then = get_bundled("/api/oblasts/shading?indicator=emissions_stationary&date=2021-12-31&lang=ru")
        .await
        .json();
    assert_eq!(
        (&then["year"], &then["date"], &then["unit"]),
        (&json!(2021), &json!("2021-12-31"), &json!("kt"))
    );
    assert_eq!(oblast(&then, "KZ-35")["value"], 569.7, "the whole oblast, with what is Ulytau now");
    assert!(then["oblasts"].as_array().unwrap().iter().all(|oblast| oblast["code"] != "KZ-62"));
    let now = get_bundled("/api/oblasts/shading?indicator=emissions_stationary&date=2022-12-31&lang=ru")
        .await
        .json();
    assert_eq!(oblast(&now, "KZ-35")["value"], 469.0);
    assert_eq!(oblast(&now, "KZ-62")["value"], 105.0);
    // Classes are made of all years, so that a shade means the same in each of them.
    assert_eq!(limits(&then), limits(&now));
    assert_eq!(now["classes"]["over"], "all-years");
}

#[tokio::test]
async fn a_figure_of_other_borders_is_not_shown_but_told() {
    // In the spring of 2022 the oblast had its old borders, and all figures of that year count the new ones.
    let told = get_bundled("/api/oblasts/shading?indicator=emissions_stationary&date=2022-03-01&lang=en")
        .await
        .json();
    let karaganda = oblast(&told, "KZ-35");
    assert_eq!((&karaganda["value"], &karaganda["why"]), (&Value::Null, &json!("other-area")));
    assert!(karaganda["why_text"].as_str().is_some_and(|text| !text.is_empty()));
    assert!(karaganda["figures"].as_array().unwrap().iter().all(|figure| figure["shown"] == false));
    assert!(oblast(&told, "KZ-15")["value"].is_number(), "others kept their borders");
    let without = oblast(&told, "KG-J");
    assert_eq!((&without["value"], &without["why"]), (&Value::Null, &json!("no-figure")));
}

#[tokio::test]
async fn without_a_day_it_is_the_newest_year_with_most_oblasts() {
    let told = get_bundled("/api/oblasts/shading?indicator=emissions_stationary&lang=en").await.json();
    assert_eq!(told["year"], 2022, "{:#}", told["years"]);
    let shown =
        told["oblasts"].as_array().unwrap().iter().filter(|oblast| oblast["value"].is_number()).count();
    assert_eq!(shown, 20);
    let years = told["years"].as_array().unwrap();
    assert!(years.first().unwrap()["year"] == 2005 && years.last().unwrap()["year"] == 2024);
    for year in ["2005", "2013", "2024"] {
        let told = get_bundled(&format!("/api/oblasts/shading?indicator=emissions_stationary&year={year}"))
            .await
            .json();
        assert_eq!(told["date"], format!("{year}-12-31"));
        assert_eq!(told["year"].to_string(), year);
    }
}

#[tokio::test]
async fn every_shown_figure_has_a_source_that_is_told() {
    let told =
        get_bundled("/api/oblasts/shading?indicator=emissions_stationary&year=2022&lang=kk").await.json();
    for oblast in told["oblasts"].as_array().unwrap() {
        let figures = oblast["figures"].as_array().unwrap();
        let shown: Vec<_> = figures.iter().filter(|figure| figure["shown"] == true).collect();
        assert_eq!(shown.len(), usize::from(oblast["value"].is_number()), "{oblast:#}");
        for figure in figures {
            let source = figure["source"].as_str().unwrap();
            assert!(told["sources"][source]["title"].is_string(), "{source}");
        }
    }
    // One source has most oblasts; it is shown wherever it gives a figure.
    let of = |code: &str| {
        let figures = oblast(&told, code)["figures"].as_array().unwrap();
        figures.iter().find(|figure| figure["shown"] == true).unwrap()["source"].clone()
    };
    assert_eq!(of("KZ-35"), of("KZ-59"));
}

#[tokio::test]
async fn hotspots_are_counted_by_the_division_of_the_day() {
    for (date, karaganda) in [("2022-06-07", 4), ("2022-06-08", 3)] {
        let told = get(&format!("/api/oblasts/shading?indicator=hotspots&date={date}")).await.json();
        assert_eq!(oblast(&told, "KZ-35")["value"], f64::from(karaganda), "{date}");
    }
    let told = get_bundled("/api/oblasts/shading?indicator=hotspots&lang=en").await.json();
    let none = oblast(&told, "KG-T");
    assert_eq!((&none["value"], &none["why"]), (&json!(0.0), &Value::Null), "none known is a count");
    assert_eq!(limits(&told)[0], 1.0, "none is a class of its own");
    let codes: Vec<_> =
        told["caveats"].as_array().unwrap().iter().map(|caveat| caveat["code"].clone()).collect();
    assert!(codes.contains(&json!("profile-known-hotspots")) && codes.contains(&json!("shading-absolute")));
}

#[tokio::test]
async fn people_are_those_of_the_exposure_report() {
    let told = get_bundled("/api/oblasts/shading?indicator=exposure&date=2024-06-30&lang=en").await.json();
    let own = get_bundled("/api/exposure?oblast=KZ-55&radius=10000&date=2024-06-30&lang=en").await.json();
    let people = &own["rings"][0]["people_union"];
    let pavlodar = oblast(&told, "KZ-55");
    for (member, own) in [("value", "central"), ("low", "low"), ("high", "high")] {
        let (told, own) = (pavlodar[member].as_f64().unwrap(), people[own].as_f64().unwrap());
        assert!((told - own).abs() <= 0.51, "{member}: {told} against {own}");
    }
    let none = oblast(&told, "KG-T");
    assert_eq!(
        (&none["value"], &none["why"]),
        (&Value::Null, &json!("no-hotspots")),
        "unknown is not nobody"
    );
    assert!(told["population"]["source"]["title"].is_string() && told["method"] == "/methods/exposure");
    assert_eq!(told["radius_m"], 10_000.0);
}

#[tokio::test]
async fn what_can_not_be_shaded_is_refused() {
    for (query, parameter) in [
        ("indicator=happiness", "indicator"),
        ("year=nineteen", "year"),
        ("year=1", "year"),
        ("date=x", "date"),
        ("oblast=KZ-35", "oblast"),
    ] {
        let answer = get(&format!("/api/oblasts/shading?{query}")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.problem()["parameter"]),
            (400, &json!(parameter)),
            "{query}"
        );
    }
    let known = get_bundled("/api/oblasts/shading?indicator=happiness").await.problem();
    let accepted = known["accepted"].as_array().unwrap();
    for word in ["exposure", "hotspots", "emissions_stationary"] {
        assert!(accepted.contains(&json!(word)), "{accepted:?}");
    }
}

#[tokio::test]
async fn the_root_tells_when_anything_changed() {
    let told = get_from(&bundled(), "/api").await.json();
    assert_eq!(told["changes"], json!(["2018-06-19", "2022-06-08"]));
}

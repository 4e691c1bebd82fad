//! All there is on an oblast: by day, by name, as a document and as a table.

use crate::server::{ask, get, get_bundled, settled};
use axum::http::Method;
use serde_json::{Value, json};

fn list<'a>(told: &'a Value, member: &str) -> &'a Vec<Value> {
    told[member].as_array().unwrap_or_else(|| panic!("no {member} in {told:#}"))
}

fn codes(told: &Value) -> Vec<&str> {
    list(told, "caveats").iter().map(|caveat| caveat["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_oblast_tells_all_there_is() {
    let answer = get("/api/oblasts/KZ-35/profile?date=2021-06-30&lang=ru").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-language"), "ru");
    insta::assert_json_snapshot!("profile_before", settled(&answer.json()));
    let answer = get("/api/oblasts/KZ-35/profile?date=2024-06-30&lang=kk").await;
    insta::assert_json_snapshot!("profile_after", settled(&answer.json()));
}

#[tokio::test]
async fn the_division_is_that_of_the_day() {
    let before = get("/api/oblasts/KZ-35/profile?date=2022-06-07").await.json();
    let after = get("/api/oblasts/KZ-35/profile?date=2022-06-08").await.json();
    assert_eq!(before["oblast"]["id"], "KZ-35-until-2022-06-08");
    assert_eq!(after["oblast"]["id"], "KZ-35");
    let became: Vec<_> =
        list(&before["oblast"], "successors").iter().map(|part| part["code"].as_str().unwrap()).collect();
    assert_eq!(became, ["KZ-35", "KZ-62"]);
    let from = list(&after["oblast"], "predecessors");
    assert_eq!((from.len(), &from[0]["id"]), (1, &json!("KZ-35-until-2022-06-08")));
    assert_eq!(from[0]["date"], "2022-06-08");
    assert_eq!(from[0]["also_became"][0]["code"], "KZ-62");
    let area = |told: &Value| told["oblast"]["area_m2"].as_f64().unwrap();
    let ulytau = get("/api/oblasts/KZ-62/profile?date=2022-06-08").await.json();
    let parts = area(&after) + area(&ulytau);
    // The made-up oblasts have edges of hundreds of kilometres, which no parallel follows.
    assert!((parts / area(&before) - 1.0).abs() < 5e-3, "the parts make the whole: {parts}");
    assert_eq!(ulytau["oblast"]["predecessors"][0]["id"], "KZ-35-until-2022-06-08");
    assert_eq!(before["hotspots"]["total"], 4);
    assert_eq!((&after["hotspots"]["total"], &ulytau["hotspots"]["total"]), (&json!(3), &json!(1)));
}

#[tokio::test]
async fn people_are_those_of_the_exposure_report() {
    let told = get("/api/oblasts/KZ-35/profile?date=2024-06-30&lang=en").await.json();
    let own = get("/api/exposure?oblast=KZ-35&date=2024-06-30&lang=en").await.json();
    assert_eq!(told["exposure"]["rings"], own["rings"]);
    assert_eq!(told["exposure"]["population"], own["population"]);
    let id = told["exposure"]["population"]["source"]["id"].as_str().unwrap();
    assert!(told["sources"][id].is_object(), "{:#}", told["sources"]);
}

#[tokio::test]
async fn what_is_not_known_is_not_nought() {
    let told = get("/api/oblasts/KG-N/profile?date=2024-06-30&lang=ky").await.json();
    assert_eq!((list(&told, "projects").len(), list(&told, "measurements").len()), (0, 0));
    for code in ["profile-known-hotspots", "profile-no-projects", "profile-no-measurements"] {
        assert!(codes(&told).contains(&code), "{code}: {:?}", codes(&told));
    }
    for caveat in list(&told, "caveats") {
        assert!(caveat["text"].as_str().is_some_and(|text| !text.is_empty()), "{caveat}");
    }
}

#[tokio::test]
async fn an_oblast_without_hotspots_has_no_figure_of_people() {
    let told = get_bundled("/api/oblasts/KG-T/profile?date=2024-06-30").await.json();
    assert_eq!(told["hotspots"]["total"], 0, "take another oblast: {:#}", told["hotspots"]);
    for ring in list(&told["exposure"], "rings") {
        for end in ["low", "central", "high"] {
            assert_eq!(ring["people_union"][end], Value::Null, "{ring:#}");
        }
        assert_eq!(ring["caveats"][0]["code"], "no-hotspots");
    }
    let table = get_bundled("/api/oblasts/KG-T/profile?date=2024-06-30&f=csv").await;
    assert!(table.text().contains("\nexposure,people_union.1000m,,2020,,,,people"), "{}", table.text());
}

/// The figures of an indicator of the oblast itself.
fn series<'a>(told: &'a Value, indicator: &str) -> &'a Vec<Value> {
    let mut groups = list(told, "indicators").iter();
    let own = groups.find(|group| group["indicator"] == indicator && group["about"] == "oblast");
    list(own.unwrap_or_else(|| panic!("no {indicator} of the oblast")), "series")
}

#[tokio::test]
async fn figures_are_marked_by_the_borders_that_they_count() {
    let then = get_bundled("/api/oblasts/KZ-35/profile?date=2021-06-30&lang=en").await.json();
    let now = get_bundled("/api/oblasts/KZ-35/profile?date=2024-06-30&lang=en").await.json();
    for (told, own, other) in
        [(&then, "KZ-35-until-2022-06-08", "KZ-35"), (&now, "KZ-35", "KZ-35-until-2022-06-08")]
    {
        let emissions = series(told, "emissions_stationary");
        for figure in emissions.iter().filter(|figure| !figure["area"].is_null()) {
            let area = &figure["area"];
            assert_eq!(area["same_as_asked"], area["id"] == own, "{figure:#}");
            assert!(area["name"].as_str().is_some_and(|name| name.contains("Karaganda")), "{figure:#}");
        }
        let counted = |id: &str| emissions.iter().filter(|figure| figure["area"]["id"] == id).count();
        assert!(counted(own) > 0 && counted(other) > 0);
        assert!(codes(told).contains(&"profile-other-area"), "{:?}", codes(told));
        let years: Vec<_> = emissions.iter().map(|figure| figure["year"].as_i64().unwrap()).collect();
        assert!(years.is_sorted() && years.contains(&2005) && years.contains(&2022), "{years:?}");
        // What the memorandum says stands beside what the statistics say, and each names its area and source.
        let shares = series(told, "emissions_share_of_country");
        let share =
            |value: f64| shares.iter().find(|figure| figure["value"].as_f64() == Some(value)).unwrap();
        assert_eq!(share(24.0)["area"]["id"], "KZ-35-until-2022-06-08");
        assert_eq!(share(20.3)["area"]["id"], "KZ-35");
        assert_ne!(share(24.0)["source"], share(20.3)["source"]);
        let of_2022 =
            emissions.iter().filter(|figure| figure["year"] == 2022 && figure["area"]["id"] == "KZ-35");
        assert!(of_2022.clone().any(|figure| (figure["value"].as_f64().unwrap() - 469.0).abs() < 0.5));
    }
    assert_eq!(series(&then, "emissions_stationary").len(), series(&now, "emissions_stationary").len());
}

#[tokio::test]
async fn every_figure_has_its_source() {
    let told = get_bundled("/api/oblasts/KZ-35/profile?date=2024-06-30&lang=ru").await.json();
    let figures = list(&told, "indicators").iter().flat_map(|group| list(group, "series"));
    let all: Vec<_> = figures.chain(list(&told, "projects")).chain(list(&told, "measurements")).collect();
    assert!(all.len() > 30, "{}", all.len());
    for fact in &all {
        let id = fact["source"].as_str().unwrap_or_else(|| panic!("no source: {fact:#}"));
        assert!(told["sources"][id]["title"].as_str().is_some_and(|title| !title.is_empty()), "{id}");
    }
    let projects: Vec<_> = list(&told, "projects").iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert!(projects.contains(&"memorandum-karaganda-2022"), "{projects:?}");
    assert!(
        !codes(&told).contains(&"profile-no-indicators") && !codes(&told).contains(&"profile-no-projects")
    );
    let table = get_bundled("/api/oblasts/KZ-35/profile?date=2024-06-30&lang=ru&f=csv").await;
    let mut rows = csv::Reader::from_reader(table.text().as_bytes());
    let sections = rows.records().map(|row| row.unwrap()[0].to_owned());
    let facts =
        sections.filter(|section| ["indicator", "project", "measurement"].contains(&section.as_str()));
    assert_eq!(facts.count(), all.len(), "one row a figure");
}

#[tokio::test]
async fn oblasts_are_found_as_everywhere() {
    let bundled = |word: &'static str| async move {
        let answer = get_bundled(&format!("/api/oblasts/{word}/profile?date=2024-06-30")).await;
        let told = answer.json();
        assert_eq!(answer.status, 200, "{word}: {told:#}");
        told["oblast"]["code"].as_str().unwrap().to_owned()
    };
    for (word, code) in [
        ("KZ-62", "KZ-62"),
        ("kz-kar", "KZ-35"),
        ("KG-C", "KG-C"),
        ("%D0%A7%D1%83%D0%B9%D1%81%D0%BA%D0%B0%D1%8F%20%D0%BE%D0%B1%D0%BB%D0%B0%D1%81%D1%82%D1%8C", "KG-C"),
        ("Ulytau", "KZ-62"),
    ] {
        assert_eq!(bundled(word).await, code);
    }
    let ulytau = get_bundled("/api/oblasts/KZ-62/profile?lang=ru").await.json();
    assert_eq!(ulytau["oblast"]["predecessors"][0]["code"], "KZ-35", "{:#}", ulytau["oblast"]);
    assert_eq!(ulytau["oblast"]["predecessors"][0]["also_became"][0]["code"], "KZ-35");
}

#[tokio::test]
async fn what_is_no_oblast_of_the_day_is_refused() {
    let unknown = get("/api/oblasts/KZ-99/profile").await;
    assert_eq!(unknown.status, 404);
    let problem = unknown.problem();
    assert!(list(&problem, "accepted").contains(&json!("KZ-35")), "{problem:#}");
    let early = get("/api/oblasts/KZ-62/profile?date=2021-06-30").await;
    assert_eq!(
        (early.status.as_u16(), early.problem()["type"].as_str()),
        (400, Some("/problems/oblast-not-on-date"))
    );
    for (query, parameter) in
        [("f=xlsx", "f"), ("radius=5", "radius"), ("bom=yes", "bom"), ("date=x", "date")]
    {
        let answer = get(&format!("/api/oblasts/KZ-35/profile?{query}")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.problem()["parameter"]),
            (400, &json!(parameter)),
            "{query}"
        );
    }
    for word in ["%00", "..%2F..", "KZ-35,KZ-62", "%F0%9F%92%A9", &"x".repeat(2000)] {
        let status = get(&format!("/api/oblasts/{word}/profile")).await.status;
        assert!(status.is_client_error(), "{word}: {status}");
    }
}

#[tokio::test]
async fn figures_are_a_table_too() {
    let answer = get("/api/oblasts/KZ-35/profile?date=2024-06-30&f=csv&lang=en").await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert!(answer.header("content-disposition").contains("KZ-35-2024-06-30-"));
    insta::assert_snapshot!(answer.text().replace(&crate::server::release(), "RELEASE"));
    let mut table = csv::Reader::from_reader(answer.text().as_bytes());
    for row in table.records() {
        let row = row.unwrap();
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '@'])), "{row:?}");
    }
    let marked = get("/api/oblasts/KZ-35/profile?date=2024-06-30&f=csv&bom=true").await;
    assert!(marked.text().starts_with('\u{feff}'));
    let wanted = ask(Method::GET, "/api/oblasts/KZ-35/profile", &[("accept", "text/csv")]).await;
    assert!(wanted.header("content-type").starts_with("text/csv"));
    let neither = ask(Method::GET, "/api/oblasts/KZ-35/profile", &[("accept", "image/png")]).await;
    assert_eq!(neither.status, 406);
}

#[tokio::test]
async fn a_profile_is_cached_like_everything() {
    let address = "/api/oblasts/KZ-35/profile?date=2024-06-30&lang=ru";
    let first = get(address).await;
    let again = ask(Method::GET, address, &[("if-none-match", first.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let other = get(&address.replace("ru", "kk")).await;
    assert_ne!(first.header("etag"), other.header("etag"));
    let kept = get(&format!("{address}&release={}", crate::server::release())).await;
    assert!(kept.header("cache-control").contains("immutable"));
    for link in list(&first.json(), "links").iter().filter(|link| link["rel"] != "related") {
        let path = link["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
        assert_eq!(get(path).await.status, 200, "{path}");
    }
}

//! Measurements, projects and indicators of the bundled release: they add up, say who says so, and know their area.

use crate::BUNDLED;
use std::collections::BTreeMap;
use terrikon_core::{CollectionId, Feature, observation::is_cas};

fn of(collection: CollectionId) -> &'static [Feature] {
    &BUNDLED.collection(collection).features
}

/// The figures of an indicator of a subject in a year.
fn figures(subject: &str, indicator: &str, year: i64) -> Vec<&'static Feature> {
    let asked = |feature: &&Feature| {
        feature.text("subject") == Some(subject)
            && feature.text("indicator") == Some(indicator)
            && feature.properties.get("year").and_then(serde_json::Value::as_i64) == Some(year)
    };
    of(CollectionId::Indicators).iter().filter(asked).collect()
}

/// The one that a source gives.
fn figure(subject: &str, indicator: &str, year: i64, source: &str) -> &'static Feature {
    let all = figures(subject, indicator, year);
    let mut of_source = all.iter().filter(|feature| feature.text("source") == Some(source));
    of_source.next().unwrap_or_else(|| panic!("{subject} {indicator} {year} {source} among {all:#?}"))
}

#[test]
fn emissions_of_oblasts_add_up_to_the_country_in_every_year() {
    for year in 2005..=2022 {
        let country = figure("KZ", "emissions_stationary", year, "stat-gov-kz").number("value").unwrap();
        let oblasts = of(CollectionId::Indicators).iter().filter(|feature| {
            feature.text("about") == Some("oblast")
                && feature.text("indicator") == Some("emissions_stationary")
                && feature.text("source") == Some("stat-gov-kz")
                && feature.number("year") == Some(year as f64)
        });
        let values: Vec<f64> = oblasts.filter_map(|feature| feature.number("value")).collect();
        let sum: f64 = values.iter().sum();
        assert!((sum - country).abs() <= 0.21, "{year}: {sum} of {} oblasts, {country}", values.len());
        if year == 2022 {
            assert_eq!(values.len(), 20);
            assert!((sum - 2314.7).abs() < 0.1, "{sum}");
        }
    }
}

#[test]
fn figures_of_2022_and_before_know_which_karaganda_they_mean() {
    let now = figure("KZ-35", "emissions_stationary", 2022, "stat-gov-kz");
    assert_eq!((now.number("value"), now.text("area")), (Some(469.0), Some("KZ-35")));
    let before = figure("KZ-35", "emissions_stationary", 2021, "stat-gov-kz");
    assert_eq!((before.number("value"), before.text("area")), (Some(569.7), Some("KZ-35-until-2022-06-08")));
    let restated = figure("KZ-35", "emissions_stationary", 2021, "stat-gov-kz-68164");
    assert_eq!((restated.number("value"), restated.text("area")), (Some(488.0), Some("KZ-35")));
    assert!(restated.text("area_note").unwrap().contains("restated"));
    let ulytau = figure("KZ-62", "emissions_stationary", 2022, "stat-gov-kz");
    assert_eq!((ulytau.number("value"), ulytau.text("area")), (Some(105.0), Some("KZ-62")));
    assert!(figures("KZ-62", "emissions_stationary", 2021).is_empty(), "nobody counted Ulytau before it was");
}

#[test]
fn what_the_memorandum_says_stands_beside_the_statistics() {
    let memorandum = figure("KZ-35", "emissions_stationary", 2020, "ecomuseum-memorandum");
    assert_eq!((memorandum.number("value"), memorandum.number("value_low")), (None, Some(600.0)));
    assert_eq!(memorandum.text("area"), Some("KZ-35-until-2022-06-08"));
    let share = figure("KZ-35", "emissions_share_of_country", 2020, "ecomuseum-memorandum");
    assert_eq!((share.number("value"), share.text("grade")), (Some(24.0), Some("B")));
    let counted = figure("KZ-35", "emissions_stationary", 2022, "stat-gov-kz").number("value").unwrap();
    let country = figure("KZ", "emissions_stationary", 2022, "stat-gov-kz-68164").number("value").unwrap();
    assert_eq!((counted, country), (469.0, 2314.7));
    let computed = figure("KZ-35", "emissions_share_of_country", 2022, "stat-gov-kz");
    assert!((computed.number("value").unwrap() - 100.0 * counted / country).abs() < 0.05);
    let pavlodar = figure("KZ-55", "emissions_stationary", 2022, "stat-gov-kz").number("value").unwrap();
    assert!(pavlodar > counted);
}

#[test]
fn people_of_oblasts_add_up() {
    let oblasts: f64 = of(CollectionId::Indicators)
        .iter()
        .filter(|f| f.text("indicator") == Some("population") && f.text("about") == Some("oblast"))
        .filter_map(|feature| feature.number("value"))
        .sum();
    assert_eq!(Some(oblasts), figure("KZ", "population", 2023, "stat-gov-kz").number("value"));
}

#[test]
fn a_slip_of_a_source_is_told_but_is_no_number() {
    let lead: Vec<_> = figures("KZ", "emissions_lead", 2024);
    let slip = lead.iter().find(|feature| feature.text("stated") == Some("221400")).unwrap();
    assert_eq!((slip.number("value"), slip.number("value_low")), (None, None));
    assert!(slip.text("note").unwrap().contains("slip"));
    assert!(lead.iter().any(|feature| feature.number("value") == Some(221.4)));
}

#[test]
fn every_figure_of_an_oblast_has_its_area_or_a_reason_why_not() {
    for feature in of(CollectionId::Indicators) {
        let (id, about) = (&feature.id, feature.text("about").unwrap());
        if about == "oblast" && feature.properties.contains_key("year") {
            assert!(feature.text("area").is_some() || feature.text("area_note").is_some(), "{id}");
        }
        assert!(about != "country" || feature.oblasts.is_empty(), "{id}");
        if about == "oblast" {
            assert_eq!(feature.oblasts.len(), 1, "{id}");
            assert_eq!(Some(feature.oblasts[0].code.as_str()), feature.text("subject"), "{id}");
        }
    }
}

#[test]
fn samples_are_those_of_claims_and_lie_where_their_hotspot_does() {
    let hotspots = BUNDLED.collection(CollectionId::Hotspots);
    assert!(of(CollectionId::Measurements).len() > 50);
    for sample in of(CollectionId::Measurements) {
        let id = &sample.id;
        let hotspot = hotspots.get(sample.text("hotspot").unwrap()).unwrap();
        assert_eq!((&sample.oblasts, &sample.raion), (&hotspot.oblasts, &hotspot.raion), "{id}");
        assert!(sample.text("cas").is_none_or(is_cas), "{id}");
        let [value, low, high, times] =
            ["value", "value_low", "value_high", "exceedance"].map(|field| sample.number(field));
        let told = |claim: &terrikon_core::Claim| {
            let plain = value.or(times);
            Some(claim.source.as_str()) == sample.text("source")
                && (claim.value_low, claim.value_high) == (plain.or(low), plain.or(high))
        };
        assert!(BUNDLED.claims.iter().any(|claim| claim.subject == hotspot.id && told(claim)), "{id}");
    }
}

#[test]
fn projects_name_hotspots_money_and_oblasts() {
    let projects = BUNDLED.collection(CollectionId::Projects);
    let grants: BTreeMap<&str, f64> = projects
        .features
        .iter()
        .filter(|project| project.text("kind") == Some("grant"))
        .map(|grant| (grant.list("hotspots").next().unwrap(), grant.number("budget").unwrap()))
        .collect();
    assert_eq!((grants.len(), grants.values().sum::<f64>()), (5, 11_020.0));
    for (hotspot, budget) in grants {
        let claim = |claim: &&terrikon_core::Claim| claim.subject == hotspot && claim.property == "grant";
        assert_eq!(BUNDLED.claims.iter().find(claim).unwrap().value_low, Some(budget), "{hotspot}");
    }
    let mines = projects.get("mine-rehabilitation-kg-2024").unwrap();
    let today = terrikon_core::Date::constant(2024, 6, 30);
    for code in ["KG-N", "KG-J"] {
        assert!(mines.in_oblast_on(&[code.to_owned()], today), "{code}");
    }
    assert!(!mines.in_oblast_on(&["KG-C".to_owned()], today));
}

#[test]
fn the_air_index_of_a_town_is_that_of_the_hotspot_in_it() {
    let towns = BUNDLED.collection(CollectionId::Settlements);
    let hotspots = BUNDLED.collection(CollectionId::Hotspots);
    let mut of_both = 0;
    for figure in of(CollectionId::Indicators).iter().filter(|f| f.text("indicator") == Some("iza5")) {
        let Some(town) = figure.text("settlement").and_then(|id| towns.get(id)) else { continue };
        assert_eq!(figure.oblasts, town.oblasts, "{}", figure.id);
        let Some((_, id)) = figure.text("note").and_then(|note| note.split_once("also a claim about "))
        else {
            continue;
        };
        let [[lon, lat], [east, north]] =
            [town, hotspots.get(id).unwrap()].map(|place| place.position.unwrap());
        let apart =
            geo::Distance::distance(&geo::Geodesic, geo::Point::new(lon, lat), geo::Point::new(east, north));
        assert!(apart < 15_000.0, "{}: {apart} m from {id}", figure.id);
        let value = figure.number("value");
        let same = |c: &terrikon_core::Claim| c.subject == id && c.property == "iza5" && c.value_low == value;
        assert!(BUNDLED.claims.iter().any(same), "{}", figure.id);
        of_both += 1;
    }
    assert_eq!(of_both, BUNDLED.claims.iter().filter(|claim| claim.property == "iza5").count());
}

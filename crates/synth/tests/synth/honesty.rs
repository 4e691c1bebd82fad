//! Nothing of it looks like what is known of a real place, and nothing that a release asks for is missing.

use crate::{hotspots, made, zones};
use std::collections::BTreeSet;
use terrikon_core::{
    Basis, Claim, CollectionId, Feature, FieldType, Kind, Lang, PositionKind, Status, Trust, Verification,
    ZoneShape, claim::Grade,
};

const MADE_UP: [&str; 4] = ["Synthetic ", "Вымышленный ", "Ойдан шығарылған ", "Ойдон чыгарылган "];

#[test]
fn every_name_claim_and_note_says_that_it_is_made_up() {
    let made = made(5_000, 7);
    for hotspot in hotspots(&made) {
        assert!(hotspot.names.en.is_some(), "{}", hotspot.id);
        for (lang, name) in hotspot.names.iter() {
            assert!(name.starts_with(MADE_UP[lang as usize]), "{name}");
            assert!(name.contains(&hotspot.id["synth-".len()..]), "{name}");
        }
        assert!(hotspot.text("note").unwrap().starts_with("Made up"));
        assert!(hotspot.text("position_source").is_none_or(|source| source == "synth"));
    }
    assert!(made.claims.iter().all(|claim| claim.source == "synth" && claim.grade == Grade::C));
    assert!(zones(&made).iter().all(|zone| zone.text("source") == Some("synth") && zone.names.is_empty()));
    let source = made.sources.iter().find(|source| source.id == "synth").unwrap();
    assert_eq!(source.title, "Made up by `terrikon synth`: not real");
}

#[test]
fn ids_are_unique_and_sorted_as_numbers() {
    let made = made(1_234, 7);
    let numbered = (1..=1_234).map(|number| format!("synth-{number:07}"));
    assert!(hotspots(&made).iter().map(|hotspot| hotspot.id.clone()).eq(numbered));
}

#[test]
fn every_field_is_one_of_its_collection_and_a_word_of_its_vocabulary() {
    let made = made(5_000, 7);
    for id in [CollectionId::Hotspots, CollectionId::Zones] {
        let features = &made.collection(id).features;
        features.iter().for_each(|feature| typed(id, feature));
        let met: BTreeSet<_> = features.iter().flat_map(|feature| feature.properties.keys()).collect();
        let asked = id.fields().iter().map(|field| field.name);
        let missing: BTreeSet<_> = asked.filter(|name| !met.contains(&(*name).to_owned())).collect();
        let left_out: &[&str] = match id {
            // What an act would say, why nothing is drawn, and people whom nobody counted.
            CollectionId::Zones => &[
                "hazard_class",
                "act",
                "act_date",
                "reason",
                "people_low",
                "people",
                "people_high",
                "population_source",
                "population_year",
            ],
            _ => &[],
        };
        assert_eq!(missing, left_out.iter().copied().collect(), "{id}");
    }
    for hotspot in hotspots(&made) {
        hotspot.text("kind").unwrap().parse::<Kind>().unwrap();
        hotspot.text("status").unwrap().parse::<Status>().unwrap();
        hotspot.text("trust").unwrap().parse::<Trust>().unwrap();
        hotspot.text("position_kind").unwrap().parse::<PositionKind>().unwrap();
        assert!(hotspot.number("position_accuracy_m").unwrap() >= 100.0, "{}", hotspot.id);
        assert_ne!(
            hotspot.properties.get("pollutants").and_then(|list| list.as_array()).map(Vec::len),
            Some(0)
        );
    }
    for zone in zones(&made) {
        assert_eq!(zone.text("shape").unwrap().parse(), Ok(ZoneShape::Ring));
        assert_eq!(zone.text("basis").unwrap().parse(), Ok(Basis::Screening));
        assert_eq!(zone.text("verification").unwrap().parse(), Ok(Verification::Unverified));
    }
}

fn typed(id: CollectionId, feature: &Feature) {
    for (name, value) in &feature.properties {
        let field = id.fields().iter().find(|field| field.name == name);
        let fits = match field.unwrap_or_else(|| panic!("{id} has no field {name}")).holds {
            FieldType::Text => value.is_string(),
            FieldType::Integer => value.is_i64() || value.is_u64(),
            FieldType::Real => value.is_f64(),
            FieldType::List => {
                value.as_array().is_some_and(|list| list.iter().all(serde_json::Value::is_string))
            }
        };
        assert!(fits, "{}: {name} is {value}", feature.id);
    }
}

#[test]
fn some_names_are_missing_and_the_rest_is_that_of_a_town() {
    let made = made(2_000, 7);
    let towns = ["Temirtau", "Karaganda", "Zhezkazgan"];
    for hotspot in hotspots(&made) {
        let name = hotspot.names.en.as_deref().unwrap();
        assert!(towns.iter().any(|town| name.ends_with(town)), "{name}");
        assert_eq!(hotspot.names.get(Lang::Ky), None, "the towns of the base have no Kyrgyz names");
    }
    let russian = hotspots(&made).iter().filter(|hotspot| hotspot.names.ru.is_some()).count();
    assert!((1_840..=1_960).contains(&russian), "{russian}");
}

#[test]
fn a_claim_is_of_a_hotspot_and_its_numbers_fit_its_words() {
    let made = made(2_000, 7);
    let known: BTreeSet<_> = hotspots(&made).iter().map(|hotspot| hotspot.id.as_str()).collect();
    let ids: BTreeSet<_> = made.claims.iter().map(Claim::id).collect();
    assert_eq!(ids.len(), made.claims.len());
    for claim in &made.claims {
        assert!(known.contains(claim.subject.as_str()));
        let low = claim.value_low.unwrap();
        assert!(low >= 1.0 && claim.value.contains(&low.to_string()), "{claim:?}");
        match claim.value_high {
            Some(high) if claim.value.contains('–') => {
                assert!(high > low && claim.value.ends_with(&high.to_string()), "{claim:?}");
            }
            Some(high) => assert_eq!((low.to_string(), low), (claim.value.clone(), high)),
            None => assert!(claim.value.starts_with("more than "), "{claim:?}"),
        }
    }
}

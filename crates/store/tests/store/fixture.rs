//! A small release with both divisions of Karaganda oblast, every collection and every kind of shape.

use geo::{Geometry, line_string, point, polygon};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{
    AreaAt, Claim, Collection, CollectionId, Date, Feature, Lang, Release, Source, Validity,
    claim::Grade,
    population::{GridFrame, GridHeader, Measure, PopulationGrid, PopulationSource},
};

/// The day on which Ulytau was split off Karaganda oblast.
pub(crate) fn split() -> Date {
    Date::constant(2022, 6, 8)
}

fn until() -> Validity {
    Validity { valid_from: None, valid_to: Some(split()) }
}

fn since() -> Validity {
    Validity { valid_from: Some(split()), valid_to: None }
}

fn at(code: &str, validity: Validity) -> AreaAt {
    AreaAt { code: code.to_owned(), validity }
}

fn feature(
    id: &str,
    names: [&str; 4],
    geometry: impl Into<Geometry<f64>>,
    oblasts: Vec<AreaAt>,
    properties: Value,
) -> Feature {
    let mut feature =
        Feature { id: id.to_owned(), geometry: Some(geometry.into()), oblasts, ..Feature::default() };
    for (lang, name) in Lang::ALL.into_iter().zip(names) {
        feature.names.set(lang, name);
    }
    let envelope = feature.envelope().unwrap();
    feature.position = Some([(envelope.west + envelope.east) / 2.0, (envelope.south + envelope.north) / 2.0]);
    feature.properties = serde_json::from_value(properties).unwrap();
    feature
}

fn square(west: f64, south: f64, east: f64, north: f64) -> Geometry<f64> {
    // Clockwise on purpose: the API has to turn it.
    polygon![(x: west, y: south), (x: west, y: north), (x: east, y: north), (x: east, y: south)].into()
}

fn hotspots() -> Vec<Feature> {
    let karaganda = || vec![at("KZ-35", until()), at("KZ-35", since())];
    let mut temirtau = feature(
        "kz-temirtau-air",
        ["Temirtau: air", "Темиртау: воздух", "Теміртау: ауасы", ""],
        point!(x: 72.9667, y: 50.0667),
        karaganda(),
        json!({"kind": "industrial_town", "subkind": "air", "status": "active", "country": "KZ",
            "pollutants": ["SO2", "H2S", "PM2.5"], "position_kind": "town_centroid", "position_accuracy_m": 8000,
            "position_source": "geonames", "trust": "sourced", "note": "City point."}),
    );
    temirtau.raion = Some("KZ352300".to_owned());
    vec![
        temirtau,
        feature(
            "kz-zhezkazgan-tailings",
            ["Zhezkazgan tailings", "Жезказганское хвостохранилище", "Жезқазған қалдық қоймасы", ""],
            point!(x: 67.75, y: 47.85),
            vec![at("KZ-35", until()), at("KZ-62", since())],
            json!({"kind": "tailings", "subkind": "polymetallic", "status": "active", "country": "KZ",
                "pollutants": ["Pb", "Cu"], "position_kind": "site", "position_accuracy_m": 500,
                "trust": "partly", "also_known_as": ["kz-zhez-tails"]}),
        ),
        feature(
            "kz-nura-river",
            ["Nura: mercury", "Нура: ртуть", "Нұра: сынап", ""],
            // From the south-west to the north-east: most of its box is empty.
            line_string![(x: 70.0, y: 49.0), (x: 74.0, y: 51.0)],
            karaganda(),
            json!({"kind": "river", "status": "partly_remediated", "country": "KZ", "pollutants": ["Hg"],
                "position_kind": "digitised", "position_accuracy_m": 2000, "trust": "sourced"}),
        ),
        feature(
            "kg-min-kush",
            ["Min-Kush: uranium tailings", "Мин-Куш: урановые хвосты", "", "Миң-Куш: уран калдыктары"],
            // An L: the north-east of its box is empty.
            polygon![(x: 74.0, y: 41.0), (x: 75.0, y: 41.0), (x: 75.0, y: 41.2), (x: 74.2, y: 41.2), (x: 74.2, y: 42.0), (x: 74.0, y: 42.0)],
            vec![at("KG-N", Validity::ALWAYS)],
            json!({"kind": "tailings", "subkind": "uranium", "status": "under_remediation", "country": "KG",
                "pollutants": ["U", "Ra-226"], "position_kind": "site", "trust": "unverified"}),
        ),
        feature(
            "kz-anonymous-dump",
            ["", "Свалка", "", ""],
            point!(x: 71.0, y: 48.0),
            karaganda(),
            json!({"kind": "dump", "status": "unknown", "country": "KZ", "position_kind": "area_centroid",
                "trust": "unverified"}),
        ),
    ]
}

fn oblasts() -> Vec<Feature> {
    let oblast = |id: &str, code: &str, names, shape, validity: Validity, aliases: Value| {
        let properties =
            json!({"code": code, "country": code.split('-').next(), "aliases": aliases, "source": "cod-ab"});
        let mut oblast = feature(id, names, shape, vec![at(code, validity)], properties);
        oblast.validity = validity;
        oblast
    };
    let karaganda = ["Karaganda oblast", "Карагандинская область", "Қарағанды облысы", "Караганды облусу"];
    vec![
        oblast(
            "KZ-35-until-2022-06-08",
            "KZ-35",
            karaganda,
            square(64.0, 46.0, 76.0, 51.5),
            until(),
            json!(["KZ-KAR"]),
        ),
        oblast("KZ-35", "KZ-35", karaganda, square(70.0, 46.0, 76.0, 51.5), since(), json!(["KZ-KAR"])),
        oblast(
            "KZ-62",
            "KZ-62",
            ["Ulytau oblast", "Улытауская область", "Ұлытау облысы", ""],
            square(64.0, 46.0, 70.0, 51.5),
            since(),
            json!([]),
        ),
        oblast(
            "KG-N",
            "KG-N",
            ["Naryn oblast", "Нарынская область", "", "Нарын облусу"],
            square(73.5, 40.0, 77.0, 42.5),
            Validity::ALWAYS,
            json!([]),
        ),
    ]
}

/// Two zones of the tailings: one drawn, one only told.
fn zones() -> Vec<Feature> {
    let zone = |rule: &str, properties: Value| {
        let mut zone = feature(
            &format!("kz-zhezkazgan-tailings-{rule}"),
            ["", "", "", ""],
            square(67.68, 47.8, 67.82, 47.9),
            vec![at("KZ-35", until()), at("KZ-62", since())],
            properties,
        );
        zone.properties.insert("hotspot".to_owned(), json!("kz-zhezkazgan-tailings"));
        zone.properties.insert("kind".to_owned(), json!("tailings"));
        zone.properties.insert("rule".to_owned(), json!(rule));
        zone
    };
    let drawn = zone(
        "screening-site",
        json!({"shape": "ring", "basis": "screening", "distance_m": 5000, "method": "chosen", "verification": "verified",
            "meaning": "All near by", "area_m2": 78_539_000.0, "country": "KZ", "source": "census"}),
    );
    let mut told = zone(
        "law",
        json!({"shape": "ring", "basis": "statutory", "act": "An act", "act_date": "1995", "verification": "unverified",
            "meaning": "A zone of the law", "reason": "width_unknown", "country": "KZ", "source": "census"}),
    );
    told.geometry = None;
    vec![drawn, told]
}

fn others() -> Vec<Collection> {
    let settlement = |id: &str, names, lon, lat, oblasts, population: i64| {
        feature(
            id,
            names,
            point!(x: lon, y: lat),
            oblasts,
            json!({"country": "KZ", "population": population, "population_year": "2021", "rank": 3, "source": "geonames"}),
        )
    };
    let karaganda = || vec![at("KZ-35", Validity::ALWAYS)];
    let settlements = vec![
        settlement("temirtau", ["Temirtau", "Темиртау", "Теміртау", ""], 72.96, 50.06, karaganda(), 178_000),
        settlement(
            "karaganda",
            ["Karaganda", "Караганда", "Қарағанды", ""],
            73.1,
            49.8,
            karaganda(),
            500_000,
        ),
        settlement(
            "zhezkazgan",
            ["Zhezkazgan", "Жезказган", "Жезқазған", ""],
            67.7,
            47.8,
            vec![at("KZ-35", until()), at("KZ-62", since())],
            90_000,
        ),
    ];
    let raion = feature(
        "KZ352300",
        ["", "Темиртау г.а.", "Теміртау қ.ә.", ""],
        square(72.0, 49.5, 73.5, 50.5),
        karaganda(),
        json!({"code": "KZ352300", "country": "KZ", "source": "cod-ab"}),
    );
    let nura = feature(
        "nura",
        ["Nura", "Нура", "Нұра", ""],
        line_string![(x: 74.0, y: 50.0), (x: 70.0, y: 50.5)],
        karaganda(),
        json!({"rank": 6, "source": "natural-earth"}),
    );
    let balkhash = feature(
        "balkhash",
        ["Lake Balkhash", "озеро Балхаш", "Балқаш көлі", ""],
        square(73.4, 46.1, 75.0, 46.8),
        karaganda(),
        json!({"rank": 2, "subkind": "lake", "source": "natural-earth"}),
    );
    let country = feature(
        "KZ",
        ["Kazakhstan", "Казахстан", "Қазақстан", "Казакстан"],
        square(46.0, 40.5, 87.5, 55.5),
        vec![],
        json!({"country": "KZ", "covered": 1, "source": "cod-ab"}),
    );
    let plant = feature(
        "qarmet",
        ["Qarmet", "Qarmet", "", ""],
        point!(x: 72.99, y: 50.05),
        karaganda(),
        json!({"subkind": "steel", "status": "operating", "country": "KZ", "operator": "Qarmet", "capacity": 4.0,
            "capacity_unit": "Mt/a", "source": "gem"}),
    );
    vec![
        Collection::new(CollectionId::Settlements, settlements),
        Collection::new(CollectionId::Raions, vec![raion]),
        Collection::new(CollectionId::Rivers, vec![nura]),
        Collection::new(CollectionId::Lakes, vec![balkhash]),
        Collection::new(CollectionId::Countries, vec![country]),
        Collection::new(CollectionId::Facilities, vec![plant]),
    ]
}

/// The release that the tests of stores and of the server read.
pub(crate) fn release() -> Release {
    let claim = |value: &str, number, source: &str, year: &str| Claim {
        subject: "kz-temirtau-air".to_owned(),
        property: "people_affected".to_owned(),
        value: value.to_owned(),
        value_low: Some(number),
        value_high: Some(number),
        unit: "people".to_owned(),
        year: year.to_owned(),
        meaning: "residents of the town".to_owned(),
        source: source.to_owned(),
        grade: Grade::A,
        note: String::new(),
    };
    let source = |id: &str, title: &str| Source {
        id: id.to_owned(),
        title: title.to_owned(),
        publisher: "Arnika".to_owned(),
        date: "2019-05".to_owned(),
        date_note: String::new(),
        language: "en".to_owned(),
        url: format!("https://example.org/{id}"),
        licence: String::new(),
        attribution: true,
        share_alike: false,
        commercial: "unknown".to_owned(),
    };
    let mut collections = others();
    collections.push(Collection::new(CollectionId::Hotspots, hotspots()));
    collections.push(Collection::new(CollectionId::Zones, zones()));
    collections.push(Collection::new(CollectionId::Oblasts, oblasts()));
    Release::new(
        collections,
        vec![
            claim("170000", 170_000.0, "arnika-2014", "2014"),
            claim("178 000", 178_000.0, "census", "2021"),
        ],
        vec![
            source("arnika-2014", "Toxic hot spots"),
            source("census", "Census"),
            source("cod-ab", "Boundaries"),
            source("gem", "Plants"),
            source("geonames", "Places"),
            source("natural-earth", "Rivers and lakes"),
        ],
        vec![],
        population(),
    )
}

/// Made-up people: a primary source without data in the east, one that has a fifth more, and one told for comparison.
fn population() -> Vec<PopulationSource> {
    let frame = GridFrame { west: 64.0, north: 52.0, step_x: 0.125, step_y: 0.125, columns: 104, rows: 80 };
    let source = |id: &str, measure, counts, value: &dyn Fn(u32, u32) -> f32| {
        let header =
            GridHeader { id: id.to_owned(), source: "census".to_owned(), year: 2020, measure, frame };
        let rows = (0..frame.rows).map(|row| (0..frame.columns).map(|column| value(row, column)).collect());
        let grid = Arc::new(PopulationGrid::build(header, rows, None).unwrap());
        PopulationSource { grid, counts }
    };
    // Cells that differ from each other, with rows of equal ones between, so that both ways of holding them are met.
    let people = |row: u32, column: u32| match column {
        96.. => f32::NAN,
        _ if row.is_multiple_of(5) => 300.0,
        _ => ((row * 37 + column * 101) % 1009) as f32,
    };
    vec![
        source("made-up-2020", Measure::Count, true, &people),
        source("made-up-more", Measure::Count, true, &|row, column| people(row, column) * 1.2),
        source("made-up-density", Measure::Density, false, &|_, _| 2.5),
    ]
}

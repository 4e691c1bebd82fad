//! What is no filter or no order, what does not fit the collection, and what would cost too much: all of it refused at once.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use terrikon_core::{CollectionId, Lang};
use terrikon_store::cql::{CqlError, Encoding, LONGEST, parse, sort};

fn error(text: &str, encoding: Encoding) -> CqlError {
    match parse(text, encoding, CollectionId::Hotspots, Lang::En) {
        Err(error) => error,
        Ok(read) => panic!("{text:.200} is read as {read:?}"),
    }
}

#[test]
fn what_is_no_cql2_is_told_with_its_place() {
    for (text, place) in [
        ("", 1),
        ("kind =", 7),
        ("kind = 'dump", 8),
        ("kind = 'dump' AND", 18),
        ("kind = 'dump' status", 15),
        ("(kind = 'dump'", 15),
        ("kind IS 'x'", 9),
        ("kind NOT = 'x'", 10),
        ("kind IN 'x'", 9),
        ("kind BETWEEN 'a' OR 'b'", 18),
        ("AND", 1),
        ("kind = NULL", 8),
        ("S_INTERSECTS(geometry, POINT(1 'a'))", 32),
        ("S_INTERSECTS(geometry, BBOX(1, 'a', 2, 3))", 28),
        ("note = \u{1}", 8),
    ] {
        assert!(
            matches!(error(text, Encoding::Text), CqlError::Syntax { at, .. } if at == place),
            "{text}: {:?}",
            error(text, Encoding::Text)
        );
    }
    for json in [
        "",
        "{",
        "null",
        "[null]",
        "{\"op\":\"and\"}",
        "{\"op\":\"=\",\"args\":[null,1]}",
        "{\"type\":\"Point\"}",
        "{} x",
    ] {
        assert!(
            matches!(error(json, Encoding::Json), CqlError::Syntax { .. } | CqlError::Mismatch { .. }),
            "{json}"
        );
    }
}

#[test]
fn what_does_not_fit_is_named_with_what_would() {
    for text in ["colour = 'red'", "geom IS NULL", "population > 1", "NAME = 'x'", "casei(colour) = 'a'"] {
        let refused = error(text, Encoding::Text);
        assert!(
            matches!(&refused, CqlError::UnknownProperty { accepted, .. } if accepted.contains(&"kind") && accepted.contains(&"geometry")),
            "{text}: {refused:?}"
        );
    }
    for text in [
        "near(geometry, 5)",
        "kind = upper('x')",
        "casei(kind)",
        "kind + 1 = 2",
        "position_accuracy_m * 2 > 1",
        "div(1)",
        "position_accuracy_m div 2 = 1",
    ] {
        assert!(
            matches!(&error(text, Encoding::Text), CqlError::UnknownFunction { accepted, .. } if accepted.contains(&"s_intersects")),
            "{text}: {:?}",
            error(text, Encoding::Text)
        );
    }
    for text in [
        "kind = 5",
        "position_accuracy_m = 'x'",
        "position_accuracy_m LIKE 'x'",
        "valid_from > 'yesterday'",
        "valid_from > DATE('2021-02-30')",
        "valid_from > TIMESTAMP('2021-02-20')",
        "valid_from = 5",
        "pollutants = 'Hg'",
        "kind IN ('a', 5)",
        "kind IN (status)",
        "kind",
        "'text'",
        "kind AND TRUE",
        "geometry = 'x'",
        "S_INTERSECTS(kind, POINT(1 2))",
        "S_INTERSECTS(geometry, geometry)",
        "S_INTERSECTS(geometry, 'POINT(1 2)')",
        "S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 2)))",
        "A_CONTAINS(kind, ('a'))",
        "A_CONTAINS(pollutants, (1))",
        "T_AFTER(kind, DATE('2020-01-01'))",
        "kind = TRUE",
        r"kind LIKE CASEI(status)",
    ] {
        assert!(
            matches!(error(text, Encoding::Text), CqlError::Mismatch { .. }),
            "{text}: {:?}",
            error(text, Encoding::Text)
        );
    }
    let lone = r#"{"op":"like","args":[{"property":"kind"},"a\\"]}"#;
    assert!(matches!(error(lone, Encoding::Json), CqlError::Mismatch { .. }));
}

#[test]
fn shapes_that_would_break_a_store_are_refused() {
    for shape in [
        "POINT EMPTY",
        "POINT(200 10)",
        "POINT(10 100)",
        "POINT(1)",
        "POINT(1 2 3 4 5)",
        "POLYGON((0 0, 1 1))",
        "POLYGON((0 0, 1 0, 1 1, 0 1))",
        // It crosses itself.
        "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))",
        "LINESTRING(1 2)",
        "LINESTRING(1 2, 1 2)",
        "MULTIPOLYGON(((0 0, 2 0, 2 2, 0 0)), ((0 0, 2 0, 2 2, 0 0)))",
        "BBOX(1, 2, 3)",
        "BBOX(1, 5, 3, 2)",
        "BBOX(1, 5, 300, 20)",
        "POINT((1 2), (3 4))",
        "POLYGON(1 2, 3 4)",
    ] {
        let text = format!("S_INTERSECTS(geometry, {shape})");
        assert!(
            matches!(error(&text, Encoding::Text), CqlError::Shape { .. }),
            "{shape}: {:?}",
            error(&text, Encoding::Text)
        );
    }
}

#[test]
fn what_is_deep_long_or_tangled_is_refused_in_no_time() {
    let deep = 10_000;
    let texts = [
        format!("{}TRUE{}", "(".repeat(deep), ")".repeat(deep)),
        "(".repeat(8_000),
        "NOT ".repeat(4_000),
        format!("{}TRUE", "NOT(".repeat(4_000)),
        "casei(".repeat(2_700),
        format!("kind IN {}", "(".repeat(8_000)),
        format!("S_INTERSECTS(geometry, POLYGON{}", "(".repeat(8_000)),
        format!("S_INTERSECTS(geometry, {}", "GEOMETRYCOLLECTION(".repeat(800)),
        format!("TRUE{}", " AND kind = 'x'".repeat(1_000)),
        format!("TRUE{}", " OR NOT kind = 'x'".repeat(900)),
        "'".repeat(1 << 20),
        "(".repeat(1 << 20),
        format!("kind = '{}'", "x".repeat(1 << 20)),
    ];
    let jsons = [
        "[".repeat(8_000),
        format!("{}true", "{\"op\":\"not\",\"args\":[".repeat(700)),
        format!("{}true{}", "{\"op\":\"not\",\"args\":[".repeat(600), "]}".repeat(600)),
        format!("{{\"op\":\"and\",\"args\":[{}true]}}", "{\"op\":\"not\",\"args\":[true]},".repeat(500)),
        format!("{{\"type\":\"Point\",\"coordinates\":{}", "[".repeat(8_000)),
        "[".repeat(1 << 20),
    ];
    let all = texts
        .iter()
        .map(|text| (text, Encoding::Text))
        .chain(jsons.iter().map(|json| (json, Encoding::Json)));
    for (text, encoding) in all {
        let began = Instant::now();
        let refused = error(text, encoding);
        assert!(began.elapsed() < Duration::from_millis(50), "{:?} for {text:.60}", began.elapsed());
        assert!(
            matches!(refused, CqlError::TooComplex { .. } | CqlError::TooLong { .. }),
            "{text:.60}: {refused:?}"
        );
    }
    // As much as is allowed is read at once, too.
    let most = format!("kind IN ({}'x')", "'x',".repeat(LONGEST / 4 - 10));
    let began = Instant::now();
    assert!(parse(&most, Encoding::Text, CollectionId::Hotspots, Lang::En).is_ok());
    assert!(began.elapsed() < Duration::from_millis(100), "{:?}", began.elapsed());
}

#[test]
fn orders_name_what_they_know() {
    let read = |text| sort::parse(text, CollectionId::Settlements, Lang::En);
    assert!(read("-population, +name,id").is_ok());
    for text in ["", "colour", "geometry", "-", "--name", "name asc", "name,", "name;DROP"] {
        assert!(matches!(read(text), Err(CqlError::UnknownProperty { .. })), "{text}: {:?}", read(text));
    }
    assert!(sort::parse("pollutants", CollectionId::Hotspots, Lang::En).is_err());
    for text in ["name,-name", "id,name,name_en,name_ru,name_kk,name_ky", &"name,".repeat(3_000)] {
        assert!(matches!(read(text), Err(CqlError::TooComplex { .. })), "{text:.40}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}", words in prop::collection::vec(word(), 0..30)) {
        for encoding in Encoding::ALL {
            let _ = parse(&text, encoding, CollectionId::Hotspots, Lang::En);
            let _ = parse(&words.join(" "), encoding, CollectionId::Zones, Lang::En);
        }
    }
}

/// What filters are made of.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "(",
        ")",
        ",",
        "=",
        "<>",
        "<",
        "'a'",
        "''",
        "'",
        "\"kind\"",
        "kind",
        "geometry",
        "valid_from",
        "AND",
        "OR",
        "NOT",
        "IS",
        "NULL",
        "LIKE",
        "IN",
        "BETWEEN",
        "CASEI",
        "S_INTERSECTS",
        "T_AFTER",
        "A_EQUALS",
        "POINT",
        "POLYGON",
        "EMPTY",
        "Z",
        "BBOX",
        "DATE",
        "INTERVAL",
        "1",
        "-2.5",
        "1e5",
        "TRUE",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\"op\"",
        "\"args\"",
        "\\",
        "+",
        "*",
        "😀",
    ])
}

//! The standard tells each construct in both encodings; so do these pairs, with properties of ours.

use terrikon_core::{CollectionId, Lang};
use terrikon_store::cql::{Encoding, parse};

/// A filter in text and in JSON.
type Written = (&'static str, &'static str);

fn alike(collection: CollectionId, pairs: &[Written]) {
    for (text, json) in pairs {
        let read = |written, encoding| {
            let read = parse(written, encoding, collection, Lang::En);
            read.unwrap_or_else(|error| panic!("{written}: {error}"))
        };
        assert_eq!(read(text, Encoding::Text), read(json, Encoding::Json), "{text}\n{json}");
    }
}

#[test]
fn basic_comparisons() {
    alike(
        CollectionId::Hotspots,
        &[
            ("kind='dump'", r#"{"op":"=","args":[{"property":"kind"},"dump"]}"#),
            ("\"id\" <> 'kz-nura-river'", r#"{"op":"<>","args":[{"property":"id"},"kz-nura-river"]}"#),
            ("position_accuracy_m>-5.5e1", r#"{"op":">","args":[{"property":"position_accuracy_m"},-55]}"#),
            ("position_accuracy_m <= 500", r#"{"op":"<=","args":[{"property":"position_accuracy_m"},500]}"#),
            (
                "valid_from >= date('1970-01-01')",
                r#"{"op":">=","args":[{"property":"valid_from"},{"date":"1970-01-01"}]}"#,
            ),
            (
                "valid_to < TIMESTAMP('2012-08-10T05:30:00.000000Z')",
                r#"{"op":"<","args":[{"property":"valid_to"},{"timestamp":"2012-08-10T05:30:00Z"}]}"#,
            ),
            (
                "valid_to = TIMESTAMP('9999-12-31T23:59:59Z')",
                r#"{"op":"=","args":[{"property":"valid_to"},{"date":"9999-12-31"}]}"#,
            ),
            ("note IS NULL", r#"{"op":"isNull","args":[{"property":"note"}]}"#),
            (
                "geometry IS NOT NULL",
                r#"{"op":"not","args":[{"op":"isNull","args":[{"property":"geometry"}]}]}"#,
            ),
            ("pollutants is null", r#"{"op":"isNull","args":[{"property":"pollutants"}]}"#),
            ("TRUE", "true"),
            ("10 > position_accuracy_m", r#"{"op":">","args":[10,{"property":"position_accuracy_m"}]}"#),
            ("name_ru = name_kk", r#"{"op":"=","args":[{"property":"name_ru"},{"property":"name_kk"}]}"#),
            ("name_en = 'Min-Kush''s'", r#"{"op":"=","args":[{"property":"name_en"},"Min-Kush's"]}"#),
        ],
    );
}

#[test]
fn connectives_and_what_binds_closer() {
    alike(
        CollectionId::Hotspots,
        &[
            (
                "kind='dump' AND status='active' OR trust='partly'",
                r#"{"op":"or","args":[{"op":"and","args":[{"op":"=","args":[{"property":"kind"},"dump"]},
                    {"op":"=","args":[{"property":"status"},"active"]}]},{"op":"=","args":[{"property":"trust"},"partly"]}]}"#,
            ),
            (
                "kind='dump' and (status='active' or trust='partly')",
                r#"{"op":"and","args":[{"op":"=","args":[{"property":"kind"},"dump"]},{"op":"or","args":[
                    {"op":"=","args":[{"property":"status"},"active"]},{"op":"=","args":[{"property":"trust"},"partly"]}]}]}"#,
            ),
            (
                "NOT (kind='dump') OR trust='partly'",
                r#"{"op":"or","args":[{"op":"not","args":[{"op":"=","args":[{"property":"kind"},"dump"]}]},
                    {"op":"=","args":[{"property":"trust"},"partly"]}]}"#,
            ),
            (
                "NOT name LIKE 'foo%' AND position_accuracy_m BETWEEN 1 AND 2 AND FALSE",
                r#"{"op":"and","args":[{"op":"not","args":[{"op":"like","args":[{"property":"name"},"foo%"]}]},
                    {"op":"between","args":[{"property":"position_accuracy_m"},1,2]},false]}"#,
            ),
        ],
    );
}

#[test]
fn advanced_comparisons_case_and_accents() {
    alike(
        CollectionId::Hotspots,
        &[
            ("name_ru LIKE '%хвост_'", r#"{"op":"like","args":[{"property":"name_ru"},"%хвост_"]}"#),
            (
                "name NOT LIKE 'Mike%'",
                r#"{"op":"not","args":[{"op":"like","args":[{"property":"name"},"Mike%"]}]}"#,
            ),
            (
                "position_accuracy_m BETWEEN 100.0 and 150",
                r#"{"op":"between","args":[{"property":"position_accuracy_m"},100,150]}"#,
            ),
            (
                "kind NOT IN ('dump')",
                r#"{"op":"not","args":[{"op":"in","args":[{"property":"kind"},["dump"]]}]}"#,
            ),
            (
                "CASEI(name_kk) IN (CASEI('Οδος'),casei('СЕМЕЙ'))",
                r#"{"op":"in","args":[{"op":"casei","args":[{"property":"name_kk"}]},
                    [{"op":"casei","args":["Οδος"]},{"op":"casei","args":["СЕМЕЙ"]}]]}"#,
            ),
            (
                "ACCENTI(name) = ACCENTI('débárquér')",
                r#"{"op":"=","args":[{"op":"accenti","args":[{"property":"name"}]},{"op":"accenti","args":["débárquér"]}]}"#,
            ),
            (
                "CASEI(name) LIKE CASEI('%КАЛЬКУТТА%')",
                r#"{"op":"like","args":[{"op":"casei","args":[{"property":"name"}]},{"op":"casei","args":["%калькутта%"]}]}"#,
            ),
        ],
    );
}

#[test]
fn shapes() {
    alike(
        CollectionId::Zones,
        &[
            (
                "S_INTERSECTS(geometry,POINT(36.319836 32.288087))",
                r#"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[36.319836,32.288087]}]}"#,
            ),
            (
                "s_within(geometry,BBOX(-118,33.8,-117.9,34))",
                r#"{"op":"s_within","args":[{"property":"geometry"},{"bbox":[-118,33.8,-117.9,34]}]}"#,
            ),
            (
                "S_INTERSECTS(geometry, BBOX(-128.1, -1.1, -99999.0, 180.0, 90.0, 100000.0))",
                r#"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[-128.1,-1.1,180,90]}]}"#,
            ),
            (
                "S_DISJOINT(geometry, MULTIPOLYGON (((70 45, 71 45, 71 46, 70 45)), ((1 2,3 2,3 4,1 2))))",
                r#"{"op":"s_disjoint","args":[{"property":"geometry"},{"type":"MultiPolygon",
                    "coordinates":[[[[70,45],[71,45],[71,46],[70,45]]],[[[1,2],[3,2],[3,4],[1,2]]]]}]}"#,
            ),
            (
                "S_TOUCHES(geometry, MULTILINESTRING ((-1.9 -0.99999, 75.292574 1.5),(-1.9 -1.1, 1.5 8.547371)))",
                r#"{"op":"s_touches","args":[{"property":"geometry"},{"type":"MultiLineString",
                    "coordinates":[[[-1.9,-0.99999],[75.292574,1.5]],[[-1.9,-1.1],[1.5,8.547371]]]}]}"#,
            ),
            (
                "S_WITHIN(POLYGON Z ((-49.88 0.5 -75993, -1.5 -0.9 -1, 0.0 0.5 -0.3, -49.88 0.5 -7)), geometry)",
                r#"{"op":"s_contains","args":[{"property":"geometry"},{"type":"Polygon",
                    "coordinates":[[[-49.88,0.5],[-1.5,-0.9],[0,0.5],[-49.88,0.5]]]}]}"#,
            ),
            (
                "S_CROSSES(geometry, LINESTRING (60 1.5, 1.1 -90.0 7))",
                r#"{"op":"s_crosses","args":[{"property":"geometry"},{"type":"LineString","coordinates":[[60,1.5],[1.1,-90]]}]}"#,
            ),
            (
                "S_EQUALS(MULTIPOINT ((180.0 -0.5), (179.0 -47.121701)), geometry)",
                r#"{"op":"s_equals","args":[{"property":"geometry"},{"type":"MultiPoint","coordinates":[[180,-0.5],[179,-47.121701]]}]}"#,
            ),
            (
                "S_OVERLAPS(geometry, MULTIPOINT (1 2, 3 4))",
                r#"{"op":"s_overlaps","args":[{"type":"MultiPoint","coordinates":[[1,2],[3,4]]},{"property":"geometry"}]}"#,
            ),
            (
                "S_INTERSECTS(geometry, GEOMETRYCOLLECTION (POINT (1.9 2), LINESTRING (179 1, -148.1 -65), GEOMETRYCOLLECTION(POINT(1 1))))",
                r#"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"GeometryCollection","geometries":[
                    {"type":"Point","coordinates":[1.9,2]},{"type":"LineString","coordinates":[[179,1],[-148.1,-65]]},
                    {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]}]}]}]}"#,
            ),
        ],
    );
}

#[test]
fn days_and_lists() {
    alike(
        CollectionId::Hotspots,
        &[
            (
                "T_AFTER(valid_from,DATE('2012-06-05'))",
                r#"{"op":"t_after","args":[{"property":"valid_from"},{"date":"2012-06-05"}]}"#,
            ),
            (
                "T_INTERSECTS(valid_from, INTERVAL('1969-07-16T05:32:00Z', '1969-07-24T16:50:35Z'))",
                r#"{"op":"t_intersects","args":[{"property":"valid_from"},{"interval":["1969-07-16T05:32:00Z","1969-07-24T16:50:35Z"]}]}"#,
            ),
            (
                "T_DURING(INTERVAL(valid_from, valid_to), INTERVAL('2005-01-10', '..'))",
                r#"{"op":"t_during","args":[{"interval":[{"property":"valid_from"},{"property":"valid_to"}]},{"interval":["2005-01-10",".."]}]}"#,
            ),
            (
                "A_CONTAINS(pollutants, ('Hg', 'Pb'))",
                r#"{"op":"a_contains","args":[{"property":"pollutants"},["Hg","Pb"]]}"#,
            ),
            (
                "A_OVERLAPS(pollutants, ('Hg'))",
                r#"{"op":"a_overlaps","args":[{"property":"pollutants"},["Hg"]]}"#,
            ),
            (
                "A_CONTAINEDBY(('Hg', 'Pb'), pollutants)",
                r#"{"op":"a_contains","args":[{"property":"pollutants"},["Hg","Pb"]]}"#,
            ),
            ("A_EQUALS((), also_known_as)", r#"{"op":"a_equals","args":[{"property":"also_known_as"},[]]}"#),
        ],
    );
}

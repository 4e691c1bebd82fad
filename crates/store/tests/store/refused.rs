//! What the schema refuses, each with its code.

use crate::{cluster, fixture};
use sqlx::{Connection as _, PgConnection};

/// What every release of these tests has: a source, a hotspot, an oblast.
const SOUND: [&str; 7] = [
    "INSERT INTO terrikon_staging.sources VALUES ($1, 'told', '', '', '', '', '', '', '', false, false, '')",
    "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind, geom, position_source) VALUES ($1, 'dump', '[]', 'dump', 'SRID=4326;POINT(70 50)', 'told')",
    "INSERT INTO terrikon_staging.oblasts (release, id, oblasts, code, country, valid_to, geom) VALUES ($1, 'old', '[]', 'KZ-35', 'KZ', '2022-06-08', 'SRID=4326;POLYGON((0 0, 1 0, 1 1, 0 0))')",
    "INSERT INTO terrikon_staging.zones (release, id, oblasts, hotspot, rule, basis, people_low, people, people_high) VALUES ($1, 'ring', '[]', 'dump', 'r', 'screening', 1, 2, 3)",
    "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, limit_value, limit_act, exceedance, sampled_from, sampled_to) VALUES ($1, 'sample', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, 0.5, 'act', 2, '2020-05-01', '2020-05-01')",
    "INSERT INTO terrikon_staging.projects (release, id, oblasts, source, grade, kind, name_en, budget, currency, begins, ends) VALUES ($1, 'plan', '[]', 'told', 'A', 'plan', 'P', 1, 'EUR', '2020-05', '2020')",
    "INSERT INTO terrikon_staging.indicators (release, id, oblasts, indicator, about, subject, source, grade, value, area, year) VALUES ($1, 'figure', '[]', 'e', 'oblast', 'KZ-35', 'told', 'A', 1, 'old', 2020)",
];

/// What is refused, and the code with which.
const REFUSED: [(&str, &str); 31] = [
    (
        "INSERT INTO terrikon_staging.oblasts (release, id, oblasts, code, country, valid_from) VALUES ($1, 'new', '[]', 'KZ-35', 'KZ', '2022-06-07')",
        "23P01",
    ),
    (
        "INSERT INTO terrikon_staging.oblasts (release, id, oblasts, code, country) VALUES ($1, 'ever', '[]', 'KZ-35', 'KZ')",
        "23P01",
    ),
    (
        "INSERT INTO terrikon_staging.zones (release, id, oblasts, hotspot, rule, basis) VALUES ($1, 'z', '[]', 'nowhere', 'r', 'screening')",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.claims VALUES ($1, 0, 'c', true, 'dump', 'p', 'v', NULL, NULL, '', '', '', 'unheard', 'A', '')",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.claims VALUES ($1, 0, 'c', true, 'nowhere', 'p', 'v', NULL, NULL, '', '', '', 'told', 'A', '')",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind, position_source) VALUES ($1, 'h', '[]', 'dump', 'unheard')",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.zones (release, id, oblasts, hotspot, rule, basis, people_low, people, people_high) VALUES ($1, 'z', '[]', 'dump', 'r', 'screening', 3, 2, 4)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.zones (release, id, oblasts, hotspot, rule, basis, people_low, people_high) VALUES ($1, 'z', '[]', 'dump', 'r', 'screening', 3, 2)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.settlements (release, id, oblasts, geom) VALUES ($1, 's', '[]', 'SRID=4326;POLYGON((0 0, 1 0, 1 1, 0 0))')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.settlements (release, id, oblasts, geom) VALUES ($1, 's', '[]', 'SRID=3857;POINT(0 0)')",
        "22023",
    ),
    (
        "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind) VALUES ($1, 'h', '[]', 'volcano')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind) VALUES ($1, 'dump', '[]', 'dump')",
        "23505",
    ),
    (
        "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind) VALUES ($1 + 1, 'h', '[]', 'dump')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.hotspots (release, id, oblasts, kind, valid_from, valid_to) VALUES ($1, 'h', '[]', 'dump', '2020-01-01', '2020-01-01')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.drawn (release, layer, sequence, role, zooms, geom, attributes) VALUES ($1, 'hotspots', 0, 'symbol', '[9,15)', 'SRID=3857;POINT(0 0)', '{}')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', -1)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, cas) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, '7439976')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value_low, value_high) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 3, 2)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, limit_value) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, 2)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, limit_value, limit_act, exceedance) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, 2, 'act', 2)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, sampled_from, sampled_to) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, '2020-05-02', '2020-05-01')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value, geom) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'A', 1, 'SRID=4326;LINESTRING(0 0, 1 1)')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value) VALUES ($1, 'm', '[]', 'nowhere', 'Hg', 'water', 'mg_l', 'told', 'A', 1)",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.measurements (release, id, oblasts, hotspot, pollutant, medium, unit, source, grade, value) VALUES ($1, 'm', '[]', 'dump', 'Hg', 'water', 'mg_l', 'told', 'D', 1)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.projects (release, id, oblasts, source, grade, kind) VALUES ($1, 'p', '[]', 'told', 'A', 'plan')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.projects (release, id, oblasts, source, grade, kind, name_en, budget) VALUES ($1, 'p', '[]', 'told', 'A', 'plan', 'P', 1)",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.projects (release, id, oblasts, source, grade, kind, name_en, begins, ends) VALUES ($1, 'p', '[]', 'told', 'A', 'plan', 'P', '2020-05', '2019')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.indicators (release, id, oblasts, indicator, about, subject, source, grade) VALUES ($1, 'i', '[]', 'e', 'oblast', 'KZ-35', 'told', 'A')",
        "23514",
    ),
    (
        "INSERT INTO terrikon_staging.indicators (release, id, oblasts, indicator, about, subject, source, grade, value, area) VALUES ($1, 'i', '[]', 'e', 'oblast', 'KZ-35', 'told', 'A', 1, 'unknown')",
        "23503",
    ),
    (
        "INSERT INTO terrikon_staging.indicators (release, id, oblasts, indicator, about, subject, source, grade, value, year) VALUES ($1, 'i', '[]', 'e', 'oblast', 'KZ-35', 'told', 'A', 1, 20)",
        "23514",
    ),
];

/// Writes a release with one row more, and takes all of it back.
async fn written_with(connection: &mut PgConnection, more: Option<&'static str>) -> Result<(), sqlx::Error> {
    let mut whole = connection.begin().await?;
    let serial: i32 =
        sqlx::query_scalar("SELECT terrikon.begin_release('r0000000000000000', 'test', '{}', '{}', NULL)")
            .fetch_one(&mut *whole)
            .await?;
    for statement in SOUND.into_iter().chain(more).chain(["SELECT terrikon.finish_release($1)"]) {
        sqlx::query(statement).bind(serial).execute(&mut *whole).await?;
    }
    whole.rollback().await
}

#[test]
fn what_cannot_be_true_is_refused() {
    cluster::run(async {
        let url = cluster::serving(&fixture::release()).await;
        let mut connection = PgConnection::connect(&url).await.unwrap();
        written_with(&mut connection, None).await.unwrap();
        for (row, code) in REFUSED {
            let refused = written_with(&mut connection, Some(row)).await.expect_err(row);
            let told = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
            assert_eq!(told.as_deref(), Some(code), "{row}: {refused}");
        }
    });
}

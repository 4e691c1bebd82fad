//! The schema: made from nothing and from the version before, by one of several at a time, and what it refuses.

use crate::{cluster, fixture};
use futures_util::TryStreamExt as _;
use sqlx::{
    Connection as _, PgConnection, Row as _,
    migrate::{Migration, Migrator},
};
use std::borrow::Cow;
use terrikon_core::Release;
use terrikon_store::{PostgisStore, Store as _, postgis::Releases};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// All steps but the last; where there is one, that one.
fn version_before() -> Migrator {
    let all: Vec<Migration> = MIGRATIONS.iter().cloned().collect();
    let kept = all.len().saturating_sub(1).max(1);
    Migrator { migrations: Cow::Owned(all[..kept].to_vec()), ..Migrator::DEFAULT }
}

async fn steps(connection: &mut PgConnection) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations WHERE success")
        .fetch_one(connection)
        .await
        .unwrap()
}

#[test]
fn it_is_made_once_when_several_start_at_the_same_time() {
    cluster::run(async {
        let url = cluster::database().await;
        let opened = tokio::join!(Releases::open(&url), Releases::open(&url), Releases::open(&url));
        for releases in [opened.0, opened.1, opened.2] {
            assert!(releases.unwrap().list().await.unwrap().is_empty());
        }
        let mut connection = PgConnection::connect(&url).await.unwrap();
        assert_eq!(steps(&mut connection).await, MIGRATIONS.iter().count() as i64);
    });
}

#[test]
fn what_the_version_before_wrote_is_read_after_it_is_brought_up_to_date() {
    cluster::run(async {
        let release = fixture::release();
        let (now, before) = (cluster::serving(&release).await, cluster::database().await);
        let mut from = PgConnection::connect(&now).await.unwrap();
        let mut to = PgConnection::connect(&before).await.unwrap();
        version_before().run(&mut to).await.unwrap();
        carry(&release, &mut from, &mut to).await;
        let mut releases = Releases::open(&before).await.unwrap();
        assert_eq!(releases.read(release.id.as_str()).await.unwrap(), release);
        assert_eq!(steps(&mut to).await, MIGRATIONS.iter().count() as i64);
        let store = cluster::open(&before).await;
        assert_eq!(*store.current().await.unwrap().release(), release.id);
        crate::contract::run(&store).await;
    });
}

/// Writes a release as the version before did: with the columns that its tables had.
async fn carry(release: &Release, from: &mut PgConnection, to: &mut PgConnection) {
    let id = release.id.as_str();
    let fact = "SELECT format('SELECT terrikon.begin_release(%L, %L, %L, %L, %L)', id, program, changes, pollutants, clusters_from) FROM terrikon.releases WHERE id = $1";
    let begin: String = sqlx::query_scalar(fact).bind(id).fetch_one(&mut *from).await.unwrap();
    let serial: i32 = sqlx::query_scalar(&begin).fetch_one(&mut *to).await.unwrap();
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT unnest(terrikon.tables())").fetch_all(&mut *to).await.unwrap();
    let staged = tables.iter().map(|table| (table.as_str(), format!("terrikon_staging.{table}")));
    for (table, target) in staged.chain([("collections", "terrikon.collections".to_owned())]) {
        // The tables that the version before had for observations had other columns, and never a row.
        if ["measurements", "projects", "indicators"].contains(&table) {
            continue;
        }
        let columns = "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'release'";
        let columns: String = sqlx::query_scalar(columns).bind(&target).fetch_one(&mut *to).await.unwrap();
        let own = format!("(SELECT serial FROM terrikon.releases WHERE id = '{id}')");
        let copy_out = format!(
            "COPY (SELECT {serial}, {columns} FROM terrikon.{table} WHERE release = {own}) TO STDOUT"
        );
        let mut rows = Vec::new();
        let mut sent = from.copy_out_raw(&copy_out).await.unwrap();
        while let Some(bytes) = sent.try_next().await.unwrap() {
            rows.extend_from_slice(&bytes);
        }
        drop(sent);
        let mut copy =
            to.copy_in_raw(&format!("COPY {target} (release, {columns}) FROM STDIN")).await.unwrap();
        copy.send(rows).await.unwrap();
        copy.finish().await.unwrap();
    }
    for finish in [
        "SELECT terrikon.finish_release($1)",
        "SELECT terrikon.publish((SELECT id FROM terrikon.releases WHERE serial = $1))",
    ] {
        sqlx::query(finish).bind(serial).execute(&mut *to).await.unwrap();
    }
}

#[test]
fn a_newer_one_is_refused_clearly() {
    cluster::run(async {
        let url = cluster::serving(&fixture::release()).await;
        let mut connection = PgConnection::connect(&url).await.unwrap();
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'of tomorrow', true, '', 0)";
        sqlx::query(newer).execute(&mut connection).await.unwrap();
        let place = terrikon_store::postgis::Place { url: url.clone(), replica: None, connections: 2 };
        let told = [
            Releases::open(&url).await.unwrap_err().to_string(),
            PostgisStore::open(&place).await.unwrap_err().to_string(),
        ];
        for told in told {
            assert!(
                told.contains("newer (step 9999)") && told.contains("install a newer terrikon"),
                "{told}"
            );
        }
    });
}

#[test]
fn one_that_lacks_steps_is_refused_by_servers() {
    cluster::run(async {
        let url = cluster::database().await;
        let place = terrikon_store::postgis::Place { url, replica: None, connections: 2 };
        let told = PostgisStore::open(&place).await.unwrap_err().to_string();
        assert!(told.contains("releases list"), "{told}");
    });
}

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

#[test]
fn a_release_stays_as_it_is_and_the_served_one_stays() {
    cluster::run(async {
        let release = fixture::release();
        let url = cluster::serving(&release).await;
        let mut connection = PgConnection::connect(&url).await.unwrap();
        for (change, code) in [
            ("UPDATE terrikon.hotspots SET note = 'changed'", "23001"),
            ("DELETE FROM terrikon.zones", "23001"),
            ("DELETE FROM terrikon.releases", "23503"),
            (
                "INSERT INTO terrikon.releases (id, program, changes, pollutants) SELECT id, program, changes, pollutants FROM terrikon.releases",
                "23505",
            ),
            ("SELECT terrikon.drop_release((SELECT id FROM terrikon.releases))", "23503"),
        ] {
            let refused = sqlx::query(change).execute(&mut connection).await.expect_err(change);
            let told = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
            assert_eq!(told.as_deref(), Some(code), "{change}: {refused}");
        }
        let kept =
            sqlx::query("SELECT count(*) FROM terrikon.hotspots").fetch_one(&mut connection).await.unwrap();
        assert_eq!(kept.get::<i64, _>(0), 5);
    });
}

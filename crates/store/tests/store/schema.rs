//! The schema: made from nothing and from the version before, by one of several at a time.

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

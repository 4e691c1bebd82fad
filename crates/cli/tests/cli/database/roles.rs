//! Who serves can only read; who writes releases can't change them.

use super::{
    cluster::{Cluster, Database},
    intact::{fingerprint, only_these_are_kept},
    releases::{ONE, OTHER, releases, releases_told},
    server::Serving,
    sql::Sql,
};
use crate::text;

/// A login of a group. Roles belong to the cluster, so it is named after the database.
fn login(database: &Database<'_>, group: &str) -> String {
    let name = format!("{}_{group}", database.name);
    database.sql().run(&format!("CREATE ROLE {name} LOGIN IN ROLE terrikon_{group}"));
    database.url_of(&name)
}

/// All tables of the schema and of all releases, each with a column.
fn tables(database: &Database<'_>) -> Vec<(String, String)> {
    let tables = "SELECT c.oid::regclass || ' ' || attname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute ON attrelid = c.oid AND attnum = 1 WHERE nspname LIKE 'terrikon%' AND relkind IN ('r', 'p') ORDER BY 1";
    let tables = database.sql().column(tables);
    assert!(tables.len() > 30, "{tables:?}");
    tables
        .iter()
        .map(|both| both.split_once(' ').unwrap())
        .map(|(table, column)| (table.into(), column.into()))
        .collect()
}

/// What changes a table.
fn changes(table: &str, column: &str) -> [String; 5] {
    [
        format!("INSERT INTO {table} DEFAULT VALUES"),
        format!("UPDATE {table} SET {column} = DEFAULT"),
        format!("DELETE FROM {table}"),
        format!("TRUNCATE {table}"),
        format!("DROP TABLE {table}"),
    ]
}

/// That a statement is refused for want of rights.
fn refused(sql: &mut Sql, statement: &str) {
    let told = sql.attempt(statement).expect_err(statement);
    assert!(told.contains("permission denied") || told.contains("must be owner"), "{statement}: {told}");
}

#[test]
fn a_reader_serves_and_can_do_nothing_else() {
    let database = Cluster::shared().database();
    ONE.publish(&database);
    let url = login(&database, "reader");
    let server = Serving::start(&url);
    for path in [
        "/api/collections/hotspots/items",
        "/api/search?q=karaganda",
        "/tiles/hotspots/6/44/21",
        "/tiles/hotspots/6/44/21?kind=dump",
        "/api/exposure?lon=73.1&lat=49.8&radius=3000",
        "/health/ready",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    }
    let before = fingerprint(&database);
    let mut sql = Sql::open(&url);
    // It could turn off what only its transactions say.
    sql.run("SET default_transaction_read_only = off");
    for (table, column) in tables(&database) {
        changes(&table, &column).iter().for_each(|change| refused(&mut sql, change));
    }
    let one = &ONE.id;
    for call in [
        "CREATE TABLE terrikon.mine ()".to_owned(),
        "CREATE TABLE terrikon_staging.mine ()".to_owned(),
        "CREATE TABLE terrikon_releases.mine ()".to_owned(),
        "CREATE TABLE public.mine ()".to_owned(),
        "CREATE FUNCTION terrikon.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'".to_owned(),
        "SELECT terrikon.lock_writing()".to_owned(),
        format!("SELECT terrikon.publish('{one}')"),
        format!("SELECT terrikon.drop_release('{one}')"),
        "SELECT terrikon.begin_release('r0000000000000000', '1', '{}', '{}', NULL)".to_owned(),
        "SELECT terrikon.finish_release(1)".to_owned(),
        "DROP SCHEMA terrikon CASCADE".to_owned(),
        "DROP FUNCTION terrikon.publish(text)".to_owned(),
        "DELETE FROM _sqlx_migrations".to_owned(),
        "SET ROLE terrikon_writer".to_owned(),
    ] {
        refused(&mut sql, &call);
    }
    let run = OTHER.ingest(&url).output().unwrap();
    assert!(
        !run.status.success()
            && text(&run).contains("permission denied")
            && text(&run).contains("nothing was written"),
        "{}",
        text(&run)
    );
    for arguments in [&["publish", one][..], &["rollback"]] {
        let run = releases(&url, arguments);
        assert!(!run.status.success(), "{arguments:?}");
    }
    assert_eq!(fingerprint(&database), before);
    only_these_are_kept(&database, &[one]);
}

#[test]
fn a_writer_adds_releases_and_changes_none() {
    let database = Cluster::shared().database();
    ONE.publish(&database);
    let url = login(&database, "writer");
    let run = OTHER.ingest(&url).arg("--publish").output().unwrap();
    assert!(run.status.success(), "{}", text(&run));
    only_these_are_kept(&database, &[&ONE.id, &OTHER.id]);
    assert!(
        releases_told(&url, &["list"]).contains(&format!("{}_writer", database.name)),
        "who wrote it is told"
    );
    let before = fingerprint(&database);
    let mut sql = Sql::open(&url);
    for (table, column) in tables(&database) {
        // How many features a collection has is told by hand, of a release that is being written.
        let allowed = |change: &str| table == "terrikon.collections" && change.starts_with("INSERT");
        changes(&table, &column)
            .iter()
            .filter(|change| !allowed(change))
            .for_each(|change| refused(&mut sql, change));
    }
    refused(&mut sql, "DROP SCHEMA terrikon_releases CASCADE");
    refused(&mut sql, "CREATE TABLE terrikon_staging.mine ()");
    assert_eq!(fingerprint(&database), before);
    // Through the functions it may.
    releases_told(&url, &["rollback"]);
    assert!(
        sql.attempt(&format!("SELECT terrikon.drop_release('{}')", ONE.id)).is_err(),
        "that one is served"
    );
    sql.run(&format!("SELECT terrikon.drop_release('{}')", OTHER.id));
    only_these_are_kept(&database, &[&ONE.id]);
}

#[test]
fn not_even_the_owner_changes_a_row_by_mistake() {
    let database = Cluster::shared().database();
    ONE.publish(&database);
    let mut sql = database.sql();
    for statement in [
        "UPDATE terrikon.hotspots SET note = 'x'",
        "DELETE FROM terrikon.claims",
        "UPDATE terrikon_releases.zones_1 SET people = 0",
    ] {
        let told = sql.attempt(statement).expect_err(statement);
        assert!(told.contains("a release is never changed"), "{statement}: {told}");
    }
}

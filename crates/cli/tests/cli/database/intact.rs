//! That the releases of a database are whole, and that nothing else is left in it.

use super::{cluster::Database, sql::until};

/// Every row of every table of all releases, and what is served, as one text.
pub(super) fn fingerprint(database: &Database<'_>) -> String {
    let mut sql = database.sql();
    let tables = "SELECT c.oid::regclass::text FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace IN ('terrikon'::regnamespace, 'terrikon_releases'::regnamespace) ORDER BY 1";
    let mut all = String::new();
    for table in sql.column(tables) {
        let rows = sql.one(&format!(
            "SELECT md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text)), '')) FROM {table} AS r"
        ));
        all += &format!("{table} {rows}\n");
    }
    all
}

/// Waits until no writer is left, then looks that there are the tables of these releases and no others, with their indexes and
/// keys.
pub(super) fn only_these_are_kept(database: &Database<'_>, releases: &[&str]) {
    let mut sql = database.sql();
    until("the writer is gone", || sql.writing().is_none());
    let mut kept = sql.column("SELECT id FROM terrikon.releases ORDER BY id");
    kept.sort();
    let mut expected = releases.to_vec();
    expected.sort_unstable();
    assert_eq!(kept, expected);
    let left = "SELECT relname::text FROM pg_class WHERE relnamespace = 'terrikon_staging'::regnamespace";
    assert_eq!(sql.column(left), Vec::<String>::new(), "left of a release that was being written");
    let tables = "SELECT relname::text FROM pg_class WHERE relnamespace = 'terrikon_releases'::regnamespace AND relkind = 'r' AND relispartition ORDER BY 1";
    let theirs =
        "SELECT name || '_' || serial FROM terrikon.releases, unnest(terrikon.tables()) AS name ORDER BY 1";
    assert_eq!(sql.column(tables), sql.column(theirs), "tables of these releases");
    let odd = "SELECT relname::text FROM pg_class WHERE relnamespace = 'terrikon_releases'::regnamespace AND relkind = 'r' AND NOT relispartition";
    assert_eq!(sql.column(odd), Vec::<String>::new(), "tables of no release");
    let invalid = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid";
    assert_eq!(sql.column(invalid), Vec::<String>::new(), "indexes that are not whole");
    let unlisted = "SELECT serial::text FROM terrikon.releases WHERE (SELECT count(*) FROM terrikon.collections WHERE release = serial) = 0";
    assert_eq!(sql.column(unlisted), Vec::<String>::new(), "releases without collections");
}

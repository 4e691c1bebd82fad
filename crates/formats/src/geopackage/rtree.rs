//! The R-tree extension of GeoPackage: an index that SQLite keeps, and the triggers by which editors keep it true.

use rusqlite::Connection;

/// What happens to a row, and what then happens to its entry.
const TRIGGERS: &str = include_str!("rtree.sql");

/// The table of the index.
pub(super) fn table(name: &str) -> String {
    format!("rtree_{name}_geom")
}

/// Makes an empty index. Its triggers come once the rows are in.
pub(super) fn create(db: &Connection, name: &str) -> rusqlite::Result<()> {
    db.execute_batch(&format!(
        "CREATE VIRTUAL TABLE \"{}\" USING rtree (id, minx, maxx, miny, maxy)",
        table(name)
    ))
}

/// Makes the triggers and registers the extension.
pub(super) fn register(db: &Connection, name: &str) -> rusqlite::Result<()> {
    db.execute_batch(&TRIGGERS.replace("{table}", name))?;
    db.execute(
        "INSERT INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        [name],
    )?;
    Ok(())
}

//! GeoPackage 1.3 (OGC 12-128r17): one table for the rows, one for the sources, an R-tree, and what the file says of itself.

mod rtree;

use crate::{Cell, Column, FormatError, Holds, Row, Table, TableWriter};
use geo::{BoundingRect as _, Geometry, Rect};
use geozero::{CoordDimensions, ToWkb as _};
use rusqlite::{Connection, ToSql, types::Value};
use std::{fs::File, path::Path};

/// What every GeoPackage has, and the table of sources.
const SCHEMA: &str = include_str!("geopackage/schema.sql");

/// What SQLite keeps of the file in memory, in KiB.
const CACHE: u32 = 16_384;

/// A GeoPackage on its way.
#[derive(Debug)]
pub struct GeoPackageWriter {
    table: Table,
    db: Connection,
    insert: String,
    index: String,
    extent: Option<Rect<f64>>,
}

impl GeoPackageWriter {
    /// Begins a file. What is there already is replaced.
    ///
    /// # Errors
    /// [`FormatError`] where the file can't be written to.
    pub fn create(table: Table, path: &Path) -> Result<Self, FormatError> {
        File::create(path)?;
        let db = Connection::open(path)?;
        // Nobody reads the file before it is whole, and nobody keeps a part of it.
        db.execute_batch(&format!(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE};
             PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; BEGIN;"
        ))?;
        db.execute_batch(SCHEMA)?;
        let name = table.sql_name();
        // Names of tables and columns come from tables in this program, never from outside.
        let shape = if table.spatial { ", geom GEOMETRY" } else { "" };
        let columns: String = table
            .columns
            .iter()
            .map(|column| format!(", \"{}\" {}", column.name, sql_type(column)))
            .collect();
        db.execute_batch(&format!(
            "CREATE TABLE \"{name}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{shape}{columns});"
        ))?;
        if table.spatial {
            rtree::create(&db, &name)?;
        }
        let marks = vec!["?"; table.columns.len() + usize::from(table.spatial)].join(", ");
        let insert = format!("INSERT INTO \"{name}\" VALUES (NULL, {marks})");
        let index = format!("INSERT INTO \"{}\" VALUES (?, ?, ?, ?, ?)", rtree::table(&name));
        Ok(Self { table, db, insert, index, extent: None })
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), FormatError> {
        let mut values = Vec::with_capacity(row.cells.len() + 1);
        let rect = row.shape.and_then(Geometry::bounding_rect);
        if self.table.spatial {
            let shape = row.shape.filter(|_| rect.is_some());
            values.push(shape.map(blob).transpose()?.map_or(Value::Null, Value::Blob));
        }
        for (column, cell) in self.table.columns.iter().zip(&row.cells) {
            values.push(value(column, cell)?);
        }
        let values = values.iter().map(|value| value as &dyn ToSql);
        self.db.prepare_cached(&self.insert)?.execute(rusqlite::params_from_iter(values))?;
        if let Some(rect) = rect.filter(|_| self.table.spatial) {
            let (least, most) = (rect.min(), rect.max());
            self.db.prepare_cached(&self.index)?.execute((
                self.db.last_insert_rowid(),
                least.x,
                most.x,
                least.y,
                most.y,
            ))?;
            self.extent = Some(self.extent.map_or(rect, |all| around(all, rect)));
        }
        Ok(())
    }

    /// Registers the table and says what it is.
    fn describe(&self) -> Result<(), FormatError> {
        let Table { columns, spatial, about, .. } = &self.table;
        let name = self.table.sql_name();
        let corner = |pick: fn(&Rect<f64>) -> f64| self.extent.as_ref().map(pick);
        self.db.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
             VALUES (?1, ?2, ?1, ?3, '1970-01-01T00:00:00.000Z', ?4, ?5, ?6, ?7, ?8)",
            (
                &name,
                if *spatial { "features" } else { "attributes" },
                &about.citation,
                corner(|rect| rect.min().x),
                corner(|rect| rect.min().y),
                corner(|rect| rect.max().x),
                corner(|rect| rect.max().y),
                spatial.then_some(4326),
            ),
        )?;
        if *spatial {
            self.db.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', 'GEOMETRY', 4326, 0, 0)",
                [&name],
            )?;
            rtree::register(&self.db, &name)?;
        }
        for column in columns {
            let media = (column.holds == Holds::List).then_some("application/json");
            self.db.execute(
                "INSERT INTO gpkg_data_columns (table_name, column_name, description, mime_type) VALUES (?1, ?2, ?3, ?4)",
                (&name, column.name, column.about, media),
            )?;
        }
        self.db.execute(
            "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://schema.org/Dataset', 'application/json', ?1)",
            [about.json()],
        )?;
        self.db.execute_batch(
            "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, '1970-01-01T00:00:00.000Z', 1, NULL)",
        )?;
        self.sources()
    }

    fn sources(&self) -> Result<(), FormatError> {
        // A table of sources is its own table of sources.
        if self.table.sql_name() == "sources" {
            return Ok(());
        }
        self.db.execute_batch(include_str!("geopackage/sources.sql"))?;
        let mut insert =
            self.db.prepare("INSERT INTO sources VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
        for source in &self.table.about.sources {
            insert.execute(rusqlite::params![
                source.id,
                source.title,
                source.publisher,
                source.date,
                source.date_note,
                source.language,
                source.url,
                source.licence,
                source.attribution,
                source.share_alike,
                source.commercial,
            ])?;
        }
        Ok(())
    }
}

impl TableWriter for GeoPackageWriter {
    fn write(&mut self, rows: &[Row<'_>]) -> Result<(), FormatError> {
        rows.iter().try_for_each(|row| self.add(row))
    }

    fn finish(self: Box<Self>) -> Result<(), FormatError> {
        self.describe()?;
        self.db.execute_batch("COMMIT")?;
        self.db.flush_prepared_statement_cache();
        self.db.close().map_err(|(_, error)| error)?;
        Ok(())
    }
}

fn around(one: Rect<f64>, other: Rect<f64>) -> Rect<f64> {
    Rect::new(
        (one.min().x.min(other.min().x), one.min().y.min(other.min().y)),
        (one.max().x.max(other.max().x), one.max().y.max(other.max().y)),
    )
}

/// A shape with its box, which a point does not need.
fn blob(shape: &Geometry<f64>) -> Result<Vec<u8>, FormatError> {
    let rect = shape.bounding_rect().filter(|_| !matches!(shape, Geometry::Point(_)));
    let envelope = rect.map(|rect| vec![rect.min().x, rect.max().x, rect.min().y, rect.max().y]);
    Ok(shape.to_gpkg_wkb(CoordDimensions::xy(), Some(4326), envelope.unwrap_or_default())?)
}

const fn sql_type(column: &Column) -> &'static str {
    match column.holds {
        Holds::Text | Holds::List => "TEXT",
        Holds::Integer => "INTEGER",
        Holds::Real => "DOUBLE",
        Holds::Date => "DATE",
    }
}

fn value(column: &Column, cell: &Cell<'_>) -> Result<Value, FormatError> {
    Ok(match (column.holds, cell) {
        (_, Cell::Empty) => Value::Null,
        (Holds::Text, Cell::Text(text)) => Value::Text(text.as_ref().to_owned()),
        (Holds::Integer, Cell::Integer(number)) => Value::Integer(*number),
        (Holds::Real, Cell::Real(number)) => Value::Real(*number),
        (Holds::Date, Cell::Date(day)) => Value::Text(day.to_string()),
        (Holds::List, Cell::List(words)) => Value::Text(Cell::json(words)),
        _ => return Err(FormatError::cell(column.name, cell)),
    })
}

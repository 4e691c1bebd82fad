-- What the GeoPackage standard asks of every file, and the tables of a release that are not collections.
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE terrikon_release (id TEXT NOT NULL PRIMARY KEY);
CREATE TABLE claims (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, subject TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
  value_low DOUBLE, value_high DOUBLE, unit TEXT NOT NULL, year TEXT NOT NULL, meaning TEXT NOT NULL, source TEXT NOT NULL,
  grade TEXT NOT NULL, note TEXT NOT NULL
);
CREATE TABLE sources (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL,
  date TEXT NOT NULL, date_note TEXT NOT NULL, language TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
  attribution BOOLEAN NOT NULL, share_alike BOOLEAN NOT NULL, commercial TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES
  ('claims', 'attributes', 'claims', '1970-01-01T00:00:00.000Z'),
  ('sources', 'attributes', 'sources', '1970-01-01T00:00:00.000Z');
-- Derived: the shapes of tile layers, in whole tile units of one zoom.
CREATE TABLE generalised (
  layer TEXT NOT NULL, feature TEXT NOT NULL, level TEXT, valid_from DATE, valid_to DATE, zoom INTEGER NOT NULL, geom BLOB NOT NULL
);
-- Rasters of people, each in the form of terrikon_core::population, compressed by zstd; the first is the primary one.
CREATE TABLE population (fid INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, year INTEGER NOT NULL, counts BOOLEAN NOT NULL, grid BLOB NOT NULL);
-- Derived: what the release has many of, packed as it is served. It holds while the file has the number of changes that the seal says.
CREATE TABLE terrikon_packed (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE terrikon_seal (version INTEGER NOT NULL, changes INTEGER NOT NULL, digest TEXT NOT NULL);

-- The sources of the release: rows name those that they rest on.
CREATE TABLE sources (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL,
  date TEXT NOT NULL, date_note TEXT NOT NULL, language TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
  attribution BOOLEAN NOT NULL, share_alike BOOLEAN NOT NULL, commercial TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
VALUES ('sources', 'attributes', 'sources', 'the sources of the release', '1970-01-01T00:00:00.000Z');

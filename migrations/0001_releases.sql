-- Releases, each a set of partitions of its own: written whole, never changed, dropped at once.
--
-- Reading is for terrikon_reader, writing goes through functions that terrikon_writer may call. Both are groups:
-- CREATE ROLE map LOGIN IN ROLE terrikon_reader; CREATE ROLE editor LOGIN IN ROLE terrikon_writer;

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['terrikon_reader', 'terrikon_writer'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION
      -- Roles belong to the cluster: another database may have made them, or be making them now.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'role % is missing and % may not create it', wanted, current_user
          USING HINT = format('Let an administrator run: CREATE ROLE %I NOLOGIN', wanted);
    END;
  END LOOP;
END $$;

-- terrikon: what is read. terrikon_releases: its partitions. terrikon_staging: a release while it is being written.
CREATE SCHEMA terrikon;
CREATE SCHEMA terrikon_releases;
CREATE SCHEMA terrikon_staging;

CREATE TABLE terrikon.releases (
  serial integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE CHECK (id ~ '^r[0-9a-f]{16}$'),
  written_at timestamptz NOT NULL DEFAULT now(),
  written_by text NOT NULL DEFAULT session_user,
  -- The version of the program that wrote it.
  program text NOT NULL,
  -- Days on which anything came or went, and codes of pollutants: small facts at hand.
  changes date[] NOT NULL,
  pollutants text[] NOT NULL,
  -- From which day on clusters of all hotspots are drawn already; null is since ever.
  clusters_from date
);
COMMENT ON TABLE terrikon.releases IS 'Immutable versions of everything, named by their content.';

CREATE TABLE terrikon.collections (
  release integer NOT NULL REFERENCES terrikon.releases ON DELETE CASCADE,
  collection text COLLATE "C" NOT NULL,
  features bigint NOT NULL CHECK (features >= 0),
  west double precision, south double precision, east double precision, north double precision,
  PRIMARY KEY (release, collection),
  CONSTRAINT whole_box CHECK (num_nulls(west, south, east, north) IN (0, 4))
);
COMMENT ON TABLE terrikon.collections IS 'How many features a collection of a release has, and the box around them in degrees.';

CREATE TABLE terrikon.current (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  release integer NOT NULL REFERENCES terrikon.releases
);
COMMENT ON TABLE terrikon.current IS 'The release that is served: one row at most.';

CREATE TABLE terrikon.publications (
  serial integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  release text COLLATE "C" NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  published_by text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE terrikon.publications IS 'Which release was served from when, also of releases that are gone.';

-- What every feature has. Ids are ordered by their bytes, as in the program.
CREATE TEMPORARY TABLE feature (
  release integer NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  name_en text, name_ru text, name_kk text, name_ky text,
  geom geometry(Geometry, 4326),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  valid_from date CHECK (valid_from >= '0001-01-01'),
  valid_to date CHECK (valid_to >= '0001-01-01'),
  -- The oblast that holds it, while that one exists: [{"code", "valid_from", "valid_to"}], in order.
  oblasts jsonb NOT NULL CHECK (jsonb_typeof(oblasts) = 'array'),
  raion text,
  CONSTRAINT valid_from_before_valid_to CHECK (valid_from < valid_to),
  CONSTRAINT lon_with_lat CHECK (num_nulls(lon, lat) IN (0, 2))
) ON COMMIT DROP;

CREATE TABLE terrikon.sources (
  release integer NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  title text NOT NULL, publisher text NOT NULL, date text NOT NULL, date_note text NOT NULL, language text NOT NULL,
  url text NOT NULL, licence text NOT NULL, attribution boolean NOT NULL, share_alike boolean NOT NULL,
  commercial text NOT NULL,
  PRIMARY KEY (release, id)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.hotspots (
  LIKE feature INCLUDING ALL,
  kind text NOT NULL CHECK (kind IN ('tailings', 'dump', 'river', 'lake', 'industrial_town', 'other')),
  subkind text, status text, country text CHECK (country ~ '^[A-Z]{2}$'),
  pollutants text[], position_kind text, position_accuracy_m bigint CHECK (position_accuracy_m >= 0),
  position_source text COLLATE "C",
  trust text CHECK (trust IN ('sourced', 'partly', 'unverified')),
  also_known_as text[], note text,
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, position_source) REFERENCES terrikon.sources (release, id)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.zones (
  LIKE feature INCLUDING ALL,
  hotspot text COLLATE "C" NOT NULL, kind text, rule text NOT NULL,
  shape text CHECK (shape IN ('ring', 'corridor', 'shore')),
  basis text NOT NULL CHECK (basis IN ('statutory', 'screening')),
  distance_m bigint CHECK (distance_m > 0), hazard_class text, act text, act_date text, method text,
  verification text CHECK (verification IN ('verified', 'unverified')),
  meaning text, reason text, area_m2 double precision CHECK (area_m2 >= 0),
  people_low double precision CHECK (people_low >= 0), people double precision, people_high double precision,
  population_source text COLLATE "C", population_year text, country text, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, hotspot) REFERENCES terrikon.hotspots (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  FOREIGN KEY (release, population_source) REFERENCES terrikon.sources (release, id),
  CONSTRAINT people_low_to_people_high CHECK (people_low <= people AND people <= people_high),
  CHECK (people_low <= people_high),
  CHECK (GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.oblasts (
  LIKE feature INCLUDING ALL,
  code text NOT NULL, country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'), aliases text[], source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.raions (
  LIKE feature INCLUDING ALL,
  code text NOT NULL, country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'), source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.rivers (
  LIKE feature INCLUDING ALL,
  rank bigint, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) IN ('LINESTRING', 'MULTILINESTRING'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.lakes (
  LIKE feature INCLUDING ALL,
  rank bigint, subkind text, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.settlements (
  LIKE feature INCLUDING ALL,
  country text, population bigint CHECK (population >= 0), population_year text, population_source text COLLATE "C",
  rank bigint, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  FOREIGN KEY (release, population_source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) = 'POINT')
) PARTITION BY LIST (release);

CREATE TABLE terrikon.protected_areas (
  LIKE feature INCLUDING ALL,
  subkind text, country text, area_ha double precision CHECK (area_ha > 0), area_source text COLLATE "C",
  position_accuracy_m bigint CHECK (position_accuracy_m >= 0), position_source text COLLATE "C", trust text, note text,
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, area_source) REFERENCES terrikon.sources (release, id),
  FOREIGN KEY (release, position_source) REFERENCES terrikon.sources (release, id)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.facilities (
  LIKE feature INCLUDING ALL,
  subkind text, status text, country text, operator text, capacity double precision CHECK (capacity >= 0),
  capacity_unit text, url text, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) = 'POINT')
) PARTITION BY LIST (release);

CREATE TABLE terrikon.countries (
  LIKE feature INCLUDING ALL,
  country text NOT NULL, covered bigint, source text COLLATE "C",
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON'))
) PARTITION BY LIST (release);

CREATE TABLE terrikon.claims (
  release integer NOT NULL,
  sequence integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- False for one that stands in the sources a second time: it is listed once.
  listed boolean NOT NULL,
  subject text COLLATE "C" NOT NULL, property text NOT NULL, value text NOT NULL,
  value_low double precision, value_high double precision, unit text NOT NULL, year text NOT NULL, meaning text NOT NULL,
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text NOT NULL,
  PRIMARY KEY (release, sequence),
  FOREIGN KEY (release, subject) REFERENCES terrikon.hotspots (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CONSTRAINT value_low_to_value_high CHECK (value_low <= value_high)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.population (
  release integer NOT NULL,
  sequence integer NOT NULL,
  id text COLLATE "C" NOT NULL, source text COLLATE "C" NOT NULL, year integer NOT NULL, counts boolean NOT NULL,
  -- In the form of terrikon_core::population, compressed by zstd; the first is the primary one.
  grid bytea NOT NULL,
  PRIMARY KEY (release, sequence),
  UNIQUE (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id)
) PARTITION BY LIST (release);

-- What can be found by name, and its names in the forms in which names are compared: each between two spaces, so that the
-- beginning of a word is a part of the text.
CREATE TABLE terrikon.places (
  release integer NOT NULL,
  sequence integer NOT NULL,
  place text COLLATE "C" NOT NULL CHECK (place IN ('hotspot', 'oblast', 'raion', 'settlement', 'river', 'lake')),
  id text COLLATE "C" NOT NULL,
  name_en text, name_ru text, name_kk text, name_ky text,
  lon double precision NOT NULL, lat double precision NOT NULL,
  west double precision, south double precision, east double precision, north double precision,
  valid_from date, valid_to date,
  oblasts jsonb NOT NULL CHECK (jsonb_typeof(oblasts) = 'array'),
  kind text,
  -- Among equal matches the greater comes first.
  importance bigint NOT NULL,
  PRIMARY KEY (release, sequence)
) PARTITION BY LIST (release);
CREATE TABLE terrikon.names (
  release integer NOT NULL,
  sequence integer NOT NULL,
  -- Null for codes and short names, which are of no one language.
  lang text CHECK (lang IN ('en', 'ru', 'kk', 'ky')),
  plain text NOT NULL CHECK (plain LIKE ' % '), sound text NOT NULL CHECK (sound LIKE ' % '),
  joined text NOT NULL CHECK (joined LIKE ' % '),
  FOREIGN KEY (release, sequence) REFERENCES terrikon.places (release, sequence)
) PARTITION BY LIST (release);

-- Areas and borders as they were simplified together, in whole tile units of one zoom (4096 a tile).
CREATE TABLE terrikon.generalised (
  release integer NOT NULL,
  sequence integer NOT NULL,
  layer text COLLATE "C" NOT NULL, feature text COLLATE "C" NOT NULL, level text CHECK (level IN ('state', 'oblast', 'raion')),
  valid_from date, valid_to date, zoom smallint NOT NULL CHECK (zoom BETWEEN 0 AND 14),
  geom geometry(Geometry, 0) NOT NULL,
  PRIMARY KEY (release, sequence)
) PARTITION BY LIST (release);

-- What tiles draw, ready for each zoom. Lines and polygons lie on whole tile units; a point lies in the middle of the unit of
-- the highest zoom that holds it, so never on the edge of a tile.
CREATE TABLE terrikon.drawn (
  release integer NOT NULL,
  layer text COLLATE "C" NOT NULL,
  -- The order in which a layer is drawn.
  sequence integer NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role IN ('base', 'zone', 'outline', 'symbol', 'cluster')),
  zooms int4range NOT NULL CHECK (zooms <@ int4range(0, 15) AND NOT isempty(zooms)),
  geom geometry(Geometry, 3857) NOT NULL,
  attributes jsonb NOT NULL CHECK (jsonb_typeof(attributes) = 'object'),
  valid_from date, valid_to date,
  hotspot text COLLATE "C",
  -- Symbols at the very same place share a number.
  together integer,
  CONSTRAINT hotspot_of_role CHECK (role NOT IN ('zone', 'outline', 'symbol') OR hotspot IS NOT NULL),
  FOREIGN KEY (release, hotspot) REFERENCES terrikon.hotspots (release, id)
) PARTITION BY LIST (release);

-- Pages follow the primary keys; these serve boxes, filters and tiles.
CREATE INDEX ON terrikon.hotspots USING gist (geom);
CREATE INDEX ON terrikon.zones USING gist (geom);
CREATE INDEX ON terrikon.oblasts USING gist (geom);
CREATE INDEX ON terrikon.raions USING gist (geom);
CREATE INDEX ON terrikon.rivers USING gist (geom);
CREATE INDEX ON terrikon.lakes USING gist (geom);
CREATE INDEX ON terrikon.settlements USING gist (geom);
CREATE INDEX ON terrikon.protected_areas USING gist (geom);
CREATE INDEX ON terrikon.facilities USING gist (geom);
CREATE INDEX ON terrikon.countries USING gist (geom);
CREATE INDEX ON terrikon.hotspots (kind, id);
CREATE INDEX ON terrikon.hotspots (status, id);
CREATE INDEX ON terrikon.hotspots (trust, id);
CREATE INDEX ON terrikon.hotspots USING gin (pollutants);
CREATE INDEX ON terrikon.hotspots USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));
CREATE INDEX ON terrikon.settlements USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));
CREATE INDEX ON terrikon.zones USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));
CREATE INDEX ON terrikon.zones (hotspot, id);
CREATE UNIQUE INDEX ON terrikon.claims (release, id) WHERE listed;
CREATE INDEX ON terrikon.claims (subject, sequence);
CREATE INDEX ON terrikon.claims (property, id);
CREATE INDEX ON terrikon.names USING gin (plain gin_trgm_ops, sound gin_trgm_ops, joined gin_trgm_ops);
CREATE INDEX ON terrikon.drawn USING gist (layer, zooms, geom);
CREATE INDEX ON terrikon.drawn (hotspot) WHERE role = 'symbol';
CREATE INDEX ON terrikon.drawn (together) WHERE together IS NOT NULL;

-- The tables of a release, what is referred to before what refers to it.
CREATE FUNCTION terrikon.tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['sources', 'hotspots', 'zones', 'oblasts', 'raions', 'rivers', 'lakes', 'settlements', 'protected_areas',
    'facilities', 'countries', 'claims', 'population', 'places', 'names', 'generalised', 'drawn'];
$$;

-- One release is written at a time. Taken for the rest of the transaction.
CREATE FUNCTION terrikon.lock_writing() RETURNS void LANGUAGE plpgsql SET lock_timeout = '15s' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('terrikon writes'), (SELECT oid::integer FROM pg_database WHERE datname = current_database()));
EXCEPTION WHEN lock_not_available THEN
  RAISE EXCEPTION 'another release is being written to this database' USING ERRCODE = 'lock_not_available',
    HINT = 'Wait until it is done, then write again.';
END $$;

-- Names a release and makes empty tables for it, without indexes: they are built once everything is there.
CREATE FUNCTION terrikon.begin_release(id text, program text, changes date[], pollutants text[], clusters_from date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  serial integer;
  name text;
BEGIN
  INSERT INTO terrikon.releases (id, program, changes, pollutants, clusters_from)
    VALUES (begin_release.id, begin_release.program, begin_release.changes, begin_release.pollutants, begin_release.clusters_from)
    RETURNING releases.serial INTO serial;
  FOREACH name IN ARRAY terrikon.tables() LOOP
    EXECUTE format('CREATE TABLE terrikon_staging.%I (LIKE terrikon.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', name, name);
    EXECUTE format('GRANT INSERT, SELECT ON terrikon_staging.%I TO terrikon_writer', name);
  END LOOP;
  RETURN serial;
END $$;

-- Makes partitions of what was written. Readers are not held up; indexes and foreign keys are made here.
CREATE FUNCTION terrikon.finish_release(serial integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  name text;
  own text;
BEGIN
  FOREACH name IN ARRAY terrikon.tables() LOOP
    own := format('%s_%s', name, serial);
    EXECUTE format('ALTER TABLE terrikon_staging.%I RENAME TO %I', name, own);
    EXECUTE format('ALTER TABLE terrikon_staging.%I SET SCHEMA terrikon_releases', own);
    EXECUTE format('REVOKE ALL ON terrikon_releases.%I FROM terrikon_writer', own);
    -- Attaching needs no look at every row then.
    EXECUTE format('ALTER TABLE terrikon_releases.%I ADD CONSTRAINT of_release CHECK (release = %s)', own, serial);
    IF name IN ('oblasts', 'raions') THEN
      EXECUTE format('ALTER TABLE terrikon_releases.%I ADD
        EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&)', own);
    END IF;
    EXECUTE format('ALTER TABLE terrikon.%I ATTACH PARTITION terrikon_releases.%I FOR VALUES IN (%s)', name, own, serial);
    EXECUTE format('ANALYZE terrikon_releases.%I', own);
  END LOOP;
END $$;

-- Serves a release from now on. Servers learn by the notice, or when they look the next time.
CREATE FUNCTION terrikon.publish(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found integer;
BEGIN
  SELECT serial INTO found FROM terrikon.releases WHERE id = wanted FOR KEY SHARE;
  IF found IS NULL THEN
    RAISE EXCEPTION 'there is no release %', wanted USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO terrikon.current (release) VALUES (found) ON CONFLICT (one) DO UPDATE SET release = excluded.release;
  INSERT INTO terrikon.publications (release) VALUES (wanted);
  PERFORM pg_notify('terrikon_release', wanted);
END $$;

-- Drops a release; the one that is served can't be dropped.
CREATE FUNCTION terrikon.drop_release(unwanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  found integer;
  tables text[] := terrikon.tables();
  name text;
BEGIN
  SELECT serial INTO found FROM terrikon.releases WHERE id = unwanted;
  IF found IS NULL THEN
    RAISE EXCEPTION 'there is no release %', unwanted USING ERRCODE = 'no_data_found';
  END IF;
  -- The foreign key of terrikon.current refuses the one that is served.
  DELETE FROM terrikon.releases WHERE serial = found;
  FOR place IN REVERSE cardinality(tables) .. 1 LOOP
    name := tables[place];
    -- A release from before a table was thought of has no part of it.
    CONTINUE WHEN to_regclass(format('terrikon_releases.%I', format('%s_%s', name, found))) IS NULL;
    EXECUTE format('ALTER TABLE terrikon.%I DETACH PARTITION terrikon_releases.%I', name, format('%s_%s', name, found));
    EXECUTE format('DROP TABLE terrikon_releases.%I', format('%s_%s', name, found));
  END LOOP;
  PERFORM pg_notify('terrikon_release', unwanted);
END $$;

-- What is written stays as it is.
CREATE FUNCTION terrikon.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a release is never changed: write and publish a new one' USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY terrikon.tables() LOOP
    EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON terrikon.%I FOR EACH ROW EXECUTE FUNCTION terrikon.refuse_change()', name);
  END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA terrikon FROM PUBLIC;
GRANT USAGE ON SCHEMA terrikon TO terrikon_reader, terrikon_writer;
GRANT USAGE ON SCHEMA terrikon_staging TO terrikon_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA terrikon TO terrikon_reader, terrikon_writer;
GRANT EXECUTE ON FUNCTION terrikon.lock_writing(), terrikon.begin_release(text, text, date[], text[], date),
  terrikon.finish_release(integer), terrikon.publish(text), terrikon.drop_release(text) TO terrikon_writer;
GRANT INSERT ON terrikon.collections TO terrikon_writer;
GRANT SELECT ON _sqlx_migrations TO terrikon_reader, terrikon_writer;

-- Measurements, projects and indicators in the shape of every other collection, instead of the tables that 0002 made for
-- them. No version of the program ever wrote to those: they are empty, and so are their partitions.

DO $$
DECLARE
  name text;
  rows bigint;
BEGIN
  FOREACH name IN ARRAY ARRAY['measurements', 'projects', 'indicators'] LOOP
    EXECUTE format('SELECT count(*) FROM terrikon.%I', name) INTO rows;
    IF rows > 0 THEN
      RAISE EXCEPTION 'terrikon.% has % rows that no version of the program wrote', name, rows
        USING HINT = 'Save them elsewhere and empty the table, then start again.';
    END IF;
    EXECUTE format('DROP TABLE terrikon.%I', name);
  END LOOP;
END $$;

-- What every feature has, as in 0001.
CREATE TEMPORARY TABLE feature (
  release integer NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  name_en text, name_ru text, name_kk text, name_ky text,
  geom geometry(Geometry, 4326),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  valid_from date CHECK (valid_from >= '0001-01-01'),
  valid_to date CHECK (valid_to >= '0001-01-01'),
  oblasts jsonb NOT NULL CHECK (jsonb_typeof(oblasts) = 'array'),
  raion text,
  CONSTRAINT valid_from_before_valid_to CHECK (valid_from < valid_to),
  CONSTRAINT lon_with_lat CHECK (num_nulls(lon, lat) IN (0, 2))
) ON COMMIT DROP;

-- What every figure has: one number, or an interval, or words of its source.
CREATE TEMPORARY TABLE figure (
  value double precision, value_low double precision, value_high double precision, stated text CHECK (stated <> ''),
  CONSTRAINT value_low_to_value_high CHECK (value_low <= value_high),
  CONSTRAINT value_in_its_interval CHECK (value_low <= value AND value <= value_high)
) ON COMMIT DROP;

-- Who says it.
CREATE TEMPORARY TABLE told (
  meaning text, country text CHECK (country ~ '^[A-Z]{2}$'),
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text
) ON COMMIT DROP;

CREATE TABLE terrikon.measurements (
  LIKE feature INCLUDING ALL,
  hotspot text COLLATE "C" NOT NULL,
  pollutant text NOT NULL CHECK (pollutant <> ''),
  -- The number of the substance in the Chemical Abstracts Service; its check digit is checked where it is read.
  cas text CHECK (cas ~ '^[0-9]{2,7}-[0-9]{2}-[0-9]$'),
  medium text NOT NULL CHECK (medium IN ('air', 'water', 'sediment', 'soil', 'dust', 'food', 'body', 'waste')),
  LIKE figure INCLUDING ALL,
  detection_limit double precision CHECK (detection_limit > 0),
  unit text NOT NULL CHECK (unit <> ''),
  sampled_from text CHECK (sampled_from ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  sampled_to text CHECK (sampled_to ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  limit_value double precision CHECK (limit_value > 0), limit_act text,
  exceedance double precision CHECK (exceedance >= 0),
  LIKE told INCLUDING ALL,
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, hotspot) REFERENCES terrikon.hotspots (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (GeometryType(geom) = 'POINT'),
  CHECK (value >= 0), CHECK (value_low >= 0),
  -- Null where it was below the detection limit, or told only as a multiple of the limit.
  CONSTRAINT something_was_found CHECK (num_nonnulls(value, value_low, value_high, detection_limit, exceedance) > 0),
  CONSTRAINT limit_with_act CHECK ((limit_value IS NULL) = (limit_act IS NULL)),
  CONSTRAINT exceedance_of_limit CHECK (abs(exceedance * limit_value - value) <= 0.001 * value),
  -- Days of this form are in the order of their bytes.
  CONSTRAINT sampled_in_order CHECK (sampled_from COLLATE "C" <= sampled_to COLLATE "C")
) PARTITION BY LIST (release);

CREATE TABLE terrikon.projects (
  LIKE feature INCLUDING ALL,
  kind text NOT NULL CHECK (kind IN ('grant', 'campaign', 'plan', 'rehabilitation', 'monitoring', 'programme')),
  -- Ids of hotspots, all of them there: the ingest sees to it.
  hotspots text[],
  who text, funder text,
  budget double precision CHECK (budget >= 0), currency text CHECK (currency ~ '^[A-Z]{3}$'),
  begins text CHECK (begins ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'), ends text CHECK (ends ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'),
  outputs text,
  country text CHECK (country ~ '^[A-Z]{2}$'),
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text,
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CONSTRAINT has_a_name CHECK (num_nonnulls(name_en, name_ru, name_kk, name_ky) > 0),
  CONSTRAINT budget_with_currency CHECK ((budget IS NULL) = (currency IS NULL)),
  -- Of a year and a month of it neither comes first.
  CONSTRAINT begins_before_ends CHECK (left(begins, least(length(begins), length(ends))) COLLATE "C"
    <= left(ends, least(length(begins), length(ends))) COLLATE "C")
) PARTITION BY LIST (release);

CREATE TABLE terrikon.indicators (
  LIKE feature INCLUDING ALL,
  indicator text NOT NULL CHECK (indicator <> ''),
  about text NOT NULL CHECK (about IN ('country', 'oblast', 'settlement', 'protected_area', 'water', 'site')),
  subject text COLLATE "C" NOT NULL CHECK (subject <> ''),
  settlement text COLLATE "C",
  year bigint CHECK (year BETWEEN 1900 AND 2100),
  LIKE figure INCLUDING ALL,
  unit text CHECK (unit <> ''),
  -- The shape that the oblast had when this was counted: a figure of 2020 is of another area than one of 2024.
  area text COLLATE "C",
  area_note text,
  LIKE told INCLUDING ALL,
  PRIMARY KEY (release, id) INCLUDE (valid_from, valid_to),
  FOREIGN KEY (release, area) REFERENCES terrikon.oblasts (release, id),
  FOREIGN KEY (release, settlement) REFERENCES terrikon.settlements (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CONSTRAINT something_is_told CHECK (num_nonnulls(value, value_low, value_high, stated) > 0),
  CONSTRAINT settlement_is_subject CHECK ((about = 'settlement') = (settlement IS NOT NULL) AND settlement = subject),
  CONSTRAINT area_of_oblast CHECK (area IS NULL OR about = 'oblast')
) PARTITION BY LIST (release);

CREATE INDEX ON terrikon.measurements USING gist (geom);
CREATE INDEX ON terrikon.projects USING gist (geom);
CREATE INDEX ON terrikon.indicators USING gist (geom);
CREATE INDEX ON terrikon.measurements (hotspot, id);
CREATE INDEX ON terrikon.projects USING gin (hotspots);
CREATE INDEX ON terrikon.indicators (indicator, id);
CREATE INDEX ON terrikon.measurements USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));
CREATE INDEX ON terrikon.projects USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));
CREATE INDEX ON terrikon.indicators USING gin ((jsonb_path_query_array(oblasts, '$[*].code')));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['measurements', 'projects', 'indicators'] LOOP
    EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON terrikon.%I FOR EACH ROW EXECUTE FUNCTION terrikon.refuse_change()', name);
  END LOOP;
END $$;
GRANT SELECT ON terrikon.measurements, terrikon.projects, terrikon.indicators TO terrikon_reader, terrikon_writer;

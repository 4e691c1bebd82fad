-- Samples, what is done about hotspots, and figures of oblasts: a part of every release from now on.

CREATE TABLE terrikon.measurements (
  release integer NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  hotspot text COLLATE "C" NOT NULL,
  pollutant text NOT NULL,
  -- The number of the substance in the Chemical Abstracts Service.
  cas text CHECK (cas ~ '^[0-9]{2,7}-[0-9]{2}-[0-9]$'),
  medium text NOT NULL CHECK (medium IN ('air', 'water', 'sediment', 'soil', 'dust', 'food', 'body')),
  -- Null where it was below the detection limit.
  value double precision CHECK (value >= 0),
  detection_limit double precision CHECK (detection_limit > 0),
  unit text NOT NULL CHECK (unit <> ''),
  sampled_from date, sampled_to date,
  limit_value double precision CHECK (limit_value > 0), limit_act text,
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text NOT NULL,
  geom geometry(Point, 4326),
  PRIMARY KEY (release, id),
  FOREIGN KEY (release, hotspot) REFERENCES terrikon.hotspots (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK (num_nonnulls(value, detection_limit) > 0),
  CHECK ((limit_value IS NULL) = (limit_act IS NULL)),
  CHECK (sampled_from <= sampled_to)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.projects (
  release integer NOT NULL,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  hotspot text COLLATE "C", oblast text,
  title text NOT NULL CHECK (title <> ''), who text NOT NULL, funder text NOT NULL,
  budget double precision CHECK (budget >= 0), currency text CHECK (currency ~ '^[A-Z]{3}$'),
  begins date, ends date, outputs text NOT NULL,
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text NOT NULL,
  PRIMARY KEY (release, id),
  FOREIGN KEY (release, hotspot) REFERENCES terrikon.hotspots (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id),
  CHECK ((budget IS NULL) = (currency IS NULL)),
  CHECK (begins <= ends)
) PARTITION BY LIST (release);

CREATE TABLE terrikon.indicators (
  release integer NOT NULL,
  oblast text NOT NULL, indicator text NOT NULL CHECK (indicator <> ''), year smallint NOT NULL CHECK (year BETWEEN 1900 AND 2100),
  value double precision NOT NULL, unit text NOT NULL CHECK (unit <> ''),
  -- The shape that the oblast had when this was counted: a figure of 2020 is of another area than one of 2024.
  area text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL, grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')), note text NOT NULL,
  -- Sources disagree, and all are kept.
  PRIMARY KEY (release, oblast, indicator, year, source),
  FOREIGN KEY (release, area) REFERENCES terrikon.oblasts (release, id),
  FOREIGN KEY (release, source) REFERENCES terrikon.sources (release, id)
) PARTITION BY LIST (release);

CREATE INDEX ON terrikon.measurements USING gist (geom);
CREATE INDEX ON terrikon.measurements (hotspot, id);
CREATE INDEX ON terrikon.projects (hotspot, id);
CREATE INDEX ON terrikon.projects (oblast, id);

CREATE OR REPLACE FUNCTION terrikon.tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['sources', 'hotspots', 'zones', 'oblasts', 'raions', 'rivers', 'lakes', 'settlements', 'protected_areas',
    'facilities', 'countries', 'claims', 'measurements', 'projects', 'indicators', 'population', 'places', 'names', 'generalised', 'drawn'];
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['measurements', 'projects', 'indicators'] LOOP
    EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON terrikon.%I FOR EACH ROW EXECUTE FUNCTION terrikon.refuse_change()', name);
  END LOOP;
END $$;
GRANT SELECT ON terrikon.measurements, terrikon.projects, terrikon.indicators TO terrikon_reader, terrikon_writer;

-- What martin serves: the rows of tiles that we draw ourselves, of the release that is published.
--
-- `peer.singles` is what it makes of a table by itself: every hotspot at every zoom. `peer.same` is what somebody writes who wants
-- the tiles that we serve: clusters below zoom 9. Both leave out what is drawn on another day only.
CREATE SCHEMA peer;

CREATE VIEW peer.singles AS
SELECT geom, attributes FROM terrikon.drawn
WHERE release = :release AND layer = 'hotspots' AND role = 'symbol'
  AND (valid_from IS NULL OR valid_from <= current_date) AND (valid_to IS NULL OR valid_to > current_date);

-- PL/pgSQL keeps its plan for the next call. Outlines reach beyond the tile by 80 units as ours do, points
-- belong to one tile; && alone would take some of the next one, as boxes in an index are rounded.
CREATE FUNCTION peer.same(z integer, x integer, y integer) RETURNS bytea LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  tile geometry := ST_TileEnvelope(z, x, y);
BEGIN
  RETURN (
    SELECT ST_AsMVT(part, 'hotspots', 4096, 'geom') FROM (
      SELECT ST_AsMVTGeom(geom, tile, 4096, 80, true) AS geom, attributes FROM terrikon.drawn
      WHERE release = (SELECT release FROM terrikon.current) AND layer = 'hotspots' AND zooms @> z
        AND geom && ST_TileEnvelope(z, x, y, margin => 80.0 / 4096) AND (role = 'outline' OR (ST_X(geom) > ST_XMin(tile) AND ST_X(geom) < ST_XMax(tile) AND ST_Y(geom) > ST_YMin(tile) AND ST_Y(geom) < ST_YMax(tile)))
        AND (valid_from IS NULL OR valid_from <= current_date) AND (valid_to IS NULL OR valid_to > current_date)
      ORDER BY sequence
    ) AS part);
END $$;

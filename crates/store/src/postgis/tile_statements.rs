//! What is said to the database about tiles: texts that are there when the program is built. Values are bound.
//!
//! `$1` the release, `$2` the layer or layers, `$3` the zoom, `$4` to `$7` the box of the tile (west, south, east, north), `$8` the width of
//! its rim and `$9` a tile unit, all in metres of EPSG:3857; `$10` the day.

/// What a tile shows of a row, in tile units: lines and polygons cut to the tile and a rim, and of points the unit in which they
/// lie. `$4` to `$7` the tile's box, `$8` its rim and `$9` a unit, all in metres.
macro_rules! placed {
    () => {
        concat!(
            "CASE WHEN ST_Dimension(geom) = 0 THEN ",
            point!("ST_X(geom)", "ST_Y(geom)"),
            " ELSE ST_AsMVTGeom(geom, ST_MakeEnvelope($4, $5, $6, $7, 3857), 4096, 80, true) END AS geom"
        )
    };
}

macro_rules! point {
    ($x:literal, $y:literal) => {
        concat!("ST_MakePoint(floor((", $x, " - $4) / $9), floor(($7 - ", $y, ") / $9))")
    };
}

/// Rows of a tile: `$1` release, `$3` zoom, `$10` the day.
macro_rules! in_tile {
    () => {
        " WHERE drawn.release = $1 AND zooms @> $3::integer AND geom && ST_MakeEnvelope($4 - $8, $5 - $8, $6 + $8, $7 + $8, 3857) AND (ST_Dimension(geom) > 0 OR (ST_X(geom) > $4 AND ST_X(geom) < $6 AND ST_Y(geom) > $5 AND ST_Y(geom) < $7)) AND (drawn.valid_from IS NULL OR drawn.valid_from <= $10) AND (drawn.valid_to IS NULL OR $10 < drawn.valid_to)"
    };
}

/// What lets a hotspot pass on a day: kinds, statuses, trusts, pollutants and oblasts, each a list that is empty where everything
/// does.
macro_rules! passes {
    ($day:literal, $kinds:literal, $statuses:literal, $trusts:literal, $pollutants:literal, $oblasts:literal) => {
        concat!(
            "(cardinality(", $kinds, "::text[]) = 0 OR kind = ANY (", $kinds, "))",
            " AND (cardinality(", $statuses, "::text[]) = 0 OR status = ANY (", $statuses, "))",
            " AND (cardinality(", $trusts, "::text[]) = 0 OR trust = ANY (", $trusts, "))",
            " AND (cardinality(", $pollutants, "::text[]) = 0 OR pollutants && ", $pollutants, ")",
            " AND (cardinality(", $oblasts, "::text[]) = 0 OR (jsonb_path_query_array(oblasts, '$[*].code') ?| ", $oblasts, " AND EXISTS (",
            "SELECT FROM jsonb_to_recordset(oblasts) AS held (code text, valid_from date, valid_to date) WHERE held.code = ANY (", $oblasts, ")",
            " AND (held.valid_from IS NULL OR held.valid_from <= ", $day, ") AND (held.valid_to IS NULL OR ", $day, " < held.valid_to))))"
        )
    };
}

/// Whether the hotspot of a row passes; `$10` to `$16`. OFFSET has each looked up: a tile has few of a hundred thousand.
macro_rules! of_passing {
    ($row:literal) => {
        concat!(
            " AND (NOT $11 OR EXISTS (SELECT FROM terrikon.hotspots AS spot WHERE spot.release = $1 AND spot.id = ", $row, ".hotspot AND ",
            passes!("$10", "$12", "$13", "$14", "$15", "$16"),
            " OFFSET 0))"
        )
    };
}

/// All layers that are of no hotspots.
pub(super) const LAYERS: &str = concat!(
    "SELECT asked.layer, made.tile FROM unnest($2::text[]) AS asked (layer) CROSS JOIN LATERAL (SELECT ST_AsMVT(shown, asked.layer, 4096, 'geom') AS tile FROM (SELECT ",
    placed!(),
    ", attributes FROM terrikon.drawn",
    in_tile!(),
    " AND layer = asked.layer ORDER BY sequence) AS shown) AS made"
);

/// Zones, or hotspots where none are clustered for this request alone; `$11` whether any filter is asked for. Symbols at one place
/// are numbered among those that pass. A symbol may have two rows, one without names for the lower zooms; the other ends with the last zoom.
pub(super) const HOTSPOTS: &str = concat!(
    "SELECT $2::text AS layer, ST_AsMVT(shown, $2, 4096, 'geom') AS tile FROM (SELECT ",
    placed!(),
    ", CASE WHEN together IS NULL THEN attributes ELSE attributes || (SELECT CASE WHEN count(*) > 1 THEN jsonb_build_object('spread', count(*) FILTER (WHERE same.sequence <= drawn.sequence)) ELSE '{}' END FROM terrikon.drawn AS same WHERE same.release = $1 AND same.together = drawn.together AND same.zooms @> $3::integer AND (same.valid_from IS NULL OR same.valid_from <= $10) AND (same.valid_to IS NULL OR $10 < same.valid_to) ",
    of_passing!("same"),
    ") END AS attributes FROM terrikon.drawn",
    in_tile!(),
    " AND layer = $2",
    of_passing!("drawn"),
    " ORDER BY sequence) AS shown"
);

/// Outlines of the hotspots that pass, then nodes of their clusters (`$17` to `$20`: x, y, attributes or null, hotspot).
pub(super) const CLUSTERED: &str = concat!(
    "SELECT $2::text AS layer, ST_AsMVT(shown, $2, 4096, 'geom') AS tile FROM (SELECT geom, attributes FROM (SELECT ",
    placed!(),
    ", attributes, sequence::bigint FROM terrikon.drawn",
    in_tile!(),
    " AND layer = $2 AND role = 'outline'",
    of_passing!("drawn"),
    " UNION ALL SELECT ",
    point!("x", "y"),
    ", coalesce(made, (SELECT attributes FROM terrikon.drawn WHERE drawn.release = $1 AND role = 'symbol' AND drawn.hotspot = node.hotspot AND upper(drawn.zooms) = 15 AND (drawn.valid_from IS NULL OR drawn.valid_from <= $10) AND (drawn.valid_to IS NULL OR $10 < drawn.valid_to))), 4294967296 + place FROM unnest($17::double precision[], $18::double precision[], $19::jsonb[], $20::text[]) WITH ORDINALITY AS node (x, y, made, hotspot, place)) AS whole (geom, attributes, sequence) ORDER BY sequence) AS shown"
);

/// The zoom from which hotspots are single: `$1` the release.
pub(super) const SINGLE_FROM: &str =
    "SELECT min(lower(zooms)) AS single_from FROM terrikon.drawn WHERE release = $1 AND role = 'symbol'";

/// The hotspots that pass on a day (`$2`; `$3` whether any filter is asked for), in drawing order: what clusters are made of.
pub(super) const POINTS: &str = concat!(
    "SELECT drawn.hotspot, coalesce(lon, ST_X(spot.geom)) AS lon, coalesce(lat, ST_Y(spot.geom)) AS lat, kind, (attributes->>'severity')::float8 AS severity, (attributes->>'people')::bigint AS people FROM terrikon.drawn JOIN terrikon.hotspots AS spot ON spot.release = drawn.release AND spot.id = drawn.hotspot WHERE drawn.release = $1 AND role = 'symbol' AND upper(drawn.zooms) = 15 AND (drawn.valid_from IS NULL OR drawn.valid_from <= $2) AND (drawn.valid_to IS NULL OR $2 < drawn.valid_to) AND (NOT $3 OR (",
    passes!("$2", "$4", "$5", "$6", "$7", "$8"),
    ")) ORDER BY sequence"
);

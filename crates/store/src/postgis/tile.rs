//! Tiles by `ST_AsMVT` over what was drawn when the release was written.
//!
//! Only clusters of some of the hotspots, or of days long ago, are made here: they depend on what is asked for.

use super::{cells::day, snapshot::PostgisSnapshot, words::words};
use crate::{HotspotFilter, StoreError};
use moka::future::Cache;
use sqlx::{
    PgConnection, Postgres, Row as _,
    postgres::{PgArguments, PgRow},
    query::Query,
    types::Json,
};
use std::{collections::HashMap, f64::consts::PI, sync::Arc};
use terrikon_core::{Date, Kind};
use terrikon_tiles::{
    BUFFER, EXTENT, HotspotClusters, HotspotPoint, LayerName, SINGLE_FROM, TileId, TileRequest, UnknownLayer,
};
use tokio::sync::OnceCell;

/// How many filters and days keep their clusters: readers share few of them.
const KEPT: u64 = 16;

/// Half the width of the world in EPSG:3857, in metres.
const HALF_WORLD: f64 = PI * 6_378_137.0;

/// What a tile shows of a row: lines and polygons cut to the tile and a rim, points of the tile alone, floored to the unit in
/// which they lie. `$4` to `$7` the tile's box, `$8` its rim and `$9` half a unit, all in metres.
macro_rules! placed {
    () => {
        "CASE WHEN ST_Dimension(geom) = 0 THEN ST_AsMVTGeom(geom, ST_MakeEnvelope($4 + $9, $5 - $9, $6 + $9, $7 - $9, 3857), 4096, 0, false) ELSE ST_AsMVTGeom(geom, ST_MakeEnvelope($4, $5, $6, $7, 3857), 4096, 80, true) END AS geom"
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
            " AND (cardinality(", $oblasts, "::text[]) = 0 OR (jsonb_path_query_array(oblasts, '$[*].code') ?| ", $oblasts, " AND (",
            "SELECT code FROM jsonb_to_recordset(oblasts) AS held (code text, valid_from date, valid_to date)",
            " WHERE (held.valid_from IS NULL OR held.valid_from <= ", $day, ") AND (held.valid_to IS NULL OR ", $day, " < held.valid_to) LIMIT 1) = ANY (", $oblasts, ")))"
        )
    };
}

/// Whether the hotspot of a row passes; `$10` to `$16`. OFFSET has each looked up: a tile has few of a hundred thousand.
macro_rules! of_passing {
    () => {
        concat!(
            " AND (NOT $11 OR EXISTS (SELECT FROM terrikon.hotspots AS spot WHERE spot.release = $1 AND spot.id = drawn.hotspot AND ",
            passes!("$10", "$12", "$13", "$14", "$15", "$16"),
            " OFFSET 0))"
        )
    };
}

/// All layers that are of no hotspots.
const LAYERS: &str = concat!(
    "SELECT asked.layer, made.tile FROM unnest($2::text[]) AS asked (layer) CROSS JOIN LATERAL (SELECT ST_AsMVT(shown, asked.layer, 4096, 'geom') AS tile FROM (SELECT ",
    placed!(),
    ", attributes FROM terrikon.drawn",
    in_tile!(),
    " AND layer = asked.layer ORDER BY sequence) AS shown WHERE shown.geom IS NOT NULL) AS made"
);

/// Zones, or hotspots where none are clustered for this request alone; `$11` whether any filter is asked for. Symbols at one place
/// are numbered among those that pass.
const HOTSPOTS: &str = concat!(
    "SELECT $2::text AS layer, ST_AsMVT(shown, $2, 4096, 'geom') AS tile FROM (SELECT ",
    placed!(),
    ", CASE WHEN together IS NOT NULL AND count(*) OVER (PARTITION BY together) > 1 THEN attributes || jsonb_build_object('spread', row_number() OVER (PARTITION BY together ORDER BY sequence)) ELSE attributes END AS attributes FROM terrikon.drawn",
    in_tile!(),
    " AND layer = $2",
    of_passing!(),
    " ORDER BY sequence) AS shown WHERE shown.geom IS NOT NULL"
);

/// Outlines of the hotspots that pass, then nodes of their clusters (`$17` to `$20`: x, y, attributes or null, hotspot).
const CLUSTERED: &str = concat!(
    "SELECT $2::text AS layer, ST_AsMVT(shown, $2, 4096, 'geom') AS tile FROM (SELECT geom, attributes FROM (SELECT ",
    placed!(),
    ", attributes, sequence::bigint FROM terrikon.drawn",
    in_tile!(),
    " AND layer = $2 AND role = 'outline'",
    of_passing!(),
    " UNION ALL SELECT ST_AsMVTGeom(ST_SetSRID(ST_Point(x, y), 3857), ST_MakeEnvelope($4 + $9, $5 - $9, $6 + $9, $7 - $9, 3857), 4096, 0, false), coalesce(made, (SELECT attributes FROM terrikon.drawn WHERE drawn.release = $1 AND role = 'symbol' AND drawn.hotspot = node.hotspot AND (drawn.valid_from IS NULL OR drawn.valid_from <= $10) AND (drawn.valid_to IS NULL OR $10 < drawn.valid_to))), 4294967296 + place FROM unnest($17::double precision[], $18::double precision[], $19::jsonb[], $20::text[]) WITH ORDINALITY AS node (x, y, made, hotspot, place)) AS whole (geom, attributes, sequence) ORDER BY sequence) AS shown WHERE shown.geom IS NOT NULL"
);

/// The hotspots that pass on a day (`$2`; `$3` whether any filter is asked for), in drawing order: what clusters are made of.
const POINTS: &str = concat!(
    "SELECT drawn.hotspot, coalesce(lon, ST_X(spot.geom)) AS lon, coalesce(lat, ST_Y(spot.geom)) AS lat, kind FROM terrikon.drawn JOIN terrikon.hotspots AS spot ON spot.release = drawn.release AND spot.id = drawn.hotspot WHERE drawn.release = $1 AND role = 'symbol' AND (drawn.valid_from IS NULL OR drawn.valid_from <= $2) AND (drawn.valid_to IS NULL OR $2 < drawn.valid_to) AND (NOT $3 OR (",
    passes!("$2", "$4", "$5", "$6", "$7", "$8"),
    ")) ORDER BY sequence"
);

/// Makes tiles of one release.
#[derive(Debug)]
pub(super) struct TileMaker {
    /// The day from which on clusters of all hotspots are drawn; `None` since ever.
    clusters_from: Option<Date>,
    clusters: Cache<(HotspotFilter, Date), Arc<OnceCell<Arc<Clustered>>>>,
}

#[derive(Debug)]
struct Clustered {
    clusters: HotspotClusters,
    /// Ids in the order of the points.
    hotspots: Vec<String>,
}

impl TileMaker {
    pub(super) fn new(clusters_from: Option<Date>) -> Self {
        Self { clusters_from, clusters: Cache::new(KEPT) }
    }

    /// A tile; layers follow each other as asked.
    pub(super) async fn tile(
        &self,
        snapshot: &PostgisSnapshot,
        request: &TileRequest,
    ) -> Result<Vec<u8>, StoreError> {
        let mut layers: Vec<LayerName> = Vec::new();
        for &layer in &request.layers {
            if !layers.contains(&layer) && layer.first_zoom() <= request.tile.z() {
                layers.push(layer);
            }
        }
        let of_hotspots = |layer: &LayerName| matches!(layer, LayerName::Hotspots | LayerName::Zones);
        let (special, plain): (Vec<_>, Vec<_>) = layers.iter().copied().partition(of_hotspots);
        let asked = Asked { snapshot, place: Place::of(request.tile), request };
        let clustered = if special.contains(&LayerName::Hotspots) && self.must_cluster(request) {
            Some(self.clustered(&asked).await?)
        } else {
            None
        };
        let mut reading = snapshot.begin().await?;
        let mut made: HashMap<LayerName, Vec<u8>> = HashMap::new();
        if !plain.is_empty() {
            made.extend(asked.plain(&mut reading, &plain).await?);
        }
        for layer in special {
            let tile = match &clustered {
                Some(clustered) if layer == LayerName::Hotspots => {
                    asked.nodes(&mut reading, clustered).await?
                }
                _ => asked.special(&mut reading, layer).await?,
            };
            made.insert(layer, tile);
        }
        let tile: Vec<u8> = layers.iter().filter_map(|layer| made.remove(layer)).flatten().collect();
        if tile.is_empty() {
            snapshot.still_there(&mut reading).await?;
        }
        reading.commit().await.map_err(|error| snapshot.failed("a tile", error))?;
        Ok(tile)
    }

    /// Whether clusters depend on this request.
    fn must_cluster(&self, request: &TileRequest) -> bool {
        let drawn = request.filter == HotspotFilter::default()
            && self.clusters_from.is_none_or(|from| from <= request.date);
        request.tile.z() < SINGLE_FROM && !drawn
    }

    /// The clusters of what passes, made once however many ask.
    async fn clustered(&self, asked: &Asked<'_>) -> Result<Arc<Clustered>, StoreError> {
        let key = (asked.request.filter.canonical(), asked.request.date);
        let cell = self.clusters.get_with(key, async { Arc::default() }).await;
        cell.get_or_try_init(|| asked.cluster()).await.map(Arc::clone)
    }
}

/// A tile that is asked of a snapshot.
struct Asked<'a> {
    snapshot: &'a PostgisSnapshot,
    place: Place,
    request: &'a TileRequest,
}

type Bound<'q> = Query<'q, Postgres, PgArguments>;

impl Asked<'_> {
    async fn plain(
        &self,
        connection: &mut PgConnection,
        layers: &[LayerName],
    ) -> Result<Vec<(LayerName, Vec<u8>)>, StoreError> {
        let names: Vec<&str> = layers.iter().map(|layer| layer.as_str()).collect();
        let asking = self.snapshot.query(LAYERS).bind(self.snapshot.serial).bind(names);
        let rows = self.place.bind(asking, self.request).fetch_all(connection).await;
        rows.map_err(|error| self.snapshot.failed("tiles", error))?
            .iter()
            .map(|row| self.layer(row))
            .collect()
    }

    async fn special(&self, connection: &mut PgConnection, layer: LayerName) -> Result<Vec<u8>, StoreError> {
        let asking = self.snapshot.query(HOTSPOTS).bind(self.snapshot.serial).bind(layer.as_str());
        let asking = filtered(self.place.bind(asking, self.request), &self.request.filter);
        let row = asking.fetch_one(connection).await.map_err(|error| self.snapshot.failed("tiles", error))?;
        Ok(self.layer(&row)?.1)
    }

    async fn nodes(
        &self,
        connection: &mut PgConnection,
        clustered: &Clustered,
    ) -> Result<Vec<u8>, StoreError> {
        let nodes = clustered.clusters.within(self.request.tile);
        let hotspot = |first: usize| clustered.hotspots.get(first).map(String::as_str);
        let layer = LayerName::Hotspots.as_str();
        let asking = self.snapshot.query(CLUSTERED).bind(self.snapshot.serial).bind(layer);
        let asking = filtered(self.place.bind(asking, self.request), &self.request.filter)
            .bind(nodes.iter().map(|node| node.position_3857[0]).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| node.position_3857[1]).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| node.attributes.as_ref().map(Json)).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| hotspot(node.first)).collect::<Vec<_>>());
        let row = asking.fetch_one(connection).await.map_err(|error| self.snapshot.failed("tiles", error))?;
        Ok(self.layer(&row)?.1)
    }

    fn layer(&self, row: &PgRow) -> Result<(LayerName, Vec<u8>), StoreError> {
        let read = || {
            let name: &str = row.try_get("layer")?;
            let layer =
                name.parse().map_err(|unknown: UnknownLayer| sqlx::Error::Decode(Box::new(unknown)))?;
            Ok((layer, row.try_get("tile")?))
        };
        read().map_err(|error| self.snapshot.failed("tiles", error))
    }

    async fn cluster(&self) -> Result<Arc<Clustered>, StoreError> {
        let mut reading = self.snapshot.begin().await?;
        let failed = |error| self.snapshot.failed("hotspots to cluster", error);
        let asking = self.snapshot.query(POINTS).bind(self.snapshot.serial).bind(day(self.request.date));
        let rows = filtered(asking, &self.request.filter).fetch_all(&mut *reading).await.map_err(failed)?;
        if rows.is_empty() {
            self.snapshot.still_there(&mut reading).await?;
        }
        reading.commit().await.map_err(failed)?;
        let mut hotspots = Vec::with_capacity(rows.len());
        let mut points = Vec::with_capacity(rows.len());
        for row in &rows {
            let kind: &str = row.try_get("kind").map_err(failed)?;
            let position = [row.try_get("lon").map_err(failed)?, row.try_get("lat").map_err(failed)?];
            hotspots.push(row.try_get("hotspot").map_err(failed)?);
            points.push(HotspotPoint { position, kind: kind.parse().unwrap_or(Kind::Other) });
        }
        let clusters = tokio::task::spawn_blocking(move || HotspotClusters::new(points)).await;
        Ok(Arc::new(Clustered { clusters: clusters.map_err(StoreError::Cancelled)?, hotspots }))
    }
}

/// Binds a filter, and before it whether there is any.
fn filtered<'q>(asking: Bound<'q>, filter: &'q HotspotFilter) -> Bound<'q> {
    asking
        .bind(*filter != HotspotFilter::default())
        .bind(filter.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>())
        .bind(filter.statuses.iter().map(|status| status.as_str()).collect::<Vec<_>>())
        .bind(filter.trusts.iter().map(|trust| trust.as_str()).collect::<Vec<_>>())
        .bind(words(&filter.pollutants))
        .bind(words(&filter.oblasts))
}

/// Where a tile lies, in metres of EPSG:3857.
#[derive(Debug, Clone, Copy)]
struct Place {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    /// A tile unit.
    unit: f64,
}

impl Place {
    fn of(tile: TileId) -> Self {
        let side = 2.0 * HALF_WORLD / f64::from(1_u32 << tile.z());
        let (x, y) = (f64::from(tile.x()), f64::from(tile.y()));
        Self {
            west: x * side - HALF_WORLD,
            south: HALF_WORLD - (y + 1.0) * side,
            east: (x + 1.0) * side - HALF_WORLD,
            north: HALF_WORLD - y * side,
            unit: side / f64::from(EXTENT),
        }
    }

    /// `$3` to `$10`.
    fn bind<'q>(self, asking: Bound<'q>, request: &TileRequest) -> Bound<'q> {
        asking
            .bind(i32::from(request.tile.z()))
            .bind(self.west)
            .bind(self.south)
            .bind(self.east)
            .bind(self.north)
            .bind(self.unit * f64::from(BUFFER))
            .bind(self.unit / 2.0)
            .bind(day(request.date))
    }
}

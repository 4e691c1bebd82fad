//! Tiles by `ST_AsMVT` over what was drawn when the release was written.
//!
//! Only clusters of some of the hotspots, or of days long ago, are made here: they depend on what is asked for.

use super::{
    cells::day,
    snapshot::PostgisSnapshot,
    tile_statements::{CLUSTERED, HOTSPOTS, LAYERS, POINTS},
    words::words,
};
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
    BUFFER, EXTENT, HotspotClusters, HotspotPoint, LayerName, TileId, TileRequest, UnknownLayer, Weight,
};
use tokio::sync::OnceCell;

/// How many filters and days keep their clusters: readers share few of them.
const KEPT: u64 = 16;

/// Half the width of the world in EPSG:3857, in metres.
const HALF_WORLD: f64 = PI * 6_378_137.0;

/// Makes tiles of one release.
#[derive(Debug)]
pub(super) struct TileMaker {
    /// The day from which on clusters of all hotspots are drawn; `None` since ever.
    clusters_from: Option<Date>,
    /// The zoom from which hotspots are single.
    single_from: u8,
    clusters: Cache<(HotspotFilter, Date), Arc<OnceCell<Arc<HotspotClusters>>>>,
}

impl TileMaker {
    pub(super) fn new(clusters_from: Option<Date>, single_from: Option<u8>) -> Self {
        // A release without hotspots has nothing to cluster.
        Self { clusters_from, single_from: single_from.unwrap_or(0), clusters: Cache::new(KEPT) }
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
        request.tile.z() < self.single_from && !drawn
    }

    /// The clusters of what passes, made once however many ask.
    async fn clustered(&self, asked: &Asked<'_>) -> Result<Arc<HotspotClusters>, StoreError> {
        let key = (asked.request.filter.canonical(), asked.request.date);
        let cell = self.clusters.get_with(key, async { Arc::default() }).await;
        cell.get_or_try_init(|| asked.cluster(self.single_from)).await.map(Arc::clone)
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
        clustered: &HotspotClusters,
    ) -> Result<Vec<u8>, StoreError> {
        let nodes = clustered.within(self.request.tile);
        let layer = LayerName::Hotspots.as_str();
        let asking = self.snapshot.query(CLUSTERED).bind(self.snapshot.serial).bind(layer);
        let asking = filtered(self.place.bind(asking, self.request), &self.request.filter)
            .bind(nodes.iter().map(|node| node.position_3857[0]).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| node.position_3857[1]).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| node.attributes.as_ref().map(Json)).collect::<Vec<_>>())
            .bind(nodes.iter().map(|node| node.first).collect::<Vec<_>>());
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

    async fn cluster(&self, single_from: u8) -> Result<Arc<HotspotClusters>, StoreError> {
        let mut reading = self.snapshot.begin().await?;
        let failed = |error| self.snapshot.failed("hotspots to cluster", error);
        let asking = self.snapshot.query(POINTS).bind(self.snapshot.serial).bind(day(self.request.date));
        let rows = filtered(asking, &self.request.filter).fetch_all(&mut *reading).await.map_err(failed)?;
        if rows.is_empty() {
            self.snapshot.still_there(&mut reading).await?;
        }
        reading.commit().await.map_err(failed)?;
        let points: Vec<HotspotPoint> = rows.iter().map(point).collect::<Result<_, _>>().map_err(failed)?;
        let clusters = tokio::task::spawn_blocking(move || HotspotClusters::new(points, single_from)).await;
        Ok(Arc::new(clusters.map_err(StoreError::Cancelled)?))
    }
}

fn point(row: &PgRow) -> sqlx::Result<HotspotPoint> {
    let kind: &str = row.try_get("kind")?;
    let severity: Option<f64> = row.try_get("severity")?;
    let people: Option<i64> = row.try_get("people")?;
    Ok(HotspotPoint {
        id: row.try_get("hotspot")?,
        position: [row.try_get("lon")?, row.try_get("lat")?],
        kind: kind.parse().unwrap_or(Kind::Other),
        weight: Weight {
            severity: severity.map(|times| times as f32),
            people: people.and_then(|people| people.try_into().ok()),
        },
    })
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
            .bind(self.unit)
            .bind(day(request.date))
    }
}

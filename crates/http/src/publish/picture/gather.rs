//! What a picture needs of a release: tiles for base map and hotspots, and the chosen hotspot with its zones.

use super::{
    Request,
    frame::Frame,
    layout::{Layout, Rect},
    request::Subject,
};
use crate::{AppState, problem::Problem, style};
use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde_json::{Value, json};
use std::{collections::BTreeSet, sync::Arc};
use terrikon_core::{CollectionId, Envelope, Feature, PositionKind};
use terrikon_store::{HotspotFilter, Item, ItemsQuery, Snapshot};
use terrikon_tiles::{
    LayerName, TileError, TileId, TileRequest, Whole, Window,
    mercator::{TILE_PX, metres, project, project_geometry},
    mosaic,
};

/// How many tiles are asked for at once.
const AT_ONCE: usize = 8;

/// How far beyond the edge of the map shapes reach, in CSS pixels: wider than any line.
const MARGIN: f64 = 24.0;

/// How much land around a hotspot is shown at least, as a radius in metres: enough for the next town to be seen.
const AROUND_M: f64 = 25_000.0;

/// The most zones of one hotspot.
const ZONES: usize = 50;

/// What the map falls back to where a release has no place at all: both countries, in degrees.
const BOTH: Envelope = Envelope { west: 46.5, south: 39.2, east: 87.3, north: 55.4 };

/// The tiles of a window.
#[derive(Debug)]
pub(super) struct Sheet {
    window: Window,
    tiles: Vec<(TileId, Bytes)>,
}

impl Sheet {
    /// Their shapes, whole again.
    pub(super) fn shapes(&self) -> Result<Vec<Whole>, TileError> {
        mosaic::mosaic(&self.window, self.tiles.iter().map(|(tile, bytes)| (*tile, &**bytes)))
    }
}

/// What is read from the release.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) frame: Frame,
    /// The style, as the viewer gets it.
    pub(super) style: Value,
    pub(super) base: Sheet,
    pub(super) hotspots: Sheet,
    pub(super) chosen: Option<Chosen>,
    /// Countries for a small map that says where this one lies, if that is needed.
    pub(super) locator: Option<(Envelope, Sheet)>,
}

/// The hotspot that the picture is of.
#[derive(Debug)]
pub(super) struct Chosen {
    /// Its symbol, as a tile would have it.
    pub(super) symbol: Option<Whole>,
    pub(super) zones: Vec<Whole>,
}

/// The size of the map that says where, in CSS pixels at unit 1.
pub(super) const LOCATOR: [f64; 2] = [196.0, 104.0];

pub(super) async fn gather(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    request: &Request,
    layout: &Layout,
    hotspot: Option<Item>,
) -> Result<Gathered, Problem> {
    let style = style::style(request.theme, request.lang, "", snapshot.release());
    let zones = match &hotspot {
        Some(item) if request.draws(LayerName::Zones) => zones(&**snapshot, request, &item.feature).await?,
        _ => Vec::new(),
    };
    let all = snapshot.directory().extent().unwrap_or(BOTH);
    let shown =
        shown(request, &**snapshot, hotspot.as_ref().map(|item| &*item.feature), &zones).unwrap_or(all);
    let exact = matches!(request.subject, Subject::Box(_));
    let [room, lean] = if exact { [0.0; 2] } else { [18.0, 110.0].map(|px| px * layout.unit) };
    let frame = Frame::fit(shown, layout.map, room, lean);
    let read = async |layers: Vec<LayerName>, window: Window| -> Result<Sheet, Problem> {
        let date = snapshot.directory().epoch(request.date);
        let tile = |tile: TileId| {
            let request = TileRequest { layers: layers.clone(), tile, filter: request.filter.clone(), date };
            async move { Ok::<_, Problem>((tile, state.tiles.read(&**snapshot, request).await?)) }
        };
        let wanted = if layers.is_empty() { Vec::new() } else { window.tiles() };
        let tiles: Vec<(TileId, Bytes)> =
            stream::iter(wanted.into_iter().map(tile)).buffered(AT_ONCE).try_collect().await?;
        Ok(Sheet { window, tiles })
    };
    let base = read(base_layers(&style, request), frame.window(frame.tile_zoom(), MARGIN)).await?;
    let symbols = if request.draws(LayerName::Hotspots) { vec![LayerName::Hotspots] } else { Vec::new() };
    let hotspots = read(symbols, frame.window(frame.hotspot_zoom(), MARGIN)).await?;
    let locator = if is_part(shown, all) {
        let [width, height] = LOCATOR.map(|side| side * layout.unit);
        let small = Frame::fit(all, Rect { x: 0.0, y: 0.0, width, height }, 4.0, 0.0);
        Some((
            all,
            read(vec![LayerName::Countries, LayerName::Lakes], small.window(small.tile_zoom(), 0.0)).await?,
        ))
    } else {
        None
    };
    let chosen = hotspot.map(|item| Chosen {
        symbol: symbol(&item.feature),
        zones: zones.iter().filter_map(|zone| whole(LayerName::Zones, zone)).collect(),
    });
    Ok(Gathered { frame, style, base, hotspots, chosen, locator })
}

/// Whether so small a part is shown that a reader may not know where it is.
fn is_part(shown: Envelope, all: Envelope) -> bool {
    let inside = all.intersects(&shown);
    inside
        && (shown.east - shown.west) < (all.east - all.west) / 3.0
        && (shown.north - shown.south) < (all.north - all.south) / 1.5
}

/// The layers that the style takes from the tiles of the base map, without those that are not wanted.
fn base_layers(style: &Value, request: &Request) -> Vec<LayerName> {
    let layers = style["layers"].as_array().into_iter().flatten();
    let of_base = layers.filter(|layer| layer["source"] == "terrikon");
    let names: BTreeSet<LayerName> =
        of_base.filter_map(|layer| layer["source-layer"].as_str()?.parse().ok()).collect();
    let highlighted = matches!(request.subject, Subject::Oblasts(_)).then_some(LayerName::Oblasts);
    names.into_iter().filter(|layer| request.draws(*layer)).chain(highlighted).collect()
}

async fn zones(
    snapshot: &dyn Snapshot,
    request: &Request,
    hotspot: &Feature,
) -> Result<Vec<Arc<Feature>>, Problem> {
    let all = ItemsQuery::all(CollectionId::Zones, request.date);
    let query = ItemsQuery {
        hotspots: vec![hotspot.id.clone()],
        limit: ZONES,
        filter: HotspotFilter::default(),
        ..all
    };
    Ok(snapshot.items(query).await?.items.into_iter().map(|item| item.feature).collect())
}

/// The box that the map is of, in degrees; `None` for all there is.
fn shown(
    request: &Request,
    snapshot: &dyn Snapshot,
    hotspot: Option<&Feature>,
    zones: &[Arc<Feature>],
) -> Option<Envelope> {
    match &request.subject {
        Subject::Whole => None,
        Subject::Box(corners) => {
            let [west, south, east, north] = corners.map(|corner| f64::from(corner) / 1e6);
            Some(Envelope { west, south, east, north })
        }
        Subject::Oblasts(codes) => {
            let of_day = snapshot
                .directory()
                .oblasts
                .iter()
                .filter(|oblast| codes.contains(&oblast.code) && oblast.validity.contains(request.date));
            of_day.filter_map(|oblast| oblast.extent).reduce(|all, one| all.union(&one))
        }
        Subject::Hotspot(_) => {
            let hotspot = hotspot?;
            let accuracy = hotspot.number("position_accuracy_m").unwrap_or_default();
            let near = hotspot.position.map(|place| around(place, AROUND_M.max(accuracy * 1.15)));
            let zones = zones.iter().filter_map(|zone| zone.envelope());
            near.into_iter().chain(hotspot.envelope()).chain(zones).reduce(|all, one| all.union(&one))
        }
    }
}

/// A box around a place, so many metres to each side.
fn around([lon, lat]: [f64; 2], radius_m: f64) -> Envelope {
    const DEGREE_M: f64 = 111_320.0;
    let (dlat, dlon) = (radius_m / DEGREE_M, radius_m / (DEGREE_M * lat.to_radians().cos().max(0.05)));
    Envelope { west: lon - dlon, south: lat - dlat, east: lon + dlon, north: lat + dlat }
}

/// A feature as a tile would have it, with its whole shape.
fn whole(layer: LayerName, feature: &Feature) -> Option<Whole> {
    let mut attributes = feature.properties.clone();
    attributes.insert("id".to_owned(), json!(feature.id));
    attributes.extend(feature.names.iter().map(|(lang, name)| (format!("name_{lang}"), json!(name))));
    Some(Whole { layer, geometry: project_geometry(feature.geometry.as_ref()?), attributes })
}

/// The symbol of a hotspot with the disc of its accuracy.
fn symbol(hotspot: &Feature) -> Option<Whole> {
    let [lon, lat] = hotspot.position?;
    let place = geo::Geometry::Point(project(lon, lat).into());
    let mut symbol = whole(LayerName::Hotspots, hotspot).unwrap_or_else(|| Whole {
        layer: LayerName::Hotspots,
        geometry: place.clone(),
        attributes: hotspot.properties.clone(),
    });
    symbol.geometry = place;
    let exact = hotspot.text("position_kind") == Some(PositionKind::Site.as_str());
    if let Some(radius) = hotspot.number("position_accuracy_m").filter(|radius| *radius > 0.0 && !exact) {
        symbol.attributes.insert("accuracy_z0".to_owned(), json!(metres(radius, lat) * TILE_PX));
    }
    Some(symbol)
}

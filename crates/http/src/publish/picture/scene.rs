//! The whole picture: the layers of the style in its order, and around them all that makes a map readable.

use super::{
    Request,
    expression::Context,
    furniture::{ScaleBar, locator},
    gather::{Gathered, LOCATOR},
    labels::Room,
    layout::{Layout, Rect},
    legend::Legend,
    svg::{Short, Svg, path},
    symbols::Seen,
    words::Words,
};
use geo::{BoundingRect as _, Geometry, MapCoords as _};
use serde_json::{Map, Value};
use std::cell::OnceCell;
use terrikon_tiles::{LayerName, TileError};

/// A feature in the picture.
pub(super) struct Item<'a> {
    pub(super) attributes: &'a Map<String, Value>,
    pub(super) layer: LayerName,
    /// In CSS pixels of the picture.
    geometry: Geometry<f64>,
    path: OnceCell<String>,
    pub(super) chosen: bool,
}

impl Item<'_> {
    pub(super) fn path(&self) -> &str {
        self.path.get_or_init(|| path(&self.geometry))
    }

    fn kind(&self) -> &'static str {
        match self.geometry {
            Geometry::Point(_) => "Point",
            Geometry::LineString(_) | Geometry::MultiLineString(_) => "LineString",
            _ => "Polygon",
        }
    }

    pub(super) fn point(&self) -> Option<[f64; 2]> {
        match self.geometry {
            Geometry::Point(point) => Some([point.x(), point.y()]),
            _ => None,
        }
    }

    pub(super) fn context(&self, zoom: f64) -> Context<'_> {
        Context { zoom, attributes: self.attributes, geometry: self.kind() }
    }
}

/// The whole document.
///
/// # Errors
/// [`TileError`] where a tile can't be read back.
pub(super) fn compose(
    request: &Request,
    words: &Words,
    layout: &Layout,
    gathered: &Gathered,
) -> Result<String, TileError> {
    let (base, mut hotspots) = (gathered.base.shapes()?, gathered.hotspots.shapes()?);
    let chosen = gathered.chosen.as_ref().and_then(|chosen| chosen.symbol.as_ref());
    let id = chosen.and_then(|symbol| symbol.attributes.get("id"));
    // The chosen one is drawn by itself; its shape stays.
    hotspots.retain(|whole| {
        id.is_none() || whole.attributes.get("id") != id || whole.attributes.contains_key("shape")
    });
    let zones = gathered.chosen.iter().flat_map(|chosen| &chosen.zones);
    let items = base
        .iter()
        .chain(&hotspots)
        .chain(zones)
        .map(|whole| (whole, false))
        .chain(chosen.map(|whole| (whole, true)))
        .map(|(whole, chosen)| Item {
            attributes: &whole.attributes,
            layer: whole.layer,
            geometry: whole.geometry.map_coords(|coord| gathered.frame.place(coord)),
            path: OnceCell::new(),
            chosen,
        })
        .collect();
    let scene = Scene { request, layout, gathered, items, zoom: gathered.frame.zoom() };
    scene.write(words)
}

/// A picture that is being composed.
pub(super) struct Scene<'a> {
    pub(super) request: &'a Request,
    pub(super) layout: &'a Layout,
    gathered: &'a Gathered,
    pub(super) items: Vec<Item<'a>>,
    pub(super) zoom: f64,
}

impl Scene<'_> {
    fn write(&self, words: &Words) -> Result<String, TileError> {
        let (palette, map, unit) = (self.request.theme.palette(), self.layout.map, self.layout.unit);
        let seen = self.seen();
        let legend = Legend::new(&seen, self.request, unit, &map);
        let bar = ScaleBar::new(&self.gathered.frame, self.request, unit);
        let edge = 12.0 * unit;
        let bar_rect = Rect {
            x: map.right() - edge - bar.width,
            y: map.bottom() - edge - bar.height,
            width: bar.width,
            height: bar.height,
        };
        let mut taken = vec![bar_rect.shrunk(-4.0)];
        let legend_rect =
            legend.as_ref().map(|legend| self.corner([legend.width, legend.height], edge, &taken));
        taken.extend(legend_rect.map(|rect| rect.shrunk(-3.0)));
        let locator_rect = self.gathered.locator.as_ref().and_then(|(all, sheet)| {
            let rect = self.corner(LOCATOR.map(|side| side * unit), edge, &taken);
            // An oblast fills its map: in a small one nothing is left for another.
            let least = if self.gathered.chosen.is_some() { 420.0 } else { 760.0 };
            let free = !taken.iter().any(|other| other.meets(&rect)) && map.width > least;
            free.then_some((rect, (*all, sheet)))
        });
        taken.extend(locator_rect.as_ref().map(|(rect, _)| rect.shrunk(-3.0)));

        let layers: Vec<&Value> = self.gathered.style["layers"].as_array().into_iter().flatten().collect();
        let symbols = self.placed(&layers, Room::new(map, taken));

        let mut svg =
            Svg::new(&self.layout.whole, &words.title, &format!("{}. {}", words.subtitle, words.sources));
        svg.open("map", "fill-rule=\"evenodd\"");
        for (layer, symbols) in layers.iter().zip(&symbols) {
            self.layer(&mut svg, layer, symbols);
        }
        svg.close();
        // Paper on what reaches beyond the map costs a third of a clip path, and drawing programs show plain shapes.
        svg.open("paper", &format!("fill=\"{}\"", palette.paper));
        svg.rect(&Rect { height: map.y, ..self.layout.whole }, "");
        svg.rect(
            &Rect { y: map.bottom(), height: self.layout.whole.height - map.bottom(), ..self.layout.whole },
            "",
        );
        svg.close();
        let line = |y: f64| format!("M{} {}h{}", Short(map.x), Short(y), Short(map.width));
        svg.push(&format!(
            "<path id=\"frame-lines\" d=\"{}{}\" fill=\"none\" stroke=\"{}\" stroke-width=\".8\"/>\n",
            line(map.y),
            line(map.bottom()),
            palette.oblast_border
        ));
        if let (Some(legend), Some(rect)) = (&legend, legend_rect) {
            legend.draw(&mut svg, [rect.x, rect.y], self.request);
        }
        if let Some((rect, countries)) = locator_rect {
            locator(&mut svg, &rect, countries, &self.gathered.frame, self.request, unit)?;
        }
        bar.draw(&mut svg, [bar_rect.right(), bar_rect.bottom()], self.request);
        svg.open("words", "");
        svg.block(&self.layout.title, &format!("fill=\"{}\"", palette.ink));
        svg.block(&self.layout.subtitle, &format!("fill=\"{}\"", palette.cluster_rim));
        svg.block(&self.layout.sources, &format!("fill=\"{}\"", palette.cluster_rim));
        svg.close();
        Ok(svg.finish())
    }

    /// What must be explained: hotspots within the map, and all zones.
    fn seen(&self) -> Seen {
        let mut seen = Seen::default();
        let layers: Vec<&Value> = self.gathered.style["layers"].as_array().into_iter().flatten().collect();
        // The chosen one is the first whose look is explained.
        for item in self.items.iter().rev() {
            match item.layer {
                LayerName::Zones => seen.zone(item.attributes),
                LayerName::Hotspots if self.is_seen(item) => {
                    let icon = layers.iter().find_map(|layer| self.icon(layer, item));
                    seen.hotspot(item.attributes, icon.as_deref());
                    if self.has_disc(item) && self.disc_px(item) > 12.0 {
                        seen.disc(item.attributes);
                    }
                }
                _ => {}
            }
        }
        seen
    }

    /// Whether a hotspot lies within the map; of a shape its box decides.
    fn is_seen(&self, item: &Item<'_>) -> bool {
        item.geometry.bounding_rect().is_some_and(|rect| {
            let (min, size) = (rect.min(), rect.max() - rect.min());
            let map = &self.layout.map;
            map.meets(&Rect { x: min.x, y: min.y, width: size.x, height: size.y }) || map.holds(min.x, min.y)
        })
    }

    /// Whether the disc of an inexact position is drawn. Beside the chosen hotspot others only have their ring: discs upon discs
    /// tell nothing.
    pub(super) fn has_disc(&self, item: &Item<'_>) -> bool {
        item.attributes.contains_key("accuracy_z0") && (item.chosen || self.gathered.chosen.is_none())
    }

    /// The radius of the disc of an inexact position, in CSS pixels.
    fn disc_px(&self, item: &Item<'_>) -> f64 {
        item.attributes.get("accuracy_z0").and_then(Value::as_f64).unwrap_or_default() * self.zoom.exp2()
    }

    /// The corner of the map that hides the least, clear of what is taken where that can be.
    fn corner(&self, [width, height]: [f64; 2], edge: f64, taken: &[Rect]) -> Rect {
        let map = &self.layout.map;
        let (left, right) = (map.x + edge, map.right() - edge - width);
        let (top, bottom) = (map.y + edge, map.bottom() - edge - height);
        let corners = [(left, bottom), (left, top), (right, top), (right, bottom)];
        let corners = corners.map(|(x, y)| Rect { x, y, width, height });
        let hidden = |rect: &Rect| {
            let around = rect.shrunk(-12.0);
            let points = self.items.iter().filter(|item| item.layer == LayerName::Hotspots);
            let hidden = points.filter(|item| item.point().is_some_and(|[x, y]| around.holds(x, y)));
            let weight: usize = hidden.map(|item| if item.chosen { 1000 } else { 2 }).sum();
            let overlap = taken.iter().filter(|other| other.meets(rect)).count() * 100_000;
            weight + overlap
        };
        // Of equals the first.
        corners.into_iter().min_by_key(hidden).unwrap_or(corners[0])
    }

    /// The features of a layer that its filter lets pass, in the order of its sort key.
    pub(super) fn shown(&self, layer: &Value) -> Vec<&Item<'_>> {
        let zoom = |key: &str, default: f64| layer[key].as_f64().unwrap_or(default);
        if self.zoom < zoom("minzoom", 0.0) && layer["source"] != "zones"
            || self.zoom >= zoom("maxzoom", 25.0)
        {
            return Vec::new();
        }
        let Some(source) = layer["source-layer"].as_str() else { return Vec::new() };
        // Which hotspot's zones are shown is decided already.
        let filter = layer.get("filter").filter(|_| layer["source"] != "zones");
        let of_layer = self.items.iter().filter(|item| item.layer.as_str() == source);
        let mut shown: Vec<&Item<'_>> =
            of_layer.filter(|item| item.context(self.zoom).passes(filter)).collect();
        let key = &layer["layout"]["symbol-sort-key"];
        if !key.is_null() {
            shown.sort_by_cached_key(|item| {
                let order = item.context(self.zoom).number(key).unwrap_or_default();
                // Finite, and thousandths are enough.
                (order * 1000.0).round() as i64
            });
        }
        shown
    }
}

//! The layers of the style as shapes, in its order, and around them all that makes a map readable.

use super::{
    Request,
    expression::Context,
    furniture::{ScaleBar, locator},
    gather::{Gathered, LOCATOR},
    labels::{Name, Placed, Room},
    layout::{Layout, Rect},
    legend::Legend,
    svg::{Short, Svg, path},
    symbols::{Seen, side, symbol},
    words::Words,
};
use geo::{Geometry, MapCoords as _};
use serde_json::{Map, Value};
use std::{cell::OnceCell, fmt::Write as _};
use terrikon_tiles::{LayerName, TileError};

/// How much larger than others the symbol of the chosen hotspot is.
const CHOSEN: f64 = 1.45;

/// Residents from which a town is named before hotspots are.
const GREAT: f64 = 50_000.0;

/// Residents below which a place is named only where nothing else is near, and how far that is, in CSS pixels: a still map is
/// read at a glance.
const SMALL: f64 = 10_000.0;
const APART: f64 = 16.0;

/// How much room symbols keep from names, in CSS pixels.
const AROUND_SYMBOL: f64 = 1.0;

/// A feature in the picture.
struct Item<'a> {
    attributes: &'a Map<String, Value>,
    layer: LayerName,
    /// In CSS pixels of the picture.
    geometry: Geometry<f64>,
    path: OnceCell<String>,
    chosen: bool,
}

impl Item<'_> {
    fn path(&self) -> &str {
        self.path.get_or_init(|| path(&self.geometry))
    }

    fn kind(&self) -> &'static str {
        match self.geometry {
            Geometry::Point(_) => "Point",
            Geometry::LineString(_) | Geometry::MultiLineString(_) => "LineString",
            _ => "Polygon",
        }
    }

    fn point(&self) -> Option<[f64; 2]> {
        match self.geometry {
            Geometry::Point(point) => Some([point.x(), point.y()]),
            _ => None,
        }
    }

    fn context(&self, zoom: f64) -> Context<'_> {
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

struct Scene<'a> {
    request: &'a Request,
    layout: &'a Layout,
    gathered: &'a Gathered,
    items: Vec<Item<'a>>,
    zoom: f64,
}

/// What a layer of symbols draws: symbols under names.
#[derive(Default)]
struct Symbols {
    icons: String,
    names: Vec<Placed>,
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
            let free = !taken.iter().any(|other| other.meets(&rect)) && map.width > 420.0;
            free.then_some((rect, (*all, sheet)))
        });
        taken.extend(locator_rect.as_ref().map(|(rect, _)| rect.shrunk(-3.0)));

        let layers: Vec<&Value> = self.gathered.style["layers"].as_array().into_iter().flatten().collect();
        let mut room = Room::new(map, taken);
        let mut symbols: Vec<Symbols> = layers.iter().map(|layer| self.icons(layer, &mut room)).collect();
        // The last layer is the most important: it takes its room first. Readers find a place by its towns, so these go before all.
        for great in [true, false] {
            for (layer, symbols) in layers.iter().zip(&mut symbols).rev() {
                self.names(layer, great, symbols, &mut room);
            }
        }

        let mut svg =
            Svg::new(&self.layout.whole, &words.title, &format!("{}. {}", words.subtitle, words.sources));
        svg.open("paper", "");
        svg.rect(&self.layout.whole, &format!("fill=\"{}\"", palette.paper));
        svg.close();
        svg.push("<clipPath id=\"frame\">");
        svg.rect(&map, "");
        svg.push("</clipPath>\n");
        svg.open("map", "clip-path=\"url(#frame)\" fill-rule=\"evenodd\"");
        for (layer, symbols) in layers.iter().zip(&symbols) {
            self.layer(&mut svg, layer, symbols);
        }
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
                LayerName::Hotspots => {
                    let within = item.point().is_none_or(|[x, y]| self.layout.map.holds(x, y));
                    if within {
                        let icon = layers.iter().find_map(|layer| self.icon(layer, item));
                        seen.hotspot(item.attributes, icon.as_deref());
                        if self.has_disc(item) && self.disc_px(item) > 12.0 {
                            seen.disc(item.attributes);
                        }
                    }
                }
                _ => {}
            }
        }
        seen
    }

    /// Whether the disc of an inexact position is drawn. Beside the chosen hotspot others only have their ring: discs upon discs
    /// tell nothing.
    fn has_disc(&self, item: &Item<'_>) -> bool {
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
    fn shown(&self, layer: &Value) -> Vec<&Item<'_>> {
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

    fn icon(&self, layer: &Value, item: &Item<'_>) -> Option<String> {
        let image = layer["layout"].get("icon-image")?;
        let context = item.context(self.zoom);
        let drawn = layer["source-layer"] == item.layer.as_str() && context.passes(layer.get("filter"));
        context.text(image).filter(|name| drawn && !name.is_empty())
    }

    /// Places the symbols of a layer: they lie where they lie, whatever is there; the chosen one on top of all.
    fn icons(&self, layer: &Value, room: &mut Room) -> Symbols {
        let mut symbols = Symbols::default();
        if layer["type"] != "symbol" {
            return symbols;
        }
        let mut shown = self.shown(layer);
        let layout = &layer["layout"];
        shown.sort_by_key(|item| item.chosen);
        for item in shown {
            let (Some([x, y]), Some(name)) = (item.point(), self.icon(layer, item)) else { continue };
            let context = item.context(self.zoom);
            let size = context.number(&layout["icon-size"]).unwrap_or(1.0);
            let size = if item.chosen { size * CHOSEN } else { size };
            let offset = context.evaluate(&layout["icon-offset"]);
            let shift = |index: usize| offset.get(index).and_then(Value::as_f64).unwrap_or_default() * size;
            let middle = [x + shift(0), y + shift(1)];
            let Some(px) = side(self.request.theme, &name).map(|side| side * size) else { continue };
            if !self.layout.map.shrunk(-px).holds(middle[0], middle[1]) {
                continue;
            }
            let taken = Rect { x: middle[0] - px / 2.0, y: middle[1] - px / 2.0, width: px, height: px };
            room.take(taken.shrunk(1.5 - AROUND_SYMBOL));
            symbols.icons.push_str(&symbol(self.request.theme, &name, middle, size).unwrap_or_default());
        }
        symbols
    }

    /// Places the names of a layer: those of great towns, or all others.
    fn names(&self, layer: &Value, great: bool, symbols: &mut Symbols, room: &mut Room) {
        if layer["type"] != "symbol" {
            return;
        }
        for item in self.shown(layer) {
            let people = item.attributes.get("population").and_then(Value::as_f64).unwrap_or_default();
            let town = item.layer == LayerName::Settlements;
            // The title names the chosen one.
            if item.chosen || great != (town && people >= GREAT) {
                continue;
            }
            let Some([x, y]) = item.point().filter(|[x, y]| self.layout.map.holds(*x, *y)) else { continue };
            let name = Name::of(layer, &item.context(self.zoom), self.request.lang);
            let name = name.map(|name| if town && people < SMALL { name.apart(APART) } else { name });
            symbols.names.extend(name.and_then(|name| name.place([x, y], room)));
        }
    }

    fn layer(&self, svg: &mut Svg, layer: &Value, symbols: &Symbols) {
        let id = layer["id"].as_str().unwrap_or_default();
        let mut drawn = String::new();
        match layer["type"].as_str() {
            Some("background") => {
                let none = Map::new();
                let context = Context { zoom: self.zoom, attributes: &none, geometry: "Polygon" };
                let colour = context.text(&layer["paint"]["background-color"]).unwrap_or_default();
                svg.open(id, "");
                svg.rect(&self.layout.map, &format!("fill=\"{colour}\""));
                svg.close();
                return;
            }
            Some("fill") => self.fills(&mut drawn, layer),
            Some("line") => self.lines(&mut drawn, layer),
            Some("circle") => self.circles(&mut drawn, layer),
            Some("symbol") => {
                drawn.push_str(&symbols.icons);
                let (mut halos, mut names) = (String::new(), String::new());
                symbols.names.iter().for_each(|name| name.write(&mut halos, &mut names));
                drawn.push_str(&halos);
                drawn.push_str(&names);
            }
            _ => {}
        }
        if !drawn.is_empty() {
            svg.open(id, "");
            svg.push(&drawn);
            svg.close();
        }
        if id == "state-borders" {
            self.highlight(svg);
        }
    }

    fn fills(&self, drawn: &mut String, layer: &Value) {
        let paint = &layer["paint"];
        for item in self.shown(layer) {
            let context = item.context(self.zoom);
            let colour = context.text(&paint["fill-color"]).unwrap_or_default();
            let opacity = context.number(&paint["fill-opacity"]).unwrap_or(1.0);
            if opacity > 0.0 {
                // Writing to a string never fails, here and below.
                let _ = write!(
                    drawn,
                    "<path d=\"{}\" fill=\"{colour}\"{}/>",
                    item.path(),
                    part("fill-opacity", opacity)
                );
            }
        }
    }

    /// Lines that look alike are one path.
    fn lines(&self, drawn: &mut String, layer: &Value) {
        let (layout, paint) = (&layer["layout"], &layer["paint"]);
        let mut alike: Vec<(String, String)> = Vec::new();
        for item in self.shown(layer) {
            let context = item.context(self.zoom);
            let width = context.number(&paint["line-width"]).unwrap_or(1.0);
            let opacity = context.number(&paint["line-opacity"]).unwrap_or(1.0);
            if width <= 0.0 || opacity <= 0.0 {
                continue;
            }
            let colour = context.text(&paint["line-color"]).unwrap_or_default();
            let mut look = format!(
                "stroke=\"{colour}\" stroke-width=\"{}\"{}",
                Short(width),
                part("stroke-opacity", opacity)
            );
            let dashes = context.evaluate(&paint["line-dasharray"]);
            let dashes: Vec<f64> =
                dashes.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            // A gap of nothing is an unbroken line.
            if dashes.len() > 1 && dashes[1] > 0.0 {
                let dashes: Vec<String> = dashes.iter().map(|dash| Short(dash * width).to_string()).collect();
                let _ = write!(look, " stroke-dasharray=\"{}\"", dashes.join(" "));
            }
            for (name, attribute) in [("line-cap", "stroke-linecap"), ("line-join", "stroke-linejoin")] {
                if let Some(word) = layout[name].as_str() {
                    let _ = write!(look, " {attribute}=\"{word}\"");
                }
            }
            match alike.iter_mut().find(|(known, _)| *known == look) {
                Some((_, path)) => path.push_str(item.path()),
                None => alike.push((look, item.path().to_owned())),
            }
        }
        for (look, path) in alike {
            let _ = write!(drawn, "<path d=\"{path}\" fill=\"none\" {look}/>");
        }
    }

    fn circles(&self, drawn: &mut String, layer: &Value) {
        let paint = &layer["paint"];
        for item in self.shown(layer) {
            let Some([x, y]) = item.point() else { continue };
            if item.attributes.contains_key("accuracy_z0") && !self.has_disc(item) {
                continue;
            }
            let context = item.context(self.zoom);
            let number = |name: &str, default: f64| context.number(&paint[name]).unwrap_or(default);
            let text = |name: &str| context.text(&paint[name]).unwrap_or_else(|| "none".to_owned());
            let _ = write!(
                drawn,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{} stroke=\"{}\" stroke-width=\"{}\"{}/>",
                Short(x),
                Short(y),
                Short(number("circle-radius", 5.0)),
                text("circle-color"),
                part("fill-opacity", number("circle-opacity", 1.0)),
                text("circle-stroke-color"),
                Short(number("circle-stroke-width", 0.0)),
                part("stroke-opacity", number("circle-stroke-opacity", 1.0)),
            );
        }
    }

    /// The border of the oblasts that the picture is of.
    fn highlight(&self, svg: &mut Svg) {
        let codes = &self.request.filter.oblasts;
        let meant = |item: &&Item<'_>| {
            let code = item.attributes.get("code").and_then(Value::as_str);
            item.layer == LayerName::Oblasts
                && code.is_some_and(|code| codes.iter().any(|asked| asked == code))
        };
        let paths: String = self.items.iter().filter(meant).map(Item::path).collect();
        if !paths.is_empty() {
            svg.open("chosen-oblasts", "");
            svg.push(&format!(
                "<path d=\"{paths}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.2\" stroke-linejoin=\"round\"/>",
                self.request.theme.palette().state_border
            ));
            svg.close();
        }
    }
}

/// An attribute for a part of 1; nothing for all of it.
fn part(attribute: &str, part: f64) -> String {
    if part < 1.0 { format!(" {attribute}=\"{part:.3}\"") } else { String::new() }
}

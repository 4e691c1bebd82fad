//! Where symbols and names lie: symbols first and wherever they belong, then names where there is room.

use super::{
    labels::{Name, Placed, Room},
    layout::Rect,
    scene::{Item, Scene},
    symbols::{side, symbol},
};
use serde_json::Value;
use terrikon_tiles::LayerName;

/// How much larger than others the symbol of the chosen hotspot is.
const CHOSEN: f64 = 1.45;

/// Residents from which a town is named before hotspots are.
const GREAT: f64 = 50_000.0;

/// Residents below which a place is named only where nothing else is near, and how far that is, in CSS pixels: a still map is
/// read at a glance.
const SMALL: f64 = 10_000.0;
const APART: f64 = 16.0;

/// The part of a symbol's side that must lie between its middle and the edge: no symbol is cut.
const WHOLE: f64 = 0.4;

/// How much room symbols keep from names, in CSS pixels.
const AROUND_SYMBOL: f64 = 1.0;

/// What a layer of symbols draws: symbols under names.
#[derive(Default)]
pub(super) struct Symbols {
    pub(super) icons: String,
    pub(super) names: Vec<Placed>,
}

impl Scene<'_> {
    /// Everything that the layers of the style have at points, layer by layer.
    pub(super) fn placed(&self, layers: &[&Value], mut room: Room) -> Vec<Symbols> {
        let mut symbols: Vec<Symbols> = layers.iter().map(|layer| self.icons(layer, &mut room)).collect();
        // The last layer is the most important: it takes its room first. Readers find a place by its towns, so these go before all.
        for great in [true, false] {
            for (layer, symbols) in layers.iter().zip(&mut symbols).rev() {
                self.names(layer, great, symbols, &mut room);
            }
        }
        symbols
    }

    pub(super) fn icon(&self, layer: &Value, item: &Item<'_>) -> Option<String> {
        let image = layer["layout"].get("icon-image")?;
        let context = item.context(self.zoom);
        let drawn = layer["source-layer"] == item.layer.as_str() && context.passes(layer.get("filter"));
        context.text(image).filter(|name| drawn && !name.is_empty())
    }

    /// Places the symbols of a layer: they lie where they lie, whatever is there; the chosen one on top of all.
    fn icons(&self, layer: &Value, room: &mut Room) -> Symbols {
        let mut symbols = Symbols::default();
        if layer["type"] == "circle" {
            self.rings(layer, room);
        }
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
            let Some(px) = side(self.request.theme, &name).map(|side| side * size) else { continue };
            let middle = [x + shift(0), y + shift(1)];
            let middle = if item.chosen { middle } else { self.beside_chosen(middle, px) };
            if !self.layout.map.shrunk(WHOLE * px).holds(middle[0], middle[1]) {
                continue;
            }
            let taken = Rect { x: middle[0] - px / 2.0, y: middle[1] - px / 2.0, width: px, height: px };
            room.take(taken.shrunk(1.5 - AROUND_SYMBOL));
            symbols.icons.push_str(&symbol(self.request.theme, &name, middle, size).unwrap_or_default());
        }
        symbols
    }

    /// Keeps names off the rings of clusters.
    fn rings(&self, layer: &Value, room: &mut Room) {
        for item in self.shown(layer).into_iter().filter(|item| item.attributes.contains_key("cluster")) {
            let Some([x, y]) = item.point() else { continue };
            let radius = item.context(self.zoom).number(&layer["paint"]["circle-radius"]).unwrap_or_default();
            let side = 2.0 * radius;
            room.take(
                Rect { x: x - radius, y: y - radius, width: side, height: side }.shrunk(-AROUND_SYMBOL),
            );
        }
    }

    /// Where a symbol goes that the chosen one would hide: straight away from it, until half of it is free.
    fn beside_chosen(&self, [x, y]: [f64; 2], px: f64) -> [f64; 2] {
        let chosen = self.items.iter().find(|item| item.chosen).and_then(Item::point);
        let Some([cx, cy]) = chosen else { return [x, y] };
        let ([dx, dy], least) = ([x - cx, y - cy], px * f64::midpoint(CHOSEN, 1.0) / 1.25);
        match dx.hypot(dy) {
            far if far >= least => [x, y],
            0.0 => [cx + least, cy],
            near => [cx + dx / near * least, cy + dy / near * least],
        }
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
}

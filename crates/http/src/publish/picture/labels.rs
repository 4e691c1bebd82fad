//! Names that do not collide: with each other, with symbols, or with what lies on the map.

use super::{
    expression::Context,
    layout::Rect,
    lettering::{CAPITALS, Face, Run, Setting},
    paragraph::balanced,
    svg,
};
use serde_json::Value;
use terrikon_core::Lang;

/// From line to line, in em, as the style specification has it.
const LEADING: f64 = 1.2;

/// How far from the edge of the map a name keeps, in CSS pixels: a still map can't be moved to read the rest.
const EDGE: f64 = 5.0;

/// What is taken on the map.
#[derive(Debug)]
pub(super) struct Room {
    area: Rect,
    taken: Vec<Rect>,
}

impl Room {
    /// A map on which something lies already.
    pub(super) fn new(map: Rect, taken: Vec<Rect>) -> Self {
        Self { area: map.shrunk(EDGE), taken }
    }

    /// Takes a place whatever lies there.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    fn is_free(&self, rect: &Rect) -> bool {
        self.area.contains(rect) && !self.taken.iter().any(|taken| taken.meets(rect))
    }
}

/// A name as a layer of the style sets it.
#[derive(Debug)]
pub(super) struct Name {
    lines: Vec<Run>,
    size: f64,
    padding: f64,
    /// Shifts of the middle from the point, in CSS pixels, the most liked first.
    places: Vec<[f64; 2]>,
    overlaps: bool,
    colour: String,
    halo: Option<(String, f64)>,
}

/// A name that has its place.
#[derive(Debug)]
pub(super) struct Placed {
    name: Name,
    middle: [f64; 2],
}

impl Name {
    /// The name that a layer gives a feature; `None` where it gives none.
    pub(super) fn of(layer: &Value, context: &Context<'_>, lang: Lang) -> Option<Self> {
        let (layout, paint) = (&layer["layout"], &layer["paint"]);
        let number = |value: &Value, default: f64| context.number(value).unwrap_or(default);
        let text = context.text(&layout["text-field"]).filter(|text| !text.trim().is_empty())?;
        let upper = layout["text-transform"] == "uppercase";
        let text = if upper { text.to_uppercase() } else { text };
        let spacing = number(&layout["text-letter-spacing"], 0.0);
        let setting = Setting { face: face(&layout["text-font"]), lang, spacing };
        let size = number(&layout["text-size"], 16.0);
        let lines = balanced(&text, setting, number(&layout["text-max-width"], 10.0));
        let width = lines.iter().map(|line| line.width).fold(0.0, f64::max) * size;
        let height = lines.len() as f64 * LEADING * size;
        let halo = number(&paint["text-halo-width"], 0.0);
        let halo =
            context.text(&paint["text-halo-color"]).filter(|_| halo > 0.0).map(|colour| (colour, halo));
        Some(Self {
            places: places(layout, context, [width, height], size),
            lines,
            size,
            padding: number(&layout["text-padding"], 2.0),
            overlaps: layout["text-allow-overlap"] == true,
            colour: context.text(&paint["text-color"]).unwrap_or_else(|| "#000000".to_owned()),
            halo,
        })
    }

    /// The same name with so much more room around it, in CSS pixels.
    pub(super) fn apart(self, room: f64) -> Self {
        Self { padding: self.padding + room, ..self }
    }

    /// Finds room for the name of a point; `None` where there is none.
    pub(super) fn place(self, [x, y]: [f64; 2], room: &mut Room) -> Option<Placed> {
        let width = self.lines.iter().map(|line| line.width).fold(0.0, f64::max) * self.size;
        let height = self.lines.len() as f64 * LEADING * self.size;
        let rect = |[dx, dy]: [f64; 2]| {
            Rect { x: x + dx - width / 2.0, y: y + dy - height / 2.0, width, height }.shrunk(-self.padding)
        };
        let free = self.places.iter().find(|shift| self.overlaps || room.is_free(&rect(**shift)));
        let shift = *free?;
        room.take(rect(shift));
        Some(Placed { middle: [x + shift[0], y + shift[1]], name: self })
    }
}

impl Placed {
    /// Writes the room around the letters, then the letters.
    pub(super) fn write(&self, halos: &mut String, names: &mut String) {
        let Name { lines, size, colour, halo, .. } = &self.name;
        let top = self.middle[1] - lines.len() as f64 * LEADING * size / 2.0;
        for (index, line) in lines.iter().enumerate() {
            let x = self.middle[0] - line.width * size / 2.0;
            let y = top + (index as f64 + 0.5) * LEADING * size + CAPITALS * size / 2.0;
            if let Some((ground, width)) = halo {
                halos.push_str(&svg::halo(line, [x, y], *size, ground, *width));
            }
            names.push_str(&svg::letters(line, [x, y], *size, &format!("fill=\"{colour}\"")));
        }
    }
}

/// The cut that a font stack asks for first.
fn face(stack: &Value) -> Face {
    let name = stack.get(0).and_then(Value::as_str).unwrap_or_default();
    match name {
        name if name.ends_with("Bold") => Face::Bold,
        name if name.ends_with("Medium") => Face::Medium,
        name if name.ends_with("Italic") => Face::Italic,
        _ => Face::Regular,
    }
}

/// Where the middle of a box may lie, as shifts from its point.
fn places(layout: &Value, context: &Context<'_>, [width, height]: [f64; 2], size: f64) -> Vec<[f64; 2]> {
    let aside = |anchor: &str, distance: f64| {
        let sign = |low: &str, high: &str| {
            f64::from(i8::from(anchor.contains(low))) - f64::from(i8::from(anchor.contains(high)))
        };
        let (across, down) = (sign("left", "right"), sign("top", "bottom"));
        // A corner is as far from its point as a side.
        let distance = if across != 0.0 && down != 0.0 { distance / 2.0_f64.sqrt() } else { distance };
        [across * (width / 2.0 + distance), down * (height / 2.0 + distance)]
    };
    if let Some(anchors) = layout["text-variable-anchor"].as_array() {
        let distance = context.number(&layout["text-radial-offset"]).unwrap_or(0.0) * size;
        return anchors.iter().filter_map(Value::as_str).map(|anchor| aside(anchor, distance)).collect();
    }
    let anchor = layout["text-anchor"].as_str().unwrap_or("center");
    let offset =
        |index: usize| layout["text-offset"].get(index).and_then(Value::as_f64).unwrap_or(0.0) * size;
    let [x, y] = aside(anchor, 0.0);
    let first = [x + offset(0), y + offset(1)];
    if anchor != "center" {
        return vec![first];
    }
    // The name of an area may step aside a little: readers can't zoom in until it has room.
    let steps = [[0.0, 0.0], [0.0, 1.0], [0.0, -1.0], [0.4, 0.0], [-0.4, 0.0], [0.0, 2.0], [0.0, -2.0]];
    steps.map(|[dx, dy]| [first[0] + dx * width, first[1] + dy * LEADING * size]).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, json};

    const MAP: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 200.0 };

    fn name(layout: &Value) -> Name {
        let mut layer = json!({"layout": {"text-field": "Темиртау", "text-size": 12}, "paint": {"text-color": "#8a8474"}});
        for (key, value) in layout.as_object().unwrap() {
            layer["layout"][key] = value.clone();
        }
        let attributes = Map::new();
        Name::of(&layer, &Context { zoom: 5.0, attributes: &attributes, geometry: "Point" }, Lang::Ru)
            .unwrap()
    }

    #[test]
    fn a_name_steps_aside_and_a_third_one_is_left_out() {
        let mut room = Room::new(MAP, Vec::new());
        let aside = json!({"text-variable-anchor": ["left", "right"], "text-radial-offset": 1});
        let first = name(&aside).place([200.0, 100.0], &mut room).unwrap();
        assert!(first.middle[0] > 212.0, "to the right of its point: {:?}", first.middle);
        let second = name(&aside).place([200.0, 100.0], &mut room).unwrap();
        assert!(second.middle[0] < 188.0, "{:?}", second.middle);
        assert!(name(&aside).place([200.0, 100.0], &mut room).is_none());
    }

    #[test]
    fn no_name_is_cut_by_the_edge() {
        let mut room = Room::new(MAP, Vec::new());
        assert!(name(&json!({})).place([6.0, 100.0], &mut room).is_none());
        let beside = name(&json!({"text-variable-anchor": ["center", "left"], "text-radial-offset": 1}));
        assert!(beside.place([6.0, 100.0], &mut room).unwrap().middle[0] > 6.0);
    }
}

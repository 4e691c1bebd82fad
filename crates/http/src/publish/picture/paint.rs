//! The layers of the style as shapes.

use super::{
    expression::Context,
    places::Symbols,
    scene::{Item, Scene},
    svg::{Short, Svg},
};
use serde_json::{Map, Value};
use std::fmt::Write as _;
use terrikon_tiles::LayerName;

impl Scene<'_> {
    pub(super) fn layer(&self, svg: &mut Svg, layer: &Value, symbols: &Symbols) {
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

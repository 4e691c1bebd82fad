//! What every map has: a scale bar, north where it helps, and a small map that says where this one lies.

use super::{
    Request,
    frame::Frame,
    gather::Sheet,
    layout::Rect,
    legend::card,
    lettering::{Face, Setting},
    svg::{self, Short, Svg, halo, letters},
    words::distance,
};
use crate::messages::message;
use geo::MapCoords as _;
use serde_json::json;
use terrikon_core::Envelope;
use terrikon_tiles::{LayerName, TileError};

/// From where on a metre is so much longer at one edge than at the other that the bar says where it holds.
const UNEVEN: f64 = 1.08;

/// Maps wider than this, in metres, need no arrow: readers know where north is on a map of a country.
const KNOWN_M: f64 = 900_000.0;

/// A bar of a round length.
#[derive(Debug)]
pub(super) struct ScaleBar {
    length_px: f64,
    text: String,
    size: f64,
    unit: f64,
    north: bool,
    /// What it takes, in CSS pixels.
    pub(super) width: f64,
    pub(super) height: f64,
}

impl ScaleBar {
    /// The longest round length that takes no more than a fifth of the map, true in the middle of the map.
    pub(super) fn new(frame: &Frame, request: &Request, unit: f64) -> Self {
        let latitude = frame.latitude();
        let pixel = frame.pixels(1.0, latitude);
        let most = (frame.area.width * 0.2).min(190.0 * unit) / pixel;
        let length = round_length(most);
        let mut text = distance(length, request.lang);
        if frame.stretch() > UNEVEN {
            let at = [("latitude", format!("{:.0}", latitude.abs().round()))];
            text = format!("{text} {}", message(request.lang, "picture-scale-at", &at).unwrap_or_default());
        }
        let size = (11.0 * unit).max(9.0);
        let text_px = Setting::new(Face::Regular, request.lang).width(&text) * size;
        let north = frame.area.width / pixel < KNOWN_M;
        let length_px = length * pixel;
        let width = length_px.max(text_px) + if north { 26.0 * unit } else { 0.0 };
        Self { length_px, text, size, unit, north, width, height: size + 12.0 * unit }
    }

    /// Draws it with its south-eastern corner at a place.
    pub(super) fn draw(&self, svg: &mut Svg, [right, bottom]: [f64; 2], request: &Request) {
        let palette = request.theme.palette();
        let unit = self.unit;
        let left = right - self.length_px;
        let base = bottom - 3.0 * unit;
        let tick = 5.0 * unit;
        let bar = format!(
            "M{} {}v{}h{}v-{}",
            Short(left),
            Short(base - tick),
            Short(tick),
            Short(self.length_px),
            Short(tick)
        );
        svg.open("scale", "fill=\"none\" stroke-linejoin=\"round\"");
        for (colour, width) in [(&palette.covered, 4.2), (&palette.ink, 1.3)] {
            svg.push(&format!(
                "<path d=\"{bar}\" stroke=\"{colour}\" stroke-width=\"{}\"/>",
                Short(width * unit)
            ));
        }
        let run = Setting::new(Face::Regular, request.lang).line(&self.text);
        let place = [right - run.width * self.size - 1.0, base - tick - 4.0 * unit];
        svg.push(&halo(&run, place, self.size, &palette.covered, 2.0 * unit));
        svg.push(&letters(&run, place, self.size, &format!("fill=\"{}\"", palette.ink)));
        svg.close();
        if self.north {
            let run_px = (run.width * self.size).max(self.length_px);
            self.arrow(svg, [right - run_px - 16.0 * unit, base], request);
        }
    }

    fn arrow(&self, svg: &mut Svg, [x, bottom]: [f64; 2], request: &Request) {
        let (palette, unit) = (request.theme.palette(), self.unit);
        let run = Setting::new(Face::Bold, request.lang)
            .line(&message(request.lang, "picture-north", &[]).unwrap_or_default());
        let size = self.size * 0.95;
        let height = 15.0 * unit;
        let arrow = format!(
            "M{} {}l{w} {h}l-{w}-{d}l-{w} {d}z",
            Short(x),
            Short(bottom - height),
            w = Short(4.6 * unit),
            h = Short(height),
            d = Short(4.0 * unit),
        );
        svg.open("north", "stroke-linejoin=\"round\"");
        svg.push(&format!(
            "<path d=\"{arrow}\" stroke=\"{}\" stroke-width=\"{}\"/><path d=\"{arrow}\" fill=\"{}\"/>",
            palette.covered,
            Short(3.0 * unit),
            palette.ink,
        ));
        let place = [x - run.width * size / 2.0, bottom - height - 2.5 * unit];
        svg.push(&halo(&run, place, size, &palette.covered, 2.0 * unit));
        svg.push(&letters(&run, place, size, &format!("fill=\"{}\"", palette.ink)));
        svg.close();
    }
}

/// The greatest of 1, 2, 5, 10, 20 … that is not greater.
fn round_length(most: f64) -> f64 {
    let power = 10.0_f64.powf(most.max(1.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|length| *length <= most).unwrap_or(power)
}

/// Both countries with the part that the map shows.
pub(super) fn locator(
    svg: &mut Svg,
    rect: &Rect,
    (all, sheet): (Envelope, &Sheet),
    frame: &Frame,
    request: &Request,
    unit: f64,
) -> Result<(), TileError> {
    let palette = request.theme.palette();
    let small = Frame::fit(all, *rect, 9.0 * unit, 0.0);
    svg.open("locator", "");
    card(svg, rect, palette, unit);
    for shape in sheet.shapes()? {
        let covered = shape.attributes.get("covered") == Some(&json!(1));
        let style = match shape.layer {
            LayerName::Countries if covered => {
                format!("fill=\"{}\" stroke=\"{}\" stroke-width=\".7\"", palette.beyond, palette.state_border)
            }
            _ => continue,
        };
        let drawn = svg::path(&shape.geometry.map_coords(|coord| small.place(coord)));
        svg.push(&format!("<path fill-rule=\"evenodd\" d=\"{drawn}\" {style}/>"));
    }
    let [a, b] = frame.corners().map(|corner| small.place(corner));
    // A box too small to be seen is shown as a ring around its middle.
    let (x, y) = (f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
    let mark = format!(
        "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
        palette.kind(terrikon_core::Kind::IndustrialTown),
        Short(1.6 * unit)
    );
    if b.x - a.x < 9.0 * unit {
        svg.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {mark}/>",
            Short(x),
            Short(y),
            Short(5.0 * unit)
        ));
    } else {
        let shown = Rect { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y };
        svg.rect(&shown, &mark);
    }
    svg.close();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_round() {
        for (most, round) in [(1.2, 1.0), (9.9, 5.0), (10.0, 10.0), (49_000.0, 20_000.0), (0.3, 1.0)] {
            assert_eq!(round_length(most), round);
        }
    }
}

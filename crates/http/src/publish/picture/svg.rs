//! The document: plain SVG 1.1 with groups that have names, so that whoever opens it in a drawing program finds his way.
//!
//! Letters are outlines. No font must be installed, and Kazakh and Kyrgyz look the same everywhere; what they say stands in
//! `aria-label`. There is no style sheet, no script and no address outside of the file.

use super::{
    layout::{Block, Rect},
    lettering::Run,
};
use geo::{Coord, Geometry, LineString};
use std::fmt::{self, Write as _};

/// A number with as many digits as a picture needs: hundredths of a CSS pixel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Short(pub(super) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (0, part) if part % 10 == 0 => write!(f, "{sign}.{}", part / 10),
            (0, part) => write!(f, "{sign}.{part:02}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// A text as XML has it; what XML can't hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The path of a geometry whose coordinates are CSS pixels; empty for points.
pub(super) fn path(geometry: &Geometry<f64>) -> String {
    let mut path = String::new();
    match geometry {
        Geometry::LineString(one) => line(&mut path, one, false),
        Geometry::MultiLineString(lines) => lines.iter().for_each(|one| line(&mut path, one, false)),
        Geometry::Polygon(polygon) => rings(&mut path, polygon),
        Geometry::MultiPolygon(polygons) => polygons.iter().for_each(|polygon| rings(&mut path, polygon)),
        _ => {}
    }
    path
}

fn rings(path: &mut String, polygon: &geo::Polygon<f64>) {
    line(path, polygon.exterior(), true);
    polygon.interiors().iter().for_each(|ring| line(path, ring, true));
}

/// Steps from rounded place to rounded place, so that errors do not add up.
fn line(path: &mut String, line: &LineString<f64>, closed: bool) {
    let rounded = |coord: &Coord<f64>| Coord { x: (coord.x * 100.0).round(), y: (coord.y * 100.0).round() };
    let coords = if closed { &line.0[..line.0.len().saturating_sub(1)] } else { &line.0[..] };
    let Some((first, rest)) = coords.split_first() else { return };
    let mut last = rounded(first);
    // Writing to a string never fails, here and below.
    let _ = write!(path, "M{} {}", Short(last.x / 100.0), Short(last.y / 100.0));
    for coord in rest {
        let next = rounded(coord);
        if next != last {
            let step = (next - last) / 100.0;
            let gap = if step.y < 0.0 { "" } else { " " };
            let _ = write!(path, "l{}{gap}{}", Short(step.x), Short(step.y));
            last = next;
        }
    }
    if closed {
        path.push('z');
    }
}

/// A picture that is being written.
#[derive(Debug)]
pub(super) struct Svg(String);

impl Svg {
    /// A picture of a size in CSS pixels, with what it says for those who don't see it.
    pub(super) fn new(size: &Rect, title: &str, about: &str) -> Self {
        let (width, height) = (Short(size.width), Short(size.height));
        Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\"><title>{}</title><desc>{}</desc>\n",
            escaped(title),
            escaped(about),
        ))
    }

    pub(super) fn push(&mut self, element: &str) {
        self.0.push_str(element);
    }

    /// Begins a group; `attributes` are written as they are.
    pub(super) fn open(&mut self, id: &str, attributes: &str) {
        let _ = write!(self.0, "<g id=\"{id}\"{}{attributes}>", if attributes.is_empty() { "" } else { " " });
    }

    pub(super) fn close(&mut self) {
        self.0.push_str("</g>\n");
    }

    pub(super) fn rect(&mut self, rect: &Rect, attributes: &str) {
        let _ = write!(
            self.0,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {attributes}/>",
            Short(rect.x),
            Short(rect.y),
            Short(rect.width),
            Short(rect.height)
        );
    }

    /// Lines of text, one below the other.
    pub(super) fn block(&mut self, block: &Block, attributes: &str) {
        for (index, run) in block.lines.iter().enumerate() {
            let y = block.y + index as f64 * block.leading;
            self.push(&letters(run, [block.x, y], block.size, attributes));
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// A line of letters of a size, its baseline beginning at a place.
pub(super) fn letters(run: &Run, place: [f64; 2], size: f64, attributes: &str) -> String {
    outlines(run, place, size, &format!("aria-label=\"{}\" {attributes}", escaped(&run.text)))
}

/// The room around the same line, so many CSS pixels to each side, in the colour of its ground.
pub(super) fn halo(run: &Run, place: [f64; 2], size: f64, colour: &str, width: f64) -> String {
    let stroke = Short(2.0 * width * 1000.0 / size);
    outlines(
        run,
        place,
        size,
        &format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{stroke}\" stroke-linejoin=\"round\""),
    )
}

fn outlines(run: &Run, [x, y]: [f64; 2], size: f64, attributes: &str) -> String {
    if run.path.is_empty() {
        return String::new();
    }
    let scale = size / 1000.0;
    format!(
        "<path {attributes} transform=\"matrix({scale:.5} 0 0 -{scale:.5} {} {})\" d=\"{}\"/>",
        Short(x),
        Short(y),
        run.path
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{line_string, polygon};

    #[test]
    fn numbers_are_short() {
        for (number, text) in
            [(1.0, "1"), (-0.5, "-.5"), (12.345, "12.35"), (0.004, "0"), (-3.07, "-3.07"), (0.05, ".05")]
        {
            assert_eq!(Short(number).to_string(), text);
        }
    }

    #[test]
    fn paths_step_from_place_to_place() {
        let line =
            line_string![(x: 1.0, y: 2.0), (x: 2.5, y: 1.0), (x: 2.5, y: 1.0), (x: 0.0, y: 1.25)].into();
        assert_eq!(path(&line), "M1 2l1.5-1l-2.5 .25");
        let square = polygon![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0), (x: 1.0, y: 1.0)].into();
        assert_eq!(path(&square), "M0 0l1 0l0 1z");
    }

    #[test]
    fn texts_can_be_anything() {
        assert_eq!(escaped("a<b>\"&\u{0}c"), "a&lt;b&gt;&quot;&amp;c");
    }
}

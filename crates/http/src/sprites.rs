//! The symbols of hotspots as SVG, and as MapLibre sprites drawn from them.
//!
//! | name | when |
//! | --- | --- |
//! | `<kind>` | the position is the site, or was drawn by hand |
//! | `<kind>-imprecise` | only a town or an area is known: a small symbol in a ring, so that nobody takes it for the site |
//! | `…-unverified` | neither fact nor position has a source: an outline |
//!
//! | `no-figure` | a pattern: an oblast without a figure |
//!
//! Shapes are in `style/icons`, colours in `style/palette.json`.

use crate::style::Theme;
use resvg::{tiny_skia, usvg};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use terrikon_core::Kind;

/// The side of a symbol, in CSS pixels: a shape of 16 with room for its rim.
const SIDE: u32 = 22;

/// The name of the pattern over oblasts without a figure.
pub(crate) const NO_FIGURE: &str = "no-figure";

/// The side of the pattern, in CSS pixels: it goes on at its edges.
const PATTERN: u32 = 8;

/// Device pixels in a CSS pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ratio {
    /// Ordinary screens: `light.png`.
    One,
    /// Fine screens: `light@2x.png`.
    Two,
}

impl Ratio {
    /// Both.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];

    const fn pixels(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

/// How a symbol tells what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Variant {
    imprecise: bool,
    unverified: bool,
}

impl Variant {
    const ALL: [Self; 4] = [
        Self { imprecise: false, unverified: false },
        Self { imprecise: false, unverified: true },
        Self { imprecise: true, unverified: false },
        Self { imprecise: true, unverified: true },
    ];
}

fn icons() -> impl Iterator<Item = (String, Kind, Variant)> {
    Variant::ALL.into_iter().flat_map(|variant| {
        Kind::ALL.iter().map(move |&kind| {
            let imprecise = if variant.imprecise { "-imprecise" } else { "" };
            let unverified = if variant.unverified { "-unverified" } else { "" };
            (format!("{kind}{imprecise}{unverified}"), kind, variant)
        })
    })
}

/// The names of all symbols, in the order in which they lie in the sprite.
#[must_use]
pub fn icon_names() -> Vec<String> {
    icons().map(|(name, ..)| name).collect()
}

/// A symbol as a picture of its own, 22 by 22 CSS pixels; `None` for a name that is none.
#[must_use]
pub fn icon_svg(theme: Theme, name: &str) -> Option<String> {
    let (_, kind, variant) = icons().find(|(other, ..)| other == name)?;
    let drawn = draw(theme, kind, variant);
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">{drawn}</svg>"#
    ))
}

/// The shape of a kind on a square of 16, as a `<path>`.
fn shape(kind: Kind) -> &'static str {
    let file = match kind {
        Kind::Tailings => include_str!("../style/icons/tailings.svg"),
        Kind::Dump => include_str!("../style/icons/dump.svg"),
        Kind::River => include_str!("../style/icons/river.svg"),
        Kind::Lake => include_str!("../style/icons/lake.svg"),
        Kind::IndustrialTown => include_str!("../style/icons/industrial_town.svg"),
        Kind::Other => include_str!("../style/icons/other.svg"),
    };
    let inside = file.find('>').map_or(file, |end| &file[end + 1..]);
    inside.find("</svg>").map_or(inside, |end| &inside[..end])
}

/// A symbol on a square of [`SIDE`]: a paper-coloured rim keeps it apart from what lies below.
fn draw(theme: Theme, kind: Kind, variant: Variant) -> String {
    let palette = theme.palette();
    let (paper, colour, shape) = (&palette.paper, palette.kind(kind), shape(kind));
    let middle = f64::from(SIDE) / 2.0;
    let fill = if variant.unverified { paper } else { colour };
    // Strokes are given on the shape's own square, so they shrink with it; outlines must not.
    let (scale, outline, ring) = if variant.imprecise {
        let dashes = if variant.unverified { r#" stroke-dasharray="2.6 2""# } else { "" };
        let ring = format!(
            r#"<circle cx="{middle}" cy="{middle}" r="9.4" fill="{paper}" fill-opacity="0.72" stroke="{colour}" stroke-opacity="0.8" stroke-width="1.1"{dashes}/>"#
        );
        (0.68, 2.4, ring)
    } else {
        (1.0, 1.8, String::new())
    };
    let rim = if variant.imprecise { 0.0 } else { outline + 2.8 };
    let edge = if variant.unverified { outline } else { 1.2 };
    format!(
        r#"{ring}<g transform="translate({middle} {middle}) scale({scale}) translate(-8 -8)" stroke-linejoin="round"><g fill="{paper}" stroke="{paper}" stroke-width="{rim}">{shape}</g><g fill="{fill}" stroke="{colour}" stroke-width="{edge}">{shape}</g></g>"#
    )
}

/// Where each symbol lies in the sprite of a theme.
#[must_use]
pub fn sprite_json(theme: Theme, ratio: Ratio) -> Value {
    // Both themes have the same symbols in the same places.
    let _ = theme;
    let side = SIDE * ratio.pixels();
    let entries = icons().enumerate().map(|(index, (name, ..))| {
        let (column, row) = cell(index);
        let entry = json!({
            "x": column * side, "y": row * side, "width": side, "height": side, "pixelRatio": ratio.pixels(),
        });
        (name, entry)
    });
    let mut places = entries.collect::<Map<_, _>>();
    let side = PATTERN * ratio.pixels();
    let pattern = json!({
        "x": 0, "y": ICONS_HEIGHT * ratio.pixels(), "width": side, "height": side, "pixelRatio": ratio.pixels(),
    });
    places.insert(NO_FIGURE.to_owned(), pattern);
    Value::Object(places)
}

/// The sprite of a theme as a PNG file.
#[must_use]
pub fn sprite_png(theme: Theme, ratio: Ratio) -> &'static [u8] {
    static SPRITES: LazyLock<Vec<(Theme, Ratio, Vec<u8>)>> = LazyLock::new(|| {
        let sprites = Theme::ALL.into_iter().flat_map(|theme| Ratio::ALL.map(|ratio| (theme, ratio)));
        sprites.map(|(theme, ratio)| (theme, ratio, paint(theme, ratio))).collect()
    });
    SPRITES
        .iter()
        .find(|(of_theme, of_ratio, _)| (*of_theme, *of_ratio) == (theme, ratio))
        .map_or(&[], |(.., png)| png)
}

/// How high the rows of symbols are, in CSS pixels; the pattern lies below them.
const ICONS_HEIGHT: u32 = SIDE * Variant::ALL.len() as u32;

/// Slanting lines.
fn draw_pattern(theme: Theme) -> String {
    let colour = &theme.palette().no_figure;
    format!(
        r#"<svg y="{ICONS_HEIGHT}" width="{PATTERN}" height="{PATTERN}" viewBox="0 0 8 8"><path d="M-2 2l4-4M-2 10L10-2M6 10l4-4" stroke="{colour}" stroke-width="1"/></svg>"#
    )
}

/// A row for each variant, a column for each kind.
fn cell(index: usize) -> (u32, u32) {
    let columns = Kind::ALL.len();
    ((index % columns) as u32, (index / columns) as u32)
}

fn paint(theme: Theme, ratio: Ratio) -> Vec<u8> {
    let (width, height) = (SIDE * Kind::ALL.len() as u32, ICONS_HEIGHT + PATTERN);
    let cells: String = icons()
        .enumerate()
        .map(|(index, (_, kind, variant))| {
            let (column, row) = cell(index);
            let drawn = draw(theme, kind, variant);
            format!(r#"<g transform="translate({} {})">{drawn}</g>"#, column * SIDE, row * SIDE)
        })
        .collect();
    let pattern = draw_pattern(theme);
    let sheet = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{cells}{pattern}</svg>"#
    );
    let tree = usvg::Tree::from_str(&sheet, &usvg::Options::default()).expect("the sheet is our own SVG");
    let scale = ratio.pixels();
    let mut pixels = tiny_skia::Pixmap::new(width * scale, height * scale).expect("the sheet has a size");
    let transform = tiny_skia::Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().expect("a picture in memory can be written to memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_is_painted_and_no_two_look_alike() {
        for theme in Theme::ALL {
            for ratio in Ratio::ALL {
                let sheet = tiny_skia::Pixmap::decode_png(sprite_png(theme, ratio)).unwrap();
                let mut seen = Vec::new();
                let places = sprite_json(theme, ratio);
                for (name, place) in places.as_object().unwrap().iter().filter(|(name, _)| *name != NO_FIGURE)
                {
                    let part = |field: &str| place[field].as_u64().unwrap() as u32;
                    let rect = tiny_skia::IntRect::from_xywh(
                        part("x") as i32,
                        part("y") as i32,
                        part("width"),
                        part("height"),
                    );
                    let icon = sheet.clone_rect(rect.unwrap()).unwrap();
                    assert!(icon.pixels().iter().any(|pixel| pixel.alpha() == 255), "{name} is blank");
                    let corner = icon.pixel(0, 0).unwrap();
                    assert_eq!(corner.alpha(), 0, "{name} is cut off");
                    assert!(!seen.contains(&icon.data().to_vec()), "{name} looks like another");
                    seen.push(icon.data().to_vec());
                }
                assert_eq!(seen.len(), 24);
            }
        }
    }

    #[test]
    fn the_pattern_goes_on_at_its_edges() {
        let sheet = tiny_skia::Pixmap::decode_png(sprite_png(Theme::Light, Ratio::Two)).unwrap();
        let place = &sprite_json(Theme::Light, Ratio::Two)[NO_FIGURE];
        let number = |field: &str| place[field].as_u64().unwrap() as u32;
        let (left, top, side) = (number("x"), number("y"), number("width"));
        let alpha = |x: u32, y: u32| u32::from(sheet.pixel(left + x % side, top + y % side).unwrap().alpha());
        let line = |y: u32| (0..side).map(|x| alpha(x, y)).collect::<Vec<_>>();
        for y in 0..side {
            let mut moved = line(y);
            moved.rotate_left(1);
            let next = line(y + 1);
            let apart: u32 = moved.iter().zip(&next).map(|(a, b)| a.abs_diff(*b)).sum();
            assert!(
                line(y).iter().any(|alpha| *alpha > 100) && line(y).contains(&0),
                "row {y}: {:?}",
                line(y)
            );
            assert!(apart < 120, "row {y} does not go on: {moved:?} {next:?}");
        }
    }

    #[test]
    fn a_symbol_is_also_a_picture_of_its_own() {
        for name in icon_names() {
            let svg = icon_svg(Theme::Dark, &name).unwrap();
            assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok(), "{svg}");
        }
        assert!(icon_svg(Theme::Light, "volcano").is_none());
        assert!(icon_svg(Theme::Light, "tailings").unwrap().contains("#7b3294"));
    }
}

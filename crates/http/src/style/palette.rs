//! The colours of the map, from `style/palette.json`: the one place for the style, the sprites and pictures.

use serde::Deserialize;
use std::{collections::HashMap, fmt, str::FromStr, sync::LazyLock};
use terrikon_core::{Kind, kind::UnknownWord};

/// Which of the two palettes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Warm paper.
    #[default]
    Light,
    /// Warm near-black.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// `light` or `dark`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Its colours.
    #[must_use]
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &PALETTES.light,
            Self::Dark => &PALETTES.dark,
        }
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Theme {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word).ok_or_else(|| UnknownWord {
            vocabulary: "theme",
            word: word.to_owned(),
            accepted: Self::ALL.iter().map(|theme| theme.as_str()).collect(),
        })
    }
}

/// Colours as `#rrggbb`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Neighbouring countries, and all that lies beyond the data.
    pub beyond: String,
    /// The countries that we cover.
    pub covered: String,
    /// The rim of symbols and the inside of outlined ones.
    pub paper: String,
    /// Text that must be read.
    pub ink: String,
    /// Lakes and seas.
    pub water: String,
    /// River lines and shores.
    pub river: String,
    /// Names of lakes.
    pub water_name: String,
    /// Borders between states.
    pub state_border: String,
    /// Borders between oblasts.
    pub oblast_border: String,
    /// Borders between raions.
    pub raion_border: String,
    /// Names of countries.
    pub country_name: String,
    /// Names of oblasts and raions.
    pub oblast_name: String,
    /// Names of towns and villages.
    pub town_name: String,
    /// Names of hotspots.
    pub hotspot_name: String,
    /// The rim of clusters.
    pub cluster_rim: String,
    /// Oblasts by the class of their figure, from the least to the greatest: steps of lightness, readable without colour vision.
    pub shades: [String; 5],
    /// Hatching of oblasts without a figure.
    pub no_figure: String,
    kinds: HashMap<Kind, String>,
}

impl Palette {
    /// The colour of a kind.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> &str {
        self.kinds.get(&kind).map_or(&self.ink, String::as_str)
    }
}

#[derive(Deserialize)]
struct Palettes {
    light: Palette,
    dark: Palette,
}

static PALETTES: LazyLock<Palettes> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../style/palette.json")).expect("the palette is checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_kind_stands_out_from_the_ground_in_both_themes() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            for &kind in Kind::ALL {
                assert!(palette.kinds.contains_key(&kind), "{theme} has no colour for {kind}");
                for ground in [&palette.covered, &palette.beyond, &palette.water] {
                    let contrast = contrast(palette.kind(kind), ground);
                    assert!(contrast >= 3.0, "{kind} on {ground} in {theme}: {contrast:.2}");
                }
            }
            assert!(contrast(&palette.hotspot_name, &palette.covered) >= 4.5);
            assert!(luminance(&palette.covered) > luminance(&palette.beyond), "ours are one shade lighter");
        }
    }
}

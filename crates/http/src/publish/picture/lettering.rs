//! Letters as outlines, from fonts inside the binary: shaped by the rules of the script and the language.
//!
//! The fonts are in `fonts`, cut to the letters of the four languages and of names in Latin script; how, stands there.

use rustybuzz::{
    Language, UnicodeBuffer, shape,
    ttf_parser::{GlyphId, OutlineBuilder},
};
use std::{
    fmt::Write as _,
    str::FromStr as _,
    sync::{LazyLock, OnceLock},
};
use terrikon_core::Lang;

/// Units of the fonts in an em.
const UNITS: f64 = 1000.0;

/// From the baseline to the top of capital letters, in em.
pub(super) const CAPITALS: f64 = 0.714;

/// The cuts of Noto Sans that pictures use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Medium,
    Bold,
    Italic,
}

/// A font with the outlines of its glyphs, each drawn when it is first needed.
struct Type {
    font: rustybuzz::Face<'static>,
    outlines: Vec<OnceLock<Box<str>>>,
}

static TYPES: LazyLock<[Type; 4]> = LazyLock::new(|| {
    let read = |bytes: &'static [u8]| {
        let font = rustybuzz::Face::from_slice(bytes, 0).expect("the fonts are ours, and a test reads them");
        let outlines = (0..font.number_of_glyphs()).map(|_| OnceLock::new()).collect();
        Type { font, outlines }
    };
    [
        read(include_bytes!("../../../fonts/regular.ttf")),
        read(include_bytes!("../../../fonts/medium.ttf")),
        read(include_bytes!("../../../fonts/bold.ttf")),
        read(include_bytes!("../../../fonts/italic.ttf")),
    ]
});

impl Face {
    fn of(self) -> &'static Type {
        &TYPES[self as usize]
    }
}

/// A line of letters, ready to be put anywhere in any size.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// What it says.
    pub(super) text: String,
    /// SVG path data in font units, y upwards, the baseline at 0.
    pub(super) path: String,
    /// Its width in em.
    pub(super) width: f64,
}

/// How letters are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) face: Face,
    pub(super) lang: Lang,
    /// More room between letters, in em.
    pub(super) spacing: f64,
}

impl Setting {
    pub(super) const fn new(face: Face, lang: Lang) -> Self {
        Self { face, lang, spacing: 0.0 }
    }

    /// A line of letters. What the fonts have no letter for is left out: an empty box in print helps nobody.
    pub(super) fn line(self, text: &str) -> Run {
        let kind = self.face.of();
        let mut run = Run { text: text.to_owned(), path: String::new(), width: 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        if let Ok(language) = Language::from_str(self.lang.as_str()) {
            buffer.set_language(language);
        }
        let shaped = shape(&kind.font, &[], buffer);
        let mut at = 0.0;
        let mut count = 0_u32;
        for (glyph, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            if glyph.glyph_id == 0 {
                continue;
            }
            let outline = kind.outline(glyph.glyph_id);
            if !outline.is_empty() {
                // Writing to a string never fails, here and below.
                let _ = write!(
                    run.path,
                    "M{} {}{outline}",
                    (at + f64::from(position.x_offset)).round(),
                    position.y_offset
                );
            }
            at += f64::from(position.x_advance) + self.spacing * UNITS;
            count += 1;
        }
        run.width = (at / UNITS - if count > 0 { self.spacing } else { 0.0 }).max(0.0);
        run
    }

    /// The width of a line in em.
    pub(super) fn width(self, text: &str) -> f64 {
        self.line(text).width
    }
}

impl Type {
    /// The outline of a glyph as SVG path data relative to its origin; empty for spaces.
    fn outline(&self, glyph: u32) -> &str {
        let Some(kept) = self.outlines.get(glyph as usize) else { return "" };
        kept.get_or_init(|| {
            let mut pen = Pen::default();
            let id = u16::try_from(glyph).ok();
            let drawn = id.and_then(|id| self.font.outline_glyph(GlyphId(id), &mut pen));
            if drawn.is_some() { pen.path.into() } else { Box::default() }
        })
    }
}

/// Writes relative commands in whole units: short, and the same glyph is the same text wherever it stands.
#[derive(Default)]
struct Pen {
    path: String,
    at: [i32; 2],
    start: [i32; 2],
}

impl Pen {
    fn write(&mut self, command: char, points: &[[f32; 2]]) {
        let whole = |[x, y]: [f32; 2]| [x.round() as i32, y.round() as i32];
        self.path.push(command);
        for (index, point) in points.iter().enumerate() {
            let [x, y] = whole(*point);
            let [x, y] = [x - self.at[0], y - self.at[1]];
            // A sign parts two numbers as well as a space does.
            let gap = if index == 0 || x < 0 { "" } else { " " };
            let comma = if y < 0 { "" } else { " " };
            let _ = write!(self.path, "{gap}{x}{comma}{y}");
        }
        if let Some(last) = points.last() {
            self.at = whole(*last);
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('m', &[[x, y]]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('l', &[[x, y]]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.write('q', &[[x1, y1], [x, y]]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.write('c', &[[x1, y1], [x2, y2], [x, y]]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACES: [Face; 4] = [Face::Regular, Face::Medium, Face::Bold, Face::Italic];

    #[test]
    fn every_letter_of_the_four_languages_is_in_every_face() {
        let letters = "АБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯӘабвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяә\
                       ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüßéèçñışğ0123456789,.;:!?()«»“”’–—…·©№±°²³₂";
        for face in FACES {
            for letter in letters.chars() {
                let run = Setting::new(face, Lang::Kk).line(&letter.to_string());
                assert!(!run.path.is_empty() && run.width > 0.1, "{face:?} lacks {letter}");
            }
        }
    }

    #[test]
    fn all_texts_can_be_set() {
        for text in [
            include_str!("../../../../../locales/en.ftl"),
            include_str!("../../../../../locales/ru.ftl"),
            include_str!("../../../../../locales/kk.ftl"),
            include_str!("../../../../../locales/ky.ftl"),
        ] {
            let mut letters: Vec<char> = text.chars().filter(|letter| letter.is_alphabetic()).collect();
            letters.sort_unstable();
            letters.dedup();
            for letter in letters {
                assert!(
                    !Setting::new(Face::Regular, Lang::Ru).line(&letter.to_string()).path.is_empty(),
                    "{letter}"
                );
            }
        }
    }

    #[test]
    fn letters_are_kerned_and_spaced() {
        let plain = Setting::new(Face::Regular, Lang::En);
        let apart = plain.width("A") + plain.width("V");
        assert!(plain.width("AV") < apart, "A and V move together");
        let spaced = Setting { spacing: 0.1, ..plain };
        assert!((spaced.width("HHH") - plain.width("HHH") - 0.2).abs() < 1e-9);
        assert_eq!(plain.width(""), 0.0);
    }

    #[test]
    fn what_has_no_letter_is_left_out() {
        let plain = Setting::new(Face::Regular, Lang::En);
        assert_eq!(plain.line("乌拉尔").path, "");
        assert!((plain.width("a乌b") - plain.width("ab")).abs() < 0.05);
    }
}

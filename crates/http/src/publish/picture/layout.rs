//! Where title, map and sources go.

use super::{
    Request,
    lettering::{Face, Run, Setting},
    paragraph::wrap,
    request::Size,
    words::Words,
};

/// A rectangle of the picture, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Rect {
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// With so many pixels less on every side; more where they are negative.
    pub(super) fn shrunk(&self, by: f64) -> Self {
        Self { x: self.x + by, y: self.y + by, width: self.width - 2.0 * by, height: self.height - 2.0 * by }
    }

    pub(super) fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    pub(super) fn holds(&self, x: f64, y: f64) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }
}

/// Lines of one size, the first baseline and the step from line to line.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) lines: Vec<Run>,
    /// In CSS pixels, as all here.
    pub(super) size: f64,
    pub(super) x: f64,
    /// The baseline of the first line.
    pub(super) y: f64,
    pub(super) leading: f64,
}

impl Block {
    fn new(text: &str, setting: Setting, size: f64, width: f64, most: usize) -> Self {
        let lines = wrap(text, setting, width / size, most);
        Self { lines, size, x: 0.0, y: 0.0, leading: size * 1.24 }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading
    }

    /// Puts its upper edge somewhere.
    fn at(self, x: f64, top: f64) -> Self {
        // Capitals stand in the middle of their line.
        let y = top + (self.leading + self.size * super::lettering::CAPITALS) / 2.0;
        Self { x, y, ..self }
    }
}

/// Where everything goes.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) whole: Rect,
    pub(super) map: Rect,
    pub(super) title: Block,
    pub(super) subtitle: Block,
    pub(super) sources: Block,
    /// Sizes of letters and gaps grow with the picture; 1 for a card of 1200 × 630.
    pub(super) unit: f64,
}

/// The part of the height that the map has at least.
const LEAST_MAP: f64 = 0.4;

impl Layout {
    pub(super) fn new(request: &Request, words: &Words) -> Self {
        let Size { width, height } = request.size;
        let (width, height) = (f64::from(width), f64::from(height));
        let unit = ((width * height).sqrt() / 870.0).clamp(0.5, 1.5);
        let whole = Rect { x: 0.0, y: 0.0, width, height };
        let edge = 24.0 * unit;
        let room = width - 2.0 * edge;
        let bold = Setting::new(Face::Bold, request.lang);
        let regular = Setting::new(Face::Regular, request.lang);
        // Little room takes lines from the words before it takes the map.
        let fit = |titles: usize, subtitles: usize, sources: usize| {
            let title = Block::new(&words.title, bold, (30.0 * unit).max(15.0), room, titles);
            let subtitle = Block::new(&words.subtitle, regular, (16.5 * unit).max(11.5), room, subtitles);
            let sources = Block::new(&words.sources, regular, (10.5 * unit).max(8.5), room, sources);
            let gap = 12.0 * unit;
            let head = gap * 1.5 + title.height() + subtitle.height() + gap;
            let foot = gap * 0.7 + sources.height() + gap * 0.7;
            let map = Rect { x: 0.0, y: head, width, height: height - head - foot };
            Self {
                whole,
                map,
                title: title.clone().at(edge, gap * 1.5),
                subtitle: subtitle.at(edge, gap * 1.5 + title.height()),
                sources: sources.at(edge, height - foot + gap * 0.7),
                unit,
            }
        };
        let tries = [(2, 2, 5), (2, 1, 4), (1, 1, 4), (1, 1, 3), (1, 0, 2)];
        let mut layouts = tries.into_iter().map(|(title, subtitle, sources)| fit(title, subtitle, sources));
        let last = fit(1, 0, 1);
        layouts.find(|layout| layout.map.height >= LEAST_MAP * height).unwrap_or(last)
    }
}

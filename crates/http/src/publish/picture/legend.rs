//! What the symbols mean: of those that are on the map, and of no other.

use super::{
    Request,
    layout::Rect,
    lettering::{CAPITALS, Face, Run, Setting},
    paragraph::wrap,
    svg::{Short, Svg, letters},
    symbols::{Edge, Seen, symbol},
    words::distance,
};
use crate::{
    messages::{label, message},
    style::Palette,
};
use terrikon_core::Kind;

/// The room for samples beside the texts, in CSS pixels at unit 1.
const SAMPLE: f64 = 30.0;

/// A sample with its text.
#[derive(Debug)]
struct Row {
    sample: Sample,
    lines: Vec<Run>,
}

#[derive(Debug)]
enum Sample {
    Symbol(String),
    Disc(Kind),
    Cluster,
    Shape(Kind),
    Zone(Edge, Kind),
}

/// The legend, laid out.
#[derive(Debug)]
pub(super) struct Legend {
    rows: Vec<Row>,
    size: f64,
    unit: f64,
    /// What it takes, in CSS pixels.
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Legend {
    /// The legend of what is seen, as far as there is room; `None` where nothing is seen or nothing fits.
    pub(super) fn new(seen: &Seen, request: &Request, unit: f64, map: &Rect) -> Option<Self> {
        let size = (12.5 * unit).max(10.0);
        let unit = size / 12.5;
        let widest = (232.0 * unit).min(map.width * 0.46) - (SAMPLE + 20.0) * unit;
        let setting = Setting::new(Face::Regular, request.lang);
        let row =
            |(sample, text): (Sample, String)| Row { sample, lines: wrap(&text, setting, widest / size, 3) };
        let mut legend = Self {
            rows: entries(seen, request).into_iter().map(row).collect(),
            size,
            unit,
            width: 0.0,
            height: 0.0,
        };
        // Kinds stand first: what is said of all of them goes before they do.
        loop {
            let lines = legend.rows.iter().flat_map(|row| &row.lines);
            let text = lines.map(|line| line.width).fold(0.0, f64::max) * size;
            legend.width = text + (SAMPLE + 20.0) * unit;
            legend.height = legend.rows.iter().map(|row| legend.row_height(row)).sum::<f64>() + 16.0 * unit;
            if legend.rows.is_empty() || legend.height <= map.height * 0.82 {
                break;
            }
            legend.rows.pop();
        }
        (!legend.rows.is_empty() && map.width > 300.0).then_some(legend)
    }

    fn row_height(&self, row: &Row) -> f64 {
        (row.lines.len() as f64 * self.size * 1.22).max(19.0 * self.unit) + 3.0 * self.unit
    }

    /// Draws it with its north-western corner at a place.
    pub(super) fn draw(&self, svg: &mut Svg, place: [f64; 2], request: &Request) {
        let (palette, unit) = (request.theme.palette(), self.unit);
        svg.open("legend", "");
        card(svg, &Rect { x: place[0], y: place[1], width: self.width, height: self.height }, palette, unit);
        let mut top = place[1] + 8.0 * unit;
        for row in &self.rows {
            let height = self.row_height(row);
            let middle = [place[0] + (8.0 + SAMPLE / 2.0) * unit, top + height / 2.0];
            svg.push(&self.sample(&row.sample, middle, request));
            let first = top + (height - row.lines.len() as f64 * self.size * 1.22) / 2.0;
            for (index, line) in row.lines.iter().enumerate() {
                let y = first + (index as f64 + 0.5) * self.size * 1.22 + CAPITALS * self.size / 2.0;
                let x = place[0] + (12.0 + SAMPLE) * unit;
                svg.push(&letters(line, [x, y], self.size, &format!("fill=\"{}\"", palette.ink)));
            }
            top += height;
        }
        svg.close();
    }

    fn sample(&self, sample: &Sample, [x, y]: [f64; 2], request: &Request) -> String {
        let (palette, unit) = (request.theme.palette(), self.unit);
        let (cx, cy) = (Short(x), Short(y));
        match sample {
            Sample::Symbol(name) => symbol(request.theme, name, [x, y], 0.82 * unit).unwrap_or_default(),
            Sample::Disc(kind) => format!(
                "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{}\" fill=\"{colour}\" fill-opacity=\".12\" stroke=\"{colour}\" stroke-opacity=\".45\" stroke-width=\"{}\"/>",
                Short(8.5 * unit),
                Short(0.9 * unit),
                colour = palette.kind(*kind),
            ),
            Sample::Cluster => {
                let count = Setting::new(Face::Medium, request.lang).line("3");
                let size = 10.5 * unit;
                let text = letters(
                    &count,
                    [x - count.width * size / 2.0, y + CAPITALS * size / 2.0],
                    size,
                    &format!("fill=\"{}\"", palette.ink),
                );
                format!(
                    "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>{text}",
                    Short(8.5 * unit),
                    palette.paper,
                    palette.cluster_rim,
                    Short(1.4 * unit),
                )
            }
            Sample::Shape(kind) => format!(
                "<path d=\"M{} {}q{w} {h} {w} 0t{w} 0\" fill=\"none\" stroke=\"{}\" stroke-opacity=\".75\" stroke-width=\"{}\" stroke-linecap=\"round\"/>",
                Short(x - 10.0 * unit),
                cy,
                palette.kind(*kind),
                Short(2.4 * unit),
                w = Short(10.0 * unit),
                h = Short(-6.0 * unit),
            ),
            Sample::Zone(edge, kind) => {
                let dashes = match edge {
                    Edge::Read => String::new(),
                    Edge::Unread => {
                        format!(" stroke-dasharray=\"{} {}\"", Short(5.0 * unit), Short(3.0 * unit))
                    }
                    Edge::Screening => {
                        format!(" stroke-dasharray=\"{} {}\"", Short(1.4 * unit), Short(2.6 * unit))
                    }
                };
                format!(
                    "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{}\" fill=\"{colour}\" fill-opacity=\".07\" stroke=\"{colour}\" stroke-opacity=\".8\" stroke-width=\"{}\"{dashes}/>",
                    Short(8.5 * unit),
                    Short(1.3 * unit),
                    colour = palette.kind(*kind),
                )
            }
        }
    }
}

/// A piece of paper on the map.
pub(super) fn card(svg: &mut Svg, rect: &Rect, palette: &Palette, unit: f64) {
    svg.rect(
        rect,
        &format!(
            "rx=\"{}\" fill=\"{}\" fill-opacity=\".94\" stroke=\"{}\" stroke-width=\".6\"",
            Short(5.0 * unit),
            palette.paper,
            palette.oblast_border
        ),
    );
}

fn entries(seen: &Seen, request: &Request) -> Vec<(Sample, String)> {
    let lang = request.lang;
    let text = |key: &str| message(lang, key, &[]).unwrap_or_default();
    let kinds = seen.kinds.keys();
    let mut entries: Vec<(Sample, String)> =
        kinds.map(|kind| (Sample::Symbol(kind.to_string()), label(lang, "kinds", kind.as_str()))).collect();
    for (edge, distances) in &seen.zones {
        let key = match edge {
            Edge::Read => "picture-zone-read",
            Edge::Unread => "picture-zone-unread",
            Edge::Screening => "picture-zone-screening",
        };
        let told: Vec<String> = distances.iter().map(|metres| distance(*metres as f64, lang)).collect();
        let text = message(lang, key, &[("distance", told.join(", "))]).unwrap_or_default();
        entries.push((Sample::Zone(*edge, seen.zone_kind.unwrap_or(Kind::Other)), text));
    }
    if let Some(name) = &seen.unverified {
        entries.push((Sample::Symbol(name.clone()), text("picture-unverified")));
    }
    if let Some(name) = &seen.imprecise {
        entries.push((Sample::Symbol(name.clone()), text("picture-imprecise")));
    }
    if let Some(kind) = seen.accuracy {
        entries.push((Sample::Disc(kind), text("picture-accuracy")));
    }
    if seen.clusters {
        entries.push((Sample::Cluster, text("picture-cluster")));
    }
    if let Some(kind) = seen.shapes {
        entries.push((Sample::Shape(kind), text("picture-shape")));
    }
    entries
}

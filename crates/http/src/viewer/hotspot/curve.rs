//! The exposure curve: people by radius as a band from the lower to the upper end, and the central figure as a line where there is one.
//! A drawing of presentation attributes alone: the policy of our pages lets no inline style through.

use super::super::{
    interval::Interval,
    writing::{argument, distance, number, rows, text},
};
use crate::style::Theme;
use maud::{Markup, html};
use serde_json::Value;
use std::fmt::Write as _;
use terrikon_core::Lang;

/// The drawing, pixels.
const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 270.0;
const LEFT: f64 = 82.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 28.0;
const BOTTOM: f64 = 46.0;

/// The colours of a drawing that stands alone: those of the panel.
struct Inks {
    paper: &'static str,
    ink: &'static str,
    second: &'static str,
    line: &'static str,
    band: &'static str,
}

const fn inks(theme: Theme) -> Inks {
    match theme {
        Theme::Light => {
            Inks { paper: "#fffdf9", ink: "#1f2a30", second: "#6a675d", line: "#e2dccf", band: "#14648a" }
        }
        Theme::Dark => {
            Inks { paper: "#24211c", ink: "#efe9dd", second: "#b3ac9d", line: "#403b33", band: "#86c5e4" }
        }
    }
}

/// One radius of the curve.
struct Step {
    radius_m: f64,
    low: f64,
    high: f64,
    central: Option<f64>,
}

/// The drawing of a report; `None` where fewer than two radii have data. The classes are for pages that colour it themselves.
pub(super) fn drawing(report: &Value, name: &str, lang: Lang, theme: Theme) -> Option<Markup> {
    let steps: Vec<Step> = rows(report, "rings").filter_map(step).collect();
    let (first, last) = (steps.first()?, steps.last()?);
    let most = steps.iter().map(|step| step.high).fold(0.0, f64::max);
    if steps.len() < 2 || most <= 0.0 {
        return None;
    }
    let inks = inks(theme);
    let ticks = ticks(most);
    let top = ticks.last().copied().unwrap_or(most);
    let x = |radius: f64| LEFT + radius / last.radius_m * (WIDTH - LEFT - RIGHT);
    let y = |people: f64| HEIGHT - BOTTOM - people / top * (HEIGHT - TOP - BOTTOM);
    let upper = steps.iter().map(|step| (x(step.radius_m), y(step.high)));
    let lower = steps.iter().rev().map(|step| (x(step.radius_m), y(step.low)));
    let line = steps.iter().filter_map(|step| Some((x(step.radius_m), y(step.central?))));
    let line: Vec<_> = line.collect();
    let radii = [first, last].map(|step| distance(lang, step.radius_m)).join(" – ");
    let about = format!(
        "{}: {}, {}",
        argument(lang, "curve-title", "name", name),
        radii,
        argument(lang, "curve-most", "people", &number(lang, most)),
    );
    Some(html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) width=(WIDTH) height=(HEIGHT)
            role="img" aria-label=(about) class="curve" font-family="'Noto Sans', sans-serif" font-size="14" {
            rect class="curve-paper" width=(WIDTH) height=(HEIGHT) fill=(inks.paper) {}
            text class="curve-second" x="8" y="16" fill=(inks.second) { (text(lang, "curve-people")) }
            @for people in &ticks {
                line class="curve-line" x1=(LEFT) x2=(WIDTH - RIGHT) y1=(place(y(*people))) y2=(place(y(*people))) stroke=(inks.line) {}
                text class="curve-second" x=(LEFT - 8.0) y=(place(y(*people) + 4.0)) text-anchor="end" fill=(inks.second) { (number(lang, *people)) }
            }
            @for radius in marked(&steps) {
                text class="curve-second" x=(place(x(radius))) y=(HEIGHT - BOTTOM + 18.0) text-anchor="middle" fill=(inks.second) {
                    (number(lang, radius / 1000.0))
                }
            }
            text class="curve-second" x=(WIDTH - RIGHT) y=(HEIGHT - 8.0) text-anchor="end" fill=(inks.second) { (text(lang, "curve-radius")) }
            path class="curve-band" d=(format!("{}Z", path(upper.chain(lower)))) fill=(inks.band) fill-opacity="0.22" {}
            path class="curve-edge" d=(path(steps.iter().map(|step| (x(step.radius_m), y(step.high))))) fill="none" stroke=(inks.band) {}
            path class="curve-edge" d=(path(steps.iter().map(|step| (x(step.radius_m), y(step.low))))) fill="none" stroke=(inks.band) {}
            @if line.len() > 1 {
                path class="curve-ink" d=(path(line.iter().copied())) fill="none" stroke=(inks.ink) stroke-width="2" {}
            }
            @for (x, y) in &line {
                circle class="curve-dot" cx=(place(*x)) cy=(place(*y)) r="3.5" fill=(inks.ink) {}
            }
        }
    })
}

fn step(ring: &Value) -> Option<Step> {
    let radius_m = ring["radius_m"].as_f64()?;
    match Interval::of(&ring["people"]) {
        Interval::Nothing => None,
        Interval::Upper(high) => Some(Step { radius_m, low: 0.0, high, central: None }),
        Interval::Range(low, high, central) => Some(Step { radius_m, low, high, central: Some(central) }),
    }
}

/// Radii whose labels don't touch: the last, and those before it from the right.
fn marked(steps: &[Step]) -> Vec<f64> {
    let last = steps.last().map_or(0.0, |step| step.radius_m);
    let mut kept: Vec<f64> = Vec::new();
    for step in steps.iter().rev() {
        if kept.last().is_none_or(|right| right - step.radius_m >= last * 0.045) {
            kept.push(step.radius_m);
        }
    }
    kept
}

/// From 0 to above the most, in steps of 1, 2 or 5 times a power of ten.
fn ticks(most: f64) -> Vec<f64> {
    let power = 10f64.powf((most / 4.0).log10().floor()).max(1.0);
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|step| step * 4.0 >= most);
    let step = step.unwrap_or(power * 10.0);
    let count = (most / step).ceil() as usize;
    (0..=count).map(|index| index as f64 * step).collect()
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.enumerate().fold(String::new(), |mut path, (index, (x, y))| {
        // Writing to a string never fails.
        let _ = write!(path, "{}{} {}", if index == 0 { "M" } else { "L" }, place(x), place(y));
        path
    })
}

/// A tenth of a pixel is enough.
fn place(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ring(radius: f64, low: f64, central: Option<f64>, high: f64) -> Value {
        json!({ "radius_m": radius, "people": { "low": low, "central": central, "high": high } })
    }

    #[test]
    fn the_curve_has_a_band_and_no_line_where_nothing_central_is_known() {
        let known = json!({ "rings": [ring(1000.0, 0.0, Some(40.0), 90.0), ring(5000.0, 100.0, Some(300.0), 1000.0)] });
        let drawn = drawing(&known, "X", Lang::En, Theme::Light).unwrap().0;
        assert!(drawn.contains("class=\"curve-band\"") && drawn.contains("class=\"curve-ink\""));
        assert!(!drawn.contains("style=") && !drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
        let vague = json!({ "rings": [ring(1000.0, 0.0, None, 90.0), ring(5000.0, 0.0, None, 1000.0)] });
        let drawn = drawing(&vague, "X", Lang::En, Theme::Light).unwrap().0;
        assert!(drawn.contains("class=\"curve-band\"") && !drawn.contains("class=\"curve-ink\""));
    }

    #[test]
    fn without_data_there_is_no_curve() {
        let none = json!({ "rings": [{ "radius_m": 1000.0, "people": { "high": null } }, { "radius_m": 5000.0, "people": {} }] });
        assert!(drawing(&none, "X", Lang::Ru, Theme::Dark).is_none());
        let nobody =
            json!({ "rings": [ring(1000.0, 0.0, Some(0.0), 0.0), ring(5000.0, 0.0, Some(0.0), 0.0)] });
        assert!(drawing(&nobody, "X", Lang::Ru, Theme::Dark).is_none());
    }

    #[test]
    fn ticks_hold_the_most() {
        for most in [1.0, 3.0, 7.0, 19.0, 100.0, 990_000.0, 1_000_001.0] {
            let ticks = ticks(most);
            assert!(
                ticks.len() <= 6 && ticks.len() >= 2 && *ticks.last().unwrap() >= most,
                "{most}: {ticks:?}"
            );
        }
    }
}

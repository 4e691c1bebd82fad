//! How many people live within reach: the usual radii as a table, the curve, what limits the figures, and who and what is near.

use super::{
    super::{
        interval::Interval,
        writing::{argument, counted, distance, distance_to, named_in, number, rows, source, table, text},
    },
    Page, curve,
    reach::{TOLD, USUAL, ring},
};
use crate::{messages::label, style::Theme};
use maud::{Markup, html};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many towns are named.
const TOWNS: usize = 12;

impl Page<'_> {
    /// People within the usual radii. Without a report that is said: it may come at the next try.
    pub(super) fn people(&self) -> Markup {
        let lang = self.lang;
        html! {
            section aria-labelledby="people" {
                h2 id="people" { (text(lang, "exposure-title")) }
                @match self.reach {
                    None => p { (text(lang, "exposure-failed")) },
                    Some(report) => {
                        (self.radii(report))
                        p.second { (self.population(report)) }
                        @if let Some(drawing) = curve::drawing(report, &self.name(), lang, Theme::Light) {
                            figure {
                                (drawing)
                                figcaption {
                                    (text(lang, "curve-note")) " "
                                    a href=(format!("/hotspots/{}/curve.svg?lang={lang}", self.id())) download=(format!("{}-people.svg", self.id())) {
                                        (text(lang, "curve-file"))
                                    }
                                }
                            }
                        }
                        (self.caveats(report))
                    }
                }
            }
        }
    }

    fn radii(&self, report: &Value) -> Markup {
        let lang = self.lang;
        let told = TOLD.iter().filter_map(|radius| Some((*radius, ring(report, *radius)?)));
        let told = html! {
            @for (radius, ring) in told {
                @let people = Interval::of(&ring["people"]);
                tr {
                    th scope="row" { (distance(lang, radius)) }
                    td { (people.told(lang)) }
                    td { (people.central(lang).unwrap_or_else(|| "—".to_owned())) }
                }
            }
        };
        let columns = ["profile-radius", "profile-interval", "profile-central"];
        table(lang, &text(lang, "page-people-caption"), &columns, &told)
    }

    fn population(&self, report: &Value) -> Markup {
        let population = &report["population"];
        html! {
            @if let Some(id) = population["source"]["id"].as_str() { (source(id, self.directory, self.lang)) " · " }
            @if let Some(year) = population["year"].as_i64() { (year) " · " }
            a href=(format!("/methods/exposure?lang={}", self.lang)) { (text(self.lang, "exposure-how")) }
        }
    }

    /// Each once: those of the radii that are told, then what is true of all.
    fn caveats(&self, report: &Value) -> Markup {
        let of_rings =
            TOLD.iter().filter_map(|radius| ring(report, *radius)).flat_map(|ring| rows(ring, "caveats"));
        let all = of_rings.chain(rows(report, "caveats")).chain(rows(&report["population"], "caveats"));
        let mut seen = BTreeSet::new();
        let texts: Vec<&str> =
            all.filter_map(|caveat| caveat["text"].as_str()).filter(|text| seen.insert(*text)).collect();
        html! {
            @if !texts.is_empty() {
                h3 { (text(self.lang, "exposure-caveats")) }
                ul.caveats { @for text in texts { li { (text) } } }
            }
        }
    }

    /// The towns and the other hotspots around.
    pub(super) fn near(&self) -> Markup {
        let lang = self.lang;
        let Some(report) = self.reach else { return html!() };
        let accuracy = report["position_accuracy_m"].as_f64().unwrap_or_default();
        let within = |radius: f64, member: &str| -> Vec<&Value> {
            ring(report, radius).map(|ring| rows(ring, member).collect()).unwrap_or_default()
        };
        let farthest = TOLD.last().copied().unwrap_or(USUAL);
        let towns_within = argument(lang, "page-near-towns", "distance", &distance(lang, USUAL * 2.0));
        let (towns, hotspots) = (within(USUAL * 2.0, "settlements"), within(farthest, "hotspots"));
        html! {
            section aria-labelledby="near" {
                h2 id="near" { (text(lang, "page-near")) }
                h3 { (towns_within) }
                @if towns.is_empty() { p { (text(lang, "exposure-none-inside")) } } @else {
                    (self.towns(&towns_within, &towns, accuracy))
                }
                h3 { (argument(lang, "page-near-hotspots", "distance", &distance(lang, farthest))) }
                @if hotspots.is_empty() { p { (text(lang, "exposure-none-inside")) } } @else {
                    ul {
                        @for hotspot in &hotspots {
                            @let off = accuracy + hotspot["position_accuracy_m"].as_f64().unwrap_or_default();
                            li {
                                a href=(format!("/hotspots/{}?lang={lang}", hotspot["id"].as_str().unwrap_or_default())) {
                                    (named_in(hotspot, lang))
                                }
                                " · " (label(lang, "kind", hotspot["kind"].as_str().unwrap_or("other")))
                                " · " (distance_to(lang, hotspot["distance_m"].as_f64().unwrap_or_default(), off))
                            }
                        }
                    }
                }
            }
        }
    }

    fn towns(&self, caption: &str, towns: &[&Value], accuracy: f64) -> Markup {
        let lang = self.lang;
        let told = html! {
            @for town in towns.iter().take(TOWNS) {
                tr {
                    th scope="row" { (named_in(town, lang)) }
                    td { (distance_to(lang, town["distance_m"].as_f64().unwrap_or_default(), accuracy)) }
                    td {
                        @match town["population"].as_f64() {
                            Some(residents) => {
                                (number(lang, residents))
                                @if let Some(year) = town["population_year"].as_str() { " (" (year) ")" }
                            }
                            None => (text(lang, "page-unknown")),
                        }
                    }
                    td {
                        @if let Some(id) = town["population_source"].as_str() { (source(id, self.directory, lang)) } @else { "—" }
                    }
                }
            }
        };
        let columns = ["page-town", "page-distance", "property-residents", "profile-source"];
        html! {
            (table(lang, caption, &columns, &told))
            @if towns.len() > TOWNS { p.second { (counted(lang, "page-more-towns", &[("count", (towns.len() - TOWNS) as f64)])) } }
        }
    }
}

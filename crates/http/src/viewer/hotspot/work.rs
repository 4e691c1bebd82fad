//! What is being done: the state, what sources tell of the course of things, projects, and what was measured.

use super::{
    super::{
        records,
        writing::{FACTS_LANGUAGE, text},
    },
    Page,
};
use crate::messages::label;
use maud::{Markup, html};
use serde_json::Value;

impl Page<'_> {
    pub(super) fn work(&self) -> Markup {
        let lang = self.lang;
        let history = self.history();
        let samples: Vec<Value> =
            self.measurements.iter().map(|item| records::told(&item.feature, lang)).collect();
        html! {
            section aria-labelledby="work" {
                h2 id="work" { (text(lang, "profile-projects")) }
                p { (text(lang, "panel-status")) ": " strong { (label(lang, "status", self.feature().text("status").unwrap_or("unknown"))) } }
                @if !history.is_empty() {
                    h3 { (text(lang, "page-history")) }
                    @if lang != FACTS_LANGUAGE { p.second { (text(lang, "page-facts-language")) } }
                    ul.claims { @for claim in history { (self.claim(claim)) } }
                }
                h3 { (text(lang, "page-projects")) }
                @if self.projects.is_empty() { p { (text(lang, "page-no-projects")) } } @else {
                    ul.claims { @for item in self.projects { (records::project(&records::told(&item.feature, lang), self.directory, lang)) } }
                }
                @if samples.is_empty() { p { (text(lang, "page-no-measurements")) } } @else {
                    h3 { (text(lang, "profile-measurements")) }
                    (records::measurements(&samples.iter().collect::<Vec<_>>(), self.directory, lang))
                }
            }
        }
    }
}

//! What the law's zone is: each zone with its act, width and whether anybody has read it; and those that are drawn for comparison.

use super::{
    super::writing::{argument, day, distance, source_or_none, table, text},
    Page,
};
use crate::messages::{label, message};
use maud::{Markup, html};
use terrikon_core::{Basis, Feature};
use terrikon_store::Item;

impl Page<'_> {
    pub(super) fn zones(&self) -> Markup {
        let lang = self.lang;
        html! {
            section aria-labelledby="zones" {
                h2 id="zones" { (text(lang, "zones-title")) }
                @if self.zones.is_empty() { p { (text(lang, "zones-none")) } }
                @for basis in Basis::ALL.iter().copied() {
                    @let zones: Vec<&Feature> = self.zones_on(basis);
                    @if !zones.is_empty() {
                        h3 { (text(lang, &format!("zone-basis-{basis}"))) }
                        p { (text(lang, &format!("zone-basis-{basis}-note"))) }
                        (self.zone_table(basis, &zones))
                    }
                }
                p { a href=(format!("/methods/zones?lang={lang}")) { (text(lang, "exposure-how")) } }
            }
        }
    }

    fn zones_on(&self, basis: Basis) -> Vec<&Feature> {
        let of = |item: &&Item| item.feature.text("basis") == Some(basis.as_str());
        self.zones.iter().filter(of).map(|item| &*item.feature).collect()
    }

    fn zone_table(&self, basis: Basis, zones: &[&Feature]) -> Markup {
        let lang = self.lang;
        let told = html! {
            @for zone in zones {
                tr {
                    th scope="row" { (self.rule(zone)) }
                    td {
                        @if let Some(width) = zone.number("distance_m") {
                            (distance(lang, width)) " " (label(lang, "zone-shape", zone.text("shape").unwrap_or_default()))
                        } @else { (text(lang, "page-unknown")) }
                        @if basis == Basis::Statutory {
                            @let verification = zone.text("verification").unwrap_or("unverified");
                            br; em class=[(verification != "verified").then_some("doubt")] { (label(lang, "zone-verification", verification)) }
                        }
                        @if let Some(reason) = zone.text("reason") { br; (label(lang, "zone-reason", reason)) }
                    }
                    td {
                        (self.ground(zone))
                        p.second { (source_or_none(zone.text("source"), self.directory, lang)) }
                    }
                }
            }
        };
        let caption = text(lang, &format!("zone-basis-{basis}"));
        let ground = if basis == Basis::Statutory { "page-zone-act" } else { "page-zone-choice" };
        table(
            lang,
            &format!("{}: {caption}", text(lang, "zones-title")),
            &["page-zone", "page-zone-width", ground],
            &told,
        )
    }

    /// The reader's words for the rule; rules of other releases may have none and are told by what they mean.
    fn rule(&self, zone: &Feature) -> Markup {
        let key = format!("zone-rule-{}", zone.text("rule").unwrap_or_default().replace('_', "-"));
        html! {
            @if let Some(rule) = message(self.lang, &key, &[]) { (rule) }
            @else { span lang="en" { (zone.text("meaning").unwrap_or(&zone.id)) } }
        }
    }

    /// The act with its date, or how the distance was chosen.
    fn ground(&self, zone: &Feature) -> Markup {
        let lang = self.lang;
        html! {
            @match (zone.text("act"), zone.text("act_date")) {
                (Some(act), Some(date)) => {
                    (message(lang, "zone-act", &[("act", act.to_owned()), ("date", day(lang, date))]).unwrap_or_default())
                }
                (Some(act), None) => (act),
                (None, _) => @if let Some(method) = zone.text("method") { (argument(lang, "zone-method", "method", method)) },
            }
        }
    }
}

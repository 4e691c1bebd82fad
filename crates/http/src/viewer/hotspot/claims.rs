//! Who says what, and when: one value of one source a row, its source under it; values that contradict each other side by side.

use super::{
    super::writing::{FACTS_LANGUAGE, claimed, counted, doubt, source_or_none, text, year},
    Page,
};
use crate::messages::label;
use maud::{Markup, html};
use std::collections::BTreeSet;
use terrikon_core::{Claim, claim::Grade};

/// What sources tell of the course of things: it stands with what is being done.
const HISTORY: [&str; 4] = ["funding", "grant", "remediation", "status_note"];

/// Claims that answer one question: of one property, year, unit and meaning.
struct Question<'a> {
    claims: Vec<&'a Claim>,
}

impl Question<'_> {
    /// How many different numbers how many sources give; words are never counted, as two wordings may both be true.
    fn values(&self) -> usize {
        let numbers = self.claims.iter().filter(|claim| claim.value_low.or(claim.value_high).is_some());
        let values: BTreeSet<_> = numbers.clone().map(|claim| claim.value.as_str()).collect();
        let sources: BTreeSet<_> = numbers.map(|claim| claim.source.as_str()).collect();
        values.len().min(sources.len())
    }
}

impl Page<'_> {
    /// All claims but those of the history.
    pub(super) fn claims(&self) -> Markup {
        let lang = self.lang;
        let claims: Vec<_> = self.chosen(|property| !HISTORY.contains(&property));
        html! {
            section aria-labelledby="claims" {
                h2 id="claims" { (text(lang, "panel-claims")) }
                @if claims.is_empty() { p { (text(lang, "panel-no-claims")) } } @else {
                    @if lang != FACTS_LANGUAGE && claims.iter().any(|claim| !claim.meaning.is_empty()) {
                        p.second { (text(lang, "page-facts-language")) }
                    }
                    @for group in claims.chunk_by(|one, next| one.property == next.property) { (self.property(group)) }
                }
            }
        }
    }

    /// What sources say of the course of things, by year.
    pub(super) fn history(&self) -> Vec<&Claim> {
        let mut claims = self.chosen(|property| HISTORY.contains(&property));
        claims.sort_by_key(|claim| std::cmp::Reverse(first_year(claim)));
        claims
    }

    /// What the sources say of when it began and ended.
    pub(super) fn since(&self) -> Vec<&Claim> {
        let mut claims = self.chosen(|property| ["built_year", "closed_year"].contains(&property));
        claims.sort_by_key(|claim| first_year(claim));
        claims
    }

    fn chosen(&self, wanted: impl Fn(&str) -> bool) -> Vec<&Claim> {
        // They come ordered by property and source.
        self.item.claims.iter().filter(|claim| wanted(&claim.property)).collect()
    }

    fn property(&self, claims: &[&Claim]) -> Markup {
        let Some(first) = claims.first() else { return html!() };
        html! {
            h3 { (label(self.lang, "property", &first.property)) }
            @for question in questions(claims) {
                @let values = question.values();
                @if values > 1 {
                    div class="disagree" role="group" aria-label=(counted(self.lang, "claim-conflict", &[("count", values as f64)])) {
                        p class="conflict" { (counted(self.lang, "claim-conflict", &[("count", values as f64)])) }
                        ul.claims { @for claim in &question.claims { (self.claim(claim)) } }
                    }
                } @else {
                    ul.claims { @for claim in &question.claims { (self.claim(claim)) } }
                }
            }
        }
    }

    /// The value with its unit and year, what it means, and its source right under it.
    pub(super) fn claim(&self, claim: &Claim) -> Markup {
        let lang = self.lang;
        let unit = Some(&claim.unit).filter(|unit| !unit.is_empty() && *unit != "year");
        let words = claim.value_low.is_none() && claim.value_high.is_none();
        html! {
            li class=[(claim.grade == Grade::C).then_some("unverified")] {
                p.value {
                    strong lang=[words.then_some(FACTS_LANGUAGE)] { (claimed(lang, claim)) @if let Some(unit) = unit { " " (label(lang, "unit", unit)) } }
                    @if !claim.property.ends_with("_year") || claim.year != claim.value { " " span.year { (year(lang, &claim.year)) } }
                    (doubt(claim.grade == Grade::C, lang))
                }
                @if !claim.meaning.is_empty() { p lang=(FACTS_LANGUAGE) { (claim.meaning) } }
                p.second { (source_or_none(Some(&claim.source), self.directory, lang)) }
            }
        }
    }
}

/// The newest first; what contradicts stays together.
fn questions<'a>(claims: &[&'a Claim]) -> Vec<Question<'a>> {
    let mut questions: Vec<Question<'a>> = Vec::new();
    for claim in claims {
        let same = |one: &&mut Question<'_>| {
            one.claims.first().is_some_and(|first| {
                (&first.year, &first.unit, &first.meaning) == (&claim.year, &claim.unit, &claim.meaning)
            })
        };
        match questions.iter_mut().find(same) {
            Some(question) => question.claims.push(claim),
            None => questions.push(Question { claims: vec![claim] }),
        }
    }
    questions
        .sort_by_key(|question| std::cmp::Reverse(question.claims.first().map(|claim| first_year(claim))));
    questions
}

/// The first four digits in a row of "c. 2014", "2010-2013" or 2020; the dateless come first, that is last where the newest lead.
pub(super) fn first_year(claim: &Claim) -> Option<u16> {
    years(&claim.year).next()
}

/// All years that a text names.
pub(in super::super) fn years(stated: &str) -> impl Iterator<Item = u16> + '_ {
    stated
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
}

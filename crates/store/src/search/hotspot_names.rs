//! The names of very many hotspots, packed: a search unpacks them all, and compares those that may answer.

use super::{
    SearchQuery,
    candidates::Patterns,
    rank::{Closeness, Spelt},
};
use std::{num::NonZero, ops::Range, panic::resume_unwind, sync::Arc, thread};
use terrikon_core::{
    Feature, Lang,
    table::{
        FeatureTable,
        blocks::{Blocks, BlocksBuilder},
    },
};

/// The names of hotspots in the forms in which names are compared.
#[derive(Debug)]
pub struct HotspotNames {
    table: Arc<FeatureTable>,
    /// By row.
    spelt: Blocks,
}

/// What parts the forms of a name, and the names of a hotspot: no form has it.
const PART: char = '\t';

impl HotspotNames {
    /// Spells the names of a table.
    #[must_use]
    pub fn new(table: Arc<FeatureTable>) -> Self {
        use terrikon_core::Described as _;
        // Every search goes through all of them.
        let mut spelt = BlocksBuilder::of(1024);
        for row in table.rows() {
            // What has no place can't be shown, and so is not found.
            let shown = row.place().is_some() || table.boxes().has(row.place_in_table());
            let mut forms = String::new();
            for (lang, name) in row.names().iter().filter(|_| shown) {
                let Spelt { plain, sound, joined } = Spelt::new(name);
                // Between two spaces, as patterns look for the beginnings and ends of words.
                for part in
                    [lang.as_str(), &format!(" {plain} "), &format!(" {sound} "), &format!(" {joined} ")]
                {
                    forms.push_str(part);
                    forms.push(PART);
                }
            }
            spelt.push(forms.as_bytes());
        }
        Self { table, spelt: spelt.finish() }
    }

    /// Names that were spelt before.
    #[must_use]
    pub const fn of_spelt(table: Arc<FeatureTable>, spelt: Blocks) -> Self {
        Self { table, spelt }
    }

    /// The names as they are spelt, to be kept.
    #[must_use]
    pub const fn spelt(&self) -> &Blocks {
        &self.spelt
    }

    pub(super) fn id(&self, row: usize) -> &str {
        self.table.id(row)
    }

    pub(super) fn feature(&self, row: usize) -> Feature {
        self.table.feature(row)
    }

    /// The rows that answer on a day, with the best answer of each. Takes all cores.
    pub(super) fn answers(
        &self,
        query: &SearchQuery,
        answer: impl Fn(&Spelt) -> Option<Closeness> + Sync,
    ) -> Vec<(usize, Closeness, Lang)> {
        let Some(patterns) = Patterns::of(&query.text) else { return Vec::new() };
        let looked_for: Vec<&str> = patterns.texts().collect();
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = self.spelt.len().div_ceil(cores).max(1);
        let part = |rows: Range<usize>| -> Vec<_> {
            let mut found = Vec::new();
            self.spelt
                .walk(rows, |row, forms| found.extend(self.answer(row, forms, query, &looked_for, &answer)));
            found
        };
        let shares =
            (0..self.spelt.len()).step_by(share).map(|begin| begin..(begin + share).min(self.spelt.len()));
        thread::scope(|scope| {
            let workers: Vec<_> = shares.map(|rows| scope.spawn(|| part(rows))).collect();
            let joined = workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
            joined.collect()
        })
    }

    fn answer(
        &self,
        row: usize,
        forms: &[u8],
        query: &SearchQuery,
        looked_for: &[&str],
        answer: impl Fn(&Spelt) -> Option<Closeness>,
    ) -> Option<(usize, Closeness, Lang)> {
        if !self.table.validity().get(row)?.contains(query.date) {
            return None;
        }
        let forms = std::str::from_utf8(forms).ok()?;
        if !looked_for.iter().any(|text| forms.contains(*text)) {
            return None;
        }
        let mut parts = forms.split_terminator(PART);
        let mut best: Option<(Closeness, Lang)> = None;
        while let (Some(lang), Some(plain), Some(sound), Some(joined)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        {
            let form = |text: &str| text.trim().to_owned();
            let name = Spelt { plain: form(plain), sound: form(sound), joined: form(joined) };
            let answers = answer(&name).and_then(|closeness| Some((closeness, lang.parse().ok()?)));
            best = best.into_iter().chain(answers).min();
        }
        let (closeness, lang) = best?;
        Some((row, closeness, lang))
    }
}

//! The names of very many hotspots, packed: a search unpacks them all, and compares those that may answer.

use super::{
    SearchQuery,
    candidates::{Finders, Patterns},
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

/// The names of hotspots in the forms in which names are compared, but for those of one word, which are made while names are read.
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
        let mut spelt = BlocksBuilder::of(4096);
        for row in table.rows() {
            // What has no place can't be shown, and so is not found.
            let shown = row.place().is_some() || table.boxes().has(row.place_in_table());
            let mut forms = String::new();
            for (lang, name) in row.names().iter().filter(|_| shown) {
                let Spelt { plain, sound, .. } = Spelt::new(name);
                // Between two spaces, as patterns look for the beginnings and ends of words.
                for part in [lang.as_str(), &format!(" {plain} "), &format!(" {sound} ")] {
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
        let finders = Finders::of(&patterns);
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = self.spelt.len().div_ceil(cores).max(1);
        let part = |rows: Range<usize>| -> Vec<_> {
            let (mut found, mut word) = (Vec::new(), String::new());
            self.spelt.walk(rows, |row, forms| {
                found.extend(self.answer(row, forms, query, &finders, &mut word, &answer));
            });
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
        finders: &Finders,
        word: &mut String,
        answer: impl Fn(&Spelt) -> Option<Closeness>,
    ) -> Option<(usize, Closeness, Lang)> {
        if !self.table.validity().get(row)?.contains(query.date) {
            return None;
        }
        let forms = std::str::from_utf8(forms).ok()?;
        let may_answer =
            finders.fit(forms) || names(forms).any(|(_, _, sound)| finders.fit_joined(joined(sound, word)));
        if !may_answer {
            return None;
        }
        let answers = names(forms).filter_map(|(lang, plain, sound)| {
            let form = |text: &str| text.trim().to_owned();
            let joined = form(joined(sound, word));
            let closeness = answer(&Spelt { plain: form(plain), sound: form(sound), joined })?;
            Some((closeness, lang.parse().ok()?))
        });
        let (closeness, lang) = answers.min()?;
        Some((row, closeness, lang))
    }
}

/// Language, script and sound of each name.
fn names(forms: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut parts = forms.split_terminator(PART);
    std::iter::from_fn(move || Some((parts.next()?, parts.next()?, parts.next()?)))
}

/// A name by sound as one word, between two spaces, in memory that is used again.
fn joined<'a>(sound: &str, word: &'a mut String) -> &'a str {
    word.clear();
    word.push(' ');
    sound.split_ascii_whitespace().for_each(|part| word.push_str(part));
    word.push(' ');
    word
}

//! What is looked for before names are ranked, in a database and in memory: patterns of `LIKE` that every name which answers fits, and few others.
//!
//! Names are kept between two spaces, so that `% tem%` is the beginning of a word. A database's indexes of trigrams serve such patterns.

use super::rank::{SHORTEST_INSIDE, SHORTEST_WITH_TYPO, Spelt};
use memchr::memmem::Finder;

/// Patterns; a name that fits one of them may answer. `None` fits nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Patterns {
    /// For names in their script.
    pub(crate) plain: [Option<String>; 2],
    /// For names by sound.
    pub(crate) sound: [Option<String>; 4],
    /// For names by sound, as one word.
    pub(crate) joined: [Option<String>; 4],
}

impl Patterns {
    /// Patterns for a typed text; `None` where nothing is left of it to look for.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let typed = Spelt::new(text);
        if typed.is_empty() {
            return None;
        }
        let [sound_word, sound_inside] = whole(&typed.sound);
        let [joined_word, joined_inside] = whole(&typed.joined);
        let [begin, end] = mistyped(&typed.joined);
        Some(Self {
            plain: whole(&typed.plain),
            sound: [sound_word, sound_inside, begin.clone(), end.clone()],
            joined: [joined_word, joined_inside, begin, end],
        })
    }
}

/// Finds those of many names in memory that may answer.
#[derive(Debug)]
pub(crate) struct Finders {
    /// Texts of which every name that answers has one in its script or by sound, unless it fits as one word.
    spelt: Vec<Finder<'static>>,
    /// Texts of names by sound, as one word.
    joined: Vec<Finder<'static>>,
}

impl Finders {
    /// Prepares to look for what fits a pattern.
    pub(crate) fn of(patterns: &Patterns) -> Self {
        Self {
            spelt: finders(patterns.plain.iter().chain(&patterns.sound)),
            joined: finders(&patterns.joined),
        }
    }

    /// Whether a name may answer of which these are forms between two spaces, none of them the one word.
    pub(crate) fn fit(&self, forms: &str) -> bool {
        self.spelt.iter().any(|text| text.find(forms.as_bytes()).is_some())
    }

    /// Whether a name by sound, as one word between two spaces, may answer.
    pub(crate) fn fit_joined(&self, word: &str) -> bool {
        self.joined.iter().any(|text| text.find(word.as_bytes()).is_some())
    }
}

fn finders<'a>(patterns: impl IntoIterator<Item = &'a Option<String>>) -> Vec<Finder<'static>> {
    let texts = patterns.into_iter().flatten().map(|pattern| pattern.trim_matches('%'));
    texts.map(|text| Finder::new(text).into_owned()).collect()
}

/// A name answers as it is where each typed word begins one of its words, or where the whole is inside.
fn whole(typed: &str) -> [Option<String>; 2] {
    let longest = typed.split(' ').max_by_key(|word| word.chars().count()).filter(|word| !word.is_empty());
    let inside = typed.chars().count() >= SHORTEST_INSIDE;
    [longest.map(|word| format!("% {word}%")), inside.then(|| format!("%{typed}%"))]
}

/// One letter more, less, another, or two that changed places touch either the beginning of a word or its end, never both,
/// if a letter is left between them.
fn mistyped(typed: &str) -> [Option<String>; 2] {
    let letters: Vec<char> = typed.chars().collect();
    if letters.len() < SHORTEST_WITH_TYPO {
        return [None, None];
    }
    let part = (letters.len() - 1) / 2;
    let begin: String = letters[..part].iter().collect();
    let end: String = letters[letters.len() - part..].iter().collect();
    [Some(format!("% {begin}%")), Some(format!("%{end} %"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `LIKE` with nothing but `%` at both ends.
    fn fits(kept: &str, patterns: &[Option<String>]) -> bool {
        let kept = format!(" {kept} ");
        patterns.iter().flatten().any(|pattern| kept.contains(pattern.trim_matches('%')))
    }

    fn found(name: &Spelt, patterns: &Patterns) -> bool {
        fits(&name.plain, &patterns.plain)
            || fits(&name.sound, &patterns.sound)
            || fits(&name.joined, &patterns.joined)
    }

    fn names() -> impl Strategy<Value = String> {
        prop_oneof!["[a-dzhk]{1,7}( [a-dzhk]{1,7}){0,2}", "[а-еқұ]{1,7}([ -][а-еқұ]{1,7}){0,2}"]
    }

    proptest! {
        #[test]
        fn whatever_answers_is_looked_for(name in names(), typed in names()) {
            let (kept, spelt) = (Spelt::new(&name), Spelt::new(&typed));
            if kept.answers(&spelt).or_else(|| kept.answers_with_typo(&spelt)).is_some() {
                prop_assert!(found(&kept, &Patterns::of(&typed).unwrap()), "{} {}", name, typed);
            }
        }

        #[test]
        fn so_is_what_was_mistyped(name in "[a-z]{4,9}( [a-z]{4,9})?", place in 0_usize..20, letter in "[a-z]", how in 0..4) {
            let mut typed: Vec<char> = name.split(' ').next().unwrap().chars().collect();
            let place = place % typed.len();
            match how {
                0 => typed[place] = letter.chars().next().unwrap(),
                1 => typed.insert(place, letter.chars().next().unwrap()),
                2 => { typed.remove(place); }
                _ => { let next = (place + 1) % typed.len(); typed.swap(place, next); }
            }
            let typed: String = typed.into_iter().collect();
            let (kept, spelt) = (Spelt::new(&name), Spelt::new(&typed));
            if kept.answers(&spelt).or_else(|| kept.answers_with_typo(&spelt)).is_some() {
                prop_assert!(found(&kept, &Patterns::of(&typed).unwrap()), "{} {}", name, typed);
            }
        }
    }

    #[test]
    fn short_texts_look_for_beginnings_only() {
        let patterns = Patterns::of("Ак").unwrap();
        assert_eq!(patterns.plain, [Some("% ак%".to_owned()), None]);
        assert_eq!(patterns.sound, [Some("% ak%".to_owned()), None, None, None]);
        assert_eq!(Patterns::of(" ?! "), None);
        assert_eq!(Patterns::of("100%_").unwrap().plain[0].as_deref(), Some("% 100%"));
    }
}

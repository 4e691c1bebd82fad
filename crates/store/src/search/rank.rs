//! How well a name answers what was typed.

use super::spelling::{plain, sound};
use strsim::damerau_levenshtein;

/// A text in the forms in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelt {
    /// In its script.
    pub(crate) plain: String,
    /// In Latin letters, by sound.
    pub(crate) sound: String,
    /// By sound, as one word: Ak-Tuz is Aktuz.
    pub(crate) joined: String,
}

/// How it answers; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Closeness {
    pub(super) how: How,
    /// By sound only, not letter by letter.
    by_sound: bool,
}

/// The way in which a name answers, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Exact,
    Prefix,
    WordPrefix,
    Substring,
    Typo,
}

/// Typed words shorter than this are matched as they are: one letter off is another word.
pub(super) const SHORTEST_WITH_TYPO: usize = 5;

/// Typed texts shorter than this match beginnings only: every long name has them inside.
pub(super) const SHORTEST_INSIDE: usize = 3;

impl Closeness {
    /// The importance of a place that answers so. A name that is letter by letter the typed one outweighs a greater
    /// place that only sounds so, but not a city: who types Qaraghandy means no village.
    pub(super) const fn weigh(self, importance: u64) -> u64 {
        if self.by_sound { importance / 16 } else { importance }
    }

    /// The same for a code or short name, which is never the whole name: Karaganda is the city, then the oblast.
    pub(super) fn of_short_name(self) -> Self {
        Self { how: self.how.max(How::Prefix), ..self }
    }
}

impl Spelt {
    pub(crate) fn new(text: &str) -> Self {
        let sound = sound(text);
        Self { plain: plain(text), joined: sound.replace(' ', ""), sound }
    }

    /// Whether nothing is left to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }

    /// How this name answers a typed text; `None` where it does not.
    pub(super) fn answers(&self, typed: &Self) -> Option<Closeness> {
        let plain = whole(&self.plain, &typed.plain).map(|how| Closeness { how, by_sound: false });
        let sounds = || {
            let how =
                whole(&self.sound, &typed.sound).into_iter().chain(whole(&self.joined, &typed.joined)).min();
            Some(Closeness { how: how?, by_sound: true })
        };
        plain.into_iter().chain(sounds()).min()
    }

    /// Whether it answers if one letter was mistyped.
    pub(super) fn answers_with_typo(&self, typed: &Self) -> Option<Closeness> {
        let letters = typed.joined.chars().count();
        let close = |name: &str| {
            name.len().abs_diff(typed.joined.len()) <= 1 && damerau_levenshtein(name, &typed.joined) <= 1
        };
        let found =
            letters >= SHORTEST_WITH_TYPO && (close(&self.joined) || self.sound.split(' ').any(close));
        found.then_some(Closeness { how: How::Typo, by_sound: true })
    }
}

fn whole(name: &str, typed: &str) -> Option<How> {
    if typed.is_empty() {
        None
    } else if name == typed {
        Some(How::Exact)
    } else if name.starts_with(typed) {
        Some(How::Prefix)
    } else if typed.split(' ').all(|word| name.split(' ').any(|of_name| of_name.starts_with(word))) {
        Some(How::WordPrefix)
    } else if typed.chars().count() >= SHORTEST_INSIDE && name.contains(typed) {
        Some(How::Substring)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn how(name: &str, typed: &str) -> Option<How> {
        let (name, typed) = (Spelt::new(name), Spelt::new(typed));
        name.answers(&typed).or_else(|| name.answers_with_typo(&typed)).map(|closeness| closeness.how)
    }

    #[test]
    fn the_better_match_comes_first() {
        assert_eq!(how("Темиртау", "temirtau"), Some(How::Exact));
        assert_eq!(how("Темиртау: воздух", "temir"), Some(How::Prefix));
        assert_eq!(how("город Темиртау", "temirt"), Some(How::WordPrefix));
        assert_eq!(how("город Темиртау", "темиртау гор"), Some(How::WordPrefix));
        assert_eq!(how("Темиртау", "мирта"), Some(How::Substring));
        assert_eq!(how("Темиртау", "temurtau"), Some(How::Typo));
        assert_eq!(how("Темиртау", "temitrau"), Some(How::Typo), "two letters changed places");
        assert_eq!(how("Ак-Тюз", "aktyuz"), Some(How::Exact));
        assert_eq!(how("Ош", "Аш"), None);
        assert_eq!(how("Ош", "!?"), None);
        assert!(How::Exact < How::Prefix && How::Substring < How::Typo);
    }

    #[test]
    fn letter_by_letter_beats_by_sound() {
        let typed = Spelt::new("ярково");
        assert!(Spelt::new("Ярково").answers(&typed) < Spelt::new("Жарково").answers(&typed));
    }
}

//! Text from requests as a database takes it.
//!
//! PostgreSQL knows no NUL in text and refuses it, and nothing that it holds has one. So a word with a NUL equals nothing:
//! it is sent as null, which equals nothing either.

use std::borrow::Cow;

/// A word that must equal something.
pub(super) fn word(text: &str) -> Option<&str> {
    (!text.contains('\0')).then_some(text)
}

/// Words of which one must equal something.
pub(super) fn words(texts: &[String]) -> Vec<Option<&str>> {
    texts.iter().map(|text| word(text)).collect()
}

/// A text behind which the same words lie as behind this one: none lies between it and its part before the first NUL.
pub(super) fn behind(text: &str) -> &str {
    text.split('\0').next().unwrap_or_default()
}

/// A text before which the same words lie as before this one: its part before the first NUL is among them.
pub(super) fn before(text: &str) -> Cow<'_, str> {
    match text.split_once('\0') {
        None => text.into(),
        Some((start, _)) => format!("{start}\u{1}").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_lie_on_the_same_side(word in "[\u{1}-\u{3}a]{0,4}", text in "[\u{0}-\u{3}a]{0,4}") {
            prop_assert_eq!(word.as_str() > text.as_str(), word.as_str() > behind(&text));
            prop_assert_eq!(word.as_str() < text.as_str(), *word < *before(&text));
        }
    }
}

//! Text without what readers may want to overlook: `CASEI` and `ACCENTI`. Databases do the same by ICU's root collation and
//! by the normal form NFD.

use unicode_normalization::UnicodeNormalization as _;

/// The marks that are taken away: the combining diacritical marks of Latin, Greek and Cyrillic. In Cyrillic й and ё lose theirs.
pub const MARKS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// Text in small letters.
#[must_use]
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// Text without accents, decomposed.
#[must_use]
pub fn bare(text: &str) -> String {
    text.nfd().filter(|letter| !MARKS.contains(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_overlooked_apart() {
        assert_eq!(bare("Débárquér"), "Debarquer");
        assert_eq!(bare("Семей"), bare("Семеи"));
        assert_eq!(lower("ҚАРАҒАНДЫ ОБЛЫСЫ"), "қарағанды облысы");
        assert_ne!(lower("Débárquér"), "debarquer");
    }
}

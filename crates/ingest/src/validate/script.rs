//! `latin-script`, `mixed-script`: a name must be in the script of its language, letter by letter.
//!
//! GeoNames has Kazakh names in half a dozen Latin transliterations, and some tables mix a Latin `i` into a
//! Cyrillic word: it looks right and is never found by a search.

use terrikon_core::Lang;

/// Checks one name; the fault is the rule and what was expected.
///
/// # Errors
/// The rule that is broken and what would be right.
pub fn check(name: &str, lang: Lang) -> Result<(), (&'static str, String)> {
    let mixed = name
        .split(|c: char| !c.is_alphabetic())
        .find(|word| word.chars().any(is_latin) && word.chars().any(is_cyrillic));
    if let Some(word) = mixed {
        return Err(("mixed-script", format!("\"{word}\" mixes Latin and Cyrillic letters")));
    }
    if lang != Lang::En && !name.chars().any(is_cyrillic) && name.chars().any(is_latin) {
        return Err(("latin-script", format!("a name in {lang} is written in Cyrillic here")));
    }
    if lang == Lang::En && name.chars().any(is_cyrillic) {
        return Err(("cyrillic-script", "a name in en is written in Latin letters".to_owned()));
    }
    Ok(())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c)
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_letter_in_a_cyrillic_word_is_seen() {
        assert_eq!(check("Қарағанды", Lang::Kk), Ok(()));
        assert_eq!(check("Қараганды облыci", Lang::Kk).unwrap_err().0, "mixed-script");
        assert_eq!(check("Shäken", Lang::Kk).unwrap_err().0, "latin-script");
        assert_eq!(check("Степногорск, ГМЗ № 3", Lang::Ru), Ok(()));
        assert_eq!(check("Темиртау", Lang::En).unwrap_err().0, "cyrillic-script");
    }
}

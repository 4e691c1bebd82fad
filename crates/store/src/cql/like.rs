//! Patterns of `LIKE`.

/// Whether a pattern ends in the sign that takes the next character as it is: there is none.
#[must_use]
pub fn breaks_off(pattern: &str) -> bool {
    pattern.chars().rev().take_while(|letter| *letter == '\\').count() % 2 == 1
}

/// Whether a whole text follows a pattern: `%` is any text, `_` any character, `\` takes the next character as it is. Takes time
/// in proportion to the product of both lengths at most.
#[must_use]
pub fn matches(text: &str, pattern: &str) -> bool {
    let (mut text, mut pattern) = (text.chars(), pattern.chars());
    // Behind the last `%`: the pattern there, and where the text is tried next.
    let mut again: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        let mut rest = pattern.clone();
        let fits = match rest.next() {
            Some('%') => {
                again = Some((rest.clone(), text.clone()));
                pattern = rest;
                continue;
            }
            None => {
                if text.as_str().is_empty() {
                    return true;
                }
                false
            }
            Some('_') => text.next().is_some(),
            Some('\\') => rest.next() == text.next(),
            Some(letter) => Some(letter) == text.next(),
        };
        if fits {
            pattern = rest;
            continue;
        }
        let Some((behind, tried)) = &mut again else { return false };
        if tried.next().is_none() {
            return false;
        }
        (pattern, text) = (behind.clone(), tried.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_texts() {
        for (text, pattern) in [
            ("", ""),
            ("", "%"),
            ("abc", "a%"),
            ("abc", "%c"),
            ("abc", "%b%"),
            ("abc", "a_c"),
            ("Теміртау", "Те_ірт%"),
            ("50%", r"50\%"),
            ("a\\b", r"a\\b"),
            ("aXbXc", "a%b%c"),
            ("aab", "%ab"),
        ] {
            assert!(matches(text, pattern), "{text} {pattern}");
        }
        for (text, pattern) in [
            ("abc", "b"),
            ("abc", "A%"),
            ("abc", "a_"),
            ("", "_"),
            ("50x", r"50\%"),
            ("ab", "%ab_"),
            ("a", ""),
        ] {
            assert!(!matches(text, pattern), "{text} {pattern}");
        }
        assert!(breaks_off(r"a\") && !breaks_off(r"a\\") && !breaks_off("a"));
    }

    #[test]
    fn many_wildcards_take_no_long_time() {
        let began = std::time::Instant::now();
        assert!(!matches(&"a".repeat(2_000), &format!("{}b", "%a".repeat(1_000))));
        assert!(began.elapsed().as_secs() < 5);
    }
}

//! A citation as BibTeX.

use super::citation::Citation;
use std::fmt::Write as _;
use terrikon_core::Lang;

/// The entry. Letters beyond ASCII stay as they are (UTF-8): biber, and LaTeX since 2018, read them.
pub(super) fn entry(citation: &Citation) -> String {
    let mut fields = vec![
        // Double braces keep a name whole and capitals as they are.
        ("author", format!("{{{}}}", escaped(&citation.author))),
        ("title", format!("{{{}}}", escaped(&citation.title))),
        ("version", citation.release.to_string()),
    ];
    if let Some(day) = citation.published {
        fields.push(("year", day.year().to_string()));
        fields.push(("month", day.month().to_string()));
    }
    fields.push(("url", address(&citation.url)));
    fields.push(("urldate", citation.accessed.to_string()));
    fields.push(("langid", language(citation.lang).to_owned()));
    fields.push(("note", escaped(&citation.note)));
    let mut entry = format!("@misc{{terrikon-{},\n", citation.release);
    for (name, value) in fields {
        // Writing to a string never fails.
        let _ = writeln!(entry, "  {name} = {{{value}}},");
    }
    entry.push_str("}\n");
    entry
}

/// Text as LaTeX prints it: what would be a command is told as a letter.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // BibTeX counts braces even behind a backslash.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', letter]),
            '\n' | '\r' | '\t' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// An address as it stands in `url`: raw, but nothing in it may end the field or begin a command.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// The name by which LaTeX knows a language.
const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "english",
        Lang::Ru => "russian",
        Lang::Kk => "kazakh",
        Lang::Ky => "kyrgyz",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_latex_would_run_is_a_letter() {
        assert_eq!(
            escaped("50% of A_1 & B {x} \\end~^#$"),
            "50\\% of A\\_1 \\& B \\textbraceleft{}x\\textbraceright{} \\textbackslash{}end\\textasciitilde{}\\textasciicircum{}\\#\\$"
        );
        assert_eq!(escaped("Қарағанды\nоблысы"), "Қарағанды облысы");
        assert_eq!(address("https://example.org/a_b?c={d}%20"), "https://example.org/a_b?c=%7Bd%7D%20");
    }

    proptest! {
        #[test]
        fn braces_always_pair(text in ".{0,40}") {
            let mut depth = 0i32;
            for letter in escaped(&text).chars() {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
        }
    }
}

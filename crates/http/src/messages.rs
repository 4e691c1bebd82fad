//! Texts for people in the four languages, from the Fluent files that the viewer reads too.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::LazyLock;
use terrikon_core::Lang;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 4]> = LazyLock::new(|| Lang::ALL.map(bundle));

const fn texts(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../../locales/en.ftl"),
        Lang::Ru => include_str!("../../../locales/ru.ftl"),
        Lang::Kk => include_str!("../../../locales/kk.ftl"),
        Lang::Ky => include_str!("../../../locales/ky.ftl"),
    }
}

fn bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(lang.as_str().parse().into_iter().collect());
    // Isolation marks are for mixed directions of writing; JSON readers would see them as odd characters.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number(value, Lang::En),
        Lang::Ru | Lang::Kk | Lang::Ky => |value, _| number(value, Lang::Ru),
    }));
    // A file with a slip still gives its other messages; the tests let no slip pass.
    let resource = FluentResource::try_new(texts(lang).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A message in a language, or else in English; `None` where there is none of that name.
pub(crate) fn message(lang: Lang, key: &str, args: &[(&'static str, String)]) -> Option<String> {
    format(lang, key, &args.iter().map(|(name, value)| (*name, value.as_str())).collect())
}

fn format(lang: Lang, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    [lang, Lang::En].into_iter().find_map(|lang| {
        let bundle = BUNDLES.get(Lang::ALL.iter().position(|other| *other == lang)?)?;
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    })
}

/// The reader's word for a code of the data, or the code itself in plain letters.
pub(crate) fn label(lang: Lang, vocabulary: &str, code: &str) -> String {
    let words = code.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let key = format!("{vocabulary}-{}", words.collect::<Vec<_>>().join("-").to_lowercase());
    message(lang, &key, &[]).unwrap_or_else(|| code.replace('_', " "))
}

/// An argument of a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Told {
    /// Written by the rules of the language; also decides on the plural.
    Number(f64),
}

/// The same as [`message`] with numbers.
pub(crate) fn told(lang: Lang, key: &str, args: &[(&'static str, Told)]) -> Option<String> {
    let args = args.iter().map(|(name, Told::Number(number))| (*name, FluentValue::from(*number))).collect();
    format(lang, key, &args)
}

fn number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(number.value, lang)),
        _ => None,
    }
}

/// A number by the rules of a language: 161,000.5 in English, 161 000,5 in the others.
pub(crate) fn grouped(number: f64, lang: Lang) -> String {
    let (group, point) = if lang == Lang::En { (",", ".") } else { ("\u{a0}", ",") };
    let text = number.abs().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let start = whole.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if start > 0 {
        groups.push(&whole[..start]);
    }
    groups.extend((start..whole.len()).step_by(3).filter_map(|from| whole.get(from..from + 3)));
    let sign = if number < 0.0 { "−" } else { "" };
    let point = if part.is_empty() { "" } else { point };
    format!("{sign}{}{point}{part}", groups.join(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Cause, Hint, Slug};

    #[test]
    fn every_file_is_well_formed() {
        for text in Lang::ALL.into_iter().map(texts) {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    #[test]
    fn every_problem_has_its_texts_in_every_language() {
        let titles = Slug::ALL
            .iter()
            .flat_map(|slug| ["title", "detail"].map(|part| format!("problem-{slug}-{part}")));
        let hints = Hint::ALL.iter().map(|hint| format!("hint-{hint}"));
        let causes = Cause::ALL.iter().map(|cause| format!("problem-{cause}-detail"));
        for key in titles.chain(hints).chain(causes) {
            for (lang, bundle) in Lang::ALL.iter().zip(BUNDLES.iter()) {
                assert!(bundle.has_message(&key), "{lang} lacks {key}");
            }
        }
    }

    #[test]
    fn every_rule_and_word_of_zones_has_its_text_in_every_language() {
        use terrikon_core::{Basis, NotDrawn, Verification, ZoneShape};
        let table = include_str!("../../../fixtures/zones.tsv");
        let rules = table.lines().skip(1).filter_map(|line| line.split('\t').next());
        let rules = rules.map(|id| format!("zone-rule-{id}"));
        let words = (ZoneShape::ALL.iter().map(|word| format!("zone-shape-{word}")))
            .chain(Basis::ALL.iter().map(|word| format!("zone-basis-{word}")))
            .chain(Verification::ALL.iter().map(|word| format!("zone-verification-{word}")))
            .chain(NotDrawn::ALL.iter().map(|word| format!("zone-reason-{word}")));
        for key in rules.chain(words).map(|key| key.replace('_', "-")) {
            for (lang, bundle) in Lang::ALL.iter().zip(BUNDLES.iter()) {
                assert!(bundle.has_message(&key), "{lang} lacks {key}");
            }
        }
    }
}

//! Texts for people in the four languages, from the Fluent files that the viewer reads too.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
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
    // A file with a slip still gives its other messages; the tests let no slip pass.
    let resource = FluentResource::try_new(texts(lang).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A message in a language, or else in English; `None` where there is none of that name.
pub(crate) fn message(lang: Lang, key: &str, args: &[(&'static str, String)]) -> Option<String> {
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    [lang, Lang::En].into_iter().find_map(|lang| {
        let bundle = BUNDLES.get(Lang::ALL.iter().position(|other| *other == lang)?)?;
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Hint, Slug};

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
        for key in titles.chain(hints) {
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

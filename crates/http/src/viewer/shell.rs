//! What stands around every page that is read: the way to the map, the languages, and the release at its foot.

use super::writing::text;
use crate::asked::Asked;
use maud::{Markup, html};
use terrikon_core::{Lang, ReleaseId};

/// A page around its content. Where the map comes to its side, it lies where the panel of the map will be.
pub(super) fn shell(
    asked: &Asked,
    lang: Lang,
    content: &Markup,
    (release, beside_map): (&ReleaseId, bool),
) -> Markup {
    html! {
        div class=(if beside_map { "document beside-map" } else { "document" }) {
            header {
                a href=(format!("/?lang={lang}")) { (text(lang, "app-title")) " · " (text(lang, "app-subtitle")) }
                (languages(asked, lang))
            }
            main { (content) }
            footer {
                p { a href=(format!("/api/releases/{release}?lang={lang}")) { (text(lang, "release-label")) " " (release) } }
                ul {
                    li { a href=(format!("/methods?lang={lang}")) { (text(lang, "methods-title")) } }
                    li { a href=(format!("/api?f=html&lang={lang}")) { (text(lang, "api-title")) } }
                    li { a href=(format!("/?lang={lang}")) { (text(lang, "methods-back")) } }
                }
            }
        }
    }
}

/// Links to the same page in the four languages.
fn languages(asked: &Asked, lang: Lang) -> Markup {
    let in_language = |other: Lang| {
        let kept = asked.own_pairs().filter(|(name, _)| *name != "lang");
        let address = asked.address([("lang", other.as_str())].into_iter().chain(kept));
        address.strip_prefix(&asked.base).unwrap_or(&address).to_owned()
    };
    html! {
        nav aria-label=(text(lang, "language-label")) {
            @for other in Lang::ALL {
                a href=(in_language(other)) lang=(other) hreflang=(other) aria-current=[(other == lang).then_some("true")] {
                    (text(other, &format!("language-{other}")))
                }
            }
        }
    }
}

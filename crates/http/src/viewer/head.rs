//! What the head of a page says to those who show a link to it, list it, or read it by machine.

use super::writing::text;
use crate::{asked::Asked, report_address::ReportAddress};
use maud::{Markup, PreEscaped, html};
use serde_json::Value;
use terrikon_core::Lang;
use url::form_urlencoded;

/// What pictures for cards measure, pixels; the paths of pictures ask for it.
const CARD: [u32; 2] = [1200, 630];

/// The picture of a card.
pub(super) struct Picture {
    /// Its path and query.
    pub(super) path: String,
    /// What is on it.
    pub(super) alt: String,
}

/// The head of a page.
pub(super) struct Head {
    pub(super) lang: Lang,
    title: String,
    description: String,
    picture: Option<Picture>,
    linked_data: Option<Value>,
    oembed: bool,
    found: bool,
}

impl Head {
    /// Of the whole.
    pub(super) fn general(lang: Lang) -> Self {
        let title = format!("{} · {}", text(lang, "app-title"), text(lang, "app-subtitle"));
        Self::new(lang, title, text(lang, "app-description"))
    }

    /// Of a thing.
    pub(super) fn of(lang: Lang, name: &str, description: &str) -> Self {
        Self::new(lang, format!("{name} · {}", text(lang, "app-title")), description.to_owned())
    }

    const fn new(lang: Lang, title: String, description: String) -> Self {
        Self { lang, title, description, picture: None, linked_data: None, oembed: false, found: true }
    }

    pub(super) fn picture(self, picture: Picture) -> Self {
        Self { picture: Some(picture), ..self }
    }

    pub(super) fn linked_data(self, data: Value) -> Self {
        Self { linked_data: Some(data), ..self }
    }

    /// Tells publishing systems where to ask for an embed of the page.
    pub(super) fn with_oembed(self) -> Self {
        Self { oembed: true, ..self }
    }

    /// Of a page that is not there: nothing that would make anybody keep it.
    pub(super) fn not_found(self) -> Self {
        Self { found: false, ..self }
    }

    pub(super) fn tags(&self, asked: &Asked, report_to: Option<&ReportAddress>) -> Markup {
        html! {
            title { (self.title) }
            meta name="description" content=(self.description);
            @if self.found { (self.addresses(asked)) (self.card(asked)) } @else { meta name="robots" content="noindex"; }
            @if let Some(address) = report_to { meta name="terrikon:report-errors-to" content=(address.as_str()); }
            @if let Some(data) = &self.linked_data {
                // The one letter that could end the block is written as an escape of JSON.
                script type="application/ld+json" { (PreEscaped(data.to_string().replace('<', "\\u003c"))) }
            }
        }
    }

    /// The address of this page, and of the same in each language; the one without a language follows the browser.
    fn addresses(&self, asked: &Asked) -> Markup {
        let canonical = canonical(asked, Some(self.lang));
        html! {
            link rel="canonical" href=(canonical);
            @for lang in Lang::ALL { link rel="alternate" hreflang=(lang) href=(self::canonical(asked, Some(lang))); }
            link rel="alternate" hreflang="x-default" href=(self::canonical(asked, None));
            @if self.oembed {
                @let query = form_urlencoded::Serializer::new(String::new()).append_pair("url", &canonical).append_pair("format", "json").finish();
                link rel="alternate" type="application/json+oembed" title=(self.title) href=(format!("{}/oembed?{query}", asked.base));
            }
        }
    }

    /// Open Graph and Twitter.
    fn card(&self, asked: &Asked) -> Markup {
        let [width, height] = CARD;
        html! {
            meta property="og:type" content="website";
            meta property="og:site_name" content=(text(self.lang, "app-title"));
            meta property="og:title" content=(self.title);
            meta property="og:description" content=(self.description);
            meta property="og:url" content=(canonical(asked, Some(self.lang)));
            meta property="og:locale" content=(locale(self.lang));
            @for lang in Lang::ALL.into_iter().filter(|lang| *lang != self.lang) { meta property="og:locale:alternate" content=(locale(lang)); }
            meta name="twitter:card" content=(if self.picture.is_some() { "summary_large_image" } else { "summary" });
            meta name="twitter:title" content=(self.title);
            meta name="twitter:description" content=(self.description);
            @if let Some(picture) = &self.picture {
                @let address = format!("{}{}", asked.base, picture.path);
                meta property="og:image" content=(address);
                meta property="og:image:type" content="image/png";
                meta property="og:image:width" content=(width);
                meta property="og:image:height" content=(height);
                meta property="og:image:alt" content=(picture.alt);
                meta name="twitter:image" content=(address);
                meta name="twitter:image:alt" content=(picture.alt);
            }
        }
    }
}

/// The absolute address of the page that was asked for, in a language, or in the browser's. Of the rest of the query only the day is
/// kept: it is another page on another day, but the same one on another map.
pub(super) fn canonical(asked: &Asked, lang: Option<Lang>) -> String {
    let day = asked.own_pairs().filter(|(name, value)| {
        *name == "date" && asked.path.starts_with("/oblasts/") && value.parse::<terrikon_core::Date>().is_ok()
    });
    asked.address(lang.map(|lang| ("lang", lang.as_str())).into_iter().chain(day))
}

const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::Ru => "ru_RU",
        Lang::Kk => "kk_KZ",
        Lang::Ky => "ky_KG",
    }
}

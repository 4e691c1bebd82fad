//! What readers take away from a page: how to cite it, files, pictures, an embed, and where to report an error.

use super::writing::{argument, text};
use crate::{asked::Asked, messages::message, report_address::ReportAddress};
use maud::{Markup, html};
use terrikon_core::{Lang, ReleaseId};
use url::form_urlencoded;

/// A file of the data of a page: where, its format as people know it, its media type, and the message that says what is in it.
pub(super) struct File {
    pub(super) path: String,
    pub(super) format: &'static str,
    pub(super) media: &'static str,
    pub(super) about: &'static str,
}

/// The path of items of a collection as a file of one release.
pub(super) fn items(
    collection: &str,
    filter: (&str, &str),
    f: &str,
    (release, lang): (&ReleaseId, Lang),
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs([filter, ("f", f), ("lang", lang.as_str()), ("release", release.as_str())]);
    format!("/api/collections/{collection}/items?{}", query.finish())
}

/// A page that can be taken away.
pub(super) struct Takeaway<'a> {
    pub(super) asked: &'a Asked,
    pub(super) lang: Lang,
    pub(super) release: &'a ReleaseId,
    /// The permanent path, without a query.
    pub(super) path: String,
    /// The id of the hotspot or the code of the oblast.
    pub(super) id: &'a str,
    /// The parameter that names it to pictures and embeds.
    pub(super) parameter: &'static str,
    pub(super) citation: String,
    pub(super) files: Vec<File>,
    pub(super) report_to: Option<&'a ReportAddress>,
}

/// Sizes of pictures: for cards and articles, for slides, for stories.
const SIZES: [&str; 3] = ["1200x630", "1600x900", "1080x1350"];

impl Takeaway<'_> {
    pub(super) fn sections(&self) -> Markup {
        let lang = self.lang;
        let citation = format!("/api/releases/{}/citation?lang={lang}", self.release);
        let address = format!("{}{}", self.asked.base, self.path);
        html! {
            section aria-labelledby="cite" {
                h2 id="cite" { (text(lang, "panel-cite")) }
                p.citation { (self.citation) }
                p {
                    (text(lang, "page-cite-release")) ": "
                    a href=(format!("{citation}&f=text")) { (text(lang, "page-cite-text")) } " · "
                    a href=(format!("{citation}&f=bibtex")) { "BibTeX" } " · "
                    a href=(format!("{citation}&f=csl")) { "CSL-JSON" }
                }
                p { (text(lang, "panel-link")) ": " a href=(address) { (address) } }
            }
            section aria-labelledby="files" {
                h2 id="files" { (text(lang, "panel-download")) }
                ul.files {
                    @for file in &self.files {
                        li { a href=(file.path) download { (file.format) ": " (text(lang, file.about)) } }
                    }
                }
                h3 { (text(lang, "page-pictures")) }
                ul.files {
                    @for size in SIZES { li { a href=(self.picture(size)) download=(format!("{}-{size}.png", self.id)) { "PNG " (size.replace('x', " × ")) } } }
                    li { a href=(self.picture("1200x630").replace(".png?", ".svg?")) download=(format!("{}.svg", self.id)) { "SVG" } }
                }
                h3 { (text(lang, "page-embed")) }
                p { a href=(format!("/embed/builder?{}={}&lang={lang}", self.parameter, self.id)) { (text(lang, "page-embed-open")) } }
            }
            @if let Some(report) = self.report() {
                section.report aria-labelledby="report" {
                    h2 id="report" { (text(lang, "page-report")) }
                    p { (text(lang, "page-report-note")) }
                    p { a.button href=(report) { (text(lang, "page-report-do")) } }
                }
            }
        }
    }

    pub(super) fn picture(&self, size: &str) -> String {
        picture(self.parameter, self.id, size, self.lang)
    }

    /// The address for reports, with the page and its release filled in.
    fn report(&self) -> Option<String> {
        let subject = argument(self.lang, "page-report-subject", "id", self.id);
        let facts = [
            ("url", format!("{}{}?lang={}", self.asked.base, self.path, self.lang)),
            ("release", self.release.to_string()),
        ];
        let body = message(self.lang, "page-report-body", &facts).unwrap_or_default();
        Some(self.report_to?.prefilled(&subject, &body))
    }
}

/// The path of a picture of a hotspot or an oblast.
pub(super) fn picture(parameter: &str, id: &str, size: &str, lang: Lang) -> String {
    format!("/static/map.png?{parameter}={id}&size={size}&lang={lang}")
}

//! The form of a document that a client gets: by `f`, else by `Accept`.

use crate::{
    answer::{GEOJSON, JSON, Link},
    asked::Asked,
    parameters::Parameters,
    problem::{Hint, Problem, Slug},
    quality::preferences,
};
use axum::http::header;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// Plain JSON.
    Json,
    /// Features as RFC 7946 has them.
    GeoJson,
    /// Features with times and shapes in any coordinate system (OGC Features and Geometries JSON).
    JsonFg,
    /// A page for people.
    Html,
}

impl Form {
    /// The forms of documents about data.
    pub(crate) const OF_DOCUMENTS: [Self; 2] = [Self::Json, Self::Html];
    /// The forms of features.
    pub(crate) const OF_FEATURES: [Self; 3] = [Self::GeoJson, Self::Html, Self::JsonFg];
    /// The forms of features without shapes.
    pub(crate) const OF_RECORDS: [Self; 2] = [Self::GeoJson, Self::Html];

    /// The word for `f`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::JsonFg => "jsonfg",
            Self::Html => "html",
        }
    }

    pub(crate) const fn media(self) -> &'static str {
        match self {
            Self::Json => JSON,
            Self::GeoJson => GEOJSON,
            Self::JsonFg => "application/vnd.ogc.fg+json",
            Self::Html => "text/html",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Json => "The same as JSON",
            Self::GeoJson => "The same as GeoJSON",
            Self::JsonFg => "The same as JSON-FG",
            Self::Html => "The same as a page",
        }
    }

    /// Whether a word of `f` means this form: `json` also means the GeoJSON of features.
    fn is_meant(self, word: &str) -> bool {
        self.word() == word || self == Self::GeoJson && word == Self::Json.word()
    }

    /// Whether a media type, or a range of them, means this form.
    fn is_wanted(self, media: &str) -> bool {
        let group = self.media().split('/').next().unwrap_or_default();
        media == self.media()
            || media == "*/*"
            || media.strip_suffix("/*") == Some(group)
            || self == Self::GeoJson && media == JSON
            || self == Self::Html && media == "application/xhtml+xml"
    }
}

impl Asked {
    /// The form of the answer: the one that `f` names, else the most wanted one of `Accept`, else the first.
    ///
    /// # Errors
    /// A problem with what is accepted where none of these forms is.
    pub(crate) fn form(&self, known: &Parameters<'_>, offered: &[Form]) -> Result<Form, Problem> {
        let first = offered.first().copied().unwrap_or(Form::Json);
        if let Some(word) = known.get("f") {
            let json = first.is_meant(Form::Json.word()).then_some(Form::Json.word());
            let mut words: Vec<&str> = offered.iter().map(|form| form.word()).collect();
            words.extend(json.filter(|json| !words.contains(json)));
            known.format(&words)?;
            return Ok(offered.iter().copied().find(|form| form.is_meant(word)).unwrap_or(first));
        }
        let wanted = preferences(self.header(&header::ACCEPT));
        if wanted.is_empty() {
            return Ok(first);
        }
        let mut liked = wanted.iter().filter(|wish| wish.weight > 0.0);
        let form = liked.find_map(|wish| offered.iter().copied().find(|form| form.is_wanted(&wish.value)));
        form.ok_or_else(|| {
            Problem::new(Slug::NotAcceptable)
                .accepted(offered.iter().map(|form| form.media()))
                .hint(Hint::FormatLater)
        })
    }

    /// Links from a document to itself and to its other forms.
    pub(crate) fn form_links(&self, form: Form, offered: &[Form]) -> Vec<Link> {
        let own = Link::new(self.address(self.own_pairs()), "self", form.media(), "This document");
        let others = offered.iter().filter(|other| **other != form);
        let others = others
            .map(|other| Link::new(self.address_as(other.word()), "alternate", other.media(), other.title()));
        [own].into_iter().chain(others).collect()
    }

    /// The address of this resource in another form, from its beginning.
    pub(crate) fn address_as(&self, word: &str) -> String {
        let kept = self.own_pairs().filter(|(name, _)| !["f", "bom"].contains(name));
        self.address(kept.chain([("f", word)]))
    }
}

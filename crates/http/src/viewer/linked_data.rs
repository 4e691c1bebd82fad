//! Pages for machines: JSON-LD of schema.org, a Place and the Dataset about it.

use super::{
    head::canonical,
    hotspot::{Page, years},
    takeaway::File,
    writing::text,
};
use crate::{asked::Asked, messages::label, parameters::today};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use terrikon_core::{Lang, Names};
use terrikon_store::Snapshot;

/// What a data set of a page is, whatever it is about.
pub(super) struct About<'a> {
    pub(super) asked: &'a Asked,
    pub(super) lang: Lang,
    pub(super) snapshot: &'a dyn Snapshot,
    pub(super) name: String,
    pub(super) description: &'a str,
    pub(super) files: &'a [File],
    /// The years that its figures are of.
    pub(super) years: BTreeSet<u16>,
    pub(super) keywords: Vec<String>,
    /// What is told of the place beside its names and address.
    pub(super) place: Value,
    pub(super) names: Option<&'a Names>,
}

impl About<'_> {
    pub(super) fn graph(self) -> Value {
        let Self { asked, lang, .. } = self;
        let url = canonical(asked, Some(lang));
        let own = canonical(asked, None);
        let release = self.snapshot.release();
        let others = self.names.into_iter().flat_map(Names::iter).map(|(_, name)| name);
        let others: BTreeSet<&str> = others.filter(|name| *name != self.name).collect();
        let mut place = json!({ "@type": "Place", "@id": format!("{own}#place"), "name": self.name, "alternateName": others, "url": url });
        if let (Some(place), Value::Object(more)) = (place.as_object_mut(), self.place) {
            place.extend(more);
        }
        let files = self.files.iter().map(|file| {
            json!({ "@type": "DataDownload", "name": text(lang, file.about), "encodingFormat": file.media, "contentUrl": format!("{}{}", asked.base, file.path) })
        });
        let coverage = match (self.years.first(), self.years.last()) {
            (Some(first), Some(last)) if first < last => json!(format!("{first}/{last}")),
            (Some(only), _) => json!(only.to_string()),
            _ => Value::Null,
        };
        let publisher =
            json!({ "@type": "Organization", "name": "Terrikon", "url": format!("{}/", asked.base) });
        let data = json!({
            "@type": "Dataset",
            "@id": format!("{own}#data"),
            "name": format!("{} · {}", self.name, text(lang, "app-title")),
            // Search engines want 50 to 5000 characters.
            "description": format!("{} {}.", self.description, text(lang, "app-description")),
            "url": url,
            "identifier": format!("{}/api?release={release}", asked.base),
            "version": release,
            "license": format!("{}/api/releases/{release}", asked.base),
            "creator": publisher,
            "publisher": publisher,
            "isAccessibleForFree": true,
            "inLanguage": lang,
            "keywords": self.keywords,
            "temporalCoverage": coverage,
            "spatialCoverage": { "@id": format!("{own}#place") },
            "distribution": files.collect::<Vec<_>>(),
        });
        json!({ "@context": "https://schema.org", "@graph": [place, data] })
    }
}

/// Of the page of a hotspot.
pub(super) fn hotspot(
    page: &Page<'_>,
    asked: &Asked,
    snapshot: &dyn Snapshot,
    description: &str,
    files: &[File],
) -> Value {
    let (lang, feature) = (page.lang, page.feature());
    let claimed = page.item.claims.iter().flat_map(|claim| years(&claim.year));
    let sampled =
        page.measurements.iter().filter_map(|item| item.feature.text("sampled_from")).flat_map(years);
    let counted = page
        .reach
        .and_then(|report| report["population"]["year"].as_u64())
        .and_then(|year| year.try_into().ok());
    let words = feature.list("pollutants").map(|code| label(lang, "pollutant", code));
    let mut place = json!({});
    if let Some(position) = feature.position {
        let digits = super::writing::coordinates(position, page.accuracy().unwrap_or(1.0));
        if let Some((lat, lon)) = digits.split_once(", ") {
            place["geo"] = json!({ "@type": "GeoCoordinates", "latitude": lat, "longitude": lon });
        }
    }
    if let (Some(code), Some(name)) = (feature.oblast_on(today()), page.oblast()) {
        let url = format!("{}/oblasts/{code}?lang={lang}", asked.base);
        place["containedInPlace"] =
            json!({ "@type": "AdministrativeArea", "name": name, "identifier": code, "url": url });
    }
    About {
        asked,
        lang,
        snapshot,
        name: page.name(),
        description,
        files,
        years: claimed.chain(sampled).chain(counted).collect(),
        keywords: [page.kind()].into_iter().chain(words).collect(),
        place,
        names: Some(&feature.names),
    }
    .graph()
}

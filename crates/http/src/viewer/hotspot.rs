//! The page of a hotspot: what and where, since when, how sure, how many people, who says what, what the law's zone is, what is being
//! done, what is near, and what to take away. All of it is read without scripts.

mod claims;
mod curve;
mod people;
mod reach;
mod work;
mod zones;

pub(super) use claims::years;
pub(crate) use reach::HotspotReaches;

use super::{
    head::{Head, Picture},
    interval::Interval,
    linked_data, missing, page,
    shell::shell,
    takeaway::{File, Takeaway, items, picture},
    writing::{
        self, FACTS_LANGUAGE, argument, claimed, coordinates, distance, named, source, source_or_none, text,
    },
};
use crate::{
    AppState,
    answer::{Answer, Freshness},
    asked::Asked,
    messages::{label, message},
    parameters::today,
    problem::{Problem, Slug},
    style::Theme,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use reach::{USUAL, ring};
use serde_json::Value;
use std::sync::Arc;
use terrikon_core::{CollectionId, Feature, Lang};
use terrikon_store::{Directory, Item, ItemsQuery, Period, Snapshot};

/// What the page of a hotspot is made of.
pub(super) struct Page<'a> {
    pub(super) item: &'a Item,
    zones: &'a [Item],
    projects: &'a [Item],
    pub(super) measurements: &'a [Item],
    /// People within reach; absent where they can't be counted now.
    pub(super) reach: Option<&'a Value>,
    directory: &'a Directory,
    pub(super) lang: Lang,
}

pub(super) async fn hotspot(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let snapshot = state.current().await?;
    let Some(item) = snapshot.item(CollectionId::Hotspots, &id).await? else {
        return missing::page(&state, &asked, &id).await;
    };
    let zones = ItemsQuery {
        hotspots: vec![id.clone()],
        period: Period { from: None, to: None },
        ..ItemsQuery::all(CollectionId::Zones, today())
    };
    let zones = snapshot.items(zones).await?.items;
    let projects =
        about(&*snapshot, CollectionId::Projects, |row| row.list("hotspots").any(|one| one == id)).await?;
    let measurements =
        about(&*snapshot, CollectionId::Measurements, |row| row.text("hotspot") == Some(id.as_str())).await?;
    let reach = reach_of(&state, &snapshot, &id, lang).await;
    let told = Page {
        item: &item,
        zones: &zones,
        projects: &projects,
        measurements: &measurements,
        reach: reach.as_deref(),
        directory: snapshot.directory(),
        lang,
    };
    let taken = told.takeaway(&asked, &*snapshot, &state);
    let head = told.head(&asked, &*snapshot, &taken);
    let body = shell(&asked, lang, &told.article(&taken), (snapshot.release(), true));
    Ok(page(&state, &asked, &head, &body))
}

/// `/hotspots/{id}/curve.svg`: the exposure curve alone.
pub(super) async fn picture_of_people(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let theme = asked.own_pairs().find(|(name, _)| *name == "theme");
    let theme = theme.and_then(|(_, word)| word.parse().ok()).unwrap_or(Theme::Light);
    let snapshot = state.current().await?;
    let item = snapshot.item(CollectionId::Hotspots, &id).await?;
    let item = item.ok_or_else(|| Problem::new(Slug::NotFound))?;
    let report = state.hotspot_reaches.get(&state, &snapshot, &id, (today(), lang)).await?;
    let name = item.feature.names.shown(lang).map_or(id.as_str(), |(name, _)| name);
    let drawing = curve::drawing(&report, name, lang, theme);
    // Where there is no data there is nothing to draw.
    let drawing = drawing.ok_or_else(|| Problem::new(Slug::NotFound))?;
    let answer = Answer::bytes(drawing.0, "image/svg+xml").of_release(snapshot.release()).in_language(lang);
    Ok(answer.fresh(Freshness::Minute).respond(&asked))
}

/// Rows of all times that speak of a hotspot.
async fn about(
    snapshot: &dyn Snapshot,
    collection: CollectionId,
    speaks: impl Fn(&Feature) -> bool,
) -> Result<Vec<Item>, Problem> {
    let query =
        ItemsQuery { period: Period { from: None, to: None }, ..ItemsQuery::all(collection, today()) };
    let mut items = snapshot.items(query).await?.items;
    items.retain(|item| speaks(&item.feature));
    Ok(items)
}

/// People within reach, or nothing where they can't be counted now: the page tells the rest.
async fn reach_of(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    id: &str,
    lang: Lang,
) -> Option<Arc<Value>> {
    state.hotspot_reaches.get(state, snapshot, id, (today(), lang)).await.ok()
}

impl Page<'_> {
    pub(super) fn feature(&self) -> &Feature {
        &self.item.feature
    }

    fn id(&self) -> &str {
        &self.item.feature.id
    }

    /// The name alone, in the reader's language where there is one.
    pub(super) fn name(&self) -> String {
        self.feature()
            .names
            .shown(self.lang)
            .map_or_else(|| self.id().to_owned(), |(name, _)| name.to_owned())
    }

    pub(super) fn kind(&self) -> String {
        label(self.lang, "kind", self.feature().text("kind").unwrap_or("other"))
    }

    /// The name of its oblast today.
    pub(super) fn oblast(&self) -> Option<String> {
        let code = self.feature().oblast_on(today())?;
        Some(self.directory.oblast_names(code, today())?.shown(self.lang)?.0.to_owned())
    }

    /// How far off the position may be, metres.
    pub(super) fn accuracy(&self) -> Option<f64> {
        self.feature().number("position_accuracy_m")
    }

    fn head(&self, asked: &Asked, snapshot: &dyn Snapshot, taken: &Takeaway<'_>) -> Head {
        let lang = self.lang;
        let place: Vec<_> = [Some(self.kind()), self.oblast()].into_iter().flatten().collect();
        let people = self.reach.and_then(|report| ring(report, USUAL)).map(|ring| {
            let within = argument(lang, "exposure-within", "distance", &distance(lang, USUAL));
            format!("{within}: {}.", Interval::of(&ring["people"]).told(lang))
        });
        let sources =
            writing::counted(lang, "page-sourced-values", &[("count", self.item.claims.len() as f64)]);
        let parts = [Some(format!("{}.", place.join(", "))), people, Some(sources)];
        let description = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let picture = Picture {
            path: picture("hotspot", self.id(), "1200x630", lang),
            alt: argument(lang, "page-picture-alt", "name", &self.name()),
        };
        let head = Head::of(lang, &self.name(), &description).picture(picture).with_oembed();
        let linked = linked_data::hotspot(self, asked, snapshot, &description, &taken.files);
        head.linked_data(linked)
    }

    fn takeaway<'t>(
        &'t self,
        asked: &'t Asked,
        snapshot: &'t dyn Snapshot,
        state: &'t AppState,
    ) -> Takeaway<'t> {
        let (id, lang, release) = (self.id(), self.lang, snapshot.release());
        let own = format!("id = '{id}'");
        let of_hotspot = format!("hotspot = '{id}'");
        let path = |collection, filter, f| items(collection, filter, f, (release, lang));
        let file = |path, format, media, about| File { path, format, media, about };
        let geojson = format!("/api/collections/hotspots/items/{id}?f=geojson&lang={lang}&release={release}");
        let mut files = vec![
            file(geojson, "GeoJSON", "application/geo+json", "page-file-hotspot"),
            file(path("hotspots", ("filter", own.as_str()), "csv"), "CSV", "text/csv", "page-file-hotspot"),
            file(
                path("hotspots", ("filter", own.as_str()), "gpkg"),
                "GeoPackage",
                "application/geopackage+sqlite3",
                "page-file-hotspot",
            ),
            file(path("claims", ("hotspot", id), "csv"), "CSV", "text/csv", "page-file-claims"),
        ];
        if !self.zones.is_empty() {
            files.push(file(
                path("zones", ("hotspot", id), "gpkg"),
                "GeoPackage",
                "application/geopackage+sqlite3",
                "page-file-zones",
            ));
        }
        if !self.measurements.is_empty() {
            files.push(file(
                path("measurements", ("filter", of_hotspot.as_str()), "csv"),
                "CSV",
                "text/csv",
                "profile-measurements",
            ));
        }
        let own_path = format!("/hotspots/{id}");
        let facts = [
            ("name", self.name()),
            ("id", id.to_owned()),
            ("release", release.to_string()),
            ("url", format!("{}{own_path}", asked.base)),
        ];
        Takeaway {
            asked,
            lang,
            release,
            path: own_path,
            id,
            parameter: "hotspot",
            citation: message(lang, "panel-citation", &facts).unwrap_or_default(),
            files,
            report_to: state.report_to.as_deref(),
        }
    }

    fn article(&self, taken: &Takeaway<'_>) -> Markup {
        html! {
            article {
                (self.what_and_where())
                (self.certainty())
                (self.people())
                (self.claims())
                (self.zones())
                (self.work())
                (self.near())
                (taken.sections())
            }
        }
    }

    /// Name, kind and place; the other names; state, substances, and since when.
    fn what_and_where(&self) -> Markup {
        let (lang, feature) = (self.lang, self.feature());
        let shown = feature.names.shown(lang).map(|(_, own)| own);
        let others: Vec<_> = feature.names.iter().filter(|(own, _)| Some(*own) != shown).collect();
        let oblast = feature.oblast_on(today());
        let pollutants: Vec<_> =
            feature.list("pollutants").map(|code| label(lang, "pollutant", code)).collect();
        let since = self.since();
        html! {
            h1 { (named(Some(&feature.names), lang, self.id())) }
            p.lead {
                (self.kind())
                @if let Some(subkind) = feature.text("subkind") { " · " (label(lang, "subkind", subkind)) }
                @if let Some(code) = oblast {
                    " · " a href=(format!("/oblasts/{code}?lang={lang}")) { (named(self.directory.oblast_names(code, today()), lang, code)) }
                }
                @if let Some(raion) = &feature.raion { " · " (named(self.directory.raions.get(raion), lang, raion)) }
            }
            p.map-link { a.button href=(format!("/hotspots/{}?lang={lang}&view=map", self.id())) data-map { (text(lang, "panel-zoom")) } }
            dl.facts {
                @if !others.is_empty() {
                    dt { (text(lang, "page-other-names")) }
                    dd { @for (index, (own, name)) in others.iter().enumerate() { @if index > 0 { "; " } span lang=(own) { (name) } } }
                }
                dt { (text(lang, "panel-status")) }
                dd { (label(lang, "status", feature.text("status").unwrap_or("unknown"))) }
                @if !pollutants.is_empty() { dt { (text(lang, "panel-pollutants")) } dd { (pollutants.join(", ")) } }
                dt { (text(lang, "page-since")) }
                dd {
                    @if since.is_empty() { (text(lang, "page-unknown")) } @else {
                        ul {
                            @for claim in since {
                                li {
                                    (label(lang, "property", &claim.property)) ": " (claimed(lang, claim))
                                    @if !claim.meaning.is_empty() { " · " span lang=(FACTS_LANGUAGE) { (claim.meaning) } }
                                    " · " span.second { (source_or_none(Some(&claim.source), self.directory, lang)) }
                                }
                            }
                        }
                    }
                }
                @if let Some(note) = feature.text("note") {
                    dt { (text(lang, "panel-note")) }
                    dd { span lang=(FACTS_LANGUAGE) { (note) } }
                }
            }
        }
    }

    /// How sure the position and the facts are.
    fn certainty(&self) -> Markup {
        let (lang, feature) = (self.lang, self.feature());
        let trust = feature.text("trust").unwrap_or("unverified");
        html! {
            section aria-labelledby="position" {
                h2 id="position" { (text(lang, "panel-position")) }
                p {
                    strong { (label(lang, "position", feature.text("position_kind").unwrap_or("area_centroid"))) }
                    @if let Some(accuracy) = self.accuracy() {
                        " · " (argument(lang, "position-badge", "distance", &distance(lang, accuracy)))
                    }
                }
                @if let Some(position) = feature.position {
                    p { (text(lang, "panel-coordinates")) ": " (coordinates(position, self.accuracy().unwrap_or(1.0))) }
                }
                @if let Some(id) = feature.text("position_source") {
                    p.second { (argument(lang, "position-source", "source", "")) (source(id, self.directory, lang)) }
                }
                p class=(format!("trust {trust}")) { strong { (label(lang, "trust", trust)) } ". " (text(lang, &format!("trust-{trust}-note"))) }
            }
        }
    }
}

//! `/api/oblasts/{code}/profile`: all there is on an oblast as it was on a day, with the source of each figure.

mod csv;
mod division;
mod indicators;
mod reach;
mod records;
mod sources;

pub(crate) use reach::ReachCache;

use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    messages::message,
    parameters::{self, OF_PROFILE, one_oblast},
    problem::Problem,
    quality::preferences,
};
use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::Response,
};
use serde_json::{Value, json};
use sources::Cited;
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Lang, Names};
use terrikon_store::{HotspotFilter, Item, ItemsQuery, Period, Snapshot, directory::Oblast};

const CSV: &str = "text/csv";

pub(crate) async fn profile(
    State(state): State<AppState>,
    Path(word): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_PROFILE)?;
    known.format(&["json", "csv"])?;
    let bom = known.flag("bom")?;
    let as_table = known.get("f").map_or_else(|| prefers_table(&asked), |word| word == "csv");
    if known.get("f").is_none() {
        asked.accepts(&[JSON, CSV])?;
    }
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let oblast = one_oblast(&word, snapshot.directory(), date)?.clone();
    let mut told = document(&state, &snapshot, &oblast, (date, lang)).await?;
    let links = links(&asked, &oblast.code);
    let release = snapshot.release();
    if as_table {
        let table = csv::write(&told, bom)?;
        let answer = Answer::bytes(table, "text/csv; charset=utf-8; header=present");
        let answer = answer.of_release(release).in_language(lang).fresh(freshness).linked(links);
        let mut response = answer.respond(&asked);
        let file = format!("attachment; filename=\"{}-{date}-{release}.csv\"", oblast.code);
        response
            .headers_mut()
            .extend(HeaderValue::from_str(&file).map(|file| (header::CONTENT_DISPOSITION, file)));
        return Ok(response);
    }
    told["links"] = json!(links);
    let answer = Answer::json(&told, JSON).of_release(release).in_language(lang);
    Ok(answer.fresh(freshness).linked(links).respond(&asked))
}

fn prefers_table(asked: &Asked) -> bool {
    preferences(asked.header(&header::ACCEPT)).first().is_some_and(|first| first.value == CSV)
}

fn links(asked: &Asked, code: &str) -> Vec<Link> {
    let as_format = |format| {
        let others = asked.own_pairs().filter(|(name, _)| !["f", "bom"].contains(name));
        asked.address(others.chain([("f", format)]))
    };
    let hotspots = format!("{}/api/collections/hotspots/items?oblast={code}", asked.base);
    vec![
        Link::new(asked.address(asked.own_pairs()), "self", JSON, "This document"),
        Link::new(as_format("csv"), "alternate", CSV, "The figures as a table"),
        Link::new(format!("{}/oblasts/{code}", asked.base), "alternate", "text/html", "The page for readers"),
        Link::new(hotspots, "related", "application/geo+json", "The hotspots of the oblast"),
        Link::new(
            format!("{}/methods/exposure", asked.base),
            "describedby",
            "text/html",
            "How people are counted",
        ),
    ]
}

/// The profile of an oblast: what every format tells. Takes seconds the first time, as people are counted.
pub(crate) async fn document(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    oblast: &Oblast,
    (date, lang): (Date, Lang),
) -> Result<Value, Problem> {
    let reach = state.reaches.get(state, snapshot, oblast, (date, lang)).await?;
    let asking = Asking { snapshot: &**snapshot, oblast, date, lang };
    let mut cited = Cited::new(snapshot.directory());
    let hotspots = asking.items(CollectionId::Hotspots, Period::day(date)).await?;
    let reserves = asking.items(CollectionId::ProtectedAreas, Period::day(date)).await?;
    let always = Period { from: None, to: None };
    let figures = asking.items(CollectionId::Indicators, always).await?;
    let samples = asking.items(CollectionId::Measurements, always).await?;
    let indicators = asking.indicators(&figures, &mut cited);
    let measurements = asking.records(CollectionId::Measurements, &samples, &mut cited);
    let projects = asking.records(CollectionId::Projects, &asking.projects(&hotspots).await?, &mut cited);
    let protected_areas = asking.records(CollectionId::ProtectedAreas, &reserves, &mut cited);
    let exposure = reach.exposure.clone();
    cited.exposure(&exposure);
    let mut told = json!({
        "release": snapshot.release(),
        "oblast": asking.oblast(&reach),
        "date": date,
        "hotspots": asking.hotspots(&hotspots),
        "exposure": exposure,
        "indicators": indicators,
        "projects": projects,
        "measurements": measurements,
        "protected_areas": protected_areas,
    });
    told["caveats"] = asking.caveats(&told);
    told["sources"] = cited.told();
    Ok(told)
}

/// Of which oblast and day, and in which language.
struct Asking<'a> {
    snapshot: &'a dyn Snapshot,
    oblast: &'a Oblast,
    date: Date,
    lang: Lang,
}

impl Asking<'_> {
    /// What a collection has in the oblast, by the division of the day.
    async fn items(&self, collection: CollectionId, period: Period) -> Result<Vec<Item>, Problem> {
        let filter = HotspotFilter { oblasts: vec![self.oblast.code.clone()], ..HotspotFilter::default() };
        let query = ItemsQuery { filter, period, ..ItemsQuery::all(collection, self.date) };
        Ok(self.snapshot.items(query).await?.items)
    }

    /// A name and the language that it is really in.
    fn name(&self, names: Option<&Names>) -> (Option<String>, Option<Lang>) {
        let shown = names.and_then(|names| names.shown(self.lang));
        (shown.map(|(name, _)| name.to_owned()), shown.map(|(_, lang)| lang))
    }

    /// What a reader of the whole must know, and why something is missing.
    fn caveats(&self, told: &Value) -> Value {
        let empty = |member: &str| told[member].as_array().is_none_or(Vec::is_empty);
        let series = || {
            let groups = told["indicators"].as_array().into_iter().flatten();
            groups.flat_map(|group| group["series"].as_array().into_iter().flatten())
        };
        let conflicts =
            told["indicators"].as_array().into_iter().flatten().any(|group| group["conflicts"] != json!([]));
        let graded =
            |member: &str| told[member].as_array().into_iter().flatten().any(|row| row["grade"] == "C");
        let codes = [
            ("profile-known-hotspots", true),
            ("profile-other-area", series().any(|point| point["area"]["same_as_asked"] == false)),
            ("profile-conflicts", conflicts),
            (
                "profile-unverified",
                series().any(|point| point["grade"] == "C") || graded("projects") || graded("measurements"),
            ),
            ("profile-no-indicators", empty("indicators")),
            ("profile-no-projects", empty("projects")),
            ("profile-no-measurements", empty("measurements")),
            ("profile-no-protected-areas", empty("protected_areas")),
        ];
        let text = |code: &str| message(self.lang, &format!("caveat-{code}"), &[]);
        let said = codes.into_iter().filter(|(_, holds)| *holds);
        said.map(|(code, _)| json!({ "code": code, "text": text(code) })).collect()
    }
}

//! `/api/oblasts/shading`: one figure an oblast, of a day or a year, with the classes by which a map is shaded.

mod classes;
mod document;
mod figures;
mod people;

pub(crate) use people::PeopleCache;

use crate::{
    AppState,
    answer::{Answer, JSON},
    asked::Asked,
    parameters::{self, OF_SHADING},
    problem::{Problem, Slug},
};
use axum::{extract::State, response::Response};
use document::Telling;
use figures::Series;
use serde_json::json;
use terrikon_core::{CollectionId, Date};
use terrikon_store::{HotspotFilter, Item, ItemsQuery, Period, Snapshot, directory::Oblast};

/// People within reach of hotspots, everybody once.
pub(crate) const EXPOSURE: &str = "exposure";
/// How many hotspots there are.
pub(crate) const HOTSPOTS: &str = "hotspots";

/// Within which people are counted, metres. Most positions are known better than that.
const REACH: f64 = 10_000.0;

pub(crate) async fn shading(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_SHADING)?;
    known.format(&["json"])?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let year = known.year()?;
    let date = match year {
        // The division at the end of the year: figures of a year of change are given for what there was then.
        Some(year) if known.get("date").is_none() => last_day(year)?,
        _ => parameters::days(&known)?.date,
    };
    let freshness = known.freshness(&*snapshot, date);
    let oblasts = snapshot.directory().oblasts.iter().filter(|oblast| oblast.validity.contains(date));
    let oblasts: Vec<Oblast> = oblasts.cloned().collect();
    let telling = Telling { snapshot: &*snapshot, lang, date };
    let mut told = match known.get("indicator").unwrap_or(EXPOSURE) {
        EXPOSURE => {
            let people = state.people.get(&state, &snapshot, &oblasts, date).await?;
            let surroundings = snapshot.surroundings().await?;
            telling.exposure(&oblasts, &people, &surroundings, REACH)
        }
        HOTSPOTS => telling.hotspots(&oblasts, &counts(&*snapshot, &oblasts, date).await?),
        word => {
            let items = figures_of(&*snapshot, date).await?;
            let series = Series::of(&items, word);
            let Some(usual) = series.usual_year() else {
                let accepted = figures::known(&items).into_iter().chain([EXPOSURE, HOTSPOTS]);
                return Err(Problem::new(Slug::UnknownValue)
                    .parameter("indicator")
                    .with("value", word)
                    .accepted(accepted));
            };
            let of_date = known.get("date").map(|_| i64::from(date.year()));
            let year = year.or(of_date).unwrap_or(usual);
            telling.series(&oblasts, word, &series, year)
        }
    };
    told["release"] = json!(snapshot.release());
    let answer = Answer::json(&told, JSON).of_release(snapshot.release()).in_language(lang);
    Ok(answer.fresh(freshness).respond(&asked))
}

fn last_day(year: i64) -> Result<Date, Problem> {
    // The parameter lets only years through that dates have.
    let year = i16::try_from(year).map_err(|_| Problem::new(Slug::Internal))?;
    Date::new(year, 12, 31).map_err(|_| Problem::new(Slug::Internal))
}

/// Figures over the years are of all times.
async fn figures_of(snapshot: &dyn Snapshot, date: Date) -> Result<Vec<Item>, Problem> {
    let period = Period { from: None, to: None };
    Ok(snapshot.items(ItemsQuery { period, ..ItemsQuery::all(CollectionId::Indicators, date) }).await?.items)
}

/// How many hotspots each oblast has on a day.
async fn counts(snapshot: &dyn Snapshot, oblasts: &[Oblast], date: Date) -> Result<Vec<usize>, Problem> {
    let mut counts = Vec::new();
    for oblast in oblasts {
        let filter = HotspotFilter { oblasts: vec![oblast.code.clone()], ..HotspotFilter::default() };
        let query = ItemsQuery { filter, limit: 1, ..ItemsQuery::all(CollectionId::Hotspots, date) };
        counts.push(snapshot.items(query).await?.number_matched);
    }
    Ok(counts)
}

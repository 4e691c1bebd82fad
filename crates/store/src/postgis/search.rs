//! Places by name: the database looks for names that may answer, and they are ranked as in every store.

use super::{
    cells::{day, validity},
    snapshot::PostgisSnapshot,
};
use crate::{
    Hit, PlaceType, SearchQuery, StoreError,
    search::{Patterns, Place, SearchIndex, Spelt},
};
use sqlx::{Row as _, postgres::PgRow, types::Json};
use terrikon_core::{AreaAt, Envelope, Lang, Names};

/// `$2` to `$11` patterns, `$12` the day on which the places exist. Names of one place follow each other.
const FIND: &str = "SELECT places.*, lang, plain, sound, joined FROM terrikon.names JOIN terrikon.places ON places.release = names.release AND places.sequence = names.sequence WHERE names.release = $1 AND places.release = $1 AND (plain LIKE $2 OR plain LIKE $3 OR sound LIKE $4 OR sound LIKE $5 OR sound LIKE $6 OR sound LIKE $7 OR joined LIKE $8 OR joined LIKE $9 OR joined LIKE $10 OR joined LIKE $11) AND (valid_from IS NULL OR valid_from <= $12) AND (valid_to IS NULL OR $12 < valid_to) ORDER BY places.sequence";

/// Places that answer, best first.
pub(super) async fn find(snapshot: &PostgisSnapshot, query: &SearchQuery) -> Result<Vec<Hit>, StoreError> {
    let Some(patterns) = Patterns::of(&query.text) else { return Ok(Vec::new()) };
    let mut reading = snapshot.begin_planned().await?;
    let failed = |error| snapshot.failed("names", error);
    let mut asking = snapshot.query(FIND).bind(snapshot.serial);
    for pattern in patterns.plain.iter().chain(&patterns.sound).chain(&patterns.joined) {
        asking = asking.bind(pattern.as_deref());
    }
    let rows = asking.bind(day(query.date)).fetch_all(&mut *reading).await.map_err(failed)?;
    if rows.is_empty() {
        snapshot.still_there(&mut reading).await?;
    }
    reading.commit().await.map_err(failed)?;
    let mut places: Vec<(i32, Place)> = Vec::new();
    for row in &rows {
        let (sequence, spelt) = name(row).map_err(failed)?;
        match places.last_mut() {
            Some((last, place)) if *last == sequence => place.spelt.push(spelt),
            _ => places.push((sequence, place(row, spelt).map_err(failed)?)),
        }
    }
    Ok(SearchIndex::of_places(places.into_iter().map(|(_, place)| place).collect()).find(query))
}

/// A name, with the number of its place.
fn name(row: &PgRow) -> sqlx::Result<(i32, (Option<Lang>, Spelt))> {
    let lang: Option<&str> = row.try_get("lang")?;
    let lang = lang.map(str::parse).transpose().map_err(|unknown| sqlx::Error::Decode(Box::new(unknown)))?;
    let form = |column| Ok::<_, sqlx::Error>(row.try_get::<&str, _>(column)?.trim().to_owned());
    let spelt = Spelt { plain: form("plain")?, sound: form("sound")?, joined: form("joined")? };
    Ok((row.try_get("sequence")?, (lang, spelt)))
}

fn place(row: &PgRow, spelt: (Option<Lang>, Spelt)) -> sqlx::Result<Place> {
    let word: &str = row.try_get("place")?;
    let place = PlaceType::ALL.into_iter().find(|place| place.as_str() == word);
    let mut names = Names::default();
    for (lang, column) in Lang::ALL.into_iter().zip(["name_en", "name_ru", "name_kk", "name_ky"]) {
        if let Some(name) = row.try_get::<Option<&str>, _>(column)? {
            names.set(lang, name);
        }
    }
    let corner = |column| row.try_get::<Option<f64>, _>(column);
    let [west, south, east, north] = [corner("west")?, corner("south")?, corner("east")?, corner("north")?];
    let bbox = west.zip(south).zip(east.zip(north));
    let Json(oblasts) = row.try_get::<Json<Vec<AreaAt>>, _>("oblasts")?;
    Ok(Place {
        place: place.ok_or_else(|| sqlx::Error::Decode(format!("\"{word}\" is no kind of place").into()))?,
        id: row.try_get("id")?,
        names,
        spelt: vec![spelt],
        position: [row.try_get("lon")?, row.try_get("lat")?],
        bbox: bbox.map(|((west, south), (east, north))| Envelope { west, south, east, north }),
        validity: validity(row)?,
        oblasts,
        kind: row.try_get("kind")?,
        importance: row.try_get::<i64, _>("importance")?.unsigned_abs(),
    })
}

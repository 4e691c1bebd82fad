//! `/api/exposure` and `/api/hotspots/{id}/exposure`: who lives within reach of a place, a hotspot, a geometry, a batch or an oblast's
//! hotspots.

mod area;
pub(super) mod document;
mod effort;
mod oblast;
mod places;

use crate::{
    AppState,
    answer::{Answer, Freshness, JSON},
    asked::Asked,
    limits::LARGEST_BODY,
    parameters::{self, OF_EXPOSURE, OF_HOTSPOT_EXPOSURE, OF_POSTED_EXPOSURE, Parameters},
    problem::{Hint, Problem, Slug},
};
use axum::{
    body::Bytes,
    extract::{Path, State, rejection::BytesRejection},
    http::StatusCode,
    response::Response,
};
use document::Telling;
use geo::{Geometry, Point};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{
    Date, Lang,
    exposure::{ExposureError, Place, Ring, Surroundings, Together},
    geodesic::RADII as RADII_OF_CORE,
};
use terrikon_store::{HotspotFilter, Snapshot};

/// The radii that are answered where none is asked for, metres: for a position, and for a hotspot.
const RADII: [f64; 3] = [1_000.0, 5_000.0, 10_000.0];
const RADII_OF_HOTSPOT: [f64; 5] = [1_000.0, 3_000.0, 5_000.0, 10_000.0, 20_000.0];

/// The vaguest position that is answered, metres.
const VAGUEST: f64 = 100_000.0;

/// `GET /api/exposure`: of a position, or of the hotspots of an oblast.
pub(crate) async fn place(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_EXPOSURE)?;
    let question = Question::read(&state, &asked, &known, &RADII).await?;
    if known.get("oblast").is_some() {
        for own in ["lon", "lat", "accuracy"] {
            if known.get(own).is_some() {
                return Err(Problem::new(Slug::ConflictingParameters)
                    .parameter(own)
                    .with("other", "oblast")
                    .hint(Hint::OneParameter));
            }
        }
        let filter = known.filter(&*question.snapshot, question.date)?;
        return question.answer(&state, &asked, move |question| oblast::report(question, &filter)).await;
    }
    if known.get("kind").is_some() {
        return Err(Problem::new(Slug::MissingParameter).parameter("oblast"));
    }
    let (lon, lat) = (known.degrees("lon", 180.0)?, known.degrees("lat", 90.0)?);
    let accuracy = known.metres("accuracy", 0.0, VAGUEST)?.unwrap_or(0.0);
    question
        .answer(&state, &asked, move |question| {
            let place = Place::new(Point::new(lon, lat).into(), accuracy).map_err(|error| refused(&error))?;
            let mut told = question.rings(&place, None)?;
            let proximity = question.surroundings.proximity(Point::new(lon, lat), question.date);
            told["place"] = json!({ "lon": lon, "lat": lat, "position_accuracy_m": accuracy });
            told["proximity"] = question.telling().proximity(proximity.as_ref());
            Ok(told)
        })
        .await
}

/// `POST /api/exposure`: of a GeoJSON geometry, feature, or a collection of them.
pub(crate) async fn posted(
    State(state): State<AppState>,
    asked: Asked,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let body = body.map_err(|error| match error.status() {
        // A body whose length was not told is counted as it comes.
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(Slug::PayloadTooLarge).with("most", &LARGEST_BODY.to_string())
        }
        _ => Problem::new(Slug::BadRequest),
    })?;
    let known = asked.parameters(&OF_POSTED_EXPOSURE)?;
    let question = Question::read(&state, &asked, &known, &[]).await?;
    let accuracy = known.metres("accuracy", 0.0, VAGUEST)?.unwrap_or(0.0);
    question.answer(&state, &asked, move |question| places::report(question, &body, accuracy)).await
}

/// `GET /api/hotspots/{id}/exposure`.
pub(crate) async fn hotspot(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_HOTSPOT_EXPOSURE)?;
    let question = Question::read(&state, &asked, &known, &RADII_OF_HOTSPOT).await?;
    question.answer(&state, &asked, move |question| hotspot_report(question, &id)).await
}

fn hotspot_report(question: &Question, id: &str) -> Result<Value, Problem> {
    let site = question.surroundings.hotspot(id).ok_or_else(|| unknown_hotspot(id))?;
    let place = Place::new(site.geometry.clone(), site.accuracy_m).map_err(|error| refused(&error))?;
    let mut told = question.rings(&place, Some(&site.id))?;
    let proximity = question.surroundings.proximity(site.position.into(), question.date);
    told["hotspot"] = json!(site.id);
    told["position_accuracy_m"] = json!(site.accuracy_m);
    told["proximity"] = question.telling().proximity(proximity.as_ref());
    Ok(told)
}

/// The report of a hotspot at some radii, in metres, for whoever tells it among other things. Keeps a core busy.
pub(crate) fn of_hotspot(
    snapshot: Arc<dyn Snapshot>,
    surroundings: Arc<Surroundings>,
    (id, radii): (&str, &[f64]),
    (date, lang): (Date, Lang),
) -> Result<Value, Problem> {
    let radii = radii.to_vec();
    let question = Question { snapshot, surroundings, radii, date, lang, freshness: Freshness::Minute };
    hotspot_report(&question, id)
}

/// The report of the hotspots of an oblast, for whoever tells it among other things. Keeps a core busy.
pub(super) fn of_oblast(
    snapshot: Arc<dyn Snapshot>,
    surroundings: Arc<Surroundings>,
    code: &str,
    (date, lang): (Date, Lang),
) -> Result<Value, Problem> {
    let radii = RADII.to_vec();
    let question = Question { snapshot, surroundings, radii, date, lang, freshness: Freshness::Minute };
    oblast::report(&question, &HotspotFilter { oblasts: vec![code.to_owned()], ..HotspotFilter::default() })
}

/// People within a radius, in metres, of the hotspots of an oblast, by the division of a day. Keeps a core busy.
pub(super) fn within_reach(
    surroundings: &Surroundings,
    code: &str,
    radius: f64,
    date: Date,
) -> Result<Together, Problem> {
    let filter = HotspotFilter { oblasts: vec![code.to_owned()], ..HotspotFilter::default() };
    let (_, places) = oblast::chosen(surroundings, &filter, date)?;
    surroundings.together(&places, radius, date).map_err(|error| refused(&error))
}

/// What is asked beside the place.
#[derive(Debug, Clone)]
struct Question {
    snapshot: Arc<dyn Snapshot>,
    surroundings: Arc<Surroundings>,
    /// Metres, each once, in the order asked.
    radii: Vec<f64>,
    date: Date,
    lang: Lang,
    freshness: Freshness,
}

impl Question {
    async fn read(
        state: &AppState,
        asked: &Asked,
        known: &Parameters<'_>,
        radii: &[f64],
    ) -> Result<Self, Problem> {
        known.format(&["json"])?;
        let snapshot = known.snapshot(state).await?;
        let date = parameters::days(known)?.date;
        Ok(Self {
            radii: known.radii()?.unwrap_or_else(|| radii.to_vec()),
            date,
            lang: asked.lang(known)?,
            freshness: known.freshness(&*snapshot, date),
            surroundings: snapshot.surroundings().await?,
            snapshot,
        })
    }

    fn telling(&self) -> Telling<'_> {
        Telling {
            surroundings: &self.surroundings,
            directory: self.snapshot.directory(),
            lang: self.lang,
            date: self.date,
        }
    }

    /// The rings of a place, and what stands around them.
    fn rings(&self, place: &Place, but: Option<&str>) -> Result<Value, Problem> {
        let rings = self.radii.iter().map(|radius| self.surroundings.ring(place, *radius, self.date, but));
        let rings: Vec<Ring> = rings.collect::<Result<_, _>>().map_err(|error| refused(&error))?;
        Ok(self.report(&rings))
    }

    fn report(&self, rings: &[Ring]) -> Value {
        let telling = self.telling();
        let mut told = telling.sources();
        told["rings"] = rings.iter().map(|ring| telling.ring(ring)).collect();
        told["caveats"] = telling.always();
        told
    }

    /// Computes on a thread that may block, when it is this request's turn.
    async fn answer(
        self,
        state: &AppState,
        asked: &Asked,
        compute: impl FnOnce(&Self) -> Result<Value, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        let (release, lang, freshness) = (self.snapshot.release().clone(), self.lang, self.freshness);
        let mut told = state.compute(move || compute(&self)).await??;
        told["release"] = json!(release);
        Ok(Answer::json(&told, JSON).of_release(&release).in_language(lang).fresh(freshness).respond(asked))
    }
}

/// A place that can't be worked with.
pub(super) fn refused(error: &ExposureError) -> Problem {
    match error {
        // The radius alone would do; with the accuracy it does not.
        ExposureError::TooFar { radius, accuracy } => Problem::new(Slug::InvalidNumber)
            .parameter("radius")
            .with("value", &radius.to_string())
            .with("least", &RADII_OF_CORE.start().to_string())
            .with("most", &(RADII_OF_CORE.end() - accuracy).to_string()),
        _ => Problem::new(Slug::InvalidGeometry)
            .with_text("value", &error.to_string())
            .hint(Hint::GeometryForm),
    }
}

/// There is no such hotspot.
pub(super) fn unknown_hotspot(id: &str) -> Problem {
    Problem::new(Slug::UnknownFeature).with("collection", "hotspots").with("id", id).hint(Hint::UseSearch)
}

/// A GeoJSON geometry as the core knows it.
fn geometry(geojson: &geojson::Geometry) -> Result<Geometry<f64>, Problem> {
    Geometry::try_from(geojson).map_err(|error| {
        Problem::new(Slug::InvalidGeometry).with_text("value", &error.to_string()).hint(Hint::GeometryForm)
    })
}

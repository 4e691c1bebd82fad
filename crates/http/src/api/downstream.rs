//! `/api/hotspots/{id}/downstream`: the way of the water from a hotspot, its corridor, and the towns beside it by river kilometre.

use crate::{
    AppState,
    answer::{Answer, GEOJSON},
    api::{
        exposure::{document::Telling, refused, unknown_hotspot},
        geometry::geojson,
    },
    asked::Asked,
    parameters::{self, OF_DOWNSTREAM},
    problem::{Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use geo::{Geometry, MultiPolygon};
use serde_json::{Value, json};
use terrikon_core::{
    exposure::{
        ExposureError,
        sites::Site,
        surroundings::{Spot, Surroundings},
    },
    flow::{AlongRiver, Downstream, End, FlowError, along},
    geodesic::buffer,
};
use terrikon_crs::Crs;

/// How far down the river, metres, where it is not asked: Glubokoe to Pavlodar is 800 km.
const FAR: f64 = 500_000.0;
/// The farthest, metres: more than any river of the data has.
const FARTHEST: f64 = 5_000_000.0;
/// The half width of the corridor, metres, where it is not asked: lines at 1:10 million are off by a kilometre or two.
const WIDE: f64 = 5_000.0;
/// The widest corridor, metres.
const WIDEST: f64 = 50_000.0;
/// How far a river may be from a hotspot whose position is known well, and from one that is not, metres.
const SNAP: std::ops::RangeInclusive<f64> = 5_000.0..=20_000.0;

pub(crate) async fn downstream(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_DOWNSTREAM)?;
    known.format(&["json", "geojson"])?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let distance = known.metres("distance", 1_000.0, FARTHEST)?.unwrap_or(FAR);
    let half_width = known.metres("radius", 100.0, WIDEST)?.unwrap_or(WIDE);
    let release = snapshot.release().clone();
    let surroundings = snapshot.surroundings().await?;
    let told = state.compute(move || {
        let telling = Telling { surroundings: &surroundings, directory: snapshot.directory(), lang, date };
        let site = surroundings.hotspot(&id);
        let site = site.ok_or_else(|| unknown_hotspot(&id))?;
        report(&surroundings, &site, distance, half_width, &telling)
    });
    let mut told = told.await??;
    told["release"] = json!(release);
    Ok(Answer::json(&told, GEOJSON).of_release(&release).in_language(lang).fresh(freshness).respond(&asked))
}

fn report(
    surroundings: &Surroundings,
    site: &Site,
    distance: f64,
    half_width: f64,
    telling: &Telling<'_>,
) -> Result<Value, Problem> {
    let snap = site.accuracy_m.clamp(*SNAP.start(), *SNAP.end());
    // Polygons and several shapes have no one way down: theirs begins at the symbol.
    let from = match &site.geometry {
        shape @ (Geometry::Point(_) | Geometry::LineString(_)) => shape.clone(),
        _ => geo::Point::from(site.position).into(),
    };
    let mut told = json!({
        "type": "FeatureCollection",
        "hotspot": site.id,
        "snap_tolerance_m": snap,
        "method": "/methods/rivers",
        "features": [],
    });
    let way = match surroundings.rivers.downstream(&from, snap, distance) {
        Ok(way) => way,
        Err(FlowError::NoRiver { nearest_m, .. }) => {
            told["ends"] = Value::Null;
            told["nearest_river_m"] = json!(nearest_m.map(f64::round));
            told["caveats"] = telling.notes(&["no-river"]);
            return Ok(told);
        }
        Err(error) => {
            return Err(Problem::new(Slug::InvalidGeometry).with_text("value", &error.to_string()));
        }
    };
    let corridor = buffer(&way.path.clone().into(), half_width)
        .map_err(ExposureError::from)
        .map_err(|error| refused(&error))?;
    let mut features = vec![path(&way, site.accuracy_m), belt(surroundings, &corridor, half_width, telling)?];
    let places = surroundings.settlements.iter().enumerate();
    let places = places.filter(|(_, town)| town.validity.contains(telling.date));
    let towns = along(&way, places.map(|(index, town)| (index, town.position)), half_width);
    features.extend(towns.iter().map(|town| place(&surroundings.settlements[town.index], town, telling)));
    let mut notes = vec!["river-line-coarse", "even-spread"];
    if way.ends == End::Edge {
        notes.push("river-edge");
    }
    told["population"] = telling.sources()["population"].take();
    told["ends"] = json!(word(way.ends));
    told["length_m"] = json!(way.length_m.round());
    told["features"] = features.into();
    told["caveats"] = telling.notes(&notes);
    Ok(told)
}

const fn word(end: End) -> &'static str {
    match end {
        End::Mouth => "mouth",
        End::Lake => "lake",
        End::Edge => "edge",
        End::Distance => "distance",
    }
}

fn path(way: &Downstream, accuracy_m: f64) -> Value {
    let km = |metres: f64| (metres / 100.0).round() / 10.0;
    let rivers = way
        .rivers
        .iter()
        .map(|reach| json!({ "id": reach.id, "from_km": km(reach.from_m), "to_km": km(reach.to_m) }));
    let waters = way
        .waters
        .iter()
        .map(|water| json!({ "id": water.id, "from_km": km(water.from_m), "to_km": km(water.to_m) }));
    json!({
        "type": "Feature",
        "geometry": geojson(&way.path.clone().into(), Crs::CRS84),
        "properties": {
            "role": "path",
            "length_m": way.length_m.round(),
            "ends": word(way.ends),
            "lake": way.lake,
            "rivers": rivers.collect::<Vec<_>>(),
            "waters": waters.collect::<Vec<_>>(),
            "snapped_m": way.snapped_m.round(),
            "position_accuracy_m": accuracy_m,
        },
    })
}

fn belt(
    surroundings: &Surroundings,
    corridor: &MultiPolygon<f64>,
    half_width: f64,
    telling: &Telling<'_>,
) -> Result<Value, Problem> {
    let ring = surroundings.area(corridor, telling.date).map_err(|error| refused(&error))?;
    let mut told = telling.ring(&ring);
    // Towns have features of their own, with their river kilometres.
    if let Some(members) = told.as_object_mut() {
        members.remove("settlements");
        members.remove("radius_m");
        members.insert("role".to_owned(), json!("corridor"));
        members.insert("half_width_m".to_owned(), json!(half_width));
    }
    Ok(
        json!({ "type": "Feature", "geometry": geojson(&corridor.clone().into(), Crs::CRS84), "properties": told }),
    )
}

fn place(town: &Spot, along: &AlongRiver, telling: &Telling<'_>) -> Value {
    let mut told = telling.settlement(&town.id);
    told["role"] = json!("settlement");
    told["river_km"] = json!((along.river_m / 100.0).round() / 10.0);
    told["distance_m"] = json!(along.distance_m.round());
    json!({
        "type": "Feature",
        "id": town.id,
        "geometry": { "type": "Point", "coordinates": town.position },
        "properties": told,
    })
}

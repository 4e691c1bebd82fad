//! Who lives in the zones, by the population of the release.

use geo::{Geometry, MultiPolygon};
use serde_json::Value;
use terrikon_core::{
    Feature,
    exposure::{ExposureError, People, Place, Surroundings},
};

/// Adds the figures of people to zones that have a geometry. Where there is no figure the property stays absent: that is not nobody.
///
/// # Errors
/// The first zone whose hotspot can't be worked with.
pub fn count(zones: &mut [Feature], surroundings: &Surroundings) -> Result<(), ExposureError> {
    for zone in zones.iter_mut().filter(|zone| zone.geometry.is_some()) {
        let people = people(zone, surroundings)?;
        let figures = [("people_low", people.low), ("people", people.central), ("people_high", people.high)];
        for (field, figure) in figures {
            if let Some(figure) = figure {
                zone.properties.insert(field.to_owned(), Value::from(figure.round()));
            }
        }
        let counted_by = match &zone.geometry {
            Some(Geometry::MultiPolygon(shape)) => surroundings.counted_by(shape),
            _ => None,
        };
        if let Some(grid) = counted_by {
            zone.properties.insert("population_source".to_owned(), grid.source().into());
            zone.properties.insert("population_year".to_owned(), grid.year().to_string().into());
        }
    }
    Ok(())
}

fn people(zone: &Feature, surroundings: &Surroundings) -> Result<People, ExposureError> {
    let site = zone.text("hotspot").and_then(|id| surroundings.hotspot(id));
    let (Some(site), Some(distance)) = (site, zone.number("distance_m")) else {
        return Ok(People::default());
    };
    let within = surroundings.people(&Place::new(site.geometry.clone(), site.accuracy_m)?, distance)?;
    if zone.text("shape") != Some("shore") {
        return Ok(within);
    }
    // A shore belt is what lies within the distance less the water itself.
    let water = match &site.geometry {
        Geometry::Polygon(polygon) => MultiPolygon(vec![polygon.clone()]),
        Geometry::MultiPolygon(polygons) => polygons.clone(),
        _ => return Ok(within),
    };
    Ok(within.less(&surroundings.people_in(&water)))
}

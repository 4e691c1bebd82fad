//! One point for the name of each area and large lake, away from its edge.

use crate::{
    LayerName,
    encode::{Attributes, integer, names, text},
    mercator::{UNITS_PER_PX, project, unit_at, world_units},
    rows::DrawnRow,
    shape::{Drawn, Shape, Sheet},
    water,
};
use geo::BoundingRect as _;
use std::sync::Arc;
use terrikon_core::{CollectionId, Feature, Release};

/// How wide a lake must be to bear its name, in pixels.
const LAKE_PX: f64 = 90.0;

/// How wide an oblast must be to bear its name, in pixels: cities that are oblasts have their name as towns.
const OBLAST_PX: f64 = 48.0;

/// What bears a name on the map, ready to be laid out for a zoom.
#[derive(Debug)]
pub(crate) struct Labels(Vec<(CollectionId, Feature)>);

impl Labels {
    pub(crate) fn new(release: &Release) -> Self {
        use CollectionId::{Countries, Lakes, Oblasts, Raions};
        let bear_names = [Countries, Oblasts, Raions, Lakes].into_iter().flat_map(|collection| {
            let features = &release.collection(collection).features;
            features
                .iter()
                .filter(|feature| feature.position.is_some() && !feature.names.is_empty())
                .map(move |feature| (collection, slim(feature)))
        });
        Self(bear_names.collect())
    }

    /// The labels of a zoom.
    pub(crate) fn sheet(&self, zoom: u8) -> Sheet {
        Sheet::new(self.0.iter().filter_map(|(of, feature)| draw(*of, feature, zoom)).collect())
    }

    /// A row for each name.
    pub(crate) fn rows(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        (0..).zip(&self.0).filter_map(|(sequence, (of, feature))| {
            DrawnRow::point(LayerName::Labels, sequence, |zoom| draw(*of, feature, zoom))
        })
    }
}

fn draw(of: CollectionId, feature: &Feature, zoom: u8) -> Option<Drawn> {
    let [lon, lat] = feature.position.filter(|_| is_shown(of, feature, zoom))?;
    Some(Drawn {
        shape: Shape::Point(unit_at(project(lon, lat), zoom)),
        attributes: Arc::new(described(of, feature)),
        validity: feature.validity,
    })
}

/// A feature without its geometry, of which only the width is kept: labels need no more.
fn slim(feature: &Feature) -> Feature {
    let box_only = feature.geometry.as_ref().and_then(geo::Geometry::bounding_rect).map(geo::Geometry::Rect);
    Feature { geometry: box_only, ..feature.clone() }
}

/// Once shown at a zoom, a name is shown at every higher one.
fn is_shown(of: CollectionId, feature: &Feature, zoom: u8) -> bool {
    match of {
        CollectionId::Lakes => water::first_zoom(feature) <= zoom && width(feature, zoom) >= LAKE_PX,
        CollectionId::Oblasts => feature.geometry.is_none() || width(feature, zoom) >= OBLAST_PX,
        CollectionId::Raions => LayerName::Raions.first_zoom() <= zoom,
        _ => true,
    }
}

/// How wide a feature is on the screen, in pixels.
fn width(feature: &Feature, zoom: u8) -> f64 {
    let degrees = feature.envelope().map_or(0.0, |envelope| envelope.east - envelope.west);
    degrees / 360.0 * world_units(zoom) / f64::from(UNITS_PER_PX)
}

fn described(of: CollectionId, feature: &Feature) -> Attributes {
    let mut described = vec![text("id", &feature.id), text("of", of.as_str())];
    described.extend(feature.text("country").map(|country| text("country", country)));
    described.extend(feature.number("covered").map(|covered| integer("covered", covered as i64)));
    // Styles let the widest area keep its name where two collide.
    described.push(integer("size", width(feature, 0).ceil() as i64));
    described.extend(names(feature));
    described
}
